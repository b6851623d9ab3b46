"""Lots of units and when they lapse: the last good day, warnings, grace, and the order in which lots are spent.

Source: spec: engine, Ledger. Units in smallest parts, days are local calendar days.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Final

from desk_app.domain.days import NEVER, plus, plus_days
from desk_app.domain.program import Expiry, Usable

#: A warning earlier than this many days before the last good day is none.
WARNING_REACH: Final = 180


@dataclass(slots=True, eq=False)
class Origin:
    """What one accrual gave and what returns of its bill take back: withdrawn, excused, or owed (`debt`).

    `target` is what returns ask for so far; `excused` the part that had lapsed or was adjusted away; `kept` the
    money withheld so far (minor units).
    """

    receipt: str
    units: int
    shortfall: str = "forgive"
    worth: int = 0
    target: int = 0
    excused: int = 0
    withdrawn: int = 0
    debt: int = 0
    kept: int = 0
    lots: list[Lot] = field(default_factory=list)


@dataclass(slots=True, eq=False)
class Lot:
    """Units that came together. `fixed_day` is an opening balance's own last good day; `cap` leaving or closing."""

    id: str
    number: int
    account: str
    member: str
    patient: str
    source: str
    day: date
    units: int
    left: int
    usable: Usable
    terms: Expiry
    origin: Origin
    version: int = 0
    fixed_day: date | None = None
    grace_until: date | None = None
    cap: date | None = None
    renewed: date | None = None
    joined: date | None = None
    calendar_done: date | None = None
    lapsed: int = 0
    adjusted: int = 0
    warnings: list[tuple[date, date]] = field(default_factory=list)

    @property
    def usable_from(self) -> date | None:
        """The first local day on which the units may be spent; None while that depends on a visit."""
        if self.usable.kind == "visit":
            return None
        return plus_days(self.day, self.usable.count)


def is_usable(lot: Lot, day: date, visits: int) -> bool:
    """Whether the units may be spent on that day by a patient with so many visits."""
    if lot.usable.kind == "at_once":
        return lot.day <= day
    if lot.usable.kind == "visit":
        return visits >= lot.usable.count
    return plus_days(lot.day, lot.usable.count) <= day


def last_good_day(lot: Lot) -> date:
    """The declared last good day, `NEVER` when there is none; warnings aside."""
    day = lot.fixed_day if lot.fixed_day is not None else _by_clock(lot)
    if lot.cap is not None and day > lot.cap:
        day = lot.cap
    if lot.grace_until is not None and day < lot.grace_until:
        day = lot.grace_until
    return day


def _by_clock(lot: Lot) -> date:
    terms = lot.terms
    match terms.clock:
        case "never":
            return NEVER
        case "accrual":
            assert terms.period is not None
            start = lot.usable_from if terms.starts == "usable" else lot.day
            return plus(start or lot.day, terms.period)
        case "activity":
            assert terms.period is not None
            return plus(max(lot.renewed or lot.day, lot.day), terms.period)
        case "joining":
            assert terms.period is not None
            return _next_anniversary(lot.joined or lot.day, lot.day, terms)
        case "calendar":
            return _next_calendar_day(lot)


def _next_anniversary(joined: date, after: date, terms: Expiry) -> date:
    """The first joining day + k × period after the accrual."""
    assert terms.period is not None
    if terms.period.count <= 0:
        return NEVER
    k = 1
    while (day := plus(joined, type(terms.period)(terms.period.count * k, terms.period.kind))) <= after:
        k += 1
    return day


def _next_calendar_day(lot: Lot) -> date:
    month, number = lot.terms.calendar_month, lot.terms.calendar_day
    year = lot.day.year
    while True:
        day = date(year, month, min(number, 28) if month == 2 and number == 29 and not _leap(year) else number)
        if day >= lot.day and (lot.calendar_done is None or day > lot.calendar_done):
            return day
        year += 1


def _leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def lapse_day(lot: Lot) -> date | None:
    """The day at whose end the units really lapse; None while no warning that counts was delivered.

    A warning counts if it named the last good day and came at most 180 days before it; units then lapse at the end
    of that day, but no sooner than `warn_days` after the warning.
    """
    if not lot.warnings:
        return None
    declared = last_good_day(lot)
    if declared == NEVER:
        return None
    earliest = plus_days(declared, -WARNING_REACH)
    for given, named in lot.warnings:
        if named == declared and given >= earliest:
            return max(declared, plus_days(given, lot.terms.warn_days))
    return None


def good_until(lot: Lot) -> date | None:
    """The last good day to show: where a warning was late, the later day that it promises; None: no end."""
    declared = last_good_day(lot)
    if declared == NEVER:
        return None
    return lapse_day(lot) or declared


def lapse_due(lot: Lot, day: date) -> int:
    """Lapse what is due before that day; answers how many units went."""
    gone = 0
    while lot.left:
        end = lapse_day(lot)
        if end is None or end >= day:
            break
        declared = last_good_day(lot)
        part = lot.left
        partial = lot.terms.clock == "calendar" and lot.fixed_day is None and declared != lot.cap
        if partial:
            share = lot.terms.calendar_share
            part = lot.left * share.numerator // share.denominator
            lot.calendar_done = declared
            lot.grace_until = None
        lot.left -= part
        lot.lapsed += part
        gone += part
        if not partial:
            break
    return gone
