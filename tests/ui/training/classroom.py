"""A clinic whose next version is announced, and the room of training over it without a window."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from desk_app.documents.edits import Edit, edited
from desk_app.domain.errors import Refusal, Trouble
from desk_app.ports import Desk
from desk_app.seal import Seal
from desk_app.station import Station
from desk_app.training import readiness
from desk_app.training.records import Person, with_person
from tests.training.pupil import document
from ui.training.known import Classroom

Answer = TypeVar("Answer")

RULES = document("points-3-5-7-10")
#: The second level gives more, and nothing else is changed.
NEXT = edited(RULES, [Edit("levels.steps[1].earn.percent", "6")])


def at_once(work: Callable[[], Answer], done: Callable[[Answer], None], failed: Callable[[Exception], None]) -> None:
    """A worker that does its work at once."""
    try:
        answer = work()
    except (Refusal, Trouble) as why:
        failed(why)
    else:
        done(answer)


@dataclass
class Place:
    """Where the room stands."""

    home: Path
    station: Station = field(default_factory=lambda: Station(desk="A", employee="Ольга Белова"))
    told: list[str] = field(default_factory=list)
    seal: Seal | None = None

    def settle(self, station: Station) -> None:
        """Live by these settings."""
        self.station = station


def classroom(desk: Desk, place: Place) -> Classroom:
    """The room, looked around in."""
    made = Classroom(desk, place, at_once, lambda problem: place.told.append(problem.code))
    made.refresh()
    return made


def now(room: Classroom) -> str:
    """The key of the version in force."""
    assert room.known.course.now is not None
    return room.known.course.now.key


def learned(room: Classroom, name: str, *, lessons: bool = True, key: str = "") -> None:
    """Somebody did all lessons, or passed the questions about a version."""
    person = room.known.records.people.get(name, Person(name))
    for code in room.known.lessons if lessons else ():
        person = readiness.lesson_done(person, code)
    if key:
        person = readiness.answered(person, key, [("earn.level", True)])
    room.keep(lambda shelf: shelf.keep(lambda records: with_person(records, person)))
