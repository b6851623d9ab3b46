"""What the check-up found, in words a manager understands: what it is, why it hurts, in numbers, and what mends it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from desk_app.checkup import Finding
from desk_app.domain.program import Program
from ui.wording.advice import Advice
from ui.wording.checkup_texts import TEXTS
from ui.wording.problems import refusal_sentence
from ui.wording.saying import fill
from ui.wording.speech import Speech


@dataclass(frozen=True, slots=True)
class Said:
    """A finding in one language: whole sentences, "" where there is nothing to say; `fix` is the label of a key."""

    what: str
    why: str = ""
    example: str = ""
    fix: str = ""


ADVICE: Final[Mapping[str, Advice]] = {**TEXTS}
_MEND: Final = ("Исправить", "Put it right")


def told(finding: Finding, program: Program | None, language: str) -> Said:
    """A finding in words ("ru" or "en"); `program` gives names, units and the currency where the document is valid."""
    speech = Speech(language, program)
    advice = ADVICE.get(finding.id)
    label = _MEND[language == "en"] if finding.fix else ""
    if advice is None:
        return Said(refusal_sentence(finding.id, finding.params, language, program, finding.place), fix=label)

    def say(pair: tuple[str, str]) -> str:
        words = fill(pair[language == "en"], finding.params, speech).strip()
        return words[:1].upper() + words[1:]

    return Said(say(advice.what), say(advice.why), say(advice.example), say(advice.fix) or label if finding.fix else "")
