"""Pages of which one is seen: they take the room there is, and those that are not seen ask for nothing."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QStackedWidget


class Stack(QStackedWidget):
    """Never wider or higher than its place; turning a page lays out that page, not the window around it."""

    def hasHeightForWidth(self) -> bool:
        """Whatever the pages would like."""
        return False

    def sizeHint(self) -> QSize:
        """Something to begin with; whoever holds it lets it stretch."""
        return QSize(240, 160)

    def minimumSizeHint(self) -> QSize:
        """Next to nothing."""
        return QSize(1, 1)
