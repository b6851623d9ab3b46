"""Where those at the desks stand: what is left for one of them, what comes next, and how ready a branch is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final, Literal

from desk_app.domain.errors import Trouble
from desk_app.ports import Desk, Json
from desk_app.station import Station
from desk_app.training.course import Course, Taught, course_of, differ, draft_edition, how_many, known
from desk_app.training.readiness import Edition, Ready, readiness, share_ready
from desk_app.training.records import Learned, Person, Records, state_of, together
from desk_app.training.shelf import FOLDER, Shelf

#: What somebody does next: say who she is, a lesson, the quiz, read a version, answer the pulse, or nothing.
Step = Literal["name", "lesson", "quiz", "read", "pulse", "ready"]
#: The letter of a desk that nobody named.
_UNNAMED: Final = "A"


#: A name has so many letters at least.
_LETTERS: Final = 2


@dataclass(frozen=True, slots=True)
class Left:
    """What is left for one person of one version: `ready` says it, `learned` what she did.

    `count` questions are asked: of what changed since the version `since`, or of all the rules.
    """

    taught: Taught
    ready: Ready
    learned: Learned
    since: Edition | None = None
    count: int = 0

    @property
    def read(self) -> bool:
        """Whether she said that she has read it, and agrees or objects."""
        return bool(self.learned.word)

    @property
    def failed(self) -> bool:
        """Whether its questions were answered, and not well enough so far."""
        return not self.ready.knows and bool(self.learned.answers)


@dataclass(frozen=True, slots=True)
class Next:
    """The one next thing: for a lesson its code, else the key of the version."""

    step: Step
    of: str = ""


def shelf_of(home: Path, station: Station) -> Shelf:
    """Where the records of this computer lie: in its own folder, or in one the branch shares."""
    if station.training_folder:
        return Shelf(Path(station.training_folder), station.desk or _UNNAMED, shared=True, local=home / FOLDER)
    return Shelf(home / FOLDER, station.desk or _UNNAMED)


def move(before: Shelf, to: Shelf) -> None:
    """Let what this desk wrote lie in another folder from now on; nothing is counted twice, also where one was cut off.

    Raises `Trouble` (`training.*`); then it lies where it lay.
    """
    if before.file == to.file:
        return
    before.settle()
    # what lies there without a mark is another desk's
    to.settle(take_over=False)
    own = before.own()
    if own == Records():
        return
    # whoever was cut off before the old file went has written it there already
    to.keep(lambda there: own if there == own else together((there, own)))
    try:
        before.file.unlink(missing_ok=True)
    except OSError as why:
        raise Trouble("training.folder", folder=str(before.folder)) from why


def typed_name(words: str) -> str:
    """A name as it is kept: without the spaces somebody typed too many."""
    return " ".join(words.split())


def same_person(words: str, names: Iterable[str]) -> str:
    """A name as it is kept: the one among `names` where it was only typed otherwise (case, spaces, ё as е)."""
    name = typed_name(words)
    return next((one for one in names if _spelled(one) == _spelled(name)), name)


def is_name(words: str) -> bool:
    """Whether somebody can be called so: two letters at least."""
    return sum(one.isalpha() for one in words) >= _LETTERS


def _spelled(name: str) -> str:
    return typed_name(name).casefold().replace("ё", "е")


def left_for(course: Course, records: Records, name: str, lessons: Sequence[str]) -> tuple[Left, ...]:
    """What somebody has to do for the version in force and for the one that comes. `lessons` are codes of those the
    clinic's program has."""
    person = records.person(name)
    found: list[Left] = []
    for taught in course.matters:
        ready = readiness(person, taught.edition, course.editions, lessons, differ)
        since = known(course.editions, ready.since)
        if since is None and found and not found[0].ready.knows:
            # she learns today's rules first: then only what changes is left of the next ones
            since = found[0].taught.edition
        count = 0 if ready.knows else how_many(taught, since)
        found.append(Left(taught, ready, person.of(taught.key), since, count))
    return tuple(found)


def next_step(name: str, left: Sequence[Left], lessons: Sequence[str]) -> Next:
    """What somebody does next; `lessons` in the order in which they are learned."""
    if not name:
        return Next("name")
    if not left:
        return Next("ready")
    undone = left[0].ready.lessons_left
    for code in lessons:
        if code in undone:
            return Next("lesson", code)
    for one in left:
        if not one.ready.knows:
            return Next("quiz", one.taught.key)
        if not one.read:
            return Next("read", one.taught.key)
    for one in left:
        if not one.learned.asked:
            return Next("pulse", one.taught.key)
    return Next("ready")


@dataclass(frozen=True, slots=True)
class Branch:
    """Everybody who ever learned in a branch, for one version, by name; `desks` says the same for each desk."""

    taught: Taught
    people: tuple[Ready, ...]
    desks: tuple[tuple[str, int, int], ...] = ()

    @property
    def share(self) -> tuple[int, int]:
        """How many are ready, of how many."""
        return share_ready(self.people)


def let_go(shelf: Shelf, name: str) -> None:
    """Somebody works here no more: the branch is counted without her. Raises `Trouble` (`training.*`)."""
    mark = state_of(shelf.everybody().person(name))
    shelf.keep(lambda records: replace(records, gone={**records.gone, name: mark}))


def call_back(shelf: Shelf, name: str) -> None:
    """She does work here. Raises `Trouble` (`training.*`)."""
    shelf.keep(lambda records: replace(records, gone={**records.gone, name: ""}))


def branch_of(course: Course, taught: Taught, by_desk: Sequence[tuple[str, Records]], lessons: Sequence[str]) -> Branch:
    """Who is ready for a version; what somebody learned at two desks counts together, at both."""
    records = together(one for _, one in by_desk)
    ready = {
        name: readiness(records.people[name], taught.edition, course.editions, lessons, differ)
        for name in sorted(records.people)
        if records.works_here(name)
    }
    desks = []
    for desk, own in by_desk:
        there = [ready[name] for name in own.people if name in ready]
        desks.append((desk, *share_ready(there)))
    return Branch(taught, tuple(ready.values()), tuple(desks))


def ready_for(
    desk: Desk, shelf: Shelf, document: Json, lessons: Callable[[Course], Sequence[str]]
) -> tuple[int, int] | None:
    """How many of how many know the rules of a document that is not announced yet; None where nobody ever learned."""
    records = shelf.everybody()
    people = [person for name, person in records.people.items() if records.works_here(name)]
    if not people:
        return None
    course = course_of(desk)
    edition, needed = draft_edition(course, document), lessons(course)
    # whoever knows rules that answer every question as these do knows these, whatever she passed later
    alike = [one.edition for one in course.matters if not differ(one.program, edition.program)]

    def state(person: Person) -> Ready:
        states = [readiness(person, one, (*course.editions, edition), needed, differ) for one in (*alike, edition)]
        return next((one for one in states if one.knows), states[-1])

    return share_ready(state(person) for person in people)
