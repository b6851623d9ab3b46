"""What a payment asks of the file: each thing once, in one transaction."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

from db.measuring import noted_acts
from db.store import SqlStore
from desk_app import checkout
from desk_app.acts import write
from desk_app.documents.offer_file import kept_offer, read_offer
from desk_app.ports import Store
from tests.tasks.clinic import Clinic

OFFER = {"code": "thanks", "name": "Thanks", "effect": {"percent": "10"}, "when": {"min_bill": "500.00"}}


def test_a_payment_is_one_transaction_that_asks_nothing_twice(tmp_path: Path) -> None:
    with ExitStack() as stack:
        clinic = Clinic.open(stack, tmp_path, "beauty", "a")
        member = clinic.enrol("Ира")
        bill, desk = clinic.bill(member, {"id": "1", "price": "1000.00"}), clinic.desk
        assert isinstance(desk.store, SqlStore)

        def pay(store: Store) -> Callable[[], object]:
            desk.store = store
            return lambda: checkout.settle(desk, bill, clinic.op())

        (transactions,) = noted_acts(desk.store, [pay])

    ((begun, statements),) = transactions
    asked = Counter((statement, str(values)) for statement, values, _ in statements if statement.startswith("SELECT"))
    assert begun == "BEGIN IMMEDIATE"
    assert [question for question, times in asked.items() if times > 1] == []


def test_what_was_asked_before_an_act_is_asked_anew_after_it(tmp_path: Path) -> None:
    with ExitStack() as stack:
        clinic = Clinic.open(stack, tmp_path, "beauty", "a")
        member, other = clinic.enrol("Ира"), clinic.enrol("Ольга")
        with clinic.desk.store.writing() as writing:
            before = writing.canonical(other), writing.last_change()
            edge = {"kind": "merge", "member": other, "into": member}
            write(writing, clinic.desk, clinic.op(), "merge", clinic.now.date(), {"edge": edge})
            after = writing.canonical(other), writing.last_change()

    assert [before[0], after[0]] == [other, member]
    assert before[1] < after[1]


def test_an_offer_that_was_given_is_read_as_it_was_checked(tmp_path: Path) -> None:
    with ExitStack() as stack:
        clinic = Clinic.open(stack, tmp_path, "beauty", "a")
        with clinic.desk.store.reading() as reading:
            (version,) = reading.versions()

    assert kept_offer(version.document, OFFER) == read_offer(version.document, OFFER)
