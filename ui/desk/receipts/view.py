"""What was paid before, and what of it comes back: receipts above, the lines of the highlighted one below."""

from dataclasses import dataclass

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QLabel, QLineEdit, QStackedLayout, QVBoxLayout, QWidget

from desk_app.domain.program import Program
from desk_app.ports import ReceiptRow
from ui import formats, language, theme
from ui.desk.receipts.presenter import Fate, ReceiptsState, SheetLine
from ui.desk.several import write_services
from ui.icons import Icon
from ui.widgets.empty import Empty
from ui.widgets.rows import Pen, RowList, broken, line_high, two_lines, wide_as
from ui.widgets.spoken import SpokenWidget

_PICTURES = {Fate.PARTLY: Icon.RETURN, Fate.RETURNED: Icon.UNDO, Fate.VOIDED: Icon.VOID}
LARGE = 34
"""Digits of width below which a receipt has no room for its number beside day and sum."""


@dataclass(frozen=True)
class BackRow:
    """A line of a receipt and how many of its pieces come back."""

    line: SheetLine
    asked: int


class ReceiptsView(SpokenWidget):
    """Enter goes down from a receipt to its lines; plus and minus choose pieces there."""

    receipt_highlighted = Signal(int)
    line_highlighted = Signal(int)
    pieces = Signal(int)
    all_pieces = Signal()
    asked = Signal(int)
    filtered = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, role="card")
        self._program: Program | None = None
        self._state = ReceiptsState()
        self._title = QLabel()
        self._title.setProperty("role", "strong")
        self._title.setWordWrap(True)
        self._title.setContentsMargins(13, 10, 12, 6)
        self.receipts = RowList(self._say_receipt, self._draw_receipt, 2)
        self.lines = RowList(self._say_line, self._draw_line, high=self._line_height)
        self._hint = QLabel()
        self._hint.setProperty("role", "small")
        self._hint.setWordWrap(True)
        self._hint.setContentsMargins(13, 6, 12, 8)
        self.reason = QLineEdit()
        self._nothing = Empty(Icon.RETURN)
        some = QWidget()
        column = QVBoxLayout(some)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addWidget(self._title)
        column.addWidget(self.receipts, 4)
        column.addSpacing(theme.GRID // 2)
        column.addWidget(self._hint)
        column.addWidget(self.lines, 5)
        below = QVBoxLayout()
        below.setContentsMargins(10, 6, 10, 10)
        below.addWidget(self.reason)
        column.addLayout(below)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(some)
        self._stack.addWidget(self._nothing)
        self.setFocusProxy(self.receipts)
        self.receipts.moved.connect(self.receipt_highlighted)
        self.receipts.chosen.connect(lambda _: self.lines.setFocus(Qt.FocusReason.TabFocusReason))
        self.lines.moved.connect(self.line_highlighted)
        self.spoken(self.receipts.setAccessibleName, lambda: self.tr("Receipts"))
        self.spoken(self.lines.setAccessibleName, lambda: self.tr("Lines of the receipt"))
        self.spoken(self.reason.setPlaceholderText, self._asked_why)
        self.drawn(self._fit)
        self.spoken(self.reason.setAccessibleName, lambda: self.tr("Reason of the undoing"))

    def show_state(self, state: ReceiptsState, program: Program | None) -> None:
        """Draw the receipts."""
        self._state, self._program = state, program
        if not state.rows:
            self._nothing.say(self.tr("No receipts yet"), self.tr("What is paid here is listed here."))
            self._stack.setCurrentIndex(1)
            return
        self._stack.setCurrentIndex(0)
        titled = self.tr("Receipts: {name}").format(name=state.title) if state.title else self.tr("The last receipts")
        self._title.setText(f"{titled} · {state.narrowed}" if state.narrowed else titled)
        self._fit()
        self.receipts.put(state.rows, state.chosen)
        sheet = state.sheet
        self.lines.put(
            [BackRow(line, state.asked.get(line.id, 0)) for line in sheet.lines] if sheet else [], state.line
        )
        self._hint.setText(self._hinted())

    def retell(self) -> None:
        """In another language."""
        self.show_state(self._state, self._program)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """In the lines: plus, minus, a digit, or * for everything; among receipts, letters narrow the list."""
        if self.receipts.hasFocus() and (event.text().isprintable() and event.text().strip()):
            self.filtered.emit(self._state.narrowed + event.text())
            return
        if self.receipts.hasFocus() and event.key() == Qt.Key.Key_Backspace:
            self.filtered.emit(self._state.narrowed[:-1])
            return
        if not self.lines.hasFocus():
            super().keyPressEvent(event)
        elif event.text() in ("+", "-"):
            self.pieces.emit(1 if event.text() == "+" else -1)
        elif event.text() == "*":
            self.all_pieces.emit()
        elif event.text().isdigit():
            self.asked.emit(int(event.text()))
        elif event.key() == Qt.Key.Key_Space:
            self.pieces.emit(1)
        else:
            super().keyPressEvent(event)

    def _fit(self) -> None:
        """Large letters: whose receipts these are stands at the left, the keys below, and the lists need the room."""
        sheet = self._state.sheet
        over = sheet is not None and sheet.fate in (Fate.VOIDED, Fate.RETURNED)
        self._hint.setHidden(theme.large() and not over)
        self._title.setVisible(not (theme.large() and self._state.title and not self._state.narrowed))
        self.reason.setPlaceholderText(self._asked_why())

    def _asked_why(self) -> str:
        if theme.large():
            return self.tr("Reason (Shift+F9)")
        return self.tr("Reason, to undo all of it (Shift+F9)")

    def _hinted(self) -> str:
        sheet = self._state.sheet
        if sheet is not None and sheet.fate is Fate.VOIDED:
            return self.tr("This receipt was undone.")
        if sheet is not None and sheet.fate is Fate.RETURNED:
            return self.tr("Everything of this receipt came back.")
        return self.tr("Enter goes to the lines; + and − choose pieces, * all of them; F9 gives back.")

    def _money(self, minor: int) -> str:
        if self._program is None:
            return formats.money(minor, language.current())
        return formats.money(minor, language.current(), self._program.currency, self._program.decimals)

    def _say_receipt(self, row: ReceiptRow) -> str:
        said = [self.tr("receipt {number}").format(number=row.number), formats.day(row.day), self._pays(row)]
        if not self._state.title:
            said.append(self._whose(row))
        fate = self._state.fates.get(row.id)
        return ", ".join([*said, self._fate_words(fate)] if fate is not None else said)

    def _fate_words(self, fate: Fate) -> str:
        match fate:
            case Fate.PARTLY:
                return self.tr("partly returned")
            case Fate.RETURNED:
                return self.tr("fully returned")
            case Fate.VOIDED:
                return self.tr("undone")
            case _:
                return ""

    def _whose(self, row: ReceiptRow) -> str:
        return self._state.names.get(row.id) or self.tr("without a name")

    def _pays(self, row: ReceiptRow) -> str:
        return self._money(row.body["quote"].get("pays", 0))

    def _draw_receipt(self, painter: QPainter, rect: QRect, row: ReceiptRow, highlighted: bool) -> None:
        above, below = two_lines(rect)
        pen = Pen(painter, above)
        fate = self._state.fates.get(row.id)
        gone = fate in (Fate.RETURNED, Fate.VOIDED)
        large = rect.width() < wide_as("0" * LARGE)
        pen.write(self._pays(row), "quiet" if gone else "text", bold=not gone, end=True)
        pen.write(formats.day(row.day), "quiet" if gone else "text")
        if not large:
            pen.write(row.number, "quiet")
        pen = Pen(painter, below)
        if large:
            pen.write(row.number, "quiet", "small")
        if fate is not None:
            # In the line of the names, which may be cut.
            pen.picture(_PICTURES[fate], "warn")
            words = self._fate_words(fate)
            if not large or wide_as(words, "small", bold=True) + 2 * theme.GRID <= pen.rect.width():
                pen.badge(words, "warn", "warn_soft")
        names = [str(line.get("name") or line.get("service", "")) for line in row.body["bill"].get("lines", ())]
        if not self._state.title:
            # Receipts of everybody: whose each is comes before what it was for.
            pen.write(self._whose(row), "quiet" if gone else "text", "small")
        if not large:
            write_services(pen, names)

    def _say_line(self, row: BackRow) -> str:
        asked = self.tr("%n piece(s) come back", "", row.asked) if row.asked else self.tr("stays")
        return ", ".join((row.line.name, self.tr("%n piece(s) left", "", row.line.left), asked))

    def _line_height(self, row: BackRow, width: int) -> int:
        return len(broken(row.line.name, width)) * line_high() + line_high("small")

    def _draw_line(self, painter: QPainter, rect: QRect, row: BackRow, highlighted: bool) -> None:
        high = self._line_height(row, rect.width())
        pen = Pen(painter, QRect(rect.left(), rect.top() + (rect.height() - high) // 2, rect.width(), high))
        pen.lines(broken(row.line.name, rect.width()), "text" if row.line.left else "quiet")
        pen.write(self._money(row.line.pays), "quiet", "small", end=True)
        if row.asked:
            pen.badge(self.tr("{asked} of {left} back").format(asked=row.asked, left=row.line.left), end=True)
        if row.line.left == row.line.quantity:
            pen.write(self.tr("%n piece(s)", "", row.line.quantity), "quiet", "small")
        else:
            words = self.tr("{left} of {all} pieces left")
            pen.write(words.format(left=row.line.left, all=row.line.quantity), "quiet", "small")
