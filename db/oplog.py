"""The op log: every act in its place in a stream, chained by hashes, with an effect that happens once for ever.

The hash of an op is SHA-256(hash before ‖ 16 bytes of the op's id ‖ body as the text that is stored and sent); the
hash before the first is the stream's anchor. Position (`op`) and effect (`applied`) are apart: the same op may stand
in two streams after a restore, and still happens once. The moment of an op is the centre's word on when it happened
where that was heard, else what its body says.
"""

from __future__ import annotations

import json
import uuid
from collections.abc import Iterable, Mapping
from hashlib import sha256
from typing import TYPE_CHECKING

from sqlcipher3 import dbapi2

from db.projections import Place, project, project_merged, replace, withdraw
from db.projections.place import dumps
from desk_app.domain.errors import Trouble, WrongInput
from desk_app.ports import Json, Op, StoredOp

if TYPE_CHECKING:
    from db.engine import Cursor

#: A newer op than any stored: 16 bits of counter below the milliseconds.
COUNTER_BITS = 16
#: A stamp past the year 2500 is a fault, and following it would leave no room for later ones.
_LATEST = 1 << 60
_LATEST_MOMENT = _LATEST >> COUNTER_BITS
_TAIL = (
    "SELECT s.no, s.anchor, o.seq, o.hash, o.hlc, (SELECT value FROM counter WHERE name='hlc') FROM stream s "
    "LEFT JOIN op o ON o.stream=s.no AND o.seq=(SELECT max(seq) FROM op WHERE stream=s.no) WHERE s.mine=1"
)
INSERT_OP = "INSERT INTO op (stream, seq, op_id, moment, hlc, body, hash) VALUES (?, ?, ?, ?, ?, ?, ?)"
INSERT_APPLIED = "INSERT INTO applied VALUES (?, ?, ?)"
_APPLIED = "SELECT body_sha FROM applied WHERE op_id=?"
_WITHDRAWN = "INSERT INTO counter VALUES ('withdrawn', 1) ON CONFLICT (name) DO UPDATE SET value=value+excluded.value"
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


def append_own(cursor: Cursor, ops: Iterable[Op]) -> int:
    """Write ops to the own stream and project them; how many had not been applied before (those are passed over).

    Raises ValueError for an id that is no UUID, `WrongInput` (`text.broken`) for half a letter in a text.
    """
    written = 0
    tail: tuple[int, int, bytes, int] | None = None
    for op in ops:
        if cursor.execute(_APPLIED, (op.id,)).fetchone():
            continue
        stream, seq, before, last_hlc = tail or own_tail(cursor)
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
        tail = (stream, seq + 1, digest, hlc)
        written += 1
    return written


def own_tail(cursor: Cursor) -> tuple[int, int, bytes, int]:
    """Number of the own stream, its last op's place and hash, and the latest stamp seen anywhere."""
    stream, anchor, seq, before, last_hlc, seen_hlc = cursor.execute(_TAIL).fetchone()
    return stream, seq or 0, before or anchor, max(last_hlc or 0, seen_hlc or 0)


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


def take_foreign(cursor: Cursor, ops: Iterable[StoredOp], known_anchors: Mapping[str, bytes] | None = None) -> int:
    """Store ops of other streams behind what is here and project them; how many were new to this desk.

    Raises `Trouble`: `chain.gap` when ops before are missing, `chain.fork` when another op stands in that place,
    `chain.broken` when a hash does not follow. An op that cannot be applied is stored, put aside in `quarantine`,
    and blocks nobody.
    """
    given = known_anchors or {}
    tails: dict[str, tuple[int, int, bytes]] = {}
    taken, newest = 0, 0
    for op in ops:
        if op.stream not in tails:
            tails[op.stream] = _tail_of(cursor, op.stream, given.get(op.stream))
        stream, seq, before = tails[op.stream]
        if op.seq <= seq:
            row = cursor.execute("SELECT hash, pos FROM op WHERE stream=? AND seq=?", (stream, op.seq)).fetchone()
            if row is None or row[0] != op.hash:
                raise Trouble("chain.fork", stream=op.stream, seq=op.seq)
            hear_moment(cursor, row[1], op.moment)
            continue
        if op.seq > seq + 1:
            raise Trouble("chain.gap", stream=op.stream, seq=seq + 1)
        if chained(before, op.op_id, op.body) != op.hash:
            raise Trouble("chain.broken", stream=op.stream, seq=op.seq)
        newest = max(newest, _store(cursor, stream, op))
        tails[op.stream] = (stream, op.seq, op.hash)
        taken += 1
    if newest:
        cursor.execute(
            "INSERT INTO counter VALUES ('hlc', ?) ON CONFLICT (name) DO UPDATE SET value=max(value, excluded.value)",
            (newest,),
        )
    return taken


def _tail_of(cursor: Cursor, stream_id: str, anchor: bytes | None) -> tuple[int, int, bytes]:
    row = cursor.execute("SELECT no, anchor FROM stream WHERE stream_id=?", (stream_id,)).fetchone()
    if row is None:
        anchor = anchor or anchor_of(stream_id)
        cursor.execute(
            "INSERT INTO stream (stream_id, mine, anchor, fingerprint) VALUES (?, 0, ?, '')", (stream_id, anchor)
        )
        number = cursor.lastrowid
        assert number is not None
        return number, 0, anchor
    last = cursor.execute("SELECT seq, hash FROM op WHERE stream=? ORDER BY seq DESC LIMIT 1", (row[0],)).fetchone()
    return (row[0], *last) if last else (row[0], 0, row[1])


