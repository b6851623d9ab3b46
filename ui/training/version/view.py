"""Draws a version to be read, sentence by sentence, and below it the two things that can be said to it."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desk_app.training.records import Objection
from ui import theme
from ui.training.sent_field import SentField
from ui.training.version.presenter import VersionState
from ui.training.words import version_words
from ui.widgets.lines import Line, LinesView
from ui.widgets.spoken import SpokenWidget

_LONGEST = 1000


class VersionView(SpokenWidget):
    """Sentences, her word so far, the owner's answers, and a field for an objection."""

    objected = Signal()
    scrolled = Signal()
    retold = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, role="card")
        self._state = VersionState()
        self._seen = False
        self._head, self.word = QLabel(), QLabel()
        self._head.setProperty("role", "heading")
        for label in (self._head, self.word):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setContentsMargins(12, 0, 12, 0)
        self.lines = LinesView()
        self.objection = SentField()
        self.objection.setMaxLength(_LONGEST)
        label = QLabel()
        label.setProperty("role", "quiet")
        label.setBuddy(self.objection)
        below = QHBoxLayout()
        below.setContentsMargins(12, 0, 12, 4)
        below.setSpacing(theme.GRID)
        below.addWidget(label)
        below.addWidget(self.objection, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 8, 1, 8)
        column.setSpacing(theme.GRID // 2)
        column.addWidget(self._head)
        column.addWidget(self.lines, 1)
        column.addWidget(self.word)
        column.addLayout(below)
        self.objection.sent.connect(self.objected)
        bar = self.lines.verticalScrollBar()
        bar.valueChanged.connect(self._moved)
        self.spoken(label.setText, lambda: self.tr("What is wrong with it?"))
        self.spoken(self.objection.setAccessibleName, lambda: self.tr("Objection"))
        self.spoken(self.objection.setPlaceholderText, lambda: self.tr("whoever answers for the program replies"))
        self.spoken(self.lines.setAccessibleName, lambda: self.tr("What the version says"))

    def show_state(self, state: VersionState) -> None:
        """Draw the version and what was said."""
        before, self._state = self._state, state
        if state.taught is None:
            self._head.setText(self.tr("There is no program yet"))
            self.lines.put((), 0)
            return
        self._head.setText(version_words(state.taught))
        same = before.taught == state.taught and before.looked == state.looked
        if not same:
            self._seen = False
        self.lines.put(self._told(state), max(0, self.lines.currentIndex().row()) if same else 0)
        role, said = self._word(state)
        self.word.setText(said)
        if self.word.property("role") != role:
            self.word.setProperty("role", role)
            theme.restyle(self.word)
        self.objection.setEnabled(bool(state.name))
        QTimer.singleShot(0, self, self.look)

    @property
    def read(self) -> bool:
        """Whether the last sentence was in sight."""
        return self._seen

    def look(self) -> None:
        """See how far the sentences reach, once they stand in their lines."""
        if self._state.looked and not self._seen and self.lines.isVisible():
            self.lines.doItemsLayout()
            bar = self.lines.verticalScrollBar()
            self._seen = bar.value() >= bar.maximum()
            self._told_where()

    def read_on(self) -> None:
        """A page further; the last line that was seen stays in sight."""
        bar = self.lines.verticalScrollBar()
        bar.setValue(bar.value() + bar.pageStep() * 4 // 5)

    def _moved(self) -> None:
        bar = self.lines.verticalScrollBar()
        if self._state.looked and not self._seen and bar.value() >= bar.maximum() > 0:
            self._seen = True
            self._told_where()

    def _told_where(self) -> None:
        self.word.setText(self._word(self._state)[1])
        self.scrolled.emit()

    def retell(self) -> None:
        """In another language: differences are said anew."""
        self.show_state(self._state)
        self.retold.emit()

    def _told(self, state: VersionState) -> tuple[Line, ...]:
        if not state.looked:
            return (Line(self.tr("Looking…"), "quiet"),)
        lines = self._left_behind(state)
        if state.before is not None:
            said = self.tr("What is other than in version {number}").format(number=state.before.record.label)
            lines.append(Line(said, "heading"))
            spoken = {"better": self.tr("better"), "worse": self.tr("worse"), "neutral": ""}
            lines += [Line(one.words, one.kind, spoken=spoken[one.kind]) for one in state.changes]
            if not state.changes:
                lines.append(Line(self.tr("Nothing that a patient would feel."), "quiet"))
        lines += self._objections(state)
        lines.append(Line(self.tr("The rules, as the leaflet tells them"), "heading"))
        lines += [Line(one) for one in state.promises]
        return tuple(lines)

    def _objections(self, state: VersionState) -> list[Line]:
        lines: list[Line] = []
        for one in state.objections:
            lines.append(Line(self.tr("Your objection"), "heading"))
            lines += self._said(one)
        return lines

    def _left_behind(self, state: VersionState) -> list[Line]:
        """First of all: below the sentences of another version nobody would look for it."""
        lines: list[Line] = []
        for number, one in state.left_behind:
            lines.append(Line(self.tr("Your objection to version {number}").format(number=number), "heading"))
            lines += self._said(one)
        return lines

    def _said(self, one: Objection) -> list[Line]:
        answer = self.tr("Answer: {text}").format(text=one.answer) if one.answer else self.tr("Not answered yet.")
        return [Line(one.text), Line(answer, "plain" if one.answer else "quiet")]

    def _word(self, state: VersionState) -> tuple[str, str]:
        if not state.name:
            return "quiet", self.tr("Say on the first page who you are; then you can agree or object.")
        if state.word == "agreed":
            return "good", self.tr("Read and agreed.")
        if state.word == "objects":
            return "warn", self.tr("You object. F9 takes it back and agrees.")
        if not self.read:
            return "quiet", self.tr("Read it to the end: F9 leafs on, and there you agree or object.")
        return "quiet", self.tr("F9 says that you have read it and agree.")
