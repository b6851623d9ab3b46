"""Whose money comes back, and what the key of undoing does once part of a receipt came back."""

from __future__ import annotations

from PySide6.QtCore import Qt

from tests.ui.desk.conftest import Counter, Desktop
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
