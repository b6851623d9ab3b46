"""Tab leads through the whole form of a patient and round again, whichever form was opened before."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from tests.ui.desk.conftest import Desktop
from tests.ui.desk.conftest import clinic as clinic  # the same small clinic
from tests.ui.desk.conftest import desktop as desktop  # and its window
from ui.enrolment.view import FormView
from ui.widgets.tab_order import as_read

TAB = Qt.Key.Key_Tab


def new_form(desktop: Desktop) -> FormView:
    desktop.press(Qt.Key.Key_Escape, Qt.Key.Key_Escape, Qt.Key.Key_F4)
    return desktop.room.form.view


def new_person(desktop: Desktop) -> FormView:
    """Somebody new is enrolled, and her form opened again."""
    view = new_form(desktop)
    for words in ("Смирнова", "Ольга", ""):
        desktop.type(words)
        desktop.press(Qt.Key.Key_Return)
    desktop.type("17.05.1980")
    view.program.setChecked(True)
    view.data.setChecked(True)
    desktop.press(Qt.Key.Key_F9)
    desktop.press(Qt.Key.Key_F4)
    return view


def known_person(desktop: Desktop, name: str = "щел") -> FormView:
    desktop.press(Qt.Key.Key_Escape, Qt.Key.Key_Escape)
    desktop.find(name)
    desktop.press(Qt.Key.Key_F4)
    return desktop.room.form.view


def walked(desktop: Desktop, view: FormView) -> list[QWidget]:
    """Whom Tab comes to in the form, from its first field until that one again."""
    view.fields["surname"].setFocus()
    passed: list[QWidget] = []
    for _ in range(80):
        if view.isAncestorOf(desktop.focus):
            passed.append(desktop.focus)
        desktop.press(TAB)
        if desktop.focus is view.fields["surname"]:
            return passed
    raise AssertionError(f"Tab never comes back: {[one.accessibleName() for one in passed[-6:]]}")


ORDERS = {
    "new first": (new_person, known_person, new_form, known_person, new_form),
    "known first": (known_person, new_form, known_person, new_form),
}


@pytest.mark.parametrize("order", ORDERS)
def test_tab_reaches_every_field_once_and_comes_back(desktop: Desktop, order: str) -> None:
    for opened in ORDERS[order]:
        view = opened(desktop)

        passed = walked(desktop, view)

        assert passed == [one for one in as_read(view.parts) if one.isEnabled() and one.isVisible()]
        assert view.program.box in passed


def test_f6_leads_into_each_column_of_the_form(desktop: Desktop) -> None:
    view = new_form(desktop)
    desktop.press(TAB)

    passed = []
    for _ in range(4):
        desktop.press(Qt.Key.Key_F6)
        passed.append(desktop.focus)

    assert passed == [view.referrer.field, view.program.box, desktop.search, view.fields["surname"]]
