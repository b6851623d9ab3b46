"""Who spent units lately, here or anywhere: asked of the books in proportion to what is new, never of the whole log."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from db.engine import Cursor

_HERE = (
    "SELECT f.body FROM fact f JOIN op o ON o.pos=f.pos JOIN stream s ON s.no=o.stream "
    "WHERE f.member=? AND f.moment>=? AND s.mine>0 AND (f.moment>? OR o.seq>s.sent)"
)
#: Kinds of facts by which units are spent or wished to be.
_KINDS = ("redeemed", "wished")
_NEW = (
    "SELECT o.pos, o.body FROM op o JOIN applied a ON a.op_id=o.op_id AND a.pos=o.pos WHERE o.pos>?1 AND ("
    + " OR ".join(f'instr(o.body, \'"kind":"{kind}"\')' for kind in _KINDS)
    + ") ORDER BY o.pos LIMIT ?2"
)


def spent_here(cursor: Cursor, members: Iterable[str], after: int, unsent_since: int | None) -> frozenset[str]:
    """See `desk_app.ports.Reading.spent_here`; `unsent_since` is the moment of the oldest own act that waits."""
    first = after if unsent_since is None else min(after, unsent_since)
    found: set[str] = set()
    for member in members:
        for (body,) in cursor.execute(_HERE, (member, first, after)).fetchall():
            fact = json.loads(body)
            if fact["kind"] == "redeemed":
                found.add(fact["receipt"])
    return frozenset(found)


def spending_after(cursor: Cursor, change: int, limit: int) -> tuple[int, tuple[str, ...]]:
    """See `desk_app.ports.Reading.spending_after`."""
    newest: int = cursor.execute("SELECT coalesce(max(pos), 0) FROM op").fetchone()[0]
    rows: list[tuple[int, str]] = cursor.execute(_NEW, (change, limit)).fetchall()
    members = dict[str, None]()
    for _, body in rows:
        facts: list[dict[str, Any]] = json.loads(body).get("facts", [])
        members |= dict.fromkeys(fact["member"] for fact in facts if fact["kind"] in _KINDS)
    return (rows[-1][0] if len(rows) == limit else newest), tuple(members)


def heard_until(cursor: Cursor) -> tuple[int, ...]:
    """See `desk_app.ports.Reading.heard_until`."""
    rows = cursor.execute(
        "SELECT (SELECT moment FROM op WHERE stream=s.no ORDER BY seq DESC LIMIT 1) AS newest FROM stream s "
        "WHERE s.closed=0 AND newest IS NOT NULL ORDER BY newest"
    ).fetchall()
    return tuple(row[0] for row in rows)
