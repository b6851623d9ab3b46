"""A field for a few signs: as wide as they are in the letters of the moment, and no wider."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

EDGES = 26
"""Pixels of the border, the padding and the cursor."""


class ShortField(QLineEdit):
    """Holds about so many `signs`."""

    def __init__(self, signs: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._signs = signs
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Room for its signs, or for what it says while it is empty."""
        metrics = self.fontMetrics()
        wide = max(metrics.horizontalAdvance("0" * self._signs), metrics.horizontalAdvance(self.placeholderText()))
        return QSize(wide + EDGES, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """The same."""
        return self.sizeHint()
