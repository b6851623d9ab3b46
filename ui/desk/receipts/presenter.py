"""Decides what comes back: which receipt, how many pieces of which line, and what that gives before it is confirmed."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from desk_app import returning
from desk_app.accounts import open_receipt
from desk_app.acts import new_id
from desk_app.domain.errors import Refusal, Trouble
from desk_app.ports import Desk, Reading, ReceiptRow
from desk_app.returning import ReturnResult
from ui import formats

LIMIT = 30


@dataclass(frozen=True)
class SheetLine:
    """A line of a receipt: what was paid for all its pieces (minor units), and how many have not come back."""

    id: str
    name: str
    quantity: int
    left: int
    pays: int


class Fate(StrEnum):
    """What became of a receipt: nothing came back, some of it, all of it, or it was undone on its own day."""

    WHOLE = "whole"
    PARTLY = "partly"
    RETURNED = "returned"
    VOIDED = "voided"


@dataclass(frozen=True)
class Sheet:
    """A receipt opened."""

    lines: tuple[SheetLine, ...]
    fate: Fate


@dataclass(frozen=True)
class ReceiptsState:
    """Receipts, newest first, and what became of those that are not whole; what is asked back of the highlighted.

    `names` are whose they are, by receipt; nobody's have none.
    """

    title: str = ""
    narrowed: str = ""
    rows: tuple[ReceiptRow, ...] = ()
    more: bool = False
    fates: Mapping[str, Fate] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)
    chosen: int = 0
    sheet: Sheet | None = None
    line: int = 0
    asked: dict[str, int] = field(default_factory=dict)
    preview: ReturnResult | None = None
    problem: Refusal | Trouble | None = None

    @property
    def row(self) -> ReceiptRow | None:
        """The highlighted receipt."""
        return self.rows[self.chosen] if self.rows else None

    @property
    def name(self) -> str:
        """Whose receipt is highlighted, "" for nobody's."""
        return self.names.get(self.row.id, "") if self.row is not None else ""

    @property
    def lines(self) -> tuple[tuple[str, int], ...]:
        """What is asked back: (line id, pieces)."""
        return tuple((line, pieces) for line, pieces in self.asked.items() if pieces)


class ReceiptsPresenter:
    """Every return has one operation id from the moment its receipt was opened: confirming twice gives back once."""

    def __init__(self, desk: Desk, show: Callable[[ReceiptsState], None]) -> None:
        self._desk = desk
        self._show = show
        self._op_id = ""
        self._all: tuple[ReceiptRow, ...] = ()
        self.state = ReceiptsState()

    def open(self, patient: str, name: str) -> None:
        """Show the receipts of a patient; without one, the last receipts of this desk."""
        with self._desk.store.reading() as reading:
            if patient:
                rows = reading.receipts(reading.aliases(patient), LIMIT + 1)
            else:
                rows = reading.last_receipts(LIMIT + 1)
        self.show_rows(rows[:LIMIT], title=name, more=len(rows) > LIMIT)

    def show_rows(self, rows: tuple[ReceiptRow, ...], *, title: str = "", more: bool = False) -> None:
        """Show these receipts, the first of them highlighted."""
        with self._desk.store.reading() as reading:
            people = {row.patient: reading.patient(reading.canonical(row.patient)) for row in rows if row.patient}
        names = {row.id: person.full_name for row in rows if (person := people.get(row.patient)) is not None}
        self._all = rows
        self.state = ReceiptsState(title=title, rows=rows, more=more, names=names)
        self._read_fates()
        self.choose(0)

    def choose(self, row: int) -> None:
        """Put the highlight on a receipt."""
        state = replace(self.state, chosen=max(0, min(row, len(self.state.rows) - 1)), line=0, asked={}, preview=None)
        self._op_id = new_id()
        if state.row is not None:
            state = replace(state, sheet=self._opened(state.row), problem=None)
        self._become(state)

    def narrow(self, text: str) -> None:
        """Show only receipts with `text` in their number, name, day or services; where none has it, as before."""
        wanted = text.strip().casefold()
        rows = tuple(row for row in self._all if wanted in self._words(row))
        if rows:
            self.state = replace(self.state, rows=rows, narrowed=text)
            self.choose(0)

    def _words(self, row: ReceiptRow) -> str:
        services = " ".join(str(line.get("name") or line.get("service", "")) for line in row.body["bill"]["lines"])
        return f"{row.number} {self.state.names.get(row.id, '')} {formats.day(row.day)} {services}".casefold()

    def step(self, rows: int) -> None:
        """Move the highlight among the receipts."""
        if self.state.rows:
            self.choose(self.state.chosen + rows)

    def highlight_line(self, line: int) -> None:
        """Put the highlight on a line of the receipt."""
        if self.state.sheet is not None and self.state.sheet.lines:
            self._become(replace(self.state, line=max(0, min(line, len(self.state.sheet.lines) - 1))))

    def ask(self, pieces: int) -> None:
        """How many pieces of the highlighted line come back, no more than are left."""
        sheet = self.state.sheet
        if sheet is None or not sheet.lines:
            return
        line = sheet.lines[self.state.line]
        self._ask({**self.state.asked, line.id: max(0, min(pieces, line.left))})

    def ask_more(self, pieces: int) -> None:
        """One piece more, or fewer."""
        sheet = self.state.sheet
        if sheet is not None and sheet.lines:
            self.ask(self.state.asked.get(sheet.lines[self.state.line].id, 0) + pieces)

    def ask_all(self) -> None:
        """Everything that is left."""
        if self.state.sheet is not None:
            self._ask({line.id: line.left for line in self.state.sheet.lines})

    def _ask(self, asked: dict[str, int]) -> None:
        state = replace(self.state, asked=asked, preview=None, problem=None)
        if state.row is not None and state.lines:
            try:
                state = replace(state, preview=returning.preview(self._desk, state.row.id, state.lines))
            except (Refusal, Trouble) as problem:
                state = replace(state, problem=problem)
        self._become(state)

    def give_back(self) -> tuple[ReceiptRow, ReturnResult] | None:
        """Confirm; None when nothing is asked back. Raises `Refusal`."""
        row, lines = self.state.row, self.state.lines
        if row is None or not lines:
            return None
        result = returning.give_back(self._desk, row.id, lines, self._op_id)
        self._read_fates()
        self.choose(self.state.chosen)
        return row, result

    def _read_fates(self) -> None:
        with self._desk.store.reading() as reading:
            fates = {row.id: _fate(reading, row.id) for row in self._all}
        self.state = replace(self.state, fates={row: fate for row, fate in fates.items() if fate is not Fate.WHOLE})

    def _opened(self, row: ReceiptRow) -> Sheet:
        with self._desk.store.reading() as reading:
            receipt = open_receipt(reading, self._desk, row).receipt
            returned = returning.returned_pieces(reading, row.id)
            fate = _fate(reading, row.id)
        lines = tuple(
            SheetLine(
                line.id, line.name or line.service, line.quantity, line.quantity - returned.get(line.id, 0), one.pays
            )
            for line, one in zip(receipt.bill.lines, receipt.quote.lines, strict=True)
        )
        return Sheet(lines, fate)

    def _become(self, state: ReceiptsState) -> None:
        self.state = state
        self._show(state)


def _fate(reading: Reading, receipt: str) -> Fate:
    parts = reading.returns(receipt)
    if any(part.get("kind") == "void" for part in parts):
        return Fate.VOIDED
    if any(part["whole"] for part in parts):
        return Fate.RETURNED
    return Fate.PARTLY if parts else Fate.WHOLE
