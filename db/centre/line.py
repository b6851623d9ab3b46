"""The line of one desk to the centre: each call of the protocol over one connection that is kept open.

One worker uses a line, and nobody else at the same time. After a trouble the connection is thrown away, and the next
call opens another.
"""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final
from uuid import UUID

import psycopg
from psycopg.conninfo import conninfo_to_dict
from psycopg.rows import tuple_row

from db.centre.trouble import one_door
from desk_app.domain.errors import Trouble
from desk_app.ports import StoredOp
from desk_app.sync.calls import (
    Ahead,
    FetchSeed,
    Gate,
    Gated,
    HashesAt,
    Heads,
    Hello,
    Pull,
    Push,
    Pushed,
    Seed,
    SeedOffered,
    StreamHead,
    Times,
    Welcome,
)

#: How a line is opened, and after how long silence is a broken line (seconds, milliseconds where the name says so).
PATIENCE: Final[Mapping[str, Any]] = {
    "connect_timeout": 5, "tcp_user_timeout": 20_000, "keepalives": 1, "keepalives_idle": 10,
    "keepalives_interval": 5, "keepalives_count": 3, "application_name": "tessera",
}  # fmt: skip
#: Milliseconds the server may work on one call.
_AT_MOST: Final = 15_000
#: Rows read at one go.
_ROWS: Final = 200

_HELLO: Final = "SELECT * FROM sync_v1.hello(%b::text, %b::text, %b::int, %b::uuid[])"
_PUSH: Final = (
    "SELECT head, code, moved_op, moved_to FROM "
    "sync_v1.push(%b::uuid, %b::bytea, %b::bigint, %b::uuid[], %b::bigint[], %b::text[], %b::bytea[])"
)
_PULL: Final = (
    "SELECT stream::text, seq, op_id::text, moment, body, hash FROM sync_v1.pull(%b::int[], %b::bigint[], %b::int)"
)
_SEED: Final = "SELECT number, ops, size, parts, sha, revision FROM sync_v1.seed_offered()"


class _Begun:
    """A call that is being made on a thread of its own; `answer` waits for what came of it."""

    def __init__(self, call: Pull, ask: Callable[[Any], Any]) -> None:
        self.call = call
        self._answer: Any = None
        self._error: Exception | None = None
        # a server that never answers must not keep the app from ending
        self._thread = threading.Thread(target=self._run, args=(ask,), name="fetching ahead", daemon=True)
        self._thread.start()

    def _run(self, ask: Callable[[Any], Any]) -> None:
        try:
            self._answer = ask(self.call)
        except Exception as error:  # noqa: BLE001 - whatever it is, it is raised where the answer is wanted
            self._error = error

    def over(self) -> None:
        """Wait until nobody uses the line any more."""
        self._thread.join()

    def answer(self) -> Any:
        """What the call was answered. Raises what it raised."""
        self.over()
        if self._error is not None:
            raise self._error
        return self._answer


