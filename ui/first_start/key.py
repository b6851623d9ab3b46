"""The last page of a set-up: the recovery key of the records, to be written down before the desk is opened."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ui import theme
from ui.icons import Icon, pixmap
from ui.widgets.paper_key import PaperKey
from ui.widgets.spoken import SpokenWidget


class KeyPage(SpokenWidget):
    """One sentence, the key, and Enter."""

    written = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        image, title, words = QLabel(), QLabel(), QLabel()
        title.setProperty("role", "title")
        words.setProperty("role", "lead")
        words.setWordWrap(True)
        self.key = PaperKey()
        self._done = QPushButton()
        self._done.setProperty("role", "primary")
        self._done.setAutoDefault(True)
        self._done.clicked.connect(lambda: self.written.emit())
        middle = QWidget()
        middle.setMaximumWidth(560)
        column = QVBoxLayout(middle)
        column.setSpacing(theme.GRID * 2)
        column.addStretch(1)
        for widget in (image, title, words, self.key):
            column.addWidget(widget)
        column.addSpacing(theme.GRID)
        column.addWidget(self._done, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(2)
        around = QHBoxLayout(self)
        around.addStretch(1)
        around.addWidget(middle, 6)
        around.addStretch(1)
        self.drawn(lambda: image.setPixmap(pixmap(Icon.KEY, 40, "accent", self.devicePixelRatioF())))
        self.spoken(title.setText, lambda: self.tr("The recovery key"))
        self.spoken(
            words.setText,
            lambda: self.tr("Write it down and keep it safe: without it a backup opens on no other computer."),
        )
        self.spoken(self._done.setText, lambda: self.tr("It is written down   Enter"))

    def begin(self) -> None:
        """The page came forward."""
        self._done.setFocus()
