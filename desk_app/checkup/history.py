"""The clinic's own past in a few figures, which promises and goals are measured against."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class Month:
    """A calendar month by its first day: whoever had a visit in the year up to its end, and who had two or more."""

    first: date
    patients: int
    regulars: int

    @property
    def repeat_rate(self) -> Fraction:
        """Which share of the patients came again."""
        return Fraction(self.regulars, self.patients) if self.patients else Fraction(0)


@dataclass(frozen=True, slots=True)
class History:
    """Figures of the past; None where the past is too short to tell.

    `interval` is the median of days between two visits of one patient, `bill` the median bill at list price in minor
    units, `cost` the share of privileges in what was paid in the last year, `months` whole months, the oldest first.
    """

    interval: int | None = None
    bill: int | None = None
    cost: Fraction | None = None
    months: tuple[Month, ...] = ()

    def best_growth(self, count: int) -> Fraction | None:
        """The best growth of regulars over so many months in a row (1/10: a tenth more); None: too short a past."""
        return _best([Fraction(month.regulars) for month in self.months], count, relative=True)

    def best_rise(self, count: int) -> Fraction | None:
        """The best rise of the share that came again over so many months (1/50: two points)."""
        return _best([month.repeat_rate for month in self.months], count, relative=False)


def _best(values: Sequence[Fraction], count: int, *, relative: bool) -> Fraction | None:
    pairs = [(before, after) for before, after in zip(values, values[count:], strict=False) if before]
    if not pairs or count < 1:
        return None
    return max((after - before) / before if relative else after - before for before, after in pairs)
