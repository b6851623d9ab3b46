"""Keys as a hand or a scanner sends them, Cyrillic ones included."""

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget


def type_text(widget: QWidget, text: str) -> None:
    """Type `text` into `widget`: Qt's own helper ends the whole process at the first Cyrillic letter."""
    for letter in text:
        code = Qt.Key(ord(letter.upper())) if letter.isalnum() else Qt.Key.Key_Space
        QTest.sendKeyEvent(QTest.KeyAction.Click, widget, code, letter, Qt.KeyboardModifier.NoModifier)


def press(widget: QWidget | None, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key in `widget`, shortcuts of its window included."""
    assert widget is not None
    QTest.keyClick(widget, key, modifier)


class Keyboard:
    """Sends keys to a window with moments of its own: a scanner is fast and a hand is slow, and no test waits."""

    def __init__(self, window: QWidget) -> None:
        self._window = window
        self._moment = 1_000

    def type(self, text: str, gap: int, ending: Qt.Key | None = None) -> None:
        """Characters `gap` milliseconds apart, then Enter or Tab."""
        for letter in text:
            self.key(Qt.Key(ord(letter.upper())), letter, gap)
        if ending is not None:
            self.key(ending, "\r" if ending == Qt.Key.Key_Return else "\t", gap)

    def key(self, code: Qt.Key, text: str, gap: int) -> None:
        """One key, down and up."""
        self._moment += gap
        handle = self._window.windowHandle()
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, code, Qt.KeyboardModifier.NoModifier, text)
            event.setTimestamp(self._moment)
            QApplication.sendEvent(handle, event)
        QCoreApplication.sendPostedEvents()
