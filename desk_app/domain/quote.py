"""The result of pricing a bill: every sum by line, the rules behind it, and reasons enough to recompute it.

Money in minor units, units in smallest parts. A receipt stores a quote whole (spec: engine, Receipts). Plain immutable
tuples, since a quote is made anew at every key press and a frozen dataclass takes three times as long to fill.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, NamedTuple

#: Values of a reason: plain integers (minor units, smallest parts, counts), texts (codes, fractions "3/40", dates).
Param = int | str
_NOTHING: Final[Mapping[str, Param]] = {}


class Reason(NamedTuple):
    """Why a sum is what it is: a code and its numbers; sentences are made at the edge."""

    code: str
    params: Mapping[str, Param] = _NOTHING


class Discount(NamedTuple):
    """What one rule took off a line. `rule` is `level:…`, `group:…`, `promotion:…`, `offer:…`, `reward:…`, `manual`."""

    rule: str
    amount: int


class Position(NamedTuple):
    """A position of the cash register: price × quantity = sum, exactly."""

    quantity: int
    price: int

    @property
    def sum(self) -> int:
        """What the position costs."""
        return self.price * self.quantity


class QuoteLine(NamedTuple):
    """One line of a quote. `list`, `pays` … are for all its pieces; `free` pieces were claimed as a reward."""

    id: str
    list: int
    discount: int
    rule: str | None
    discounts: tuple[Discount, ...]
    redeemed: int
    redeemed_units: int
    pays: int
    earns_base: int
    earns: int
    counts: bool
    register: tuple[Position, ...]
    reasons: tuple[Reason, ...]
    free: int = 0


class NextLevel(NamedTuple):
    """The step above and what is missing to it, as of before the bill (minor units, visits or smallest parts)."""

    code: str
    missing: int


class Quote(NamedTuple):
    """A promised price with the version it was promised under; not yet a fact."""

    program: str
    version: int | None
    lines: tuple[QuoteLine, ...]
    list: int
    discount: int
    redeemed: int
    redeemed_units: int
    reward_units: int
    pays: int
    pays_by_payer: Mapping[str, int]
    earns: int
    bill_units: int
    usable: str
    balance_before: int
    balance_after: int
    level: str
    level_after: str
    next_level: NextLevel | None
    counted: int
    used: tuple[str, ...]
    reasons: tuple[Reason, ...]
    warnings: tuple[Reason, ...]
    rewards: tuple[tuple[str, str, int], ...] = ()
