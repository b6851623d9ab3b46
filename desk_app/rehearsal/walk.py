"""All sums of a rehearsal in one walk over its bills."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from desk_app.domain.program import OWN_PAYERS
from desk_app.rehearsal.draft import Draft
from desk_app.rehearsal.figures import Group, PatientSum, Side, who
from desk_app.rehearsal.past import Past, Sold
from desk_app.rehearsal.rows import Lived, Row


class Walk:
    """All sums of a rehearsal in one walk over its bills."""

    def __init__(self, past: Past, draft: Draft, lived: Sequence[Lived], worth: tuple[int, int]) -> None:
        """`worth` is what the smallest part of a unit pays: then, and under the draft."""
        self.total = Group("")
        self.branches: dict[str, Group] = {}
        self.levels: dict[str, Group] = {}
        self.categories: dict[str, Group] = {}
        self.visits = 0
        self._both: dict[tuple[str, int], Group] = {}
        self._people: dict[str, PatientSum] = {}
        #: by place of a line: its category's group, None where the patient does not pay it
        self._of_line: list[Group | None] = [
            _group(self.categories, line.category or "") if line.payer in OWN_PAYERS else None for line in past.lines
        ]
        for household, life in zip(past.households, lived, strict=True):
            seen = set[tuple[str, date]]()
            sold_here = [event for event in household.events if type(event) is Sold]
            for sold, row in zip(sold_here, life.rows, strict=True):
                seen.add((self._add(sold, row), sold.day))
            self.visits += len(seen)
            for one, units in household.ended.items():
                self._person(one).was_owed += units
            for one, units in life.ended.items():
                self._person(one).would_owed += units
        self.categories = {code: group for code, group in self.categories.items() if group.bills}
        for group in self.categories.values():
            group.would.listed = group.was.listed  # the same services at the same list price
        self._merge([step.code for step in draft.program.levels.steps])
        then, now = worth
        for person in self._people.values():
            person.gain = person.was_paid - person.would_paid + person.would_owed * now - person.was_owed * then
        self.patients = tuple(sorted(self._people.values(), key=lambda person: (person.gain, person.patient)))

    def _add(self, sold: Sold, row: Row) -> str:
        """One bill: its lines into their categories, its sums into the group of its branch and level; whose it is."""
        listed = discounts = gifts = units = 0
        off, given, money = row.discounts, row.gifts, row.units
        would_off = would_given = would_units = 0
        met: list[Group] = []
        for i, place in enumerate(sold.lines):
            group = self._of_line[place]
            if group is None:
                continue
            if group not in met:
                met.append(group)
                group.bills += 1
            was = sold.was[i]
            listed += was.listed
            side = group.was
            side.listed += was.listed
            # most lines have nothing of most of this
            if was.discount or was.gift or was.units:
                discounts += was.discount
                gifts += was.gift
                units += was.units
                side.discounts += was.discount
                side.gifts += was.gift
                side.units += was.units
            if off[i] or money[i] or given[i]:
                side = group.would
                would_off += off[i]
                would_given += given[i]
                would_units += money[i]
                side.discounts += off[i]
                side.gifts += given[i]
                side.units += money[i]
        both = (sold.branch, row.level)
        group = self._both.get(both) or self._both.setdefault(both, Group(""))
        group.bills += 1
        _take(group.was, listed, discounts, gifts, units, sold.kept, sold.earned, sold.spent)
        _take(group.would, listed, would_off, would_given, would_units, row.kept, row.earned, row.spent)
        patient = sold.buyer.patient or who(sold)
        person = self._people.get(patient) or self._person(patient)
        person.bills += 1
        person.was_paid += listed - discounts - gifts - units + sold.kept
        person.would_paid += listed - would_off - would_given - would_units + row.kept
        return patient

    def _person(self, patient: str) -> PatientSum:
        found = self._people.get(patient)
        if found is None:
            found = self._people[patient] = PatientSum(patient)
        return found

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
