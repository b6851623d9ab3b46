"""Local calendar arithmetic: periods, last good days, birthdays and windows of days."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, Literal

_PERIOD: Final = re.compile(r"([0-9]{1,5}) (day|month|year)s?")
NEVER: Final = date.max


@dataclass(frozen=True, slots=True)
class Period:
    """A span of days or of calendar months (a year is twelve months)."""

    count: int
    kind: Literal["days", "months"]


def read_period(text: str) -> Period | None:
    """ "14 days", "6 months", "3 years" as a `Period`, else None."""
    match = _PERIOD.fullmatch(text)
    if match is None:
        return None
    count = int(match.group(1))
    if match.group(2) == "day":
        return Period(count, "days")
    return Period(count * (12 if match.group(2) == "year" else 1), "months")


def period_text(period: Period) -> str:
    """The period as written in documents."""
    return f"{period.count} {period.kind}"


def plus(day: date, period: Period) -> date:
    """The last good day: start day + period, inclusive; months clamp to the month's end (spec: engine, Ledger)."""
    try:
        if period.kind == "days":
            return day + timedelta(days=period.count)
        year, month = divmod(day.year * 12 + day.month - 1 + period.count, 12)
        last = 28 if day.day <= 28 else calendar.monthrange(year, month + 1)[1]
        return date(year, month + 1, min(day.day, last))
    except (OverflowError, ValueError):
        return NEVER


def plus_days(day: date, days: int) -> date:
    """Day + days, at most the end of the calendar."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return NEVER if days > 0 else date.min


def birthday_in(year: int, birth: date) -> date:
    """The birthday of that year; 29 February is 28 February in other years (spec: engine, Amounts)."""
    if (birth.month, birth.day) == (2, 29) and not calendar.isleap(year):
        return date(year, 2, 28)
    return date(year, birth.month, birth.day)


def near_birthday(day: date, birth: date, before: int, after: int) -> bool:
    """Whether the day lies in the inclusive window around a birthday, also across the new year."""
    return any(
        plus_days(birthday, -before) <= day <= plus_days(birthday, after)
        for birthday in (birthday_in(year, birth) for year in (day.year - 1, day.year, day.year + 1))
    )


def age_on(day: date, birth: date) -> int:
    """Full years of age on that day."""
    return day.year - birth.year - (day < birthday_in(day.year, birth))
