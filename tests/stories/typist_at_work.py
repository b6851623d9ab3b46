"""A manager who types the name of a program on and on, and says each letter once it is typed."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import cast

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desk_app import program_drafts
from desk_app.editing import starts
from desk_app.station import Station
from ui.app import make_app
from ui.background import Background
from ui.compose import open_desk
from ui.icons import Icon
from ui.main_window import MainWindow
from ui.plain_import import hold_none
from ui.program.editor.draft_page import EditorPage
from ui.program.room import ProgramRoom

LETTERS = "abcdefghijklmnopqrstuvwxyz"
PAUSE = 15


def type_on_and_on(home: Path) -> None:
    """A letter into the code of the program every few milliseconds, until somebody pulls the plug."""
    app = make_app()
    hold_none()
    with open_desk(home) as desk:
        window = MainWindow(home / "window", Station(), demo=False, press=Background("press"))
        window.show()
        room = ProgramRoom(window, desk)
        window.add_room(room.screen(), lambda: "Program", Icon.PROGRAM)
        room.open_draft(program_drafts.begin(desk, starts.empty(), "").key)
        page = cast(EditorPage, room.page("editor").presenter)
        window.activateWindow()
        QApplication.processEvents()
        page.view.take_keyboard("code")
        field = QApplication.focusWidget()
        assert field is not None
        number = 0

        def type_one() -> None:
            nonlocal number
            QTest.keyClick(field, Qt.Key(ord(LETTERS[number % 26].upper())))
            number += 1
            print(number, flush=True)

        hand = QTimer(interval=PAUSE)
        hand.timeout.connect(type_one)
        hand.start()
        app.exec()


if __name__ == "__main__":
    type_on_and_on(Path(sys.argv[1]))
