"""Finds receipts by what people call them, and tells where the numbers of a desk stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from db.engine import Cursor

_GIVEN = "SELECT value FROM counter WHERE name='receipt'"
_HIGHEST = "SELECT number FROM receipt WHERE number>? AND number<? ORDER BY number DESC LIMIT 1"
_TWICE = "SELECT number FROM receipt GROUP BY number HAVING count(*)>1 ORDER BY number LIMIT 1"
_RAISE = "INSERT INTO counter VALUES ('receipt', ?) ON CONFLICT (name) DO UPDATE SET value=max(value, excluded.value)"
#: All receipts of a bill or of a number; a bill and a number may share their text.
NAMED = "WHERE r.bill=?1 OR r.number=?1 ORDER BY r.moment DESC, r.id DESC"


def lag(cursor: Cursor, code: str) -> int:
    """The highest number a receipt of this desk has, where the counter is behind it; 0 where all is well."""
    given = cursor.execute(_GIVEN).fetchone()
    # numbers have six digits, so that they stand in order; ";" is the sign after the last digit
    row = cursor.execute(_HIGHEST, (f"{code}-", f"{code}-;")).fetchone()
    digits = row[0].removeprefix(f"{code}-") if row else ""
    highest = int(digits) if digits.isascii() and digits.isdigit() else 0
    return highest if highest > (given[0] if given else 0) else 0


def given_twice(cursor: Cursor) -> str:
    """The lowest number that several receipts bear, "" where there is none."""
    row = cursor.execute(_TWICE).fetchone()
    return row[0] if row else ""


def begin_after(cursor: Cursor, number: int) -> None:
    """The next receipt gets a number above this one, or above those given already."""
    cursor.execute(_RAISE, (number,))