def _store(cursor: Cursor, stream: int, op: StoredOp) -> int:
    """Insert one verified foreign op, apply it if it is new and sound; its stamp, 0 when it has none to believe."""
    hlc, body, reason = read_body(op)
    # what nobody can read happened at no moment: a newer one than all others would move every act after it
    cursor.execute(INSERT_OP, (stream, op.seq, op.op_id, 0 if reason else op.moment, hlc, op.body, op.hash))
    pos = cursor.lastrowid
    assert pos is not None
    digest = sha256(op.body.encode()).digest()
    known = cursor.execute(
        "SELECT a.body_sha, o.pos, o.moment, o.hlc, o.body FROM applied a JOIN op o ON o.pos=a.pos WHERE a.op_id=?",
        (op.op_id,),
    ).fetchone()
    if known and known[0] == digest:
        hear_moment(cursor, known[1], op.moment)
        return hlc
    aside = pos
    if not reason:
        cursor.execute("SAVEPOINT effect")
        try:
            place = Place(op.op_id, op.moment, hlc, pos, body["day"], body["moment"])
            if known is None:
                cursor.execute(INSERT_APPLIED, (op.op_id, digest, pos))
                project(cursor, place, body)
            else:
                aside = _contest(cursor, known, place, body, digest)
                reason = REUSED
        except (KeyError, TypeError, ValueError, AttributeError, OverflowError, dbapi2.IntegrityError) as error:
            cursor.execute("ROLLBACK TO effect")
            reason = type(error).__name__
        cursor.execute("RELEASE effect")
    if reason:
        cursor.execute("INSERT OR REPLACE INTO quarantine VALUES (?, ?)", (aside, reason))
    return hlc


def _contest(cursor: Cursor, known: tuple[bytes, int, int, int, str], place: Place, body: Json, digest: bytes) -> int:
    """One id with two contents happened on two desks: the earlier one holds, on every desk; the place of the other.

    What happens by itself (a birthday, say) is made by whichever desk sees it first, and two may.
    """
    known_sha, known_pos, known_moment, known_hlc, known_text = known
    known_body = json.loads(known_text)
    # tried first even where it gives way, so that an unsound op is unsound in any order of arrival
    was = Place(place.op_id, known_moment, known_hlc, known_pos, known_body["day"], known_body["moment"])
    withdraw(cursor, was, known_body)
    project(cursor, place, body)
    if (place.hlc, digest) < (known_hlc, known_sha):
        cursor.execute("UPDATE applied SET body_sha=?, pos=? WHERE op_id=?", (digest, place.pos, place.op_id))
        cursor.execute(_WITHDRAWN)
        return known_pos
    cursor.execute("ROLLBACK TO effect")
    project_merged(cursor, place, body)
    return place.pos


def hear_moment(cursor: Cursor, pos: int, moment: int) -> None:
    """Believe another desk on when a stored op happened, where it heard the centre's word on it and we did not.

    Who says what the body says has heard nothing. Of two words the later one holds: the centre was restored, and gave
    a new one when the op came again.
    """
    known, text = cursor.execute("SELECT moment, body FROM op WHERE pos=?", (pos,)).fetchone()
    if moment == known:
        return
    try:
        said = json.loads(text)["moment"]
    except (KeyError, TypeError, ValueError):
        return
    if moment != said and (known == said or moment > known):
        retime(cursor, pos, moment)


def retime(cursor: Cursor, pos: int, moment: int) -> None:
    """Set the moment of a stored op: what follows from it is moved to where it belongs now."""
    op_id, known, hlc, text = cursor.execute("SELECT op_id, moment, hlc, body FROM op WHERE pos=?", (pos,)).fetchone()
    row = cursor.execute("SELECT pos, body_sha FROM applied WHERE op_id=?", (op_id,)).fetchone()
    if row and row[0] != pos and row[1] == sha256(text.encode()).digest():
        # the same op has its effect in another place
        retime(cursor, row[0], moment)
    if moment == known:
        return
    cursor.execute("UPDATE op SET moment=? WHERE pos=?", (moment, pos))
    if row and row[0] == pos:
        body = json.loads(text)
        place = Place(op_id, known, hlc, pos, body["day"], body["moment"])
        replace(cursor, place, place._replace(moment=moment), body)
        cursor.execute(_WITHDRAWN)


def move_effect(cursor: Cursor, pos: int, to: int) -> None:
    """What follows from the op at one place in the log follows from now on from the same op at another one."""
    row = cursor.execute(
        "SELECT o.op_id, o.moment, o.hlc, o.body FROM op o JOIN applied a ON a.op_id=o.op_id AND a.pos=o.pos "
        "WHERE o.pos=?",
        (pos,),
    ).fetchone()
    if row is None:
        return
    op_id, moment, hlc, text = row
    body = json.loads(text)
    place = Place(op_id, moment, hlc, pos, body["day"], body["moment"])
    cursor.execute("UPDATE applied SET pos=? WHERE op_id=?", (to, op_id))
    replace(cursor, place, place._replace(pos=to), body)
    cursor.execute(_WITHDRAWN)


def read_body(op: StoredOp) -> tuple[int, Json, str]:
    """The stamp and body of an op that came from elsewhere; the reason instead where they cannot be believed."""
    try:
        body = json.loads(op.body)
        hlc, said = body["hlc"], body["moment"]
        if isinstance(hlc, int) and 0 <= hlc < _LATEST and isinstance(said, int) and 0 <= said < _LATEST_MOMENT:
            return hlc, body, ""
    except (KeyError, TypeError, ValueError):
        pass
    return 0, {}, "body"


def body_of(text: str) -> Json:
    """A stored body as it was given to `append`."""
    body: Json = json.loads(text)
    for name in _ADDED:
        body.pop(name, None)
    return body
