"""The law's warning on a page, set so large that its letters alone take the share the law asks for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desk_app.domain.errors import refuse
from desk_app.printing.faces import INK, MM
from desk_app.printing.letters import width

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

    from desk_app.sheets.blocks import Legal

#: The height of capitals and the distance of lines, in parts of the size of the letters.
_CAPITALS, _LEADING = 0.7, 1.16
#: The letters take this much more than the least share; the frame around them takes the rest of what is aimed at.
_SURE = 1.06


@dataclass(frozen=True, slots=True)
class Caution:
    """Lines of the warning at a size; points. `share` is that of the letters in thousandths of the page."""

    lines: tuple[str, ...]
    size: float
    width: float
    height: float
    share: float


def set_caution(legal: Legal, page: tuple[float, float], margin: float) -> Caution:
    """The flattest setting that reaches the share on a page of that size. Raises `sheet.share` when none does."""
    area = page[0] * page[1]
    least = area * legal.least * _SURE / 1000
    room = page[0] - 2 * margin - 4 * MM
    best: Caution | None = None
    for lines in _settings(legal.warning):
        wide = max(width(line, "PTSans-Bold", 1) for line in lines)
        high = (len(lines) - 1) * _LEADING + _CAPITALS
        size = min(room / wide, (least / (wide * high)) ** 0.5)
        if wide * high * size * size < least * 0.999:
            continue
        # the frame is as wide as the page between its margins, and high enough for the share that is aimed at
        frame = max(high * size + 1.6 * MM + size * 0.5, area * legal.aim / 1000 / (page[0] - 2 * margin))
        made = Caution(lines, size, page[0] - 2 * margin, frame, wide * high * size * size / area * 1000)
        if best is None or made.height < best.height:
            best = made
    if best is None:
        raise refuse("sheet.share", "", share=str(legal.least))
    return best


def _settings(text: str) -> list[tuple[str, ...]]:
    """The text in one, two and three lines, each as even as its words allow."""
    words = text.split(" ")
    settings: list[tuple[str, ...]] = [(text,)]
    breaks = range(1, len(words))
    pairs = [(" ".join(words[:one]), " ".join(words[one:])) for one in breaks]
    triples = [
        (" ".join(words[:one]), " ".join(words[one:two]), " ".join(words[two:]))
        for one in breaks for two in range(one + 1, len(words))
    ]  # fmt: skip
    for choices in (pairs, triples):
        if choices:
            settings.append(min(choices, key=_uneven))
    return settings


def _uneven(lines: tuple[str, ...]) -> tuple[int, float]:
    """The widest line first, by steps that no eye sees; then no line should be much shorter."""
    widths = [width(line, "PTSans-Bold", 1) for line in lines]
    return round(max(widths) * 2), -min(widths)


def draw_caution(canvas: Canvas, caution: Caution, x: float, y: float) -> None:
    """Black on white in a frame; `x`, `y` is the frame's lower left corner."""
    canvas.setFillColorRGB(1, 1, 1)
    canvas.setStrokeColorRGB(*INK)
    canvas.setLineWidth(0.7)
    canvas.rect(x, y, caution.width, caution.height, stroke=1, fill=1)
    canvas.setFillColorRGB(0, 0, 0)
    canvas.setFont("PTSans-Bold", caution.size)
    high = (len(caution.lines) - 1) * _LEADING * caution.size + _CAPITALS * caution.size
    base = y + (caution.height + high) / 2 - _CAPITALS * caution.size
    for place, line in enumerate(caution.lines):
        left = x + (caution.width - width(line, "PTSans-Bold", caution.size)) / 2
        canvas.drawString(left, base - place * _LEADING * caution.size, line)
