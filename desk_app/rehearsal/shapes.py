"""Prices of the lines of a bill under a draft, worked out once for every set of lines that is sold again and again.

Every number comes from the engine's own steps: discounts where they are not plain percents, pools of units, rates.
What is worked out here are percents on lines alone, which is what most programs are. All sums are minor units.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from fractions import Fraction
from math import lcm
from typing import Final, Literal, NamedTuple

from desk_app.domain.bill import Bill, Line
from desk_app.domain.candidates import Ratio
from desk_app.domain.conditions import Places, Setting, takes_no_part, unmet_by_content
from desk_app.domain.discount_lines import DiscountLine, open_lines
from desk_app.domain.discounts import discount_lines
from desk_app.domain.earning import Earned, EarnLine, Tariff, earn, family_bonus, multipliers
from desk_app.domain.money import half_up_ratio
from desk_app.domain.pricing import is_discounted
from desk_app.domain.program import OWN_PAYERS, Program
from desk_app.domain.promotions import Promotion, When
from desk_app.domain.redeeming import Pool, RedeemLine, pools_of
from desk_app.domain.spread import spread
from desk_app.domain.standing import Standing

_NOBODY: Final = Standing(member=False, earns=False)
_ONE: Final = Fraction(1)


class Rates(NamedTuple):
    """What the lines of a shape earn: exact units of line i are money × weights[i] ÷ scale, rounded by bucket.

    `weights` are 0 where a line earns nothing; `fixed` are units that promotions add; `plain` False: whole steps, for
    which the engine is asked. `used` are promotions that did something.
    """

    weights: tuple[int, ...]
    scale: int
    buckets: tuple[tuple[int, ...], ...]
    fixed: int
    plain: bool
    used: tuple[str, ...]


@dataclass(slots=True)
class Shape:
    """A set of lines at a level, for certain groups, with certain promotions that hold: prices before units.

    `listed`, `off` and `after` are by line; `pools` and `capacity` say what units may pay; `earned` is what it earns
    when no unit is spent, None until somebody asks.
    """

    lines: tuple[Line, ...]
    listed: tuple[int, ...]
    off: tuple[int, ...]
    after: tuple[int, ...]
    flags: tuple[bool, ...]
    counts: tuple[bool, ...]
    used: tuple[str, ...]
    rates: Rates
    any_counts: bool
    nothing: tuple[int, ...]
    counted: tuple[int, int, int]
    pools: list[Pool] | None = None
    capacity: int = 0
    earned: int | None = None


class Key(NamedTuple):
    """What besides the lines has a say in a shape. `held` are places of promotions whose person and time hold."""

    level: int  #: -1: no member
    groups: tuple[str, ...]
    held: tuple[int, ...]
    bonus: bool
    earns: bool = True


@dataclass(frozen=True, slots=True)
class _Terms:
    """What a line has by itself where nothing else on the bill has a say: the rule that wins it, and what it earns.

    `won` is the winning rule and its percent, `rule` its name where it is a promotion. Rates are those of a line that
    counts as discounted, and of one that does not.
    """

    won: tuple[int, Ratio] | None
    rule: str
    plain: Rates
    discounted: Rates


@dataclass
class Shapes:
    """All shapes met so far under one draft."""

    program: Program
    lines: Sequence[Line]
    known: dict[tuple[tuple[int, ...], Key], Shape] = field(default_factory=dict)

    def __post_init__(self) -> None:
        program = self.program
        self._opened = open_lines(program, self.lines)
        self._ways: dict[tuple[int, ...], Literal["line", "percent", "any"]] = {}
        self._terms: dict[Key, dict[int, _Terms]] = {}
        self._held: dict[tuple[int, ...], Program] = {}
        self._fixed = {f"promotion:{one.code}": one.effect.units for one in program.promotions
                       if one.effect.kind == "units"}  # fmt: skip
        self._counts = [line.payer in OWN_PAYERS and program.category(line.category).counts_for_level
                        for line in self.lines]  # fmt: skip
        self._declared = program.stacking.order == "declared"

    def of(self, places: tuple[int, ...], key: Key) -> Shape:
        """The shape of these lines."""
        found = self.known.get((places, key))
        if found is None:
            found = self.known[places, key] = self._make(places, key)
        return found

    def _make(self, places: tuple[int, ...], key: Key) -> Shape:
        program = self.program
        lines = tuple([self.lines[place] for place in places])
        way = self._ways.get(key.held) or self._way(key.held)
        if way == "line" and key.level >= 0:
            return self._put_together(places, lines, key)
        off: tuple[int, ...]
        used: tuple[str, ...]
        if key.level < 0:
            off, used, flags = (0,) * len(lines), (), tuple([line.on_promo for line in lines])
        elif way == "percent":
            off, used, flags = self._percents(places, lines, key)
        else:
            off, used, flags = self._any_discounts(lines, key)
        listed = tuple([line.total for line in lines])
        after = tuple([one - part for one, part in zip(listed, off, strict=True)])
        counts = tuple([line.payer in OWN_PAYERS and program.category(line.category).counts_for_level
                        for line in lines])  # fmt: skip
        return self._shape(lines, off, after, flags, counts, used, self._rates(lines, after, flags, key))

    def _way(self, held: tuple[int, ...]) -> Literal["line", "percent", "any"]:
        """How far lines are by themselves under the promotions that hold: alone, but for roundings, or not at all."""
        promotions = [self.program.promotions[place] for place in held]
        percents = all(
            one.effect.kind == "percent" and one.combine == "best" and one.max_amount is None
            for one in promotions if one.effect.is_discount
        )  # fmt: skip
        of_bill = any(one.when.min_bill or one.when.min_quantity or one.when.with_services for one in promotions)
        way: Literal["line", "percent", "any"] = "any" if not percents else "percent" if of_bill else "line"
        self._ways[held] = way
        return way

    def _shape(
        self, lines: tuple[Line, ...], off: tuple[int, ...], after: tuple[int, ...], flags: tuple[bool, ...],
        counts: tuple[bool, ...], used: tuple[str, ...], rates: Rates,
    ) -> Shape:  # fmt: skip
        listed = tuple([line.price * line.quantity for line in lines])
        if all(counts):
            counted, in_list = sum(after), sum(listed)
        else:
            counted = sum([one for one, flag in zip(after, counts, strict=True) if flag])
            in_list = sum([one for one, flag in zip(listed, counts, strict=True) if flag])
        return Shape(lines, listed, off, after, flags, counts, used, rates, any(counts), (0,) * len(lines),
                     (counted, counted, in_list))  # fmt: skip

    def _put_together(self, places: tuple[int, ...], lines: tuple[Line, ...], key: Key) -> Shape:
        """A shape from what each of its lines has by itself: only roundings are of the bill."""
        known = self._terms.get(key)
        if known is None:
            known = self._terms[key] = {}
        terms, groups = [], dict[tuple[int, Ratio], list[int]]()
        for i, place in enumerate(places):
            own = known.get(place)
            if own is None:
                own = known[place] = self._terms_of(place, key)
            terms.append(own)
            if own.won is not None:
                groups.setdefault(own.won, []).append(i)
        count = len(places)
        off, flags, used = [0] * count, [line.on_promo for line in lines], list[str]()
        for (_, percent), group in groups.items():
            bases = [lines[i].price * lines[i].quantity for i in group]
            parts = spread(half_up_ratio(sum(bases) * percent[0], percent[1]), bases)[0]
            for i, part in zip(group, parts, strict=True):
                off[i] = min(part, self._opened[places[i]].most)
                if off[i] and terms[i].rule:
                    used.append(terms[i].rule)
                    flags[i] = True
        after = tuple([line.price * line.quantity - part for line, part in zip(lines, off, strict=True)])
        rates = self._rates_together(lines, [own.discounted if flag else own.plain
                                             for own, flag in zip(terms, flags, strict=True)])  # fmt: skip
        counts = tuple([self._counts[place] for place in places])
        return self._shape(lines, tuple(off), after, tuple(flags), counts, tuple(dict.fromkeys(used)), rates)

    def _terms_of(self, place: int, key: Key) -> _Terms:
        line, opened = self.lines[place], self._opened[place]
        rules = self._rules([0] if opened.refusal is None and opened.base > 0 else [], (line,), [opened], key)
        won = self._winner(rules, 0, opened)
        rule = rules[won][0] if won is not None and rules[won][0].startswith("promotion:") else ""
        after = (opened.base,)
        return _Terms(
            None if won is None else (won, rules[won][1][0]), rule, self._rates((line,), after, (line.on_promo,), key),
            self._rates((line,), after, (True,), key),
        )  # fmt: skip

    def _rates_together(self, lines: tuple[Line, ...], each: Sequence[Rates]) -> Rates:
        rules = self.program.earn
        if rules is None or self.program.unit is None:
            return Rates((), 1, (), 0, True, ())
        scale = lcm(*[one.scale for one in each])
        weights = tuple([one.weights[0] * (scale // one.scale) if one.weights else 0 for one in each])
        used = tuple(dict.fromkeys([rule for one in each for rule in one.used]))
        places = [i for i, one in enumerate(each) if one.buckets]
        buckets: tuple[tuple[int, ...], ...] = (tuple(places),) if places else ()
        if rules.round_per == "line":
            buckets = tuple([(i,) for i in places])
        elif rules.round_per == "category":
            by_category: dict[str | None, list[int]] = {}
            for i in places:
                by_category.setdefault(lines[i].category or "", []).append(i)
            buckets = tuple(map(tuple, by_category.values()))
        fixed = sum([self._fixed[rule] for rule in used if rule in self._fixed])
        return Rates(weights, scale, buckets, fixed, all(one.plain for one in each), used)

    def counts_of(self, places: tuple[int, ...]) -> bool:
        """Whether some line counts for the level, and so makes a visit."""
        return any(self._counts[place] for place in places)

    # discounts

    def _percents(
        self, places: tuple[int, ...], lines: tuple[Line, ...], key: Key
    ) -> tuple[tuple[int, ...], tuple[str, ...], tuple[bool, ...]]:
        """Level, groups and promotions in percent: the best of each line, one rounding for each rule and percent."""
        opened = [self._opened[place] for place in places]
        eligible = [i for i, one in enumerate(opened) if one.refusal is None and one.base > 0]
        rules = self._rules(eligible, lines, opened, key)
        winners: dict[tuple[int, Ratio], list[int]] = {}
        for i in eligible:
            won = self._winner(rules, i, opened[i])
            if won is not None:
                winners.setdefault((won, rules[won][1][i]), []).append(i)
        off, used, flags = [0] * len(lines), [], [line.on_promo for line in lines]
        for (rule, percent), group_lines in sorted(winners.items()):
            bases = [opened[i].base for i in group_lines]
            parts = spread(half_up_ratio(sum(bases) * percent[0], percent[1]), bases)[0]
            for i, part in zip(group_lines, parts, strict=True):
                off[i] = min(part, opened[i].most)
                if off[i] and rules[rule][0].startswith("promotion:"):
                    used.append(rules[rule][0])
                    flags[i] = True
        return tuple(off), tuple(dict.fromkeys(used)), tuple(flags)

    def _rules(
        self, eligible: Sequence[int], lines: tuple[Line, ...], opened: Sequence[DiscountLine], key: Key
    ) -> list[tuple[str, dict[int, Ratio]]]:
        """Level, groups and promotions with the percent each has for the lines it may have."""
        program, step = self.program, self.program.levels.steps[key.level]
        rules: list[tuple[str, dict[int, Ratio]]] = [
            ("level", {i: step.discount_for(lines[i].category).as_integer_ratio() for i in eligible})
        ]
        for group in program.groups:
            if group.code in key.groups:
                rules.append(("group", {i: group.discount_for(lines[i].category).as_integer_ratio() for i in eligible}))
        if key.held:
            setting = self._setting(lines, key)
            where = Places.of(program, eligible, lines)
            for place in key.held:
                promotion = program.promotions[place]
                if not promotion.effect.is_discount:
                    continue
                found = where.targets(promotion.when)
                if unmet_by_content(promotion.when, setting, (opened[i].pieces for i in found)) is None:
                    ratio = promotion.effect.percent.as_integer_ratio()
                    rules.append((f"promotion:{promotion.code}", dict.fromkeys(found, ratio)))
        return rules

    def _winner(self, rules: list[tuple[str, dict[int, Ratio]]], i: int, opened: DiscountLine) -> int | None:
        best: int | None = None
        most: Ratio = (0, 1)
        for place, (_, percents) in enumerate(rules):
            percent = percents.get(i)
            if percent is None or not percent[0] or opened.most <= 0:
                continue
            worth = (opened.base * percent[0], percent[1])
            if worth[0] > opened.most * worth[1]:
                worth = (opened.most, 1)
            if best is None or worth[0] * most[1] > most[0] * worth[1]:
                best, most = place, worth
                if self._declared:
                    break
        return best

    def _any_discounts(
        self, lines: tuple[Line, ...], key: Key
    ) -> tuple[tuple[int, ...], tuple[str, ...], tuple[bool, ...]]:
        setting = self._setting(lines, key)
        found = discount_lines(setting.program, setting, self.program.levels.steps[key.level], 0).lines
        flags = tuple([is_discounted(one.line.on_promo, one.given) for one in found])
        used = [part.rule for one in found for part in one.given if part.rule.startswith("promotion:")]
        return tuple([one.discount for one in found]), tuple(dict.fromkeys(used)), flags

    def _setting(self, lines: tuple[Line, ...], key: Key) -> Setting:
        """The lines for somebody for whom exactly the promotions hold that were found to hold."""
        program = self._held.get(key.held)
        if program is None:
            kept = [replace(promotion, when=_content_only(promotion))
                    for place, promotion in enumerate(self.program.promotions) if place in key.held]  # fmt: skip
            program = self._held[key.held] = replace(self.program, promotions=tuple(kept))
        bill = Bill("", "", datetime.min, lines)  # noqa: DTZ901 - no condition of time is left
        standing = Standing(groups=key.groups) if key.level >= 0 else _NOBODY
        return Setting(program, bill, standing, self.program.levels.steps[max(0, key.level)].code, None)

    # units

    def pools(self, shape: Shape) -> list[Pool]:
        """What units may pay of a shape."""
        if shape.pools is None:
            rules = self.program.redeem
            assert rules is not None
            redeem_lines = list(map(RedeemLine, shape.lines, shape.after, shape.flags))
            shape.pools = pools_of(self.program, rules, redeem_lines, [[] for _ in shape.lines])
            shape.capacity = sum([pool.capacity for pool in shape.pools])
        return shape.pools

    def _rates(self, lines: tuple[Line, ...], after: tuple[int, ...], flags: tuple[bool, ...], key: Key) -> Rates:
        program = self.program
        rules, unit = program.earn, program.unit
        if rules is None or unit is None or key.level < 0 or not key.earns:
            return Rates((), 1, (), 0, True, ())
        earning = [
            i for i, line in enumerate(lines)
            if takes_no_part("earn", rules, line, program.category(line.category), flags[i]) is None
        ]  # fmt: skip
        out = Earned([0] * len(lines), [0] * len(lines), 0, [[] for _ in lines])
        items = list(map(EarnLine, lines, after, after, flags, [True] * len(lines)))
        setting = self._setting(lines, key)
        multiplied = multipliers(setting, items, earning, out)
        bonus = family_bonus(program, program.family.min_members if program.family and key.bonus else 0, out)
        step = program.levels.steps[key.level]
        each: dict[int, Ratio] = {}
        buckets: dict[str, list[int]] = {}
        plain = True
        for i in earning:
            line = lines[i]
            factor = multiplied[i][1] if i in multiplied else _ONE
            tariff = Tariff.of(step.rate(line.category), 1, factor, bonus, unit.worth)
            if tariff.each is None:
                plain = plain and tariff.rate is None
                continue
            each[i] = tariff.each
            bucket = (
                line.id if rules.round_per == "line" else line.category or "" if rules.round_per == "category" else ""
            )
            buckets.setdefault(bucket, []).append(i)
        scale = lcm(*{under for _, under in each.values()}) if each else 1
        weights = [0] * len(lines)
        for i, (over, under) in each.items():
            weights[i] = over * (scale // under)
        return Rates(tuple(weights), scale, tuple(map(tuple, buckets.values())), out.bill, plain, tuple(out.used))

    def earn(self, shape: Shape, key: Key, units: Sequence[int], units_spent: bool, family: int) -> int:
        """Units that a bill of this shape earns; `units` is what units pay of each line."""
        program, rates = self.program, shape.rates
        rules = program.earn
        if rules is None or program.unit is None or key.level < 0 or not key.earns:
            return 0
        if not self.gets_to_earn(shape, units, units_spent):
            return 0
        if not rates.plain:
            return self.earn_by_bands(shape, key, units, units_spent, family, ((key.level, _ONE),))
        weights, scale = rates.weights, rates.scale
        bases: Sequence[int] = shape.after
        if units_spent and rules.on_bill_with_units == "money_part":
            bases = [one - part for one, part in zip(shape.after, units, strict=True)]
        total = rates.fixed
        rounding = rules.rounding
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

    def gets_to_earn(self, shape: Shape, units: Sequence[int], units_spent: bool) -> bool:
        """Whether a bill gets so far that rates and promotions are asked: nothing of the whole forbids it."""
        rules = self.program.earn
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

    def earn_by_bands(
        self, shape: Shape, key: Key, units: Sequence[int], units_spent: bool, family: int,
        bands: Sequence[tuple[int, Fraction]],
    ) -> int:  # fmt: skip
        """The same by the engine: whole steps, a bill cut at thresholds."""
        if key.level < 0 or not key.earns:
            return 0
        setting = self._setting(shape.lines, key)
        money = [one - part for one, part in zip(shape.after, units, strict=True)]
        items = list(map(EarnLine, shape.lines, shape.after, money, shape.flags, shape.counts))
        steps = self.program.levels.steps
        parts = [(steps[index], share) for index, share in bands]
        return earn(setting, items, units_spent, parts, family).total


def _content_only(promotion: Promotion) -> When:
    """Conditions on what is on the bill; those on the time and the person were found to hold."""
    when = promotion.when
    return When(
        categories=when.categories, services=when.services, payers=when.payers, min_bill=when.min_bill,
        min_quantity=when.min_quantity, with_services=when.with_services,
    )  # fmt: skip
