"""A key as groups of four signs in rows of equal length, so that it is copied by hand without losing the place."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from ui import theme
from ui.widgets.spoken import SpokenWidget

_ROW = 4


class PaperKey(SpokenWidget):
    """Shows a key, or nothing; what it does not show it does not keep."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._signs = QLabel()
        self._signs.setProperty("data", True)
        self._signs.setProperty("role", "lead")
        self._signs.setTextFormat(Qt.TextFormat.PlainText)
        font = QFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont).family())
        font.setStyleHint(QFont.StyleHint.Monospace)
        self._signs.setFont(font)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.GRID, 0, theme.GRID)
        column.addWidget(self._signs)
        self.spoken(self.setAccessibleName, lambda: self.tr("Recovery key"))
        self.hide()

    def show_key(self, key: str) -> None:
        """Show a key of groups parted by spaces; "" takes it away."""
        groups = key.split()
        rows = ("  ".join(groups[place : place + _ROW]) for place in range(0, len(groups), _ROW))
        self._signs.setText("\n".join(rows))
        self.setVisible(bool(key))

    def shown(self) -> str:
        """The key that is shown, groups parted by one space."""
        return " ".join(self._signs.text().split())
