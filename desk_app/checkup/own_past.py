"""The clinic's own past out of its records: how often patients come, what they pay, how many of them come again."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise
from statistics import median_low
from typing import Final

from desk_app.checkup.history import History, Month
from desk_app.domain.days import Period, plus
from desk_app.domain.program import OWN_PAYERS
from desk_app.ports import Desk, Reading
from desk_app.versions import today
from desk_app.watch import UNWATCHED, Cancelled, Watch

#: So far back visits are looked at, in months; growth is measured over the later of them.
_LOOKED_BACK: Final = 36
_YEAR: Final = 12
#: Fewer of them tell nothing.
_LEAST_INTERVALS: Final = 20
_LEAST_BILLS: Final = 20
_TWICE: Final = 2
#: Bills between two looks whether somebody wants to stop.
_STRIDE: Final = 1000

#: Where a desk keeps what was told.
_KEPT: Final = "checkup.history"

#: Local days of visits by patient, in order.
Visits = Mapping[str, list[date]]


def history_of(desk: Desk, watch: Watch = UNWATCHED) -> History:
    """The figures of the last three years; told again at once while nothing has happened since.

    Bills undone on their own day are left out. Some seconds for a hundred thousand bills, so away from the window.
    Raises `desk_app.watch.Cancelled`.
    """
    kept = desk.cache if desk.cache is not None else {}
    with desk.store.reading() as reading:
        day, state = today(desk, reading), reading.state_mark()
        if kept.get(_KEPT, (None,))[0] == (state, day):
            known: History = kept[_KEPT][1]
            return known
        found = _history(reading, day, watch)
    kept[_KEPT] = ((state, day), found)
    return found


def known_history(desk: Desk) -> History | None:
    """The figures as they were told last on this desk, for who cannot wait; None where nobody asked yet."""
    kept = (desk.cache or {}).get(_KEPT)
    return kept[1] if kept else None


def _history(reading: Reading, day: date, watch: Watch) -> History:
    first = _months_before(day.replace(day=1), _LOOKED_BACK)
    undone = {part["receipt"] for part in reading.returns_of(first, day) if part["kind"] == "void"}
    visits: dict[str, list[date]] = {}
    bills: list[int] = []
    given = paid = 0
    a_year_ago = _months_before(day, _YEAR)
    names: dict[str, str] = {}
    for count, bill in enumerate(reading.paid_bills(first, day)):
        if count % _STRIDE == 0 and watch.cancelled():
            raise Cancelled
        patient = bill.body["bill"].get("patient", "")
        if bill.id in undone or not patient:
            continue
        if patient not in names:
            names[patient] = reading.canonical(patient)
        days = visits.setdefault(names[patient], [])
        if not days or days[-1] != bill.day:
            days.append(bill.day)
        if bill.day > a_year_ago:
            listed, off, money = _sums(bill.body)
            bills.append(listed)
            given, paid = given + off, paid + money
    for days in visits.values():
        days.sort()
    usual = [one for one in bills if one]
    return History(
        interval=_interval(visits),
        bill=median_low(usual) if len(usual) >= _LEAST_BILLS else None,
        cost=Fraction(given, paid) if paid and len(usual) >= _LEAST_BILLS else None,
        months=_months(visits, day),
    )


def _sums(body: Mapping[str, object]) -> tuple[int, int, int]:
    """List price, privileges and money of the lines that patients pay themselves."""
    listed = off = paid = 0
    bill, quote = body["bill"], body["quote"]
    assert isinstance(bill, dict)
    assert isinstance(quote, dict)
    for line, quoted in zip(bill["lines"], quote["lines"], strict=True):
        if line.get("payer", "self") in OWN_PAYERS:
            listed += quoted.get("list", 0)
            off += quoted.get("discount", 0) + quoted.get("redeemed", 0)
            paid += quoted.get("pays", 0)
    return listed, off, paid


def _interval(visits: Visits) -> int | None:
    """The median of days between two visits of one patient."""
    between = [(later - earlier).days for days in visits.values()
               for earlier, later in pairwise(days)]  # fmt: skip
    return int(median_low(between)) if len(between) >= _LEAST_INTERVALS else None


def _months(visits: Visits, day: date) -> tuple[Month, ...]:
    """The whole months before today for which a whole year is known."""
    begun = min((days[0] for days in visits.values()), default=day)
    firsts = [_months_before(day.replace(day=1), back) for back in range(_LOOKED_BACK - _YEAR, 0, -1)]
    # the year up to the end of a month begins eleven months before the month does
    return tuple(
        _month(visits.values(), first) for first in firsts if begun <= _months_before(first, _YEAR - 1)
    )  # fmt: skip


def _month(visits: Iterable[list[date]], first: date) -> Month:
    end = plus(first, Period(1, "months")) - timedelta(days=1)
    start = _months_before(first, _YEAR - 1)
    counts = [bisect_right(days, end) - bisect_left(days, start) for days in visits]
    return Month(first, sum(one > 0 for one in counts), sum(one >= _TWICE for one in counts))


def _months_before(day: date, count: int) -> date:
    """The same day so many months ago, at most the last of its month."""
    return plus(day, Period(-count, "months"))
