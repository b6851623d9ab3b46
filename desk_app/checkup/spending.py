"""Whether units can be spent as the program says: limits that never hold together, a first unit too far away.

Patterns P04, P05, P09 (spec: program check-up, Points).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from desk_app.checkup.checked import Checked
from desk_app.checkup.finding import Finding, error, warning
from desk_app.checkup.worked import (
    at_level,
    bare,
    holding,
    kinds,
    priced,
    richest_kind,
    round_bill,
    units_value,
    usual_bill,
    worth,
)
from desk_app.documents.edits import Edit
from desk_app.domain.days import Period
from desk_app.domain.program import Program, Redeem
from desk_app.domain.standing import Standing

#: Visits after which the first unit, or the first reward of a program that has nothing else, should be in reach.
_MOST_VISITS: Final = 6
_MOST_VISITS_TO_REWARD: Final = 12
#: So many visits are looked at.
_PATIENCE: Final = 60
_PLENTY: Final = 10**12


def limits_hold_together(checked: Checked) -> Iterator[Finding]:
    """P04: limits of spending that contradict each other, so that nobody can ever spend anything."""
    redeem, program = checked.program.redeem, checked.program
    if redeem is None or not program.unit or not program.unit.worth or not _shares(program, redeem):
        return
    price = 1000 * round_bill(checked)
    standing = at_level(checked, 0, usable=_PLENTY)
    if any(priced(checked, price, category=kind, redeem=None, standing=standing).redeemed for kind in kinds(program)):
        return
    for key in ("max_per_bill", "max_per_day"):
        most = getattr(redeem, key)
        if most and most < redeem.multiple_of:
            params = {"multiple": redeem.multiple_of, "most": most, "bill": price}
            yield error("P04", f"redeem.{key}", Edit("redeem.multiple_of"), **params)
            return


def _shares(program: Program, redeem: Redeem) -> bool:
    return bool(redeem.max_share) or any(one.max_redeem for one in program.categories.values())


def units_or_discount(checked: Checked) -> Iterator[Finding]:
    """P05: a promotion that takes more away, in units, than it gives, because discounted lines earn or take none."""
    program = checked.program
    for step, rules in (("earn", program.earn), ("redeem", program.redeem)):
        if rules is None or rules.on_discounted_lines or not program.unit or not program.unit.worth:
            continue
        worst = max(filter(None, (_loss(checked, i, step) for i in range(len(program.promotions)))), default=None,
                    key=lambda loss: loss.sum)  # fmt: skip
        if worst:
            place = f"{step}.on_discounted_lines"
            params = {"step": step, "promotion": f"promotion:{worst.code}", "bill": worst.bill, "gives": worst.gives,
                      "takes": worst.takes, "loss": worst.sum}  # fmt: skip
            yield warning("P05", place, Edit(place, True), **params)


@dataclass(frozen=True, slots=True)
class _Loss:
    """A promotion gives `gives` off a bill and takes `takes` in units; minor units."""

    code: str
    bill: int
    gives: int
    takes: int

    @property
    def sum(self) -> int:
        return self.takes - self.gives


def _loss(checked: Checked, number: int, step: str) -> _Loss | None:
    """What the promotion costs who has units enough, or None where it is worth it."""
    promotion = checked.program.promotions[number]
    if not promotion.effect.is_discount:
        return None
    program, standing, kind, service = holding(checked, promotion)
    standing = replace(standing, usable=_PLENTY)
    bill, asked = round_bill(checked), None if step == "redeem" else 0
    with_it = priced(checked, bill, program=program, category=kind, service=service, redeem=asked, standing=standing)
    without = priced(checked, bill, category=kind, service=service, redeem=asked, standing=standing)
    gives = with_it.discount - without.discount
    redeemed, earned = without.redeemed - with_it.redeemed, without.earns - with_it.earns
    takes = redeemed if step == "redeem" else worth(program, earned)
    return _Loss(promotion.code, bill, gives, takes) if gives > 0 and takes > gives else None


def first_unit_in_reach(checked: Checked) -> Iterator[Finding]:
    """P09: how much must be spent, in how many visits, before the first unit can be used; and units never usable."""
    program = checked.program
    if program.unit is None or program.earn is None:
        return
    redeem = program.redeem
    if redeem and redeem.keep_balance:
        kept = worth(program, redeem.keep_balance)
        yield warning("P09", "redeem.keep_balance", Edit("redeem.keep_balance"), kept=redeem.keep_balance, money=kept)
        # what else keeps the first unit away is another thing
        redeem = replace(redeem, keep_balance=0)
        program = replace(program, redeem=redeem)
    reach = _first_use(checked, program)
    most = _MOST_VISITS if redeem and _shares(program, redeem) else _MOST_VISITS_TO_REWARD
    if reach and reach.visits <= most:
        return
    place, fix = _hindrance(checked, program, most)
    if reach is None:
        yield warning("P09", place, *fix, bill=usual_bill(checked), looked=_PATIENCE)
    else:
        yield warning("P09", place, *fix, visits=reach.visits, spent=reach.spent, bill=usual_bill(checked), most=most)


def _hindrance(checked: Checked, program: Program, most: int) -> tuple[str, tuple[Edit, ...]]:
    """The limit that keeps the first unit away, and what takes it out of the way; no fix where that is not enough."""
    redeem = program.redeem
    if redeem is None:
        return "rewards", ()
    keys = [key for key in ("min_balance", "multiple_of") if getattr(redeem, key)]
    for count in range(1, len(keys) + 1):
        free = replace(redeem, min_balance=0, multiple_of=redeem.multiple_of if count < len(keys) else 0)
        reach = _first_use(checked, replace(program, redeem=free))
        if reach and reach.visits <= most:
            return f"redeem.{keys[0]}", tuple(Edit(f"redeem.{key}") for key in keys[:count])
    return f"redeem.{keys[0] if keys else 'max_share'}", ()


def rewards_are_worth_their_cost(checked: Checked) -> Iterator[Finding]:
    """P05: a reward gives less than the units it costs would have paid."""
    program = checked.program
    if not program.redeem or not program.unit or not program.unit.worth:
        return
    prices = {one.code: one.price for one in checked.services}
    for i, reward in enumerate(program.rewards):
        gives, paid = reward.amount or prices.get(reward.service, 0), worth(program, reward.cost)
        if 0 < gives < paid:
            place = f"rewards[{i}].cost"
            cost = gives // (program.unit.worth * 10**program.precision) * 10**program.precision
            fix = (Edit(place, units_value(program, cost)),) if cost else ()
            yield warning("P05", place, *fix, rule=f"reward:{reward.code}", cost=reward.cost, gives=gives, pays=paid)


@dataclass(frozen=True, slots=True)
class _Reach:
    """Visits and money before the visit on which something can be used."""

    visits: int
    spent: int


def _first_use(checked: Checked, program: Program) -> _Reach | None:
    """A patient with the usual bill, visit by visit, until something can be used."""
    bill = usual_bill(checked)
    kind = richest_kind(checked, 0)
    cheapest = min((reward.cost for reward in program.rewards), default=None)
    alive = _visits_alive(checked)
    earned: list[int] = []
    spent = counted = 0
    for done in range(_PATIENCE):
        usable = sum(earned[-alive:]) if alive else sum(earned)
        if program.earn and program.earn.usable.kind == "visit" and done + 1 < program.earn.usable.count:
            usable = 0
        standing = Standing(joined=checked.now.date(), counted=counted, visits=done, visits_counted=done,
                            units_earned=sum(earned), usable=usable)  # fmt: skip
        quote = priced(checked, bill, program=bare(program), category=kind, redeem=None, standing=standing)
        if quote.redeemed_units or (cheapest is not None and usable >= cheapest):
            return _Reach(done, spent)
        spent, counted = spent + quote.pays, counted + quote.counted
        earned.append(quote.earns)
    return None


def _visits_alive(checked: Checked) -> int:
    """For how many visits a unit lives by the clinic's own interval; 0: for all we know, for ever."""
    expiry, history = checked.program.expiry, checked.history
    if not expiry or expiry.clock != "accrual" or not expiry.period or not history or not history.interval:
        return 0
    return max(1, days_of(expiry.period) // history.interval)


def days_of(period: Period) -> int:
    """About how many days a period has."""
    return period.count if period.kind == "days" else round(period.count * 365 / 12)
