"""What a part of the desk shows when it has nothing to show: a picture, what is so, and what to do."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from ui import theme
from ui.icons import Icon, pixmap
from ui.widgets.spoken import SpokenWidget

LOW = 9
"""Lines of text below which there is no room for a picture."""
_SIDE = 16
_ROOMY = 8
_TIGHT = 1
"""Pixels around the words, and between them, where they have room and where they have not."""


class Empty(SpokenWidget):
    """Centred, quiet, in two sentences."""

    def __init__(self, picture: Icon, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = ""
        self._image = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        self._head = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        self._head.setProperty("role", "lead")
        self._what = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        self._what.setProperty("role", "quiet")
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(_SIDE, _ROOMY, _SIDE, _ROOMY)
        column.setSpacing(_ROOMY)
        column.addStretch(2)
        column.addWidget(self._image)
        for label in (self._head, self._what):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
            column.addWidget(label)
        column.addStretch(3)
        self.drawn(lambda: self._image.setPixmap(pixmap(picture, 32, "quiet", self.devicePixelRatioF())))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The words come before the picture, the room around them, their size and the heading; where even that is too
        little, what was added last is left in sight, or the heading alone: the whole is read with the pointer."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Letters of another size need another room."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def _fit(self) -> None:
        self._image.setVisible(self.height() >= self.fontMetrics().height() * LOW)
        self._head.show()
        self._what.setText(self._words)
        self._what.show()
        self._what.setProperty("data", None)
        self.setToolTip("")
        self._put("quiet", _ROOMY)
        if self._lacks():
            self._image.hide()
            self._put("quiet", _TIGHT)
        if self._lacks():
            self._put("small", _TIGHT)
        if self._lacks():
            self._head.hide()
        if self._lacks():
            self._what.setText(self._words.split("\n\n")[-1])
            # a sentence of whoever says it, in the language it was said in
            self._what.setProperty("data", True)
            self.setToolTip(self.sentence())
        if self._lacks():
            self._what.hide()
            self._head.show()

    def _put(self, role: str, around: int) -> None:
        theme.set_role(self._what, role)
        self._column.setContentsMargins(_SIDE, around, _SIDE, around)
        self._column.setSpacing(around)

    def _lacks(self) -> bool:
        wide, around = self.width() - 2 * _SIDE, self._column.spacing()
        shown = [label for label in (self._head, self._what) if not label.isHidden()]
        heights = [label.heightForWidth(wide) for label in shown]
        if not self._image.isHidden():
            heights.append(self._image.sizeHint().height())
        return sum(heights) + around * (len(heights) + 1) > self.height()

    def say(self, head: str, what: str) -> None:
        """What is so, and what to do."""
        self._head.setText(head)
        self._words = what
        self._fit()
        self.setAccessibleName(self.sentence())

    def sentence(self) -> str:
        """Both as they are read aloud."""
        return f"{self._head.text()}. {self._words}"
