"""Spending while the centre may not be heard: how old what this desk knows is, and the ceiling that follows from it."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from desk_app.domain import offline
from desk_app.domain.account import Account
from desk_app.domain.offline import Bound, Reached
from desk_app.domain.program import Program
from desk_app.domain.quote import Quote
from desk_app.ports import Desk, Reading
from desk_app.sync.clock import Corrected
from desk_app.sync.memory import COMPLETE, GENERATION

#: Seconds a patient waits for the centre before units are spent.
PATIENCE: Final = 1.0


def reached(reading: Reading, desk: Desk) -> Reached:
    """How well this desk knows what others spent."""
    noted = reading.setting(COMPLETE)
    if noted is None:
        return Reached(joined=reading.setting(GENERATION) is not None)
    complete, reach = int(noted), desk.reach
    heard = True
    if reach is not None:
        silent = reach.silent_since is not None and reach.silent_since >= complete
        heard = reach.heard() and not silent
    return Reached(True, _now(desk) - complete, heard)


def part_of_ceiling(reading: Reading, desk: Desk, program: Program) -> Fraction | None:
    """Which share of the program's ceiling holds now, None without a ceiling: while it stays, so does the price."""
    if not bounds(program):
        return None
    known = reached(reading, desk)
    return None if offline.ceiling(program.limits.offline_redeem, 0, known) is None else offline.share(known.age)


def bound_for(
    reading: Reading, desk: Desk, program: Program, members: frozenset[str], account: Account
) -> Bound | None:  # fmt: skip
    """What may be spent from an account now, None without a ceiling; `members` are those of its circle."""
    if not bounds(program):
        return None
    limit, known = program.limits.offline_redeem, reached(reading, desk)
    if offline.ceiling(limit, 0, known) is None:
        return None
    here = reading.spent_here(members, _now(desk) - known.age if known.age is not None else 0)
    used = sum(spent.units - spent.back for spent in account.redemptions if spent.receipt in here)
    return offline.bound(limit, used, known, program.redeem.multiple_of if program.redeem else 0)


def bounds(program: Program) -> bool:
    """Whether a program sets a ceiling for units that are worth something."""
    return program.unit is not None and program.limits.offline_redeem > 0


def ask_first(desk: Desk, quote: Quote, program: Program, seconds: float = PATIENCE) -> bool:
    """Ask the centre before units are spent; whether both sides hold the same now.

    Where it does not answer in time, the ceiling holds from now on until both hold the same again. Nobody is asked
    for a bill without units, without a ceiling, or at a desk alone.
    """
    return not quote.redeemed_units or ask(desk, program, seconds)


def ask(desk: Desk, program: Program, seconds: float = PATIENCE) -> bool:
    """The same for a bill that is not priced yet, and may have a ceiling that no longer holds."""
    reach = desk.reach
    if reach is None or not bounds(program):
        return True
    with desk.store.reading() as reading:
        if not reached(reading, desk).joined:
            return True
    complete = reach.ask_first(seconds)
    reach.silent_since = None if complete else _now(desk)
    return complete


def _now(desk: Desk) -> int:
    """By the clock that the exchange notes its moments by."""
    clock = desk.clock
    return int((clock.uncorrected() if isinstance(clock, Corrected) else clock()).timestamp() * 1000)
