"""The bar of rooms at the left: a picture over a word, one of them chosen."""

from collections.abc import Callable

from PySide6 import QtCore
from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QLabel, QPushButton, QVBoxLayout, QWidget

from ui import theme
from ui.icons import Icon, pixmap
from ui.widgets.spoken import SpokenWidget

#: More than this is many.
_MOST_COUNTED = 99


class RoomButton(QPushButton):
    """One room; it is checked while the room is shown."""

    def __init__(self, picture: Icon, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture = picture
        self.setProperty("role", "room")
        self.setCheckable(True)
        self._image = QLabel(alignment=QtCore.Qt.AlignmentFlag.AlignCenter)
        self._words = QLabel(alignment=QtCore.Qt.AlignmentFlag.AlignCenter)
        self._key = QLabel(alignment=QtCore.Qt.AlignmentFlag.AlignCenter)
        self._key.setProperty("role", "key")
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(4, 8, 4, 6)
        column.setSpacing(2)
        for label in (self._image, self._words, self._key):
            label.setAttribute(QtCore.Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            column.addWidget(label)
        self._count = QLabel(self)
        self._count.setProperty("role", "badge-warn")
        self._count.setProperty("data", True)
        self._count.setAttribute(QtCore.Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._count.hide()
        self.toggled.connect(self.draw)

    def name(self, words: str, key: str) -> None:
        """What stands under the picture, and the key that leads there."""
        self._words.setText(words)
        self._key.setText(key)
        self.setAccessibleName(words)
        self.setAccessibleDescription(key)
        self.setToolTip(f"{words}   {key}")

    def count(self, count: int, said: str) -> None:
        """How many things wait in the room, `said` in words; nothing is shown for none."""
        self._count.setText(str(min(count, _MOST_COUNTED)) if count else "")
        self._count.setVisible(bool(count))
        self.setAccessibleDescription(", ".join(part for part in (self._key.text(), said if count else "") if part))
        self._place_count()

    def counted(self) -> str:
        """The number that is shown, "" for none."""
        return self._count.text()

    def _place_count(self) -> None:
        self._count.adjustSize()
        self._count.move(self.width() - self._count.width() - 4, 4)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The count stays in the corner."""
        super().resizeEvent(event)
        self._place_count()

    def tighten(self, tight: bool) -> None:
        """Give up the picture where the words of all rooms need its place."""
        self._image.setVisible(not tight)
        self._column.setContentsMargins(4, 3 if tight else 8, 4, 3 if tight else 6)
        self.setProperty("tight", "true" if tight else "false")
        theme.restyle(self)
        self.updateGeometry()

    def whole(self) -> int:
        """Pixels of its height with the picture."""
        parts = (self._image, self._words, self._key)
        return sum(part.sizeHint().height() for part in parts) + 2 * self._column.spacing() + 14

    def draw(self) -> None:
        """Follow the theme and the choice."""
        token = "accent_deep" if self.isChecked() else "quiet"
        self._image.setPixmap(pixmap(self._picture, 24, token, self.devicePixelRatioF()))
        self.setProperty("chosen", "true" if self.isChecked() else "false")
        theme.restyle(self._words)

    def changeEvent(self, event: QEvent) -> None:
        """The picture follows the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_image"):
            self.draw()

    def sizeHint(self) -> QSize:
        """As large as the picture and the word under it."""
        layout = self.layout()
        return layout.sizeHint() if layout is not None else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Never so small that the word is cut."""
        return self.sizeHint()


class Rail(SpokenWidget):
    """Rooms from top to bottom; only those that exist."""

    wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, role="rail")
        self._buttons: dict[str, RoomButton] = {}
        self._tight = False
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(6, theme.GRID, 6, theme.GRID)
        self._column.setSpacing(theme.GRID // 2)
        self._column.addStretch(1)
        self.setMinimumWidth(80)
        self.spoken(self.setAccessibleName, lambda: self.tr("Rooms"))

    def add(self, name: str, words: Callable[[], str], picture: Icon, key: str) -> None:
        """Put one more room at the end."""
        button = RoomButton(picture)
        button.setFocusPolicy(QtCore.Qt.FocusPolicy.TabFocus)
        button.clicked.connect(lambda: self.wanted.emit(name))
        self._buttons[name] = button
        self._group.addButton(button)
        self._column.insertWidget(self._column.count() - 1, button)
        self.spoken(lambda said: button.name(said, key), words)
        button.draw()
        button.tighten(self._tight)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask whether the pictures have room."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Larger letters leave less of it."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_tight"):
            self._fit()

    def _fit(self) -> None:
        gaps = self._column.spacing() * len(self._buttons) + 2 * theme.GRID
        tight = sum(button.whole() for button in self._buttons.values()) + gaps > self.height()
        if tight != self._tight:
            self._tight = tight
            for button in self._buttons.values():
                button.tighten(tight)

    def count(self, name: str, count: int) -> None:
        """How many things wait in a room."""
        if name in self._buttons:
            self._buttons[name].count(count, self.tr("%n to look at", "", count))

    def choose(self, name: str) -> None:
        """Show which room is open."""
        self._buttons[name].setChecked(True)
