"""Finds receipts and what came back of them: by id, by number, by patient, by day."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING, Any

from db import receipt_numbers
from desk_app.ports import Json, PaidBill, ReceiptRow

if TYPE_CHECKING:
    from db.engine import Cursor

_RECEIPT = "SELECT r.id, r.number, r.bill, r.patient, r.moment, r.day, o.body FROM receipt r JOIN op o ON o.pos=r.pos "
#: Taking a receipt apart in the file is twice as quick as reading all its reasons.
_BILL = (
    "SELECT r.id, r.number, r.moment, r.day, json_extract(o.body, '$.receipt.bill', '$.receipt.standing', "
    "'$.receipt.flags', '$.receipt.max', '$.receipt.offers', '$.receipt.version', '$.receipt.quote.lines', "
    "'$.receipt.quote.level', '$.receipt.quote.redeemed_units', '$.receipt.quote.earns', '$.receipt.mark') "
    "FROM receipt r JOIN op o ON o.pos=r.pos WHERE r.day BETWEEN ? AND ? ORDER BY r.moment, r.id"
)
_RETURN = "SELECT r.op_id, r.moment, r.day, o.body FROM return_ r JOIN op o ON o.pos=r.pos "


def receipt(cursor: Cursor, receipt: str) -> ReceiptRow | None:
    """The receipt of an id."""
    return _first(cursor, "WHERE r.id=?", receipt)


def of_bill(cursor: Cursor, bill: str) -> ReceiptRow | None:
    """The receipt of a bill by the bill's id or the receipt's number, the newest of several."""
    newest = "ORDER BY r.moment DESC, r.id DESC LIMIT 1"
    return _first(cursor, f"WHERE r.bill=? {newest}", bill) or _first(cursor, f"WHERE r.number=? {newest}", bill)


def named(cursor: Cursor, text: str) -> tuple[ReceiptRow, ...]:
    """All receipts with this bill's id or this number, newest first."""
    return tuple(map(_receipt, cursor.execute(_RECEIPT + receipt_numbers.NAMED, (text,)).fetchall()))


def of_patients(cursor: Cursor, patients: Iterable[str], limit: int) -> tuple[ReceiptRow, ...]:
    """The newest receipts of these patients, newest first."""
    of_one = f"{_RECEIPT}WHERE r.patient=? ORDER BY r.moment DESC LIMIT ?"
    rows = [row for patient in patients for row in cursor.execute(of_one, (patient, limit)).fetchall()]
    rows.sort(key=lambda row: (row[4], row[0]), reverse=True)
    return tuple(map(_receipt, rows[:limit]))


def last(cursor: Cursor, limit: int) -> tuple[ReceiptRow, ...]:
    """The newest receipts."""
    rows = cursor.execute(f"{_RECEIPT}ORDER BY r.moment DESC, r.id DESC LIMIT ?", (limit,)).fetchall()
    return tuple(map(_receipt, rows))


def last_own(cursor: Cursor) -> ReceiptRow | None:
    """The newest receipt that was paid at this desk."""
    return _first(cursor, "JOIN stream s ON s.no=o.stream WHERE s.mine ORDER BY r.moment DESC, r.id DESC LIMIT 1")


def of_days(cursor: Cursor, first: date, last: date) -> Iterator[ReceiptRow]:
    """Receipts of these local days, in the order of their moments."""
    rows = cursor.execute(f"{_RECEIPT}WHERE r.day BETWEEN ? AND ? ORDER BY r.moment, r.id", _days(first, last))
    yield from map(_receipt, rows.fetchall())


def paid_bills(cursor: Cursor, first: date, last: date) -> Iterator[PaidBill]:
    """The bills of the same receipts in the same order, read as one goes."""
    # a cursor of its own, so that questions about each one may be asked meanwhile
    yield from map(_paid_bill, cursor.connection.cursor().execute(_BILL, _days(first, last)))


def returns(cursor: Cursor, receipt: str) -> tuple[Json, ...]:
    """What came back of a receipt, oldest first."""
    rows = cursor.execute(f"{_RETURN}WHERE r.receipt=? ORDER BY r.moment, r.op_id", (receipt,)).fetchall()
    return tuple(map(_return, rows))


def returns_of(cursor: Cursor, first: date, last: date) -> tuple[Json, ...]:
    """What came back on these local days, oldest first."""
    rows = cursor.execute(f"{_RETURN}WHERE r.day BETWEEN ? AND ? ORDER BY r.moment, r.op_id", _days(first, last))
    return tuple(map(_return, rows.fetchall()))


def returned_often(cursor: Cursor) -> tuple[str, ...]:
    """Receipts of which something came back more than once."""
    rows = cursor.execute("SELECT receipt FROM return_ GROUP BY receipt HAVING count(*)>1").fetchall()
    return tuple(row[0] for row in rows)


def _first(cursor: Cursor, condition: str, *values: object) -> ReceiptRow | None:
    row = cursor.execute(_RECEIPT + condition, values).fetchone()
    return _receipt(row) if row else None


def _days(first: date, last: date) -> tuple[str, str]:
    return first.isoformat(), last.isoformat()


def _receipt(row: tuple[Any, ...]) -> ReceiptRow:
    receipt, number, bill, patient, moment, day, body = row
    return ReceiptRow(receipt, number, bill, patient, moment, date.fromisoformat(day), json.loads(body)["receipt"])


def _paid_bill(row: tuple[Any, ...]) -> PaidBill:
    receipt, number, moment, day, taken = row
    bill, standing, flags, most, offers, version, lines, level, spent, earns, mark = json.loads(taken)
    quote = {"lines": lines or [], "level": level, "redeemed_units": spent or 0, "earns": earns or 0}
    body = {"bill": bill, "standing": standing, "flags": flags, "max": most, "offers": offers, "version": version,
            "mark": mark or "", "quote": quote}  # fmt: skip
    return PaidBill(receipt, number, moment, date.fromisoformat(day), body)


def _return(row: tuple[Any, ...]) -> Json:
    op_id, moment, day, body = row
    return {**json.loads(body)["return"], "op_id": op_id, "moment": moment, "day": day}
