"""Lots of units and when they lapse: the last good day, warnings, grace, and the order in which lots are spent.

Source: spec: engine, Ledger. Units in smallest parts, days are local calendar days.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Final

from desk_app.domain.days import NEVER, plus, plus_days
from desk_app.domain.facts import Accrued
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
class ActivityClock:
    """The last visit that lots given under the same terms share, so that one visit is one change.

    The lots know it and it knows no lot: a ring of the two would outlive every fold until somebody sweeps it up.
    """

    renewed: date | None


@dataclass(slots=True, eq=False)
class Lot:
    """Units that came together: what was `given`, which never changes, and what became of it.

    `terms` are those that hold (a version may override the ones given). `fixed_day` is an opening balance's own last
    good day, `cap` that of leaving or closing. `renewed` is the last visit that moved its last good day, until it has a
    `clock` in common with others. `origin` is None until a return asks for it.
    """

    given: Accrued
    number: int
    account: str
    left: int
    terms: Expiry
    joined: date | None = None
    fixed_day: date | None = None
    grace_until: date | None = None
    cap: date | None = None
    renewed: date | None = None
    calendar_done: date | None = None
    lapsed: int = 0
    adjusted: int = 0
    warnings: tuple[tuple[date, date], ...] = ()
    origin: Origin | None = None
    clock: ActivityClock | None = None

    @property
    def id(self) -> str:
        """The fact that gave it; a part that came back with days of grace has one of its own."""
        return self.given.id

    @property
    def member(self) -> str:
        """For whom it was written."""
        return self.given.member

    @property
    def patient(self) -> str:
        """Whose visits count for `usable`."""
        return self.given.patient or self.given.member

    @property
    def source(self) -> str:
        """What it was given for."""
        return self.given.source

    @property
    def day(self) -> date:
        """The day it was given."""
        return self.given.day

    @property
    def units(self) -> int:
        """How much was given, smallest parts."""
        return self.given.units

    @property
    def usable(self) -> Usable:
        """When it may be spent."""
        return self.given.usable

    @property
    def version(self) -> int:
        """The program version that gave it."""
        return self.given.version

    @property
    def usable_from(self) -> date | None:
        """The first local day on which the units may be spent; None while that depends on a visit."""
        if self.usable.kind == "visit":
            return None
        return plus_days(self.day, self.usable.count)


def origin_of(lot: Lot) -> Origin:
    """What returns of its bill take back; made when first asked for, as most lots are never touched by one."""
    if lot.origin is None:
        lot.origin = Origin(lot.given.receipt, lot.given.units, lots=[lot])
    return lot.origin


def last_activity(lot: Lot) -> date:
    """The day an activity clock runs from: of the last visit that renewed the lot, or its own."""
    given = lot.given.day
    renewed = lot.renewed if lot.clock is None else lot.clock.renewed
    return given if renewed is None or renewed < given else renewed


def last_good_day(lot: Lot) -> date:
    """The declared last good day, `NEVER` when there is none; warnings aside."""
    day = lot.fixed_day
    if day is None:
        day = NEVER if lot.terms.clock == "never" else _by_clock(lot)
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
            return plus(last_activity(lot), terms.period)
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
