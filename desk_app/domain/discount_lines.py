"""A line on its way through discounts: whether it takes part, its ceilings, and what was taken off so far.

Source: spec: engine, Who takes part and Amounts. All sums are minor units.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from desk_app.domain.bill import Line
from desk_app.domain.money import round_up
from desk_app.domain.program import OWN_PAYERS, Category, Program
from desk_app.domain.quote import Discount, Reason
from desk_app.domain.reasons import reason


class Ceiling(NamedTuple):
    """A percent ceiling: whose it is ("total" or "category"), as text, and as a ratio."""

    by: str
    percent: str
    numerator: int
    denominator: int


@dataclass(slots=True)
class DiscountLine:
    """One line. `base` and `pieces` leave out the `free` pieces claimed as a reward; `refusal`: no discount at all.

    `ceiling` is the strictest percent ceiling rounded up to a minor unit, `room` what lies above the floor, `most` the
    lesser of the two.
    `discount` is all that was taken off, free pieces included; `taken` what was taken off the paid pieces.
    """

    line: Line
    base: int
    pieces: int
    refusal: Reason | None
    strictest: Ceiling
    ceiling: int = 0
    room: int = 0
    most: int = 0
    free: int = 0
    taken: int = 0
    discount: int = 0
    rule: str | None = None
    given: list[Discount] = field(default_factory=list)
    reasons: list[Reason] = field(default_factory=list)

    @property
    def left(self) -> int:
        """What the paid pieces still cost."""
        return self.base - self.taken

    @property
    def piece_worth(self) -> int:
        """What a claim would take off for one piece; the line's floor still binds."""
        return max(0, min(self.line.price, self.line.total - self.line.floor - self.discount))

    def to_try(self) -> DiscountLine:
        """The line as it stands, to see what a set of rules would take; its reasons stay behind."""
        return DiscountLine(
            self.line, self.base, self.pieces, self.refusal, self.strictest, self.ceiling, self.room, self.most,
            self.free, self.taken, self.discount, self.rule, list(self.given),
        )  # fmt: skip

    def limit(self, unbound: bool) -> int:
        """What may still be taken off by a rule; percent ceilings do not bind free pieces."""
        most = self.room if unbound else self.most
        return most - self.taken if most > self.taken else 0

    def win(self, rule: str) -> None:
        """Name the winner, if it took something off and no claimed reward came before it."""
        if self.rule is None:
            for part in self.given:
                if part.rule == rule:
                    self.rule = rule

    def take(self, rule: str, amount: int) -> None:
        """Take an amount off the paid pieces for a rule."""
        if amount > 0:
            self.taken += amount
            self._note(rule, amount)

    def free_piece(self, rule: str, cost: int) -> None:
        """One piece for a claimed reward, before other candidates."""
        given = self.piece_worth
        self.free += 1
        self.pieces -= 1
        self.base -= self.line.price
        if given:
            self._note(rule, given)
            self.rule = self.rule or rule
        measure(self)
        self.reasons.append(
            reason("reward.claimed", rule=rule, cost=cost, service=self.line.service, pieces=1, price=self.line.price,
                   floor=self.line.price - given, given=given)
        )  # fmt: skip

    def _note(self, rule: str, amount: int) -> None:
        self.discount += amount
        for i, part in enumerate(self.given):
            if part.rule == rule:
                self.given[i] = Discount(rule, part.amount + amount)
                return
        self.given.append(Discount(rule, amount))


def open_lines(program: Program, lines: Iterable[Line]) -> list[DiscountLine]:
    """The lines before any discount, each with the reason if it can have none."""
    out = []
    ceilings: dict[str | None, Ceiling] = {}
    for line in lines:
        category = program.category(line.category)
        strictest = ceilings.get(line.category)
        if strictest is None:
            strictest = ceilings[line.category] = _ceiling(program, category)
        refusal = _refusal(program, line, category)
        opened = DiscountLine(line, line.price * line.quantity, line.quantity, refusal, strictest)
        measure(opened)
        if refusal is not None:
            opened.reasons.append(refusal)
        out.append(opened)
    return out


def may_be_claimed(program: Program, opened: DiscountLine) -> bool:
    """Whether a reward may free a piece: as for discounts, but on `no_discount` lines too, as a claim spends units."""
    refusal = opened.refusal
    if refusal is not None and refusal.code == "line.no_discount":
        line = opened.line
        refusal = _refusal(program, replace(line, no_discount=False), program.category(line.category))
    return refusal is None and opened.pieces > 0 and opened.piece_worth > 0


def _ceiling(program: Program, category: Category) -> Ceiling:
    """The strictest percent ceiling of a category's lines."""
    percent, by, own = program.stacking.max_total_discount, "total", category.max_discount
    if own is not None and own < percent:
        percent, by = own, "category"
    return Ceiling(by, str(percent), *percent.as_integer_ratio())


def measure(opened: DiscountLine) -> None:
    """Ceilings of the paid pieces, measured before anything was taken off them."""
    base, line, strictest = opened.base, opened.line, opened.strictest
    room = base
    if line.floor_price or opened.discount:
        room = max(0, min(base, line.total - line.floor - opened.discount))
    opened.room = room
    opened.ceiling = ceiling = round_up(base * strictest.numerator, strictest.denominator)
    opened.most = min(room, ceiling)


def _refusal(program: Program, line: Line, category: Category) -> Reason | None:
    if line.payer not in OWN_PAYERS:
        return reason("line.payer", step="discounts", payer=line.payer)
    if line.on_promo:
        return reason("line.on_promo", step="discounts")
    if line.no_discount:
        return reason("line.no_discount", step="discounts")
    if not category.discounts:
        return reason("line.category", step="discounts", category=category.code)
    if line.service and line.service in program.stacking.excluded_services:
        return reason("line.excluded", step="discounts", service=line.service)
    return None
