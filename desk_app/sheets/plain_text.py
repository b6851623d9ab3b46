"""The same sheet as plain text, for a message, a screen reader or reading aloud; every sentence is the sheet's own.

The warning keeps its share: it takes that part of the lines (spec: print, Legal block).
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from typing import Final

from desk_app.sheets import blocks
from desk_app.sheets.blocks import Block, Sheet

#: Columns of plain text.
WIDE: Final = 80


def as_text(sheet: Sheet) -> str:
    """Lines of at most 80 letters, in the order in which they are read aloud."""
    brand, legal = sheet.brand, sheet.legal
    lines = [sheet.mark, ""] if sheet.mark else []
    lines += [*_wrapped(brand.clinic), *_wrapped(brand.phone), ""]
    for part in sheet.blocks:
        lines += [*_lines(part), ""]
    if sheet.link:
        lines += [*_wrapped(sheet.link.words), sheet.link.address, ""]
    for one in legal.lines if legal else ():
        lines += _wrapped(one)
    lines += ["", *_wrapped(sheet.foot)]
    told = list(_single(lines))
    return "\n".join([*told, "", *(_warning(legal, len(told)) if legal else ()), ""])


def _lines(part: Block) -> list[str]:
    match part:
        case blocks.Title():
            return [*_wrapped(part.text), "=" * min(len(part.text), WIDE)]
        case blocks.Heading():
            return [*_wrapped(part.text), "-" * min(len(part.text), WIDE)]
        case blocks.Words():
            return _wrapped(part.text)
        case blocks.Points():
            return [line for one in part.items for line in _wrapped(one, "- ")]
        case blocks.Steps():
            return [line for number, one in enumerate(part.items, 1) for line in _wrapped(one, f"{number}. ")]
        case blocks.Ladder():
            return [line for one in part.rungs for line in _wrapped(f"{one.name}, {one.start}: {one.gives}", "- ")]
        case blocks.Chart():
            return [part.title, *(line for one in part.bars for line in _wrapped(f"{one.name}: {one.value}", "- "))]
        case blocks.Questions():
            return [line for one in part.items for line in (*_wrapped(one.question), *_wrapped(one.answer, "  "))]
        case blocks.Table():
            rows = (part.head, *part.rows) if part.head else part.rows
            return [line for row in rows for line in _wrapped("; ".join(one for one in row if one))]
        case blocks.WorkedBill():
            told = [*_wrapped(part.title)]
            for one in (*part.lines, *part.sums, part.total):
                told += [*_set_apart(one.left, one.right), *(_wrapped(one.note, "  ") if one.note else ())]
            return [*told, *(line for one in part.after for line in _wrapped(one))]
        case blocks.Fields():
            return [
                line for one in part.items
                for line in _wrapped(f"{one.label} {one.value}".rstrip(), "[ ] " if one.tick else "")
            ]  # fmt: skip
        case blocks.Spare():
            return [line for one in part.blocks for line in (*_lines(one), "")]
        case blocks.PageEnd():
            return []


def _wrapped(text: str, before: str = "") -> list[str]:
    """A text in lines, what follows the first one set in under its words; no sum is parted from its sign."""
    lines = textwrap.wrap(
        text, WIDE, initial_indent=before, subsequent_indent=" " * len(before), break_on_hyphens=False
    )  # fmt: skip
    return [line.replace("\N{NO-BREAK SPACE}", " ") for line in lines]


def _set_apart(left: str, right: str) -> list[str]:
    """Words and an amount at the right edge; each on a line of its own where both are too long for one."""
    amount = right.replace("\N{NO-BREAK SPACE}", " ")
    words = textwrap.wrap(left, WIDE - len(amount) - 2, break_on_hyphens=False) or [""]
    *lines, last = (line.replace("\N{NO-BREAK SPACE}", " ") for line in words)
    return [*lines, last.ljust(WIDE - len(amount)) + amount]


def _warning(legal: blocks.Legal, others: int) -> list[str]:
    """The warning in a frame, with so much room in it that the frame takes its share of all lines."""
    words = [line.center(WIDE).rstrip() for line in textwrap.wrap(legal.warning, WIDE)]
    room = 0
    while (len(words) + room + 2) * 1000 < legal.aim * (others + 3 + len(words) + room):
        room += 1
    rule = "*" * WIDE
    return [rule, *[""] * (room // 2), *words, *[""] * (room - room // 2), rule]


def _single(lines: list[str]) -> Iterator[str]:
    """The lines without a blank one after another blank one."""
    before = ""
    for line in lines:
        if line or before:
            yield line
        before = line
