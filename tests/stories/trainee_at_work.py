"""A trainee who pays at her practice desk on and on, over a real desk with a bill half typed; says each receipt."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import cast

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication

from tests.ui.clinic import Clinic
from tests.ui.desk.conftest import Desktop
from ui import app
from ui.app import Sitting
from ui.desk.room import DeskRoom
from ui.main_window import MainWindow
from ui.widgets.practice_line import PracticeLine

ENTER = Qt.Key.Key_Return


def hands(window: MainWindow) -> Desktop:
    """Hands on the keyboard of a window."""
    return Desktop(window, cast("DeskRoom", window.screen_named("desk").presenter), cast("Clinic", None), [])


def is_ready(window: MainWindow) -> bool:
    """Whether the practice desk may be worked at."""
    return bool(window.findChildren(PracticeLine)) and window.isActiveWindow()


def when(ready: Callable[[], bool], then: Callable[[], None]) -> None:
    """Do it as soon as it can be done."""
    if ready():
        then()
    else:
        QTimer.singleShot(5, lambda: when(ready, then))


def train(home: Path) -> None:
    """Half a bill at the real desk; then one payment after another in practice, until somebody pulls the plug."""
    running = app.make_app()
    sitting = Sitting(running, home, demo=False, prepare=app._composition, find_rooms=app._rooms,
                      first_start=app._first_start)  # fmt: skip
    sitting.begin()

    def practice() -> MainWindow | None:
        return sitting._way.window if sitting._way is not None else None

    def half_a_bill() -> None:
        desk = hands(sitting.window)
        desk.find("щел")
        desk.type("B01.047.001")
        desk.press(ENTER)
        assert sitting._way is not None
        sitting._way.open_alone()
        when(lambda: (window := practice()) is not None and is_ready(window), pay)

    def pay() -> None:
        window = practice()
        assert window is not None
        trainee = hands(window)
        trainee.find("иванов")
        trainee.type("B01.047.002")
        trainee.press(ENTER, Qt.Key.Key_F9)
        print(trainee.notice, flush=True)
        QTimer.singleShot(1, pay)

    when(lambda: sitting._way is not None and sitting.window.isActiveWindow(), half_a_bill)
    QApplication.exec()


if __name__ == "__main__":
    train(Path(sys.argv[1]))
