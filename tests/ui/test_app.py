"""The window from its start to its end: shell first, rooms behind it, trouble told, one window for a folder."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from db.sealing import Sealing
from desk_app import station as stations
from desk_app.domain.errors import Trouble
from desk_app.station import Station
from tests.ui.conftest import Heard, room
from tests.ui.typing import Keyboard, press, type_text
from ui.app import Sitting, make_app
from ui.first_start.tasks import Answers, FirstStartTasks, PriceList
from ui.icons import Icon
from ui.main_window import MainWindow
from ui.notice import Tone
from ui.opening import Opened
from ui.printer import Job
from ui.rooms import Room

Sit = Callable[..., Sitting]


class Clinic:
    """A composition that says when it was asked, and whose rooms write down what they hear."""

    def __init__(self, name: str = "Клиника", fails: Exception | None = None) -> None:
        self.name = name
        self.heard = Heard()
        self.closed = 0
        self._fails = fails
        self.set_up: list[Answers] = []

    def prepare(self, home: Path, station: Station, *, demo: bool) -> Opened:
        if self._fails is not None:
            raise self._fails
        return Opened(self.name, lambda: None, self.close)  # type: ignore[arg-type, return-value]  # rooms of these tests use no desk

    def close(self) -> None:
        self.closed += 1

    def rooms(self) -> tuple[Room, ...]:
        return (Room("desk", "Desk", Icon.DESK, lambda frame, desk: room("desk", self.heard)),)

    def tasks(self) -> FirstStartTasks:
        return FirstStartTasks(lambda: (), lambda _: PriceList(0), lambda *_: None, lambda *_: None)


@pytest.fixture
def sit(tmp_path: Path, qapp: QApplication) -> Iterator[Sit]:
    made: list[Sitting] = []

    def make(clinic: Clinic, home: Path = tmp_path / "home", *, demo: bool = False, found: bool = True) -> Sitting:
        if found:
            stations.save(home, Station(language="en", desk="A"))
        sitting = Sitting(
            make_app(), home, demo=demo, prepare=clinic.prepare, find_rooms=clinic.rooms, first_start=clinic.tasks
        )
        made.append(sitting)
        return sitting

    yield make
    for sitting in made:
        if hasattr(sitting, "window") and isValid(sitting.window):
            sitting.window.close()
            sitting.window.deleteLater()
        sitting.end()


def said(window: MainWindow) -> Any:
    return window._work.notices.spoken_notice()


def test_what_is_typed_while_the_records_open_is_looked_up_when_they_are(sit: Sit, qtbot: QtBot) -> None:
    clinic = Clinic()
    sitting = sit(clinic)
    assert sitting.begin()
    type_text(sitting.window._work.search, "Ива")
    qtbot.waitUntil(lambda: clinic.heard.told == ["search 'Ива'"])

    assert sitting.window._work.search.text() == "Ива"
    assert sitting.window.windowTitle() == "Tessera · Клиника"
    assert sitting.window._status._network.text() == "Works without a network"


class Sealed(Clinic):
    """A clinic whose desk has a key."""

    def prepare(self, home: Path, station: Station, *, demo: bool) -> Opened:
        return replace(super().prepare(home, station, demo=demo), seal=Sealing(bytes(32), "waiting papers"))


def test_papers_that_wait_are_sealed_as_soon_as_a_desk_with_a_key_is_open(sit: Sit, qtbot: QtBot) -> None:
    sitting = sit(Sealed())
    assert sitting.begin()
    qtbot.waitUntil(lambda: sitting.window.windowTitle() == "Tessera · Клиника")
    kept = sitting.window.paper.reprints.keep(Job("card", "Card of Anna", b"%PDF-1"))

    assert b"%PDF" not in kept.file.read_bytes()


def a_while(qtbot: QtBot) -> None:
    """As many turns of the event loop as no room has slices."""
    turns: list[int] = []
    beat = QTimer(interval=2)
    beat.timeout.connect(lambda: turns.append(1))
    beat.start()
    qtbot.waitUntil(lambda: len(turns) > 40)
    beat.stop()


def test_a_window_that_goes_while_its_desk_comes_in_takes_the_rest_with_it(sit: Sit, qtbot: QtBot) -> None:
    sitting = sit(Clinic())
    sitting.begin()
    qtbot.waitUntil(lambda: bool(sitting.window.screens()))
    with qtbot.captureExceptions() as mistakes:
        sitting.window.close()
        sitting.window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        a_while(qtbot)

    assert mistakes == []


def test_nothing_more_is_made_for_records_that_were_closed(sit: Sit, qtbot: QtBot) -> None:
    sitting = sit(Clinic())
    sitting.begin()
    qtbot.waitUntil(lambda: bool(sitting.window.screens()))
    sitting.release_records()
    a_while(qtbot)

    assert sitting.window.windowTitle() == "Tessera"


def test_records_that_cannot_be_opened_are_told_in_one_sentence(sit: Sit, qtbot: QtBot) -> None:
    sitting = sit(Clinic(fails=OSError("disk of Иванова is gone")))
    sitting.begin()
    qtbot.waitUntil(lambda: said(sitting.window) is not None)
    report = (sitting._home / "logs" / "crashes.log").read_text(encoding="utf-8")

    assert said(sitting.window).tone is Tone.TROUBLE
    assert "Nothing was changed." in said(sitting.window).sentence()
    assert "OSError" in report
    assert "Иванова" not in report


def test_a_desk_that_is_open_elsewhere_is_told_where_to_go(sit: Sit, qtbot: QtBot) -> None:
    sitting = sit(Clinic(fails=Trouble("db.second")))
    sitting.begin()
    qtbot.waitUntil(lambda: said(sitting.window) is not None)

    assert said(sitting.window).sentence().startswith("This desk is open on this computer already. Go to that window.")
    assert not (sitting._home / "logs" / "crashes.log").exists()


def test_a_clinic_without_a_program_begins_with_the_three_ways(sit: Sit, qtbot: QtBot) -> None:
    clinic = Clinic(name="")
    sitting = sit(clinic)
    sitting.begin()
    qtbot.waitUntil(lambda: sitting._first_start is not None)

    assert clinic.closed == 1
    assert sitting._first_start is not None
    assert sitting._first_start.view.isVisible()


def test_a_new_computer_begins_with_the_three_ways_and_goes_on_in_its_clinic(sit: Sit, qtbot: QtBot) -> None:
    clinic = Clinic()
    sitting = sit(clinic, found=False)
    sitting.begin()
    answers = Answers("cashback", {"name": "Здоровье"}, desk="Б", employee="Петрова М.")
    with qtbot.waitSignal(sitting.moved) as moved:
        sitting._first_started(False, answers)

    kept = stations.load(sitting._home).station
    assert moved.args == [sitting._home, False]
    assert (kept.desk, kept.employee) == ("Б", "Петрова М.")


def test_after_a_first_start_digits_and_scans_arrive_in_the_new_window(sit: Sit, qtbot: QtBot) -> None:
    before, clinic = sit(Clinic(), found=False), Clinic()
    before.begin()
    qtbot.waitUntil(lambda: before.window.scanner is not None)
    with qtbot.waitSignal(before.moved):
        before._first_started(False, Answers("cashback", {"name": "Здоровье"}, employee="Петрова М."))
    before.release()
    after = sit(clinic)
    after.begin()
    before.window.close()
    after.window.activateWindow()
    qtbot.waitUntil(lambda: after.window.scanner is not None and after.window.current_screen() is not None)
    search = after.window._work.search
    search.setFocus()
    qtbot.waitUntil(search.hasFocus)

    Keyboard(after.window).type("8912", 90)
    qtbot.waitUntil(lambda: search.text() == "8912")
    Keyboard(after.window).type("2900000000018", 2, Qt.Key.Key_Return)

    assert clinic.heard.told[-1] == "scan 2900000000018"
    assert search.text() == "8912"


def test_the_demo_clinic_has_settings_of_its_own(sit: Sit, qtbot: QtBot) -> None:
    sitting = sit(Clinic(), found=False)
    sitting.begin()
    with qtbot.waitSignal(sitting.moved) as moved:
        sitting._first_started(True, None)

    assert moved.args == [sitting._home / "demo", True]
    assert not (sitting._home / stations.FILE).exists()
    assert (sitting._home / "demo" / stations.FILE).exists()


@pytest.mark.qt_log_ignore("does not support raise")
def test_a_second_start_brings_the_first_window_forward(sit: Sit, qtbot: QtBot) -> None:
    first = sit(Clinic())
    first.begin()
    qtbot.waitUntil(lambda: first._single._ear is not None)
    first.window.showMinimized()
    second = sit(Clinic())

    assert not second.begin()
    qtbot.waitUntil(lambda: not first.window.isMinimized())


def test_two_folders_have_two_windows(sit: Sit, tmp_path: Path) -> None:
    assert sit(Clinic()).begin()
    assert sit(Clinic(), tmp_path / "other").begin()


def test_a_window_that_died_leaves_the_folder_free(sit: Sit, tmp_path: Path) -> None:
    (tmp_path / "home").mkdir()
    (tmp_path / "home" / "window.lock").write_text("999999\ntessera\nthis-computer\n", encoding="utf-8")

    assert sit(Clinic()).begin()


def test_a_broken_settings_file_is_told_and_the_desk_opens(sit: Sit, tmp_path: Path) -> None:
    sitting = sit(Clinic())
    (tmp_path / "home" / stations.FILE).write_text("{", encoding="utf-8")
    sitting.begin()

    assert "station-unreadable.json" in said(sitting.window).sentence()


def test_a_mistake_in_the_app_is_told_by_a_code_and_the_desk_stays_open(
    sit: Sit, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    sitting = sit(Clinic())
    sitting.begin()
    import sys

    try:
        raise KeyError("Иванова")
    except KeyError as mistake:
        sys.excepthook(KeyError, mistake, mistake.__traceback__)
    qtbot.waitUntil(lambda: said(sitting.window) is not None)

    code = said(sitting.window).advice.split()[-1].rstrip(".")
    assert f"report {code}" in (sitting._home / "logs" / "crashes.log").read_text(encoding="utf-8")
    assert sitting.window.isVisible()


def test_settings_that_cannot_be_written_hold_until_closing(sit: Sit) -> None:
    sitting = sit(Clinic())
    sitting.begin()
    (sitting._home / f"{stations.FILE}.new").mkdir()

    sitting.window.keep_station(replace(sitting.window.station, employee="Петрова М."))

    assert said(sitting.window).tone is Tone.TROUBLE
    assert sitting.window._status._who.text().startswith("Петрова М.")


def test_a_demo_clinic_asked_for_by_name_is_made_in_the_window_and_can_be_stopped(
    sit: Sit, qtbot: QtBot, tmp_path: Path
) -> None:
    clinic = Clinic()
    begun, go_on = Event(), Event()

    def make(home: Path, progress: Callable[[int, int], None]) -> None:
        begun.set()
        go_on.wait(10)
        progress(2, 100)
        clinic.heard.told.append(f"made {home.name}")

    clinic.tasks = lambda: FirstStartTasks(lambda: (), lambda _: PriceList(0), lambda *_: None, make)  # type: ignore[method-assign]  # a slow one
    sitting = sit(clinic, tmp_path / "demo", demo=True, found=False)
    sitting.begin()
    qtbot.waitUntil(begun.is_set)
    first = sitting._first_start
    assert first is not None
    qtbot.waitUntil(first.view.working._stop.hasFocus)
    press(QApplication.focusWidget(), Qt.Key.Key_Escape)
    with qtbot.waitSignal(sitting.window.closed):
        go_on.set()

    assert clinic.heard.told == []
