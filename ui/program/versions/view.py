"""Draws the list of drafts and versions."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QLabel, QStackedLayout, QVBoxLayout, QWidget

from ui import formats
from ui.icons import Icon
from ui.program.versions.presenter import Row, VersionsState
from ui.program.versions.words import name_of, status_words
from ui.widgets.empty import Empty
from ui.widgets.rows import Pen, RowList, two_lines
from ui.widgets.spoken import SpokenWidget


class VersionsView(SpokenWidget):
    """A list of drafts and versions, or what to do while there is none."""

    highlighted = Signal(int)
    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, role="card")
        self._state = VersionsState()
        title = QLabel()
        title.setProperty("role", "heading")
        title.setContentsMargins(13, 10, 12, 6)
        self.rows = RowList(self._say, self._draw, lines=2)
        self._nothing = Empty(Icon.PROGRAM)
        some = QWidget()
        column = QVBoxLayout(some)
        column.setContentsMargins(1, 1, 1, 10)
        column.addWidget(title)
        column.addWidget(self.rows, 1)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(some)
        self._stack.addWidget(self._nothing)
        self.setFocusProxy(self.rows)
        self.rows.moved.connect(self.highlighted)
        self.rows.chosen.connect(lambda _: self.chosen.emit())
        self.spoken(title.setText, lambda: self.tr("Program"))
        self.spoken(self.rows.setAccessibleName, lambda: self.tr("Drafts and versions"))

    def show_state(self, state: VersionsState) -> None:
        """Draw the rows."""
        self._state = state
        self._nothing.say(self.tr("There is no program yet"), self.tr("F2 begins one: empty, or from a preset."))
        self._stack.setCurrentIndex(0 if state.rows else 1)
        self.rows.put(state.rows, state.chosen)

    def retell(self) -> None:
        """In another language."""
        self.show_state(self._state)

    def _when(self, row: Row) -> str:
        if row.draft is not None:
            at = datetime.fromtimestamp(row.draft.changed / 1000).astimezone()
            return self.tr("changed {day} {time}").format(day=formats.day(at.date()), time=f"{at:%H:%M}")
        if row.version is None:
            return ""
        return self.tr("from {day}").format(day=formats.day(row.version.effective_from))

    def _say(self, row: Row) -> str:
        return ". ".join((name_of(row), status_words(row), self._when(row)))

    def _draw(self, painter: QPainter, rect: QRect, row: Row, highlighted: bool) -> None:
        above, below = two_lines(rect)
        pen = Pen(painter, above)
        strong = row.status == "in_force"
        pen.badge(
            status_words(row), "good" if strong else "accent_deep", "good_soft" if strong else "accent_soft", end=True
        )
        pen.write(name_of(row), bold=strong)
        Pen(painter, below).write(self._when(row), "quiet", "small")
