"""What every page of the training room reads: who learns, what there is to learn, and who learned what so far."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Any, Protocol

from desk_app.domain.errors import Refusal, Trouble
from desk_app.ports import Desk
from desk_app.seal import Seal
from desk_app.station import Station
from desk_app.training.course import Course, course_of
from desk_app.training.offered import Offered, offered_in
from desk_app.training.records import Records, together
from desk_app.training.shelf import Shelf
from desk_app.training.standing import Left, Next, left_for, next_step, shelf_of, typed_name

Run = Callable[[Callable[[], Any], Callable[[Any], None], Callable[[Exception], None]], None]
"""Does a work elsewhere and tells what came of it: `ui.background.Background.run`, or at once in a test."""


class Place(Protocol):
    """Where the room stands: the window of the real desk."""

    @property
    def home(self) -> Path:
        """The folder of this desk."""
        ...

    @property
    def station(self) -> Station:
        """This computer's settings as they are now."""
        ...

    @property
    def seal(self) -> Seal | None:
        """What closes files beside the records with their key; None where they lie open."""
        ...


@dataclass(frozen=True)
class Known:
    """Everything the room shows of somebody called `name`, "" while nobody said who she is.

    `left` is by version: the one in force, then the one that comes. `broken` are names of lesson files that cannot be
    read, with why. `looked` once it was read for the first time; `away` is a shared folder that cannot be reached;
    `unread` are names of files of records that are there and cannot be read.
    """

    name: str = ""
    course: Course = field(default_factory=Course)
    offered: tuple[Offered, ...] = ()
    broken: tuple[tuple[str, Refusal], ...] = ()
    by_desk: tuple[tuple[str, Records], ...] = ()
    left: tuple[Left, ...] = ()
    looked: bool = False
    away: str = ""
    unread: tuple[str, ...] = ()

    @cached_property
    def records(self) -> Records:
        """What all desks wrote."""
        return together(records for _, records in self.by_desk)

    @cached_property
    def lessons(self) -> tuple[str, ...]:
        """Codes of the lessons that the clinic's program has, in the order in which they are learned."""
        return tuple(one.code for one in self.offered if one.fits)

    @property
    def next(self) -> Next:
        """What she does next."""
        return next_step(self.name, self.left, self.lessons)

    def done(self, code: str) -> bool:
        """Whether she has done that lesson."""
        return code in self.records.person(self.name).lessons

    def lesson(self, code: str) -> Offered | None:
        """A lesson by its code."""
        return next((one for one in self.offered if one.code == code), None)

    def left_of(self, key: str) -> Left | None:
        """What is left of one version."""
        return next((one for one in self.left if one.taught.key == key), None)


class Classroom:
    """Reads it anew on a worker whenever somebody asks, and tells every page; writes go the same way, in order."""

    def __init__(
        self, desk: Desk, place: Place, run: Run, tell: Callable[[Refusal | Trouble], None],
        mended: Callable[[], None] = lambda: None,
    ) -> None:  # fmt: skip
        """`tell` hears what could not be read or written, `mended` that it can be again."""
        self.desk = desk
        self._place = place
        self.run = run
        self._tell = tell
        self._mended = mended
        self._in_trouble = False
        self._listeners: list[Callable[[Known], None]] = []
        self._asked = 0
        self.known = Known(name=typed_name(place.station.employee))

    @property
    def shelf(self) -> Shelf:
        """Where the records of this computer lie now."""
        return replace(shelf_of(self._place.home, self._place.station), seal=self._place.seal)

    def listen(self, listener: Callable[[Known], None]) -> None:
        """Tell `listener` of everything that is known, now and whenever it changes."""
        self._listeners.append(listener)
        listener(self.known)

    def call_her(self, name: str) -> None:
        """Somebody else learns from now on."""
        if typed_name(name) != self.known.name:
            self._become(replace(self.known, name=typed_name(name), left=(), looked=False))
            self.refresh()

    def refresh(self) -> None:
        """What is known may have changed."""
        self._asked += 1
        asked, name, shelf, home = self._asked, self.known.name, self.shelf, self._place.home

        def done(known: Known) -> None:
            if asked == self._asked:
                self._become(known)

        self.run(lambda: _read(self.desk, home, shelf, name), done, self._failed)

    def keep(self, write: Callable[[Shelf], object], done: Callable[[], None] = lambda: None) -> None:
        """Write into the records and read everything anew; `done` is called once it is written, not where it failed."""
        shelf = self.shelf

        def written(_: object) -> None:
            if self._in_trouble:
                self._in_trouble = False
                self._mended()
            self.refresh()
            done()

        self.run(lambda: write(shelf), written, self._failed)

    def _become(self, known: Known) -> None:
        self.known = known
        for listener in self._listeners:
            listener(known)

    def _failed(self, why: Exception) -> None:
        if not isinstance(why, Refusal | Trouble):
            raise why
        self._in_trouble = True
        self._tell(why)


def _read(desk: Desk, home: Path, shelf: Shelf, name: str) -> Known:
    course = course_of(desk)
    offered, broken = offered_in(home, course)
    if shelf.away:
        return Known(name, course, offered, broken, looked=True, away=str(shelf.folder))
    by_desk = shelf.by_desk()
    lessons = tuple(one.code for one in offered if one.fits)
    left = left_for(course, together(records for _, records in by_desk), name, lessons) if name else ()
    return Known(name, course, offered, broken, by_desk, left, looked=True, unread=shelf.unread)
