"""Keeps the wheel from changing a field nobody is in: the page is scrolled instead."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QAbstractSpinBox, QComboBox, QWidget


class _Calm(QObject):
    """Leaves the wheel over a field without the keyboard to whatever scrolls around it."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Whether the field is kept from it."""
        if event.type() == QEvent.Type.Wheel and isinstance(watched, QWidget) and not watched.hasFocus():
            event.ignore()
            return True
        return False


def calm(around: QWidget) -> None:
    """Every number and every list to choose from inside `around`, from now on; call it once they are all made."""
    filter_ = _Calm(around)
    for kind in (QAbstractSpinBox, QComboBox):
        for field in around.findChildren(kind):
            # Qt would first hand the keyboard to what the wheel turns over.
            field.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            field.installEventFilter(filter_)
