"""What there is to learn at a desk now: the versions that hold or will, and what of earlier ones carries over."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from itertools import islice
from typing import Final

from desk_app.documents.program_file import read_program
from desk_app.domain.differences import differences
from desk_app.domain.people import Service
from desk_app.domain.program import Program
from desk_app.ports import Desk, Json, VersionRecord
from desk_app.training.quiz import USUAL, quiz
from desk_app.training.readiness import Edition, anything_new
from desk_app.training.records import version_key
from desk_app.versions import statuses, today

_ALL: Final = 1_000_000
#: What a document is called here that nobody has announced yet.
DRAFT: Final = "draft"


@dataclass(frozen=True, slots=True)
class Taught:
    """A version with its record; `status` is "in_force" or "announced", or "retired" for one that held before."""

    edition: Edition
    record: VersionRecord
    status: str

    @property
    def key(self) -> str:
        """What the records of training know it by."""
        return self.edition.key

    @property
    def program(self) -> Program:
        """Its rules."""
        return self.edition.program


@dataclass(frozen=True, slots=True)
class Course:
    """`taught` are all versions that held or will hold, oldest first; `services` is the price list, `day` today."""

    taught: tuple[Taught, ...] = ()
    services: tuple[Service, ...] = ()
    day: date = date.min

    @property
    def editions(self) -> tuple[Edition, ...]:
        """All of them as readiness knows them."""
        return tuple(one.edition for one in self.taught)

    @property
    def now(self) -> Taught | None:
        """The version in force."""
        return next((one for one in self.taught if one.status == "in_force"), None)

    @property
    def ahead(self) -> Taught | None:
        """The one that comes into force next."""
        return next((one for one in self.taught if one.status == "announced"), None)

    @property
    def matters(self) -> tuple[Taught, ...]:
        """What has to be known: the version in force, then the one that comes."""
        return tuple(one for one in (self.now, self.ahead) if one is not None)

    def of(self, key: str) -> Taught | None:
        """A version by its key."""
        return next((one for one in self.taught if one.key == key), None)

    def number(self, key: str) -> str:
        """The number of a version that may hold no more; one withdrawn before it began is known by its key alone."""
        taught = self.of(key)
        return taught.record.label if taught is not None else key.rpartition("/")[0].rpartition("/")[2]

    def days(self, taught: Taught) -> tuple[date, date | None]:
        """On which days a version can be asked about: from today or its first day on, before the first day of the next
        one (None while there is none); all of its days where it holds no more."""
        first = taught.edition.start
        until = min((one.edition.start for one in self.taught if one.edition.start > first), default=None)
        day = max(self.day, first)
        return (day if until is None or day < until else first), until

    def before(self, taught: Taught) -> Taught | None:
        """What held until a version began."""
        earlier = [one for one in self.taught if one.edition.start < taught.edition.start]
        return earlier[-1] if earlier else None


def course_of(desk: Desk) -> Course:
    """What there is to learn at this desk; nothing before the first version."""
    with desk.store.reading() as reading:
        day, versions = today(desk, reading), reading.versions()
        services = reading.services("", _ALL)
    told = statuses(versions, day)
    live = [one for one in versions if told[one.mark] in ("in_force", "announced", "retired")]
    taught = [
        Taught(Edition(version_key(one), one.effective_from, desk.program_of(one)), one, told[one.mark])
        for one in sorted(live, key=lambda one: (one.effective_from, one.order[0], one.version))
    ]
    return Course(tuple(taught), tuple(services), day)


def draft_edition(course: Course, document: Json) -> Edition:
    """A document nobody has announced yet, as what would come last."""
    last = max((one.edition.start for one in course.taught), default=course.day)
    return Edition(DRAFT, max(last, course.day) + timedelta(days=1), read_program(document))


def differ(before: Program, now: Program) -> bool:
    """Whether somebody who knew one program would answer wrongly under another; two are compared once."""
    return _differ(_Pair(before, now))


class _Pair:
    """Two programs, the same pair where they are the same objects: compiled once, they never change."""

    def __init__(self, before: Program | None, now: Program) -> None:
        self.before, self.now = before, now

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Pair) and self.before is other.before and self.now is other.now

    def __hash__(self) -> int:
        return hash((id(self.before), id(self.now)))


@lru_cache(maxsize=64)
def _differ(pair: _Pair) -> bool:
    # rules that are the same need not be tried out, which takes seconds
    before = pair.before
    return before is not None and bool(differences(before, pair.now)) and anything_new(before, pair.now)


def how_many(taught: Taught, since: Edition | None) -> int:
    """How many questions a quiz of that version has for somebody who passed `since`."""
    return _how_many(_Pair(since.program if since is not None else None, taught.program), taught.edition.start)


# a program that changes little is tried for seconds; each pair once
@lru_cache(maxsize=64)
def _how_many(pair: _Pair, day: date) -> int:
    return sum(1 for _ in islice(quiz(pair.now, "how many", day, before=pair.before), USUAL))


def known(editions: Sequence[Edition], key: str | None) -> Edition | None:
    """The edition of a key, None for none."""
    return next((one for one in editions if one.key == key), None)
