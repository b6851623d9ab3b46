"""Draws the questions of patients at the left, and at the right the answer to one, large enough to read aloud."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from ui import fonts, theme
from ui.training.asked.presenter import AskedState
from ui.training.words import version_words
from ui.widgets.rows import Pen, RowList, line_high
from ui.widgets.spoken import SpokenWidget
from ui.widgets.wrapping import wrapped
from ui.wording.asked import Said

_MOST = 3


class AskedView(SpokenWidget):
    """Questions to walk through; what is said is a plate of its own, as at the desk."""

    highlighted = Signal(int)
    gone_on = Signal()
    retold = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = AskedState()
        self.rows = RowList(lambda row: row.question, _draw, high=_high)
        self._where, self.question, self.answer = QLabel(), QLabel(), QLabel()
        for label, role in ((self._where, "small"), (self.question, "heading"), (self.answer, "lead")):
            label.setProperty("role", role)
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setProperty("data", label is not self._where)
        sides = QHBoxLayout(self)
        sides.setContentsMargins(0, 0, 0, 0)
        sides.setSpacing(theme.GRID)
        listed = SpokenWidget(role="card")
        column = QVBoxLayout(listed)
        column.setContentsMargins(1, 8, 1, 8)
        column.addWidget(self.rows)
        sides.addWidget(listed, 4)
        sides.addWidget(self._looked(), 5)
        self.setFocusProxy(self.rows)
        self.rows.moved.connect(self.highlighted)
        self.rows.chosen.connect(lambda _: self.gone_on.emit())
        self.spoken(self.rows.setAccessibleName, lambda: self.tr("What patients ask"))

    def _looked(self) -> QWidget:
        plate = QWidget()
        plate.setProperty("role", "plate-say")
        inside = QVBoxLayout(plate)
        inside.setContentsMargins(theme.GRID * 2, theme.GRID * 2, theme.GRID * 2, theme.GRID * 2)
        inside.addWidget(self.answer)
        inner = QWidget()
        inner.setProperty("role", "scrolled")
        column = QVBoxLayout(inner)
        column.setContentsMargins(theme.GRID * 2, theme.GRID, theme.GRID * 2, theme.GRID)
        column.setSpacing(theme.GRID)
        for part in (self._where, self.question, plate):
            column.addWidget(part)
        column.addStretch(1)
        self.scrolled = scroll = QScrollArea()
        scroll.setProperty("role", "proof")
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # large letters do not fit: the arrows scroll
        scroll.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.spoken(scroll.setAccessibleName, lambda: self.tr("What to say"))
        scroll.setWidget(inner)
        card = SpokenWidget(role="card")
        around = QVBoxLayout(card)
        around.setContentsMargins(1, 1, 1, 1)
        around.addWidget(scroll)
        return card

    def show_state(self, state: AskedState) -> None:
        """Draw the questions and one answer."""
        self._state = state
        self.rows.put(state.rows, state.chosen)
        row = state.row
        self.question.setText(row.question if row is not None else "")
        self.answer.setText(row.answer if row is not None else self.tr("Looking…"))
        self.answer.setProperty("data", row is not None)
        if state.taught is not None and row is not None:
            where = self.tr("{number} of {all}").format(number=state.chosen + 1, all=len(state.rows))
            self._where.setText(f"{where}. {version_words(state.taught)}")

    def retell(self) -> None:
        """In another language: the answers are said anew."""
        self.show_state(self._state)
        self.retold.emit()


def _broken(row: Said, width: int) -> tuple[str, ...]:
    return wrapped(row.question, fonts.screen_font(theme.points("body")), max(80, width), _MOST)


def _high(row: Said, width: int) -> int:
    return line_high() * len(_broken(row, width))


def _draw(painter: QPainter, rect: QRect, row: Said, _highlighted: bool) -> None:
    Pen(painter, QRect(rect.left(), rect.top() + 6, rect.width(), rect.height())).lines(_broken(row, rect.width()))
