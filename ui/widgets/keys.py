"""Every key of a screen on one page, drawn from the same data as the buttons."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractSlider,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ui import theme
from ui.action import Action, help_sentence, key_words, words
from ui.widgets.spoken import SpokenWidget

_MOVES = {
    Qt.Key.Key_Up: QAbstractSlider.SliderAction.SliderSingleStepSub,
    Qt.Key.Key_Down: QAbstractSlider.SliderAction.SliderSingleStepAdd,
    Qt.Key.Key_PageUp: QAbstractSlider.SliderAction.SliderPageStepSub,
    Qt.Key.Key_PageDown: QAbstractSlider.SliderAction.SliderPageStepAdd,
    Qt.Key.Key_Home: QAbstractSlider.SliderAction.SliderToMinimum,
    Qt.Key.Key_End: QAbstractSlider.SliderAction.SliderToMaximum,
}


class KeysView(SpokenWidget):
    """A page of keys; the arrows, PageUp, PageDown, Home and End scroll it, Esc or Enter leads back."""

    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, role="ground")
        self._actions: Sequence[Action] = ()
        self._title = QLabel()
        self._title.setProperty("role", "title")
        self._back = QPushButton()
        self._card = SpokenWidget(role="card")
        self._sides = QHBoxLayout(self._card)
        self._sides.setContentsMargins(24, 12, 24, 12)
        self._sides.setSpacing(32)
        self._half: list[QWidget] = []
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(self._card)
        self._bar = area.verticalScrollBar()
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._back)
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 24, 32, 24)
        column.setSpacing(theme.GRID * 2)
        column.addLayout(head)
        column.addWidget(area, 1)
        # The button keeps the keyboard, and would spend the arrows on going to a neighbour it does not have.
        self._back.installEventFilter(self)
        self._back.clicked.connect(self.left)
        self.spoken(self._title.setText, lambda: self.tr("Keys"))
        self.spoken(self._back.setText, lambda: self.tr("Back   Esc"))

    def show_keys(self, actions: Sequence[Action]) -> None:
        """Draw the page for `actions`, the open room's first."""
        self._actions = actions
        self.retell()
        self._bar.setValue(0)
        self._back.setFocus()

    def retell(self) -> None:
        """Draw the page again in the language of the moment."""
        for old in self._half:
            self._sides.removeWidget(old)
            old.hide()
            old.deleteLater()
        shown = [action for action in self._actions if action.key]
        half = (len(shown) + 1) // 2
        self._half = [self._column(part) for part in (shown[:half], shown[half:])]
        for side in self._half:
            self._sides.addWidget(side, 1)

    def _column(self, actions: Sequence[Action]) -> QWidget:
        side = QWidget()
        grid = QGridLayout(side)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        for row, action in enumerate(actions):
            key = QLabel(" / ".join(key_words(one) for one in action.key.split(" / ")))
            key.setProperty("role", "badge")
            grid.addWidget(key, row, 0, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
            grid.addLayout(self._explained(action), row, 1)
        grid.setRowStretch(len(actions), 1)
        return side

    def _explained(self, action: Action) -> QVBoxLayout:
        both = QVBoxLayout()
        both.setSpacing(0)
        for text, role in ((words(action), "strong"), (help_sentence(action), "small")):
            if not text:
                continue
            label = QLabel(text)
            label.setProperty("role", role)
            label.setWordWrap(True)
            both.addWidget(label)
        both.addStretch(1)
        return both

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Scroll by the keys that scroll; all others are the button's."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        move = _MOVES.get(Qt.Key(event.key()))
        if move is None:
            return False
        self._bar.triggerAction(move)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leads back."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
