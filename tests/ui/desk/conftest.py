"""A small clinic with the desk room open on it, for the tests of the desk."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from tests.ui.clinic import Clinic, filled_clinic
from tests.ui.typing import press, type_text
from ui.desk.happenings import Happening
from ui.desk.presenter import DeskPresenter
from ui.desk.room import DeskRoom
from ui.desk.state import DeskState
from ui.icons import Icon
from ui.main_window import MainWindow
from ui.slices import at_once
from ui.widgets.notice_bar import NoticeBar
from ui.widgets.search_field import SearchField


@pytest.fixture
def clinic(tmp_path: Path) -> Iterator[Clinic]:
    """A clinic under the points program; its clock stands."""
    with filled_clinic(tmp_path) as made:
        yield made


@dataclass
class Counter:
    """The presenter of the desk, what it showed and what it told."""

    clinic: Clinic
    shown: list[DeskState] = field(default_factory=list)
    told: list[Happening] = field(default_factory=list)
    presenter: DeskPresenter = field(init=False)

    def __post_init__(self) -> None:
        self.presenter = DeskPresenter(self.clinic.desk, self.shown.append, self.told.append)
        at_once(self.presenter.begin())

    @property
    def state(self) -> DeskState:
        """What is shown now."""
        return self.presenter.state

    def add(self, *words: str) -> None:
        """Type words of services and press Enter after each."""
        for one in words:
            self.presenter.bill.type_entry(one)
            self.presenter.bill.take_entry()

    def open(self, name: str) -> None:
        """Put somebody at the desk."""
        self.presenter.open_patient(self.clinic.people[name])


@pytest.fixture
def counter(clinic: Clinic) -> Counter:
    """A desk somebody works at."""
    return Counter(clinic)


@dataclass
class Desktop:
    """The whole window with the desk room in it, worked by keys alone."""

    window: MainWindow
    room: DeskRoom
    clinic: Clinic
    slips: list[str]

    @property
    def search(self) -> SearchField:
        """The field on top."""
        return self.window.findChildren(SearchField)[0]

    @property
    def notice(self) -> str:
        """What the bar says now."""
        said = self.window.findChildren(NoticeBar)[0].spoken_notice()
        return said.sentence() if said is not None else ""

    @property
    def sum(self) -> str:
        """The large digits."""
        return self.room.view.total.sum.text()

    def type(self, text: str) -> None:
        """Type where the keyboard is."""
        type_text(self.focus, text)

    def press(self, *keys: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press keys where the keyboard is by then."""
        for key in keys:
            press(self.focus, key, modifier)

    @property
    def focus(self) -> QWidget:
        """Who has the keyboard."""
        widget = QApplication.focusWidget()
        assert widget is not None
        return widget

    def find(self, text: str) -> None:
        """Search, and open the first found."""
        self.press(Qt.Key.Key_F3)
        self.type(text)
        self.press(Qt.Key.Key_Return)


@pytest.fixture
def desktop(shell: Callable[..., MainWindow], clinic: Clinic) -> Desktop:
    """A window at its smallest promised size."""
    return open_desktop(shell(), clinic)


def open_desktop(window: MainWindow, clinic: Clinic) -> Desktop:
    """The desk room in a window."""
    window.resize(1024, 600)
    slips: list[str] = []

    room = DeskRoom(window, clinic.desk, lambda row: slips.append(row.number))
    window.add_room(room.screen(), lambda: "Desk", Icon.DESK)
    window.ready("Клиника")
    return Desktop(window, room, clinic, slips)
