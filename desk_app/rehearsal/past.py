"""The past as a rehearsal reads it: bills as they were asked and paid, and everything that moved units beside them.

Read once from the store, the same for every draft. Money in minor units, units in smallest parts, days local.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import NamedTuple

from desk_app.domain.bill import Line, ManualDiscount
from desk_app.domain.facts import Accrued, Adjusted, Fact, Joined, JoinedFamily, Redeemed, Warned
from desk_app.domain.receipts import Recalled
from desk_app.ports import Json
from desk_app.rehearsal.opening import Opening


@dataclass(frozen=True, slots=True)
class LineWas:
    """What a line gave in the end, returns taken off: `listed` at list price, `gift` by rewards, `units` as money."""

    listed: int
    discount: int
    gift: int
    units: int

    @property
    def paid(self) -> int:
        """What was paid for it."""
        return self.listed - self.discount - self.gift - self.units


@dataclass(frozen=True, slots=True)
class Wish:
    """What the patient asked to spend: `money` (minor units) that units should pay, None for the most there is.

    `ceiling` are the units a desk without its centre would spend at most.
    """

    money: int | None = 0
    proof: str = ""
    ceiling: int | None = None
    rewards: tuple[str, ...] = ()
    coupons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Buyer:
    """Who a bill was for, as the desk knew then. `payer` and `holder` are the accounts behind them."""

    patient: str
    payer: str
    holder: str
    member: bool
    earns: bool = True
    joined: date | None = None
    birth: date | None = None
    groups: tuple[str, ...] = ()
    segments: tuple[str, ...] = ()
    offers: tuple[Json, ...] = ()


class Knowledge(NamedTuple):
    """What a price hangs on that other desks may have changed: units, the sum and visits that count, the level's place.

    Of a desk that was apart it is a difference, below zero where the desk knew of less.
    """

    usable: int = 0
    counted: int = 0
    visits: int = 0
    visits_counted: int = 0
    units_earned: int = 0
    level: int = 0

    def and_so(self, unheard: Knowledge, levels: int) -> Knowledge:
        """As a desk would have known it that was as far apart; there are so many `levels`."""
        found = Knowledge(*(max(0, own + other) for own, other in zip(self, unheard, strict=True)))
        return found._replace(level=min(found.level, levels - 1))

    def less(self, other: Knowledge) -> Knowledge:
        """The difference."""
        return Knowledge(*(own - one for own, one in zip(self, other, strict=True)))


@dataclass(frozen=True, slots=True)
class Sold:
    """A paid bill. `lines` are places in `Past.lines`; `was` is what they gave, line by line.

    `kept` is money withheld at returns, `level` the one it was priced at, `spent` and `earned` are units. `unheard`
    is what the desk reckoned with less what was so, where it had not heard the other desks; None where it had.
    """

    receipt: str
    number: str
    moment: int
    day: date
    at: datetime
    branch: str
    buyer: Buyer
    lines: tuple[int, ...]
    was: tuple[LineWas, ...]
    wish: Wish
    level: str
    spent: int
    earned: int
    kept: int = 0
    manual: ManualDiscount | None = None
    unheard: Knowledge | None = None

    @property
    def is_plain(self) -> bool:
        """Whether nothing of it but its lines, the time and the buyer has a say in its price."""
        return self.manual is None and not self.wish.rewards and not self.buyer.offers and self.unheard is None


@dataclass(frozen=True, slots=True)
class TakenBack:
    """Pieces of a bill that came back: (line id, pieces)."""

    op: str
    moment: int
    day: date
    receipt: str
    lines: tuple[tuple[str, int], ...]


_PLAIN = (Sold, TakenBack, Accrued, Adjusted, Redeemed, Warned, Joined, JoinedFamily)
Event = Sold | TakenBack | Fact


@dataclass(frozen=True, slots=True)
class Household:
    """People whose accounts may touch each other, and all that happened to them.

    `before` are facts of the time before the span, `events` those of the span in their order, without the facts of the
    bills, which are lived anew. `recalled` are receipts of before with returns. `groups` are documents by member with
    the day they were shown. `owed` and `ended` are units by member on the eve and at the end of the last day.
    """

    key: str
    before: tuple[Fact, ...] = ()
    events: tuple[Event, ...] = ()
    recalled: Mapping[str, Recalled] = field(default_factory=dict)
    groups: Mapping[str, tuple[tuple[str, date], ...]] = field(default_factory=dict)
    births: Mapping[str, date] = field(default_factory=dict)
    opening: Opening = field(default_factory=Opening)
    owed: Mapping[str, int] = field(default_factory=dict)
    ended: Mapping[str, int] = field(default_factory=dict)
    bills: int = 0  #: how many there are to price
    plain: bool = False
    whole: bool = False  #: some bill is priced with its whole quote
    returned: frozenset[str] = frozenset()  #: bills of the span of which pieces came back in it

    def receipt_of_before(self, receipt: str) -> Recalled:
        """A receipt of before the span with returns. Raises `LookupError`."""
        found = self.recalled.get(receipt)
        if found is None:
            raise LookupError(receipt)
        return found

    @staticmethod
    def of(
        key: str, before: tuple[Fact, ...], events: tuple[Event, ...], recalled: Mapping[str, Recalled],
        groups: Mapping[str, tuple[tuple[str, date], ...]], births: Mapping[str, date], opening: Opening,
        owed: Mapping[str, int], ended: Mapping[str, int],
    ) -> Household:  # fmt: skip
        """A household, its bills counted; plain where nothing happened but what the quick way can follow."""
        sold = [event for event in events if isinstance(event, Sold)]
        returned = frozenset(event.receipt for event in events if isinstance(event, TakenBack))
        plain = (
            returned <= {one.receipt for one in sold} and all(isinstance(event, _PLAIN) for event in events)
        )  # fmt: skip
        whole = bool(returned) or not all(one.is_plain for one in sold)
        return Household(key, before, events, recalled, groups, births, opening, owed, ended, len(sold), plain, whole,
                         returned)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Past:
    """A span of days. `lines` are all different lines of its bills; `digest` tells this past from any other.

    `worth` is what the smallest part of a unit paid at the end; `gives` are the events that gave units then.
    `then` is the document that was in force on the last day.
    """

    first: date
    last: date
    lines: tuple[Line, ...]
    households: tuple[Household, ...]
    digest: str
    worth: int = 0
    gives: frozenset[str] = frozenset()
    then: Json = field(default_factory=dict)

    @property
    def bills(self) -> int:
        """All of them."""
        return sum(household.bills for household in self.households)
