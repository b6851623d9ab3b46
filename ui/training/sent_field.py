"""A line to write something in that Enter sends: a name, an objection, an answer to one."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from ui.widgets.enter import is_enter


class SentField(QLineEdit):
    """Enter is for the page, every other key for the field."""

    sent = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of a field."""
        if not is_enter(event):
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            self.sent.emit()
