"""Lays the parts of the desk beside each other and moves the keyboard between them; it decides nothing."""

from collections.abc import Callable
from functools import cached_property
from itertools import pairwise
from typing import TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QHBoxLayout, QVBoxLayout, QWidget

from ui import theme
from ui.action import Bound
from ui.desk.aside.view import AsideStrip, AsideView
from ui.desk.bill.view import BillView
from ui.desk.cards.view import CardsView
from ui.desk.key_bar import KeyBar
from ui.desk.lookup.view import LookupView
from ui.desk.news_band import NewsBand
from ui.desk.patient.view import PatientView
from ui.desk.receipts.view import ReceiptsView
from ui.desk.state import DeskState, Page
from ui.desk.total.view import TotalView
from ui.desk.total.words import total_words
from ui.desk.why.sections import sections
from ui.desk.why.view import WhyView
from ui.desk.wishes.view import Names, WishesView
from ui.widgets.person_field import Find
from ui.widgets.spoken import SpokenWidget
from ui.widgets.stack import Stack

PageView = TypeVar("PageView", WhyView, WishesView, ReceiptsView, AsideView, CardsView)
LEFT, RIGHT = 240, 292
"""Pixels the outer parts want; what is left is the bill's."""


class DeskView(SpokenWidget):
    """Patient at the left, what is open in the middle, the sum at the right, the keys below."""

    service_begun = Signal()

    def __init__(self, find: Find, made: Callable[[QWidget], None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._find = find
        self._made = made
        self._state: DeskState | None = None

    def build(self, bound: Bound) -> None:
        """Make the parts once the actions exist."""
        main = (bound["pay"], bound["give_back"])
        places = (("units",), ("why",), ("line",), ("undo", "void"), ("receipts",), ("slip",))
        others = tuple(tuple(bound[name] for name in place) for place in places)
        self._bound = bound
        self.patient = PatientView(bound["new"], bound["join"], bound["edit"], bound["card"],
                                   above=(bound["warn"], bound["hand_over"]))  # fmt: skip
        self.bill = BillView()
        self.strip = AsideStrip(bound["set_aside"], bound["waiting"])
        self.bill.put_below(self.strip)
        self.total = TotalView(main)
        self.keys = KeyBar(others)
        self.middle = Stack()
        self.middle.addWidget(self.bill)
        counter = QWidget()
        beside = QHBoxLayout(counter)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(theme.GRID)
        beside.addWidget(self.patient)
        self.news = NewsBand(bound["tell_rules"])
        over = QVBoxLayout()
        over.setSpacing(theme.GRID - 2)
        over.addWidget(self.news)
        over.addWidget(self.middle, 1)
        beside.addLayout(over, 1)
        self.wide = Stack()
        self.wide.addWidget(counter)
        row = QHBoxLayout()
        row.setSpacing(theme.GRID)
        row.addWidget(self.wide, 1)
        row.addWidget(self.total)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GRID - 2)
        column.addLayout(row, 1)
        column.addWidget(self.keys)
        self._fit()
        self._order()

    # Parts that are not needed for the first patient are made when somebody opens them, or when nothing else is to do.

    @cached_property
    def why(self) -> WhyView:
        """The page of reasons."""
        return self._page(WhyView())

    @cached_property
    def wishes(self) -> WishesView:
        """The page of units and wishes."""
        return self._page(WishesView(self._find))

    @cached_property
    def receipts(self) -> ReceiptsView:
        """The page of receipts and returns."""
        return self._page(ReceiptsView())

    @cached_property
    def aside(self) -> AsideView:
        """The page of bills that wait."""
        return self._page(AsideView())

    @cached_property
    def cards(self) -> CardsView:
        """The page of the patient's cards."""
        return self._page(CardsView(self._bound))

    @cached_property
    def lookup(self) -> LookupView:
        """The list of found patients, over patient and bill."""
        made = LookupView()
        self.wide.addWidget(made)
        theme.wear(made)
        self._made(made)
        return made

    def _page(self, page: PageView) -> PageView:
        self.middle.addWidget(page)
        theme.wear(page)
        self._made(page)
        return page

    def _order(self) -> None:
        # Reading order: the patient at the left, the bill, the acts at the right.
        around = [*self.patient.keys, self.news.key, self.bill.entry, self.bill.lines, *self.bill.open_line.order,
                  *self.strip.keys,
                  *self.total.main_buttons, *self.keys.buttons]  # fmt: skip
        for one, after in pairwise(around):
            QWidget.setTabOrder(one, after)

    @property
    def parts(self) -> tuple[QWidget, ...]:
        """What is there from the beginning."""
        return (self.patient, self.bill, self.total, self.keys)

    @property
    def panes(self) -> tuple[QWidget, ...]:
        """What F6 walks through, in reading order."""
        page = self._state.page if self._state is not None else Page.BILL
        inside: dict[Page, tuple[QWidget, ...]] = {Page.BILL: (self.bill.entry, self.bill.lines)}
        if page is Page.WHY:
            inside[page] = (self.why.scrolled,)
        elif page is Page.WISHES:
            inside[page] = (self.wishes.units,)
        elif page is Page.RECEIPTS:
            inside[page] = (self.receipts.receipts, self.receipts.lines)
        elif page is Page.ASIDE:
            inside[page] = (self.aside.bills,)
        elif page is Page.CARDS:
            inside[page] = (self.cards.cards, self.cards.reason)
        return (*inside.get(page, ()), self.total)

    def show_state(self, state: DeskState) -> None:
        """Draw what changed."""
        before, self._state = self._state, state
        if state.page is Page.FOUND:
            self.lookup.show_state(state.lookup)
            self.wide.setCurrentWidget(self.lookup)
        else:
            self.wide.setCurrentIndex(0)
            self.middle.setCurrentWidget(self._shown(state.page))
        self.patient.show_state(state.patient, state.news)
        self.news.show_news(state.patient.to_tell if state.patient is not None else ())
        self.total.show_words(total_words(state))
        if before is None or state.bill is not before.bill or state.page is not before.page:
            self.bill.show_state(state.bill)
        if state.page is Page.WHY:
            if (asked := state.asked) is not None:
                told = sections(asked, self.why.voice())
                self.why.show_sections(told)
        elif state.page is Page.WISHES:
            self.wishes.show_state(state.bill, Names(state.payer, state.holder))
        elif state.page is Page.RECEIPTS:
            self.receipts.show_state(state.receipts, state.bill.program)
        elif state.page is Page.ASIDE:
            self.aside.show_state(state.aside, state.bill.program)
        elif state.page is Page.CARDS:
            self.cards.show_state(state.cards)
        self.strip.show_state(state.aside)
        self.strip.setVisible(bool(state.aside.rows or state.bill.bill.lines))

    def retell(self) -> None:
        """In another language."""
        if self._state is not None:
            state, self._state = self._state, None
            self.show_state(state)

    def focus_page(self) -> None:
        """Give the keyboard to what is open in the middle."""
        if self._state is None:
            return
        if self._state.page is Page.FOUND:
            return
        if self._state.page is Page.WISHES:
            self.wishes.begin(self._state.bill.refused_wish)
            return
        place = self.bill.entry if self._state.page is Page.BILL else self._shown(self._state.page)
        if self._state.page is Page.RECEIPTS and self._state.receipts.lines:
            place = self.receipts.lines
        place.setFocus(Qt.FocusReason.OtherFocusReason)

    def _shown(self, page: Page) -> QWidget:
        match page:
            case Page.WHY:
                return self.why
            case Page.WISHES:
                return self.wishes
            case Page.RECEIPTS:
                return self.receipts
            case Page.ASIDE:
                return self.aside
            case Page.CARDS:
                return self.cards
            case _:
                return self.bill

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What is typed on a button is a service: the button would drop it, and Enter pay a bill that lacks it."""
        if not self._begins_service(event):
            super().keyPressEvent(event)
            return
        self.service_begun.emit()
        self.bill.entry.setFocus(Qt.FocusReason.OtherFocusReason)
        self.bill.entry.keyPressEvent(event)

    def _begins_service(self, event: QKeyEvent) -> bool:
        button, page = QApplication.focusWidget(), self._state.page if self._state is not None else Page.FOUND
        if not isinstance(button, QAbstractButton) or page not in (Page.BILL, Page.WISHES, Page.WHY):
            return False
        # A form keeps its own boxes and buttons.
        form = self.bill.open_line if page is Page.BILL else self.middle
        control = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
        if form.isAncestorOf(button) or event.modifiers() & (control | Qt.KeyboardModifier.MetaModifier):
            return False
        return event.text().isprintable() and bool(event.text().strip())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the window and the size of the text."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        scale, width = theme.text_percent() / 100, self.width()
        self.patient.setFixedWidth(min(round(LEFT * scale), round(width * 0.266)))
        self.total.setFixedWidth(min(round(RIGHT * scale), round(width * 0.38)))
        self.patient.stack_keys(scale > 1.1)
        self.news.stack_keys(scale > 1.1)
