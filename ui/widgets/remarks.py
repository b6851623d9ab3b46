"""Short lines of a card: a small picture, and words that wrap."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ui.icons import Icon, pixmap
from ui.widgets.spoken import SpokenWidget


@dataclass(frozen=True)
class Remark:
    """What one line says; `role` is the role of its label: "plain", "quiet", "warn", "good", "strong".

    `data`: the words are the clinic's own (a phone, a note, the name of a group), not the app's.
    """

    picture: Icon
    words: str
    role: str = "plain"
    data: bool = False


class RemarksView(SpokenWidget):
    """Lines under each other, made anew whenever they differ."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: tuple[Remark, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(5)
        self.drawn(self._draw)

    def show_lines(self, lines: Sequence[Remark]) -> None:
        """Show these lines."""
        if tuple(lines) != self._lines:
            self._lines = tuple(lines)
            self._draw()

    def sentences(self) -> tuple[str, ...]:
        """What the lines say."""
        return tuple(line.words for line in self._lines)

    def _draw(self) -> None:
        while (item := self._column.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                # Out at once: a line that waits for the event loop would still be read aloud. Hidden first: a line
                # not shown yet is shown once the loop comes to it, and without a parent that were a window.
                old.hide()
                old.setParent(None)
                old.deleteLater()
        for line in self._lines:
            self._column.addWidget(self._made(line))

    def _made(self, line: Remark) -> QWidget:
        token = line.role if line.role in ("warn", "good", "bad") else "quiet"
        image = QLabel()
        image.setPixmap(pixmap(line.picture, 16, token, self.devicePixelRatioF()))
        image.setAlignment(Qt.AlignmentFlag.AlignTop)
        image.setContentsMargins(0, 2, 0, 0)
        words = QLabel(line.words)
        words.setWordWrap(True)
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setProperty("role", line.role)
        words.setProperty("data", line.data)
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(image)
        row.addWidget(words, 1)
        return made
