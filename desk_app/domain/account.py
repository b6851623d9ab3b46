"""Accounts, persons and what bills spent: the state that a fold of facts builds up.

Source: spec: engine, Ledger. Units in smallest parts, money in minor units.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Protocol

from desk_app.domain.days import plus_days
from desk_app.domain.lots import ActivityClock, Lot, Origin, origin_of
from desk_app.domain.offline import Wish
from desk_app.domain.program import Expiry

Pieces = Mapping[str, int]
#: An open lot by its turn: last good day, number.
Turn = tuple[date, int, Lot]


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
    number: int
    day: date
    units: int
    uncovered: int = 0
    back: int = 0
    parts: list[tuple[Lot, int]] = field(default_factory=list)


@dataclass(slots=True, eq=False)
class Clocked:
    """Lots that go by one clock: with something left each, in the order of their numbers and of their days."""

    clock: ActivityClock
    lots: list[Lot] = field(default_factory=list)


@dataclass(slots=True, eq=False)
class Account:
    """One balance: of a person, or of a family. Totals follow the conservation of units."""

    id: str
    lots: list[Lot] = field(default_factory=list)
    open: list[Turn] = field(default_factory=list)  #: lots with something left, in order; without those of `clocks`
    clocks: dict[tuple[int, str, str], Clocked] = field(default_factory=dict)  #: by period and what renews
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
    dirty: bool = False  #: last good days of `open` moved
    own_clocks: bool = False  #: some lot of `open` has an activity clock of its own
    activity: list[tuple[date, str]] = field(default_factory=list)

    @property
    def left(self) -> int:
        """Units in lots, usable and pending."""
        return sum(lot.left for lot in self.open_lots())

    def open_lots(self) -> Iterator[Lot]:
        """Lots with something left, in no order."""
        for _, _, lot in self.open:
            yield lot
        for clocked in self.clocks.values():
            yield from clocked.lots

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
    pool: str = ""  #: the family's account while the balance is common
    visits: list[Visit] = field(default_factory=list)

    def visit_count(self, before: date | None = None) -> int:
        """Counted visits of a lifetime: all paid bills of one local day are one visit."""
        days = {v.day for v in self.visits if v.counts and v.receipt and (before is None or v.day < before)}
        return len(days) + sum(v.number for v in self.visits if not v.receipt)

    def has_visited(self, times: int) -> bool:
        """Whether there were so many counted visits; looks no further than the one that makes it."""
        done, days = 0, set[date]()
        for visit in self.visits:
            if done >= times:
                break
            if not visit.receipt:
                done += visit.number
            elif visit.counts and visit.day not in days:
                days.add(visit.day)
                done += 1
        return done >= times


@dataclass(slots=True)
class Outcome:
    """What one return did to units, and the money withheld (or paid back, negative) with it."""

    units_back: int = 0
    withdrawn: int = 0
    shortfall: int = 0
    withheld: int = 0


@dataclass(slots=True)
class Ledger:
    """The state after all facts so far. `merged` maps ids onto the one that stays, from the moment of the merge."""

    recall: Callable[[str], ReceiptTerms]
    override: Expiry | None = None
    merged: dict[str, str] = field(default_factory=dict)
    accounts: dict[str, Account] = field(default_factory=dict)
    persons: dict[str, Person] = field(default_factory=dict)
    families: dict[str, list[str]] = field(default_factory=dict)
    outcomes: dict[str, Outcome] = field(default_factory=dict)
    homes: dict[str, Account] = field(default_factory=dict)  #: `account_of`, until somebody joins, leaves or merges
    earned: dict[str, Lot] = field(default_factory=dict)  #: the lot that each bill made
    returned: dict[str, dict[str, int]] = field(default_factory=dict)
    seen_returns: set[str] = field(default_factory=set)
    wishes: dict[str, Wish] = field(default_factory=dict)  #: by receipt
    newest: tuple[int, str] = (0, "")
    numbers: int = 0
    borrowed: bool = False  #: folded with visits of patients outside the circle
    room: int = 0  #: the most that may be withheld in all on the bill of the return at hand

    def person(self, member: str) -> Person:
        """The person behind an id."""
        key = member
        while key in self.merged:
            key = self.merged[key]
        found = self.persons.get(key)
        if found is None:
            found = self.persons[key] = Person(key)
        return found

    def account_of(self, member: str) -> Account:
        """The account a member works on now: the family's while in one, else the own."""
        if member in self.families:
            return self.account(member)
        person = self.person(member)
        return self.account(person.pool or person.id)

    def home(self, member: str) -> Account:
        """`account_of` remembered, for the facts that come by the hundred."""
        found = self.homes.get(member)
        if found is None:
            found = self.homes[member] = self.account_of(member)
        return found

    def origin(self, receipt: str) -> Origin | None:
        """What returns of a bill take back; None when it earned nothing."""
        lot = self.earned.get(receipt)
        return None if lot is None else origin_of(lot)

    def account(self, key: str) -> Account:
        """An account by its own id."""
        found = self.accounts.get(key)
        if found is None:
            found = self.accounts[key] = Account(key)
        return found

    def usable(self, account: Account, day: date) -> int:
        """Units that may be spent on that day."""
        return sum(lot.left for lot in account.open_lots() if self.can_spend(lot, day))

    def can_spend(self, lot: Lot, day: date) -> bool:
        """Whether a lot is usable on that day."""
        usable = lot.given.usable
        match usable.kind:
            case "at_once":
                return lot.given.day <= day
            case "days":
                return plus_days(lot.given.day, usable.count) <= day
            case "visit":
                return self.person(lot.patient).has_visited(usable.count)
