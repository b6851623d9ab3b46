"""Hears a barcode scanner that types like a keyboard, on every screen and in every dialog, and tells it from a hand."""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QWindow
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from desk_app.station import ScannerSettings

ENDS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)
SILENCE = 400
"""Milliseconds without a key that end a calibration scan."""


@dataclass(frozen=True)
class Burst:
    """What one calibration scan looked like: its characters, the longest gap in ms, and whether Enter or Tab came."""

    text: str
    longest_gap: int
    ended: bool


class Scanner(QObject):
    """Holds back digits that follow each other within the gap; a code becomes `scanned`, all else is typed after all.

    It sits on each top-level `QWindow`: there a key is seen before any widget, and mouse moves cost nothing.
    Only digits make a code: under a Russian layout a scanner's letters arrive as Cyrillic ones.
    A process may hold two desks, of which one is shown: what one scanner types after all, none holds back again.
    """

    scanned = Signal(str)
    _replaying = False

    def __init__(self, settings: ScannerSettings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._held: list[QKeyEvent] = []
        self._window: QWindow | None = None
        self._last = 0
        self._swallow_release = False
        self._flush_at = QTimer(self, singleShot=True)
        self._flush_at.timeout.connect(self._replay)
        self._calibration: Callable[[Burst], None] | None = None
        self._heard: list[tuple[str, int]] = []
        self._silence = QTimer(self, singleShot=True, interval=SILENCE)
        self._silence.timeout.connect(lambda: self._calibrated(ended=False))

    def watch_all(self) -> None:
        """Listen on whatever window has the keyboard, dialogs included, from now on."""
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.focusWindowChanged.connect(self.watch)
            if (window := QGuiApplication.focusWindow()) is not None:
                self.watch(window)

    def watch(self, window: QWindow | None) -> None:
        """Listen on `window`; listening twice is listening once."""
        if window is not None:
            window.removeEventFilter(self)
            window.installEventFilter(self)

    def stop_watching(self) -> None:
        """Listen on no window any more; what is held back is dropped, its window is going."""
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.focusWindowChanged.disconnect(self.watch)
            for window in app.allWindows():
                window.removeEventFilter(self)
        self._flush_at.stop()
        self._held.clear()
        self.stop_calibrating()

    def settle(self, settings: ScannerSettings) -> None:
        """Live by other settings."""
        self._replay()
        self._settings = settings

    def calibrate(self, heard: Callable[[Burst], None]) -> None:
        """Take the next scan as it comes, whatever its shape, and tell `heard` what it looked like."""
        self._replay()
        self._heard = []
        self._calibration = heard

    def stop_calibrating(self) -> None:
        """Go back to listening for codes."""
        self._calibration = None
        self._silence.stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """See every key before the widgets do; True keeps it from them."""
        if event.type() not in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease) or not isinstance(event, QKeyEvent):
            return False
        if Scanner._replaying or not self._is_shown():
            return False
        if event.type() == QEvent.Type.KeyRelease:
            return self._released(event)
        if self._calibration is not None:
            return self._listen(event)
        if isinstance(watched, QWindow):
            self._window = watched
        return self._pressed(event)

    def _is_shown(self) -> bool:
        """Whether the desk it listens for is the one in front: one desk may lie hidden under another."""
        desk = self.parent()
        return not isinstance(desk, QWidget) or desk.isVisible()

    def _released(self, event: QKeyEvent) -> bool:
        if self._held:
            self._held.append(event.clone())
            return True
        if self._swallow_release and Qt.Key(event.key()) in ENDS:
            self._swallow_release = False
            return True
        return False

    def _pressed(self, event: QKeyEvent) -> bool:
        moment = event.timestamp()
        if self._held and moment - self._last > self._settings.gap:
            self._replay()
        if self._may_be_scanned(event):
            self._held.append(event.clone())
            self._last = moment
            self._flush_at.start(self._settings.gap)
            return True
        if Qt.Key(event.key()) in ENDS and (code := self._code()):
            self._held.clear()
            self._flush_at.stop()
            self._swallow_release = True
            self.scanned.emit(code)
            return True
        self._replay()
        return False

    def _may_be_scanned(self, event: QKeyEvent) -> bool:
        text = event.text()
        if event.isAutoRepeat() or len(text) != 1:
            return False
        # The keypad and Shift tell where a character came from, not what it is.
        harmless = Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier
        if event.modifiers() & ~harmless:
            return False
        return text in "0123456789" or text in self._settings.prefix or text in self._settings.suffix

    def _code(self) -> str:
        """The digits of what is held, or "" when it is no code."""
        text = "".join(key.text() for key in self._held if key.type() == QEvent.Type.KeyPress)
        settings = self._settings
        if not (text.startswith(settings.prefix) and text.endswith(settings.suffix)):
            return ""
        code = text[len(settings.prefix) : len(text) - len(settings.suffix)]
        return code if len(code) >= settings.shortest and code.isdecimal() else ""

    def _replay(self) -> None:
        """Type what was held back, in its order, into the window it was meant for."""
        self._flush_at.stop()
        held, self._held = self._held, []
        if not held or self._window is None:
            return
        Scanner._replaying = True
        try:
            for key in held:
                # A dialog may close at a key, or while its last one was held: nobody is left to type it to.
                if isValid(self._window):
                    QCoreApplication.sendEvent(self._window, key)
        finally:
            Scanner._replaying = False

    def _listen(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape:
            self.stop_calibrating()
            return False
        if key in ENDS:
            self._swallow_release = True
            self._calibrated(ended=True)
            return True
        if event.text():
            self._heard.append((event.text(), event.timestamp()))
            self._silence.start()
        return True

    def _calibrated(self, *, ended: bool) -> None:
        heard, told = self._heard, self._calibration
        self.stop_calibrating()
        if told is not None:
            moments = [moment for _, moment in heard]
            gaps = [later - earlier for earlier, later in pairwise(moments)]
            told(Burst("".join(text for text, _ in heard), max(gaps, default=0), ended))
