"""Blocks of a sheet become what ReportLab flows from page to page, in the type and the colours of that sheet."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any, Final
from xml.sax.saxutils import escape

from reportlab.lib.enums import TA_RIGHT
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, Paragraph, Spacer, Table

from desk_app.printing.faces import GREY, INK, Paper, Rgb, readable, rgb, tint
from desk_app.printing.hyphens import softened
from desk_app.printing.letters import width
from desk_app.printing.pictures import ChartPicture, FieldsPicture, Ink, LadderPicture, StepsPicture
from desk_app.sheets import blocks
from desk_app.sheets.blocks import Block, Brand


@dataclass(frozen=True, slots=True)
class Type:
    """The letters of one sheet at one scale, points."""

    body: float
    title: float
    brand: Rgb
    accent: Rgb
    wide: bool  #: whether steps may stand side by side

    @classmethod
    def of(cls, paper: Paper, brand: Brand, scale: float) -> Type:
        """The type of a paper, `scale` times its usual size."""
        colour = rgb(brand.colour)
        abreast = paper.pages > 1 and paper.width > 300
        return cls(paper.body * scale, paper.title * scale, colour, readable(colour), abreast)

    @property
    def ink(self) -> Ink:
        """What pictures are drawn with."""
        return Ink(self.brand, self.accent, self.body)

    def style(self, size: float = 1.0, *, bold: bool = False, colour: Rgb = INK, **more: Any) -> ParagraphStyle:
        """A style of that many times the plain size."""
        face = "PTSans-Bold" if bold else "PTSans"
        points = self.body * size
        settings: dict[str, Any] = {
            "fontName": face, "bulletFontName": "PTSans-Bold", "fontSize": points, "leading": points * 1.28,
            "textColor": colour, "allowWidows": 0, "allowOrphans": 0, "splitLongWords": 1, **more,
        }  # fmt: skip
        return ParagraphStyle(f"{face}-{points:.2f}", **settings)


@dataclass(frozen=True, slots=True)
class Piece:
    """What is never parted from page to page: a heading with what begins under it, a question with its answer.

    `above` is the room before it, points, unless it begins a column; `block` and `item` say where on the sheet it
    stands, `spare` that it goes where there is no room. One higher than `whole` of a column is parted after all. One
    without parts begins a new page.
    """

    parts: tuple[Flowable, ...]
    above: float
    block: tuple[int, ...]
    item: int = 0
    spare: bool = False
    heads: bool = False
    whole: float = 0.9


def flow(parts: tuple[Block, ...], kind: Type) -> list[Piece]:
    """All the blocks in order, in pieces; a heading stays with what it heads."""
    return list(_pieces(parts, kind, _alike(parts), (), spare=False))


#: The rows of all tables that have the same head, by it.
Alike = dict[tuple[str, ...], list[tuple[str, ...]]]


def _alike(parts: tuple[Block, ...]) -> Alike:
    """Tables of one head are as wide in each column as all of them need, so that columns stand under each other."""
    rows: Alike = {}
    for part in parts:
        if isinstance(part, blocks.Table) and part.head:
            rows.setdefault(part.head, []).extend(part.rows)
    return rows


def _pieces(
    parts: tuple[Block, ...], kind: Type, alike: Alike, inside: tuple[int, ...], *, spare: bool
) -> Iterator[Piece]:  # fmt: skip
    heading: list[Flowable] = []
    for place, part in enumerate(parts):
        where = (*inside, place)
        if isinstance(part, blocks.Spare):
            yield from _pieces(part.blocks, kind, alike, where, spare=True)
            continue
        if isinstance(part, blocks.PageEnd):
            yield Piece((), 0, where)
            continue
        if place and _pictured(parts, place - 1):
            continue
        if isinstance(part, blocks.Heading):
            heading.append(_told(part.text, kind.style(1.18, bold=True, colour=kind.accent)))
            continue
        picture = _pictured(parts, place)
        above, whole = kind.body * _ABOVE.get(type(part), 0.35), 0.4 if isinstance(part, _ROWS) and not picture else 0.9
        for item, drawn in enumerate(_block(part, kind, alike)):
            if picture:
                drawn += [Spacer(0, kind.body * _ABOVE[blocks.Chart]), *next(_block(picture, kind, alike))]
            if heading:
                gap = Spacer(0, kind.body * (0.45 if isinstance(part, _PICTURES) else 0.2))
                yield Piece((*heading, gap, *drawn), kind.body * 1.05, where, item, spare, heads=True, whole=whole)
                heading = []
            else:
                yield Piece(tuple(drawn), above, where, item, spare, whole=whole)


def _pictured(parts: tuple[Block, ...], place: int) -> blocks.Chart | None:
    """The chart right after a table: a picture of figures stands on the page of its figures."""
    table, *after = parts[place : place + 2]
    return after[0] if isinstance(table, blocks.Table) and after and isinstance(after[0], blocks.Chart) else None


#: The room above a piece, in parts of the plain size, where it does not begin a part of its own.
_ABOVE: dict[type, float] = {blocks.Points: 0.2, blocks.Questions: 0.45, blocks.WorkedBill: 0.6, blocks.Ladder: 0.8,
                             blocks.Steps: 0.9, blocks.Table: 0.5, blocks.Chart: 0.8, blocks.Fields: 0.8}  # fmt: skip
_ROWS = (blocks.Ladder, blocks.Table)
_PICTURES = (blocks.WorkedBill, blocks.Ladder, blocks.Steps, blocks.Table, blocks.Chart)


class _InRoom(Flowable):
    """What must know its room before it is built, because columns differ from page to page."""

    def __init__(self, build: Callable[[float], Flowable]) -> None:
        super().__init__()
        self._build, self._room = build, 0.0

    def wrap(self, room: float, height: float) -> tuple[float, float]:
        """ReportLab asks for the size in that room."""
        if room != self._room:
            self._room, self._made = room, self._build(room)
            self.width, self.height = self._made.wrap(room, height)
        return self.width, self.height

    def split(self, room: float, height: float) -> list[Flowable]:
        """ReportLab asks for what fits into that height, and the rest."""
        self.wrap(room, height)
        return list(self._made.split(room, height))

    def draw(self) -> None:
        """Where ReportLab has moved to."""
        self._made.drawOn(self.canv, 0, 0)


#: So many points are one piece.
FEW: Final = 3


def _block(part: Block, kind: Type, alike: Alike) -> Iterator[list[Flowable]]:
    """The pieces of a block; what is in one piece is never parted."""
    match part:
        case blocks.Title():
            yield [_title(part, kind)]
        case blocks.Words():
            size, colour = _VOICES[part.voice]
            yield [_told(part.text, kind.style(size, colour=colour))]
        case blocks.Points():
            style = kind.style(
                1, leftIndent=kind.body * 1.1, bulletColor=kind.accent, bulletFontSize=kind.body,
            )  # fmt: skip
            told: list[Flowable] = [_told(item, style, "•") for item in part.items]
            if len(told) <= FEW:
                # a few stand or fall together: none of them is left alone at the head of a column
                yield [one for pair in zip(told, [Spacer(0, kind.body * 0.2)] * len(told), strict=True) for one in pair]
            else:
                yield from ([one] for one in told)
        case blocks.Steps():
            yield [StepsPicture(part.items, kind.ink, abreast=kind.wide)]
        case blocks.Ladder():
            yield [LadderPicture(part.rungs, kind.ink)]
        case blocks.Table():
            yield [_InRoom(partial(_table, part, kind, alike.get(part.head, part.rows)))]
        case blocks.WorkedBill():
            yield [_InRoom(partial(_bill, part, kind))]
        case blocks.Questions():
            for one in part.items:
                yield [
                    _told(one.question, kind.style(1, bold=True)),
                    _told(one.answer, kind.style(1)),
                ]
        case blocks.Chart():
            title = _told(part.title, kind.style(1, bold=True))
            yield [title, Spacer(0, kind.body * 0.3), ChartPicture(part.bars, kind.ink)]
        case blocks.Fields():
            yield [FieldsPicture(part.items, kind.ink)]
        case blocks.PageEnd() | blocks.Heading() | blocks.Spare():
            return


def _told(text: str, style: ParagraphStyle, bullet: str | None = None) -> Paragraph:
    """A paragraph in which a word longer than its line is parted at a syllable."""
    return Paragraph(escape(softened(text)), style, bulletText=bullet)


_VOICES: dict[str, tuple[float, Rgb]] = {"lead": (1.12, INK), "plain": (1.0, INK), "small": (0.86, GREY)}


def _title(part: blocks.Title, kind: Type) -> Flowable:
    """The promise, its accent in the brand's colour."""
    before, accent, after = part.text.partition(part.accent) if part.accent else (part.text, "", "")
    if part.accent and not accent:
        # an accent at the start of the text has a capital there
        before, accent, after = "", part.text[: len(part.accent)], part.text[len(part.accent) :]
    red, green, blue = (round(one * 255) for one in kind.accent)
    coloured = f'<font color="#{red:02x}{green:02x}{blue:02x}">{escape(accent)}</font>' if accent else ""
    style = kind.style(kind.title / kind.body, bold=True)
    style.leading = kind.title * 1.1
    return Paragraph(escape(softened(before)) + coloured + escape(softened(after)), style)


