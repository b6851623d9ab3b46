"""Lays the parts of the desk beside each other and moves the keyboard between them; it decides nothing."""

from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from ui import theme
from ui.action import Bound
from ui.desk.bill.view import BillView
from ui.desk.lookup.view import LookupView
from ui.desk.patient.view import PatientView
from ui.desk.presenter import DeskState, Page
from ui.desk.receipts.view import ReceiptsView
from ui.desk.total.view import TotalView
from ui.desk.total.words import total_words
from ui.desk.why.sections import sections
from ui.desk.why.view import WhyView
from ui.desk.wishes.view import Names, WishesView
from ui.widgets.person_field import Find
from ui.widgets.spoken import SpokenWidget

LEFT, RIGHT = 236, 292
"""Pixels the outer parts want; what is left is the bill's."""


class DeskView(SpokenWidget):
    """Patient at the left, what is open in the middle, the sum and the keys at the right."""

    def __init__(self, find: Find, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._find = find
        self._state: DeskState | None = None

    def build(self, bound: Bound) -> None:
        """Make the parts once the actions exist."""
        main = (bound["pay"], bound["give_back"])
        places = (("units",), ("why",), ("line",), ("undo", "void"), ("receipts",), ("slip",))
        others = tuple(tuple(bound[name] for name in place) for place in places)
        self.patient = PatientView(bound["new"], bound["join"], bound["edit"], bound["card"])
        self.bill = BillView()
        self.why = WhyView()
        self.wishes = WishesView(self._find)
        self.receipts = ReceiptsView()
        self.lookup = LookupView()
        self.total = TotalView(main, others)
        self.middle = QStackedWidget()
        for page in (self.bill, self.why, self.wishes, self.receipts):
            self.middle.addWidget(page)
        counter = QWidget()
        beside = QHBoxLayout(counter)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(theme.GRID)
        beside.addWidget(self.patient)
        beside.addWidget(self.middle, 1)
        self.wide = QStackedWidget()
        self.wide.addWidget(counter)
        self.wide.addWidget(self.lookup)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.GRID)
        row.addWidget(self.wide, 1)
        row.addWidget(self.total)
        self._fit()
        self._order()

    def _order(self) -> None:
        # Reading order: the patient at the left, the bill, the acts at the right.
        around = [*self.patient.keys, self.bill.entry, self.bill.lines, *self.bill.open_line.order,
                  *self.total.main_buttons, *(button for place in self.total.buttons for button in place)]  # fmt: skip
        for one, after in pairwise(around):
            QWidget.setTabOrder(one, after)

    @property
    def panes(self) -> tuple[QWidget, ...]:
        """What F6 walks through, in reading order."""
        return (self.bill.entry, self.bill.lines, self.why.scrolled, self.wishes.units, self.receipts.receipts,
                self.receipts.lines, self.total)  # fmt: skip

    def show_state(self, state: DeskState) -> None:
        """Draw what changed."""
        before, self._state = self._state, state
        pages = {Page.BILL: self.bill, Page.WHY: self.why, Page.WISHES: self.wishes, Page.RECEIPTS: self.receipts}
        if state.page is Page.FOUND:
            self.lookup.show_state(state.lookup)
            self.wide.setCurrentIndex(1)
        else:
            self.wide.setCurrentIndex(0)
            self.middle.setCurrentWidget(pages[state.page])
        self.patient.show_state(state.patient)
        self.total.show_words(total_words(state))
        if before is None or state.bill is not before.bill or state.page is not before.page:
            self.bill.show_state(state.bill)
        if state.page is Page.WHY:
            if (asked := state.asked) is not None:
                told = sections(asked.quote, asked.program, asked.bill, self.why.voice(), asked.offers)
                self.why.show_sections(told)
        elif state.page is Page.WISHES:
            self.wishes.show_state(state.bill, Names(state.payer, state.holder))
        elif state.page is Page.RECEIPTS:
            self.receipts.show_state(state.receipts, state.bill.program)

    def retell(self) -> None:
        """In another language."""
        if self._state is not None:
            state, self._state = self._state, None
            self.show_state(state)

    def focus_page(self) -> None:
        """Give the keyboard to what is open in the middle."""
        if self._state is None:
            return
        places = {
            Page.BILL: self.bill.entry, Page.WHY: self.why.scrolled, Page.WISHES: self.wishes.units,
            Page.RECEIPTS: self.receipts.receipts,
        }  # fmt: skip
        place = places.get(self._state.page)
        if place is not None:
            place.setFocus(Qt.FocusReason.OtherFocusReason)
        # What stands there is replaced by what is typed.
        self.wishes.units.selectAll()

    def _fit(self) -> None:
        scale = theme.text_percent() / 100
        self.patient.setFixedWidth(round(LEFT * scale))
        self.total.setFixedWidth(round(RIGHT * scale))
