"""A balance as the quick way keeps it: lots in the order they are spent, and nothing of how they came.

The same numbers as `desk_app.domain.ledger` keeps, for accounts that nothing was ever given back to.
"""

from __future__ import annotations

from bisect import insort
from dataclasses import dataclass, field
from datetime import date
from operator import attrgetter
from typing import Final

from desk_app.domain.days import Period, plus

_TURN: Final = attrgetter("good", "number")


@dataclass(slots=True, eq=False)
class HeldLot:
    """Units that came together: `lapses` at the end of that day, `period` where visits move the last good day."""

    good: date
    number: int
    left: int
    usable_from: date
    lapses: date | None
    warn_days: int
    who: str
    period: Period | None = None
    by_any: bool = False


@dataclass(slots=True, eq=False)
class Balance:
    """One account: its lots in the order they are spent; `watched`: some lapse, `moving`: visits move some."""

    lots: list[HeldLot] = field(default_factory=list)
    watched: bool = False
    moving: bool = False
    lapsed: int = 0
    spent_on: date | None = None
    spent: int = 0

    def usable(self, day: date) -> int:
        """Units that may be spent on that day."""
        total = 0
        for lot in self.lots:
            if lot.usable_from <= day:
                total += lot.left
        return total

    def lapse(self, day: date) -> None:
        """What lapses before that day is gone."""
        kept = []
        for lot in self.lots:
            if lot.lapses is not None and lot.lapses < day:
                self.lapsed += lot.left
            else:
                kept.append(lot)
        self.lots = kept

    def take(self, units: int, day: date) -> None:
        """Spend units by earliest last good day, then oldest."""
        if self.spent_on != day:
            self.spent_on, self.spent = day, 0
        self.spent += units
        emptied = False
        for lot in self.lots:
            if lot.usable_from > day:
                continue
            if lot.left > units:
                lot.left -= units
                break
            units -= lot.left
            lot.left = 0
            emptied = True
        if emptied:
            self.lots = [lot for lot in self.lots if lot.left]

    def renew(self, day: date, counts: bool) -> None:
        """A visit moves the last good day of lots that go by the last visit; a warning of the old day is none."""
        for lot in self.lots:
            if lot.period is not None and (counts or lot.by_any):
                good = plus(day, lot.period)
                if good > lot.good:
                    lot.good, lot.lapses = good, None
        self.lots.sort(key=_TURN)

    def add(self, lot: HeldLot) -> None:
        """A new lot takes its turn."""
        lots = self.lots
        if not lots or lots[-1].good <= lot.good:
            lots.append(lot)
        else:
            insort(lots, lot, key=_TURN)
