"""Sheets of the program as the desk prints them: the version, the brand and the words brought together, then ink."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Literal, cast

from desk_app.domain.errors import Trouble, refuse
from desk_app.editions import brand_of, draft_of, edition_of
from desk_app.ports import Desk, Reading
from desk_app.sheets.blocks import Format, Sheet
from desk_app.sheets.consent_forms import FORMS, ConsentKind
from desk_app.sheets.edition import Edition
from desk_app.sheets.leaflet import Making, leaflet, poster
from desk_app.sheets.legal import advertising_terms
from desk_app.watch import UNWATCHED, Watch
from ui import office_sheets
from ui.wording.sheets.sheet_words import SheetWords

if TYPE_CHECKING:
    from desk_app.card_lists import CardList
    from desk_app.printing.sheet import Drawn


#: The keys of the window in a language: key, words of the button, what it does. Sheets know no window.
Keys = Callable[[str], tuple[tuple[str, str, str], ...]]


@dataclass(frozen=True, slots=True)
class Asked:
    """A sheet to be made: its kind and size, language ("ru" or "en"), and the version by its number ("2b": the
    second one of it); None: the one in force.

    `patient` is whom a sheet of one patient speaks of; `span` are the first and the last day that a report tells of;
    `branch` is the only one it tells of, "" for all; `draft` is the file of a program that was never published;
    `members` is the file that names whose cards are made, None for everybody whose card was not printed yet; `qr` puts
    the number of a card on it as a QR code too; `keys` tells the desk card which keys there are; `watch` hears
    how far a long one is, and stops it.
    """

    kind: str
    size: str
    language: str
    version: str | None = None
    patient: str = ""
    span: tuple[date, date] | None = None
    branch: str = ""
    draft: Path | None = None
    members: Path | None = None
    qr: bool = False
    keys: Keys | None = field(default=None, compare=False, repr=False)
    watch: Watch = field(default=UNWATCHED, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of sheet: its sizes, the usual one first, and how it is composed.

    `printer` is one of `desk_app.station.SHEETS`. `of` is what it speaks of: a version of the program, one patient,
    or the clinic as a whole. What is no sheet of blocks has `ink` of its own instead of `compose`; `batch`: what is
    shown is an example, and so many are made when they are asked for.
    """

    name: str
    sizes: tuple[str, ...]
    printer: str
    compose: Callable[[Desk, Asked, Making], Sheet] | None = None
    of: Literal["program", "patient", "clinic"] = "program"
    ink: Callable[[Desk, Asked, Making], Drawn] | None = None
    batch: bool = False

    @property
    def is_card(self) -> bool:
        """Whether it is a member card, of one member, of many or of nobody yet."""
        return self.ink is not None


def _leaflet(_: Desk, asked: Asked, made: Making) -> Sheet:
    return leaflet(made, cast("Format", asked.size))


def _poster(_: Desk, __: Asked, made: Making) -> Sheet:
    return poster(made)


def _card(desk: Desk, asked: Asked, made: Making) -> Drawn:
    """The card that opens a patient's account now. Raises `card.none` where no card does."""
    from desk_app.cards import cards_of
    from desk_app.printing.cards import Layout, draw_cards
    from desk_app.sheets.cards import card_face

    found, _ = cards_of(desk, (asked.patient,))
    return draw_cards(found, card_face(made), cast("Layout", asked.size), qr=asked.qr)


def _first_cards(desk: Desk, asked: Asked, made: Making) -> Drawn:
    """The first of the cards that a list asks for, as all of them will be; of a draft, examples. Raises `card.none`."""
    from desk_app.cards import cards_of
    from desk_app.printing.cards import Layout, draw_cards
    from desk_app.sheets.cards import card_face

    if made.edition.draft:
        return example_cards(desk, asked, made)
    wanted = card_list(desk, asked).members
    if not wanted and asked.members is None:
        raise refuse("card.all_printed")
    found, _ = cards_of(desk, wanted[: 10 if asked.size == "a4" else 1])
    return draw_cards(found, card_face(made), cast("Layout", asked.size), qr=asked.qr)


def card_list(desk: Desk, asked: Asked) -> CardList:
    """Whose cards are asked for; the list read last is kept while nothing happens.

    Raises what reading the file refuses, `file.gone`, `desk_app.watch.Cancelled`.
    """
    from desk_app.card_lists import listed, unprinted
    from desk_app.printed_cards import LISTS

    content = _content(asked.members) if asked.members is not None else None
    with desk.store.reading() as reading:
        mark = (content, reading.last_change())
    kept = desk.cache.get(LISTS) if desk.cache is not None else None
    if kept is not None and kept[0] == mark:
        found: CardList = kept[1]
        return found
    found = unprinted(desk) if content is None else listed(desk, content, asked.watch)
    if desk.cache is not None:
        desk.cache[LISTS] = (mark, found)
    return found


