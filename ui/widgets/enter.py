"""What Enter means inside a form: on a button it presses that button, elsewhere the form decides."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget


def is_enter(event: QKeyEvent) -> bool:
    """Whether the key is one of the two that say "done"."""
    return event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def presses_button(event: QKeyEvent, form: QWidget) -> bool:
    """Enter on a button, or on a box to tick, of `form`: press it. Qt itself does so in dialogs alone."""
    focus = QApplication.focusWidget()
    if not is_enter(event) or not isinstance(focus, QAbstractButton) or not form.isAncestorOf(focus):
        return False
    if not event.isAutoRepeat():
        focus.click()
    return True
