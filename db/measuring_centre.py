"""Sending to a centre and fetching from it beside the raw thing: rows that come by COPY, rows that come from memory."""

from __future__ import annotations

import time
import zlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from statistics import median, quantiles
from typing import Any
from uuid import uuid4

import psycopg
from psycopg import Connection
from psycopg.conninfo import make_conninfo
from psycopg.sql import SQL, Identifier

from db import measuring_twin
from db.centre import admin, checking
from db.centre.install import install
from db.centre.line import Line
from db.measuring_sync import KEY, PAGE, Taken, fetching, paid_elsewhere
from db.oplog import anchor_of
from desk_app.domain.errors import Trouble
from desk_app.ports import StoredOp
from desk_app.sync.calls import Call, Gate, Heads, Hello, Push


@dataclass(frozen=True, slots=True)
class Place:
    """How one desk reaches the centre of a bench; `twin` is how bare rows are brought beside what it sends, if any."""

    name: str
    conninfo: str
    password: str
    twin: str = ""


@dataclass(slots=True)
class Ground:
    """A centre that nobody will miss; `desk` lets one more desk in."""

    url: str
    keeper: Connection
    roles: list[str] = field(default_factory=list)

    def desk(self, name: str) -> Place:
        """Let a desk come."""
        new = admin.add_desk(self.keeper, name)
        self.roles.append(new.role)
        return Place(name, make_conninfo(self.url, user=new.role), new.password)

    def line(self, name: str) -> Line:
        """The line of a new desk."""
        place = self.desk(name)
        return Line(place.conninfo, place.password)

    def breaches(self) -> int:
        """How many of the things that have to hold do not."""
        with admin.as_owner(self.keeper, snapshot=True):
            return len(checking.report(self.keeper).breaches)

    def bytes_of_a_body(self) -> float:
        """What an op says, as it travels."""
        return self.ask("SELECT sum(octet_length(body)) FROM tessera.op_log") / self._ops()

    def bytes_of_an_op(self) -> float:
        """What an op takes on the centre's disk, with its entries and all indexes."""
        size = sum(self.ask(f"SELECT pg_total_relation_size('tessera.{table}')") for table in measuring_twin.TABLES)
        return size / self._ops()

    def _ops(self) -> int:
        return max(1, self.ask("SELECT count(*) FROM tessera.op_log"))

    def ask(self, query: str) -> int:
        """One number out of the centre, for who keeps it."""
        row = self.keeper.execute(query.encode()).fetchone()
        assert row is not None
        return int(row[0])


@contextmanager
def ground(url: str) -> Iterator[Ground]:
    """A centre in a database of its own on the server of `url`, taken away afterwards with its roles.

    Raises `Trouble` (`centre.*`) and `WrongInput` (`centre.url`).
    """
    name = f"bench_{uuid4().hex[:12]}"
    with admin.opened(url) as server:
        server.execute(SQL("CREATE DATABASE {} ENCODING 'UTF8' TEMPLATE template0").format(Identifier(name)))
        there: Ground | None = None
        try:
            own = make_conninfo(url, dbname=name)
            with psycopg.connect(own, autocommit=True) as keeper:
                install(keeper)
                there = Ground(own, keeper)
                yield there
        finally:
            server.execute(SQL("DROP DATABASE {} WITH (FORCE)").format(Identifier(name)))
            for role in there.roles if there is not None else ():
                server.execute(SQL("DROP ROLE {}").format(Identifier(role)))


@dataclass(frozen=True, slots=True)
class Sent:
    """Seconds of each batch, sent as a desk sends it and brought by COPY, in turn."""

    batch: int
    ours: tuple[float, ...]
    raw: tuple[float, ...]

    def at(self, percent: int) -> tuple[float, float]:
        """Both at a percentile."""
        return at(self.ours, percent), at(self.raw, percent)


def at(values: Sequence[float], percent: int) -> float:
    """A percentile."""
    return quantiles(values, n=100, method="inclusive")[percent - 1] if len(values) > 1 else values[0]


def sending(where: Ground, folder: Path, batch: int, times: int) -> Sent:
    """Push so many batches of payments, and bring the rows each of them leaves bare, batch after batch in turn.

    Many come by COPY, one by INSERT. The twin's rows are worked out beforehand; it proves no hash, reads no body and
    asks nobody's rights. A few batches more go before and are not counted.
    """
    # so many times the driver asks anew before it remembers a statement
    warm = 3 if batch > 1 else 10
    ops = paid_elsewhere(folder, batch * (times + warm), batch)
    line = where.line(f"sends {batch}")
    measuring_twin.bring(where.keeper)
    bring = measuring_twin.copy if batch > 1 else measuring_twin.insert
    ours, raw = [], []
    try:
        for first in range(0, len(ops), batch):
            piece = ops[first : first + batch]
            ours.append(_timed(partial(_push, line, piece)))
            raw.append(_timed(partial(bring, where.keeper, measuring_twin.rows_of(piece))))
    finally:
        line.close()
    return Sent(batch, tuple(ours[warm:]), tuple(raw[warm:]))


def fill(where: Ground, folder: Path, count: int, name: str = "elsewhere") -> tuple[StoredOp, ...]:
    """So many payments of another desk, known to the centre; each name has its own."""
    ops = paid_elsewhere(folder, count, zlib.crc32(name.encode()))
    line = where.line(name)
    try:
        for first in range(0, len(ops), 1000):
            _push(line, ops[first : first + 1000])
    finally:
        line.close()
    return ops


def pulling(where: Ground, folder: Path, ops: int, page: int = PAGE, turns: int = 6) -> Taken:
    """Fetch so many ops and take them, beside their rows from memory: each durable and under a key."""
    stored = fill(where, folder, ops, f"pulled {page}")
    line = where.line(f"pulls {page}")
    try:
        return fetching(folder, stored, partial(_answer_of, line, stored[0].stream), page, turns, KEY)
    finally:
        line.close()


def _answer_of(line: Line, stream: str, call: Call) -> Any:
    """What the line says of one stream alone: others were there before."""
    answer = line.answer(call)
    return tuple(head for head in answer if head.stream == stream) if isinstance(call, Heads) else answer


def looks(where: Ground, streams: int, times: int) -> tuple[float, float]:
    """Seconds of a look that finds nothing new, and of one that asks how far so many streams reach: medians."""
    line = where.line("looks")
    try:
        line.answer(Hello("bench", "bench", ()))
        where.keeper.execute(
            "INSERT INTO tessera.stream (stream_id, desk, anchor, head_hash) SELECT gen_random_uuid(), "
            "(SELECT min(no) FROM tessera.desk), sha256(''), sha256('') FROM generate_series(1, %s)", (streams,)
        )  # fmt: skip
        where.keeper.execute("ANALYZE tessera.stream")
        asked = [median(_timed(partial(line.answer, call)) for _ in range(times)) for call in (Gate(), Heads())]
        where.keeper.execute("DELETE FROM tessera.stream WHERE head = 0")
    finally:
        line.close()
    return asked[0], asked[1]


def _timed(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def _push(line: Line, ops: Sequence[StoredOp]) -> None:
    pushed = line.answer(Push(ops[0].stream, anchor_of(ops[0].stream), ops[0].seq, tuple(ops)))
    if pushed.code != "ok":
        raise Trouble("centre.protocol", detail=pushed.code)
