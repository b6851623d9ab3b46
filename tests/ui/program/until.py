"""Waits for what must come, and no longer."""

from collections.abc import Callable

from PySide6.QtCore import QDeadlineTimer, QEventLoop
from PySide6.QtWidgets import QApplication

PATIENCE = 30_000


def until(is_so: Callable[[], bool]) -> None:
    """Let the window work until something is so; fails when it never comes."""
    left = QDeadlineTimer(PATIENCE)
    while not is_so():
        assert not left.hasExpired()
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
