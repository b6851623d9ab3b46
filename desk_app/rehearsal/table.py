"""What besides the lines has a say in the price of a bill under a draft, and every bill's shape met with it so far."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cached_property
from typing import Final, Literal, NamedTuple

from desk_app.domain.bill import Bill, Line
from desk_app.domain.candidates import Ratio
from desk_app.domain.conditions import Setting
from desk_app.domain.program import Program, Step
from desk_app.domain.promotions import Promotion, When
from desk_app.domain.redeeming import Pool
from desk_app.domain.standing import Standing

_NOBODY: Final = Standing(member=False, earns=False)

#: A level's place (-1: no member), groups, places of promotions whose person and time hold, whether a family earns its
#: bonus, whether the buyer earns.
Key = tuple[int, tuple[str, ...], tuple[int, ...], bool, bool]
#: How far lines are by themselves under the promotions that hold: alone, but for the rounding of percents, or not.
Way = Literal["line", "percent", "any"]


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


NO_RATES: Final = Rates((), 1, (), 0, True, ())


@dataclass(slots=True)
class Shape:
    """A set of lines at a table: prices before units, all sums in minor units.

    `listed`, `off` and `after` are by line, `flags` say which count as discounted, `counts` which count for the level,
    `counted` their sums (paid, before units, list price). `pools` and `capacity` say what units may pay; `earned` is
    what the bill earns when no unit is spent. These are worked out when somebody asks.
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


class Terms(NamedTuple):
    """What a line has by itself where nothing else on the bill has a say.

    `won` is the winning rule and its percent, `rule` its name where it is a promotion. `plain` are its rates, and
    `discounted` those where that promotion took something off.
    """

    listed: int
    most_off: int
    won: tuple[int, Ratio] | None
    rule: str
    plain: Rates
    discounted: Rates


@dataclass(eq=False)
class Table:
    """The rules for one `Key`; `shapes` by places of lines, `terms` by kind of line."""

    program: Program
    level: int
    groups: tuple[str, ...]
    held: tuple[int, ...]
    bonus: bool
    earns: bool
    shapes: dict[tuple[int, ...], Shape] = field(default_factory=dict)
    terms: dict[int, Terms] = field(default_factory=dict)

    @property
    def step(self) -> Step:
        """The level; the lowest for who is no member."""
        return self.program.levels.steps[max(0, self.level)]

    @cached_property
    def earns_units(self) -> bool:
        """Whether bills earn at all."""
        return self.level >= 0 and self.earns and self.program.earn is not None and self.program.unit is not None

    @cached_property
    def way(self) -> Way:
        """How far lines are by themselves here."""
        promotions = [self.program.promotions[place] for place in self.held]
        percents = all(
            one.effect.kind == "percent" and one.combine == "best" and one.max_amount is None
            for one in promotions if one.effect.is_discount
        )  # fmt: skip
        of_bill = any(one.when.min_bill or one.when.min_quantity or one.when.with_services for one in promotions)
        return "any" if not percents else "percent" if of_bill else "line"

    @cached_property
    def _held_alone(self) -> Program:
        kept = [replace(promotion, when=_content_only(promotion))
                for place, promotion in enumerate(self.program.promotions) if place in self.held]  # fmt: skip
        return replace(self.program, promotions=tuple(kept))

    def setting(self, lines: Sequence[Line]) -> Setting:
        """The lines for somebody for whom exactly the promotions hold that were found to hold."""
        bill = Bill("", "", datetime.min, tuple(lines))  # noqa: DTZ901 - no condition of time is left
        standing = Standing(groups=self.groups) if self.level >= 0 else _NOBODY
        return Setting(self._held_alone, bill, standing, self.step.code, None)


def _content_only(promotion: Promotion) -> When:
    """Conditions on what is on the bill; those on the time and the person were found to hold."""
    when = promotion.when
    return When(
        categories=when.categories, services=when.services, payers=when.payers, min_bill=when.min_bill,
        min_quantity=when.min_quantity, with_services=when.with_services,
    )  # fmt: skip
