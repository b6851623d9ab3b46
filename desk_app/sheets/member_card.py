"""What differs from card to card: the number and whose it is; light, for the desk knows it from its first moment."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from desk_app.domain.people import Patient

_TOGETHER: Final = "\N{NO-BREAK SPACE}"


@dataclass(frozen=True, slots=True)
class MemberCard:
    """One card: its number as digits, the holder's name, and the same with initials; a stock card has no name."""

    number: str
    name: str = ""
    short: str = ""


def member_card(patient: Patient, number: str) -> MemberCard:
    """The card of a patient: surname, given name and patronymic; shorter, the last two as initials.

    What stays together on a line is joined by no-break spaces.
    """
    names = tuple(name for name in (patient.given, patient.patronymic) if name)
    forms = (names, tuple(f"{name[0]}." for name in names))
    full, short = (f"{patient.surname} {_TOGETHER.join(one)}".strip() for one in forms)
    return MemberCard(number, full, short)


def stock_cards(numbers: Iterable[str]) -> tuple[MemberCard, ...]:
    """Cards without a name."""
    return tuple(MemberCard(number) for number in numbers)
