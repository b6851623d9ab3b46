"""The pages of a proof under each other, on white whatever the theme is, as wide as the place allows."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui import theme

GAP = theme.GRID * 2


class ProofPages(QWidget):
    """Grows downwards; whoever holds it scrolls."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pictures: list[QPixmap] = []
        self._fitted: list[QPixmap] = []
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.setSizePolicy(policy)

    def show_pictures(self, pictures: Sequence[QImage]) -> None:
        """Draw these pages; they were made for the dots of this screen."""
        self._pictures = [QPixmap.fromImage(one) for one in pictures]
        self._fit()

    def sizeHint(self) -> QSize:
        """As high as all pages and the gaps between them."""
        heights = [round(page.deviceIndependentSize().height()) + GAP for page in self._fitted]
        return QSize(160, sum(heights) + GAP)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Other pages for another width."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._fit()

    def _fit(self) -> None:
        ratio = self.devicePixelRatioF()
        room = max(80, self.width() - 2 * GAP)
        self._fitted = []
        for picture in self._pictures:
            wide = min(round(room * ratio), picture.width())
            fitted = picture
            if wide != picture.width():
                fitted = picture.scaledToWidth(wide, Qt.TransformationMode.SmoothTransformation)
            fitted.setDevicePixelRatio(ratio)
            self._fitted.append(fitted)
        self.setMinimumHeight(self.sizeHint().height())
        self.updateGeometry()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Lay the pages on the ground, each with a thin edge."""
        painter = QPainter(self)
        painter.setPen(QColor(theme.current().edge))
        top = GAP
        for page in self._fitted:
            size = page.deviceIndependentSize().toSize()
            left = max(0, (self.width() - size.width()) // 2)
            painter.drawPixmap(left, top, page)
            painter.drawRect(left - 1, top - 1, size.width() + 1, size.height() + 1)
            top += size.height() + GAP
        painter.end()
