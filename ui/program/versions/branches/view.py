"""Draws the rules of branches: the list at the left, at the right the limits, the highlighted rule, or a form."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from desk_app.documents.program_sense import Problem, table
from desk_app.domain.people import Service
from desk_app.rollout.local_rules import LocalRule
from ui import formats, language, theme
from ui.program.amounts import Amounts
from ui.program.calendar.presenter import PromotionsPresenter
from ui.program.calendar.promotion_form import PromotionForm
from ui.program.calendar.words import condition_label, dates_words, effect_label, effect_words, name_words
from ui.program.faults import problem_words
from ui.program.form_rows import FormRows
from ui.program.picking.search import found
from ui.program.typed import said
from ui.program.versions.branches.limits_form import LimitsForm
from ui.program.versions.branches.presenter import ENDING, LIMITS, LIST, RULE, BranchesState
from ui.widgets.fault import FaultLine
from ui.widgets.lines import Line, LinesView
from ui.widgets.rows import Pen, RowList, two_lines
from ui.widgets.sentence_field import SentenceField
from ui.widgets.spoken import SpokenWidget
from ui.widgets.stack import Stack

_LIST = 360


class BranchesView(SpokenWidget):
    """Rules of branches, and what is done with them."""

    highlighted = Signal(int)
    ending_wanted = Signal()
    limit_typed = Signal(str, object)
    reason_typed = Signal(str)

    def __init__(self, promotions: PromotionsPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = BranchesState()
        self._services: tuple[Service, ...] = ()
        self._head, self._wrong, self._asked = QLabel(), QLabel(), QLabel()
        for label, role in ((self._head, "heading"), (self._wrong, "bad"), (self._asked, "plain")):
            label.setProperty("role", role)
            label.setProperty("data", True)
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.rows = RowList(self._say, self._draw, lines=2)
        self.lines = LinesView()
        self.rule = PromotionForm(promotions, lambda words: found(self._services, words))
        self.limits = LimitsForm()
        self.reason = SentenceField()
        self._fault = FaultLine(self.reason)
        self._empty = QLabel()
        self._empty.setProperty("role", "quiet")
        self._empty.setWordWrap(True)
        self._empty.setContentsMargins(12, 4, 12, 4)
        self._lay_out()
        self.setFocusProxy(self.rows)
        self.rows.moved.connect(self.highlighted)
        self.limits.typed.connect(self.limit_typed)
        self.reason.typed.connect(self.reason_typed)
        self.spoken(self.rows.setAccessibleName, lambda: self.tr("Rules of branches"))
        self.spoken(self.lines.setAccessibleName, lambda: self.tr("What is allowed, and the highlighted rule"))

    def _lay_out(self) -> None:
        left, right = SpokenWidget(role="card"), SpokenWidget(role="card")
        title = QLabel()
        title.setProperty("role", "heading")
        title.setContentsMargins(12, 0, 12, 2)
        column = QVBoxLayout(left)
        column.setContentsMargins(1, 8, 1, 8)
        column.addWidget(title)
        column.addWidget(self._empty)
        column.addWidget(self.rows, 1)
        left.setMaximumWidth(_LIST)
        ending = FormRows()
        ending.wide(self._asked)
        ending.row(lambda: self.tr("Why"), self.reason, self._fault)
        self._stack = Stack()
        self._stack.addWidget(self.lines)
        for form in (self.rule, self.limits, ending):
            self._stack.addWidget(_scrolled(form))
        column = QVBoxLayout(right)
        column.setContentsMargins(1, 8, 1, 8)
        for label in (self._head, self._wrong):
            label.setContentsMargins(12, 0, 12, 0)
            column.addWidget(label)
        column.addWidget(self._stack, 1)
        sides = QHBoxLayout(self)
        sides.setContentsMargins(0, 0, 0, 0)
        sides.setSpacing(theme.GRID)
        sides.addWidget(left, 1)
        sides.addWidget(right, 2)
        self.spoken(title.setText, lambda: self.tr("Rules of branches"))

    def know(self, services: Sequence[Service]) -> None:
        """The price list."""
        self._services = tuple(services)

    def show_state(self, state: BranchesState) -> None:
        """Draw the list and what is done; the form of a rule is shown by its own presenter."""
        self._state = state
        self.rows.put(state.rules, state.chosen)
        self.rows.setEnabled(state.mode == LIST)
        self._empty.setVisible(not state.rules)
        self._empty.setText(self.tr("No branch has a rule of its own. What the network fixes holds everywhere."))
        page = {LIST: 0, RULE: 1, LIMITS: 2, ENDING: 3}[state.mode]
        self._stack.setCurrentIndex(page)
        self._head.setText({
            LIST: self.tr("What a branch may add"),
            RULE: self.tr("A rule of the branch {branch}").format(branch=state.branch),
            LIMITS: self.tr("The limits for every branch"),
            ENDING: self.tr("End the rule before its last day"),
        }[state.mode])  # fmt: skip
        left: tuple[Problem, ...] = ()
        if state.mode == LIST:
            self.lines.put(self._told(state), 0)
        elif state.mode == LIMITS:
            left = self.limits.show_state(state)
        elif state.mode == ENDING:
            self._show_ending(state)
        self.say_wrong(left)

    def say_wrong(self, problems: Sequence[Problem]) -> None:
        """What is wrong and belongs to no field."""
        words = " ".join(dict.fromkeys(problem_words(one) for one in problems))
        self._wrong.setText(words)
        self._wrong.setVisible(bool(words))

    def _show_ending(self, state: BranchesState) -> None:
        rule = state.rule
        name = name_words(rule.document, language.current()) if rule is not None else ""
        words = self.tr("“{name}” takes something away when it ends, so it ends no sooner than the notice says.")
        self._asked.setText(words.format(name=name))
        self.reason.show_text(state.reason)
        self._fault.say(" ".join(problem_words(one) for one in state.problems), data=True)

    def _told(self, state: BranchesState) -> list[Line]:
        lines: list[Line] = []
        rule = state.rule
        if rule is not None:
            lines += [Line(name_words(rule.document, language.current()), "heading"), *self._rule_lines(state, rule)]
        lines.append(Line(self.tr("Limits of the network"), "heading"))
        if state.limits is None:
            words = self.tr("Branches may add nothing: the network has set no limits. F4 sets them.")
            return [*lines, Line(words, "quiet")]
        limits, amounts = state.limits, Amounts(state.base, language.current())
        categories = state.base.get("categories", ())
        names = {str(one.get("code")): said(one.get("name"), amounts.language) for one in categories}
        effects = ", ".join(effect_label(kind) for kind in limits.get("effects", ()))
        services = ", ".join(names.get(code) or code for code in limits.get("categories", ()))
        told = (
            (self.tr("A branch may give: {what}."), effects),
            (self.tr("At most {what} of a line."), amounts.percent(limits["percent"]) if "percent" in limits else ""),
            (self.tr("At most {what} off one bill."), amounts.money(limits["amount"]) if "amount" in limits else ""),
            (self.tr("At most {what} units as a gift."), str(limits.get("units", ""))),
            (self.tr("At most {what} times what is earned."), str(limits.get("factor", ""))),
            (self.tr("On: {what}."), services),
            (self.tr("Rules at a time: {what}."), str(limits.get("at_once", ""))),
            (self.tr("Days at most: {what}."), str(limits.get("days", ""))),
        )
        return [*lines, *(Line(words.format(what=what)) for words, what in told if what)]

    def _rule_lines(self, state: BranchesState, rule: LocalRule) -> list[Line]:
        amounts = Amounts(state.base, language.current())
        when = table(rule.document.get("when"))
        others = ", ".join(condition_label(key) for key in when if key not in ("from", "to", "branches"))
        lines = [
            Line(effect_words(rule.document.get("effect"), amounts)), Line(dates_words(when, language.current())),
        ]  # fmt: skip
        if others:
            lines.append(Line(self.tr("Only if: {what}").format(what=others), "quiet"))
        said_of = self.tr("Branch {branch}, since version {number} of {day}")
        lines.append(Line(said_of.format(branch=rule.branch, number=rule.version.label,
                                         day=formats.day(rule.version.effective_from)), "quiet"))  # fmt: skip
        return [line for line in lines if line.words]

    def retell(self) -> None:
        """In another language."""
        self.show_state(self._state)

    def _say(self, rule: LocalRule) -> str:
        return f"{name_words(rule.document, language.current())}. {self._below(rule)}"

    def _below(self, rule: LocalRule) -> str:
        dates = dates_words(rule.document.get("when"), language.current())
        return self.tr("branch {branch}, {dates}").format(branch=rule.branch, dates=dates)

    def _draw(self, painter: QPainter, rect: QRect, rule: LocalRule, _highlighted: bool) -> None:
        above, below = two_lines(rect)
        Pen(painter, above).write(name_words(rule.document, language.current()))
        Pen(painter, below).write(self._below(rule), "quiet", "small")


def _scrolled(form: QWidget) -> QWidget:
    inside = QWidget()
    inside.setProperty("role", "scrolled")
    column = QVBoxLayout(inside)
    column.setContentsMargins(13, 2, 13, 8)
    column.addWidget(form)
    column.addStretch(1)
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(inside)
    return area
