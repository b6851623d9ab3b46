"""The right part of the desk: what is to be paid and why so much, what to say to the patient, and the keys."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import (
    QFormLayout,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)  # fmt: skip

from ui import theme
from ui.desk.total.sum_label import SumLabel
from ui.icons import Icon, pixmap
from ui.widgets.buttons import ActionButton
from ui.widgets.key_button import KeyButton
from ui.widgets.spoken import SpokenWidget

LOW = 27
"""Lines of text below which a pane counts as low: at 1024×600 and ordinary letters there are 25."""


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


class YieldingArea(QScrollArea):
    """As high as what is in it while there is room; then it scrolls, so that the keys below stay whole."""

    def __init__(self, inside: QWidget) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._inside = inside
        self.setWidget(inside)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """More rows ask for more room."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def sizeHint(self) -> QSize:
        """What is in it, whole."""
        return self._inside.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Two rows of it."""
        return QSize(80, min(self._inside.sizeHint().height(), self.fontMetrics().height() * 2))


class TotalView(SpokenWidget):
    """Words above, keys below; the one big button is the act that Enter and F9 do."""

    def __init__(
        self, main: tuple[QAction, ...], others: tuple[tuple[QAction, ...], ...], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent, role="card")
        self._words = TotalWords()
        self._rows = QFormLayout()
        self._rows.setHorizontalSpacing(theme.GRID)
        self._rows.setVerticalSpacing(1)
        self._rows.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._key_rows = 3
        self._values: list[tuple[QLabel, QLabel]] = []
        self._caption = QLabel()
        self._caption.setProperty("role", "quiet")
        self._caption.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.sum = SumLabel()
        self._under = QLabel()
        self._under.setWordWrap(True)
        self._under.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._sentence = QLabel()
        self._sentence.setWordWrap(True)
        self._sentence.setTextFormat(Qt.TextFormat.PlainText)
        self._sentence.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._mouth = QLabel()
        self._mouth.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._plate = QWidget()
        self._plate.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.main_buttons = tuple(ActionButton(action, "pay") for action in main)
        # Acts that are never alive together share a place.
        self.buttons = tuple(tuple(KeyButton(action) for action in place) for place in others)
        self._lay_out()
        self.spoken(self.setAccessibleName, lambda: self.tr("To pay"))
        self.drawn(self._draw_plate)

    def _lay_out(self) -> None:
        inside = QHBoxLayout(self._plate)
        inside.setContentsMargins(10, 5, 8, 5)
        inside.setSpacing(8)
        inside.addWidget(self._mouth)
        inside.addWidget(self._sentence, 1)
        grid = QGridLayout()
        grid.setSpacing(5)
        for place, buttons in enumerate(self.buttons):
            for button in buttons:
                grid.addWidget(button, place // 2, place % 2)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        self._grid = grid
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 14, 10)
        column.setSpacing(4)
        rows = QWidget()
        rows.setProperty("role", "scrolled")
        self._rows.setContentsMargins(0, 0, 4, 0)
        rows.setLayout(self._rows)
        self._area = YieldingArea(rows)
        column.addWidget(self._area)
        column.addStretch(1)
        column.addWidget(self._caption)
        column.addWidget(self.sum)
        column.addWidget(self._under)
        column.addStretch(1)
        column.addWidget(self._plate)
        column.addStretch(2)
        for main in self.main_buttons:
            column.addWidget(main)
            column.addSpacing(2)
        column.addLayout(grid)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where large letters leave no room, the rarer keys lose their buttons first; they work all the same."""
        super().resizeEvent(event)
        self._press_together()
        self._fit()

    def _press_together(self) -> None:
        """In a low window the empty space shrinks, so that the rows of the sum keep theirs."""
        low = self.height() < self.fontMetrics().height() * LOW
        self._column.setContentsMargins(14, *((6, 14, 6) if low else (10, 14, 10)))
        self._column.setSpacing(3 if low else 4)
        self._grid.setSpacing(4 if low else 5)

    def event(self, event: QEvent) -> bool:
        """Other words ask for other room."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return done

    def _fit(self) -> None:
        """Give the rarer keys a place only where the words leave one: an amount is never hidden for a button."""
        lines = self.height() // max(1, self.fontMetrics().height())
        rows = 3 if lines >= 22 else 2 if lines >= 20 else 1
        step = self.buttons[0][0].height() + self._grid.spacing()
        needed = self._column.totalHeightForWidth(self.width()) + (rows - self._key_rows) * step
        while rows > 1 and needed > self.height():
            rows, needed = rows - 1, needed - step
        if rows != self._key_rows:
            self._key_rows = rows
            for place, buttons in enumerate(self.buttons):
                for button in buttons:
                    button.keep(place // 2 < rows)

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """Put the keyboard on the first act that can be done now."""
        buttons = (*self.main_buttons, *(button for place in self.buttons for button in place))
        for button in buttons:
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
        self._plate.setVisible(bool(words.sentence))
        self._draw_plate()

    def words(self) -> TotalWords:
        """What is said now."""
        return self._words

    def _show_rows(self, rows: tuple[tuple[str, str], ...]) -> None:
        while self._rows.rowCount() > len(rows):
            self._rows.removeRow(self._rows.rowCount() - 1)
            self._values.pop()
        while len(self._values) < len(rows):
            left, right = QLabel(), QLabel()
            left.setProperty("role", "quiet")
            right.setAlignment(Qt.AlignmentFlag.AlignRight)
            self._rows.addRow(left, right)
            self._values.append((left, right))
        for (left, right), (name, value) in zip(self._values, rows, strict=True):
            left.setText(name)
            right.setText(value)

    def _draw_plate(self) -> None:
        say = self._words.tone == "say"
        theme.set_role(self._plate, "plate-say" if say else "plate-warn")
        picture, token = (Icon.NOTE, "accent") if say else (Icon.WARNING, "warn")
        self._mouth.setPixmap(pixmap(picture, 20, token, self.devicePixelRatioF()))
