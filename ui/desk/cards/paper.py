"""F12 on the page of cards: the card that opens the account, on plastic where this computer has a printer for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desk_app.cards import key_of
from desk_app.ports import Desk
from desk_app.printed_cards import note_of
from desk_app.station import Station

if TYPE_CHECKING:
    from ui.screen import Frame


def print_card(frame: Frame, desk: Desk, patient: str) -> None:
    """Draw and print a patient's card on the worker; it speaks the patient's language."""
    with desk.store.reading() as reading:
        person = reading.patient(reading.canonical(patient))
        note = note_of(key_of(reading, patient))
    if person is None:
        return
    kind, size = sheet_of(frame.station)
    home, demo = frame.home, frame.demo

    def draw() -> bytes:
        from ui.sheets import Asked, print_sheet

        asked = Asked("card", size, person.language or frame.station.language, patient=patient)
        return print_sheet(desk, asked, home=home, demo=demo).pdf

    title = QCoreApplication.translate("DeskRoom", "Card of {name}").format(name=person.full_name)
    frame.print_sheet(kind, title, draw, note)


def sheet_of(station: Station) -> tuple[str, str]:
    """The kind of sheet and size this computer prints a card on: paper where only paper has a printer, else plastic."""
    if station.printer("cards").printer and not station.printer("card").printer:
        return "cards", "a4"
    return "card", "cr80"
