"""Lists of the desk: frozen rows, painted by hand, spoken as one sentence each."""

from collections.abc import Callable, Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui import fonts, theme
from ui.icons import Icon, pixmap
from ui.widgets.wrapping import wrapped

Row = TypeVar("Row")
Index = QModelIndex | QPersistentModelIndex
LEFT = Qt.AlignmentFlag.AlignLeft
RIGHT = Qt.AlignmentFlag.AlignRight
GAP = theme.GRID + theme.GRID // 2
AIR = 12
"""Pixels above and below the words of a row together."""
_MOVES = (
    Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Home, Qt.Key.Key_End
)  # fmt: skip


class Rows(QAbstractListModel, Generic[Row]):
    """Rows for a list; `say` makes the sentence that a screen reader hears and a test reads."""

    def __init__(self, say: Callable[[Row], str]) -> None:
        super().__init__()
        self._say = say
        self.rows: Sequence[Row] = ()

    def put(self, rows: Sequence[Row]) -> None:
        """Show other rows; the same number of rows keeps the highlight and the place."""
        if len(rows) == len(self.rows):
            self.rows = rows
            if rows:
                self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """How many rows; rows have no children."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The sentence for those who listen or rest the mouse on a row, the row itself for the painter."""
        if not 0 <= index.row() < len(self.rows):
            return None
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.UserRole:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return self._say(row)
        return None


class Pen:
    """Writes into a rectangle from both ends, in the words of the theme."""

    def __init__(self, painter: QPainter, rect: QRect) -> None:
        self._painter = painter
        self.rect = rect

    def write(
        self,
        words: str,
        token: str = "text",
        size: str = "body",
        *,
        bold: bool = False,
        end: bool = False,
        width: int = 0,
    ) -> None:
        """Put words at the left (or right) end of what is free, `width` pixels or as wide as they are.

        What does not fit gives way in the middle: names differ at both ends.
        """
        font = fonts.screen_font(theme.points(size), bold=bold)
        metrics = QFontMetrics(font)
        wide = min(width or metrics.horizontalAdvance(words) + 1, self.rect.width())
        place = QRect(self.rect)
        if end:
            place.setLeft(self.rect.right() - wide + 1)
            self.rect.setRight(place.left() - GAP)
        else:
            place.setRight(self.rect.left() + wide - 1)
            self.rect.setLeft(place.right() + GAP)
        self._painter.setFont(font)
        self._painter.setPen(QColor(getattr(theme.current(), token)))
        line = metrics.elidedText(words, Qt.TextElideMode.ElideMiddle, wide)
        self._painter.drawText(place, int((RIGHT if end else LEFT) | Qt.AlignmentFlag.AlignVCenter), line)

    def picture(self, icon: Icon, token: str = "text") -> None:
        """Put a small picture where the next words would be."""
        side = theme.GRID * 2
        drawn = pixmap(icon, side, token, self._painter.device().devicePixelRatioF())
        self._painter.drawPixmap(self.rect.left(), self.rect.center().y() - side // 2 + 1, drawn)
        self.rect.setLeft(self.rect.left() + side + theme.GRID // 2)

    def lines(self, words: Sequence[str], token: str = "text", size: str = "body", *, bold: bool = False) -> None:
        """Put broken words under each other from the top; what is free then lies below them."""
        font = fonts.screen_font(theme.points(size), bold=bold)
        high = QFontMetrics(font).height()
        self._painter.setFont(font)
        self._painter.setPen(QColor(getattr(theme.current(), token)))
        for line in words:
            place = QRect(self.rect.left(), self.rect.top(), self.rect.width(), high)
            self._painter.drawText(place, int(LEFT | Qt.AlignmentFlag.AlignVCenter), line)
            self.rect.setTop(self.rect.top() + high)

    def badge(self, words: str, ink: str = "accent_deep", ground: str = "accent_soft", *, end: bool = False) -> None:
        """Put words into a small coloured plate."""
        font = fonts.screen_font(theme.points("small"), bold=True)
        metrics = QFontMetrics(font)
        wide = min(metrics.horizontalAdvance(words) + theme.GRID * 2, self.rect.width())
        high = metrics.height() + 2
        top = self.rect.center().y() - high // 2 + 1
        left = self.rect.right() - wide + 1 if end else self.rect.left()
        place = QRect(left, top, wide, high)
        if end:
            self.rect.setRight(left - theme.GRID)
        else:
            self.rect.setLeft(left + wide + theme.GRID)
        self._painter.save()
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(QColor(getattr(theme.current(), ground)))
        self._painter.drawRoundedRect(place, 5, 5)
        self._painter.restore()
        self._painter.setFont(font)
        self._painter.setPen(QColor(getattr(theme.current(), ink)))
        line = metrics.elidedText(words, Qt.TextElideMode.ElideRight, wide - theme.GRID)
        self._painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter), line)


