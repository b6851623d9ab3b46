"""Prints the leaflet "What changed" of a version, whose diary then has it, or of a draft."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Final

from PySide6.QtCore import QCoreApplication

from desk_app.editions import draft_of
from desk_app.ports import Desk, Json, VersionRecord
from desk_app.rollout.diary import note_of_leaflet
from ui import language
from ui.screen import Frame

_SIZE: Final = "a5"


def print_changes(frame: Frame, desk: Desk, record: VersionRecord) -> None:
    """Print what a version changes, in the language of the window."""
    home, demo, spoken = frame.home, frame.demo, language.current()

    def draw() -> bytes:
        from ui.sheets import Asked, print_sheet

        return print_sheet(desk, Asked("changes", _SIZE, spoken, record.label), home=home, demo=demo).pdf

    said = QCoreApplication.translate("Versions", "What changes with version {number}")
    frame.print_sheet("changes", said.format(number=record.label), draw, note_of_leaflet(record.mark))


def print_draft(frame: Frame, desk: Desk, document: Json, start: date | None) -> None:
    """The same of a draft: marked as one while nobody knows its first day."""
    home, demo, spoken = frame.home, frame.demo, language.current()

    def draw() -> bytes:
        from desk_app.printing.sheet import draw as ink
        from ui.office_sheets import changes_of
        from ui.sheets import making_of

        with desk.store.reading() as reading:
            edition = replace(draft_of(reading, document), start=start)
            made = making_of(desk, reading, edition, spoken, home=home, demo=demo)
        return ink(changes_of(desk, made), _SIZE).pdf

    frame.print_sheet("changes", QCoreApplication.translate("Versions", "What changes with this draft"), draw)
