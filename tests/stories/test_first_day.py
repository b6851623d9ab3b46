"""A new receptionist's first day: from the real desk into the room Training, two lessons, the questions, and ready."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desk_app import station as stations
from desk_app.station import Station
from desk_app.training.lessons import kept
from desk_app.training.readiness import lesson_done
from desk_app.training.records import with_person
from tests.stories.lessons_by_keys import MISTAKES, RIGHTLY
from tests.stories.pupil import Pupil
from tests.ui.clinic import Clock, fill
from tests.ui.conftest import dressed as dressed
from tests.ui.typing import press, type_text
from ui import app, compose, compose_records
from ui.app import Sitting
from ui.desk.room import DeskRoom
from ui.home import practice_home
from ui.main_window import MainWindow
from ui.training.branch.page import BranchPage
from ui.training.quiz.page import QuizPage
from ui.training.quiz.presenter import QuizPresenter
from ui.training.room import TrainingRoom
from ui.training.start.page import StartPage
from ui.training.strip.hours import StripOver
from ui.training.strip.view import LessonStrip
from ui.widgets.notice_bar import NoticeBar

HER = "Белова Ольга"
ENTER = Qt.Key.Key_Return
ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
PATIENCE = 20_000


@dataclass
class FirstDay:
    """Hands on the keyboard of whichever window is shown."""

    home: Path
    sitting: Sitting
    qtbot: QtBot

    @property
    def room(self) -> TrainingRoom:
        """The room Training of the real desk."""
        return cast("TrainingRoom", self.sitting.window.screen_named("training").presenter)

    @property
    def start(self) -> StartPage:
        """Its first page."""
        return cast("StartPage", self.room.page("start").presenter)

    @property
    def practice(self) -> MainWindow | None:
        """The practice window."""
        way = self.sitting._way
        return way.window if way is not None else None

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """One key where the keyboard is."""
        press(QApplication.focusWidget(), key, modifier)

    def type(self, text: str) -> None:
        """Letters where the keyboard is."""
        focus = QApplication.focusWidget()
        assert isinstance(focus, QWidget)
        type_text(focus, text)

    def until(self, is_so: Callable[[], object]) -> None:
        """Wait for what must come."""
        self.qtbot.waitUntil(lambda: bool(is_so()), timeout=PATIENCE)

    def strip(self) -> LessonStrip:
        """The strip over the practice desk, once the window is in front."""
        self.until(lambda: self.practice is not None and self.practice.findChildren(LessonStrip)
                   and self.practice.isActiveWindow() and QApplication.focusWidget())  # fmt: skip
        assert self.practice is not None
        return self.practice.findChildren(LessonStrip)[0]

    def pupil(self, code: str) -> Pupil:
        """Hands at the practice desk, with the lesson that was set up there."""
        over = cast("StripOver", self.strip().held)
        stage = kept(practice_home(self.home, HER))
        assert stage is not None
        assert stage.lesson.code == code
        assert not over.presenter.state.finished
        return Pupil(over._hour, stage)

    def note_done(self, code: str) -> None:
        """She did a lesson that is not told of here."""
        self.room.classroom.shelf.keep(lambda records: with_person(records, lesson_done(records.person(HER), code)))


def has_come_to(quiz: QuizPresenter, place: int) -> bool:
    """Whether another question is asked, or none any more."""
    return quiz.state.over or quiz.state.place == place


@pytest.fixture
def day(tmp_path: Path, qapp: QApplication, qtbot: QtBot) -> Iterator[FirstDay]:
    """A clinic with a past in its real window; nobody has signed in here yet."""
    home = tmp_path / "clinic"
    stations.save(home, Station(language="ru", desk="A"))
    compose_records.make_desk(home)
    with compose.open_desk(home) as desk:
        clock = Clock(datetime.now(UTC) - timedelta(days=80))
        fill(replace(desk, clock=clock), clock)
    sitting = Sitting(app.make_app(), home, demo=False, prepare=app._composition, find_rooms=app._rooms,
                      first_start=app._first_start)  # fmt: skip
    assert sitting.begin()
    qtbot.waitUntil(lambda: sitting._way is not None, timeout=PATIENCE)
    yield FirstDay(home, sitting, qtbot)
    sitting.end()
    sitting.window.close()
    sitting.window.deleteLater()


def test_a_first_day_in_the_room_training(day: FirstDay) -> None:
    # Into the room by its key; she says who she is.
    day.press(Qt.Key.Key_4, ALT)
    day.until(lambda: any(one.name == "training" for one in day.sitting.window.screens()))
    day.until(lambda: QApplication.focusWidget() is day.start.view.name)
    day.type(HER)
    day.press(ENTER)
    day.until(lambda: QApplication.focusWidget() is day.start.view.begin and day.start.view.begin.isEnabled())
    known = day.room.classroom.known
    first, second, *others = known.lessons
    assert (known.name, known.next.of) == (HER, first)

    # The first lesson by Enter. She takes the namesake, is told so, and repeats the step with other people.
    day.press(ENTER)
    strip = day.strip()
    MISTAKES[first][0](day.pupil(first))
    day.until(lambda: "это не тот человек" in " ".join(strip.help.sentences()[:1]))
    assert day.practice is not None
    desk = cast("DeskRoom", day.practice.screen_named("desk").presenter).presenter
    paid = desk.state
    assert paid.done is not None
    day.press(Qt.Key.Key_F3, CTRL)
    empty = desk.state
    assert not any((empty.done, empty.patient, empty.bill.bill.patient)), "an empty desk"
    assert day.practice.findChildren(NoticeBar)[0].spoken_notice() is None
    assert strip.goals.isVisible(), "who comes and what is to be done, and no hint of before"
    RIGHTLY[first](day.pupil(first))

    # The strip shows it done, and Enter leads to the next one.
    day.until(lambda: QApplication.focusWidget() is strip.on)
    assert all(said.endswith(" сделано") for said in strip.goals.sentences())
    day.press(ENTER)
    day.until(lambda: day.practice is not None and strip not in day.practice.findChildren(LessonStrip))
    other = day.strip()
    RIGHTLY[second](day.pupil(second))
    day.until(lambda: QApplication.focusWidget() is other.on)

    # The key leads back; what she did is noted, and the next lesson is offered.
    day.press(Qt.Key.Key_F10)
    day.until(lambda: day.practice is None and day.sitting.window.isActiveWindow())
    day.until(lambda: day.room.classroom.known.next.of == others[0])
    assert day.room.classroom.known.done(first)
    assert day.room.classroom.known.done(second)

    # The others another day, then the questions: one of them wrong, and its topic is asked again.
    for code in others:
        day.note_done(code)
    day.room.classroom.refresh()
    day.until(lambda: day.room.classroom.known.next.step == "quiz")
    day.until(lambda: QApplication.focusWidget() is day.start.view.begin)
    day.press(ENTER)
    quiz = cast("QuizPage", day.room.page("quiz").presenter)
    day.until(lambda: quiz.presenter.state.question)
    asked = len(quiz.presenter.state.questions)
    place = 0
    while not quiz.presenter.state.over:
        question = quiz.presenter.state.question
        assert question is not None
        answer = question.right if place else (question.right + 1) % len(question.options)
        day.press(Qt.Key(Qt.Key.Key_1 + answer))
        assert quiz.view.why.text()
        day.press(ENTER)
        place += 1
        day.until(partial(has_come_to, quiz.presenter, place))
    assert place == asked + 1
    assert quiz.presenter.state.passed
    day.press(ENTER)

    # She is ready, and the page of the manager says so.
    day.until(lambda: day.room.classroom.known.next.step == "read")
    left = day.start.view.left[0].sentences()
    assert {"Все уроки пройдены", "Вопросы о правилах сданы"} <= set(left)
    day.press(Qt.Key.Key_F11)
    branch = cast("BranchPage", day.room.page("branch").presenter)
    day.until(lambda: branch.view.people.sentences() == [f"{HER}. всё пройдено · ещё не прочитано"])
