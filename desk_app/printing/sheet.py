"""A sheet as PDF: its blocks on pages of its size, the head, the law's warning, the foot; the same bytes every time."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from typing import Any, Final

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, KeepTogether, PageTemplate

from desk_app.domain.errors import Trouble, refuse
from desk_app.printing import letters
from desk_app.printing.caution import Caution, draw_caution, set_caution
from desk_app.printing.faces import GREY, MM, PAPERS, Paper, on, rgb
from desk_app.printing.flow import Type, closing, flow
from desk_app.printing.letters import fit, width
from desk_app.printing.logo import Logo, draw_logo, read_logo
from desk_app.sheets.blocks import Format, Sheet

#: How much larger or smaller than usual the type may be, to end at the foot of a page; smaller is hard to read.
_LARGEST, _SMALLEST = 1.12, 0.84
#: A poster takes the largest type that its page can hold.
_POSTER_SCALES: Final = (1.5, 1.4, 1.3, 1.2, 1.1, 1.0, 0.92, 0.84, 0.76, 0.68)
_FOOT: Final = 4.2 * MM


@dataclass(frozen=True, slots=True)
class Drawn:
    """A sheet on paper: the PDF, its pages, the share of the warning on each page in thousandths, what was left out."""

    pdf: bytes
    pages: int
    share: float
    left_out: tuple[str, ...] = ()


def draw(sheet: Sheet, size: Format) -> Drawn:
    """Draw a sheet. Raises `sheet.full` when a poster has more to say than it holds, `sheet.share`."""
    letters.register()
    paper = PAPERS["poster" if size == "a4" and sheet.kind == "poster" else size]
    logo, left_out = _logo(sheet)
    furniture = _Furniture(sheet, paper, logo)
    drawn = _poster(furniture, size) if paper.pages == 1 else _leaflet(furniture)
    share = furniture.caution.share if furniture.caution else 0.0
    return Drawn(drawn[0], drawn[1], share, left_out)


def _poster(furniture: _Furniture, size: Format) -> tuple[bytes, int]:
    for scale in _POSTER_SCALES:
        made = _one_page(furniture, scale, size)
        if made is not None:
            return made, 1
    raise refuse("sheet.full", furniture.sheet.kind)


def _leaflet(furniture: _Furniture) -> tuple[bytes, int]:
    """At the type that fills the pages aimed at; one with more to say takes more pages at the usual type.

    What is written takes room by the square of its size, so that the second try is near enough; a third makes sure.
    """
    made, count, filled = _pages(furniture, 1.0)
    aimed = furniture.paper.pages
    scale = min(_LARGEST, (aimed * 0.97 / filled) ** 0.5)
    if scale < _SMALLEST or (count == aimed and scale < 1.03):
        return made, count
    for narrower in (1.0, 0.97, 0.93):
        tried = _pages(furniture, max(scale * narrower, _SMALLEST))
        if tried[1] <= aimed:
            return tried[:2]
    return made, count


def _logo(sheet: Sheet) -> tuple[Logo | None, tuple[str, ...]]:
    if not sheet.brand.logo:
        return None, ()
    try:
        return read_logo(sheet.brand.logo), ()
    except Trouble as trouble:
        return None, (trouble.code,)


class _Furniture:
    """What stands on every page beside the flow, and how much room that leaves."""

    def __init__(self, sheet: Sheet, paper: Paper, logo: Logo | None) -> None:
        self.sheet, self.paper, self.logo = sheet, paper, logo
        page = (paper.width, paper.height)
        self.caution: Caution | None = set_caution(sheet.legal, page, paper.margin) if sheet.legal else None
        self.bottom = paper.margin + _FOOT + (self.caution.height + 1.5 * MM if self.caution else 0)

    def kind(self, scale: float) -> Type:
        return Type.of(self.paper, self.sheet.brand, scale)

    def story(self, kind: Type) -> list[Flowable]:
        """The blocks, then the code of the rules with who stands behind them."""
        made = flow(self.sheet.blocks, kind)
        if self.sheet.link:
            small = self.sheet.legal.lines if self.sheet.legal else ()
            made += closing(self.sheet.link, small, kind, self.paper.qr)
        return made

    def frames(self, first: bool) -> list[tuple[float, float, float, float]]:
        """Where words flow: x, y, width and height; on later pages of wide paper in two columns."""
        paper = self.paper
        top = paper.height - paper.margin - (paper.band + 2.5 * MM if first else 3 * MM)
        room, count = paper.width - 2 * paper.margin, 1 if first else paper.columns
        gap = paper.body * 1.8
        wide = (room - gap * (count - 1)) / count
        return [(paper.margin + place * (wide + gap), self.bottom, wide, top - self.bottom) for place in range(count)]

    def draw(self, canvas: Canvas, first: bool, foot: str) -> None:
        paper, sheet = self.paper, self.sheet
        brand = rgb(sheet.brand.colour)
        canvas.setFillColorRGB(*brand)
        if first:
            self._band(canvas)
        else:
            canvas.rect(paper.margin, paper.height - paper.margin - 0.8 * MM, paper.width - 2 * paper.margin, 0.8 * MM,
                        stroke=0, fill=1)  # fmt: skip
        canvas.setFillColorRGB(*GREY)
        size = max(6.0, paper.body * 0.68)
        canvas.setFont("PTSans", size)
        canvas.drawString(paper.margin, paper.margin, foot)
        if self.caution:
            draw_caution(canvas, self.caution, paper.margin, paper.margin + _FOOT)

    def _band(self, canvas: Canvas) -> None:
        """The clinic at the head of the first page, on the brand's colour."""
        paper, brand = self.paper, self.sheet.brand
        y = paper.height - paper.margin - paper.band
        canvas.roundRect(
            paper.margin, y, paper.width - 2 * paper.margin, paper.band, paper.band * 0.14, stroke=0, fill=1
        )
        x, pad = paper.margin + paper.band * 0.3, paper.band * 0.18
        if self.logo:
            high = paper.band - 2 * pad
            wide = min(high * self.logo.ratio, (paper.width - 2 * paper.margin) * 0.35)
            high = wide / self.logo.ratio
            plate = pad * 0.5
            canvas.setFillColorRGB(1, 1, 1)
            canvas.roundRect(x - plate, y + (paper.band - high) / 2 - plate, wide + 2 * plate, high + 2 * plate, plate,
                             stroke=0, fill=1)  # fmt: skip
            draw_logo(canvas, self.logo, x, y + (paper.band - high) / 2, high)
            x += wide + paper.band * 0.3
        room = paper.width - paper.margin - paper.band * 0.3 - x
        phone = self.sheet.brand.phone
        small = paper.band * 0.24
        aside = width(phone, "PTSans-Bold", small) + small if phone else 0.0
        size, lines = _largest(brand.clinic, room - aside, paper.band * 0.36)
        canvas.setFillColorRGB(*on(rgb(brand.colour)))
        canvas.setFont("PTSans-Bold", size)
        base = y + paper.band / 2 + (len(lines) / 2 - 0.78) * size * 1.15
        for place, line in enumerate(lines):
            canvas.drawString(x, base - place * size * 1.15, line)
        if phone:
            canvas.setFont("PTSans-Bold", small)
            canvas.drawRightString(
                paper.width - paper.margin - paper.band * 0.3, y + paper.band / 2 - small * 0.35, phone
            )

    def mark(self, canvas: Canvas) -> None:
        """Pale and slanted over everything, so that a demo or a draft is never handed out."""
        if not self.sheet.mark:
            return
        paper = self.paper
        size = paper.width * 0.19
        canvas.saveState()
        canvas.setFillColorRGB(0.2, 0.2, 0.2, 0.10)
        canvas.setFont("PTSans-Bold", size)
        canvas.translate(paper.width / 2, paper.height / 2)
        canvas.rotate(52 if paper.height > paper.width else 28)
        canvas.drawCentredString(0, -size / 3, self.sheet.mark)
        canvas.restoreState()


