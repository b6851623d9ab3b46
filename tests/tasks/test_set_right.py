"""A desk whose clock was wrong: once the centre has set its acts right, everybody tells the same of them."""

from __future__ import annotations

from datetime import timedelta

from desk_app import checkout
from desk_app.figures import figures
from tests.tasks.clinic import Clinic, treatment


def right(clinic: Clinic, on: str, op: str, by: timedelta) -> None:
    """The centre's word on an act reaches the desk that wrote it."""
    store = clinic.desks[on].store
    with store.reading() as reading:
        row = reading.receipt(op)
        (own,) = reading.own_streams()
    assert row is not None
    with store.writing() as writing:
        writing.mark_sent(own.stream, own.head, {op: row.moment + by // timedelta(milliseconds=1)})


def test_a_kept_account_is_told_anew_when_a_visit_moves_to_its_true_day(clinic: Clinic) -> None:
    ira = clinic.enrol("ira")
    clinic.later(days=30)
    paid = clinic.pay(ira, treatment("1000.00"))
    before = clinic.holding(ira)

    right(clinic, "a", paid.row.id, -timedelta(days=20))

    after = clinic.holding(ira)
    assert [visit.day for visit in after.visits] == [before.visits[0].day - timedelta(days=20)]
    assert [lot.day for lot in after.account.lots] == [lot.day for lot in clinic.holding(ira, anew=True).account.lots]
    assert after.account.left == before.account.left


def test_a_quote_on_show_is_told_anew_too(clinic: Clinic) -> None:
    ira = clinic.enrol("ira")
    paid = clinic.pay(ira, treatment("1000.00"))
    clinic.later(days=1)
    bill = clinic.bill(ira, treatment("500.00"))
    checkout.price(clinic.desk, bill)

    right(clinic, "a", paid.row.id, -timedelta(days=2))

    with clinic.desk.store.reading() as reading:
        assert checkout.still_on_show(reading, clinic.desk, bill) is None


def test_figures_told_before_are_counted_anew(clinic: Clinic) -> None:
    ira = clinic.enrol("ira")
    clinic.later(days=3)
    paid = clinic.pay(ira, treatment("1000.00"))
    today = clinic.now.date()
    assert figures(clinic.desk, today, today).sales.bills == 1

    right(clinic, "a", paid.row.id, -timedelta(days=2))

    assert figures(clinic.desk, today, today).sales.bills == 0
    assert figures(clinic.desk, today - timedelta(days=2), today).sales.bills == 1
