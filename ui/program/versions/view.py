"""Draws drafts and versions, and beside them what is known of the highlighted one."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedLayout, QVBoxLayout, QWidget

from ui import theme
from ui.icons import Icon
from ui.program.versions.presenter import Row, VersionsState
from ui.program.versions.words import ending_words, looked_lines, name_of, status_words, when_words
from ui.widgets.empty import Empty
from ui.widgets.lines import Line, LinesView
from ui.widgets.rows import Pen, RowList, two_lines
from ui.widgets.spoken import SpokenWidget

_LIST = 330
"""Pixels of the list, at most."""
_INKS = {"in_force": ("good", "good_soft"), "announced": ("accent_deep", "accent_soft")}


class _Rows(RowList):
    """Delete takes the highlighted draft away."""

    delete_wanted = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of the list."""
        if event.key() == Qt.Key.Key_Delete:
            self.delete_wanted.emit()
        else:
            super().keyPressEvent(event)


class VersionsView(SpokenWidget):
    """A list of drafts and versions and what one of them is, or what to do while there is none."""

    highlighted = Signal(int)
    chosen = Signal()
    delete_wanted = Signal()
    retold = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = VersionsState()
        self.rows = _Rows(self._say, self._draw, lines=2)
        self.lines = LinesView()
        self._nothing = Empty(Icon.PROGRAM)
        self._name, self._when, self._ending = QLabel(), QLabel(), QLabel()
        self._name.setProperty("role", "heading")
        self._when.setProperty("role", "quiet")
        self._ending.setProperty("role", "warn")
        for label in (self._name, self._when, self._ending):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setProperty("data", True)
        some = QWidget()
        sides = QHBoxLayout(some)
        sides.setContentsMargins(0, 0, 0, 0)
        sides.setSpacing(theme.GRID)
        sides.addWidget(self._listed(), 1)
        sides.addWidget(self._looked(), 2)
        alone = SpokenWidget(role="card")
        QVBoxLayout(alone).addWidget(self._nothing)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(some)
        self._stack.addWidget(alone)
        self.setFocusProxy(self.rows)
        self.rows.moved.connect(self.highlighted)
        self.rows.chosen.connect(lambda _: self.chosen.emit())
        self.rows.delete_wanted.connect(self.delete_wanted)
        self.spoken(self.rows.setAccessibleName, lambda: self.tr("Drafts and versions"))
        self.spoken(self.lines.setAccessibleName, lambda: self.tr("What is known of it"))

    def _listed(self) -> QWidget:
        card = SpokenWidget(role="card")
        title = QLabel()
        title.setProperty("role", "heading")
        title.setContentsMargins(12, 8, 12, 2)
        self._ending.setContentsMargins(12, 0, 12, 4)
        column = QVBoxLayout(card)
        column.setContentsMargins(1, 1, 1, 8)
        column.addWidget(title)
        column.addWidget(self._ending)
        column.addWidget(self.rows, 1)
        card.setMaximumWidth(_LIST)
        self.spoken(title.setText, lambda: self.tr("Drafts and versions"))
        return card

    def _looked(self) -> QWidget:
        card = SpokenWidget(role="card")
        column = QVBoxLayout(card)
        column.setContentsMargins(1, 8, 1, 8)
        column.setSpacing(2)
        for label in (self._name, self._when):
            label.setContentsMargins(12, 0, 12, 0)
            column.addWidget(label)
        column.addWidget(self.lines, 1)
        return card

    def show_state(self, state: VersionsState) -> None:
        """Draw the rows and the one that is looked at."""
        before, self._state = self._state, state
        nothing = self.tr("F2 begins one: empty, or from a preset.")
        if state.shut:
            nothing = self.tr("This desk can only be read now, so no program can be begun here.")
        self._nothing.say(self.tr("There is no program yet"), nothing)
        self._stack.setCurrentIndex(0 if state.rows else 1)
        self.rows.put(state.rows, state.chosen)
        self._ending.setVisible(state.ending is not None)
        if state.ending is not None:
            self._ending.setText(ending_words(state.ending.day, state.ending.last_good_day))
        row = state.row
        if row is None:
            return
        self._name.setText(name_of(row))
        self._when.setText(f"{status_words(row)}, {when_words(row)}")
        if state.seen is not None:
            same = before.seen is state.seen
            self.lines.put(looked_lines(row, state.seen), max(0, self.lines.currentIndex().row()) if same else 0)
        else:
            failed = self.tr("It could not be looked at; everything else works.")
            self.lines.put((Line(failed, "bad") if state.failed else Line(self.tr("Looking…"), "quiet"),), 0)

    def retell(self) -> None:
        """In another language: differences are said anew."""
        self.show_state(self._state)
        self.retold.emit()

    def _say(self, row: Row) -> str:
        return ". ".join((name_of(row), status_words(row), when_words(row)))

    def _draw(self, painter: QPainter, rect: QRect, row: Row, _highlighted: bool) -> None:
        above, below = two_lines(rect)
        Pen(painter, above).write(name_of(row), bold=row.status == "in_force")
        pen = Pen(painter, below)
        ink, ground = _INKS.get(row.status, ("quiet", "ground"))
        pen.badge(status_words(row), ink, ground)
        pen.write(when_words(row), "quiet", "small")
