"""Units of a span of days: every account is folded once, to the eve of the span and on to its end.

Units in smallest parts, days local and inclusive (spec: print, report).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from desk_app.accounts import folded_over
from desk_app.domain.account import Ledger
from desk_app.domain.days import NEVER, plus_days
from desk_app.domain.lots import last_good_day
from desk_app.domain.program import Program
from desk_app.ports import Desk, Reading
from desk_app.watch import UNWATCHED, Watch

#: So many members are folded between two words to whoever waits: some ten milliseconds.
_STEP: Final = 16


@dataclass(slots=True)
class Moved:
    """Units that came and went in the span; `spent` is less what returns gave back."""

    earned: int = 0
    spent: int = 0
    lapsed: int = 0
    withdrawn: int = 0
    taken: int = 0


@dataclass(slots=True)
class Owed:
    """Units in accounts at the end of the last day: by the month in which they lapse (None: without a last day)."""

    usable: int = 0
    pending: int = 0
    by_month: dict[tuple[int, int] | None, int] = field(default_factory=dict)

    @property
    def units(self) -> int:
        """All of them."""
        return self.usable + self.pending


def units_of(
    reading: Reading,
    desk: Desk,
    program: Program,
    circles: Mapping[str, frozenset[str]],
    span: tuple[date, date],
    watch: Watch = UNWATCHED,
) -> tuple[Moved, Owed]:
    """What moved in the span and what is owed at its end: the difference of two states of each account.

    `circles` are all members with those whose facts touch their account.
    Raises `desk_app.watch.Cancelled`.
    """
    moved, owed = Moved(), Owed()
    if program.unit is None:
        return moved, owed
    eve, last = plus_days(span[0], -1), span[1]
    done = set[str]()
    for number, (member, circle) in enumerate(circles.items()):
        if number % _STEP == 0:
            watch.at(number, len(circles))
        if member in done:
            continue
        done |= circle
        for sign, ledger in zip((-1, 1), folded_over(reading, desk, circle, program, eve, last), strict=True):
            _add(moved, ledger, sign)
        _owe(owed, ledger, last)
    watch.at(len(circles), len(circles))
    return moved, owed


def _add(moved: Moved, ledger: Ledger, sign: int) -> None:
    for account in ledger.accounts.values():
        moved.earned += sign * account.accrued
        moved.spent += sign * account.redeemed
        moved.lapsed += sign * account.lapsed
        moved.withdrawn += sign * account.withdrawn
        moved.taken += sign * account.adjusted_down


def _owe(owed: Owed, ledger: Ledger, day: date) -> None:
    for account in ledger.accounts.values():
        for lot in account.lots:
            if not lot.left:
                continue
            if ledger.can_spend(lot, day):
                owed.usable += lot.left
            else:
                owed.pending += lot.left
            until = last_good_day(lot)
            month = None if until == NEVER else (until.year, until.month)
            owed.by_month[month] = owed.by_month.get(month, 0) + lot.left
