"""The right part of the desk: what is to be paid and why so much, what to say to the patient, and the act of it."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)  # fmt: skip

from ui import theme
from ui.desk.total.sum_label import SumLabel
from ui.icons import Icon, pixmap
from ui.widgets.buttons import ActionButton
from ui.widgets.spoken import SpokenWidget
from ui.widgets.yielding import YieldingArea

LOW = 20
"""Lines of text below which the pane counts as low: at 1024×600 and ordinary letters there are 21."""

FLAT = theme.GRID * 11 // 2
"""Pixels of the big button in a low pane."""


@dataclass(frozen=True)
class TotalWords:
    """What the pane says, already in words: rows above the sum, the sum, lines below it, and a sentence to say aloud.

    `tone` colours the sentence: "say" is for the patient, "warn" for what keeps the bill from being paid.
    """

    rows: tuple[tuple[str, str], ...] = ()
    caption: str = ""
    sum: str = ""
    done: bool = False
    under: tuple[str, ...] = ()
    sentence: str = ""
    tone: str = "say"


class TotalView(SpokenWidget):
    """Words above, below them the one big button: the act that Enter and F9 do."""

    def __init__(self, main: tuple[QAction, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent, role="card")
        self._words = TotalWords()
        self._rows = QGridLayout()
        self._values: list[tuple[QLabel, QLabel]] = []
        self._caption = QLabel()
        self._caption.setProperty("role", "quiet")
        self._caption.setWordWrap(True)
        self._caption.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._caption.setWordWrap(True)
        self.sum = SumLabel()
        self._under = QLabel()
        self._under.setWordWrap(True)
        self._under.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._sentence = QLabel()
        self._sentence.setWordWrap(True)
        self._sentence.setTextFormat(Qt.TextFormat.PlainText)
        self._mouth = QLabel()
        self._mouth.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._plate = QWidget()
        self._plate.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.main_buttons = tuple(ActionButton(action, "pay") for action in main)
        self._lay_out()
        self.spoken(self.setAccessibleName, lambda: self.tr("To pay"))
        self.drawn(self._draw_plate)

    def _lay_out(self) -> None:
        inside = QHBoxLayout(self._plate)
        inside.setContentsMargins(10, 5, 8, 5)
        inside.setSpacing(8)
        inside.addWidget(self._mouth)
        inside.addWidget(self._sentence, 1)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setHorizontalSpacing(theme.GRID)
        self._rows.setVerticalSpacing(1)
        self._rows.setColumnStretch(0, 1)
        column = self._column = QVBoxLayout(self)
        column.addLayout(self._rows)
        column.addStretch(1)
        column.addWidget(self._caption)
        column.addWidget(self.sum)
        column.addWidget(self._under)
        column.addStretch(1)
        self.area = YieldingArea(self._plate)
        column.addWidget(self.area)
        column.addStretch(2)
        for main in self.main_buttons:
            column.addWidget(main)
        self._press_together()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the window."""
        super().resizeEvent(event)
        self._press_together()
        self.area.updateGeometry()

    def _press_together(self) -> None:
        """In a low window the empty space shrinks, so that the sum and its rows keep theirs."""
        low = self._low()
        self._column.setContentsMargins(*((10, 3, 10, 6) if low else (14, 10, 14, 12)))
        self._column.setSpacing(0 if low else 4)
        self._mouth.setVisible(not low)
        self._shrink()
        for main in self.main_buttons:
            if main.property("low") is not low:
                # The sheet sets the least height of a button, and would win over the greatest that is set here.
                main.setProperty("low", low)
                theme.restyle(main)
            main.setMaximumHeight(FLAT if low else main.sizeHint().height() * 2)

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """Put the keyboard on the act that can be done now."""
        for button in self.main_buttons:
            if button.isEnabled() and button.isVisible():
                button.setFocus(reason)
                return

    def show_words(self, words: TotalWords) -> None:
        """Say this."""
        if words == self._words:
            return
        self._show_rows(words.rows)
        self._words = words
        self._caption.setText(words.caption)
        self.sum.say(words.sum, "good" if words.done else "text")
        self._under.setText("\n".join(words.under))
        self._under.setVisible(bool(words.under))
        self._sentence.setText(words.sentence)
        # What a rule refuses comes ready in the language of the window.
        self._sentence.setProperty("data", words.tone == "warn")
        self.area.setVisible(bool(words.sentence))
        self.area.updateGeometry()
        self._draw_plate()

    def words(self) -> TotalWords:
        """What is said now."""
        return self._words

    def _show_rows(self, rows: tuple[tuple[str, str], ...]) -> None:
        while len(self._values) > len(rows):
            for old in self._values.pop():
                self._rows.removeWidget(old)
                # Hidden first: what was to be shown next would be a window of its own, with the keyboard.
                old.hide()
                old.setParent(None)
                old.deleteLater()
        while len(self._values) < len(rows):
            left, right = QLabel(), QLabel()
            left.setProperty("role", "quiet")
            left.setWordWrap(True)
            for column, label in enumerate((left, right)):
                label.setAlignment(
                    Qt.AlignmentFlag.AlignTop | (Qt.AlignmentFlag.AlignRight if column else Qt.AlignmentFlag.AlignLeft)
                )
                self._rows.addWidget(label, len(self._values), column)
            self._values.append((left, right))
        for (left, right), (name, value) in zip(self._values, rows, strict=True):
            left.setText(name)
            right.setText(value)
        self._shrink()

    def _shrink(self) -> None:
        """In a low pane with large letters all but the sum is a size smaller, which still is larger than usual."""
        small = self._low() and theme.large()
        for left, right in self._values:
            theme.set_role(left, "small" if small else "quiet")
            theme.set_role(right, "note" if small else "")
        for label in (self._under, self._sentence):
            theme.set_role(label, "note" if small else "")

    def _low(self) -> bool:
        return self.height() < self.fontMetrics().height() * LOW

    def _draw_plate(self) -> None:
        say = self._words.tone == "say"
        theme.set_role(self._plate, "plate-say" if say else "plate-warn")
        picture, token = (Icon.NOTE, "accent") if say else (Icon.WARNING, "warn")
        self._mouth.setPixmap(pixmap(picture, 20, token, self.devicePixelRatioF()))
