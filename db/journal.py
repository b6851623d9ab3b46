"""Finds acts as the journal shows them: the last ones, those behind a change, those that gave way or were not sent."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from db import oplog, streams
from desk_app.ports import JournalRow

if TYPE_CHECKING:
    from db.engine import Cursor

#: The same act in two streams is one act, whichever of its places was put aside.
_GAVE_WAY = (
    "SELECT o.op_id, o.moment, o.body FROM quarantine q JOIN op o ON o.pos=q.pos "
    "WHERE q.reason=? GROUP BY o.op_id, o.hlc ORDER BY o.hlc"
)
_BEFORE = "SELECT op_id, moment, body FROM op WHERE moment<? ORDER BY moment DESC, pos DESC LIMIT ?"
#: An op that stands in two streams was applied in one of them.
_AFTER = (
    "SELECT o.pos, o.op_id, o.moment, o.body FROM op o JOIN applied a ON a.op_id=o.op_id AND a.pos=o.pos "
    "WHERE o.pos>? ORDER BY o.pos"
)


def before(cursor: Cursor, limit: int, moment: int | None) -> tuple[JournalRow, ...]:
    """The newest acts, or those before a moment; newest first."""
    rows = cursor.execute(_BEFORE, ((1 << 62) if moment is None else moment, limit)).fetchall()
    return tuple(_act(*row) for row in rows)


def acts_after(cursor: Cursor, change: int, kinds: Sequence[str], limit: int) -> tuple[tuple[int, JournalRow], ...]:
    """Acts of these kinds known since that `last_change`, each with the `last_change` it made, oldest first."""
    found: list[tuple[int, JournalRow]] = []
    for pos, op_id, moment, body in cursor.execute(_AFTER, (change,)):
        act = _act(op_id, moment, body)
        if act.kind in kinds:
            found.append((pos, act))
            if len(found) == limit:
                break
    return tuple(found)


def gave_way(cursor: Cursor, kinds: Sequence[str]) -> tuple[JournalRow, ...]:
    """Acts of these kinds that another desk's act of the same id holds instead of, oldest first."""
    rows = cursor.execute(_GAVE_WAY, (oplog.REUSED,)).fetchall()
    return tuple(act for row in rows if (act := _act(*row)).kind in kinds)


def unsent(cursor: Cursor, limit: int) -> tuple[JournalRow, ...]:
    """Own acts not yet sent to a centre, oldest first."""
    return tuple(_act(*row) for row in streams.unsent(cursor, limit))


def _act(op_id: str, moment: int, text: str) -> JournalRow:
    body = oplog.body_of(text)
    return JournalRow(op_id, moment, body.get("kind", ""), body)
