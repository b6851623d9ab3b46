"""People, clinics and logos for tests of the cards: the longest names, odd pictures, every language."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import resources
from desk_app.documents.program_file import read_program
from desk_app.domain.card_numbers import card_number
from desk_app.domain.people import Patient
from desk_app.domain.program import Organizer
from desk_app.sheets.blocks import Brand
from desk_app.sheets.edition import Edition
from desk_app.sheets.leaflet import Making
from desk_app.sheets.legal import advertising_terms
from desk_app.sheets.member_card import MemberCard, member_card
from ui.wording.sheets.sheet_words import SheetWords

ORGANIZER = Organizer(
    "ООО «Клиника „Ясень“»", "7701234567", "1027700132195", "Л041-01137-77/00368259 от 14.05.2021",
    "https://yasen.example/rules", "+7 495 123-45-67", "Москва, ул. Лесная, д. 5, стр. 2",
)  # fmt: skip
CLINIC = Brand("Ясень", phone="+7 495 123-45-67")
SIXTY = "Многопрофильный медицинский центр семейной стоматологии «Я и»"
NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)


def svg(wide: int, high: int) -> bytes:
    """A logo of that shape."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide} {high}">'
        f'<rect width="{wide}" height="{high}" fill="#c2185b"/></svg>'
    ).encode()


#: What a clinic may look like.
BRANDS: dict[str, Brand] = {
    "no logo": CLINIC,
    "wide logo": replace(CLINIC, logo=svg(900, 100)),
    "tall logo": replace(CLINIC, logo=svg(100, 900)),
    "broken logo": replace(CLINIC, logo=b"<svg no more"),
    "yellow": replace(CLINIC, colour="#ffd400"),
    "white": replace(CLINIC, colour="#ffffff"),
    "black": replace(CLINIC, colour="#000000"),
    "sixty letters": replace(CLINIC, clinic=SIXTY, logo=svg(100, 100), phone="+7 495 123-45-67, +7 495 765-43-21"),
    "nameless": Brand(""),
}
#: Who may be on a card: common names, the longest, and a surname without a break.
NAMES: dict[str, Patient] = {
    "plain": Patient("1", "Щёлокова", "Анна", "Сергеевна"),
    "short": Patient("2", "Ли", "Ян"),
    "sixty": Patient("3", "Константинопольская-Преображенская", "Александра", "Владиславовна"),
    "eighty": Patient("4", "Константинопольская-Преображенская", "Александра-Виктория", "Абдурахмангаджиевна"),
    "unbroken": Patient("5", "Ж" * 45, "Иван", "Иванович"),
    "english": Patient("6", "Smith-Featherstonehaugh", "Maximilian Bartholomew"),
    "alone": Patient("7", "Сократ"),
}
TEN: tuple[MemberCard, ...] = (
    *(member_card(patient, card_number(123456789 + i)) for i, patient in enumerate(NAMES.values())),
    *(MemberCard(card_number(987654321 - i)) for i in range(3)),
)


def making(language: str = "ru", brand: Brand = CLINIC, preset: str = "points-3-5-7-10", **changed: Any) -> Making:
    """What the cards of a preset are made with; `organizer`, `end` and `demo` may be changed."""
    document = tomllib.loads(resources.path(f"programs/{preset}.toml").read_text(encoding="utf-8"))
    program = replace(read_program(document, 3), organizer=changed.get("organizer", ORGANIZER))
    edition = Edition(program, document, date(2026, 10, 1), changed.get("end"))
    words = SheetWords(program, language, {})
    return Making(edition, brand, advertising_terms(), words, NOW, changed.get("demo", False))
