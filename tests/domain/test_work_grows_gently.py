"""Work that grows with the length of a history and no faster, counted in steps of the rules, not in seconds."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable
from datetime import date, timedelta
from types import FrameType
from typing import Any

import pytest

from desk_app.documents.program_file import read_program
from desk_app.domain.days import Period
from desk_app.domain.facts import Accrued, Fact, Redeemed, Visited
from desk_app.domain.ledger import fold
from desk_app.domain.program import Expiry, Usable
from ui.cli.bench_work import long_bill, no_receipt, with_promotions


def steps_of(work: Callable[[], object]) -> int:
    """Lines of the rules that ran."""
    steps = 0

    def count(frame: FrameType, event: str, _: Any) -> Any:
        nonlocal steps
        if not frame.f_globals.get("__name__", "").startswith("desk_app.domain"):
            return None
        steps += event == "line"
        return count

    before = sys.gettrace()
    sys.settrace(count)
    try:
        work()
    finally:
        sys.settrace(before)
    return steps


def years_of_visits(bills: int, terms: Expiry, usable: Usable) -> list[Fact]:
    """A patient who comes every third day, earns a little and spends less."""
    facts: list[Fact] = []
    for number in range(bills):
        day, receipt = date(2025, 1, 1) + timedelta(days=3 * number), f"r{number}"
        facts.append(Visited(number, f"f{number}:0", "m", day, receipt, True, (900, 900, 900), 5))
        if number % 2:
            facts.append(Redeemed(number, f"f{number}:1", "m", day, 3, receipt))
        facts.append(Accrued(number, f"f{number}:2", "m", day, 5, "receipt", usable, terms, 1, receipt, "m"))
    return facts


@pytest.mark.parametrize("usable", [Usable(), Usable("days", 14), Usable("visit", 3)], ids=Usable.text)
@pytest.mark.parametrize("clock", ["never", "accrual", "activity"])
@pytest.mark.parametrize("renewed_by", ["paid_visit", "any_visit"])
def test_a_history_twice_as_long_takes_no_more_than_twice_the_work(clock: Any, renewed_by: Any, usable: Usable) -> None:
    terms = Expiry(clock, 30, None if clock == "never" else Period(12, "months"), renewed_by=renewed_by)
    once, twice = years_of_visits(100, terms, usable), years_of_visits(200, terms, usable)

    grown = steps_of(lambda: fold(twice, no_receipt)) / steps_of(lambda: fold(once, no_receipt))

    assert grown < 2.2


def test_units_renewed_by_every_visit_take_hardly_more_work_than_units_that_never_lapse() -> None:
    renewed = years_of_visits(300, Expiry("activity", 30, Period(12, "months")), Usable())
    lasting = years_of_visits(300, Expiry("never", 30), Usable())

    assert steps_of(lambda: fold(renewed, no_receipt)) / steps_of(lambda: fold(lasting, no_receipt)) < 1.3


def test_an_account_that_is_let_go_leaves_nothing_to_sweep_up() -> None:
    facts = years_of_visits(100, Expiry("activity", 30, Period(12, "months")), Usable())

    # A thread that another test left behind may drop something meanwhile, but not every time.
    assert min(_left_by(lambda: fold(facts, no_receipt)) for _ in range(4)) == 0


def _left_by(work: Callable[[], object]) -> int:
    """How many things only the collector of garbage finds after `work`."""
    gc.collect()
    gc.disable()
    try:
        work()
        return gc.collect()
    finally:
        gc.enable()


def test_twice_the_lines_or_promotions_take_no_more_than_twice_the_work() -> None:
    program, more = read_program(with_promotions()), read_program(with_promotions(20))
    plain = steps_of(long_bill(program, 20))

    assert steps_of(long_bill(program, 40)) / plain < 2.2
    assert steps_of(long_bill(more, 20)) / plain < 2.2
