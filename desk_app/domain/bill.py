"""A bill as the rules read it: what was done, for whom, who pays, and what the patient asks for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class Line:
    """One service on a bill. `price` and `floor_price` are of one piece, in minor units."""

    id: str
    price: int
    quantity: int = 1
    service: str = ""
    name: str = ""
    category: str | None = None
    payer: str = "self"
    on_promo: bool = False
    no_discount: bool = False
    floor_price: int = 0
    doctor: str = ""
    plan_step: str = ""

    @property
    def total(self) -> int:
        """List price of all pieces."""
        return self.price * self.quantity

    @property
    def floor(self) -> int:
        """The least the line may cost."""
        return min(self.floor_price * self.quantity, self.price * self.quantity)


@dataclass(frozen=True, slots=True)
class ManualDiscount:
    """A discount given by hand: a percent of the lines, or an amount in minor units."""

    reason: str
    percent: Fraction | None = None
    amount: int = 0
    second_person: str = ""


@dataclass(frozen=True, slots=True)
class Bill:
    """A bill before it is paid. `at` is local to the program's time zone; `redeem` is None for "max"."""

    id: str
    patient: str
    at: datetime
    lines: tuple[Line, ...]
    payer: str = ""
    holder: str = ""
    branch: str = ""
    redeem: int | None = 0
    proof: str = ""
    coupons: tuple[str, ...] = ()
    rewards: tuple[str, ...] = ()
    manual: ManualDiscount | None = None
