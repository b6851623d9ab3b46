"""One sentence per sum and per line: why it is so, and why not otherwise; in two voices."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QFrame, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from ui import theme
from ui.widgets.flow import Flow
from ui.widgets.spoken import SpokenWidget
from ui.wording.explain import Audience

LARGE = 120
"""Percent of text size up to which a name and its sum stand in one row."""


@dataclass(frozen=True)
class Section:
    """A heading with a sum at its right, and sentences under it."""

    title: str
    sum: str
    sentences: tuple[str, ...]


class WhyView(SpokenWidget):
    """Arrow keys scroll, Left and Right change the voice."""

    turned = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, role="card")
        self._sections: tuple[Section, ...] = ()
        self._percent = 0
        self.for_desk = QPushButton()
        self.for_patient = QPushButton()
        self._voices = QButtonGroup(self)
        top = QVBoxLayout()
        top.setContentsMargins(12, 10, 12, 4)
        for button in (self.for_desk, self.for_patient):
            button.setCheckable(True)
            self._voices.addButton(button)
        top.addWidget(Flow(self.for_desk, self.for_patient, gap=theme.GRID))
        self.for_desk.setChecked(True)
        self.scrolled = QScrollArea()
        self.scrolled.setWidgetResizable(True)
        self.scrolled.setFrameShape(QFrame.Shape.NoFrame)
        self.scrolled.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.scrolled.installEventFilter(self)
        self.setFocusProxy(self.scrolled)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self.scrolled, 1)
        self._voices.buttonToggled.connect(lambda _, on: self.turned.emit() if on else None)
        self.spoken(self.for_desk.setText, lambda: self.tr("For the desk"))
        self.spoken(self.for_patient.setText, lambda: self.tr("To read to the patient"))
        self.spoken(self.scrolled.setAccessibleName, lambda: self.tr("Why these sums"))

    def voice(self) -> Audience:
        """Whom the sentences are for."""
        return "desk" if self.for_desk.isChecked() else "patient"

    def show_sections(self, sections: Sequence[Section]) -> None:
        """Show these, from the top."""
        if (tuple(sections), theme.text_percent()) == (self._sections, self._percent):
            return
        self._sections, self._percent = tuple(sections), theme.text_percent()
        inside = QWidget()
        inside.setProperty("role", "scrolled")
        column = QVBoxLayout(inside)
        column.setContentsMargins(14, 6, 14, 12)
        column.setSpacing(3)
        for section in self._sections:
            column.addLayout(_heading(section))
            for sentence in section.sentences:
                column.addWidget(_sentence(sentence))
            column.addSpacing(8)
        column.addStretch(1)
        self.scrolled.setWidget(inside)
        self.scrolled.setAccessibleDescription(" ".join(self.sentences()))

    def sentences(self) -> tuple[str, ...]:
        """Everything that is said, in order."""
        return tuple(sentence for section in self._sections for sentence in section.sentences)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Left and Right change the voice; the area would scroll where there is nothing to scroll."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.key() not in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            return False
        (self.for_patient if self.for_desk.isChecked() else self.for_desk).setChecked(True)
        return True


def _heading(section: Section) -> QBoxLayout:
    # Large letters: a long word and its sum do not go side by side.
    side_by_side = theme.text_percent() <= LARGE
    row = QBoxLayout(QBoxLayout.Direction.LeftToRight if side_by_side else QBoxLayout.Direction.TopToBottom)
    row.setSpacing(theme.GRID if side_by_side else 0)
    title, amount = QLabel(section.title), QLabel(section.sum)
    title.setProperty("role", "strong")
    # Names of services and sentences of the rules come ready in the language of the window.
    title.setProperty("data", True)
    title.setWordWrap(True)
    amount.setProperty("role", "strong")
    amount.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight)
    row.addWidget(title, 1)
    row.addWidget(amount)
    return row


def _sentence(words: str) -> QLabel:
    made = QLabel(words)
    made.setProperty("data", True)
    made.setWordWrap(True)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return made
