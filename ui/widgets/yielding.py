"""A part of a pane that gives way: whole while there is room, scrolled when there is not."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget


class YieldingArea(QScrollArea):
    """As high as what is in it while there is room; then it scrolls, so that what stands around it stays whole."""

    def __init__(self, inside: QWidget) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._inside = inside
        self.setWidget(inside)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Other words ask for other room."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width breaks the words into other lines."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        """What is in it, whole."""
        width = self._room()
        high = self._inside.heightForWidth(width) if self._inside.hasHeightForWidth() else -1
        return QSize(width, high if high > 0 else self._inside.sizeHint().height())

    def _room(self) -> int:
        """Pixels there will be: a layout that is about to begin has no rectangle of its own yet."""
        around = self.parentWidget()
        if around is None or (layout := around.layout()) is None:
            return self.width()
        margins = layout.contentsMargins()
        return around.contentsRect().width() - margins.left() - margins.right()

    def minimumSizeHint(self) -> QSize:
        """A line and a half of it, so that one sees there is more."""
        return QSize(80, min(self.sizeHint().height(), self.fontMetrics().height() * 3 // 2))