class Line:
    """Answers every call that goes over the network; raises `Trouble` (`centre.*`) when it could not.

    `conninfo` is the libpq text of the join, with the paths of its certificates; `fetch_seed` makes a desk file of a
    seed on this computer and answers what `FetchSeed` is answered by.
    """

    def __init__(
        self, conninfo: str, password: str = "", fetch_seed: Callable[[Line, Seed], Any] | None = None
    ) -> None:
        self._conninfo = conninfo
        self._password = password
        self._fetch_seed = fetch_seed
        self._connection: psycopg.Connection | None = None
        self._begun: _Begun | None = None
        self._answers: Mapping[type, Callable[[Any], Any]] = {
            Hello: self._hello, Push: self._push, Times: self._times, HashesAt: self._hashes_at, Gate: self._gate,
            Heads: self._heads, Pull: self._pull, SeedOffered: self._seed_offered, FetchSeed: self._fetch,
        }  # fmt: skip

    def answer(self, call: Any) -> Any:
        """What the centre says to a call of `desk_app.sync.calls`. Raises `Trouble`."""
        begun, self._begun = self._begun, None
        if begun is not None:
            if begun.call == call:
                return begun.answer()
            begun.over()
        if isinstance(call, Ahead):
            self._begun = _Begun(call.call, self._ask)
            return None
        return self._ask(call)

    def _ask(self, call: Any) -> Any:
        try:
            with one_door():
                return self._answers[type(call)](call)
        except Trouble as trouble:
            self._hang_up()
            if trouble.code == "centre.refused" and self._is_out_of_time():
                raise Trouble("centre.clock") from None
            raise

    def _is_out_of_time(self) -> bool:
        """Whether a certificate of this line does not hold by this computer's clock: then the clock may be wrong."""
        from cryptography.x509 import load_pem_x509_certificates

        known, now = conninfo_to_dict(self._conninfo), datetime.now(UTC)
        for name in ("sslrootcert", "sslcert"):
            with suppress(OSError, ValueError):
                for one in load_pem_x509_certificates(Path(str(known.get(name, ""))).read_bytes()):
                    if not one.not_valid_before_utc <= now <= one.not_valid_after_utc:
                        return True
        return False

    def close(self) -> None:
        """Hang up; the next call opens the line again."""
        begun, self._begun = self._begun, None
        if begun is not None:
            self.cut()
            begun.over()
        self._hang_up()

    def _hang_up(self) -> None:
        connection, self._connection = self._connection, None
        if connection is not None:
            with suppress(psycopg.Error):
                connection.close()

    def cut(self) -> None:
        """Break whatever the line is doing, from another thread: it sees its connection end."""
        connection = self._connection
        with suppress(OSError, psycopg.Error):
            if connection is not None and not connection.closed:
                with socket.fromfd(connection.fileno(), socket.AF_INET, socket.SOCK_STREAM) as line:
                    line.shutdown(socket.SHUT_RDWR)

    def seed_part(self, number: int, part: int) -> bytes:
        """One part of a seed, counted from 0. Raises `Trouble`; `centre.seed` when it is not there any more."""
        with one_door():
            row = self._execute("SELECT content FROM sync_v1.seed_parts(%b::int, %b::int, %b::int)",
                                (number, part, part)).fetchone()  # fmt: skip
        if row is None:
            raise Trouble("centre.seed")
        return bytes(row[0])

    def change_password(self, password: str) -> None:
        """Give this desk's role a new password; only what the server stores of it goes over the line."""
        with one_door():
            connection = self._open()
            verifier = connection.pgconn.encrypt_password(
                password.encode(), connection.info.user.encode(), b"scram-sha-256"
            )
            self._execute("SELECT sync_v1.change_password(%b::text)", (verifier.decode(),))
        self._password = password

    def _open(self) -> psycopg.Connection:
        if self._connection is None or self._connection.closed:
            patience: dict[str, Any] = {**PATIENCE, **({"password": self._password} if self._password else {})}
            self._connection = psycopg.connect(self._conninfo, autocommit=True, row_factory=tuple_row, **patience)
            self._connection.execute(f"SET statement_timeout = {_AT_MOST}".encode())
        return self._connection

    def _execute(self, query: Any, values: tuple[Any, ...] = ()) -> psycopg.Cursor[Any]:
        # in binary a hash is 32 bytes, and not 66 letters
        return self._open().execute(query, values, binary=True)

    def _hello(self, call: Hello) -> Welcome:
        row = self._execute(
            _HELLO, (call.app, call.fingerprint, call.protocol, [UUID(one) for one in call.streams])
        ).fetchone()
        assert row is not None
        generation, oldest, newest, now, status, poll, desk, streams, nos, anchors, heads, hashes, safe = row
        own = tuple(
            StreamHead(str(stream), no, anchor, head, hash_)
            for stream, no, anchor, head, hash_ in zip(streams, nos, anchors, heads, hashes, strict=True)
        )
        held = {str(stream): place for stream, place in zip(streams, safe, strict=True) if place}
        return Welcome(str(generation), oldest, newest, now, status, own, held, poll, desk)

    def _push(self, call: Push) -> Pushed:
        row = self._execute(_PUSH, (
            UUID(call.stream), call.anchor, call.first, [UUID(op.op_id) for op in call.ops],
            [op.moment for op in call.ops], [op.body for op in call.ops], [op.hash for op in call.ops],
        )).fetchone()  # fmt: skip
        assert row is not None
        head, code, moved_op, moved_to = row
        return Pushed(head, code, {str(op): moment for op, moment in zip(moved_op or (), moved_to or (), strict=True)})

    def _times(self, call: Times) -> dict[str, int]:
        return dict(self._execute(
            "SELECT op_id::text, moment FROM sync_v1.times(%b::uuid, %b::bigint, %b::bigint)",
            (UUID(call.stream), call.first, call.last),
        ).fetchall())  # fmt: skip

    def _hashes_at(self, call: HashesAt) -> dict[int, bytes]:
        return dict(self._execute(
            "SELECT place, hash FROM sync_v1.hashes_at(%b::uuid, %b::bigint[])", (UUID(call.stream), list(call.places))
        ).fetchall())  # fmt: skip

    def _gate(self, _: Gate) -> Gated:
        row = self._execute("SELECT generation::text, streams, ops FROM sync_v1.gate()").fetchone()
        assert row is not None
        return Gated(*row)

    def _heads(self, _: Heads) -> tuple[StreamHead, ...]:
        rows = self._execute("SELECT stream::text, no, anchor, head, hash FROM sync_v1.heads()").fetchall()
        return tuple(StreamHead(*row) for row in rows)

    def _pull(self, call: Pull) -> tuple[StoredOp, ...]:
        found = self._execute(_PULL, (list(call.after), list(call.after.values()), call.limit))
        ops: list[StoredOp] = []
        # piece by piece: nobody else in this process gets a turn while rows are read
        while rows := found.fetchmany(_ROWS):
            ops += map(StoredOp._make, rows)
        return tuple(ops)

    def _seed_offered(self, _: SeedOffered) -> Seed | None:
        row = self._execute(_SEED).fetchone()
        return Seed(*row) if row else None

    def _fetch(self, call: FetchSeed) -> Any:
        if self._fetch_seed is None:
            raise Trouble("centre.seed")
        return self._fetch_seed(self, call.seed)
