"""Draws announcing a draft: at the left what changes, at the right the first day, what blocks, and the plan."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QPainter, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desk_app.documents.program_sense import Problem
from desk_app.domain.errors import Refusal
from ui import formats, language, theme
from ui.icons import Icon
from ui.program.beside.places import place_words
from ui.program.faults import problem_words
from ui.program.form_rows import FormRows, walk_soon
from ui.program.versions.announcing.presenter import AnnouncingState, Open
from ui.program.versions.announcing.words import beginning_words, ready_words
from ui.program.versions.plan_form import PlanForm
from ui.program.versions.words import change_lines, program_name
from ui.widgets.down import Down
from ui.widgets.empty import Empty
from ui.widgets.fault import FaultLine
from ui.widgets.lines import Line, LinesView
from ui.widgets.rows import Pen, RowList, line_high
from ui.widgets.sentence_field import SentenceField
from ui.widgets.short_field import ShortField
from ui.widgets.spoken import SpokenWidget
from ui.widgets.stack import Stack
from ui.widgets.wrapping import wrapped
from ui.wording.problems import problem as sentence_of

_SIGNS = 10
_ROWS = 3
"""Findings in sight at a time."""


class AnnouncingView(SpokenWidget):
    """Everything on one page; Enter on a finding leads to its place in the editor."""

    day_typed = Signal(object)
    plan_typed = Signal(object)
    finding_looked_at = Signal(int)
    place_wanted = Signal(str)
    explained = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = AnnouncingState()
        self._name, self._when, self._open = QLabel(), QLabel(), QLabel()
        self._ready, self._ask = QLabel(), QLabel()
        for label, role in (
            (self._name, "heading"), (self._when, "plain"), (self._open, "warn"), (self._ready, "warn"),
            (self._ask, "quiet"),
        ):  # fmt: skip
            label.setProperty("role", role)
            label.setProperty("data", label is not self._ask)
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.lines = LinesView()
        self.day = ShortField(_SIGNS)
        self.day_fault = FaultLine(self.day)
        self.findings = RowList(self._say, self._draw, high=self._high)
        self.reason = SentenceField()
        self._ask.setBuddy(self.reason)
        self.rows = FormRows()
        self._nothing = Empty(Icon.CALENDAR)
        self._lay_out()
        self._wire()

    def _lay_out(self) -> None:
        left, right = SpokenWidget(role="card"), SpokenWidget(role="card")
        column = QVBoxLayout(left)
        column.setContentsMargins(1, 8, 1, 8)
        self._name.setContentsMargins(12, 0, 12, 0)
        column.addWidget(self._name)
        column.addWidget(self.lines, 1)
        self._inside = inside = QWidget()
        inside.setProperty("role", "scrolled")
        form = QVBoxLayout(inside)
        form.setContentsMargins(13, 8, 13, 8)
        form.setSpacing(theme.GRID // 2)
        self.rows.row(lambda: self.tr("First day"), self.day, self.day_fault)
        for part in (self._when, self._ready, self._open, self.findings, self._ask, self.reason):
            self.rows.wide(part)
        self.plan = PlanForm(self.rows)
        self.plan.setParent(inside)
        form.addWidget(self.rows)
        form.addStretch(1)
        self.form = Down()
        self.form.setWidget(inside)
        QVBoxLayout(right).addWidget(self.form)
        some = QWidget()
        sides = QHBoxLayout(some)
        sides.setContentsMargins(0, 0, 0, 0)
        sides.setSpacing(theme.GRID)
        sides.addWidget(left, 1)
        sides.addWidget(right, 1)
        alone = SpokenWidget(role="card")
        QVBoxLayout(alone).addWidget(self._nothing)
        self._stack = Stack()
        self._stack.addWidget(some)
        self._stack.addWidget(alone)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._stack)

    def _wire(self) -> None:
        self.setFocusProxy(self.day)
        self.day.editingFinished.connect(self.settle)
        self.findings.moved.connect(self.finding_looked_at)
        self.findings.chosen.connect(lambda row: self.place_wanted.emit(self._state.findings[row].finding.place))
        self.lines.chosen.connect(self._line_chosen)
        self.reason.typed.connect(self.explained)
        self.plan.typed.connect(self.plan_typed)
        self.spoken(self.lines.setAccessibleName, lambda: self.tr("What changes"))
        self.spoken(self.findings.setAccessibleName, lambda: self.tr("What the check-up found"))
        self.spoken(self._ask.setText, lambda: self.tr("It may stay, because"))
        self.spoken(self.reason.setAccessibleName, lambda: self.tr("Why this may stay as it is"))
        self.spoken(self.reason.setPlaceholderText, lambda: self.tr("a reason that others can read"))

    def showEvent(self, event: QShowEvent) -> None:
        """Tab goes the way the eye reads, once everything has its place."""
        super().showEvent(event)
        walk_soon(self._inside)

    # what is shown

    def show_state(self, state: AnnouncingState) -> None:
        """Draw everything."""
        before, self._state = self._state, state
        if state.draft is None:
            self._nothing.say(self.tr("This draft is not there any more"), self.tr("Esc leads back to the list."))
            self._stack.setCurrentIndex(1)
            return
        self._stack.setCurrentIndex(0)
        self._name.setText(state.draft.name or program_name(state.draft.document))
        self._show_lines(state, same=before.changes is state.changes and before.draft is not None)
        if not self.day.hasFocus() or not self.day.isModified():
            self.day.setText(formats.day(state.start) if state.start is not None else "")
        self._show_begin(state)
        self._show_findings(state)
        can = not state.shut
        self.day.setEnabled(can and not state.problems)
        self.plan.show_plan(state.plan, enabled=can)
        for key in ("channels", "owner"):
            if key in state.faults:
                self.plan.show_fault(key, self._refused(state.faults[key]))
                break
        else:
            self.plan.show_fault("", "")

    def _show_lines(self, state: AnnouncingState, *, same: bool) -> None:
        lines: list[Line] = []
        if state.problems:
            lines.append(Line(self.tr("Enter leads to the question that needs an answer."), "quiet"))
            lines += [Line(problem_words(one), "bad", self._place(state, one)) for one in state.problems]
        elif state.failed:
            lines.append(Line(self.tr("It could not be looked at; nothing is lost. F4 leads to the draft."), "bad"))
        elif state.outlook is None:
            lines.append(Line(self.tr("Looking…"), "quiet"))
        elif state.same:
            lines.append(Line(self.tr("These are the rules that hold already: there is nothing to announce."), "bad"))
        elif state.outlook.before is None:
            lines.append(Line(self.tr("It is the first version: nothing is taken from anybody."), "neutral"))
        else:
            lines += change_lines(state.changes) or [Line(self.tr("No rule changes."), "quiet")]
        self.lines.put(lines, max(0, self.lines.currentIndex().row()) if same else 0)

    def _place(self, state: AnnouncingState, one: Problem) -> str:
        document = state.draft.document if state.draft is not None else {}
        words = place_words(one.place, document, language.current()) or one.place
        return words[:1].upper() + words[1:]

    def _show_begin(self, state: AnnouncingState) -> None:
        fault = state.faults.get("day")
        if fault is not None or not self._mistyped():
            self.day_fault.say(self._refused(fault) if fault is not None else "", data=True)
        words = beginning_words(state)
        self._when.setText(words)
        self._when.setVisible(bool(words))
        ready = ready_words(state.ready)
        self._ready.setText(ready)
        self._ready.setVisible(bool(ready))

    def _show_findings(self, state: AnnouncingState) -> None:
        count = len(state.open)
        words = self.tr("%n finding(s) of the check-up need an answer. Enter leads to the place.", "", count)
        self._open.setText(words)
        self._open.setVisible(count > 0)
        self.findings.setVisible(bool(state.findings))
        if state.findings:
            self.findings.put(state.findings, state.finding)
            self.findings.setFixedHeight(self._room(state))
        found = state.found
        warning = found is not None and found.finding.severity == "warning"
        self._ask.setVisible(warning)
        self.reason.setVisible(warning)
        self.reason.setEnabled(not state.shut)
        if found is not None and state.draft is not None:
            self.reason.show_text(state.draft.reasons.get(found.finding.key, ""))

    def _room(self, state: AnnouncingState) -> int:
        width = max(200, self.findings.viewport().width() - 24)
        return sum(self._high(one, width) + 12 for one in state.findings[:_ROWS]) + 4

    def _refused(self, refusal: Refusal) -> str:
        return sentence_of(refusal, language.current())

    def retell(self) -> None:
        """In another language."""
        self.show_state(self._state)

    # what is typed

    def settle(self) -> bool:
        """Take the day as typed; False where it is none."""
        if not self.day.isModified():
            return not self._mistyped()
        text = self.day.text().strip()
        day = formats.read_day(text) if text else None
        if text and day is None:
            self.day_fault.say(self.tr("A day is written like this: 31.01.2027."))
            return False
        self.day.setModified(False)
        self.day_fault.say("")
        self.day_typed.emit(day)
        return True

    def _mistyped(self) -> bool:
        text = self.day.text().strip()
        return bool(text) and formats.read_day(text) is None

    def _line_chosen(self, row: int) -> None:
        problems: tuple[Problem, ...] = self._state.problems
        if problems and 1 <= row <= len(problems):
            self.place_wanted.emit(problems[row - 1].place)

    # findings

    def _answered(self, one: Open) -> bool:
        return one not in self._state.open

    def _say(self, one: Open) -> str:
        state: Mapping[bool, str] = {True: self.tr("Explained"), False: self.tr("Needs an answer")}
        return f"{state[self._answered(one)]}: {one.said.what}"

    def _high(self, one: Open, width: int) -> int:
        return line_high() * len(self._broken(one, width)) - 4

    def _broken(self, one: Open, width: int) -> tuple[str, ...]:
        from ui import fonts

        return wrapped(one.said.what, fonts.screen_font(theme.points("body")), width - theme.GRID * 3, 3)

    def _draw(self, painter: QPainter, rect: QRect, one: Open, _highlighted: bool) -> None:
        picture, token = (Icon.TROUBLE, "bad") if one.finding.severity == "error" else (Icon.WARNING, "warn")
        if self._answered(one):
            picture, token = Icon.GOOD, "good"
        top = QRect(rect.left(), rect.top() + 4, rect.width(), line_high())
        Pen(painter, top).picture(picture, token)
        rest = QRect(rect.left() + theme.GRID * 3, rect.top() + 4, rect.width() - theme.GRID * 3, rect.height())
        Pen(painter, rest).lines(self._broken(one, rect.width()))
