"""Lots that share an activity clock are spent, renewed and shown as if each had a clock of its own."""

from __future__ import annotations

import random
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from desk_app.domain.account import Ledger
from desk_app.domain.days import Period, plus
from desk_app.domain.facts import Accrued, Fact, Left, Redeemed, Visited
from desk_app.domain.ledger import apply
from desk_app.domain.lots import last_good_day
from desk_app.domain.program import Expiry, Usable
from desk_app.domain.turns import in_turn
from ui.cli.bench_work import no_receipt

YEAR = Expiry("activity", 30, Period(12, "months"))
HALF = Expiry("activity", 30, Period(6, "months"), renewed_by="any_visit")
PLAIN = Expiry("accrual", 30, Period(9, "months"))


def life(seed: int) -> list[Fact]:
    """Visits that count and that do not, units given and spent; a bill may come late, with an earlier day."""
    luck = random.Random(seed)
    facts: list[Fact] = []
    day = date(2025, 1, 1)
    for number in range(40):
        day += timedelta(days=luck.choice((0, 1, 9, 40)))
        on, receipt = day - timedelta(days=luck.choice((0, 0, 0, 12))), f"r{number}"
        if luck.random() < 0.7:
            facts.append(Visited(number, f"{number:02}:0", "m", on, receipt, luck.random() < 0.7, (9, 9, 9), 5))
        if luck.random() < 0.4:
            facts.append(Redeemed(number, f"{number:02}:1", "m", on, luck.randint(1, 25), receipt))
        if luck.random() < 0.6:
            terms = luck.choice((YEAR, YEAR, HALF, PLAIN))
            facts.append(Accrued(number, f"{number:02}:2", "m", on, 10, "bill", Usable(), terms, 1, receipt, "m"))
        if luck.random() < 0.02:
            facts.append(Left(number, f"{number:02}:3", "m", on, 100))
    return facts


@given(st.integers(0, 2**32))
def test_every_open_lot_is_renewed_by_the_visits_since_it_was_given_and_spent_in_its_turn(seed: int) -> None:
    ledger, cap = Ledger(no_receipt), None
    account, counted, renewed = ledger.account("m"), date.min, dict[str, date]()

    for fact in life(seed):
        open_before = {lot.id: lot for lot in account.open_lots()}
        apply(ledger, fact)
        if isinstance(fact, Visited):
            for lot in open_before.values():
                if fact.counts or lot.terms.renewed_by == "any_visit":
                    renewed[lot.id] = max(renewed[lot.id], fact.day)
            counted = fact.day if fact.counts else counted
        elif isinstance(fact, Accrued):
            renewed[fact.id] = max(counted, fact.day)
        elif isinstance(fact, Left):
            cap = plus(fact.day, Period(fact.days, "days"))
            break

        opened = list(account.open_lots())
        assert sorted(lot.number for lot in opened) == [lot.number for lot in account.lots if lot.left]
        assert list(in_turn(account)) == sorted(opened, key=lambda lot: (last_good_day(lot), lot.number))
        for lot in opened:
            if lot.terms.clock == "activity":
                assert lot.terms.period is not None
                assert last_good_day(lot) == plus(renewed[lot.id], lot.terms.period)
    assert cap is None or all(last_good_day(lot) <= cap for lot in account.open_lots())
