"""The report's figures are what a recount of receipts gives, and units of a span are what came less what went."""

from datetime import date

import pytest

from desk_app import enrolment, returning
from desk_app.accounts import folded, folded_over, version_on
from desk_app.domain.account import Ledger
from desk_app.domain.days import plus_days
from desk_app.domain.errors import Refusal
from desk_app.domain.lots import last_good_day
from desk_app.domain.people import Patient
from desk_app.domain.turns import advance
from desk_app.figures import figures
from desk_app.spans import month_of, span_of
from desk_app.watch import Cancelled, Watch
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
    with pytest.raises(Refusal, match=r"span\.backwards"):
        figures(clinic.desk, date(2025, 1, 5), date(2025, 1, 4))
    with pytest.raises(Refusal, match=r"span\.bad"):
        figures(clinic.desk, date(2031, 1, 1), date(2031, 2, 1))


def test_a_report_is_reckoned_once_and_anew_when_something_happened(clinic: Clinic) -> None:
    anna, _ = busy(clinic)
    steps: list[int] = []
    watch = Watch(lambda done, total: steps.append(total))

    first = figures(clinic.desk, FIRST, LAST, watch=watch)
    reckoned = len(steps)
    again = figures(clinic.desk, FIRST, LAST, watch=watch)
    clinic.pay(anna, treatment("300.00"))
    after = figures(clinic.desk, FIRST, date(2025, 12, 31), watch=watch)

    assert again is first
    assert reckoned == len(steps) // 2, "told twice in all"
    assert after.sales.paid > first.sales.paid


def test_a_report_nobody_waits_for_is_given_up(clinic: Clinic) -> None:
    busy(clinic)

    with pytest.raises(Cancelled):
        figures(clinic.desk, FIRST, LAST, watch=Watch(cancelled=lambda: True))


def test_a_report_of_one_branch_tells_its_bills_and_what_came_back_of_them(clinic: Clinic) -> None:
    busy(clinic)
    span = FIRST, date(2025, 12, 31)
    before = figures(clinic.desk, *span)
    vera = clinic.enrol("vera")
    clinic.pay(vera, treatment("500.00"), branch="south")
    paid = clinic.pay(vera, treatment("1200.00"), branch="north")
    returning.give_back(clinic.desk, paid.row.id, [("1", 1)], clinic.op())

    whole, north, south = (figures(clinic.desk, *span, branch) for branch in ("", "north", "south"))

    assert whole.branches == north.branches == ("north", "south")
    assert (north.sales.bills, north.sales.paid, north.sales.returns) == (1, 120000, 1)
    assert (south.sales.bills, south.sales.paid, south.sales.returns) == (1, 50000, 0)
    assert whole.sales.paid == before.sales.paid + north.sales.paid + south.sales.paid
    assert whole.sales.money_back == before.sales.money_back + north.sales.money_back


def test_folding_on_gives_what_folding_anew_gives(clinic: Clinic) -> None:
    members = busy(clinic)

    for eve, last in ((FIRST, LAST), (date(2025, 1, 10), date(2025, 1, 11)), (LAST, date(2026, 12, 31))):
        with clinic.desk.store.reading() as reading:
            program = version_on(reading, clinic.desk, last)[0]
            for member in members:
                circle = reading.circle(member)
                for day, ledger in zip(
                    (eve, last), folded_over(reading, clinic.desk, circle, program, eve, last), strict=True
                ):
                    anew = folded(reading, clinic.desk, circle, program, until=day)
                    advance(anew, plus_days(day, 1))
                    assert told(ledger) == told(anew)


def told(ledger: Ledger) -> list[tuple[object, ...]]:
    """Everything a report takes from a ledger."""
    return [
        (key, one.accrued, one.redeemed, one.lapsed, one.withdrawn, one.adjusted_down,
         [(lot.number, lot.left, last_good_day(lot)) for lot in one.lots])
        for key, one in sorted(ledger.accounts.items())
    ]  # fmt: skip


def test_spans_have_names() -> None:
    day = date(2027, 2, 17)

    assert span_of("month", day) == (date(2027, 2, 1), date(2027, 2, 28))
    assert span_of("last_month", date(2027, 1, 5)) == (date(2026, 12, 1), date(2026, 12, 31))
    assert span_of("quarter", day) == (date(2027, 1, 1), date(2027, 3, 31))
    assert span_of("quarter", date(2027, 12, 31)) == (date(2027, 10, 1), date(2027, 12, 31))
    assert span_of("year", day) == (date(2027, 1, 1), date(2027, 12, 31))


def test_a_month_ends_on_its_last_day() -> None:
    assert month_of(2024, 2) == (date(2024, 2, 1), date(2024, 2, 29))
    assert month_of(2025, 12) == (date(2025, 12, 1), date(2025, 12, 31))
