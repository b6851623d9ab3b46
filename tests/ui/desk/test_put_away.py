"""The desk is put away when somebody else's story begins at a practice desk."""

from __future__ import annotations

from PySide6.QtCore import Qt

from tests.ui.desk.conftest import Desktop
from ui.desk.state import Page
from ui.hour import PutsAway

ENTER = Qt.Key.Key_Return


def test_an_open_bill_and_a_half_written_form_are_put_away(desktop: Desktop) -> None:
    assert isinstance(desktop.room, PutsAway)
    desktop.find("щел")
    desktop.type("B01.047.001")
    desktop.press(ENTER, Qt.Key.Key_F4)
    opened = desktop.room.joining.is_open
    desktop.room.form.presenter.type("surname", "Шмидт")

    desktop.room.put_away()

    state = desktop.room.presenter.state
    assert (opened, desktop.room.joining.is_open) == (True, False)
    assert (state.page, state.patient, state.bill.bill.patient, state.bill.bill.lines) == (Page.BILL, None, "", ())
    desktop.find("щел")
    desktop.press(Qt.Key.Key_F4)
    assert desktop.room.form.presenter.state.typed["surname"] == "Щёлокова", "nothing is left of what was written"
