"""Three questions from 1 to 5 and a free line: that she was asked is noted before the form is shown, and no more."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from desk_app.training import pulse
from desk_app.training.course import Taught
from ui.training.known import Classroom


@dataclass(frozen=True)
class PulseState:
    """`marks` given so far by question; `given` once the answer was counted, `before` where she was asked before."""

    taught: Taught | None = None
    marks: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    place: int = 0
    given: bool = False
    before: bool = False

    @property
    def closed(self) -> bool:
        """Whether there is nothing more to answer."""
        return self.given or self.before

    @property
    def whole(self) -> bool:
        """Whether every question has its mark."""
        return all(question in self.marks for question in pulse.QUESTIONS)


class PulsePresenter:
    """What is answered goes into the counts, and is forgotten here."""

    def __init__(self, room: Classroom, show: Callable[[PulseState], None]) -> None:
        self._room = room
        self._show = show
        self._open: set[tuple[str, str]] = set()
        self.state = PulseState()

    def open(self, key: str) -> None:
        """Ask about that version; that it was asked is noted at once, whether she answers or not.

        She is asked once: who was asked in an earlier session, or has answered, finds no form any more.
        """
        known = self._room.known
        taught = known.course.of(key) or known.course.now
        if taught is None:
            self._become(PulseState())
            return
        name, asked = known.name, taught.key
        before = pulse.was_asked(known.records, name, asked) and (name, asked) not in self._open
        self._become(PulseState(taught, before=before))
        if name and not before and (name, asked) not in self._open:
            self._open.add((name, asked))
            self._room.keep(lambda shelf: pulse.ask(shelf, name, asked))

    def mark(self, mark: int, place: int | None = None) -> None:
        """A mark for the question at a place, the one the keyboard is at as a rule; on to the next one."""
        state = self.state
        at = state.place if place is None else place
        if state.closed or not 1 <= mark <= 5 or not 0 <= at < len(pulse.QUESTIONS):
            return
        marks = {**state.marks, pulse.QUESTIONS[at]: mark}
        self._become(replace(state, marks=marks, place=min(at + 1, len(pulse.QUESTIONS))))

    def go_to(self, place: int) -> None:
        """The keyboard is at that question."""
        if 0 <= place <= len(pulse.QUESTIONS):
            self._become(replace(self.state, place=place))

    def give(self, words: str) -> bool:
        """Count the answer; False where a mark is missing."""
        state = self.state
        if not state.whole or state.taught is None or state.closed:
            return False
        key, marks = state.taught.key, dict(state.marks)
        self._open.discard((self._room.known.name, key))
        self._become(PulseState(state.taught, given=True))
        self._room.keep(lambda shelf: pulse.give(shelf, key, marks, words))
        return True

    def _become(self, state: PulseState) -> None:
        self.state = state
        self._show(state)
