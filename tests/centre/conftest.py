"""A centre in a database of its own for every test, desks that talk to it, and streams of acts to send."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

import psycopg
import pytest
from psycopg import Connection
from psycopg.conninfo import make_conninfo
from psycopg.sql import SQL, Identifier

from db.centre import admin, checking
from db.centre.install import install
from db.centre.line import Line
from db.oplog import anchor_of, chained
from desk_app.ports import StoredOp
from desk_app.sync.calls import Push
from desk_app.sync.keeping import CentreReport

_EMPTY = (
    "TRUNCATE tessera.desk, tessera.seen, tessera.stream, tessera.op_log, tessera.applied, tessera.entry, "
    "tessera.balance, tessera.quarantine, tessera.safe, tessera.seed, tessera.seed_part RESTART IDENTITY"
)


def now_ms() -> int:
    """This computer's clock, which is the server's too."""
    return int(time.time() * 1000)


@dataclass
class Stream:
    """A stream of some desk: acts chained as a desk chains them."""

    name: str = field(default_factory=lambda: str(uuid4()))
    ops: list[StoredOp] = field(default_factory=list)
    anchor: bytes = b""

    def __post_init__(self) -> None:
        self.anchor = self.anchor or anchor_of(self.name)

    def add(self, *entries: tuple[str, int], op_id: str = "", moment: int = 0, **more: Any) -> StoredOp:
        """One more act; `more` goes into its body."""
        at = moment or now_ms()
        body = {"kind": "act", "v": 1, "desk": "A", "by": "anna", "day": "2026-11-22", "moment": at, "hlc": at << 16,
                **more}  # fmt: skip
        if entries:
            body["entries"] = [list(entry) for entry in entries]
        return self.add_text(json.dumps(body, ensure_ascii=False, separators=(",", ":")), op_id, at)

    def add_text(self, body: str, op_id: str = "", moment: int = 0) -> StoredOp:
        """One more act with a body of any kind."""
        before = self.ops[-1].hash if self.ops else self.anchor
        identifier = op_id or str(uuid4())
        op = StoredOp(self.name, len(self.ops) + 1, identifier, moment or now_ms(), body,
                      chained(before, identifier, body))  # fmt: skip
        self.ops.append(op)
        return op

    def fill(self, count: int) -> Stream:
        """So many acts that give somebody units."""
        for number in range(count):
            self.add((f"p-{number % 7}", 10 + number))
        return self

    def push(self, first: int = 1, last: int | None = None) -> Push:
        """The call that sends these places."""
        return Push(self.name, self.anchor, first, tuple(self.ops[first - 1 : last]))


@dataclass
class Centre:
    """A centre and its keeper; `desk` lets one more desk in."""

    url: str
    keeper: Connection
    lines: list[Line] = field(default_factory=list)

    def desk(self, name: str) -> Line:
        """The line of a new desk."""
        new = admin.add_desk(self.keeper, name)
        line = Line(make_conninfo(self.url, user=new.role), new.password)
        self.lines.append(line)
        return line

    def rows(self, query: str) -> list[tuple[Any, ...]]:
        """What the keeper sees."""
        return self.keeper.execute(query.encode()).fetchall()

    def balances(self) -> dict[str, tuple[int, int]]:
        """Units and count of entries of every account."""
        return {account: (units, n) for account, units, n in self.rows("SELECT * FROM tessera.balance")}

    def aside(self) -> list[tuple[int, str]]:
        """Places and reasons of what was put aside, in order."""
        return [(seq, why) for seq, why in self.rows("SELECT seq, reason FROM tessera.quarantine ORDER BY stream, seq")]

    def report(self) -> CentreReport:
        """The page of `tessera central check`."""
        with admin.as_owner(self.keeper, snapshot=True):
            return checking.report(self.keeper)

    def is_sound(self) -> bool:
        """Whether everything holds that has to hold."""
        return not self.report().breaches


@pytest.fixture(scope="session")
def database(postgres: str) -> Iterator[str]:
    """The URL of a database with a centre in it."""
    name = f"clinic_{uuid4().hex[:12]}"
    with psycopg.connect(postgres, autocommit=True) as server:
        server.execute(SQL("CREATE DATABASE {} ENCODING 'UTF8' TEMPLATE template0").format(Identifier(name)))
        url = of_database(postgres, name)
        with admin.opened(url) as keeper:
            install(keeper)
        yield url
        server.execute(SQL("DROP DATABASE {} WITH (FORCE)").format(Identifier(name)))


@pytest.fixture
def centre(database: str) -> Iterator[Centre]:
    """An empty centre."""
    with admin.opened(database) as keeper:
        kept = Centre(database, keeper)
        try:
            yield kept
        finally:
            for line in kept.lines:
                line.close()
            roles = kept.rows("SELECT role FROM tessera.desk")
            kept.keeper.execute(_EMPTY)
            for (role,) in roles:
                kept.keeper.execute(SQL("DROP ROLE IF EXISTS {}").format(Identifier(role)))


def of_database(url: str, name: str) -> str:
    """The same server, another database."""
    head, _, query = url.partition("?")
    return f"{head.rsplit('/', 1)[0]}/{name}{'?' + query if query else ''}"


@pytest.fixture
def desk(centre: Centre) -> Line:
    """The line of the only desk."""
    return centre.desk("Reception")


@pytest.fixture
def stream() -> Stream:
    """A stream nobody has yet."""
    return Stream()
