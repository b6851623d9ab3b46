"""One operation id is one act for ever: sent again it is the same act, and never another one."""

from __future__ import annotations

import uuid
from datetime import timedelta

import pytest

from desk_app import checkout, enrolment, events, programs, returning
from desk_app.acts import SPACE, derived, op_id
from desk_app.documents.program_file import read_document
from desk_app.domain.errors import Refusal
from desk_app.domain.people import Patient
from tests.tasks.clinic import PROGRAMS, Clinic, treatment


def test_a_payment_sent_again_is_the_first_receipt(clinic: Clinic) -> None:
    member = clinic.enrol("ira")
    bill = clinic.bill(member, treatment("1000.00"))

    first = checkout.settle(clinic.desk, bill, op_id("pay-1"))
    again = checkout.settle(clinic.desk, bill, op_id("pay-1"))

    assert (again.row.id, again.repeated, again.quote) == (first.row.id, True, first.quote)


def test_nobody_is_given_the_receipt_of_somebody_else(clinic: Clinic) -> None:
    ira, oleg = clinic.enrol("ira"), clinic.enrol("oleg")
    checkout.settle(clinic.desk, clinic.bill(ira, treatment("1000.00")), op_id("pay-1"))

    with pytest.raises(Refusal, match=r"op\.other_content"):
        checkout.settle(clinic.desk, clinic.bill(oleg, treatment("5.00")), op_id("pay-1"))


def test_a_return_under_the_id_of_another_bills_return_is_refused(clinic: Clinic) -> None:
    member = clinic.enrol("ira")
    first, second = clinic.pay(member, treatment("10.00")), clinic.pay(member, treatment("20.00"))
    given = returning.give_back(clinic.desk, first.row.id, [("1", 1)], op_id("back-1"))

    assert returning.give_back(clinic.desk, first.row.id, [("1", 1)], op_id("back-1")).money_back == given.money_back
    with pytest.raises(Refusal, match=r"op\.other_content"):
        returning.give_back(clinic.desk, second.row.id, [("1", 1)], op_id("back-1"))
    with pytest.raises(Refusal, match=r"op\.other_content"):
        returning.void(clinic.desk, second.row.id, op_id("back-1"))


def test_an_act_of_another_kind_does_not_take_the_id_of_a_payment(clinic: Clinic) -> None:
    member = clinic.enrol("ira")
    checkout.settle(clinic.desk, clinic.bill(member, treatment("1000.00")), op_id("pay-1"))

    with pytest.raises(Refusal, match=r"op\.other_content"):
        events.adjust(clinic.desk, member, 5, "mistake", op_id("pay-1"))
    with pytest.raises(Refusal, match=r"op\.other_content"):
        enrolment.enrol(clinic.desk, enrolment.EnrolmentForm(Patient("", "oleg")), op_id("pay-1"))


def test_an_enrolment_sent_again_is_of_the_same_person(clinic: Clinic) -> None:
    form = enrolment.EnrolmentForm(Patient("", "oleg", "Олег"))
    first = enrolment.enrol(clinic.desk, form, op_id("join-1"))

    assert enrolment.enrol(clinic.desk, form, op_id("join-1")) == first
    with pytest.raises(Refusal, match=r"op\.other_content"):
        enrolment.enrol(clinic.desk, enrolment.EnrolmentForm(Patient("", "nina")), op_id("join-1"))


def test_rules_do_not_change_backwards(clinic: Clinic) -> None:
    document = read_document((PROGRAMS / "harbour-v2.toml").read_bytes())

    with pytest.raises(Refusal, match=r"publish\.past"):
        programs.publish(clinic.desk, document, clinic.now.date() - timedelta(days=1), op_id("rules-2"))

    assert programs.publish(clinic.desk, document, clinic.now.date(), op_id("rules-2")).version == 2


def test_what_happens_by_itself_has_the_id_that_every_desk_gives_it() -> None:
    assert derived("anna", "birthday", 2027) == str(uuid.uuid5(SPACE, "anna:birthday:2027"))
    assert derived("Щёлокова") == str(uuid.uuid5(SPACE, "Щёлокова"))
