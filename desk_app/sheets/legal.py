"""The block the law asks for on everything that offers medical services: what it says, and what must be known first.

Wording and shares are parameters with a date, kept in `resources/advertising.toml` (spec: law, D-01, D-02, D-05). A
sheet is refused, with what is missing, rather than printed without it.
"""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache

import resources
from desk_app.domain.errors import refuse
from desk_app.domain.program import Organizer
from desk_app.domain.quote import Reason
from desk_app.domain.text import Text
from desk_app.sheets.blocks import Legal
from desk_app.sheets.edition import Edition
from desk_app.sheets.wording import Wording


@dataclass(frozen=True, slots=True)
class AdvertisingTerms:
    """What is asked from a day on: the warning, its least and its aimed share of the page in thousandths."""

    since: date
    warning: Text
    least: int
    aim: int


@cache
def advertising_terms() -> tuple[AdvertisingTerms, ...]:
    """All the terms the app knows, as its own document says them."""
    with resources.path("advertising.toml").open("rb") as file:
        entries = tomllib.load(file)["terms"]
    return tuple(
        AdvertisingTerms(one["since"], Text(**one["warning"]), _thousandths(one["least"]), _thousandths(one["aim"]))
        for one in entries
    )


def _thousandths(percent: str) -> int:
    return int(Decimal(percent) * 10)


def terms_on(terms: Sequence[AdvertisingTerms], day: date) -> AdvertisingTerms:
    """The terms in force on a local day; before the first of them, the first."""
    held = [one for one in terms if one.since <= day]
    return max(held, key=lambda one: one.since) if held else min(terms, key=lambda one: one.since)


#: What a program is drafted with until somebody fills it in.
_PLACEHOLDERS = ("заполните", "fill in", "example.org", "000 000-00-00")


def filled(value: str) -> bool:
    """Whether a text of the organizer is the clinic's own: neither empty nor as the ready programs have it."""
    return bool(value.strip()) and not any(one in value for one in _PLACEHOLDERS)


def missing(organizer: Organizer) -> tuple[str, ...]:
    """The keys of `organizer` without which no offer may be printed."""
    asked = {
        "name": (organizer.name,), "tax_id": (organizer.tax_id, organizer.registration_id),
        "licence": (organizer.licence,), "address": (organizer.address,), "rules_url": (organizer.rules_url,),
    }  # fmt: skip
    return tuple(key for key, values in asked.items() if not any(map(filled, values)))


def legal_of(edition: Edition, terms: AdvertisingTerms, wording: Wording) -> Legal:
    """The block of an edition. Raises `sheet.legal` with every missing key of the organizer."""
    program = edition.program
    organizer = program.organizer
    lacking = missing(organizer)
    if lacking:
        raise refuse("sheet.legal", "organizer", missing=",".join(lacking))
    ids = (
        *(
            wording.label(f"legal.{key}", value=value)
            for key, value in (("tax_id", organizer.tax_id), ("registration_id", organizer.registration_id))
            if filled(value)
        ),
        wording.label("legal.licence", value=organizer.licence),
    )
    term = ""
    if edition.start is not None:
        from_day = wording.day(edition.start)
        if edition.end is not None:
            term = wording.label("legal.term/closed", start=from_day, end=wording.day(edition.end))
        else:
            days = program.notice.worsening_days
            notice = wording.promise(Reason("change.worse" if days else "change.worse/none", {"days": days}))
            term = f"{wording.label('legal.term', start=from_day)} {notice}"
    lines = (
        wording.label("legal.organizer", value=organizer.name),
        ", ".join(ids),
        ", ".join(one for one in (organizer.address, organizer.phone) if filled(one)),
        term,
    )
    return Legal(terms.warning.plain(wording.language), terms.least, terms.aim, tuple(one for one in lines if one))
