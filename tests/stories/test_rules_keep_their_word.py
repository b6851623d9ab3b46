"""The clock moved: the old promise holds until the day it ends, and what was earned under it keeps its days."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest

from desk_app import checkout, returning
from desk_app.domain.errors import Refusal
from desk_app.statement import statement
from tests.tasks.clinic import MOSCOW, Clinic, treatment
from tests.tasks.rules import Json, announced, document


@pytest.fixture
def clinic(tmp_path: Path) -> Iterator[Clinic]:
    with ExitStack() as stack:
        yield Clinic.open(stack, tmp_path, "harbour")


def sooner_and_less(one: Json) -> None:
    """5 % instead of 10, lapsing after one month instead of six."""
    one["levels"]["steps"][0]["earn"] = {"percent": "5"}
    one["expiry"]["period"] = "1 months"


def at(day: date, clock: str = "12:00") -> datetime:
    return datetime.combine(day, time.fromisoformat(clock), MOSCOW)


def test_on_day_29_the_old_rules_price_the_bill_and_on_day_30_the_new(clinic: Clinic) -> None:
    ira = clinic.enrol("ira")
    told_on = clinic.now.date()
    record = announced(clinic, document(change=sooner_and_less))
    assert record.effective_from == told_on + timedelta(days=30)

    clinic.now = at(told_on + timedelta(days=29), "23:59")
    last = clinic.pay(ira, treatment("1000.00"))
    clinic.now = at(told_on + timedelta(days=30), "00:01")
    first = clinic.pay(ira, treatment("1000.00"), on="b")

    assert (last.quote.version, last.quote.earns) == (1, 100)
    assert (first.quote.version, first.quote.earns) == (2, 50)


def test_what_was_earned_before_keeps_its_last_good_day(clinic: Clinic) -> None:
    ira = clinic.enrol("ira")
    clinic.pay(ira, treatment("1000.00"))
    before = [(row.left, row.last_good_day) for row in statement(clinic.desk, ira).lots]
    announced(clinic, document(change=sooner_and_less))

    clinic.later(days=31)
    assert [(row.left, row.last_good_day) for row in statement(clinic.desk, ira).lots] == before
    clinic.pay(ira, treatment("1000.00"))

    days = sorted((row.last_good_day, row.left) for row in statement(clinic.desk, ira).lots if row.last_good_day)
    assert days == [(date(2025, 3, 10), 50), (date(2025, 7, 10), 100)]


def test_a_bill_of_any_past_day_gives_what_it_gave_then(clinic: Clinic) -> None:
    ira = clinic.enrol("ira")
    announced(clinic, document(change=sooner_and_less))
    days = [clinic.now.date() + timedelta(days=count) for count in (0, 29, 30, 60)]
    clinic.later(days=90)

    for day, earns in zip(days, (100, 100, 50, 50), strict=True):
        for desk in clinic.desks.values():
            bill = clinic.bill(ira, treatment("1000.00"), at=at(day).isoformat())
            assert checkout.price(desk, bill).quote.earns == earns


def test_a_receipt_of_the_old_rules_is_returned_by_the_old_rules(clinic: Clinic) -> None:
    ira = clinic.enrol("ira")
    paid = clinic.pay(ira, treatment("1000.00", quantity=2))
    announced(clinic, document(change=sooner_and_less))
    clinic.later(days=31)

    assert returning.give_back(clinic.desk, paid.row.id, [("1", 1)], clinic.op()).withdrawn == 100


def test_a_bill_open_at_midnight_is_refused_kindly_and_shown_anew(clinic: Clinic) -> None:
    ira = clinic.enrol("ira")
    record = announced(clinic, document(change=sooner_and_less))
    clinic.now = at(record.effective_from - timedelta(days=1), "23:58")
    shown = checkout.price(clinic.desk, clinic.bill(ira, treatment("1000.00"))).quote
    clinic.now = at(record.effective_from, "00:01")
    late = clinic.bill(ira, treatment("1000.00"))

    with pytest.raises(Refusal, match=r"quote\.moved"):
        checkout.settle(clinic.desk, late, clinic.op(), shown)
    anew = checkout.price(clinic.desk, late).quote
    assert checkout.settle(clinic.desk, late, clinic.op(), anew).quote.earns == 50


def test_a_version_that_arrives_while_a_bill_is_open_moves_the_quote(clinic: Clinic) -> None:
    ira = clinic.enrol("ira")
    clinic.offline = {"b"}
    announced(clinic, document("harbour-v2"))
    bill = clinic.bill(ira, treatment("1000.00"), on="b")
    shown = checkout.price(clinic.desks["b"], bill).quote

    clinic.offline = set()
    clinic.exchange()

    with pytest.raises(Refusal, match=r"quote\.moved"):
        checkout.settle(clinic.desks["b"], bill, clinic.op(), shown)
    assert checkout.price(clinic.desks["b"], bill).quote.earns == 200
