"""The ledger: the state of accounts as a pure fold of facts ordered by (moment, id).

Desks that hold the same facts hold the same state, in whatever order they came (spec: engine, Ledger). A fold runs
over a circle of members whose accounts can touch each other: merged patients, families and everyone who was in
them. Units in smallest parts, money in minor units.
"""

from __future__ import annotations

from bisect import insort
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Protocol

from desk_app.domain.days import NEVER, plus_days
from desk_app.domain.facts import (
    Accrued,
    Adjusted,
    Fact,
    Joined,
    JoinedFamily,
    Left,
    LeftFamily,
    Redeemed,
    Returned,
    Visited,
    Warned,
)
from desk_app.domain.lots import Lot, Origin, is_usable, lapse_due, last_good_day
from desk_app.domain.program import Expiry, Usable

_AT_ONCE = Usable()
Pieces = Mapping[str, int]


class ReceiptTerms(Protocol):
    """What the fold must know of a receipt to take returns of it; all sums are totals after so many pieces."""

    @property
    def shortfall(self) -> str: ...
    @property
    def worth(self) -> int: ...
    @property
    def day(self) -> date: ...
    def is_whole(self, returned: Pieces) -> bool: ...
    def counts_still(self, returned: Pieces) -> bool: ...
    def units_back(self, returned: Pieces) -> int: ...
    def to_withdraw(self, returned: Pieces) -> int: ...
    def sums_left(self, returned: Pieces) -> tuple[int, int, int]: ...
    def own_money_back(self, returned: Pieces) -> int: ...
    def capped(self, returned: Pieces, lines: Iterable[tuple[str, int]]) -> dict[str, int]: ...


@dataclass(slots=True, eq=False)
class Redemption:
    """What a bill spent: (lot, units) in the order taken, and what no lot covered."""

    receipt: str
    account: str
    day: date
    units: int
    uncovered: int = 0
    back: int = 0
    parts: list[tuple[Lot, int]] = field(default_factory=list)


@dataclass(slots=True, eq=False)
class Account:
    """One balance: of a person, or of a family. Totals follow the conservation of units."""

    id: str
    lots: list[Lot] = field(default_factory=list)
    open: list[tuple[date, int, Lot]] = field(default_factory=list)
    watched: list[Lot] = field(default_factory=list)
    redemptions: list[Redemption] = field(default_factory=list)
    debtors: list[Origin] = field(default_factory=list)
    accrued: int = 0
    redeemed: int = 0
    overdraft: int = 0
    lapsed: int = 0
    withdrawn: int = 0
    adjusted_down: int = 0
    moved_in: int = 0
    dirty: bool = False
    activity: list[tuple[date, str]] = field(default_factory=list)

    @property
    def left(self) -> int:
        """Units in lots, usable and pending."""
        return sum(lot.left for _, _, lot in self.open)

    @property
    def debt(self) -> int:
        """Units that later accruals will pay."""
        return sum(origin.debt for origin in self.debtors if origin.shortfall == "debt")


@dataclass(slots=True, eq=False)
class Visit:
    """A paid bill in the history of a patient, net of returns."""

    receipt: str
    day: date
    counts: bool
    sums: tuple[int, int, int]
    earned: int
    used: tuple[str, ...] = ()
    services: tuple[str, ...] = ()
    number: int = 1  #: an opening balance may stand for several visits


@dataclass(slots=True, eq=False)
class Person:
    """A patient in the ledger."""

    id: str
    joined: date | None = None
    left: date | None = None
    family: str = ""
    visits: list[Visit] = field(default_factory=list)

    def visit_count(self, before: date | None = None) -> int:
        """Counted visits of a lifetime: all paid bills of one local day are one visit."""
        days = {v.day for v in self.visits if v.counts and v.receipt and (before is None or v.day < before)}
        return len(days) + sum(v.number for v in self.visits if not v.receipt)


@dataclass(slots=True)
class Outcome:
    """What one return did to units, and the money withheld (or paid back, negative) with it."""

    units_back: int = 0
    withdrawn: int = 0
    shortfall: int = 0
    withheld: int = 0


