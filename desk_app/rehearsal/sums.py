"""What the bills of a rehearsal add up to: cost before and after, who wins and who loses, what is owed, what covers it.

Everything here is a plain sum of rows, so that each figure opens to the bills or patients that make it. Money in minor
units of lines that patients pay themselves, units in smallest parts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from functools import cached_property
from itertools import pairwise
from typing import Final

from desk_app.domain.program import OWN_PAYERS
from desk_app.rehearsal.living import Draft
from desk_app.rehearsal.past import Past, Sold
from desk_app.rehearsal.rows import Lived, Row

#: So many losers are told by name.
MOST_LOSERS: Final = 20


@dataclass(slots=True)
class Side:
    """One side of the comparison. `units` is what units paid, `kept` money withheld at returns."""

    listed: int = 0
    discounts: int = 0
    gifts: int = 0
    units: int = 0
    kept: int = 0
    earned: int = 0
    spent: int = 0

    @property
    def cost(self) -> int:
        """Privileges: discounts, gifts, and what units paid."""
        return self.discounts + self.gifts + self.units

    @property
    def revenue(self) -> int:
        """What was paid, returns taken off."""
        return self.listed - self.cost + self.kept

    @property
    def share(self) -> Fraction:
        """Cost as a share of revenue; 0 where there was none."""
        return Fraction(self.cost, self.revenue) if self.revenue > 0 else Fraction(0)


@dataclass(slots=True)
class Group:
    """Bills that have something in common: a branch, a level, a category of services (then only such lines)."""

    code: str
    bills: int = 0
    was: Side = field(default_factory=Side)
    would: Side = field(default_factory=Side)

    @property
    def difference(self) -> int:
        """How much more the privileges cost under the draft."""
        return self.would.cost - self.was.cost


@dataclass(frozen=True, slots=True)
class BillSum:
    """One bill, then and under the draft; of a category, its lines alone."""

    sold: Sold
    level: int
    listed: int
    was_cost: int
    would_cost: int

    @property
    def difference(self) -> int:
        """How much more the patient pays under the draft (minor units)."""
        return self.was_cost - self.would_cost


@dataclass(slots=True)
class PatientSum:
    """A patient, or a stranger's bill (`patient` is "~" and its id). `owed` are units at the end."""

    patient: str
    bills: int = 0
    was_paid: int = 0
    would_paid: int = 0
    was_owed: int = 0
    would_owed: int = 0
    gain: int = 0  #: paid less, and units at the end worth more; below 0: a loss


@dataclass(frozen=True, slots=True)
class Band:
    """Patients whose gain lies from `low` to `high`, both inclusive; None: without an end."""

    low: int | None
    high: int | None
    patients: int
    total: int


@dataclass(frozen=True, slots=True)
class Owing:
    """Units that are owed, smallest parts, and what they are worth, minor units."""

    eve: int
    was: int
    would: int
    was_worth: int
    would_worth: int
    lapsed: int
    overdue: int


@dataclass(frozen=True, slots=True)
class BreakEven:
    """What covers a draft that costs more: `missing` minor units, as a share of revenue, and in visits of `a_visit`."""

    missing: int
    share: Fraction
    visits: int
    a_visit: int


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
    def _sums(self) -> _Sums:
        return _Sums(self)

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


def who(sold: Sold) -> str:
    """Whose bill it is: a stranger is nobody else's."""
    return sold.buyer.patient or f"~{sold.receipt}"


