"""Where the records of training lie: one file a desk, beside the real records and never in them.

A branch may share the folder: each desk writes its own file alone and reads all of them, so that nobody waits for
anybody and nothing collides.
"""

from __future__ import annotations

import json
import os
import secrets
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from desk_app.domain.errors import Trouble
from desk_app.ports import Json
from desk_app.seal import Seal
from desk_app.training.records import Learned, Objection, Person, Records, Tally, person_json, together

FOLDER: Final = "training-records"
_TAIL: Final = ".training.json"
_MARK: Final = "desk.mark"
_FORMAT: Final = 1
_MARK_BYTES: Final = 3


@dataclass(frozen=True)
class Shelf:
    """Where the files lie, and which of them is this desk's.

    A `shared` folder must be there: one that is away would look as if nobody had learned anything. `local` is the
    folder on this desk's own computer, for what no other desk may read, where that is another one. `seal` closes what
    waits there with the key of the desk's records; None for a desk whose records lie open.
    """

    folder: Path
    desk: str
    shared: bool = False
    local: Path | None = None
    seal: Seal | None = field(default=None, compare=False, repr=False)

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


def _to_json(records: Records) -> Json:
    return {
        "format": _FORMAT,
        "people": {name: person_json(person) for name, person in records.people.items()},
        "gone": dict(records.gone),
        "objections": [
            {
                "version": one.version,
                "by": one.by,
                "text": one.text,
                "answer": one.answer,
                "turns": one.turns,
                "seen": one.seen,
            }
            for one in records.objections
        ],
        "pulse": {
            version: {name: tally_json(block) for name, block in blocks.items()}
            for version, blocks in records.blocks.items()
        },
        "shown": {version: tally_json(tally) for version, tally in records.shown.items()},
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
            tuple(
                Objection(
                    one["version"],
                    one["by"],
                    one["text"],
                    one["answer"],
                    int(one.get("turns", 0)),
                    bool(one.get("seen", False)),
                )
                for one in found["objections"]
            ),
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
