"""Who is ready for a version of the program: lessons done once, and the quiz passed of what she does not know yet."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from itertools import islice
from typing import Final

from desk_app.domain.people import Service
from desk_app.domain.program import Program
from desk_app.training.quiz import USUAL, Question, quiz
from desk_app.training.records import Learned, Person, Records, with_learned

#: First answers that may be wrong in a quiz that is passed.
_MAY_BE_WRONG: Final = 1
#: A branch is called ready from here on.
ENOUGH: Final = Fraction(4, 5)


@dataclass(frozen=True, slots=True)
class Edition:
    """A version as training knows it: its key, its number, its first day and its rules."""

    key: str
    start: date
    program: Program


@dataclass(frozen=True, slots=True)
class Ready:
    """Where a person stands with a version: lessons still to do, and whether the rules are known.

    `since` is the version whose quiz she passed and from which only changes are asked, None while all of it is.
    """

    name: str
    lessons_left: tuple[str, ...]
    knows: bool
    since: str | None = None

    @property
    def ready(self) -> bool:
        """Nothing is left to do."""
        return self.knows and not self.lessons_left


@dataclass(frozen=True, slots=True)
class Troublesome:
    """A topic with how often it was answered rightly and wrongly at first."""

    topic: str
    right: int
    wrong: int


Differ = Callable[[Program, Program], bool]


def readiness(
    person: Person, edition: Edition, editions: Sequence[Edition], lessons: Iterable[str], differ: Differ
) -> Ready:
    """Where somebody stands with a version. `lessons` are codes of those the program has; `differ` says whether some
    answer of one program is another one in the other (`anything_new`)."""
    left = tuple(code for code in lessons if code not in person.lessons)
    if person.of(edition.key).passed:
        return Ready(person.name, left, knows=True, since=edition.key)
    earlier = [one for one in editions if one.start <= edition.start and one.key != edition.key]
    for one in sorted(earlier, key=lambda one: one.start, reverse=True):
        if person.of(one.key).passed:
            return Ready(person.name, left, knows=not differ(one.program, edition.program), since=one.key)
    return Ready(person.name, left, knows=False)


def anything_new(before: Program, now: Program) -> bool:
    """Whether somebody who knew the version before would answer some question wrongly now."""
    return next(quiz(now, "anything new", date(2027, 3, 10), before=before), None) is not None


def questions(
    edition: Edition, since: Edition | None, seed: str, day: date, services: Sequence[Service] = (),
    until: date | None = None,
) -> tuple[Question, ...]:  # fmt: skip
    """The quiz of two minutes: of the whole version, or of what is new since another one.

    The bills are paid from `day` on and before `until`.
    """
    stream = quiz(edition.program, seed, day, services, since.program if since else None, until)
    return tuple(islice(stream, USUAL))


def passed(answers: Sequence[bool]) -> bool:
    """Whether first answers pass a quiz; one of nothing is passed."""
    return sum(not right for right in answers) <= _MAY_BE_WRONG


def answered(person: Person, version: str, topics: Sequence[tuple[str, bool]]) -> Person:
    """The person with the first answers of a quiz, by topic, and passed where they pass."""
    known = person.of(version)
    counts: dict[str, tuple[int, int]] = dict(known.answers)
    for topic, right in topics:
        before = counts.get(topic, (0, 0))
        counts[topic] = (before[0] + right, before[1] + (not right))
    done = known.passed or passed([right for _, right in topics])
    return with_learned(person, version, replace(known, passed=done, answers=counts))


def lesson_done(person: Person, code: str) -> Person:
    """The person with one lesson more."""
    return replace(person, lessons=person.lessons | {code})


def share_ready(states: Iterable[Ready]) -> tuple[int, int]:
    """How many are ready, of how many who ever learned here."""
    found = list(states)
    return sum(one.ready for one in found), len(found)


def enough(ready: int, people: int) -> bool:
    """Whether so many make a branch ready: four of five, and nobody at all is not enough."""
    return people > 0 and Fraction(ready, people) >= ENOUGH


def troublesome(records: Records, version: str) -> tuple[Troublesome, ...]:
    """Topics of a version by the share of wrong first answers, the worst first: often a fault of the rule."""
    right: Counter[str] = Counter()
    wrong: Counter[str] = Counter()
    for person in records.people.values():
        learned: Learned = person.of(version)
        counts: Mapping[str, tuple[int, int]] = learned.answers
        for topic, (ok, not_ok) in counts.items():
            right[topic] += ok
            wrong[topic] += not_ok
    found = [Troublesome(topic, right[topic], wrong[topic]) for topic in {*right, *wrong} if wrong[topic]]
    return tuple(sorted(found, key=lambda one: (-Fraction(one.wrong, one.right + one.wrong), -one.wrong, one.topic)))
