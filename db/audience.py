"""Who heard of a version and who did not, and what happened in the life of the versions."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from db import oplog
from desk_app.ports import JournalRow, ToldRow

if TYPE_CHECKING:
    from db.engine import Cursor

#: Whoever is a member on a day, once: of merged records the one that stays is no other's.
_MEMBERS: Final = (
    "FROM membership m JOIN patient p ON p.id=m.member {join} "
    "WHERE m.joined IS NOT NULL AND m.joined<=?2 AND m.left IS NULL AND (p.merged=0 OR NOT EXISTS("
    "SELECT 1 FROM edge e WHERE e.member=m.member AND e.kind='merge' AND NOT EXISTS("
    "SELECT 1 FROM edge u WHERE u.member=e.member AND u.other=e.other AND u.kind='unmerge' "
    "AND (u.moment, u.op_id)>(e.moment, e.op_id))))"
)
_TOLD: Final = _MEMBERS.format(join="JOIN told t ON t.version=?1 AND t.member=m.member")
_NOT_TOLD: Final = (
    _MEMBERS.format(join="LEFT JOIN told t ON t.version=?1 AND t.member=m.member") + " AND t.member IS NULL"
)
_SHOWN: Final = "m.member, p.surname, p.given, p.patronymic, p.phones, m.joined"
#: Acts of before there was a diary are known by what they made.
_ACTS: Final = (
    "SELECT o.op_id, o.moment, o.body FROM (SELECT op_id FROM diary UNION SELECT mark FROM program_version "
    "UNION SELECT op_id FROM closing) d JOIN applied a ON a.op_id=d.op_id JOIN op o ON o.pos=a.pos "
    "ORDER BY o.moment, o.op_id"
)


def program_acts(cursor: Cursor) -> tuple[JournalRow, ...]:
    """Acts in the life of the versions and of the program, oldest first."""
    rows = [(op_id, moment, oplog.body_of(text)) for op_id, moment, text in cursor.execute(_ACTS).fetchall()]
    return tuple(JournalRow(op_id, moment, str(body.get("kind", "")), body) for op_id, moment, body in rows)


def told_of(cursor: Cursor, mark: str, member: str) -> tuple[date, str, str] | None:
    """When, how and by whom a member was told of a version."""
    row = cursor.execute("SELECT day, way, by FROM told WHERE version=? AND member=?", (mark, member)).fetchone()
    return (date.fromisoformat(row[0]), row[1], row[2]) if row else None


def told_counts(cursor: Cursor, mark: str, last: date) -> Mapping[tuple[date, str], int]:
    """How many of the members of a day heard of a version, by day and way."""
    rows = cursor.execute(
        f"SELECT t.day, t.way, count(*) {_TOLD} GROUP BY 1, 2 ORDER BY 1, 2", (mark, last.isoformat())
    )
    return {(date.fromisoformat(day), way): count for day, way, count in rows.fetchall()}


def count_audience(cursor: Cursor, last: date) -> int:
    """How many members there are on a day."""
    row = cursor.execute(f"SELECT count(*), ?1 {_MEMBERS.format(join='')}", ("", last.isoformat())).fetchone()
    return int(row[0])


def audience(cursor: Cursor, mark: str, last: date, told: bool, after: str, limit: int) -> tuple[ToldRow, ...]:
    """A page of the members who heard of a version, or did not, by id."""
    said, source = ("t.day, t.way, t.by", _TOLD) if told else ("NULL, '', ''", _NOT_TOLD)
    rows = cursor.execute(
        f"SELECT {_SHOWN}, {said} {source} AND m.member>?3 ORDER BY m.member LIMIT ?4",
        (mark, last.isoformat(), after, limit),
    ).fetchall()
    return tuple(_row(*row) for row in rows)


def _row(
    member: str, surname: str, given: str, patronymic: str, phones: str, joined: str, day: Any, way: str, by: str
) -> ToldRow:
    name = " ".join(filter(None, (surname, given, patronymic)))
    numbers = json.loads(phones)
    return ToldRow(member, name, numbers[0] if numbers else "", date.fromisoformat(joined),
                   date.fromisoformat(day) if day else None, way, by)  # fmt: skip
