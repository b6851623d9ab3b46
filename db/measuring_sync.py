"""Taking another desk's acts beside its raw twin: the rows they leave, written by the bare driver from memory."""

from __future__ import annotations

import random
import shutil
import time
import uuid
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from db.engine import connect
from db.raw_twin import Script, Step, noting
from db.store import SqlStore, create
from desk_app.domain.errors import Trouble
from desk_app.ports import Json, Op, StoredOp
from desk_app.sync.calls import Call
from desk_app.sync.driving import World, drive
from desk_app.sync.fetching import fetch
from desk_app.sync.greeting import greet
from desk_app.sync.memory import Memory

_DAY = "2026-01-05"
_NOON = 1_767_600_000_000
_TERMS: Json = {"clock": "fixed", "warn": 30, "grace": 30, "period": "12 months"}
#: Ops written in one local transaction while a desk works.
PAGE = 200
#: The key of a desk file that is only measured.
KEY = bytes(range(32))


@dataclass(frozen=True, slots=True)
class Taken:
    """Seconds for so many ops: ours, and the same rows from memory."""

    ops: int
    ours: float
    raw: float

    @property
    def share(self) -> float:
        """How much of the bare driver's speed is reached."""
        return self.raw / self.ours


def fetching(
    folder: Path, stored: Sequence[StoredOp], line: Callable[[Call], Any], page: int, turns: int,
    key: bytes | None = KEY,
) -> Taken:  # fmt: skip
    """Fetch these ops as a desk's exchange does, in transactions of `page` ops, beside their rows from memory.

    Both are durable, under a key as every desk is; each is done several times on a fresh copy, in turn, and the
    quickest is kept. `line` answers for the centre, which holds these ops of others and nothing else that is new.
    """
    pages = [stored[first : first + page] for first in range(0, len(stored), page)]
    empty = folder / "empty.db"
    if not empty.exists():
        create(empty, key).close()
    scripts = _rows_of(folder, empty, pages, key)
    ours, raw = [], []
    for _ in range(turns):
        ours.append(_ours(_fresh(folder, empty), line, len(stored), page, key))
        raw.append(_raw(_fresh(folder, empty), scripts, key))
    return Taken(len(stored), min(ours), min(raw))


def paid_elsewhere(folder: Path, count: int, seed: int = 5) -> tuple[StoredOp, ...]:
    """So many payments of a desk that nobody knows yet, as its log holds them."""
    with create(folder / f"elsewhere-{uuid.uuid4().hex}.db", durable=False) as store:
        with store.writing() as writing:
            writing.append_many(_payments(count, seed))
        with store.reading() as reading:
            return reading.ops_after({})


def _payments(count: int, seed: int) -> Iterator[Op]:
    """Payments of some hundreds of members: a receipt of three lines, units spent and earned, a use of a promotion."""
    dice = random.Random(seed)
    members = [str(uuid.UUID(int=dice.getrandbits(128), version=4)) for _ in range(max(1, count // 8))]
    for number in range(count):
        who, ident = dice.choice(members), str(uuid.UUID(int=(number << 64) + dice.getrandbits(60)))
        line: Json = {"list": 180000, "pays": 171000, "rule": "level:silver",
                      "reasons": [{"code": "level", "params": {"p": "5"}}]}  # fmt: skip
        receipt: Json = {"number": f"B-{number:06d}", "day": _DAY, "version": 1,
                         "bill": {"id": f"bill-{number}", "patient": who},
                         "quote": {"pays": 513000, "lines": [{"id": str(n), **line} for n in range(3)]}}  # fmt: skip
        fact: Json = {"member": who, "day": _DAY, "receipt": ident}
        facts = [
            {"kind": "visited", **fact, "counts": True, "sums": [513000] * 3, "earned": 250, "used": [],
             "services": ["a1", "b2"]},
            {"kind": "redeemed", **fact, "units": 10},
            {"kind": "accrued", **fact, "units": 250, "source": "bill", "usable": "at_once", "terms": _TERMS,
             "version": 1, "patient": who},
        ]  # fmt: skip
        body: Json = {
            "kind": "checkout", "v": 1, "desk": "B", "by": "anna", "day": _DAY, "utc": 180, "receipt": receipt,
            "facts": facts, "entries": [[who, -10], [who, 250]],
            "uses": [{"kind": "promotion", "code": "morning", "member": who}],
        }  # fmt: skip
        yield Op(ident, _NOON + number, body)


def bytes_at_a_desk(folder: Path, count: int = 5000) -> float:
    """What an op of another desk takes in a desk's file, with all that follows from it."""
    ops, empty = paid_elsewhere(folder, count), folder / "empty.db"
    if not empty.exists():
        create(empty, KEY).close()
    path = _fresh(folder, empty)
    with SqlStore(path, KEY) as store, store.writing() as writing:
        writing.take_foreign(ops)
    return (path.stat().st_size - empty.stat().st_size) / count


def _fresh(folder: Path, empty: Path) -> Path:
    path = folder / "taking.db"
    for tail in ("", "-wal", "-shm"):
        path.with_name(path.name + tail).unlink(missing_ok=True)
    shutil.copyfile(empty, path)
    return path


def _rows_of(
    folder: Path, empty: Path, pages: Sequence[Sequence[StoredOp]], key: bytes | None
) -> list[Script]:  # fmt: skip
    """The rows each page leaves, statement by statement; nothing that is only asked."""
    scripts: list[Script] = []
    with SqlStore(_fresh(folder, empty), key, durable=False) as store:
        for page in pages:
            script: Script = []
            with store.writing() as writing:
                writing.cursor = noting(writing.cursor, script)
                writing.take_foreign(page)
            scripts.append([step for step in script if _writes(step)])
    return scripts


def _writes(step: Step) -> bool:
    return step[0].split(maxsplit=1)[0] in ("INSERT", "UPDATE", "DELETE")


def _ours(path: Path, line: Callable[[Call], Any], ops: int, page: int, key: bytes | None) -> float:
    with SqlStore(path, key) as store:
        memory, world = Memory(bite=lambda: page), World(line, lambda _: False)
        # who is greeted has both connections, and knows whose moments these are, before the clock runs
        drive(greet(store, memory), world)
        began = time.perf_counter()
        drive(fetch(store, memory), world)
        took = time.perf_counter() - began
        with store.reading() as reading:
            if sum(one.head for one in reading.other_streams()) != ops:
                raise Trouble("centre.protocol", detail="fetched")
    return took


def _raw(path: Path, scripts: Sequence[Script], key: bytes | None) -> float:
    with closing(connect(path, key)) as connection:
        cursor = connection.cursor()
        began = time.perf_counter()
        for script in scripts:
            cursor.execute("BEGIN IMMEDIATE")
            for statement, values, many in script:
                if many:
                    cursor.executemany(statement, values)
                else:
                    cursor.execute(statement, values)
            cursor.execute("COMMIT")
        return time.perf_counter() - began
