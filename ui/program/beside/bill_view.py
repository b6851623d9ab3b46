"""A worked bill beside the form: change what is on it and who brings it, and see what the draft makes of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QGridLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desk_app.documents import scalars
from desk_app.documents.scalars import Wrong
from desk_app.domain.money import decimal_text
from desk_app.domain.people import Service
from ui import formats, language, theme
from ui.icons import Icon, icon
from ui.program.amounts import Amounts
from ui.program.beside.presenter import BesideState
from ui.program.beside.shown import Figure
from ui.program.beside.trial import TrialLine
from ui.program.form_rows import FormRows
from ui.program.picking.find import FindService
from ui.program.typed import COUNT, DAY, money, said, units
from ui.program.typed_fields import ValueField
from ui.widgets.down import Down
from ui.widgets.drop_down import drop_down, fill
from ui.widgets.flow import Flow
from ui.widgets.rows import Pen, RowList, line_high
from ui.widgets.spoken import SpokenWidget


class TrialLines(RowList):
    """The lines of the bill; Delete takes one away."""

    remove_wanted = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The key of the list."""
        if event.key() == Qt.Key.Key_Delete:
            self.remove_wanted.emit()
        else:
            super().keyPressEvent(event)


class BillView(SpokenWidget):
    """Tells of every change; what it shows comes from the state alone. The figures are always in sight."""

    line_chosen = Signal(int)
    line_removed = Signal()
    line_changed = Signal(object)
    patient_changed = Signal(object)
    service_added = Signal(object)

    def __init__(self, find: Callable[[str], Sequence[Service]]) -> None:
        super().__init__()
        self.inside = _BillForm(self, find)
        self.figures = _Figures()
        self._stale = QLabel()
        self._stale.setProperty("role", "warn")
        self._stale.setWordWrap(True)
        area = Down()
        area.setWidget(self.inside)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GRID)
        column.addWidget(area, 1)
        column.addWidget(self._stale)
        column.addWidget(self.figures)
        self._state = BesideState()
        self.setFocusProxy(self.inside.lines)

    def show_state(self, state: BesideState) -> None:
        """Draw the bill and its result."""
        self._state = state
        self.inside.show_state(state)
        valid = state.shown.valid or state.shown is state.last
        result = state.last.result
        words = "" if valid else self.tr("Something cannot be read just now: this is the bill as it was before.")
        self._stale.setText(result.refused or words)
        self._stale.setVisible(bool(result.refused or words))
        self.figures.show_figures(result.figures)

    def retell(self) -> None:
        """Say again what depends on the state."""
        self.show_state(self._state)


