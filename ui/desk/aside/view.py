"""The page of bills that wait, and the strip below the open bill that says there are some."""

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QPainter
from PySide6.QtWidgets import QLabel, QStackedLayout, QVBoxLayout, QWidget

from desk_app.domain.program import Program
from ui import formats, language
from ui.desk.aside.words import name_words
from ui.desk.several import write_services
from ui.desk.waiting import AsideRow, AsideState
from ui.icons import Icon
from ui.widgets.elided import ElidedLabel
from ui.widgets.empty import Empty
from ui.widgets.flow import Flow
from ui.widgets.key_button import KeyButton
from ui.widgets.rows import GAP, Pen, RowList, broken, line_high, wide_as
from ui.widgets.spoken import SpokenWidget

NARROW = 18
"""Digits of room beside the sum below which a name has the width to itself, and the sum the line under it."""


class AsideView(SpokenWidget):
    """Enter opens the highlighted bill, Delete forgets it."""

    highlighted = Signal(int)
    taken = Signal()
    dropped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, role="card")
        self._program: Program | None = None
        self._state = AsideState()
        self._title = QLabel()
        self._title.setProperty("role", "strong")
        self._title.setContentsMargins(13, 10, 12, 6)
        self.bills = RowList(self._say, self._draw, high=self._height)
        self._nothing = Empty(Icon.DRAFT)
        some = QWidget()
        column = QVBoxLayout(some)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addWidget(self._title)
        column.addWidget(self.bills, 1)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(some)
        self._stack.addWidget(self._nothing)
        self.setFocusProxy(self.bills)
        self.bills.moved.connect(self.highlighted)
        self.bills.chosen.connect(lambda _: self.taken.emit())
        self.spoken(self._title.setText, lambda: self.tr("Bills that wait"))
        self.spoken(self.bills.setAccessibleName, lambda: self.tr("Bills that wait"))

    def show_state(self, state: AsideState, program: Program | None) -> None:
        """Draw the bills."""
        self._state, self._program = state, program
        self._nothing.say(self.tr("No bill waits"), self.tr("Shift+F2 sets the open bill aside for a while."))
        self._stack.setCurrentIndex(0 if state.rows else 1)
        self.bills.put(state.rows, state.chosen)

    def retell(self) -> None:
        """In another language."""
        self.show_state(self._state, self._program)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete forgets the highlighted bill."""
        if event.key() == Qt.Key.Key_Delete:
            self.dropped.emit()
        else:
            super().keyPressEvent(event)

    def _money(self, minor: int) -> str:
        if self._program is None:
            return formats.money(minor, language.current())
        return formats.money(minor, language.current(), self._program.currency, self._program.decimals)

    def _since(self, row: AsideRow) -> str:
        return f"{formats.day(row.since.date())} {row.since:%H:%M}"

    def _say(self, row: AsideRow) -> str:
        return ", ".join((name_words(row.name), *row.services, self._money(row.listed), self._since(row)))

    def _name(self, row: AsideRow, width: int) -> tuple[bool, tuple[str, ...]]:
        """Whether the name has the width to itself, and its lines."""
        words = name_words(row.name)
        words = words[:1].upper() + words[1:]
        beside = width - wide_as(self._money(row.listed), bold=True) - GAP
        narrow = beside < wide_as("0" * NARROW)
        return narrow, broken(words, width if narrow else beside, bold=bool(row.name))

    def _height(self, row: AsideRow, width: int) -> int:
        narrow, name = self._name(row, width)
        return len(name) * line_high() + line_high("small") + (line_high() if narrow else 0)

    def _draw(self, painter: QPainter, rect: QRect, row: AsideRow, highlighted: bool) -> None:
        high = self._height(row, rect.width())
        pen = Pen(painter, QRect(rect.left(), rect.top() + (rect.height() - high) // 2, rect.width(), high))
        narrow, name = self._name(row, rect.width())
        if not narrow:
            Pen(painter, _line(pen)).write(self._money(row.listed), bold=True, end=True)
        pen.lines(name, "text" if row.name else "quiet", bold=bool(row.name))
        if narrow:
            between = Pen(painter, _line(pen))
            between.write(self._money(row.listed), bold=True, end=True)
            between.write(self._since(row), "quiet", "small")
            pen.rect.setTop(pen.rect.top() + line_high())
        else:
            pen.write(self._since(row), "quiet", "small", end=True)
        write_services(pen, row.services)


def _line(pen: Pen) -> QRect:
    """The next line of what `pen` has left."""
    return QRect(pen.rect.left(), pen.rect.top(), pen.rect.width(), line_high())


class AsideStrip(SpokenWidget):
    """Who waits, and the two keys that set a bill aside and bring one back; in one line where there is room."""

    def __init__(self, set_aside: QAction, waiting: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = AsideState()
        self._words = ElidedLabel()
        self._words.setProperty("role", "small")
        self.keys = (KeyButton(set_aside, "quiet"), KeyButton(waiting, "quiet"))
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 0, 6, 4)
        column.addWidget(Flow(self._words, *self.keys, gap=4))

    def show_state(self, state: AsideState) -> None:
        """Say who waits."""
        self._state = state
        names = ", ".join(name_words(row.name) for row in state.rows)
        # A number comes first: the names may be cut.
        said = self.tr("%n waiting: {names}", "", len(state.rows)) if state.rows else ""
        self._words.say(said.format(names=names), said.format(names=""))

    def retell(self) -> None:
        """In another language."""
        self.show_state(self._state)
