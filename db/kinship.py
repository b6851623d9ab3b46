"""Who is one with whom: patients merged and parted again, and the families they joined."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from db.engine import Cursor

#: member, moment, op id, number in the op, kind, the other one
Edge = tuple[str, int, str, int, str, str]

_EDGES = (
    "SELECT member, moment, op_id, n, kind, other FROM edge WHERE member=?1 "
    "UNION SELECT member, moment, op_id, n, kind, other FROM edge WHERE other=?1"
)
_FAMILY = (
    "SELECT kind, other FROM edge WHERE member=? AND kind IN ('join', 'leave') "
    "ORDER BY moment DESC, op_id DESC, n DESC LIMIT 1"
)


def merged(cursor: Cursor, member: str) -> tuple[frozenset[str], set[tuple[str, str]]]:
    """Everyone merged with a member, and the (from, into) pairs that hold among them: the last word on a pair."""
    seen, pairs, open_ = {member}, set[tuple[str, str]](), [member]
    while open_:
        latest: dict[frozenset[str], Edge] = {}
        for edge in _edges(cursor, open_.pop()):
            if edge[4] in ("merge", "unmerge"):
                pair = frozenset((edge[0], edge[5]))
                latest[pair] = max(latest.get(pair, edge), edge, key=_when)
        for edge in latest.values():
            if edge[4] == "merge":
                pairs.add((edge[0], edge[5]))
                open_ += [other for other in (edge[0], edge[5]) if other not in seen]
                seen.update((edge[0], edge[5]))
    return frozenset(seen), pairs


def canonical(cursor: Cursor, member: str) -> str:
    """The one that stays of merged members."""
    seen, pairs = merged(cursor, member)
    if len(seen) == 1:
        return member
    gone = {one for one, _ in pairs}
    # desks may have merged patients in a ring: then nobody is left over, and the smallest id stays
    return min(seen - gone or seen)


def merge(cursor: Cursor, member: str) -> tuple[int, str] | None:
    """When a member went into the one that stays: (moment, op id) of the newest merge that holds; None if it stayed."""
    if canonical(cursor, member) == member:
        return None
    _, pairs = merged(cursor, member)
    held = [edge for edge in _edges(cursor, member) if edge[4] == "merge" and (edge[0], edge[5]) in pairs]
    gone = [edge for edge in held if edge[0] == member] or held  # in a ring the other way round
    return max(gone, key=_when)[1:3]


def circle(cursor: Cursor, member: str) -> frozenset[str]:
    """Everyone who was ever merged or in one family with a member, or with anyone so found."""
    seen, open_ = {member}, [member]
    while open_:
        for edge in _edges(cursor, open_.pop()):
            open_ += [other for other in (edge[0], edge[5]) if other not in seen]
            seen.update((edge[0], edge[5]))
    return frozenset(seen)


def family(cursor: Cursor, member: str) -> str:
    """The family a member is in now, "" for none."""
    row = cursor.execute(_FAMILY, (member,)).fetchone()
    return row[1] if row and row[0] == "join" else ""


def family_members(cursor: Cursor, of: str) -> tuple[str, ...]:
    """Members of a family now, in the order they joined."""
    latest: dict[str, Edge] = {}
    for edge in _edges(cursor, of):
        if edge[5] == of and edge[4] == "join":
            latest[edge[0]] = max(latest.get(edge[0], edge), edge, key=_when)
    here = [edge for member, edge in latest.items() if family(cursor, member) == of]
    return tuple(edge[0] for edge in sorted(here, key=_when))


def _edges(cursor: Cursor, who: str) -> list[Edge]:
    return cursor.execute(_EDGES, (who,)).fetchall()


def _when(edge: Edge) -> tuple[int, str, int]:
    return edge[1:4]
