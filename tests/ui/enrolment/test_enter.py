"""Enter leads through the whole form of a patient, and never stays in a choice or on a box."""

from __future__ import annotations

from PySide6.QtCore import Qt

from tests.ui.desk.conftest import Desktop
from tests.ui.desk.conftest import clinic as clinic  # the same small clinic
from tests.ui.desk.conftest import desktop as desktop  # and its window


def test_enter_leads_past_the_language_to_the_consents_and_ticks_none(desktop: Desktop) -> None:
    desktop.press(Qt.Key.Key_F4)
    view = desktop.room.form.view
    passed = []

    for _ in range(20):
        passed.append(desktop.focus)
        if desktop.focus is view.notes:
            # In the notes Enter begins a line; Tab leads on.
            desktop.press(Qt.Key.Key_Tab)
        else:
            desktop.press(Qt.Key.Key_Return)

    assert view.language in passed
    assert view.program.box in passed
    assert not view.program.isChecked()


def test_what_was_said_of_the_act_before_does_not_hide_the_keys_of_the_form(desktop: Desktop) -> None:
    desktop.find("щел")
    desktop.type("B01.047.001")
    desktop.press(Qt.Key.Key_Return, Qt.Key.Key_F9)
    paid = desktop.notice

    desktop.press(Qt.Key.Key_F4)

    assert paid.startswith("Paid")
    assert desktop.notice == ""
