"""What a promotion does: exactly one effect, and its value."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLabel, QSizePolicy, QVBoxLayout, QWidget

from desk_app.documents.program_sense import table
from desk_app.domain.people import Service
from ui import theme
from ui.program.amounts import Amounts
from ui.program.calendar.condition_fields import NumbersField, StepsField
from ui.program.calendar.presenter import EFFECTS, PromotionsState
from ui.program.calendar.words import effect_label
from ui.program.picking.find import FindService, name_of
from ui.program.typed import COUNT, FACTOR, PERCENT, TEXT, money, units
from ui.program.typed_fields import ValueField
from ui.widgets.drop_down import drop_down, fill
from ui.widgets.flow import Flow
from ui.widgets.spoken import SpokenWidget

_SIGNS = {"percent": "%", "cheapest_percent": "%", "multiply_units": "×"}


class EffectField(SpokenWidget):
    """Another kind is `turned`, another value `typed`."""

    turned = Signal(str)
    typed = Signal(object)

    def __init__(self, find: Callable[[str], Sequence[Service]]) -> None:
        super().__init__()
        self._kind = ""
        self.kind: QComboBox = drop_down()
        self.value = ValueField(TEXT, 9)
        self._sign = QLabel()
        self.buy = NumbersField((
            ("paid", COUNT, lambda: self.tr("paid,")), ("free", COUNT, lambda: self.tr("more free")),
        ))  # fmt: skip
        self.steps = StepsField()
        self.service = FindService(find)
        self._given = QLabel()
        self._given.setProperty("data", True)
        self._given.setWordWrap(True)
        self.kind.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GRID // 2)
        column.addWidget(Flow(self.kind, self.value, self._sign, gap=theme.GRID))
        for part in (self.buy, self.steps, self._given, self.service):
            column.addWidget(part)
        self.setFocusProxy(self.kind)
        self.kind.activated.connect(lambda index: self.turned.emit(self.kind.itemData(index)))
        self.value.typed.connect(lambda value: self._tell(value))
        self.buy.typed.connect(self._tell)
        self.steps.typed.connect(self._tell)
        self.service.found.connect(lambda service: self._tell(service.code))
        self.spoken(self.kind.setAccessibleName, lambda: self.tr("What it does"))
        self.spoken(self.value.setAccessibleName, lambda: self.tr("How much"))
        self.spoken(self.service.field.setPlaceholderText, lambda: self.tr("find the service: words or code"))
        self.spoken(self.service.field.setAccessibleName, lambda: self.tr("The service that is free"))

    def show_state(self, state: PromotionsState, amounts: Amounts) -> None:
        """Show what the document has."""
        effect = table(state.item.get("effect"))
        self._kind = next((kind for kind in EFFECTS if kind in effect), "")
        fill(self.kind, [(kind, effect_label(kind)) for kind in EFFECTS], self._kind)
        value = effect.get(self._kind)
        plain = self._kind not in ("buy", "steps", "free_service", "")
        parts: tuple[tuple[QWidget, bool], ...] = (
            (self.value, plain), (self._sign, plain), (self.buy, self._kind == "buy"),
            (self.steps, self._kind == "steps"), (self.service, self._kind == "free_service"),
            (self._given, self._kind == "free_service"),
        )  # fmt: skip
        for part, shown in parts:
            part.setVisible(shown)
        match self._kind:
            case "buy":
                self.buy.show_value(value)
            case "steps":
                self.steps.show_value(value, amounts.decimals)
            case "free_service":
                service = state.services.get(str(value))
                self._given.setText(name_of(service) if service else str(value or ""))
                self._given.setVisible(bool(value))
            case _:
                kinds = {
                    "amount": money(amounts.decimals), "price": money(amounts.decimals),
                    "units": units(amounts.precision), "multiply_units": FACTOR,
                }  # fmt: skip
                self.value.show_value(value, kinds.get(self._kind, PERCENT))
                sign = amounts.many() if self._kind == "units" else amounts.sign()
                self._sign.setText(_SIGNS.get(self._kind, sign))

    def _tell(self, value: object) -> None:
        self.typed.emit({self._kind: value} if value is not None else {self._kind: ""})
