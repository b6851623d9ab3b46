"""Decides how a receipt is undone: which one, whether it is asked about first, and what is open again afterwards."""

from collections.abc import Mapping
from dataclasses import replace

from desk_app import returning
from desk_app.accounts import open_receipt
from desk_app.acts import new_id
from desk_app.domain.bill import Bill
from desk_app.drafts import Draft
from desk_app.ports import Desk, ReceiptRow
from desk_app.versions import today
from ui.desk.bill.presenter import BillPresenter
from ui.desk.happenings import NothingToUndo, UndoAsked, Undone, WholeElsewhere
from ui.desk.stage import Stage
from ui.desk.state import Page


class Undoing:
    """Every receipt has one operation id for its undoing: the key pressed twice undoes once."""

    def __init__(self, desk: Desk, stage: Stage, bill: BillPresenter) -> None:
        self._desk = desk
        self._stage = stage
        self._bill = bill
        self._paid: Draft | None = None
        self._ids: dict[str, str] = {}

    def remember(self, paid: Draft) -> None:
        """The bill that was paid last can be opened again."""
        self._paid = paid

    def undo(self) -> None:
        """Void the last receipt of today; its bill is open again to be corrected.

        While somebody else is served, a bill is open or part of the receipt came back, it says whose receipt that is
        and waits for a second time.
        """
        if self._stage.state.returning:
            self._stage.tell(WholeElsewhere())
            return
        row = self.last_receipt()
        if row is None:
            self._stage.tell(NothingToUndo())
        elif not (self._serving_another(row) or self._back_of(row)) or not self._asks_first(row, whole=False):
            self.undo_receipt(row)

    def void(self, reason: str = "") -> None:
        """Show what voiding the highlighted receipt gives back; again: void it, for a reason the journal keeps."""
        state = self._stage.state
        row = state.receipts.row
        if state.returning and row is not None and not self._asks_first(row, whole=True):
            self.undo_receipt(row, reason)

    def undo_receipt(self, row: ReceiptRow, reason: str = "") -> None:
        """Void a receipt of today."""
        op_id = self._ids.setdefault(row.id, new_id())
        back, last = self._back_of(row), self.last_receipt()
        results: list[returning.ReturnResult] = []
        if not self._stage.tried(lambda: results.append(returning.void(self._desk, row.id, op_id, reason))):
            return
        with self._stage.at_once():
            reopened = last is not None and last.id == row.id and self._reopen(row, back)
            self._stage.load_patient()
            self._stage.become(page=Page.BILL, done=None)
        program = self._stage.state.bill.program
        if program is not None:
            name = self._stage.name_of(row.patient)
            self._stage.tell(Undone(row, name, results[0], program, reopened))

    def last_receipt(self) -> ReceiptRow | None:
        """The newest receipt of this desk, unless it was undone."""
        with self._desk.store.reading() as reading:
            row = reading.last_own_receipt()
            if row is None or any(part.get("kind") == "void" for part in reading.returns(row.id)):
                return None
            return row

    def _serving_another(self, row: ReceiptRow) -> bool:
        bill = self._stage.state.bill.bill
        other = bool(bill.patient) and bill.patient != row.patient
        return bool(bill.lines) or other or self._stage.state.page is Page.FOUND

    def _asks_first(self, row: ReceiptRow, *, whole: bool) -> bool:
        """Say whose receipt and what sum would be undone; False when that was said just now, or it cannot be undone."""
        program = self._stage.state.bill.program
        if self._stage.asked == row.id or program is None:
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
        if self._stage.tried(lambda: previews.append(returning.preview(self._desk, row.id, left))):
            name = self._stage.name_of(row.patient)
            self._stage.tell(UndoAsked(row, name, previews[0].money_back, program, whole, bool(returned)))
        return True

    def _back_of(self, row: ReceiptRow) -> dict[str, int]:
        """Pieces by line that came back already."""
        with self._desk.store.reading() as reading:
            return returning.returned_pieces(reading, row.id)

    def _reopen(self, row: ReceiptRow, back: Mapping[str, int]) -> bool:
        """Open its bill again, without the pieces that had come back before."""
        if self._bill.draft.bill.lines:
            return False
        paid, self._paid = self._paid, None
        # paid before the app was opened: the receipt has the bill
        bill = paid.bill if paid is not None and paid.op_id == row.id else self._bill_of(row)
        lines = (replace(line, quantity=line.quantity - back.get(line.id, 0)) for line in bill.lines)
        left = tuple(line for line in lines if line.quantity)
        self._bill.take_up(Draft(new_id(), replace(bill, id=new_id(), lines=left)))
        return True

    def _bill_of(self, row: ReceiptRow) -> Bill:
        with self._desk.store.reading() as reading:
            return open_receipt(reading, self._desk, row).receipt.bill
