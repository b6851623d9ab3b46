"""Draws a question with its answers, what is right and why, and at the end the result."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRect, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QFrame, QLabel, QProgressBar, QScrollArea, QVBoxLayout, QWidget

from ui import theme
from ui.icons import Icon
from ui.training.quiz.presenter import QuizState
from ui.training.words import topic_words, version_words
from ui.widgets.enter import is_enter
from ui.widgets.remarks import Remark, RemarksView
from ui.widgets.rows import Draw, Pen, RowList
from ui.widgets.spoken import SpokenWidget

_DIGITS: Final = {Qt.Key.Key_1: 0, Qt.Key.Key_2: 1, Qt.Key.Key_3: 2, Qt.Key.Key_4: 3}


@dataclass(frozen=True)
class Option:
    """An answer to choose; `is_right` None while nothing was chosen."""

    number: int
    words: str
    is_right: bool | None = None
    is_chosen: bool = False


class Options(RowList):
    """The digits choose at once; Enter chooses, and goes on once something was chosen."""

    wanted = Signal(int)
    gone_on = Signal()

    def __init__(self, say: Callable[[Option], str], draw: Draw) -> None:
        super().__init__(say, draw, lines=1)
        self.answered = False
        self.clicked.connect(lambda index: self.wanted.emit(index.row()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of an answer."""
        digit = _DIGITS.get(Qt.Key(event.key()))
        if digit is not None and not self.answered:
            if not event.isAutoRepeat():
                self.wanted.emit(digit)
        elif is_enter(event):
            if event.isAutoRepeat():
                return
            if self.answered:
                self.gone_on.emit()
            elif self.currentIndex().isValid():
                self.wanted.emit(self.currentIndex().row())
        else:
            super().keyPressEvent(event)


