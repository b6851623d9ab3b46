"""What a part of the desk shows when it has nothing to show: a picture, what is so, and what to do."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from ui.icons import Icon, pixmap
from ui.widgets.spoken import SpokenWidget

LOW = 9
"""Lines of text below which there is no room for a picture."""


class Empty(SpokenWidget):
    """Centred, quiet, in two sentences."""

    def __init__(self, picture: Icon, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._image = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        self._head = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        self._head.setProperty("role", "lead")
        self._what = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        self._what.setProperty("role", "quiet")
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 16, 8)
        column.setSpacing(8)
        column.addStretch(2)
        column.addWidget(self._image)
        for label in (self._head, self._what):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
            column.addWidget(label)
        column.addStretch(3)
        self.drawn(lambda: self._image.setPixmap(pixmap(picture, 32, "quiet", self.devicePixelRatioF())))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a low place the words come before the picture."""
        super().resizeEvent(event)
        self._image.setVisible(self.height() >= self.fontMetrics().height() * LOW)

    def say(self, head: str, what: str) -> None:
        """What is so, and what to do."""
        self._head.setText(head)
        self._what.setText(what)
        self.setAccessibleName(self.sentence())

    def sentence(self) -> str:
        """Both as they are read aloud."""
        return f"{self._head.text()}. {self._what.text()}"
