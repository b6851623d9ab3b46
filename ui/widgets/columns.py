"""Cards side by side where there is room for two, under each other where the text is large or the window small."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from ui import theme

GAP = theme.GRID * 2


class Columns(QScrollArea):
    """Scrolls down, never sideways."""

    def __init__(self, left: Sequence[QWidget], right: Sequence[QWidget]) -> None:
        super().__init__()
        self._sides = (self._stack(left), self._stack(right))
        self._inner = QWidget()
        self._inner.setProperty("role", "scrolled")
        self._grid = QGridLayout(self._inner)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(GAP)
        self._grid.setRowStretch(2, 1)
        self._count = 0
        self.setWidgetResizable(True)
        # As the sheet has it, also where the cards are dressed one by one and nobody dresses what holds them.
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(self._inner)
        # cards end where the search ends, but for a bar that stands between them
        bar = self.verticalScrollBar()
        bar.rangeChanged.connect(
            lambda least, most: self._grid.setContentsMargins(0, 0, theme.GRID * (most > least), 0)
        )
        self._arrange(2)

    def _stack(self, cards: Sequence[QWidget]) -> QWidget:
        side = QWidget()
        side.setProperty("role", "scrolled")
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        for card in cards:
            column.addWidget(card)
        column.addStretch(1)
        return side

    def _arrange(self, count: int) -> None:
        if count == self._count:
            return
        self._count = count
        for number, side in enumerate(self._sides):
            self._grid.addWidget(side, number if count == 1 else 0, 0 if count == 1 else number)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1 if count == 2 else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask how many columns fit now."""
        super().resizeEvent(event)
        needed = sum(side.minimumSizeHint().width() for side in self._sides) + GAP + theme.GRID + 16
        self._arrange(2 if self.viewport().width() >= needed else 1)
