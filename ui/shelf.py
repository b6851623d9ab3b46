"""The rooms of the window: which there are, which is open, and which of them listens to the search or to a scan."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from ui import theme

if TYPE_CHECKING:
    from ui.screen import Screen
    from ui.widgets.rail import Rail
    from ui.widgets.stack import Stack


class Shelf:
    """Rooms in the order of the rail. The window holds it, and it holds their presenters."""

    def __init__(self, rail: Rail, stack: Stack) -> None:
        self._rail = rail
        self._stack = stack
        self._screens: dict[str, Screen] = {}
        self._unbuilt: dict[str, Callable[[], Screen]] = {}

    def put(self, screen: Screen) -> None:
        """A room that is built."""
        self._screens[screen.name] = screen
        for part in screen.parts or (screen.view,):
            theme.wear(part)
        self._stack.addWidget(screen.view)

    def put_later(self, name: str, build: Callable[[], Screen]) -> None:
        """A room that is built when somebody goes there, which on most days is nobody."""
        self._unbuilt[name] = build

    def open(self, name: str) -> Screen | None:
        """Bring a room forward, built now if it was not; None where there is none of that name."""
        if build := self._unbuilt.pop(name, None):
            self.put(build())
        screen = self._screens.get(name)
        if screen is not None:
            self._rail.choose(name)
            self._stack.setCurrentWidget(screen.view)
        return screen

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
