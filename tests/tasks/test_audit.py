"""The books prove themselves: every account conserves units, every receipt follows from its version and bill."""

from __future__ import annotations

import json
from dataclasses import replace

from desk_app import returning
from desk_app.accounts import open_receipt
from desk_app.audit import account_breaches, audit, receipt_breaches
from tests.tasks.clinic import Clinic, treatment


def test_the_books_of_a_clinic_hold(clinic: Clinic) -> None:
    member = clinic.enrol("ira")
    paid = clinic.pay(member, treatment("1999.99", quantity=3))
    clinic.later(days=1)
    clinic.pay(member, treatment("350.00"), redeem="max")
    returning.give_back(clinic.desk, paid.row.id, [("1", 1)], clinic.op())
    steps: list[tuple[int, int]] = []

    assert audit(clinic.desk, lambda done, total: steps.append((done, total))) == ()


def test_an_account_that_lost_a_unit_is_told(clinic: Clinic) -> None:
    member = clinic.enrol("ira")
    clinic.pay(member, treatment("1000.00"))
    held = clinic.holding(member, anew=True)

    held.account.lots[0].left -= 1

    assert [breach.check for breach in account_breaches(held.account)] == ["units.conserved"]


def test_a_receipt_that_does_not_follow_from_its_bill_is_told(clinic: Clinic) -> None:
    member = clinic.enrol("ira")
    paid = clinic.pay(member, treatment("1000.00"))
    with clinic.desk.store.reading() as reading:
        row = reading.receipt(paid.row.id)
        assert row is not None
        body = json.loads(json.dumps(row.body))
    body["quote"]["earns"] += 1

    with clinic.desk.store.reading() as reading:
        recalled = open_receipt(reading, clinic.desk, replace(row, body=body))

    assert [breach.check for breach in receipt_breaches(recalled)] == ["receipt.follows"]
