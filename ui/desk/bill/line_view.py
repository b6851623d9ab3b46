"""The line that is open for changes: pieces, price, who pays, discounts or not; every change counts at once."""

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QLabel, QLineEdit, QSpinBox, QVBoxLayout, QWidget

from desk_app.domain.bill import Line
from desk_app.domain.money import decimal_text
from desk_app.domain.program import PAYERS
from ui import formats, language, theme
from ui.desk.bill.presenter import BillState
from ui.desk.bill.words import payer_words
from ui.widgets.enter import is_enter, presses_button
from ui.widgets.spoken import SpokenWidget
from ui.widgets.wheel import calm
from ui.widgets.yielding import YieldingArea

# Row, column and columns of each field, in the order of Tab; its caption stands above it.
_ORDINARY = ((0, 0, 4), (0, 4, 2), (2, 0, 1), (2, 1, 2), (2, 3, 3), (4, 0, 3), (4, 3, 3))
_LARGE = ((0, 0, 6), (2, 0, 6), (4, 0, 3), (4, 3, 3), (6, 0, 6), (8, 0, 6), (9, 0, 6))


class LineView(SpokenWidget):
    """A narrow form under the lines; Enter closes it, Esc closes it and puts back what was."""

    changed = Signal(dict)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._line: Line | None = None
        self._decimals = 2
        self._categories: tuple[tuple[str | None, str], ...] = ()
        self._showing = False
        self.name = QLineEdit()
        self.pieces = QSpinBox()
        self.pieces.setRange(1, 999)
        self.price = QLineEdit()
        self.price.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.payer = QComboBox()
        self.category = QComboBox()
        self.on_promo = QCheckBox()
        self.no_discount = QCheckBox()
        self._captions: dict[QWidget, QLabel] = {}
        self._lay_out()
        self.name.textEdited.connect(lambda text: self._tell(name=text.strip()))
        self.pieces.valueChanged.connect(lambda value: self._tell(quantity=value))
        self.price.textEdited.connect(self._price_typed)
        self.payer.activated.connect(lambda row: self._tell(payer=PAYERS[row]))
        self.category.activated.connect(lambda row: self._tell(category=self._categories[row][0]))
        self.on_promo.toggled.connect(lambda on: self._tell(on_promo=on))
        self.no_discount.toggled.connect(lambda on: self._tell(no_discount=on))
        self.spoken(self.setAccessibleName, lambda: self.tr("The open line"))
        self.hide()

    @property
    def order(self) -> tuple[QWidget, ...]:
        """The fields as Tab goes through them."""
        return (self.name, self.category, self.pieces, self.price, self.payer, self.on_promo, self.no_discount)

    def _lay_out(self) -> None:
        inside = QWidget()
        inside.setProperty("role", "scrolled")
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(YieldingArea(inside))
        grid = self._grid = QGridLayout(inside)
        grid.setContentsMargins(12, 8, 12, 10)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(2)
        says = (
            lambda: self.tr("Service"),
            lambda: self.tr("Category"),
            lambda: self.tr("Pieces"),
            lambda: self.tr("Price"),
            lambda: self.tr("Paid by"),
        )
        for field, say in zip((self.name, self.category, self.pieces, self.price, self.payer), says, strict=True):
            caption = QLabel()
            caption.setProperty("role", "small")
            caption.setBuddy(field)
            self._captions[field] = caption
            self.spoken(caption.setText, say)
            self.spoken(field.setAccessibleName, say)
        self.drawn(self._place)
        self._place()
        for column in range(6):
            grid.setColumnStretch(column, 1)
        self.pieces.setMinimumWidth(64)
        self.price.setMinimumWidth(84)
        for box in (self.payer, self.category):
            box.setMinimumContentsLength(8)
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        calm(self)
        self.spoken(self.on_promo.setText, lambda: self.tr("Already a sale price"))
        self.spoken(self.no_discount.setText, lambda: self.tr("No discounts"))

    def _place(self) -> None:
        """Large letters: fewer beside each other, so that all words are whole; what is below is scrolled to."""
        places = _LARGE if theme.large() else _ORDINARY
        for field, (row, column, wide) in zip(self.order, places, strict=True):
            caption = self._captions.get(field)
            if caption is not None:
                self._grid.addWidget(caption, row, column, 1, wide)
            self._grid.addWidget(field, row + 1, column, 1, wide)

    def show_state(self, state: BillState) -> None:
        """Show the open line, or nothing."""
        line = state.line(state.editing.id) if state.editing else None
        opened = line is not None and self._line is None
        self._line = line
        self.setVisible(line is not None)
        if line is None:
            return
        self._showing = True
        if state.program is not None:
            self._decimals = state.program.decimals
            say = language.current()
            self._categories = (
                (None, self.tr("none")),
                *((code, one.name.plain(say)) for code, one in state.program.categories.items()),
            )
        self._fill(self.payer, [payer_words(one) for one in PAYERS], PAYERS.index(line.payer))
        codes = [code for code, _ in self._categories]
        at = codes.index(line.category) if line.category in codes else 0
        self._fill(self.category, [words for _, words in self._categories], at)
        for field in (self.name, self.category):
            field.setVisible(not line.service)
            self._captions[field].setVisible(not line.service)
        if self.name.text().strip() != line.name:
            self.name.setText(line.name)
        self.pieces.setValue(line.quantity)
        if formats.read_money(self.price.text(), self._decimals) != line.price:
            self.price.setText(decimal_text(line.price, self._decimals).replace(".", ","))
            self.price.setProperty("wrong", False)
        self.on_promo.setChecked(line.on_promo)
        self.no_discount.setChecked(line.no_discount)
        self._showing = False
        if opened:
            first = self.price if not line.service else self.pieces
            first.setFocus(Qt.FocusReason.OtherFocusReason)
            first.selectAll()

    def ask_price(self) -> None:
        """Put the keyboard on the price, ready to be typed over."""
        self.price.setFocus(Qt.FocusReason.OtherFocusReason)
        self.price.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter is done, except on a box to tick."""
        if presses_button(event, self):
            return
        if is_enter(event):
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _fill(self, box: QComboBox, words: list[str], row: int) -> None:
        if [box.itemText(i) for i in range(box.count())] != words:
            box.clear()
            box.addItems(words)
        box.setCurrentIndex(row)

    def _price_typed(self, text: str) -> None:
        price = formats.read_money(text, self._decimals)
        self.price.setProperty("wrong", price is None)
        self.price.style().polish(self.price)
        if price is not None:
            self._tell(price=price)

    def _tell(self, **changes: Any) -> None:
        if not self._showing:
            self.changed.emit(changes)
