"""Draws withdrawing a version and ending the program: what happens then, and what is asked before."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ui import formats, language, theme
from ui.program.form_rows import FormRows, walk_soon
from ui.program.versions.parting.presenter import END, TAKE_BACK, WITHDRAW, PartingState
from ui.program.versions.plan_form import PlanForm
from ui.program.versions.words import ending_words, program_name
from ui.widgets.down import Down
from ui.widgets.fault import FaultLine
from ui.widgets.lines import Line, LinesView
from ui.widgets.sentence_field import SentenceField
from ui.widgets.short_field import ShortField
from ui.widgets.spoken import SpokenWidget
from ui.wording.problems import problem as sentence_of

_SIGNS = 10


class PartingView(SpokenWidget):
    """What happens at the left, what is asked at the right."""

    day_typed = Signal(object)
    reason_typed = Signal(str)
    plan_typed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = PartingState()
        self._head = QLabel()
        self._head.setProperty("role", "heading")
        self._head.setProperty("data", True)
        self._head.setWordWrap(True)
        self._head.setTextFormat(Qt.TextFormat.PlainText)
        self._head.setContentsMargins(12, 0, 12, 0)
        self.lines = LinesView()
        self.rows = FormRows()
        self.day, self.reason = ShortField(_SIGNS), SentenceField()
        self.faults = {"day": FaultLine(self.day), "reason": FaultLine(self.reason)}
        self.rows.row(lambda: self.tr("The program ends on"), self.day, self.faults["day"])
        self.rows.row(lambda: self.tr("Why"), self.reason, self.faults["reason"])
        self._lay_out()
        self.setFocusProxy(self.reason)
        self.day.editingFinished.connect(self.settle)
        self.reason.typed.connect(self.reason_typed)
        self.plan.typed.connect(self.plan_typed)
        self.spoken(self.lines.setAccessibleName, lambda: self.tr("What happens then"))
        self.spoken(self.reason.setPlaceholderText, lambda: self.tr("it will be read in the diary of the program"))

    def _lay_out(self) -> None:
        left, right = SpokenWidget(role="card"), SpokenWidget(role="card")
        column = QVBoxLayout(left)
        column.setContentsMargins(1, 8, 1, 8)
        column.addWidget(self._head)
        column.addWidget(self.lines, 1)
        self._inside = inside = QWidget()
        inside.setProperty("role", "scrolled")
        self.plan_rows = FormRows()
        self.plan = PlanForm(self.plan_rows)
        self.plan.setParent(inside)
        form = QVBoxLayout(inside)
        form.setContentsMargins(13, 8, 13, 8)
        form.addWidget(self.rows)
        form.addWidget(self.plan_rows)
        form.addStretch(1)
        area = Down()
        area.setWidget(inside)
        QVBoxLayout(right).addWidget(area)
        sides = QHBoxLayout(self)
        sides.setContentsMargins(0, 0, 0, 0)
        sides.setSpacing(theme.GRID)
        sides.addWidget(left, 1)
        sides.addWidget(right, 1)

    def showEvent(self, event: QShowEvent) -> None:
        """Tab goes the way the eye reads, once everything has its place."""
        super().showEvent(event)
        walk_soon(self._inside)

    def show_state(self, state: PartingState) -> None:
        """Draw everything."""
        self._state = state
        self._head.setText(self._heading(state))
        self.lines.put(self._told(state), max(0, self.lines.currentIndex().row()))
        ends = state.mode == END
        self.rows.show_row(self.day, ends)
        self.plan_rows.setVisible(ends)
        can = not state.begun and not state.shut
        if not self.day.hasFocus() or not self.day.isModified():
            self.day.setText(formats.day(state.start) if ends else "")
        self.reason.show_text(state.reason)
        for field in (self.day, self.reason):
            field.setEnabled(can)
        self.plan.show_plan(state.plan, enabled=can)
        for key, line in self.faults.items():
            why = state.faults.get(key)
            if why is not None or key != "day" or not self._mistyped():
                line.say(sentence_of(why, language.current()) if why is not None else "", data=True)
        missing = next((key for key in ("channels", "owner") if key in state.faults), "")
        words = sentence_of(state.faults[missing], language.current()) if missing else ""
        self.plan.show_fault(missing if "reason" not in state.faults else "", words)
        if "reason" in state.faults:
            self.reason.setFocus()

    def _heading(self, state: PartingState) -> str:
        if state.mode == WITHDRAW and state.life is not None:
            name = program_name(state.life.record.document)
            return self.tr("Withdraw {name}, version {number}").format(name=name, number=state.life.record.label)
        return self.tr("The program does not end after all") if state.mode == TAKE_BACK else self.tr("End the program")

    def _told(self, state: PartingState) -> list[Line]:
        if state.mode == WITHDRAW and state.life is not None:
            return self._of_withdrawing(state, formats.day(state.life.record.effective_from))
        if state.mode == TAKE_BACK and state.ending is not None:
            said = Line(ending_words(state.ending.day, state.ending.last_good_day), "worse")
            if state.begun:
                return [said, Line(self.tr("That day has come; it cannot be taken back."), "bad")]
            return [
                said, Line(self.tr("Taken back, everything goes on as it is: units are earned and keep their days.")),
                Line(self.tr("Patients who were told of the end should hear that it is off.")),
            ]  # fmt: skip
        return self._of_the_end(state)

    def _of_withdrawing(self, state: PartingState, first: str) -> list[Line]:
        if state.begun:
            words = self.tr("It holds already or was withdrawn, so it cannot be taken back: announce the next one.")
            return [Line(words, "bad")]
        return [
            Line(self.tr("It was to begin on {day}. Withdrawn, it never does.").format(day=first)),
            Line(self.tr("The rules that hold now go on; the desks stop telling patients of new ones.")),
            Line(self.tr("Versions it had replaced do not come back; they can be announced anew.")),
            Line(self.tr("Its record, and who was told of it, stay in the diary.")),
            Line(self.tr("F9 in the list begins a draft from it."), "quiet"),
        ]

    def _of_the_end(self, state: PartingState) -> list[Line]:
        day, last = formats.day(state.start), formats.day(state.last_good_day)
        lines = [Line(self.tr("From {day} on nothing is earned.").format(day=day), "worse")]
        if state.has_units:
            words = self.tr("What patients have can be spent until {last}, that day included; then it is gone.")
            lines.append(Line(words.format(last=last), "worse"))
        words = self.tr("Discounts of members hold until {last} too.")
        lines.append(Line(words.format(last=last), "worse"))
        soonest = self.tr("Patients hear of it %n day(s) before: {day} at the soonest.", "", state.days)
        return [
            *lines, Line(soonest.format(day=formats.day(state.earliest)), "neutral"),
            Line(self.tr("Until that day it can be taken back.")),
            Line(self.tr("The desks tell every patient from today on; the list “Who was told” counts them.")),
        ]  # fmt: skip

    def retell(self) -> None:
        """In another language."""
        self.show_state(self._state)

    def settle(self) -> bool:
        """Take the day as typed; False where it is none."""
        if not self.day.isModified():
            return not self._mistyped()
        text = self.day.text().strip()
        day = formats.read_day(text) if text else None
        if text and day is None:
            self.faults["day"].say(self.tr("A day is written like this: 31.01.2027."))
            return False
        self.day.setModified(False)
        self.day_typed.emit(day)
        return True

    def _mistyped(self) -> bool:
        text = self.day.text().strip()
        return bool(text) and formats.read_day(text) is None
