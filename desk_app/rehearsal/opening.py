"""What a household has on the eve of a span, in the few numbers that the quick way of living it through needs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from desk_app.domain.account import Ledger, Visit
from desk_app.domain.days import Period
from desk_app.domain.lots import Lot, lapse_day, last_good_day
from desk_app.domain.turns import in_turn

#: Clocks whose last good day a lot has once and for all.
STILL: Final = frozenset(("never", "accrual"))


@dataclass(frozen=True, slots=True)
class OpenLot:
    """Units that are there: their declared last good day, the day they lapse at (None: nobody was warned).

    `period` is set where a visit moves that day, a counted one or `by_any`.
    """

    good: date
    left: int
    usable_from: date
    lapses: date | None
    warn_days: int
    who: str
    period: Period | None = None
    by_any: bool = False


@dataclass(frozen=True, slots=True)
class OpenPerson:
    """A patient's history: `sums` by what may count (paid, before units, list), `days` of counted visits."""

    visits: tuple[Visit, ...]
    joined: date | None
    family: str
    home: str
    sums: tuple[int, int, int] = (0, 0, 0)
    earned: int = 0
    days: int = 0
    last: date | None = None


@dataclass(frozen=True, slots=True)
class Opening:
    """The eve. `still` is False where something only a ledger can follow: visits to wait for, debts, merged records."""

    still: bool = True
    lots: Mapping[str, tuple[OpenLot, ...]] = field(default_factory=dict)
    persons: Mapping[str, OpenPerson] = field(default_factory=dict)
    families: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def opening_of(ledger: Ledger) -> Opening:
    """The state of a folded household."""
    still = not ledger.merged and not ledger.wishes
    lots: dict[str, tuple[OpenLot, ...]] = {}
    for account in ledger.accounts.values():
        found = [lot for lot in in_turn(account) if lot.left]
        still = still and not account.debtors and all(_is_still(lot) for lot in found)
        if still and found:
            lots[account.id] = tuple(_open(ledger, lot) for lot in found)
    persons = {}
    for person in ledger.persons.values():
        counted = [visit for visit in person.visits if visit.counts]
        days = {visit.day for visit in counted if visit.receipt}
        persons[person.id] = OpenPerson(
            tuple(person.visits), person.joined, person.family, person.pool or person.id, _sums(counted),
            sum(visit.earned for visit in counted),
            len(days) + sum(visit.number for visit in person.visits if not visit.receipt), max(days, default=None),
        )  # fmt: skip
    families = {family: tuple(members) for family, members in ledger.families.items()}
    return Opening(still, lots, persons, families)


def _sums(visits: Iterable[Visit]) -> tuple[int, int, int]:
    paid = before = listed = 0
    for visit in visits:
        paid += visit.sums[0]
        before += visit.sums[1]
        listed += visit.sums[2]
    return paid, before, listed


def _is_still(lot: Lot) -> bool:
    if lot.usable.kind == "visit":
        return False
    if lot.fixed_day is not None or lot.terms.clock in STILL:
        return True
    return lot.terms.clock == "activity" and lot.cap is None and lot.grace_until is None


def _open(ledger: Ledger, lot: Lot) -> OpenLot:
    who = lot.member if lot.patient in ledger.families else lot.patient
    start = lot.usable_from
    assert start is not None
    terms = lot.terms
    moves = lot.fixed_day is None and terms.clock == "activity"
    return OpenLot(
        last_good_day(lot), lot.left, start, lapse_day(lot), terms.warn_days, ledger.person(who).id,
        terms.period if moves else None, terms.renewed_by == "any_visit",
    )  # fmt: skip
