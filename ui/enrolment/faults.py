"""What is wrong with a typed field, found without a word: a code and its numbers; the form says it in sentences."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date

from desk_app.domain.card_numbers import is_mistyped
from desk_app.domain.errors import Refusal
from desk_app.importing.cells import BadCell, read_code, read_email, read_name
from desk_app.phones import read_phone
from ui import formats

_PARTS = re.compile(r"\D*(\d{1,2})\D+(\d{1,2})\D+(\d{4})\D*|(\d{2})(\d{2})(\d{4})")
_LIFETIME = 130


@dataclass(frozen=True)
class Fault:
    """`code` with `numbers`; `refusal` where a rule said it, which has its own sentence.

    `at_once`: the field is as long as it will be, and what is wrong with it need not wait until it is left.
    """

    code: str
    numbers: Mapping[str, int] = field(default_factory=dict)
    refusal: Refusal | None = None
    at_once: bool = False


def unread(typed: Mapping[str, str], today: date) -> dict[str, Fault]:
    """Fields that are filled in and not understood (yet), in the order of the form."""
    readers: dict[str, Callable[[str], Fault | None]] = {
        "surname": _name, "given": _name, "patronymic": _name, "birth_date": lambda text: _day(text, today),
        "phone": _phone, "email": _email, "card": _card,
    }  # fmt: skip
    found = ((name, read(typed.get(name, "").strip())) for name, read in readers.items() if typed.get(name, "").strip())
    return {name: fault for name, fault in found if fault is not None}


def _name(text: str) -> Fault | None:
    try:
        read_name(text)
    except BadCell:
        return Fault("name")
    return None


def _day(text: str, today: date) -> Fault | None:
    day = formats.read_day(text)
    if day is not None:
        if day > today:
            return Fault("birth_date.ahead")
        return Fault("birth_date.old") if day.year < today.year - _LIFETIME else None
    parts = _PARTS.fullmatch(text)
    if parts is None:
        return Fault("birth_date")
    number, month, year = (int(part) for part in parts.groups() if part is not None)
    if not 1 <= month <= 12:
        return Fault("birth_date.no_month", {"month": month})
    if year < 1:
        return Fault("birth_date")
    return Fault("birth_date.no_day", {"day": number, "month": month, "year": year, "days": monthrange(year, month)[1]})


def _phone(text: str) -> Fault | None:
    return None if read_phone(text) else Fault("phone")


def _email(text: str) -> Fault | None:
    try:
        read_email(text)
    except BadCell:
        return Fault("email")
    return None


def _card(text: str) -> Fault | None:
    try:
        read_code(text)
    except BadCell:
        return Fault("card")
    return Fault("card.digit", at_once=True) if is_mistyped(text.replace(" ", "")) else None
