"""Puts the desk room together for the window: presenter, views, keys and the bar that speaks."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QWidget

from desk_app import lookup
from desk_app.domain.people import MemberSummary
from desk_app.hand_over.outgoing import split_of
from desk_app.ports import Desk, ReceiptRow
from ui import language
from ui.action import Bound
from ui.desk.actions import Intents, declared, follow
from ui.desk.aside.view import AsideView
from ui.desk.bill.presenter import WISHED
from ui.desk.cards.paper import print_card
from ui.desk.cards.view import CardsView
from ui.desk.form_page import FormPage
from ui.desk.happenings import (
    Happening,
    LineRemoved,
    Opened,
    Paid,
    PriceMissing,
    Refused,
)  # fmt: skip
from ui.desk.hints import hint
from ui.desk.lookup.view import LookupView
from ui.desk.presenter import DeskPresenter
from ui.desk.receipts.view import ReceiptsView
from ui.desk.shut import explain_keys
from ui.desk.state import DeskState, Page
from ui.desk.view import DeskView
from ui.desk.why.view import WhyView
from ui.desk.wishes.view import WishesView
from ui.desk.words import Answers, notice
from ui.enrolment.room import FormRoom
from ui.notice import Notice, Tone
from ui.screen import Frame, Screen
from ui.slices import one_by_one

NAME = "desk"
REST = 100
"""Milliseconds after the first patient could be served until what is needed later is made."""
PrintSlip = Callable[[ReceiptRow], None]


class LivePanes(Sequence[QWidget]):
    """The parts F6 walks through, asked anew each time: pages come and go, and a form covers them."""

    def __init__(self, panes: Callable[[], Sequence[QWidget]]) -> None:
        self._panes = panes

    def __getitem__(self, place: Any) -> Any:
        return self._panes()[place]

    def __len__(self) -> int:
        return len(self._panes())


class DeskRoom:
    """Intents of keys and views go to the presenter; its states go to the views, its happenings to the bar."""

    def __init__(self, frame: Frame, desk: Desk, print_slip: PrintSlip) -> None:
        self._frame = frame
        self._desk = desk
        self._print_slip = print_slip
        self._announced = ""
        self.presenter = DeskPresenter(desk, self._show, self._tell, language=language.current)
        self.view = DeskView(self._people, self._connect_page)
        self.joining = FormPage(frame, desk, self.presenter, self.view, self._tell)
        self.rooms = self.joining.rooms
        presenter = self.presenter
        intents = Intents(
            why=self._why,
            open_line=presenter.bill.edit_line,
            join=self.joining.join,
            units=self._units,
            warn=presenter.tell_of_lapse,
            hand_over=presenter.owing.hand_over,
            tell_rules=presenter.new_rules.tell,
            undo=self._undo,
            void=self._void,
            receipts=lambda: self._turn_to(Page.RECEIPTS),
            pay=presenter.pay,
            card=lambda: self._turn_to(Page.CARDS),
            print_card=self._print_card,
            new_card=presenter.cards.give_asked,
            block_card=presenter.cards.block_asked,
            slip=self._slip,
            split=self._copy_split,
            set_aside=self._set_aside,
            waiting=lambda: self._turn_to(Page.ASIDE),
            payer=presenter.bill.pay_line_by,
        )
        self.bound = Bound(self.view, declared(intents))
        # Two acts share F9 and F8: which of them is meant is known before the first key, not after the first state.
        follow(self.bound, presenter.state)
        for name in ("pay", "undo", "void", "give_back", "new_card", "block_card", "hand_over", "tell_rules"):
            # A key held down too long is not a second wish.
            self.bound[name].setAutoRepeat(False)
        self._covered = self._unlisted("F9", presenter.pay)
        self._elsewhere = self._unlisted("F8", presenter.undo)
        self._refused = [self._unlisted(key, presenter.pay) for key in ("F1", "F9")]
        self._dead = [self._unlisted(key, presenter.say_shut) for key in ("F4", "F7", "F8", "F9", "F11")]
        self.view.build(self.bound)
        self._answers = Answers(
            undo=self._undo,
            void=self._void,
            bind=presenter.bind_card,
            print_card=self._print_card,
            enrol_with_card=self.joining.enrol_with_card,
            put_back=self._put_back,
            put_bill_back=presenter.aside.put_back,
            give_lines=self._give_lines,
            try_again=presenter.try_again,
            still_owed=presenter.owing.take_back,
        )
        self._connect()

    def screen(self) -> Screen:
        """What the window holds."""
        return Screen(
            NAME,
            self.rooms,
            self,
            self.bound,
            hint=self._hint,
            searching=self,
            scanned=self._scanned,
            offered=self._offered,
            back=self._back,
            panes=LivePanes(lambda: self.form.view.parts if self.joining.is_open else self.view.panes),
            begin=self._begin,
            opened=self.presenter.refresh,
            refreshed=self._refreshed,
            serving=self._serving,
            parts=self.view.parts,
        )

    # ui.screen.Searching

    def search_for(self, text: str) -> None:
        """The search field changed; an open form waits behind what is found."""
        if text.strip():
            if self.joining.is_open:
                self.form.back()
            self.rooms.setCurrentWidget(self.view)
        self.presenter.search_for(text)

    def step(self, rows: int) -> None:
        """Arrow keys in the search field."""
        if self.presenter.state.page is Page.FOUND:
            self.presenter.lookup.step(rows)

    def choose(self) -> None:
        """Enter in the search field: open who is highlighted; with nothing typed, go on to the bill."""
        if self.presenter.choose():
            if self.presenter.state.page is Page.RECEIPTS:
                self._frame.focus_search(emptied=True)
                self.view.focus_page()
            return
        if self.presenter.state.page is not Page.FOUND:
            self.view.focus_page()

    # joining

    def _connect(self) -> None:
        presenter, bill, view = self.presenter, self.presenter.bill, self.view
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
        view.service_begun.connect(self._to_services)

    def _connect_page(self, page: QWidget) -> None:
        presenter, bill = self.presenter, self.presenter.bill
        match page:
            case LookupView():
                page.moved.connect(presenter.lookup.highlight)
                page.chosen.connect(lambda _: self.choose())
            case WishesView():
                page.wished.connect(lambda changes: presenter.wish(**changes))
                page.claimed.connect(bill.claim)
                page.coupon_given.connect(bill.add_coupon)
                page.coupon_dropped.connect(bill.drop_coupon)
                page.closed.connect(self._wishes_closed)
            case WhyView():
                page.turned.connect(lambda: self.view.show_state(presenter.state))
            case ReceiptsView():
                page.receipt_highlighted.connect(presenter.receipts.choose)
                page.line_highlighted.connect(presenter.receipts.highlight_line)
                page.pieces.connect(presenter.receipts.ask_more)
                page.all_pieces.connect(presenter.receipts.ask_all)
                page.asked.connect(presenter.receipts.ask)
                page.filtered.connect(presenter.receipts.narrow)
                page.receipts.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
                page.receipts.addActions([self.bound["slip"], self.bound["split"]])
            case AsideView():
                page.highlighted.connect(presenter.aside.highlight)
                page.taken.connect(self._take_up)
                page.dropped.connect(presenter.aside.drop)
            case CardsView():
                page.highlighted.connect(presenter.cards.highlight)
                page.reason_chosen.connect(presenter.cards.say_why)

    def _begin(self) -> Iterator[None]:
        """Show what is true; then make the parts nobody has opened yet."""
        yield from self.presenter.begin()
        QTimer.singleShot(REST, self.view, lambda: one_by_one(self.view, self._parts()))

    def _parts(self) -> Iterator[None]:
        for owner, name in (
            (self.view, "lookup"), (self.view, "wishes"), (self.joining, "made"), (self.joining, "form"),
            (self.view, "receipts"), (self.view, "why"), (self.view, "aside"),
        ):  # fmt: skip
            getattr(owner, name)
            yield

    @property
    def form(self) -> FormRoom:
        """The form of a patient."""
        return self.joining.form

    def _unlisted(self, key: str, intent: Callable[[], None]) -> QAction:
        """A key that only says why it does nothing here: it has no button and no place among the keys."""
        made = QAction(self.view)
        made.setShortcut(QKeySequence(key))
        made.setEnabled(False)
        made.triggered.connect(lambda *_: intent())
        self.view.addAction(made)
        return made

    def _show(self, state: DeskState) -> None:
        self.view.show_state(state)
        follow(self.bound, state)
        explain_keys(self.bound, state.shut, state.bill.program)
        for key in self._dead:
            key.setEnabled(state.read_only)
        self._covered.setEnabled(state.page in (Page.FOUND, Page.ASIDE) and not state.read_only)
        self._elsewhere.setEnabled(state.returning and not state.read_only)
        at_bill = state.page in (Page.BILL, Page.WISHES, Page.CARDS)
        for key in self._refused:
            key.setEnabled(at_bill and bool(state.bill.refused_wish and state.bill.bill.lines) and not state.read_only)
        self._frame.hint_changed()
        self._announce(state)

    def _announce(self, state: DeskState) -> None:
        """Have the count of a search and a new sum read aloud, each once."""
        if state.page is Page.FOUND:
            said = self.view.lookup.sentence()
        elif state.bill.bill.lines:
            words = self.view.total.words()
            said = f"{words.caption}: {words.sum}"
        else:
            said = ""
        if said and said != self._announced:
            self._frame.announce(said)
        self._announced = said

    def _tell(self, happening: Happening) -> None:
        said = notice(happening, self.presenter.bill.state.program, self._answers)
        if isinstance(happening, Opened) and not (happening.attached or happening.by_card or happening.kept):
            # The card at the left says it to the eye.
            self._frame.hush()
            self._frame.announce(said.sentence())
        else:
            self._frame.say(said)
        if isinstance(happening, Paid):
            self._frame.focus_search(emptied=True)
        elif isinstance(happening, PriceMissing):
            self.view.bill.open_line.ask_price()
        elif isinstance(happening, Refused):
            self._to_refused(happening.refusal.place)
        elif isinstance(happening, Opened):
            self._frame.focus_search(emptied=True)
            self.view.focus_page()

    def _people(self, text: str) -> tuple[MemberSummary, ...]:
        return lookup.find(self._desk, text, limit=5).rows

    def _turn_to(self, page: Page) -> None:
        # What was said of an act before would hide what the keys do here.
        self._frame.hush()
        self.presenter.turn_to(page)
        self.view.focus_page()

    def _set_aside(self) -> None:
        self.presenter.aside.set_aside()
        self._frame.focus_search(emptied=True)

    def _take_up(self) -> None:
        self.presenter.aside.take_up()
        self.view.focus_page()

    def _give_lines(self, op_id: str) -> None:
        self.presenter.aside.give_lines(op_id)
        self.view.focus_page()

    def _why(self) -> None:
        self.presenter.why()
        self.view.focus_page()

    def _units(self) -> None:
        if self.presenter.state.page is Page.WISHES:
            self.view.wishes.ask_most()
        else:
            self._turn_to(Page.WISHES)

    def _undo(self) -> None:
        self.presenter.undo()
        self.view.focus_page()

    def _void(self) -> None:
        self.presenter.void(self.view.receipts.reason.text().strip())
        if not self.presenter.state.returning:
            self.view.receipts.reason.clear()
            self.view.focus_page()

    def _back(self) -> bool:
        if self.joining.is_open:
            # The form stays as it is: F4 opens it again where it was left.
            if not self.form.back():
                self.joining.leave()
            return True
        searching = self.presenter.state.page is Page.FOUND
        if not self.presenter.back():
            return False
        if searching:
            self._frame.focus_search(emptied=True)
        else:
            self.view.focus_page()
        return True

    def put_away(self) -> None:
        """Forget the open bill, who is at the desk, and what is written in the form."""
        self.joining.put_away()
        self.presenter.put_away()

    def _line_closed(self) -> None:
        self.presenter.bill.end_edit()
        self.view.focus_page()

    def _wishes_closed(self) -> None:
        """Enter is done; what a rule refuses is asked for otherwise first."""
        bill = self.presenter.state.bill
        if bill.refused_wish and bill.bill.lines:
            self.view.focus_page()
        else:
            self._turn_to(Page.WISHES)

    def _to_services(self) -> None:
        """A service is typed: what covers the field closes, as it is."""
        if self.presenter.state.page is not Page.BILL:
            self._frame.hush()
            self.presenter.turn_to(self.presenter.state.page)
        self.presenter.bill.end_edit()

    def _to_refused(self, place: str) -> None:
        """A wish is refused: to its field. Any other refusal takes the keyboard from nobody."""
        if self.presenter.state.page is Page.WISHES and place in WISHED:
            self.view.wishes.begin(place)

    def _to_pay(self) -> None:
        bill = self.presenter.state.bill
        if bill.payable:
            self.view.total.main_buttons[0].setFocus()
        elif bill.refused_wish:
            self.presenter.pay()

    def _put_back(self, happening: LineRemoved) -> None:
        self.presenter.bill.put_back(happening.line)

    def _slip(self) -> None:
        row = self.presenter.slip_receipt()
        if row is not None:
            self._print_slip(row)

    def _print_card(self) -> None:
        shown = self.presenter.state.patient
        if shown is not None:
            print_card(self._frame, self._desk, shown.patient.id)

    def _copy_split(self) -> None:
        """The positions of a receipt, for a cash register that is worked by hand."""
        row = self.presenter.slip_receipt()
        if row is not None:
            QGuiApplication.clipboard().setText(split_of(self._desk, row))
            said = QCoreApplication.translate("DeskRoom", "The positions of receipt {number} are copied.")
            self._frame.say(Notice(Tone.DONE, said.format(number=row.number), seconds=6))

    def _scanned(self, number: str) -> None:
        self.joining.scanned(number)

    def _serving(self) -> str:
        shown = self.presenter.state.patient
        return shown.patient.id if shown is not None else ""

    def _refreshed(self) -> None:
        """Acts of other desks came: show what is true now, once nobody is in the middle of a line or a form."""
        self.presenter.follow_shut()
        if not self.joining.is_open:
            self.presenter.hear()

    def _offered(self, op_id: str) -> bool:
        """A bill of the clinic system waits: open it where nobody is served just now."""
        return self.presenter.bill_came(op_id, free=not self.joining.is_open)

    def _hint(self) -> str:
        return hint(self.presenter.state, on_form=self.joining.is_open)
