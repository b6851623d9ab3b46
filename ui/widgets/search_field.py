"""The one field that finds a patient by anything the clerk knows, live from the first paint."""

from PySide6 import QtCore
from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.icons import Icon, icon

PICTURE = 28
"""Pixels the glass takes at the left."""


class SearchField(QLineEdit):
    """Tells what was typed at every keystroke, and hands the keys of a list to the list."""

    typed = Signal(str)
    stepped = Signal(int)
    """Up and Down: -1 and 1; Page Up and Page Down: -10 and 10."""
    chosen = Signal()
    """Enter."""
    left = Signal()
    """Esc in an empty field; in a full one Esc empties it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._picture: QAction | None = None
        super().__init__(parent)
        self.setProperty("role", "search")
        # The place of the glass is kept free, so that a word begun before it is drawn does not move.
        self.setTextMargins(PICTURE, 0, 0, 0)
        self.textChanged.connect(self.typed)

    def dress(self) -> None:
        """Draw the glass in the colour of the theme."""
        if self._picture is None:
            self._picture = QAction(self)
            self.setTextMargins(0, 0, 0, 0)
            self.addAction(self._picture, QLineEdit.ActionPosition.LeadingPosition)
            self.setClearButtonEnabled(True)
        self._picture.setIcon(icon(Icon.SEARCH, "accent"))

    def changeEvent(self, event: QtCore.QEvent) -> None:
        """Other colours: the glass would stay in those of before."""
        super().changeEvent(event)
        if self._picture is not None and event.type() == QtCore.QEvent.Type.PaletteChange:
            self.dress()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep the cursor keys that belong to the list out of the text."""
        # Named here and not at the top: making Qt's hundred enums takes as long as the rest of the shell.
        keys = QtCore.Qt.Key
        steps = {keys.Key_Up: -1, keys.Key_Down: 1, keys.Key_PageUp: -10, keys.Key_PageDown: 10}
        key = keys(event.key())
        if key in steps:
            self.stepped.emit(steps[key])
        elif key in (keys.Key_Return, keys.Key_Enter):
            self.chosen.emit()
        elif key == keys.Key_Escape:
            if self.text():
                self.clear()
            else:
                self.left.emit()
        else:
            super().keyPressEvent(event)
