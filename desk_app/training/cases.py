"""A bill that can be asked about in one sentence, and the engine's answer to what is asked of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Final, Literal

from desk_app.domain.bill import Bill, Line
from desk_app.domain.days import NEVER, plus_days
from desk_app.domain.facts import Accrued
from desk_app.domain.lots import Lot, last_good_day
from desk_app.domain.pricing import price_bill
from desk_app.domain.program import Program
from desk_app.domain.quote import Quote
from desk_app.domain.standing import Standing

#: What may be asked: units earned, money to pay, most units that may be spent, level after the bill, what is missing to
#: the next level, last good day of units earned now.
Ask = Literal["earns", "pays", "most", "reaches", "missing", "lapses"]
#: Units and money in smallest parts, a level's code, a local day.
Value = int | str | date

#: A visit that is no round number of visits and not the first.
_VISITS: Final = 5


@dataclass(frozen=True, slots=True)
class Case:
    """A patient of one level with a bill of one line; `at` is local to the program. Everything else is as usual.

    `counted` is what the ladder measures before the bill (minor units, visits or smallest parts), `usable` the balance,
    `redeem` None for as many units as may be.
    """

    level: str
    counted: int
    category: str
    price: int
    at: datetime
    service: str = ""
    payer: str = "self"
    usable: int = 0
    redeem: int | None = 0
    group: str = ""


def bill_of(case: Case) -> Bill:
    """The bill; the patient showed her card."""
    line = Line("1", case.price, service=case.service, category=case.category, payer=case.payer)
    return Bill("asked", "asked", case.at, (line,), "asked", "asked", redeem=case.redeem, proof="card")


def standing_of(program: Program, case: Case) -> Standing:
    """The patient: a member for long, with nothing to her name but what the case says."""
    basis = program.levels.basis
    visits = next(n for n in range(_VISITS, _VISITS + 1000) if not _is_counted_visit(program, n + 1))
    return Standing(
        joined=plus_days(case.at.date(), -1000), level=case.level,
        counted=case.counted if basis == "spend" else 0,
        visits=visits, visits_counted=case.counted if basis == "visits" else visits,
        units_earned=case.counted if basis == "units_earned" else 0,
        usable=case.usable, groups=(case.group,) if case.group else (),
    )  # fmt: skip


def quote_of(program: Program, case: Case) -> Quote:
    """The engine's quote of the case."""
    return price_bill(program, bill_of(case), standing_of(program, case))


def answer(program: Program, ask: Ask, case: Case) -> Value:
    """What is true. A day is `NEVER` where units do not lapse; "missing" is 0 at the top."""
    if ask == "lapses":
        return _lapses(program, case)
    quote = quote_of(program, case)
    match ask:
        case "earns":
            return quote.earns
        case "pays":
            return quote.pays
        case "most":
            return quote.redeemed_units
        case "reaches":
            return quote.level_after
        case "missing":
            return quote.next_level.missing if quote.next_level else 0


def _lapses(program: Program, case: Case) -> date:
    if program.expiry is None or program.earn is None:
        return NEVER
    day = case.at.date()
    given = Accrued(0, "asked", "asked", day, 1, "asked", program.earn.usable, program.expiry, program.version or 0)
    return last_good_day(Lot(given, 1, "asked", 1, program.expiry, joined=plus_days(day, -1000)))


def _is_counted_visit(program: Program, number: int) -> bool:
    """Whether a promotion waits for the visit of this number."""
    return any(one.when.nth_visit and number % one.when.nth_visit == 0 for one in program.promotions)
