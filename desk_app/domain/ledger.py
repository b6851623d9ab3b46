"""The ledger: the state of accounts as a pure fold of facts ordered by (moment, id).

Desks that hold the same facts hold the same state, in whatever order they came (spec: engine, Ledger). A fold runs
over a circle of members whose accounts can touch each other: merged patients, families and everyone who was in
them. Units in smallest parts, money in minor units.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from desk_app.domain.account import Account, Ledger, Person, ReceiptTerms, Redemption, Visit
from desk_app.domain.days import plus_days
from desk_app.domain.facts import (
    Accrued,
    Adjusted,
    Fact,
    Fulfilled,
    HandedOver,
    Joined,
    JoinedFamily,
    Left,
    LeftFamily,
    Merged,
    Redeemed,
    Returned,
    Visited,
    Warned,
    Wished,
)
from desk_app.domain.ledger_returns import take_return
from desk_app.domain.ledger_wishes import take_fulfilled, take_handed_over, take_wish
from desk_app.domain.lots import Lot, last_good_day
from desk_app.domain.program import Expiry, Usable
from desk_app.domain.turns import add_lot, close_lots, in_turn, lapse, part_clocks, renew

_AT_ONCE = Usable()


def fold(
    facts: Iterable[Fact],
    recall: Callable[[str], ReceiptTerms],
    closing: tuple[int, date, int] | None = None,
    override: Expiry | None = None,
) -> Ledger:
    """Fold facts already ordered by (moment, id).

    `recall` answers a receipt's terms (asked only for receipts with returns). `closing` is (moment, day, wind-down
    days) of the program's end; `override` are lapse terms that a version without `keep_old_terms` puts on every lot.
    """
    ledger = Ledger(recall, override)
    take, fact = _TAKE, None
    for fact in facts:
        if closing is not None and fact.moment > closing[0]:
            _close(ledger, closing)
            closing = None
        take[type(fact)](ledger, fact)
    if fact is not None:
        ledger.newest = (fact.moment, fact.id)
    if closing is not None:
        _close(ledger, closing)
    return ledger


def apply(ledger: Ledger, fact: Fact) -> None:
    """Take one more fact, not older than the newest one known."""
    ledger.newest = (fact.moment, fact.id)
    _TAKE[type(fact)](ledger, fact)


def _joined(ledger: Ledger, fact: Joined) -> None:
    person = ledger.person(fact.member)
    if person.joined is None or fact.day < person.joined:
        person.joined = fact.day
    person.left = None
    if fact.opening_spent or fact.opening_visits:
        spent = fact.opening_spent
        opening = Visit("", fact.day, True, (spent, spent, spent), 0, number=fact.opening_visits)
        person.visits.append(opening)
    if fact.opening_units:
        terms = Expiry("never", fact.opening_warn)
        given = Accrued(fact.moment, fact.id, fact.member, fact.day, fact.opening_units, "opening", _AT_ONCE, terms, 0)
        _add_lot(ledger, ledger.home(fact.member), given, fact.opening_good_day)


def _visited(ledger: Ledger, fact: Visited) -> None:
    person = ledger.person(fact.member)
    person.visits.append(Visit(fact.receipt, fact.day, fact.counts, fact.sums, fact.earned, fact.used, fact.services))
    account = ledger.homes.get(fact.member) or ledger.home(fact.member)
    if account.watched:
        lapse(account, fact.day)  # what lapsed before this visit is not renewed by it
    if account.clocks or account.own_clocks:
        renew(account, fact.day, fact.counts)
    if fact.counts:
        account.activity.append((fact.day, fact.receipt))


def _accrued(ledger: Ledger, fact: Accrued) -> None:
    account = ledger.homes.get(fact.member) or ledger.home(fact.member)
    lot = _add_lot(ledger, account, fact)
    if account.debtors:
        _pay_debts(account, lot)


def _add_lot(ledger: Ledger, account: Account, given: Accrued, fixed_day: date | None = None) -> Lot:
    ledger.numbers = number = ledger.numbers + 1
    terms, units = ledger.override or given.terms, given.units
    lot = Lot(given, number, account.id, units, terms, None, fixed_day)
    if given.receipt:
        ledger.earned[given.receipt] = lot
    if terms.clock == "joining":
        lot.joined = ledger.person(given.member).joined
    account.lots.append(lot)
    account.accrued += units
    add_lot(account, lot)
    return lot


def _pay_debts(account: Account, lot: Lot) -> None:
    """Later accruals pay the debts of returned bills; units already there do not."""
    for origin in account.debtors:
        if origin.shortfall == "debt" and origin.debt and lot.left:
            paid = min(origin.debt, lot.left)
            origin.debt -= paid
            lot.left -= paid
            account.withdrawn += paid
    account.debtors = [origin for origin in account.debtors if origin.debt or origin.kept]
    if not lot.left:
        close_lots(account, (lot,))


def _redeemed(ledger: Ledger, fact: Redeemed) -> None:
    account, day, units = ledger.homes.get(fact.member) or ledger.home(fact.member), fact.day, fact.units
    if account.watched:
        lapse(account, day)
    ledger.numbers = number = ledger.numbers + 1
    parts, uncovered = _take(ledger, account, units, day)
    account.redeemed += units
    if uncovered:
        account.overdraft += uncovered
    account.redemptions.append(Redemption(fact.receipt, number, day, units, uncovered, 0, parts))


def _take(ledger: Ledger, account: Account, units: int, day: date) -> tuple[list[tuple[Lot, int]], int]:
    """Units from usable lots by earliest last good day, never-lapsing last, then oldest; (parts, uncovered)."""
    parts: list[tuple[Lot, int]] = []
    emptied: list[Lot] = []
    for lot in in_turn(account):
        if not units:
            break
        if not ledger.can_spend(lot, day):
            continue
        left = lot.left
        if left > units:
            lot.left = left - units
            parts.append((lot, units))
            units = 0
        else:
            lot.left = 0
            parts.append((lot, left))
            units -= left
            emptied.append(lot)
    if emptied:
        close_lots(account, emptied)
    return parts, units


def _adjusted(ledger: Ledger, fact: Adjusted) -> None:
    account = ledger.home(fact.member)
    if fact.units > 0:
        source = f"adjustment:{fact.reason}"
        _add_lot(ledger, account, Accrued(fact.moment, fact.id, fact.member, fact.day, fact.units, source, _AT_ONCE,
                                          fact.terms, fact.version))  # fmt: skip
        return
    if account.watched:
        lapse(account, fact.day)
    parts, _ = _take(ledger, account, -fact.units, fact.day)
    for lot, taken in parts:
        lot.adjusted += taken
        account.adjusted_down += taken


def _warned(ledger: Ledger, fact: Warned) -> None:
    named = dict(fact.lots)
    for account in ledger.accounts.values():
        for lot in account.lots:
            if lot.id in named:
                lot.warnings += ((fact.day, named[lot.id]),)
                if lot not in account.watched:
                    account.watched.append(lot)


def _joined_family(ledger: Ledger, fact: JoinedFamily) -> None:
    """A joining member's lots move to the family, where the balance is common."""
    ledger.homes.clear()
    person = ledger.person(fact.member)
    members = ledger.families.setdefault(fact.family, [])
    if person.id not in members:
        members.append(person.id)
    if person.family == fact.family:
        return
    if person.family:
        _leave(ledger, person)
    person.family = fact.family
    if fact.pooled:
        lapse(ledger.account(person.id), fact.day)
        _move_lots(ledger.account(person.id), ledger.account(fact.family))
        person.pool = fact.family


