"""What two desks did of one thing while they did not hear each other: one of it stands, and somebody is told."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

import pytest

from desk_app import cards, cases, checkout, making_good, returning
from desk_app.acts import op_id, write
from desk_app.cases import Case
from desk_app.domain.facts import Fulfilled, Redeemed, Wished
from desk_app.domain.offline import MADE_GOOD
from desk_app.receipt_numbers import the_one
from tests.tasks.clinic import Clinic, treatment


@pytest.fixture
def clinic(tmp_path: Path) -> Iterator[Clinic]:
    """Two desks of one clinic."""
    with ExitStack() as stack:
        clinic = Clinic.open(stack, tmp_path, "harbour")
        clinic.later(days=1)
        yield clinic


def apart(clinic: Clinic) -> None:
    """The desks do not hear each other from now on."""
    clinic.offline = {"a", "b"}


def together(clinic: Clinic) -> None:
    """They hear each other again."""
    clinic.offline = set()
    clinic.exchange()


def told(clinic: Clinic) -> list[Case]:
    """What is to be looked at, the same at both desks."""
    one, other = (cases.cases(desk) for desk in clinic.desks.values())
    assert one == other
    return list(one)


def test_a_bill_paid_at_two_desks_is_one_receipt_and_the_other_slip_finds_it(clinic: Clinic) -> None:
    anna = clinic.enrol("Анна")
    bill = clinic.bill(anna, treatment("3000.00"))
    apart(clinic)
    first = checkout.settle(clinic.desks["a"], bill, op_id("bill:same"))
    clinic.later()
    second = checkout.settle(clinic.desks["b"], bill, op_id("bill:same"))
    together(clinic)

    (case,) = told(clinic)

    assert (case.kind, case.number, case.others) == ("paid_twice", second.row.number, (first.row.number,))
    assert case.money == 3000_00
    for desk in clinic.desks.values():
        with desk.store.reading() as reading:
            assert the_one(reading, desk, second.row.number).receipt.number == first.row.number


def test_a_receipt_given_back_at_two_desks_says_what_was_given_too_much(clinic: Clinic) -> None:
    anna = clinic.enrol("Анна")
    paid = clinic.pay(anna, treatment("4300.00"), treatment("700.00"))
    apart(clinic)
    returning.give_back(clinic.desks["a"], paid.row.id, [("1", 1)], clinic.op())
    clinic.later()
    returning.give_back(clinic.desks["b"], paid.row.id, [("1", 1), ("2", 1)], clinic.op())
    together(clinic)

    (case,) = told(clinic)

    assert (case.kind, case.money, case.desk, case.others) == ("returned_twice", 4300_00, "b", ("a",))


def test_a_receipt_given_back_piece_by_piece_is_no_case(clinic: Clinic) -> None:
    anna = clinic.enrol("Анна")
    paid = clinic.pay(anna, treatment("4300.00"), treatment("700.00"))
    for line in ("1", "2"):
        clinic.later()
        returning.give_back(clinic.desk, paid.row.id, [(line, 1)], clinic.op())

    assert told(clinic) == []


def test_money_owed_that_two_desks_hand_over_is_told(clinic: Clinic) -> None:
    anna = clinic.enrol("Анна")
    paid = clinic.pay(anna, treatment("3000.00"))
    owe(clinic, anna, paid.row.id, 60)
    apart(clinic)
    for name in "ab":
        assert making_good.hand_over(clinic.desks[name], paid.row.id) == 60_00
        clinic.later()
    together(clinic)

    (case,) = told(clinic)

    assert (case.kind, case.money) == ("handed_twice", 60_00)
    assert {case.desk, *case.others} == {"a", "b"}


def test_a_card_that_two_desks_gave_to_two_people_is_told(clinic: Clinic) -> None:
    anna, boris = clinic.enrol("Анна"), clinic.enrol("Борис", on="b")
    clinic.exchange()
    apart(clinic)
    number = "7" * 12
    cards.issue(clinic.desks["a"], anna, clinic.op(), number=number)
    clinic.later()
    cards.issue(clinic.desks["b"], boris, clinic.op(), number=number)
    assert told_at(clinic, "a") == []
    together(clinic)

    (case,) = told(clinic)

    assert (case.kind, case.number, case.member) == ("card_twice", number, anna)
    assert "Анна" in case.name
    assert "Борис" in case.others[0]
    cases.mark_seen(clinic.desk, case, "Ольга")
    clinic.exchange()
    assert [one.seen for one in told(clinic)] == ["Ольга"]


def told_at(clinic: Clinic, name: str) -> list[Case]:
    return list(cases.cases(clinic.desks[name]))


def test_a_case_somebody_has_looked_at_goes_behind_and_keeps_the_name(clinic: Clinic) -> None:
    anna = clinic.enrol("Анна")
    paid = clinic.pay(anna, treatment("3000.00"))
    apart(clinic)
    for name in "ab":
        returning.give_back(clinic.desks[name], paid.row.id, [("1", 1)], clinic.op())
        clinic.later()
    together(clinic)

    cases.mark_seen(clinic.desk, told(clinic)[0], "Ольга")
    clinic.exchange()

    assert [case.seen for case in told(clinic)] == ["Ольга"]


def owe(clinic: Clinic, member: str, receipt: str, units: int) -> None:
    """Units spent afterwards on a receipt, whose worth is owed in money."""
    desk, day = replace(clinic.desk, cache=None), clinic.now.date()
    facts = [Wished(0, "", member, day, receipt, units, units * 100),
             Fulfilled(0, "", member, day, receipt, units, units * 100, ""),
             Redeemed(0, "", member, day, units, MADE_GOOD + receipt)]  # fmt: skip
    with desk.store.writing() as writing:
        write(writing, desk, clinic.op(), "made_good", day, {"entries": [[member, -units]]}, facts)
    clinic.exchange()
