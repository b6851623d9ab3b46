"""What the app has to say to the clerk, as data: what happened, what was kept, what to do now."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum


class Tone(StrEnum):
    """How a notice sounds; each has its own colour, picture and word, never the colour alone."""

    DONE = "done"
    TOLD = "told"
    REFUSED = "refused"
    TROUBLE = "trouble"


@dataclass(frozen=True)
class Answer:
    """The one thing the clerk can do about a notice: its words (already in her language), its key, what it does."""

    words: str
    key: str
    intent: Callable[[], None]


@dataclass(frozen=True)
class Notice:
    """One bar of text, already in the clerk's language; `seconds` 0 stays until the next notice or Esc.

    A refusal says "nothing was changed" in `kept`; something done offers its undo in `answer`.
    """

    tone: Tone
    happened: str
    kept: str = ""
    advice: str = ""
    answer: Answer | None = None
    seconds: int = 0

    def sentence(self) -> str:
        """The whole of it, as it is read aloud."""
        return " ".join(part for part in (self.happened, self.kept, self.advice) if part)
