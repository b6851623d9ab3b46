"""Find a patient by anything a receptionist may know: name, phone, card, birth date, contract."""

from __future__ import annotations

from dataclasses import dataclass

from desk_app.domain.people import Card, MemberSummary
from desk_app.ports import Desk


@dataclass(frozen=True, slots=True)
class FindResult:
    """The rows to show and whether there are more than these."""

    rows: tuple[MemberSummary, ...]
    more: bool


@dataclass(frozen=True, slots=True)
class Scanned:
    """A scanned code: the card if it is known, and whose it is."""

    code: str
    card: Card | None
    member: str


def find(desk: Desk, text: str, limit: int = 50) -> FindResult:
    """Patients for what was typed so far; nothing for an empty text."""
    with desk.store.reading() as reading:
        rows = reading.find(text, limit + 1)
    return FindResult(rows[:limit], len(rows) > limit)


def scan(desk: Desk, code: str) -> Scanned:
    """What a scanner read; a blocked card opens nothing but is told from an unknown one."""
    with desk.store.reading() as reading:
        card = reading.card(code)
        member = reading.canonical(card.member) if card is not None and card.member else ""
    return Scanned(code, card, member)
