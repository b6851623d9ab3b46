"""The list of patients as a file that spreadsheets of the clinic open: UTF-8 with its mark, semicolons."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from ui import formats
from ui.program.versions.telling.presenter import Person
from ui.wording.rollout import told_way


def table_of(people: Iterable[Person], heads: Sequence[str], language: str) -> bytes:
    """One line a person: name, phone or address, since when a member, when and how told, by whom."""
    text = io.StringIO()
    out = csv.writer(text, delimiter=";", lineterminator="\r\n")
    out.writerow(heads)
    for one in people:
        cells = (
            one.name, one.address, formats.day(one.joined) if one.joined else "",
            formats.day(one.told) if one.told else "", told_way(one.way, language) if one.way else "", one.by,
            one.member,
        )  # fmt: skip
        out.writerow([_safe(cell) for cell in cells])
    return b"\xef\xbb\xbf" + text.getvalue().encode()


def _safe(text: str) -> str:
    """A cell that a spreadsheet does not take for a formula; phone numbers stay as they are."""
    return f"'{text}" if text[:1] in "=@" or (text[:1] in "+-" and not text[1:].isdigit()) else text
