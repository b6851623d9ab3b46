"""What columns hold that nobody reads: days of birth under an unknown name are not dropped in silence."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from desk_app.documents.columns import Columns
from desk_app.documents.tables import Row

#: What values of a column of patients look like, and the field they would be.
_LOOKS: Final[Mapping[str, re.Pattern[str]]] = {
    "birth_date": re.compile(r"\d{1,2}[./-]\d{1,2}[./-](\d{4}|\d{2})|(19|20)\d\d-\d\d-\d\d"),
    "email": re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+"),
    "phone": re.compile(r"\+\d[\d ()-]{9,}|[78]?[ (-]*\d{3}[ )-]*\d{3}[ -]*\d{2}[ -]*\d{2}"),
    "card": re.compile(r"\d{12,19}"),
}
#: So many rows tell what a column is.
_LOOKED_AT: Final = 200


@dataclass(frozen=True, slots=True)
class Unread:
    """A column with values that is not read; `like` is the field its values look like, "" where they look like none."""

    title: str
    like: str = ""


def unread(kind: str, header: Sequence[str], rows: Sequence[Row], columns: Columns) -> tuple[Unread, ...]:
    """Columns nobody knows that hold anything, in their order; values of `services` look like nothing of a person's."""
    read = {place for places in columns.places.values() for place in places}
    found = []
    for place, title in enumerate(header):
        if place in read or title in columns.doubled:
            continue
        values = [row.cells[place] for row in rows if place < len(row.cells) and row.cells[place]][:_LOOKED_AT]
        if values:
            found.append(Unread(title, _like(values) if kind == "patients" else ""))
    return tuple(found)


def _like(values: Sequence[str]) -> str:
    for field, pattern in _LOOKS.items():
        if 2 * sum(pattern.fullmatch(value) is not None for value in values) > len(values):
            return field
    return ""
