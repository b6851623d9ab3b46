"""Opens the window: the shell is painted first, everything heavy comes in behind it on a worker."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QTimer
from PySide6.QtWidgets import QApplication

from desk_app import station as stations
from ui import language, theme
from ui.background import Background
from ui.crash import Reporter
from ui.main_window import MainWindow, room_words
from ui.notice import Notice, Tone
from ui.plain_import import hold_none, started
from ui.single import Single

if TYPE_CHECKING:
    # The shell is painted before these come in.
    from ui.opening import Opened, Prepare
    from ui.rooms import Room


@dataclass(frozen=True)
class Joined:
    """What the worker brings: the opened records and the rooms, imported."""

    opened: Opened
    rooms: tuple[Room, ...]


def open_window(home: Path, *, demo: bool = False) -> int:
    """Show the window of `home` until it is closed; exit code 0."""
    app = make_app()
    sitting = Sitting(app, home, demo=demo, prepare=_composition, find_rooms=_rooms)
    if not sitting.begin():
        return 0
    code = app.exec()
    sitting.end()
    return code


def make_app() -> QApplication:
    """The application, dressed and named, before any window."""
    QApplication.setStyle("Fusion")
    found = QApplication.instance()
    app = found if isinstance(found, QApplication) else QApplication(sys.argv[:1])
    app.setApplicationName("Tessera")
    return app


def _composition(home: Path, station: stations.Station, *, demo: bool) -> Opened:
    from ui import compose

    return compose.prepare(home, station, demo=demo)


def _rooms() -> tuple[Room, ...]:
    from ui.rooms import rooms

    return rooms()


class Sitting(QObject):
    """One window over one folder, from the shell to the closing."""

    def __init__(
        self,
        app: QApplication,
        home: Path,
        *,
        demo: bool,
        prepare: Prepare,
        find_rooms: Callable[[], tuple[Room, ...]],
    ) -> None:
        super().__init__()
        self._app = app
        self._home = home
        self._demo = demo
        self._prepare = prepare
        self._find_rooms = find_rooms
        self._single = Single(home, self)
        self._opening = Background("opening", self)
        self._press = Background("press", self)
        self._crashes = Reporter(home, lambda code: self._opening.to_main(partial(self._say_crash, code)))
        self._opened: Opened | None = None
        self.window: MainWindow

    def begin(self) -> bool:
        """Show the shell; False when another window has this folder and came forward instead."""
        if not self._single.hold() and self._single.knock():
            return False
        self._crashes.install()
        loaded = stations.load(self._home)
        language.speak(self._app, loaded.station.language)
        theme.apply(self._app, theme.THEMES[loaded.station.theme], loaded.station.text_size)
        self.window = MainWindow(self._home, loaded.station, demo=self._demo, press=self._press)
        self.window.painted.connect(self._after_first_paint)
        self.window.show()
        if loaded.aside is not None:
            self._say_aside(loaded.aside)
        return True

    def end(self) -> None:
        """Close what was opened, in the opposite order."""
        self._press.close()
        self._opening.close()
        if self._opened is not None:
            self._opened.close()
        self._crashes.remove()
        self._single.release()

    def _after_first_paint(self) -> None:
        hold_none()
        self._opening.run(self._join, self._joined, self._not_joined)
        self._crashes.watch_faults()
        self._single.listen(self._come_forward)

    def _join(self) -> Joined:
        return Joined(self._prepare(self._home, self.window.station, demo=self._demo), self._find_rooms())

    def _joined(self, joined: Joined) -> None:
        self._opened = joined.opened
        desk = joined.opened.desk()
        # One room at a time, so that a key pressed meanwhile waits for one room at most.
        waiting = list(joined.rooms)

        def next_room() -> None:
            room = waiting.pop(0)
            self.window.add_room(room.build(self.window, desk), room_words(room.words), room.picture)
            if len(waiting) == len(joined.rooms) - 1:
                self.window.ready(joined.opened.clinic)
            if waiting:
                QTimer.singleShot(0, next_room)
            else:
                started()

        next_room()

    def _not_joined(self, trouble: Exception) -> None:
        started()
        code = self._crashes.report(trouble)
        self.window.say(
            Notice(
                Tone.TROUBLE,
                QCoreApplication.translate("App", "The clinic's records could not be opened."),
                QCoreApplication.translate("App", "Nothing was changed."),
                QCoreApplication.translate(
                    "App", "Close the app and open it again; if it happens again, tell report {code}."
                ).format(code=code),
            )
        )

    def _say_crash(self, code: str) -> None:
        self.window.say(
            Notice(
                Tone.TROUBLE,
                QCoreApplication.translate("App", "Something went wrong that should not have."),
                QCoreApplication.translate("App", "What was already shown as done is kept."),
                QCoreApplication.translate("App", "Go on working; the report is {code}.").format(code=code),
            )
        )

    def _say_aside(self, aside: Path) -> None:
        self.window.say(
            Notice(
                Tone.TOLD,
                QCoreApplication.translate("App", "The settings of this computer could not be read."),
                QCoreApplication.translate("App", "The old file was kept as {name}.").format(name=aside.name),
                QCoreApplication.translate("App", "Look through the settings once."),
            )
        )

    def _come_forward(self) -> None:
        window = self.window
        window.setWindowState(window.windowState() & ~window.windowState().WindowMinimized)
        window.show()
        window.raise_()
        window.activateWindow()
