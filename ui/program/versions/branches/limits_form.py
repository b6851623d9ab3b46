"""Asks what branches may add to the program: how much, on what, how many rules at a time, for how long."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk_app.documents.program_sense import Problem
from desk_app.domain.local_rules import EFFECTS
from ui import language
from ui.program.amounts import Amounts
from ui.program.calendar.condition_fields import TicksField
from ui.program.calendar.words import effect_label
from ui.program.faults import Faults
from ui.program.form_rows import FormRows, walk_soon
from ui.program.typed import COUNT, FACTOR, PERCENT, money, said
from ui.program.typed_fields import ValueField
from ui.program.versions.branches.presenter import BranchesState
from ui.widgets.spoken import SpokenWidget

_NEEDS: Final = {"units": ("units",), "factor": ("multiply_units",)}
"""Limits that are asked for only where an effect is allowed that they bound."""


class LimitsForm(SpokenWidget):
    """Tells every key with its new value."""

    typed = Signal(str, object)

    def __init__(self) -> None:
        super().__init__()
        self.rows = FormRows()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.rows)
        self._faults = Faults(self)
        self.effects = TicksField(lambda: self.tr("What a branch may give"))
        self.categories = TicksField(lambda: self.tr("On which services"))
        self.values = {
            "percent": ValueField(PERCENT, 6), "amount": ValueField(money(2), 10), "units": ValueField(COUNT, 6),
            "factor": ValueField(FACTOR, 4), "at_once": ValueField(COUNT, 4), "days": ValueField(COUNT, 4),
        }  # fmt: skip
        self._row("effects", lambda: self.tr("What a branch may give"), self.effects)
        self._row("percent", lambda: self.tr("At most, percent of a line"), self.values["percent"])
        self._row("amount", lambda: self.tr("At most, off one bill"), self.values["amount"])
        self._row("units", lambda: self.tr("At most, units as a gift"), self.values["units"])
        self._row("factor", lambda: self.tr("At most, times what is earned"), self.values["factor"])
        self._row("categories", lambda: self.tr("On which services"), self.categories)
        self._row("at_once", lambda: self.tr("Rules of one branch at a time"), self.values["at_once"])
        self._row("days", lambda: self.tr("Days that a rule lasts at most"), self.values["days"])
        for key, field in self.values.items():
            field.typed.connect(lambda value, key=key: self.typed.emit(key, value))
        self.effects.typed.connect(lambda value: self.typed.emit("effects", value))
        self.categories.typed.connect(lambda value: self.typed.emit("categories", value))
        self.setFocusProxy(self.effects)

    def showEvent(self, event: QShowEvent) -> None:
        """Tab goes the way the eye reads, once everything has its place."""
        super().showEvent(event)
        walk_soon(self)

    def _row(self, key: str, words: Callable[[], str], field: QWidget) -> None:
        parts: Sequence[QWidget] = () if isinstance(field, ValueField) else (field,)
        self.rows.row(words, field, self._faults.line(lambda: f"limits.{key}", field, parts))

    def show_state(self, state: BranchesState) -> tuple[Problem, ...]:
        """Show what is wanted; answers the problems that no field here has."""
        wanted, amounts = state.wanted, Amounts(state.base, language.current())
        allowed = [str(one) for one in wanted.get("effects", ())]
        for key, field in self.values.items():
            field.show_value(wanted.get(key), money(amounts.decimals) if key == "amount" else None)
            if key in _NEEDS:
                self.rows.show_row(field, any(kind in allowed for kind in _NEEDS[key]))
        self.effects.show_codes([(kind, effect_label(kind)) for kind in EFFECTS], allowed)
        items = state.base.get("categories", ())
        offered = [
            (str(one.get("code")), said(one.get("name"), amounts.language) or str(one.get("code")))
            for one in items if one.get("indicated_only") is not True
        ]  # fmt: skip
        self.categories.show_codes(offered, list(wanted.get("categories", ())))
        return self._faults.show(state.problems, at_once=True)
