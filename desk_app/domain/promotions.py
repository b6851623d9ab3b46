"""Promotions and rewards of a program as the rules read them: what they do, when, and how often.

Money is minor units, unit amounts are smallest parts, percents are fractions. Made only by
`desk_app.documents.program_file` (spec: program, promotions, rewards).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from typing import Literal

from desk_app.domain.days import Period
from desk_app.domain.text import Text

EffectKind = Literal[
    "percent", "amount", "price", "cheapest_percent", "units", "multiply_units", "free_service", "buy", "steps"
]


@dataclass(frozen=True, slots=True)
class Effect:
    """What a promotion does; only the fields of its kind are set."""

    kind: EffectKind
    percent: Fraction = Fraction(0)  #: percent, cheapest_percent
    amount: int = 0  #: amount, price: minor units
    units: int = 0  #: smallest parts
    factor: Fraction = Fraction(1)  #: multiply_units
    service: str = ""  #: free_service
    paid: int = 0
    free: int = 0  #: buy
    steps: tuple[tuple[int, Fraction], ...] = ()  #: (from in minor units, percent), rising

    @property
    def is_discount(self) -> bool:
        """Whether it takes money off lines (and so competes with discounts)."""
        return self.kind not in ("units", "multiply_units")


@dataclass(frozen=True, slots=True)
class UsesPerPeriod:
    """How often in a period; `period` None: the calendar year."""

    count: int
    period: Period | None = None


@dataclass(frozen=True, slots=True)
class When:
    """Conditions of a promotion; empty or zero restricts nothing."""

    first_day: date | None = None
    last_day: date | None = None
    weekdays: frozenset[int] = frozenset()  #: Monday is 0
    hours: tuple[int, int] | None = None  #: minutes of the day, both inclusive; may wrap midnight
    categories: frozenset[str] = frozenset()
    services: frozenset[str] = frozenset()
    branches: frozenset[str] = frozenset()
    levels: frozenset[str] = frozenset()
    groups: frozenset[str] = frozenset()
    segment: str = ""
    payers: frozenset[str] = frozenset()
    min_bill: int = 0
    min_quantity: int = 0
    coupon: bool = False
    with_services: frozenset[str] = frozenset()
    after_services: frozenset[str] = frozenset()
    after_days: int = 0
    first_visit: bool = False
    nth_visit: int = 0
    birthday: tuple[int, int] | None = None  #: days before, days after
    uses_per_patient: int = 0
    uses_total: int = 0
    uses_per_period: UsesPerPeriod | None = None
    of_person: bool = field(init=False, repr=False, compare=False)  #: some condition is on the time or the patient

    def __post_init__(self) -> None:
        of_person = bool(
            self.first_day or self.last_day or self.weekdays or self.hours or self.branches or self.levels
            or self.groups or self.segment or self.coupon or self.after_services or self.first_visit or self.nth_visit
            or self.birthday or self.uses_per_patient or self.uses_total or self.uses_per_period
        )  # fmt: skip
        object.__setattr__(self, "of_person", of_person)


@dataclass(frozen=True, slots=True)
class Promotion:
    """A dated reason for a privilege; a personal offer has the same shape."""

    code: str
    name: Text
    effect: Effect
    combine: Literal["best", "on_top", "exclusive"] = "best"
    max_amount: int | None = None
    when: When = When()


@dataclass(frozen=True, slots=True)
class Reward:
    """A service or gift for units: exactly one of `service`, `amount` (minor units) or `percent`."""

    code: str
    name: Text
    cost: int
    service: str = ""
    amount: int = 0
    percent: Fraction = Fraction(0)
    stock: int = 0
    not_tried_yet: bool = False
