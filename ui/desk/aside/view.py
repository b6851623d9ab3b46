"""The page of bills that wait, and the strip below the open bill that says there are some."""

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QPainter
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QStackedLayout, QVBoxLayout, QWidget

from desk_app.domain.program import Program
from ui import formats, language
from ui.desk.aside.words import name_words
from ui.desk.waiting import AsideRow, AsideState
from ui.icons import Icon
from ui.widgets.empty import Empty
from ui.widgets.key_button import KeyButton
from ui.widgets.rows import Pen, RowList, two_lines
from ui.widgets.spoken import SpokenWidget


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
        self.bills = RowList(self._say, self._draw, 2)
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

    def _draw(self, painter: QPainter, rect: QRect, row: AsideRow, highlighted: bool) -> None:
        above, below = two_lines(rect)
        pen = Pen(painter, above)
        pen.write(self._money(row.listed), bold=True, end=True)
        pen.write(name_words(row.name), "text" if row.name else "quiet", bold=bool(row.name))
        pen = Pen(painter, below)
        pen.write(self._since(row), "quiet", "small", end=True)
        pen.write(", ".join(row.services), "quiet", "small")


class AsideStrip(SpokenWidget):
    """One line: who waits, and the two keys that set a bill aside and bring one back."""

    def __init__(self, set_aside: QAction, waiting: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = AsideState()
        self._words = QLabel()
        self._words.setProperty("role", "small")
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.keys = (KeyButton(set_aside, "quiet"), KeyButton(waiting, "quiet"))
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 6, 4)
        row.setSpacing(4)
        row.addWidget(self._words, 1)
        for key in self.keys:
            row.addWidget(key)

    def show_state(self, state: AsideState) -> None:
        """Say who waits."""
        self._state = state
        names = ", ".join(name_words(row.name) for row in state.rows)
        # A number comes first: the names may be cut.
        said = self.tr("%n waiting: {names}", "", len(state.rows)).format(names=names) if state.rows else ""
        self._words.setText(said)
        self._words.setToolTip(said)

    def retell(self) -> None:
        """In another language."""
        self.show_state(self._state)
