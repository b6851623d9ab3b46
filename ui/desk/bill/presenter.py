"""Holds the open bill: writes it down, prices it at every change, and settles it once."""

import re
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Any

from desk_app import checkout, drafts
from desk_app.domain.bill import Bill, Line, ManualDiscount
from desk_app.domain.errors import Refusal, Trouble
from desk_app.domain.offline import Bound
from desk_app.domain.people import Service
from desk_app.domain.program import PAYERS, Program
from desk_app.domain.promotions import Promotion
from desk_app.domain.quote import Quote, QuoteLine
from desk_app.drafts import Draft
from desk_app.ports import Desk
from desk_app.sync import spending

LIMIT = 30
NOTHING_ASKED: Mapping[str, Any] = {
    "payer": "", "holder": "", "redeem": 0, "proof": "", "rewards": (), "coupons": (), "manual": None
}  # fmt: skip
"""What a bill asks for beside its lines while nobody asked for anything."""
WISHED = ("manual_discount", "manual_discount.reason", "rewards")
"""Places of a bill that can be asked for otherwise where a rule refuses them."""
_PIECES = re.compile(r"(\d{1,3})\s*[*xх×]\s*(.*)", re.IGNORECASE | re.DOTALL)


@dataclass(frozen=True)
class EntryState:
    """The field that adds services: what was typed, what was found, what Enter adds.

    `chosen` equal to the number of services stands for "write this line by hand".
    """

    text: str = ""
    pieces: int = 1
    words: str = ""
    services: tuple[Service, ...] = ()
    chosen: int = 0
    more: bool = False


@dataclass(frozen=True)
class BillState:
    """The bill and its quote; `problem` says why there is none, and the quote before it stays out of sight.

    `unkept` says why the open bill, or its payment, could not be written to the disk.
    `newcomer` is what it would be had the patient just joined; None for a member. `bound` is why less than the whole
    balance may be spent while the centre is not heard, None where that keeps nobody back.
    """

    bill: Bill
    quote: Quote | None = None
    program: Program | None = None
    member: bool = False
    offers: tuple[Promotion, ...] = ()
    newcomer: Quote | None = None
    bound: Bound | None = None
    problem: Refusal | Trouble | None = None
    unkept: Trouble | None = None
    entry: EntryState = EntryState()
    selected: str = ""
    editing: Line | None = None

    def line(self, line_id: str) -> Line | None:
        """The line of that id."""
        return next((line for line in self.bill.lines if line.id == line_id), None)

    def priced(self, line_id: str) -> QuoteLine | None:
        """What the quote says of a line."""
        return next((line for line in self.quote.lines if line.id == line_id), None) if self.quote else None

    @property
    def payable(self) -> bool:
        """Whether F9 would settle it."""
        return bool(self.bill.lines) and self.quote is not None

    @property
    def refused_wish(self) -> str:
        """The part of the bill a rule refuses that can be asked for otherwise, one of `WISHED`, or ""."""
        place = self.problem.place if isinstance(self.problem, Refusal) else ""
        return place if place in WISHED else ""


