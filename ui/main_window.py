"""The frame of the window: search on top, rooms at the left, the speaking bar and the state of the desk below."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMainWindow, QPushButton, QVBoxLayout, QWidget

from desk_app import station as stations
from desk_app.station import Station
from ui import language, theme
from ui.background import Background
from ui.frame_notices import no_centre, pdf_not_saved, pdf_saved, settings_not_written
from ui.icons import Icon
from ui.link import Link
from ui.notice import Notice
from ui.pages import Pages
from ui.place import keep_place, return_to_place
from ui.shelf import Shelf
from ui.widgets.demo_frame import DemoFrame
from ui.widgets.notice_bar import announce
from ui.widgets.rail import Rail
from ui.widgets.spoken import SpokenWidget, draw_from_now
from ui.widgets.status_line import StatusLine
from ui.widgets.work import Work

if TYPE_CHECKING:
    from desk_app.seal import Seal
    from ui.action import Bound
    from ui.hour import Practice
    from ui.paper import Paper
    from ui.scanner import Scanner
    from ui.screen import Building, Screen
    from ui.widgets.crown import Crown

_WHOLE = QtCore.QSize(1180, 720)
"""How large the window opens where the screen has room for it."""


class MainWindow(QMainWindow):
    """What every room stands in; it answers to `ui.screen.Frame`.

    The shell is complete before any room exists: what is typed or scanned meanwhile waits for the room that listens.
    """

    painted = Signal()
    """The first paint is done: now heavier things may begin."""
    closed = Signal()
    station_kept = Signal()
    """This computer's settings are others now."""
    sheet_out = Signal(str)
    """A sheet was printed: its note."""
    practice_wanted = Signal()
    """Somebody wants to the practice desk, or back from it."""

    def __init__(self, home: Path, station: Station, *, demo: bool, press: Background) -> None:
        super().__init__()
        self._home = home
        self._station = station
        self._demo = demo
        self._clinic = ""
        self._press = press
        self._early_scan = ""
        self._was_painted = False
        self._is_over = False
        self._focus_before_lock: QWidget | None = None
        self._scanner: Scanner | None = None
        self._bounds: tuple[Bound, ...] = ()
        self._paper: Paper | None = None
        self._closing: Callable[[], bool] = lambda: True
        self._practice: Practice | None = None
        self.seal: Seal | None = None
        """What closes files beside the records with their key; None until they are open, and where they have none."""
        self._link = Link(self)
        theme.lend(self)
        self._work = Work()
        self._rail = Rail()
        self._status = StatusLine()
        self._lay_out()
        self._shelf = Shelf(self._rail, self._work.rooms, self._desk_page, self.hint_changed)
        self._connect()
        self._status.clinic("", demo=demo)
        self._status.signed_in(station.employee, station.desk)
        self._status.opening(True)
        self._entitle()
        self.setTabOrder(self._work.search, self._rail)
        self.setMinimumSize(800, 480)
        self.resize(_WHOLE.boundedTo(self.screen().availableSize()))
        return_to_place(self, self._home)
        self._work.search.setFocus()

    def _lay_out(self) -> None:
        upper = QHBoxLayout()
        upper.setContentsMargins(0, 0, 0, 0)
        upper.setSpacing(0)
        upper.addWidget(self._rail)
        upper.addWidget(self._work, 1)
        self._desk_page = QWidget()
        page = QVBoxLayout(self._desk_page)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addLayout(upper, 1)
        page.addWidget(self._status)
        self._pages = Pages(self._desk_page)
        self.setCentralWidget(DemoFrame(self._pages) if self._demo else self._pages)
        for part in (self._rail, self._work.search, self._work.notices, self._status):
            theme.wear(part)

    def _connect(self) -> None:
        search = self._work.search
        search.typed.connect(self._typed)
        search.stepped.connect(lambda rows: self._search_room(lambda room: room.step(rows)))
        search.chosen.connect(lambda: self._search_room(lambda room: room.choose()))
        search.left.connect(self.go_back)
        self._shelf.wanted.connect(self.show_room)
        self._pages.unlocked.connect(self._unlocked)
        self._pages.left.connect(self._uncovered)
        self._pages.saved.connect(lambda name: self.say(pdf_saved(name)))
        self._pages.not_saved.connect(lambda: self.say(pdf_not_saved()))
        self._work.notices.claimed = self._is_claimed
        self._status.network_wanted.connect(self.show_network)
        self._status.training_wanted.connect(lambda: self.show_room("training"))
        self._link.changed.connect(lambda: self._status.network(self._link.state))

    # what a room may ask: ui.screen.Frame

    @property
    def station(self) -> Station:
        """This computer's settings as they are now."""
        return self._station

    @property
    def press(self) -> Background:
        """The worker for PDFs, reports and backups."""
        return self._press

    @property
    def home(self) -> Path:
        """The folder of this desk."""
        return self._home

    @property
    def demo(self) -> bool:
        """Whether this is the demo clinic."""
        return self._demo

    @property
    def link(self) -> Link:
        """What is known of the network, and where it is asked for."""
        return self._link

    @property
    def practice(self) -> Practice | None:
        """The way to the practice desk; None until the records are open, and at that desk itself."""
        return self._practice

    @property
    def scanner(self) -> Scanner | None:
        """The scanner's ear; None before the first paint."""
        return self._scanner

    def keep_station(self, station: Station) -> None:
        """Write the settings and live by them at once; where they cannot be written, say so and live by them."""
        before, self._station = self._station, station
        app = QApplication.instance()
        if isinstance(app, QApplication):
            if (before.theme, before.text_size) != (station.theme, station.text_size):
                theme.apply(app, theme.THEMES[station.theme], station.text_size)
            if before.language != station.language:
                language.speak(app, station.language)
        if self._scanner is not None:
            self._scanner.settle(station.scanner)
        self._status.signed_in(station.employee, station.desk)
        try:
            stations.save(self._home, station)
        except OSError:
            self.say(settings_not_written())
        self.station_kept.emit()

    def say(self, notice: Notice) -> None:
        """Speak through the bar."""
        self._work.notices.say(notice)

    def hush(self) -> None:
        """Take the last notice away."""
        self._work.notices.hush()

    def announce(self, sentence: str) -> None:
        """Have a screen reader say `sentence`."""
        announce(self, sentence)

    def focus_search(self, *, emptied: bool = False) -> None:
        """Give the keyboard to the search field."""
        if emptied:
            self._work.search.clear()
        self._work.search.setFocus()
        self._work.search.selectAll()

    def print_sheet(self, sheet: str, title: str, draw: Callable[[], bytes], note: str = "") -> None:
        """Draw a PDF on the worker and print or show it."""
        self.paper.print_sheet(sheet, title, draw, note)

    def when_out(self, listener: Callable[[str], None]) -> None:
        """Tell `listener` the note of every sheet that is printed, or kept as a file."""
        self._pages.kept.connect(listener)
        self.sheet_out.connect(listener)

    @property
    def paper(self) -> Paper:
        """The way to paper, made when it is first needed."""
        if self._paper is None:
            from ui.paper import Paper

            self._paper = Paper(self, self)
            self._paper.shown.connect(self._pages.show_preview)
            self._paper.out.connect(self.sheet_out)
            self._pages.print_wanted.connect(self._paper.print_shown)
        return self._paper

    def show_room(self, name: str) -> None:
        """Bring a room forward; one that was never open is made first, in slices."""
        self._shelf.open(name)

    def serving(self) -> str:
        """The id of the patient at the desk, "" while there is none."""
        return self._shelf.serving()

    def name_clinic(self, clinic: str) -> None:
        """The clinic is called so from now on."""
        self._clinic = clinic
        self._status.clinic(clinic, demo=self._demo)
        self._entitle()

    def waiting(self, count: int) -> None:
        """How many operations wait to be sent."""
        self._status.waiting(count)

    def to_look_at(self, count: int) -> None:
        """How many cases nobody has looked at: a number at their room."""
        self._rail.count("cases", count)

    def remind(self, words: Callable[[], str]) -> None:
        """A calm line below, with the key that leads to the training; `words` are asked again in another language."""
        key = next((way.key for way in self._shelf.ways() if way.name == "room-training"), "")
        self._status.remind(words if key else str, key)

    def hint_changed(self) -> None:
        """Ask the room for its hint again."""
        screen = self.current_screen()
        self._work.notices.hint(screen.hint() if screen is not None else "")

    # what the app asks

    def add_room(self, screen: Screen, words: Callable[[], str], picture: Icon) -> None:
        """Put a room behind the rail at once; the first one comes forward."""
        self._shelf.put(screen, words, picture)

    def bring_room(self, screen: Screen, words: Callable[[], str], picture: Icon) -> Iterator[None]:
        """The same in slices, and it comes forward: a key pressed meanwhile waits for one of them at most."""
        return self._shelf.bring(screen, words, picture)

    def add_room_later(
        self,
        name: str,
        build: Callable[[], Building],
        words: Callable[[], str],
        picture: Icon,
        *,
        whole: bool = False,
    ) -> None:
        """Put a way to a room on the rail; the room is built when somebody goes there.

        `whole`: at one blow, where no key is waiting.
        """
        self._shelf.put_later(name, build, words, picture, whole=whole)

    def leave_room_out(self) -> None:
        """The room that would come next on the rail is not to be had here; those behind it keep their keys."""
        self._shelf.leave_out()

    def cover(self, page: QWidget, scanned: Callable[[str], None] | None = None) -> None:
        """Show a page in place of everything: the first start, the end of a shift; it may take what is scanned."""
        self._pages.cover(page, scanned)

    def uncover(self) -> None:
        """Show the desk again."""
        self._show_desk()

    def lead_to_practice(self, practice: Practice) -> None:
        """From now on rooms may ask for the practice desk."""
        self._practice = practice

    def crown(self, strip: QWidget) -> None:
        """Lay a strip over everything inside the amber frame; pages that cover the desk do not cover it."""
        frame = self.centralWidget()
        if isinstance(frame, DemoFrame):
            frame.crown(strip)
            theme.wear(strip)

    def _crowned(self) -> Crown | None:
        frame = self.centralWidget()
        return frame.crowned if isinstance(frame, DemoFrame) else None

    def ready(self, clinic: str) -> None:
        """The clinic's records are open: what was typed and scanned meanwhile is looked up now."""
        self._status.opening(False)
        self.name_clinic(clinic)
        if self._early_scan:
            code, self._early_scan = self._early_scan, ""
            self.take_scan(code)
        elif text := self._work.search.text():
            self._typed(text)

    def current_screen(self) -> Screen | None:
        """The room that is open."""
        return self._shelf.now()

    def screens(self) -> tuple[Screen, ...]:
        """The rooms that are there by now, in the order of the rail."""
        return self._shelf.all()

    def screen_named(self, name: str) -> Screen:
        """A room by its name, shown or not."""
        return self._shelf.named(name)

    # what the clerk does

    def take_scan(self, code: str) -> None:
        """A card was scanned somewhere in the app."""
        if self._pages.locked() or self._pages.took_scan(code):
            return
        self._show_desk()
        screen = self._shelf.that(lambda room: room.scanned is not None)
        if screen is None or screen.scanned is None:
            self._early_scan = code
            return
        if screen is not self.current_screen():
            self.show_room(screen.name)
        screen.scanned(code)

    def go_back(self) -> None:
        """Esc: the sheet that is coming stays away, the room goes back a step, the bar falls silent, or the keyboard
        returns to the search.
        """
        if self._paper is not None and self._paper.give_up():
            return
        screen = self.current_screen()
        if screen is not None and screen.back():
            return
        if self._work.notices.spoken_notice() is not None:
            self.hush()
        self._work.search.setFocus()

    def next_pane(self) -> None:
        """F6: search, then each part of the room, what lies over it, then search again."""
        over = self._crowned()
        self._shelf.next_pane(self._work.search, over.panes() if over is not None else ())

    def sync_now(self) -> None:
        """F5: exchange acts now; where no centre was joined the desk says so rather than pretend."""
        if self._link.state is None:
            self.say(no_centre())
        else:
            self._link.wanted.emit()

    def show_network(self) -> None:
        """Shift+F5: what waits, since when, and what the matter is."""
        self.show_room("network")

    def before_closing(self, may_close: Callable[[], bool]) -> None:
        """Ask `may_close` when somebody closes the window; False keeps it open."""
        self._closing = may_close

    def lock(self) -> None:
        """Cover the screen; the work under it stays as it is."""
        if self._pages.locked():
            return
        # its own: under another window it may lock itself too
        self._focus_before_lock = self.focusWidget()
        # what lies over the rooms does nothing now, and looks so
        if (over := self._crowned()) is not None:
            over.setEnabled(False)
        self._pages.show_lock(self._station.pin)

    def show_keys(self) -> None:
        """Every key of the frame and of the open room on one page."""
        from ui.frame_actions import unbound_actions

        screen = self.current_screen()
        room = screen.actions.declared() if screen is not None else ()
        own = [one for bound in self._bounds for one in bound.declared()]
        over = self._crowned()
        crown = over.declared() if over is not None else ()
        self._pages.show_keys((*room, *crown, *own, *unbound_actions(), *self._shelf.ways()))

    def _practise(self) -> None:
        if not self._pages.locked():
            self.practice_wanted.emit()

    def _typed(self, text: str) -> None:
        self._search_room(lambda room: room.search_for(text))

    def _search_room(self, tell: Callable[..., None]) -> None:
        screen = self._shelf.that(lambda room: room.searching is not None)
        if screen is None or screen.searching is None:
            return
        if screen is not self.current_screen() and self._work.search.text():
            self.show_room(screen.name)
        tell(screen.searching)

    def _is_claimed(self, key: str) -> bool:
        """Whether a key of a notice is already the open room's own: two owners of one key would both stay silent."""
        screen = self.current_screen()
        bounds = (*self._bounds, *((screen.actions,) if screen is not None else ()))
        return any(bound.claims(key) for bound in bounds)

    def _show_desk(self) -> None:
        self._pages.show_desk()
        self._work.search.setFocus()

    def _uncovered(self, looked_up: bool) -> None:
        """A page over everything was left: after a sheet somebody is looked for where a room does that; else the work
        goes on where it was.
        """
        screen, before = self.current_screen(), self._pages.before
        looks = screen is not None and screen.searching is not None and not looked_up
        goes_on = screen is not None and not looks and before is not None and before.isVisible()
        (before if goes_on and before is not None else self._work.search).setFocus()

    def _unlocked(self) -> None:
        if (over := self._crowned()) is not None:
            over.setEnabled(True)
        (self._focus_before_lock or self._work.search).setFocus()

    def _entitle(self) -> None:
        # The word comes first: a narrow task bar cuts titles at the end.
        parts = [self.tr("DEMO")] if self._demo else []
        parts += ["Tessera"] + ([self._clinic] if self._clinic else [])
        self.setWindowTitle(" · ".join(parts))

    # what Qt tells

    def event(self, event: QEvent) -> bool:
        """Notice the first paint of the whole window."""
        done = super().event(event)
        if event.type() == QEvent.Type.Paint and not self._was_painted:
            self._was_painted = True
            QTimer.singleShot(0, self._after_first_paint)
        return done

    def _after_first_paint(self) -> None:
        """What the first paint did not have to wait for: pictures, keys, the scanner; then the app goes on."""
        from ui.action import Bound
        from ui.frame_actions import frame_actions

        if self._is_over:
            # Closed before it was ever used: nobody would take its ear off the keyboard again.
            return
        from ui.scanner import Scanner

        draw_from_now()
        for widget in self.findChildren(SpokenWidget):
            widget.draw()
        self._work.search.dress()
        *own, practise = frame_actions(
            search=self.focus_search,
            sync=self.sync_now,
            network=self.show_network,
            pane=self.next_pane,
            lock=self.lock,
            keys=self.show_keys,
            practise=self._practise,
        )
        # the way to practise works over whatever covers the desk, too
        self._bounds = (Bound(self._desk_page, own), Bound(self._pages, (practise,)))
        # a key held down leads there, and not to and fro
        self._bounds[-1]["practise"].setAutoRepeat(False)
        self._scanner = Scanner(self._station.scanner, self)
        self._scanner.scanned.connect(self.take_scan)
        self._scanner.watch_all()
        self.painted.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc and Enter arrive here when no widget wanted them; Enter presses the button that has the keyboard."""
        keys, focus = QtCore.Qt.Key, QApplication.focusWidget()
        if event.key() == keys.Key_Escape and self._pages.on_desk():
            self.go_back()
        elif event.key() in (keys.Key_Return, keys.Key_Enter) and isinstance(focus, QPushButton):
            # Outside a dialog a button hears Space alone. A key held down is one press.
            if not event.isAutoRepeat():
                focus.click()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """The title and the hint follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._entitle()
            self.hint_changed()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember where the window stood."""
        if not self._closing():
            event.ignore()
            return
        self._is_over = True
        keep_place(self, self._home)
        super().closeEvent(event)
        for screen in self._shelf.all():
            screen.ended()
        if self._scanner is not None:
            # A window may follow in this process, and two ears would hold each other's keys for ever.
            self._scanner.stop_watching()
            self._scanner = None
        self.closed.emit()
