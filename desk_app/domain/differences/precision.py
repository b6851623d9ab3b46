"""A program with its units counted in smaller parts, so that two programs of different decimals can be compared."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from desk_app.domain.program import CategoryRates, EarnRate, Program, Step
from desk_app.domain.promotions import Effect

_Scale = Callable[[int], int]


def of_one_precision(old: Program, new: Program) -> tuple[Program, Program]:
    """Both with the decimals of the finer one; what a unit is worth stays told by each program's own unit."""
    if not old.unit or not new.unit:
        return old, new
    finer = max(old.unit.precision, new.unit.precision)
    return _at(old, finer), _at(new, finer)


def _at(program: Program, precision: int) -> Program:
    times: int = 10 ** (precision - program.precision)
    if times == 1:
        return program

    def scale(units: int) -> int:
        return units * times

    events, limits, levels = program.events, program.limits, program.levels
    referral = events.referral
    return replace(
        program,
        levels=replace(levels, steps=tuple(_step(one, scale, levels.basis == "units_earned") for one in levels.steps)),
        earn=program.earn and replace(program.earn, max_per_bill=scale(program.earn.max_per_bill)),
        redeem=program.redeem and replace(
            program.redeem, multiple_of=scale(program.redeem.multiple_of),
            min_balance=scale(program.redeem.min_balance),
            keep_balance=scale(program.redeem.keep_balance), max_per_bill=scale(program.redeem.max_per_bill),
            max_per_day=scale(program.redeem.max_per_day),
        ),
        promotions=tuple(replace(one, effect=_effect(one.effect, scale)) for one in program.promotions),
        rewards=tuple(replace(one, cost=scale(one.cost)) for one in program.rewards),
        events=replace(
            events, welcome=scale(events.welcome), birthday=scale(events.birthday),
            survey_answered=scale(events.survey_answered), plan_completed=scale(events.plan_completed),
            referral=referral and replace(referral, referrer=scale(referral.referrer), friend=scale(referral.friend)),
        ),
        limits=replace(
            limits, manual_units=scale(limits.manual_units), redeem_proof_over=scale(limits.redeem_proof_over),
            offline_redeem=scale(limits.offline_redeem), apology_units=scale(limits.apology_units),
        ),
    )  # fmt: skip


def _step(step: Step, scale: _Scale, counted_in_units: bool) -> Step:
    own = {
        code: CategoryRates(_rate(rates.earn, scale), rates.discount) for code, rates in step.by_category.items()
    }  # fmt: skip
    start = scale(step.start) if counted_in_units else step.start
    return replace(step, start=start, earn=_rate(step.earn, scale), by_category=own)


def _rate(rate: EarnRate | None, scale: _Scale) -> EarnRate | None:
    return rate and replace(rate, units=scale(rate.units))


def _effect(effect: Effect, scale: _Scale) -> Effect:
    return replace(effect, units=scale(effect.units))
