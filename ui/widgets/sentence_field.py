"""A field for a sentence or two, which are seen whole while they are typed."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QPlainTextEdit, QWidget

_LINES = 2


class SentenceField(QPlainTextEdit):
    """A sentence or two; Tab goes on to the next field."""

    typed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.setFixedHeight(self.fontMetrics().lineSpacing() * _LINES + 18)
        self.textChanged.connect(lambda: self.typed.emit(self.toPlainText()))

    def show_text(self, text: str) -> None:
        """Show it, unless it was typed here."""
        if text != self.toPlainText():
            with QSignalBlocker(self):
                self.setPlainText(text)
