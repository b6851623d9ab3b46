"""Every lot is told with the bill it came from and what it paid; of others in the family only that it was one."""

from desk_app import families
from desk_app.lot_history import history
from desk_app.statement import statement
from tests.tasks.clinic import Clinic, treatment


def test_lots_tell_what_they_paid_and_agree_with_the_statement(clinic: Clinic) -> None:
    anna = clinic.enrol("anna")
    first = clinic.pay(anna, treatment("5000.00"))
    clinic.later(days=1)
    second = clinic.pay(anna, treatment("600.00"), redeem="max")

    told = history(clinic.desk, anna)

    assert told.statement == statement(clinic.desk, anna)
    assert sum(lot.left for lot in told.lots) == told.statement.usable + told.statement.pending
    paid = [(one.bill.number, one.units) for lot in told.lots for one in lot.paid]
    assert paid == [(second.row.number, second.quote.redeemed_units)]
    assert [lot.bill.number for lot in told.lots if lot.bill] == [first.row.number, second.row.number]


def test_the_bills_of_another_member_of_the_family_are_not_named(clinic: Clinic) -> None:
    clinic.publish("harbour-events")
    anna, boris = clinic.enrol("anna"), clinic.enrol("boris")
    clinic.pay(boris, treatment("5000.00"))
    families.join_family_of(clinic.desk, anna, boris, clinic.op())

    told = history(clinic.desk, anna)

    others = [lot for lot in told.lots if not lot.own]
    assert others
    assert all(lot.bill is None or lot.bill.number == "" for lot in others)
