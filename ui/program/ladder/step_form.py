"""The form of one step: name, threshold, what it earns and takes off, rates of single categories, rights."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from desk_app.documents.program_sense import Problem, table, tables
from desk_app.ports import Json
from ui import theme
from ui.icons import Icon, icon
from ui.program.amounts import Amounts
from ui.program.faults import Faults
from ui.program.form_rows import FormRows, Kept
from ui.program.ladder.presenter import LadderPresenter, LadderState
from ui.program.ladder.rate_field import RateField
from ui.program.ladder.steps import RATES, rate_of
from ui.program.typed import COUNT, PERCENT, money, said, units
from ui.program.typed_fields import NameField, ValueField
from ui.widgets.drop_down import AddBox, fill
from ui.widgets.fault import FaultLine
from ui.widgets.spoken import SpokenWidget


class StepForm(SpokenWidget):
    """Shows the step the presenter works on; what is typed goes to the presenter."""

    def __init__(self, presenter: LadderPresenter) -> None:
        super().__init__()
        self._presenter = presenter
        self._state = LadderState()
        self._amounts = Amounts({}, "en")
        self._faults = Faults(self)
        self.rows = FormRows()
        self.name = NameField(lambda: self.tr("Name of the level"))
        self.start = ValueField(money(2), 12)
        self.rate = RateField(lambda: self.tr("It earns"), RATES)
        self.discount = ValueField(PERCENT, 6)
        self.own: Kept[OwnRates] = Kept(self._own_rates, self._forget, self)
        self.perks: Kept[PerkRow] = Kept(self._perk_row, self._forget, self)
        self.add_own = AddBox()
        self.add_perk = QPushButton()
        self.add_perk.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._lay_out()
        presenter_put = presenter.put
        self.name.typed.connect(lambda value: presenter_put("name", value))
        self.start.typed.connect(lambda value: presenter_put("from", value))
        self.rate.turned.connect(presenter.turn_rate)
        self.rate.typed.connect(lambda key, value: presenter_put(f"earn.{key}", value))
        self.discount.typed.connect(lambda value: presenter_put("discount", value))
        self.add_own.activated.connect(self._add_own)
        self.add_perk.clicked.connect(self._add_perk)

    def _lay_out(self) -> None:
        rows, place = self.rows, self._place
        parts = (self.name.russian, self.name.english)
        rows.row(lambda: self.tr("Name"), self.name, self._faults.line(lambda: f"{place()}.name", self.name, parts))
        rows.row(self._start_words, self.start, self._faults.line(lambda: f"{place()}.from", self.start))
        line = self._faults.line(lambda: f"{place()}.earn", self.rate, self.rate.findChildren(QWidget))
        rows.row(lambda: self.tr("It earns"), self.rate, line)
        line = self._faults.line(lambda: f"{place()}.discount", self.discount)
        rows.row(lambda: self.tr("Discount, %"), self.discount, line)
        rows.row(lambda: self.tr("Otherwise for"), self.add_own, self.own)
        rows.row(lambda: self.tr("Rights"), self.add_perk, self.perks)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(rows)
        self.spoken(self.add_perk.setText, lambda: self.tr("Add a right"))
        self.spoken(self.add_own.setPlaceholderText, lambda: self.tr("choose a kind of service"))

    def take_keyboard(self, path: str = "") -> None:
        """Bring the keyboard to the field of a place, or to the first one."""
        inside = path.removeprefix(self._presenter.state.place).lstrip(".")
        key = inside.replace("[", ".").split(".")[0]
        fields = {"from": self.start, "earn": self.rate, "discount": self.discount, "perks": self.perks}
        field = fields.get(key, self.name)
        if key == "by_category":
            code = inside.split(".")[1] if "." in inside else ""
            field = self.own.rows.get((self._presenter.state.chosen, code), self.add_own)
        elif key == "perks" and self.perks.rows:
            field = next(iter(self.perks.rows.values()))
        field.setFocus()

    def show_state(self, state: LadderState, amounts: Amounts) -> tuple[Problem, ...]:
        """Show the step; answers the problems that no field here has."""
        self._state, self._amounts = state, amounts
        step = state.step
        self.name.show_value(step.get("name"))
        kind = {"visits": units(0), "units_earned": units(amounts.precision)}.get(state.basis, money(amounts.decimals))
        self.start.show_value(step.get("from"), kind)
        # The first step is for everybody, unless the document says otherwise, which is wrong.
        self.start.setReadOnly(state.chosen == 0 and not state.wrong(0))
        self.rate.show_rate(step.get("earn"), amounts)
        self.rows.show_row(self.rate, state.has_units or "earn" in step)
        self.discount.show_value(step.get("discount"))
        self._show_own(state)
        shown = [(state.chosen, number) for number in range(len(tables(step.get("perks"))))]
        for row, perk in zip(self.perks.keep(shown), tables(step.get("perks")), strict=True):
            row.name.show_value(perk.get("name"))
            row.count.show_value(perk.get("per_year"))
        self.rows.retell()
        return self._faults.show(state.problems)

    def _show_own(self, state: LadderState) -> None:
        names = {str(item.get("code")): said(item.get("name"), self._amounts.language) or str(item.get("code"))
                 for item in tables(state.document.get("categories"))}  # fmt: skip
        fill(self.add_own, [(code, names[code]) for code in state.without_own_rates()], None)
        self.add_own.setEnabled(self.add_own.count() > 0)
        own = table(state.step.get("by_category"))
        for row, (code, rates) in zip(self.own.keep([(state.chosen, code) for code in own]), own.items(), strict=True):
            row.show_rates(names.get(code, code), table(rates), self._amounts, has_units=state.has_units)

    def _place(self) -> str:
        return self._presenter.state.place

    def _start_words(self) -> str:
        state, amounts = self._presenter.state, self._amounts
        if state.basis == "visits":
            return self.tr("From, visits")
        sign = amounts.many() if state.basis == "units_earned" else amounts.sign()
        return self.tr("From, {sign}").format(sign=sign)

    def retell(self) -> None:
        """Say again what depends on the document."""
        self.show_state(self._state, self._amounts)

    def _add_own(self, index: int) -> None:
        code = self.add_own.itemData(index)
        self._presenter.add_own(code)
        row = self.own.rows.get((self._presenter.state.chosen, code))
        if row is not None:
            row.setFocus()

    def _add_perk(self) -> None:
        self._presenter.add_perk(("Право", "Right"))
        if self.perks.rows:
            list(self.perks.rows.values())[-1].name.russian.selectAll()
            list(self.perks.rows.values())[-1].setFocus()

    def _own_rates(self, key: Hashable) -> OwnRates:
        assert isinstance(key, tuple)
        code, presenter = str(key[1]), self._presenter
        row = OwnRates()
        at = f"by_category.{code}"
        line = self._faults.line(lambda: f"{presenter.state.place}.{at}", row, row.findChildren(QWidget))
        row.under(line)
        row.rate.turned.connect(
            lambda kind: presenter.put_own(code, "earn", {"percent": "0"} if kind == "none" else rate_of(kind, None))
        )
        row.rate.typed.connect(partial(self._type_own, code))
        row.discount.typed.connect(lambda value: presenter.put_own(code, "discount", value))
        row.remove.clicked.connect(lambda: presenter.remove_own(code))
        return row

    def _type_own(self, code: str, key: str, value: object) -> None:
        rates = table(table(self._presenter.state.step.get("by_category")).get(code))
        rate = {**table(rates.get("earn")), key: value}
        self._presenter.put_own(code, "earn", {name: one for name, one in rate.items() if one is not None})

    def _perk_row(self, key: Hashable) -> PerkRow:
        assert isinstance(key, tuple)
        number, presenter = int(key[1]), self._presenter
        row = PerkRow()
        line = self._faults.line(lambda: f"{presenter.state.place}.perks[{number}]", row, row.findChildren(QWidget))
        row.under(line)
        row.name.typed.connect(lambda value: presenter.put(f"perks[{number}].name", value))
        row.count.typed.connect(lambda value: presenter.put(f"perks[{number}].per_year", value))
        row.remove.clicked.connect(lambda: presenter.remove_perk(number))
        return row

    def _forget(self, row: QWidget) -> None:
        self._faults.forget((row,))


class _Line(SpokenWidget):
    """Parts in one line, and what is wrong with them below."""

    def __init__(self) -> None:
        super().__init__()
        self.remove = QPushButton()
        self.remove.setProperty("role", "quiet")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.drawn(lambda: self.remove.setIcon(icon(Icon.REMOVE, "quiet")))

    def lines(self, parts: Sequence[QWidget], *, stretch: int = 0) -> None:
        """Put these side by side."""
        row = QHBoxLayout()
        row.setSpacing(theme.GRID)
        for number, part in enumerate(parts):
            row.addWidget(part, 1 if number == stretch else 0)
        self._column.addLayout(row)

    def under(self, fault: FaultLine) -> None:
        """What is wrong with it."""
        self._column.addWidget(fault)


class OwnRates(_Line):
    """What one category earns and gets off at this step."""

    def __init__(self) -> None:
        super().__init__()
        self._name = QLabel()
        self._name.setProperty("data", True)
        self._off = QLabel()
        self.rate = RateField(lambda: self.tr("It earns"), RATES)
        self.discount = ValueField(PERCENT, 4)
        self.lines((self._name, self.remove))
        self.lines((self.rate,))
        self.lines((self._off, self.discount, QWidget()), stretch=2)
        self.setFocusProxy(self.rate)
        self.spoken(self._off.setText, lambda: self.tr("discount, %"))
        self.spoken(self.remove.setToolTip, lambda: self.tr("The same as for all"))

    def show_rates(self, name: str, rates: Json, amounts: Amounts, *, has_units: bool) -> None:
        """Show what the document has; a rate that is left out is that for all."""
        self._name.setText(name)
        self.rate.setVisible(has_units or "earn" in rates)
        self.rate.show_rate(rates.get("earn"), amounts)
        self.discount.show_value(rates.get("discount"))
        self.discount.setAccessibleName(self.tr("{what}, discount, %").format(what=name))
        self.remove.setAccessibleName(self.tr("{what}: the same as for all").format(what=name))


class PerkRow(_Line):
    """A right without money, and how often a year."""

    def __init__(self) -> None:
        super().__init__()
        self.name = NameField(lambda: self.tr("Right"))
        self.count = ValueField(COUNT, 3)
        self._year = QLabel()
        self.lines((self.name,))
        self.lines((self.count, self._year, self.remove), stretch=1)
        self.setFocusProxy(self.name)
        self.spoken(self._year.setText, lambda: self.tr("a year"))
        self.spoken(self.count.setAccessibleName, lambda: self.tr("How often a year; empty: without a limit"))
        self.spoken(self.count.setToolTip, lambda: self.tr("Empty: without a limit"))
        self.spoken(self.remove.setAccessibleName, lambda: self.tr("Remove this right"))
