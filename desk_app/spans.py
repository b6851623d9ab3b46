"""Spans of days that a report is asked for by name: both days local and inclusive."""

from __future__ import annotations

from datetime import date
from typing import Final

from desk_app.domain.days import plus_days

#: In the order in which they are offered; what has not come yet of a span is left out of a report by itself.
SPANS: Final = ("month", "last_month", "quarter", "year")


def span_of(name: str, day: date) -> tuple[date, date]:
    """The first and the last day of the span of that name in which `day` lies, or that lies before it."""
    match name:
        case "month":
            return month_of(day.year, day.month)
        case "last_month":
            before = plus_days(day.replace(day=1), -1)
            return month_of(before.year, before.month)
        case "quarter":
            begun = 3 * ((day.month - 1) // 3) + 1
            return date(day.year, begun, 1), month_of(day.year, begun + 2)[1]
        case "year":
            return date(day.year, 1, 1), date(day.year, 12, 31)
    raise ValueError(name)


def month_of(year: int, month: int) -> tuple[date, date]:
    """The first and the last day of a month."""
    after = date(year + month // 12, month % 12 + 1, 1)
    return date(year, month, 1), plus_days(after, -1)
