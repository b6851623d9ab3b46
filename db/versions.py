"""Finds the versions of the program, and the day on which it closed."""

from __future__ import annotations

import json
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from desk_app.ports import Json, VersionRecord

if TYPE_CHECKING:
    from db.engine import Cursor

_VERSIONS = (
    "SELECT code, version, status, effective_from, document, mark, told FROM program_version "
    "WHERE document IS NOT NULL AND effective_from IS NOT NULL ORDER BY code, version, told, mark"
)


def versions(cursor: Cursor, _: str = "") -> tuple[VersionRecord, ...]:
    """Every version that has its document, by code and number; a document is shared, not to be changed."""
    found: list[VersionRecord] = []
    for code, version, status, day, text, mark, told in cursor.execute(_VERSIONS).fetchall():
        last = found[-1] if found else None
        twin = last.twin + 1 if last is not None and (last.code, last.version) == (code, version) else 0
        document = _document(text)
        found.append(
            VersionRecord(code, version, status, date.fromisoformat(day), document, mark, twin, (told or 0, mark))
        )
    return tuple(found)


def closing(cursor: Cursor, _: str = "") -> tuple[date, int] | None:
    """Day of closing and wind-down days, once the program was closed."""
    row = cursor.execute("SELECT day, days FROM closing ORDER BY hlc DESC, op_id DESC LIMIT 1").fetchone()
    return (date.fromisoformat(row[0]), row[1]) if row and row[0] else None


@lru_cache(maxsize=256)
def _document(text: str) -> Json:
    # one text is one document for ever, and a version is asked for at every keystroke
    document: Json = json.loads(text)
    return document
