"""To the practice desk and back: one window in the place of the other, whatever happens in it."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from threading import Event
from typing import Any, cast

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from desk_app import station as stations
from desk_app.domain.errors import Trouble
from desk_app.ports import Desk, Store
from desk_app.station import Station
from desk_app.sync.desk_store import DeskStore
from tests.ui.conftest import Heard, room
from tests.ui.typing import Keyboard, press
from ui.app import Sitting, make_app
from ui.first_start.tasks import FirstStartTasks, PriceList
from ui.home import practice_home
from ui.hour import Exercise, Hour
from ui.icons import Icon
from ui.main_window import MainWindow
from ui.opening import Furnished, Opened
from ui.rooms import Room
from ui.widgets.practice_line import PracticeLine

F10 = Qt.Key.Key_F10
SCANNED = "2900000000018"


class Silent:
    """A store of which nobody asks more than how many acts there are; `act` writes one."""

    def __init__(self) -> None:
        self.acts = 0

    @contextmanager
    def reading(self) -> Iterator[Any]:
        yield self

    @contextmanager
    def writing(self) -> Iterator[Any]:
        yield self

    def setting(self, key: str) -> None:
        return None

    def last_change(self) -> int:
        return self.acts

    def act(self) -> None:
        self.acts += 1


@dataclass
class House:
    """A real window over a desk of words alone, and practice desks that are furnished with nothing."""

    sitting: Sitting
    heard: Heard
    practised: Heard
    qtbot: QtBot
    made: list[tuple[Path, Station, Exercise]] = field(default_factory=list)
    closed: list[int] = field(default_factory=list)
    stores: list[DeskStore] = field(default_factory=list)
    fails: Exception | None = None
    wait: Event = field(default_factory=Event)

    def __post_init__(self) -> None:
        self.wait.set()

    def furnish(self, folder: Path, real: Callable[[], Desk], station: Station, exercise: Exercise) -> Furnished:
        self.made.append((folder, station, exercise))
        self.wait.wait(30)
        if self.fails is not None:
            raise self.fails
        store = DeskStore(cast("Store", Silent()))
        self.stores.append(store)
        opened = Opened("Клиника", lambda: cast("Desk", self.practised), lambda: self.closed.append(1), store)
        exercise.begin(opened.desk())
        return Furnished(opened, store, lambda up: False)

    @property
    def window(self) -> MainWindow:
        return self.sitting.window

    @property
    def practice(self) -> MainWindow:
        """The practice window, which must be there."""
        assert self.sitting._way is not None
        window = self.sitting._way.window
        assert window is not None
        return window

    def is_practising(self) -> bool:
        return self.sitting._way is not None and self.sitting._way.window is not None

    def go_in(self, exercise: Exercise | None = None) -> MainWindow:
        """Into practice, by the key or as a room does it."""
        if exercise is None:
            press(self.window, F10)
        else:
            assert self.window.practice is not None
            self.window.practice.open(exercise)
        return self.inside()

    def inside(self) -> MainWindow:
        """The practice window once it is ready."""
        self.qtbot.waitUntil(lambda: self.is_practising() and crowned(self.practice), timeout=10_000)
        self.qtbot.waitUntil(self.practice.isActiveWindow)
        return self.practice

    def back(self) -> None:
        """The real window is shown again."""
        self.qtbot.waitUntil(lambda: not self.is_practising() and self.window.isActiveWindow())
        assert self.window.isVisible()


def crowned(window: MainWindow) -> bool:
    """Whether something lies over the practice desk, and hears its keys."""
    lies = (*window.findChildren(PracticeLine), *window.findChildren(QLabel, "strip"))
    return any(one.isVisible() and one.isEnabled() for one in lies)


def named_strip() -> QWidget:
    """What a lesson lays over the desk."""
    strip = QLabel("Anna is here without her card.")
    strip.setObjectName("strip")
    return strip


def said(window: MainWindow) -> str:
    """What the bar says."""
    notice = window._work.notices.spoken_notice()
    return notice.sentence() if notice is not None else ""


@pytest.fixture
def house(tmp_path: Path, qapp: QApplication, qtbot: QtBot) -> Iterator[House]:
    home = tmp_path / "home"
    stations.save(home, Station(language="en", desk="A", employee="Петрова М.", idle_minutes=5))
    heard, practised = Heard(), Heard()
    houses: list[House] = []

    def prepare(home: Path, station: Station, *, demo: bool) -> Opened:
        return Opened("Клиника", lambda: cast("Desk", heard), lambda: None)

    def rooms() -> tuple[Room, ...]:
        return tuple(
            Room(name, name.title(), Icon.DESK, lambda frame, desk, name=name: room(name, cast("Heard", desk)))  # type: ignore[misc]
            for name in ("desk", "paper", "training", "settings", "network", "cases")
        )

    sitting = Sitting(
        make_app(), home, demo=False, prepare=prepare, find_rooms=rooms,
        first_start=lambda: FirstStartTasks(lambda: (), lambda _: PriceList(0), lambda *_: None, lambda *_: None),
        furnish=lambda *asked: houses[0].furnish(*asked),
    )  # fmt: skip
    houses.append(House(sitting, heard, practised, qtbot))
    assert sitting.begin()
    qtbot.waitUntil(lambda: sitting._way is not None)
    qtbot.waitUntil(sitting.window.isActiveWindow)
    yield houses[0]
    houses[0].wait.set()
    sitting.end()
    sitting.window.close()
    sitting.window.deleteLater()


def test_one_key_leads_in_and_the_same_key_out(house: House) -> None:
    house.window._work.search.setText("Ива")
    practice = house.go_in()

    assert not house.window.isVisible()
    assert practice.windowTitle() == "DEMO · Tessera · Клиника"
    assert "Петрова М." in practice.findChildren(PracticeLine)[0]._words.text()
    ((folder, station, exercise),) = house.made
    assert folder == practice_home(house.window.home, "Петрова М.")
    assert (station.hand_over, station.idle_minutes, station.employee) == (False, 0, "Петрова М.")
    assert not exercise.anew

    press(practice, F10)
    house.back()
    assert house.closed == [1]
    assert house.window._work.search.text() == "Ива"
    assert house.window.station.idle_minutes == 5


def test_who_practises_without_a_lesson_may_begin_anew(house: House) -> None:
    first = house.go_in()
    press(first, Qt.Key.Key_F10, Qt.KeyboardModifier.ControlModifier)
    house.qtbot.waitUntil(lambda: house.is_practising() and house.practice is not first)
    house.inside()

    assert [exercise.anew for _, _, exercise in house.made] == [False, True]
    assert not house.window.isVisible()
    press(house.practice, F10)
    house.back()


def test_closing_the_practice_window_is_the_way_out_and_not_the_end_of_the_app(
    house: House, qapp: QApplication
) -> None:
    ended: list[int] = []
    qapp.lastWindowClosed.connect(lambda: ended.append(1))
    house.go_in().close()
    house.back()

    assert ended == []


def test_rooms_through_which_something_could_get_out_are_left_out_and_the_others_keep_their_keys(house: House) -> None:
    practice = house.go_in()
    keys = {action.name: action.key for action in practice._shelf.ways()}

    assert keys == {"room-desk": "Alt+1", "room-paper": "Alt+2", "room-cases": "Alt+6"}
    assert practice.practice is None


def test_what_is_typed_and_scanned_is_heard_where_one_is(house: House) -> None:
    practice = house.go_in()
    practice.focus_search()
    Keyboard(practice).type(SCANNED, 2, Qt.Key.Key_Return)
    press(practice, Qt.Key.Key_F9)
    assert (house.practised.told, house.heard.told) == ([f"scan {SCANNED}", "desk pay"], [])

    press(practice, F10)
    house.back()
    Keyboard(house.window).type(SCANNED, 2, Qt.Key.Key_Return)
    press(house.window, Qt.Key.Key_F9)
    assert house.heard.told == [f"scan {SCANNED}", "desk pay"]
    assert len(house.practised.told) == 2


def test_whoever_leaves_before_the_desk_is_ready_leaves_no_file_open(house: House) -> None:
    house.wait.clear()
    press(house.window, F10)
    house.qtbot.waitUntil(lambda: bool(house.made))
    threading.Timer(0.05, house.wait.set).start()
    press(house.practice, F10)
    house.back()

    assert house.closed == [1]


def test_a_practice_desk_that_cannot_be_made_is_told_at_the_real_one(house: House) -> None:
    house.fails = Trouble("disk.full")
    press(house.window, F10)
    house.qtbot.waitUntil(lambda: bool(said(house.window)))
    house.back()
    assert "Nothing was changed." in said(house.window)

    house.fails = KeyError("Иванова")
    house.window.hush()
    press(house.window, F10)
    house.qtbot.waitUntil(lambda: bool(said(house.window)))
    house.back()
    report = (house.window.home / "training" / "logs" / "crashes.log").read_text(encoding="utf-8")
    assert "KeyError" in report
    assert "Иванова" not in report
    assert not (house.window.home / "logs" / "crashes.log").exists()


def test_a_lesson_sees_its_desk_hears_of_each_act_and_is_told_when_it_is_left(house: House) -> None:
    hours: list[Hour] = []
    told: list[str] = []

    def strip(hour: Hour) -> QWidget:
        hours.append(hour)
        hour.written.connect(lambda: told.append(threading.current_thread().name))
        return named_strip()

    exercise = Exercise("Ким А.", lambda desk: told.append("begun"), strip, lambda: told.append("left"))
    practice = house.go_in(exercise)
    (hour,) = hours
    assert told == ["begun"]
    assert cast("Heard", hour.desk) is house.practised
    assert cast("MainWindow", hour.frame) is practice
    house.qtbot.waitUntil(practice.findChildren(QLabel, "strip")[0].isVisible)

    def acts() -> None:
        for _ in range(3):
            with house.stores[0].writing() as writing:
                writing.act()  # type: ignore[attr-defined]

    other = threading.Thread(target=acts)
    other.start()
    other.join()
    house.qtbot.waitUntil(lambda: len(told) > 1)
    assert told == ["begun", threading.current_thread().name]

    hour.leave()
    house.back()
    assert told[-1] == "left"


class Shown(QObject):
    """Counts how often a window is shown."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.times = 0
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.times += event.type() == QEvent.Type.Show
        return False


