"""The calendar of promotions: a row for each, its days as bars; where two meet the bar is hatched and marked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui import fonts, theme
from ui.program.calendar.presenter import Bar
from ui.widgets.rows import line_high

_NAMES = 0.3
"""The part of the width that names have."""
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_CENTRE = int(Qt.AlignmentFlag.AlignCenter)


@dataclass(frozen=True)
class BandRow:
    """A promotion as it is drawn; `said` is what a reader hears of it."""

    name: str
    bars: tuple[Bar, ...]
    wrong: bool
    said: str


class Band(QWidget):
    """Left and Right turn the pages, Up and Down choose a promotion; the list beside it says the same in words."""

    turned = Signal(int)
    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[BandRow, ...] = ()
        self._now = 0
        self._first = self._last = self._today = date(2026, 1, 1)
        self._heads: tuple[str, ...] = ()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_rows(
        self, rows: Sequence[BandRow], now: int, first: date, last: date, today: date, heads: Sequence[str]
    ) -> None:
        """Draw these days; `heads` are words over equal parts of the width: months, or none for days."""
        state = (tuple(rows), now, first, last, today, tuple(heads))
        if state != (self._rows, self._now, self._first, self._last, self._today, self._heads):
            self._rows, self._now, self._first, self._last, self._today, self._heads = state
            self.setAccessibleDescription("; ".join(row.said for row in rows))
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        """A line of heads and one for each promotion."""
        return QSize(320, line_high("small") + 6 + max(1, len(self._rows)) * self._high() + 2)

    def minimumSizeHint(self) -> QSize:
        """As high."""
        return QSize(200, self.sizeHint().height())

    def _high(self) -> int:
        return line_high("small") + theme.GRID

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn, or choose."""
        turns = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        key = Qt.Key(event.key())
        if key in turns:
            self.turned.emit(turns[key])
        elif key in steps:
            self.chosen.emit(self._now + steps[key])
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the row that was pressed."""
        row = int((event.position().y() - line_high("small") - 6) // self._high())
        if 0 <= row < len(self._rows):
            self.chosen.emit(row)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw."""
        painter, look = QPainter(self), theme.current()
        left = round(self.width() * _NAMES)
        days = QRect(left, 0, self.width() - left - 1, self.height() - 1)
        top = line_high("small") + 6
        self._draw_heads(painter, days, top)
        for number, row in enumerate(self._rows):
            place = QRect(0, top + number * self._high(), self.width(), self._high())
            if number == self._now:
                painter.fillRect(place, QColor(look.accent_soft))
                painter.fillRect(QRect(0, place.top(), 3, place.height()), QColor(look.accent))
            self._draw_row(painter, row, place, days, bold=number == self._now)
        self._draw_today(painter, days, top)
        if self.hasFocus():
            painter.setPen(QPen(QColor(look.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))

    def _draw_heads(self, painter: QPainter, days: QRect, top: int) -> None:
        look = theme.current()
        painter.setFont(fonts.screen_font(theme.points("small")))
        count = (self._last - self._first).days + 1
        edges = self._edges(count)
        words = self._heads or tuple(str(number + 1) for number in range(count))
        room = days.width() / len(words) >= max(map(painter.fontMetrics().horizontalAdvance, words)) + 3
        for number, head in enumerate(words):
            start, end = edges[number], edges[number + 1]
            place = QRectF(days.left() + days.width() * start, 0, days.width() * (end - start), top)
            painter.setPen(QColor(look.line))
            painter.drawLine(int(place.left()), 4, int(place.left()), self.height())
            if room or (self._heads and number % 3 == 0) or (not self._heads and number % 5 == 4):
                painter.setPen(QColor(look.quiet))
                wide = place if room else place.adjusted(-16, 0, 16, 0)
                painter.drawText(wide, _CENTRE, head)

    def _edges(self, count: int) -> list[float]:
        """Where each head begins, as parts of the width."""
        if not self._heads:
            return [number / count for number in range(count + 1)]
        months = [date(self._first.year, month, 1) for month in range(1, 13)]
        return [*((month - self._first).days / count for month in months), 1.0]

    def _draw_row(self, painter: QPainter, row: BandRow, place: QRect, days: QRect, *, bold: bool) -> None:
        look, count = theme.current(), (self._last - self._first).days + 1
        painter.setFont(fonts.screen_font(theme.points("small"), bold=bold))
        painter.setPen(QColor(look.bad if row.wrong else look.text))
        name = QRect(place.left() + 8, place.top(), days.left() - 14, place.height())
        line = painter.fontMetrics().elidedText(row.name, Qt.TextElideMode.ElideRight, name.width())
        painter.drawText(name, _LEFT, line)
        for bar in row.bars:
            left = days.left() + days.width() * bar.start / count
            wide = max(1.0, days.width() * (bar.end - bar.start + 1) / count)
            shape = QRectF(left, place.top() + 4, wide, place.height() - 8)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.fillRect(shape, QColor(look.accent))
            if bar.meets:
                # Hatched over the ground of a warning: colour alone says nothing.
                painter.fillRect(shape, QColor(look.warn_soft))
                painter.fillRect(shape, QBrush(QColor(look.warn), Qt.BrushStyle.BDiagPattern))
                painter.setPen(QPen(QColor(look.warn), 1))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                if wide > 3:
                    painter.drawRect(shape)

    def _draw_today(self, painter: QPainter, days: QRect, top: int) -> None:
        if not self._first <= self._today <= self._last:
            return
        count = (self._last - self._first).days + 1
        across = days.left() + days.width() * ((self._today - self._first).days + 0.5) / count
        painter.setPen(QPen(QColor(theme.current().text), 1, Qt.PenStyle.DashLine))
        painter.drawLine(round(across), top, round(across), self.height())
