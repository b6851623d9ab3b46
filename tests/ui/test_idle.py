"""A desk that nobody touches locks itself, and keeps everything that was open."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desk_app.station import Station
from tests.ui.conftest import Heard, room
from tests.ui.typing import press
from ui.icons import Icon
from ui.idle import Idle
from ui.main_window import MainWindow

Shell = Callable[..., MainWindow]


class Watched:
    """A window with a clock that is set by hand."""

    def __init__(self, window: MainWindow) -> None:
        self.window = window
        self.now = 0.0
        self.idle = Idle(lambda: window.station.idle_minutes, window.lock, window, lambda: self.now)
        self.idle.begin()

    def after(self, minutes: float) -> bool:
        """Whether the desk is locked after so many minutes more."""
        self.now += minutes * 60
        self.idle.look()
        return self.window._pages.locked()


def watched(shell: Shell, minutes: int) -> Watched:
    window = shell(station=Station(language="en", idle_minutes=minutes))
    window.add_room(room("desk", Heard()), lambda: "Desk", Icon.DESK)
    return Watched(window)


def test_after_its_minutes_without_a_touch_the_desk_is_locked_and_enter_opens_it_as_it_was(shell: Shell) -> None:
    desk = watched(shell, 10)
    field = desk.window.screen_named("desk").panes[1]
    field.setFocus()
    before, then = desk.after(9.9), desk.after(0.2)
    press(QApplication.focusWidget(), Qt.Key.Key_Return)

    assert (before, then) == (False, True)
    assert not desk.window._pages.locked()
    assert field.hasFocus()
    desk.idle.end()


@pytest.mark.parametrize("touch", ["key", "mouse"])
def test_whoever_types_or_moves_the_mouse_is_there(shell: Shell, touch: str) -> None:
    desk = watched(shell, 10)
    desk.now += 9 * 60
    handle = desk.window.windowHandle()
    if touch == "key":
        QTest.keyClick(handle, Qt.Key.Key_Shift)
    else:
        QTest.mouseMove(handle, handle.position())
        QTest.mouseClick(handle, Qt.MouseButton.LeftButton)
    QApplication.processEvents()

    assert not desk.after(9)
    assert desk.after(2)
    desk.idle.end()


def test_with_no_minutes_set_it_never_locks(shell: Shell) -> None:
    desk = watched(shell, 0)

    assert not desk.after(100_000)
    desk.idle.end()


def test_a_locked_desk_is_not_locked_again_over_where_the_keyboard_was(shell: Shell) -> None:
    desk = watched(shell, 1)
    field = desk.window.screen_named("desk").panes[1]
    field.setFocus()
    desk.after(2)
    desk.after(2)
    press(QApplication.focusWidget(), Qt.Key.Key_Return)

    assert field.hasFocus()
    desk.idle.end()
