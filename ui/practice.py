"""The way from the real desk to the practice desk and back: a second window in the place of the first.

The real window is hidden with everything in it as it was; it comes back when the practice window goes, whichever way
that goes. What the practice desk is made of is decided by the composition (`ui.compose_practice`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeAlias

from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from desk_app.station import Station
from ui import language
from ui.background import Background
from ui.coming_in import bring_rooms, refreshing
from ui.crash import Reporter
from ui.frame_notices import went_wrong
from ui.home import TRAINING, practice_home
from ui.hour import Exercise, Hour, put_away
from ui.main_window import MainWindow
from ui.notice import Notice, Tone
from ui.slices import one_by_one

if TYPE_CHECKING:
    from desk_app.ports import Desk
    from ui.exchange import Exchange
    from ui.opening import Furnished
    from ui.rooms import Room

#: Rooms through which something invented could get out, or in which somebody would train within a training.
_LEFT_OUT: Final = frozenset({"settings", "network", "training"})

_PLAIN: Final = Qt.WindowState.WindowNoState

Furnish: TypeAlias = "Callable[[Path, Callable[[], Desk], Station, Exercise], Furnished]"
"""Makes the practice desk of a folder ready, on a worker; it is given a way to a desk of the real records."""


@dataclass(frozen=True)
class Real:
    """The real desk as the way to the practice desk knows it: `desk` opens one for the thread that calls it."""

    window: MainWindow
    home: Path
    desk: Callable[[], Desk]
    rooms: tuple[Room, ...]


class WayToPractice(QObject):
    """One for a real window; at most one practice window stands in its place."""

    def __init__(self, real: Real, furnish: Furnish, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._real = real
        self._furnish = furnish
        self._sitting: PracticeSitting | None = None
        self._next: Exercise | None = None
        self._before: Exercise | None = None
        self._employee = ""

    @property
    def window(self) -> MainWindow | None:
        """The practice window, None while the real one is shown."""
        return self._sitting.window if self._sitting is not None else None

    def open(self, exercise: Exercise) -> None:
        """Show the practice desk in place of the real window; one that is shown already gives way to it."""
        if self._sitting is not None:
            self._next = exercise
            self._sitting.leave()
            return
        self._sitting = sitting = PracticeSitting(
            self._real, exercise, self._furnish, self.open, lambda: self._next is not None, self
        )
        sitting.ended.connect(self._ended)
        sitting.failed.connect(self._say)
        sitting.begin()

    def open_alone(self) -> None:
        """The key: into what one left unfinished, else to try whatever one likes, at the desk as one left it."""
        name = self._real.window.station.employee
        # whoever works at this desk now did not leave what somebody else left
        again = self._before.again() if self._before is not None and name == self._employee else None
        self.open(again if again is not None else Exercise(name, anew=False))

    def end(self) -> None:
        """The real window goes, and takes the practice desk with it."""
        if self._sitting is not None:
            self._next = None
            self._sitting.leave()

    def _ended(self) -> None:
        ended, self._sitting = self._sitting, None
        if ended is not None:
            self._before, self._employee = ended.exercise, self._real.window.station.employee
            ended.deleteLater()
        following, self._next = self._next, None
        if following is not None:
            self.open(following)
        else:
            # whoever closes gives the keyboard to nobody in particular
            QTimer.singleShot(0, self._real.window, self._real.window.activateWindow)

    def _say(self, notice: Notice) -> None:
        self._real.window.say(notice)


class PracticeSitting(QObject):
    """One practice window, from the key that leads in to the key that leads out."""

    ended = Signal()
    """The window is closed, its records too, and the real one is shown."""
    failed = Signal(object)
    """The practice desk could not be made ready: the `Notice` that says so, after the end."""
    _acted = Signal()
    _told = Signal()

    def __init__(
        self,
        real: Real,
        exercise: Exercise,
        furnish: Furnish,
        follow: Callable[[Exercise], None],
        is_followed: Callable[[], bool],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._real = real
        self.exercise = exercise
        self._furnish = furnish
        self._follow = follow
        self._is_followed = is_followed
        self._home = practice_home(real.home, exercise.trainee)
        self._opening = Background("furnishing", self)
        self._press = Background("practice press", self)
        # beside the practice desks, whose folders are emptied again and again
        self._crashes = Reporter(real.home / TRAINING, lambda code: self._opening.to_main(partial(self._crash, code)))
        self._furnished: Furnished | None = None
        self._exchange: Exchange | None = None
        self._trouble: Notice | None = None
        # from whatever thread, and once for all acts of one payment, in a turn of its own
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._told)
        self._acted.connect(self._soon.start)
        station = replace(real.window.station, employee=exercise.trainee, hand_over=False, idle_minutes=0)
        self.window = MainWindow(self._home, station, demo=True, press=self._press)

    def begin(self) -> None:
        """Show the shell in the place of the real window; the desk is made ready behind it."""
        window, real = self.window, self._real.window
        self._crashes.install()
        window.setGeometry(real.geometry() if real.windowState() == _PLAIN else real.normalGeometry())
        window.setWindowState(real.windowState())
        window.painted.connect(self._after_first_paint)
        window.practice_wanted.connect(self.leave)
        window.before_closing(self._may_close)
        window.closed.connect(self._end)
        window.show()
        window.activateWindow()
        real.hide()

    def leave(self) -> None:
        """Back to the real desk."""
        self.window.close()

    def _after_first_paint(self) -> None:
        self._opening.run(self._make_ready, self._joined, self._not_joined)

    def _make_ready(self) -> Furnished:
        # kept here at once: whoever leaves before it is shown leaves no file open
        self._furnished = self._furnish(self._home, self._real.desk, self.window.station, self.exercise)
        return self._furnished

    def _joined(self, furnished: Furnished) -> None:
        one_by_one(self.window, self._come_in(furnished))

    def _come_in(self, furnished: Furnished) -> Iterator[None]:
        desk, window = furnished.opened.desk(), self.window
        for _ in bring_rooms(window, self._real.rooms, desk, furnished.opened.clinic, _LEFT_OUT):
            yield
            if self._furnished is None:
                return
        furnished.heard.acted = self._acted.emit
        hour = Hour(desk, window, self.leave, self._follow, self._network, self, self._empty)
        self._told.connect(hour.written)
        self._connect_line(desk, furnished)
        window.crown(self.exercise.strip(hour) if self.exercise.strip is not None else self._plain_line())

    def _plain_line(self) -> QWidget:
        from ui.widgets.practice_line import PracticeLine

        line = PracticeLine(self.exercise.trainee)
        line.anew.connect(lambda: self._follow(replace(self.exercise, anew=True)))
        line.left.connect(self.leave)
        return line

    def _connect_line(self, desk: Desk, furnished: Furnished) -> None:
        """The exchange of a desk that belongs to a network, with a centre that exists in memory alone."""
        if not self.exercise.joined:
            return
        from ui.aftermath import Aftermath
        from ui.exchange import Exchange

        window = self.window

        def refresh() -> None:
            one_by_one(window, refreshing(window))

        self._exchange = exchange = Exchange(window, desk, furnished.opened, refresh, self._crashes.report, self)
        Aftermath(window, desk, refresh, exchange)
        exchange.begin()

    def _empty(self) -> None:
        window = self.window
        put_away(window.screens())
        window.hush()
        window.show_room("desk")
        window.focus_search(emptied=True)

    def _network(self, up: bool) -> None:
        if self._furnished is None or not self._furnished.line(up) or self._exchange is None:
            return
        if up:
            self._exchange.now()
        else:
            self._exchange.soon()

    def _not_joined(self, trouble: Exception) -> None:
        from desk_app.domain.errors import Refusal, Trouble
        from ui.wording.problems import problem

        nothing_changed = QCoreApplication.translate("App", "Nothing was changed.")
        if isinstance(trouble, Refusal | Trouble):
            self._trouble = Notice(Tone.TROUBLE, problem(trouble, language.current()), nothing_changed)
        else:
            code = self._crashes.report(trouble)
            self._trouble = Notice(
                Tone.TROUBLE,
                QCoreApplication.translate("Practice", "The practice desk could not be made ready."),
                nothing_changed,
                QCoreApplication.translate("Practice", "Try again; if it happens again, tell report {code}.").format(
                    code=code
                ),
            )
        self.leave()

    def _crash(self, code: str) -> None:
        self.window.say(went_wrong(code))

    def _may_close(self) -> bool:
        """Shows the real window before this one goes: the app ends with its last window."""
        if not self._is_followed():
            self._real.window.show()
            self._real.window.activateWindow()
        return True

    def _end(self) -> None:
        """Close what was opened, in the opposite order."""
        if self._exchange is not None:
            self._exchange.end()
        self._press.close()
        self._opening.close()
        furnished, self._furnished = self._furnished, None
        if furnished is not None:
            furnished.opened.close()
        self._crashes.remove()
        self.window.deleteLater()
        self.exercise.left()
        self.ended.emit()
        if self._trouble is not None:
            self.failed.emit(self._trouble)
