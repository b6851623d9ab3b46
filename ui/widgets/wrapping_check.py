"""A box to tick whose words wrap instead of pushing the form wide."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QSizePolicy, QWidget

from ui import theme

BOX = 22
"""Pixels of the square with its border."""


class WrappingCheck(QWidget):
    """Looks and speaks as one control: a click on the words ticks the box, the box carries the words for a reader.

    `data`: the words are the clinic's own (a reward, a document), not the app's.
    """

    toggled = Signal(bool)

    def __init__(self, parent: QWidget | None = None, *, data: bool = False) -> None:
        super().__init__(parent)
        self.box = QCheckBox()
        # Without words of its own it would still keep their place free.
        self.box.setFixedWidth(BOX)
        self._words = QLabel()
        self.box.setProperty("data", data)
        self._words.setProperty("data", data)
        self._words.setWordWrap(True)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.setFocusProxy(self.box)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.box, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._words, 1)
        self.box.toggled.connect(self.toggled)
        self.box.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The keyboard came to the box, or left it."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        """With the keyboard here the words are framed too: the edge of a small square is easily overlooked."""
        if self.box.hasFocus():
            painter, look = QPainter(self), theme.current()
            painter.fillRect(self.rect(), QColor(look.accent_soft))
            painter.setPen(QPen(QColor(look.accent), 2))
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))

    def setText(self, words: str) -> None:
        """What is asked."""
        self._words.setText(words)
        self.box.setAccessibleName(words)

    def text(self) -> str:
        """What is asked."""
        return self._words.text()

    def setChecked(self, on: bool) -> None:
        """Tick it, or not."""
        self.box.setChecked(on)

    def isChecked(self) -> bool:
        """Whether it is ticked."""
        return self.box.isChecked()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on the words."""
        if self._words.geometry().contains(event.position().toPoint()):
            self.box.toggle()
