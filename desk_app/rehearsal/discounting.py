"""What discounts take off the lines of a bill under a draft, as far as they are plain percents; else the engine says.

A percent of a line is the line's own, but for the rounding, which is one for each rule and percent of a bill.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from desk_app.domain.bill import Line
from desk_app.domain.candidates import Ratio
from desk_app.domain.conditions import Places, unmet_by_content
from desk_app.domain.discount_lines import DiscountLine
from desk_app.domain.discounts import discount_lines
from desk_app.domain.money import half_up_ratio
from desk_app.domain.pricing import is_discounted
from desk_app.domain.spread import spread
from desk_app.rehearsal.table import Table

#: The winning rule's place and its percent.
Won = tuple[int, Ratio]
_Rule = tuple[str, Mapping[int, Ratio]]


class Off(NamedTuple):
    """What is taken off each line, promotions that did it, and which lines count as discounted."""

    off: tuple[int, ...]
    used: tuple[str, ...]
    flags: tuple[bool, ...]


def by_percents(table: Table, lines: tuple[Line, ...], opened: Sequence[DiscountLine]) -> Off:
    """Level, groups and promotions in percent: the best of each line."""
    eligible = [i for i, one in enumerate(opened) if one.refusal is None and one.base > 0]
    rules = _rules(table, lines, opened, eligible)
    won: dict[int, Won] = {}
    for i in eligible:
        found = _winner(table, rules, i, opened[i])
        if found is not None:
            won[i] = found
    off, by = round_off(won, [one.base for one in opened], [one.most for one in opened])
    names = [rules[won[i][0]][0] if i in by else "" for i in range(len(lines))]
    given = [name.startswith("promotion:") for name in names]
    flags = [line.on_promo or promoted for line, promoted in zip(lines, given, strict=True)]
    used = [name for name, promoted in zip(names, given, strict=True) if promoted]
    return Off(tuple(off), tuple(dict.fromkeys(used)), tuple(flags))


def round_off(
    won: Mapping[int, Won], bases: Sequence[int], most: Sequence[int]
) -> tuple[list[int], list[int]]:  # fmt: skip
    """What each line's winning rule takes off, rounded once for each rule and percent; and lines that got something."""
    off = [0] * len(bases)
    groups: dict[Won, list[int]] = {}
    for i, rule in won.items():
        groups.setdefault(rule, []).append(i)
    for (_, percent), group in groups.items():
        own = [bases[i] for i in group]
        parts = spread(half_up_ratio(sum(own) * percent[0], percent[1]), own)[0]
        for i, part in zip(group, parts, strict=True):
            off[i] = min(part, most[i])
    return off, [i for i in won if off[i]]


def of_one(table: Table, line: Line, opened: DiscountLine) -> tuple[Won | None, str]:
    """The rule that wins a line by itself, and its name where it is a promotion."""
    eligible = [0] if opened.refusal is None and opened.base > 0 else []
    rules = _rules(table, (line,), [opened], eligible)
    won = _winner(table, rules, 0, opened)
    name = rules[won[0]][0] if won is not None else ""
    return won, name if name.startswith("promotion:") else ""


def by_engine(table: Table, lines: tuple[Line, ...]) -> Off:
    """Discounts of any kind."""
    setting = table.setting(lines)
    found = discount_lines(setting.program, setting, table.step, 0).lines
    flags = tuple([is_discounted(one.line.on_promo, one.given) for one in found])
    used = [part.rule for one in found for part in one.given if part.rule.startswith("promotion:")]
    return Off(tuple([one.discount for one in found]), tuple(dict.fromkeys(used)), flags)


def _rules(
    table: Table, lines: tuple[Line, ...], opened: Sequence[DiscountLine], eligible: Iterable[int]
) -> list[_Rule]:  # fmt: skip
    """Level, groups and promotions with the percent each has for the lines it may have."""
    program, eligible = table.program, tuple(eligible)
    rules: list[_Rule] = [
        ("level", {i: table.step.discount_for(lines[i].category).as_integer_ratio() for i in eligible})
    ]
    for group in program.groups:
        if group.code in table.groups:
            rules.append(("group", {i: group.discount_for(lines[i].category).as_integer_ratio() for i in eligible}))
    if table.held:
        setting = table.setting(lines)
        where = Places.of(program, eligible, lines)
        for place in table.held:
            promotion = program.promotions[place]
            if not promotion.effect.is_discount:
                continue
            found = where.targets(promotion.when)
            if unmet_by_content(promotion.when, setting, (opened[i].pieces for i in found)) is None:
                ratio = promotion.effect.percent.as_integer_ratio()
                rules.append((f"promotion:{promotion.code}", dict.fromkeys(found, ratio)))
    return rules


def _winner(table: Table, rules: Sequence[_Rule], i: int, opened: DiscountLine) -> Won | None:
    best: Won | None = None
    most: Ratio = (0, 1)
    for place, (_, percents) in enumerate(rules):
        percent = percents.get(i)
        if percent is None or not percent[0] or opened.most <= 0:
            continue
        worth = (opened.base * percent[0], percent[1])
        if worth[0] > opened.most * worth[1]:
            worth = (opened.most, 1)
        if best is None or worth[0] * most[1] > most[0] * worth[1]:
            best, most = (place, percent), worth
            if table.program.stacking.order == "declared":
                break
    return best
