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
        steps = [step.code for step in draft.program.levels.steps]
        own = [line.payer in OWN_PAYERS for line in past.lines]
        category = [line.category or "" for line in past.lines]
        self.total = Group("")
        self.branches: dict[str, Group] = {}
        self.levels: dict[str, Group] = {}
        self.categories: dict[str, Group] = {}
        self._both: dict[tuple[str, int], Group] = {}
        people: dict[str, PatientSum] = {}
        self.visits = 0
        for household, life in zip(past.households, lived, strict=True):
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
        then, now = worth
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
