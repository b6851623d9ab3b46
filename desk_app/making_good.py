"""Units that could not be spent while the centre was silent: the wish is kept, made good later, and owed in money.

The patient is served and pays in full; as soon as all desks hold the same, the units are spent afterwards by an act
whose id follows from the receipt, so that it happens once, and the money is owed until it is handed over.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from desk_app.accounts import Holding, folded, holding, open_receipt, version_on
from desk_app.acts import derived, write
from desk_app.domain.facts import Fact, Fulfilled, HandedOver, Redeemed, Returned, Wished
from desk_app.domain.ledger_wishes import owed, units_taken_back
from desk_app.domain.offline import DAY, MADE_GOOD, UNITS, Wish
from desk_app.domain.pricing import price_bill
from desk_app.domain.program import Program
from desk_app.domain.receipts import Receipt
from desk_app.domain.turns import advance
from desk_app.ports import Desk, Json, Reading, Writing
from desk_app.versions import today

#: Milliseconds after which another desk makes a wish good whose own desk was not heard again.
_OWN_DESK_FIRST = 3 * DAY


def record_wish(writing: Writing, desk: Desk, program: Program, receipt: Receipt) -> None:
    """Keep what the ceiling kept the patient from spending on a new receipt, in the receipt's own transaction."""
    if receipt.standing.ceiling is None or receipt.bill.redeem == 0:
        return
    free = price_bill(program, receipt.bill, replace(receipt.standing, ceiling=None))
    units, money = free.redeemed_units - receipt.quote.redeemed_units, free.redeemed - receipt.quote.redeemed
    if units > 0:
        fact = Wished(0, "", receipt.redeemer, receipt.day, receipt.id, units, money)
        note = {"note": {"receipt": receipt.id, "number": receipt.number, "units": units}}
        write(writing, desk, derived(receipt.id, "deferred"), "deferred", receipt.day, note, [fact])


@dataclass(frozen=True, slots=True)
class WishRow:
    """A wish as it stands: `units` worth `money` on receipt `number`; `made` were spent since, `owed` is to be handed.

    `open`: nobody knows yet whether they are there; `ended` says why nothing came of it. Money in minor units.
    """

    receipt: str
    number: str
    day: date
    units: int
    money: int
    made: int
    owed: int
    open: bool
    ended: str
    handed: bool


def wishes_of(reading: Reading, held: Holding) -> tuple[WishRow, ...]:
    """The wishes of a member, oldest first."""
    ledger = held.ledger
    found = [one for one in ledger.wishes.values() if ledger.person(one.member).id == held.member]
    rows = []
    for one in sorted(found, key=lambda wish: (wish.day, wish.receipt)):
        row = reading.receipt(one.receipt)
        rows.append(WishRow(one.receipt, row.number if row else "", one.day, one.units, one.money, one.made,
                            owed(ledger, one), not one.settled, one.ended, one.handed))  # fmt: skip
    return tuple(rows)


def settle(writing: Writing, desk: Desk, held: Holding, wish: Wish) -> bool:
    """Make a wish good, wholly, in part or not at all, once; False where this desk leaves it to another, for now.

    Only to be asked when all desks hold the same. Units are spent that are usable now, under the rules of the
    receipt's own version; a receipt of which something came back ends the wish.
    """
    row, kept = writing.receipt(wish.receipt), writing.op_body(derived(wish.receipt, "deferred"))
    if row is None or kept is None or wish.settled:
        return False
    now = int(desk.clock().timestamp() * 1000)
    if kept["desk"] != desk.code and now - row.moment < _OWN_DESK_FIRST:
        return False
    program = open_receipt(writing, desk, row).program
    units, ended = _there(program, held, wish), ""
    if writing.returns(wish.receipt):
        units, ended = 0, "returned"
    elif not units:
        ended = "balance"
    day, worth = today(desk, writing), program.unit.worth if program.unit else 0
    facts: list[Fact] = [Fulfilled(0, "", wish.member, day, wish.receipt, units, units * worth, ended)]
    parts: Json = {"note": {"receipt": wish.receipt, "number": row.number, "units": units, "ended": ended}}
    if units:
        facts.append(Redeemed(0, "", wish.member, day, units, MADE_GOOD + wish.receipt))
        parts["entries"] = [[wish.member, -units]]
    kind = "made_good" if units else "wish_ended"
    write(writing, desk, derived(wish.receipt, "made_good"), kind, day, parts, facts)
    return True


def _there(program: Program, held: Holding, wish: Wish) -> int:
    """How many of the units wished for may be spent now."""
    rules, usable = program.redeem, held.usable
    if rules is None or usable < rules.min_balance:
        return 0
    units = max(0, min(wish.units, usable - rules.keep_balance))
    return units - units % rules.multiple_of if rules.multiple_of else units


def hand_over(desk: Desk, receipt: str, *, done: bool = True) -> int:
    """The money owed for a receipt was handed over, or (`done` False) that was said by mistake; minor units."""
    with desk.store.writing() as writing:
        row = writing.receipt(receipt)
        if row is None:
            return 0
        held = holding_of(writing, desk, str(row.body["redeemer"]))
        wish = held.ledger.wishes.get(receipt)
        if wish is None or wish.handed == done or not wish.made:
            return 0
        now = owed(held.ledger, replace(wish, handed=False))
        if done and not now:
            return 0
        fact = HandedOver(0, "", wish.member, held.day, receipt, done)
        note = {"note": {"receipt": receipt, "number": row.number, "money": now}}
        kind = "handed_over" if done else "handed_over_undone"
        write(writing, desk, derived(receipt, "handed_over", wish.turns), kind, held.day, note, [fact])
        return now


@dataclass(frozen=True, slots=True)
class TakenBack:
    """Of a return's worth, what is given in units because units had been spent on the receipt afterwards.

    `money` is their worth, kept from the money of the return where it had been handed over (`handed`); else that much
    less is owed.
    """

    member: str
    units: int
    money: int
    handed: bool


def taken_back(reading: Reading, desk: Desk, receipt: Receipt, own_money: int) -> TakenBack | None:
    """What of a return that gives `own_money` (minor units) goes back as units; None where none was made good."""
    if own_money <= 0 or reading.op_body(derived(receipt.id, "made_good")) is None:
        return None
    held = holding_of(reading, desk, receipt.redeemer)
    wish = held.ledger.wishes.get(receipt.id)
    if wish is None or not wish.made:
        return None
    worth = wish.paid // wish.made
    units = min(wish.made - units_taken_back(held.ledger, wish), own_money // worth)
    return TakenBack(wish.member, units, units * worth, wish.handed) if units > 0 else None


def write_taken_back(writing: Writing, desk: Desk, receipt: str, back: TakenBack, identifier: str, day: date) -> None:
    """Give the units back, beside the return of this id."""
    fact = Returned(0, "", back.member, day, MADE_GOOD + receipt, "redeemed", ((UNITS, back.units),))
    parts: Json = {"entries": [[back.member, back.units]], "note": {"receipt": receipt, "units": back.units}}
    write(writing, desk, derived(identifier, "made_good_back"), "made_good_back", day, parts, [fact])


def holding_of(reading: Reading, desk: Desk, member: str) -> Holding:
    """A member's account today, folded without a look at what the window keeps."""
    day = today(desk, reading)
    program, _ = version_on(reading, desk, day)
    canonical = reading.canonical(member)
    ledger = folded(reading, desk, reading.circle(canonical), program)
    advance(ledger, day)
    return holding(reading, ledger, canonical, program, day)
