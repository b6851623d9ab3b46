"""The middle of the desk: a field that adds services, the lines with what each costs, and the line that is open."""

from dataclasses import dataclass

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QLabel, QLineEdit, QStackedLayout, QVBoxLayout, QWidget

from desk_app.domain.bill import Line
from desk_app.domain.people import Service
from desk_app.domain.program import Program
from desk_app.domain.quote import QuoteLine
from ui import formats, language
from ui.desk.bill.line_view import LineView
from ui.desk.bill.presenter import BillState, EntryState
from ui.desk.bill.words import line_sentence, minus_units, payer_words, rule_words
from ui.icons import Icon
from ui.widgets.empty import Empty
from ui.widgets.rows import Pen, RowList, two_lines
from ui.widgets.spoken import SpokenWidget


@dataclass(frozen=True)
class LineRow:
    """One line of the bill with what the quote says of it."""

    line: Line
    priced: QuoteLine | None
    program: Program | None


@dataclass(frozen=True)
class ServiceRow:
    """One service found; without a service it is the offer to write the line by hand."""

    service: Service | None
    words: str
    program: Program | None


class EntryField(QLineEdit):
    """Takes services by code or words; with nothing in it, its keys belong to the lines below."""

    stepped = Signal(int)
    taken = Signal()
    pieces = Signal(int)
    removed = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows and Enter go to the list; plus, minus and Delete to the highlighted line while the field is empty."""
        key, empty = event.key(), not self.text()
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -7, Qt.Key.Key_PageDown: 7}
        if key in steps:
            self.stepped.emit(steps[Qt.Key(key)])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.taken.emit()
        elif empty and event.text() in ("+", "-"):
            self.pieces.emit(1 if event.text() == "+" else -1)
        elif empty and key == Qt.Key.Key_Delete:
            self.removed.emit()
        elif key == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)


class BillView(SpokenWidget):
    """Shows the lines, or what was found in the price list while something is typed."""

    typed = Signal(str)
    entry_moved = Signal(int)
    entry_highlighted = Signal(int)
    entry_taken = Signal()
    line_highlighted = Signal(str)
    line_moved = Signal(int)
    line_opened = Signal()
    pieces = Signal(int)
    removed = Signal()
    finished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, role="card")
        self._state: BillState | None = None
        self.entry = EntryField()
        self.entry.setClearButtonEnabled(True)
        self.lines = RowList(self._say_line, self._draw_line, 2)
        self.services = RowList(self._say_service, self._draw_service, 2)
        self.services.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.open_line = LineView()
        self._empty = Empty(Icon.LIST)
        self._count = QLabel()
        self._count.setProperty("role", "small")
        self._count.setContentsMargins(12, 6, 12, 6)
        self._lay_out()
        self._connect()
        self.spoken(self.entry.setPlaceholderText, lambda: self.tr("Service: code or words"))
        self.spoken(self.entry.setAccessibleName, lambda: self.tr("Add a service by code or words"))
        self.spoken(self.lines.setAccessibleName, lambda: self.tr("Lines of the bill"))
        self.spoken(self.services.setAccessibleName, lambda: self.tr("Services found"))
        self.spoken(self.setAccessibleName, lambda: self.tr("Bill"))

    def _lay_out(self) -> None:
        found = QWidget()
        under = QVBoxLayout(found)
        under.setContentsMargins(0, 0, 0, 0)
        under.setSpacing(0)
        under.addWidget(self.services, 1)
        under.addWidget(self._count)
        body = QWidget()
        self._stack = QStackedLayout(body)
        for page in (self._empty, self.lines, found):
            self._stack.addWidget(page)
        top = QVBoxLayout()
        top.setContentsMargins(10, 10, 10, 6)
        top.addWidget(self.entry)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(body, 1)
        column.addWidget(self.open_line)
        self._column = column

    def put_below(self, strip: QWidget) -> None:
        """Give a strip its place under the lines."""
        self._column.addWidget(strip)

    def _connect(self) -> None:
        self.entry.textEdited.connect(self.typed)
        self.entry.stepped.connect(self._stepped)
        self.entry.taken.connect(self._entered)
        self.entry.pieces.connect(self.pieces)
        self.entry.removed.connect(self.removed)
        self.services.moved.connect(self.entry_highlighted)
        self.services.chosen.connect(lambda _: self.entry_taken.emit())
        self.lines.moved.connect(self._moved)
        self.lines.chosen.connect(lambda _: self.line_opened.emit())

    def show_state(self, state: BillState) -> None:
        """Draw the bill."""
        self._state = state
        entry = state.entry
        if self.entry.text() != entry.text:
            self.entry.setText(entry.text)
        self.open_line.show_state(state)
        if entry.words:
            found = [ServiceRow(service, entry.words, state.program) for service in entry.services]
            self.services.put([*found, ServiceRow(None, entry.words, state.program)], entry.chosen)
            self._count.setText(self._counted(entry))
            self._stack.setCurrentIndex(2)
        elif state.bill.lines:
            rows = [LineRow(line, state.priced(line.id), state.program) for line in state.bill.lines]
            chosen = next((i for i, row in enumerate(rows) if row.line.id == state.selected), len(rows) - 1)
            self.lines.put(rows, chosen)
            self._stack.setCurrentIndex(1)
        else:
            self._empty.say(
                self.tr("The bill is empty"),
                self.tr("Type a code or words of a service and press Enter; “3*” before it takes three pieces."),
            )
            self._stack.setCurrentIndex(0)

    def retell(self) -> None:
        """In another language."""
        if self._state is not None:
            self.show_state(self._state)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """In the list of lines: plus and minus count pieces, Delete takes the line off."""
        if self.lines.hasFocus() and event.text() in ("+", "-"):
            self.pieces.emit(1 if event.text() == "+" else -1)
        elif self.lines.hasFocus() and event.key() == Qt.Key.Key_Delete:
            self.removed.emit()
        else:
            super().keyPressEvent(event)

    def _stepped(self, rows: int) -> None:
        if self._state is not None and self._state.entry.words:
            self.entry_moved.emit(rows)
        else:
            self.line_moved.emit(rows)

    def _entered(self) -> None:
        if self._state is not None and self._state.entry.words:
            self.entry_taken.emit()
        else:
            self.finished.emit()

    def _moved(self, row: int) -> None:
        if self._state is not None and row < len(self._state.bill.lines):
            self.line_highlighted.emit(self._state.bill.lines[row].id)

    def _counted(self, entry: EntryState) -> str:
        found = len(entry.services)
        if entry.more:
            return self.tr("The first %n service(s) are shown, there are more: type another letter.", "", found)
        return self.tr("%n service(s) found.", "", found)

    # words and drawing

    def _say_line(self, row: LineRow) -> str:
        return line_sentence(row.line, row.priced, row.program)

    def _say_service(self, row: ServiceRow) -> str:
        if row.service is None:
            return self.tr("Write “{words}” by hand").format(words=row.words)
        return f"{row.service.name}, {self._money(row.program, row.service.price)}, {row.service.code}"

    def _draw_service(self, painter: QPainter, rect: QRect, row: ServiceRow, highlighted: bool) -> None:
        if row.service is None:
            Pen(painter, QRect(rect)).write(self._say_service(row), "accent")
            return
        above, below = two_lines(rect)
        pen = Pen(painter, above)
        pen.write(self._money(row.program, row.service.price), bold=highlighted, end=True)
        pen.write(row.service.name_en if language.current() == "en" and row.service.name_en else row.service.name)
        pen = Pen(painter, below)
        pen.write(row.service.code, "quiet", "small")
        category = row.program.categories.get(row.service.category) if row.program else None
        if category is not None:
            pen.write(category.name.plain(language.current()), "quiet", "small")

    def _draw_line(self, painter: QPainter, rect: QRect, row: LineRow, highlighted: bool) -> None:
        above, below = two_lines(rect)
        line, priced = row.line, row.priced
        pen = Pen(painter, above)
        # What another pays is not the patient's to find in the sum.
        own = line.payer == "self"
        pays = self._money(row.program, priced.pays if priced else line.total)
        pen.write(pays, "text" if own else "quiet", bold=own, end=True)
        pen.write(line.name or line.service or self.tr("Unnamed service"))
        pen = Pen(painter, below)
        if priced is not None and priced.redeemed_units and row.program and row.program.unit:
            pen.write(minus_units(priced.redeemed_units, row.program.unit), "good", "small", end=True)
        if priced is not None and priced.discount:
            pen.write(self._money(row.program, -priced.discount), "good", "small", end=True)
        price = self._money(row.program, line.price)
        pen.write(f"{line.quantity} × {price}" if line.quantity > 1 else price, "quiet", "small")
        if line.payer != "self":
            pen.badge(payer_words(line.payer), "warn", "warn_soft")
        if line.on_promo:
            pen.badge(self.tr("sale price"), "warn", "warn_soft")
        if line.no_discount:
            pen.badge(self.tr("no discounts"), "warn", "warn_soft")
        if priced is not None and priced.rule and row.program is not None:
            pen.write(rule_words(row.program, priced.rule), "quiet", "small")

    def _money(self, program: Program | None, minor: int) -> str:
        if program is None:
            return formats.money(minor, language.current())
        return formats.money(minor, language.current(), program.currency, program.decimals)
