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
        desktop.press(Qt.Key.Key_Return)

    assert view.language in passed
    assert view.notes in passed
    assert view.notes.toPlainText() == ""
    assert view.program.box in passed
    assert not view.program.isChecked()


def test_shift_and_enter_begin_a_line_in_the_notes(desktop: Desktop) -> None:
    desktop.press(Qt.Key.Key_F4)
    notes = desktop.room.form.view.notes
    notes.setFocus()

    desktop.type("громче")
    desktop.press(Qt.Key.Key_Return, modifier=Qt.KeyboardModifier.ShiftModifier)
    desktop.type("и медленнее")

    assert notes.hasFocus()
    assert notes.toPlainText().splitlines() == ["громче", "и медленнее"]


def test_what_was_said_of_the_act_before_does_not_hide_the_keys_of_the_form(desktop: Desktop) -> None:
    desktop.find("щел")
    desktop.type("B01.047.001")
    desktop.press(Qt.Key.Key_Return, Qt.Key.Key_F9)
    paid = desktop.notice

    desktop.press(Qt.Key.Key_F4)

    assert paid.startswith("Paid")
    assert desktop.notice == ""