def _table(part: blocks.Table, kind: Type, alike: Sequence[tuple[str, ...]], room: float) -> Flowable:
    def cell(text: str, place: int, bold: bool) -> Paragraph:
        right: dict[str, Any] = {"alignment": TA_RIGHT} if place in part.numbers else {}
        return _told(text, kind.style(0.95, bold=bold, **right))

    rows = [[cell(text, place, True) for place, text in enumerate(part.head)]] if part.head else []
    rows += [[cell(text, place, False) for place, text in enumerate(row)] for row in part.rows]
    pad = kind.body * 0.3
    # words after a number set to the right begin well after it
    apart = [("LEFTPADDING", (place, 0), (place, -1), pad * _APART) for place in _after_numbers(part)]
    columns = _columns(replace(part, rows=tuple(alike)), kind, room, pad)
    return Table(rows, colWidths=columns, repeatRows=1 if part.head else 0, style=[
        ("FONTNAME", (0, 0), (-1, -1), "PTSans"), ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("BACKGROUND", (0, 0), (-1, 0 if part.head else -1), tint(kind.brand, 0.14 if part.head else 0.0)),
        ("LINEBELOW", (0, 0), (-1, -1), 0.4, tint(kind.brand, 0.4)),
        ("LEFTPADDING", (0, 0), (-1, -1), pad), ("RIGHTPADDING", (0, 0), (-1, -1), pad),
        ("TOPPADDING", (0, 0), (-1, -1), pad * 0.7), ("BOTTOMPADDING", (0, 0), (-1, -1), pad), *apart,
    ])  # fmt: skip


