"""What a household has on the eve of a span, in the few numbers that the quick way of living it through needs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Final, NamedTuple

from desk_app.domain.account import Ledger, Visit
from desk_app.domain.days import Period
from desk_app.domain.lots import Lot, lapse_day, last_good_day
from desk_app.domain.program import Expiry
from desk_app.domain.turns import in_turn

_STILL: Final = frozenset(("never", "accrual", "joining"))


class LotTerms(NamedTuple):
    """What holds for all units given alike; `period` is set where a visit moves the last good day.

    A counted one, or `by_any`.
    """

    warn_days: int
    grace_days: int
    period: Period | None = None
    by_any: bool = False


@dataclass(frozen=True, slots=True)
class OpenLot:
    """Units that are there: their declared last good day, the day they lapse at (None: nobody was warned)."""

    good: date
    left: int
    usable_from: date
    lapses: date | None
    who: str
    terms: LotTerms


class Tally(NamedTuple):
    """What a history adds up to: `sums` by what may count, units `earned`, `days` of counted visits, the `last` one."""

    sums: tuple[int, int, int]
    earned: int
    days: int
    last: date | None


@dataclass(frozen=True, slots=True)
class OpenPerson:
    """A patient with what the history adds up to, and whose account the units go to (`home`)."""

    visits: tuple[Visit, ...]
    joined: date | None
    family: str
    home: str
    tally: Tally


@dataclass(frozen=True, slots=True)
class Opening:
    """The eve. `still` is False where something only a ledger can follow: visits to wait for, debts.

    `merged` are ids of records that were merged, by the one that stayed.
    """

    still: bool = True
    lots: Mapping[str, tuple[OpenLot, ...]] = field(default_factory=dict)
    persons: Mapping[str, OpenPerson] = field(default_factory=dict)
    families: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    merged: Mapping[str, str] = field(default_factory=dict)


def opening_of(ledger: Ledger) -> Opening:
    """The state of a folded household."""
    still = not ledger.wishes
    lots: dict[str, tuple[OpenLot, ...]] = {}
    for account in ledger.accounts.values():
        found = [lot for lot in in_turn(account) if lot.left]
        still = still and not account.debtors and all(_is_still(lot) for lot in found)
        if still and found:
            lots[account.id] = tuple(_open(ledger, lot) for lot in found)
    persons = {
        person.id: OpenPerson(
            tuple(person.visits), person.joined, person.family, person.pool or person.id, tally(person.visits)
        )
        for person in ledger.persons.values()
    }
    families = {family: tuple(members) for family, members in ledger.families.items()}
    merged = {gone: ledger.person(gone).id for gone in ledger.merged}
    return Opening(still, lots, persons, families, merged)


def tally(visits: Iterable[Visit]) -> Tally:
    """The sums of a history, of the visits that count."""
    paid = before = listed = earned = old = 0
    days = set[date]()
    for visit in visits:
        if not visit.receipt:
            old += visit.number  # an opening balance stands for visits of days that nobody knows
        if visit.counts:
            paid += visit.sums[0]
            before += visit.sums[1]
            listed += visit.sums[2]
            earned += visit.earned
            if visit.receipt:
                days.add(visit.day)
    return Tally((paid, before, listed), earned, len(days) + old, max(days, default=None))


def is_still(terms: Expiry) -> bool:
    """Whether units have their last good day once and for all, so that what lapses then is all of them."""
    return terms.clock in _STILL or (terms.clock == "calendar" and terms.calendar_share == 1)


def _is_still(lot: Lot) -> bool:
    if lot.usable.kind == "visit":
        return False
    if lot.fixed_day is not None or is_still(lot.terms):
        return True
    return lot.terms.clock == "activity" and lot.cap is None and lot.grace_until is None


def _open(ledger: Ledger, lot: Lot) -> OpenLot:
    who = lot.member if lot.patient in ledger.families else lot.patient
    start = lot.usable_from
    assert start is not None
    terms = lot.terms
    moves = lot.fixed_day is None and terms.clock == "activity"
    held = LotTerms(terms.warn_days, terms.grace_days, terms.period if moves else None, terms.renewed_by == "any_visit")
    return OpenLot(last_good_day(lot), lot.left, start, lapse_day(lot), ledger.person(who).id, held)
