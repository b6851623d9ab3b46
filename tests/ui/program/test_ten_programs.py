"""Ten programs as clinics publish them, typed in by keyboard: what comes out is the promise, to the letter."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desk_app import program_drafts
from desk_app.documents.program_file import problems, publishable, read_document
from desk_app.ports import Desk
from desk_app.station import Station
from tests.ui.program.typist import Typist
from tests.ui.typing import press
from ui import compose
from ui.background import Background
from ui.icons import Icon
from ui.main_window import MainWindow
from ui.program.editor.draft_page import KEEP, EditorPage
from ui.program.room import ProgramRoom

REAL = sorted((Path(__file__).parent / "real").glob("*.toml"))


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """A clinic that has no program yet."""
    home = tmp_path_factory.mktemp("clinic")
    compose.make_desk(home, encrypted=False)
    with compose.open_desk(home) as desk:
        yield desk


@pytest.fixture(scope="module")
def room(qapp: QApplication, desk: Desk, tmp_path_factory: pytest.TempPathFactory) -> Iterator[ProgramRoom]:
    """One window for all ten."""
    press_ = Background("press")
    window = MainWindow(tmp_path_factory.mktemp("home"), Station(), demo=False, press=press_)
    window.show()
    QApplication.processEvents()
    window.activateWindow()
    room = ProgramRoom(window, desk)
    window.add_room(room.screen(), lambda: "Program", Icon.PROGRAM)
    QApplication.processEvents()
    yield room
    press_.close()
    window.close()
    window.deleteLater()


@pytest.mark.parametrize("file", REAL, ids=lambda file: file.stem)
def test_a_program_typed_in_by_keyboard_is_the_program(room: ProgramRoom, desk: Desk, file: Path) -> None:
    wanted = read_document(file.read_bytes())
    assert (problems(wanted), publishable(wanted)) == ((), ())
    room.open_draft(program_drafts.begin(desk, {}, "").key)
    page = cast(EditorPage, room.page("editor").presenter)
    starts = page.view.start.list
    assert starts.hasFocus()
    press(starts, Qt.Key.Key_End)
    press(starts, Qt.Key.Key_Return)

    Typist(page, wanted).type_all()

    assert page.presenter.state.document == wanted
    QTest.qWait(2 * KEEP)
    assert program_drafts.drafts(desk)[0].document == wanted
    assert page.presenter.state.problems == ()
