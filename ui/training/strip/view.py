"""Draws the strip over a practice desk: one line, and under it the story beside its steps, or beside what helps."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from desk_app.training.lessons import GoalResult
from ui import fonts, theme
from ui.action import Action, Bound
from ui.icons import Icon
from ui.training.strip.presenter import StripState
from ui.widgets.crown import Crown
from ui.widgets.elided import ElidedLabel
from ui.widgets.key_button import KeyButton
from ui.widgets.lines import Line, LinesView
from ui.widgets.rows import Pen, RowList, line_high
from ui.widgets.wrapping import wrapped

_DESK = 478
"""Pixels the desk under the strip always keeps, or what is left of a window that is lower."""
_LOW, _HIGH = 88, 220
"""Pixels of story and steps: the fewest that say anything, and the most that anybody reads."""
_PICTURE = theme.GRID * 2 + theme.GRID // 2
_ONE = 28
"""Pixels of a list with one short sentence."""
_MOST = 4
_LINES = 40
"""Lines of one sentence: the story is told whole, in however large letters."""
_BEGINNING = 16
"""Letters of the line on top that are always seen."""


@dataclass(frozen=True)
class Step:
    """One step as its row is drawn."""

    number: int
    words: str
    result: GoalResult


class LessonStrip(Crown):
    """Never over the desk: what it takes, the desk has not."""

    chosen = Signal(int)
    retold = Signal()
    next_wanted = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, role="practice")
        self.held: object = None
        """Who decides what is shown: Qt alone would let it be collected."""
        self._state = StripState()
        self._more = False
        self._wide = self._tall = 0
        self._hints_first = False
        self._line = ElidedLabel()
        self._line.setProperty("data", True)  # mostly the lesson's own words
        self.lines = LinesView(_LINES)
        self.help = LinesView(_LINES)
        self.goals = RowList(self._say, self._draw, high=self._high)
        self.on = QPushButton()
        self.on.setProperty("role", "primary")
        self.on.clicked.connect(self.next_wanted)
        for widget, name in (
            (self.lines, "strip.story"), (self.goals, "strip.goals"), (self.help, "strip.help"), (self.on, "strip.next")
        ):  # fmt: skip
            widget.setObjectName(name)
        self._out = QPushButton()
        self._out.setProperty("role", "practice")
        self._out.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._out.clicked.connect(self.left)
        self._keys: dict[str, KeyButton] = {}
        self._acts: tuple[Action, ...] = ()
        self._beside = QStackedWidget()
        self._beside.addWidget(self.goals)
        self._beside.addWidget(self.help)
        self._body = QWidget()
        sides = QHBoxLayout(self._body)
        sides.setContentsMargins(0, 0, 0, 0)
        sides.setSpacing(theme.GRID)
        # neither gives way to longer words of the other
        for side, share in ((self.lines, 11), (self._beside, 8)):
            side.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
            sides.addWidget(side, share)
        self.lines.installEventFilter(self)
        self._top = QHBoxLayout()
        self._top.setSpacing(6)
        self._top.addWidget(self._line, 1)
        self._top.addWidget(self.on)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 3, 8, 3)
        column.setSpacing(3)
        column.addLayout(self._top)
        column.addWidget(self._body)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.goals.moved.connect(self.chosen)
        for listed in (self.lines, self.help, self.goals):
            listed.setMinimumHeight(_ONE)
            listed.verticalScrollBar().rangeChanged.connect(self._follow_length)
        self.spoken(self.setAccessibleName, lambda: self.tr("Lesson"))
        self.spoken(self.lines.setAccessibleName, lambda: self.tr("The story"))
        self.spoken(self.help.setAccessibleName, lambda: self.tr("What was missed, and hints"))
        # the key is the window's own
        self.spoken(self._out.setText, lambda: self.tr("Out   F10"))
        self.spoken(self._out.setToolTip, lambda: self.tr("Back to the real desk, which is as you left it"))
        self.spoken(self.goals.setAccessibleName, lambda: self.tr("Steps of the lesson"))

    def build(self, acts: Bound) -> None:
        """The keys, once they exist."""
        self._acts = acts.declared()
        for one in self._acts:
            if one.name != "next-lesson":
                key = self._keys[one.name] = KeyButton(acts[one.name], "practice")
                key.setFocusPolicy(Qt.FocusPolicy.NoFocus)
                self._top.addWidget(key)
        self._top.addWidget(self._out)
        self._fold = acts["fold"]

    def panes(self) -> Sequence[QWidget]:
        """The story, and what stands beside it."""
        return (self.lines, self.help, self.goals)

    def declared(self) -> Sequence[Action]:
        """The keys of a lesson."""
        return self._acts

    def read_on(self) -> None:
        """A page further down wherever words go on below; from the end to the beginning."""
        bars = [side.verticalScrollBar() for side in (self.lines, self.help, self.goals) if side.isVisible()]
        ended = all(bar.value() == bar.maximum() for bar in bars)
        for bar in bars:
            bar.setValue(0 if ended else bar.value() + bar.pageStep() - line_high())

    def _follow_length(self) -> None:
        """Whether there is anything further down."""
        sides: tuple[RowList, ...] = (self.lines, self.help if self._state.helping else self.goals)
        longer = not self._state.folded and any(side.verticalScrollBar().maximum() for side in sides)
        if "more" in self._keys:
            self._keys["more"].keep(longer and not self._state.finished)

    def show_state(self, state: StripState, *, more: bool) -> None:
        """Draw how the lesson stands; `more`: another one follows."""
        before, self._state, self._more = self._state, state, more
        words = state.words
        if words is None or not state.results:
            return
        said = self._on_top(state)
        self._line.say(said, said[:_BEGINNING])
        self._body.setVisible(not state.folded)
        if before.words != words or before.finished != state.finished:
            self._tall = 0
            self.lines.put(self._told(state), 0)
        self._help(before, state)
        rows = [Step(n, one.text, result) for n, (one, result) in enumerate(
            zip(words.steps, state.results, strict=True), start=1)]  # fmt: skip
        self.goals.put(rows, state.place)
        self._beside.setCurrentWidget(self.help if state.helping else self.goals)
        self._say_fold(state)
        self._follow_length()
        self.on.setVisible(state.finished)
        for name in ("hint", "fold", "more") if state.finished else ("hint", "fold"):
            # what leads on needs the room; the keys work either way
            self._keys[name].keep(not state.finished)
        self.on.setText(self.tr("Next lesson   Enter") if more else self.tr("Back to the real desk   Enter"))
        if state.finished and not before.finished:
            self.on.setFocus()
        self.updateGeometry()

    def showEvent(self, event: QShowEvent) -> None:
        """From now on the window's height decides how much of the story is seen."""
        super().showEvent(event)
        self.window().removeEventFilter(self)
        self.window().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The window has another height, or the story another width."""
        if event.type() == QEvent.Type.Resize:
            if watched is self.lines and self.lines.width() != self._wide:
                self._wide, self._tall = self.lines.width(), 0
            self.updateGeometry()
        return False

    def sizeHint(self) -> QSize:
        """As high as its line, and as the story may be without taking the desk's room."""
        top = self._top.sizeHint().height() + 6
        if self._state.folded or self._state.words is None:
            return QSize(320, top)
        window = self.window().height() if self.window() is not self else _DESK + top + _HIGH
        allowed = max(_LOW, min(_HIGH, window - _DESK - top))
        # no higher than its words; once it was higher it stays so, or the desk would jump with every hint
        self._tall = max(self._tall, self._needed())
        return QSize(320, top + 3 + min(allowed, self._tall))

    def _needed(self) -> int:
        """Pixels of the longer side, at the width it has."""
        sides: tuple[RowList, ...] = (self.lines, self.help if self._state.helping else self.goals)
        if not self._wide:
            return _HIGH
        return max(
            sum(side.sizeHintForRow(row) for row in range(side.model().rowCount())) + 2 * side.frameWidth()
            for side in sides
        )

    def retell(self) -> None:
        """In another language: the story is told anew."""
        self.show_state(self._state, more=self._more)
        self.retold.emit()

    def _told(self, state: StripState) -> list[Line]:
        words = state.words
        assert words is not None
        done = [Line(self.tr("Everything is as it should be."), "better")] if state.finished else []
        # run together: paragraphs would take a line more each
        return [*done, Line(" ".join(words.story))]

    def _help(self, before: StripState, state: StripState) -> None:
        """What was missed and the hints of this step, whatever came last on top."""
        if before.missed != state.missed:
            self._hints_first = False
        elif before.shown_hints != state.shown_hints:
            self._hints_first = True
        missed = [Line(one, "worse", spoken=self.tr("Missed")) for one in state.missed]
        hints = [Line(one, "neutral", spoken=self.tr("Hint")) for one in reversed(state.shown_hints)]
        lines = [*hints, *missed] if self._hints_first else [*missed, *hints]
        same = before.missed == state.missed and before.shown_hints == state.shown_hints
        self.help.put(lines, max(0, self.help.currentIndex().row()) if same else 0)

    def _on_top(self, state: StripState) -> str:
        """The line that is always there: folded it says what is to be done, else that stands below."""
        words = state.words
        assert words is not None
        if state.finished:
            return self.tr("{title}: done").format(title=words.title)
        place, count = state.place + 1, len(state.results)
        if state.folded:
            return self.tr("{place} of {all}. {step}").format(
                place=place, all=count, step=words.steps[state.place].text
            )
        return self.tr("{title} · step {place} of {all}").format(title=words.title, place=place, all=count)

    def _say_fold(self, state: StripState) -> None:
        """What its key does next."""
        if state.folded:
            self._fold.setText(self.tr("Story"))
        else:
            self._fold.setText(self.tr("Steps") if state.helping else self.tr("Fold"))

    def _say(self, step: Step) -> str:
        standing = self.tr("done") if step.result.holds else self.tr("not done yet")
        return f"{step.number}. {step.words} {standing}"

    def _broken(self, step: Step, width: int) -> tuple[str, ...]:
        return wrapped(step.words, fonts.screen_font(theme.points("body")), max(80, width - _PICTURE), _MOST)

    def _high(self, step: Step, width: int) -> int:
        return line_high() * len(self._broken(step, width)) - 6

    def _draw(self, painter: QPainter, rect: QRect, step: Step, highlighted: bool) -> None:
        inner = QRect(rect.left(), rect.top() + 2, rect.width(), rect.height())
        top = QRect(inner.left(), inner.top(), inner.width(), line_high())
        holds = step.result.holds
        Pen(painter, top).picture(Icon.GOOD if holds else Icon.WAITING, "good" if holds else "quiet")
        inner.setLeft(inner.left() + _PICTURE)
        Pen(painter, inner).lines(self._broken(step, rect.width()), "quiet" if holds else "text", bold=highlighted)
