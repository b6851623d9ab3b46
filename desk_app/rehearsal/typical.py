"""A year of a few patients made after the clinic's own: how often they come and what they buy are its own quantiles.

Each year is lived by the engine from the first visit on, once under the rules of then and once under the draft; they
spend all the units they may.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Final

from desk_app.domain.facts import Joined, JoinedFamily
from desk_app.domain.program import OWN_PAYERS
from desk_app.rehearsal.draft import Draft
from desk_app.rehearsal.living import live
from desk_app.rehearsal.past import Buyer, Event, Household, Past, Sold, Wish

_YEAR: Final = 365
_FAMILY: Final = "typical-family"


@dataclass(frozen=True, slots=True)
class YearOf:
    """A year under one set of rules: what was paid, the units left at its end and their worth, the level reached."""

    paid: int
    units: int
    worth: int
    level: str

    @property
    def in_all(self) -> int:
        """What the year cost, less what the units left will pay."""
        return self.paid - self.worth


@dataclass(frozen=True, slots=True)
class Typical:
    """One of them: "rare", "regular", "family" or "big"; so many visits a year with a bill of so much (list price)."""

    kind: str
    visits: int
    bill: int
    then: YearOf
    draft: YearOf


@dataclass(frozen=True, slots=True)
class _Habit:
    """How a patient or family came in a span: visits, what was bought in all, and the bills."""

    visits: int
    listed: int
    bills: tuple[Sold, ...]
    people: int = 1


def typical(past: Past, then: Draft, draft: Draft) -> tuple[Typical, ...]:
    """Typical patients of the span; none where it has no bill of a member."""
    alone, families = _habits(past)
    if not alone:
        return ()
    by_visits = sorted(alone, key=lambda one: one.visits)
    rare, regular = _quantile(by_visits, 25), _quantile(by_visits, 75)
    big = _quantile(sorted(alone, key=lambda one: one.listed), 95)
    chosen = [
        ("rare", _year(past, rare), [one for one in alone if one.visits <= rare.visits]),
        ("regular", max(_year(past, regular), _year(past, rare) + 1),
         [one for one in alone if one.visits >= regular.visits]),
        ("big", _year(past, big), [big]),
    ]  # fmt: skip
    found = [_of(kind, visits, _usual(past, like), past, then, draft, 1) for kind, visits, like in chosen]
    if families:
        usual = _quantile(sorted(families, key=lambda one: one.visits), 50)
        made = _of("family", max(usual.people, _year(past, usual)), _usual(past, families), past, then, draft,
                   usual.people)  # fmt: skip
        found.insert(2, made)
    return tuple(found)


def _habits(past: Past) -> tuple[list[_Habit], list[_Habit]]:
    alone, families = [], []
    for household in past.households:
        of: dict[str, list[Sold]] = {}
        for event in household.events:
            if isinstance(event, Sold) and event.buyer.member and _listed(past, event):
                of.setdefault(event.buyer.patient, []).append(event)
        for bills in of.values():
            alone.append(_habit(past, bills))
        if len(of) > 1:
            whole = [sold for bills in of.values() for sold in bills]
            families.append(replace(_habit(past, whole), people=len(of)))
    return alone, families


def _habit(past: Past, bills: Sequence[Sold]) -> _Habit:
    visits = len({(sold.buyer.patient, sold.day) for sold in bills})
    return _Habit(visits, sum(_listed(past, sold) for sold in bills), tuple(bills))


def _listed(past: Past, sold: Sold) -> int:
    """What patients pay themselves of a bill, at list price."""
    return sum(past.lines[place].total for place in sold.lines if past.lines[place].payer in OWN_PAYERS)


def _quantile(sorted_habits: Sequence[_Habit], percent: int) -> _Habit:
    return sorted_habits[(len(sorted_habits) - 1) * percent // 100]


def _year(past: Past, habit: _Habit) -> int:
    """Visits of a year at the same pace."""
    days = (past.last - past.first).days + 1
    return max(1, (2 * habit.visits * _YEAR + days) // (2 * days))


def _usual(past: Past, habits: Sequence[_Habit]) -> Sold:
    """The bill in the middle of all theirs."""
    bills = sorted((sold for one in habits for sold in one.bills), key=lambda sold: (_listed(past, sold), sold.receipt))
    return bills[(len(bills) - 1) // 2]


def _of(kind: str, visits: int, usual: Sold, past: Past, then: Draft, draft: Draft, people: int) -> Typical:
    last = past.last
    begun = last - timedelta(_YEAR - 1)
    members = [f"typical-{number}" for number in range(people)]
    events: list[Event] = [Joined(number, f"typical:{number}", one, begun) for number, one in enumerate(members)]
    if people > 1:
        events += [
            JoinedFamily(people + n, f"typical-family:{n}", one, begun, _FAMILY) for n, one in enumerate(members)
        ]
    own = tuple(place for place in usual.lines if past.lines[place].payer in OWN_PAYERS)
    for number in range(visits):
        day = begun + timedelta(number * _YEAR // visits)
        events.append(_bill(usual, own, number, day, members[number % people]))
    household = Household.of("typical", (), tuple(events), {}, {}, {}, Household("").opening, {}, {})
    span = replace(past, first=begun, last=last, households=(household,))
    bill = sum(past.lines[place].total for place in own)
    return Typical(kind, visits, bill, _lived(span, household, then), _lived(span, household, draft))


def _bill(usual: Sold, own: tuple[int, ...], number: int, day: date, member: str) -> Sold:
    at = datetime.combine(day, usual.at.timetz())
    buyer = Buyer(member, member, member, True)
    return Sold(f"typical-bill-{number}", "", (number + 1) * 1000, day, at, usual.branch, buyer, own, (),
                Wish(None, "card"), "", 0, 0)  # fmt: skip


def _lived(span: Past, household: Household, rules: Draft) -> YearOf:
    life = live(span, household, rules)
    listed = sum(span.lines[place].total for sold in household.events if isinstance(sold, Sold) for place in sold.lines)
    cost = sum(sum(row.discounts) + sum(row.gifts) + sum(row.units) for row in life.rows)
    units, unit = sum(life.ended.values()), rules.program.unit
    level = max((row.level for row in life.rows), default=0)
    return YearOf(listed - cost, units, units * (unit.worth if unit else 0), rules.program.levels.steps[level].code)
