"""Promotions that never hold, never win, are over, or leave days between them without a word.

Patterns C11, D04 and what a careful reader finds beside them (spec: program check-up).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from typing import Final

from desk_app.checkup.checked import Checked
from desk_app.checkup.finding import Finding, notice, warning
from desk_app.checkup.worked import at_level, holding, priced, round_bill
from desk_app.documents.edits import Edit
from desk_app.domain.program import Program
from desk_app.domain.promotions import Promotion

#: A longer pause between two runs of a promotion is meant.
_LONGEST_GAP: Final = 14
_WEEK: Final = 7


def runs_join(checked: Checked) -> Iterator[Finding]:
    """C11: two runs of the same promotion with a few days between them in which nothing holds."""
    runs = [(i, one) for i, one in enumerate(checked.program.promotions) if one.when.first_day or one.when.last_day]
    for i, one in runs:
        if one.when.last_day is None or one.when.last_day < checked.now.date():
            continue
        later = [
            other.when.first_day
            for j, other in runs
            if j != i and other.when.first_day and other.when.first_day > one.when.last_day and _alike(one, other)
        ]
        following = min(later, default=None)
        if following is None:
            continue
        gap = (following - one.when.last_day).days - 1
        if 0 < gap <= _LONGEST_GAP and not _covered(checked.program, one):
            day = following - timedelta(days=1)
            params = {"promotion": f"promotion:{one.code}", "first": one.when.last_day + timedelta(days=1),
                      "last": day, "days": gap}  # fmt: skip
            yield warning(
                "C11", f"promotions[{i}].when.to", Edit(f"promotions[{i}].when.to", day.isoformat()), **params
            )


def _alike(one: Promotion, other: Promotion) -> bool:
    """The same kind of effect for the same people and services, apart from the days."""
    return one.effect.kind == other.effect.kind and _timeless(one) == _timeless(other)


def _timeless(promotion: Promotion) -> object:
    return replace(promotion.when, first_day=None, last_day=None)


def _covered(program: Program, one: Promotion) -> bool:
    """Whether another run goes on when this one ends."""
    end = one.when.last_day
    return end is not None and any(
        other is not one and _alike(one, other)
        and (other.when.first_day is None or other.when.first_day <= end + timedelta(days=1))
        and (other.when.last_day is None or other.when.last_day > end)
        for other in program.promotions
    )  # fmt: skip


def promotions_can_hold(checked: Checked) -> Iterator[Finding]:
    """A promotion whose conditions never hold together, or that is over."""
    today = checked.now.date()
    for i, promotion in enumerate(checked.program.promotions):
        place, when = f"promotions[{i}]", promotion.when
        params = {"promotion": f"promotion:{promotion.code}"}
        away = (Edit(place),)
        if when.last_day and when.last_day < today:
            yield notice("promotion.over", place, *away, **params, last=when.last_day)
        elif when.first_visit and (when.nth_visit > 1 or when.after_services):
            other = "nth_visit" if when.nth_visit > 1 else "after_services"
            yield warning("promotion.never", place, *away, **params, because=other)
        elif _no_such_weekday(promotion):
            yield warning("promotion.never", place, *away, **params, because="weekdays")
        elif _does_nothing(checked, promotion):
            yield warning("promotion.never", place, *away, **params, because="nothing")
        elif _never_wins(checked, promotion):
            yield warning(
                "promotion.never",
                place,
                *away,
                **params,
                because="level",
                bill=round_bill(checked),
                **_beaten(checked, promotion),
            )


def _no_such_weekday(promotion: Promotion) -> bool:
    when = promotion.when
    if not when.weekdays or not when.first_day or not when.last_day:
        return False
    days = (when.last_day - when.first_day).days
    if days >= _WEEK - 1:
        return False
    return not any((when.first_day + timedelta(days=day)).weekday() in when.weekdays for day in range(days + 1))


def _does_nothing(checked: Checked, promotion: Promotion) -> bool:
    """An effect of nothing, or on kinds of service that take no part in it."""
    effect, program = promotion.effect, checked.program
    empty = {
        "percent": not effect.percent, "amount": not effect.amount, "units": not effect.units,
        "cheapest_percent": not effect.percent, "multiply_units": effect.factor == 1,
        "steps": not any(percent for _, percent in effect.steps),
    }.get(effect.kind, False)  # fmt: skip
    if empty or (promotion.max_amount == 0 and effect.is_discount):
        return True
    part = "discounts" if effect.is_discount else "earns"
    named = [program.categories[code] for code in promotion.when.categories]
    return bool(named) and not any(getattr(category, part) for category in named)


def _never_wins(checked: Checked, promotion: Promotion) -> bool:
    """A percent that everybody's first level gives already."""
    if promotion.effect.kind != "percent" or promotion.combine != "best":
        return False
    codes: list[str | None] = [*sorted(promotion.when.categories)] or [None, *checked.program.categories]
    levels = [step for step in checked.program.levels.steps
              if not promotion.when.levels or step.code in promotion.when.levels]  # fmt: skip
    return all(step.discount_for(code) >= promotion.effect.percent for step in levels for code in codes)


def _beaten(checked: Checked, promotion: Promotion) -> dict[str, object]:
    """What a bill costs with the promotion, and by the level alone."""
    program, standing, kind, service = holding(checked, promotion)
    bill = round_bill(checked)
    with_it = priced(checked, bill, program=program, category=kind, service=service, standing=standing)
    without = priced(checked, bill, category=kind, service=service, standing=at_level(checked, 0))
    return {"pays": with_it.pays, "level_pays": without.pays}


def birthdays_last_more_than_a_day(checked: Checked) -> Iterator[Finding]:
    """D04: a birthday window of one day, on which the clinic may be closed and nobody wants to see a doctor."""
    for i, promotion in enumerate(checked.program.promotions):
        if promotion.when.birthday == (0, 0):
            place = f"promotions[{i}].when.birthday"
            yield notice("D04", place, Edit(place, {"before": 3, "after": 3}), promotion=f"promotion:{promotion.code}")
