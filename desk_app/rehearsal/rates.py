"""What the lines of a bill earn under a draft, multiplied out once, so that a bill's units are a sum of products."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from functools import cache
from math import lcm
from typing import Final

from desk_app.domain.bill import Line
from desk_app.domain.candidates import Ratio
from desk_app.domain.conditions import takes_no_part
from desk_app.domain.earning import Earned, EarnLine, Tariff, earn, family_bonus, multipliers
from desk_app.domain.money import half_up_ratio
from desk_app.domain.program import Program
from desk_app.rehearsal.table import NO_RATES, Rates, Shape, Table

_ONE: Final = Fraction(1)


def rates_of(table: Table, lines: tuple[Line, ...], after: tuple[int, ...], flags: tuple[bool, ...]) -> Rates:
    """The rates of these lines together; what they cost has no say but where a promotion asks for a sum."""
    program = table.program
    rules, unit = program.earn, program.unit
    if rules is None or unit is None or not table.earns_units:
        return NO_RATES
    earning = [
        i for i, line in enumerate(lines)
        if takes_no_part("earn", rules, line, program.category(line.category), flags[i]) is None
    ]  # fmt: skip
    out = Earned([0] * len(lines), [0] * len(lines), 0, [[] for _ in lines])
    items = list(map(EarnLine, lines, after, after, flags, [True] * len(lines)))
    multiplied = multipliers(table.setting(lines), items, earning, out)
    bonus = family_bonus(program, program.family.min_members if program.family and table.bonus else 0, out)
    each: dict[int, Ratio] = {}
    plain = True
    for i in earning:
        factor = multiplied[i][1] if i in multiplied else _ONE
        tariff = Tariff.of(table.step.rate(lines[i].category), 1, factor, bonus, unit.worth)
        if tariff.each is None:
            plain = plain and tariff.rate is None
        else:
            each[i] = tariff.each
    scale = lcm(*{under for _, under in each.values()}) if each else 1
    weights = [0] * len(lines)
    for i, (over, under) in each.items():
        weights[i] = over * (scale // under)
    return Rates(tuple(weights), scale, _buckets(rules.round_per, lines, tuple(each)), out.bill, plain, tuple(out.used))


def rates_together(program: Program, lines: tuple[Line, ...], each: Sequence[Rates]) -> Rates:
    """The rates of a bill from those that each of its lines has alone."""
    rules = program.earn
    if rules is None or each[0] is NO_RATES:
        return NO_RATES
    weights, scale = [], each[0].scale
    alike = plain = True
    used: tuple[str, ...] = ()
    for one in each:
        weights.append(one.weights[0])
        alike = alike and one.scale == scale
        plain = plain and one.plain
        if one.used:
            used += one.used
    if not alike:
        scale = lcm(*[one.scale for one in each])
        weights = [one.weights[0] * (scale // one.scale) for one in each]
    if rules.round_per == "bill":
        buckets = _all(len(each))  # a line that earns nothing weighs nothing
    else:
        buckets = _buckets(rules.round_per, lines, tuple([i for i, one in enumerate(each) if one.buckets]))
    fixed = 0
    if used:  # units that a promotion adds are of the bill: once, however many lines it is for
        used = tuple(dict.fromkeys(used))
        fixed = sum([one.effect.units for one in program.promotions
                     if one.effect.kind == "units" and f"promotion:{one.code}" in used])  # fmt: skip
    return Rates(tuple(weights), scale, buckets, fixed, plain, used)


@cache
def _all(count: int) -> tuple[tuple[int, ...], ...]:
    return (tuple(range(count)),)


def _buckets(round_per: str, lines: tuple[Line, ...], places: tuple[int, ...]) -> tuple[tuple[int, ...], ...]:
    """Lines whose units are rounded together, of those that earn."""
    if not places:
        return ()
    if round_per == "bill":
        return (places,)
    if round_per == "line":
        return tuple([(i,) for i in places])
    by_category: dict[str, list[int]] = {}
    for i in places:
        by_category.setdefault(lines[i].category or "", []).append(i)
    return tuple(map(tuple, by_category.values()))


def earned(table: Table, shape: Shape, units: Sequence[int], units_spent: bool, family: int) -> int:
    """Units that a bill earns; `units` is what units pay of each line, `family` how many are in it."""
    program, rates = table.program, shape.rates
    rules = program.earn
    if rules is None or not table.earns_units:
        return 0
    if (units_spent or rules.min_bill) and not gets_to_earn(program, shape, units, units_spent):
        return 0
    if not rates.plain:
        return earned_in_bands(table, shape, units, units_spent, family, ((max(0, table.level), _ONE),))
    weights, scale, rounding = rates.weights, rates.scale, rules.rounding
    bases: Sequence[int] = shape.after
    if units_spent and rules.on_bill_with_units == "money_part":
        bases = [one - part for one, part in zip(shape.after, units, strict=True)]
    total = rates.fixed
    for bucket in rates.buckets:
        exact = 0
        for i in bucket:
            exact += bases[i] * weights[i]
        if rounding == "down":
            total += exact // scale
        elif rounding == "half_up":
            total += half_up_ratio(exact, scale)
        else:
            total += -(-exact // scale)
    return min(total, rules.max_per_bill) if rules.max_per_bill else total


def gets_to_earn(program: Program, shape: Shape, units: Sequence[int], units_spent: bool) -> bool:
    """Whether a bill gets so far that rates and promotions are asked: nothing of the whole forbids it."""
    rules = program.earn
    assert rules is not None
    if units_spent and rules.on_bill_with_units == "nothing":
        return False
    if not rules.min_bill:
        return True
    paying = [i for i, line in enumerate(shape.lines) if line.payer in rules.payers]
    if rules.min_bill_base == "list_price":
        return sum([shape.listed[i] for i in paying]) >= rules.min_bill
    paid = rules.min_bill_base == "paid"
    return sum([shape.after[i] - (units[i] if paid else 0) for i in paying]) >= rules.min_bill


def earned_in_bands(
    table: Table, shape: Shape, units: Sequence[int], units_spent: bool, family: int,
    bands: Sequence[tuple[int, Fraction]],
) -> int:  # fmt: skip
    """The same by the engine: whole steps, a bill cut at thresholds."""
    if table.level < 0 or not table.earns:
        return 0
    money = [one - part for one, part in zip(shape.after, units, strict=True)]
    items = list(map(EarnLine, shape.lines, shape.after, money, shape.flags, shape.counts))
    steps = table.program.levels.steps
    parts = [(steps[index], share) for index, share in bands]
    return earn(table.setting(shape.lines), items, units_spent, parts, family).total
