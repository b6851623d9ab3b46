"""The pages of versions in the window: their keys lead from one to the next, and nothing needs the mouse."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import QDeadlineTimer, Qt
from PySide6.QtWidgets import QApplication, QWidget

from desk_app import program_drafts
from desk_app.documents.edits import Edit, edited
from desk_app.rollout.diary import diary
from tests.tasks.clinic import Clinic
from tests.tasks.rules import announced, earning
from tests.ui.conftest import shell as shell
from tests.ui.typing import press, type_text
from ui.icons import Icon
from ui.main_window import MainWindow
from ui.program.room import ProgramRoom
from ui.program.versions.announcing.page import AnnouncingPage
from ui.program.versions.list_page import VersionsPage
from ui.program.versions.parting.page import PartingPage
from ui.program.versions.telling.page import TellingPage


@pytest.fixture
def clinic(tmp_path: Path) -> Iterator[Clinic]:
    with ExitStack() as stack:
        yield Clinic.open(stack, tmp_path, "harbour", "a")


def until(known: Callable[[], object]) -> None:
    left = QDeadlineTimer(20_000)
    while not known():
        assert not left.hasExpired()
        QApplication.processEvents()


@pytest.fixture
def room(shell: Callable[..., MainWindow], clinic: Clinic) -> ProgramRoom:
    window = shell()
    made = ProgramRoom(window, clinic.desk)
    window.add_room(made.screen(), lambda: "Program", Icon.PROGRAM)
    window.ready("Клиника")
    window.show_room("program")
    return made


def test_a_new_program_is_a_draft_at_once_and_a_deleted_one_comes_back(room: ProgramRoom, clinic: Clinic) -> None:
    page = cast(VersionsPage, room.page("versions").presenter)
    assert "in force" in " ".join(page.view.rows.sentences())

    press(page.view, Qt.Key.Key_F2)
    (begun,) = program_drafts.drafts(clinic.desk)
    assert room.draft_key == begun.key
    room.open_page("versions")
    assert "draft" in page.view.rows.sentences()[0]

    press(page.view.rows, Qt.Key.Key_Delete)
    assert program_drafts.drafts(clinic.desk) == ()
    press(page.view.rows, Qt.Key.Key_F8)
    assert [one.key for one in program_drafts.drafts(clinic.desk)] == [begun.key]


def test_the_keys_lead_from_a_version_to_who_was_told_and_to_its_withdrawal(room: ProgramRoom, clinic: Clinic) -> None:
    clinic.enrol("ira")
    made = announced(clinic, earning("5"))
    room.open_version(made.mark, "versions")
    page = cast(VersionsPage, room.page("versions").presenter)
    until(lambda: page.presenter.state.seen is not None)
    assert any("now 5%, before 10%" in said for said in page.view.lines.sentences())

    press(page.view.rows, Qt.Key.Key_F7)
    told = cast(TellingPage, room.page("telling").presenter)
    until(lambda: told.presenter.state.people)
    press(told.view.rows, Qt.Key.Key_Return)
    until(lambda: not told.presenter.state.people)
    press(told.view, Qt.Key.Key_Escape)

    press(page.view.rows, Qt.Key.Key_F4)
    leaving = cast(PartingPage, room.page("parting").presenter)
    type_text(leaving.view.reason, "передумали")
    press(leaving.view.reason, Qt.Key.Key_F9)
    assert diary(clinic.desk, made.mark)[-1].what == "announced", "it is asked for twice"
    press(leaving.view.reason, Qt.Key.Key_F9)
    assert diary(clinic.desk, made.mark)[-1].what == "withdrawn"


def test_what_is_refused_is_seen_and_what_is_answered_is_not_asked_for_any_more(
    room: ProgramRoom, clinic: Clinic
) -> None:
    window = cast(MainWindow, room.frame)
    window.resize(1024, 600)
    document = edited(earning("5"), (Edit("notice.worsening_days", 3),))
    draft = program_drafts.begin(clinic.desk, document, "Short notice", 1)
    room.open_draft(draft.key, "announcing")
    page = cast(AnnouncingPage, room.page("announcing").presenter)
    until(lambda: page.presenter.state.outlook is not None and not page.presenter.state.looking)

    press(page.view, Qt.Key.Key_F9)
    assert window._work.notices.spoken_notice() is not None
    type_text(page.view.reason, "the owners want it")
    assert window._work.notices.spoken_notice() is None
    assert program_drafts.drafts(clinic.desk)[0].reasons == {"F01 notice.worsening_days": "the owners want it"}

    press(page.view, Qt.Key.Key_F9)
    fault = page.view.plan.faults["channels"]
    until(lambda: fault.isVisible() and fault.visibleRegion().boundingRect().height() >= fault.height())
    assert page.view.plan.channels.isAncestorOf(cast(QWidget, QApplication.focusWidget()))
