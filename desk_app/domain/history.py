"""What the history of counted visits says on a day: the sum of the window, the level, and how long it is kept.

Source: spec: engine, Level. Everything is net of returns, so a level reached only by what was later returned is
not kept.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate

from desk_app.domain.account import Visit
from desk_app.domain.days import NEVER, plus
from desk_app.domain.program import Levels

_COLUMN = {"paid": 0, "before_units": 1, "list_price": 2}


@dataclass(frozen=True, slots=True)
class Reached:
    """The ladder on a day: spend and visits of the window, units earned, and the kept level's index."""

    spent: int
    visits: int
    units_earned: int
    kept: int
    kept_until: date | None


def reached_on(levels: Levels, visits: Sequence[Visit], joined: date | None, day: date) -> Reached:
    """What counts on that day. `visits` are all bills of those whose history this level reads."""
    counted = _since_reset(levels, [visit for visit in visits if visit.counts], day)
    column = _COLUMN[levels.counts]
    spend = [(visit.day, visit.sums[column]) for visit in counted]
    earned = [(visit.day, visit.earned) for visit in counted]
    each_day = [(one, 1) for one in sorted({visit.day for visit in counted if visit.receipt})]
    each_day += [(visit.day, visit.number) for visit in counted if not visit.receipt]
    by_basis = {"spend": spend, "visits": each_day, "units_earned": earned}[levels.basis]
    kept, until = _kept(levels, by_basis, joined, day)
    return Reached(
        _sum(levels, spend, joined, day), _sum(levels, each_day, joined, day), _sum(levels, earned, joined, day),
        kept, until,
    )  # fmt: skip


def _since_reset(levels: Levels, visits: list[Visit], day: date) -> list[Visit]:
    """After a gap longer than `idle_reset` counting begins anew with the first visit."""
    if levels.idle_reset is None:
        return visits
    ordered = sorted(visits, key=lambda visit: visit.day)
    start = 0
    for i in range(1, len(ordered)):
        if ordered[i].day > plus(ordered[i - 1].day, levels.idle_reset):
            start = i
    if ordered and day > plus(ordered[-1].day, levels.idle_reset):
        return []
    return ordered[start:]


def _sum(levels: Levels, entries: Iterable[tuple[date, int]], joined: date | None, day: date) -> int:
    return sum(amount for at, amount in entries if at <= day <= _last_day(levels, at, joined))


def _last_day(levels: Levels, at: date, joined: date | None) -> date:
    """Until when a bill of that day counts; the day before it when it never does."""
    match levels.window.kind:
        case "lifetime":
            return NEVER
        case "period":
            assert levels.window.period is not None
            return plus(at, levels.window.period)
        case "calendar_year":
            return date(at.year, 12, 31)
        case "since_joining":
            return NEVER if joined is None or at >= joined else at - timedelta(days=1)


def _kept(
    levels: Levels, entries: Sequence[tuple[date, int]], joined: date | None, day: date
) -> tuple[int, date | None]:
    """The highest step that still holds: kept from the last day on which the window sufficed; (index, until)."""
    if not entries:
        return 0, None
    starts, values = _course(levels, entries, joined, day)
    for index in range(len(levels.steps) - 1, 0, -1):
        threshold = levels.steps[index].start
        for i in range(len(starts) - 1, -1, -1):
            if values[i] < threshold:
                continue
            last = day if i + 1 == len(starts) else starts[i + 1] - timedelta(days=1)
            until = _keep_until(levels, last)
            if day <= until:
                return index, None if until == NEVER else until
            break
    return 0, None


def _course(
    levels: Levels, entries: Sequence[tuple[date, int]], joined: date | None, day: date
) -> tuple[list[date], list[int]]:
    """The value of the window through time, up to that day: the days on which it changes, and its values."""
    changes: dict[date, int] = {}
    for at, amount in entries:
        last = _last_day(levels, at, joined)
        if at > day or last < at:
            continue
        changes[at] = changes.get(at, 0) + amount
        if last < day:
            forgotten = last + timedelta(days=1)
            changes[forgotten] = changes.get(forgotten, 0) - amount
    starts = sorted(changes)
    return starts, list(accumulate(changes[start] for start in starts))


def _keep_until(levels: Levels, last: date) -> date:
    keep = levels.keep
    if keep.kind == "forever":
        return NEVER
    if keep.kind == "next_calendar_year":
        return date(last.year + 1, 12, 31)
    assert keep.period is not None
    return plus(last, keep.period)