Draw = Callable[[QPainter, QRect, Any, bool], None]
High = Callable[[Any, int], int]


class RowPainter(QStyledItemDelegate):
    """Paints the ground of a row, leaves its words to `draw(painter, rect, row, highlighted)`.

    `high(row, width)`: the pixels of a row's words, where rows differ in height.
    """

    def __init__(self, draw: Draw, lines: int, high: High | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._draw = draw
        self._lines = lines
        self._high = high

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as its lines of text and a little air."""
        view = option.widget
        if self._high is not None and isinstance(view, QListView):
            return QSize(120, self._high(index.data(Qt.ItemDataRole.UserRole), view.viewport().width() - 2 * GAP) + AIR)
        body = QFontMetrics(fonts.screen_font(theme.points("body"))).height()
        small = QFontMetrics(fonts.screen_font(theme.points("small"))).height()
        return QSize(120, body + 14 if self._lines == 1 else body + small + AIR)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The row; the highlighted one has a coloured bar at its left, so that colour alone says nothing, and a frame
        while its list has the keyboard.
        """
        rect: QRect = option.rect
        state = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        look = theme.current()
        painter.save()
        if chosen:
            painter.fillRect(rect, QColor(look.accent_soft))
            painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), QColor(look.accent))
            if isinstance(option.widget, QListView) and option.widget.hasFocus():
                # the keyboard is here, as the frame of a field says it
                painter.setPen(QPen(QColor(look.accent), 2))
                painter.drawRect(rect.adjusted(1, 1, -1, -2))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, QColor(look.hover))
        painter.setPen(QColor(look.line))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        inner = rect.adjusted(GAP, 0, -GAP, -1)
        painter.setClipRect(inner)
        self._draw(painter, inner, index.data(Qt.ItemDataRole.UserRole), chosen)
        painter.restore()


class RowList(QListView):
    """A list whose highlight is told by a state and tells when the clerk moved it."""

    moved = Signal(int)
    chosen = Signal(int)

    def __init__(
        self,
        say: Callable[[Any], str],
        draw: Draw,
        lines: int = 1,
        high: High | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """`lines` of text in every row, or a height of its own for each: `high` as in `RowPainter`."""
        super().__init__(parent)
        self._rows: Rows[Any] = Rows(say)
        self.setModel(self._rows)
        self.setItemDelegate(RowPainter(draw, lines, high, self))
        self.setUniformItemSizes(high is None)
        if high is not None:
            self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.selectionModel().currentChanged.connect(lambda now, _: self._tell(now.row()))
        self.doubleClicked.connect(lambda index: self.chosen.emit(index.row()))
        self._telling = True

    def put(self, rows: Sequence[Any], highlighted: int) -> None:
        """Show rows with one of them highlighted; nobody is told of it."""
        self._telling = False
        self._rows.put(rows)
        if not self.uniformItemSizes():
            # Other words may break into other lines.
            self.scheduleDelayedItemsLayout()
        if rows:
            index = self._rows.index(max(0, min(highlighted, len(rows) - 1)))
            self.setCurrentIndex(index)
            self.scrollTo(index)
        self._telling = True

    def sentences(self) -> list[str]:
        """What a screen reader hears, row by row."""
        return [str(self._rows.index(row).data()) for row in range(self._rows.rowCount())]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width breaks words into other lines, which Qt does not think of."""
        super().resizeEvent(event)
        if not self.uniformItemSizes() and event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter chooses, the cursor keys move; every other key is for whoever holds the list."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.chosen.emit(self.currentIndex().row())
        elif event.key() in _MOVES:
            super().keyPressEvent(event)
        else:
            event.ignore()

    def _tell(self, row: int) -> None:
        if self._telling and row >= 0:
            self.moved.emit(row)


def line_high(size: str = "body") -> int:
    """Pixels of one line of a named size."""
    return QFontMetrics(fonts.screen_font(theme.points(size))).height()


def broken(words: str, width: int, *, bold: bool = False) -> tuple[str, ...]:
    """A name in at most two lines of running text."""
    return wrapped(words, fonts.screen_font(theme.points("body"), bold=bold), width)


def wide_as(words: str, size: str = "body", *, bold: bool = False) -> int:
    """Pixels `words` take in one line."""
    return QFontMetrics(fonts.screen_font(theme.points(size), bold=bold)).horizontalAdvance(words)


def two_lines(rect: QRect) -> tuple[QRect, QRect]:
    """A row's rectangle split for a line of body text and a smaller one below."""
    body = QFontMetrics(fonts.screen_font(theme.points("body"))).height()
    small = QFontMetrics(fonts.screen_font(theme.points("small"))).height()
    top = rect.top() + (rect.height() - body - small) // 2
    return QRect(rect.left(), top, rect.width(), body), QRect(rect.left(), top + body, rect.width(), small)
