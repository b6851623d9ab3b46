"""The rehearsal page by keyboard: tried with F9, walked with arrows, opened with Enter, left with Esc."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desk_app import program_drafts
from desk_app.ports import Desk
from tests.rehearsal.year import open_year, with_rates
from tests.ui.conftest import shell as shell
from tests.ui.typing import press, type_text
from ui.icons import Icon
from ui.main_window import MainWindow
from ui.program.rehearsal.trying_page import RehearsalPage
from ui.program.room import ProgramRoom

ENTER, ESC, DOWN = Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Down


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """A clinic with a year behind it, and two drafts."""
    with ExitStack() as stack:
        desk = open_year(stack, tmp_path_factory.mktemp("year")).desk
        program_drafts.begin(desk, with_rates("1", "2", "3", "4"), "Sparing", 1)
        program_drafts.begin(desk, with_rates("5", "7", "9", "12"), "Generous", 1)
        yield desk


@pytest.fixture
def page(shell: Callable[..., MainWindow], desk: Desk) -> RehearsalPage:
    """The page, in sight."""
    window = shell()
    room = ProgramRoom(window, desk)
    window.add_room(room.screen(), lambda: "Program", Icon.PROGRAM)
    window.ready("Клиника")
    room.open_page("rehearsal")
    made = room.page("rehearsal").presenter
    assert isinstance(made, RehearsalPage)
    return made


def tried(page: RehearsalPage, qtbot: QtBot, draft: str) -> None:
    """Rehearse a draft by its name."""
    key = next(one.key for one in page.presenter.state.drafts if one.name == draft)
    page.presenter.choose_draft(key)
    press(page.view, Qt.Key.Key_F9)
    qtbot.waitUntil(lambda: page.presenter.state.told is not None, timeout=30_000)


def test_a_figure_opens_to_patients_their_bills_and_the_lines_of_one(page: RehearsalPage, qtbot: QtBot) -> None:
    tried(page, qtbot, "Sparing")
    assert page.view.tables.hasFocus()
    for _ in range(2):
        press(page.view.tables, DOWN)
    press(page.view.tables, ENTER)
    assert page.view.rows_in_sight().hasFocus()

    press(page.view.rows_in_sight(), ENTER)
    qtbot.waitUntil(lambda: len(page.presenter.state.opened) == 1)
    bills = page.presenter.state.opened[-1].listing
    assert bills is not None
    press(page.view.rows_in_sight(), ENTER)
    qtbot.waitUntil(lambda: len(page.presenter.state.opened) == 2)
    lines = page.presenter.state.opened[-1].bill
    assert lines is not None
    assert all(line.was_why and line.would_why for line in lines.lines)

    for left in (1, 0):
        assert page.page().back()
        assert len(page.presenter.state.opened) == left
    assert not page.page().back()


def test_esc_stops_and_the_next_time_goes_on(page: RehearsalPage, qtbot: QtBot) -> None:
    press(page.view, Qt.Key.Key_F9)
    assert page.presenter.state.busy
    assert page.page().back()
    qtbot.waitUntil(lambda: not page.presenter.state.busy, timeout=30_000)
    assert page.presenter.state.stopped or page.presenter.state.told is not None
    tried(page, qtbot, "Generous")
    assert not page.presenter.state.stopped


def test_a_day_that_is_none_is_said_at_its_field_and_nothing_is_tried(page: RehearsalPage) -> None:
    page.view.first.clear()
    type_text(page.view.first, "31.02.2025")
    press(page.view, Qt.Key.Key_F9)

    assert page.view.faults[0].words()
    assert not page.presenter.state.busy


def test_a_draft_that_makes_no_sense_yet_is_told_in_a_sentence(page: RehearsalPage, qtbot: QtBot, desk: Desk) -> None:
    broken = program_drafts.begin(desk, {**with_rates("1", "2", "3", "4"), "levels": {}}, "Half done", 1)
    page.presenter.refresh(broken.key)
    told: list[object] = []
    page.presenter.tell = told.append

    press(page.view, Qt.Key.Key_F9)
    qtbot.waitUntil(lambda: bool(told), timeout=30_000)
    program_drafts.forget(desk, broken.key)

    assert page.presenter.state.told is None


def test_two_drafts_of_one_name_are_told_apart(page: RehearsalPage, desk: Desk) -> None:
    twin = program_drafts.begin(desk, with_rates("4", "6", "8", "11"), "Sparing", 1)
    page.presenter.refresh()

    names = [page.view.drafts.itemText(row) for row in range(page.view.drafts.count())]

    program_drafts.forget(desk, twin.key)
    assert len([name for name in names if name.startswith("Sparing, changed ")]) == 2
    assert "Generous" in names