#: How many times its usual room a column has before it where the one before is of numbers.
_APART: Final = 4


def _after_numbers(part: blocks.Table) -> list[int]:
    count = len(part.head or part.rows[0]) if part.head or part.rows else 0
    return [place for place in range(1, count) if place - 1 in part.numbers and place not in part.numbers]


def _columns(part: blocks.Table, kind: Type, room: float, pad: float) -> list[float]:
    """As wide as what stands in them; where that is too wide, each gives way down to its longest word."""
    lines = [part.head, *part.rows] if part.head else list(part.rows)

    pads = dict.fromkeys(_after_numbers(part), pad * (1 + _APART))

    def widest(place: int, texts: Callable[[str], list[str]]) -> float:
        found = (width(text, "PTSans-Bold", kind.body * 0.95) for row in lines for text in texts(row[place]))
        return max(found, default=0.0) + pads.get(place, 2 * pad) + 0.5

    count = len(lines[0]) if lines else 0
    whole = [widest(place, lambda text: [text]) for place in range(count)]
    least = [
        one if place in part.numbers else widest(place, lambda text: text.split(" ")) for place, one in enumerate(whole)
    ]
    rest, give = room - sum(least), [most - few for most, few in zip(whole, least, strict=True)]
    if rest <= 0:
        return _shared(least, room)
    if not sum(give):
        return [one * room / sum(least) for one in least]
    share = min(rest / sum(give), 1.0)
    made = [few + more * share for few, more in zip(least, give, strict=True)]
    spread = (room - sum(made)) / count
    return [one + spread for one in made]


def _shared(wanted: list[float], room: float) -> list[float]:
    """Columns too wide together: narrow ones stay as they are, wide ones share what is left."""
    made = list(wanted)
    for left, place in enumerate(sorted(range(len(wanted)), key=wanted.__getitem__)):
        made[place] = min(wanted[place], room / (len(wanted) - left))
        room -= made[place]
    return made


def _bill(part: blocks.WorkedBill, kind: Type, room: float) -> Flowable:
    def left(row: blocks.BillRow, bold: bool) -> list[Flowable]:
        words: list[Flowable] = [_told(row.left, kind.style(1, bold=bold))]
        if row.note:
            words.append(_told(row.note, kind.style(0.86, colour=GREY)))
        return words

    def right(row: blocks.BillRow, bold: bool) -> Paragraph:
        return _told(row.right, kind.style(1, bold=bold, alignment=TA_RIGHT))

    rows: list[list[object]] = [[_told(part.title, kind.style(1, bold=True)), ""]]
    rows += [[left(row, False), right(row, False)] for row in (*part.lines, *part.sums)]
    rows.append([left(part.total, True), right(part.total, True)])
    total = len(rows) - 1
    rows += [[_told(text, kind.style(1, bold=True, colour=kind.accent)), ""] for text in part.after]
    amounts = [row.right for row in (*part.lines, *part.sums, part.total)]
    pad = kind.body * 0.6
    amount = max(width(text, "PTSans-Bold", kind.body) for text in amounts) + pad * 2 + 1
    spans = [("SPAN", (0, place), (1, place)) for place in (0, *range(total + 1, len(rows)))]
    return Table(rows, colWidths=[room - amount, amount], style=[
        ("FONTNAME", (0, 0), (-1, -1), "PTSans"), ("BACKGROUND", (0, 0), (-1, -1), tint(kind.brand, 0.08)),
        ("BOX", (0, 0), (-1, -1), 0.6, tint(kind.brand, 0.5)), ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LINEABOVE", (0, total), (-1, total), 0.6, tint(kind.brand, 0.6)),
        ("LEFTPADDING", (0, 0), (-1, -1), pad), ("RIGHTPADDING", (0, 0), (-1, -1), pad),
        ("TOPPADDING", (0, 0), (-1, -1), kind.body * 0.12), ("BOTTOMPADDING", (0, 0), (-1, -1), kind.body * 0.2),
        ("TOPPADDING", (0, 0), (-1, 0), pad * 0.7), ("BOTTOMPADDING", (0, -1), (-1, -1), pad * 0.8), *spans,
    ])  # fmt: skip