class BillPresenter:
    """Every change goes one way: a new draft, kept in the store, priced, shown."""

    def __init__(
        self, desk: Desk, show: Callable[[BillState], None], language: Callable[[], str] = lambda: "ru"
    ) -> None:
        self._desk = desk
        self._show = show
        self._language = language
        self._free: set[str] = set()
        self.draft = drafts.start(desk)
        self.state = BillState(self.draft.bill)

    def restore(self) -> bool:
        """Take up the bill that was open when the app closed or fell; False when there was none."""
        kept = drafts.restore(self._desk)
        if kept is None:
            return False
        self.draft = kept
        self._reprice(selected=kept.bill.lines[-1].id if kept.bill.lines else "")
        return True

    def renew(self) -> None:
        """Begin an empty bill."""
        self._forget()
        self.begin_anew()

    def begin_anew(self) -> None:
        """Begin an empty bill; the one that was open is kept elsewhere."""
        self._free.clear()
        self.draft = drafts.start(self._desk)
        self.state = BillState(self.draft.bill)
        self._reprice()

    def take_up(self, draft: Draft) -> None:
        """Open a bill that was written before: an undone one, or one of the clinic system."""
        self._free.clear()
        self._change(draft, selected=draft.bill.lines[-1].id if draft.bill.lines else "")

    def attach(self, patient: str, proof: str = "") -> None:
        """Whose bill it is. What was asked with another account (units, proof, rewards) is asked anew.

        A discount by hand goes along with services that were nobody's yet, and from one patient to another never.
        """
        if patient == self.draft.bill.patient:
            if proof:
                self.wish(proof=proof)
            return
        bill = self.draft.bill
        manual = bill.manual if bill.lines and not bill.patient else None
        self.wish(**{**NOTHING_ASKED, "patient": patient, "proof": proof, "manual": manual})

    def let_go(self) -> bool:
        """Nobody's bill, and nothing asked of it; False when it was so already."""
        free = drafts.with_bill(self.draft, patient="", **NOTHING_ASKED)
        if free == self.draft:
            return False
        self._change(free)
        return True

    # the field that adds services

    def type_entry(self, text: str) -> None:
        """Look the price list up at every keystroke; "3*" before the words is a number of pieces."""
        match = _PIECES.fullmatch(text.strip())
        pieces, words = (max(1, int(match[1])), match[2]) if match else (1, text.strip())
        services: tuple[Service, ...] = ()
        if words:
            with self._desk.store.reading() as reading:
                services = reading.services(words, LIMIT + 1)
        entry = EntryState(text, pieces, words, services[:LIMIT], 0, len(services) > LIMIT)
        self._become(replace(self.state, entry=entry))

    def step_entry(self, rows: int) -> None:
        """Move the highlight of what was found; its last row is the line by hand."""
        entry = self.state.entry
        chosen = max(0, min(entry.chosen + rows, len(entry.services)))
        self._become(replace(self.state, entry=replace(entry, chosen=chosen)))

    def highlight_entry(self, row: int) -> None:
        """Put the highlight on a row of what was found."""
        self.step_entry(row - self.state.entry.chosen)

    def take_entry(self) -> None:
        """Add what is highlighted, or begin a line by hand with the typed words."""
        entry = self.state.entry
        if not entry.words:
            return
        if entry.chosen < len(entry.services):
            draft, line_id = drafts.with_service(
                self.draft, entry.services[entry.chosen], entry.pieces, self._language()
            )
            self._change(draft, entry=EntryState(), selected=line_id, editing=None)
            return
        line = Line(id=drafts.next_line_id(self.draft.bill), price=0, quantity=entry.pieces, name=entry.words)
        self._free.discard(line.id)
        self._change(drafts.with_line(self.draft, line), entry=EntryState(), selected=line.id, editing=line)

    # lines

    def select(self, line_id: str) -> None:
        """Put the highlight on a line."""
        if line_id != self.state.selected:
            self._become(replace(self.state, selected=line_id))

    def step(self, rows: int) -> None:
        """Move the highlight among the lines."""
        ids = [line.id for line in self.state.bill.lines]
        if ids:
            now = ids.index(self.state.selected) if self.state.selected in ids else len(ids) - 1
            self.select(ids[max(0, min(now + rows, len(ids) - 1))])

    def add_pieces(self, pieces: int) -> None:
        """More or fewer pieces of the highlighted line; the last piece stays."""
        line = self.state.line(self.state.selected)
        if line is not None:
            self.change_line(quantity=max(1, line.quantity + pieces))

    def change_line(self, **changes: Any) -> None:
        """Change the highlighted line."""
        line = self.state.line(self.state.selected)
        if line is not None:
            if changes.get("price") == 0:
                self._free.add(line.id)
            self._change(drafts.with_line(self.draft, replace(line, **changes)))

    def ask_price(self) -> Line | None:
        """Open the first line by hand whose price nobody gave; a price of 0 that was typed counts as given."""
        for line in self.state.bill.lines:
            if not line.service and not line.price and line.id not in self._free:
                self._become(replace(self.state, selected=line.id, editing=line))
                return line
        return None

    def pay_line_by(self, number: int) -> None:
        """The kind of payer of the highlighted line by its place in the list, from 1 on."""
        if 1 <= number <= len(PAYERS):
            self.change_line(payer=PAYERS[number - 1])

    def add_lines(self, lines: tuple[Line, ...]) -> None:
        """Put lines of another bill on this one."""
        draft = self.draft
        for line in lines:
            draft = drafts.with_line(draft, replace(line, id=drafts.next_line_id(draft.bill)))
        self._change(draft, selected=draft.bill.lines[-1].id if draft.bill.lines else "")

    def remove_line(self) -> Line | None:
        """Take the highlighted line off; its neighbour is highlighted: the line, so that it can be put back."""
        ids = [line.id for line in self.state.bill.lines]
        line = self.state.line(self.state.selected)
        if line is None:
            return None
        self._free.discard(line.id)
        place = ids.index(line.id)
        rest = [one for one in ids if one != line.id]
        neighbour = rest[min(place, len(rest) - 1)] if rest else ""
        self._change(drafts.without_line(self.draft, line.id), selected=neighbour, editing=None)
        if not rest:
            self.drop_refused()
        return line

    def put_back(self, line: Line) -> None:
        """Undo `remove_line`."""
        self._change(drafts.with_line(self.draft, line), selected=line.id)

    def edit_line(self) -> None:
        """Open the highlighted line for changes."""
        line = self.state.line(self.state.selected)
        if line is not None:
            self._become(replace(self.state, editing=line))

    def end_edit(self, *, keep: bool = True) -> None:
        """Close the line; without `keep` it is again as it was."""
        before = self.state.editing
        if before is None:
            return
        self._become(replace(self.state, editing=None))
        if not keep:
            self._free.discard(before.id)
            self._change(drafts.with_line(self.draft, before))

    # wishes

    def wish(self, **changes: Any) -> None:
        """Change what is asked of the bill as a whole: patient, payer, holder, units, proof, coupons, rewards."""
        self._change(drafts.with_bill(self.draft, **changes))

    def claim(self, reward: str) -> None:
        """Ask for a reward, or no more."""
        rewards = self.draft.bill.rewards
        self.wish(rewards=tuple(r for r in rewards if r != reward) if reward in rewards else (*rewards, reward))

    def add_coupon(self, code: str) -> None:
        """Hand in a coupon."""
        code = code.strip()
        if code and code not in self.draft.bill.coupons:
            self.wish(coupons=(*self.draft.bill.coupons, code))

    def drop_coupon(self, code: str) -> None:
        """Take a coupon back."""
        self.wish(coupons=tuple(one for one in self.draft.bill.coupons if one != code))

    def discount_by_hand(self, manual: ManualDiscount | None) -> None:
        """Give a discount by hand, or take it away."""
        self.wish(manual=manual)

    def drop_refused(self) -> None:
        """Take a discount by hand away that a rule refuses: nobody has given it."""
        if self.state.refused_wish == "manual_discount":
            self.discount_by_hand(None)

    # the end

    def settle(self) -> checkout.Settled:
        """Pay what is shown, once for ever.

        Raises `Refusal`: "quote.moved" when program or balance changed since; then the new quote is on show.
        """
        try:
            if self.state.quote is not None and self.state.program is not None:
                spending.ask_first(self._desk, self.state.quote, self.state.program)
            bill = drafts.dated(self._desk, self.draft.bill)
            settled = checkout.settle(self._desk, bill, self.draft.op_id, self.state.quote)
        except Refusal:
            self._reprice()
            raise
        except Trouble as trouble:
            self._become(replace(self.state, unkept=trouble))
            raise
        self._forget()
        return settled

    def _forget(self) -> None:
        # The receipt is on the disk: a bill that stays beside it is found to be paid when the app opens again.
        with suppress(Trouble):
            drafts.forget(self._desk)

    def refresh(self) -> None:
        """Price anew: what the price depends on may have changed elsewhere. What was not kept is tried again."""
        if self.state.unkept is None:
            self._reprice()
        else:
            self._change(self.draft)

    def _change(self, draft: Draft, **changes: Any) -> None:
        self.draft = draft
        self._reprice(unkept=self._tried_to_keep(), **changes)

    def _tried_to_keep(self) -> Trouble | None:
        if self._desk.shut is not None:
            return None
        try:
            drafts.keep(self._desk, self.draft)
        except Trouble as trouble:
            return trouble
        return None

    def _reprice(self, **changes: Any) -> None:
        try:
            shown = drafts.price(self._desk, self.draft.bill)
        except (Refusal, Trouble) as problem:
            program = self.state.program or self._program_now()
            state = replace(self.state, bill=self.draft.bill, quote=None, program=program, problem=problem)
            self._become(replace(state, **changes))
            return
        priced = replace(
            self.state,
            bill=shown.bill,
            quote=shown.quote,
            program=shown.program,
            member=shown.is_member,
            offers=shown.standing.offers,
            newcomer=shown.newcomer,
            bound=shown.bound,
            problem=None,
        )
        self._become(replace(priced, **changes))

    def _program_now(self) -> Program | None:
        """The program where the bill itself is refused: what was asked can be mended by it."""
        with suppress(Refusal, Trouble):
            return drafts.price(self._desk, replace(self.draft.bill, lines=(), **NOTHING_ASKED)).program
        return None

    def _become(self, state: BillState) -> None:
        self.state = state
        self._show(state)
