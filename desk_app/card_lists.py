"""Whose cards are printed together: those a list names, or everybody whose card was never printed here.

That a card was printed is known to this desk alone: the paper came out here, so only here somebody knows of it. What
was never drawn by the app (a number of another house, brought in with the patients) is in a hand already.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from desk_app.cards import key_of
from desk_app.documents.tables import Row, read_table
from desk_app.domain.card_numbers import is_card_number
from desk_app.domain.people import Patient
from desk_app.phones import read_phone
from desk_app.ports import Desk, Reading
from desk_app.printed_cards import printed
from desk_app.watch import UNWATCHED, Watch

#: So many people may share a phone before a line is told to be of several.
_NAMESAKES: Final = 20


@dataclass(frozen=True, slots=True)
class CardList:
    """Whose cards: members in the order of print, each once; and what of the list gives no card.

    `unknown` and `several` are lines as they were written: nobody's, or of more than one member. `without` are names
    of those whom no card opens.
    """

    members: tuple[str, ...]
    unknown: tuple[str, ...] = ()
    several: tuple[str, ...] = ()
    without: tuple[str, ...] = ()


def unprinted(desk: Desk) -> CardList:
    """Members, by surname, whose card opens their account and was drawn by the app, but never printed here."""
    with desk.store.reading() as reading:
        done = printed(reading)
        cards = {
            reading.canonical(card.member)
            for card in reading.open_cards() if card.number not in done and is_card_number(card.number)
        }  # fmt: skip
        here = {member for member, _, left in reading.members() if left is None}
        people = [one for one in reading.patients() if one.id in cards and one.id in here]
    people.sort(key=lambda one: (one.full_name, one.id))
    return CardList(tuple(one.id for one in people))


def listed(desk: Desk, content: bytes, watch: Watch = UNWATCHED) -> CardList:
    """The members a file names: a line or a row for each, with a card, a contract or a phone number in any cell.

    CSV, XLSX or plain text; the first row may be a heading. Somebody named twice gets one card.
    Raises `table.empty`, `table.bad`, `file.huge`, `desk_app.watch.Cancelled`.
    """
    table = read_table(content)
    rows = (Row(1, table.header), *table.rows)
    members, unknown, several, without = dict[str, None](), list[str](), list[str](), list[str]()
    with desk.store.reading() as reading:
        for place, row in enumerate(rows):
            watch.at(place, len(rows))
            found = _members(reading, row)
            if len(found) > 1:
                several.append(_line(row))
            elif found:
                (one,) = found
                if key_of(reading, one.id):
                    members[one.id] = None
                else:
                    without.append(one.full_name)
            elif place or any(letter.isdigit() for letter in _line(row)):
                unknown.append(_line(row))
    return CardList(tuple(members), tuple(unknown), tuple(several), tuple(dict.fromkeys(without)))


def _line(row: Row) -> str:
    return " ".join(cell for cell in row.cells if cell)


def _members(reading: Reading, row: Row) -> Sequence[Patient]:
    """Who is meant by the first cell that means anybody."""
    for cell in row.cells:
        found = {one.id: one for one in _called(reading, cell)}
        if found:
            return tuple(found.values())
    return ()


def _called(reading: Reading, text: str) -> Iterator[Patient]:
    """Members with exactly this card, contract or phone; a number that only looks like theirs is not theirs."""
    digits = "".join(text.split())
    card = reading.card(digits) if digits else None
    if card is not None:
        yield from _people(reading, [card.member] if card.member else [])
        return
    if not any(letter.isdigit() for letter in text):
        return
    phone = read_phone(text)
    for one in _people(reading, [row.id for row in reading.find(text, _NAMESAKES)]):
        if text == one.contract or (phone is not None and phone in one.phones):
            yield one


def _people(reading: Reading, members: Iterable[str]) -> Iterator[Patient]:
    for member in members:
        one = reading.patient(reading.canonical(member))
        joined = reading.membership(one.id) if one is not None else None
        if one is not None and joined is not None and joined.left is None:
            yield one
