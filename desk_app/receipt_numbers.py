"""Which receipt a number or a bill's id means, and that no number of a desk is given twice."""

from __future__ import annotations

import re
from typing import Final

from desk_app import doubled
from desk_app.accounts import open_receipt
from desk_app.domain.errors import refuse
from desk_app.domain.receipts import Recalled
from desk_app.ports import Desk, Reading, ReceiptRow

_TYPED: Final = re.compile(r"([A-Z]{0,8})\s?-?\s?([0-9]{1,6})")
#: Capital letters that look alike in both alphabets: a receipt is read off paper and typed with whatever is on.
_ALIKE: Final = str.maketrans("АВЕКМНОРСТХ", "ABEKMHOPCTX")


def typed(desk: Desk, text: str) -> tuple[ReceiptRow, ...]:
    """Receipts of the number somebody types, newest first: "A-000003", «а-3», or the digits of this desk's own."""
    read = _TYPED.fullmatch(text.strip().upper().translate(_ALIKE))
    if read is None:
        return ()
    number = f"{read[1] or desk.code}-{int(read[2]):06d}"
    with desk.store.reading() as reading:
        found = tuple(row for row in reading.receipts_named(number) if row.number == number)
        return found or _in_place_of(reading, number)


def named(reading: Reading, desk: Desk, text: str) -> ReceiptRow | None:
    """The receipt of this id, number or bill's id, None when there is none.

    Raises `bill.ambiguous` when there are several: `receipts` are (number, ISO day, minor units paid, id), newest
    first. The id of a receipt is never ambiguous.
    """
    row = reading.receipt(text)
    if row is not None:
        return row
    rows = reading.receipts_named(text) or _in_place_of(reading, text)
    if len(rows) > 1:
        told = [(one.number, one.day.isoformat(), open_receipt(reading, desk, one).receipt.quote.pays, one.id)
                for one in rows]  # fmt: skip
        raise refuse("bill.ambiguous", "bill", found=text, receipts=told)
    return rows[0] if rows else None


def _in_place_of(reading: Reading, number: str) -> tuple[ReceiptRow, ...]:
    """The receipt that stands where another desk had paid the same bill, and this number is on a slip all the same."""
    stands = doubled.stands_for(reading, number)
    row = reading.receipt(stands) if stands else None
    return (row,) if row is not None else ()


def the_one(reading: Reading, desk: Desk, text: str) -> Recalled:
    """The receipt of this name, opened. Raises `bill.unknown`, `bill.ambiguous`."""
    row = named(reading, desk, text)
    if row is None:
        raise refuse("bill.unknown", "bill", bill=text)
    return open_receipt(reading, desk, row)


def go_on_above(desk: Desk) -> None:
    """Put a counter right that is behind the receipts of its desk; one that is not is only looked at."""
    with desk.store.reading() as reading:
        behind = reading.number_lag(desk.code)
    if behind:
        with desk.store.writing() as writing:
            writing.begin_after(behind)
