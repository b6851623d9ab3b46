"""What the paper room calls its sheets, sizes and versions, and what it says of them."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication

from desk_app.card_lists import CardList
from ui import formats
from ui.paper_room.state import OTHER_DAYS, VersionRow

_SHOWN: Final = 3
"""So many lines of a list are told by themselves; of more, how many there are."""


def kind_words(kind: str) -> str:
    """The name of a kind of sheet."""
    known = {
        "leaflet": QCoreApplication.translate("Sheets", "Leaflet"),
        "poster": QCoreApplication.translate("Sheets", "Poster"),
        "tent": QCoreApplication.translate("Sheets", "Table tent"),
        "changes": QCoreApplication.translate("Sheets", "What changed"),
        "desk-card": QCoreApplication.translate("Sheets", "Desk card for staff"),
        "card": QCoreApplication.translate("Sheets", "Member card"),
        "member-cards": QCoreApplication.translate("Sheets", "Cards of many members"),
        "cards": QCoreApplication.translate("Sheets", "Cards without names"),
        "statement": QCoreApplication.translate("Sheets", "Statement of the account"),
        "consent-program": QCoreApplication.translate("Sheets", "Consent: the program"),
        "consent-messages": QCoreApplication.translate("Sheets", "Consent: messages"),
        "consent-data": QCoreApplication.translate("Sheets", "Consent: personal data"),
        "report": QCoreApplication.translate("Sheets", "Report"),
    }
    return known.get(kind, kind)


def span_words(span: str) -> str:
    """Days that a report is asked for by name."""
    known = {
        "month": QCoreApplication.translate("Sheets", "This month"),
        "last_month": QCoreApplication.translate("Sheets", "Last month"),
        "quarter": QCoreApplication.translate("Sheets", "This quarter"),
        "year": QCoreApplication.translate("Sheets", "This year"),
        OTHER_DAYS: QCoreApplication.translate("Sheets", "Other days"),
    }
    return known[span]


def list_words(found: CardList) -> str:
    """Whose cards a list gives, and what of it gives none."""
    told = [QCoreApplication.translate("PaperRoom", "%n card(s) will be made.", "", len(found.members))]
    for lines, words in (
        (found.unknown, QCoreApplication.translate("PaperRoom", "No member was found for: {lines}.")),
        (found.several, QCoreApplication.translate("PaperRoom", "More than one member has: {lines}.")),
        (found.without, QCoreApplication.translate("PaperRoom", "No card opens the account of: {lines}.")),
    ):
        if lines:
            shown = ", ".join(lines[:_SHOWN]) + (f", … ({len(lines)})" if len(lines) > _SHOWN else "")
            told.append(words.format(lines=shown))
    return " ".join(told)


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
        "withdrawn": QCoreApplication.translate("Sheets", "Version {number}, withdrawn"),
        "draft": QCoreApplication.translate("Sheets", "Version {number}, draft"),
    }
    words = known.get(row.status, known["draft"])
    return words.format(number=row.version, day=formats.day(row.since))
