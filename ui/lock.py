"""The screen that covers everything about patients until whoever works here comes back."""

import hashlib
import hmac
import os

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from ui import theme
from ui.icons import Icon, pixmap
from ui.widgets.notice_bar import announce
from ui.widgets.spoken import SpokenWidget

PATIENCE = 5
"""Wrong codes before the field rests."""
REST = 30_000
"""Milliseconds the field rests."""


def pin_hash(pin: str) -> str:
    """What is kept of a code: its salt and its scrypt hash, in hexadecimal digits."""
    salt = os.urandom(16)
    return f"{salt.hex()}:{_scrypt(pin, salt).hex()}"


def pin_fits(pin: str, kept: str) -> bool:
    """Whether `pin` is the code that was kept; with no code kept, every answer is right."""
    if not kept:
        return True
    salt, _, known = kept.partition(":")
    try:
        return hmac.compare_digest(_scrypt(pin, bytes.fromhex(salt)), bytes.fromhex(known))
    except ValueError:
        return False


def _scrypt(pin: str, salt: bytes) -> bytes:
    return hashlib.scrypt(pin.encode(), salt=salt, n=2**13, r=8, p=1)


class LockView(SpokenWidget):
    """Shows nothing of the clinic's patients; Enter, or the code, opens the desk as it was left."""

    unlocked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, role="ground")
        self._kept = ""
        self._wrong = 0
        self._rest = QTimer(self, singleShot=True, interval=REST)
        self._image = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        self._title = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        self._title.setProperty("role", "title")
        self._words = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        self._words.setProperty("role", "quiet")
        self._field = QLineEdit(alignment=Qt.AlignmentFlag.AlignCenter)
        self._field.setEchoMode(QLineEdit.EchoMode.Password)
        self._field.setMaxLength(12)
        self._field.setFixedWidth(208)
        self._button = QPushButton()
        self._button.setProperty("role", "primary")
        self._button.setFixedWidth(208)
        column = QVBoxLayout(self)
        column.setSpacing(theme.GRID * 2)
        column.addStretch(1)
        for widget in (self._image, self._title, self._words):
            column.addWidget(widget)
        for field in (self._field, self._button):
            line = QHBoxLayout()
            line.addStretch(1)
            line.addWidget(field)
            line.addStretch(1)
            column.addLayout(line)
        column.addStretch(2)
        self._field.returnPressed.connect(self.unlock)
        self._button.clicked.connect(self.unlock)
        self._rest.timeout.connect(self._rested)
        self.spoken(self._title.setText, lambda: self.tr("The desk is locked"))
        self.spoken(self._button.setText, lambda: self.tr("Back to work"))
        self.spoken(self._field.setAccessibleName, lambda: self.tr("Code"))
        self.drawn(lambda: self._image.setPixmap(pixmap(Icon.LOCK, 48, "accent", self.devicePixelRatioF())))
        self.retell()

    def lock(self, kept: str) -> None:
        """Ask for the code behind `kept`; with none, Enter is enough."""
        self._kept = kept
        self._field.clear()
        self._field.setVisible(bool(kept))
        self.retell()
        (self._field if kept else self._button).setFocus()

    def unlock(self) -> None:
        """Open if the code is right; after a few wrong ones, rest."""
        if self._rest.isActive():
            return
        if pin_fits(self._field.text(), self._kept):
            self._wrong = 0
            self.unlocked.emit()
            return
        self._wrong += 1
        self._field.clear()
        if self._wrong % PATIENCE == 0:
            self._rest.start()
            self._field.setEnabled(False)
        self.retell()
        announce(self, self._words.text())

    def retell(self) -> None:
        """Say what is asked for, or what went wrong."""
        if self._rest.isActive():
            self._words.setText(self.tr("Too many wrong codes. Try again in half a minute."))
        elif self._wrong:
            self._words.setText(self.tr("That code is not right. Everything is still as it was left."))
        elif self._kept:
            self._words.setText(self.tr("Type your code. Everything is as it was left."))
        else:
            self._words.setText(self.tr("Press Enter. Everything is as it was left."))

    def _rested(self) -> None:
        self._field.setEnabled(True)
        self._wrong = 0
        self._field.setFocus()
        self.retell()
