"""The quote on show is paid as it stands, while pricing anew could only say the same; else it is priced anew."""

from __future__ import annotations

import random
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import event, given, settings
from hypothesis import strategies as st

from db.measuring import noted_acts
from db.store import SqlStore
from desk_app import checkout, events, programs
from desk_app.acts import op_id
from desk_app.documents.program_file import read_document
from desk_app.domain.errors import Refusal
from desk_app.ports import Store
from tests.tasks.clinic import PROGRAMS, Clinic, treatment

HAPPY = {"code": "happy", "name": "Happy hours", "effect": {"percent": "50"},
         "when": {"hours": "09:05-09:20"}}  # fmt: skip
OF_DAYS = [
    {"code": "friday", "name": "Friday", "effect": {"percent": "30"}, "when": {"weekdays": ["fri"]}},
    {"code": "born", "name": "Birthday", "effect": {"percent": "35"}, "when": {"birthday": {"before": 1, "after": 1}}},
    {"code": "week", "name": "A week", "effect": {"percent": "40"}, "when": {"to": "2025-01-10"}},
    {"code": "twice", "name": "Twice", "effect": {"percent": "45"}, "when": {"uses_total": 2}},
]


@pytest.fixture
def alone(tmp_path: Path) -> Any:
    with ExitStack() as stack:
        yield a_clinic(stack, tmp_path)


def a_clinic(stack: ExitStack, folder: Path) -> Clinic:
    """One desk on a Friday morning, under a program with happy hours and conditions of every kind of day."""
    clinic = Clinic.open(stack, folder, "harbour", "a")
    document = {**read_document((PROGRAMS / "harbour.toml").read_bytes())}
    document["promotions"] = [*document.get("promotions", ()), HAPPY, *OF_DAYS]
    document["events"] = {**document.get("events", {}), "birthday": 300}
    programs.publish(clinic.desk, document, clinic.now.date(), clinic.op())
    return clinic


def questions(clinic: Clinic, ready: Callable[[], Callable[[], object]]) -> list[str]:
    """What a payment asks the file, as statements."""
    desk = clinic.desk
    assert isinstance(desk.store, SqlStore)

    def act(store: Store) -> Callable[[], object]:
        desk.store = store
        return ready()

    (transactions,) = noted_acts(desk.store, [act])
    return [statement for _, script in transactions for statement, _, _ in script]


def test_the_quote_on_show_is_paid_without_asking_for_the_history_again(alone: Clinic) -> None:
    member = alone.enrol("Ира")
    bill = alone.bill(member, treatment("1000.00"))

    def shown() -> Callable[[], object]:
        told = checkout.price(alone.desk, bill).quote
        paid = replace(bill, at=bill.at + timedelta(seconds=40))
        return lambda: checkout.settle(alone.desk, paid, alone.op(), told)

    asked = questions(alone, shown)

    assert not [statement for statement in asked if "FROM fact" in statement or "FROM program_version" in statement]
    with alone.desk.store.reading() as reading:
        (row,) = reading.last_receipts(1)
    assert row.body["bill"]["at"].startswith("2025-01-10T09:00:40")


def test_an_hour_that_struck_since_is_told_before_anything_is_paid(alone: Clinic) -> None:
    member = alone.enrol("Ира")
    bill = alone.bill(member, treatment("1000.00"))
    told = checkout.price(alone.desk, replace(bill, at=bill.at.replace(minute=20))).quote

    with pytest.raises(Refusal) as refused:
        checkout.settle(alone.desk, replace(bill, at=bill.at.replace(minute=21)), alone.op(), told)

    assert refused.value.code == "quote.moved"


ACTS = ("nothing", "nothing", "another pays", "units", "a use", "the rules")


@settings(max_examples=40)
@given(st.integers(0, 2**32))
def test_what_is_paid_is_what_pricing_anew_would_say(seed: int) -> None:
    luck = random.Random(seed)
    with ExitStack() as stack:
        clinic = a_clinic(stack, Path(stack.enter_context(TemporaryDirectory())))
        desk = clinic.desk
        born = date(1990, 1, luck.choice((8, 10, 11, 12)))
        member, other = clinic.enrol("Ира", birth_date=born), clinic.enrol("Олег")
        for _ in range(6):
            bill = clinic.bill(member, treatment(f"{luck.randint(1, 9_000)}.50"), redeem=luck.choice(("0", "max")),
                               proof="card")  # fmt: skip
            checkout.price(desk, bill)
            happens(luck.choice(ACTS), clinic, member, other)
            clinic.later(days=luck.choice((0, 0, 0, 1)), minutes=luck.choice((0, 0, 1, 4, 10, 16)))
            bill = replace(bill, at=clinic.now)
            anew = checkout.price(replace(desk, cache=None), bill)
            with desk.store.reading() as reading:
                kept = checkout.still_on_show(reading, desk, bill)

            event("as shown" if kept else "anew")
            assert kept is None or (kept.quote, kept.standing) == (anew.quote, anew.standing)
            assert checkout.settle(desk, bill, clinic.op()).quote == anew.quote


def happens(what: str, clinic: Clinic, member: str, other: str) -> None:
    """Something between the price and the payment."""
    desk = clinic.desk
    if what == "another pays":
        clinic.pay(other, treatment("100.00"))
    elif what == "units":
        events.adjust(desk, member, 50, "mistake", clinic.op())
    elif what == "a use":
        clinic.pay(other, treatment("5000.00"), payer=member)
    elif what == "the rules":
        with desk.store.reading() as reading:
            document = {**reading.versions()[-1].document}
        document["promotions"] = document["promotions"][:-1] or [HAPPY]
        programs.publish(desk, document, clinic.now.date(), op_id(f"rules:{clinic.made}:{len(document['promotions'])}"))
