"""A clinic that has no program yet, and one window with the program room for a whole module of tests."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from desk_app.ports import Desk
from desk_app.station import Station
from ui import compose, compose_records
from ui.background import Background
from ui.icons import Icon
from ui.main_window import MainWindow
from ui.program.room import ProgramRoom


@pytest.fixture(scope="module")
def new_clinic(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """A clinic that has no program yet."""
    home = tmp_path_factory.mktemp("clinic")
    compose_records.make_desk(home, encrypted=False)
    with compose.open_desk(home) as desk:
        yield desk


@pytest.fixture(scope="module")
def program_room(
    qapp: QApplication, new_clinic: Desk, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[ProgramRoom]:
    """The room in a window of its own."""
    press = Background("press")
    window = MainWindow(tmp_path_factory.mktemp("home"), Station(), demo=False, press=press)
    window.show()
    QApplication.processEvents()
    window.activateWindow()
    room = ProgramRoom(window, new_clinic)
    window.add_room(room.screen(), lambda: "Program", Icon.PROGRAM)
    QApplication.processEvents()
    yield room
    press.close()
    window.close()
    window.deleteLater()
