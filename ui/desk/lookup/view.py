"""The list of found patients, wide enough that namesakes cannot be taken for each other."""

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QLabel, QStackedLayout, QVBoxLayout, QWidget

from ui import formats, theme
from ui.desk.lookup.presenter import FoundRow, LookupState
from ui.icons import Icon
from ui.widgets.empty import Empty
from ui.widgets.rows import GAP, Pen, RowList, broken, line_high, wide_as
from ui.widgets.spoken import SpokenWidget

TAIL, BORN = 7, 11
"""Digits of room for the end of a phone number and for a birth date."""


class LookupView(SpokenWidget):
    """Rows while there are any; else what to do."""

    moved = Signal(int)
    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, role="card")
        self._state = LookupState()
        self.list = RowList(self._say, self._draw, high=self._height)
        self.list.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._count = QLabel()
        self._count.setProperty("role", "small")
        self._count.setWordWrap(True)
        self._count.setContentsMargins(12, 6, 12, 8)
        self._nobody = Empty(Icon.SEARCH)
        found = QWidget()
        column = QVBoxLayout(found)
        column.setContentsMargins(1, 8, 1, 0)
        column.setSpacing(0)
        column.addWidget(self.list, 1)
        column.addWidget(self._count)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(found)
        self._stack.addWidget(self._nobody)
        self.list.moved.connect(self.moved)
        self.list.chosen.connect(self.chosen)
        self.drawn(lambda: self.list.setUniformItemSizes(not theme.large()))
        self.list.setUniformItemSizes(not theme.large())
        self.spoken(self.list.setAccessibleName, lambda: self.tr("Patients found"))

    def show_state(self, state: LookupState) -> None:
        """Draw what was found."""
        self._state = state
        if state.rows:
            self.list.put(state.rows, state.chosen)
            self._count.setText(self._counted())
            self._stack.setCurrentIndex(0)
        elif state.trouble is not None:
            self._nobody.say(
                self.tr("The records cannot be read just now"),
                self.tr("Nothing is lost. Try again; if it stays so, call whoever looks after this computer."),
            )
            self._stack.setCurrentIndex(1)
        elif state.receipts:
            row = state.receipts[0]
            said = self.tr("Receipt {number}, {day}").format(number=row.number, day=formats.day(row.day))
            self._nobody.say(
                f"{said}, {state.whose}" if state.whose else said, self.tr("Enter opens it among the receipts.")
            )
            self._stack.setCurrentIndex(1)
        elif state.searching:
            self._nobody.say(
                self.tr("Nobody found for “{text}”").format(text=state.text),
                self.tr(
                    "Try fewer letters, the last digits of the phone or the birth date. F4 writes down a new patient."
                ),
            )
            self._stack.setCurrentIndex(1)

    def retell(self) -> None:
        """The words of the count and of the empty list."""
        self.show_state(self._state)

    def sentence(self) -> str:
        """What is announced after a search."""
        return self._counted() if self._state.rows else self._nobody.sentence()

    def _counted(self) -> str:
        rows = len(self._state.rows)
        if self._state.more:
            return self.tr("The first %n patient(s) are shown, there are more: type another letter.", "", rows)
        return self.tr("%n patient(s) found.", "", rows)

    def _say(self, row: FoundRow) -> str:
        one = row.summary
        parts = [one.full_name, formats.day(one.birth_date) if one.birth_date else "", formats.phone_tail(one.phone)]
        parts += [formats.card(one.card), "" if one.member else self.tr("not a member")]
        return ", ".join(part for part in parts if part)

    def _draw(self, painter: QPainter, rect: QRect, row: FoundRow, highlighted: bool) -> None:
        one, pen = row.summary, Pen(painter, QRect(rect))
        em = painter.fontMetrics().horizontalAdvance("0")
        ink = "text" if highlighted else "quiet"
        if rect.width() < em * 66:
            # Large letters: the name and what tells namesakes apart are more than the card.
            pass
        elif one.member:
            pen.write(formats.card(one.card) or self.tr("no card"), ink, end=True, width=em * 15)
        else:
            pen.write(self.tr("not a member"), ink, end=True, width=em * 15)
        pen.write(
            formats.phone_tail(one.phone), "text" if row.namesake else ink, bold=row.namesake, end=True, width=em * TAIL
        )
        born = formats.day(one.birth_date) if one.birth_date else ""
        pen.write(born, "text" if row.namesake else ink, bold=row.namesake, end=True, width=em * BORN)
        if theme.large():
            name = self._name(row, rect.width())
            pen.rect.setTop(rect.top() + (rect.height() - len(name) * line_high()) // 2)
            pen.lines(name, bold=True)
        else:
            pen.write(one.full_name, "text", bold=True, width=max(pen.rect.width() - theme.GRID, 1))

    def _name(self, row: FoundRow, width: int) -> tuple[str, ...]:
        return broken(row.summary.full_name, width - wide_as("0" * (TAIL + BORN)) - 3 * GAP, bold=True)

    def _height(self, row: FoundRow, width: int) -> int:
        # Ordinary letters: all rows are one line high, and only the first is asked.
        return line_high() * (len(self._name(row, width)) if theme.large() else 1) + 2
