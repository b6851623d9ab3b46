"""Draws who was told of new rules and who was not: counts, a list, a search, and how somebody was told."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QShowEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from desk_app.rollout.plan import WAYS
from ui import formats, language, theme
from ui.icons import Icon
from ui.program.form_rows import walk_soon
from ui.program.versions.telling.presenter import CHANNELS, MISSING, SCOPES, TOLD, Person, TellingState
from ui.program.versions.words import program_name
from ui.widgets.drop_down import drop_down, fill
from ui.widgets.empty import Empty
from ui.widgets.rows import Pen, RowList, two_lines
from ui.widgets.spoken import SpokenWidget
from ui.widgets.stack import Stack
from ui.wording.rollout import told_way

_STEPS: Final = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -10, Qt.Key.Key_PageDown: 10}


class _Search(QLineEdit):
    """Up and Down move through the list below."""

    stepped = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of the list go to the list."""
        step = _STEPS.get(Qt.Key(event.key()))
        if step is not None:
            self.stepped.emit(step)
        else:
            super().keyPressEvent(event)


class TellingView(SpokenWidget):
    """A list to go down, with everything that is chosen above it."""

    scope_chosen = Signal(str)
    way_chosen = Signal(str)
    searched = Signal(str)
    highlighted = Signal(int)
    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, role="card")
        self._state = TellingState()
        self._head, self._counts, self._more = QLabel(), QLabel(), QLabel()
        for label, role in ((self._head, "heading"), (self._counts, "quiet"), (self._more, "small")):
            label.setProperty("role", role)
            label.setProperty("data", True)
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.scopes: QComboBox = drop_down()
        self.ways: QComboBox = drop_down()
        self.ways.setProperty("data", True)
        self.search = _Search()
        self.rows = RowList(self._say, self._draw, lines=2)
        self._nothing = Empty(Icon.MEMBERS)
        self._lay_out()
        self.scopes.activated.connect(lambda row: self.scope_chosen.emit(self.scopes.itemData(row)))
        self.ways.activated.connect(lambda row: self.way_chosen.emit(self.ways.itemData(row)))
        self.search.textEdited.connect(self.searched)
        self.search.stepped.connect(self._step)
        self.search.returnPressed.connect(self.chosen)
        self.rows.moved.connect(self.highlighted)
        self.rows.chosen.connect(lambda _: self.chosen.emit())
        self.setFocusProxy(self.rows)
        self.spoken(self.scopes.setAccessibleName, lambda: self.tr("Which patients"))
        self.spoken(self.ways.setAccessibleName, lambda: self.tr("How they were told"))
        self.spoken(self.search.setAccessibleName, lambda: self.tr("Find a patient in this list"))
        self.spoken(self.search.setPlaceholderText, lambda: self.tr("surname, phone, card"))
        self.spoken(self.rows.setAccessibleName, lambda: self.tr("Patients"))

    def _lay_out(self) -> None:
        how = QLabel()
        how.setProperty("role", "quiet")
        how.setBuddy(self.ways)
        choices = QHBoxLayout()
        choices.setContentsMargins(12, 2, 12, 4)
        choices.setSpacing(theme.GRID)
        choices.addWidget(self.scopes, 3)
        choices.addWidget(self.search, 4)
        choices.addWidget(how)
        choices.addWidget(self.ways, 2)
        self._stack = Stack()
        self._stack.addWidget(self.rows)
        self._stack.addWidget(self._nothing)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 8, 1, 8)
        column.setSpacing(2)
        for label in (self._head, self._counts):
            label.setContentsMargins(12, 0, 12, 0)
            column.addWidget(label)
        column.addLayout(choices)
        column.addWidget(self._stack, 1)
        self._more.setContentsMargins(12, 0, 12, 0)
        column.addWidget(self._more)
        self.spoken(how.setText, lambda: self.tr("Told"))

    def showEvent(self, event: QShowEvent) -> None:
        """Tab goes the way the eye reads, once everything has its place."""
        super().showEvent(event)
        walk_soon(self)

    def show_state(self, state: TellingState) -> None:
        """Draw everything."""
        self._state = state
        self._head.setText(self._heading(state))
        self._counts.setText(self._counted(state))
        fill(self.scopes, [(scope, self._scope(scope)) for scope in SCOPES], state.scope)
        fill(self.ways, [(way, told_way(way, language.current())) for way in WAYS], state.way)
        self.ways.setEnabled(not state.shut)
        if self.search.text() != state.text:
            self.search.setText(state.text)
        self.rows.put(state.people, state.chosen)
        self._stack.setCurrentIndex(0 if state.people else 1)
        if not state.people:
            self._nothing.say(*self._lacking(state))
        more = state.total is not None and len(state.people) < state.total
        self._more.setVisible(more)
        if more and state.total is not None:
            left = state.total - len(state.people)
            self._more.setText(self.tr("and %n more: they come as you go down", "", left))

    def _heading(self, state: TellingState) -> str:
        if state.life is not None:
            said = self.tr("Who was told: {name}, version {number}")
            return said.format(name=program_name(state.life.record.document), number=state.life.record.label)
        return self.tr("Who was told that the program ends")

    def _counted(self, state: TellingState) -> str:
        if state.heard is None:
            return self.tr("Counting…") if state.busy else ""
        spoken = language.current()
        counts = [formats.number(many, 0, spoken)
                  for many in (state.heard.told, state.heard.audience, state.heard.not_told)]  # fmt: skip
        words = self.tr("{told} of {all} patients were told, {left} not yet.").format(
            told=counts[0], all=counts[1], left=counts[2]
        )
        ways = ", ".join(
            f"{told_way(way, spoken)} {formats.number(many, 0, spoken)}" for way, many in state.heard.by_way.items()
        )
        return f"{words} {ways[:1].upper()}{ways[1:]}." if ways else words

    def _scope(self, scope: str) -> str:
        if scope == MISSING:
            return self.tr("Not told yet")
        if scope == TOLD:
            return self.tr("Told")
        return self.tr("Not told, reachable {way}").format(way=told_way(scope, language.current()))

    def _lacking(self, state: TellingState) -> tuple[str, str]:
        if state.failed:
            return self.tr("The list could not be read"), self.tr("Esc leads back; everything else works.")
        if state.busy:
            return self.tr("Looking…"), ""
        if state.text:
            return self.tr("Nobody is found"), self.tr("Those who joined under the new rules need not be told.")
        if state.scope in CHANNELS:
            return self.tr("Nobody can be reached this way"), self.tr("They did not agree, or left no address.")
        if state.scope == TOLD:
            return self.tr("Nobody was told yet"), self.tr("The desk notes it when a patient is served.")
        return self.tr("Everybody was told"), ""

    def retell(self) -> None:
        """In another language."""
        self.show_state(self._state)

    def _step(self, by: int) -> None:
        row = max(0, min(self.rows.currentIndex().row() + by, len(self._state.people) - 1))
        if self._state.people:
            self.rows.setCurrentIndex(self.rows.model().index(row, 0))

    def _told(self, person: Person) -> str:
        if person.told is None:
            return self.tr("not told yet")
        said = self.tr("told {day}, {way}")
        return said.format(day=formats.day(person.told), way=told_way(person.way, language.current()))

    def _below(self, person: Person) -> str:
        parts = [formats.phone(person.address) if person.address.lstrip("+").isdigit() else person.address]
        if person.joined is not None:
            parts.append(self.tr("member since {day}").format(day=formats.day(person.joined)))
        return ", ".join(part for part in parts if part)

    def _say(self, person: Person) -> str:
        return ". ".join(part for part in (person.name, self._told(person), self._below(person), person.by) if part)

    def _draw(self, painter: QPainter, rect: QRect, person: Person, _highlighted: bool) -> None:
        above, below = two_lines(rect)
        pen = Pen(painter, above)
        pen.write(self._told(person), "good" if person.told is not None else "quiet", "small", end=True)
        pen.write(person.name)
        pen = Pen(painter, below)
        if person.by:
            pen.write(person.by, "quiet", "small", end=True)
        pen.write(self._below(person), "quiet", "small")
