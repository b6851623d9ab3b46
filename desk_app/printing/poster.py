"""The promise of a poster in letters that are read across a room, on the brand's colour; beside or above its words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desk_app.printing.faces import MM, on, rgb
from desk_app.printing.furniture import Furniture, largest
from desk_app.printing.letters import Face, fit, width
from desk_app.printing.packing import Box
from desk_app.sheets.blocks import Title

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

_BOLD: Face = "PTSans-Bold"
#: The words beside the figure, in parts of its size, and the distance of lines.
_WORDS, _LEADING = 0.44, 1.08


def poster_boxes(furniture: Furniture) -> tuple[Box, Box]:
    """Where the promise stands, and the room for everything else: above each other, on wide paper side by side."""
    paper = furniture.paper
    top = paper.height - paper.margin
    gap = 4.5 * MM
    if paper.width > paper.height:
        wide = furniture.room * 0.4
        high = top - furniture.bottom
        return (Box(paper.margin, furniture.bottom, wide, high),
                Box(paper.margin + wide + gap, furniture.bottom, furniture.room - wide - gap, high))  # fmt: skip
    high = paper.height * 0.335
    return (Box(paper.margin, top - high, furniture.room, high),
            Box(paper.margin, furniture.bottom, furniture.room, top - high - gap - furniture.bottom))  # fmt: skip


def hero(canvas: Canvas, furniture: Furniture, panel: Box) -> None:
    """The panel with the clinic and the promise."""
    brand = rgb(furniture.sheet.brand.colour)
    colour = on(brand)
    canvas.setFillColorRGB(*brand)
    canvas.roundRect(panel.x, panel.y, panel.width, panel.height, 3 * MM, stroke=0, fill=1)
    canvas.setFillColorRGB(*colour)
    band = furniture.paper.band
    side = band * 0.3
    inner = Box(panel.x + side, panel.y, panel.width - 2 * side, panel.height)
    if panel.width < panel.height:
        top = _stacked(canvas, furniture, panel)
        foot = band * 0.5 if furniture.sheet.brand.phone else band * 0.2
    elif not furniture.named:
        top, foot = panel.y + panel.height - band * 0.28, band * 0.28
    else:
        furniture.name(canvas, Box(panel.x, panel.y + panel.height - band, panel.width, band), colour)
        top, foot = panel.y + panel.height - band, band * 0.28
        canvas.setStrokeColorRGB(*colour)
        canvas.setLineWidth(0.6)
        canvas.line(inner.x, top, inner.x + inner.width, top)
        top -= band * 0.18
    canvas.setFillColorRGB(*colour)
    title = next((part for part in furniture.sheet.blocks if isinstance(part, Title)), Title(""))
    _promise(canvas, title, Box(inner.x, panel.y + foot, inner.width, top - panel.y - foot))


def _stacked(canvas: Canvas, furniture: Furniture, panel: Box) -> float:
    """Logo, name and phone in a narrow panel; where the room for the promise ends."""
    band, brand = furniture.paper.band, furniture.sheet.brand
    side, room = band * 0.3, panel.width - band * 0.6
    y = panel.y + panel.height - band * 0.12
    colour = on(rgb(brand.colour))
    if furniture.logo is not None:
        furniture.mark_of(canvas, panel.x + side, y - band, band, room)
        y -= band
    size, lines = largest(brand.clinic, room, band * 0.4, 3, band * 1.4)
    canvas.setFillColorRGB(*colour)
    canvas.setFont(_BOLD, size)
    for line in lines:
        y -= size * 1.15
        canvas.drawString(panel.x + side, y, line)
    if brand.phone:
        small = min(band * 0.3, band * 0.3 * room / width(brand.phone, _BOLD, band * 0.3))
        canvas.setFont(_BOLD, small)
        canvas.drawString(panel.x + side, panel.y + band * 0.26, brand.phone)
    return y - band * 0.2


def _promise(canvas: Canvas, title: Title, box: Box) -> None:
    """The figure as large as the box lets it be, its words around it, in the middle of the height."""
    lines = _lines(title, box)
    high = sum(size * _LEADING for _, size in lines)
    y = box.y + (box.height + high) / 2
    for text, size in lines:
        # capitals are 0.7 of the size: what is over and under them is shared out
        canvas.setFont(_BOLD, size)
        canvas.drawString(box.x, y - size * (_LEADING + 0.7) / 2, text)
        y -= size * _LEADING


def _lines(title: Title, box: Box) -> list[tuple[str, float]]:
    before, accent, after = _parts(title)
    size = box.height
    while size > 4:
        words = size * _WORDS if accent else size
        lines = [(line, words) for line in fit(before, _BOLD, words, box.width)] if before else []
        lines += [(accent, size)] if accent else []
        lines += [(line, words) for line in fit(after, _BOLD, words, box.width)] if after else []
        wide = max(width(text, _BOLD, points) for text, points in lines)
        whole = " ".join(text for text, _ in lines) == " ".join(part for part in (before, accent, after) if part)
        if wide <= box.width and whole and sum(points * _LEADING for _, points in lines) <= box.height:
            return lines
        size *= 0.97
    return lines


def _parts(title: Title) -> tuple[str, str, str]:
    """What stands before the figure, the figure, and what stands after it."""
    if not title.accent:
        return title.text, "", ""
    before, found, after = title.text.partition(title.accent)
    if not found:
        # a figure at the start of the text has a capital there
        before, found, after = "", title.text[: len(title.accent)], title.text[len(title.accent) :]
    return before.strip(), found, after.strip()
