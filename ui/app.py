"""Opens the window: the shell is painted first, everything heavy comes in behind it on a worker."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from desk_app import station as stations
from ui import language, theme
from ui.background import Background
from ui.coming_in import bring_rooms, refreshing
from ui.crash import Reporter
from ui.frame_notices import went_wrong
from ui.home import is_invented
from ui.main_window import MainWindow
from ui.notice import Notice, Tone
from ui.plain_import import hold_none, started
from ui.single import Single
from ui.slices import one_by_one

if TYPE_CHECKING:
    # The shell is painted before these come in.
    from desk_app.ports import Desk
    from ui.exchange import Exchange
    from ui.first_start.room import FirstStart
    from ui.first_start.tasks import Answers, FirstStartTasks
    from ui.hand_over import HandOver
    from ui.hour import Exercise
    from ui.idle import Idle
    from ui.network.shift import Shift
    from ui.opening import Furnished, Opened, Prepare
    from ui.practice import Furnish, WayToPractice
    from ui.rooms import Room
    from ui.training.reminding import Reminder


@dataclass(frozen=True)
class Joined:
    """What the worker brings: the opened records and the rooms, imported."""

    opened: Opened
    rooms: tuple[Room, ...]


def open_window(home: Path, *, demo: bool = False) -> int:
    """Show the window of `home` until it is closed; exit code 0."""
    app = make_app()
    sittings: list[Sitting] = []

    def sit(at: Path, is_demo: bool) -> bool:
        sitting = Sitting(app, at, demo=is_demo, prepare=_composition, find_rooms=_rooms, first_start=_first_start)
        if not sitting.begin():
            return False
        sitting.moved.connect(lambda to, to_demo: move(sitting, to, to_demo))
        sittings.append(sitting)
        return True

    def move(before: Sitting, to: Path, to_demo: bool) -> None:
        # The new window is shown before the old one goes: the app ends with its last window.
        before.release()
        if sit(to, to_demo):
            before.window.close()

    if not sit(home, demo or is_invented(home)):
        return 0
    code = app.exec()
    for sitting in sittings:
        sitting.end()
    return code


def make_app() -> QApplication:
    """The application, dressed and named, before any window."""
    found = QApplication.instance()
    # asked for by `setStyle`, the style would bring in every enumeration it has: a tenth of the time to the first paint
    app = found if isinstance(found, QApplication) else QApplication([*sys.argv[:1], "-style", "Fusion"])
    app.setApplicationName("Tessera")
    return app


def _composition(home: Path, station: stations.Station, *, demo: bool) -> Opened:
    from ui import compose

    return compose.prepare(home, station, demo=demo)


def _rooms() -> tuple[Room, ...]:
    # On the worker, so that the window does not wait for them when it begins to keep watch.
    import ui.aftermath
    import ui.exchange
    import ui.hand_over
    import ui.idle
    import ui.network.shift
    import ui.paper
    import ui.practice
    import ui.training.reminding  # noqa: F401
    from ui.rooms import rooms

    return rooms()


def _furnished(folder: Path, real: Callable[[], Desk], station: stations.Station, exercise: Exercise) -> Furnished:
    from desk_app.training.practice import ground
    from ui import compose_practice

    return compose_practice.prepare(
        folder, ground(real()), station, exercise.begin, anew=exercise.anew, joined=exercise.joined, up=exercise.up
    )


def _first_start() -> FirstStartTasks:
    from ui import compose
    from ui.first_start.joining import joined

    return joined(compose.make_demo, language.current)


class Sitting(QObject):
    """One window over one folder, from the shell to the closing."""

    moved = Signal(object, bool)
    """The clerk goes on in another folder, the demo clinic's or one just set up: its path, whether it is the demo."""

    def __init__(
        self,
        app: QApplication,
        home: Path,
        *,
        demo: bool,
        prepare: Prepare,
        find_rooms: Callable[[], tuple[Room, ...]],
        first_start: Callable[[], FirstStartTasks],
        furnish: Furnish = _furnished,
    ) -> None:
        super().__init__()
        self._app = app
        self._home = home
        self._demo = demo
        self._prepare = prepare
        self._find_rooms = find_rooms
        self._first_start_tasks = first_start
        self._furnish = furnish
        self._first_start: FirstStart | None = None
        self._single = Single(home, self)
        self._opening = Background("opening", self)
        self._press = Background("press", self)
        self._crashes = Reporter(home, lambda code: self._opening.to_main(partial(self._say_crash, code)))
        self._opened: Opened | None = None
        self._hand_over: HandOver | None = None
        self._idle: Idle | None = None
        self._exchange: Exchange | None = None
        self._shift: Shift | None = None
        self._way: WayToPractice | None = None
        self._reminder: Reminder | None = None
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
        if not (loaded.found or any(self._home.glob("*.db"))):
            self._begin_first_start()
        self.window.show()
        self.window.activateWindow()  # where no window manager hands out the keys, the window asks for them
        if loaded.aside is not None:
            self._say_aside(loaded.aside)
        return True

    def end(self) -> None:
        """Close what was opened, in the opposite order."""
        if self._first_start is not None:
            # Nobody waits for a demo clinic any more, and its worker need not be waited for.
            self._first_start.presenter.stop()
        self._press.close()
        self._opening.close()
        self.release_records()
        self._crashes.remove()
        self._single.release()

    def release(self) -> None:
        """Let the folder and its records go, so that the next window may take them."""
        self.release_records()
        self._single.release()

    def release_records(self) -> None:
        """Close the records, and let nobody use them any more."""
        if self._way is not None:
            self._way.end()
            self._way = None
        if self._reminder is not None:
            self._reminder.end()
            self._reminder = None
        if self._shift is not None:
            self._shift.end()
            self._shift = None
        if self._exchange is not None:
            self._exchange.end()
            self._exchange = None
        if self._hand_over is not None:
            self._hand_over.end()
            self._hand_over = None
        if self._idle is not None:
            self._idle.end()
            self._idle = None
        if self._opened is not None:
            self._opened.close()
            self._opened = None

    def _after_first_paint(self) -> None:
        hold_none()
        if self._first_start is None:
            self._opening.run(self._join, self._joined, self._not_joined)
        else:
            started()
            if self._demo:
                # It was asked for by name: what remains is to wait, or to stop.
                self._first_start.presenter.try_demo()
        self._crashes.watch_faults()
        self._single.listen(self._come_forward)

    def _join(self) -> Joined:
        return Joined(self._prepare(self._home, self.window.station, demo=self._demo), self._find_rooms())

    def _joined(self, joined: Joined) -> None:
        self._opened = joined.opened
        if not joined.opened.clinic:
            # The records are empty; whoever sets the clinic up opens them again.
            self.release_records()
            started()
            self._begin_first_start()
            return
        opened, desk = joined.opened, joined.opened.desk()
        self.window.seal = opened.seal
        # The window's own: whatever of it is still to come goes with the window.
        one_by_one(self.window, self._while_open(opened, self._come_in(joined.rooms, desk, opened)))

    def _while_open(self, opened: Opened, slices: Iterator[None]) -> Iterator[None]:
        """Nothing more is made for records that were closed meanwhile."""
        for _ in slices:
            yield
            if self._opened is not opened:
                return

    def _come_in(self, rooms: tuple[Room, ...], desk: Desk, opened: Opened) -> Iterator[None]:
        yield from bring_rooms(self.window, rooms, desk, opened.clinic)
        started()
        self._keep_watch(desk, opened, rooms)

    def _keep_watch(self, desk: Desk, opened: Opened, rooms: tuple[Room, ...]) -> None:
        """Lock the desk when nobody is there, exchange acts, look after the hand-over folder, lead to practice."""
        from ui.aftermath import Aftermath
        from ui.exchange import Exchange
        from ui.hand_over import HandOver
        from ui.idle import Idle
        from ui.network.shift import Shift
        from ui.practice import Real, WayToPractice
        from ui.training.reminding import Reminder

        window = self.window
        window.paper.reprints.seal_with(opened.seal)
        self._idle = Idle(lambda: window.station.idle_minutes, window.lock, self)
        self._idle.begin()
        self._hand_over = HandOver(window, desk, opened.desk, self._offer, self)
        self._hand_over.begin()
        self._exchange = exchange = Exchange(window, desk, opened, self._refresh, self._crashes.report, self)
        Aftermath(window, desk, self._refresh, exchange)
        window.link.joined.connect(exchange.again)
        exchange.begin()
        self._shift = shift = Shift(
            exchange.standing, window.cover, window.uncover, window.close, window.link.wanted.emit, self
        )
        window.before_closing(shift.may_close)
        window.link.changed.connect(shift.follow)
        window.link.shift_wanted.connect(shift.show)
        self._way = way = WayToPractice(Real(window, self._home, opened.desk, rooms), self._furnish, self)
        window.lead_to_practice(way)
        window.practice_wanted.connect(way.open_alone)
        if any(room.name == "training" for room in rooms):
            self._reminder = reminder = Reminder(window, desk, self)
            reminder.begin()

    def _refresh(self) -> None:
        """What is on show may not be true any more; what was typed stays. A key waits for one room at most."""
        one_by_one(self.window, refreshing(self.window))

    def _offer(self, op_id: str) -> bool:
        """A bill of the clinic system has come: the room that serves patients may open it."""
        screen = next((one for one in self.window.screens() if one.offered is not None), None)
        return screen is not None and screen.offered is not None and screen.offered(op_id)

    def _begin_first_start(self) -> None:
        from ui.first_start.room import FirstStart

        # The demo clinic lies in the folder of the real one.
        base = self._home.parent if self._demo else self._home
        self._first_start = FirstStart(
            base, self._first_start_tasks, self._opening, self._first_started, self._set_up, self._not_wanted
        )
        self.window.cover(self._first_start.view, self._first_start.presenter.scanned)

    def _not_wanted(self) -> None:
        """The demo clinic was stopped while it was made; a window that was opened for it alone closes."""
        if self._demo:
            self.window.close()

    def _set_up(self, answers: Answers) -> None:
        """A clinic is set up: whoever closes the window now finds this computer's settings when it opens again."""
        named = replace(self.window.station, desk=answers.desk, branch=answers.branch, employee=answers.employee)
        stations.save(self._home, named)

    def _first_started(self, demo: bool, answers: Answers | None) -> None:
        """A clinic is ready: this computer's settings lie beside it, and a window is opened over it."""
        from ui.home import demo_home

        home = demo_home(self._home) if demo and not self._demo else self._home
        if answers is not None:
            self._set_up(answers)
        elif not stations.load(home).found:
            stations.save(home, self.window.station)
        QTimer.singleShot(0, lambda: self.moved.emit(home, demo))

    def _not_joined(self, trouble: Exception) -> None:
        from desk_app.domain.errors import Trouble
        from ui.wording.problems import problem

        started()
        if isinstance(trouble, Trouble):
            # Told with what to do; no report would help.
            said = problem(trouble, language.current())
            self.window.say(Notice(Tone.TROUBLE, said, QCoreApplication.translate("App", "Nothing was changed.")))
            return
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
        self.window.say(went_wrong(code))

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
        # the practice desk stands in the place of this one
        window = (self._way.window if self._way is not None else None) or self.window
        window.setWindowState(window.windowState() & ~window.windowState().WindowMinimized)
        window.show()
        window.raise_()
        window.activateWindow()