def _largest(text: str, room: float, most: float) -> tuple[float, list[str]]:
    """The largest size at which a name stands in one line, or in two."""
    one = width(text, "PTSans-Bold", 1)
    if room / one >= most * 0.62:
        return min(most, room / one), [text]
    size = most * 0.72
    while len(lines := fit(text, "PTSans-Bold", size, room)) > 2:
        size *= 0.93
    return size, lines


def _canvas(target: BytesIO, size: tuple[float, float], sheet: Sheet) -> Canvas:
    # without a first font of our own the file would name Helvetica
    canvas = Canvas(
        target, size, initialFontName="PTSans", invariant=1, lang=sheet.language,  # type: ignore[arg-type]  # stubs: a float
    )  # fmt: skip
    _dress(canvas, sheet)
    return canvas


def _dress(canvas: Canvas, sheet: Sheet) -> None:
    canvas.setTitle(sheet.name)
    canvas.setAuthor(sheet.brand.clinic or "Tessera")
    canvas.setCreator("Tessera")


def _pages(furniture: _Furniture, scale: float) -> tuple[bytes, int, float]:
    """As many pages as it takes: the PDF, how many they are, and how many of them are full."""
    sheet, paper = furniture.sheet, furniture.paper
    made, count = BytesIO(), 0

    def begin(canvas: Canvas, doc: Any) -> None:
        nonlocal count
        count = doc.page
        if doc.page == 1:
            _dress(canvas, sheet)
        furniture.draw(canvas, doc.page == 1, f"{sheet.foot} · {doc.page}")

    def end(canvas: Canvas, doc: Any) -> None:
        furniture.mark(canvas)

    first, later = (
        [Frame(*box, leftPadding=0, rightPadding=0, topPadding=0, bottomPadding=0) for box in furniture.frames(opening)]
        for opening in (True, False)
    )
    document = BaseDocTemplate(
        made, pagesize=(paper.width, paper.height), invariant=1, lang=sheet.language, initialFontName="PTSans",
        pageTemplates=[
            PageTemplate("first", first, onPage=begin, onPageEnd=end, autoNextPageTemplate="next"),
            PageTemplate("next", later, onPage=begin, onPageEnd=end),
        ],
    )  # fmt: skip
    document.build(furniture.story(furniture.kind(scale)))
    return made.getvalue(), count, count - 1 + _full(document, count, later if count > 1 else first)


