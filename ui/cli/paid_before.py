"""What `tessera checkout` warns of: a bill that was paid already, or another bill under an operation that is done."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from desk_app.accounts import open_receipt
from desk_app.checkout import Settled
from desk_app.domain.bill import Bill, Line
from desk_app.ports import Desk, ReceiptRow
from ui import formats
from ui.cli.sentences import sentence

PaidBefore = dict[str, str]
#: The operation is done, and what it paid is another bill than the one that was given.
ANOTHER_BILL: Final = "op.other_bill"


def warnings(desk: Desk, bill: Bill, settled: Settled | None, lang: str) -> list[PaidBefore]:
    """Warnings of a bill that was settled, or only priced; nothing is refused for them."""
    with desk.store.reading() as reading:
        if settled is not None and settled.repeated:
            first = open_receipt(reading, desk, settled.row).receipt.bill
            return [] if _asked(first) == _asked(bill) else [_told(ANOTHER_BILL, settled.row, lang)]
        own = settled.row.id if settled is not None else ""
        paid = [row for row in reading.receipts_named(bill.id) if row.bill == bill.id and row.id != own]
        # undone and paid anew is how a wrong bill is put right
        still = [row for row in paid if not any(part["whole"] for part in reading.returns(row.id))]
        return [_told("bill.paid_before", row, lang) for row in still[:1]]


def _asked(bill: Bill) -> tuple[object, ...]:
    """What makes two bills one: what is sold to whom, and the units to spend; names and the moment are not of it."""
    return tuple(map(_nameless, bill.lines)), bill.redeem, bill.payer, bill.holder


def _nameless(line: Line) -> Line:
    return replace(line, name="")


def _told(code: str, row: ReceiptRow, lang: str) -> PaidBefore:
    day = formats.said_day(row.day, lang)
    message = sentence(code, lang).format(bill=row.bill, number=row.number, day=day)
    return {"code": code, "receipt": row.number, "day": row.day.isoformat(), "message": message}
