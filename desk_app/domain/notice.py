"""How soon a new version may come into force: whatever takes something away waits for the notice of the old one.

Source: spec: program, Versions.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from desk_app.domain.days import plus_days
from desk_app.domain.differences import Difference, differences
from desk_app.domain.program import Program


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a version changes against the one before. `days` of notice are those of the old one, 0 where none is owed.

    `earliest` is the first local day on which it may begin when it is announced today.
    """

    differences: tuple[Difference, ...]
    days: int
    earliest: date

    @property
    def worse(self) -> tuple[Difference, ...]:
        """What takes something away from some patient."""
        return self.of("worse")

    def of(self, kind: str) -> tuple[Difference, ...]:
        """The differences of one class: "better", "worse" or "neutral"."""
        return tuple(one for one in self.differences if one.kind == kind)


def judged(
    old: Program | None, new: Program, beside: Iterable[Difference], today: date, start: date | None = None
) -> Judgement:
    """The judgement on a version announced today, to begin on `start` (None: as soon as it may).

    Nothing is owed for the first version. `beside` are differences of the documents that no rule computes with.
    """
    if old is None:
        return Judgement((), 0, today)
    found = (*differences(old, new), *beside)
    felt = tuple(_of_the_day(one, old, start or today) for one in found)
    days = old.notice.worsening_days if any(one.kind == "worse" for one in felt) else 0
    return Judgement(felt, days, plus_days(today, days))


def _of_the_day(one: Difference, old: Program, start: date) -> Difference:
    """What is said of a promotion that is over by then takes nothing from anybody."""
    if one.kind != "worse" or not one.of or one.of[0][0] != "promotion":
        return one
    promotion = next((given for given in old.promotions if given.code == one.of[0][1]), None)
    over = promotion is not None and promotion.when.last_day is not None and promotion.when.last_day < start
    return replace(one, kind="neutral") if over else one
