"""The op log: every act in its place in a stream, chained by hashes, with an effect that happens once for ever.

The hash of an op is SHA-256(hash before ‖ 16 bytes of the op's id ‖ body as the text that is stored and sent); the
hash before the first is the stream's anchor. Position (`op`) and effect (`applied`) are apart: the same op may stand
in two streams after a restore, and still happens once. The moment of an op is the centre's word on when it happened
where that was heard, else what its body says.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping
from hashlib import sha256
from typing import TYPE_CHECKING, NamedTuple

from db.projections import Place, project
from db.projections.place import dumps, loads
from desk_app.domain.errors import WrongInput
from desk_app.ports import Json, Op, StoredOp

if TYPE_CHECKING:
    from db.engine import Cursor

#: A newer op than any stored: 16 bits of counter below the milliseconds.
COUNTER_BITS = 16
_TAIL = (
    "SELECT s.no, s.anchor, o.seq, o.hash, o.hlc, (SELECT value FROM counter WHERE name='hlc'), s.stream_id "
    "FROM stream s "
    "LEFT JOIN op o ON o.stream=s.no AND o.seq=(SELECT max(seq) FROM op WHERE stream=s.no) WHERE s.mine=1"
)
INSERT_OP = "INSERT INTO op (stream, seq, op_id, moment, hlc, body, hash) VALUES (?, ?, ?, ?, ?, ?, ?)"
INSERT_OP_AT = "INSERT INTO op (pos, stream, seq, op_id, moment, hlc, body, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
INSERT_APPLIED = "INSERT INTO applied VALUES (?, ?, ?)"
_APPLIED = "SELECT body_sha FROM applied WHERE op_id=?"
WITHDRAWN = "INSERT INTO counter VALUES ('withdrawn', 1) ON CONFLICT (name) DO UPDATE SET value=value+excluded.value"
#: Why an op is put aside whose id happened with other content.
REUSED = "reused"
#: Keys the log adds to a body, so that its text says when the op was, wherever it is read.
_ADDED = ("moment", "hlc")


def op_bytes(op_id: str) -> bytes:
    """The 16 bytes of an op's id. Raises ValueError unless it is a UUID in its one spelling, lower case with dashes."""
    value = bytes.fromhex(op_id.replace("-", ""))
    if len(op_id) != 36 or len(value) != 16 or op_id != op_id.lower():
        raise ValueError(op_id)
    return value


def chained(before: bytes, op_id: str, body: str) -> bytes:
    """The hash of an op after the hash `before`."""
    return sha256(before + op_bytes(op_id) + body.encode()).digest()


def anchor_of(stream_id: str) -> bytes:
    """The anchor of a stream that begins from nothing (a fork begins from the hash it parted at)."""
    return sha256(uuid.UUID(stream_id).bytes).digest()


def start_stream(cursor: Cursor, stream_id: str, fingerprint: str = "") -> None:
    """Begin this desk's own stream; the one before, if any, is closed and stays."""
    cursor.execute("UPDATE stream SET mine=2, closed=1 WHERE mine=1")
    cursor.execute(
        "INSERT INTO stream (stream_id, mine, anchor, fingerprint) VALUES (?, 1, ?, ?)",
        (stream_id, anchor_of(stream_id), fingerprint),
    )


class Tail(NamedTuple):
    """The end of the own stream: its number and name, the place and hash of its last op; the latest stamp anywhere."""

    stream: int
    seq: int
    hash: bytes
    hlc: int
    name: str


def append_own(cursor: Cursor, ops: Iterable[Op]) -> Tail | None:
    """Write ops to the own stream and project them; its end, None when all had been applied before.

    Raises ValueError for an id that is no UUID, `WrongInput` (`text.broken`) for half a letter in a text.
    """
    tail: Tail | None = None
    for op in ops:
        if cursor.execute(_APPLIED, (op.id,)).fetchone():
            continue
        stream, seq, before, last_hlc, name = tail or own_tail(cursor)
        hlc = max(op.moment << COUNTER_BITS, last_hlc + 1)
        body = dumps({**op.body, "moment": op.moment, "hlc": hlc})
        try:
            raw = body.encode()
        except UnicodeEncodeError as error:
            raise WrongInput("text.broken") from error
        digest = sha256(before + op_bytes(op.id) + raw).digest()
        cursor.execute(INSERT_OP, (stream, seq + 1, op.id, op.moment, hlc, body, digest))
        pos = cursor.lastrowid
        assert pos is not None
        cursor.execute(INSERT_APPLIED, (op.id, sha256(raw).digest(), pos))
        project(cursor, Place(op.id, op.moment, hlc, pos, op.body["day"]), op.body)
        # nobody else writes in this transaction, so the next op follows what was just written
        tail = Tail(stream, seq + 1, digest, hlc, name)
    return tail


def own_tail(cursor: Cursor) -> Tail:
    """Where the next own op follows."""
    stream, anchor, seq, before, last_hlc, seen_hlc, name = cursor.execute(_TAIL).fetchone()
    return Tail(stream, seq or 0, before or anchor, max(last_hlc or 0, seen_hlc or 0), name)


def heads(cursor: Cursor) -> dict[str, int]:
    """How far every known stream reaches here."""
    return dict(
        cursor.execute(
            "SELECT stream_id, coalesce((SELECT max(seq) FROM op WHERE stream=no), 0) FROM stream ORDER BY no"
        ).fetchall()
    )


def anchors(cursor: Cursor) -> dict[str, bytes]:
    """The anchor of every known stream."""
    return dict(cursor.execute("SELECT stream_id, anchor FROM stream ORDER BY no").fetchall())


def ops_after(cursor: Cursor, vector: Mapping[str, int], limit: int = -1) -> tuple[StoredOp, ...]:
    """Ops somebody with these heads lacks, each stream in its order; `limit` is for each stream, -1 for all."""
    found: list[StoredOp] = []
    for number, stream_id in cursor.execute("SELECT no, stream_id FROM stream ORDER BY no").fetchall():
        rows = cursor.execute(
            "SELECT seq, op_id, moment, body, hash FROM op WHERE stream=? AND seq>? ORDER BY seq LIMIT ?",
            (number, vector.get(stream_id, 0), limit),
        ).fetchall()
        found += [StoredOp(stream_id, *row) for row in rows]
    return tuple(found)


def body_of(text: str) -> Json:
    """A stored body as it was given to `append`."""
    body: Json = loads(text)
    for name in _ADDED:
        body.pop(name, None)
    return body
