"""Three consents on three forms, never on one: joining the program, personal data, and messages by channel.

Each has a text of a version, and may be given, refused and withdrawn by itself (law, D-07 and D-09).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from desk_app.sheets.blocks import Block, Field, Fields, Heading, Points, Sheet, Title, Words
from desk_app.sheets.leaflet import Making

ConsentKind = Literal["program", "data", "messages"]
FORMS: Final[tuple[ConsentKind, ...]] = ("program", "data", "messages")


@dataclass(frozen=True, slots=True)
class Signer:
    """Who signs; what is empty becomes a line to write on. `contacts` are addresses by channel ("sms" → a phone)."""

    name: str = ""
    birth_date: date | None = None
    contacts: tuple[tuple[str, str], ...] = ()


def consent_form(
    making: Making, kind: ConsentKind, signer: Signer, *, text_version: str, channels: Sequence[str]
) -> Sheet:
    """One form for one consent; `text_version` is the one that enrolment records. Raises `sheet.retired`."""
    program, wording = making.edition.program, making.wording
    organizer = program.organizer
    named = {
        "program": program.name.plain(wording.language), "clinic": organizer.name or making.brand.clinic,
        "units": wording.many() if program.unit else "", "phone": making.brand.phone or organizer.phone,
        "address": making.brand.address or organizer.address,
    }  # fmt: skip
    blocks: list[Block] = [
        Title(wording.label(f"consent.{kind}.title", **named)),
        Words(wording.label("consent.version", version=text_version), "small"),
        Fields((
            Field(wording.label("consent.name"), signer.name),
            Field(wording.label("consent.birth"), wording.day(signer.birth_date) if signer.birth_date else ""),
        )),
        Words(wording.label(f"consent.{kind}.text", **named), "lead"),
        Points(tuple(wording.label(f"consent.{kind}.{number}", **named) for number in range(1, _POINTS[kind] + 1))),
    ]  # fmt: skip
    if kind == "messages":
        contacts = dict(signer.contacts)
        blocks += [
            Heading(wording.label("consent.channels")),
            Fields(tuple(Field(_channel(making, one, contacts.get(one, "")), tick=True) for one in channels)),
            Words(wording.label("consent.channels.each"), "small"),
        ]
    how = "withdraw" if named["phone"] or named["address"] else "withdraw/here"
    reach = ", ".join(one for one in (named["phone"], named["address"]) if one)
    blocks += [
        Heading(wording.label("consent.withdraw.heading")),
        Words(wording.label(f"consent.{how}", reach=reach)),
        Fields((Field(wording.label("consent.signature")), Field(wording.label("consent.day")),
                Field(wording.label("consent.taken")))),
    ]  # fmt: skip
    return making.sheet(f"consent-{kind}", wording.label(f"consent.{kind}"), blocks, offer=False)


def _channel(making: Making, channel: str, contact: str) -> str:
    name = making.wording.label(f"channel.{channel}")
    return f"{name}: {contact}" if contact else name


#: How many sentences a form has under its text.
_POINTS: Final[dict[ConsentKind, int]] = {"program": 3, "data": 5, "messages": 3}
