"""What may stand in place of the desk: the lock, the page of keys, a sheet before printing, the first start."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui import theme
from ui.widgets.stack import Stack

if TYPE_CHECKING:
    from ui.action import Action
    from ui.lock import LockView
    from ui.printer import Job
    from ui.widgets.keys import KeysView
    from ui.widgets.preview import PreviewView


class Pages(Stack):
    """The desk, and above it pages that are made when they are first needed."""

    unlocked = Signal()
    left = Signal(bool)
    """A page was left: the desk is shown again. True after one that was only looked up, in the middle of something."""
    print_wanted = Signal(object)
    """The `Job` that was looked at."""
    saved = Signal(str)
    kept = Signal(str)
    """A sheet was kept as a file: its note."""
    not_saved = Signal()

    def __init__(self, desk: QWidget) -> None:
        super().__init__()
        self._desk = desk
        self.lock: LockView | None = None
        self.keys: KeysView | None = None
        self.preview: PreviewView | None = None
        self._covering: QWidget | None = None
        self.before: QWidget | None = None
        self._scanned: Callable[[str], None] | None = None
        self.addWidget(desk)

    def on_desk(self) -> bool:
        """Whether nothing covers the desk."""
        return self.currentWidget() is self._desk

    def locked(self) -> bool:
        """Whether the desk is locked."""
        return self.lock is not None and self.currentWidget() is self.lock

    def show_desk(self) -> None:
        """Take away whatever covers the desk."""
        self.setCurrentWidget(self._desk)

    def cover(self, page: QWidget, scanned: Callable[[str], None] | None = None) -> None:
        """Show a page of somebody else in place of everything; what is scanned meanwhile is its own."""
        self._put(page)
        self._covering, self._scanned = page, scanned
        self.setCurrentWidget(page)

    def took_scan(self, code: str) -> bool:
        """Whether a page that covers everything took what was scanned, or kept it from the desk."""
        if self._covering is None or self.currentWidget() is not self._covering:
            return False
        if self._scanned is not None:
            self._scanned(code)
        return True

    def show_lock(self, kept_pin: str) -> None:
        """Cover everything about patients."""
        if self.lock is None:
            from ui.lock import LockView

            self.lock = LockView()
            self.lock.unlocked.connect(self._unlocked)
            self._put(self.lock)
        self.setCurrentWidget(self.lock)
        self.lock.lock(kept_pin)

    def show_keys(self, actions: Sequence[Action]) -> None:
        """Every key on one page."""
        if self.keys is None:
            from ui.widgets.keys import KeysView

            self.keys = KeysView()
            self.keys.left.connect(lambda: self._left(looked_up=True))
            self._put(self.keys)
        self._remember()
        self.keys.show_keys(actions)
        self.setCurrentWidget(self.keys)

    def show_preview(self, job: Job) -> None:
        """A sheet before it is printed."""
        if self.preview is None:
            from ui.widgets.preview import PreviewView

            self.preview = PreviewView()
            self.preview.left.connect(lambda: self._left())
            self.preview.print_wanted.connect(self._print)
            self.preview.saved.connect(self._saved)
            self.preview.not_saved.connect(self._not_saved)
            self._put(self.preview)
        self._remember()
        self.preview.show_job(job)
        self.setCurrentWidget(self.preview)

    def _remember(self) -> None:
        """Where the keyboard stands on the desk."""
        if self.on_desk():
            self.before = self.window().focusWidget()

    def _put(self, page: QWidget) -> None:
        self.addWidget(page)
        theme.wear(page)

    def _unlocked(self) -> None:
        self.show_desk()
        self.unlocked.emit()

    def _left(self, *, looked_up: bool = False) -> None:
        self.show_desk()
        self.left.emit(looked_up)

    def _print(self) -> None:
        job = self.preview.job() if self.preview is not None else None
        self._left()
        self.print_wanted.emit(job)

    def _saved(self, name: str) -> None:
        job = self.preview.job() if self.preview is not None else None
        self._left()
        self.saved.emit(name)
        if job is not None:
            self.kept.emit(job.note)

    def _not_saved(self) -> None:
        self._left()
        self.not_saved.emit()
