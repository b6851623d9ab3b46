"""How much is earned, in one row: the kind of rate, and its numbers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLabel, QSizePolicy, QVBoxLayout

from desk_app.documents.program_sense import table
from ui import theme
from ui.program.amounts import Amounts
from ui.program.ladder.steps import kind_of
from ui.program.typed import PERCENT, money, units
from ui.program.typed_fields import ValueField
from ui.widgets.drop_down import drop_down, fill
from ui.widgets.flow import Flow
from ui.widgets.spoken import SpokenWidget


class RateField(SpokenWidget):
    """A percent; or units for each full sum, or in proportion; or nothing."""

    turned = Signal(str)
    """Another kind was chosen: one of `ui.program.ladder.steps.RATES`."""
    typed = Signal(str, object)
    """A key of the rate has another value."""

    def __init__(self, name: Callable[[], str], kinds: Sequence[str]) -> None:
        """`kinds` are offered."""
        super().__init__()
        self._name, self._kinds, self._per = name, kinds, "per"
        self.kind: QComboBox = drop_down()
        self.percent = ValueField(PERCENT, 5)
        self.units = ValueField(units(0), 6)
        self.sum = ValueField(money(2), 8)
        self._sign, self._for = QLabel("%"), QLabel()
        self.kind.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(Flow(self.kind, self.percent, self._sign, self.units, self._for, self.sum, gap=theme.GRID))
        self.setFocusProxy(self.kind)
        self.kind.activated.connect(lambda index: self.turned.emit(self.kind.itemData(index)))
        self.percent.typed.connect(lambda value: self.typed.emit("percent", value))
        self.units.typed.connect(lambda value: self.typed.emit("units", value))
        self.sum.typed.connect(lambda value: self.typed.emit(self._per, value))
        self.spoken(self._tell_names, name)

    def _tell_names(self, name: str) -> None:
        self.kind.setAccessibleName(name)
        self.percent.setAccessibleName(self.tr("{what}, percent").format(what=name))
        self.units.setAccessibleName(self.tr("{what}, how many").format(what=name))
        self.sum.setAccessibleName(self.tr("{what}, for which sum").format(what=name))

    def show_rate(self, rate: Any, amounts: Amounts) -> None:
        """Show what the document has."""
        kind, known = kind_of(rate), table(rate)
        said = {
            "percent": self.tr("a percent of what is paid"),
            "per_full": self.tr("for each full sum"),
            "per": self.tr("for a sum, in proportion"),
            "none": self.tr("nothing"),
        }
        fill(self.kind, [(one, said[one]) for one in self._kinds], kind)
        for part in (self.percent, self._sign):
            part.setVisible(kind == "percent")
        for part in (self.units, self._for, self.sum):
            part.setVisible(kind in ("per", "per_full"))
        self._per = kind
        self._for.setText(self.tr("{units} for").format(units=amounts.many()))
        self.percent.show_value(known.get("percent"))
        self.units.show_value(known.get("units"), units(amounts.precision))
        self.sum.show_value(known.get(kind), money(amounts.decimals))
