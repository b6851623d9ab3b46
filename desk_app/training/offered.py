"""The lessons there are for the program of this clinic, and why one of them does not apply."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from desk_app.domain.errors import Refusal
from desk_app.training.course import Course
from desk_app.training.lessons import Lesson, Unfit, fits, shelf


@dataclass(frozen=True, slots=True)
class Offered:
    """A lesson, and what the program lacks for it."""

    lesson: Lesson
    unfit: tuple[Unfit, ...] = ()

    @property
    def code(self) -> str:
        """What the records know it by."""
        return self.lesson.code

    @property
    def fits(self) -> bool:
        """Whether the program has what it needs."""
        return not self.unfit


def offered_in(home: Path, course: Course) -> tuple[tuple[Offered, ...], tuple[tuple[str, Refusal], ...]]:
    """Every lesson with what it lacks, in the order in which they are learned; and files that cannot be read."""
    now, ahead = course.now, course.ahead
    found = shelf(home)
    if now is None:
        return (), found.broken
    coming = ahead.program if ahead is not None else None
    offered = [Offered(one, fits(one, now.program, coming, course.services)) for one in found.found]
    return tuple(offered), found.broken


def codes_in(home: Path, course: Course) -> tuple[str, ...]:
    """Codes of the lessons that the program has."""
    return tuple(one.code for one in offered_in(home, course)[0] if one.fits)
