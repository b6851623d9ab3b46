"""Locks a desk that nobody touches, so that no passer-by reads what a patient left on the screen."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QGuiApplication, QWindow

LOOK: Final = 5_000
"""Milliseconds between two looks at the clock."""
_TOUCHES: Final = frozenset((
    QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove, QEvent.Type.Wheel,
    QEvent.Type.TouchBegin, QEvent.Type.TouchUpdate, QEvent.Type.TabletPress,
))  # fmt: skip


def seconds() -> float:
    """Seconds that also pass while the computer sleeps, where the system counts them."""
    awake_or_not = getattr(time, "CLOCK_BOOTTIME", None)
    return time.monotonic() if awake_or_not is None else time.clock_gettime(awake_or_not)


class Idle(QObject):
    """Calls `lock` when no key, click or movement was seen for `minutes()`; 0 minutes is never."""

    def __init__(
        self,
        minutes: Callable[[], int],
        lock: Callable[[], None],
        parent: QObject | None = None,
        clock: Callable[[], float] = seconds,
    ) -> None:
        super().__init__(parent)
        self._minutes = minutes
        self._lock = lock
        self._clock = clock
        self._touched = clock()
        self._timer = QTimer(self, interval=LOOK)
        self._timer.timeout.connect(self.look)

    def begin(self) -> None:
        """Watch every window of the app from now on."""
        self._touched = self._clock()
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            # Windows get every key and click once, before their widgets; filtering the whole app would see far more.
            app.focusWindowChanged.connect(self._watch)
            for window in app.topLevelWindows():
                self._watch(window)
        self._timer.start()

    def end(self) -> None:
        """Watch no more."""
        self._timer.stop()
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.focusWindowChanged.disconnect(self._watch)
            for window in app.allWindows():
                window.removeEventFilter(self)

    def look(self) -> None:
        """Lock if it is time."""
        minutes = self._minutes()
        if minutes and self._clock() - self._touched >= minutes * 60:
            self._touched = self._clock()
            self._lock()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Somebody is here; nothing is kept from anyone."""
        if event.type() in _TOUCHES:
            self._touched = self._clock()
        return False

    def _watch(self, window: QWindow | None) -> None:
        if window is not None:
            window.removeEventFilter(self)
            window.installEventFilter(self)
