"""The version a sheet is printed from, as the store knows it, and the clinic's brand from its settings."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from desk_app import clinic, logo
from desk_app.domain.errors import Trouble, refuse
from desk_app.domain.program import Program
from desk_app.ports import Desk, Reading, VersionRecord
from desk_app.sheets.blocks import COLOUR, Brand
from desk_app.sheets.edition import Edition
from desk_app.sheets.legal import filled
from desk_app.versions import age, record_on, statuses, today, version_labelled


def edition_of(reading: Reading, desk: Desk, version: str | None = None) -> Edition:
    """The version in force today, or the one of a number ("2b": the second one of it), with the days it holds.

    Raises `moment.no_version` where there is no such version.
    """
    day = today(desk, reading)
    versions = reading.versions()
    record = version_labelled(reading, version) if version else record_on(reading, day)
    start = record.effective_from if statuses(versions, day)[record.mark] not in ("draft", "withdrawn") else None
    program = clinic.on_paper(reading, desk.program_of(record))
    return Edition(program, record.document, start, _last_day(versions, record))


def draft_of(reading: Reading, document: dict[str, Any]) -> Edition:
    """A document that was never published. Raises the first thing that is wrong with it as `WrongInput`."""
    from desk_app.documents.program_file import read_program

    return Edition(clinic.on_paper(reading, read_program(document)), document, None)


def edition_before(reading: Reading, desk: Desk, edition: Edition) -> Edition:
    """The version that held on the day before an edition begins. Raises `sheet.first` when nothing did."""
    if edition.start is None:
        return edition_of(reading, desk)
    last = edition.start - timedelta(days=1)
    if all(record.effective_from > last for record in reading.versions()):
        raise refuse("sheet.first", "version", version=edition.program.version or 0)
    record = record_on(reading, last)
    program = clinic.on_paper(reading, desk.program_of(record))
    return Edition(program, record.document, record.effective_from, last)


def brand_of(reading: Reading, program: Program, home: Path | None = None) -> Brand:
    """How the clinic looks on paper; what is not set is taken from the program's organizer.

    What a ready program has in place of a name, a phone or an address is none: it is left out. `home` is where the
    logo's file lies; without it there is none.
    """
    known = clinic.shown(reading, program)
    if home is not None:
        # another desk may have chosen it while this one was open
        with suppress(Trouble):
            logo.follow(reading, home)
    picture = logo.content_of(home, known.logo) if home is not None else b""
    name, phone, address = (text if filled(text) else "" for text in (known.name, known.phone, known.address))
    return Brand(name, known.colour or COLOUR, picture, phone, address)


def _last_day(versions: Sequence[VersionRecord], record: VersionRecord) -> date | None:
    """The last day a version holds: the one before the next that comes into force, None while none is known."""
    later = [one.effective_from for one in versions if one.status not in ("draft", "withdrawn") and _newer(one, record)]
    return min(later) - timedelta(days=1) if later else None


def _newer(one: VersionRecord, record: VersionRecord) -> bool:
    return age(one) > age(record)
