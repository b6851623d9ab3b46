"""The line below: the network in words, what waits, who is signed in, and whether this is real."""

from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from ui import theme
from ui.icons import Icon, pixmap
from ui.widgets.spoken import SpokenWidget


class StatusLine(SpokenWidget):
    """Says states in words beside a picture, never by a colour alone."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, role="status")
        self._waiting = 0
        self._employee = self._clinic = self._desk = ""
        self._demo = self._opening = False
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
        for label in (self._image, self._network, self._waits):
            line.addWidget(label)
        line.addStretch(1)
        for label in (self._who, self._where, self._kind):
            line.addWidget(label)
        self.spoken(self.setAccessibleName, lambda: self.tr("State of the desk"))
        self.drawn(self._draw)
        self.retell()

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
        # There is no centre yet: the desk says what is true, that it needs none.
        self._network.setText(
            self.tr("Opening the clinic's records…") if self._opening else self.tr("Works without a network")
        )
        self._waits.setText(
            "·  " + self.tr("%n operation(s) kept on this computer", "", self._waiting) if self._waiting else ""
        )
        who = self._employee or self.tr("Nobody is signed in")
        self._who.setText(self.tr("{name}, desk {desk}").format(name=who, desk=self._desk) if self._desk else who)
        self._where.setText("·  " + self._clinic if self._clinic and not self._demo else "")
        self._kind.setText(self.tr("DEMO"))
        self._kind.setVisible(self._demo)

    def _draw(self) -> None:
        self._image.setPixmap(pixmap(Icon.OFFLINE, 16, "quiet", self.devicePixelRatioF()))