class QuizView(SpokenWidget):
    """One card: how far, what is asked, the answers, the reason."""

    chosen = Signal(int)
    gone_on = Signal()
    retold = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, role="card")
        self._state = QuizState()
        self._about, self._where = QLabel(), QLabel()
        self.question, self.verdict, self.why = QLabel(), QLabel(), QLabel()
        for label, role in (
            (self._about, "quiet"), (self._where, "small"), (self.question, "lead"), (self.verdict, "strong"),
            (self.why, "plain"),
        ):  # fmt: skip
            label.setProperty("role", role)
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        for label in (self.question, self.why):
            label.setProperty("data", True)
        self._way = QProgressBar()
        self._way.setTextVisible(False)
        self.options = Options(_say, self._draw)
        self.result = RemarksView()
        inner = QWidget()
        inner.setProperty("role", "scrolled")
        column = QVBoxLayout(inner)
        column.setContentsMargins(theme.GRID * 2, theme.GRID, theme.GRID * 2, theme.GRID)
        column.setSpacing(theme.GRID)
        above: tuple[QWidget, ...] = (self._about, self._where, self._way, self.question)
        for part in above:
            column.addWidget(part)
        column.addWidget(self.options)
        below: tuple[QWidget, ...] = (self.verdict, self.why, self.result)
        for part in below:
            column.addWidget(part)
        column.addStretch(1)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(inner)
        around = QVBoxLayout(self)
        around.setContentsMargins(1, 1, 1, 1)
        around.addWidget(self._scroll)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.options.wanted.connect(self.chosen)
        self.options.gone_on.connect(self.gone_on)
        self.spoken(self.options.setAccessibleName, lambda: self.tr("Answers"))

    def show_state(self, state: QuizState) -> None:
        """Draw the question that is asked now, or the result."""
        before, self._state = self._state, state
        self._about.setText(self._about_words(state))
        said, question = state.said, state.question
        asking = said is not None and question is not None
        self._where.setText(self._where_words(state))
        self._way.setRange(0, max(1, len(state.questions)))
        self._way.setValue(len(state.answers))
        for part in (self._way, self.question, self.options):
            part.setVisible(asking)
        self.result.setVisible(state.over)
        self.verdict.setVisible(state.over or state.nothing or (asking and state.given is not None))
        self.why.setVisible(asking and state.given is not None)
        if state.over or state.nothing:
            self._show_result(state)
            return
        if said is None or question is None:
            return
        self.question.setText(said.text)
        self.options.answered = state.given is not None
        rows = [
            Option(number, words, None if state.given is None else number - 1 == question.right,
                   state.given == number - 1)
            for number, words in enumerate(said.options, start=1)
        ]  # fmt: skip
        row = state.given if state.given is not None else 0
        same = before.place == state.place and before.given is None and state.given is None
        self.options.put(rows, max(0, self.options.currentIndex().row()) if same else row)
        # all of them are seen at once: what scrolls is the page
        self.options.setFixedHeight(max(1, self.options.sizeHintForRow(0)) * len(rows) + 2)
        if state.given is not None:
            self._show_verdict(state, right=state.given == question.right)
            QTimer.singleShot(0, self, lambda: self._scroll.ensureWidgetVisible(self.why))

    def focus_here(self) -> None:
        """The keyboard is where Enter goes on."""
        (self if self.options.isHidden() else self.options).setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter leaves the result."""
        if is_enter(event) and not event.isAutoRepeat():
            self.gone_on.emit()
        else:
            super().keyPressEvent(event)

    def retell(self) -> None:
        """In another language: the questions are said anew."""
        self.show_state(self._state)
        self.retold.emit()

    def _about_words(self, state: QuizState) -> str:
        return version_words(state.taught) if state.taught is not None else ""

    def _where_words(self, state: QuizState) -> str:
        if state.over:
            return ""
        if not state.questions:
            return "" if state.nothing else self.tr("The questions are being drawn…")
        if state.place >= state.first:
            return self.tr("Once more: what was wrong before")
        said = self.tr("Question {number} of {all}")
        if state.since is not None:
            said = self.tr("Question {number} of {all}, only about what changes")
        return said.format(number=state.place + 1, all=state.first)

    def _show_verdict(self, state: QuizState, *, right: bool) -> None:
        said, given = state.said, state.given
        if said is None or given is None:
            return
        self._tone("good" if right else "bad")
        if right:
            self.verdict.setText(self.tr("Right."))
            self.verdict.setProperty("data", False)
        else:
            # what follows is about her answer, so that is named last
            words = self.tr("Right: {answer}. You answered: {given}.").format(
                answer=said.options[state.questions[state.place].right], given=said.options[given]
            )
            self.verdict.setText(f"{words} {said.thought[given]}")
            self.verdict.setProperty("data", True)
        self.why.setText(said.why)

    def _show_result(self, state: QuizState) -> None:
        self.verdict.setProperty("data", False)
        if state.nothing:
            self._tone("good")
            self.verdict.setText(self.tr("No answer is another one than before: there is nothing to ask."))
            return
        wrong = sum(not right for _, right in state.firsts)
        self._tone("good" if state.passed else "warn")
        right = state.first - wrong
        if state.passed:
            said = self.tr("Passed: {right} of {all} right at once.")
        else:
            said = self.tr(
                "Not passed yet: {right} of {all} right at once, one may be wrong. Nothing is lost: try again."
            )
        self.verdict.setText(said.format(right=right, all=state.first))
        lines = [Remark(Icon.WARNING, topic_words(topic), "warn") for topic in state.wrong]
        lines.append(Remark(Icon.INFO, self.tr("Number of this quiz: {seed}").format(seed=state.seed), "quiet"))
        self.result.show_lines(lines)

    def _tone(self, role: str) -> None:
        if self.verdict.property("role") != role:
            self.verdict.setProperty("role", role)
            theme.restyle(self.verdict)

    def sentence(self) -> str:
        """What is said of the answer, as it is read aloud."""
        return " ".join(label.text() for label in (self.verdict, self.why) if label.isVisibleTo(self))

    def _draw(self, painter: QPainter, rect: QRect, option: Option, _highlighted: bool) -> None:
        pen = Pen(painter, rect)
        pen.badge(str(option.number))
        if option.is_right:
            pen.picture(Icon.GOOD, "good")
        elif option.is_chosen:
            pen.picture(Icon.TROUBLE, "bad")
        quiet = option.is_right is False
        pen.write(option.words, "quiet" if quiet else "text", "lead", bold=bool(option.is_right))


def _say(option: Option) -> str:
    return f"{option.number}. {option.words}"
