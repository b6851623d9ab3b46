"""The line below: the network in words, what waits, who is signed in, and whether this is real."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from ui import language, theme
from ui.icons import Icon, pixmap
from ui.widgets.elided import ElidedLabel
from ui.widgets.spoken import SpokenWidget

if TYPE_CHECKING:
    # The shell is painted before this comes in.
    from desk_app.sync.state import Network

#: State of the network → its picture, and the colour of picture and words.
LOOKS = {
    "alone": (Icon.OFFLINE, "quiet"), "greeting": (Icon.SYNC, "quiet"), "sending": (Icon.SYNC, "accent"),
    "fetching": (Icon.SYNC, "accent"), "online": (Icon.ONLINE, "good"), "away": (Icon.OFFLINE, "warn"),
    "refused": (Icon.TROUBLE, "bad"), "revoked": (Icon.LOCK, "bad"), "older": (Icon.WARNING, "warn"),
    "trouble": (Icon.WARNING, "warn"),
}  # fmt: skip


class Band(QPushButton):
    """A button as large as what stands in it."""

    def sizeHint(self) -> QSize:
        """As its layout says."""
        layout = self.layout()
        return layout.sizeHint() if layout is not None else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Never so small that a word is cut."""
        return self.sizeHint()


class StatusLine(SpokenWidget):
    """Says states in words beside a picture, never by a colour alone."""

    network_wanted = Signal()
    """Somebody wants to know more of the network."""
    training_wanted = Signal()
    """Somebody follows the reminder."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, role="status")
        self._waiting = 0
        self._employee = self._clinic = self._desk = ""
        self._demo = self._opening = False
        self._reminding: Callable[[], str] = str
        self._reminding_key = ""
        self._state: Network | None = None
        self._image = QLabel()
        self._network = QLabel()
        self._waits = QLabel()
        self._who = QLabel()
        self._where = QLabel()
        self._kind = QLabel()
        for label in (self._network, self._waits, self._who, self._where):
            label.setProperty("role", "small")
        self._kind.setProperty("role", "badge-demo")
        line = QHBoxLayout(self)
        line.setContentsMargins(12, 3, 12, 3)
        line.setSpacing(theme.GRID)
        line.addWidget(self._band())
        line.addWidget(self._reminder(), 1)
        for label in (self._who, self._where, self._kind):
            line.addWidget(label)
        self.spoken(self.setAccessibleName, lambda: self.tr("State of the desk"))
        self.drawn(self._draw)
        self.retell()

    def _band(self) -> QPushButton:
        """What is said of the network leads to its page."""
        self._more = Band()
        self._more.setProperty("role", "band")
        self._more.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._more.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._more.clicked.connect(self.network_wanted)
        words = QHBoxLayout(self._more)
        words.setContentsMargins(6, 1, 6, 1)
        words.setSpacing(theme.GRID)
        for label in (self._image, self._network, self._waits):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            words.addWidget(label)
        return self._more

    def _reminder(self) -> QWidget:
        """A calm line that leads to what is to be learned; it keeps its place while there is none."""
        self._remind = Band()
        self._remind.setProperty("role", "band")
        self._remind.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._remind.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._remind.clicked.connect(self.training_wanted)
        self._to_learn, self._to_learn_key = ElidedLabel(), QLabel()
        words = QHBoxLayout(self._remind)
        words.setContentsMargins(6, 1, 6, 1)
        words.setSpacing(theme.GRID)
        for label, role in ((self._to_learn_key, "key"), (self._to_learn, "small")):
            label.setProperty("role", role)
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            words.addWidget(label)
        holder = QWidget()
        place = QHBoxLayout(holder)
        place.setContentsMargins(0, 0, 0, 0)
        place.addWidget(self._remind)
        return holder

    def remind(self, words: Callable[[], str], key: str) -> None:
        """Say what whoever works here has still to learn, and the key that leads there; nothing for ""."""
        self._reminding, self._reminding_key = words, key
        self._say_reminder()

    def reminder_words(self) -> str:
        """What it says of it, as it is read aloud."""
        return self._remind.accessibleName()

    def _say_reminder(self) -> None:
        said = self._reminding()
        self._remind.setVisible(bool(said))
        self._to_learn.say(said, "")
        self._to_learn_key.setText(self._reminding_key)
        self._remind.setAccessibleName(f"{said}: {self._reminding_key}" if said else "")

    def network(self, state: Network | None) -> None:
        """The network is so now; None: this desk has none."""
        self._state = state
        self.retell()
        self._draw()

    def network_words(self) -> str:
        """What the line says of the network, as it is read aloud."""
        return self._more.accessibleName()

    def opening(self, still: bool) -> None:
        """The database is being opened."""
        self._opening = still
        self.retell()

    def waiting(self, count: int) -> None:
        """How many operations wait to be sent."""
        self._waiting = count
        self.retell()

    def signed_in(self, employee: str, desk: str) -> None:
        """Who works here, at which desk."""
        self._employee, self._desk = employee, desk
        self.retell()

    def clinic(self, name: str, *, demo: bool) -> None:
        """Whose desk this is, and whether it is the demo clinic."""
        self._clinic, self._demo = name, demo
        self.retell()

    def retell(self) -> None:
        """Say everything again."""
        network, waits = self._told()
        # sentences with two languages of their own
        for part in (self._more, self._network, self._waits):
            part.setProperty("data", self._state is not None and not self._opening)
        self._network.setText(network)
        self._waits.setText("·  " + waits if waits else "")
        self._waits.setVisible(bool(waits))
        self._more.setAccessibleName(". ".join(part for part in (network, waits) if part))
        self._more.setToolTip(self.tr("More about the network   Shift+F5"))
        self._more.updateGeometry()
        who = self._employee or self.tr("Nobody is signed in")
        self._who.setText(self.tr("{name}, desk {desk}").format(name=who, desk=self._desk) if self._desk else who)
        self._where.setText("·  " + self._clinic if self._clinic and not self._demo else "")
        self._kind.setText(self.tr("DEMO"))
        self._kind.setVisible(self._demo)
        self._say_reminder()

    def _told(self) -> tuple[str, str]:
        """The network in words, and what waits."""
        if self._opening:
            return self.tr("Opening the clinic's records…"), ""
        if self._state is None or self._state.kind == "alone":
            kept = self.tr("%n operation(s) kept on this computer", "", self._waiting) if self._waiting else ""
            return self.tr("Works without a network"), kept
        from ui.wording import network as words

        tongue = language.current()
        waits = words.waits(self._state, tongue)
        if not waits and self._state.kind == "online":
            waits = self.tr("all sent at {time}").format(time=words.last(self._state, tongue))
        return words.head(self._state, tongue), waits

    def _draw(self) -> None:
        picture, token = LOOKS[self._state.kind if self._state is not None else "alone"]
        self._image.setPixmap(pixmap(picture, 16, token, self.devicePixelRatioF()))
        role = {"quiet": "small", "accent": "small"}.get(token, f"small-{token}")
        if self._network.property("role") != role:
            self._network.setProperty("role", role)
            theme.restyle(self._network)
