"""The check-up beside the form: the list, and of the finding looked at why it hurts, in numbers, and its fix."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from ui import theme
from ui.icons import Icon
from ui.program.beside.places import place_words
from ui.program.beside.presenter import BesideState
from ui.program.beside.shown import Found
from ui.widgets.empty import Empty
from ui.widgets.flow import Flow
from ui.widgets.rows import Pen, RowList, line_high, wide_as
from ui.widgets.sentence_field import SentenceField
from ui.widgets.spoken import SpokenWidget
from ui.widgets.stack import Stack
from ui.widgets.wrapping import wrapped
from ui.widgets.yielding import YieldingArea

_PICTURES = {"error": (Icon.TROUBLE, "bad"), "warning": (Icon.WARNING, "warn"), "notice": (Icon.INFO, "quiet")}
_PICTURE = theme.GRID * 2 + theme.GRID // 2
_LINES = 6
"""So many lines of a finding are read in the list; of a longer one the whole sentence stands below it."""

_SEEN = 4
"""Lines of the list that what stands below it leaves it."""


class FindingsView(SpokenWidget):
    """Enter goes to the field, F4 puts it right where there is a fix."""

    looked_at = Signal(int)
    wanted = Signal()
    mended = Signal()
    explained = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._state = BesideState()
        self.rows = RowList(self._say, self._draw, high=self._high)
        self._what, self._why, self._example, self._where = QLabel(), QLabel(), QLabel(), QLabel()
        self._why.setProperty("role", "quiet")
        self._where.setProperty("role", "small")
        self._example.setProperty("role", "note")
        self.go, self.mend = QPushButton(), QPushButton()
        self.reason = SentenceField()
        self._ask = QLabel()
        self._ask.setProperty("role", "quiet")
        self._ask.setBuddy(self.reason)
        self._nothing = Empty(Icon.GOOD)
        below = QWidget()
        below.setProperty("role", "scrolled")
        column = QVBoxLayout(below)
        column.setContentsMargins(0, theme.GRID // 2, 0, 0)
        column.setSpacing(theme.GRID // 2)
        self._plate = SpokenWidget(role="plate-say")
        plate = QVBoxLayout(self._plate)
        plate.setContentsMargins(theme.GRID, theme.GRID // 2, theme.GRID, theme.GRID // 2)
        plate.addWidget(self._example)
        for label in (self._where, self._what, self._why, self._example, self._ask):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setProperty("data", True)
        for part in (self._where, self._what, self._why, self._plate, self._ask, self.reason):
            column.addWidget(part)
        some = QWidget()
        whole = QVBoxLayout(some)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(theme.GRID // 2)
        whole.addWidget(self.rows, 3)
        whole.addWidget(YieldingArea(below), 0)
        whole.addWidget(Flow(self.go, self.mend))
        self._stack = Stack()
        self._stack.addWidget(some)
        self._stack.addWidget(self._nothing)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._stack)
        self.rows.moved.connect(self.looked_at)
        self.rows.chosen.connect(lambda _: self.wanted.emit())
        self.go.clicked.connect(self.wanted)
        self.mend.clicked.connect(self.mended)
        self.reason.typed.connect(self.explained)
        self.drawn(lambda: self.rows.setMinimumHeight(line_high("small") + line_high() * _SEEN))
        self.setFocusProxy(self.rows)
        self.spoken(self.rows.setAccessibleName, lambda: self.tr("Findings of the check-up"))
        self.spoken(self.go.setText, lambda: self.tr("To the field   Enter"))
        self.spoken(self._ask.setText, lambda: self.tr("It may stay, because"))
        self.spoken(self.reason.setAccessibleName, lambda: self.tr("Why this may stay as it is"))
        self.spoken(self.reason.setPlaceholderText, lambda: self.tr("a reason that others can read"))

    def show_state(self, state: BesideState) -> None:
        """Draw the findings and the one that is looked at."""
        before, self._state = self._state, state
        findings = state.shown.findings
        if not findings:
            good = self.tr("What is promised can be computed, and no desk will read it otherwise.")
            head, what = (self.tr("Looking…"), "") if state.stale else (self.tr("Nothing is found"), good)
            self._nothing.say(head, what)
            self._stack.setCurrentIndex(1)
            return
        self._stack.setCurrentIndex(0)
        same = before.shown is state.shown and before.finding == state.finding and before.document is not state.document
        if not same:
            self.rows.put(findings, state.finding)
            self._show_one(state)

    def _show_one(self, state: BesideState) -> None:
        found = state.found
        if found is None:
            return
        # The list has the sentence itself, unless it is a long one.
        cut = self._broken(found, self.rows.viewport().width() - _PICTURE - theme.GRID * 3)[-1:]
        whole = found.said.what if cut and "…" in cut[0] else ""
        for label, words in (
            (self._what, whole), (self._why, found.said.why), (self._example, found.said.example),
            (self._where, "" if self._heads(found) else self._place(found)),
        ):  # fmt: skip
            label.setText(words)
            label.setVisible(bool(words))
        self._plate.setVisible(bool(found.said.example))
        self.mend.setVisible(bool(found.finding.fix))
        self.mend.setText(self.tr("{what}   F4").format(what=found.said.fix or self.tr("Put it right")))
        self.go.setEnabled(bool(found.finding.place))
        warning = found.finding.severity == "warning"
        self._ask.setVisible(warning)
        self.reason.setVisible(warning)
        self.reason.show_text(state.reasons.get(found.finding.key, ""))

    def retell(self) -> None:
        """Say again what depends on the state."""
        self.show_state(self._state)

    def _place(self, found: Found) -> str:
        words = place_words(found.finding.place, self._state.document, self._state.language)
        return words[:1].upper() + words[1:]

    def _heads(self, found: Found) -> bool:
        """Whether the place has room beside the severity, at the head of its row."""
        place, width = self._place(found), self.rows.viewport().width() - _PICTURE - theme.GRID * 4
        return bool(place) and wide_as(place, "small") + wide_as(self._severity(found), "small", bold=True) <= width

    def _severity(self, found: Found) -> str:
        if self._state.answered(found.finding):
            return self.tr("Explained")
        known = {"error": self.tr("Error"), "warning": self.tr("Warning"), "notice": self.tr("Notice")}
        return known[found.finding.severity]

    def _say(self, found: Found) -> str:
        return f"{self._severity(found)}: {found.said.what}"

    def _high(self, found: Found, width: int) -> int:
        return line_high("small") + line_high() * len(self._broken(found, width - _PICTURE))

    def _broken(self, found: Found, width: int) -> tuple[str, ...]:
        from ui import fonts

        return wrapped(found.said.what, fonts.screen_font(theme.points("body")), width, _LINES)

    def _draw(self, painter: QPainter, rect: QRect, found: Found, chosen: bool) -> None:
        picture, token = _PICTURES[found.finding.severity]
        if self._state.answered(found.finding):
            picture, token = Icon.GOOD, "good"
        top = QRect(rect.left(), rect.top() + theme.GRID // 2, rect.width(), line_high("small"))
        head = Pen(painter, top)
        head.picture(picture, token)
        severity = self._severity(found)
        head.write(severity, token, "small", bold=True)
        if self._heads(found):
            head.write(self._place(found), "quiet", "small", end=True)
        rest = QRect(rect.left() + _PICTURE, top.bottom() + 1, rect.width() - _PICTURE, rect.height())
        Pen(painter, rest).lines(self._broken(found, rest.width()), "text")
