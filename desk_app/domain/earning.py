"""How many units a bill earns, line by line exactly, rounded once where the program says.

Source: spec: engine, Earning. The same function earns a bill at the desk and earns anew what remains after a
return: it sees only prices after discounts, money after units, and what is still on the bill.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from math import lcm
from typing import Final, NamedTuple

from desk_app.domain.bill import Line
from desk_app.domain.conditions import Places, Setting, takes_no_part, unmet_by_content, unmet_by_person
from desk_app.domain.money import half_up
from desk_app.domain.program import Earn, EarnRate, Program, Step
from desk_app.domain.quote import Param, Reason
from desk_app.domain.reasons import reason
from desk_app.domain.spread import spread

_ONE: Final = Fraction(1)


class EarnLine(NamedTuple):
    """A line (with the pieces still bought): price after discounts, money after units, counted or not."""

    line: Line
    after: int
    money: int
    discounted: bool
    counts: bool


@dataclass(slots=True)
class Earned:
    """What a bill earns, in smallest parts; `lines` are each line's share, `bill` what promotions add once."""

    bases: list[int]
    lines: list[int]
    bill: int
    line_reasons: list[list[Reason]]
    reasons: list[Reason] = field(default_factory=list)
    used: list[str] = field(default_factory=list)

    @property
    def total(self) -> int:
        """All units of the bill."""
        return sum(self.lines) + self.bill


