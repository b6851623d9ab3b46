"""A line whose end may give way to "…": what must be read stands at its beginning, and the tool tip has it whole."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget


class ElidedLabel(QLabel):
    """Takes what room there is, and never less than its beginning needs."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._beginning = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def say(self, words: str, beginning: str) -> None:
        """`words` whole or shortened, `beginning` of them never."""
        self._beginning = beginning
        self.setText(words)
        self.setToolTip(words)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Room for the beginning."""
        return QSize(self.fontMetrics().horizontalAdvance(f"{self._beginning}…") + 2, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """The same."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """As much as fits."""
        place = self.contentsRect()
        words = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, place.width())
        side = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        role = self.foregroundRole()
        self.style().drawItemText(QPainter(self), place, side, self.palette(), self.isEnabled(), words, role)