class _BillForm(SpokenWidget):
    """The bill, the patient, the figures and the sentences, from the top down."""

    def __init__(self, view: BillView, find: Callable[[str], Sequence[Service]]) -> None:
        super().__init__()
        self.setProperty("role", "scrolled")
        self._state = BesideState()
        self._view = view
        self.lines = TrialLines(self._say, self._draw)
        self.search = FindService(find)
        self.price, self.quantity = ValueField(money(2), 9), ValueField(COUNT, 4)
        self.remove = QPushButton()
        self.remove.setProperty("role", "quiet")
        self.level: QComboBox = drop_down()
        self.group: QComboBox = drop_down()
        self.units, self.spend = ValueField(units(0), 7), ValueField(units(0), 7)
        self.all = QCheckBox()
        self.first = QCheckBox()
        self.day = ValueField(DAY, 10)
        self._told = QLabel()
        self._told.setWordWrap(True)
        self._told.setProperty("data", True)
        self._form = FormRows()
        self._lay_out()
        self._wire()

    def _lay_out(self) -> None:
        form = self._form
        form.row(lambda: self.tr("Price"), _beside(self.price, self._times(), self.quantity, self.remove))
        form.row(lambda: self.tr("Level"), self.level)
        form.row(lambda: self.tr("Group"), self.group)
        form.row(lambda: self._words_of_units(self.tr("Has, {units}")), self.units)
        form.row(lambda: self.tr("Spends"), _beside(self.spend, self.all))
        form.row(lambda: self.tr("Day"), _beside(self.day, self.first))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, theme.GRID, 0)
        column.setSpacing(theme.GRID)
        for part in (self.lines, self.search, self._form, self._told):
            column.addWidget(part)
        column.addStretch(1)

    def _times(self) -> QLabel:
        label = QLabel("×")
        label.setProperty("role", "quiet")
        return label

    def _words_of_units(self, words: str) -> str:
        return words.format(units=Amounts(self._state.document, language.current()).many())

    def _wire(self) -> None:
        view = self._view
        self.lines.moved.connect(view.line_chosen)
        self.lines.remove_wanted.connect(view.line_removed)
        self.remove.clicked.connect(view.line_removed)
        self.search.found.connect(view.service_added)
        self.price.typed.connect(self._price)
        self.quantity.typed.connect(
            lambda value: view.line_changed.emit({"quantity": value}) if isinstance(value, int) and value > 0 else None
        )
        self.level.activated.connect(lambda row: view.patient_changed.emit({"level": self.level.itemData(row)}))
        self.group.activated.connect(lambda row: view.patient_changed.emit({"group": self.group.itemData(row)}))
        self.units.typed.connect(lambda value: self._units("units", value))
        self.spend.typed.connect(lambda value: self._units("spend", value))
        self.all.toggled.connect(lambda on: view.patient_changed.emit({"spend": None if on else 0}))
        self.first.toggled.connect(lambda on: view.patient_changed.emit({"first_visit": on}))
        self.day.typed.connect(self._day)
        self.spoken(self.search.field.setPlaceholderText, lambda: self.tr("add a service: words or code"))
        self.spoken(self.search.field.setAccessibleName, lambda: self.tr("Add a service to the bill"))
        self.spoken(self.lines.setAccessibleName, lambda: self.tr("Services of the bill"))
        self.spoken(self.price.setAccessibleName, lambda: self.tr("Price of one"))
        self.spoken(self.quantity.setAccessibleName, lambda: self.tr("How many"))
        self.spoken(self.spend.setAccessibleName, lambda: self.tr("Spends"))
        self.spoken(self.day.setAccessibleName, lambda: self.tr("Day of the bill; empty: today"))
        self.spoken(self.day.setPlaceholderText, lambda: self.tr("today"))
        self.spoken(self.all.setText, lambda: self.tr("as many as may be"))
        self.spoken(self.first.setText, lambda: self.tr("first visit"))
        self.spoken(self.remove.setAccessibleName, lambda: self.tr("Take this service off the bill"))
        self.spoken(self.remove.setToolTip, lambda: self.tr("Take this service off the bill"))
        self.drawn(lambda: self.remove.setIcon(icon(Icon.REMOVE, "quiet")))

    def show_state(self, state: BesideState) -> None:
        """Draw all of it."""
        self._state = state
        trial, amounts = state.trial, Amounts(state.document, language.current())
        self.lines.put(trial.lines, state.line)
        self.lines.setFixedHeight(min(max(1, len(trial.lines)), 4) * (line_high() + 14) + 2)
        if state.line < len(trial.lines):
            line = trial.lines[state.line]
            self.price.show_value(decimal_text(line.price, amounts.decimals), money(amounts.decimals))
            self.quantity.show_value(line.quantity)
        self.remove.setEnabled(len(trial.lines) > 1)
        levels = [(code, said(name, amounts.language) or code) for code, name in state.levels]
        fill(self.level, levels, trial.level or (levels[0][0] if levels else ""))
        groups = [(code, said(name, amounts.language) or code) for code, name in state.groups]
        fill(self.group, [("", self.tr("none")), *groups], trial.group)
        self._form.show_row(self.group, bool(groups))
        self._form.show_row(self.level, len(levels) > 1)
        has_units = "unit" in state.document
        self._form.show_row(self.units, has_units)
        self._form.show_row(self._spending(), has_units and "redeem" in state.document)
        kind = units(state.precision)
        self.units.show_value(_as_units(trial.units, state.precision), kind)
        self.spend.show_value(_as_units(trial.spend or 0, state.precision), kind)
        self.spend.setEnabled(trial.spend is not None)
        for box, on in ((self.all, trial.spend is None), (self.first, trial.first_visit)):
            if box.isChecked() != on:
                box.blockSignals(True)
                box.setChecked(on)
                box.blockSignals(False)
        self.day.show_value(trial.day.isoformat() if trial.day else None)
        self._form.retell()
        self._told.setText("\n".join(state.last.result.sentences))

    def _spending(self) -> QWidget:
        parent = self.spend.parentWidget()
        assert parent is not None
        return parent

    def retell(self) -> None:
        """Say again what depends on the state."""
        self.show_state(self._state)

    def _price(self, value: object) -> None:
        try:
            price = scalars.money(value, Amounts(self._state.document, "en").decimals)
        except Wrong:
            return
        self._view.line_changed.emit({"price": price})

    def _units(self, key: str, value: object) -> None:
        try:
            count = scalars.units(value if value is not None else 0, self._state.precision)
        except Wrong:
            return
        self._view.patient_changed.emit({key: count})

    def _day(self, value: object) -> None:
        from ui.program.typed import day_of

        day = day_of(value)
        if day is not None or value is None:
            self._view.patient_changed.emit({"day": day})

    def _say(self, line: TrialLine) -> str:
        return f"{line.name}, {line.quantity} × {self._sum(line)}"

    def _sum(self, line: TrialLine) -> str:
        amounts = Amounts(self._state.document, language.current())
        return formats.short_money(line.price, amounts.language, amounts.currency, amounts.decimals)

    def _draw(self, painter: QPainter, rect: QRect, line: TrialLine, chosen: bool) -> None:
        pen = Pen(painter, rect)
        times = f"{line.quantity} × " if line.quantity > 1 else ""
        pen.write(times + self._sum(line), "quiet", end=True)
        pen.write(line.name, bold=chosen)


