"""Prints the desk card of a version: what to answer, and every key of the desk."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desk_app.ports import Desk
from desk_app.training.course import Course
from ui import language
from ui.screen import Frame
from ui.sheets import Keys

_SIZE = "a4"
SHEET = "desk-card"


def print_card(frame: Frame, desk: Desk, course: Course, keys: Keys | None) -> None:
    """The card of the version in force, or of the first one where none holds yet; `keys` are those of the window."""
    if not course.matters:
        return
    home, demo, spoken, version = frame.home, frame.demo, language.current(), course.matters[0].record.label

    def draw() -> bytes:
        from ui.sheets import Asked, print_sheet

        return print_sheet(desk, Asked(SHEET, _SIZE, spoken, version, keys=keys), home=home, demo=demo).pdf

    frame.print_sheet(SHEET, QCoreApplication.translate("Sheets", "Desk card for staff"), draw)
