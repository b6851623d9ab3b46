"""The sum to pay: as large as 40 points allow, smaller rather than cut."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui import fonts, theme


class SumLabel(QWidget):
    """Right-aligned digits in the colour of `token`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = ""
        self._token = "text"
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def say(self, words: str, token: str = "text") -> None:
        """Show this sum."""
        self._words, self._token = words, token
        self.setAccessibleName(words)
        self.update()

    def text(self) -> str:
        """The sum as shown."""
        return self._words

    def sizeHint(self) -> QSize:
        """Room for the digits at full size, in height: they have nothing below the line and no accents above."""
        return QSize(160, QFontMetrics(self._font(theme.points("sum"))).capHeight() * 7 // 5)

    def minimumSizeHint(self) -> QSize:
        """It shrinks in width, not in height."""
        return QSize(80, self.sizeHint().height())

    def changeEvent(self, event: QEvent) -> None:
        """Another text size asks for another height."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.PaletteChange):
            self.updateGeometry()
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The digits, in the largest size that fits the width."""
        size = theme.points("sum")
        font = self._font(size)
        wide = QFontMetrics(font).horizontalAdvance(self._words)
        if wide > self.width():
            font = self._font(size * self.width() / wide * 0.99)
        painter = QPainter(self)
        painter.setFont(font)
        painter.setPen(QColor(getattr(theme.current(), self._token)))
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), self._words)
        painter.end()

    def _font(self, points: float) -> QFont:
        return fonts.screen_font(points, bold=True)
