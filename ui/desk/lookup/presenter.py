"""Decides what the list under the search field shows: rows, the highlighted one, and who must be told from whom."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace

from desk_app import lookup, receipt_numbers
from desk_app.domain.errors import Trouble
from desk_app.domain.people import MemberSummary
from desk_app.ports import Desk, ReceiptRow

LIMIT = 50
WRITTEN_OUT = 6
"""Digits of a receipt's number with its noughts."""


@dataclass(frozen=True)
class FoundRow:
    """One line of the list; a namesake shares the name with another line and is told apart by birth date and phone."""

    summary: MemberSummary
    namesake: bool


@dataclass(frozen=True)
class LookupState:
    """What the list shows; `more`: there are more than the rows shown.

    `receipts` have the number that was typed, newest first, and `whose` is the newest; then there are no rows.
    """

    text: str = ""
    rows: tuple[FoundRow, ...] = ()
    chosen: int = 0
    more: bool = False
    trouble: Trouble | None = None
    receipts: tuple[ReceiptRow, ...] = ()
    whose: str = ""

    @property
    def searching(self) -> bool:
        """Whether anything was typed."""
        return bool(self.text)

    @property
    def highlighted(self) -> MemberSummary | None:
        """Whom Enter would open."""
        return self.rows[self.chosen].summary if self.rows else None


class LookupPresenter:
    """Searches at every keystroke, on the thread of the window: it takes about a millisecond."""

    def __init__(self, desk: Desk, show: Callable[[LookupState], None]) -> None:
        self._desk = desk
        self._show = show
        self.state = LookupState()

    def search_for(self, text: str) -> None:
        """Find what was typed; an empty text shows nothing."""
        text = text.strip()
        if not text:
            self._become(LookupState())
            return
        try:
            receipts = self._receipts(text)
            found = lookup.find(self._desk, text, limit=LIMIT)
        except Trouble as trouble:
            self._become(LookupState(text=text, trouble=trouble))
            return
        # Digits may be the end of a phone: whoever has it comes first, but for a number written out.
        if receipts and (not found.rows or not text.isdigit() or len(text) == WRITTEN_OUT):
            self._become(LookupState(text=text, receipts=receipts, whose=self._whose(receipts[0])))
        else:
            self._become(LookupState(text=text, rows=_told_apart(found.rows), more=found.more))

    def _receipts(self, text: str) -> tuple[ReceiptRow, ...]:
        return receipt_numbers.typed(self._desk, text) if any(sign.isdigit() for sign in text) else ()

    def _whose(self, row: ReceiptRow) -> str:
        with self._desk.store.reading() as reading:
            person = reading.patient(reading.canonical(row.patient)) if row.patient else None
        return person.full_name if person is not None else ""

    def step(self, rows: int) -> None:
        """Move the highlight, stopping at the ends."""
        if self.state.rows:
            self.highlight(self.state.chosen + rows)

    def highlight(self, row: int) -> None:
        """Put the highlight on a row."""
        self._become(replace(self.state, chosen=max(0, min(row, len(self.state.rows) - 1))))

    def _become(self, state: LookupState) -> None:
        self.state = state
        self._show(state)


def _told_apart(rows: tuple[MemberSummary, ...]) -> tuple[FoundRow, ...]:
    names = Counter(row.full_name for row in rows)
    return tuple(FoundRow(row, names[row.full_name] > 1) for row in rows)
