"""A list of tables of one kind: which there are, and the fields of the one that is worked on."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from desk_app.documents.edits import Edit, value_at
from desk_app.documents.program_sense import Problem, tables
from desk_app.editing.items import Field, Rows
from desk_app.ports import Json
from ui import language, theme
from ui.program.editor.field_view import FieldView, explained
from ui.program.faults import Faults, lies_in
from ui.program.listed import Listed, ListKeys
from ui.program.typed import said
from ui.widgets.rows import Pen, line_high
from ui.widgets.spoken import SpokenWidget
from ui.wording.program_form import FIELDS

_MOST = 5
"""Rows that are seen at once; the list scrolls beyond them."""


class RowsView(SpokenWidget):
    """A document in, edits out; `under` answers the path of the table the list stands in, "" or "examples[1].".

    `pattern` is that path without numbers, by which words are found.
    """

    edited = Signal(object)

    def __init__(
        self, rows: Rows, faults: Faults, under: Callable[[], str] = lambda: "", pattern: str = "",
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._rows = rows
        self._under = under
        self._document: Json = {}
        self._problems: Sequence[Problem] = ()
        self._chosen = 0
        words = FIELDS[f"{pattern}{rows.key}"]
        naming = FIELDS.get(f"{pattern}{rows.key}.{rows.named}")
        self._options = naming.options if naming is not None else {}
        label, help_ = QLabel(), QLabel()
        label.setProperty("role", "strong")
        help_.setProperty("role", "small")
        self.list = Listed(lambda row: row, _paint)
        self.list.setProperty("data", True)
        self.keys = ListKeys(lambda: self.tr("Add   Ins"))
        self._form = SpokenWidget()
        inside = f"{pattern}{rows.key}."
        self.fields: list[FieldView | RowsView] = [
            FieldView(one, inside + one.key, self._place_of(one.key), faults)
            if isinstance(one, Field)
            else RowsView(one, faults, lambda: f"{self.place}.", inside)
            for one in rows.fields
        ]
        form = QVBoxLayout(self._form)
        form.setContentsMargins(0, theme.GRID, 0, 0)
        for field in self.fields:
            form.addWidget(field)
            if isinstance(field, FieldView):
                field.given.connect(lambda path, value: self.edited.emit((Edit(path, value),)))
            else:
                field.edited.connect(self.edited)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, theme.GRID)
        column.setSpacing(4)
        for part in (label, help_, self.list, self.keys, self._form):
            column.addWidget(part)
        for one in (label, help_):
            one.setProperty("data", True)
            one.setWordWrap(True)
        spoken = self.spoken
        spoken(label.setText, lambda: words.label.said(language.current()))
        spoken(self.list.setAccessibleName, lambda: words.label.said(language.current()))
        spoken(help_.setText, lambda: explained(words))
        self._wire()

    def _place_of(self, key: str) -> Callable[[], str]:
        return lambda: f"{self.place}.{key}"

    def _wire(self) -> None:
        self.list.moved.connect(self._choose)
        self.list.chosen.connect(lambda _: self.fields[0].setFocus())
        self.keys.serve(self.list, self.begin, self._remove, self._move)
        self.setFocusProxy(self.keys.add)

    # what it is about

    @property
    def path(self) -> str:
        """The key path of the list."""
        return f"{self._under()}{self._rows.key}"

    @property
    def place(self) -> str:
        """The key path of the table that is worked on."""
        return f"{self.path}[{self._chosen}]"

    def _items(self) -> list[Json]:
        return tables(value_at(self._document, self.path)) if self._document else []

    def show_document(self, document: Json, problems: Sequence[Problem]) -> None:
        """The document is so now."""
        self._document, self._problems = document, problems
        items = self._items()
        self._chosen = max(0, min(self._chosen, len(items) - 1))
        self.list.put([self._name(number, item) for number, item in enumerate(items)], self._chosen)
        self.list.setVisible(bool(items))
        self.list.setFixedHeight(max(1, min(len(items), _MOST)) * (line_high() + 14) + 2)
        self._form.setVisible(bool(items))
        self.keys.show_chosen(self._chosen, len(items))
        self.setFocusProxy(self.list if items else self.keys.add)
        if items:
            for field in self.fields:
                if isinstance(field, FieldView):
                    field.show_document(document)
                else:
                    field.show_document(document, problems)

    def reveal(self, path: str) -> bool:
        """Work on the row of a place; False where the place is not in this list."""
        if not lies_in(path, self.path):
            return False
        number = path.removeprefix(f"{self.path}[").partition("]")[0]
        if number.isdigit():
            self._choose(int(number))
        return True

    def take_keyboard(self, path: str) -> None:
        """The keyboard goes to the field of a place, once its row is worked on; else to the list."""
        for field in self.fields:
            if isinstance(field, FieldView) and lies_in(path, field.path()):
                field.take_keyboard()
                return
            if isinstance(field, RowsView) and field.reveal(path):
                field.take_keyboard(path)
                return
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def retell(self) -> None:
        """The names of rows follow the language."""
        self.show_document(self._document, self._problems)

    def begin(self) -> None:
        """One row more, at the end; the keyboard goes to its first field."""
        count = len(self._items())
        self._chosen = count
        self.edited.emit((Edit(f"{self.path}[{count}]", {}),))
        self.fields[0].setFocus()

    def _name(self, number: int, item: Json) -> str:
        named = item.get(self._rows.named)
        option = self._options.get(str(named))
        if option is not None:
            return option.said(language.current())
        words = said(named, language.current()) or str(item.get("code") or "")
        return words or self.tr("{number}, without a name").format(number=number + 1)

    def _choose(self, number: int) -> None:
        self._chosen = number
        self.show_document(self._document, self._problems)

    def _remove(self) -> None:
        if self._items():
            self.edited.emit((Edit(self.place),))

    def _move(self, by: int) -> None:
        items, to = self._items(), self._chosen + by
        if 0 <= to < len(items):
            items[self._chosen], items[to] = items[to], items[self._chosen]
            self._chosen = to
            self.edited.emit((Edit(self.path, items),))


def _paint(painter: QPainter, rect: QRect, row: str, chosen: bool) -> None:
    Pen(painter, rect).write(row, bold=chosen)
