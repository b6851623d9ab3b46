"""Puts the desk room together for the window: presenter, views, keys and the bar that speaks."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from desk_app import lookup
from desk_app.domain.people import MemberSummary
from desk_app.ports import Desk, ReceiptRow
from ui import language
from ui.action import Bound
from ui.desk.actions import Intents, declared, follow
from ui.desk.happenings import Happening, LineRemoved, Opened, Paid
from ui.desk.presenter import DeskPresenter, DeskState, Page
from ui.desk.view import DeskView
from ui.desk.words import Answers, notice
from ui.screen import Frame, Screen

NAME = "desk"
PrintSlip = Callable[[ReceiptRow], None]


class DeskRoom:
    """Intents of the keys and of the views go to the presenter; its states go to the views, its happenings to the bar."""

    def __init__(self, frame: Frame, desk: Desk, print_slip: PrintSlip, *, read_only: bool = False) -> None:
        self._frame = frame
        self._desk = desk
        self._print_slip = print_slip
        self.presenter = DeskPresenter(desk, self._show, self._tell, language=language.current, read_only=read_only)
        self.view = DeskView(self._people)
        presenter = self.presenter
        intents = Intents(
            why=lambda: self._turn_to(Page.WHY),
            open_line=presenter.bill.edit_line,
            join=self._join,
            units=self._units,
            undo=self._undo,
            receipts=lambda: self._turn_to(Page.RECEIPTS),
            pay=presenter.pay,
            card=self._join,
            slip=self._slip,
            payer=presenter.bill.pay_line_by,
        )
        self.bound = Bound(self.view, declared(intents))
        self.view.build(self.bound)
        self._answers = Answers(
            undo=presenter.undo,
            bind=presenter.bind_card,
            enrol_with_card=self._enrol_with_card,
            put_back=self._put_back,
        )
        self._connect()
        presenter.begin()

    def screen(self) -> Screen:
        """What the window holds."""
        return Screen(
            NAME,
            self.view,
            self,
            self.bound,
            hint=self._hint,
            searching=self,
            scanned=self.presenter.scanned,
            back=self._back,
            panes=self.view.panes,
            opened=self.presenter.refresh,
        )

    # ui.screen.Searching

    def search_for(self, text: str) -> None:
        """The search field changed."""
        self.presenter.search_for(text)

    def step(self, rows: int) -> None:
        """Arrow keys in the search field."""
        if self.presenter.state.page is Page.FOUND:
            self.presenter.lookup.step(rows)

    def choose(self) -> None:
        """Enter in the search field: open who is highlighted; with nothing typed, go on to the bill."""
        if self.presenter.choose():
            return
        if self.presenter.state.page is not Page.FOUND:
            self.view.focus_page()

    # joining

    def _connect(self) -> None:
        presenter, bill, view = self.presenter, self.presenter.bill, self.view
        view.lookup.moved.connect(presenter.lookup.highlight)
        view.lookup.chosen.connect(lambda _: self.choose())
        view.bill.typed.connect(bill.type_entry)
        view.bill.entry_moved.connect(bill.step_entry)
        view.bill.entry_highlighted.connect(bill.highlight_entry)
        view.bill.entry_taken.connect(bill.take_entry)
        view.bill.line_highlighted.connect(bill.select)
        view.bill.line_moved.connect(bill.step)
        view.bill.line_opened.connect(bill.edit_line)
        view.bill.pieces.connect(bill.add_pieces)
        view.bill.removed.connect(presenter.remove_line)
        view.bill.finished.connect(self._to_pay)
        view.bill.open_line.changed.connect(lambda changes: bill.change_line(**changes))
        view.bill.open_line.closed.connect(self._line_closed)
        view.wishes.wished.connect(lambda changes: presenter.wish(**changes))
        view.wishes.claimed.connect(bill.claim)
        view.wishes.coupon_given.connect(bill.add_coupon)
        view.wishes.coupon_dropped.connect(bill.drop_coupon)
        view.wishes.closed.connect(lambda: self._turn_to(Page.WISHES))
        view.why.turned.connect(lambda: view.show_state(presenter.state))
        view.receipts.receipt_highlighted.connect(presenter.receipts.choose)
        view.receipts.line_highlighted.connect(presenter.receipts.highlight_line)
        view.receipts.pieces.connect(presenter.receipts.ask_more)
        view.receipts.all_pieces.connect(presenter.receipts.ask_all)
        view.receipts.asked.connect(presenter.receipts.ask)

    def _show(self, state: DeskState) -> None:
        self.view.show_state(state)
        follow(self.bound, state)
        self._frame.hint_changed()

    def _tell(self, happening: Happening) -> None:
        said = notice(happening, self.presenter.bill.state.program, self._answers)
        if isinstance(happening, Opened) and not (happening.attached or happening.by_card):
            # The card at the left says it to the eye.
            self._frame.hush()
            self._frame.announce(said.sentence())
        else:
            self._frame.say(said)
        if isinstance(happening, Paid):
            self._frame.focus_search(emptied=True)
        elif isinstance(happening, Opened):
            self._frame.focus_search(emptied=True)
            self.view.focus_page()

    def _people(self, text: str) -> tuple[MemberSummary, ...]:
        return lookup.find(self._desk, text, limit=5).rows

    def _turn_to(self, page: Page) -> None:
        self.presenter.turn_to(page)
        self.view.focus_page()

    def _units(self) -> None:
        if self.presenter.state.page is Page.WISHES:
            self.view.wishes.ask_most()
        else:
            self._turn_to(Page.WISHES)

    def _undo(self) -> None:
        if self.presenter.state.page is Page.RECEIPTS:
            self.presenter.void()
        else:
            self.presenter.undo()
        self.view.focus_page()

    def _back(self) -> bool:
        searching = self.presenter.state.page is Page.FOUND
        if not self.presenter.back():
            return False
        if searching:
            self._frame.focus_search(emptied=True)
        else:
            self.view.focus_page()
        return True

    def _line_closed(self) -> None:
        self.presenter.bill.end_edit()
        self.view.focus_page()

    def _to_pay(self) -> None:
        if self.presenter.state.bill.payable:
            self.view.total.main_buttons[0].setFocus()

    def _put_back(self, happening: LineRemoved) -> None:
        self.presenter.bill.put_back(happening.line)

    def _slip(self) -> None:
        row = self.presenter.slip_receipt()
        if row is not None:
            self._print_slip(row)

    def _join(self) -> None:
        """Filled in by the room of enrolment."""

    def _enrol_with_card(self, number: str) -> None:
        """Filled in by the room of enrolment."""

    def _hint(self) -> str:
        state = self.presenter.state
        tr = QCoreApplication.translate
        if state.read_only:
            return tr("DeskRoom", "This desk can only look things up: nothing is written.")
        if state.page is Page.FOUND:
            return tr("DeskRoom", "Enter opens the highlighted patient, Esc goes back.")
        return ""
