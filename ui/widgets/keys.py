"""Every key of a screen on one page, drawn from the same data as the buttons."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

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
        self._grid.setContentsMargins(24, 12, 24, 12)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(4)
        for words_column in (1, 4):
            self._grid.setColumnStretch(words_column, 1)
        self._grid.setColumnMinimumWidth(2, 16)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(self._card)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._back)
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 24, 32, 24)
        column.setSpacing(theme.GRID * 2)
        column.addLayout(head)
        column.addWidget(area, 1)
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
        while self._grid.takeAt(0) is not None:
            pass
        for old in self._card.findChildren(QLabel):
            old.deleteLater()
        shown = [action for action in self._actions if action.key]
        half = (len(shown) + 1) // 2
        for number, action in enumerate(shown):
            key = QLabel(" / ".join(key_words(one) for one in action.key.split(" / ")))
            key.setProperty("role", "badge")
            side = 3 * (number // half)
            self._grid.addWidget(key, number % half, side, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
            self._grid.addLayout(self._explained(action), number % half, side + 1)
        self._grid.setRowStretch(half, 1)

    def _explained(self, action: Action) -> QVBoxLayout:
        both = QVBoxLayout()
        both.setSpacing(0)
        for text, role in ((words(action), "strong"), (help_sentence(action), "small")):
            label = QLabel(text)
            label.setProperty("role", role)
            label.setWordWrap(True)
            label.setVisible(bool(text))
            both.addWidget(label)
        return both

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leads back."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
