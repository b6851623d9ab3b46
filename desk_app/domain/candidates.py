"""Discounts that could apply to a bill, and what each is worth on each line.

A worth is an exact ratio (numerator, denominator): what the candidate would take off that line if it had all its
eligible lines to itself, scaled down to its `max_amount`, then cut by the line's ceilings (spec: engine, Candidate
discounts). Percents are such ratios too, in lowest terms: comparing fractions as objects is most of a quote's time.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from math import lcm

from desk_app.domain.bill import ManualDiscount
from desk_app.domain.discount_lines import DiscountLine
from desk_app.domain.errors import refuse
from desk_app.domain.money import half_up_ratio
from desk_app.domain.program import Program
from desk_app.domain.promotions import Effect

Ratio = tuple[int, int]


@dataclass(slots=True)
class Candidate:
    """A rule over its eligible lines: percents by line, or one amount to spread, or fixed parts by line."""

    rule: str
    percents: Mapping[int, Ratio] = field(default_factory=dict)
    amount: int = 0
    amount_lines: tuple[int, ...] = ()
    parts: Mapping[int, int] = field(default_factory=dict)
    maximum: int | None = None
    effect: Effect | None = None
    free_pieces: Mapping[int, int] = field(default_factory=dict)
    worths: dict[int, Ratio] = field(default_factory=dict)

    @property
    def unbound(self) -> bool:
        """Percent ceilings do not bind free services and "buy" (spec: engine, Amounts)."""
        return self.effect is not None and self.effect.kind in ("free_service", "buy")


def of_percents(
    rule: str, percent_for: Callable[[str | None], Fraction], eligible: Iterable[int], lines: Sequence[DiscountLine]
) -> Candidate:
    """A level, a group, or a percent given by hand: what it gives in each category."""
    by_category: dict[str | None, Ratio] = {}
    percents: dict[int, Ratio] = {}
    for i in eligible:
        category = lines[i].line.category
        percent = by_category.get(category)
        if percent is None:
            percent = by_category[category] = percent_for(category).as_integer_ratio()
        if percent[0]:
            percents[i] = percent
    return Candidate(rule, percents)


def of_effect(
    rule: str, effect: Effect, maximum: int | None, eligible: Sequence[int], lines: Sequence[DiscountLine]
) -> Candidate:
    """A promotion, an offer, or a reward over its eligible lines, at what is left of them.

    For a candidate that competes nothing has been taken yet, so "left" is the list price of the paid pieces.
    """
    candidate = Candidate(rule, maximum=maximum, effect=effect)
    match effect.kind:
        case "percent":
            candidate.percents = dict.fromkeys(eligible, effect.percent.as_integer_ratio())
        case "steps":
            total = sum(lines[i].base for i in eligible)
            reached = [percent for start, percent in effect.steps if total >= start]
            candidate.percents = dict.fromkeys(eligible, reached[-1].as_integer_ratio()) if reached else {}
        case "amount":
            candidate.amount = effect.amount if maximum is None else min(effect.amount, maximum)
            candidate.amount_lines = tuple(eligible)
        case "price":
            candidate.parts = {i: lines[i].left - effect.amount * lines[i].pieces for i in eligible}
        case "cheapest_percent":
            with_pieces = [i for i in eligible if lines[i].pieces]
            if with_pieces:
                i = min(with_pieces, key=lambda k: lines[k].line.price)
                piece = _piece(lines[i])
                percent = effect.percent
                candidate.parts = {i: half_up_ratio(piece * percent.numerator, percent.denominator)}
        case "free_service":
            found = next((i for i in eligible if lines[i].line.service == effect.service and lines[i].pieces), None)
            if found is not None:
                candidate.parts = {found: _piece(lines[found])}
                candidate.free_pieces = {found: 1}
        case "buy":
            candidate.free_pieces = _free_of_buy(effect, eligible, lines)
            candidate.parts = {i: _pieces(lines[i], count) for i, count in candidate.free_pieces.items()}
    if candidate.parts:
        candidate.parts = {i: part for i, part in candidate.parts.items() if part > 0}
    return candidate


def of_manual(
    program: Program, manual: ManualDiscount, eligible: Sequence[int], lines: Sequence[DiscountLine]
) -> Candidate:
    """A discount by hand. Raises `manual.limit` above `limits.manual_discount` without a second person."""
    limit = program.limits.manual_discount
    total = sum(lines[i].base for i in eligible)
    if limit is not None and not manual.second_person.strip():
        over = manual.percent > limit if manual.percent is not None else manual.amount > total * limit
        if over:
            raise refuse("manual.limit", "manual_discount", limit=str(limit))
    percent = manual.percent
    if percent is not None:
        return of_percents("manual", lambda _: percent, eligible, lines)
    return Candidate("manual", amount=manual.amount, amount_lines=tuple(eligible))


def weigh(candidate: Candidate, lines: Sequence[DiscountLine]) -> None:
    """Fill in the worths, before anything was taken off; where a candidate is worth nothing it does not apply."""
    exact: dict[int, Ratio] = {}
    if candidate.amount:
        total = sum(lines[i].base for i in candidate.amount_lines)
        exact = {i: (candidate.amount * lines[i].base, total) for i in candidate.amount_lines if total}
    elif candidate.parts:
        exact = _scaled({i: _exact_part(candidate, i, part, lines) for i, part in candidate.parts.items()},
                        candidate.maximum)  # fmt: skip
    else:
        percents = candidate.percents
        exact = _scaled({i: (lines[i].base * over, under) for i, (over, under) in percents.items()}, candidate.maximum)
    unbound, worths = candidate.unbound, candidate.worths
    for i, worth in exact.items():
        limit = lines[i].room if unbound else lines[i].most
        if limit > 0 and worth[0] > 0:
            worths[i] = worth if worth[0] <= limit * worth[1] else (limit, 1)


def _exact_part(candidate: Candidate, i: int, part: int, lines: Sequence[DiscountLine]) -> Ratio:
    """A part before rounding: only a percent of the cheapest piece is ever rounded."""
    effect = candidate.effect
    if effect is not None and effect.kind == "cheapest_percent":
        return lines[i].line.price * effect.percent.numerator, effect.percent.denominator
    return part, 1


def _scaled(exact: dict[int, Ratio], maximum: int | None) -> dict[int, Ratio]:
    if maximum is None or not exact:
        return exact
    scale = lcm(*{under for _, under in exact.values()})
    total = sum([over * (scale // under) for over, under in exact.values()])
    if total <= maximum * scale:
        return exact
    return {i: (over * maximum * scale, under * total) for i, (over, under) in exact.items()}


def _piece(opened: DiscountLine) -> int:
    return _pieces(opened, 1)


def _pieces(opened: DiscountLine, count: int) -> int:
    """What so many of the paid pieces still cost; exact while nothing was taken off."""
    return half_up_ratio(opened.left * count, opened.pieces)


def _free_of_buy(effect: Effect, eligible: Sequence[int], lines: Sequence[DiscountLine]) -> dict[int, int]:
    """Pieces from dearest to cheapest in groups of paid + free, the last `free` of each are free."""
    pieces = [i for i in sorted(eligible, key=lambda k: -lines[k].line.price) for _ in range(lines[i].pieces)]
    size = effect.paid + effect.free
    free: dict[int, int] = {}
    for place in range(len(pieces) // size * size):
        if place % size >= effect.paid:
            free[pieces[place]] = free.get(pieces[place], 0) + 1
    return free