@dataclass(slots=True)
class Ledger:
    """The state after all facts. `canonical` maps merged ids onto the one that stays."""

    canonical: Callable[[str], str]
    recall: Callable[[str], ReceiptTerms]
    override: Expiry | None = None
    accounts: dict[str, Account] = field(default_factory=dict)
    persons: dict[str, Person] = field(default_factory=dict)
    families: dict[str, list[str]] = field(default_factory=dict)
    outcomes: dict[str, Outcome] = field(default_factory=dict)
    origins: dict[str, Origin] = field(default_factory=dict)
    returned: dict[str, dict[str, int]] = field(default_factory=dict)
    seen_returns: set[str] = field(default_factory=set)
    newest: tuple[int, str] = (0, "")
    numbers: int = 0
    room: int = 0  #: the most that may be withheld in all on the bill of the return at hand

    def person(self, member: str) -> Person:
        """The person behind an id."""
        key = self.canonical(member)
        found = self.persons.get(key)
        if found is None:
            found = self.persons[key] = Person(key)
        return found

    def account_of(self, member: str) -> Account:
        """The account a member works on now: the family's while in one, else the own."""
        if member in self.families:
            return self.account(member)
        person = self.person(member)
        return self.account(person.family or person.id)

    def account(self, key: str) -> Account:
        """An account by its own id."""
        found = self.accounts.get(key)
        if found is None:
            found = self.accounts[key] = Account(key)
        return found

    def advance(self, day: date) -> None:
        """Let everything lapse that is due before that day."""
        for account in self.accounts.values():
            if account.watched:
                _lapse(account, day)

    def usable(self, account: Account, day: date) -> int:
        """Units that may be spent on that day."""
        return sum(lot.left for _, _, lot in account.open if self.can_spend(lot, day))

    def can_spend(self, lot: Lot, day: date) -> bool:
        """Whether a lot is usable on that day."""
        visits = self.person(lot.patient).visit_count() if lot.usable.kind == "visit" else 0
        return is_usable(lot, day, visits)


def fold(
    facts: Iterable[Fact],
    canonical: Callable[[str], str],
    recall: Callable[[str], ReceiptTerms],
    closing: tuple[int, date, int] | None = None,
    override: Expiry | None = None,
) -> Ledger:
    """Fold facts already ordered by (moment, id).

    `recall` answers a receipt's terms (asked only for receipts with returns). `closing` is (moment, day, wind-down
    days) of the program's end; `override` are lapse terms that a version without `keep_old_terms` puts on every lot.
    """
    ledger = Ledger(canonical, recall, override)
    for fact in facts:
        if closing is not None and fact.moment > closing[0]:
            _close(ledger, closing)
            closing = None
        apply(ledger, fact)
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
        _add_lot(ledger, fact, fact.opening_units, "opening", _AT_ONCE, terms, fixed_day=fact.opening_good_day)


def _visited(ledger: Ledger, fact: Visited) -> None:
    person = ledger.person(fact.member)
    person.visits.append(Visit(fact.receipt, fact.day, fact.counts, fact.sums, fact.earned, fact.used, fact.services))
    _renew(ledger.account_of(fact.member), fact.day, fact.receipt, fact.counts)


def _accrued(ledger: Ledger, fact: Accrued) -> None:
    lot = _add_lot(ledger, fact, fact.units, fact.source, fact.usable, fact.terms, fact.receipt, fact.patient,
                   fact.version)  # fmt: skip
    account = ledger.account(lot.account)
    if account.debtors:
        _pay_debts(account, lot)


def _add_lot(
    ledger: Ledger,
    fact: Fact,
    units: int,
    source: str,
    usable: Usable,
    terms: Expiry,
    receipt: str = "",
    patient: str = "",
    version: int = 0,
    fixed_day: date | None = None,
) -> Lot:
    account = ledger.account_of(fact.member)
    origin = Origin(receipt, units)
    if receipt:
        ledger.origins[receipt] = origin
    ledger.numbers += 1
    person = ledger.persons.get(ledger.canonical(fact.member))
    lot = Lot(
        fact.id, ledger.numbers, account.id, fact.member, patient or fact.member, source, fact.day, units, units,
        usable, ledger.override or terms, origin, version, fixed_day, joined=person.joined if person else None,
    )  # fmt: skip
    if lot.terms.clock == "activity" and account.activity:
        lot.renewed = account.activity[-1][0]
    origin.lots.append(lot)
    account.lots.append(lot)
    account.accrued += units
    insort(account.open, (last_good_day(lot), lot.number, lot))
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
        _close_lot(account, lot)


