"""The report's figures are what a recount of receipts gives, and units of a span are what came less what went."""

from datetime import date

import pytest

from desk_app import enrolment, returning
from desk_app.domain.errors import Refusal
from desk_app.domain.people import Patient
from desk_app.figures import figures, month_of
from tests.tasks.clinic import Clinic, treatment

FIRST, LAST = date(2025, 1, 1), date(2025, 1, 31)


def busy(clinic: Clinic) -> tuple[str, str]:
    """Two members; five bills, one undone, one partly returned, one of a stranger."""
    anna, boris = clinic.enrol("anna"), clinic.enrol("boris")
    clinic.later(minutes=5)
    first = clinic.pay(anna, treatment("5000.00", id="1"), treatment("1000.00", id="2"))
    clinic.later(days=1)
    clinic.pay(anna, treatment("2000.00"), redeem="max")
    gone = clinic.pay(boris, treatment("900.00"))
    returning.void(clinic.desk, gone.row.id, clinic.op())
    clinic.later(days=2)
    returning.give_back(clinic.desk, first.row.id, [("2", 1)], clinic.op())
    stranger = enrolment.add_patient(clinic.desk, Patient(""), clinic.op())
    clinic.pay(stranger, treatment("700.00"))
    clinic.later(days=40)
    clinic.pay(boris, treatment("4000.00"))
    return anna, boris


def test_figures_are_a_recount_of_the_receipts(clinic: Clinic) -> None:
    busy(clinic)

    told = figures(clinic.desk, FIRST, LAST)

    with clinic.desk.store.reading() as reading:
        rows = [row for row in reading.last_receipts(100) if row.day <= LAST]
        kept = [row for row in rows if not any(part["kind"] == "void" for part in reading.returns(row.id))]
    quotes = [row.body["quote"] for row in kept]
    sales = told.sales
    assert (sales.bills, sales.visits, sales.member_visits) == (3, 3, 2)
    assert sales.paid == sum(quote.get("pays", 0) for quote in quotes)
    assert sales.by_units == sum(quote.get("redeemed", 0) for quote in quotes)
    assert sales.listed - sales.discounts - sales.by_units == sales.paid
    assert sales.paid - sales.member_paid == 70000
    assert (sales.returns, sales.money_back) == (1, 100000)
    assert (told.members, told.new_members) == (2, 2)


def test_units_of_two_spans_in_a_row_are_those_of_both(clinic: Clinic) -> None:
    members = busy(clinic)
    later = date(2025, 2, 1), date(2025, 12, 31)

    january, rest, whole = (figures(clinic.desk, *span) for span in ((FIRST, LAST), later, (FIRST, later[1])))

    for name in ("earned", "spent", "lapsed", "withdrawn", "taken"):
        assert getattr(january.moved, name) + getattr(rest.moved, name) == getattr(whole.moved, name)
    accounts = [clinic.holding(member, anew=True).account for member in members]
    assert whole.moved.earned == sum(account.accrued for account in accounts)
    assert whole.moved.spent == sum(account.redeemed for account in accounts)
    assert whole.owed.units == sum(account.left for account in accounts) == sum(whole.owed.by_month.values())


def test_what_was_paid_less_what_came_back_adds_up_over_months(clinic: Clinic) -> None:
    busy(clinic)
    months = [month_of(2025, 1), month_of(2025, 2), (FIRST, date(2025, 2, 28))]

    kept = [told.sales.paid - told.sales.money_back for told in (figures(clinic.desk, *span) for span in months)]

    assert kept[0] + kept[1] == kept[2]


def test_a_span_that_ends_before_it_begins_is_refused(clinic: Clinic) -> None:
    with pytest.raises(Refusal, match=r"span\.bad"):
        figures(clinic.desk, date(2025, 2, 1), LAST)
    with pytest.raises(Refusal, match=r"span\.bad"):
        figures(clinic.desk, date(2031, 1, 1), date(2031, 2, 1))


def test_a_month_ends_on_its_last_day() -> None:
    assert month_of(2024, 2) == (date(2024, 2, 1), date(2024, 2, 29))
    assert month_of(2025, 12) == (date(2025, 12, 1), date(2025, 12, 31))
