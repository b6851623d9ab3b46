"""Draws the list of cases and what is known of the highlighted one."""

from datetime import datetime

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QAction, QPainter
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedLayout, QVBoxLayout, QWidget

from desk_app.cases import Case
from ui import formats
from ui.cases import words
from ui.cases.presenter import CasesState
from ui.icons import Icon
from ui.widgets.empty import Empty
from ui.widgets.key_button import KeyButton
from ui.widgets.rows import Pen, RowList, two_lines
from ui.widgets.spoken import SpokenWidget


class CasesView(SpokenWidget):
    """A list, and below it the sentences of the highlighted case with the key that marks it as seen."""

    highlighted = Signal(int)
    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, role="card")
        self._state = CasesState()
        self._title = QLabel()
        self._title.setProperty("role", "strong")
        self._title.setContentsMargins(13, 10, 12, 6)
        self._title.setWordWrap(True)
        self.rows = RowList(self._say, self._draw, lines=2)
        self._told = QLabel()
        self._standing = QLabel()
        self._standing.setProperty("role", "quiet")
        for label in (self._told, self._standing):
            label.setWordWrap(True)
        self._nothing = Empty(Icon.GOOD)
        self.setFocusProxy(self.rows)
        self.rows.moved.connect(self.highlighted)
        self.rows.chosen.connect(lambda _: self.chosen.emit())
        self.spoken(self.rows.setAccessibleName, lambda: self.tr("Cases to look at"))

    def build(self, seen: QAction, one: QAction) -> None:
        """Make what stands below the list, once its keys exist."""
        some = QWidget()
        column = QVBoxLayout(some)
        column.setContentsMargins(1, 1, 1, 10)
        column.addWidget(self._title)
        column.addWidget(self.rows, 1)
        below = QHBoxLayout()
        below.setContentsMargins(13, 4, 12, 0)
        sentences = QVBoxLayout()
        sentences.addWidget(self._told)
        sentences.addWidget(self._standing)
        below.addLayout(sentences, 1)
        below.addWidget(KeyButton(one))
        below.addWidget(KeyButton(seen))
        column.addLayout(below)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(some)
        self._stack.addWidget(self._nothing)

    def show_state(self, state: CasesState) -> None:
        """Draw the cases."""
        self._state = state
        self._nothing.say(
            self.tr("Nothing needs a look"),
            self.tr("Units that were spent at two desks while the network was away would stand here."),
        )
        new = self.tr("%n case(s) nobody has looked at", "", state.fresh)
        self._title.setText(new if state.fresh else self.tr("Everything was looked at"))
        self._stack.setCurrentIndex(0 if state.rows else 1)
        self.rows.put(state.rows, state.chosen)
        row = state.row
        self._told.setText(words.told(row, state.names) if row is not None else "")
        self._standing.setText(words.standing(row, state.program) if row is not None else "")

    def retell(self) -> None:
        """In another language."""
        if hasattr(self, "_stack"):
            self.show_state(self._state)

    def sentences(self) -> list[str]:
        """What is said of every case, and of the highlighted one."""
        return [self._title.text(), *self.rows.sentences(), self._told.text(), self._standing.text()]

    def _units(self, case: Case) -> str:
        return words.units(case, self._state.program) if self._state.program is not None else ""

    def _when(self, case: Case) -> str:
        if not case.moment:
            return ""
        at = datetime.fromtimestamp(case.moment / 1000).astimezone()
        return f"{formats.day(at.date())} {at:%H:%M}"

    def _say(self, case: Case) -> str:
        standing = words.standing(case, self._state.program)
        said = (words.title(case), self._when(case), self._units(case), words.told(case, self._state.names), standing)
        return ". ".join(part.rstrip(".") for part in said if part)

    def _draw(self, painter: QPainter, rect: QRect, case: Case, highlighted: bool) -> None:
        above, below = two_lines(rect)
        pen = Pen(painter, above)
        pen.write(self._units(case), "quiet" if case.seen else "text", bold=not case.seen, end=True)
        if not case.seen:
            pen.picture(Icon.WARNING, "warn")
        pen.write(words.title(case), "quiet" if case.seen else "text")
        pen = Pen(painter, below)
        pen.write(self._when(case), "quiet", "small", end=True)
        pen.write(words.told(case, self._state.names), "quiet", "small")
