"""Joins the parts of the desk: whom the search found, whose bill it is, what is open, what was paid last."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from typing import Any

from desk_app import enrolment, lapse, lookup, returning
from desk_app.accounts import open_receipt
from desk_app.acts import new_id
from desk_app.domain.errors import Refusal, Trouble
from desk_app.drafts import Draft
from desk_app.ports import Desk, ReceiptRow
from desk_app.versions import today
from ui.desk.bill.presenter import BillPresenter, BillState
from ui.desk.happenings import (
    CardBlocked,
    CardBound,
    CardUnknown,
    Covered,
    GivenBack,
    Happening,
    LineRemoved,
    Moved,
    NothingToPrint,
    NothingToUndo,
    Opened,
    Paid,
    PriceMissing,
    Refused,
    Restored,
    Troubled,
    UndoAsked,
    Undone,
    Warned,
    WholeElsewhere,
)  # fmt: skip
from ui.desk.lookup.presenter import LookupPresenter, LookupState
from ui.desk.patient.presenter import patient_state
from ui.desk.receipts.presenter import ReceiptsPresenter, ReceiptsState
from ui.desk.state import Asked, DeskState, Done, Page


class DeskPresenter:
    """What the clerk can do, in the words of the desk; every act ends in a new state and perhaps something to tell."""

    def __init__(
        self,
        desk: Desk,
        show: Callable[[DeskState], None],
        tell: Callable[[Happening], None],
        *,
        language: Callable[[], str] = lambda: "ru",
        read_only: bool = False,
    ) -> None:
        self._desk = desk
        self._show = show
        self._speak = tell
        self._quiet = True
        self._came_from = Page.BILL
        self._last_draft: Draft | None = None
        self._undo_ids: dict[str, str] = {}
        self._undo_asked = ""
        self.lookup = LookupPresenter(desk, self._found)
        self.bill = BillPresenter(desk, self._billed, language)
        self.receipts = ReceiptsPresenter(desk, self._receipts_shown)
        self.state = DeskState(
            Page.BILL, self.lookup.state, None, self.bill.state, self.receipts.state, read_only=read_only
        )

    def begin(self) -> None:
        """Show the room, with the bill that was open when the app last closed or fell."""
        restored = self.bill.restore()
        self._quiet = False
        if not restored:
            self.bill.refresh()
            return
        draft = self.bill.draft
        with self._desk.store.reading() as reading:
            paid = reading.receipt(draft.op_id)
        if paid is not None:
            self.bill.renew()
            self._tell(Restored(len(draft.bill.lines), paid))
            return
        self._load_patient()
        self._load_people()
        self._tell(Restored(len(draft.bill.lines)))

    # finding

    def search_for(self, text: str) -> None:
        """The search field changed."""
        self.lookup.search_for(text)
        if self.lookup.state.searching:
            self._become(page=Page.FOUND, done=None)
        elif self.state.page is Page.FOUND:
            self._become(page=Page.BILL)

    def choose(self) -> bool:
        """Enter in the search field; False when there was nobody to open."""
        found = self.lookup.state.highlighted
        if self.state.page is not Page.FOUND or found is None:
            return False
        self.open_patient(found.id)
        return True

    def open_patient(self, patient: str, *, proof: str = "") -> None:
        """Put a patient at the desk; an open bill becomes theirs."""
        bill = self.bill.state.bill
        taken_over = bool(bill.lines and bill.patient and bill.patient != patient)
        with self._at_once():
            self.bill.attach(patient, proof)
            self._load_patient()
            self._load_people()
            self.lookup.search_for("")
            self._become(page=Page.BILL, done=None)
        if self.state.patient is not None:
            name = self.state.patient.patient.full_name
            self._tell(Opened(name, bool(bill.lines), by_card=bool(proof), taken_over=taken_over))

    def scanned(self, number: str) -> None:
        """A card was scanned, on whatever screen."""
        found = lookup.scan(self._desk, number)
        shown = self.state.patient
        if not found.member:
            self._tell(CardUnknown(number, shown.patient.full_name, shown.member) if shown else CardUnknown(number))
        elif found.card is not None and found.card.state == "blocked":
            self._tell(CardBlocked(number, self._name_of(found.member)))
        else:
            self.open_patient(found.member, proof="card")

    def bind_card(self, number: str) -> None:
        """Make a card the key of the patient on screen."""
        shown = self.state.patient
        if shown is None:
            return
        if self._tried(lambda: enrolment.issue_card(self._desk, shown.patient.id, number, new_id())):
            self._load_patient()
            self._tell(CardBound(number, shown.patient.full_name))

    def tell_of_lapse(self) -> None:
        """The clerk told the patient what lapses when: from now on that day may come."""
        shown, program = self.state.patient, self.bill.state.program
        if shown is None or program is None or not shown.to_warn:
            return
        told: list[tuple[tuple[int, date], ...]] = []
        if self._tried(lambda: told.append(lapse.warn(self._desk, shown.patient.id, "desk", new_id()))):
            self._load_patient()
            self._tell(Warned(told[0], program))

    # pages

    def turn_to(self, page: Page) -> None:
        """Open a page, or close it when it is open."""
        page = Page.BILL if self.state.page is page else page
        if page is Page.RECEIPTS:
            shown = self.state.patient
            self.receipts.open(shown.patient.id if shown else "", shown.patient.full_name if shown else "")
        self._become(page=page)

    def why(self) -> None:
        """F1: explain the open bill, the receipt just paid, or the receipt that is highlighted; again: go back."""
        page = self.state.page
        asked = self._asked()
        if page is Page.WHY:
            self._become(page=self._came_from)
        elif asked is not None:
            self._came_from = page
            self._become(page=Page.WHY, asked=asked)

    def _asked(self) -> Asked | None:
        bill, row = self.bill.state, None
        if self.state.page is Page.RECEIPTS:
            row = self.receipts.state.row
        elif self.state.done is not None:
            row = self.state.done.row
        if row is not None:
            with self._desk.store.reading() as reading:
                held = open_receipt(reading, self._desk, row)
            return Asked(held.receipt.bill, held.receipt.quote, held.program, held.receipt.standing.offers)
        if bill.quote is None or bill.program is None or not bill.bill.lines:
            return None
        return Asked(bill.bill, bill.quote, bill.program, bill.offers)

    def back(self) -> bool:
        """Esc: one step back, never losing data; False when there is nothing to go back from."""
        bill = self.bill.state
        self._undo_asked = ""
        if self.state.page is Page.WHY:
            self._become(page=self._came_from)
        elif self.state.page is not Page.BILL:
            self.lookup.search_for("")
            self._become(page=Page.BILL)
        elif bill.editing is not None:
            self.bill.end_edit(keep=False)
        elif bill.entry.text:
            self.bill.type_entry("")
        elif bill.bill.patient and not bill.bill.lines:
            self.bill.attach("")
            self._load_patient()
        else:
            return False
        return True

    # the bill

    def wish(self, **changes: Any) -> None:
        """Change what is asked of the bill as a whole; see `BillPresenter.wish`."""
        self.bill.wish(**changes)
        if "payer" in changes or "holder" in changes:
            self._load_people()

    def remove_line(self) -> None:
        """Take the highlighted line off, offering to put it back."""
        line = self.bill.remove_line()
        if line is not None:
            self._tell(LineRemoved(line))

    def pay(self) -> None:
        """F9: settle the bill, or confirm the return that is open."""
        if self.state.page is Page.RECEIPTS:
            self._give_back()
            return
        if self.state.page is Page.FOUND:
            self._tell(Covered())
            return
        unpriced = self.bill.ask_price() if self.bill.state.payable else None
        if unpriced is not None:
            self._become(page=Page.BILL)
            self._tell(PriceMissing(unpriced))
            return
        state, draft = self.bill.state, self.bill.draft
        quote, program = state.quote, state.program
        if not state.payable or quote is None or program is None:
            if isinstance(state.problem, Refusal):
                self._tell(Refused(state.problem))
            elif isinstance(state.problem, Trouble):
                self._tell(Troubled(state.problem))
            return
        try:
            settled = self.bill.settle()
        except Refusal as refusal:
            now = self.bill.state.quote
            if refusal.code == "quote.moved" and now is not None:
                self._load_patient()
                self._tell(Moved(quote.pays, now.pays, self.bill.state.program or program))
            else:
                self._tell(Refused(refusal))
            return
        except Trouble as trouble:
            self._tell(Troubled(trouble))
            return
        self._last_draft = draft
        name = self.state.patient.patient.full_name if self.state.patient else ""
        with self._at_once():
            self.bill.renew()
            done = Done(settled.row, settled.quote, program, name)
            self._become(page=Page.BILL, patient=None, done=done)
        self._tell(Paid(settled.row, settled.quote, program, settled.repeated))

    def undo(self) -> None:
        """F8: void the last receipt of today; its bill is open again to be corrected.

        While somebody else is served, or a bill is open, it says whose receipt that is and waits for a second time.
        """
        if self.state.page is Page.RECEIPTS:
            self._tell(WholeElsewhere())
            return
        row = self._last_receipt()
        if row is None:
            self._tell(NothingToUndo())
        elif not self._serving_another(row) or not self._asks_first(row, whole=False):
            self.undo_receipt(row)

    def undo_receipt(self, row: ReceiptRow, reason: str = "") -> None:
        """Void a receipt of today."""
        op_id = self._undo_ids.setdefault(row.id, new_id())
        results: list[returning.ReturnResult] = []
        if not self._tried(lambda: results.append(returning.void(self._desk, row.id, op_id, reason))):
            return
        with self._at_once():
            reopened = self._reopen(row)
            self._load_patient()
            self._become(page=Page.BILL, done=None)
        program = self.bill.state.program
        if program is not None:
            self._tell(Undone(row, results[0], program, reopened))

    def void(self, reason: str = "") -> None:
        """Show what voiding the highlighted receipt gives back; again: void it, for a reason the journal keeps."""
        row = self.receipts.state.row
        if self.state.page is Page.RECEIPTS and row is not None and not self._asks_first(row, whole=True):
            self.undo_receipt(row, reason)

    def slip_receipt(self) -> ReceiptRow | None:
        """The receipt F12 prints: the one highlighted, or the last one."""
        if self.state.page is Page.RECEIPTS:
            row = self.receipts.state.row
        else:
            row = self.state.done.row if self.state.done else self._last_receipt()
        if row is None:
            self._tell(NothingToPrint())
        return row

    def enrolled(self, patient: str) -> None:
        """Somebody was written down or changed: put them at the desk."""
        if self.bill.state.bill.patient == patient:
            self.bill.refresh()
            self._load_patient()
        else:
            self.open_patient(patient)

    def refresh(self) -> None:
        """The room came forward: show what is true now."""
        with self._at_once():
            self.bill.refresh()
            self._load_patient()

    def _serving_another(self, row: ReceiptRow) -> bool:
        bill = self.bill.state.bill
        other = bool(bill.patient) and bill.patient != row.patient
        return bool(bill.lines) or other or self.state.page is Page.FOUND

    def _asks_first(self, row: ReceiptRow, *, whole: bool) -> bool:
        """Say whose receipt and what sum would be undone; False when that was said just now, or it cannot be undone."""
        program = self.bill.state.program
        if self._undo_asked == row.id or program is None:
            return False
        with self._desk.store.reading() as reading:
            lines = open_receipt(reading, self._desk, row).receipt.bill.lines
            returned = returning.returned_pieces(reading, row.id)
            day = today(self._desk, reading)
        left = [(line.id, line.quantity - returned.get(line.id, 0)) for line in lines]
        left = [(line, pieces) for line, pieces in left if pieces]
        if not left or day != row.day:
            return False
        previews: list[returning.ReturnResult] = []
        if self._tried(lambda: previews.append(returning.preview(self._desk, row.id, left))):
            self._tell(UndoAsked(row, self._name_of(row.patient), previews[0].money_back, program, whole))
        return True

    def _give_back(self) -> None:
        given: list[tuple[ReceiptRow, returning.ReturnResult] | None] = []
        if not self._tried(lambda: given.append(self.receipts.give_back())) or given[0] is None:
            return
        row, result = given[0]
        self._load_patient()
        self.bill.refresh()
        program = self.bill.state.program
        if program is not None:
            self._tell(GivenBack(row, result, program))

    def _reopen(self, row: ReceiptRow) -> bool:
        last = self._last_draft
        if last is None or last.op_id != row.id or self.bill.draft.bill.lines:
            return False
        self._last_draft = None
        self.bill.take_up(Draft(new_id(), replace(last.bill, id=new_id())))
        return True

    def _last_receipt(self) -> ReceiptRow | None:
        with self._desk.store.reading() as reading:
            rows = reading.last_receipts(1)
            if not rows or any(part.get("kind") == "void" for part in reading.returns(rows[0].id)):
                return None
            return rows[0]

    def _tried(self, act: Callable[[], object]) -> bool:
        try:
            act()
        except Refusal as refusal:
            self._tell(Refused(refusal))
            return False
        except Trouble as trouble:
            self._tell(Troubled(trouble))
            return False
        return True

    def _load_people(self) -> None:
        bill = self.bill.state.bill
        names = {one: self._name_of(one) for one in {bill.payer, bill.holder} - {"", bill.patient}}
        self._become(payer=names.get(bill.payer, ""), holder=names.get(bill.holder, ""))

    def _name_of(self, member: str) -> str:
        with self._desk.store.reading() as reading:
            person = reading.patient(reading.canonical(member))
        return person.full_name if person else member

    def _load_patient(self) -> None:
        bill = self.bill.state
        patient = bill.bill.patient
        self._become(patient=patient_state(self._desk, patient, bill.program) if patient else None)

    def _found(self, state: LookupState) -> None:
        self._become(lookup=state)

    def _billed(self, state: BillState) -> None:
        begun = bool(state.bill.lines or state.bill.patient or state.entry.text)
        self._become(bill=state, done=None if begun else self.state.done)

    def _receipts_shown(self, state: ReceiptsState) -> None:
        self._become(receipts=state)

    def _tell(self, happening: Happening) -> None:
        # Only the very next press confirms what was asked.
        self._undo_asked = happening.row.id if isinstance(happening, UndoAsked) else ""
        self._speak(happening)

    @contextmanager
    def _at_once(self) -> Iterator[None]:
        """Several changes of one act are shown together."""
        outer, self._quiet = self._quiet, True
        try:
            yield
        finally:
            self._quiet = outer
            self._become()

    def _become(self, **changes: object) -> None:
        self._undo_asked = ""
        self.state = replace(self.state, **changes)  # type: ignore[arg-type]  # the names are those of the fields
        if not self._quiet:
            self._show(self.state)
