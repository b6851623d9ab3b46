"""The streams a desk holds: its own, to be sent, and those of others; how far each reaches, and where one parts."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from db.moments import hear_moment, move_effect, retime
from db.oplog import start_stream
from desk_app.domain.errors import Trouble
from desk_app.ports import OwnStream, StoredOp

if TYPE_CHECKING:
    from db.engine import Cursor

_CURRENT, _EARLIER = 1, 2
_STREAMS = (
    "SELECT s.stream_id, s.anchor, coalesce(o.seq, 0), coalesce(o.hash, s.anchor), s.sent, s.mine=1 FROM stream s "
    "LEFT JOIN op o ON o.stream=s.no AND o.seq=(SELECT max(seq) FROM op WHERE stream=s.no) "
)
_WAITING = "SELECT no, sent, (SELECT max(seq) FROM op WHERE stream=no) AS head FROM stream WHERE mine>0 AND head>sent"


def own(cursor: Cursor) -> tuple[OwnStream, ...]:
    """The streams of this desk, oldest first; one without an op is left out unless it is the current one."""
    rows = cursor.execute(_STREAMS + "WHERE s.mine>0 AND (o.seq IS NOT NULL OR s.mine=1) ORDER BY s.no").fetchall()
    return tuple(map(_stream, rows))


def others(cursor: Cursor) -> tuple[OwnStream, ...]:
    """The streams of other desks of which there is an op here."""
    rows = cursor.execute(_STREAMS + "WHERE s.mine=0 AND o.seq IS NOT NULL ORDER BY s.no").fetchall()
    return tuple(map(_stream, rows))


def _stream(row: tuple[Any, ...]) -> OwnStream:
    name, anchor, head, digest, sent, current = row
    return OwnStream(name, anchor, head, digest, sent, current == 1)


def hash_at(cursor: Cursor, stream: str, seq: int) -> bytes | None:
    """The hash at a place of a stream, of place 0 its anchor; None where there is nothing."""
    row = cursor.execute(
        "SELECT anchor FROM stream WHERE stream_id=?"
        if seq == 0
        else "SELECT o.hash FROM stream s JOIN op o ON o.stream=s.no WHERE s.stream_id=? AND o.seq=?",
        (stream,) if seq == 0 else (stream, seq),
    ).fetchone()
    return row[0] if row else None


def ops_of(cursor: Cursor, stream: str, after: int, limit: int) -> tuple[StoredOp, ...]:
    """The ops of a stream behind a place, in their order."""
    rows = cursor.execute(
        "SELECT o.seq, o.op_id, o.moment, o.body, o.hash FROM stream s JOIN op o ON o.stream=s.no "
        "WHERE s.stream_id=? AND o.seq>? ORDER BY o.seq LIMIT ?",
        (stream, after, limit),
    ).fetchall()
    return tuple(StoredOp(stream, *row) for row in rows)


def fingerprint(cursor: Cursor) -> str:
    """Which computer the current stream was begun on."""
    row = cursor.execute("SELECT fingerprint FROM stream WHERE mine=1").fetchone()
    return row[0] if row else ""


# what waits


def waiting(cursor: Cursor) -> int:
    """How many own ops are not known to be at the centre; told from the heads, however many they are."""
    return sum(head - sent for _, sent, head in cursor.execute(_WAITING).fetchall())


def waiting_since(cursor: Cursor) -> int | None:
    """The moment of the oldest of them."""
    first = [
        cursor.execute("SELECT moment FROM op WHERE stream=? AND seq=?", (number, sent + 1)).fetchone()[0]
        for number, sent, _ in cursor.execute(_WAITING).fetchall()
    ]
    return min(first, default=None)


def unsent(cursor: Cursor, limit: int) -> list[tuple[str, int, str]]:
    """Id, moment and body of own ops that wait, oldest first."""
    rows = [
        row
        for number, sent, _ in cursor.execute(_WAITING).fetchall()
        for row in cursor.execute(
            "SELECT op_id, moment, body FROM op WHERE stream=? AND seq>? ORDER BY seq LIMIT ?", (number, sent, limit)
        ).fetchall()
    ]
    return sorted(rows, key=lambda row: row[1])[:limit]


def mark_sent(cursor: Cursor, stream: str, head: int, moved: Mapping[str, int]) -> None:
    """The centre has a stream up to `head`, more or less than was known, and set the moments of these ops right."""
    number = _number(cursor, stream)
    cursor.execute("UPDATE stream SET sent=? WHERE no=?", (head, number))
    for op_id, moment in moved.items():
        # the one that happened; of one that gave way to another desk's nothing follows that has a moment
        row = cursor.execute("SELECT pos FROM applied WHERE op_id=?", (op_id,)).fetchone()
        if row:
            retime(cursor, row[0], moment)


def set_moments(cursor: Cursor, stream: str, first: int, last: int, moved: Mapping[str, int]) -> None:
    """At these places these ops have another moment than their bodies say, and no others."""
    rows = cursor.execute(
        "SELECT o.pos, o.op_id, o.moment, CASE WHEN json_valid(o.body) THEN json_extract(o.body, '$.moment') END "
        "FROM stream s JOIN op o ON o.stream=s.no WHERE s.stream_id=? AND o.seq BETWEEN ? AND ?",
        (stream, first, last),
    ).fetchall()
    for pos, op_id, known, said in rows:
        due = moved.get(op_id, said)
        if isinstance(due, int) and due != known:
            retime(cursor, pos, due)


def forget_sent(cursor: Cursor) -> None:
    """The centre was restored: what it has is only what it says from now on."""
    cursor.execute("UPDATE stream SET sent=0")


# beginning and parting


def begin(cursor: Cursor, computer: str, name: str = "") -> str:
    """Close the current stream and begin another, of a fresh name unless one is given; its name."""
    name = name or str(uuid.uuid4())
    start_stream(cursor, name, computer)
    return name


def part(cursor: Cursor, stream: str, after: int) -> str:
    """Move the ops of a stream behind a place to the stream that is named for the first of them; its name.

    Hashes stay what they are: the anchor is the hash at that place. Where somebody else parted it before, the ops lie
    under that name already, and stay there once; where ours go on another way than those, they part from them in turn.
    Raises `Trouble` (`chain.gap`) where nothing lies behind that place.
    """
    from desk_app.sync.parting import parted_name

    anchor = hash_at(cursor, stream, after)
    row = cursor.execute("SELECT no, mine, fingerprint FROM stream WHERE stream_id=?", (stream,)).fetchone()
    hashes = [] if row is None else cursor.execute(
        "SELECT hash FROM op WHERE stream=? AND seq>? ORDER BY seq", (row[0], after)
    ).fetchall()  # fmt: skip
    if anchor is None or not hashes:
        raise Trouble("chain.gap", stream=stream, seq=after + 1)
    number, mine, computer = row
    cursor.execute("UPDATE stream SET sent=min(sent, ?) WHERE no=?", (after, number))
    name, done = stream, 0
    while done < len(hashes):
        name = parted_name(name, hashes[done][0])
        target, reach = _target(cursor, name, anchor if done == 0 else hashes[done - 1][0], mine, computer)
        same = _keep_one_of_two(cursor, number, after + done, target)
        # what lies there and goes another way stays; the rest of ours parts from it in the next turn
        moved = len(hashes) - done if same == reach else same
        cursor.execute(
            "UPDATE op SET stream=?, seq=seq-? WHERE stream=? AND seq>? AND seq<=?",
            (target, after + done, number, after + done, after + done + moved),
        )
        done += moved
    if mine == _CURRENT:
        cursor.execute("UPDATE stream SET mine=?, closed=1 WHERE no=?", (_EARLIER, number))
        cursor.execute("UPDATE stream SET mine=?, closed=0 WHERE stream_id=?", (_CURRENT, name))
    return name


def _target(cursor: Cursor, name: str, anchor: bytes, mine: int, computer: str) -> tuple[int, int]:
    """The stream of that name, made where nobody knew it, and how far it reaches."""
    row = cursor.execute(
        "SELECT no, (SELECT coalesce(max(seq), 0) FROM op WHERE stream=no) FROM stream WHERE stream_id=?", (name,)
    ).fetchone()
    if row:
        if mine:
            cursor.execute("UPDATE stream SET mine=? WHERE no=? AND mine=0", (_EARLIER, row[0]))
        return row[0], row[1]
    cursor.execute(
        "INSERT INTO stream (stream_id, mine, anchor, fingerprint, closed) VALUES (?, ?, ?, ?, 1)",
        (name, _EARLIER if mine else 0, anchor, computer),
    )
    number = cursor.lastrowid
    assert number is not None
    return number, 0


def _keep_one_of_two(cursor: Cursor, number: int, after: int, target: int) -> int:
    """Take away one copy of each op that lies in both streams; how many from the beginning on are the same."""
    rows = cursor.execute(
        "SELECT o.pos, o.hash, o.moment, t.pos, t.hash, t.moment FROM op o JOIN op t ON t.stream=? AND t.seq=o.seq-? "
        "WHERE o.stream=? AND o.seq>? ORDER BY o.seq",
        (target, after, number, after),
    ).fetchall()
    same = 0
    for pos, digest, moment, other, other_digest, other_moment in rows:
        if digest != other_digest:
            break
        kept, gone, heard = (pos, other, other_moment) if pos < other else (other, pos, moment)
        if gone == cursor.execute("SELECT max(pos) FROM op").fetchone()[0]:
            # the number would be given again, and who goes by numbers would think that nothing happened
            kept, gone, heard = gone, kept, moment if gone == other else other_moment
        hear_moment(cursor, kept, heard)
        move_effect(cursor, gone, kept)
        cursor.execute("DELETE FROM op WHERE pos=?", (gone,))
        cursor.execute("DELETE FROM quarantine WHERE pos=?", (gone,))
        same += 1
    return same


def _number(cursor: Cursor, stream: str) -> int:
    row = cursor.execute("SELECT no FROM stream WHERE stream_id=?", (stream,)).fetchone()
    if row is None:
        raise Trouble("chain.gap", stream=stream, seq=0)
    number: int = row[0]
    return number
