"""Acts that this desk put aside: they lie in the log, and nothing follows from them here."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from db.oplog import REUSED
from db.projections.place import loads
from desk_app.ports import AsideRow

if TYPE_CHECKING:
    from db.engine import Cursor

#: What happened with other content is no loss, and stands among acts that gave way.
_ASIDE: Final = (
    "SELECT o.op_id, o.moment, o.body, q.reason FROM quarantine q JOIN op o ON o.pos=q.pos WHERE q.reason<>? "
    "AND NOT EXISTS (SELECT 1 FROM applied a WHERE a.op_id=o.op_id) GROUP BY o.op_id ORDER BY max(o.pos) DESC LIMIT ?"
)


def put_aside(cursor: Cursor, limit: int) -> tuple[AsideRow, ...]:
    """The newest of them, at most `limit`."""
    return tuple(_row(*row) for row in cursor.execute(_ASIDE, (REUSED, limit)).fetchall())


def _row(op_id: str, moment: int, text: str, reason: str) -> AsideRow:
    try:
        body = loads(text)
    except (ValueError, RecursionError):
        body = None
    body = body if isinstance(body, dict) else {}
    said = {name: value if isinstance(value := body.get(name), str) else "" for name in ("kind", "desk")}
    return AsideRow(op_id, moment, said["kind"], said["desk"], reason, body, _booked(body.get("entries")))


def _booked(entries: Any) -> int:
    """Units given to people by entries that can be read, which the centre has booked; 0 where they cannot be."""
    if not isinstance(entries, list):
        return 0
    units = 0
    for one in entries:
        match one:
            case [str() as account, int() as amount] if not isinstance(amount, bool):
                units += amount if ":" not in account else 0
            case _:
                return 0
    return units
