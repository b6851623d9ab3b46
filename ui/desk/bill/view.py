"""The middle of the desk: a field that adds services, the lines with what each costs, and the line that is open."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from ui import theme
from ui.desk.bill.line_view import LineView
from ui.desk.bill.presenter import BillState, EntryState
from ui.desk.bill.rows import LineRow, ServiceRow, draw_line, draw_service, line_height, service_height
from ui.desk.bill.words import line_sentence
from ui.icons import Icon
from ui.widgets.empty import Empty
from ui.widgets.rows import RowList
from ui.widgets.spoken import SpokenWidget
from ui.widgets.stack import Stack


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
        self.lines = RowList(self._say_line, draw_line, high=line_height)
        self.services = RowList(self._say_service, draw_service, high=service_height)
        self.services.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.open_line = LineView()
        self._empty = Empty(Icon.LIST)
        self._count = QLabel()
        self._count.setProperty("role", "small")
        self._count.setWordWrap(True)
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
        self._stack = Stack()
        for page in (self._empty, self.lines, found):
            self._stack.addWidget(page)
        self._top = QWidget()
        top = QVBoxLayout(self._top)
        top.setContentsMargins(10, 10, 10, 6)
        top.addWidget(self.entry)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addWidget(self._top)
        column.addWidget(self._stack, 1)
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
        # Large letters: while a line is open nothing is added, and the line needs the room.
        self._top.setHidden(theme.large() and state.editing is not None)
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

    def _say_line(self, row: LineRow) -> str:
        return line_sentence(row.line, row.priced, row.program)

    def _say_service(self, row: ServiceRow) -> str:
        if row.service is None:
            return row.name
        return f"{row.service.name}, {row.pays}, {row.service.code}"
