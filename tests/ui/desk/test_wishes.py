"""What is asked for one patient stays with that patient; what is refused, or does nothing, is told and mended."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desk_app.domain.bill import ManualDiscount
from desk_app.domain.errors import refuse
from desk_app.domain.people import Patient
from tests.ui.desk.conftest import Counter, Desktop
from tests.ui.typing import Keyboard
from ui.desk.state import Page

ENTER, ESC, F7, F9 = Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_F7, Qt.Key.Key_F9
SHIFT = Qt.KeyboardModifier.ShiftModifier
THERAPIST = "B01.047.001"
BLOOD = "A09.05.023"


def by_hand(desktop: Desktop, percent: str) -> None:
    """A discount of so many percent in the form of wishes."""
    if desktop.room.presenter.state.page is not Page.WISHES:
        desktop.press(F7)
    desktop.room.view.wishes.amount.setFocus()
    desktop.room.view.wishes.amount.selectAll()
    desktop.type(percent)


def open_with(desktop: Desktop, name: str) -> None:
    desktop.find(name)
    desktop.type(THERAPIST)
    desktop.press(ENTER)


@pytest.mark.parametrize("way", ["esc", "another"])
def test_a_discount_by_hand_never_goes_over_to_the_next_patient(counter: Counter, way: str) -> None:
    presenter = counter.presenter
    counter.open("anna")
    counter.add(THERAPIST)
    presenter.wish(manual=ManualDiscount("", Fraction(8, 100)), coupons=("HYG",), proof="card", redeem=100)
    presenter.remove_line()
    if way == "esc":
        assert presenter.back()

    counter.open("elder")
    counter.add(THERAPIST)

    bill = counter.state.bill.bill
    assert (bill.manual, bill.coupons, bill.proof, bill.redeem) == (None, (), "", 0)
    assert counter.state.bill.quote is not None
    assert counter.state.bill.quote.discount == 0


def test_a_discount_by_hand_goes_along_with_services_that_were_nobodys(counter: Counter) -> None:
    counter.add(THERAPIST)
    counter.presenter.wish(manual=ManualDiscount("", Fraction(8, 100)))

    counter.open("anna")

    assert counter.state.bill.bill.manual == ManualDiscount("", Fraction(8, 100))


def test_esc_takes_back_what_was_asked_for_nobody(counter: Counter) -> None:
    counter.presenter.wish(manual=ManualDiscount("", Fraction(1, 2)))

    gone = counter.presenter.back(), counter.presenter.back()

    assert gone == (True, False)
    assert counter.state.bill.problem is None


def test_an_emptied_bill_is_refused_no_more(counter: Counter) -> None:
    counter.open("anna")
    counter.add(THERAPIST)
    counter.presenter.wish(manual=ManualDiscount("", Fraction(1, 2)))
    refused = counter.state.bill.refused_wish

    counter.presenter.remove_line()

    assert refused == "manual_discount"
    assert counter.state.bill.problem is None


def test_a_refused_bill_is_mended_also_after_the_app_was_closed(counter: Counter) -> None:
    counter.open("anna")
    counter.add(THERAPIST)
    counter.presenter.wish(manual=ManualDiscount("", Fraction(1, 2)))

    again = Counter(counter.clinic)

    assert again.state.bill.program is not None
    again.presenter.wish(manual=None)
    assert again.state.bill.payable


def test_every_key_leads_to_the_field_of_a_refused_discount(desktop: Desktop) -> None:
    open_with(desktop, "щел")
    by_hand(desktop, "50")
    wishes, state = desktop.room.view.wishes, desktop.room.presenter
    desktop.press(ENTER)
    assert desktop.focus is wishes.hand.second, "Enter asks for the second person"
    QApplication.processEvents()
    place = wishes.hand.second
    assert place.visibleRegion().boundingRect() == place.rect(), "whole in sight"
    state.turn_to(Page.WISHES)
    desktop.room.view.bill.entry.setFocus()

    for key in (ENTER, F9, Qt.Key.Key_F1, F7):
        desktop.press(key)
        assert (desktop.focus, state.state.page) == (wishes.hand.second, Page.WISHES), key
        state.turn_to(Page.WISHES)
        desktop.room.view.bill.entry.setFocus()

    desktop.press(F7)
    desktop.type("Старшая")
    assert desktop.sum == "₽1,540.00", "no more than the program lets off in all"
    wishes.reason.setFocus()
    desktop.type("Ждала час")
    desktop.press(ENTER, F9)
    assert desktop.notice.startswith("Paid ₽1,540.00")


def test_a_refusal_of_something_else_takes_the_keyboard_from_no_wish(desktop: Desktop) -> None:
    open_with(desktop, "щел")
    desktop.press(F7)
    reason = desktop.room.view.wishes.reason
    reason.setFocus()

    desktop.room.presenter.problem_came(refuse("card.bad", "card", card="2900000000017"))

    assert desktop.notice.startswith("The card number")
    assert desktop.focus is reason


def test_a_discount_by_hand_that_nobody_gave_a_reason_for_is_not_paid_and_asks_for_it(desktop: Desktop) -> None:
    open_with(desktop, "щел")
    by_hand(desktop, "5")
    desktop.press(ENTER, F9)

    assert desktop.notice.startswith("The discount by hand has no reason")
    assert desktop.focus is desktop.room.view.wishes.hand.reason

    desktop.type("Ждала час")
    desktop.press(ENTER, F9)
    assert desktop.notice.startswith("Paid ₽")


def test_esc_takes_a_refused_discount_away(desktop: Desktop) -> None:
    open_with(desktop, "щел")
    by_hand(desktop, "50")

    desktop.press(ESC)

    assert desktop.sum == "₽2,200.00"
    desktop.press(F7)
    assert desktop.room.view.wishes.amount.text() == ""


def test_a_bill_that_waited_with_a_refused_discount_is_mended_by_f7(desktop: Desktop) -> None:
    open_with(desktop, "щел")
    by_hand(desktop, "50")
    desktop.press(Qt.Key.Key_F2, modifier=SHIFT)
    desktop.press(F7)
    wishes = desktop.room.view.wishes
    assert wishes.amount.text() == "", "the empty desk shows nothing of it"
    desktop.press(ESC)
    desktop.press(Qt.Key.Key_F3, modifier=SHIFT)
    desktop.press(ENTER, F7)
    assert (wishes.amount.text(), desktop.focus) == ("50", wishes.hand.second)

    by_hand(desktop, "7,5")

    assert desktop.sum == "₽2,035.00"


def test_an_unknown_coupon_is_told_beside_it(desktop: Desktop) -> None:
    open_with(desktop, "щел")
    desktop.press(F7)
    coupons = desktop.room.view.wishes.coupons
    coupons.code.setFocus()

    desktop.type("WRONG")
    desktop.press(ENTER)

    assert coupons.said.isVisible()
    assert coupons.said.text() == "The coupon “WRONG” does nothing on this bill, check the code."
    desktop.room.presenter.bill.drop_coupon("WRONG")
    assert coupons.said.isHidden()


def test_a_discount_by_hand_that_another_outdoes_is_told(desktop: Desktop) -> None:
    open_with(desktop, "щел")
    by_hand(desktop, "5")
    said = desktop.room.view.wishes.hand.said
    assert said.isHidden(), "it holds"

    desktop.room.presenter.bill.change_line(no_discount=True)
    nothing = said.text()
    desktop.room.presenter.bill.change_line(no_discount=False)
    pensioner = Patient("", "Лопатин", "Иван", "Ильич", date(1949, 5, 4), ("+79117770011",))
    consents = (("program", ""), ("data", ""))
    desktop.clinic.enrol("pensioner", pensioner, consents=consents, groups=("pensioner",))
    desktop.press(ESC, Qt.Key.Key_Delete, ESC)
    open_with(desktop, "лопат")
    by_hand(desktop, "5")

    assert nothing == "It takes nothing off this bill; F1 says why."
    assert said.text() == (
        "The discount by hand is not combined with the privilege “Pensioners”. "
        "The other one takes off as much or more, and holds."
    )


def test_the_form_of_wishes_opens_at_its_top(desktop: Desktop) -> None:
    open_with(desktop, "щел")
    desktop.press(F7)
    wishes = desktop.room.view.wishes
    bar = wishes.scrolled.verticalScrollBar()
    bar.setRange(0, 400)
    bar.setValue(400)
    desktop.press(ENTER)

    desktop.press(F7)

    assert (bar.value(), desktop.focus) == (0, wishes.units)


@pytest.mark.parametrize("place", ["pay", "keys", "why"])
def test_a_service_typed_on_a_button_goes_to_the_bill_and_is_not_left_out_of_it(desktop: Desktop, place: str) -> None:
    open_with(desktop, "щел")
    desktop.press(ENTER)
    view = desktop.room.view
    if place == "keys":
        view.keys.buttons[0].setFocus()
    elif place == "why":
        desktop.press(Qt.Key.Key_F1)
        view.total.setFocus()

    for letter in BLOOD:
        desktop.type(letter)

    assert desktop.focus is view.bill.entry
    assert view.bill.entry.text() == BLOOD
    desktop.press(ENTER)
    assert [line.service for line in desktop.room.presenter.state.bill.bill.lines] == [THERAPIST, BLOOD]
    assert desktop.room.presenter.state.done is None


def test_a_scan_while_the_keyboard_is_on_the_button_is_still_a_scan(desktop: Desktop) -> None:
    open_with(desktop, "щел")
    desktop.press(ENTER)

    Keyboard(desktop.window).type(desktop.clinic.cards["anna"], 2, ENTER)

    assert desktop.room.view.bill.entry.text() == ""
    assert desktop.room.presenter.state.bill.bill.proof == "card"
    assert desktop.room.presenter.state.done is None
