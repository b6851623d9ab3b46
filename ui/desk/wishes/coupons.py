"""The coupons in the form of wishes: handed in by code, taken back by a press, and what is wrong with one of them."""

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from desk_app.domain.bill import Bill
from desk_app.domain.quote import Reason
from ui import language
from ui.desk.bill.presenter import BillState
from ui.widgets.flow import Flow
from ui.widgets.short_field import ShortField
from ui.widgets.spoken import SpokenWidget
from ui.wording.reasons import clause
from ui.wording.saying import sentence
from ui.wording.speech import Speech


class CouponRows(SpokenWidget):
    """A field and a chip for each coupon; below them why one of them does nothing."""

    given = Signal(str)
    dropped = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.code = ShortField(10)
        self.said = QLabel()
        self.said.setProperty("role", "small")
        self.said.setProperty("data", True)
        self.said.setWordWrap(True)
        self.said.hide()
        self._flow = Flow(self.code)
        self._dropping: list[QPushButton] = []
        self._drawn: tuple[tuple[str, ...], str] = ((), "")
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(6)
        rows.addWidget(self._flow)
        rows.addWidget(self.said)
        self.code.returnPressed.connect(self._entered)
        self.spoken(self.code.setPlaceholderText, lambda: QCoreApplication.translate("WishesView", "Code, then Enter"))
        self.spoken(self.code.setAccessibleName, lambda: QCoreApplication.translate("WishesView", "Coupon code"))

    def show_state(self, state: BillState) -> None:
        """Show the coupons of the bill and what is wrong with them."""
        self._show_chips(state.bill)
        say = language.current()
        names = {f"offer:{offer.code}": offer.name.plain(say) for offer in state.offers}
        speech = Speech(say, state.program, names)
        told = "\n".join(sentence(clause(why, speech)) for why in _idle(state))
        self.said.setText(told)
        self.said.setVisible(bool(told))

    def _show_chips(self, bill: Bill) -> None:
        if (bill.coupons, language.current()) == self._drawn:
            return
        self._drawn = (bill.coupons, language.current())
        for old in self._dropping:
            self._flow.take(old)
            old.deleteLater()
        self._dropping = []
        for code in bill.coupons:
            button = QPushButton(f"{code}  ×")
            name = QCoreApplication.translate("WishesView", "Take coupon {code} back")
            button.setAccessibleName(name.format(code=code))
            button.clicked.connect(lambda _=False, code=code: self._taken_back(code))
            self._flow.add(button)
            self._dropping.append(button)

    def _entered(self) -> None:
        code = self.code.text().strip()
        if code:
            self.code.clear()
            self.given.emit(code)

    def _taken_back(self, code: str) -> None:
        # The button goes; the keyboard stays with the coupons.
        self.code.setFocus()
        self.dropped.emit(code)


def _idle(state: BillState) -> Iterator[Reason]:
    """Why coupons of the bill do nothing on it."""
    quote = state.quote
    if quote is None:
        return
    yield from (why for why in quote.warnings if why.code == "coupon.unknown")
    for why in quote.reasons:
        if why.code == "promotion.not_held" and str(why.params["rule"]).partition(":")[2] in state.bill.coupons:
            yield why
