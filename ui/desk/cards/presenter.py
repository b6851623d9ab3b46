"""Decides what happens to the cards of the patient at the desk."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from desk_app import cards
from desk_app.acts import new_id
from desk_app.domain.people import Card
from desk_app.ports import Desk
from ui.desk.happenings import CardAsked, CardBound, CardStopped
from ui.desk.held_cards import CardsState
from ui.desk.stage import Stage
from ui.desk.state import Page


class CardsPresenter:
    """The patient is whoever the desk serves."""

    def __init__(self, desk: Desk, stage: Stage) -> None:
        self._desk = desk
        self._stage = stage

    @property
    def state(self) -> CardsState:
        """What is shown."""
        return self._stage.state.cards

    def open(self) -> None:
        """Read the cards of whom is at the desk."""
        self._read_anew(name=self._name, reason="lost")

    def highlight(self, row: int) -> None:
        """The clerk moved to a card."""
        if 0 <= row < len(self.state.rows):
            self._become(chosen=row)

    def say_why(self, reason: str) -> None:
        """Why another card is given, or one is blocked: one of `desk_app.cards.REASONS`."""
        self._become(reason=reason)

    def give_asked(self) -> None:
        """Give another card; where that blocks one, it is asked for by the same key again."""
        key = self.state.key
        if key is None or not self._asks_first(key.number, another=True):
            self.give()

    def block_asked(self) -> None:
        """Block a card, which nobody can take back: it is asked for by the same key again."""
        row = self._to_block()
        if row is not None and not self._asks_first(row.number, another=False):
            self.block()

    def give(self, number: str = "") -> None:
        """Give another card, with a new number or one that was scanned; the one before opens nothing any more."""
        key, given = self.state.key, list[str]()
        # Only on its page somebody was asked why.
        reason = self.state.reason if key is not None and self._stage.state.page is Page.CARDS else ""
        patient = self._patient
        if patient and self._stage.tried(
            lambda: given.append(cards.issue(self._desk, patient, new_id(), number=number, reason=reason))
        ):
            self._after()
            replaced = key is not None and key.number != given[0]
            self._stage.tell(CardBound(given[0], self._name, printed=bool(number), replaced=replaced))

    def block(self) -> None:
        """Block the highlighted card, or the one that opens the account."""
        row = self._to_block()
        if row is None:
            return
        if self._stage.tried(lambda: cards.block(self._desk, row.number, new_id(), reason=self.state.reason)):
            self._after()
            self._stage.tell(CardStopped(row.number, self._name))

    def _to_block(self) -> Card | None:
        return self.state.row if self.state.row and self.state.row.state == "active" else self.state.key

    def _asks_first(self, number: str, *, another: bool) -> bool:
        """Say which card would be blocked; False when that was said just now."""
        asked = CardAsked(number, self._name, another)
        if self._stage.asked == f"card:{number}:{another}":
            return False
        self._stage.tell(asked)
        return True

    @property
    def _patient(self) -> str:
        shown = self._stage.state.patient
        return shown.patient.id if shown is not None and shown.member else ""

    @property
    def _name(self) -> str:
        shown = self._stage.state.patient
        return shown.patient.full_name if shown is not None else ""

    def _read(self) -> tuple[Any, ...]:
        with self._desk.store.reading() as reading:
            held = reading.cards(reading.canonical(self._patient)) if self._patient else ()
        newest = sorted(held, key=lambda card: (card.issued is not None, card.issued, card.number), reverse=True)
        return tuple(sorted(newest, key=lambda card: card.state != "active"))

    def _after(self) -> None:
        self._stage.load_patient()
        self._read_anew()

    def _read_anew(self, **changes: Any) -> None:
        rows = self._read()
        with self._desk.store.reading() as reading:
            told = {card.number: reading.stopped(card.number) for card in rows if card.state == "blocked"}
        stopped = {number: one for number, one in told.items() if one is not None}
        self._become(rows=rows, chosen=0, stopped=stopped, **changes)

    def _become(self, **changes: Any) -> None:
        self._stage.become(cards=replace(self.state, **changes))
