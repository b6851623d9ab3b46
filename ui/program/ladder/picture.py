"""The ladder drawn as steps that rise: names on top, what each gives inside, where it begins below."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui import fonts, theme
from ui.icons import Icon, pixmap
from ui.widgets.rows import line_high

_LOW = 0.34
"""How high the first step is, as a part of the highest."""
_CENTRE = int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter)


@dataclass(frozen=True)
class Rung:
    """One step as it is drawn."""

    name: str
    gives: str
    start: str
    wrong: bool = False


class LadderPicture(QWidget):
    """Pressing a step chooses it; the table beside it says the same to those who listen."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rungs: tuple[Rung, ...] = ()
        self._now = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_rungs(self, rungs: Sequence[Rung], now: int) -> None:
        """Draw these, one of them worked on."""
        if (tuple(rungs), now) != (self._rungs, self._now):
            self._rungs, self._now = tuple(rungs), now
            self.setAccessibleDescription("; ".join(f"{one.name}: {one.start}, {one.gives}" for one in rungs))
            self.update()

    def sizeHint(self) -> QSize:
        """Five lines of text and the steps' own height."""
        return QSize(240, line_high("small") * 4 + line_high("body") + theme.GRID * 5)

    def minimumSizeHint(self) -> QSize:
        """As high, and as narrow as need be."""
        return QSize(120, self.sizeHint().height())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the step that was pressed."""
        if self._rungs:
            self.chosen.emit(min(int(event.position().x() * len(self._rungs) / self.width()), len(self._rungs) - 1))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw."""
        if not self._rungs:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        count, foot = len(self._rungs), line_high("small") + 4
        head = line_high("body") + 2
        high = self.height() - foot - head - 2
        for number, rung in enumerate(self._rungs):
            left, right = self.width() * number // count, self.width() * (number + 1) // count
            share = 1.0 if count == 1 else _LOW + (1 - _LOW) * number / (count - 1)
            top = head + round(high * (1 - share))
            block = QRect(left + 1, top, right - left - 3, self.height() - foot - top)
            self._paint(painter, rung, block, number == self._now)

    def _paint(self, painter: QPainter, rung: Rung, block: QRect, now: bool) -> None:
        look = theme.current()
        painter.setPen(QPen(QColor(look.bad if rung.wrong else look.accent if now else look.edge), 2 if now else 1))
        painter.setBrush(QColor(look.bad_soft if rung.wrong else look.accent_soft if now else look.hover))
        painter.drawRect(block)
        inside = block.adjusted(4, 2, -4, -2)
        over = QRect(block.left(), block.top() - line_high("body") - 1, block.width(), line_high("body"))
        if rung.wrong:
            painter.drawPixmap(over.left(), over.top() + 1, pixmap(Icon.WARNING, 16, "bad", self.devicePixelRatioF()))
            over.setLeft(over.left() + 18)
        self._write(painter, over, rung.name, "text", "body", bold=now)
        lines = max(1, inside.height() // line_high("small"))
        words = rung.gives.split(", ")
        room = QRect(inside.left(), inside.top(), inside.width(), line_high("small"))
        shown = [*words[: lines - 1], ", ".join(words[lines - 1 :])] if len(words) > lines else words
        for line in shown:
            self._write(painter, room, line, "text", "small")
            room.translate(0, line_high("small"))
        below = QRect(block.left(), block.bottom() + 3, block.width(), line_high("small"))
        self._write(painter, below, rung.start, "quiet", "small")

    def _write(self, painter: QPainter, place: QRect, words: str, token: str, size: str, *, bold: bool = False) -> None:
        painter.setFont(fonts.screen_font(theme.points(size), bold=bold))
        painter.setPen(QColor(getattr(theme.current(), token)))
        line = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, _CENTRE, line)