class _Sums:
    """All sums of a rehearsal in one walk over its bills."""

    def __init__(self, rehearsal: Rehearsal) -> None:
        past = rehearsal.past
        steps = [step.code for step in rehearsal.draft.program.levels.steps]
        own = [line.payer in OWN_PAYERS for line in past.lines]
        category = [line.category or "" for line in past.lines]
        self.total = Group("")
        self.branches: dict[str, Group] = {}
        self.levels: dict[str, Group] = {}
        self.categories: dict[str, Group] = {}
        self._both: dict[tuple[str, int], Group] = {}
        people: dict[str, PatientSum] = {}
        self.visits = 0
        for household, life in zip(past.households, rehearsal.lived, strict=True):
            seen = set[tuple[str, date]]()
            sold_here = [event for event in household.events if type(event) is Sold]
            for sold, row in zip(sold_here, life.rows, strict=True):
                self._add(sold, row, own, category, people)
                seen.add((who(sold), sold.day))
            self.visits += len(seen)
            for one, units in household.ended.items():
                _person(people, one).was_owed += units
            for one, units in life.ended.items():
                _person(people, one).would_owed += units
        self._merge(steps)
        then, now = rehearsal.worth
        for person in people.values():
            person.gain = person.was_paid - person.would_paid + person.would_owed * now - person.was_owed * then
        self.patients = tuple(sorted(people.values(), key=lambda person: (person.gain, person.patient)))

    def _add(self, sold: Sold, row: Row, own: list[bool], category: list[str], people: dict[str, PatientSum]) -> None:
        """One bill: its lines into their categories, its sums into the group of its branch and level."""
        listed = discounts = gifts = units = 0
        off, given, money = row.discounts, row.gifts, row.units
        categories, counted = self.categories, ""
        for i, place in enumerate(sold.lines):
            if not own[place]:
                continue
            was, code = sold.was[i], category[place]
            group = categories.get(code) or _group(categories, code)
            if code != counted:
                counted = code
                # lines of one category mostly follow each other; where they do not, the bill is looked through
                if code not in [category[before] for before in sold.lines[:i] if own[before]]:
                    group.bills += 1
            in_list, discount, gift, by_units = was.listed, was.discount, was.gift, was.units
            listed += in_list
            group.was.listed += in_list
            group.would.listed += in_list
            if discount or gift or by_units:
                discounts += discount
                gifts += gift
                units += by_units
                side = group.was
                side.discounts += discount
                side.gifts += gift
                side.units += by_units
            if off[i] or money[i] or given[i]:
                side = group.would
                side.discounts += off[i]
                side.gifts += given[i]
                side.units += money[i]
        both = (sold.branch, row.level)
        group = self._both.get(both) or self._both.setdefault(both, Group(""))
        group.bills += 1
        would_off, would_given, would_units = sum(off), sum(given), sum(money)
        _take(group.was, listed, discounts, gifts, units, sold.kept, sold.earned, sold.spent)
        _take(group.would, listed, would_off, would_given, would_units, row.kept, row.earned, row.spent)
        patient = sold.buyer.patient or who(sold)
        person = people.get(patient) or _person(people, patient)
        person.bills += 1
        person.was_paid += listed - discounts - gifts - units + sold.kept
        person.would_paid += listed - would_off - would_given - would_units + row.kept

    def _merge(self, steps: list[str]) -> None:
        """Groups of a branch and a level make those of branches, of levels, and the total."""
        for (branch, level), group in self._both.items():
            code = steps[level] if level >= 0 else ""
            for into in (self.total, _group(self.branches, branch), _group(self.levels, code)):
                into.bills += group.bills
                for side, part in ((into.was, group.was), (into.would, group.would)):
                    _take(side, part.listed, part.discounts, part.gifts, part.units, part.kept, part.earned, part.spent)


def _take(
    side: Side, listed: int, discounts: int, gifts: int, units: int, kept: int, earned: int, spent: int
) -> None:  # fmt: skip
    side.listed += listed
    side.discounts += discounts
    side.gifts += gifts
    side.units += units
    side.kept += kept
    side.earned += earned
    side.spent += spent


def _group(groups: dict[str, Group], code: str) -> Group:
    found = groups.get(code)
    if found is None:
        found = groups[code] = Group(code)
    return found


def _person(people: dict[str, PatientSum], patient: str) -> PatientSum:
    found = people.get(patient)
    if found is None:
        found = people[patient] = PatientSum(patient)
    return found


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
