"""What is chosen of the report alone: its days, by name or typed, and the branch where there are several."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from ui import formats, theme
from ui.paper_room.state import OTHER_DAYS, SPAN_NAMES, PaperState
from ui.paper_room.words import span_words
from ui.widgets.drop_down import drop_down, fill
from ui.widgets.fault import FaultLine
from ui.widgets.form import Card
from ui.widgets.short_field import ShortField

_SIGNS = 10
_LIKE_A_DAY: Final = re.compile(r"\d{1,2}[.,/\- ]\d{1,2}[.,/\- ]\d{4}|\d{8}|\d{4}-\d{2}-\d{2}")


class ReportCard(Card):
    """Shown for the report; days are taken when a field is left or Enter is pressed."""

    span_chosen = Signal(str)
    days_chosen = Signal(object, object)
    days_mistyped = Signal()
    branch_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(lambda: self.tr("Report"), parent)
        self._state: PaperState | None = None
        self.span, self.branch = drop_down(), drop_down()
        self.first, self.last = ShortField(_SIGNS), ShortField(_SIGNS)
        self.faults = FaultLine(self.first), FaultLine(self.last)
        self._days = QWidget()
        line = QHBoxLayout(self._days)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme.GRID)
        dash = QLabel("–")
        for part in (self.first, dash, self.last):
            line.addWidget(part)
        line.addStretch(1)
        self.row(lambda: self.tr("Days"), self.span)
        self.under(self._days)
        for fault in self.faults:
            self.under(fault)
        self._branches = QWidget()
        below = QHBoxLayout(self._branches)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(theme.GRID * 2)
        self._label = QLabel()
        self._label.setProperty("role", "quiet")
        self._label.setBuddy(self.branch)
        below.addWidget(self._label)
        below.addWidget(self.branch, 1)
        self.wide(self._branches)
        self.spoken(self._label.setText, lambda: self.tr("Branch"))
        self.spoken(self.branch.setAccessibleName, lambda: self.tr("Branch"))
        self.spoken(self.first.setAccessibleName, lambda: self.tr("First day"))
        self.spoken(self.last.setAccessibleName, lambda: self.tr("Last day"))
        self.span.activated.connect(lambda row: self.span_chosen.emit(self.span.itemData(row)))
        self.branch.activated.connect(lambda row: self.branch_chosen.emit(self.branch.itemData(row)))
        for field in (self.first, self.last):
            field.editingFinished.connect(self._typed)
            field.textEdited.connect(self._mended)

    def show_state(self, state: PaperState) -> None:
        """Draw what is chosen; hidden for every other sheet."""
        self._state = state
        self.setVisible(state.kind.of == "clinic")
        fill(self.span, [(name, span_words(name)) for name in SPAN_NAMES], state.span)
        self._days.setVisible(state.span == OTHER_DAYS)
        if state.days is not None and not any(fault.words() for fault in self.faults):
            for field, day in zip((self.first, self.last), state.days, strict=True):
                if not field.hasFocus() and field.text() != formats.day(day):
                    field.setText(formats.day(day))
        if state.span != OTHER_DAYS:
            self._say_faults("", "")
        fill(self.branch, [("", self.tr("All of them")), *state.branches], state.asked.branch)
        self._branches.setVisible(len(state.branches) > 1)

    def settle(self) -> None:
        """Take what is typed, as if the field were left: a key of the room does not leave it."""
        state = self._state
        if state is None or state.span != OTHER_DAYS or not self._days.isVisible():
            return
        typed = tuple(formats.read_day(field.text()) for field in (self.first, self.last))
        if typed != state.days or state.days_mistyped:
            self._typed()

    def _typed(self) -> None:
        first, last = formats.read_day(self.first.text()), formats.read_day(self.last.text())
        self._say_faults(self._wrong(self.first.text(), first), self._wrong(self.last.text(), last))
        if first is None or last is None:
            self.days_mistyped.emit()
        else:
            self.days_chosen.emit(first, last)

    def _mended(self) -> None:
        """A wrong day is right as soon as its last sign is there; nobody has to leave the field first."""
        if any(fault.words() for fault in self.faults):
            typed = [formats.read_day(field.text()) for field in (self.first, self.last)]
            if None not in typed:
                self._typed()

    def _wrong(self, text: str, day: date | None) -> str:
        if day is not None:
            return ""
        if _LIKE_A_DAY.fullmatch(text.strip()):
            return self.tr("There is no such day: {day}.").format(day=text.strip())
        return self.tr("A day is written like this: 31.01.2027.")

    def _say_faults(self, *words: str) -> None:
        for fault, said in zip(self.faults, words, strict=True):
            fault.say(said)
