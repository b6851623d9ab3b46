"""Draws who is ready at the left, figures and sentences at the right, and a field to answer an objection below."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desk_app.training.readiness import Ready
from ui import theme
from ui.icons import Icon
from ui.training.branch import words
from ui.training.branch.presenter import BranchState
from ui.training.sent_field import SentField
from ui.training.words import version_words
from ui.widgets.lines import LinesView
from ui.widgets.rows import Pen, RowList, two_lines
from ui.widgets.spoken import SpokenWidget

_PEOPLE = 330
"""Pixels of the list, at most."""
_PICTURE = theme.GRID * 2 + theme.GRID // 2
"""Pixels of a picture before the words of a row."""


class BranchView(SpokenWidget):
    """One version, everybody who learns, and what they say."""

    answered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = BranchState()
        self._head, self._folder, self._to = QLabel(), QLabel(), QLabel()
        self._head.setProperty("role", "heading")
        self._folder.setProperty("role", "small")
        self._to.setProperty("role", "quiet")
        for label in (self._head, self._folder, self._to):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setMinimumWidth(1)
            label.setContentsMargins(12, 0, 12, 0)
        self._to.setProperty("data", True)
        self.people = RowList(self._say, self._draw, lines=2)
        self.lines = LinesView()
        self.answer = SentField()
        self.answer.setMaxLength(1000)
        self._reply = QWidget()
        below = QVBoxLayout(self._reply)
        below.setContentsMargins(0, 0, 12, 0)
        below.setSpacing(2)
        below.addWidget(self._to)
        line = QHBoxLayout()
        line.setContentsMargins(12, 0, 0, 4)
        line.addWidget(self.answer)
        below.addLayout(line)
        self._to.setBuddy(self.answer)
        sides = QHBoxLayout()
        sides.setSpacing(theme.GRID)
        sides.addWidget(self._listed(), 1)
        sides.addWidget(self._told(), 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(sides, 1)
        self.answer.sent.connect(self.answered)
        self.spoken(self.people.setAccessibleName, lambda: self.tr("Who is ready"))
        self.spoken(self.lines.setAccessibleName, lambda: self.tr("What is known of the version"))
        self.spoken(self.answer.setAccessibleName, lambda: self.tr("Answer to the objection"))
        self.spoken(self.answer.setPlaceholderText, lambda: self.tr("your answer; Enter sends it"))

    def _listed(self) -> QWidget:
        card = SpokenWidget(role="card")
        card.setMaximumWidth(_PEOPLE)
        title = QLabel()
        title.setProperty("role", "heading")
        title.setContentsMargins(12, 8, 12, 2)
        column = QVBoxLayout(card)
        column.setContentsMargins(1, 1, 1, 8)
        column.addWidget(title)
        column.addWidget(self.people, 1)
        column.addWidget(self._folder)
        self.spoken(title.setText, lambda: self.tr("Who is ready"))
        return card

    def _told(self) -> QWidget:
        card = SpokenWidget(role="card")
        column = QVBoxLayout(card)
        column.setContentsMargins(1, 8, 1, 8)
        column.addWidget(self._head)
        column.addWidget(self.lines, 1)
        column.addWidget(self._reply)
        return card

    def show_state(self, state: BranchState) -> None:
        """Draw one version."""
        before, self._state = self._state, state
        branch = state.branch
        self._head.setText(version_words(branch.taught) if branch is not None else self.tr("There is no program yet"))
        self.people.put(branch.people if branch is not None else (), max(0, self.people.currentIndex().row()))
        same = before.branch is not None and branch is not None and before.branch.taught == branch.taught
        self.lines.put(tuple(words.lines(state)), max(0, self.lines.currentIndex().row()) if same else 0)
        objection = state.objection
        self._reply.setVisible(objection is not None)
        if objection is not None:
            self._to.setText(words.objection_words(state, objection))
            if before.objection is None or before.objection.id != objection.id:
                self.answer.setText(objection.answer)
        self._folder.setText(
            self.tr("Records of several desks: {folder}").format(folder=_breakable(state.folder))
            if state.folder
            else self.tr("Records of this computer alone; Shift+F2 shares a folder.")
        )
        self._folder.setProperty("data", bool(state.folder))

    def person(self) -> str:
        """Whose row is highlighted, "" for none."""
        branch, row = self._state.branch, self.people.currentIndex().row()
        return branch.people[row].name if branch is not None and 0 <= row < len(branch.people) else ""

    def retell(self) -> None:
        """In another language."""
        self.show_state(self._state)

    def _word(self, ready: Ready) -> str:
        state = self._state
        if state.records is None or state.branch is None:
            return ""
        return state.records.person(ready.name).of(state.branch.taught.key).word

    def _say(self, ready: Ready) -> str:
        return f"{ready.name}. {words.person_words(ready, self._word(ready))}"

    def _draw(self, painter: QPainter, rect: QRect, ready: Ready, _highlighted: bool) -> None:
        above, below = two_lines(rect)
        pen = Pen(painter, above)
        pen.picture(Icon.GOOD if ready.ready else Icon.WAITING, "good" if ready.ready else "warn")
        # in one line with what is left it would be wider than the list
        pen.write(words.told_words(ready, self._word(ready)), "quiet", "small", end=True)
        pen.write(ready.name, bold=not ready.ready)
        below.setLeft(rect.left() + _PICTURE)
        Pen(painter, below).write(words.left_words(ready), "quiet", "small")


def _breakable(folder: str) -> str:
    # A path has no spaces to break at.
    return folder.replace("/", "/\N{ZERO WIDTH SPACE}").replace("\\", "\\\N{ZERO WIDTH SPACE}")
