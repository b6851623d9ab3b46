"""What stands on every page beside the flow: the clinic's head, the law's warning, the foot, and the mark of a demo."""

from __future__ import annotations

from math import cos, radians, sin
from typing import TYPE_CHECKING, Final

from desk_app.printing.caution import Caution, draw_caution, set_caution
from desk_app.printing.faces import GREY, MM, Paper, Rgb, on, rgb
from desk_app.printing.letters import at_most, fit, width
from desk_app.printing.logo import Logo, draw_logo
from desk_app.printing.packing import Box

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

    from desk_app.sheets.blocks import Sheet

_FOOT: Final = 4.4 * MM


class Furniture:
    """The fixed parts of a sheet on a paper, and the columns that they leave to its words."""

    def __init__(self, sheet: Sheet, paper: Paper, logo: Logo | None) -> None:
        self.sheet, self.paper, self.logo = sheet, paper, logo
        page = (paper.width, paper.height)
        self.caution: Caution | None = set_caution(sheet.legal, page, paper.margin) if sheet.legal else None
        self.room = paper.width - 2 * paper.margin
        # an empty band would look as if a name had been lost
        self.named = bool(logo or sheet.brand.clinic or sheet.brand.phone)
        self.bottom = paper.margin + _FOOT + (self.caution.height + 3 * MM if self.caution else 0)

    def boxes(self, first: bool, strip: float = 0.0) -> list[Box]:
        """The columns of a page; `strip` is the height kept free below them."""
        paper = self.paper
        top = paper.height - paper.margin - (paper.band + 3 * MM if first and self.named else 3.6 * MM)
        count = 1 if first or self.sheet.kind not in _COLUMNED else paper.columns
        gap = paper.body * 1.8
        wide, bottom = (self.room - gap * (count - 1)) / count, self.bottom + strip
        return [Box(paper.margin + place * (wide + gap), bottom, wide, top - bottom) for place in range(count)]

    def draw(self, canvas: Canvas, foot: str, *, head: bool = True) -> None:
        """The head, or a rule in its place, then warning and foot."""
        paper = self.paper
        if head and self.named:
            self.band(canvas)
        else:
            canvas.setFillColorRGB(*rgb(self.sheet.brand.colour))
            canvas.rect(paper.margin, paper.height - paper.margin - 0.8 * MM, self.room, 0.8 * MM, stroke=0, fill=1)
        self.low(canvas, foot)

    def low(self, canvas: Canvas, foot: str) -> None:
        """What stands at the foot of every page."""
        paper = self.paper
        canvas.setFillColorRGB(*GREY)
        size = max(6.0, paper.body * 0.68) if paper.pages > 1 else min(max(6.5, paper.body * 0.5), 8.5)
        while width(foot, "PTSans", size) > self.room and size > 4:
            size -= 0.25
        canvas.setFont("PTSans", size)
        canvas.drawString(paper.margin, paper.margin + size * 0.25, foot)
        if self.caution:
            draw_caution(canvas, self.caution, paper.margin, paper.margin + _FOOT)

    def band(self, canvas: Canvas) -> None:
        """The clinic at the head of the first page, on the brand's colour."""
        paper, brand = self.paper, rgb(self.sheet.brand.colour)
        box = Box(paper.margin, paper.height - paper.margin - paper.band, self.room, paper.band)
        canvas.setFillColorRGB(*brand)
        canvas.roundRect(box.x, box.y, box.width, box.height, paper.band * 0.14, stroke=0, fill=1)
        self.name(canvas, box, on(brand))

    def name(self, canvas: Canvas, box: Box, colour: Rgb) -> None:
        """Logo, name and phone of the clinic in a row, as large as the box lets them be."""
        high = box.height
        x, end = box.x + high * 0.3, box.x + box.width - high * 0.3
        x = self.mark_of(canvas, x, box.y, high, (end - x) * 0.35)
        phone, small = self.sheet.brand.phone, high * 0.24
        aside = 0.0
        if phone:
            small = min(small, small * box.width * 0.38 / width(phone, "PTSans-Bold", small))
            aside = width(phone, "PTSans-Bold", small) + small * 1.4
            canvas.setFillColorRGB(*colour)
            canvas.setFont("PTSans-Bold", small)
            canvas.drawRightString(end, box.y + high / 2 - small * 0.35, phone)
        size, lines = largest(self.sheet.brand.clinic, end - x - aside, high * 0.36, 3, high * 0.84)
        canvas.setFillColorRGB(*colour)
        canvas.setFont("PTSans-Bold", size)
        base = box.y + high / 2 + (len(lines) / 2 - 0.82) * size * 1.15
        for place, line in enumerate(lines):
            canvas.drawString(x, base - place * size * 1.15, line)

    def mark_of(self, canvas: Canvas, x: float, y: float, high: float, most: float) -> float:
        """The logo on a white plate in a row of that height, no wider than `most`; where what follows may begin."""
        if self.logo is None:
            return x
        pad = high * 0.16
        tall = high - 2 * pad
        wide = min(tall * self.logo.ratio, most)
        tall = wide / self.logo.ratio
        plate, bottom = pad * 0.55, y + (high - tall) / 2
        canvas.setFillColorRGB(1, 1, 1)
        canvas.roundRect(x - plate, bottom - plate, wide + 2 * plate, tall + 2 * plate, plate, stroke=0, fill=1)
        draw_logo(canvas, self.logo, x, bottom, tall)
        return x + wide + plate + high * 0.26

    def mark(self, canvas: Canvas) -> None:
        """Pale and slanted over everything, so that a demo or a draft is never handed out."""
        if not self.sheet.mark:
            return
        paper = self.paper
        turn = 52 if paper.height > paper.width else 28
        # as long as the slanted line that the page holds
        room = min(paper.width / cos(radians(turn)), paper.height / sin(radians(turn))) * 0.86
        size = at_most(self.sheet.mark, "PTSans-Bold", paper.width * 0.19, room)
        canvas.saveState()
        canvas.setFillColorRGB(0.2, 0.2, 0.2, 0.13)
        canvas.setFont("PTSans-Bold", size)
        canvas.translate(paper.width / 2, paper.height / 2)
        canvas.rotate(turn)
        canvas.drawCentredString(0, -size / 3, self.sheet.mark)
        canvas.restoreState()


#: Sheets of short sentences, easier to read in two columns where the paper is wide; tables want the whole width.
_COLUMNED: Final = ("leaflet", "changes")


def largest(text: str, room: float, most: float, lines: int, high: float) -> tuple[float, list[str]]:
    """The largest size up to `most` at which words stand whole in so many lines and in that height."""
    one = width(text, "PTSans-Bold", 1) or 1.0
    if room / one >= most * 0.62:
        return min(most, room / one), [text]
    size = most * 0.85
    while size > 3:
        found = fit(text, "PTSans-Bold", size, room)
        if len(found) <= lines and len(found) * size * 1.15 <= high and " ".join(found) == text:
            return size, found
        size *= 0.95
    return size, fit(text, "PTSans-Bold", size, room)
