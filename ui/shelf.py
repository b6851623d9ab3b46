"""The rooms of the window: which there are, which is open, and which of them listens to the search or to a scan."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication

from ui import theme
from ui.slices import at_once, one_by_one

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.action import Action
    from ui.icons import Icon
    from ui.screen import Building, Screen
    from ui.widgets.rail import Rail
    from ui.widgets.stack import Stack


class Shelf(QObject):
    """Rooms in the order of the rail. The window holds it, and it holds their presenters."""

    wanted = Signal(str)
    """Somebody asks for a room, with the mouse or by its key."""

    def __init__(self, rail: Rail, stack: Stack, page: QWidget, forward: Callable[[], None]) -> None:
        """The keys of the rooms work on `page`; `forward` is told when another room is open."""
        super().__init__(page)
        self._rail = rail
        self._stack = stack
        self._page = page
        self._forward = forward
        self._ways: dict[str, tuple[Callable[[], str], str, Icon]] = {}
        self._coming = ""
        self._screens: dict[str, Screen] = {}
        self._unbuilt: dict[str, tuple[Callable[[], Building], bool]] = {}
        self._left_out = 0
        rail.wanted.connect(self.wanted)

    def put(self, screen: Screen, words: Callable[[], str], picture: Icon) -> None:
        """A room that is built; the first one comes forward."""
        self._put_in(screen)
        for part in screen.parts or (screen.view,):
            theme.wear(part)
        self._open_way(screen.name, words, picture)
        at_once(screen.begin())
        if len(self._ways) == 1:
            self.open(screen.name)

    def bring(self, screen: Screen, words: Callable[[], str], picture: Icon) -> Iterator[None]:
        """A room that is built, in slices; it comes forward."""
        self._open_way(screen.name, words, picture)
        self._coming = screen.name
        return self._come(screen)

    def put_later(
        self, name: str, build: Callable[[], Building], words: Callable[[], str], picture: Icon, *, whole: bool
    ) -> None:
        """A room that is built when somebody goes there, on most days nobody: in slices, or `whole` at once."""
        self._unbuilt[name] = build, whole
        self._open_way(name, words, picture)

    def leave_out(self) -> None:
        """The room that would come next is not to be had here; those behind it keep their keys."""
        self._left_out += 1

    def open(self, name: str) -> None:
        """Bring a room forward; one that is not built yet is built now, and comes when it is."""
        if name not in self._ways:
            return
        self._coming = name
        self._rail.choose(name)
        if unbuilt := self._unbuilt.pop(name, None):
            build, whole = unbuilt
            if whole:
                at_once(self._build(build))
            else:
                one_by_one(self, self._build(build))
        screen = self._screens.get(name)
        if screen is None:
            # It is being built, and comes unless somebody goes elsewhere meanwhile.
            return
        if screen is self.now() and screen.view.isVisible() and screen.again():
            return
        self._stack.setCurrentWidget(screen.view)
        self._forward()
        screen.opened()

    def now(self) -> Screen | None:
        """The room that is open."""
        shown = self._stack.currentWidget()
        return next((screen for screen in self._screens.values() if screen.view is shown), None)

    def all(self) -> tuple[Screen, ...]:
        """The rooms that are there by now."""
        return tuple(self._screens.values())

    def named(self, name: str) -> Screen:
        """A room by its name, shown or not."""
        return self._screens[name]

    def that(self, listens: Callable[[Screen], bool]) -> Screen | None:
        """The open room if it listens, else the first that does."""
        now = self.now()
        if now is not None and listens(now):
            return now
        return next((screen for screen in self._screens.values() if listens(screen)), None)

    def ways(self) -> tuple[Action, ...]:
        """The key of each room, in the order of the rail."""
        from ui.action import Action
        from ui.marking import QT_TRANSLATE_NOOP

        help_ = QT_TRANSLATE_NOOP("Actions", "Go to this room")
        return tuple(
            Action(f"room-{name}", name, key, picture, partial(self.wanted.emit, name), help_, words)
            for name, (words, key, picture) in self._ways.items()
        )

    def serving(self) -> str:
        """The id of the patient at the desk, "" while there is none."""
        return next((patient for screen in self.all() if (patient := screen.serving())), "")

    def next_pane(self, search: QWidget, over: Sequence[QWidget] = ()) -> None:
        """Lead the keyboard round: `search`, each part of the open room, what lies `over` it, `search` again."""
        screen, focus = self.now(), QApplication.focusWidget()
        parts = (*(screen.panes if screen else ()), *over)
        panes = [search, *(pane for pane in parts if pane.isVisible())]
        here = next((i for i, pane in enumerate(panes) if focus and (pane is focus or pane.isAncestorOf(focus))), -1)
        panes[(here + 1) % len(panes)].setFocus()

    def _build(self, build: Callable[[], Building]) -> Iterator[None]:
        yield
        screen = yield from build()
        yield
        yield from self._come(screen)

    def _come(self, screen: Screen) -> Iterator[None]:
        for part in screen.parts:
            part.hide()
        self._put_in(screen)
        if not screen.parts:
            theme.wear(screen.view)
        yield
        if self._coming == screen.name:
            self._stack.setCurrentWidget(screen.view)
            yield
        for part in screen.parts:
            # To be dressed, and then to be shown and laid out, is most of the work.
            theme.wear(part)
            yield
            part.show()
            yield
        yield from screen.begin()
        yield
        if self._coming == screen.name:
            self.open(screen.name)

    def _put_in(self, screen: Screen) -> None:
        self._screens[screen.name] = screen
        self._stack.addWidget(screen.view)

    def _open_way(self, name: str, words: Callable[[], str], picture: Icon) -> None:
        key = f"Alt+{len(self._ways) + self._left_out + 1}"
        self._ways[name] = (words, key, picture)
        self._rail.add(name, words, picture, key)
        opening = self._page.addAction("")
        opening.setShortcut(QKeySequence(key))
        opening.triggered.connect(lambda *_: self.wanted.emit(name))