def _move_lots(source: Account, target: Account) -> None:
    part_clocks(source)
    part_clocks(target)
    moved = sum(lot.left for lot in source.lots)
    source.moved_in -= moved
    target.moved_in += moved
    for lot in source.lots:
        lot.account = target.id
    target.lots += source.lots
    target.open += source.open
    target.watched += source.watched
    target.debtors += source.debtors
    target.activity = sorted({*target.activity, *source.activity})
    target.dirty = True
    target.own_clocks = target.own_clocks or source.own_clocks
    source.lots, source.open, source.watched, source.debtors = [], [], [], []


def _merged(ledger: Ledger, fact: Merged) -> None:
    """Two records become one from this moment on: every lot, visit and redemption goes to the one that stays."""
    ledger.homes.clear()
    gone, stays = ledger.person(fact.member), ledger.person(fact.into)
    if gone is stays:
        return
    if not stays.family and gone.family:
        members = ledger.families[gone.family]
        members[members.index(gone.id)] = stays.id
        stays.family, stays.pool = gone.family, gone.pool
        if stays.pool:
            lapse(ledger.account(stays.id), fact.day)
            _move_lots(ledger.account(stays.id), ledger.account(stays.pool))
    else:
        _leave(ledger, gone)
    source, target = ledger.account(gone.id), ledger.account_of(stays.id)
    lapse(source, fact.day)
    lapse(target, fact.day)
    if stays.pool:
        _move_lots(source, target)
    else:
        _absorb(source, target)
        del ledger.accounts[gone.id]
    stays.joined = min((day for day in (stays.joined, gone.joined) if day is not None), default=None)
    stays.left = None if gone.joined is not None and gone.left is None else stays.left
    stays.visits += gone.visits
    ledger.merged[gone.id] = stays.id
    del ledger.persons[gone.id]


