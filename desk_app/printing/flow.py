"""Blocks of a sheet become what ReportLab flows from page to page, in the type and the colours of that sheet."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any
from xml.sax.saxutils import escape

from reportlab.lib.enums import TA_RIGHT
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import CondPageBreak, Flowable, KeepTogether, PageBreak, Paragraph, Spacer, Table

from desk_app.printing.faces import GREY, INK, Paper, Rgb, readable, rgb, tint
from desk_app.printing.letters import width
from desk_app.printing.pictures import ChartPicture, CodePicture, FieldsPicture, Ink, LadderPicture, StepsPicture
from desk_app.sheets import blocks
from desk_app.sheets.blocks import Block, Brand, Link


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


def flow(parts: tuple[Block, ...], kind: Type) -> list[Flowable]:
    """All the blocks in order, with the space between them; a heading stays with what it heads."""
    made: list[Flowable] = []
    heading: list[Flowable] = []
    for part in parts:
        if isinstance(part, blocks.Heading):
            heading += [
                Spacer(0, kind.body * 0.75),
                Paragraph(
                    escape(part.text), kind.style(1.18, bold=True, colour=kind.accent, spaceAfter=kind.body * 0.3)
                ),
            ]
            continue
        drawn = list(_block(part, kind))
        if heading and drawn:
            # the heading and the first piece of its part are never parted
            made.append(KeepTogether([*heading, *drawn[0]]))
            drawn, heading = drawn[1:], []
        made += [piece[0] if len(piece) == 1 else KeepTogether(piece) for piece in drawn]
    return made


def _heading(kind: Type) -> ParagraphStyle:
    return kind.style(1.18, bold=True, colour=kind.accent, spaceAfter=kind.body * 0.3)


def closing(link: Link, small: tuple[str, ...], kind: Type, side: float) -> list[Flowable]:
    """The QR of the rules, its words, and who stands behind the offer."""
    return [Spacer(0, kind.body * 0.8), CodePicture(link.address, link.words, small, kind.ink, side)]


class _InRoom(Flowable):
    """What must know its room before it is built, because columns differ from page to page."""

    def __init__(self, build: Callable[[float], Flowable]) -> None:
        super().__init__()
        self._build = build

    def wrap(self, room: float, height: float) -> tuple[float, float]:
        """ReportLab asks for the size in that room."""
        self._made = self._build(room)
        self.width, self.height = self._made.wrap(room, height)
        return self.width, self.height

    def draw(self) -> None:
        """Where ReportLab has moved to."""
        self._made.drawOn(self.canv, 0, 0)


def _block(part: Block, kind: Type) -> Iterator[list[Flowable]]:
    """The pieces of a block; what is in one piece is never parted."""
    match part:
        case blocks.Title():
            yield [_title(part, kind)]
        case blocks.Words():
            size, colour = _VOICES[part.voice]
            yield [Paragraph(escape(part.text), kind.style(size, colour=colour, spaceAfter=kind.body * 0.35))]
        case blocks.Points():
            style = kind.style(
                1, leftIndent=kind.body * 1.1, spaceAfter=kind.body * 0.18, bulletColor=kind.accent,
                bulletFontSize=kind.body,
            )  # fmt: skip
            for item in part.items:
                yield [Paragraph(escape(item), style, bulletText="•")]
        case blocks.Steps():
            yield [StepsPicture(part.items, kind.ink, abreast=kind.wide)]
        case blocks.Ladder():
            yield [LadderPicture(part.rungs, kind.ink)]
        case blocks.Table():
            yield [_table(part, kind)]
        case blocks.WorkedBill():
            yield [_InRoom(partial(_bill, part, kind))]
        case blocks.Questions():
            for one in part.items:
                yield [
                    Paragraph(escape(one.question), kind.style(1, bold=True, spaceBefore=kind.body * 0.15)),
                    Paragraph(escape(one.answer), kind.style(1, spaceAfter=kind.body * 0.35)),
                ]
        case blocks.Chart():
            title = Paragraph(escape(part.title), kind.style(1, bold=True, spaceAfter=kind.body * 0.3))
            yield [title, ChartPicture(part.bars, kind.ink)]
        case blocks.Fields():
            yield [FieldsPicture(part.items, kind.ink)]
        case blocks.PageEnd():
            yield [PageBreak()]
        case blocks.Heading():
            yield [CondPageBreak(kind.body * 4)]


_VOICES: dict[str, tuple[float, Rgb]] = {"lead": (1.12, INK), "plain": (1.0, INK), "small": (0.86, GREY)}


def _title(part: blocks.Title, kind: Type) -> Flowable:
    """The promise, its accent in the brand's colour."""
    before, accent, after = part.text.partition(part.accent) if part.accent else (part.text, "", "")
    if part.accent and not accent:
        # an accent at the start of the text has a capital there
        before, accent, after = "", part.text[: len(part.accent)], part.text[len(part.accent) :]
    red, green, blue = (round(one * 255) for one in kind.accent)
    coloured = f'<font color="#{red:02x}{green:02x}{blue:02x}">{escape(accent)}</font>' if accent else ""
    style = kind.style(kind.title / kind.body, bold=True, spaceAfter=kind.body * 0.5)
    style.leading = kind.title * 1.1
    return Paragraph(escape(before) + coloured + escape(after), style)


def _table(part: blocks.Table, kind: Type) -> Flowable:
    def cell(text: str, place: int, bold: bool) -> Paragraph:
        right: dict[str, Any] = {"alignment": TA_RIGHT} if place in part.numbers else {}
        return Paragraph(escape(text), kind.style(0.95, bold=bold, **right))

    rows = [[cell(text, place, True) for place, text in enumerate(part.head)]] if part.head else []
    rows += [[cell(text, place, False) for place, text in enumerate(row)] for row in part.rows]
    pad = kind.body * 0.3
    return Table(rows, repeatRows=1 if part.head else 0, style=[
        ("FONTNAME", (0, 0), (-1, -1), "PTSans"), ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("BACKGROUND", (0, 0), (-1, 0 if part.head else -1), tint(kind.brand, 0.14 if part.head else 0.0)),
        ("LINEBELOW", (0, 0), (-1, -1), 0.4, tint(kind.brand, 0.4)),
        ("LEFTPADDING", (0, 0), (-1, -1), pad), ("RIGHTPADDING", (0, 0), (-1, -1), pad),
        ("TOPPADDING", (0, 0), (-1, -1), pad * 0.7), ("BOTTOMPADDING", (0, 0), (-1, -1), pad),
    ])  # fmt: skip


def _bill(part: blocks.WorkedBill, kind: Type, room: float) -> Flowable:
    def left(row: blocks.BillRow, bold: bool) -> list[Flowable]:
        words: list[Flowable] = [Paragraph(escape(row.left), kind.style(1, bold=bold))]
        if row.note:
            words.append(Paragraph(escape(row.note), kind.style(0.86, colour=GREY)))
        return words

    def right(row: blocks.BillRow, bold: bool) -> Paragraph:
        return Paragraph(escape(row.right), kind.style(1, bold=bold, alignment=TA_RIGHT))

    rows: list[list[object]] = [[Paragraph(escape(part.title), kind.style(1, bold=True)), ""]]
    rows += [[left(row, False), right(row, False)] for row in (*part.lines, *part.sums)]
    rows.append([left(part.total, True), right(part.total, True)])
    total = len(rows) - 1
    rows += [[Paragraph(escape(text), kind.style(1, bold=True, colour=kind.accent)), ""] for text in part.after]
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
