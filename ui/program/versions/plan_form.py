"""Asks how patients and desks will hear of something: by which ways, who sees to it, and what is said at the desk."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from desk_app.ports import Json
from desk_app.rollout.plan import WAYS
from ui import language
from ui.program.calendar.condition_fields import TicksField
from ui.program.form_rows import FormRows
from ui.widgets.down import show_whole
from ui.widgets.fault import FaultLine
from ui.widgets.sentence_field import SentenceField
from ui.widgets.spoken import SpokenWidget
from ui.wording.rollout import told_way


class PlanForm(SpokenWidget):
    """Told every change as the whole plan, shaped like `desk_app.rollout.plan.Plan.to_json`."""

    typed = Signal(object)

    def __init__(self, rows: FormRows) -> None:
        """Its rows stand in a form of somebody else."""
        super().__init__()
        self.hide()
        self._plan: Json = {}
        self._rows = rows
        self.channels = TicksField(lambda: self.tr("Patients hear of it"), data=True)
        self.owner, self.desks, self.leaflet = QLineEdit(), QLineEdit(), QLineEdit()
        self.russian, self.english = SentenceField(), SentenceField()
        self.faults = {"channels": FaultLine(self.channels), "owner": FaultLine(self.owner)}
        self._row(lambda: self.tr("Patients hear of it"), self.channels, self.faults["channels"])
        self._row(lambda: self.tr("Who sees to it"), self.owner, self.faults["owner"])
        self._row(lambda: self.tr("How the desks hear of it"), self.desks)
        self._row(lambda: self.tr("Leaflet “What changed”: how many, who prints them"), self.leaflet)
        self._row(lambda: self.tr("The sentence to say to patients, in Russian"), self.russian)
        self._row(lambda: self.tr("The same in English"), self.english)
        own = lambda: self.tr("nothing typed: the desk says what changes for the patient at hand")  # noqa: E731 - handed on
        # this widget itself is never in sight, and follows no language before it is
        for field in (self.russian, self.english):
            rows.spoken(field.setPlaceholderText, own)
        rows.spoken(self.owner.setPlaceholderText, lambda: self.tr("a name, or a post"))
        self.channels.typed.connect(lambda value: self._put("channels", value))
        for key, line in (("owner", self.owner), ("desks", self.desks), ("leaflet", self.leaflet)):
            line.textEdited.connect(lambda text, key=key: self._put(key, text))
        for code, field in (("ru", self.russian), ("en", self.english)):
            field.typed.connect(lambda text, code=code: self._say(code, text))

    def _row(self, words: Callable[[], str], field: QWidget, *below: QWidget) -> None:
        self._rows.row(words, field, *below).setWordWrap(True)

    def fields(self) -> Sequence[QWidget]:
        """In the order in which they are asked."""
        return (self.channels, self.owner, self.desks, self.leaflet, self.russian, self.english)

    def show_plan(self, plan: Json, *, enabled: bool = True) -> None:
        """Show what was typed by now."""
        self._plan = plan
        spoken = language.current()
        self.channels.show_codes([(way, told_way(way, spoken)) for way in WAYS], list(plan.get("channels", [])))
        for line, key in ((self.owner, "owner"), (self.desks, "desks"), (self.leaflet, "leaflet")):
            if line.text() != plan.get(key, ""):
                line.setText(str(plan.get(key, "")))
        for field, code in ((self.russian, "ru"), (self.english, "en")):
            field.show_text(str(plan.get("sentence", {}).get(code, "")))
        for one in self.fields():
            one.setEnabled(enabled)

    def show_fault(self, key: str, words: str) -> None:
        """What is wrong with "channels" or "owner"."""
        for name, line in self.faults.items():
            line.say(words if name == key else "", data=True)
        if key in self.faults and words:
            (self.channels if key == "channels" else self.owner).setFocus()
            show_whole(self.faults[key])

    def retell(self) -> None:
        """In another language."""
        self.show_plan(self._plan)

    def _put(self, key: str, value: Any) -> None:
        self._plan = {**self._plan, key: value}
        self.typed.emit(self._plan)

    def _say(self, code: str, text: str) -> None:
        self._put("sentence", {**self._plan.get("sentence", {}), code: text})
