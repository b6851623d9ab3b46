"""Three consents on three forms, never on one: joining the program, personal data, and messages by channel.

Each has a text of a version, and may be given, refused and withdrawn by itself (law, D-07 and D-09).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from desk_app.sheets.blocks import Block, Field, Fields, Heading, Points, Sheet, Title, Words
from desk_app.sheets.leaflet import Making
from desk_app.sheets.legal import filled

ConsentKind = Literal["program", "data", "messages"]
FORMS: Final[tuple[ConsentKind, ...]] = ("program", "data", "messages")


@dataclass(frozen=True, slots=True)
class Signer:
    """Who signs; what is empty becomes a line to write on. `contacts` are addresses by channel ("sms" → a phone)."""

    name: str = ""
    birth_date: date | None = None
    contacts: tuple[tuple[str, str], ...] = ()


def consent_form(
    making: Making, kind: ConsentKind, signer: Signer, *, text_version: str, channels: Sequence[str],
    recipients: str = "",
) -> Sheet:  # fmt: skip
    """One form for one consent; `text_version` is the one that enrolment records. Raises `sheet.retired`.

    `recipients` are those to whom data are handed over, as the clinic wrote them; "": nobody.
    """
    program, wording = making.edition.program, making.wording
    organizer = program.organizer
    phone, address = making.brand.phone or organizer.phone, making.brand.address or organizer.address
    named = {
        "program": program.name.plain(wording.language), "clinic": _clinic(making),
        "units": wording.many() if program.unit else "",
    }  # fmt: skip
    told = list(_of_data(making, recipients)) if kind == "data" else [
        wording.label(_point(kind, number, filled(organizer.rules_url)), **named) for number in range(1, _POINTS + 1)
    ]  # fmt: skip
    blocks: list[Block] = [
        Title(wording.label(f"consent.{kind}.title", **named)),
        Words(wording.label("consent.version", version=text_version), "small"),
        Fields(tuple(_signer(making, kind, signer))),
        Words(wording.label(f"consent.{kind}.text", **named), "lead"),
        Points(tuple(told)),
    ]
    if kind == "messages":
        contacts = dict(signer.contacts)
        blocks += [
            Heading(wording.label("consent.channels")),
            Fields(tuple(Field(_channel(making, one, contacts.get(one, "")), tick=True) for one in channels)),
            Words(wording.label("consent.channels.each"), "small"),
        ]
    reach = ", ".join(one for one in (phone, address) if filled(one))
    blocks += [
        Heading(wording.label("consent.withdraw.heading")),
        Words(wording.label("consent.withdraw" if reach else "consent.withdraw/here", reach=reach)),
        Fields(
            tuple(Field(wording.label(f"consent.{one}")) for one in ("signature", "representative", "day", "taken"))
        ),
    ]
    return making.sheet(f"consent-{kind}", wording.label(f"consent.{kind}"), blocks, offer=False)


def _point(kind: ConsentKind, number: int, has_code: bool) -> str:
    """The label of a sentence; nobody signs for a code that is not on the sheet."""
    return f"consent.{kind}.{number}" + ("" if has_code or (kind, number) != ("program", 1) else "/desk")


def _signer(making: Making, kind: ConsentKind, signer: Signer) -> Iterator[Field]:
    wording = making.wording
    yield Field(wording.label("consent.name"), signer.name)
    yield Field(wording.label("consent.birth"), wording.day(signer.birth_date) if signer.birth_date else "")
    if kind == "data":
        # the law wants to know who signs; the app keeps neither of the two
        yield Field(wording.label("consent.home"))
        yield Field(wording.label("consent.document"))


def _clinic(making: Making) -> str:
    """Who asks for the consent; a line to write on where nobody filled that in."""
    name = making.edition.program.organizer.name
    return name if filled(name) else making.brand.clinic or "_" * 30


def _of_data(making: Making, recipients: str) -> Iterator[str]:
    """Who answers for the data, which they are, each by its name, what is done with them, who gets them, how long."""
    program, wording = making.edition.program, making.wording
    organizer = program.organizer
    told = (wording.label("legal.tax_id", value=organizer.tax_id) if filled(organizer.tax_id) else "",
            making.brand.address or organizer.address)  # fmt: skip
    yield wording.label("consent.data.operator", operator=", ".join((_clinic(making), *filter(filled, told))))
    yield wording.label("consent.data.person")
    yield wording.label("consent.data.visits" if program.unit else "consent.data.visits/discount")
    kinds = [category.name.plain(wording.language) for category in program.categories.values()]
    if kinds:
        yield wording.label("consent.data.kinds", kinds=", ".join(kinds))
    yield wording.label("consent.data.said")
    yield wording.label("consent.data.never")
    yield wording.label("consent.data.done")
    known = recipients.strip().rstrip(".")
    yield wording.label("consent.data.recipients" if known else "consent.data.recipients/none", recipients=known)
    yield wording.label("consent.data.term")


def _channel(making: Making, channel: str, contact: str) -> str:
    name = making.wording.label(f"channel.{channel}")
    return f"{name}: {contact}" if contact else name


#: How many sentences the other two forms have under their text.
_POINTS: Final = 3
