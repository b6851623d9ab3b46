"""Draws the form of joining: choose the file, or scan the squares of the sheet; one sentence says how far it is."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ui import language, theme
from ui.file_dialog import ask_file
from ui.icons import Icon, beside_words
from ui.join.presenter import JoinState
from ui.widgets.notice_bar import announce
from ui.widgets.spoken import SpokenWidget
from ui.wording.problems import problem


class JoinView(SpokenWidget):
    """The field takes what a scanner types; it sends Enter behind each square, or a hand does."""

    file_chosen = Signal(Path)
    scanned = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = JoinState()
        self.setAcceptDrops(True)
        lead = QLabel()
        lead.setWordWrap(True)
        lead.setProperty("role", "quiet")
        self.choose = QPushButton()
        self.choose.setAutoDefault(True)
        self.choose.setProperty("role", "primary")
        self.choose.clicked.connect(self._ask_file)
        self.field = QLineEdit()
        # what a scanner types holds a password
        self.field.setEchoMode(QLineEdit.EchoMode.Password)
        self.field.setMaxLength(1200)
        self.field.returnPressed.connect(self._typed)
        self._say = QLabel()
        self._say.setWordWrap(True)
        self._bar = QProgressBar()
        self._bar.setRange(0, 0)
        self._bar.setTextVisible(False)
        self._bar.hide()
        line = QHBoxLayout()
        line.setSpacing(theme.GRID * 2)
        line.addWidget(self.choose)
        line.addWidget(self.field, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GRID)
        column.addWidget(lead)
        column.addLayout(line)
        column.addWidget(self._bar)
        column.addWidget(self._say)
        self.setFocusProxy(self.field)
        # Large letters: what the field waits for is read whole.
        directions = QBoxLayout.Direction
        self.drawn(lambda: line.setDirection(directions.TopToBottom if theme.large() else directions.LeftToRight))
        self.drawn(lambda: beside_words(self.choose, Icon.JOIN, "on_accent"))
        self.spoken(
            lead.setText,
            lambda: self.tr(
                "The centre gives each desk a file, or a sheet with QR codes. "
                "Choose the file, or scan the codes in any order."
            ),
        )
        self.spoken(self.choose.setText, lambda: self.tr("Join file…"))
        self.spoken(self.field.setPlaceholderText, lambda: self.tr("Scan the QR codes here"))
        self.spoken(self.field.setAccessibleName, lambda: self.tr("QR codes of the sheet"))

    def show_state(self, state: JoinState) -> None:
        """How far it is, or why it was not taken."""
        before, self._state = self._state, state
        self.choose.setEnabled(not state.busy)
        self.field.setReadOnly(state.busy)
        self._bar.setVisible(state.busy)
        words = self.sentence()
        self._say.setProperty("data", state.problem is not None)
        self._say.setText(words)
        self._say.setVisible(bool(words))
        role = "bad" if state.problem is not None else "good" if state.scanned else "quiet"
        if self._say.property("role") != role:
            self._say.setProperty("role", role)
            theme.restyle(self._say)
        if words and (before.told, before.busy) != (state.told, state.busy):
            announce(self, words)

    def sentence(self) -> str:
        """What it says now."""
        state = self._state
        if state.problem is not None:
            return problem(state.problem, language.current())
        if state.busy:
            return self.tr("Joining the centre…")
        if state.scanned:
            left = [str(number) for number in range(1, state.count + 1) if number not in state.scanned]
            return self.tr("Scanned {here} of {all}. Still to be scanned: {left}.").format(
                here=len(state.scanned), all=state.count, left=", ".join(left)
            )
        return ""

    def retell(self) -> None:
        """Say it again in another language."""
        self.show_state(self._state)

    def _typed(self) -> None:
        text = self.field.text()
        self.field.clear()
        if text.strip():
            self.scanned.emit(text)

    def _ask_file(self) -> None:
        kinds = f"{self.tr('Join file')} (*.join);;* (*)"
        if file := ask_file(self, self.tr("The file of the centre"), kinds):
            self.file_chosen.emit(file)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A file may be dropped here."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """The file that was dropped."""
        files = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if files:
            self.file_chosen.emit(files[0])
