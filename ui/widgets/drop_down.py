"""Lists to choose one of, filled without telling of it and no wider than their place."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox

_OPENING = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


def drop_down() -> QComboBox:
    """A list to choose from that is no wider than its place."""
    made = QComboBox()
    made.setMinimumContentsLength(8)
    made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    return made


class AddBox(QComboBox):
    """A list of what may be added: the keys open it, since going through a closed one would take the first."""

    def __init__(self) -> None:
        super().__init__()
        self.setMinimumContentsLength(8)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrows and Enter open the list, as Space does."""
        if event.key() in _OPENING:
            self.showPopup()
        else:
            super().keyPressEvent(event)


def fill(box: QComboBox, wanted: Sequence[tuple[Any, str]], chosen: Any) -> None:
    """Have exactly these choices, one of them chosen, without telling of it."""
    if [(box.itemData(row), box.itemText(row)) for row in range(box.count())] != list(wanted):
        box.clear()
        for data, words in wanted:
            box.addItem(words, data)
    box.setCurrentIndex(next((row for row, (data, _) in enumerate(wanted) if data == chosen), -1))
