"""Programs and brands that are hard to set: the longest names, many levels and promotions, odd logos and colours."""

from __future__ import annotations

import copy
import struct
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from typing import Any, Final

import resources
from desk_app.demo.tables import price_list
from desk_app.documents.program_file import read_document, read_program
from desk_app.domain.program import Organizer
from desk_app.sheets.blocks import Brand, Format, Sheet
from desk_app.sheets.edition import Edition
from desk_app.sheets.leaflet import Making, leaflet, poster
from desk_app.sheets.legal import advertising_terms
from ui.wording.sheets.sheet_words import SheetWords

NOW: Final = datetime(2026, 11, 22, 12, tzinfo=UTC)
RULES: Final = "https://novaya-funkciya.example/rules"
ORGANIZER: Final = Organizer(
    "ООО «Клиника „Новая Функция“»", "7701234567", "1027700132195", "Л041-01137-77/00368259 от 14.05.2021", RULES,
    "+7 495 123-45-67", "Москва, Лесная улица, дом 5, строение 2",
)  # fmt: skip
#: Sixty letters, as long as names of clinics get.
LONG_NAME: Final = "Многопрофильная клиника семейной медицины имени Н. Пирогова"
SIZES: Final[tuple[tuple[str, Format], ...]] = (
    ("leaflet", "a4"), ("leaflet", "a5"), ("leaflet", "a6"), ("poster", "a4"), ("poster", "a3"), ("poster", "tent"),
)  # fmt: skip
SVG: Final = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 200"><rect width="60" height="200" fill="#aa22cc"/>'
    b'<text x="4" y="150" font-family="Times" font-size="18">Logo</text></svg>'
)


def png(wide: int, high: int) -> bytes:
    """A picture of one colour."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    head = struct.pack(">IIBBBBB", wide, high, 8, 2, 0, 0, 0)
    rows = zlib.compress((b"\0" + b"\xe0\x40\x60" * wide) * high)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


@dataclass(frozen=True)
class Hard:
    """A document under a brand, in a language."""

    document: dict[str, Any]
    brand: Brand
    language: str = "ru"


def preset(name: str) -> dict[str, Any]:
    """The document of a ready program."""
    return read_document(resources.path(f"programs/{name}.toml").read_bytes())


def brand(**other: Any) -> Brand:
    """The usual clinic, but for what is said otherwise."""
    return replace(Brand("Новая Функция", phone="+7 495 123-45-67"), **other)


def making(
    one: Hard, *, organizer: Organizer = ORGANIZER, start: date | None = date(2026, 10, 1), end: date | None = None,
    demo: bool = False, now: datetime = NOW,
) -> Making:  # fmt: skip
    """What a sheet of a case is made with."""
    program = replace(read_program(one.document, 3), organizer=organizer)
    services = {service.code: service.name_en if one.language == "en" else service.name for service in price_list()}
    words = SheetWords(program, one.language, services)
    return Making(Edition(program, one.document, start, end), one.brand, advertising_terms(), words, now, demo)


def sheet(made: Making, kind: str, size: Format) -> Sheet:
    """A sheet before ink."""
    return leaflet(made, size) if kind == "leaflet" else poster(made)


def _with_levels(document: dict[str, Any], count: int) -> dict[str, Any]:
    """Levels with names of forty letters and more, each with a discount of its own."""
    made = copy.deepcopy(document)
    made["levels"]["steps"] = [
        {
            "code": f"step{place}", "from": f"{place * 10000}.00", "discount": str(1 + place),
            "name": {"ru": f"Постоянный и высокоуважаемый пациент № {place + 1}",
                     "en": f"A regular and highly esteemed patient no. {place + 1}"},
        }
        for place in range(count)
    ]  # fmt: skip
    made.pop("examples", None)
    return made


def _by_visits(document: dict[str, Any]) -> dict[str, Any]:
    made = _with_levels(document, 4)
    made["levels"]["basis"] = "visits"
    for place, step in enumerate(made["levels"]["steps"]):
        step["from"] = str(place * 5)
    return made


def _with_promotions(document: dict[str, Any], count: int) -> dict[str, Any]:
    made = copy.deepcopy(document)
    first = made["promotions"][0]
    made["promotions"] = [
        {**copy.deepcopy(first), "code": f"p{place}", "name": {
            "ru": f"Осенняя забота о близких, день {place + 1}", "en": f"Autumn care for your family, {place + 1}"}}
        for place in range(count)
    ]  # fmt: skip
    made.pop("examples", None)
    return made


def _stamps(document: dict[str, Any]) -> dict[str, Any]:
    """A stamp a visit, worth nothing but the reward."""
    made = copy.deepcopy(document)
    made["unit"] |= {"name": {"ru": "отметка|отметки|отметок", "en": "stamp|stamps"}, "value": "0.00"}
    made["levels"] = {"steps": [{"code": "all", "name": {"ru": "Все", "en": "Everybody"}, "from": "0",
                                 "earn": {"units": 1, "per_full": "1000.00"}}]}  # fmt: skip
    made.pop("redeem")
    for category in made["categories"]:
        category.pop("max_redeem", None)
    for promotion in made["promotions"]:
        promotion.get("when", {}).pop("levels", None)
    made.pop("examples", None)
    return made


def _bands(document: dict[str, Any]) -> dict[str, Any]:
    made = copy.deepcopy(document)
    made["levels"]["crossing_bill"] = "bands"
    made.pop("examples", None)
    return made


_POINTS: Final = preset("points-3-5-7-10")
_DISCOUNT: Final = preset("growing-discount")
HARD: Final[Mapping[str, Hard]] = {
    "points": Hard(_POINTS, brand()),
    "points, English": Hard(_POINTS, brand(), "en"),
    "discounts, English, no phone": Hard(_DISCOUNT, brand(phone=""), "en"),
    "discounts, longest name, tall logo, dark": Hard(_DISCOUNT, brand(clinic=LONG_NAME, colour="#0a0a23", logo=SVG)),
    "cashback": Hard(preset("cashback"), brand(colour="#c2185b")),
    "family, English": Hard(preset("family"), brand(clinic=LONG_NAME), "en"),
    "family": Hard(preset("family"), brand(logo=png(64, 64))),
    "laboratory": Hard(preset("laboratory"), brand(clinic="К")),
    "dentistry, wide logo, yellow": Hard(
        preset("dentistry"), brand(clinic=LONG_NAME, colour="#ffd400", logo=png(400, 50))
    ),
    "three long levels": Hard(_with_levels(_DISCOUNT, 3), brand()),
    "seven long levels": Hard(_with_levels(_DISCOUNT, 7), brand(clinic=LONG_NAME)),
    "seven long levels, English": Hard(_with_levels(_DISCOUNT, 7), brand(), "en"),
    "levels by visits": Hard(_by_visits(_DISCOUNT), brand()),
    "bands": Hard(_bands(_POINTS), brand()),
    "stamps": Hard(_stamps(_POINTS), brand()),
    "fifteen promotions": Hard(_with_promotions(_POINTS, 15), brand(clinic=LONG_NAME)),
    "fifteen promotions, English": Hard(_with_promotions(_POINTS, 15), brand(), "en"),
}