def _content(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as why:
        raise Trouble("file.gone", name=file.name) from why


def example_cards(_: Desk, asked: Asked, made: Making) -> Drawn:
    """What cards without names will look like, across which it says that they are none."""
    from desk_app.domain.card_numbers import card_number
    from desk_app.printing.cards import Layout, draw_cards
    from desk_app.sheets.cards import card_face
    from desk_app.sheets.member_card import stock_cards

    face = card_face(made)
    face = replace(face, mark=face.mark or made.wording.label("draft.mark"))
    shown = stock_cards(card_number(number) for number in range(10 if asked.size == "a4" else 1))
    return draw_cards(shown, face, cast("Layout", asked.size), qr=asked.qr)


def _changes(desk: Desk, _: Asked, made: Making) -> Sheet:
    return office_sheets.changes_of(desk, made)


def _desk_card(_: Desk, asked: Asked, made: Making) -> Sheet:
    return office_sheets.desk_card_of(made, asked.keys(asked.language) if asked.keys else ())


def _statement(desk: Desk, asked: Asked, made: Making) -> Sheet:
    return office_sheets.statement_of(desk, asked.patient, made)


def _consent(desk: Desk, asked: Asked, made: Making) -> Sheet:
    kind = cast("ConsentKind", asked.kind.removeprefix("consent-"))
    return office_sheets.consent_of(desk, kind, asked.patient, made)


def _report(desk: Desk, asked: Asked, made: Making) -> Sheet:
    return office_sheets.report_of(desk, asked.span, made, asked.branch, asked.watch)


#: Every kind of sheet, in the order in which they are offered; a new one is a row here.
KINDS: Mapping[str, Kind] = {
    kind.name: kind
    for kind in (
        Kind("leaflet", ("a5", "a4", "a6"), "leaflet", _leaflet),
        Kind("poster", ("a4", "a3"), "poster", _poster),
        Kind("tent", ("tent",), "tent", _poster),
        Kind("changes", ("a5", "a4"), "changes", _changes),
        Kind("desk-card", ("a4",), "desk-card", _desk_card),
        Kind("card", ("cr80", "a4"), "card", of="patient", ink=_card),
        Kind("member-cards", ("a4", "cr80"), "cards", ink=_first_cards, batch=True),
        Kind("cards", ("a4", "cr80"), "cards", ink=example_cards, batch=True),
        Kind("statement", ("a4",), "statement", _statement, of="patient"),
        *(Kind(f"consent-{one}", ("a4",), "consent", _consent, of="patient") for one in FORMS),
        Kind("report", ("a4",), "report", _report, of="clinic"),
    )
}


def making(
    desk: Desk,
    language: str,
    version: str | None = None,
    *,
    draft: Path | None = None,
    home: Path | None = None,
    demo: bool = False,
) -> Making:
    """What every sheet of a version is made with, or of a `draft` in a file; `home` is the desk's folder.

    Raises `moment.no_version`, and for a draft what is wrong with it, `file.gone`.
    """
    with desk.store.reading() as reading:
        edition = edition_asked(desk, reading, version, draft)
        return making_of(desk, reading, edition, language, home=home, demo=demo)


def edition_asked(desk: Desk, reading: Reading, version: str | None, draft: Path | None = None) -> Edition:
    """The version in force, the one of a number, or the program of a file. Raises as `making`."""
    from desk_app.documents.program_file import read_document

    if draft is None:
        return edition_of(reading, desk, version)
    return draft_of(reading, read_document(_content(draft)))


def making_of(
    desk: Desk, reading: Reading, edition: Edition, language: str, *, home: Path | None = None, demo: bool = False
) -> Making:
    """The same for an edition at hand (a document that was never published)."""
    services = {
        one.code: one.name_en if language == "en" and one.name_en else one.name for one in reading.services("", 100_000)
    }
    words = SheetWords(edition.program, language, services)
    return Making(edition, brand_of(reading, edition.program, home), advertising_terms(), words, desk.clock(), demo)


def sheet_of(desk: Desk, asked: Asked, *, home: Path | None = None, demo: bool = False) -> Sheet:
    """A sheet before ink. Raises `sheet.legal`, `sheet.retired`, `sheet.unknown` and what its kind refuses."""
    kind = _kind(asked)
    if kind.compose is None:
        raise refuse("sheet.unknown", "sheet", found=asked.kind)
    return kind.compose(desk, asked, _making(desk, asked, home, demo=demo))


def print_sheet(desk: Desk, asked: Asked, *, home: Path | None = None, demo: bool = False) -> Drawn:
    """A sheet as PDF. Raises what `sheet_of` and the drawing refuse."""
    from desk_app.printing.sheet import draw

    kind = _kind(asked)
    if kind.ink is not None:
        return kind.ink(desk, asked, _making(desk, asked, home, demo=demo))
    return draw(sheet_of(desk, asked, home=home, demo=demo), cast("Format", asked.size))


def _making(desk: Desk, asked: Asked, home: Path | None, *, demo: bool) -> Making:
    return making(desk, asked.language, asked.version, draft=asked.draft, home=home, demo=demo)


def _kind(asked: Asked) -> Kind:
    kind = KINDS.get(asked.kind)
    if kind is None or asked.size not in kind.sizes:
        raise refuse("sheet.unknown", "sheet", found=f"{asked.kind} {asked.size}")
    return kind
