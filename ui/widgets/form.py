"""A card with a heading and rows of a label beside its field, so that columns align and every field has its name."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QLayout, QWidget

from ui import theme
from ui.widgets.spoken import SpokenWidget


class Card(SpokenWidget):
    """Rows under a heading; what explains a row stands quietly below its field."""

    def __init__(self, heading: Callable[[], str], parent: QWidget | None = None) -> None:
        super().__init__(parent, role="card")
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(20, 12, 20, 16)
        self._grid.setHorizontalSpacing(theme.GRID * 2)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(1, 1)
        self._row = 1
        title = QLabel()
        title.setProperty("role", "heading")
        self._grid.addWidget(title, 0, 0, 1, 2)
        self._grid.setRowMinimumHeight(0, 36)
        self.spoken(title.setText, heading)
        self.spoken(self.setAccessibleName, heading)

    def row(self, words: Callable[[], str], field: QWidget) -> None:
        """One field; its label is its accessible name and leads the mouse to it."""
        label = QLabel()
        label.setProperty("role", "quiet")
        label.setBuddy(field)
        self.spoken(label.setText, words)
        if not field.accessibleName():
            self.spoken(field.setAccessibleName, words)
        self._grid.addWidget(label, self._row, 0, Qt.AlignmentFlag.AlignVCenter)
        self._grid.addWidget(field, self._row, 1)
        self._row += 1

    def note(self, label: QLabel, words: Callable[[], str] | None = None) -> None:
        """A quiet sentence under the field above it."""
        label.setWordWrap(True)
        if label.property("role") is None:
            label.setProperty("role", "small")
        if words is not None:
            self.spoken(label.setText, words)
        self._grid.addWidget(label, self._row, 1)
        self._row += 1

    def under(self, content: QWidget | QLayout) -> None:
        """Something that belongs to the field above it."""
        if isinstance(content, QWidget):
            self._grid.addWidget(content, self._row, 1)
        else:
            self._grid.addLayout(content, self._row, 1)
        self._row += 1

    def wide(self, content: QWidget | QLayout) -> None:
        """Something as wide as the card."""
        if isinstance(content, QWidget):
            self._grid.addWidget(content, self._row, 0, 1, 2)
        else:
            self._grid.addLayout(content, self._row, 0, 1, 2)
        self._row += 1
