"""The form of one promotion: its name, exactly one effect, how it meets others, and the conditions it has."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from typing import Any, Final

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from desk_app.documents.program_sense import Problem, table, tables
from desk_app.documents.scalars import WEEKDAYS
from desk_app.domain.people import Service
from ui import theme
from ui.icons import Icon, icon
from ui.program.amounts import Amounts
from ui.program.calendar.condition_fields import NumbersField, TicksField, UsesField, WordsField, YesField
from ui.program.calendar.effect_field import EffectField
from ui.program.calendar.presenter import CONDITIONS, PromotionsPresenter, PromotionsState
from ui.program.calendar.words import condition_label
from ui.program.faults import Faults
from ui.program.form_rows import FormRows, Kept, walk_soon
from ui.program.picking.services import ServicesControl
from ui.program.typed import COUNT, DAY, HOURS, TEXT, Kind, money, said
from ui.program.typed_fields import NameField, ValueField
from ui.widgets.drop_down import AddBox, drop_down, fill
from ui.widgets.fault import FaultLine
from ui.widgets.spoken import SpokenWidget

_TICKS: Final = ("weekdays", "categories", "levels", "groups", "payers")
_PICKED: Final = ("services", "with_services")
_VALUES: Final[Mapping[str, tuple[Kind, int]]] = {
    "hours": (HOURS, 11), "min_bill": (money(2), 10), "min_quantity": (COUNT, 5), "nth_visit": (COUNT, 5),
    "uses_per_patient": (COUNT, 5), "uses_total": (COUNT, 7), "segment": (TEXT, 0),
}  # fmt: skip


class PromotionForm(SpokenWidget):
    """Shows the promotion the presenter works on; what is typed goes to the presenter."""

    def __init__(self, presenter: PromotionsPresenter, find: Callable[[str], Sequence[Service]]) -> None:
        super().__init__()
        self._presenter = presenter
        self._state = PromotionsState()
        self._amounts = Amounts({}, "en")
        self._sales: Mapping[str, int] = {}
        self._faults = Faults(self)
        self.rows = FormRows()
        self.name = NameField(lambda: self.tr("Name of the promotion"))
        self.code = ValueField(TEXT, 16)
        self.effect = EffectField(find)
        self.most = ValueField(money(2), 10)
        self.first, self.last = ValueField(DAY, 10), ValueField(DAY, 10)
        self.combine: QComboBox = drop_down()
        self.conditions: Kept[Condition] = Kept(self._condition, self._forget, self)
        self.add = AddBox()
        self._lay_out()
        self._wire()

    def _lay_out(self) -> None:
        rows, line = self.rows, self._faults.line
        names = (self.name.russian, self.name.english)
        rows.row(lambda: self.tr("Name"), self.name, line(self._at("name"), self.name, names))
        fault = line(self._at("effect"), self.effect, self.effect.findChildren(QWidget))
        rows.row(lambda: self.tr("It gives"), self.effect, fault)
        rows.row(lambda: self.tr("At most, a bill"), self.most, line(self._at("max_amount"), self.most))
        rows.row(lambda: self.tr("From"), self.first, line(self._at("when.from"), self.first))
        rows.row(lambda: self.tr("To"), self.last, line(self._at("when.to"), self.last))
        rows.row(lambda: self.tr("With other discounts"), self.combine)
        rows.row(lambda: self.tr("Code, for coupons"), self.code, line(self._at("code"), self.code))
        rows.wide(self.conditions)
        rows.row(lambda: self.tr("Only if"), self.add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(rows)
        self.spoken(self.add.setPlaceholderText, lambda: self.tr("add a condition"))
        self.spoken(self.first.setPlaceholderText, lambda: self.tr("always"))
        self.spoken(self.last.setPlaceholderText, lambda: self.tr("without end"))
        self.spoken(self.most.setPlaceholderText, lambda: self.tr("no limit"))

    def _wire(self) -> None:
        put = self._presenter.put
        self.name.typed.connect(lambda value: put("name", value))
        self.code.typed.connect(lambda value: put("code", value))
        self.effect.turned.connect(self._presenter.turn_effect)
        self.effect.typed.connect(lambda value: put("effect", value))
        self.most.typed.connect(lambda value: put("max_amount", value))
        self.first.typed.connect(lambda value: put("when.from", value))
        self.last.typed.connect(lambda value: put("when.to", value))
        self.combine.activated.connect(lambda index: put("combine", self.combine.itemData(index)))
        self.add.activated.connect(self._add)
        self.effect.steps.grown.connect(lambda: walk_soon(self))

    def _at(self, key: str) -> Callable[[], str]:
        return lambda: f"{self._presenter.state.place}.{key}"

    def know(self, sales: Mapping[str, int]) -> None:
        """What was sold last year; the price list comes with the state."""
        self._sales = sales

    def take_keyboard(self, path: str = "") -> None:
        """Bring the keyboard to the field of a place, or to the first one."""
        inside = path.removeprefix(self._presenter.state.place).lstrip(".")
        key, _, rest = inside.replace("[", ".").partition(".")
        fields: dict[str, QWidget] = {
            "effect": self.effect, "max_amount": self.most, "combine": self.combine, "code": self.code,
        }  # fmt: skip
        field = fields.get(key, self.name)
        if key == "when":
            condition = rest.split(".")[0]
            known: dict[str, QWidget] = {"from": self.first, "to": self.last}
            row = self.conditions.rows.get((self._presenter.state.chosen, condition))
            field = known.get(condition) or (row.field if row is not None else self.add)
        field.setFocus()

    def show_state(self, state: PromotionsState, amounts: Amounts) -> tuple[Problem, ...]:
        """Show the promotion; answers the problems that no field here has."""
        self._state, self._amounts = state, amounts
        item, when = state.item, state.when
        self.name.show_value(item.get("name"))
        self.code.show_value(item.get("code"))
        self.effect.show_state(state, amounts)
        self.most.show_value(item.get("max_amount"), money(amounts.decimals))
        self.first.show_value(when.get("from"))
        self.last.show_value(when.get("to"))
        ways = [
            ("best", self.tr("the better one wins")), ("on_top", self.tr("it is added on top")),
            ("exclusive", self.tr("it holds only alone")),
        ]  # fmt: skip
        fill(self.combine, ways, str(item.get("combine", "best")))
        present = [key for key in CONDITIONS if key in when]
        for key, row in zip(present, self.conditions.keep([(state.chosen, key) for key in present]), strict=True):
            self._fill(key, row, when[key], state)
        left = [(key, condition_label(key)) for key in CONDITIONS if key not in when]
        fill(self.add, left, None)
        return self._faults.show(state.problems)

    def retell(self) -> None:
        """Say again what depends on the document."""
        self.show_state(self._state, self._amounts)

    def _add(self, index: int) -> None:
        key = self.add.itemData(index)
        self._presenter.add_condition(key)
        row = self.conditions.rows.get((self._presenter.state.chosen, key))
        if row is not None:
            row.field.setFocus()

    def _condition(self, key: Hashable) -> Condition:
        assert isinstance(key, tuple)
        name = str(key[1])
        row = Condition(lambda: condition_label(name), self._field(name, int(key[0])))
        row.under(self._faults.line(self._at(f"when.{name}"), row.field, row.findChildren(QWidget)))
        row.remove.clicked.connect(lambda: self._presenter.remove_condition(name))
        if not isinstance(row.field, ServicesControl | _AfterField):
            row.field.typed.connect(lambda value: self._presenter.put(f"when.{name}", value))  # type: ignore[attr-defined]  # every one of ours
        return row

    def _field(self, key: str, index: int) -> QWidget:
        label = lambda: condition_label(key)  # noqa: E731 - handed on
        path = f"promotions[{index}].when.{key}"
        if key in _TICKS:
            return TicksField(label)
        if key in _PICKED:
            return self._picked(path, label)
        if key == "after_services":
            return _AfterField(self._picked(f"{path}.services", label), self._presenter)
        if key == "birthday":
            return NumbersField((
                ("before", COUNT, lambda: self.tr("days before,")), ("after", COUNT, lambda: self.tr("after")),
            ))  # fmt: skip
        if key == "uses_per_period":
            return UsesField()
        if key == "branches":
            return WordsField()
        if key in _VALUES:
            return ValueField(*_VALUES[key])
        return YesField()

    def _picked(self, path: str, label: Callable[[], str]) -> ServicesControl:
        made = ServicesControl(path, label, leaves_out=False)
        made.know(tuple(self._presenter.state.services.values()), self._sales)
        made.edited.connect(self._presenter.emit)
        return made

    def _fill(self, key: str, row: Condition, value: Any, state: PromotionsState) -> None:
        field = row.field
        match field:
            case TicksField():
                field.show_codes(self._options(key, state), value)
            case ServicesControl() | _AfterField():
                field.show_document(state.document, ())
            case ValueField():
                field.show_value(value, money(self._amounts.decimals) if key == "min_bill" else None)
            case YesField():
                field.setText(self.tr("yes") if value is True else str(value))
            case NumbersField() | UsesField() | WordsField():
                field.show_value(value)

    def _options(self, key: str, state: PromotionsState) -> Sequence[tuple[str, str]]:
        document, language = state.document, self._amounts.language
        if key == "weekdays":
            return tuple(zip(WEEKDAYS, self._weekdays(), strict=True))
        if key == "payers":
            return (("self", self.tr("the patient")), ("certificate", self.tr("a certificate")),
                    ("deposit", self.tr("a deposit")))  # fmt: skip
        items = table(document.get("levels")).get("steps") if key == "levels" else document.get(key)
        # What a doctor prescribes is never a reason to buy more.
        return tuple(
            (str(item.get("code")), said(item.get("name"), language) or str(item.get("code")))
            for item in tables(items) if item.get("code") and item.get("indicated_only") is not True
        )  # fmt: skip

    def _weekdays(self) -> tuple[str, ...]:
        return (self.tr("Mo"), self.tr("Tu"), self.tr("We"), self.tr("Th"), self.tr("Fr"), self.tr("Sa"), self.tr("Su"))

    def _forget(self, row: Condition) -> None:
        self._faults.forget((row.field,))


class _AfterField(SpokenWidget):
    """Services, and how many days after them."""

    def __init__(self, services: ServicesControl, presenter: PromotionsPresenter) -> None:
        super().__init__()
        self.services = services
        self.days = NumbersField((("days", COUNT, lambda: self.tr("days afterwards at most; 0: ever")),))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(services)
        column.addWidget(self.days)
        self.setFocusProxy(services)
        self._presenter = presenter
        self.days.typed.connect(lambda value: presenter.put("when.after_services.days", value.get("days")))

    def show_document(self, document: Any, problems: Sequence[Problem]) -> None:
        """Show what the document has."""
        self.services.show_document(document, problems)
        self.days.show_value(self._presenter.state.when.get("after_services"))


class Condition(SpokenWidget):
    """A condition with its name before it, and a key that takes it away."""

    def __init__(self, words: Callable[[], str], field: QWidget) -> None:
        super().__init__()
        self.field = field
        self.remove = QPushButton()
        self.remove.setProperty("role", "quiet")
        label = QLabel()
        label.setProperty("role", "quiet")
        label.setBuddy(field)
        short = isinstance(field, ValueField | YesField) and field.sizePolicy().horizontalPolicy() != (
            QSizePolicy.Policy.Expanding)  # fmt: skip
        head = QHBoxLayout()
        head.setSpacing(theme.GRID)
        head.addWidget(label)
        if short:
            head.addWidget(field)
        head.addStretch(1)
        head.addWidget(self.remove)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addLayout(head)
        if not short:
            self._column.addWidget(field)
        self.spoken(label.setText, words)
        if not field.accessibleName():
            self.spoken(field.setAccessibleName, words)
        self.spoken(
            self.remove.setAccessibleName, lambda: self.tr("Without this condition: {what}").format(what=words())
        )
        self.spoken(self.remove.setToolTip, lambda: self.tr("Without this condition"))
        self.drawn(lambda: self.remove.setIcon(icon(Icon.REMOVE, "quiet")))

    def under(self, fault: FaultLine) -> None:
        """What is wrong with it."""
        self._column.addWidget(fault)
