"""What a branch may add to a network's program: promotions of its own alone, within the limits the network has set.

Source: S42. Money is minor units, percents are exact.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any, Final

from desk_app.domain.differences import differences
from desk_app.domain.errors import refuse
from desk_app.domain.program import Program
from desk_app.domain.promotions import Promotion

#: Effects that may be allowed; a price, or whole pieces for nothing, have no worth that a limit could bound.
EFFECTS: Final = ("percent", "amount", "cheapest_percent", "steps", "units", "multiply_units")
_PERCENTS: Final = ("percent", "cheapest_percent", "steps")


@dataclass(frozen=True, slots=True)
class Limits:
    """How far a branch may go: `percent` of a line, `amount` off a bill in minor units, `units` as a gift in smallest
    parts, `factor` of what is earned; `categories` and `effects` it may use, so many rules `at_once`, so many `days`.
    """

    percent: Fraction
    amount: int
    categories: frozenset[str]
    effects: frozenset[str]
    at_once: int
    days: int
    units: int = 0
    factor: Fraction = Fraction(1)


def check_rule(rule: Promotion, branch: str, limits: Limits | None, program: Program, categories_of: Mapping[str, str],
               others: Sequence[Promotion]) -> None:  # fmt: skip
    """A rule of a branch keeps to the limits. `categories_of` are the categories of the services it names, `others`
    the branch's rules that hold beside it.

    Raises `local.none_allowed`, `local.branch`, `local.effect`, `local.percent`, `local.amount`, `local.category`,
    `local.indicated`, `local.exclusive`, `local.days`, `local.many`.
    """
    if limits is None:
        raise refuse("local.none_allowed", "")
    if rule.when.branches != {branch}:
        raise refuse("local.branch", "when.branches", found=", ".join(sorted(rule.when.branches)), allowed=branch)
    if rule.effect.kind not in limits.effects:
        raise refuse("local.effect", "effect", found=rule.effect.kind, allowed=", ".join(sorted(limits.effects)))
    if rule.combine == "exclusive":
        raise refuse("local.exclusive", "combine")
    _check_worth(rule, limits)
    _check_categories(rule, limits, program, categories_of)
    _check_days(rule, limits, others)


def _check_worth(rule: Promotion, limits: Limits) -> None:
    effect = rule.effect
    if effect.kind in _PERCENTS:
        percent = max((share for _, share in effect.steps), default=effect.percent)
        if percent > limits.percent:
            raise refuse("local.percent", "effect.percent", found=_plain(100 * percent),
                         allowed=_plain(100 * limits.percent))  # fmt: skip
        if rule.max_amount is None or rule.max_amount > limits.amount:
            raise refuse("local.amount", "max_amount", found=rule.max_amount, allowed=limits.amount)
    elif effect.kind == "amount" and effect.amount > limits.amount:
        raise refuse("local.amount", "effect.amount", found=effect.amount, allowed=limits.amount)
    elif effect.kind == "units" and effect.units > limits.units:
        raise refuse("local.units", "effect.units", found=effect.units, allowed=limits.units)
    elif effect.kind == "multiply_units" and effect.factor > limits.factor:
        raise refuse("local.factor", "effect.multiply_units", found=_plain(effect.factor),
                     allowed=_plain(limits.factor))  # fmt: skip


def _check_categories(
    rule: Promotion, limits: Limits, program: Program, categories_of: Mapping[str, str]
) -> None:  # fmt: skip
    named = set(rule.when.categories)
    for service in sorted(rule.when.services):
        category = categories_of.get(service)
        if category is None:
            raise refuse("local.service", "when.services", found=service)
        named.add(category)
    for category in sorted(named):
        known = program.categories.get(category)
        if known is not None and known.indicated_only:
            raise refuse("local.indicated", "when.categories", found=category)
    outside = sorted(named - limits.categories)
    if outside or not named:
        raise refuse("local.category", "when.categories", found=", ".join(outside),
                     allowed=", ".join(sorted(limits.categories)))  # fmt: skip


def _check_days(rule: Promotion, limits: Limits, others: Sequence[Promotion]) -> None:
    first, last = rule.when.first_day, rule.when.last_day
    if first is None or last is None or (last - first).days + 1 > limits.days:
        found = (last - first).days + 1 if first and last else None
        raise refuse("local.days", "when.to", found=found, allowed=limits.days)
    beside = [one for one in others if one.code != rule.code and _meet(rule, one)]
    if len(beside) >= limits.at_once:
        raise refuse("local.many", "when.from", found=len(beside) + 1, allowed=limits.at_once)


def _meet(one: Promotion, other: Promotion) -> bool:
    first, last = one.when.first_day or date.min, one.when.last_day or date.max
    return first <= (other.when.last_day or date.max) and (other.when.first_day or date.min) <= last


def check_change(old: Program, new: Program, branch: str) -> None:
    """The only differences are promotions of that branch; those that came stand behind all others, so that where the
    first one wins a branch takes nothing from anybody. Raises `local.core` at the place."""
    if not _same_core(old, new, branch):
        found = differences(_core(old, branch), _core(new, branch))
        raise refuse("local.core", found[0].place if found else "promotions")
    known = {one.code for one in old.promotions}
    came = [one.code not in known for one in new.promotions]
    if came != sorted(came):
        raise refuse("local.core", "promotions")


def _same_core(old: Program, new: Program, branch: str) -> bool:
    return replace(_core(old, branch), version=None) == replace(_core(new, branch), version=None)


def _core(program: Program, branch: str) -> Program:
    return replace(program, promotions=tuple(one for one in program.promotions if not is_local(one, branch)))


def is_local(promotion: Promotion, branch: str) -> bool:
    """Whether a promotion is of one branch alone."""
    return promotion.when.branches == {branch}


def core_document(document: Mapping[str, Any], codes: Iterable[str]) -> dict[str, Any]:
    """The document without the promotions of these codes."""
    left = set(codes)
    kept = [one for one in document.get("promotions", ()) if one.get("code") not in left]
    return {**document, "promotions": kept} if "promotions" in document else dict(document)


def _plain(value: Fraction) -> str:
    exact = Decimal(value.numerator) / Decimal(value.denominator)
    return f"{exact.normalize():f}"
