"""Cards as keys to an account: given, given anew, blocked, and made of a stock card; the account itself lives here.

Everything is written on this desk with no network. Source: spec: product, Cards; spec: print, member card.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from typing import Final

from desk_app.acts import done_before, op_id, write
from desk_app.domain.card_numbers import card_number, is_mistyped
from desk_app.domain.errors import refuse
from desk_app.domain.people import Patient
from desk_app.events import member_of
from desk_app.ports import Desk, Json, Reading, Writing
from desk_app.printed_cards import note_in
from desk_app.sheets.member_card import MemberCard, member_card
from desk_app.versions import today

#: Why a card is given anew or blocked.
REASONS: Final = ("lost", "stolen", "broken", "renamed", "other")


def issue(desk: Desk, member: str, identifier: str, *, number: str = "", reason: str = "") -> str:
    """A card for a member, with a number of its own or a `number` that was scanned (a stock card is bound so).

    Cards that were active before are blocked, for `reason` (one of `REASONS`, "" where nobody said). Answers the
    number; a card that opens this account already is left as it is.
    Raises `member.unknown`, `card.taken`, `card.blocked`, `card.bad`, `value.bad`.
    """
    _check_reason(reason)
    with desk.store.writing() as writing:
        before = done_before(writing, identifier, "card")
        if before is not None:
            return str(before["card"]["number"])
        canonical = member_of(writing, member)
        held = writing.card(number) if number else None
        if held is not None and held.state == "active" and writing.canonical(held.member) == canonical:
            return number
        number = number or free_card(writing)
        check_card(writing, number)
        if held is not None:
            note_in(writing, desk, (number,))  # of the cards printed ahead, wherever that was
        day = today(desk, writing)
        for card in writing.cards(canonical):
            if card.state == "active":
                blocked: Json = {"card": {"number": card.number, "member": canonical, "state": "blocked"}}
                write(writing, desk, op_id(f"{identifier}:block:{card.number}"), "card", day, blocked | _note(reason))
        parts: Json = {"card": {"number": number, "member": canonical, "state": "active"}}
        write(writing, desk, identifier, "card", day, parts | _note(reason))
        return number


def block(desk: Desk, number: str, identifier: str, *, reason: str = "") -> None:
    """Block a card: it opens nothing any more. Raises `card.unknown`, `value.bad`."""
    _check_reason(reason)
    with desk.store.writing() as writing:
        if done_before(writing, identifier, "card") is not None:
            return
        card = writing.card(number)
        if card is None:
            raise refuse("card.unknown", "card", card=number)
        parts: Json = {"card": {"number": number, "member": card.member, "state": "blocked"}}
        write(writing, desk, identifier, "card", today(desk, writing), parts | _note(reason))


def holder_of(desk: Desk, number: str) -> Patient | None:
    """Whose card it is or was, so that a blocked one is told with a name; None for a stock or an unknown card."""
    with desk.store.reading() as reading:
        card = reading.card(number)
        return reading.patient(reading.canonical(card.member)) if card is not None and card.member else None


def key_of(reading: Reading, member: str) -> str:
    """The number that opens an account now, "" when none does."""
    held = [card for card in reading.cards(reading.canonical(member)) if card.state == "active"]
    # several only after a merge: the one that was given last is in the patient's hand
    return max(held, key=lambda card: (card.issued is not None, card.issued, card.number)).number if held else ""


def cards_of(desk: Desk, members: Iterable[str]) -> tuple[tuple[MemberCard, ...], tuple[str, ...]]:
    """The cards of these members as they are printed, and those members whom no card opens. Raises `member.unknown`.

    Whoever is named twice, or under two records that are one, has one card.
    """
    found, without, seen = list[MemberCard](), list[str](), set[str]()
    with desk.store.reading() as reading:
        for member in members:
            patient = reading.patient(reading.canonical(member))
            if patient is None:
                raise refuse("member.unknown", "member", member=member)
            if patient.id in seen:
                continue
            seen.add(patient.id)
            number = key_of(reading, patient.id)
            if number:
                found.append(member_card(patient, number))
            else:
                without.append(member)
    return tuple(found), tuple(without)


def free_card(reading: Reading) -> str:
    """A card number nobody has."""
    while True:
        number = card_number(secrets.randbelow(10**9))
        if reading.card(number) is None:
            return number


def check_card(writing: Writing, number: str) -> None:
    """Whether a number may become somebody's card. Raises `card.bad`, `card.blocked`, `card.taken`."""
    if is_mistyped(number):
        raise refuse("card.bad", "card", card=number)
    card = writing.card(number)
    if card is not None and card.state != "stock":
        raise refuse("card.blocked" if card.state == "blocked" else "card.taken", "card", card=number)


def _check_reason(reason: str) -> None:
    if reason and reason not in REASONS:
        raise refuse("value.bad", "reason", found=reason, allowed=", ".join(REASONS))


def _note(reason: str) -> Json:
    return {"note": {"reason": reason}} if reason else {}
