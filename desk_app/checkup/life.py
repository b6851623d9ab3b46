"""How long units live: long enough to be used, by a clock that a patient can read, and never without a warning.

Patterns P06, P08, F04, and lapse against the real interval between visits (spec: program check-up; requirements, S35).
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from desk_app.checkup.checked import Checked
from desk_app.checkup.finding import Finding, notice, warning
from desk_app.checkup.spending import days_of
from desk_app.documents.edits import Edit, value_at
from desk_app.domain.days import Period, period_text, plus, plus_days, read_period

#: Days that should be left to use what was earned.
_LEAST_DAYS: Final = 30
_LEAST_WARNING: Final = 14
_USUAL_WARNING: Final = 30
#: Lives that programs of clinics have, in months.
_LIVES: Final = (3, 6, 9, 12, 18, 24, 36, 48, 60)
_YEAR: Final = 365


def usable_before_they_lapse(checked: Checked) -> Iterator[Finding]:
    """P06: units that can be used for a few days only, or never, because the wait counts into their life."""
    program = checked.program
    earn, expiry, history = program.earn, program.expiry, checked.history
    if not earn or not expiry or expiry.clock != "accrual" or not expiry.period or expiry.starts != "receipt":
        return
    life = days_of(expiry.period)
    if earn.usable.kind == "days" and life - earn.usable.count < _LEAST_DAYS:
        wait, today = earn.usable.count, checked.now.date()
        params = {"wait": wait, "life": life, "left": max(0, life - wait), "start": today}
        days = {"first": plus_days(today, wait), "last": plus(today, expiry.period)}
        yield warning("P06", "expiry.starts", *_longer(expiry.period), **params, **days)
    elif earn.usable.kind == "visit" and history and history.interval:
        wait = (earn.usable.count - 1) * history.interval
        if wait and wait >= life:
            edit = Edit("expiry.period", period_text(_life_over(wait)))
            yield warning("P06", "expiry.period", edit, visit=earn.usable.count, wait=wait, life=life)


def _longer(period: Period) -> tuple[Edit, ...]:
    """Let the clock start when units may be used; a life that is short even so becomes a usual one."""
    starts = Edit("expiry.starts", "usable")
    return (starts,) if days_of(period) >= _LEAST_DAYS else (starts, Edit("expiry.period", "12 months"))


def years_are_said_as_years(checked: Checked) -> Iterator[Finding]:
    """P08: 365 days are a year but for leap years."""
    for place in ("expiry.period", "levels.window", "levels.keep"):
        text = value_at(checked.document, place)
        period = read_period(text) if isinstance(text, str) else None
        if period is None or period.kind != "days" or period.count % _YEAR:
            continue
        years = period.count // _YEAR
        months = Period(12 * years, "months")
        start = next((day for year in range(checked.now.year, checked.now.year + 5)
                      if plus(day := date(year, 3, 1), period) != plus(day, months)), None)  # fmt: skip
        if start:
            params = {"days": period.count, "start": start, "by_days": plus(start, period),
                      "by_years": plus(start, months), "period": period_text(months)}  # fmt: skip
            yield notice("P08", place, Edit(place, period_text(months)), **params)


def longer_than_between_visits(checked: Checked) -> Iterator[Finding]:
    """Units, or a level, that are gone before the usual patient comes again."""
    history, program = checked.history, checked.program
    if history is None or not history.interval:
        return
    interval = history.interval
    expiry = program.expiry
    if program.unit and expiry and expiry.clock in ("accrual", "activity", "joining") and expiry.period:
        life = days_of(expiry.period)
        if life < interval:
            params = {"life": life, "interval": interval, "period": period_text(expiry.period)}
            yield warning(
                "lapse.interval", "expiry.period", Edit("expiry.period", period_text(_life_over(interval))), **params
            )
    idle = program.levels.idle_reset
    if idle and len(program.levels.steps) > 1 and days_of(idle) < interval:
        params = {"life": days_of(idle), "interval": interval, "period": period_text(idle)}
        yield warning(
            "level.interval",
            "levels.idle_reset",
            Edit("levels.idle_reset", period_text(_life_over(interval))),
            **params,
        )


def _life_over(days: int) -> Period:
    """The shortest usual life that is clearly longer than so many days."""
    months = next((one for one in _LIVES if days_of(Period(one, "months")) > days), _LIVES[-1])
    return Period(months, "months") if days_of(Period(months, "months")) > days else Period(days + _YEAR, "days")


def lapse_is_warned_of(checked: Checked) -> Iterator[Finding]:
    """F04: a warning that comes too late to act on."""
    expiry = checked.program.expiry
    if checked.program.unit and expiry and expiry.clock != "never" and expiry.warn_days < _LEAST_WARNING:
        yield warning(
            "F04",
            "expiry.warn_days",
            Edit("expiry.warn_days", _USUAL_WARNING),
            days=expiry.warn_days,
            least=_LEAST_WARNING,
        )
