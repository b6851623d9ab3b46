"""The turns in which an account's lots are spent: earliest last good day first, lots renewed together kept as one.

A visit moves the last good day of every open lot with an activity clock, and leaves their order as it was. Lots given
under the same terms therefore share one clock; a lot that cannot (its day is capped, came late, or goes its own way)
stands among the others and is looked at one by one (spec: engine, Ledger).
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator
from datetime import date
from heapq import merge
from operator import attrgetter, itemgetter

from desk_app.domain.account import Account, Clocked, Ledger, Turn
from desk_app.domain.lots import ActivityClock, Lot, lapse_due, last_activity, last_good_day

_NUMBER = attrgetter("number")
_LOT = itemgetter(2)


def add_lot(account: Account, lot: Lot) -> None:
    """A new lot, whose number is the highest so far, takes its turn."""
    if lot.terms.clock == "activity":
        if account.activity:
            lot.renewed = account.activity[-1][0]
        if _share_clock(account, lot):
            return
        account.own_clocks = True
    opened, good = account.open, last_good_day(lot)
    if not opened or opened[-1][0] <= good:
        opened.append((good, lot.number, lot))  # what is given last is mostly good longest
    else:
        insort(opened, (good, lot.number, lot))


def open_lot(account: Account, lot: Lot) -> None:
    """A lot has something left (again)."""
    if lot.clock is None and all(entry[2] is not lot for entry in account.open):
        insort(account.open, (last_good_day(lot), lot.number, lot))
        account.own_clocks = account.own_clocks or lot.terms.clock == "activity"


def close_lots(account: Account, lots: Iterable[Lot]) -> None:
    """Lots have nothing left; visits renew them no more."""
    # lots are mostly spent from the front, so that looking for them from there is short
    for lot in lots:
        if lot.clock is not None:
            for clocked in account.clocks.values():
                if clocked.clock is lot.clock:
                    clocked.lots.remove(lot)
            _leave_clock(lot)
            continue
        for place, (_, number, _) in enumerate(account.open):
            if number == lot.number:
                del account.open[place]
                break


def in_turn(account: Account) -> Iterable[Lot]:
    """The open lots in the order they are spent: by last good day, then oldest."""
    if account.dirty:
        settle_turns(account)
    if not account.clocks:
        return map(_LOT, account.open)
    if not account.open and len(account.clocks) == 1:
        (clocked,) = account.clocks.values()
        return clocked.lots
    return map(_LOT, merge(account.open, *[_turns(clocked) for clocked in account.clocks.values()]))


def _turns(clocked: Clocked) -> Iterator[Turn]:
    for lot in clocked.lots:
        yield last_good_day(lot), lot.number, lot


def settle_turns(account: Account) -> None:
    """Bring open lots into order after their last good days moved; those that can go by a common clock again."""
    account.dirty = account.own_clocks = False
    alone = []
    for _, _, lot in account.open:
        if not lot.left:
            continue
        if lot.terms.clock == "activity":
            if _share_clock(account, lot):
                continue
            account.own_clocks = True
        alone.append((last_good_day(lot), lot.number, lot))
    account.open = sorted(alone)


def _share_clock(account: Account, lot: Lot) -> bool:
    """Let a lot go by the clock of its terms, if that says of its last activity what its own one does."""
    period = lot.terms.period
    if period is None or lot.fixed_day is not None or lot.cap is not None or lot.grace_until is not None:
        return False
    key = (period.count, period.kind, lot.terms.renewed_by)
    clocked = account.clocks.get(key)
    if clocked is None:
        clocked = account.clocks[key] = Clocked(ActivityClock(lot.renewed))
    clock, lots = clocked.clock, clocked.lots
    place = len(lots)
    if lots:
        given, common = lot.given.day, clock.renewed
        if lots[-1].number > lot.number:
            place = bisect_left(lots, lot.number, key=_NUMBER)
            if lots[place].given.day < given:
                return False
        if place and lots[place - 1].given.day > given:
            return False
        # most lots are renewed by the visit that renewed those before, the same one
        if lot.renewed is not common and last_activity(lot) != (given if common is None or common < given else common):
            return False
    else:
        clock.renewed = lot.renewed
    lots.insert(place, lot)
    lot.clock = clock
    return True


def _leave_clock(lot: Lot) -> None:
    if lot.clock is not None:
        lot.renewed, lot.clock = lot.clock.renewed, None


def part_clocks(account: Account) -> None:
    """Every lot goes by a clock of its own, before something happens to them one by one."""
    for clocked in account.clocks.values():
        for lot in clocked.lots:
            _leave_clock(lot)
            account.open.append((last_good_day(lot), lot.number, lot))
            account.own_clocks = account.dirty = True
    account.clocks.clear()


def renew(account: Account, day: date, counts: bool) -> None:
    """A paid visit moves the last good day of every unlapsed lot with an activity clock."""
    for (_, _, renewed_by), clocked in account.clocks.items():
        if counts or renewed_by == "any_visit":
            clock = clocked.clock
            if clock.renewed is None or clock.renewed < day:
                clock.renewed = day
    if account.own_clocks:
        for _, _, lot in account.open:
            renewed = lot.terms.clock == "activity" and (counts or lot.terms.renewed_by == "any_visit")
            if renewed and (lot.renewed is None or lot.renewed < day):
                lot.renewed = day
        settle_turns(account)


def forget_activity(account: Account, receipt: str) -> None:
    """A voided visit renews nothing."""
    account.activity = [entry for entry in account.activity if entry[1] != receipt]
    last = account.activity[-1][0] if account.activity else None
    for clocked in account.clocks.values():
        clocked.clock.renewed = last
    for _, _, lot in account.open:
        if lot.terms.clock == "activity":
            lot.renewed = last
            account.dirty = True


def advance(ledger: Ledger, day: date) -> None:
    """Let everything lapse that is due before that day."""
    for account in ledger.accounts.values():
        if account.watched:
            lapse(account, day)


def lapse(account: Account, day: date) -> None:
    """Let lapse what is due before that day; only lots that somebody was warned of can."""
    gone = 0
    emptied = []
    for lot in account.watched:
        if lot.left:
            gone += lapse_due(lot, day)
            if not lot.left:
                emptied.append(lot)
    if gone:
        account.lapsed += gone
        close_lots(account, emptied)
        account.dirty = True
