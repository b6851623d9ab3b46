"""Sheets that no printer took: each is shown, printed again or put away."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from desk_app.stock import Batch
from ui import formats, theme
from ui.paper_room.words import batch_words
from ui.reprints import Kept
from ui.widgets.form import Card
from ui.widgets.rows import Pen, RowList, two_lines

Waiting = Kept | Batch
"""A sheet that failed, or cards without names that were registered and perhaps never printed."""


class WaitingCard(Card):
    """Enter prints the highlighted sheet again, Delete puts it away; hidden while nothing waits."""

    shown = Signal(object)
    again = Signal(object)
    away = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(lambda: self.tr("Not printed yet"), parent)
        self._kept: Sequence[Waiting] = ()
        self._stopped: Collection[Waiting] = ()
        self.rows = RowList(self._say, self._draw, 2)
        self.look, self.retry, self.drop = QPushButton(), QPushButton(), QPushButton()
        keys = QHBoxLayout()
        keys.setSpacing(theme.GRID // 2)
        for button, told in ((self.look, self.shown), (self.retry, self.again), (self.drop, self.away)):
            button.setProperty("role", "option")
            button.clicked.connect(lambda _=False, told=told: self._tell(told.emit))
            keys.addWidget(button)
        keys.addStretch(1)
        self.wide(self.rows)
        self.wide(keys)
        self.rows.chosen.connect(lambda _: self._tell(self.again.emit))
        self.spoken(self.rows.setAccessibleName, lambda: self.tr("Not printed yet"))
        self.spoken(self.look.setText, lambda: self.tr("Show"))
        self.spoken(self.retry.setText, lambda: self.tr("Print again"))
        self.spoken(self.drop.setText, lambda: self.tr("Put away"))
        self.hide()

    def show_kept(self, kept: Sequence[Waiting], stopped: Collection[Waiting] = ()) -> None:
        """Draw what waits, the newest first; `stopped` are cards that were blocked meanwhile."""
        self._stopped = stopped
        self._kept = tuple(reversed(kept))
        self.setVisible(bool(kept))
        self.rows.put(self._kept, max(0, self.rows.currentIndex().row()))
        high = self.rows.sizeHintForRow(0) if kept else 0
        self.rows.setFixedHeight(high * min(len(kept), 3) + 2)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete puts the highlighted sheet away."""
        if event.key() == Qt.Key.Key_Delete:
            self._tell(self.away.emit)
        else:
            super().keyPressEvent(event)

    def retell(self) -> None:
        """In another language."""
        self.rows.viewport().update()

    def _tell(self, tell: Callable[[Waiting], None]) -> None:
        row = self.rows.currentIndex().row()
        if 0 <= row < len(self._kept):
            tell(self._kept[row])

    def _say(self, kept: Waiting) -> str:
        return f"{_title(kept)}, {self._standing(kept)}"

    def _standing(self, kept: Waiting) -> str:
        blocked = (self.tr("this card is blocked"),) if kept in self._stopped else ()
        return " · ".join((*blocked, _since(kept)))

    def _draw(self, painter: QPainter, rect: QRect, kept: Waiting, highlighted: bool) -> None:
        above, below = two_lines(rect)
        Pen(painter, above).write(_title(kept), bold=highlighted)
        Pen(painter, below).write(self._standing(kept), "quiet", "small")


def _title(kept: Waiting) -> str:
    return batch_words(len(kept.numbers)) if isinstance(kept, Batch) else kept.title


def _since(kept: Waiting) -> str:
    if isinstance(kept, Batch):
        return formats.day(kept.day)
    since = kept.since()
    return f"{formats.day(since.date())} {since:%H:%M}" if since is not None else ""
