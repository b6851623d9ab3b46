"""A field that names another person: typed like a search, chosen from a short list under it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from desk_app.domain.people import MemberSummary
from ui import formats, theme
from ui.widgets.rows import Pen, RowList
from ui.widgets.spoken import SpokenWidget

Find = Callable[[str], Sequence[MemberSummary]]


class _Field(QLineEdit):
    stepped = Signal(int)
    taken = Signal()
    left = Signal()
    settled = False
    """Whether what stands here is somebody who was chosen: Enter then goes on as the form has it."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        key = Qt.Key(event.key())
        if key in steps:
            self.stepped.emit(steps[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.text() and not self.settled:
            self.taken.emit()
        elif key == Qt.Key.Key_Escape and self.text() and not self.isReadOnly():
            self.left.emit()
        else:
            super().keyPressEvent(event)


class PersonField(SpokenWidget):
    """Tells the id of who was chosen, or "" when the field was emptied."""

    chosen = Signal(str, str)

    def __init__(self, find: Find, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._find = find
        self._rows: Sequence[MemberSummary] = ()
        self._shown = ""
        self.field = _Field()
        self.field.setClearButtonEnabled(True)
        self.list = RowList(self._say, self._draw)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setMinimumHeight(0)
        self.list.hide()
        self.setFocusProxy(self.field)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.field)
        column.addWidget(self.list)
        self.field.textEdited.connect(self._typed)
        self.field.textChanged.connect(self._emptied)
        self.field.stepped.connect(self._stepped)
        self.field.taken.connect(lambda: self._take(self.list.currentIndex().row()))
        self.field.left.connect(self.field.clear)
        self.list.clicked.connect(lambda index: self._take(index.row()))
        self.sized(self.field.setPlaceholderText, self._what)
        self.spoken(self.list.setAccessibleName, lambda: self.tr("People found"))

    def _what(self) -> str:
        return self.tr("Surname or card") if theme.large() else self.tr("Surname, phone or card")

    def name(self, label: str) -> None:
        """How a screen reader calls the field."""
        self.field.setAccessibleName(label)

    def show_person(self, name: str) -> None:
        """Show who is chosen now; nobody is told."""
        self._shown = name
        self.field.settled = True
        self.list.hide()
        if self.field.text() != name:
            self.field.blockSignals(True)
            self.field.setText(name)
            self.field.blockSignals(False)

    def _typed(self, text: str) -> None:
        self.field.settled = False
        self._rows = tuple(self._find(text.strip()))[:5] if text.strip() else ()
        self.list.put(self._rows, 0)
        self.list.setVisible(bool(self._rows))
        rows = len(self._rows)
        self.list.setFixedHeight(self.list.sizeHintForRow(0) * rows + 2 if rows else 0)

    def _emptied(self, text: str) -> None:
        if not text:
            self.list.hide()
            if self._shown:
                self._shown = ""
                self.chosen.emit("", "")

    def _stepped(self, rows: int) -> None:
        if self._rows:
            self.list.put(self._rows, max(0, min(self.list.currentIndex().row() + rows, len(self._rows) - 1)))

    def _take(self, row: int) -> None:
        if 0 <= row < len(self._rows) and self.list.isVisible():
            one = self._rows[row]
            self.show_person(one.full_name)
            self.chosen.emit(one.id, one.full_name)

    def _say(self, row: MemberSummary) -> str:
        born = formats.day(row.birth_date) if row.birth_date else ""
        return ", ".join(part for part in (row.full_name, born, formats.phone_tail(row.phone)) if part)

    def _draw(self, painter: QPainter, rect: QRect, row: MemberSummary, highlighted: bool) -> None:
        pen = Pen(painter, QRect(rect))
        pen.write(formats.phone_tail(row.phone), "quiet", "small", end=True)
        if row.birth_date:
            pen.write(formats.day(row.birth_date), "quiet", "small", end=True)
        pen.write(row.full_name)