def _absorb(source: Account, target: Account) -> None:
    """One account takes over another whole, as if they had always been one."""
    _move_lots(source, target)
    target.moved_in += source.moved_in  # what moved between the two cancels out
    target.accrued += source.accrued
    target.redeemed += source.redeemed
    target.overdraft += source.overdraft
    target.lapsed += source.lapsed
    target.withdrawn += source.withdrawn
    target.adjusted_down += source.adjusted_down
    target.redemptions = sorted([*target.redemptions, *source.redemptions], key=lambda spent: spent.number)


def _left_family(ledger: Ledger, fact: LeftFamily) -> None:
    """On leaving the lots stay, the spend goes with the person."""
    ledger.homes.clear()
    _leave(ledger, ledger.person(fact.member))


def _leave(ledger: Ledger, person: Person) -> None:
    members = ledger.families.get(person.family, [])
    if person.id in members:
        members.remove(person.id)
    person.family = person.pool = ""


def _left(ledger: Ledger, fact: Left) -> None:
    """Leaving moves every later last good day to that day + leaving days; the paper given is a warning of it."""
    ledger.homes.clear()
    person = ledger.person(fact.member)
    person.left = fact.day
    pooled = bool(person.pool)
    if person.family:
        _leave(ledger, person)
    if not pooled:
        lapse(ledger.account(person.id), fact.day)
        _cap(ledger.account(person.id), fact.day, plus_days(fact.day, fact.days))


def _close(ledger: Ledger, closing: tuple[int, date, int]) -> None:
    _, day, days = closing
    for account in ledger.accounts.values():
        lapse(account, day)
        _cap(account, day, plus_days(day, days))


def _cap(account: Account, day: date, end: date) -> None:
    part_clocks(account)
    for lot in account.lots:
        if lot.left and last_good_day(lot) > end:
            lot.cap = end
            lot.warnings += ((day, end),)
            if lot not in account.watched:
                account.watched.append(lot)
        elif lot.cap is None:
            lot.cap = end
    account.dirty = True


#: Each handler takes exactly the facts of its key.
_TAKE: dict[type[Fact], Callable[[Ledger, Any], None]] = {
    Joined: _joined,
    Visited: _visited,
    Accrued: _accrued,
    Redeemed: _redeemed,
    Returned: take_return,
    Adjusted: _adjusted,
    Warned: _warned,
    JoinedFamily: _joined_family,
    Merged: _merged,
    LeftFamily: _left_family,
    Left: _left,
    Wished: take_wish,
    Fulfilled: take_fulfilled,
    HandedOver: take_handed_over,
}
