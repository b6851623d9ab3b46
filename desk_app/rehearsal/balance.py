"""A balance as the quick way keeps it: lots in the order they are spent, and nothing of how they came.

The same numbers as `desk_app.domain.ledger` keeps, for accounts that owe nothing.
"""

from __future__ import annotations

from bisect import insort
from dataclasses import dataclass, field
from datetime import date
from operator import attrgetter
from typing import Final

from desk_app.domain.days import plus, plus_days
from desk_app.rehearsal.opening import LotTerms

_TURN: Final = attrgetter("good", "number")


class NotPlain(Exception):
    """Only a ledger can follow this: the life is for the engine."""


@dataclass(slots=True, eq=False)
class HeldLot:
    """Units that came together; they lapse at the end of the day `lapses`, None: nobody was warned of that."""

    good: date
    number: int
    left: int
    usable_from: date
    lapses: date | None
    who: str
    terms: LotTerms


#: What was taken from which lot.
Parts = list[tuple[HeldLot, int]]


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

    def take(self, units: int, day: date, parts: Parts | None = None) -> int:
        """Spend units by earliest last good day, then oldest; answers what no lot covered.

        `parts` gets (lot, units) in the order taken.
        """
        if self.spent_on != day:
            self.spent_on, self.spent = day, 0
        self.spent += units
        emptied = False
        for lot in self.lots:
            if not units:
                break
            if lot.usable_from > day:
                continue
            taken = min(lot.left, units)
            lot.left -= taken
            units -= taken
            emptied = emptied or not lot.left
            if parts is not None:
                parts.append((lot, taken))
        if emptied:
            self.lots = [lot for lot in self.lots if lot.left]
        return units

    def renew(self, day: date, counts: bool) -> None:
        """A visit moves the last good day of lots that go by the last visit; a warning of the old day is none."""
        for lot in self.lots:
            terms = lot.terms
            if terms.period is not None and (counts or terms.by_any):
                good = plus(day, terms.period)
                if good > lot.good:
                    lot.good, lot.lapses = good, None
        self.lots.sort(key=_TURN)

    def put_back(self, lot: HeldLot, units: int, day: date, number: int) -> None:
        """Units that a bill had spent come back: to their lot, or to one of that `number` while grace lasts longer."""
        grace = plus_days(day, lot.terms.grace_days)
        if lot.good < grace:
            self.add(HeldLot(grace, number, units, lot.usable_from, None, lot.who, lot.terms))
            return
        lot.left += units
        if lot not in self.lots:
            self.add(lot)

    def add(self, lot: HeldLot) -> None:
        """A new lot takes its turn."""
        lots = self.lots
        if not lots or _TURN(lots[-1]) < _TURN(lot):
            lots.append(lot)
        else:
            insort(lots, lot, key=_TURN)
