"""A manager changes what comes back, through the window: more of it at once, less of it after thirty days."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import QDeadlineTimer, Qt, QTimer
from PySide6.QtWidgets import QApplication, QLineEdit

from desk_app import program_drafts, programs
from desk_app.rollout.at_desk import to_tell
from desk_app.rollout.diary import lives
from desk_app.rollout.plan import WAYS
from tests.tasks.clinic import MOSCOW, Clinic, treatment
from tests.tasks.rules import earning
from tests.ui.conftest import dressed as dressed
from tests.ui.conftest import shell as shell
from tests.ui.typing import press, type_text
from ui import compose, compose_records
from ui.icons import Icon
from ui.main_window import MainWindow
from ui.program.editor.draft_page import EditorPage
from ui.program.room import ProgramRoom
from ui.program.versions.announcing.page import AnnouncingPage

_PATIENCE = 20_000
#: Milliseconds after which Tab knows where everything is.
_LAID_OUT = 200


@pytest.fixture
def clinic(tmp_path: Path) -> Iterator[Clinic]:
    """Where 5 % of every bill comes back, and worse rules are told of thirty days before."""
    with ExitStack() as stack:
        clinic = Clinic()
        known = compose_records.programs()
        clinic.desks["a"] = stack.enter_context(compose.throw_away_desk(tmp_path, "a", lambda: clinic.now, known))
        programs.publish(clinic.desk, earning("5"), clinic.now.date(), clinic.op())
        yield clinic


@pytest.fixture
def room(clinic: Clinic, shell: Callable[..., MainWindow]) -> ProgramRoom:
    window = shell()
    made = ProgramRoom(window, clinic.desk)
    window.add_room(made.screen(), lambda: "Program", Icon.PROGRAM)
    window.ready("Клиника")
    window.show_room("program")
    return made


def until(known: Callable[[], object]) -> None:
    left = QDeadlineTimer(_PATIENCE)
    while not known():
        assert not left.hasExpired()
        QApplication.processEvents()


def at(day: date, clock: str = "12:00") -> datetime:
    return datetime.combine(day, time.fromisoformat(clock), MOSCOW)


def change_to(room: ProgramRoom, percent: str) -> AnnouncingPage:
    """From the version in force to the page that announces the draft, with keys alone but for the way to the field."""
    press(room.view, Qt.Key.Key_F9)
    editor = cast(EditorPage, room.page("editor").presenter)
    until(lambda: editor.presenter.state.checked)
    room.page("editor").reveal("levels.steps[0].earn.percent")
    press(QApplication.focusWidget(), Qt.Key.Key_Tab)  # from how it is counted to how much
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    field.selectAll()
    type_text(field, percent)
    press(field, Qt.Key.Key_F9)
    page = cast(AnnouncingPage, room.page("announcing").presenter)
    until(lambda: page.presenter.state.outlook is not None and not page.presenter.state.looking)
    return page


def plan(page: AnnouncingPage) -> None:
    """Staff tell patients at the desk, and somebody sees to it."""
    form = page.view.plan
    laid_out: list[bool] = []
    QTimer.singleShot(_LAID_OUT, lambda: laid_out.append(True))
    until(lambda: laid_out)
    page.view.day.setFocus()
    press(page.view.day, Qt.Key.Key_Tab)
    press(QApplication.focusWidget(), Qt.Key.Key_Space)
    for _ in WAYS:
        press(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert form.owner.hasFocus(), "the keyboard goes the way the eye reads"
    type_text(form.owner, "Ирина")


def test_a_manager_gives_more_at_once_and_less_after_thirty_days(clinic: Clinic, room: ProgramRoom) -> None:
    ira = clinic.enrol("ira")
    page = change_to(room, "7")
    assert [one.kind for one in page.presenter.state.changes] == ["better"]
    assert page.presenter.state.start == clinic.now.date()
    plan(page)
    press(page.view, Qt.Key.Key_F9)
    assert len(lives(clinic.desk)) == 1, "what holds at once is asked for twice"
    press(page.view, Qt.Key.Key_F9)

    assert [(one.record.version, one.status) for one in lives(clinic.desk)] == [(2, "in_force"), (1, "retired")]
    assert clinic.pay(ira, treatment("1000.00")).quote.earns == 70

    clinic.later(days=100)
    told_on = clinic.now.date()
    page = change_to(room, "4")
    lawful = told_on + timedelta(days=30)
    assert [one.kind for one in page.presenter.state.changes] == ["worse"]
    assert page.presenter.state.start == lawful
    page.view.day.setFocus()
    page.view.day.selectAll()
    type_text(page.view.day, f"{lawful - timedelta(days=1):%d%m%Y}")
    plan(page)
    until(lambda: "day" in page.presenter.state.faults)
    press(page.view, Qt.Key.Key_F9)
    assert page.view.day.hasFocus(), "a day too early is refused at its field"
    assert "30\xa0days" in page.view.day_fault.words()
    page.view.day.selectAll()
    type_text(page.view.day, f"{lawful:%d%m%Y}")
    press(page.view.day, Qt.Key.Key_F9)

    assert [(one.record.version, one.status) for one in lives(clinic.desk)][:2] == [(3, "announced"), (2, "in_force")]
    assert program_drafts.drafts(clinic.desk) == ()
    news = to_tell(clinic.desk, ira)
    assert news is not None
    assert (news.kind, news.day) == ("ahead", lawful)

    clinic.now = at(lawful - timedelta(days=1), "23:59")
    assert clinic.pay(ira, treatment("1000.00")).quote.earns == 70
    clinic.now = at(lawful, "00:01")
    assert clinic.pay(ira, treatment("1000.00")).quote.earns == 40
