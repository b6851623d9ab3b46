"""What must hold of every account and every receipt, computed anew from the facts: part of `tessera verify`.

Units are conserved in each account, no lot is below zero, and each receipt follows from its own version, bill and
standing to the kopeck (spec: engine, Ledger and Receipts).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from desk_app.accounts import folded, open_receipt, version_on
from desk_app.domain.account import Account
from desk_app.domain.errors import Refusal
from desk_app.domain.money import decimal_text
from desk_app.domain.pricing import price_bill
from desk_app.domain.receipts import Recalled
from desk_app.domain.turns import advance
from desk_app.ports import Desk, Reading, ReceiptRow
from desk_app.versions import today

Progress = Callable[[int, int], None]


#: The one finding that is no fault of the books: two receipts of one number.
NUMBER: Final = "receipt.number"


@dataclass(frozen=True, slots=True)
class Breach:
    """A law that does not hold: which, where, and the numbers."""

    check: str
    place: str
    detail: str


def audit(desk: Desk, progress: Progress | None = None) -> tuple[Breach, ...]:
    """Every breach in the books of a desk; nothing is changed."""
    with desk.store.reading() as reading:
        if not reading.versions():
            return ()
        members = [patient.id for patient in reading.patients() if reading.membership(patient.id) is not None]
        receipts = reading.last_receipts(-1)
        total, done = len(members) + len(receipts), 0
        found: list[Breach] = []
        seen: set[frozenset[str]] = set()
        for member in members:
            circle = reading.circle(reading.canonical(member))
            if circle not in seen:
                seen.add(circle)
                found += _accounts(reading, desk, circle)
            done += 1
            if progress is not None and done % 100 == 0:
                progress(done, total)
        found += double_numbers(reading, desk, receipts)
        for row in receipts:
            found += receipt_breaches(open_receipt(reading, desk, row))
            done += 1
            if progress is not None and done % 100 == 0:
                progress(done, total)
    return tuple(found)


def _accounts(reading: Reading, desk: Desk, circle: frozenset[str]) -> Iterator[Breach]:
    day = today(desk, reading)
    try:
        program, _ = version_on(reading, desk, day)
    except Refusal:
        return
    ledger = folded(reading, desk, circle, program)
    advance(ledger, day)
    for account in ledger.accounts.values():
        yield from account_breaches(account)


def account_breaches(account: Account) -> Iterator[Breach]:
    """Accrued + moved in = left + redeemed − overdraft + lapsed + withdrawn + adjusted down; nothing below zero."""
    left = sum(lot.left for lot in account.lots)
    spent = account.redeemed - account.overdraft
    went = left + spent + account.lapsed + account.withdrawn + account.adjusted_down
    came = account.accrued + account.moved_in
    if came != went:
        yield Breach("units.conserved", account.id, f"{came} != {went}")
    if left != account.left:
        yield Breach("lots.open", account.id, f"{left} != {account.left}")
    for lot in account.lots:
        if lot.left < 0:
            yield Breach("lots.below_zero", lot.id, str(lot.left))
    if account.overdraft < 0 or account.redeemed < 0:
        yield Breach("account.below_zero", account.id, f"{account.redeemed}, {account.overdraft}")


def double_numbers(reading: Reading, desk: Desk, receipts: Sequence[ReceiptRow]) -> Iterator[Breach]:
    """A number is of one receipt, unless two computers were one desk: what tells those apart who have one of it.

    The detail says id, day, sum and currency of each, oldest first.
    """
    rows: dict[str, list[ReceiptRow]] = {}
    for row in reversed(receipts):
        rows.setdefault(row.number, []).append(row)
    for number, these in rows.items():
        if len(these) > 1:
            told = []
            for row in these:
                recalled = open_receipt(reading, desk, row)
                pays = decimal_text(recalled.receipt.quote.pays, recalled.program.decimals)
                told.append(f"{row.id} {row.day.isoformat()} {pays} {recalled.program.currency}")
            yield Breach(NUMBER, number, ", ".join(told))


def receipt_breaches(recalled: Recalled) -> Iterator[Breach]:
    """The sums of a receipt add up, and its own version makes the same quote of its bill."""
    receipt, program = recalled.receipt, recalled.program
    quote = receipt.quote
    paid = sum(line.pays for line in quote.lines)
    if paid != quote.list - quote.discount - quote.redeemed or paid != sum(quote.pays_by_payer.values()):
        yield Breach("receipt.sums", receipt.number, f"{paid}")
    try:
        anew = price_bill(program, receipt.bill, receipt.standing)
    except Refusal as refusal:
        yield Breach("receipt.follows", receipt.number, refusal.code)
        return
    told = (quote.pays, quote.discount, quote.redeemed_units, quote.earns, quote.level)
    again = (anew.pays, anew.discount, anew.redeemed_units, anew.earns, anew.level)
    if told != again:
        yield Breach("receipt.follows", receipt.number, f"{told} != {again}")
