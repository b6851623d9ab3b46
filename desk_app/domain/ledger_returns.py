"""What a return does to the ledger: spent units go back, earned ones are withdrawn or owed, the visit shrinks.

Source: spec: engine, Receipts and returns. Totals are cumulative, so returns in any order end in the same state.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from desk_app.domain.account import (
    Account,
    Ledger,
    Outcome,
    Pieces,
    ReceiptTerms,
    Redemption,
)
from desk_app.domain.days import plus_days
from desk_app.domain.facts import Returned
from desk_app.domain.ledger_wishes import terms_of
from desk_app.domain.lots import Lot, Origin, last_activity, last_good_day, origin_of
from desk_app.domain.turns import close_lots, forget_activity, lapse, open_lot


def take_return(ledger: Ledger, fact: Returned) -> None:
    """One role of a return: the visit, the units spent, or the units earned."""
    op = fact.id.rpartition(":")[0]
    try:
        terms = terms_of(ledger, fact.receipt)
    except LookupError:
        # the bill was paid on a desk that has not been heard yet: nothing of it is here that could come back
        return
    if op not in ledger.seen_returns:
        ledger.seen_returns.add(op)
        before = ledger.returned.get(fact.receipt, {})
        after = ledger.returned[fact.receipt] = terms.capped(before, fact.lines)
        origin = ledger.origin(fact.receipt)
        given = terms.own_money_back(after) - terms.own_money_back(before)
        ledger.room = (origin.kept if origin else 0) + given
    pieces = ledger.returned[fact.receipt]
    outcome = ledger.outcomes.setdefault(op, Outcome())
    account = ledger.account_of(fact.member)
    if account.watched:
        lapse(account, fact.day)
    if fact.role == "visit":
        _return_visit(ledger, fact, terms, pieces)
    elif fact.role == "redeemed":
        _give_back(ledger, fact, terms, pieces, outcome)
    else:
        _withdraw(ledger, fact, terms, pieces, outcome)
    _settle_withheld(ledger, fact.receipt, outcome)


def _return_visit(ledger: Ledger, fact: Returned, terms: ReceiptTerms, pieces: Pieces) -> None:
    """The counted spend falls by what was returned; a whole return frees uses, a void undoes the activity too."""
    person = ledger.person(fact.member)
    for visit in person.visits:
        if visit.receipt == fact.receipt:
            visit.sums = terms.sums_left(pieces)
            origin = ledger.origin(fact.receipt)
            visit.earned = max(0, (origin.units if origin else visit.earned) - terms.to_withdraw(pieces))
            visit.counts = visit.counts and terms.counts_still(pieces)
            if terms.is_whole(pieces):
                visit.used, visit.services = (), ()
                if fact.day == visit.day:
                    forget_activity(ledger.account_of(fact.member), fact.receipt)


def _give_back(ledger: Ledger, fact: Returned, terms: ReceiptTerms, pieces: Pieces, outcome: Outcome) -> None:
    """Spent units: first an overdraft of this bill, then of later redemptions, then the lot's debt, then the lot."""
    spent, home = _find_redemption(ledger, fact.receipt)
    if spent is None or home is None:
        return
    units = terms.units_back(pieces) - spent.back
    if units <= 0:
        return
    spent.back += units
    outcome.units_back += units
    home.redeemed -= units
    covered = min(units, spent.uncovered)
    spent.uncovered -= covered
    home.overdraft -= covered
    units -= covered
    later = home.redemptions[home.redemptions.index(spent) + 1 :]
    while units and spent.parts:
        lot, part = spent.parts[-1]
        back = min(units, part)
        units -= back
        if back == part:
            spent.parts.pop()
        else:
            spent.parts[-1] = (lot, part - back)
        for other in later:
            cover = min(back, other.uncovered)
            if cover:
                other.uncovered -= cover
                other.parts.append((lot, cover))
                home.overdraft -= cover
                back -= cover
        _back_to_lot(ledger, home, lot, back, fact.day)


def _find_redemption(ledger: Ledger, receipt: str) -> tuple[Redemption | None, Account | None]:
    for account in ledger.accounts.values():
        for spent in account.redemptions:
            if spent.receipt == receipt:
                return spent, account
    return None, None


def _back_to_lot(ledger: Ledger, home: Account, lot: Lot, units: int, day: date) -> None:
    account = ledger.account(lot.account)
    if account is not home:
        home.moved_in -= units
        account.moved_in += units
    origin = origin_of(lot)
    cover = min(units, origin.debt)
    if cover:
        origin.debt -= cover
        origin.withdrawn += cover
        account.withdrawn += cover
        units -= cover
    if not units:
        return
    grace = plus_days(day, lot.terms.grace_days)
    if last_good_day(lot) >= grace:
        lot.left += units
        open_lot(account, lot)
        return
    ledger.numbers += 1
    part = replace(lot.given, id=f"{lot.id}+{day.isoformat()}", units=units)
    child = Lot(
        part, ledger.numbers, lot.account, units, lot.terms, lot.joined, lot.fixed_day, grace, lot.cap,
        last_activity(lot), lot.calendar_done, origin=origin,
    )  # fmt: skip
    origin.lots.append(child)
    account.lots.append(child)
    open_lot(account, child)


def _withdraw(ledger: Ledger, fact: Returned, terms: ReceiptTerms, pieces: Pieces, outcome: Outcome) -> None:
    """Earned units of what went back: lapsed or adjusted ones count first, then what is there, the rest is owed."""
    origin = ledger.origin(fact.receipt)
    if origin is None:
        return
    origin.shortfall, origin.worth = terms.shortfall, terms.worth
    account = ledger.account(origin.lots[0].account)
    need = terms.to_withdraw(pieces) - origin.target
    origin.target += need
    if need < 0:
        _give_again(ledger, origin, -need)
        return
    gone = sum(lot.lapsed + lot.adjusted for lot in origin.lots)
    excused = min(need, max(0, gone - origin.excused))
    origin.excused += excused
    need -= excused
    for lot in origin.lots:
        taken = min(need, lot.left)
        if taken:
            lot.left -= taken
            need -= taken
            origin.withdrawn += taken
            outcome.withdrawn += taken
            home = ledger.account(lot.account)
            home.withdrawn += taken
            if not lot.left:
                close_lots(home, (lot,))
    if need:
        origin.debt += need
        outcome.shortfall += need
        if origin not in account.debtors:
            account.debtors.append(origin)


def _give_again(ledger: Ledger, origin: Origin, units: int) -> None:
    """What remains earns more than it did before this return: the withdrawal shrinks."""
    freed = min(units, origin.debt)
    origin.debt -= freed
    units -= freed
    back = min(units, origin.withdrawn)
    if back:
        origin.withdrawn -= back
        lot = origin.lots[-1]
        lot.left += back
        account = ledger.account(lot.account)
        account.withdrawn -= back
        open_lot(account, lot)
    origin.excused -= min(origin.excused, units - back)


def _settle_withheld(ledger: Ledger, receipt: str, outcome: Outcome) -> None:
    """Kept so far = min(worth of the debt, own money of that bill given back so far), settled at each return.

    A return never keeps more than the money it gives: nobody pays at the desk for bringing something back.
    """
    for account in ledger.accounts.values():
        for origin in account.debtors:
            if origin.shortfall != "withhold":
                continue
            money = ledger.recall(origin.receipt).own_money_back(ledger.returned.get(origin.receipt, {}))
            room = ledger.room if origin.receipt == receipt else origin.kept
            kept = min(origin.debt * origin.worth, money, room)
            outcome.withheld += kept - origin.kept
            origin.kept = kept