def test_the_next_lesson_follows_without_the_real_desk_between(house: House) -> None:
    hours: list[Hour] = []
    told: list[str] = []

    def strip(hour: Hour) -> QWidget:
        hours.append(hour)
        return named_strip()

    first = Exercise("Ким А.", strip=strip, left=lambda: told.append("first left"))
    before = house.go_in(first)
    shown = Shown(house.window)
    hours[0].follow(replace(first, begin=lambda desk: told.append("second begun"), left=lambda: None))
    house.qtbot.waitUntil(lambda: len(hours) == 2, timeout=10_000)

    assert told == ["first left", "second begun"]
    assert house.practice is not before
    assert shown.times == 0
    assert house.closed == [1]
    hours[1].leave()
    house.back()
    assert shown.times == 1


@pytest.mark.qt_log_ignore("does not support raise")
def test_a_second_start_brings_the_practice_desk_forward_that_stands_there(house: House) -> None:
    practice = house.go_in()
    practice.showMinimized()
    house.sitting._come_forward()

    assert not practice.isMinimized()
    assert not house.window.isVisible()


def test_a_real_desk_that_locks_itself_meanwhile_is_locked_when_one_comes_back(house: House) -> None:
    practice = house.go_in()
    house.window.lock()
    assert not practice._pages.locked()
    press(practice, F10)
    house.back()
    assert house.window._pages.locked()

    # No way to practise past the lock; and whoever unlocks it finds the keyboard where it was.
    press(house.window, F10)
    assert not house.is_practising()
    press(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert not house.window._pages.locked()
    assert house.window._work.search.hasFocus()


def test_a_mistake_of_the_app_in_practice_is_told_there_and_kept_apart(house: House) -> None:
    mine = sys.excepthook
    practice = house.go_in()
    try:
        raise KeyError("Иванова")
    except KeyError as mistake:
        sys.excepthook(KeyError, mistake, mistake.__traceback__)
    house.qtbot.waitUntil(lambda: bool(said(practice)))

    assert not said(house.window)
    assert not (house.window.home / "logs" / "crashes.log").exists()
    assert (house.window.home / "training" / "logs" / "crashes.log").exists()
    press(practice, F10)
    house.back()
    assert sys.excepthook == mine


def test_the_app_that_ends_takes_the_practice_desk_with_it(house: House) -> None:
    house.go_in()
    house.sitting.end()

    assert house.closed == [1]
    assert not house.is_practising()


def test_the_key_works_over_the_page_of_keys_too(house: House) -> None:
    practice = house.go_in()
    practice.show_keys()
    press(practice, F10)
    house.back()


def test_the_key_leads_back_into_a_lesson_that_was_left(house: House) -> None:
    # she gave her name in the room Training; the computer is somebody else's, and stays hers
    lesson = Exercise("Ольга", strip=lambda _: named_strip())
    left = replace(lesson, anew=False)
    house.go_in(replace(lesson, again=lambda: left))
    press(house.practice, F10)
    house.back()

    practice = house.go_in()

    assert house.made[-1][2] is left
    assert practice.findChildren(QLabel, "strip")
    press(practice, F10)
    house.back()
    house.go_in()
    assert house.made[-1][2].strip is None, "what was done leads to a desk without a task"


def test_a_lesson_that_was_left_is_not_of_whoever_works_here_next(house: House) -> None:
    lesson = Exercise("Ольга", strip=lambda _: named_strip())
    house.go_in(replace(lesson, again=lambda: lesson))
    press(house.practice, F10)
    house.back()
    house.window.keep_station(replace(house.window.station, employee="Пётр"))

    house.go_in()

    assert (house.made[-1][2].trainee, house.made[-1][2].strip) == ("Пётр", None)