def _redeemed(ledger: Ledger, fact: Redeemed) -> None:
    account = ledger.account_of(fact.member)
    if account.watched:
        _lapse(account, fact.day)
    spent = Redemption(fact.receipt, account.id, fact.day, fact.units)
    spent.parts, spent.uncovered = _take(ledger, account, fact.units, fact.day)
    account.redeemed += fact.units
    account.overdraft += spent.uncovered
    account.redemptions.append(spent)


def _take(ledger: Ledger, account: Account, units: int, day: date) -> tuple[list[tuple[Lot, int]], int]:
    """Units from usable lots by earliest last good day, never-lapsing last, then oldest; (parts, uncovered)."""
    _sort(account)
    parts: list[tuple[Lot, int]] = []
    emptied = False
    for _, _, lot in account.open:
        if not units:
            break
        if not ledger.can_spend(lot, day):
            continue
        taken = min(units, lot.left)
        lot.left -= taken
        units -= taken
        emptied = emptied or not lot.left
        parts.append((lot, taken))
    if emptied:
        account.open = [entry for entry in account.open if entry[2].left]
    return parts, units


def _adjusted(ledger: Ledger, fact: Adjusted) -> None:
    if fact.units > 0:
        _add_lot(ledger, fact, fact.units, f"adjustment:{fact.reason}", _AT_ONCE, fact.terms, version=fact.version)
        return
    account = ledger.account_of(fact.member)
    if account.watched:
        _lapse(account, fact.day)
    parts, _ = _take(ledger, account, -fact.units, fact.day)
    for lot, taken in parts:
        lot.adjusted += taken
        account.adjusted_down += taken


def _returned(ledger: Ledger, fact: Returned) -> None:
    op = fact.id.rpartition(":")[0]
    terms = ledger.recall(fact.receipt)
    if op not in ledger.seen_returns:
        ledger.seen_returns.add(op)
        before = ledger.returned.get(fact.receipt, {})
        after = ledger.returned[fact.receipt] = terms.capped(before, fact.lines)
        origin = ledger.origins.get(fact.receipt)
        given = terms.own_money_back(after) - terms.own_money_back(before)
        ledger.room = (origin.kept if origin else 0) + given
    pieces = ledger.returned[fact.receipt]
    outcome = ledger.outcomes.setdefault(op, Outcome())
    account = ledger.account_of(fact.member)
    if account.watched:
        _lapse(account, fact.day)
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
            origin = ledger.origins.get(fact.receipt)
            visit.earned = max(0, (origin.units if origin else visit.earned) - terms.to_withdraw(pieces))
            visit.counts = visit.counts and terms.counts_still(pieces)
            if terms.is_whole(pieces):
                visit.used, visit.services = (), ()
                if fact.day == visit.day:
                    _forget_activity(ledger.account_of(fact.member), fact.receipt)


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
    cover = min(units, lot.origin.debt)
    if cover:
        lot.origin.debt -= cover
        lot.origin.withdrawn += cover
        account.withdrawn += cover
        units -= cover
    if not units:
        return
    grace = plus_days(day, lot.terms.grace_days)
    if last_good_day(lot) >= grace:
        lot.left += units
        _open_lot(account, lot)
        return
    ledger.numbers += 1
    child = Lot(
        f"{lot.id}+{day.isoformat()}", ledger.numbers, lot.account, lot.member, lot.patient, lot.source, lot.day,
        units, units, lot.usable, lot.terms, lot.origin, lot.version, lot.fixed_day, grace, lot.cap, lot.renewed,
        lot.joined, lot.calendar_done,
    )  # fmt: skip
    lot.origin.lots.append(child)
    account.lots.append(child)
    _open_lot(account, child)


def _withdraw(ledger: Ledger, fact: Returned, terms: ReceiptTerms, pieces: Pieces, outcome: Outcome) -> None:
    """Earned units of what went back: lapsed or adjusted ones count first, then what is there, the rest is owed."""
    origin = ledger.origins.get(fact.receipt)
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
                _close_lot(home, lot)
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
        _open_lot(account, lot)
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


def _warned(ledger: Ledger, fact: Warned) -> None:
    named = dict(fact.lots)
    for account in ledger.accounts.values():
        for lot in account.lots:
            if lot.id in named:
                lot.warnings.append((fact.day, named[lot.id]))
                if lot not in account.watched:
                    account.watched.append(lot)


