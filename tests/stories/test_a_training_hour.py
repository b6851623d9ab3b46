"""A new receptionist practises for an hour in the place of the real desk: nothing of it is left there."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from desk_app import drafts
from desk_app import station as stations
from desk_app.figures import figures
from desk_app.ports import Desk
from desk_app.station import Station
from tests.stories.trainee_at_work import hands
from tests.ui.clinic import Clock, fill
from tests.ui.conftest import dressed as dressed
from tests.ui.desk.conftest import Desktop
from tests.ui.typing import press
from ui import app, compose, compose_records
from ui.app import Sitting
from ui.hour import Exercise, Hour
from ui.main_window import MainWindow
from ui.printer import opened
from ui.widgets.practice_line import PracticeLine

ROOT = Path(__file__).parents[2]
ENTER, F10 = Qt.Key.Key_Return, Qt.Key.Key_F10
SHIFT = Qt.KeyboardModifier.ShiftModifier
#: What training may write beside the records.
ITS_OWN = ("training", "training-records")


@dataclass
class Reception:
    """The real desk of a clinic in its window, and the way to practise."""

    home: Path
    sitting: Sitting
    qtbot: QtBot

    @property
    def window(self) -> MainWindow:
        return self.sitting.window

    @property
    def practice(self) -> MainWindow | None:
        """The practice window."""
        way = self.sitting._way
        return way.window if way is not None else None

    def at_the_desk(self) -> Desktop:
        """Hands at the real desk."""
        return hands(self.window)

    def go_in(self, by: Callable[[], object] | None = None) -> Desktop:
        """To the practice desk: by its key, where nothing else is said. Hands there."""
        (by or (lambda: press(QApplication.focusWidget(), F10)))()
        self.qtbot.waitUntil(lambda: self.practice is not None and bool(strips(self.practice)), timeout=30_000)
        assert self.practice is not None
        self.qtbot.waitUntil(self.practice.isActiveWindow)
        return hands(self.practice)

    def come_back(self, by: Callable[[], object] | None = None) -> None:
        """Back to the real desk: by its key, where nothing else is said."""
        (by or (lambda: press(QApplication.focusWidget(), F10)))()
        self.qtbot.waitUntil(lambda: self.practice is None and self.window.isActiveWindow())

    def files(self) -> dict[str, bytes]:
        """Every byte of the real desk's folder."""
        return {
            file.relative_to(self.home).as_posix(): file.read_bytes()
            for file in sorted(self.home.rglob("*"))
            if file.is_file() and file.relative_to(self.home).parts[0] not in ITS_OWN
        }


def strips(window: MainWindow) -> list[PracticeLine]:
    """The lines over a practice desk."""
    return window.findChildren(PracticeLine)


def a_clinic(home: Path) -> Path:
    """An encrypted desk that serves patients since some months."""
    stations.save(home, Station(language="en", desk="A", employee="Петрова М.", hand_over=True))
    compose_records.make_desk(home)
    with compose.open_desk(home) as desk:
        clock = Clock(datetime.now(UTC) - timedelta(days=80))
        fill(replace(desk, clock=clock), clock)
    return home


@pytest.fixture
def reception(tmp_path: Path, qapp: QApplication, qtbot: QtBot) -> Iterator[Reception]:
    """An encrypted clinic with a past, exchanging bills with its clinic system, in a real window."""
    home = a_clinic(tmp_path / "clinic")
    sitting = Sitting(app.make_app(), home, demo=False, prepare=app._composition, find_rooms=app._rooms,
                      first_start=app._first_start)  # fmt: skip
    assert sitting.begin()
    qtbot.waitUntil(lambda: sitting._way is not None, timeout=30_000)
    yield Reception(home, sitting, qtbot)
    sitting.end()
    sitting.window.close()
    sitting.window.deleteLater()


def counted(desk: Desk) -> tuple[object, ...]:
    """What a report and the line below count."""
    day = datetime.now(UTC).date()
    with desk.store.reading() as reading:
        return (figures(desk, day - timedelta(days=365), day + timedelta(days=1)), reading.waiting(),
                reading.count_patients(), reading.drafts())  # fmt: skip


def test_a_training_hour_leaves_the_real_desk_as_it_was(reception: Reception, qtbot: QtBot) -> None:
    # A patient at the desk, one service on her bill, and another one half typed.
    desk = reception.at_the_desk()
    desk.find("щел")
    desk.type("B01.047.001")
    desk.press(ENTER)
    desk.type("общий ан")
    entry = desk.focus
    assert isinstance(entry, QLineEdit)
    real = desk.room._desk
    before, patient, bill = counted(real), desk.room.view.patient.sentences(), desk.sum
    files, place = reception.files(), reception.window.geometry()
    assert {"desk.db", "desk.db-wal", "desk.db-shm", "station.json"} <= files.keys()

    trainee = reception.go_in()
    assert not reception.window.isVisible()
    assert trainee.window.windowTitle().startswith("DEMO · ")
    assert trainee.window.geometry() == place
    assert trainee.window.practice is None
    practise(trainee, qtbot)
    assert kinds(trainee.room._desk) >= {"enroll", "checkout", "return", "void", "spent"}
    reception.come_back()

    # Another trainee finds a desk of her own; who comes back finds it as she left it.
    way = reception.window.practice
    assert way is not None
    hours: list[Hour] = []

    def strip(hour: Hour) -> QWidget:
        hours.append(hour)
        return PracticeLine("Ким А.")

    another = reception.go_in(lambda: way.open(Exercise("Ким А.", strip=strip, joined=True, up=False)))
    assert not found(another, "лесков")
    practise_without_a_line(another, hours[0], qtbot)
    assert reception.window.link.state is None
    reception.come_back(another.window.close)
    again = reception.go_in()
    assert found(again, "лесков")
    reception.come_back()

    assert QApplication.focusWidget() is entry
    assert entry.text() == "общий ан"
    assert (desk.room.view.patient.sentences(), desk.sum) == (patient, bill)
    assert counted(real) == before
    assert reception.files() == files

    # And the bill goes on.
    desk.press(Qt.Key.Key_Escape, Qt.Key.Key_F9)
    assert desk.notice.startswith("Paid ₽2,")
    assert counted(real) != before


