"""How many units may be spent on a bill and what they take off each line.

Source: spec: engine, Redeeming. Units in smallest parts, money in minor units. Units are a discount on lines, never
a kind of payment; asking for more than possible is no error: the quote says which limit held.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import NamedTuple

from desk_app.domain.bill import Bill, Line
from desk_app.domain.conditions import takes_no_part
from desk_app.domain.money import round_down
from desk_app.domain.program import Program, Redeem
from desk_app.domain.quote import Reason
from desk_app.domain.reasons import reason
from desk_app.domain.spread import spread
from desk_app.domain.standing import Standing


class RedeemLine(NamedTuple):
    """A line after discounts: what it costs now, whether it counts as discounted."""

    line: Line
    after: int
    discounted: bool


@dataclass(slots=True)
class Redeemed:
    """What units pay: money and units by line, in the bill's order."""

    money: list[int]
    units: list[int]
    line_reasons: list[list[Reason]]
    reasons: list[Reason] = field(default_factory=list)

    @property
    def total_units(self) -> int:
        """Units spent on lines."""
        return sum(self.units)


@dataclass(slots=True)
class Pool:
    """Lines that share one capacity: those of a category with its own share, or all others."""

    category: str
    share: Fraction
    base: int = 0
    capacity: int = 0
    members: list[int] = field(default_factory=list)
    limits: list[int] = field(default_factory=list)


def redeem(
    program: Program, bill: Bill, standing: Standing, lines: Sequence[RedeemLine], usable: int, reward_units: int
) -> Redeemed:
    """Units for the bill's request. `usable` is the balance at this moment before claimed rewards are paid."""
    out = Redeemed([0] * len(lines), [0] * len(lines), [[] for _ in lines])
    rules, unit = program.redeem, program.unit
    if rules is None or unit is None or unit.worth == 0:
        if bill.redeem != 0:
            out.reasons.append(reason("redeem.none", because="no_redeem"))
        return out
    if bill.redeem == 0:
        return out
    pools = pools_of(program, rules, lines, out.line_reasons)
    capacity = sum(pool.capacity for pool in pools)
    units = allowed_units(program, rules, bill, standing, usable, reward_units, capacity // unit.worth, out.reasons)
    if units <= 0:
        return out
    money = units * unit.worth
    over_pools, _ = spread(money, [pool.base for pool in pools], [pool.capacity for pool in pools])
    for pool, part in zip(pools, over_pools, strict=True):
        weights = [lines[i].after for i in pool.members]
        for i, paid in zip(pool.members, spread(part, weights, pool.limits)[0], strict=True):
            out.money[i] = paid
        out.reasons.append(
            reason("redeem.pool", category=pool.category, share=str(pool.share), base=pool.base, capacity=pool.capacity,
                   money=part)
        )  # fmt: skip
    out.units = spread(units, out.money)[0]
    out.reasons.append(reason("redeem.given", units=units, money=money, worth=unit.worth))
    for pool in pools:
        for i, most in zip(pool.members, pool.limits, strict=True):
            out.line_reasons[i].append(
                reason("redeem.line", units=out.units[i], money=out.money[i], price=lines[i].after, most=most,
                       pool=pool.category)
            )  # fmt: skip
    return out


def pools_of(
    program: Program, rules: Redeem, lines: Sequence[RedeemLine], line_reasons: list[list[Reason]]
) -> list[Pool]:
    """Each category with its own share is one pool, all other lines one more; in the order of the bill."""
    pools: dict[str, Pool] = {}
    for i, item in enumerate(lines):
        category = program.category(item.line.category)
        own = category.max_redeem
        name = category.code if own is not None else ""
        pool = pools.get(name)
        if pool is None:
            pool = pools[name] = Pool(name, rules.max_share if own is None else own)
        refusal = takes_no_part("redeem", rules, item.line, category, item.discounted)
        if refusal is not None:
            line_reasons[i].append(refusal)
            if rules.base == "bill" and own is None and item.line.payer in rules.payers:
                pool.base += item.after
            continue
        after, floor = item.after, item.line.floor if item.line.floor_price else 0
        give = max(0, after - max(floor, rules.leave_at_least))
        if rules.base == "each_line":
            give = min(give, _share(after, pool.share))
        pool.base += after
        pool.members.append(i)
        pool.limits.append(give)
    for pool in pools.values():
        can_give = sum(pool.limits)
        pool.capacity = can_give if rules.base == "each_line" else min(can_give, _share(pool.base, pool.share))
    return list(pools.values())


def _share(base: int, share: Fraction) -> int:
    return round_down(base * share.numerator, share.denominator)


def allowed_units(
    program: Program,
    rules: Redeem,
    bill: Bill,
    standing: Standing,
    usable: int,
    reward_units: int,
    by_share: int,
    reasons: list[Reason],
) -> int:
    """The least of the request and every limit, down to the multiple; says which limit held."""
    asked = bill.redeem if bill.redeem is not None else usable
    proof_over = program.limits.redeem_proof_over
    limits: list[tuple[str, int]] = [("balance", usable - reward_units - rules.keep_balance), ("share", by_share)]
    if not standing.may_redeem:
        limits.append(("family", 0))
    if usable < rules.min_balance:
        limits.append(("min_balance", 0))
    if rules.max_per_bill:
        limits.append(("max_per_bill", rules.max_per_bill))
    if rules.max_per_day:
        limits.append(("max_per_day", rules.max_per_day - standing.redeemed_today))
    if proof_over and not bill.proof:
        limits.append(("proof", proof_over))
    if standing.ceiling is not None:
        # the last: of two equal limits the one that holds with a network, too, is named
        limits.append(("offline", standing.ceiling - reward_units))
    by, least = min(limits, key=lambda pair: pair[1])
    least = max(0, least)
    units = min(asked, least)
    if rules.multiple_of and units % rules.multiple_of:
        units -= units % rules.multiple_of
        by, least = "multiple_of", units
    if bill.redeem is None or units < asked:
        reasons.append(reason("redeem.limit", by=by, limit=least, asked=-1 if bill.redeem is None else asked))
    return units
