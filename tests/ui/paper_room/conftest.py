"""A clinic that may print offers, with the paper room open on it."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

import resources
from desk_app import programs
from desk_app.acts import new_id
from desk_app.ports import Json
from desk_app.station import Station
from tests.ui.clinic import Clinic, filled_clinic
from tests.ui.conftest import Heard, room
from tests.ui.typing import press
from ui.desk import desk_screen
from ui.icons import Icon
from ui.main_window import MainWindow
from ui.paper_room import paper_screen
from ui.paper_room.room import PaperRoom
from ui.paper_room.state import PaperState
from ui.screen import Screen

ORGANIZER = {
    "name": "ООО «Ясень»", "tax_id": "7701234567", "licence": "Л041-01137-77/00368259", "phone": "+7 495 123-45-67",
    "address": "Москва, ул. Лесная, д. 5", "rules_url": "https://yasen.example/rules",
}  # fmt: skip


def document(program: str = "points-3-5-7-10") -> Json:
    """A preset whose organizer is filled in."""
    told = tomllib.loads(resources.path(f"programs/{program}.toml").read_text(encoding="utf-8"))
    return {**told, "organizer": ORGANIZER}


@pytest.fixture
def clinic(tmp_path: Path) -> Iterator[Clinic]:
    """A clinic under a program with its organizer, and a version announced for later."""
    with filled_clinic(tmp_path / "records") as made:
        first = made.clock.now.date() + timedelta(days=20)
        programs.publish(made.desk, document(), first, new_id())
        made.clock.pass_days(30)
        yield made


@dataclass
class Paper:
    """The window with the desk and the paper room."""

    window: MainWindow
    room: PaperRoom
    clinic: Clinic
    qtbot: QtBot

    @property
    def state(self) -> PaperState:
        """What is shown."""
        return self.room.presenter.state

    @property
    def notice(self) -> str:
        """What the bar says now."""
        said = self.window._work.notices.spoken_notice()
        return said.sentence() if said is not None else ""

    def open(self) -> None:
        """Go into the room, and wait for its sheet."""
        self.window.show_room("paper")
        self.wait()

    def wait(self) -> None:
        """Until the sheet that is chosen is there, or is refused."""
        self.qtbot.waitUntil(lambda: not self.state.drawing, timeout=20_000)

    def press(self, *keys: Qt.Key) -> None:
        """Press keys where the keyboard is."""
        for key in keys:
            press(QApplication.focusWidget(), key)

    def hear(self, words: str) -> None:
        """Wait until the bar says it."""
        self.qtbot.waitUntil(lambda: words in self.notice, timeout=20_000)

    def choose_version(self, version: str | None) -> None:
        """Another version, drawn."""
        self.room.presenter.choose_version(version)
        self.wait()


@pytest.fixture
def paper(shell: Callable[..., MainWindow], clinic: Clinic, qtbot: QtBot) -> Paper:
    """The room, not entered yet, in a window whose desk is a plain one."""
    window = shell(station=Station(language="en"))
    return _opened(window, clinic, qtbot, room("desk", Heard()))


@pytest.fixture
def paper_beside_the_desk(shell: Callable[..., MainWindow], clinic: Clinic, qtbot: QtBot) -> Paper:
    """The room, not entered yet, for those who have somebody at the desk."""
    window = shell(station=Station(language="en"))
    return _opened(window, clinic, qtbot, desk_screen(window, clinic.desk))


def _opened(window: MainWindow, clinic: Clinic, qtbot: QtBot, desk: Screen) -> Paper:
    window.home.mkdir(exist_ok=True)
    window.resize(1024, 600)
    window.add_room(desk, lambda: "Desk", Icon.DESK)
    screen = paper_screen(window, clinic.desk)
    window.add_room(screen, lambda: "Paper", Icon.PAPER)
    window.ready("Clinic")
    assert isinstance(screen.presenter, PaperRoom)
    return Paper(window, screen.presenter, clinic, qtbot)
