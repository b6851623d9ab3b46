"""Fields of a promotion that are more than one word: ticks, two numbers, steps, a service."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from desk_app.documents.program_sense import table, tables
from ui import theme
from ui.program.typed import COUNT, PERCENT, Kind, money
from ui.program.typed_fields import ValueField
from ui.widgets.drop_down import drop_down, fill
from ui.widgets.flow import Flow
from ui.widgets.spoken import SpokenWidget


class TicksField(SpokenWidget):
    """Codes to tick; one that is not offered any more stays until it is unticked.

    `data`: their words have two languages of their own.
    """

    typed = Signal(object)

    def __init__(self, name: Callable[[], str], *, data: bool = False) -> None:
        super().__init__()
        self._name = name
        self._data = data
        self._boxes: dict[str, QCheckBox] = {}
        self._flow = Flow(gap=theme.GRID, apart=2 * theme.GRID)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._flow)

    def show_codes(self, options: Sequence[tuple[str, str]], value: Any) -> None:
        """`options`: codes and their words; `value` what is ticked."""
        ticked = [str(code) for code in value] if isinstance(value, list) else []
        known = {code for code, _ in options}
        offered = [*options, *((code, f"{code} ?") for code in ticked if code not in known)]
        codes = [code for code, _ in offered]
        for code in [code for code in self._boxes if code not in codes]:
            old = self._boxes.pop(code)
            self._flow.take(old)
            old.hide()
            old.setParent(None)
            old.deleteLater()
        for code, words in offered:
            if code not in self._boxes:
                box = self._boxes[code] = QCheckBox()
                box.setProperty("data", self._data)
                box.clicked.connect(self._tell)
                self._flow.add(box)
            box = self._boxes[code]
            box.setText(words)
            box.setAccessibleName(f"{self._name()}: {words}")
            with QSignalBlocker(box):
                box.setChecked(code in ticked)
        if self._boxes:
            self.setFocusProxy(next(iter(self._boxes.values())))

    def _tell(self) -> None:
        self.typed.emit([code for code, box in self._boxes.items() if box.isChecked()])


class WordsField(QLineEdit):
    """Codes parted by commas."""

    typed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._value: Any = None
        self.textEdited.connect(self._tell)

    def show_value(self, value: Any) -> None:
        """Show what the document has; while it is what was typed here, the words stay."""
        if value != self._value:
            self._value = value
            self.setText(", ".join(map(str, value)) if isinstance(value, list) else str(value or ""))

    def _tell(self, words: str) -> None:
        self._value = [word.strip() for word in words.split(",") if word.strip()]
        self.typed.emit(self._value)


class NumbersField(SpokenWidget):
    """Numbers of a table with words around them: 3 days before, 3 after; 3 paid, 1 free."""

    typed = Signal(object)

    def __init__(self, keys: Sequence[tuple[str, Kind, Callable[[], str]]], signs: int = 5) -> None:
        """`keys`: a key of the table, its kind, and the words after its field."""
        super().__init__()
        self._value: dict[str, Any] = {}
        self.fields: dict[str, ValueField] = {}
        flow = Flow(gap=theme.GRID)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(flow)
        for key, kind, words in keys:
            field = self.fields[key] = ValueField(kind, signs)
            field.typed.connect(lambda value, key=key: self._tell(key, value))
            label = QLabel()
            label.setProperty("role", "quiet")
            flow.add(field)
            flow.add(label)
            self.spoken(label.setText, words)
            self.spoken(field.setAccessibleName, words)
        self.setFocusProxy(next(iter(self.fields.values())))

    def show_value(self, value: Any) -> None:
        """Show what the document has."""
        self._value = table(value)
        for key, field in self.fields.items():
            field.show_value(self._value.get(key))

    def _tell(self, key: str, value: Any) -> None:
        made = {**self._value, key: value}
        self.typed.emit({name: one for name, one in made.items() if one is not None})


class UsesField(SpokenWidget):
    """How often in a period: the calendar year, or so many days."""

    typed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._value: dict[str, Any] = {}
        self.count = ValueField(COUNT, 4)
        self.period: QComboBox = drop_down()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.GRID)
        row.addWidget(self.count)
        row.addWidget(self.period, 1)
        self.setFocusProxy(self.count)
        self.count.typed.connect(lambda value: self._tell("count", value))
        self.period.activated.connect(lambda index: self._tell("period", self.period.itemData(index)))
        self.spoken(self.count.setAccessibleName, lambda: self.tr("How often"))
        self.spoken(self.period.setAccessibleName, lambda: self.tr("In which period"))

    def show_value(self, value: Any) -> None:
        """Show what the document has."""
        self._value = table(value)
        self.count.show_value(self._value.get("count"))
        known = [("calendar_year", self.tr("in a calendar year"))]
        known += [(f"{days} days", self.tr("in %n day(s)", "", days)) for days in (7, 30, 90, 180, 365)]
        period = str(self._value.get("period", ""))
        if period not in {code for code, _ in known}:
            known.append((period, period or "…"))
        fill(self.period, known, period)

    def _tell(self, key: str, value: Any) -> None:
        made = {**self._value, key: value}
        self.typed.emit({name: one for name, one in made.items() if one is not None})


class StepsField(SpokenWidget):
    """Percents by the size of the bill: rows of a sum and its percent."""

    typed = Signal(object)
    grown = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._value: list[dict[str, Any]] = []
        self._decimals = 2
        self._rows: list[NumbersField] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.GRID // 2)
        self.add, self.remove = QPushButton(), QPushButton()
        self._column.addWidget(Flow(self.add, self.remove))
        self.add.clicked.connect(self._add)
        self.remove.clicked.connect(lambda: self.typed.emit(self._value[:-1]))
        self.spoken(self.add.setText, lambda: self.tr("Add a step"))
        self.spoken(self.remove.setText, lambda: self.tr("Remove the last"))

    def show_value(self, value: Any, decimals: int) -> None:
        """Show what the document has."""
        self._value, self._decimals = tables(value), decimals
        while len(self._rows) > len(self._value):
            old = self._rows.pop()
            old.hide()
            old.setParent(None)
            old.deleteLater()
        while len(self._rows) < len(self._value):
            number = len(self._rows)
            row = NumbersField((
                ("from", money(decimals), lambda: self.tr("and more:")), ("percent", PERCENT, lambda: "%")
            ), signs=8)  # fmt: skip
            row.typed.connect(lambda made, number=number: self._tell(number, made))
            self._rows.append(row)
            self._column.insertWidget(number, row)
            self.grown.emit()
        for row, step in zip(self._rows, self._value, strict=True):
            row.show_value(step)
        self.remove.setEnabled(len(self._rows) > 1)
        if self._rows:
            self.setFocusProxy(self._rows[0])

    def _tell(self, number: int, made: Any) -> None:
        self.typed.emit([*self._value[:number], made, *self._value[number + 1 :]])

    def _add(self) -> None:
        whole = "0" * self._decimals
        start = f"{1000 * (len(self._value) + 1)}.{whole}" if whole else str(1000 * (len(self._value) + 1))
        last = self._value[-1] if self._value else {}
        self.typed.emit([*self._value, {"from": start, "percent": last.get("percent", "10")}])


class YesField(QLabel):
    """A condition that needs no value: it holds by being there."""

    typed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "strong")