def _joined_family(ledger: Ledger, fact: JoinedFamily) -> None:
    """A joining member's lots move to the family."""
    person = ledger.person(fact.member)
    members = ledger.families.setdefault(fact.family, [])
    if person.id not in members:
        members.append(person.id)
    if person.family == fact.family:
        return
    source, target = ledger.account(person.id), ledger.account(fact.family)
    if person.family:
        _leave(ledger, person)
    person.family = fact.family
    moved = sum(lot.left for lot in source.lots)
    source.moved_in -= moved
    target.moved_in += moved
    for lot in source.lots:
        lot.account = fact.family
    target.lots += source.lots
    target.open += source.open
    target.watched += source.watched
    target.debtors += source.debtors
    target.activity = sorted({*target.activity, *source.activity})
    target.dirty = True
    source.lots, source.open, source.watched, source.debtors = [], [], [], []


def _left_family(ledger: Ledger, fact: LeftFamily) -> None:
    """On leaving the lots stay, the spend goes with the person."""
    _leave(ledger, ledger.person(fact.member))


def _leave(ledger: Ledger, person: Person) -> None:
    members = ledger.families.get(person.family, [])
    if person.id in members:
        members.remove(person.id)
    person.family = ""


def _left(ledger: Ledger, fact: Left) -> None:
    """Leaving moves every later last good day to that day + leaving days; the paper given is a warning of it."""
    person = ledger.person(fact.member)
    person.left = fact.day
    if person.family:
        _leave(ledger, person)
        return
    _cap(ledger.account(person.id), fact.day, plus_days(fact.day, fact.days))


def _close(ledger: Ledger, closing: tuple[int, date, int]) -> None:
    _, day, days = closing
    for account in ledger.accounts.values():
        _lapse(account, day)
        _cap(account, day, plus_days(day, days))


def _cap(account: Account, day: date, end: date) -> None:
    for lot in account.lots:
        if lot.left and last_good_day(lot) > end:
            lot.cap = end
            lot.warnings.append((day, end))
            if lot not in account.watched:
                account.watched.append(lot)
        elif lot.cap is None:
            lot.cap = end
    account.dirty = True


def _renew(account: Account, day: date, receipt: str, counts: bool) -> None:
    """A paid visit moves the last good day of every unlapsed lot with an activity clock."""
    touched = False
    for _, _, lot in account.open:
        if lot.terms.clock == "activity" and (counts or lot.terms.renewed_by == "any_visit"):
            lot.renewed = max(lot.renewed or day, day)
            touched = True
    if counts:
        account.activity.append((day, receipt))
    account.dirty = account.dirty or touched


def _forget_activity(account: Account, receipt: str) -> None:
    account.activity = [entry for entry in account.activity if entry[1] != receipt]
    last = account.activity[-1][0] if account.activity else None
    for _, _, lot in account.open:
        if lot.terms.clock == "activity":
            lot.renewed = last
            account.dirty = True


def _lapse(account: Account, day: date) -> None:
    gone = 0
    for lot in account.watched:
        if lot.left:
            gone += lapse_due(lot, day)
    if gone:
        account.lapsed += gone
        account.open = [entry for entry in account.open if entry[2].left]
        account.dirty = True


def _sort(account: Account) -> None:
    if account.dirty:
        account.open = sorted((last_good_day(lot), lot.number, lot) for _, _, lot in account.open if lot.left)
        account.dirty = False


def _open_lot(account: Account, lot: Lot) -> None:
    if all(entry[2] is not lot for entry in account.open):
        insort(account.open, (last_good_day(lot), lot.number, lot))


def _close_lot(account: Account, lot: Lot) -> None:
    account.open = [entry for entry in account.open if entry[2] is not lot]


#: Each handler takes exactly the facts of its key.
_TAKE: dict[type[Fact], Callable[[Ledger, Any], None]] = {
    Joined: _joined,
    Visited: _visited,
    Accrued: _accrued,
    Redeemed: _redeemed,
    Returned: _returned,
    Adjusted: _adjusted,
    Warned: _warned,
    JoinedFamily: _joined_family,
    LeftFamily: _left_family,
    Left: _left,
}

__all__ = ["NEVER", "Account", "Ledger", "Outcome", "Person", "Redemption", "Visit", "apply", "fold"]
