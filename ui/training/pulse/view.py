"""Draws the three questions of the pulse, each with five marks, and why nobody can tell who answered."""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from desk_app.training.pulse import QUESTIONS
from ui import theme
from ui.training.pulse.presenter import PulseState
from ui.training.words import version_words
from ui.widgets.spoken import SpokenWidget

_MARKS: Final = {
    Qt.Key.Key_1: 1, Qt.Key.Key_2: 2, Qt.Key.Key_3: 3, Qt.Key.Key_4: 4, Qt.Key.Key_5: 5,
}  # fmt: skip
_LONGEST: Final = 300


class Marks(QWidget):
    """Five buttons in a row; the digits press them wherever in the row the keyboard is."""

    marked = Signal(int)
    stepped = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        row = QGridLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setHorizontalSpacing(theme.GRID // 2)
        self.buttons: dict[int, QPushButton] = {}
        for mark in range(1, 6):
            button = QPushButton(str(mark))
            button.setCheckable(True)
            button.setProperty("role", "option")
            button.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
            button.clicked.connect(lambda _=False, mark=mark: self.marked.emit(mark))
            self._group.addButton(button)
            row.addWidget(button, 0, mark)
            self.buttons[mark] = button
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A digit is the mark; the arrows go from question to question."""
        mark = _MARKS.get(Qt.Key(event.key()))
        if mark is not None:
            self.marked.emit(mark)
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.stepped.emit(-1 if event.key() == Qt.Key.Key_Up else 1)
        else:
            super().keyPressEvent(event)

    def show_mark(self, mark: int | None) -> None:
        """Press one of them, or none."""
        self._group.setExclusive(False)
        for number, button in self.buttons.items():
            button.setChecked(number == mark)
        self._group.setExclusive(True)


class PulseView(SpokenWidget):
    """A form for half a minute."""

    marked = Signal(int, int)
    walked = Signal(int)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, role="card")
        # after the thanks the keyboard stays here, and Enter leads back
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._state = PulseState()
        self._head, self._about, self._why, self._thanks = QLabel(), QLabel(), QLabel(), QLabel()
        for label, role in (
            (self._head, "heading"), (self._about, "quiet"), (self._why, "quiet"), (self._thanks, "lead"),
        ):  # fmt: skip
            label.setProperty("role", role)
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.rows = tuple(Marks() for _ in QUESTIONS)
        self.words = QLineEdit()
        self.words.setMaxLength(_LONGEST)
        self._form = QWidget()
        grid = QGridLayout(self._form)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.GRID * 2)
        grid.setVerticalSpacing(theme.GRID)
        grid.setColumnStretch(0, 1)
        said = (
            lambda: self.tr("I know the rules"), lambda: self.tr("I understand why they are so"),
            lambda: self.tr("I believe that they are good for the patient"),
        )  # fmt: skip
        for place, (row, words) in enumerate(zip(self.rows, said, strict=True)):
            label = QLabel()
            label.setWordWrap(True)
            label.setBuddy(row)
            self.spoken(label.setText, words)
            self.spoken(row.setAccessibleName, words)
            grid.addWidget(label, place, 0)
            grid.addWidget(row, place, 1)
            row.marked.connect(partial(self._marked, place))
            row.stepped.connect(lambda by, place=place: self.walked.emit(place + by))
        self._scale = QLabel()
        self._scale.setProperty("role", "small")
        self._scale.setAlignment(Qt.AlignmentFlag.AlignRight)
        grid.addWidget(self._scale, len(self.rows), 0, 1, 2)
        grid.addWidget(self.words, len(self.rows) + 1, 0, 1, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.GRID * 2, theme.GRID, theme.GRID * 2, theme.GRID)
        column.setSpacing(theme.GRID)
        for part in (self._head, self._about, self._form, self._why, self._thanks):
            column.addWidget(part)
        column.addStretch(1)
        self.spoken(self._head.setText, lambda: self.tr("What do you think of these rules?"))
        self.spoken(self._scale.setText, lambda: self.tr("1: not at all, 5: entirely"))
        self.spoken(self.words.setPlaceholderText, lambda: self.tr("In your own words, if you like"))
        self.spoken(self.words.setAccessibleName, lambda: self.tr("In your own words"))
        self.spoken(self._why.setText, lambda: self.tr(
            "Anonymous: your answer waits sealed on this computer until five people have answered here. Then only how "
            "often each mark was given is kept, without name, hour or order."
        ))  # fmt: skip
        self.spoken(self._thanks.setText, self._thanked)

    def show_state(self, state: PulseState) -> None:
        """Draw the marks given so far."""
        before, self._state = self._state, state
        self._about.setText(version_words(state.taught) if state.taught is not None else "")
        for question, row in zip(QUESTIONS, self.rows, strict=True):
            row.show_mark(state.marks.get(question))
        if state.closed:
            # what is hidden gives the keyboard away
            self.setFocus()
        self._form.setVisible(not state.closed)
        self._why.setVisible(not state.closed)
        self._thanks.setVisible(state.closed)
        self._thanks.setText(self._thanked())
        if state.closed:
            self.words.clear()
        elif before.place != state.place:
            self.focus_here()

    def focus_here(self) -> None:
        """The keyboard is at the question that is asked, or at the thanks."""
        if self._state.closed:
            self.setFocus()
            return
        place = self._state.place
        (self.rows[place] if place < len(self.rows) else self.words).setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter leaves the thanks."""
        if self._state.closed and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.left.emit()
            return
        super().keyPressEvent(event)

    def _thanked(self) -> str:
        if self._state.before:
            return self.tr("You were asked about these rules already: everybody is asked once.")
        return self.tr("Thank you. It is counted, and nobody can tell that it was you.")

    def retell(self) -> None:
        """In another language."""
        self.show_state(self._state)

    def _marked(self, place: int, mark: int) -> None:
        self.marked.emit(mark, place)
