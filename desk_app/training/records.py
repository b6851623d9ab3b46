"""Who learned what, and what is thought of the rules: one desk's, and that of several as one."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import reduce
from types import MappingProxyType
from typing import Any, Final

from desk_app.ports import Json, VersionRecord

_NONE: Final[Mapping[str, Any]] = MappingProxyType({})
AGREED: Final = "agreed"
OBJECTS: Final = "objects"
#: What somebody says of a version who said both, by whether an objection of hers stands.
_OF_TWO: Final = {True: OBJECTS, False: AGREED}


@dataclass(frozen=True, slots=True)
class Learned:
    """What one person did for one version.

    `answers` are (right, wrong) first answers by topic. `word` is "" while nothing was said, "agreed", or "objects".
    `asked` means that the pulse was offered, whether it was answered or not.
    """

    passed: bool = False
    answers: Mapping[str, tuple[int, int]] = field(default_factory=lambda: _NONE)
    word: str = ""
    asked: bool = False


@dataclass(frozen=True, slots=True)
class Person:
    """A trainee by the name she gave; `lessons` are codes of those done, `learned` is by key of a version."""

    name: str
    lessons: frozenset[str] = frozenset()
    learned: Mapping[str, Learned] = field(default_factory=lambda: _NONE)

    def of(self, version: str) -> Learned:
        """What she did for a version."""
        return self.learned.get(version, Learned())


@dataclass(frozen=True, slots=True)
class Objection:
    """What somebody has against a version, and what the owner of the program answered, "" so far.

    `turns` counts how often it was taken back and said again: odd while it is taken back. `seen` once whoever objected
    has read the answer.
    """

    version: str
    by: str
    text: str
    answer: str = ""
    turns: int = 0
    seen: bool = False

    @property
    def id(self) -> str:
        """What an answer is found by."""
        return hashlib.sha256(f"{self.version}\0{self.by}\0{self.text}".encode()).hexdigest()[:16]

    @property
    def taken_back(self) -> bool:
        """Whether she agreed after all."""
        return self.turns % 2 == 1

    @property
    def waits(self) -> bool:
        """Whether the owner has to answer it."""
        return not self.answer and not self.taken_back


@dataclass(frozen=True, slots=True)
class Tally:
    """Answers of a pulse: for each question how often 1, 2 … 5 was said, and what was written, in order of letters."""

    counts: Mapping[str, tuple[int, ...]] = field(default_factory=lambda: _NONE)
    words: tuple[str, ...] = ()

    @property
    def total(self) -> int:
        """How many answered."""
        return max((sum(counts) for counts in self.counts.values()), default=0)


@dataclass(frozen=True, slots=True)
class Records:
    """What one desk wrote, or all of them together. `blocks` and `shown` (what of them was shown last) are by version.

    A block is the answers of five to the pulse, under a name of its own: heard twice, it is still one.
    `gone` are people who work here no more, each with what she had learned by then (`state_of`): who learns on counts.
    """

    people: Mapping[str, Person] = field(default_factory=lambda: _NONE)
    objections: tuple[Objection, ...] = ()
    blocks: Mapping[str, Mapping[str, Tally]] = field(default_factory=lambda: _NONE)
    shown: Mapping[str, Tally] = field(default_factory=lambda: _NONE)
    gone: Mapping[str, str] = field(default_factory=lambda: _NONE)

    @property
    def pulse(self) -> dict[str, Tally]:
        """All answers that were counted, by version."""
        return {version: reduce(added, blocks.values(), Tally()) for version, blocks in self.blocks.items()}

    def works_here(self, name: str) -> bool:
        """Whether somebody who learned here still counts."""
        return self.gone.get(name) != state_of(self.person(name))

    def person(self, name: str) -> Person:
        """A trainee, known or new."""
        return self.people.get(name, Person(name))


def state_of(person: Person) -> str:
    """What somebody has learned by now, as a short mark: another one once she learns on."""
    content = json.dumps(person_json(person), ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(content.encode()).hexdigest()[:12]


def person_json(person: Person) -> Json:
    """A trainee as she is written, but for her name."""
    return {
        "lessons": sorted(person.lessons),
        "versions": {
            version: {"passed": one.passed, "answers": dict(one.answers), "word": one.word, "asked": one.asked}
            for version, one in person.learned.items()
        },
    }


def version_key(record: VersionRecord) -> str:
    """What a version is known by here: two of one number are told apart by what they say."""
    content = json.dumps(record.document, ensure_ascii=False, sort_keys=True)
    return f"{record.code}/{record.version}/{hashlib.sha256(content.encode()).hexdigest()[:8]}"


def with_person(records: Records, person: Person) -> Records:
    """The records with this state of a person."""
    return replace(records, people={**records.people, person.name: person})


def with_learned(person: Person, version: str, learned: Learned) -> Person:
    """The person with this state of a version."""
    return replace(person, learned={**person.learned, version: learned})


def together(all_of_them: Iterable[Records]) -> Records:
    """What several desks wrote, as one: a person who worked at two of them learned what she learned at both."""
    people: dict[str, Person] = {}
    objections: dict[str, Objection] = {}
    blocks: dict[str, dict[str, Tally]] = {}
    shown: dict[str, Tally] = {}
    gone: dict[str, str] = {}
    desks = tuple(all_of_them)
    for one in (one for records in desks for one in records.objections):
        known = objections.get(one.id, one)
        objections[one.id] = replace(
            one, answer=one.answer or known.answer, turns=max(one.turns, known.turns), seen=one.seen or known.seen
        )
    stands = {(one.by, one.version) for one in objections.values() if not one.taken_back}
    for records in desks:
        gone.update(records.gone)
        for name, person in records.people.items():
            people[name] = _both(people.get(name, Person(name)), person, stands)
        for version, found in records.blocks.items():
            blocks.setdefault(version, {}).update(found)
        for version, tally in records.shown.items():
            # the last look anybody took is the one that counts
            shown[version] = max(shown.get(version, Tally()), tally, key=lambda one: one.total)
    return Records(people, tuple(objections.values()), blocks, shown, gone)


def added(one: Tally, other: Tally) -> Tally:
    """Two tallies as one."""
    counts = {
        question: tuple(
            one.counts.get(question, (0,) * 5)[mark] + other.counts.get(question, (0,) * 5)[mark] for mark in range(5)
        )
        for question in {*one.counts, *other.counts}
    }
    return Tally(counts, tuple(sorted((*one.words, *other.words))))


def _both(one: Person, other: Person, stands: Collection[tuple[str, str]]) -> Person:
    """`stands`: who objects to which version still."""
    learned = dict(one.learned)
    for version, more in other.learned.items():
        known = learned.get(version)
        if known is None:
            learned[version] = more
            continue
        said = {word for word in (known.word, more.word) if word}
        # what she said last at two desks is known by whether her objection was taken back
        word = said.pop() if len(said) == 1 else "" if not said else _OF_TWO[(one.name, version) in stands]
        answers = _summed(known.answers, more.answers)
        learned[version] = Learned(known.passed or more.passed, answers, word, known.asked or more.asked)
    return Person(one.name, one.lessons | other.lessons, learned)


def _summed(one: Mapping[str, tuple[int, int]], other: Mapping[str, tuple[int, int]]) -> dict[str, tuple[int, int]]:
    topics = {*one, *other}
    return {
        topic: (one.get(topic, (0, 0))[0] + other.get(topic, (0, 0))[0],
                one.get(topic, (0, 0))[1] + other.get(topic, (0, 0))[1])
        for topic in topics
    }  # fmt: skip
