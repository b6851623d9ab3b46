"""The locked desk shows nothing of patients and opens as it was left."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desk_app.station import Station
from tests.ui.conftest import Heard, room
from tests.ui.typing import Keyboard, press
from ui import lock
from ui.icons import Icon
from ui.main_window import MainWindow

Shell = Callable[..., MainWindow]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_without_a_code_enter_opens_the_desk_as_it_was_left(shell: Shell, key: Qt.Key) -> None:
    window = shell()
    window.add_room(room("desk", Heard()), lambda: "Desk", Icon.DESK)
    field = window.screen_named("desk").panes[1]
    field.setFocus()
    press(window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    covered = not window.screen_named("desk").view.isVisible()
    press(QApplication.focusWidget(), key)

    assert covered
    assert field.hasFocus()


def test_only_the_code_opens_a_desk_that_has_one(shell: Shell) -> None:
    window = shell(station=Station(pin=lock.pin_hash("4711")))
    heard = Heard()
    window.add_room(room("desk", heard), lambda: "Desk", Icon.DESK)
    window.lock()
    view = window._pages.lock
    assert view is not None
    view._field.setText("1234")
    view.unlock()
    still = view.isVisible()
    Keyboard(window).type("2900000000018", 2, Qt.Key.Key_Return)
    view._field.setText("4711")
    view.unlock()

    assert still
    assert heard.told == []
    assert not view.isVisible()


def test_the_field_rests_after_a_few_wrong_codes(shell: Shell) -> None:
    window = shell(station=Station(pin=lock.pin_hash("4711")))
    window.lock()
    view = window._pages.lock
    assert view is not None
    for _ in range(lock.PATIENCE):
        view._field.setText("0000")
        view.unlock()
    view._field.setText("4711")
    view.unlock()

    assert view.isVisible()
    assert not view._field.isEnabled()


def test_a_kept_code_that_was_damaged_opens_nothing() -> None:
    assert not lock.pin_fits("4711", "no hash at all")
    assert lock.pin_fits("4711", "")
