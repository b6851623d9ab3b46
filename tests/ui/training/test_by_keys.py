"""The training room in its window: every page is reached, worked and left by keys alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from desk_app.ports import Desk
from desk_app.station import Station
from desk_app.training.lessons import kept
from desk_app.training.waiting import waiting
from tests.training.pupil import RIGHTLY, Pupil, School, school
from tests.ui.conftest import dressed as dressed
from tests.ui.training.classroom import NEXT, RULES, learned
from tests.ui.typing import press, type_text
from ui.background import Background
from ui.home import practice_home
from ui.hour import Exercise, Hour
from ui.icons import Icon
from ui.main_window import MainWindow
from ui.notice import Tone
from ui.training.branch.page import BranchPage
from ui.training.pulse.page import PulsePage
from ui.training.quiz.page import QuizPage
from ui.training.room import TrainingRoom
from ui.training.start.page import StartPage
from ui.training.strip.view import LessonStrip
from ui.training.version.page import VersionPage
from ui.widgets.keys import KeysView
from ui.widgets.notice_bar import NoticeBar

ENTER, ESC = Qt.Key.Key_Return, Qt.Key.Key_Escape
CTRL = Qt.KeyboardModifier.ControlModifier
HER = "Ольга Белова"


class PracticeHere:
    """A practice desk whose strip is laid over the very same window."""

    def __init__(self, window: MainWindow, desk: Desk) -> None:
        self.window = window
        self.desk = desk
        self.exercise: Exercise | None = None
        self.hour: Hour | None = None
        self.strip: QWidget | None = None
        self.left = 0

    def open(self, exercise: Exercise) -> None:
        practice_home(self.window.home, exercise.trainee).mkdir(parents=True, exist_ok=True)
        exercise.begin(self.desk)
        self.exercise = exercise
        self.hour = Hour(self.desk, self.window, self.leave, self.open, lambda up: None, self.window)
        assert exercise.strip is not None
        self._take_away()
        self.strip = exercise.strip(self.hour)
        self.window.crown(self.strip)
        self.strip.show()

    def leave(self) -> None:
        self._take_away()
        self.left += 1
        assert self.exercise is not None
        self.exercise.left()

    def _take_away(self) -> None:
        if self.strip is not None:
            self.strip.hide()
            self.strip.setParent(None)
            self.strip.deleteLater()
            self.strip = None


class Hands:
    """Hands on the keyboard of the window."""

    def __init__(self, window: MainWindow, room: TrainingRoom, practice: PracticeHere, qtbot: QtBot) -> None:
        self.window, self.room, self.practice, self.qtbot = window, room, practice, qtbot

    def press(self, *keys: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        for key in keys:
            press(QApplication.focusWidget(), key, modifier)

    def type(self, text: str) -> None:
        focus = QApplication.focusWidget()
        assert focus is not None
        type_text(focus, text)

    def until(self, so: Callable[[], object]) -> None:
        self.qtbot.waitUntil(lambda: bool(so()), timeout=20_000)

    def said(self) -> str:
        """What the bar says."""
        notice = self.window.findChildren(NoticeBar)[0].spoken_notice()
        return notice.sentence() if notice is not None and notice.tone is Tone.DONE else ""

    def refused(self) -> str:
        """What the bar says is wrong."""
        notice = self.window.findChildren(NoticeBar)[0].spoken_notice()
        return notice.sentence() if notice is not None and notice.tone is Tone.REFUSED else ""

    @property
    def start(self) -> StartPage:
        return cast("StartPage", self.room.page("start").presenter)

    def home(self, name: str = HER) -> None:
        """To the first page, as somebody."""
        self.room.classroom.known = self.room.classroom.known.__class__(name=name)
        self.window.show_room("training")
        self.room.open_page("start")
        self.until(lambda: self.room.classroom.known.looked and self.start.view.begin.isEnabled())


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[School]:
    with school(tmp_path_factory.mktemp("school"), RULES, following=NEXT) as made:
        yield made


@pytest.fixture(scope="module")
def inside(
    qapp: QApplication, desk: School, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[MainWindow, TrainingRoom, PracticeHere]]:
    """One window for all of them."""
    press_ = Background("press")
    window = MainWindow(
        tmp_path_factory.mktemp("home"), Station(language="en", desk="A", employee=HER), demo=True, press=press_
    )
    window.show()
    QApplication.processEvents()
    window.activateWindow()
    practice = PracticeHere(window, desk.desk)
    window.lead_to_practice(practice)
    room = TrainingRoom(window, desk.desk)
    window.add_room(room.screen(), lambda: "Training", Icon.TRAINING)
    QApplication.processEvents()
    yield window, room, practice
    press_.close()
    window.close()
    window.deleteLater()


@pytest.fixture
def hands(inside: tuple[MainWindow, TrainingRoom, PracticeHere], qtbot: QtBot, tmp_path: Path) -> Hands:
    window, room, practice = inside
    (tmp_path / "records").mkdir()
    window.keep_station(Station(language="en", desk="A", employee=HER, training_folder=str(tmp_path / "records")))
    made = Hands(window, room, practice, qtbot)
    window.hush()
    made.home()
    return made


def test_enter_begins_the_lesson_and_when_it_is_done_the_next_one(hands: Hands, desk: School) -> None:
    first, second = hands.room.classroom.known.lessons[:2]
    assert hands.start.view.head.text() == "A patient without her card"

    hands.press(ENTER)

    strip = cast("LessonStrip", hands.practice.strip)
    assert any("not done yet" in said for said in strip.goals.sentences())
    hands.window.resize(1024, 600)
    hands.until(lambda: strip.height() <= 140)
    assert hands.window.height() - strip.height() > 450, "the desk keeps its room"
    story = strip.lines.sentences()
    hands.press(Qt.Key.Key_F1, modifier=CTRL)
    assert strip.help.isVisible(), "the hint is read in the place of the steps"
    assert strip.help.sentences()[0].startswith("Hint")
    hands.press(Qt.Key.Key_F1, modifier=CTRL)
    assert "born on" in strip.help.sentences()[0], "the newest hint is on top"
    assert strip.lines.sentences() == story, "who came is there all the while"
    assert strip.lines.isVisible()
    hands.press(Qt.Key.Key_F2, modifier=CTRL)
    assert (strip.help.isVisible(), strip.goals.isVisible()) == (False, True)
    hands.press(Qt.Key.Key_F2, modifier=CTRL)
    assert not strip.lines.isVisible()
    hands.press(Qt.Key.Key_F2, modifier=CTRL)
    assert strip.lines.isVisible()
    assert strip.help.isVisible()

    parts = []
    for _ in range(9):
        hands.press(Qt.Key.Key_F6)
        parts.append(QApplication.focusWidget())
    assert strip.lines in parts, "the key that goes round the parts leads into the strip"
    assert strip.help in parts
    hands.window.show_keys()
    assert {"Ctrl+F1", "Ctrl+F2", "Ctrl+F3"} <= {
        one.text() for one in hands.window.findChildren(KeysView)[0].findChildren(QLabel)
    }
    hands.press(Qt.Key.Key_Escape)

    stage = kept(practice_home(hands.window.home, HER))
    assert stage is not None
    RIGHTLY[first](Pupil(desk.desk, stage))
    assert hands.practice.hour is not None
    hands.practice.hour.written.emit()
    assert strip.lines.sentences()[0] == "Everything is as it should be."
    hands.until(lambda: hands.room.classroom.known.done(first))
    assert QApplication.focusWidget() is strip.on

    hands.press(ENTER)
    other = kept(practice_home(hands.window.home, HER))
    assert other is not None
    assert other.lesson.code == second
    hands.practice.leave()
    hands.until(lambda: hands.room.classroom.known.next.of == second)


def test_the_strip_looks_dead_while_the_desk_is_locked(hands: Hands) -> None:
    hands.press(ENTER)
    strip = hands.practice.strip
    assert strip is not None
    hands.window.lock()
    locked = strip.isEnabled()

    hands.press(ENTER)

    assert (locked, strip.isEnabled()) == (False, True)
    hands.practice.leave()


def test_a_name_is_typed_and_enter_goes_on(hands: Hands) -> None:
    hands.home("")
    assert QApplication.focusWidget() is hands.start.view.name

    hands.type("Анна Ким")
    hands.press(ENTER)

    hands.until(lambda: hands.room.classroom.known.looked)
    assert hands.room.classroom.known.name == "Анна Ким"
    hands.until(lambda: QApplication.focusWidget() is hands.start.view.begin)


def test_a_name_that_is_missing_or_none_is_told_and_one_typed_otherwise_is_the_same_person(hands: Hands) -> None:
    learned(hands.room.classroom, "Семёнова Анна")
    hands.until(lambda: "Семёнова Анна" in hands.room.classroom.known.records.people)
    hands.home("")

    hands.press(ENTER)
    assert hands.refused() == "The name is missing: type your surname and given name."
    hands.type("....")
    hands.press(ENTER)
    assert hands.refused().startswith("This is no name")
    assert hands.room.classroom.known.name == ""

    hands.type("семенова  анна")
    assert hands.refused() == "", "what is being typed is not refused any more"
    hands.press(ENTER)
    hands.until(lambda: hands.room.classroom.known.looked and hands.start.view.begin.hasFocus())
    assert hands.room.classroom.known.name == hands.start.view.name.text() == "Семёнова Анна"
    assert hands.refused() == ""


def test_the_quiz_goes_by_digits_and_enter_and_leads_to_reading(hands: Hands) -> None:
    learned(hands.room.classroom, HER)
    hands.until(lambda: hands.room.classroom.known.next.step == "quiz")

    hands.press(ENTER)
    page = cast("QuizPage", hands.room.page("quiz").presenter)
    hands.until(lambda: page.presenter.state.question)
    for place in range(8):
        question = page.presenter.state.question
        assert question is not None
        assert page.presenter.state.place == place
        hands.press(Qt.Key(Qt.Key.Key_1 + question.right))
        assert page.view.verdict.text() == "Right."
        assert page.view.why.text()
        hands.press(ENTER)
    assert page.view.verdict.text() == "Passed: 8 of 8 right at once."
    hands.press(ENTER)

    hands.until(lambda: hands.room.classroom.known.next.step == "read")
    hands.press(ENTER)
    version = cast("VersionPage", hands.room.page("version").presenter)
    hands.until(lambda: version.presenter.state.looked)
    bar = version.view.lines.verticalScrollBar()
    assert bar.maximum() > 0
    assert version.bound["agree"].text() == "Next"
    while bar.value() < bar.maximum():
        hands.press(Qt.Key.Key_F9)
        assert hands.said() == ""
        assert version.view.isVisible(), "nobody agrees with what she has not seen"
    assert version.bound["agree"].text() == "Read and agreed"
    hands.press(Qt.Key.Key_F9)
    hands.until(lambda: hands.said() == "It is kept that you have read these rules and agree.")
    assert hands.start.view.isVisible()


def test_a_wrong_answer_says_what_is_right_and_why(hands: Hands) -> None:
    hands.press(Qt.Key.Key_F2)
    page = cast("QuizPage", hands.room.page("quiz").presenter)
    hands.until(lambda: page.presenter.state.question)
    question, said = page.presenter.state.question, page.presenter.state.said
    assert question is not None
    assert said is not None
    wrong = (question.right + 1) % len(question.options)

    hands.press(Qt.Key(Qt.Key.Key_1 + wrong))

    assert page.view.verdict.text().startswith(f"Right: {said.options[question.right]}. You answered: ")
    assert page.view.verdict.text().endswith(said.thought[wrong])
    hands.press(ESC)
    assert hands.start.view.isVisible()


def test_what_patients_ask_is_leafed_through(hands: Hands) -> None:
    hands.press(Qt.Key.Key_F4)
    page = hands.room.page("asked")
    view = page.view
    hands.until(lambda: len(view.rows.sentences()) == 10)  # type: ignore[attr-defined]  # the view of that page
    first = view.answer.text()  # type: ignore[attr-defined]

    hands.press(ENTER)

    assert view.answer.text() not in ("", first)  # type: ignore[attr-defined]
    hands.press(ESC)


def test_an_objection_is_written_and_answered_by_keys(hands: Hands) -> None:
    hands.press(Qt.Key.Key_F7)
    version = cast("VersionPage", hands.room.page("version").presenter)
    hands.until(lambda: version.presenter.state.looked)
    hands.press(Qt.Key.Key_F4)
    hands.type("трудно объяснить")
    hands.press(ENTER)
    hands.until(lambda: version.presenter.state.word == "objects")
    hands.press(ESC)

    hands.press(Qt.Key.Key_F11)
    branch = cast("BranchPage", hands.room.page("branch").presenter)
    taught = version.presenter.state.taught
    assert taught is not None
    hands.until(lambda: branch.presenter.state.branch)
    if branch.presenter.state.branch is not None and branch.presenter.state.branch.taught.key != taught.key:
        hands.press(Qt.Key.Key_F7)
    hands.until(lambda: branch.presenter.state.objections)
    hands.press(Qt.Key.Key_F2)
    hands.type("напечатаем листовку")
    hands.press(ENTER)
    hands.until(lambda: "Answer: напечатаем листовку" in branch.view.lines.sentences())


def test_who_works_here_no_more_is_taken_out_by_a_key_and_called_back(hands: Hands) -> None:
    learned(hands.room.classroom, "Анна Ким")
    hands.until(lambda: "Анна Ким" in hands.room.classroom.known.records.people)
    hands.press(Qt.Key.Key_F11)
    branch = cast("BranchPage", hands.room.page("branch").presenter)
    hands.until(lambda: branch.view.person() == "Анна Ким")

    hands.press(Qt.Key.Key_F8, modifier=Qt.KeyboardModifier.ShiftModifier)
    hands.until(lambda: branch.view.person() == "")
    hands.press(Qt.Key.Key_F8)
    hands.until(lambda: branch.view.person() == "Анна Ким")


def test_enter_always_begins_the_next_thing(hands: Hands) -> None:
    begin = hands.start.view.begin
    for key in (Qt.Key.Key_F2, Qt.Key.Key_F4, Qt.Key.Key_F7):
        hands.press(key)
        assert not hands.start.view.isVisible()
        hands.press(ESC)
        hands.until(begin.hasFocus)
    hands.press(ESC)
    assert begin.hasFocus()
    hands.press(Qt.Key.Key_F3)
    hands.press(ESC)
    assert begin.hasFocus()


def test_the_key_of_the_room_leads_to_its_first_page_and_f11_from_every_page_to_who_is_ready(hands: Hands) -> None:
    hands.press(Qt.Key.Key_F7)
    hands.press(Qt.Key.Key_F11)
    assert hands.room.page("branch").view.isVisible()

    hands.window.show_room("training")

    hands.until(hands.start.view.begin.hasFocus)


def test_the_cheat_card_comes_by_a_key(hands: Hands) -> None:
    hands.press(Qt.Key.Key_F12)
    pages = hands.window._pages
    hands.until(lambda: pages.preview is not None and pages.preview.isVisible())

    assert pages.preview is not None
    job = pages.preview.job()
    assert job is not None
    assert (job.sheet, job.title) == ("desk-card", "Desk card for staff")
    hands.press(ESC)
    assert hands.start.view.isVisible()
    assert hands.start.view.begin.hasFocus()


def test_the_pulse_goes_by_digits_and_thanks(hands: Hands) -> None:
    known = hands.room.classroom.known
    assert known.course.now is not None
    hands.room.open_version(known.course.now.key, "pulse")
    page = cast("PulsePage", hands.room.page("pulse").presenter)

    hands.press(Qt.Key.Key_4, Qt.Key.Key_3, Qt.Key.Key_5)
    hands.type("хорошо")
    hands.press(Qt.Key.Key_F9)

    assert page.presenter.state.given
    assert page.view.hasFocus(), "the keyboard stays with the thanks"
    assert page.page().hint() == "Enter or Esc: back to training."
    folder = hands.room.classroom.shelf.own_folder
    hands.until(lambda: waiting(folder))
    assert waiting(folder)[known.course.now.key]["words"] == ["хорошо"]
    hands.press(Qt.Key.Key_Return)
    assert hands.start.view.isVisible()