def _full(document: Any, count: int, frames: list[Frame]) -> float:
    """How much of the last page is taken, from 0 to 1: whole columns before the one that was written last."""
    last = document.frame
    place = next((place for place, frame in enumerate(frames) if frame is last), 0)
    return float((place + 1 - (last._y - last._y1p) / last._height) / len(frames))


def _one_page(furniture: _Furniture, scale: float, size: Format) -> bytes | None:
    """Everything on one page, the rest of it shared out between the blocks; None when it does not fit."""
    if not _place(None, furniture, scale):
        return None
    paper, made = furniture.paper, BytesIO()
    page = (paper.width, paper.height * 2) if size == "tent" else (paper.width, paper.height)
    canvas = _canvas(made, page, furniture.sheet)
    for turned in (False, True) if size == "tent" else (False,):
        canvas.saveState()
        if turned:
            # the other side of a folded tent stands on its head
            canvas.translate(paper.width, paper.height * 2)
            canvas.rotate(180)
        furniture.draw(canvas, True, furniture.sheet.foot)
        _place(canvas, furniture, scale)
        furniture.mark(canvas)
        canvas.restoreState()
    canvas.showPage()
    canvas.save()
    return made.getvalue()


def _place(canvas: Canvas | None, furniture: _Furniture, scale: float) -> bool:
    """Put the blocks on the page, or only say whether they fit."""
    x, y, wide, high = furniture.frames(True)[0]
    story = [part for one in furniture.story(furniture.kind(scale)) for part in _loose(one)]
    heights = [one.wrap(wide, high)[1] + one.getSpaceBefore() + one.getSpaceAfter() for one in story]
    rest = high - sum(heights)
    if rest < 0:
        return False
    if canvas is None:
        return True
    gap = min(rest / (len(story) + 1), furniture.paper.body * 1.6)
    top = y + high - gap * 0.5
    for one, tall in zip(story, heights, strict=True):
        if one is story[-1]:
            # the code stands at the foot, where it is scanned
            top = y + tall
        one.drawOn(canvas, x, top - tall + one.getSpaceAfter())
        top -= tall + gap
    return True


def _loose(one: Flowable) -> list[Flowable]:
    """On a single page nothing is parted, so nothing need be kept together."""
    return list(getattr(one, "_content", ())) if isinstance(one, KeepTogether) else [one]
