"""Where two promotions meet: same lines on the same days, hours, branches and levels, and which of them then wins.

Pure over the rules; what cannot be told without a bill is left open (spec: engine, Candidate discounts; S24).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations
from typing import Final, Literal

from desk_app.domain.program import OWN_PAYERS, Category
from desk_app.domain.promotions import Promotion, When

#: Each line takes the better of both; each line takes the one declared first; one is added to what the other left;
#: one holds alone if it alone takes off more than all others together; of two multipliers the larger one holds.
Outcome = Literal["better", "declared", "added", "alone", "larger"]
Span = tuple[int, int]

_WEEK: Final = frozenset(range(7))
_DAY: Final = (0, 24 * 60 - 1)


@dataclass(frozen=True, slots=True)
class Meeting:
    """Two promotions that may hold on one line, `one` declared before `other` (codes).

    `first` and `last` are the local days they share, None where neither has that end; `weekdays` (Monday is 0) and
    `hours` (spans of minutes, both ends inclusive; none: all day) when; `services` the shared ones of the price list,
    none where they are told by `categories`, and neither where they share everything. `winner` is "" where it depends
    on the bill.
    """

    one: str
    other: str
    outcome: Outcome
    winner: str = ""
    first: date | None = None
    last: date | None = None
    weekdays: frozenset[int] = _WEEK
    hours: tuple[Span, ...] = ()
    branches: frozenset[str] = frozenset()
    categories: frozenset[str] = frozenset()
    services: frozenset[str] = frozenset()


def meetings(
    promotions: Sequence[Promotion],
    categories: Mapping[str, Category],
    order: Literal["best_for_patient", "declared"],
    services: Mapping[str, str],
) -> tuple[Meeting, ...]:
    """Every pair that may hold on one line, in declared order.

    `categories` are the program's; `services` are categories by code of service of the price list, empty where there
    is none: then two lists of which one names services and the other kinds are taken to share something.
    """
    pairs = combinations(promotions, 2)
    return tuple(found for one, other in pairs if (found := _meeting(one, other, categories, order, services)))


def runs_on(when: When, day: date) -> bool:
    """Whether a promotion may hold on a local day, for somebody."""
    if (when.first_day and day < when.first_day) or (when.last_day and day > when.last_day):
        return False
    return not when.weekdays or day.weekday() in when.weekdays


def span_within(when: When, first: date, last: date) -> tuple[date, date] | None:
    """Its days inside a span, from the first to the last; None where there is none."""
    start, end = max(when.first_day or first, first), min(when.last_day or last, last)
    days = (start + timedelta(number) for number in range(min(7, (end - start).days + 1)))
    return (start, end) if start <= end and any(runs_on(when, day) for day in days) else None


def _meeting(
    one: Promotion,
    other: Promotion,
    categories: Mapping[str, Category],
    order: Literal["best_for_patient", "declared"],
    services: Mapping[str, str],
) -> Meeting | None:
    how = _outcome(one, other, order)
    if how is None or not _same_people(one.when, other.when):
        return None
    first = max((day for day in (one.when.first_day, other.when.first_day) if day), default=None)
    last = min((day for day in (one.when.last_day, other.when.last_day) if day), default=None)
    weekdays = (one.when.weekdays or _WEEK) & (other.when.weekdays or _WEEK)
    if not weekdays or not _has_day(first, last, weekdays):
        return None
    hours = tuple(_shared_hours(one.when.hours, other.when.hours))
    branches = _both(one.when.branches, other.when.branches)
    lines = _shared_lines(one, other, categories, services)
    if not hours or branches is None or lines is None:
        return None
    outcome, winner = how
    return Meeting(
        one.code, other.code, outcome, winner, first, last, weekdays, () if hours == (_DAY,) else hours,
        branches, *lines,
    )  # fmt: skip


def _outcome(
    one: Promotion, other: Promotion, order: Literal["best_for_patient", "declared"]
) -> tuple[Outcome, str] | None:
    """What happens where both hold, and who wins where no bill is needed to tell; None: they do not meet."""
    kinds = (one.effect.kind, other.effect.kind)
    if kinds == ("multiply_units", "multiply_units"):
        return "larger", (one if one.effect.factor >= other.effect.factor else other).code
    if not (one.effect.is_discount and other.effect.is_discount):
        return None
    if "exclusive" in (one.combine, other.combine):
        return "alone", "" if one.combine == other.combine else (one if one.combine == "exclusive" else other).code
    if "on_top" in (one.combine, other.combine):
        return "added", ""
    if order == "declared":
        return "declared", one.code
    plain = kinds == ("percent", "percent") and one.max_amount is None and other.max_amount is None
    if not plain:
        return "better", ""
    return "better", (one if one.effect.percent >= other.effect.percent else other).code


def _same_people(one: When, other: When) -> bool:
    """Whether one patient may have both: a patient has one level and one number of the visit, and several groups."""
    if _both(one.levels, other.levels) is None:
        return False
    if _both(one.payers or OWN_PAYERS, other.payers or OWN_PAYERS) is None:
        return False
    return not any(first.first_visit and second.nth_visit > 1 for first, second in ((one, other), (other, one)))


def _both(one: frozenset[str], other: frozenset[str]) -> frozenset[str] | None:
    """What two restrictions share, empty where neither restricts; None where they share nothing."""
    if not one or not other:
        return one or other
    return one & other or None


def _has_day(first: date | None, last: date | None, weekdays: frozenset[int]) -> bool:
    if first is None or last is None:
        return True
    days = range(min(7, (last - first).days + 1))
    return any((first + timedelta(number)).weekday() in weekdays for number in days)


def _shared_hours(one: Span | None, other: Span | None) -> Iterator[Span]:
    for first in _spans(one):
        for second in _spans(other):
            start, end = max(first[0], second[0]), min(first[1], second[1])
            if start <= end:
                yield start, end


def _spans(hours: Span | None) -> tuple[Span, ...]:
    """Hours that wrap midnight are two spans of one day."""
    if hours is None:
        return (_DAY,)
    return (hours,) if hours[0] <= hours[1] else ((0, hours[1]), (hours[0], _DAY[1]))


def _shared_lines(
    one: Promotion, other: Promotion, categories: Mapping[str, Category], services: Mapping[str, str]
) -> tuple[frozenset[str], frozenset[str]] | None:
    """Kinds of service and services that both may touch, none of either where that is all; None where nothing is."""
    named = (_services_of(one), _services_of(other))
    discounts = one.effect.is_discount
    open_kinds = {
        code for code, kind in categories.items()
        if not kind.indicated_only and (kind.discounts if discounts else kind.earns)
    }  # fmt: skip
    kinds = _both(one.when.categories, other.when.categories)
    if kinds is None or (kinds and not kinds & open_kinds):
        return None
    if not any(named):
        return frozenset(kinds & open_kinds), frozenset()
    shared = _both(*named)
    if shared is None:
        return None
    known = {code for code in shared if code in services}
    held = {code for code in known if not kinds or services[code] in kinds} & {
        code for code in known if services[code] in open_kinds or services[code] not in categories
    }
    strange = shared - known
    if not held and not strange:
        return None
    return frozenset(), frozenset(held | strange)


def _services_of(promotion: Promotion) -> frozenset[str]:
    """The services it names, the one it gives among them."""
    given = promotion.effect.service
    return frozenset((given,)) if given else promotion.when.services
