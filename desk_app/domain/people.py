"""Patients, members, cards, consents and the price list as the desk knows them; nothing clinical."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple


@dataclass(frozen=True, slots=True)
class Patient:
    """A person of the directory. `phones` are E.164; `notes` are comfort notes, never a diagnosis."""

    id: str
    surname: str = ""
    given: str = ""
    patronymic: str = ""
    birth_date: date | None = None
    phones: tuple[str, ...] = ()
    email: str = ""
    contract: str = ""
    language: str = "ru"
    notes: str = ""
    contact_confirmed: date | None = None

    @property
    def full_name(self) -> str:
        """Surname, given name, patronymic."""
        return " ".join(part for part in (self.surname, self.given, self.patronymic) if part)


@dataclass(frozen=True, slots=True)
class Membership:
    """What joining left behind: days, family, groups with the day the document was shown, who brought whom."""

    member: str
    joined: date
    left: date | None = None
    referred_by: str = ""
    family: str = ""
    groups: tuple[tuple[str, date], ...] = ()
    segments: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Card:
    """A key to the account: "active", "blocked" or "stock" (without a name yet)."""

    number: str
    member: str
    state: str
    issued: date | None = None


@dataclass(frozen=True, slots=True)
class Consent:
    """One consent: `kind` program | messages | data, a `channel` for messages, given or stopped on a day."""

    kind: str
    channel: str
    given: bool
    day: date
    text_version: str = ""


class MemberSummary(NamedTuple):
    """What a line of the look-up list shows; a tuple, for fifty are made at every keystroke."""

    id: str
    full_name: str
    birth_date: date | None
    phone: str
    card: str
    member: bool
    contract: str = ""


@dataclass(frozen=True, slots=True)
class Service:
    """A line of the price list. Money in minor units of the program's currency."""

    code: str
    name: str
    category: str
    price: int
    minutes: int = 0
    floor_price: int = 0
    name_en: str = ""