def practise_without_a_line(trainee: Desktop, hour: Hour, qtbot: QtBot) -> None:
    """The internet is away, what is paid waits, and goes out when the line comes back: to nobody."""
    link = trainee.window.link
    qtbot.waitUntil(lambda: link.state is not None and link.state.kind == "away")
    trainee.find("иванов иван")
    trainee.type("B01.047.002")
    trainee.press(ENTER, Qt.Key.Key_F9)
    assert trainee.notice.startswith("Paid")
    qtbot.waitUntil(lambda: link.state is not None and link.state.waiting > 0)

    hour.network(True)
    qtbot.waitUntil(lambda: link.state is not None and (link.state.kind, link.state.waiting) == ("online", 0))


def found(desktop: Desktop, text: str) -> bool:
    """Whether somebody of this name is known at a desk."""
    with desktop.room._desk.store.reading() as reading:
        return bool(reading.find(text, 1))


def kinds(desk: Desk) -> set[str]:
    """What happened at a desk in the last minutes."""
    now = datetime.now(UTC).timestamp() * 1000
    with desk.store.reading() as reading:
        acts = [act for act in reading.journal(50) if act.moment > now - 600_000]
    spent = [act for act in acts if act.kind == "checkout" and act.body["receipt"]["quote"].get("redeemed_units")]
    return {act.kind for act in acts} | {"spent" for _ in spent}


def practise(trainee: Desktop, qtbot: QtBot) -> None:
    """Everything a first day may hold: somebody joins, pays, gets a slip, brings something back, it is undone."""
    trainee.type("лесков")
    trainee.press(Qt.Key.Key_F4)
    form = trainee.room.form.view
    for text in ("николай", "семёнович", "16 02 1980", "8 912 111-22-33"):
        trainee.type(text)
        trainee.press(ENTER)
    for box in (form.program, form.data):
        box.box.setFocus()
        trainee.press(Qt.Key.Key_Space)
    trainee.press(Qt.Key.Key_F9)
    assert trainee.notice.startswith("Лесков Николай Семёнович has joined, card 29")

    trainee.type("B01.047.001")
    trainee.press(ENTER, Qt.Key.Key_F9)
    assert trainee.notice.startswith("Paid")
    trainee.press(Qt.Key.Key_F12)
    qtbot.waitUntil(lambda: trainee.window._pages.preview is not None and trainee.window._pages.preview.isVisible())
    assert trainee.window._pages.preview is not None
    slip = trainee.window._pages.preview.job()
    assert slip is not None
    assert "ДЕМО" in opened(slip.pdf).getAllText(0).text()
    trainee.press(Qt.Key.Key_Escape)

    # An old friend of the practice desk spends what she has; one piece comes back, and the last receipt is undone.
    trainee.find("иванов иван")
    trainee.type("B01.047.002")
    trainee.press(ENTER, Qt.Key.Key_F7, Qt.Key.Key_F7)
    trainee.press(Qt.Key.Key_F9)
    assert "points" in trainee.notice
    trainee.press(Qt.Key.Key_F8, modifier=SHIFT)
    trainee.press(ENTER, Qt.Key.Key_Down, Qt.Key.Key_Plus, Qt.Key.Key_F9)
    assert trainee.notice.startswith("Given back to")
    trainee.find("лесков")
    trainee.type("B01.047.002")
    trainee.press(ENTER, Qt.Key.Key_F9)
    trainee.press(Qt.Key.Key_F8)
    assert "is undone" in trainee.notice


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGKILL")
def test_the_power_goes_in_practice_and_the_real_desk_opens_as_it_was(tmp_path: Path) -> None:
    home = a_clinic(tmp_path / "clinic")
    with compose.open_desk(home) as desk, desk.store.reading() as reading:
        before = reading.heads(), reading.count_patients(), len(reading.last_receipts(100))
    hand = subprocess.Popen(
        [sys.executable, "-m", "tests.stories.trainee_at_work", str(home)],
        stdout=subprocess.PIPE, text=True, cwd=ROOT, env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )  # fmt: skip
    assert hand.stdout is not None
    paid = [hand.stdout.readline() for _ in range(3)]
    hand.send_signal(signal.SIGKILL)
    hand.wait()
    hand.stdout.close()

    assert [line[:5] for line in paid] == ["Paid "] * 3
    assert compose.verify(home) == ()
    with compose.open_desk(home) as desk:
        with desk.store.reading() as reading:
            assert (reading.heads(), reading.count_patients(), len(reading.last_receipts(100))) == before
        draft = drafts.restore(desk)
        assert draft is not None
        assert [line.service for line in draft.bill.lines] == ["B01.047.001"]
