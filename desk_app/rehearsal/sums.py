"""What the bills of a rehearsal add up to: cost before and after, who wins and who loses, what is owed, what covers it.

Everything here is a plain sum of rows, so that each figure opens to the bills or patients that make it. Money in minor
units of lines that patients pay themselves, units in smallest parts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from fractions import Fraction
from functools import cached_property
from itertools import pairwise
from typing import Final

from desk_app.domain.program import OWN_PAYERS
from desk_app.rehearsal.draft import Draft
from desk_app.rehearsal.figures import Band, BillSum, BreakEven, Group, Owing, PatientSum, who
from desk_app.rehearsal.past import Past, Sold
from desk_app.rehearsal.rows import Lived, Row
from desk_app.rehearsal.walk import Walk

#: So many losers are told by name.
MOST_LOSERS: Final = 20


class Rehearsal:
    """A rehearsed span: the past, the draft, every life, and their sums, each worked out when first asked for."""

    def __init__(self, past: Past, draft: Draft, lived: Iterable[Lived]) -> None:
        self.past, self.draft = past, draft
        self.lived = tuple(lived)

    def pairs(self) -> Iterator[tuple[Sold, Row]]:
        """Every bill with what it would have been, household by household."""
        for household, life in zip(self.past.households, self.lived, strict=True):
            if not life.rows:
                continue
            sold = [event for event in household.events if type(event) is Sold]
            yield from zip(sold, life.rows, strict=True)

    @cached_property
    def _own(self) -> list[bool]:
        return [line.payer in OWN_PAYERS for line in self.past.lines]

    @cached_property
    def _sums(self) -> Walk:
        return Walk(self.past, self.draft, self.lived, self.worth)

    @property
    def total(self) -> Group:
        """All bills."""
        return self._sums.total

    @property
    def branches(self) -> tuple[Group, ...]:
        """By branch, in the order of codes."""
        return tuple(self._sums.branches[code] for code in sorted(self._sums.branches))

    @property
    def levels(self) -> tuple[Group, ...]:
        """By the level the patient has under the draft, lowest first; "" is who is no member."""
        found = self._sums.levels
        steps = [("", -1), *((step.code, i) for i, step in enumerate(self.draft.program.levels.steps))]
        return tuple(found[code] for code, _ in steps if code in found)

    @property
    def categories(self) -> tuple[Group, ...]:
        """By category of services, dearest first; "" is what has none."""
        return tuple(sorted(self._sums.categories.values(), key=lambda one: (-one.was.listed, one.code)))

    @property
    def patients(self) -> tuple[PatientSum, ...]:
        """Everybody who had a bill or units, the largest loss first."""
        return self._sums.patients

    @property
    def losers(self) -> tuple[PatientSum, ...]:
        """Those who lose most."""
        return tuple(one for one in self.patients[:MOST_LOSERS] if one.gain < 0)

    @property
    def changed(self) -> int:
        """Claims that could not be followed under the draft."""
        return sum(life.changed for life in self.lived)

    @cached_property
    def worth(self) -> tuple[int, int]:
        """What the smallest part of a unit pays: then, and under the draft."""
        unit = self.draft.program.unit
        return self.past.worth, unit.worth if unit else 0

    @cached_property
    def owing(self) -> Owing:
        """Units owed before, at the end as it was, and at the end under the draft."""
        eve = sum(sum(household.owed.values()) for household in self.past.households)
        was = sum(sum(household.ended.values()) for household in self.past.households)
        would = sum(sum(life.ended.values()) for life in self.lived)
        return Owing(eve, was, would, was * self.worth[0], would * self.worth[1],
                     sum(life.lapsed for life in self.lived), sum(life.overdue for life in self.lived))  # fmt: skip

    @cached_property
    def bands(self) -> tuple[Band, ...]:
        """How many lose and win how much, from the largest loss to the largest gain."""
        edges = band_edges(self)
        spans: list[tuple[int | None, int | None]] = [(None, -edges[-1] - 1)]
        spans += [(-high, -low - 1) for low, high in reversed(tuple(pairwise(edges)))]
        spans += [(-edges[0], -1), (0, 0), (1, edges[0])]
        spans += [(low + 1, high) for low, high in pairwise(edges)] + [(edges[-1] + 1, None)]
        out = []
        for low, high in spans:
            found = self.within(low, high)
            out.append(Band(low, high, len(found), sum(one.gain for one in found)))
        return tuple(out)

    def within(self, low: int | None, high: int | None) -> tuple[PatientSum, ...]:
        """Patients whose gain lies in a band."""
        return tuple(one for one in self.patients
                     if (low is None or one.gain >= low) and (high is None or one.gain <= high))  # fmt: skip

    @cached_property
    def break_even(self) -> BreakEven | None:
        """How much more revenue covers what the draft costs more; None where it costs nothing more.

        missing = (paid then − paid under the draft) + (worth of units owed under the draft − then);
        share = missing ÷ paid under the draft; visits = missing ÷ what a visit pays under the draft, rounded up.
        """
        missing = self.total.was.revenue - self.total.would.revenue
        missing += self.owing.would_worth - self.owing.was_worth
        revenue, visits = self.total.would.revenue, self._sums.visits
        if missing <= 0 or revenue <= 0 or not visits:
            return None
        return BreakEven(missing, Fraction(missing, revenue), -(-missing * visits // revenue), revenue // visits)

    @property
    def visits(self) -> int:
        """Visits: all bills of a patient on one day are one."""
        return self._sums.visits

    @cached_property
    def span(self) -> tuple[date, date]:
        """The first and the last day."""
        return self.past.first, self.past.last

    def bills(self, by: str = "", code: str = "") -> tuple[BillSum, ...]:
        """The rows of a figure: all bills, or those of a "branch", "level", "category" or "patient"."""
        out = []
        for sold, row in self.pairs():
            if not self._matches(sold, row, by, code):
                continue
            chosen = [
                i
                for i, place in enumerate(sold.lines)
                if self._own[place] and (by != "category" or (self.past.lines[place].category or "") == code)
            ]
            if by == "category" and not chosen:
                continue
            was = sum(one.listed - one.paid for i in chosen for one in (sold.was[i],))
            would = sum(row.discounts[i] + row.gifts[i] + row.units[i] for i in chosen)
            out.append(BillSum(sold, row.level, sum(sold.was[i].listed for i in chosen), was, would))
        return tuple(out)

    def _matches(self, sold: Sold, row: Row, by: str, code: str) -> bool:
        match by:
            case "branch":
                return sold.branch == code
            case "level":
                steps = self.draft.program.levels.steps
                return (steps[row.level].code if row.level >= 0 else "") == code
            case "patient":
                return who(sold) == code
            case _:
                return True


def band_edges(rehearsal: Rehearsal) -> tuple[int, int, int]:
    """Where bands of gains end: round sums by the clinic's usual bill, about a thirtieth, a sixth and a half of it."""
    sums = sorted(sum(one.listed for one in sold.was) for sold, _ in rehearsal.pairs())
    usual = sums[len(sums) // 2] if sums else 0
    first = round_number(usual // 30)
    return first, first * 5, first * 20


def round_number(amount: int) -> int:
    """The largest 1, 2 or 5 with zeros behind it that is no larger; at least 1."""
    size = 1
    while size * 10 <= amount:
        size *= 10
    return next((size * lead for lead in (5, 2) if size * lead <= amount), size)
