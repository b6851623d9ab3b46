"""Who the clinic is as its patients know it: all its desks say the same, on screens and on every sheet of paper.

What is not filled in here is taken from the organizer of the program. Source: spec: print; spec: law, D-05.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Final
from urllib.parse import urlsplit

from desk_app.acts import new_id, write
from desk_app.domain.errors import WrongInput
from desk_app.domain.program import Organizer, Program
from desk_app.ports import Desk, Reading
from desk_app.versions import today

_NAME_KEY: Final = "clinic"
_BRANCH_KEY: Final = "branch."
#: Set by the migration of a file that has values which no other desk was told of.
TO_TELL: Final = "clinic to tell"
_LONGEST: Final[Mapping[str, int]] = {
    "name": 120, "legal_name": 200, "tax_id": 30, "registration_id": 30, "licence": 120, "phone": 60, "address": 200,
    "branch": 60, "recipients": 300,
}  # fmt: skip
_LONGEST_URL: Final = 300
_FEWEST_DIGITS: Final = 5
_PHONE: Final = re.compile(r"[+\d][\d\s()+\-.,;/]*(?:[^\W\d_]+\.?\s*\d+)?")
_HOST: Final = re.compile(r"[^\W_](?:[\w-]*[^\W_])?(?:\.[^\W_](?:[\w-]*[^\W_])?)+", re.UNICODE)
_COLOUR: Final = re.compile(r"#[0-9a-fA-F]{6}")


@dataclass(frozen=True, slots=True)
class Clinic:
    """What is known of the clinic; "" where nothing is. `colour` is #rrggbb, `logo` a file beside the records.

    `recipients` are those to whom the clinic hands data of patients over; "": to nobody (law, D-09).
    """

    name: str = ""
    legal_name: str = ""
    tax_id: str = ""
    registration_id: str = ""
    licence: str = ""
    phone: str = ""
    address: str = ""
    rules_url: str = ""
    recipients: str = ""
    colour: str = ""
    logo: str = ""


FIELDS: Final = (
    "name", "legal_name", "tax_id", "registration_id", "licence", "phone", "address", "rules_url", "recipients",
    "colour",
)  # fmt: skip
"""What is typed; the logo is a file, see `desk_app.logo`."""


def read(reading: Reading) -> Clinic:
    """What was filled in."""
    return Clinic(**{name: reading.setting(_key(name)) or "" for name in (*FIELDS, "logo")})


def shown(reading: Reading, program: Program) -> Clinic:
    """What patients are shown: what was filled in, else what the program says of its organizer."""
    own, organizer = read(reading), program.organizer
    return replace(
        own,
        name=own.name or own.legal_name or organizer.name,
        legal_name=own.legal_name or organizer.name or own.name,
        tax_id=own.tax_id or organizer.tax_id,
        registration_id=own.registration_id or organizer.registration_id,
        licence=own.licence or organizer.licence,
        phone=own.phone or organizer.phone,
        address=own.address or organizer.address,
        rules_url=own.rules_url or organizer.rules_url,
    )


def on_paper(reading: Reading, program: Program) -> Program:
    """The program with the clinic's own words in its organizer, for sheets that name who promises."""
    known = shown(reading, program)
    organizer: Organizer = replace(
        program.organizer, name=known.legal_name, tax_id=known.tax_id, registration_id=known.registration_id,
        licence=known.licence, phone=known.phone, address=known.address, rules_url=known.rules_url,
    )  # fmt: skip
    return program if organizer == program.organizer else replace(program, organizer=organizer)


def branch_title(reading: Reading, branch: str) -> str:
    """What patients call a branch; "" where nobody gave it a title."""
    return reading.setting(_BRANCH_KEY + branch) or ""


def keep(desk: Desk, name: str, text: str) -> str:
    """Keep a field of `FIELDS` as it is to be written; "" takes it away.

    Raises `WrongInput` (`clinic.text`, `clinic.phone`, `clinic.url`, `clinic.colour`).
    """
    clean = checked(name, text)
    tell(desk, {_key(name): clean})
    return clean


def keep_branch(desk: Desk, branch: str, title: str) -> str:
    """Give a branch its title. Raises `clinic.text`."""
    clean = _text("branch", title)
    tell(desk, {_BRANCH_KEY + branch: clean})
    return clean


def keep_logo(desk: Desk, file: str) -> None:
    """Remember the name of the logo's file beside the records; "" for none."""
    tell(desk, {_key("logo"): file})


def tell(desk: Desk, values: Mapping[str, str]) -> None:
    """Let all desks of the clinic know these values; what they know already is not said again."""
    with desk.store.writing() as writing:
        fresh = {key: value for key, value in values.items() if writing.setting(key) != value}
        if fresh:
            write(writing, desk, new_id(), "clinic", today(desk, writing), {"clinic": fresh})


def tell_what_was_kept(desk: Desk) -> None:
    """What was filled in before desks told each other of it is told once, on the first start after that.

    The logo, whose pieces are told of too, comes before (`desk_app.logo.tell_what_was_kept`).
    """
    with desk.store.reading() as reading:
        if reading.setting(TO_TELL) != "1":
            return
    with desk.store.reading() as reading:
        kept = {_key(name): reading.setting(_key(name)) for name in (*FIELDS, "logo")}
        kept |= {_BRANCH_KEY + branch: title for branch, title in reading.settings_under(_BRANCH_KEY).items()}
    with desk.store.writing() as writing:
        told = {key: value for key, value in kept.items() if value}
        if told:
            write(writing, desk, new_id(), "clinic", today(desk, writing), {"clinic": told})
        writing.put_setting(TO_TELL, "")


def checked(name: str, text: str) -> str:
    """A field as it is to be kept. Raises as `keep` does."""
    reader = _READERS.get(name)
    return _text(name, text) if reader is None else reader(text)


def _key(name: str) -> str:
    return _NAME_KEY if name == "name" else f"{_NAME_KEY}.{name}"


def _text(name: str, text: str) -> str:
    plain = " ".join(text.split())
    longest = _LONGEST[name]
    if not plain.isprintable() or len(plain) > longest:
        raise WrongInput("clinic.text", name, allowed=longest)
    return plain


def _phone(text: str) -> str:
    plain = _text("phone", text)
    if plain and (sum(sign.isdigit() for sign in plain) < _FEWEST_DIGITS or not _PHONE.fullmatch(plain)):
        raise WrongInput("clinic.phone", "phone")
    return plain


def _url(text: str) -> str:
    """An address a patient's phone can open; one without a scheme is meant to be safe."""
    plain = text.strip()
    if not plain:
        return ""
    whole = plain if "://" in plain else f"https://{plain}"
    try:
        parts = urlsplit(whole)
        sound = parts.scheme in ("http", "https") and bool(_HOST.fullmatch(parts.hostname or "")) and not parts.username
        sound = sound and (parts.port is None or parts.port > 0)
    except ValueError:
        sound = False
    if not sound or len(whole) > _LONGEST_URL or not whole.isprintable() or " " in whole:
        raise WrongInput("clinic.url", "rules_url")
    return whole


def _colour(text: str) -> str:
    plain = text.strip()
    if plain and not _COLOUR.fullmatch(plain):
        raise WrongInput("clinic.colour", "colour")
    return plain.lower()


_READERS: Final[Mapping[str, Callable[[str], str]]] = {"phone": _phone, "rules_url": _url, "colour": _colour}