@dataclass(slots=True)
class _Exact:
    """Exact units by line, (numerator, denominator), in one rounding bucket, and steps waiting for their rate's sum."""

    by_line: dict[int, tuple[int, int]] = field(default_factory=dict)
    steps: dict[tuple[int, int, Fraction], dict[int, Fraction]] = field(default_factory=dict)

    def add(self, i: int, numerator: int, denominator: int) -> None:
        """More units for a line."""
        known = self.by_line.get(i)
        self.by_line[i] = (
            (numerator, denominator) if known is None
            else (known[0] * denominator + numerator * known[1], known[1] * denominator)
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Tariff:
    """What a minor unit of one share of the bill earns at one rate, multiplied out once for all lines that have it.

    `each` is exact smallest parts, (numerator, denominator); None: whole steps of `rate`, which wait for the sum of
    their lines. `code` and `numbers` make the reason; the line puts its own base in.
    """

    share: Fraction | int
    each: tuple[int, int] | None
    rate: EarnRate | None
    factor: Fraction
    code: str
    numbers: Mapping[str, Param]

    @staticmethod
    def of(rate: EarnRate | None, share: Fraction | int, factor: Fraction, bonus: Fraction, worth: int) -> Tariff:
        """The tariff of a rate; `bonus` is added to percents, `factor` multiplies all."""
        if rate is None:
            return Tariff(share, None, None, factor, "earn.none", {"because": "no_rate"})
        (part, of), (times, under) = share.as_integer_ratio(), factor.as_integer_ratio()
        share = 1 if part == of else share  # a product of integers is ten times as quick
        if rate.percent is not None:
            percent = rate.percent + bonus if bonus else rate.percent
            numbers: dict[str, Param] = {"percent": str(percent), "base": "", "factor": str(factor), "worth": worth}
            hundredths, whole = percent.as_integer_ratio()
            each = (part * hundredths * times, of * whole * under * worth)
            return Tariff(share, each, rate, factor, "earn.percent", numbers)
        numbers = {"units": rate.units, "per": rate.per, "base": "", "factor": str(factor)}
        if not rate.full:
            each = (part * rate.units * times, of * rate.per * under)
            return Tariff(share, each, rate, factor, "earn.proportional", numbers)
        return Tariff(share, None, rate, factor, "earn.steps", numbers)

    def earn(self, bucket: _Exact, i: int, base: int) -> Reason:
        """Add one line's part to its rounding bucket."""
        if self.rate is None:
            return Reason(self.code, self.numbers)
        if self.each is not None:
            bucket.add(i, base * self.each[0], self.each[1])
        else:
            waiting = bucket.steps.setdefault((self.rate.units, self.rate.per, self.factor), {})
            waiting[i] = waiting.get(i, Fraction(0)) + base * self.share
        part = base if self.share == 1 else base * self.share
        return Reason(self.code, {**self.numbers, "base": str(part)})


def earn(
    setting: Setting,
    lines: Sequence[EarnLine],
    units_spent: bool,
    bands: Sequence[tuple[Step, Fraction]],
    family_members: int,
) -> Earned:
    """Units for a bill. `bands` are (level, share of the bill); one band with share 1 unless a threshold is crossed.

    A line that does not count for the level earns at the first band.
    """
    program = setting.program
    rules, unit = program.earn, program.unit
    out = Earned([0] * len(lines), [0] * len(lines), 0, [[] for _ in lines])
    if rules is None or unit is None:
        return out
    if not setting.standing.earns or not setting.standing.member:
        out.reasons.append(reason("earn.none", because="not_earning"))
        return out
    if units_spent and rules.on_bill_with_units == "nothing":
        out.reasons.append(reason("earn.none", because="units_spent"))
        return out
    earning: list[int] = []
    for i, item in enumerate(lines):
        refusal = takes_no_part("earn", rules, item.line, program.category(item.line.category), item.discounted)
        if refusal is not None:
            out.line_reasons[i].append(refusal)
        else:
            out.bases[i] = item.after if rules.on_bill_with_units == "whole_bill" else item.money
            earning.append(i)
    if not _reaches_min_bill(rules, lines, out):
        out.bases = [0] * len(lines)
        return out
    multiplied = multipliers(setting, lines, earning, out)
    bonus = family_bonus(program, family_members, out)
    by_line, by_category = rules.round_per == "line", rules.round_per == "category"
    buckets: dict[str, tuple[_Exact, list[Reason]]] = {}
    tariffs: dict[tuple[str, str | None, str, bool], Tariff] = {}
    unbanded = [(bands[0][0], _ONE)]
    for i in earning:
        line, counts = lines[i].line, lines[i].counts
        key = line.id if by_line else line.category or "" if by_category else ""
        if key not in buckets:
            buckets[key] = (_Exact(), out.line_reasons[i] if by_line else out.reasons)
        bucket, _ = buckets[key]
        parts = bands if counts else unbanded
        rule, factor = multiplied.get(i, ("", _ONE))
        for step, share in parts:
            same = (step.code, line.category, rule, counts)
            tariff = tariffs.get(same)
            if tariff is None:
                rate = step.rate(line.category)
                tariff = tariffs[same] = Tariff.of(rate, share, factor, bonus, unit.worth)
            out.line_reasons[i].append(tariff.earn(bucket, i, out.bases[i]))
            if len(parts) > 1:
                out.line_reasons[i].append(reason("earn.band", level=step.code, share=str(share)))
    for of, (bucket, reasons) in buckets.items():
        exact, whole = _round_bucket(rules, bucket, out)
        reasons.append(
            reason("earn.sum", exact=str(exact), rounding=rules.rounding, per=rules.round_per, of=of, units=whole)
        )
    _cap(rules, out)
    return out


def _reaches_min_bill(rules: Earn, lines: Sequence[EarnLine], out: Earned) -> bool:
    """`earn.min_bill` is over all lines whose payer earns."""
    if not rules.min_bill:
        return True
    paying = [item for item in lines if item.line.payer in rules.payers]
    total = sum(
        item.line.total if rules.min_bill_base == "list_price"
        else item.after if rules.min_bill_base == "after_discounts" else item.money
        for item in paying
    )  # fmt: skip
    if total < rules.min_bill:
        out.reasons.append(reason("earn.min_bill", need=rules.min_bill, have=total))
        return False
    return True


def multipliers(
    setting: Setting, lines: Sequence[EarnLine], earning: Sequence[int], out: Earned
) -> Mapping[int, tuple[str, Fraction]]:
    """The largest multiplier that holds on each line, (rule, factor); fixed units are added to the bill once."""
    largest: dict[int, tuple[str, Fraction]] = {}
    ratios: dict[int, tuple[int, int]] = {}
    places = Places.of(setting.program, earning, setting.bill.lines)
    for kind, promotions in (("promotion", setting.program.promotions), ("offer", setting.standing.offers)):
        for promotion in promotions:
            effect = promotion.effect
            if effect.is_discount:
                continue
            rule = f"{kind}:{promotion.code}"
            unmet = unmet_by_person(promotion.when, promotion.code, setting)
            eligible: tuple[int, ...] = ()
            if unmet is None:
                eligible = places.targets(promotion.when)
                unmet = unmet_by_content(promotion.when, setting, (lines[i].line.quantity for i in eligible))
            if unmet is not None:
                if not unmet.secret:
                    out.reasons.append(unmet.reason(rule))
                continue
            if not eligible:
                continue
            out.used.append(rule)
            if effect.kind == "units":
                out.bill += effect.units
                out.reasons.append(reason("earn.promotion", rule=rule, units=effect.units))
            else:
                times, under = ratio = effect.factor.as_integer_ratio()
                for i in eligible:
                    held, below = ratios.get(i, (1, 1))
                    if times * below > held * under:
                        largest[i], ratios[i] = (rule, effect.factor), ratio
    why: dict[str, Reason] = {}
    for i, (rule, factor) in largest.items():
        if rule not in why:
            why[rule] = reason("earn.multiplied", rule=rule, factor=str(factor))
        out.line_reasons[i].append(why[rule])
    return largest


def family_bonus(program: Program, members: int, out: Earned) -> Fraction:
    """What a family that is large enough adds to percents."""
    family = program.family
    if family is None or not members or members < family.min_members or not family.earn_bonus_percent:
        return Fraction(0)
    out.reasons.append(reason("earn.family", percent=str(family.earn_bonus_percent), members=members))
    return family.earn_bonus_percent


def _round_bucket(rules: Earn, bucket: _Exact, out: Earned) -> tuple[Fraction, int]:
    """Round one bucket and share its units out over its lines; answers the exact sum and the rounded one."""
    for (units, per, factor), bases in bucket.steps.items():
        total = sum(bases.values(), Fraction(0))
        given = (total / per).__floor__() * units * factor
        for i, base in bases.items():
            bucket.add(i, *(base * given / total if total else Fraction(0)).as_integer_ratio())
    order = sorted(bucket.by_line)
    scale = lcm(*{denominator for _, denominator in bucket.by_line.values()})
    weights = [units * (scale // denominator) for units, denominator in map(bucket.by_line.__getitem__, order)]
    exact = Fraction(sum(weights), scale)
    match rules.rounding:
        case "down":
            whole = exact.__floor__()
        case "half_up":
            whole = half_up(exact)
        case "up":
            whole = exact.__ceil__()
    parts, rest = spread(whole, weights)
    for i, part in zip(order, parts, strict=True):
        out.lines[i] += part
    out.bill += rest
    return exact, whole


def _cap(rules: Earn, out: Earned) -> None:
    """`max_per_bill` caps the whole; promotions' units give way first, then lines in proportion."""
    before = out.total
    if not rules.max_per_bill or before <= rules.max_per_bill:
        return
    out.reasons.append(reason("earn.capped", limit=rules.max_per_bill, before=before))
    of_lines = min(sum(out.lines), rules.max_per_bill)
    out.lines = spread(of_lines, out.lines)[0]
    out.bill = rules.max_per_bill - of_lines
