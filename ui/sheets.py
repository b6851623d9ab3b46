"""Sheets of the program as the desk prints them: the version, the brand and the words brought together, then ink."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from desk_app.domain.errors import refuse
from desk_app.editions import brand_of, edition_of
from desk_app.ports import Desk, Reading
from desk_app.sheets.blocks import Format, Sheet
from desk_app.sheets.edition import Edition
from desk_app.sheets.leaflet import Making, leaflet, poster
from desk_app.sheets.legal import advertising_terms
from ui.wording.sheets.sheet_words import SheetWords

if TYPE_CHECKING:
    from desk_app.printing.sheet import Drawn

#: What is printed from a version → its sizes, as `tessera print leaflet --format` names them.
SIZES: dict[str, tuple[Format, ...]] = {"leaflet": ("a4", "a5", "a6"), "poster": ("a4", "a3"), "tent": ("tent",)}


@dataclass(frozen=True, slots=True)
class Asked:
    """A sheet to be made: its kind and size, language ("ru" or "en"), and the version; None: the one in force."""

    kind: str
    size: Format
    language: str
    version: int | None = None


def making(
    desk: Desk, language: str, version: int | None = None, *, home: Path | None = None, demo: bool = False
) -> Making:
    """What every sheet of a version is made with; `home` is the desk's folder. Raises `moment.no_version`."""
    with desk.store.reading() as reading:
        edition = edition_of(reading, desk, version)
        return making_of(desk, reading, edition, language, home=home, demo=demo)


def making_of(
    desk: Desk, reading: Reading, edition: Edition, language: str, *, home: Path | None = None, demo: bool = False
) -> Making:
    """The same for an edition at hand (a document that was never published)."""
    services = {
        one.code: one.name_en if language == "en" and one.name_en else one.name for one in reading.services("", 100_000)
    }
    words = SheetWords(edition.program, language, services)
    return Making(edition, brand_of(reading, edition.program, home), advertising_terms(), words, desk.clock(), demo)


def sheet_of(made: Making, kind: str, size: Format) -> Sheet:
    """A sheet of the program before ink. Raises `sheet.legal`, `sheet.retired`, `sheet.unknown`."""
    if size not in SIZES.get(kind, ()):
        raise refuse("sheet.unknown", "sheet", found=f"{kind} {size}")
    return leaflet(made, size) if kind == "leaflet" else poster(made)


def print_sheet(desk: Desk, asked: Asked, *, home: Path | None = None, demo: bool = False) -> Drawn:
    """A sheet of the program as PDF. Raises what `sheet_of` and the drawing refuse."""
    from desk_app.printing.sheet import draw

    made = making(desk, asked.language, asked.version, home=home, demo=demo)
    return draw(sheet_of(made, asked.kind, asked.size), asked.size)
