"""What the patient asks for on this bill, in one form: units first, since that is asked most."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QLabel,
    QLayout,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)  # fmt: skip

from desk_app.domain.bill import Bill
from desk_app.domain.offline import Bound
from desk_app.domain.program import Program, Unit
from ui import formats, language, theme
from ui.desk.bill.presenter import BillState
from ui.desk.wishes.by_hand import HandRows
from ui.desk.wishes.coupons import CouponRows
from ui.widgets.enter import is_enter, presses_button
from ui.widgets.flow import Flow
from ui.widgets.person_field import Find, PersonField
from ui.widgets.short_field import ShortField
from ui.widgets.spoken import SpokenWidget
from ui.widgets.wheel import calm
from ui.widgets.wrapping_check import WrappingCheck

PROOFS = ("card", "pin", "attributes")


Kind = TypeVar("Kind", bound=QWidget)


@dataclass(frozen=True)
class Names:
    """Who payer and holder are, when they are not the patient."""

    payer: str = ""
    holder: str = ""


class WishesView(SpokenWidget):
    """Every change is told at once as parts of the bill; the sum at the right follows."""

    wished = Signal(dict)
    claimed = Signal(str)
    coupon_given = Signal(str)
    coupon_dropped = Signal(str)
    closed = Signal()

    def __init__(self, find: Find, parent: QWidget | None = None) -> None:
        super().__init__(parent, role="card")
        self._program: Program | None = None
        self._bill: Bill | None = None
        self._showing = False
        self.units = ShortField(4)
        self.most = QPushButton()
        self._have = self._label("quiet")
        self._given = self._label("small")
        self.proofs = {proof: QPushButton() for proof in PROOFS}
        self._rewards: dict[str, WrappingCheck] = {}
        self._reward_box = QVBoxLayout()
        self.coupons = CouponRows()
        self.coupon = self.coupons.code
        self.hand = HandRows()
        self.amount, self.reason = self.hand.amount, self.hand.reason
        self.payer = PersonField(find)
        self.holder = PersonField(find)
        self._form = QVBoxLayout()
        self._lay_out()
        self._connect()
        self._speak()

    # building

    def _lay_out(self) -> None:
        self._form.setContentsMargins(14, 10, 14, 12)
        self._form.setSpacing(6)
        self._units_head = self._label("strong")
        self._units_part = self._headed(self._units_head, self._units_rows())
        self._reward_part = self._part(lambda: self.tr("Rewards"), self._in_widget(self._reward_box))
        self._coupon_part = self._part(lambda: self.tr("Coupons"), self.coupons)
        self._hand_part = self._part(lambda: self.tr("Discount by hand"), self.hand)
        self._people_part = self._part(lambda: self.tr("Other people"), self._people_rows())
        for part in (self._units_part, self._reward_part, self._coupon_part, self._hand_part, self._people_part):
            self._form.addWidget(part)
        self._form.addStretch(1)
        self._inside = self._in_widget(self._form)
        self._inside.setProperty("role", "scrolled")
        scrolled = self.scrolled = QScrollArea()
        scrolled.setWidgetResizable(True)
        scrolled.setFrameShape(QFrame.Shape.NoFrame)
        scrolled.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scrolled.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scrolled.setWidget(self._inside)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.addWidget(scrolled)
        self.setFocusProxy(self.units)
        calm(self)

    def _part(self, words: Callable[[], str], rows: QWidget) -> QWidget:
        head = self._label("strong")
        self.spoken(head.setText, words)
        return self._headed(head, rows)

    def _headed(self, head: QLabel, rows: QWidget) -> QWidget:
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 6)
        column.setSpacing(4)
        column.addWidget(head)
        column.addWidget(rows)
        return self._in_widget(column)

    def _units_rows(self) -> QWidget:
        self.units.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.most.setCheckable(True)
        self._proof_caption = self._label("small")
        self._proof_caption.setWordWrap(True)
        self._given.setWordWrap(True)
        for button in self.proofs.values():
            button.setCheckable(True)
            _grow(button)
        rows = QVBoxLayout()
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(6)
        rows.addWidget(Flow(self.units, _grow(self._have), self.most))
        rows.addWidget(self._given)
        rows.addWidget(self._proof_caption)
        rows.addWidget(Flow(*self.proofs.values()))
        return self._in_widget(rows)

    def _people_rows(self) -> QWidget:
        grid = self._people = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(6)
        self._payer_caption, self._holder_caption = self._label("quiet"), self._label("quiet")
        for row, (caption, field) in enumerate(
            ((self._payer_caption, self.payer), (self._holder_caption, self.holder))
        ):
            caption.setAlignment(Qt.AlignmentFlag.AlignTop)
            caption.setContentsMargins(0, 7, 0, 0)
            grid.addWidget(caption, 2 * row, 0)
            grid.addWidget(field, 2 * row, 1)
        grid.setColumnStretch(1, 1)
        self.drawn(self._place_people)
        self._place_people()
        return self._in_widget(grid)

    def _place_people(self) -> None:
        """Large letters: the fields stand under their names."""
        for row, field in enumerate((self.payer, self.holder)):
            self._people.removeWidget(field)
            if theme.large():
                self._people.addWidget(field, 2 * row + 1, 0, 1, 2)
            else:
                self._people.addWidget(field, 2 * row, 1)

    def _in_widget(self, layout: QLayout) -> QWidget:
        made = QWidget()
        if layout is not self._form:
            margins = layout.contentsMargins()
            layout.setContentsMargins(0, 0, 0, margins.bottom())
        made.setLayout(layout)
        return made

    def _label(self, role: str) -> QLabel:
        made = QLabel()
        made.setProperty("role", role)
        return made

    def _connect(self) -> None:
        self.units.textEdited.connect(self._units_typed)
        self.most.toggled.connect(self._most_toggled)
        for proof, button in self.proofs.items():
            button.toggled.connect(lambda on, proof=proof: self._tell(proof=proof if on else ""))
        self.coupons.given.connect(self.coupon_given)
        self.coupons.dropped.connect(self.coupon_dropped)
        self.hand.changed.connect(lambda manual: self._tell(manual=manual))
        # The bar gets its range before the fields get their places.
        self.scrolled.verticalScrollBar().rangeChanged.connect(
            lambda *_: QTimer.singleShot(0, self, self._keep_in_sight)
        )
        self.payer.chosen.connect(lambda person, _: self._tell(payer=person))
        self.holder.chosen.connect(lambda person, _: self._tell(holder=person))

    def _speak(self) -> None:
        self.spoken(self.most.setText, lambda: self.tr("All possible  F7"))
        self.spoken(self.most.setAccessibleName, lambda: self.tr("All that is possible"))
        says = {
            "card": lambda: self.tr("Card scanned"),
            "pin": lambda: self.tr("PIN"),
            "attributes": lambda: self.tr("Two answers"),
        }
        for proof, button in self.proofs.items():
            self.spoken(button.setText, says[proof])
        self.spoken(
            self.proofs["attributes"].setToolTip,
            lambda: self.tr("For example birth date and the last digits of the phone"),
        )
        self.spoken(self._payer_caption.setText, lambda: self.tr("Who pays"))
        self.spoken(self.payer.name, lambda: self.tr("Who pays"))
        self.spoken(self._holder_caption.setText, lambda: self.tr("Whose card"))
        self.spoken(self.holder.name, lambda: self.tr("Whose card"))
        self.spoken(self.setAccessibleName, lambda: self.tr("Units and wishes"))

    # state

    def show_state(self, state: BillState, names: Names) -> None:
        """Show what is asked, and what the quote gave."""
        self._program, self._bill = state.program, state.bill
        program = state.program
        if program is None:
            return
        self._showing = True
        self._units_part.setVisible(program.redeem is not None and program.unit is not None)
        self._show_units(state)
        for proof, button in self.proofs.items():
            button.setChecked(state.bill.proof == proof)
        self._show_rewards(program, state.bill)
        self.coupons.show_state(state)
        self._coupon_part.setVisible(any(one.when.coupon for one in program.promotions) or bool(state.bill.coupons))
        self.hand.show_state(state)
        self.payer.show_person(names.payer)
        self.holder.show_person(names.holder)
        self._showing = False

    def said_of_units(self) -> str:
        """What is said below the number of units, "" where there is nothing to say."""
        return self._given.text()

    def begin(self, refused: str = "") -> None:
        """Give the keyboard to what is asked most, from the top, or to the field of what is `refused`."""
        self.scrolled.verticalScrollBar().setValue(0)
        place: QWidget = self.units if self.units.isVisibleTo(self) else self.amount
        if refused == "manual_discount":
            place = self.hand.second
        elif refused == "manual_discount.reason":
            place = self.hand.reason
        elif refused == "rewards":
            place = next((box for box in self._rewards.values() if box.isChecked()), place)
        place.setFocus(Qt.FocusReason.OtherFocusReason)
        if isinstance(place, QLineEdit):
            # What stands there is replaced by what is typed.
            place.selectAll()
        self._see(place)

    def _keep_in_sight(self) -> None:
        """A sentence came or the bar below grew: where the keyboard is stays in sight."""
        for place in self._inside.findChildren(QWidget):
            if place.hasFocus():
                self._see(place)

    def _see(self, place: QWidget) -> None:
        # Of a field, Qt itself brings no more into sight than the cursor.
        top = place.mapTo(self._inside, QPoint(0, 0)).y()
        for edge in (top + place.height(), top):
            self.scrolled.ensureVisible(0, edge, 0, theme.GRID)

    def ask_most(self) -> None:
        """F7 in the open form: all that is possible, never less; a number typed instead lowers it."""
        self.most.setChecked(True)
        self.units.setFocus()
        self.units.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter is done, except on a button and where it hands in a coupon."""
        if presses_button(event, self):
            return
        if self.coupon.hasFocus():
            super().keyPressEvent(event)
        elif is_enter(event):
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _show_units(self, state: BillState) -> None:
        program, quote, say = state.program, state.quote, language.current()
        if program is None or program.unit is None:
            return
        many, asked = formats.many(program.unit, say), state.bill.redeem
        self._units_head.setText(self.tr("Spend {units}").format(units=many))
        self.units.setAccessibleName(self.tr("How many {units} to spend").format(units=many))
        self.most.setChecked(asked is None)
        if asked is not None and self._read_units(self.units.text()) != asked:
            self.units.setText(formats.units_number(asked, program.unit, say) if asked else "")
        self._proof_caption.setText(self._proof_words(program, state.bill))
        if quote is None:
            self._given.clear()
            self._given.hide()
            return
        if asked is None:
            self.units.setText(formats.units_number(quote.redeemed_units, program.unit, say))
        self._have.setText(
            self.tr("of {units}").format(units=formats.units(quote.balance_before, program.unit, say, "genitive"))
        )
        if asked is not None and asked > quote.redeemed_units:
            self._given.setText(
                self.tr("This bill takes {units}; F1 says why.").format(
                    units=formats.units(quote.redeemed_units, program.unit, say)
                )
            )
        else:
            self._given.setText(self._bound_words(state.bound, program.unit))
        self._given.setVisible(bool(self._given.text()))

    def _bound_words(self, bound: Bound | None, unit: Unit) -> str:
        """How many may be spent while the centre is not heard: before anything is asked."""
        if bound is None:
            return ""
        if not bound.most:
            return self.tr("Without network none may be spent now; F1 says why.")
        units = formats.units(bound.most, unit, language.current(), "genitive")
        return self.tr("Without network up to {units} now; F1 says why.").format(units=units)

    def _proof_words(self, program: Program, bill: Bill) -> str:
        """Whether the holder must show who they are, and how much goes without that."""
        over = program.limits.redeem_proof_over
        if bill.proof or program.unit is None:
            return self.tr("The holder is known by:")
        if not over:
            return self.tr("No proof is needed. The holder is known by:")
        units = formats.units(over, program.unit, language.current(), "genitive")
        return self.tr("Without a proof up to {units}; for more, the holder is known by:").format(units=units)

    def _show_rewards(self, program: Program, bill: Bill) -> None:
        say = language.current()
        self._reward_part.setVisible(bool(program.rewards) and program.unit is not None)
        if program.unit is None:
            return
        if list(self._rewards) != [one.code for one in program.rewards]:
            for old in self._rewards.values():
                old.deleteLater()
            self._rewards = {}
            for one in program.rewards:
                box = WrappingCheck(data=True)
                box.toggled.connect(lambda _, code=one.code: None if self._showing else self.claimed.emit(code))
                self._rewards[one.code] = box
                self._reward_box.addWidget(box)
        for one in program.rewards:
            box = self._rewards[one.code]
            box.setText(f"{one.name.plain(say)}: {formats.units(one.cost, program.unit, say)}")
            box.setChecked(one.code in bill.rewards)

    # what the clerk does

    def _units_typed(self, text: str) -> None:
        units = self._read_units(text)
        if units is not None:
            self._tell(redeem=units)

    def _read_units(self, text: str) -> int | None:
        if not text.strip():
            return 0
        return formats.read_money(text, self._program.precision if self._program else 0)

    def _most_toggled(self, on: bool) -> None:
        self._tell(redeem=None if on else 0)

    def _tell(self, **changes: object) -> None:
        if not self._showing:
            self.wished.emit(changes)


def _grow(widget: Kind) -> Kind:
    """Let it take what is left of its row."""
    widget.setSizePolicy(QSizePolicy.Policy.Expanding, widget.sizePolicy().verticalPolicy())
    return widget
