"""Ops of other desks: verified, stored in their place, and applied; what cannot be applied is put aside."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from sqlcipher3 import dbapi2

from db.ahead import Read, nothing_collected, read
from db.moments import hear_moment
from db.oplog import (
    INSERT_APPLIED,
    INSERT_OP,
    INSERT_OP_AT,
    REUSED,
    WITHDRAWN,
    anchor_of,
)
from db.projections import Place, project, project_many, project_merged, withdraw
from db.projections.place import dumps, loads
from desk_app.domain.errors import Trouble
from desk_app.ports import Json, StoredOp

if TYPE_CHECKING:
    from db.engine import Cursor

#: What a body that is not sound leads to; anything else is our own fault and has to look like one.
UNSOUND = (
    KeyError, TypeError, ValueError, AttributeError, OverflowError, RecursionError, dbapi2.IntegrityError,
)  # fmt: skip
#: See `db.ahead.read`.
Reader = Callable[[StoredOp, bytes], Read]
_KNOWN = "SELECT op_id FROM applied WHERE op_id IN (SELECT value FROM json_each(?))"
#: A verified op on its way into the log, and the number of its stream here.
_Arrived = tuple[Read, int]


class _UnsoundError(Exception):
    """Some op of many cannot be applied."""


def take_foreign(
    cursor: Cursor, ops: Iterable[StoredOp], known_anchors: Mapping[str, bytes] | None = None, *, first: bool = False,
    reader: Reader = read,
) -> int:  # fmt: skip
    """Store ops of other streams behind what is here and project them; how many were new to this desk.

    `first` promises that this transaction has written nothing yet; `reader` proves and reads an op. Raises `Trouble`:
    `chain.gap` when ops before are missing, `chain.fork` when another op stands in that place, `chain.broken` when a
    hash does not follow. An op that cannot be applied is stored, put aside in `quarantine`, and blocks nobody.
    """
    anchors = known_anchors or {}
    with nothing_collected():
        if not first:
            return _take(cursor, ops, anchors, reader, guarded=True)
        ops = tuple(ops)
        try:
            # a point to go back to makes the file copy every page it changes: the beginning itself costs nothing
            return _take(cursor, ops, anchors, reader, guarded=False)
        except _UnsoundError:
            cursor.execute("ROLLBACK")
            cursor.execute("BEGIN IMMEDIATE")
            return _take(cursor, ops, anchors, reader, guarded=True)


def _take(
    cursor: Cursor, ops: Iterable[StoredOp], anchors: Mapping[str, bytes], reader: Reader, *, guarded: bool
) -> int:
    arrived = _following(cursor, ops, anchors, reader)
    _store_all(cursor, arrived, guarded=guarded)
    newest = max([one.hlc for one, _ in arrived], default=0)
    if newest:
        cursor.execute(
            "INSERT INTO counter VALUES ('hlc', ?) ON CONFLICT (name) DO UPDATE SET value=max(value, excluded.value)",
            (newest,),
        )
    return len(arrived)


def _following(cursor: Cursor, ops: Iterable[StoredOp], anchors: Mapping[str, bytes], reader: Reader) -> list[_Arrived]:
    """Those of the ops that are new in their place, each proved to follow from the one before."""
    arrived: list[_Arrived] = []
    tails: dict[str, tuple[int, int, bytes]] = {}
    for op in ops:
        name, place, _, _, _, due = op
        tail = tails.get(name)
        stream, seq, before = _tail_of(cursor, name, anchors.get(name)) if tail is None else tail
        if place <= seq:
            tails[name] = stream, seq, before
            row = cursor.execute("SELECT hash, pos FROM op WHERE stream=? AND seq=?", (stream, place)).fetchone()
            if row is None or row[0] != due:
                raise Trouble("chain.fork", stream=name, seq=place)
            hear_moment(cursor, row[1], op.moment)
            continue
        if place > seq + 1:
            raise Trouble("chain.gap", stream=name, seq=seq + 1)
        one = reader(op, before)
        if not one.follows:
            raise Trouble("chain.broken", stream=name, seq=place)
        tails[name] = stream, place, due
        arrived.append((one, stream))
    return arrived


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


def _store_all(cursor: Cursor, arrived: Sequence[_Arrived], *, guarded: bool) -> None:
    """Write them in their order: those that are new and sound many at a time, every other one by itself."""
    known = {row[0] for row in cursor.execute(_KNOWN, (dumps([one.op.op_id for one, _ in arrived]),)).fetchall()}
    plain: list[_Arrived] = []
    for each in arrived:
        one, stream = each
        op_id = one.op.op_id
        if one.reason or op_id in known:
            _store_many(cursor, plain, guarded=guarded)
            plain = []
            _store(cursor, one, stream)
        else:
            plain.append(each)
        known.add(op_id)
    _store_many(cursor, plain, guarded=guarded)


def _store_many(cursor: Cursor, arrived: Sequence[_Arrived], *, guarded: bool) -> None:
    """`_store` for ops that are new and can be read, kind after kind; where one of them is unsound, one after one."""
    if arrived and not guarded:
        try:
            _write_many(cursor, arrived)
        except UNSOUND as error:
            raise _UnsoundError from error
        return
    if len(arrived) > 1:
        cursor.execute("SAVEPOINT page")
        try:
            _write_many(cursor, arrived)
        except UNSOUND:
            cursor.execute("ROLLBACK TO page")
        else:
            cursor.execute("RELEASE page")
            return
        cursor.execute("RELEASE page")
    for one, stream in arrived:
        _store(cursor, one, stream)


def _write_many(cursor: Cursor, arrived: Sequence[_Arrived]) -> None:
    first = cursor.execute("SELECT coalesce(max(pos), 0) + 1 FROM op").fetchone()[0]
    log, happened, placed = [], [], []
    for pos, ((op, _, _, digest, hlc, body, _), stream) in enumerate(arrived, first):
        _, seq, op_id, moment, text, chained = op
        log.append((pos, stream, seq, op_id, moment, hlc, text, chained))
        happened.append((op_id, digest, pos))
        placed.append((Place(op_id, moment, hlc, pos, body["day"], body["moment"]), body))
    cursor.executemany(INSERT_OP_AT, log)
    happened.sort()
    cursor.executemany(INSERT_APPLIED, happened)
    project_many(cursor, placed)


def _place(one: Read, pos: int) -> Place:
    return Place(one.op.op_id, one.op.moment, one.hlc, pos, one.body["day"], one.body["moment"])


def _store(cursor: Cursor, one: Read, stream: int) -> None:
    """Insert one op, apply it if it is new and sound."""
    op, digest, reason = one.op, one.digest, one.reason
    # what nobody can read happened at no moment: a newer one than all others would move every act after it
    moment = 0 if reason else op.moment
    cursor.execute(INSERT_OP, (stream, op.seq, op.op_id, moment, one.hlc, op.body, op.hash))
    pos = cursor.lastrowid
    assert pos is not None
    known = cursor.execute(
        "SELECT a.body_sha, o.pos, o.moment, o.hlc, o.body FROM applied a JOIN op o ON o.pos=a.pos WHERE a.op_id=?",
        (op.op_id,),
    ).fetchone()
    if known and known[0] == digest:
        hear_moment(cursor, known[1], op.moment)
        return
    aside = pos
    if not reason:
        cursor.execute("SAVEPOINT effect")
        try:
            if known is None:
                cursor.execute(INSERT_APPLIED, (op.op_id, digest, pos))
                project(cursor, _place(one, pos), one.body)
            else:
                aside = _contest(cursor, known, _place(one, pos), one.body, digest)
                reason = REUSED
        except UNSOUND as error:
            cursor.execute("ROLLBACK TO effect")
            reason = type(error).__name__
        cursor.execute("RELEASE effect")
    if reason:
        cursor.execute("INSERT OR REPLACE INTO quarantine VALUES (?, ?)", (aside, reason))


def _contest(cursor: Cursor, known: tuple[bytes, int, int, int, str], place: Place, body: Json, digest: bytes) -> int:
    """One id with two contents happened on two desks: the earlier one holds, on every desk; the place of the other.

    What happens by itself (a birthday, say) is made by whichever desk sees it first, and two may.
    """
    known_sha, known_pos, known_moment, known_hlc, known_text = known
    known_body = loads(known_text)
    # tried first even where it gives way, so that an unsound op is unsound in any order of arrival
    was = Place(place.op_id, known_moment, known_hlc, known_pos, known_body["day"], known_body["moment"])
    withdraw(cursor, was, known_body)
    project(cursor, place, body)
    if (place.hlc, digest) < (known_hlc, known_sha):
        cursor.execute("UPDATE applied SET body_sha=?, pos=? WHERE op_id=?", (digest, place.pos, place.op_id))
        cursor.execute(WITHDRAWN)
        return known_pos
    cursor.execute("ROLLBACK TO effect")
    project_merged(cursor, place, body)
    return place.pos
