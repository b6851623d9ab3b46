"""Finds cards: whose they are, what state they are in, and which of them two members were given."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Any

from db import oplog
from desk_app.domain.people import Card

if TYPE_CHECKING:
    from db.engine import Cursor

_CARD = "SELECT number, member, state, issued FROM card WHERE "
_TWICE = (
    "SELECT t.number, t.member, c.hlc FROM card_twice t JOIN card c USING (number) "
    "WHERE c.member<>'' AND c.member<>t.member ORDER BY t.number, t.member"
)


def of_member(cursor: Cursor, member: str) -> tuple[Card, ...]:
    """The cards of a member, in the order of numbers."""
    return tuple(map(_card, cursor.execute(_CARD + "member=? ORDER BY number", (member,)).fetchall()))


def card(cursor: Cursor, number: str) -> Card | None:
    """The card of a number."""
    row = cursor.execute(_CARD + "number=?", (number,)).fetchone()
    return _card(row) if row else None


def stopped(cursor: Cursor, number: str) -> tuple[date, str] | None:
    """The local day on which a blocked card was blocked, and the reason."""
    row = cursor.execute("SELECT hlc FROM card WHERE number=? AND state='blocked'", (number,)).fetchone()
    # an op is never stamped before its moment, so that the index of moments leads to it at once
    found = row and cursor.execute(
        "SELECT body FROM op WHERE moment<=? AND hlc=? ORDER BY moment DESC LIMIT 1",
        (row[0] >> oplog.COUNTER_BITS, row[0]),
    ).fetchone()  # fmt: skip
    if not found:
        return None
    body = oplog.body_of(found[0])
    note = body.get("note")
    return date.fromisoformat(body["day"]), str(note.get("reason") or "") if isinstance(note, dict) else ""


def opening(cursor: Cursor) -> Iterator[Card]:
    """Every card that opens an account, in the order of numbers, read as one goes."""
    # a cursor of its own, so that questions about each one may be asked meanwhile
    yield from map(_card, cursor.connection.cursor().execute(_CARD + "state='active' ORDER BY number"))


def count(cursor: Cursor, state: str) -> int:
    """How many cards are in a state."""
    number: int = cursor.execute("SELECT count(*) FROM card WHERE state=?", (state,)).fetchall()[0][0]
    return number


def given_twice(cursor: Cursor) -> tuple[tuple[str, str, int], ...]:
    """Number, member, stamp: cards given to this member that open another's account since the act of that stamp."""
    return tuple(cursor.execute(_TWICE).fetchall())


def _card(row: tuple[Any, ...]) -> Card:
    return Card(row[0], row[1], row[2], date.fromisoformat(row[3]) if row[3] else None)
