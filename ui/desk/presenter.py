"""Joins the parts of the desk: whom the search found, whose bill it is, what is open, what was paid last."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from desk_app import announcing, drafts, lapse, lookup, price_list, printed_cards, returning
from desk_app.accounts import open_receipt
from desk_app.acts import new_id
from desk_app.cards import key_of
from desk_app.domain.card_numbers import is_mistyped
from desk_app.domain.errors import Refusal, Trouble, refuse
from desk_app.ports import Desk, ReceiptRow
from desk_app.rollout.at_desk import News
from desk_app.rollout.diary import is_leaflet, leaflet_out
from desk_app.sync.revoked import CODE as REVOKED
from desk_app.versions import today
from ui.desk.aside.presenter import AsidePresenter
from ui.desk.bill.presenter import BillPresenter, BillState
from ui.desk.cards.presenter import CardsPresenter
from ui.desk.happenings import (
    CardBlocked,
    CardUnknown,
    GivenBack,
    Happening,
    LineRemoved,
    NothingToPrint,
    Opened,
    PaidBefore,
    Reopened,
    Restored,
    SetAside,
    Shut,
    Warned,
)  # fmt: skip
from ui.desk.lookup.presenter import LookupPresenter, LookupState
from ui.desk.new_rules import NewRules
from ui.desk.owing import Owing
from ui.desk.patient.presenter import PatientState
from ui.desk.paying import pay
from ui.desk.receipts.presenter import ReceiptsPresenter, ReceiptsState
from ui.desk.stage import Stage
from ui.desk.state import Asked, DeskState, Page
from ui.desk.undoing import Undoing


class DeskPresenter:
    """What the clerk can do, in the words of the desk; every act ends in a new state and perhaps something to tell."""

    def __init__(
        self,
        desk: Desk,
        show: Callable[[DeskState], None],
        tell: Callable[[Happening], None],
        *,
        language: Callable[[], str] = lambda: "ru",
    ) -> None:
        self._desk = desk
        self.lookup = LookupPresenter(desk, self._found)
        self.bill = BillPresenter(desk, self._billed, language)
        self.receipts = ReceiptsPresenter(desk, self._receipts_shown)
        first = DeskState(Page.BILL, self.lookup.state, None, self.bill.state, self.receipts.state, shut=desk.shut)
        self._stage = Stage(desk, first, show, tell)
        self.aside = AsidePresenter(desk, self._stage, self.bill)
        self.cards = CardsPresenter(desk, self._stage)
        self.owing = Owing(desk, self._stage)
        self.new_rules = NewRules(desk, self._stage)
        self._undoing = Undoing(desk, self._stage, self.bill)

    @property
    def state(self) -> DeskState:
        """What the room shows now."""
        return self._stage.state

    def begin(self) -> Iterator[None]:
        """Show the room, with the bill that was open when the app last closed or fell; in slices."""
        # The first drawing takes the longest, and nothing need be known for it.
        self._stage.open()
        yield
        with self._stage.at_once():
            restored, draft = self.bill.restore(), self.bill.draft
            paid = self._paid(draft.op_id) if restored and self._desk.shut is None else None
            self.aside.load()
            if self._desk.shut is not None or not restored:
                self.bill.refresh()
                self._stage.load_patient()
            elif paid is not None:
                self.bill.renew()
            else:
                self._stage.load_patient()
                self._stage.load_people()
        yield
        if self._desk.shut is not None:
            self.say_shut()
        elif restored and draft.bill.lines:
            self._stage.tell(Restored(len(draft.bill.lines), paid))
        else:
            self._tell_last()

    def _tell_last(self) -> None:
        """Whether the last payment came through is the first question after a fall."""
        row = self._undoing.last_receipt()
        with self._desk.store.reading() as reading:
            day = today(self._desk, reading)
        if row is not None and row.day == day:
            self._stage.tell(PaidBefore(row, self._stage.name_of(row.patient)))

    def _paid(self, op_id: str) -> ReceiptRow | None:
        with self._desk.store.reading() as reading:
            return reading.receipt(op_id)

    # finding

    def search_for(self, text: str) -> None:
        """The search field changed."""
        self.lookup.search_for(text)
        if self.lookup.state.searching:
            self._stage.become(page=Page.FOUND, done=None)
        elif self.state.page is Page.FOUND:
            self._stage.become(page=Page.BILL)

    def choose(self) -> bool:
        """Enter in the search field: the patient, or the receipt of that number; False when there was none."""
        found, numbered = self.lookup.state.highlighted, self.lookup.state.receipts
        if self.state.page is Page.FOUND and numbered:
            self.receipts.show_rows(numbered)
            self._stage.become(page=Page.RECEIPTS)
            return True
        if self.state.page is not Page.FOUND or found is None:
            return False
        self.open_patient(found.id)
        return True

    def open_patient(self, patient: str, *, proof: str = "") -> None:
        """Put a patient at the desk: an open bill that is nobody's becomes theirs, one of another patient waits."""
        bill = self.bill.state.bill
        # Where nothing is ever paid, the lines are only asked about, and go along.
        another = bool(bill.lines and bill.patient and bill.patient != patient) and self._desk.shut is None
        kept: list[SetAside] = []
        if another and not self._stage.tried(lambda: kept.append(self.aside.make_room())):
            return
        with self._stage.at_once():
            self.bill.attach(patient, proof)
            self._stage.load_patient()
            self._stage.load_people()
            self.aside.load()
            self.lookup.search_for("")
            self._stage.become(page=Page.BILL, done=None)
        if self.state.patient is not None:
            name, attached = self.state.patient.patient.full_name, bool(bill.lines) and not another
            waits = self.aside.waits(patient)
            self._stage.tell(Opened(name, attached, bool(proof), kept[0] if kept else None, waits))

    def scanned(self, number: str) -> None:
        """A card was scanned, on whatever screen."""
        found = lookup.scan(self._desk, number)
        shown = self.state.patient
        stock = found.card is not None and found.card.state == "stock"
        if found.card is None and is_mistyped(number):
            self._stage.tell_problem(refuse("card.bad", "card", card=number))
        elif stock and self.state.page is Page.CARDS and self.cards.state.key is None:
            # Asked for in so many words, "scan it now"; and it stops no other card.
            self.cards.give(number)
        elif not found.member:
            offered = (shown.patient.full_name, shown.member) if shown else ("", False)
            self._stage.tell(CardUnknown(number, *offered, stock=stock))
        elif found.card is not None and found.card.state == "blocked":
            with self._desk.store.reading() as reading:
                now = key_of(reading, found.member)
            self._stage.tell(CardBlocked(number, self._stage.name_of(found.member), now))
        else:
            self.open_patient(found.member, proof="card")

    def bind_card(self, number: str) -> None:
        """Make a card the key of the patient on screen."""
        if self.state.page is not Page.CARDS:
            self.cards.open()  # on its page, the reason the clerk chose holds
        self.cards.give(number)

    def tell_of_lapse(self) -> None:
        """The clerk told the patient what lapses when: from now on that day may come."""
        shown, program = self.state.patient, self.bill.state.program
        if shown is None or program is None or not shown.to_warn:
            return
        told: list[tuple[tuple[int, date], ...]] = []
        if self._stage.tried(lambda: told.append(lapse.warn(self._desk, shown.patient.id, "desk", new_id()))):
            self._stage.load_patient()
            self._stage.tell(Warned(told[0], program))

    def sheet_out(self, note: str) -> None:
        """A sheet is in the patient's hand: a card of theirs, or what tells on paper what lapses, and settles that."""
        if number := printed_cards.number_in(note):
            self._stage.tried(lambda: printed_cards.note_printed(self._desk, (number,)))
            return
        if is_leaflet(note) and self._desk.shut is None:
            self._stage.tried(lambda: leaflet_out(self._desk, note))
            return
        announced = announcing.from_text(note)
        if announced is None or self._desk.shut is not None:
            return
        if self._stage.tried(lambda: announcing.record(self._desk, announced, "slip")):
            self._stage.load_patient()

    # pages

    def turn_to(self, page: Page) -> None:
        """Open a page, or close it when it is open."""
        page = Page.BILL if self.state.page is page else page
        if page is Page.CARDS:
            self.cards.open()
        if page is Page.RECEIPTS:
            shown = self.state.patient
            self.receipts.open(shown.patient.id if shown else "", shown.patient.full_name if shown else "")
        self._stage.become(page=page)

    def why(self) -> None:
        """F1: explain the open bill, the receipt just paid, or the receipt that is highlighted; again: go back."""
        page = self.state.page
        asked = self._asked()
        if page is Page.WHY:
            self._stage.become(page=self.state.behind)
        elif asked is not None:
            self._stage.become(page=Page.WHY, asked=asked, behind=page)

    def _asked(self) -> Asked | None:
        bill, row = self.bill.state, None
        if self.state.page is Page.RECEIPTS:
            row = self.receipts.state.row
        elif self.state.done is not None:
            row = self.state.done.row
        if row is not None:
            with self._desk.store.reading() as reading:
                held = open_receipt(reading, self._desk, row)
                receipt, known = held.receipt, price_list.spoken_of(reading, held.program, held.receipt.bill)
            return Asked(receipt.bill, receipt.quote, held.program, receipt.standing.offers, known, paid=True)
        if bill.quote is None or bill.program is None or not bill.bill.lines:
            return None
        with self._desk.store.reading() as reading:
            known = price_list.spoken_of(reading, bill.program, bill.bill)
        return Asked(bill.bill, bill.quote, bill.program, bill.offers, known, bound=bill.bound)

    def back(self) -> bool:
        """Esc: one step back, never losing data; False when there is nothing to go back from."""
        bill = self.bill.state
        self._stage.asked = ""
        if self.state.page is Page.WHY:
            self._stage.become(page=self.state.behind)
        elif self.state.page is not Page.BILL:
            if self.state.page is Page.WISHES:
                self.bill.drop_refused()
            self.lookup.search_for("")
            self._stage.become(page=Page.BILL)
        elif bill.editing is not None:
            self.bill.end_edit(keep=False)
        elif bill.entry.text:
            self.bill.type_entry("")
        elif not bill.bill.lines and self.bill.let_go():
            self._stage.load_patient()
            self._stage.load_people()
        else:
            return False
        return True

    def put_away(self) -> None:
        """Begin as on an empty desk: nobody is at it, no bill is open, nothing is asked for."""
        with self._stage.at_once():
            self.bill.renew()
            self._stage.load_patient()
            self._stage.load_people()
            self.lookup.search_for("")
            self._stage.become(page=Page.BILL, done=None)

    # the bill

    def wish(self, **changes: Any) -> None:
        """Change what is asked of the bill as a whole; see `BillPresenter.wish`."""
        self.bill.wish(**changes)
        if "payer" in changes or "holder" in changes:
            self._stage.load_people()

    def remove_line(self) -> None:
        """Take the highlighted line off, offering to put it back."""
        line = self.bill.remove_line()
        if line is not None:
            self._stage.tell(LineRemoved(line))

    def pay(self) -> None:
        """F9: settle the bill, or confirm the return that is open."""
        if self.state.returning:
            self._give_back()
            return
        paid = pay(self._stage, self.bill)
        if paid is not None:
            self._undoing.remember(paid)

    def undo(self) -> None:
        """F8: void the last receipt of today, asking first where that is not plain."""
        self._undoing.undo()

    def void(self, reason: str = "") -> None:
        """Void the highlighted receipt, at the second time of asking."""
        self._undoing.void(reason)

    def slip_receipt(self) -> ReceiptRow | None:
        """The receipt F12 prints: the one highlighted, or the last one."""
        if self.state.returning:
            row = self.receipts.state.row
        else:
            row = self.state.done.row if self.state.done else self._undoing.last_receipt()
        if row is None:
            self._stage.tell(NothingToPrint())
        return row

    def enrolled(self, patient: str) -> None:
        """Somebody was written down or changed: put them at the desk."""
        if self.bill.state.bill.patient == patient:
            self.bill.refresh()
            self._stage.load_patient()
        else:
            self.open_patient(patient)

    def bill_came(self, op_id: str, *, free: bool = True) -> bool:
        """A bill from outside waits; at a `free` desk where nothing is begun it is opened: True."""
        begun = not self.bill.draft.blank or bool(self.bill.state.entry.text) or self.state.page is not Page.BILL
        if begun or not free or self.state.read_only:
            self.aside.load()
            return False
        self.aside.take_up(op_id)
        return self.bill.draft.op_id == op_id

    def refresh(self) -> None:
        """The room came forward: show what is true now."""
        with self._stage.at_once():
            self.bill.refresh()
            self.aside.load()
            self._stage.load_patient()

    def show_news(self, *news: News) -> None:
        """Show these new rules on the patient's card."""
        shown = self.state.patient
        if shown is not None:
            self.show_patient(replace(shown, news=news))

    def show_patient(self, shown: PatientState) -> None:
        """Show the card of the patient at the desk so."""
        self._stage.become(patient=shown)

    def hear(self) -> None:
        """Acts of other desks came. Who is at the desk, what they have and what the bill costs follow; what is typed,
        opened or highlighted stays."""
        if self.bill.state.editing is None:
            with self._stage.at_once():
                self.bill.refresh()
                self._stage.load_patient()
                self._stage.load_people()

    def follow_shut(self) -> None:
        """The centre took this desk off its list, or took it back."""
        if self._desk.shut is not None and self.state.shut is None:
            self._stage.become(shut=self._desk.shut)
            self._stage.tell(Shut(self._desk.shut, lasting=True))
        elif self._desk.shut is None and self.state.shut is not None and self.state.shut.code == REVOKED:
            self.try_again()

    def say_shut(self) -> None:
        """A key that writes was pressed where nothing can be written: say why, and what works."""
        shut = self.state.shut
        if shut is not None:
            self._stage.tell(Shut(shut, lasting=self._desk.shut is not None))

    def problem_came(self, problem: Refusal | Trouble) -> None:
        """Another room could not do what was asked: say why, and live by it."""
        self._stage.tell_problem(problem)

    def try_again(self) -> None:
        """Somebody made room, or says so: try to write once more."""
        if self._desk.shut is None and self._stage.tried(lambda: drafts.prove_writable(self._desk)):
            self.bill.refresh()
            self._open_again()

    def _open_again(self) -> None:
        if self.state.shut is not None and self._desk.shut is None and self.bill.state.unkept is None:
            self._stage.become(shut=None)
            self._stage.tell(Reopened())

    def _give_back(self) -> None:
        given: list[tuple[ReceiptRow, returning.ReturnResult] | None] = []
        if not self._stage.tried(lambda: given.append(self.receipts.give_back())) or given[0] is None:
            return
        row, result = given[0]
        # What was paid for it is not so any more.
        self._stage.become(done=None)
        self._stage.load_patient()
        self.bill.refresh()
        program = self.bill.state.program
        if program is not None:
            self._stage.tell(GivenBack(row, self._stage.name_of(row.patient), result, program))

    def _found(self, state: LookupState) -> None:
        self._stage.become(lookup=state)

    def _billed(self, state: BillState) -> None:
        begun = bool(state.bill.lines or state.bill.patient or state.entry.text)
        before = self.state.bill.unkept
        self._stage.become(bill=state, done=None if begun else self.state.done)
        if state.unkept is not None and before is None:
            self._stage.tell_problem(state.unkept)
        elif state.unkept is None and before is not None:
            self._open_again()

    def _receipts_shown(self, state: ReceiptsState) -> None:
        self._stage.become(receipts=state)
