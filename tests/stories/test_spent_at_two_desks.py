"""Two desks do not hear each other: both patients are served, nobody goes below zero, the clinic bears the rest."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from desk_app import cases, checkout, events, making_good, programs, returning, statement
from desk_app.acts import derived
from desk_app.audit import account_breaches
from desk_app.documents.program_file import read_document
from desk_app.ports import Reach
from desk_app.statement import Statement
from desk_app.sync import spending
from desk_app.sync.memory import COMPLETE
from tests.tasks.clinic import PROGRAMS, Clinic, treatment
from tests.tasks.conftest import clinic as clinic


@pytest.fixture
def network(tmp_path: Path) -> Iterator[Clinic]:
    """Two desks of one network, where without the centre at most 60 points may be spent at one desk."""
    with ExitStack() as stack:
        yield under(stack, tmp_path, "harbour")


def under(stack: ExitStack, folder: Path, program: str) -> Clinic:
    """The same under another program of the cases."""
    clinic = Clinic.open(stack, folder, program)
    document = read_document((PROGRAMS / f"{program}.toml").read_bytes())
    document["limits"] = {**document.get("limits", {}), "offline_redeem": 60}
    programs.publish(clinic.desk, document, clinic.now.date(), clinic.op())
    meet(clinic)
    return clinic


def meet(clinic: Clinic) -> None:
    """The line is back, and both sides hold the same."""
    clinic.offline = set()
    clinic.exchange()
    clinic.exchange()
    for desk in clinic.desks.values():
        with desk.store.writing() as writing:
            writing.put_setting(COMPLETE, str(int(clinic.now.timestamp() * 1000)))


def look(clinic: Clinic) -> None:
    """What desks do by themselves after everything was exchanged, until nothing more follows."""
    for _ in range(2):
        for desk in clinic.desks.values():
            while cases.after_exchange(desk):
                pass
        clinic.exchange()


def part(clinic: Clinic, minutes: float = 10) -> None:
    """The line goes down at both desks."""
    clinic.offline = set("ab")
    clinic.later(minutes=minutes)


def account(clinic: Clinic, member: str, on: str = "a") -> Statement:
    """The account of a member today, the same on both desks when they heard each other."""
    return statement.statement(clinic.desks[on], member)


def test_the_same_points_spent_at_two_desks_are_the_clinics_loss(tmp_path: Path) -> None:
    with ExitStack() as stack:
        clinic = under(stack, tmp_path, "harbour-tomorrow")
        ira = clinic.enrol("ira")
        clinic.pay(ira, treatment("500.00"))  # 50 points, to be spent from tomorrow on
        clinic.later(days=1)
        meet(clinic)
        part(clinic)
        for on in "ab":
            settled = clinic.pay(ira, treatment("200.00"), on=on, redeem="max")
            assert (settled.quote.redeemed_units, settled.quote.pays) == (50, 15000)
            clinic.later()
        meet(clinic)
        look(clinic)

        for on in "ab":
            told, held = account(clinic, ira, on), clinic.holding(ira, on, anew=True)
            assert (told.usable, told.overdraft, told.redeemed) == (0, 50, 100)
            assert not list(account_breaches(held.account))
            (case,) = cases.cases(clinic.desks[on])
            assert (case.kind, case.units, case.money, case.desk, case.name) == ("overdraft", 50, 5000, "b", "ira")

        # what was earned in the meantime is not taken
        clinic.later(days=1)
        assert account(clinic, ira).usable == 30


def test_a_manager_sees_what_was_spent_twice_and_the_books_bear_it(network: Clinic) -> None:
    ira = network.enrol("ira")
    network.pay(ira, treatment("500.00"))  # 50 points
    part(network)
    network.pay(ira, treatment("100.00"), on="a", redeem="50")
    network.later()
    network.pay(ira, treatment("100.00"), on="b", redeem="50")
    meet(network)
    look(network)

    told = account(network, ira)
    assert told.overdraft > 0
    (case,) = cases.cases(network.desk)
    assert (case.kind, case.name, case.units, case.desk) == ("overdraft", "ira", told.overdraft, "b")
    assert case.money == told.overdraft * 100
    assert [number.partition("-")[0] for number in case.others] == ["a"]
    assert not case.settled

    # somebody looked at it, and every desk was heard since
    cases.mark_seen(network.desk, case, "Olga")
    network.later()
    network.pay(network.enrol("oleg"), treatment("10.00"), on="a")
    network.later()
    network.pay(ira, treatment("10.00"), on="b")
    meet(network)
    look(network)
    (case,) = cases.cases(network.desks["b"])
    assert (case.seen, case.settled) == ("Olga", True)
    assert account(network, ira).overdraft == case.units
    with network.desk.store.reading() as reading:
        body = reading.op_body(derived(case.receipt, "absorbed", 0))
    assert body is not None
    assert body["entries"] == [[ira, case.units], [cases.LOSS, -case.units]]


def test_the_longer_the_centre_is_silent_the_less_is_spent(network: Clinic) -> None:
    ira = network.enrol("ira")
    network.pay(ira, treatment("5000.00"))
    meet(network)
    spent = []
    for minutes in (1, 30, 120, 60 * 30, 60 * 24 * 10):
        network.later(minutes=minutes)
        quote = checkout.price(network.desk, network.bill(ira, treatment("1000.00"), redeem="max")).quote
        spent.append(quote.redeemed_units)
    assert spent == [500, 60, 30, 15, 6]


def test_what_was_spent_here_already_counts_until_the_line_is_back(network: Clinic) -> None:
    ira = network.enrol("ira")
    network.pay(ira, treatment("5000.00"))
    meet(network)
    part(network)
    network.pay(ira, treatment("500.00"), redeem="40")
    bill = network.bill(ira, treatment("500.00"), redeem="max")
    assert checkout.price(network.desk, bill).quote.redeemed_units == 20

    meet(network)
    assert checkout.price(network.desk, bill).quote.redeemed_units > 60


def test_a_centre_that_does_not_answer_in_time_leaves_the_ceiling(network: Clinic) -> None:
    ira = network.enrol("ira")
    network.pay(ira, treatment("5000.00"))
    meet(network)
    desk, answers = network.desk, [False, True]
    desk.reach = Reach(lambda: True, lambda seconds: answers.pop(0))
    priced = checkout.price(desk, network.bill(ira, treatment("1000.00"), redeem="max"))
    assert priced.quote.redeemed_units == 500

    assert not spending.ask_first(desk, priced.quote, priced.program)
    capped = checkout.price(desk, network.bill(ira, treatment("1000.00"), redeem="max")).quote
    assert capped.redeemed_units == 60
    assert [why.params["by"] for why in capped.reasons if why.code == "redeem.limit"] == ["offline"]
    assert spending.ask_first(desk, priced.quote, priced.program)
    assert checkout.price(desk, network.bill(ira, treatment("1000.00"), redeem="max")).quote == priced.quote


def test_above_the_ceiling_the_patient_is_served_and_it_is_made_good_once(network: Clinic) -> None:
    ira = network.enrol("ira")
    network.pay(ira, treatment("5000.00"))  # 500 points
    meet(network)
    part(network)
    settled = network.pay(ira, treatment("600.00"), redeem="300")
    assert (settled.quote.redeemed_units, settled.quote.pays) == (60, 54000)
    (wish,) = account(network, ira).wishes
    assert (wish.units, wish.money, wish.open) == (240, 24000, True)

    meet(network)
    before = account(network, ira).usable
    look(network)
    look(network)
    for on in "ab":
        told = account(network, ira, on)
        assert (told.owed, told.usable) == (24000, before - 240)
        assert not list(account_breaches(network.holding(ira, on, anew=True).account))
        with network.desks[on].store.reading() as reading:
            assert len(reading.acts_after(0, ("made_good",), 10)) == 1

    # handed over, taken back, handed over again
    receipt = settled.row.id
    assert making_good.hand_over(network.desk, receipt) == 24000
    assert making_good.hand_over(network.desk, receipt) == 0
    assert account(network, ira).owed == 0
    assert making_good.hand_over(network.desk, receipt, done=False) == 24000
    assert account(network, ira).owed == 24000
    making_good.hand_over(network.desk, receipt)
    assert account(network, ira).owed == 0


def test_a_wish_whose_points_are_gone_ends_and_is_told(network: Clinic) -> None:
    ira = network.enrol("ira")
    network.pay(ira, treatment("1000.00"))
    meet(network)
    part(network)
    network.pay(ira, treatment("100.00"), on="b", redeem="60")
    network.later()
    network.pay(ira, treatment("1000.00"), on="a", redeem="100")
    network.pay(ira, treatment("10.00"), on="b")
    meet(network)
    with network.desk.store.reading() as reading:
        assert reading.acts_after(0, ("deferred",), 10)
    rest = account(network, ira).usable
    if rest:
        events.adjust(network.desk, ira, -rest, "mistake", network.op())
    network.exchange()
    look(network)

    (wish,) = account(network, ira, "b").wishes
    assert (wish.made, wish.ended, wish.open) == (0, "balance", False)
    assert [case.kind for case in cases.cases(network.desks["b"]) if case.ended] == ["wish"]


@pytest.mark.parametrize("handed", [False, True])
@pytest.mark.parametrize("pieces", [1, 3])
def test_a_return_gives_back_to_the_kopeck_what_was_made_good(network: Clinic, handed: bool, pieces: int) -> None:
    ira = network.enrol("ira")
    network.pay(ira, treatment("5000.00"))
    meet(network)
    part(network)
    settled = network.pay(ira, treatment("200.00", quantity=3), redeem="300")
    receipt, paid = settled.row.id, settled.quote.pays
    meet(network)
    look(network)
    if handed:
        making_good.hand_over(network.desk, receipt)
    before = network.holding(ira, anew=True).usable
    money, units = (0, 0)
    for _ in range(0, 3, pieces):
        result = returning.give_back(network.desk, receipt, [("1", pieces)], network.op())
        money, units = money + result.money_back, units + result.units_back
        assert not list(account_breaches(network.holding(ira, anew=True).account))

    given = 24000 if handed else 0
    assert units == 60 + 240
    assert money + given + account(network, ira).owed == paid
    after = network.holding(ira, anew=True)
    earned = settled.quote.earns
    assert after.usable == before + 300 - earned


def test_a_receipt_that_came_back_before_ends_its_wish(network: Clinic) -> None:
    ira = network.enrol("ira")
    network.pay(ira, treatment("5000.00"))
    meet(network)
    part(network)
    settled = network.pay(ira, treatment("600.00"), redeem="300")
    returning.void(network.desk, settled.row.id, network.op())
    meet(network)
    look(network)

    told = account(network, ira)
    assert (told.owed, told.usable) == (0, 500)
    assert [(wish.made, wish.ended) for wish in told.wishes] == [(0, "returned")]


def test_a_desk_alone_has_no_ceiling(clinic: Clinic) -> None:
    document = read_document((PROGRAMS / "harbour.toml").read_bytes())
    document["limits"] = {**document.get("limits", {}), "offline_redeem": 60}
    programs.publish(clinic.desk, document, clinic.now.date(), clinic.op())
    ira = clinic.enrol("ira")
    clinic.pay(ira, treatment("5000.00"))
    clinic.later(days=30)

    assert clinic.pay(ira, treatment("1000.00"), redeem="max").quote.redeemed_units == 500
