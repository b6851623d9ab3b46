"""The end of a shift: what was not sent, that it is safe, and a closing that nobody has to wait for."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desk_app.sync.state import Network
from ui import language, theme
from ui.icons import Icon, pixmap
from ui.widgets.flow import Flow
from ui.widgets.spoken import SpokenWidget
from ui.wording import network as words

PATIENCE: Final = 20
"""Seconds until the window closes by itself: a computer that is being shut down waits for nobody."""


class ShiftPage(SpokenWidget):
    """One sentence, how the network is, and three ways: send now, close, stay."""

    sync_wanted = Signal()
    closing_wanted = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, role="ground")
        self._network = Network()
        self._image, title, self._words, self._state, self._clock = QLabel(), QLabel(), QLabel(), QLabel(), QLabel()
        title.setProperty("role", "title")
        self._words.setProperty("role", "lead")
        self._state.setProperty("role", "quiet")
        self._clock.setProperty("role", "small")
        for label in (self._words, self._state):
            label.setWordWrap(True)
            # sentences with two languages of their own
            label.setProperty("data", True)
        self.sync, self.close_now, self._stay = QPushButton(), QPushButton(), QPushButton()
        self.close_now.setProperty("role", "primary")
        for button in (self.sync, self.close_now, self._stay):
            button.setAutoDefault(True)
        self.sync.clicked.connect(self.sync_wanted)
        self.close_now.clicked.connect(self.closing_wanted)
        self._stay.clicked.connect(self.left)
        middle = QWidget()
        middle.setMaximumWidth(680)
        column = QVBoxLayout(middle)
        column.setSpacing(theme.GRID * 2)
        column.addStretch(1)
        for widget in (self._image, title, self._words, self._state):
            column.addWidget(widget)
        column.addWidget(Flow(self.close_now, self.sync, self._stay, gap=theme.GRID))
        column.addWidget(self._clock)
        column.addStretch(2)
        around = QHBoxLayout(self)
        around.addStretch(1)
        around.addWidget(middle, 6)
        around.addStretch(1)
        self.drawn(self._draw)
        self.spoken(title.setText, lambda: self.tr("End of shift"))
        self.spoken(self.sync.setText, lambda: self.tr("Send now   F5"))
        self.spoken(self.close_now.setText, lambda: self.tr("Close the app   Enter"))
        self.spoken(self._stay.setText, lambda: self.tr("Go on working   Esc"))

    def show_network(self, network: Network, seconds: int) -> None:
        """How things stand; `seconds` until it closes by itself, 0 where it does not."""
        self._network = network
        tongue = language.current()
        if network.waiting:
            self._words.setText(words.shift(network, tongue))
            self._state.setText(f"{words.head(network, tongue)}. {words.advice(network, tongue)}")
        else:
            self._words.setText(self.tr("Everything was sent: the centre has it all."))
            self._state.setText("")
        self.sync.setVisible(bool(network.waiting))
        self._clock.setText(self.tr("Closes by itself in %n second(s).", "", seconds) if seconds else "")
        self._draw()

    def sentence(self) -> str:
        """What it says, as it is read aloud."""
        return " ".join(part for part in (self._words.text(), self._state.text()) if part)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc stays, F5 sends."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() == Qt.Key.Key_F5:
            self.sync_wanted.emit()
        else:
            super().keyPressEvent(event)

    def _draw(self) -> None:
        picture, token = (Icon.WAITING, "warn") if self._network.waiting else (Icon.GOOD, "good")
        self._image.setPixmap(pixmap(picture, 40, token, self.devicePixelRatioF()))


class Shift(QObject):
    """Asks once when a window with unsent acts is closed; closes by itself, and at once when all was sent.

    `cover` shows the page, `uncover` takes it away, `close` closes the window.
    """

    def __init__(
        self,
        network: Callable[[], Network | None],
        cover: Callable[[QWidget], None],
        uncover: Callable[[], None],
        close: Callable[[], object],
        send: Callable[[], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._network = network
        self._cover, self._uncover, self._close, self._send = cover, uncover, close, send
        self._page: ShiftPage | None = None
        self._left = 0
        self._closing = self._shown = False
        self._beat = QTimer(self, interval=1000)
        self._beat.timeout.connect(self._tick)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            # a computer that is being shut down asks every window to close, and waits for nobody
            app.commitDataRequest.connect(self._system_ends)

    def may_close(self) -> bool:
        """Somebody closes the window: True when nothing waits, or when it was asked about before."""
        network = self._network()
        if self._closing or self._shown or network is None or network.kind == "alone" or not network.waiting:
            return True
        self._left = PATIENCE
        self.show()
        self._send()
        self._beat.start()
        return False

    def show(self) -> None:
        """What was not sent, asked for."""
        if self._page is None:
            self._page = ShiftPage()
            self._page.sync_wanted.connect(self._send)
            self._page.closing_wanted.connect(self._close_now)
            self._page.left.connect(self._stay)
        self._shown = True
        self._cover(self._page)
        self.follow()
        self._page.close_now.setFocus()

    def end(self) -> None:
        """The records are closed: nothing waits for an answer any more, and the window may go."""
        self._beat.stop()
        self._closing = True

    def follow(self) -> None:
        """The network says something else."""
        network = self._network() or Network()
        if self._page is None or not self._shown:
            return
        self._page.show_network(network, self._left)
        if self._left and not network.waiting:
            self._close_now()

    def _system_ends(self, _: object) -> None:
        self._closing = True

    def _tick(self) -> None:
        self._left -= 1
        if self._left <= 0:
            self._close_now()
        else:
            self.follow()

    def _stay(self) -> None:
        self._beat.stop()
        self._left, self._shown = 0, False
        self._uncover()

    def _close_now(self) -> None:
        self._beat.stop()
        self._closing = True
        self._close()
