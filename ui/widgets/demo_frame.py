"""The amber edge around the demo clinic, so that no one takes it for the real one."""

from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from ui import theme
from ui.widgets.crown import Crown

EDGE = 4
"""Pixels of the edge."""


class DemoFrame(QFrame):
    """Draws its edge itself: a sheet on the frame would be a sheet on everything in it."""

    def __init__(self, inside: QWidget) -> None:
        super().__init__()
        self.crowned: Crown | None = None
        """What lies over it, where that has keys or parts of its own."""
        self._around = QVBoxLayout(self)
        self._around.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        self._around.setSpacing(0)
        self._around.addWidget(inside, 1)

    def crown(self, strip: QWidget) -> None:
        """Put a strip over what is inside."""
        self._around.insertWidget(0, strip)
        self.crowned = strip if isinstance(strip, Crown) else None

    def paintEvent(self, event: QPaintEvent) -> None:
        """Amber where the inside does not cover it."""
        ground = theme.current()
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(ground.demo))
        painter.fillRect(self.rect().adjusted(EDGE, EDGE, -EDGE, -EDGE), QColor(ground.ground))
        painter.end()
