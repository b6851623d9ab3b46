"""What a program version promises a patient, as codes and numbers: the one source of every sentence on paper.

Each promise is a `Reason`: money in minor units, units in smallest parts, percents as fractions ("1/20"), periods as
in documents ("12 months"). Essential limits are promises too, so that no leaflet can leave them out (38-ФЗ,
art. 5 p. 7).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Final

from desk_app.domain.days import period_text
from desk_app.domain.program import Category, EarnRate, Program, Step
from desk_app.domain.promotions import Promotion
from desk_app.domain.quote import Param, Reason

_PART: Final = Fraction(1)


@dataclass(frozen=True, slots=True)
class Promises:
    """By the question they answer, the most useful first in each."""

    gives: tuple[Reason, ...]
    uses: tuple[Reason, ...]
    limits: tuple[Reason, ...]
    lapses: tuple[Reason, ...]
    levels: tuple[Reason, ...]
    extras: tuple[Reason, ...]
    changes: tuple[Reason, ...]

    def of(self, code: str) -> Reason | None:
        """The first promise with that code."""
        everything = (
            *self.gives, *self.uses, *self.limits, *self.lapses, *self.levels, *self.extras, *self.changes
        )  # fmt: skip
        return next((one for one in everything if one.code == code), None)


def promises(program: Program, day: date | None = None) -> Promises:
    """Everything a patient should know of a version (spec: program, every key that a patient can feel).

    Promotions that ended before the local `day` are left out.
    """
    return Promises(
        tuple(_gives(program)), tuple(_uses(program)), tuple(_limits(program)), tuple(_lapses(program)),
        tuple(_levels(program)), tuple(_extras(program, day)), tuple(_changes(program)),
    )  # fmt: skip


def _say(code: str, **params: Param) -> Reason:
    return Reason(code, params)


def _gives(program: Program) -> Iterator[Reason]:
    steps = program.levels.steps
    if program.unit and program.earn:
        yield from _earning(steps)
    shares = [step.discount for step in steps]
    if max(shares) > 0 and len(steps) == 1:
        yield _say("give.discount", percent=str(shares[0]))
    elif max(shares) > 0:
        form = "" if min(shares) else "/up"
        yield _say(f"give.discounts{form}", low=str(min(shares)), high=str(max(shares)))
    yield from _own_rates(program)
    if program.unit and program.unit.worth and program.unit.kind == "points":
        yield _say(
            "give.worth", units=10**program.unit.precision, money=program.unit.worth * 10**program.unit.precision
        )
    if program.earn:
        match program.earn.usable.kind:
            case "at_once":
                yield _say("give.usable/at_once")
            case "days":
                yield _say("give.usable/days", days=program.earn.usable.count)
            case "visit":
                yield _say("give.usable/visit", visit=program.earn.usable.count)


def _earning(steps: tuple[Step, ...]) -> Iterator[Reason]:
    rates = [step.earn for step in steps if step.earn is not None]
    percents = [rate.percent for rate in rates if rate.percent is not None]
    if percents and len(percents) == len(rates):
        if len(set(percents)) == 1 and len(percents) == len(steps):
            yield _say("give.earn", percent=str(percents[0]))
        else:
            form = "" if min(percents) and len(percents) == len(steps) else "/up"
            yield _say(f"give.earns{form}", low=str(min(percents)), high=str(max(percents)))
    elif rates:
        yield _per(rates[0], "give.full" if rates[0].full else "give.per")
        if len(rates) > 1:
            yield _per(rates[-1], "give.full/top" if rates[-1].full else "give.per/top")


def _per(rate: EarnRate, code: str) -> Reason:
    if rate.percent is not None:
        return _say("give.earn", percent=str(rate.percent))
    return _say(code, units=rate.units, per=rate.per)


def _own_rates(program: Program) -> Iterator[Reason]:
    """What categories have of their own on the ladder: lowest and highest share, the same ones told together."""
    steps, told = program.levels.steps, dict[tuple[str, Fraction, Fraction], list[str]]()
    for code, category in program.categories.items():
        own = [step.by_category[code] for step in steps if code in step.by_category]
        if category.discounts and any(rates.discount is not None for rates in own):
            shares = [step.discount_for(code) for step in steps]
            told.setdefault(("give.category.discount", min(shares), max(shares)), []).append(code)
        rates = [step.rate(code) for step in steps]
        percents = [rate.percent if rate else Fraction(0) for rate in rates]
        if category.earns and program.unit and any(one.earn is not None for one in own):
            known = [percent for percent in percents if percent is not None]
            if known:
                told.setdefault(("give.category.earn", min(known), max(known)), []).append(code)
    for (code, low, high), categories in told.items():
        form = "/same" if low == high else "/up" if not low else ""
        yield _say(f"{code}{form}", categories=",".join(categories), low=str(low), high=str(high))


def _uses(program: Program) -> Iterator[Reason]:
    redeem, unit = program.redeem, program.unit
    if unit and redeem:
        if redeem.max_share:
            yield _say(f"use.share/{redeem.base}", share=str(redeem.max_share))
        own = [one for one in program.categories.values() if one.redeems and one.max_redeem]
        for share in sorted({one.max_redeem for one in own if one.max_redeem}, reverse=True):
            listed = ",".join(one.code for one in own if one.max_redeem == share)
            yield _say("use.category", categories=listed, share=str(share))
        if redeem.min_balance:
            yield _say("use.min_balance", units=redeem.min_balance)
        if redeem.keep_balance:
            yield _say("use.keep_balance", units=redeem.keep_balance)
        if redeem.multiple_of:
            yield _say("use.multiple_of", units=redeem.multiple_of)
        if redeem.max_per_bill:
            yield _say("use.max_per_bill", units=redeem.max_per_bill)
        if redeem.max_per_day:
            yield _say("use.max_per_day", units=redeem.max_per_day)
        if redeem.leave_at_least:
            yield _say("use.leave_at_least", money=redeem.leave_at_least)
        if program.limits.redeem_proof_over:
            yield _say("use.proof", units=program.limits.redeem_proof_over)
        if program.family is None or redeem.owner == "holder":
            yield _say(f"use.owner/{redeem.owner}")
        if program.earn:
            yield _say(f"use.rest/{program.earn.on_bill_with_units}")
    for reward in program.rewards:
        if unit:
            yield _say("use.reward", rule=f"reward:{reward.code}", units=reward.cost)


def _limits(program: Program) -> Iterator[Reason]:
    yield _say("limit.payers")
    shut = [one for one in program.categories.values() if not (one.discounts or one.earns or one.redeems)]
    nothing = "limit.nothing" if program.unit else "limit.no_discount"
    for form, prescribed in (("/indicated", True), ("", False)):
        codes = [one.code for one in shut if one.indicated_only == prescribed]
        if codes:
            yield _say(f"{nothing}{form}", categories=",".join(codes))
    takes: tuple[tuple[str, bool, Callable[[Category], bool]], ...] = (
        ("limit.no_discount", _discounts(program), lambda one: one.discounts),
        ("limit.no_earn", program.earn is not None, lambda one: one.earns),
        ("limit.no_redeem", program.redeem is not None, lambda one: one.redeems and one.max_redeem != 0),
    )
    for code, offered, takes_part in takes:
        rest = [one.code for one in program.categories.values() if one not in shut and not takes_part(one)]
        if offered and rest:
            yield _say(code, categories=",".join(rest))
    for code, services in (
        ("limit.services.discount", program.stacking.excluded_services),
        ("limit.services.earn", program.earn.excluded_services if program.earn else frozenset()),
        ("limit.services.redeem", program.redeem.excluded_services if program.redeem else frozenset()),
    ):
        if services:
            yield _say(code, services=",".join(sorted(services)))
    if _discounts(program):
        yield _say(f"limit.stacking/{program.stacking.order}")
        if program.stacking.max_total_discount < _PART:
            yield _say("limit.total", percent=str(program.stacking.max_total_discount))
        for category in program.categories.values():
            if category.discounts and category.max_discount is not None:
                yield _say("limit.category.discount", category=category.code, percent=str(category.max_discount))
    if program.earn and not program.earn.on_discounted_lines:
        yield _say("limit.discounted.earn")
    if program.redeem and not program.redeem.on_discounted_lines:
        yield _say("limit.discounted.redeem")
    if program.earn and program.earn.min_bill:
        yield _say("limit.min_bill", money=program.earn.min_bill)
    if program.earn and program.earn.max_per_bill:
        yield _say("limit.max_per_bill", units=program.earn.max_per_bill)
    if program.earn:
        yield _say(f"limit.rounding/{program.earn.rounding}")


def _discounts(program: Program) -> bool:
    """Whether any discount can come off at all."""
    return (
        any(step.discount or any(own.discount for own in step.by_category.values()) for step in program.levels.steps)
        or any(group.discount or any(group.by_category.values()) for group in program.groups)
        or any(promotion.effect.is_discount for promotion in program.promotions)
    )


def _lapses(program: Program) -> Iterator[Reason]:
    expiry = program.expiry
    if expiry is None or program.unit is None:
        return
    period = period_text(expiry.period) if expiry.period else ""
    match expiry.clock:
        case "never":
            yield _say("lapse.never")
            return
        case "accrual":
            yield _say(f"lapse.accrual/{expiry.starts}", period=period)
        case "activity":
            yield _say(f"lapse.activity/{expiry.renewed_by}", period=period)
        case "joining":
            yield _say("lapse.joining", period=period)
        case "calendar" if expiry.calendar_share == _PART:
            yield _say("lapse.calendar", day=f"{expiry.calendar_day:02}.{expiry.calendar_month:02}")
        case "calendar":
            yield _say("lapse.calendar/part", day=f"{expiry.calendar_day:02}.{expiry.calendar_month:02}",
                       share=str(expiry.calendar_share))  # fmt: skip
    yield _say("lapse.warning", days=expiry.warn_days) if expiry.warn_days else _say("lapse.warning/any")


def _levels(program: Program) -> Iterator[Reason]:
    levels = program.levels
    if len(levels.steps) == 1:
        return
    yield _say(
        f"level.basis/{levels.basis}/{levels.counts}" if levels.basis == "spend" else f"level.basis/{levels.basis}"
    )
    window = levels.window
    yield _say(f"level.window/{window.kind}", period=period_text(window.period) if window.period else "")
    yield _say(f"level.crossing/{levels.crossing_bill}")
    if window.kind != "lifetime" or levels.idle_reset:
        keep = levels.keep
        form = "/none" if keep.period and not keep.period.count else ""
        yield _say(f"level.keep/{keep.kind}{form}", period=period_text(keep.period) if keep.period else "")
    if levels.idle_reset:
        yield _say("level.idle", period=period_text(levels.idle_reset))
    if levels.owner == "account" and program.family:
        yield _say("level.family")


def _extras(program: Program, day: date | None) -> Iterator[Reason]:
    family, events = program.family, program.events
    if family:
        yield _say(f"extra.family/{family.balance}", least=family.min_members, most=family.max_members)
        if family.balance == "common":
            yield _say(f"extra.family.redeem/{family.redeem}")
        if family.earn_bonus_percent:
            yield _say("extra.family.bonus", percent=str(family.earn_bonus_percent))
    for group in program.groups:
        listed = ",".join(code for code, share in group.by_category.items() if share != group.discount)
        form = "" if group.discount else "/none"
        yield _say(f"extra.group{form}", percent=str(group.discount), group=group.code)
        for share in sorted({group.by_category[code] for code in listed.split(",") if code}, reverse=True):
            codes = [code for code in listed.split(",") if group.by_category[code] == share]
            yield _say("extra.group.category", group=group.code, percent=str(share), categories=",".join(codes))
    for promotion in program.promotions:
        over = day is not None and promotion.when.last_day is not None and promotion.when.last_day < day
        if not promotion.when.segment and not over:
            yield promotion_promise(promotion)
    if program.unit:
        for key, units in (
            ("welcome", events.welcome), ("birthday", events.birthday), ("survey_answered", events.survey_answered),
            ("plan_completed", events.plan_completed),
        ):  # fmt: skip
            if units:
                yield _say(f"extra.{key}", units=units)
        if events.referral:
            one = events.referral
            form = "" if one.referrer else "/friend"
            yield _say(f"extra.referral{form}", referrer=one.referrer, friend=one.friend, money=one.min_bill)
    yield from _perks(program.levels.steps)


def promotion_promise(promotion: Promotion) -> Reason:
    """What a promotion promises, for its sentence."""
    effect = promotion.effect
    values: dict[str, Param] = {
        "rule": f"promotion:{promotion.code}", "percent": str(effect.percent), "money": effect.amount,
        "units": effect.units, "factor": str(effect.factor), "service": effect.service, "paid": effect.paid,
        "free": effect.free, "code": promotion.code,
    }  # fmt: skip
    if effect.steps:
        values |= {"low": str(effect.steps[0][1]), "high": str(effect.steps[-1][1]), "money": effect.steps[0][0]}
    return Reason(f"extra.promotion/{effect.kind}", values)


def _perks(steps: Iterable[Step]) -> Iterator[Reason]:
    for step in steps:
        for perk in step.perks:
            code = "extra.perk/counted" if perk.per_year else "extra.perk"
            yield _say(code, level=step.code, perk=perk.code, count=perk.per_year)


def _changes(program: Program) -> Iterator[Reason]:
    notice = program.notice
    yield _say("change.worse" if notice.worsening_days else "change.worse/none", days=notice.worsening_days)
    if program.unit:
        if notice.keep_old_terms and program.expiry and program.expiry.clock != "never":
            yield _say("change.kept")
        if notice.wind_down_days:
            yield _say("change.close", days=notice.wind_down_days)
        if notice.leaving_days:
            yield _say("change.leave", days=notice.leaving_days)
    yield _say(f"change.return/{program.returns.used_part}")
    if program.unit:
        yield _say(f"change.shortfall/{program.returns.shortfall}")
