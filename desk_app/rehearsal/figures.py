"""What a rehearsal tells in figures: sides, groups of bills, patients, bands of gains, what is owed, what covers it.

Money in minor units of lines that patients pay themselves, units in smallest parts.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction

from desk_app.rehearsal.past import Sold


@dataclass(slots=True)
class Side:
    """One side of the comparison. `units` is what units paid, `kept` money withheld at returns."""

    listed: int = 0
    discounts: int = 0
    gifts: int = 0
    units: int = 0
    kept: int = 0
    earned: int = 0
    spent: int = 0

    @property
    def cost(self) -> int:
        """Privileges: discounts, gifts, and what units paid."""
        return self.discounts + self.gifts + self.units

    @property
    def revenue(self) -> int:
        """What was paid, returns taken off."""
        return self.listed - self.cost + self.kept

    @property
    def share(self) -> Fraction:
        """Cost as a share of revenue; 0 where there was none."""
        return Fraction(self.cost, self.revenue) if self.revenue > 0 else Fraction(0)


@dataclass(slots=True, eq=False)
class Group:
    """Bills that have something in common: a branch, a level, a category of services (then only such lines)."""

    code: str
    bills: int = 0
    was: Side = field(default_factory=Side)
    would: Side = field(default_factory=Side)

    @property
    def difference(self) -> int:
        """How much more the privileges cost under the draft."""
        return self.would.cost - self.was.cost


@dataclass(frozen=True, slots=True)
class BillSum:
    """One bill, then and under the draft; of a category, its lines alone."""

    sold: Sold
    level: int
    listed: int
    was_cost: int
    would_cost: int

    @property
    def difference(self) -> int:
        """How much more the patient pays under the draft (minor units)."""
        return self.was_cost - self.would_cost


@dataclass(slots=True)
class PatientSum:
    """A patient, or a stranger's bill (`patient` is "~" and its id). `owed` are units at the end."""

    patient: str
    bills: int = 0
    was_paid: int = 0
    would_paid: int = 0
    was_owed: int = 0
    would_owed: int = 0
    gain: int = 0  #: paid less, and units at the end worth more; below 0: a loss


@dataclass(frozen=True, slots=True)
class Band:
    """Patients whose gain lies from `low` to `high`, both inclusive; None: without an end."""

    low: int | None
    high: int | None
    patients: int
    total: int


@dataclass(frozen=True, slots=True)
class Owing:
    """Units that are owed, smallest parts, and what they are worth, minor units."""

    eve: int
    was: int
    would: int
    was_worth: int
    would_worth: int
    lapsed: int
    overdue: int


@dataclass(frozen=True, slots=True)
class BreakEven:
    """What covers a draft that costs more: `missing` minor units, as a share of revenue, and in visits of `a_visit`."""

    missing: int
    share: Fraction
    visits: int
    a_visit: int


def who(sold: Sold) -> str:
    """Whose bill it is: a stranger is nobody else's."""
    return sold.buyer.patient or f"~{sold.receipt}"
