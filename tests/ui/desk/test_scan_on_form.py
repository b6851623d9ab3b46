"""A card scanned while a form is open: held for it, or its holder comes to the desk; never typed into a name."""

from __future__ import annotations

from PySide6.QtCore import Qt

from desk_app import stock
from desk_app.acts import new_id
from tests.ui.desk.conftest import Desktop
from tests.ui.typing import Keyboard

CTRL = Qt.KeyboardModifier.ControlModifier
FAST, SLOW = 5, 90


def drawer(desktop: Desktop) -> str:
    """A card without a name, printed and registered."""
    desk = desktop.clinic.desk
    (number,) = stock.choose(desk, 1)
    stock.finish(desk, stock.register(desk, (number,), new_id()).id)
    return number


def test_a_scan_over_the_form_of_somebody_new_is_its_card(desktop: Desktop) -> None:
    number = drawer(desktop)
    desktop.room.joining.enrol_with_card("")
    form = desktop.room.joining.form
    for gap in (FAST, SLOW):
        form.view.fields["surname"].setFocus()
        Keyboard(desktop.window).type(number, gap, Qt.Key.Key_Return)
        assert form.presenter.state.typed["card"] == number, gap
        assert form.presenter.state.typed["surname"] == "", gap
        assert "is held for this form" in desktop.notice, gap
        form.presenter.type("card", "")


def test_the_card_of_somebody_else_scanned_over_a_form_opens_their_account(desktop: Desktop) -> None:
    desktop.room.joining.enrol_with_card("")
    form = desktop.room.joining.form
    form.view.fields["surname"].setFocus()
    Keyboard(desktop.window).type(desktop.clinic.cards["anna"], SLOW, Qt.Key.Key_Return)

    assert not desktop.room.joining.is_open
    assert desktop.room.view.patient.sentences()[0] == "Щёлокова Анна Юрьевна"
    assert form.presenter.state.typed["surname"] == ""


def test_a_scan_over_the_form_of_a_member_replaces_the_card_only_when_asked(desktop: Desktop) -> None:
    number, before = drawer(desktop), desktop.clinic.cards["anna"]
    desktop.find("щел")
    desktop.room.joining.join()
    desktop.window.take_scan(number)
    asked = desktop.notice
    with desktop.clinic.desk.store.reading() as reading:
        held = reading.card(number)
    desktop.press(Qt.Key.Key_Return, modifier=CTRL)

    assert "in place of" in asked
    assert held is not None
    assert held.state == "stock"
    assert "now belongs to" in desktop.notice
    assert "The one before opens nothing any more." in desktop.notice
    with desktop.clinic.desk.store.reading() as reading:
        old = reading.card(before)
    assert old is not None
    assert old.state == "blocked"
