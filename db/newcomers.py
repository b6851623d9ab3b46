"""Patients other desks wrote down lately: asked of the log in proportion to what is new, never of the whole of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from db.engine import Cursor

_NEW = (
    "SELECT o.pos, o.moment, json_extract(o.body, '$.patient.id') FROM op o JOIN stream s ON s.no=o.stream "
    "JOIN applied a ON a.op_id=o.op_id AND a.pos=o.pos "
    "WHERE o.pos>?1 AND s.mine=0 AND instr(o.body, '\"patient\":{') ORDER BY o.pos LIMIT ?2"
)


def patients_after(cursor: Cursor, change: int, limit: int) -> tuple[int, tuple[tuple[str, int], ...]]:
    """See `desk_app.ports.Reading.patients_after`."""
    newest: int = cursor.execute("SELECT coalesce(max(pos), 0) FROM op").fetchone()[0]
    rows: list[tuple[int, int, object]] = cursor.execute(_NEW, (change, limit)).fetchall()
    found = {who: moment for _, moment, who in rows if isinstance(who, str)}
    return (rows[-1][0] if len(rows) == limit else newest), tuple(found.items())
