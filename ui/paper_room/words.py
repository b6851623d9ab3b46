"""What the paper room calls its sheets, sizes and versions, and what it says of them."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from ui import formats
from ui.paper_room.presenter import VersionRow


def kind_words(kind: str) -> str:
    """The name of a kind of sheet."""
    known = {
        "leaflet": QCoreApplication.translate("Sheets", "Leaflet"),
        "poster": QCoreApplication.translate("Sheets", "Poster"),
        "tent": QCoreApplication.translate("Sheets", "Table tent"),
        "changes": QCoreApplication.translate("Sheets", "What changed"),
        "desk-card": QCoreApplication.translate("Sheets", "Desk card for staff"),
        "card": QCoreApplication.translate("Sheets", "Member card"),
        "cards": QCoreApplication.translate("Sheets", "Cards without names"),
        "statement": QCoreApplication.translate("Sheets", "Statement of the account"),
        "consent-program": QCoreApplication.translate("Sheets", "Consent: the program"),
        "consent-messages": QCoreApplication.translate("Sheets", "Consent: messages"),
        "consent-data": QCoreApplication.translate("Sheets", "Consent: personal data"),
        "report": QCoreApplication.translate("Sheets", "Report of the month"),
    }
    return known.get(kind, kind)


def size_words(size: str) -> str:
    """A size of paper as people call it."""
    if size == "tent":
        return QCoreApplication.translate("Sheets", "A4, folded")
    if size == "cr80":
        return QCoreApplication.translate("Sheets", "Plastic card")
    return size.upper()


def batch_words(count: int) -> str:
    """Cards that are printed together."""
    return QCoreApplication.translate("PaperRoom", "Cards, %n piece(s)", "", count)


def version_words(row: VersionRow) -> str:
    """A version in the list."""
    known = {
        "in_force": QCoreApplication.translate("Sheets", "Version {number}, in force"),
        "announced": QCoreApplication.translate("Sheets", "Version {number}, from {day}"),
        "retired": QCoreApplication.translate("Sheets", "Version {number}, retired"),
        "draft": QCoreApplication.translate("Sheets", "Version {number}, draft"),
    }
    words = known.get(row.status, known["draft"])
    return words.format(number=row.version, day=formats.day(row.since))
