"""The first page of all: three ways, each a large button with one sentence."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ui import theme
from ui.icons import Icon, pixmap
from ui.widgets.spoken import SpokenWidget

WIDE = 640


class WayButton(QPushButton):
    """A picture, a heading, a sentence, and the digit that chooses it."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self.setProperty("role", "choice")
        self.image, self.heading, self.sentence = QLabel(), QLabel(), QLabel()
        self.heading.setProperty("role", "heading")
        self.sentence.setProperty("role", "quiet")
        self.sentence.setWordWrap(True)
        key = QLabel(str(number))
        key.setProperty("role", "key")
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.heading)
        words.addWidget(self.sentence)
        line = QHBoxLayout(self)
        line.setContentsMargins(20, 12, 20, 12)
        line.setSpacing(20)
        line.addWidget(self.image)
        line.addLayout(words, 1)
        line.addWidget(key, 0, Qt.AlignmentFlag.AlignVCenter)
        for label in (self.image, self.heading, self.sentence, key):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def sizeHint(self) -> QSize:
        """As high as the sentence at this width."""
        layout = self.layout()
        if layout is None:
            return super().sizeHint()
        width = max(self.width(), 480)
        return QSize(width, layout.totalHeightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Never so small that a word is cut."""
        return QSize(320, self.sizeHint().height())


class ChoicePage(SpokenWidget):
    """Try the demo clinic, set up this clinic, or join a network."""

    demo_wanted = Signal()
    clinic_wanted = Signal()
    join_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        title, lead = QLabel(), QLabel()
        title.setProperty("role", "title")
        lead.setProperty("role", "quiet")
        lead.setWordWrap(True)
        self.trouble = QLabel()
        self.trouble.setProperty("role", "bad")
        self.trouble.setWordWrap(True)
        self.trouble.hide()
        middle = QWidget()
        middle.setMaximumWidth(WIDE)
        column = QVBoxLayout(middle)
        column.setSpacing(theme.GRID * 2)
        column.addStretch(1)
        for label in (title, lead, self.trouble):
            column.addWidget(label)
        column.addSpacing(theme.GRID)
        self._ways: list[WayButton] = []
        self._add_ways(column)
        column.addStretch(2)
        around = QHBoxLayout(self)
        around.addStretch(1)
        around.addWidget(middle, 6)
        around.addStretch(1)
        self.spoken(title.setText, lambda: self.tr("Welcome to Tessera"))
        self.spoken(
            lead.setText, lambda: self.tr("A loyalty desk that works without a network. How would you like to begin?")
        )

    def _add_ways(self, column: QVBoxLayout) -> None:
        ways: tuple[tuple[Icon, Signal, Callable[[], str], Callable[[], str]], ...] = (
            (
                Icon.DEMO,
                self.demo_wanted,  # type: ignore[assignment]  # a bound signal, which the stubs do not tell apart
                lambda: self.tr("Try the demo clinic"),
                lambda: self.tr(
                    "Three thousand invented patients and two years of visits. Nothing you do there counts."
                ),
            ),
            (
                Icon.CLINIC,
                self.clinic_wanted,
                lambda: self.tr("Set up this clinic"),
                lambda: self.tr("Name the clinic, choose a program, bring the price list: two minutes."),
            ),
            (
                Icon.JOIN,
                self.join_wanted,
                lambda: self.tr("Join a network"),
                lambda: self.tr("For clinics with a centre that has given this desk a join file."),
            ),
        )
        for number, (picture, wanted, heading, sentence) in enumerate(ways, start=1):
            button = WayButton(number)
            button.clicked.connect(lambda _=False, wanted=wanted: wanted.emit())
            self.spoken(button.heading.setText, heading)
            self.spoken(button.sentence.setText, sentence)
            self.spoken(button.setAccessibleName, heading)
            self.spoken(button.setAccessibleDescription, sentence)
            self.drawn(
                lambda button=button, picture=picture: button.image.setPixmap(  # type: ignore[misc]  # bound now
                    pixmap(picture, 32, "accent", self.devicePixelRatioF())
                )
            )
            self._ways.append(button)
            column.addWidget(button)

    def begin(self) -> None:
        """The page came forward."""
        self._ways[0].setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """1, 2, 3 choose; the arrows walk; Enter takes the highlighted one."""
        ways = self._ways
        here = next((row for row, way in enumerate(ways) if way.hasFocus()), 0)
        if event.text() in ("1", "2", "3"):
            ways[int(event.text()) - 1].click()
        elif event.key() == Qt.Key.Key_Down:
            ways[(here + 1) % len(ways)].setFocus()
        elif event.key() == Qt.Key.Key_Up:
            ways[(here - 1) % len(ways)].setFocus()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            ways[here].click()
        else:
            super().keyPressEvent(event)
