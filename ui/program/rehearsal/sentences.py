"""Rows that are told in sentences: typical patients, and the lines of a bill on both sides."""

from __future__ import annotations

from dataclasses import dataclass

from ui.wording.rehearsal import Table
from ui.wording.rehearsal_bills import BillShown, LineShown
from ui.wording.rehearsal_words import say


@dataclass(frozen=True)
class Told:
    """A name, its figures at the right, and the sentences below."""

    name: str
    figures: str
    sentences: tuple[str, ...]
    strong: bool = False


def told_table(table: Table, lang: str) -> tuple[Told, ...]:
    """A table whose cells are sentences: then, under the draft, and the difference."""
    return tuple(
        Told(name, difference, (say("bill.then", lang, why=was), say("bill.draft", lang, why=would)))
        for name, was, would, difference in (row.cells for row in table.rows)
    )


def told_bill(bill: BillShown, lang: str) -> tuple[Told, ...]:
    """The lines of a bill, then its sums."""
    rows = [_line(line, lang) for line in bill.lines]
    return (*rows, *(_line(line, lang, strong=True) for line in bill.sums))


def _line(line: LineShown, lang: str, *, strong: bool = False) -> Told:
    sides = (("bill.then", line.was_why), ("bill.draft", line.would_why))
    figures = line.was if line.was == line.would else f"{line.was} → {line.would}"
    return Told(line.name, figures, tuple(say(key, lang, why=why) for key, why in sides if why), strong)
