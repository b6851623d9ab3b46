"""Where everything of a slip stands on its sheet: an 80 mm roll as long as needed, or pages of A5."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Final

from desk_app.printing.codes import Box, bar_boxes, qr_boxes
from desk_app.printing.letters import Face, fit, width
from desk_app.slips import Block, Paragraph, Row, Slip, Weight

MM: Final = 72 / 25.4
#: So many lines of a paragraph stay on one page; a longer one may be parted.
_TOGETHER: Final = 12


@dataclass(frozen=True, slots=True)
class Sheet:
    """A size of paper, points. `height` 0: a roll, cut where the content ends. `size` is that of plain text."""

    width: float
    height: float
    margin: float
    size: float
    qr: float
    module: float


SHEETS: Final = {
    "roll": Sheet(80 * MM, 0, 4 * MM, 8.5, 26 * MM, 0.375 * MM),
    "a5": Sheet(148 * MM, 210 * MM, 10 * MM, 8.8, 24 * MM, 0.4 * MM),
}


@dataclass(frozen=True, slots=True)
class Words:
    """A line of text; `y` is its base line, points from the top of the page."""

    x: float
    y: float
    text: str
    face: Face
    size: float


@dataclass(slots=True)
class Page:
    """One page: what is written and what is black."""

    height: float
    words: list[Words] = field(default_factory=list)
    boxes: list[Box] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Piece:
    """Something of a height that may not be parted; `put` places it with its top at y.

    `leads` is what may not be the last thing on a page: a heading, a line above the next part.
    """

    height: float
    put: Callable[[Page, float], None]
    leads: bool = False


def lay_out(slip: Slip, sheet: Sheet) -> list[Page]:
    """The slip on its pages. Nothing is wider than the sheet between its margins, nothing is cut."""
    pieces = list(_pieces(slip, sheet))
    if not sheet.height:
        page = Page(sum(piece.height for piece in pieces) + 2 * sheet.margin)
        _stack(page, pieces, sheet.margin)
        return [page]
    foot = sheet.size * 1.6
    room = sheet.height - 2 * sheet.margin - foot
    pages: list[list[_Piece]] = [[]]
    for piece in pieces:
        held = pages[-1]
        if held and sum(one.height for one in held) + piece.height > room:
            carried: list[_Piece] = []
            while len(held) > 1 and held[-1].leads:
                carried.insert(0, held.pop())
            pages.append(carried)
        pages[-1].append(piece)
    made = []
    for number, held in enumerate(pages, 1):
        page = Page(sheet.height)
        _stack(page, held, sheet.margin)
        if len(pages) > 1:
            words = f"{slip.title}   {number}/{len(pages)}"
            size = sheet.size * 0.85
            x = sheet.width - sheet.margin - width(words, "PTSans", size)
            page.words.append(Words(x, sheet.height - sheet.margin, words, "PTSans", size))
        made.append(page)
    return made


def _stack(page: Page, pieces: Iterable[_Piece], top: float) -> None:
    for piece in pieces:
        piece.put(page, top)
        top += piece.height


def _pieces(slip: Slip, sheet: Sheet) -> Iterable[_Piece]:
    for i, words in enumerate(slip.head):
        yield from _centred(words, sheet, "PTSans-Bold" if i == 0 else "PTSans", sheet.size * (1.1 if i == 0 else 0.9))
    yield _space(sheet.size * 0.5)
    for block, following in zip(slip.blocks, [*slip.blocks[1:], None], strict=True):
        yield from _block(block, sheet, isinstance(following, Row) and following.weight == "small")
    yield _space(sheet.size * 0.7)
    yield _codes(slip, sheet)


def _block(block: Block, sheet: Sheet, leads: bool) -> Iterable[_Piece]:
    """The pieces of a block; one that leads stays with the small rows that follow it."""
    match block:
        case Row():
            yield _row(block, sheet, leads)
        case Paragraph():
            face, size = _letters(block.weight, sheet)
            leads = block.weight == "strong"  # a heading
            lines = fit(block.text, face, size, _room(sheet))
            for first in range(0, len(lines), _TOGETHER):
                yield _lines(lines[first : first + _TOGETHER], sheet.margin, face, size, leads)
            yield _space(sheet.size * 0.15, leads)
        case _:
            yield _rule(sheet)


def _room(sheet: Sheet) -> float:
    return sheet.width - 2 * sheet.margin


def _letters(weight: Weight, sheet: Sheet) -> tuple[Face, float]:
    match weight:
        case "total":
            return "PTSans-Bold", sheet.size * 1.6
        case "strong":
            return "PTSans-Bold", sheet.size * 1.05
        case "small":
            return "PTSans", sheet.size * 0.9
        case "plain":
            return "PTSans", sheet.size


def _row(row: Row, sheet: Sheet, leads: bool) -> _Piece:
    """Words wrap beside the amount; the amount stands on their last line and is never parted."""
    face, size = _letters(row.weight, sheet)
    indent = sheet.size if row.weight == "small" else 0.0
    gap = sheet.size * 0.8
    amount = width(row.right, face, size)
    room = _room(sheet)
    beside = room - indent - (amount + gap if row.right else 0)
    if amount > room * 0.6:
        # words of another kind than money (a branch, a date): on lines of their own, both in full
        left = fit(row.left, face, size, room - indent)
        right = fit(row.right, face, size, room - indent)
    else:
        left, right = fit(row.left, face, size, beside), [row.right] if row.right else []
    apart = amount > room * 0.6
    step = size * 1.28
    lines = len(left) + (len(right) if apart else 0)

    def put(page: Page, top: float) -> None:
        for i, line in enumerate(left):
            page.words.append(Words(sheet.margin + indent, top + step * (i + 1) - size * 0.28, line, face, size))
        first = len(left) if apart else len(left) - 1
        for i, line in enumerate(right):
            x = sheet.width - sheet.margin - width(line, face, size)
            page.words.append(Words(x, top + step * (first + i + 1) - size * 0.28, line, face, size))

    return _Piece(step * lines, put, leads)


def _lines(lines: list[str], x: float, face: Face, size: float, leads: bool = False) -> _Piece:
    step = size * 1.28

    def put(page: Page, top: float) -> None:
        for i, line in enumerate(lines):
            page.words.append(Words(x, top + step * (i + 1) - size * 0.28, line, face, size))

    return _Piece(step * len(lines), put, leads)


def _centred(text: str, sheet: Sheet, face: Face, size: float) -> Iterable[_Piece]:
    for line in fit(text, face, size, _room(sheet)):
        yield _lines([line], (sheet.width - width(line, face, size)) / 2, face, size)


def _space(height: float, leads: bool = False) -> _Piece:
    return _Piece(height, lambda page, top: None, leads)


def _rule(sheet: Sheet) -> _Piece:
    height = sheet.size * 0.9
    box = (sheet.margin, _room(sheet), 0.4)
    return _Piece(height, lambda page, top: page.boxes.append(Box(box[0], top + height / 2, box[1], box[2])), True)


def _codes(slip: Slip, sheet: Sheet) -> _Piece:
    """The QR of the rules with its words, and the number of the receipt as bars where it can be: beside it, or under it
    on a roll.
    """
    size = sheet.size * 0.9
    # bars know no letters but Latin ones, and a desk may be called by a Russian one
    bars, wide = (
        bar_boxes(slip.number, 0, 0, sheet.module, 9 * MM)
        if slip.number.isascii()
        else ((), width(slip.number, "PTSans", size))
    )
    high = 9 * MM if bars else 0.0
    aside = bool(sheet.height and slip.link)
    beside = _room(sheet) - sheet.qr - sheet.size - (wide if aside else 0)
    words = fit(slip.link_words, "PTSans", size, beside) if slip.link else []
    words += fit(slip.link, "PTSans", size, beside) if slip.link else []
    qr = max(sheet.qr, len(words) * size * 1.28) if slip.link else 0.0
    step = size * 1.28
    left = sheet.width - sheet.margin - wide if aside else (sheet.width - wide) / 2
    below = (qr - high - step) / 2 if aside else qr + sheet.size * 0.5

    def put(page: Page, top: float) -> None:
        if slip.link:
            page.boxes.extend(qr_boxes(slip.link, sheet.margin, top, sheet.qr))
            start = top + (qr - len(words) * step) / 2
            for i, line in enumerate(words):
                x = sheet.margin + sheet.qr + sheet.size
                page.words.append(Words(x, start + step * (i + 1) - size * 0.28, line, "PTSans", size))
        y = top + below
        page.boxes.extend(Box(left + bar.x, y + bar.y, bar.width, bar.height) for bar in bars)
        x = left + (wide - width(slip.number, "PTSans", size)) / 2
        page.words.append(Words(x, y + high + step, slip.number, "PTSans", size))

    return _Piece(qr if aside else below + high + step * 1.3, put)
