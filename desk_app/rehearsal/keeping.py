"""A rehearsal that was interrupted goes on: lives are kept on this computer, a chunk at a time, as they are lived.

Places are used again by the next rehearsal, so that there is never more than one of them on the disk.
"""

from __future__ import annotations

import json
import zlib
from base64 import b85decode, b85encode
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Final, Protocol

from desk_app.domain.errors import Trouble
from desk_app.ports import Desk
from desk_app.rehearsal.draft import Draft
from desk_app.rehearsal.past import Past
from desk_app.rehearsal.rows import Lived, Row

_UNDER: Final = "rehearsal.chunk."
#: Written anew whenever lives are lived in another way: what an older app kept is none then.
_FORMAT: Final = 1


class Keeper(Protocol):
    """Where finished chunks are kept: by number, of one rehearsal."""

    def kept(self) -> Mapping[int, tuple[Lived, ...]]:
        """What was lived already."""
        ...

    def keep(self, number: int, lives: Iterable[Lived]) -> None:
        """Keep a chunk."""
        ...


@dataclass(slots=True)
class InMemory:
    """Keeps chunks as long as it lives itself: for a past that comes from no desk."""

    chunks: dict[int, tuple[Lived, ...]] = field(default_factory=dict)

    def kept(self) -> Mapping[int, tuple[Lived, ...]]:
        """What was lived already."""
        return dict(self.chunks)

    def keep(self, number: int, lives: Iterable[Lived]) -> None:
        """Keep a chunk."""
        self.chunks[number] = tuple(lives)


@dataclass(frozen=True, slots=True)
class OnDesk:
    """Keeps chunks among the settings of this computer. Where nothing can be written, nothing is kept."""

    desk: Desk
    of: str

    def kept(self) -> Mapping[int, tuple[Lived, ...]]:
        """What was lived already of this very rehearsal."""
        with self.desk.store.reading() as reading:
            found = reading.settings_under(_UNDER)
        out: dict[int, tuple[Lived, ...]] = {}
        for number, text in found.items():
            of, _, packed = text.partition(" ")
            if of == self.of:
                with suppress(ValueError, zlib.error):  # torn by hand: lived once more
                    out[int(number)] = unpacked(packed)
        return out

    def keep(self, number: int, lives: Iterable[Lived]) -> None:
        """Keep a chunk, on the disk before this answers."""
        if self.desk.shut is None:
            with suppress(Trouble), self.desk.store.writing() as writing:
                writing.put_setting(f"{_UNDER}{number}", f"{self.of} {packed(lives)}")


def name_of(past: Past, draft: Draft) -> str:
    """Tells one rehearsal from every other: the same draft, days and bills have the same name."""
    document = json.dumps(draft.document, sort_keys=True, ensure_ascii=False)
    parts = (str(_FORMAT), past.first.isoformat(), past.last.isoformat(), past.digest, document)
    return sha256("\n".join(parts).encode()).hexdigest()


def packed(lives: Iterable[Lived]) -> str:
    """Lives as a text."""
    plain = [[life.key, [list(row) for row in life.rows], dict(life.ended), life.lapsed, life.overdue, life.changed]
             for life in lives]  # fmt: skip
    text = json.dumps(plain, separators=(",", ":"), ensure_ascii=False)
    return b85encode(zlib.compress(text.encode(), 1)).decode()


def unpacked(text: str) -> tuple[Lived, ...]:
    """`packed` undone. Raises `ValueError`, `zlib.error`."""
    plain = json.loads(zlib.decompress(b85decode(text)))
    return tuple(Lived(key, [Row(*row) for row in rows], ended, *rest) for key, rows, ended, *rest in plain)
