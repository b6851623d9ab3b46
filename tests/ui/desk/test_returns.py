"""Whose money comes back, and what the key of undoing does once part of a receipt came back."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import Qt

from desk_app.ports import ReceiptRow
from tests.ui.clinic import open_clinic
from tests.ui.desk.conftest import Counter, Desktop
from ui import compose
from ui.desk.happenings import GivenBack, UndoAsked, Undone
from ui.desk.state import Page
from ui.desk.total.words import total_words

THERAPIST = "B01.047.001"
ULTRASOUND = "A04.16.001"
ANNA = "Щёлокова Анна Юрьевна"
SHIFT = Qt.KeyboardModifier.ShiftModifier


def pay_two(counter: Counter) -> None:
    """Anna paid for two services, and one of them is given back with nobody at the desk."""
    counter.open("anna")
    counter.add(THERAPIST, ULTRASOUND)
    counter.presenter.pay()


def give_one_back(counter: Counter) -> None:
    counter.presenter.turn_to(Page.RECEIPTS)
    counter.presenter.receipts.ask(1)
    counter.presenter.pay()
    counter.presenter.turn_to(Page.RECEIPTS)


def test_the_last_receipts_of_the_desk_say_whose_they_are(desktop: Desktop) -> None:
    desktop.find("щел")
    desktop.type(THERAPIST)
    desktop.press(Qt.Key.Key_Return, Qt.Key.Key_F9)

    desktop.press(Qt.Key.Key_F8, modifier=SHIFT)

    assert ANNA in desktop.room.view.receipts.receipts.sentences()[0]


def test_a_return_says_to_whom_before_and_after(counter: Counter) -> None:
    pay_two(counter)
    counter.presenter.turn_to(Page.RECEIPTS)
    counter.presenter.receipts.ask(1)
    before = total_words(counter.state)

    counter.presenter.pay()

    after = counter.told[-1]
    assert before.caption == f"Money back: {ANNA}"
    assert isinstance(after, GivenBack)
    assert after.name == ANNA


def test_after_a_return_the_sum_that_was_paid_is_not_shown_any_more(counter: Counter) -> None:
    pay_two(counter)

    give_one_back(counter)

    assert counter.state.page is Page.BILL
    assert counter.state.done is None


def test_undoing_what_is_left_of_a_receipt_is_asked_first_and_opens_only_what_did_not_come_back(
    counter: Counter,
) -> None:
    pay_two(counter)
    give_one_back(counter)

    counter.presenter.undo()
    asked = counter.told[-1]
    counter.presenter.undo()

    undone = counter.told[-1]
    assert isinstance(asked, UndoAsked)
    assert (asked.name, asked.partly) == (ANNA, True)
    assert isinstance(undone, Undone)
    assert undone.reopened
    assert [line.service for line in counter.state.bill.bill.lines] == [ULTRASOUND]


def test_what_was_paid_before_the_app_was_opened_is_undone_with_its_bill_open_again(counter: Counter) -> None:
    pay_two(counter)
    after = Counter(counter.clinic)

    after.presenter.undo()

    undone = after.told[-1]
    assert isinstance(undone, Undone)
    assert undone.reopened
    assert after.state.bill.bill.patient == counter.clinic.people["anna"]
    assert [(line.service, line.quantity) for line in after.state.bill.bill.lines] == [
        (THERAPIST, 1), (ULTRASOUND, 1),
    ]  # fmt: skip


def test_the_number_of_a_receipt_finds_it_in_either_alphabet(desktop: Desktop) -> None:
    numbers = [row.number for row in last_receipts(desktop)]
    assert "A-000003" in numbers

    for typed in ("А-000003", "a-3", "000003"):
        desktop.find(typed)
        row = desktop.room.presenter.state.receipts.row
        assert desktop.room.presenter.state.page is Page.RECEIPTS
        assert row is not None
        assert row.number == "A-000003"
        assert desktop.room.view.receipts.receipts.hasFocus()
        desktop.press(Qt.Key.Key_Escape)


def test_letters_narrow_the_list_of_receipts(desktop: Desktop) -> None:
    desktop.press(Qt.Key.Key_F8, modifier=SHIFT)
    every = len(desktop.room.presenter.state.receipts.rows)

    desktop.type("щел")
    hers = desktop.room.presenter.state.receipts.rows
    desktop.press(Qt.Key.Key_Backspace, Qt.Key.Key_Backspace, Qt.Key.Key_Backspace)

    assert 0 < len(hers) <= every
    assert {row.patient for row in hers} == {desktop.clinic.people["anna"]}
    assert len(desktop.room.presenter.state.receipts.rows) == every


def test_the_reasons_of_a_receipt_leave_the_return_at_the_sum_and_its_line_marked(desktop: Desktop) -> None:
    desktop.find("щел")
    desktop.type(THERAPIST)
    desktop.press(Qt.Key.Key_Return, Qt.Key.Key_F9)
    desktop.press(Qt.Key.Key_F8, modifier=SHIFT)
    desktop.press(Qt.Key.Key_Return, Qt.Key.Key_Plus)

    desktop.press(Qt.Key.Key_F1)
    explained = desktop.room.view.total.words()
    desktop.press(Qt.Key.Key_F1)

    assert explained == desktop.room.view.total.words()
    assert explained.caption == f"Money back: {ANNA}"
    assert desktop.focus is desktop.room.view.receipts.lines
    assert desktop.room.presenter.state.receipts.lines == (("1", 1),)


def last_receipts(desktop: Desktop) -> tuple[ReceiptRow, ...]:
    with desktop.clinic.desk.store.reading() as reading:
        return reading.last_receipts(10)


def test_the_key_of_undoing_undoes_what_was_paid_here_whatever_another_desk_paid_since(
    counter: Counter, tmp_path: Path
) -> None:
    clinic = counter.clinic
    pay_two(counter)
    (tmp_path / "other").mkdir()
    with open_clinic(tmp_path / "other", clock=clinic.clock) as other:
        compose.exchange([clinic.desk, other])
        clinic.clock.now += timedelta(minutes=1)
        there = replace(clinic, desk=other).visit("elder", THERAPIST)
        compose.exchange([clinic.desk, other])
    counter.presenter.refresh()

    counter.presenter.undo()

    undone = counter.told[-1]
    assert isinstance(undone, Undone)
    assert undone.row.patient == clinic.people["anna"]
    with clinic.desk.store.reading() as reading:
        assert reading.last_receipts(1)[0].id == there
        assert not reading.returns(there)
