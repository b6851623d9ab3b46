"""The discount by hand in the form of wishes: what it takes off, why, who else agrees, and what became of it."""

from fractions import Fraction

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from desk_app.domain.bill import Bill, ManualDiscount
from desk_app.domain.money import decimal_text
from desk_app.domain.program import Program
from desk_app.domain.quote import Quote
from ui import formats, language, theme
from ui.desk.bill.presenter import BillState
from ui.widgets.flow import Flow
from ui.widgets.short_field import ShortField
from ui.widgets.spoken import SpokenWidget
from ui.wording.reasons import clause
from ui.wording.saying import sentence
from ui.wording.speech import Speech

RULE = "manual"


class HandRows(SpokenWidget):
    """Tells every change as a discount, None while there is no sum; shows the one the bill has."""

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bill = ""
        self.amount = ShortField(6)
        self.amount.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.kind = QComboBox()
        self.kind.setMinimumContentsLength(2)
        self.reason = ShortField(8)
        self.reason.setSizePolicy(QSizePolicy.Policy.Expanding, self.reason.sizePolicy().verticalPolicy())
        self.second = QLineEdit()
        self.said = QLabel()
        self.said.setProperty("role", "small")
        self.said.setProperty("data", True)
        self.said.setWordWrap(True)
        self.said.hide()
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(6)
        rows.addWidget(Flow(self.amount, self.kind, self.reason))
        rows.addWidget(self.second)
        rows.addWidget(self.said)
        for field in (self.amount, self.reason, self.second):
            field.textEdited.connect(lambda _: self.changed.emit(self._asked()))
        self.kind.activated.connect(lambda _: self.changed.emit(self._asked()))
        self._speak()

    def _speak(self) -> None:
        self.spoken(
            self.amount.setAccessibleName, lambda: QCoreApplication.translate("WishesView", "How much to take off")
        )
        self.spoken(self.kind.setAccessibleName, lambda: QCoreApplication.translate("WishesView", "Percent or amount"))
        self.spoken(self.reason.setPlaceholderText, lambda: QCoreApplication.translate("WishesView", "Reason"))
        self.spoken(
            self.reason.setAccessibleName, lambda: QCoreApplication.translate("WishesView", "Reason of the discount")
        )
        self.sized(self.second.setPlaceholderText, self._when_second)
        self.spoken(
            self.second.setAccessibleName, lambda: QCoreApplication.translate("WishesView", "Second person who agrees")
        )

    def _when_second(self) -> str:
        if theme.large():
            return QCoreApplication.translate("WishesView", "Second person")
        return QCoreApplication.translate("WishesView", "Second person, when above the limit")

    def show_state(self, state: BillState) -> None:
        """Show what the bill has, unless it is being typed just now, and what became of it."""
        program = state.program
        if program is None:
            return
        kinds = ["%", formats.money(0, language.current(), program.currency, 0).replace("0", "").strip()]
        if [self.kind.itemText(i) for i in range(self.kind.count())] != kinds:
            chosen = max(0, self.kind.currentIndex())
            self.kind.clear()
            self.kind.addItems(kinds)
            self.kind.setCurrentIndex(chosen)
        self._show_asked(state.bill)
        words = _lost_words(state.bill, state.quote, program)
        self.said.setText(words)
        self.said.setVisible(bool(words))

    def _show_asked(self, bill: Bill) -> None:
        another, self._bill = bill.id != self._bill, bill.id
        typing = any(one.hasFocus() for one in (self.amount, self.kind, self.reason, self.second))
        manual = bill.manual
        # What is half typed asks for nothing yet, and stays; every other change here was told to the bill.
        if not another and manual == self._asked() and (typing or manual is not None):
            return
        self.kind.setCurrentIndex(0 if manual is None or manual.percent is not None else 1)
        self.amount.setText(_number(manual) if manual is not None else "")
        self.reason.setText(manual.reason if manual is not None else "")
        self.second.setText(manual.second_person if manual is not None else "")

    def _asked(self) -> ManualDiscount | None:
        """What the fields say."""
        amount = formats.read_money(self.amount.text())
        if not amount:
            return None
        reason, second = self.reason.text().strip(), self.second.text().strip()
        if self.kind.currentIndex() == 0:
            return ManualDiscount(reason, Fraction(amount, 10000), 0, second)
        return ManualDiscount(reason, None, amount, second)


def _number(manual: ManualDiscount) -> str:
    """Its percent or sum as the field takes it, without nothing behind a comma."""
    text = decimal_text(round(manual.percent * 10000) if manual.percent is not None else manual.amount, 2)
    whole, _, part = text.partition(".")
    part = part.rstrip("0")
    comma = "," if language.current() == "ru" else "."
    return f"{whole}{comma}{part}" if part else whole


def _lost_words(bill: Bill, quote: Quote | None, program: Program) -> str:
    """Why a discount by hand takes nothing off, "" while it does."""
    if bill.manual is None or quote is None or not bill.lines:
        return ""
    if any(one.rule == RULE and one.amount for line in quote.lines for one in line.discounts):
        return ""
    lost = (why for line in quote.lines for why in line.reasons if why.code == "discount.not_combined")
    why = next((one for one in lost if one.params["rule"] == RULE), None)
    if why is None:
        return QCoreApplication.translate("WishesView", "It takes nothing off this bill; F1 says why.")
    if program.stacking.order == "declared":
        holds = QCoreApplication.translate("WishesView", "The other one comes first and holds.")
    else:
        holds = QCoreApplication.translate("WishesView", "The other one takes off as much or more, and holds.")
    return f"{sentence(clause(why, Speech(language.current(), program)))} {holds}"
