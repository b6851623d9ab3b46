"""What is wrong with a field, said under the field itself: a picture and a sentence, never the colour alone."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from ui import theme
from ui.icons import Icon, pixmap
from ui.widgets.spoken import SpokenWidget


class FaultLine(SpokenWidget):
    """Hidden while nothing is wrong; a reader hears its sentence with the name of the field it belongs to."""

    def __init__(self, field: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._field = field
        self._image, self._words = QLabel(), QLabel()
        self._words.setProperty("role", "bad")
        self._words.setWordWrap(True)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 1, 0, 2)
        row.setSpacing(5)
        row.addWidget(self._image, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._words, 1)
        self.drawn(lambda: self._image.setPixmap(pixmap(Icon.WARNING, 16, "bad", self.devicePixelRatioF())))
        self.hide()

    def say(self, words: str, *, data: bool = False) -> None:
        """Mark the field and say why; "" takes the mark away. `data`: a rule's sentence, in its own two languages."""
        self._words.setProperty("data", data)
        self._words.setText(words)
        self.setVisible(bool(words))
        self._field.setAccessibleDescription(words)
        value = "true" if words else "false"
        if self._field.property("wrong") != value:
            self._field.setProperty("wrong", value)
            theme.restyle(self._field)

    def words(self) -> str:
        """What is said now."""
        return self._words.text()
