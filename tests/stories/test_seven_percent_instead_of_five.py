"""Seven percent instead of five: what it would have cost on last year's bills is seen before anybody is told."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desk_app import program_drafts
from desk_app.documents.edits import Edit, edited
from tests.rehearsal.year import open_year
from tests.ui.conftest import dressed as dressed
from tests.ui.conftest import shell as shell
from tests.ui.typing import press, type_text
from ui.icons import Icon
from ui.main_window import MainWindow
from ui.program.rehearsal.trying_page import RehearsalPage
from ui.program.room import ProgramRoom


def test_silver_gets_seven_percent_instead_of_five(
    shell: Callable[..., MainWindow], qtbot: QtBot, tmp_path: Path
) -> None:
    with ExitStack() as stack:
        desk = open_year(stack, tmp_path).desk
        with desk.store.reading() as reading:
            (now,) = reading.versions()
            before = reading.last_change()
        seven = edited(now.document, [Edit("levels.steps[1].earn.percent", "7")])
        draft = program_drafts.begin(desk, seven, "Seven", now.version)
        window = shell()
        room = ProgramRoom(window, desk)
        window.add_room(room.screen(), lambda: "Program", Icon.PROGRAM)
        window.ready("Клиника")

        # The draft she works on is tried on the year up to yesterday, with one key.
        room.open_page("rehearsal")
        page = room.page("rehearsal").presenter
        assert isinstance(page, RehearsalPage)
        assert page.presenter.state.draft == draft.key
        press(page.view, Qt.Key.Key_F9)
        qtbot.waitUntil(lambda: page.presenter.state.told is not None, timeout=30_000)
        told = page.presenter.state.told
        assert told is not None
        assert "more" in told.headline
        assert "Nobody would have behaved differently" in told.limit
        assert not told.table("losers").rows

        # Other days, typed as a clinic writes them: the spring alone, when hardly anybody was silver yet.
        year = told.table("cost").rows[3].cells
        page.view.last.setFocus()
        page.view.last.selectAll()
        type_text(page.view.last, "30062025")
        press(page.view, Qt.Key.Key_F9)
        qtbot.waitUntil(lambda: page.presenter.state.told not in (None, told), timeout=30_000)
        spring = page.presenter.state.told
        assert spring is not None
        assert spring.table("cost").rows[3].cells != year

        # Nothing was changed and nobody was told.
        with desk.store.reading() as reading:
            assert reading.last_change() == before
            assert [one.version for one in reading.versions()] == [now.version]
