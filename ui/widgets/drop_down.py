"""Lists to choose one of, filled without telling of it and no wider than their place."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QComboBox


def drop_down() -> QComboBox:
    """A list to choose from that is no wider than its place."""
    made = QComboBox()
    made.setMinimumContentsLength(8)
    made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    return made


def fill(box: QComboBox, wanted: Sequence[tuple[Any, str]], chosen: Any) -> None:
    """Have exactly these choices, one of them chosen, without telling of it."""
    if [(box.itemData(row), box.itemText(row)) for row in range(box.count())] != list(wanted):
        box.clear()
        for data, words in wanted:
            box.addItem(words, data)
    box.setCurrentIndex(next((row for row, (data, _) in enumerate(wanted) if data == chosen), -1))
