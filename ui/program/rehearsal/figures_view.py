"""Draws the figures of a rehearsal: a table, and in each row a bar that shows it beside the others."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui import fonts, theme
from ui.program.rehearsal.sentences import Told
from ui.widgets.rows import GAP, Pen, RowList, line_high, wide_as
from ui.widgets.wrapping import wrapped
from ui.wording.rehearsal import TableRow

_BAR: Final = 96
_INDENT: Final = 12


class Heads(QWidget):
    """The heads of the columns, over the rows they belong to."""

    def __init__(self, figures: FiguresTable) -> None:
        super().__init__()
        self._figures = figures
        self.setFixedHeight(line_high("small") + 10)

    def paintEvent(self, _event: object) -> None:
        """Right over their columns."""
        painter = QPainter(self)
        inner = QRect(GAP + 1, 0, self._figures.rows.viewport().width() - 2 * GAP, self.height())
        self._figures.draw_cells(painter, inner, self._figures.heads, "quiet", size="small")


class FiguresTable(QWidget):
    """Rows of a table: words at the left, a bar where there is something to compare, figures at the right."""

    def __init__(self) -> None:
        super().__init__()
        self.heads: Sequence[str] = ()
        self._wide: list[int] = []
        self._words = 0
        self._most = 0
        self._below = False
        self.rows = RowList(self._say, self._draw)
        self._head = Heads(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addWidget(self.rows, 1)
        self.setFocusProxy(self.rows)

    def put(self, heads: Sequence[str], rows: Sequence[TableRow], highlighted: int) -> None:
        """Show a table."""
        self.heads = heads
        self._words = max((wide_as(row.cells[0], bold=row.strong) for row in rows), default=0)
        self._most = max((abs(row.size) for row in rows), default=0)
        self._below = any(row.size < 0 for row in rows)
        normal, bold = (QFontMetrics(fonts.screen_font(theme.points("body"), bold=strong)) for strong in (False, True))
        small = QFontMetrics(fonts.screen_font(theme.points("small")))
        self._wide = [
            max(small.horizontalAdvance(heads[i]),
                *((bold if row.strong else normal).horizontalAdvance(row.cells[i]) for row in rows), 0) + 2
            for i in range(1, len(heads))
        ]  # fmt: skip
        self._head.setFixedHeight(line_high("small") + 10)
        self._head.update()
        self.rows.put(rows, highlighted)

    def draw_cells(
        self, painter: QPainter, rect: QRect, cells: Sequence[str], token: str = "text", *, size: str = "body",
        bold: bool = False, bar: int = 0,
    ) -> None:  # fmt: skip
        """One row of words and figures; `bar` is what its bar stands for."""
        pen = Pen(painter, rect)
        for words, wide in zip(reversed(cells[1:]), reversed(self._wide), strict=False):
            place = QRect(pen.rect.right() - wide + 1, rect.top(), wide, rect.height())
            painter.setFont(fonts.screen_font(theme.points(size), bold=bold))
            painter.setPen(QColor(getattr(theme.current(), token)))
            painter.drawText(place, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), words)
            pen.rect.setRight(place.left() - GAP)
        if self._most and pen.rect.width() > self._words + _BAR + GAP:
            place = QRect(pen.rect.right() - _BAR + 1, rect.top(), _BAR, rect.height())
            if bar:
                self._draw_bar(painter, place, bar)
            pen.rect.setRight(place.left() - GAP)
        if cells:
            pen.write(cells[0], token, size, bold=bold)

    def _draw_bar(self, painter: QPainter, place: QRect, size: int) -> None:
        """To the right for more, to the left for less, where both are there; its figure stands beside it."""
        look = theme.current()
        axis = place.center().x() if self._below else place.left()
        room = place.right() - axis
        long = max(2, abs(size) * room // self._most)
        high = 10
        top = place.center().y() - high // 2 + 1
        painter.fillRect(QRect(axis if size > 0 else axis - long, top, long, high), QColor(look.accent))
        painter.setPen(QColor(look.quiet))
        painter.drawLine(axis, top - 3, axis, top + high + 2)

    def _draw(self, painter: QPainter, rect: QRect, row: TableRow, highlighted: bool) -> None:
        self.draw_cells(painter, rect, row.cells, bold=row.strong, bar=row.size)

    def _say(self, row: TableRow) -> str:
        first, *rest = row.cells
        said = (f"{head}: {cell}" for head, cell in zip(self.heads[1:], rest, strict=False) if cell)
        return ". ".join((first, *said))


class ToldRows(RowList):
    """Rows of several lines: a name with figures, and under it a sentence for each side."""

    def __init__(self) -> None:
        super().__init__(self._say, self._draw, high=self._high)

    def _say(self, row: Told) -> str:
        return ". ".join((row.name, row.figures, *row.sentences))

    def _lines(self, row: Told, width: int) -> list[str]:
        font = fonts.screen_font(theme.points("small"))
        return [line for sentence in row.sentences for line in wrapped(sentence, font, width - _INDENT)]

    def _high(self, row: Told, width: int) -> int:
        return line_high() + len(self._lines(row, width)) * line_high("small")

    def _draw(self, painter: QPainter, rect: QRect, row: Told, highlighted: bool) -> None:
        head = QRect(rect.left(), rect.top() + 6, rect.width(), line_high())
        pen = Pen(painter, head)
        pen.write(row.figures, bold=True, end=True)
        pen.write(row.name, bold=row.strong)
        below = QRect(rect.left() + _INDENT, head.bottom() + 1, rect.width() - _INDENT, rect.bottom() - head.bottom())
        Pen(painter, below).lines(self._lines(row, rect.width()), "quiet", "small")