def _as_units(count: int, precision: int) -> int | str:
    whole, rest = divmod(count, 10**precision)
    return decimal_text(count, precision) if rest else whole


def _beside(*parts: QWidget) -> QWidget:
    made = Flow(*parts, gap=theme.GRID)
    made.setFocusProxy(parts[0])
    return made


class _Figures(SpokenWidget):
    """The sums under the draft, and beside them those of the version in force, each difference with its sign."""

    def __init__(self) -> None:
        super().__init__(role="plate-say")
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(theme.GRID, theme.GRID, theme.GRID, theme.GRID)
        self._grid.setHorizontalSpacing(theme.GRID)
        self._grid.setVerticalSpacing(theme.GRID // 2)
        self._grid.setColumnStretch(0, 1)
        self._labels: list[QLabel] = []
        self._figures: tuple[Figure, ...] | None = None
        self._words = ""

    def show_figures(self, figures: tuple[Figure, ...]) -> None:
        """Show these."""
        if figures == self._figures and self._words == self.tr("Now"):
            return
        self._figures, self._words = figures, self.tr("Now")
        for label in self._labels:
            label.hide()
            label.setParent(None)
            label.deleteLater()
        self._labels = []
        self.setVisible(bool(figures))
        beside = any(figure.old for figure in figures)
        if beside:
            self._put(0, 1, self._words, "small", end=True)
            self._put(0, 2, self.tr("Draft"), "small", end=True)
        for number, figure in enumerate(figures, 1):
            strong = figure.key == "pays"
            self._put(number, 0, self._said(figure.key), "strong" if strong else "plain")
            if beside:
                self._put(number, 1, figure.old, "quiet", end=True)
            sign = {1: " ▲", -1: " ▼", 0: ""}[figure.better]
            label = self._put(number, 2, figure.new + sign, "strong" if strong or sign else "plain", end=True)
            if sign:
                better = self.tr("better for the patient") if figure.better > 0 else self.tr("worse for the patient")
                label.setToolTip(better)
                label.setAccessibleName(f"{self._said(figure.key)}: {figure.new}, {better}")

    def retell(self) -> None:
        """Say again what depends on the state."""
        if self._figures is not None:
            self.show_figures(self._figures)

    def _put(self, row: int, column: int, words: str, role: str, *, end: bool = False) -> QLabel:
        label = QLabel(words)
        label.setProperty("role", role)
        label.setProperty("data", True)
        side = Qt.AlignmentFlag.AlignRight if end else Qt.AlignmentFlag.AlignLeft
        self._grid.addWidget(label, row, column, side)
        self._labels.append(label)
        return label

    def _said(self, key: str) -> str:
        known = {
            "list": self.tr("At list price"), "discount": self.tr("Discount"), "redeemed": self.tr("Units pay"),
            "pays": self.tr("To pay"), "earns": self.tr("Earned"), "level_after": self.tr("Level afterwards"),
        }  # fmt: skip
        return known[key]
