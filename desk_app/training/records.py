"""Who learned what: one file a desk, beside the real records and never in them; a branch may share the folder.

Each desk writes its own file alone and reads all of them, so that nobody waits for anybody and nothing collides.
"""

from __future__ import annotations

import hashlib
import json
import os
import secrets
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import reduce
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

from desk_app.domain.errors import Trouble
from desk_app.ports import Json, VersionRecord

FOLDER: Final = "training-records"
_TAIL: Final = ".training.json"
_MARK: Final = "desk.mark"
_FORMAT: Final = 1
_MARK_BYTES: Final = 3
_NONE: Final[Mapping[str, Any]] = MappingProxyType({})


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
    """What somebody has against a version, and what the owner of the program answered, "" so far."""

    version: str
    by: str
    text: str
    answer: str = ""

    @property
    def id(self) -> str:
        """What an answer is found by."""
        return hashlib.sha256(f"{self.version}\0{self.by}\0{self.text}".encode()).hexdigest()[:16]


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
    content = json.dumps(_person_json(person), ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(content.encode()).hexdigest()[:12]


def version_key(record: VersionRecord) -> str:
    """What a version is known by here: two of one number are told apart by what they say."""
    content = json.dumps(record.document, ensure_ascii=False, sort_keys=True)
    return f"{record.code}/{record.version}/{hashlib.sha256(content.encode()).hexdigest()[:8]}"


@dataclass(frozen=True)
class Shelf:
    """Where the files lie, and which of them is this desk's.

    A `shared` folder must be there: one that is away would look as if nobody had learned anything. `local` is the
    folder on this desk's own computer, for what no other desk may read, where that is another one.
    """

    folder: Path
    desk: str
    shared: bool = False
    local: Path | None = None

    @property
    def own_folder(self) -> Path:
        """The folder on this desk's own computer."""
        return self.local if self.local is not None else self.folder

    @property
    def away(self) -> bool:
        """Whether the folder of the branch cannot be reached."""
        return self.shared and not self.folder.is_dir()

    @property
    def file(self) -> Path:
        """This desk's own: in a shared folder it bears a mark of this computer, for two desks may have one code."""
        mark = self._mark()
        return self.folder / (f"{self.desk}.{mark}{_TAIL}" if mark else f"{self.desk}{_TAIL}")

    @property
    def unread(self) -> tuple[str, ...]:
        """Names of files that are there and cannot be read, of any desk; they are left as they are."""
        return tuple(file.name for file in self._files() if _read(file) is None)

    def everybody(self) -> Records:
        """What all desks wrote, as far as it can be read: a file in the making of another desk is left out."""
        return together(records for _, records in self.by_desk())

    def by_desk(self) -> tuple[tuple[str, Records], ...]:
        """What each desk wrote, by the desk's code; where two have one code their marks tell them apart."""
        read = ((file.name.removesuffix(_TAIL), _read(file)) for file in self._files())
        found = [(*desk.partition(".")[::2], records) for desk, records in read if records is not None]
        codes = Counter(code for code, _, _ in found)
        return tuple(
            (f"{code} ({mark})" if mark and codes[code] > 1 else code, records) for code, mark, records in found
        )

    def own(self) -> Records:
        """What this desk wrote. Raises `Trouble` (`training.broken`) where its file is there and cannot be read."""
        if not self.file.exists():
            return Records()
        records = _read(self.file)
        if records is None:
            raise Trouble("training.broken", file=str(self.file))
        return records

    def keep(self, change: Callable[[Records], Records]) -> Records:
        """Write what `change` makes of this desk's own records; what was written. Raises `Trouble` (`training.*`)."""
        self.settle()
        changed = change(self.own())
        making = self.file.with_name(self.file.name + ".part")
        if self.away:
            raise Trouble("training.folder", folder=str(self.folder))
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            with making.open("w", encoding="utf-8") as file:
                json.dump(_to_json(changed), file, ensure_ascii=False, indent=1, sort_keys=True)
                file.flush()
                os.fsync(file.fileno())
            making.replace(self.file)
        except OSError as error:
            with suppress(OSError):
                making.unlink(missing_ok=True)
            raise Trouble("training.folder", folder=str(self.folder)) from error
        return changed

    def settle(self, *, take_over: bool = True) -> None:
        """Give this computer its mark, once, where the folder is shared. A file without one that this desk wrote here
        before is its own from then on; `take_over` False leaves such a file alone.

        Raises `Trouble` (`training.folder`).
        """
        if not self.shared or self.local is None or self._mark():
            return
        before = self.file
        try:
            self.local.mkdir(parents=True, exist_ok=True)
            making = self.local / f"{_MARK}.part"
            making.write_text(secrets.token_hex(_MARK_BYTES), encoding="utf-8")
            making.replace(self.local / _MARK)
        except OSError as error:
            raise Trouble("training.folder", folder=str(self.local)) from error
        if take_over and _read(before) is not None:
            # another desk of this code may have taken it a moment ago: it is read all the same
            with suppress(OSError):
                before.replace(self.file)

    def _mark(self) -> str:
        if not self.shared or self.local is None:
            return ""
        try:
            mark = (self.local / _MARK).read_text(encoding="utf-8").strip()
        except (OSError, UnicodeDecodeError):
            return ""
        return mark if len(mark) == 2 * _MARK_BYTES and mark.isalnum() else ""

    def _files(self) -> Iterator[Path]:
        try:
            yield from sorted(self.folder.glob(f"*{_TAIL}"))
        except OSError:
            return


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
    for records in all_of_them:
        gone.update(records.gone)
        for name, person in records.people.items():
            people[name] = _both(people.get(name, Person(name)), person)
        for one in records.objections:
            known = objections.get(one.id)
            objections[one.id] = one if known is None or one.answer else known
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


def _both(one: Person, other: Person) -> Person:
    learned = dict(one.learned)
    for version, more in other.learned.items():
        known = learned.get(version)
        learned[version] = more if known is None else Learned(
            known.passed or more.passed, _summed(known.answers, more.answers), known.word or more.word,
            known.asked or more.asked,
        )  # fmt: skip
    return Person(one.name, one.lessons | other.lessons, learned)


def _summed(one: Mapping[str, tuple[int, int]], other: Mapping[str, tuple[int, int]]) -> dict[str, tuple[int, int]]:
    topics = {*one, *other}
    return {
        topic: (one.get(topic, (0, 0))[0] + other.get(topic, (0, 0))[0],
                one.get(topic, (0, 0))[1] + other.get(topic, (0, 0))[1])
        for topic in topics
    }  # fmt: skip


# the file


def _to_json(records: Records) -> Json:
    return {
        "format": _FORMAT,
        "people": {name: _person_json(person) for name, person in records.people.items()},
        "gone": dict(records.gone),
        "objections": [
            {"version": one.version, "by": one.by, "text": one.text, "answer": one.answer} for one in records.objections
        ],
        "pulse": {
            version: {name: tally_json(block) for name, block in blocks.items()}
            for version, blocks in records.blocks.items()
        },
        "shown": {version: tally_json(tally) for version, tally in records.shown.items()},
    }


def _person_json(person: Person) -> Json:
    return {
        "lessons": sorted(person.lessons),
        "versions": {
            version: {"passed": one.passed, "answers": dict(one.answers), "word": one.word, "asked": one.asked}
            for version, one in person.learned.items()
        },
    }


def tally_json(tally: Tally) -> Json:
    """A tally as it is written."""
    return {"counts": {question: list(counts) for question, counts in tally.counts.items()}, "words": list(tally.words)}


def _read(file: Path) -> Records | None:
    try:
        found = json.loads(file.read_text(encoding="utf-8"))
        if found["format"] != _FORMAT:
            return None
        return Records(
            {name: _person(name, one) for name, one in found["people"].items()},
            tuple(Objection(one["version"], one["by"], one["text"], one["answer"]) for one in found["objections"]),
            {
                version: {str(name): tally_from(block) for name, block in blocks.items()}
                for version, blocks in found["pulse"].items()
            },
            {version: tally_from(one) for version, one in found["shown"].items()},
            {str(name): str(mark) for name, mark in found.get("gone", {}).items()},
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def _person(name: str, found: Json) -> Person:
    learned = {
        version: Learned(
            bool(one["passed"]), {topic: (int(right), int(wrong)) for topic, (right, wrong) in one["answers"].items()},
            str(one["word"]), bool(one["asked"]),
        )
        for version, one in found["versions"].items()
    }  # fmt: skip
    return Person(name, frozenset(map(str, found["lessons"])), learned)


def tally_from(found: Json) -> Tally:
    """`tally_json` read. Raises KeyError, TypeError or ValueError for anything else."""
    counts = {question: tuple(int(mark) for mark in marks) for question, marks in found["counts"].items()}
    if any(len(marks) != 5 for marks in counts.values()):
        raise ValueError("counts")
    return Tally(counts, tuple(sorted(map(str, found["words"]))))
