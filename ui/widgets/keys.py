"""Every key of a screen on one page, drawn from the same data as the buttons."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ui import theme
from ui.action import Action, help_sentence, key_words, words
from ui.widgets.spoken import SpokenWidget


class KeysView(SpokenWidget):
    """A page of keys; Esc or Enter leads back."""

    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, role="ground")
        self._actions: Sequence[Action] = ()
        self._title = QLabel()
        self._title.setProperty("role", "title")
        self._back = QPushButton()
        self._card = SpokenWidget(role="card")
        self._grid = QGridLayout(self._card)
        self._grid.setContentsMargins(24, 16, 24, 16)
        self._grid.setHorizontalSpacing(24)
        self._grid.setVerticalSpacing(10)
        self._grid.setColumnStretch(2, 1)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._back)
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 24, 32, 24)
        column.setSpacing(theme.GRID * 2)
        column.addLayout(head)
        column.addWidget(self._card)
        column.addStretch(1)
        self._back.clicked.connect(self.left)
        self.spoken(self._title.setText, lambda: self.tr("Keys"))
        self.spoken(self._back.setText, lambda: self.tr("Back   Esc"))

    def show_keys(self, actions: Sequence[Action]) -> None:
        """Draw the page for `actions`, the open room's first."""
        self._actions = actions
        self.retell()
        self._back.setFocus()

    def retell(self) -> None:
        """Draw the page again in the language of the moment."""
        while (item := self._grid.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.deleteLater()
        for row, action in enumerate(action for action in self._actions if action.key):
            key = QLabel(" / ".join(key_words(one) for one in action.key.split(" / ")))
            key.setProperty("role", "badge")
            what = QLabel(words(action))
            what.setProperty("role", "strong")
            why = QLabel(help_sentence(action))
            why.setProperty("role", "quiet")
            why.setWordWrap(True)
            self._grid.addWidget(key, row, 0, Qt.AlignmentFlag.AlignLeft)
            self._grid.addWidget(what, row, 1)
            self._grid.addWidget(why, row, 2)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leads back."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
