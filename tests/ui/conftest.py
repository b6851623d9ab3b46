"""What every test of the window needs: the app dressed as it is at the desk, and a room to stand in the frame."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from weakref import WeakSet

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from desk_app.station import Station
from ui import language, theme
from ui.action import Action, Bound
from ui.background import Background
from ui.icons import Icon
from ui.main_window import MainWindow
from ui.screen import Screen
from ui.widgets.spoken import draw_from_now


@pytest.fixture(autouse=True)
def dressed(qapp: QApplication) -> Iterator[None]:
    """Light colours and English sentences, whatever the test before did; and no window of this one left to the next.

    A window that stays takes keys and scans which the next test means for its own.
    """
    draw_from_now()
    _dress(qapp)
    before = _windows()
    yield
    # What a test closed goes now: a later change of the theme would dress it all again.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    left = [window.windowTitle() for window in _windows() if window not in before]
    _dress(qapp)
    assert not left, f"windows that nobody closed: {left}"


def _windows() -> WeakSet[MainWindow]:
    return WeakSet(window for window in QApplication.topLevelWidgets() if isinstance(window, MainWindow))


def _dress(app: QApplication) -> None:
    if (theme.current(), theme.text_percent()) != (theme.LIGHT, 100) or app.palette() != theme.palette(theme.LIGHT):
        theme.apply(app, theme.LIGHT, 100)
    if language.current() != "en":
        language.speak(app, "en")


@dataclass
class Heard:
    """What a room was told, in order."""

    told: list[str] = field(default_factory=list)

    def search_for(self, text: str) -> None:
        self.told.append(f"search {text!r}")

    def step(self, rows: int) -> None:
        self.told.append(f"step {rows}")

    def choose(self) -> None:
        self.told.append("choose")

    def scanned(self, code: str) -> None:
        self.told.append(f"scan {code}")


class RoomView(QWidget):
    """A room with two fields, each a pane."""

    def __init__(self) -> None:
        super().__init__()
        self.first, self.second = QLineEdit(), QLineEdit()
        column = QVBoxLayout(self)
        column.addWidget(self.first)
        column.addWidget(self.second)


def room(name: str, heard: Heard, *, listens: bool = True) -> Screen:
    """A room that writes down what it hears; F9 is its own key."""
    view = RoomView()
    bound = Bound(view, [Action("pay", "Paid", "F9", Icon.PAY, lambda: heard.told.append(f"{name} pay"))])
    return Screen(
        name,
        view,
        heard,
        bound,
        hint=lambda: f"hint of {name}",
        searching=heard if listens else None,
        scanned=heard.scanned if listens else None,
        panes=(view.first, view.second),
    )


@pytest.fixture
def shell(tmp_path: Path) -> Iterator[Callable[..., MainWindow]]:
    """Make a window as the app does; it is shown, and painted if nobody says otherwise."""
    made: list[MainWindow] = []
    press = Background("press")

    def make(*, station: Station | None = None, demo: bool = False) -> MainWindow:
        window = MainWindow(tmp_path / "home", station or Station(), demo=demo, press=press)
        made.append(window)
        window.show()
        QApplication.processEvents()
        window.activateWindow()
        QApplication.processEvents()
        return window

    yield make
    press.close()
    for window in made:
        window.close()
        window.deleteLater()
