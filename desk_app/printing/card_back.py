"""The back of a card: what it is good for, what to do when it is lost, where the rules are, and the law's warning."""

from __future__ import annotations

from typing import Final

from desk_app.domain.errors import refuse
from desk_app.printing.card_side import BLEED, HIGH, PITCH, WIDE, Area, Line, Side, height_of, stacked, tiles
from desk_app.printing.caution import set_caution
from desk_app.printing.codes import Box, qr_boxes
from desk_app.printing.faces import GREY, INK, MM, WHITE, Rgb, readable, rgb
from desk_app.printing.letters import Face, at_most, fit, width
from desk_app.sheets.cards import CardBack, CardFace

_MARGIN: Final = 4 * MM
#: The least a side of the code may measure, and how many of its cells make that.
_QR: Final = 15 * MM
#: Type smaller than this share of the usual one nobody reads.
_SMALLEST: Final = 0.7


def back(face: CardFace, told: CardBack) -> Side:
    """What stands on the back of every card. Raises `sheet.full`, `sheet.share`."""
    brand = rgb(face.brand.colour)
    caution = set_caution(told.legal, (WIDE, HIGH), _MARGIN)
    floor = _MARGIN + caution.height
    strip = HIGH - PITCH * 0.9
    # a step of the front's tiles runs along the head
    band = [Area(-3 * BLEED, strip, WIDE + 6 * BLEED, HIGH - strip + 3 * BLEED, brand),
            *tiles(brand, strip, (), [1] * 20)]  # fmt: skip
    top = strip - 2.6 * MM
    scale = 1.0
    while (lines := _words(face, told, top, floor + 1.9 * MM, scale)) is None:
        scale -= 0.02
        if scale < _SMALLEST:
            raise refuse("sheet.full", "card")
    boxes: tuple[Box, ...] = ()
    if told.link:
        x, y = WIDE - _MARGIN - _QR, top - _QR
        boxes = tuple(
            Box(x + one.x, y + _QR - one.y - one.height, one.width, one.height)
            for one in qr_boxes(told.link.address, 0, 0, _QR)
        )
    ground = Area(-3 * BLEED, -3 * BLEED, WIDE + 6 * BLEED, HIGH + 6 * BLEED, WHITE)
    free = WIDE - 2 * _MARGIN - (_QR if told.link else 0)
    size = at_most(face.mark, "PTSans-Bold", 34, free * 0.96)
    mark = (face.mark, _MARGIN + free / 2, (floor + top) / 2 + 2 * MM, size, (0.9, 0.9, 0.9)) if face.mark else None
    return Side((ground, *band), tuple(lines), boxes, None, (caution, _MARGIN, _MARGIN), mark)


def _words(face: CardFace, told: CardBack, top: float, bottom: float, scale: float) -> list[Line] | None:
    """All that is written, the offer beside the code and the organizer below both; None when there is no room."""
    beside = WIDE - 2 * _MARGIN - (_QR + 2.5 * MM if told.link else 0)
    lines: list[Line] = []

    def put(text: str, kind: Face, size: float, colour: Rgb, room: float, y: float) -> float:
        set_ = fit(text, kind, size * scale, room)
        lines.extend(stacked(set_, _MARGIN, y, kind, size * scale, colour))
        return y - height_of(len(set_), size * scale)

    y = top
    for text, kind, size, colour, gap in (
        (told.mechanic, "PTSans-Bold", 9.6, readable(rgb(face.brand.colour)), 1.9),
        (told.limits, "PTSans", 6.2, INK, 1.9),
        (told.lost, "PTSans", 6.8, INK, 1.8),
        (face.brand.phone, "PTSans-Bold", 9.0, INK, 2.0),
    ):
        if text:
            y = put(text, kind, size, colour, beside, y) - gap * MM * scale  # type: ignore[arg-type]  # a face by name
    if told.link:
        under = top - _QR - 1.2 * MM
        size = 5.6 * scale
        for line in fit(told.link.words, "PTSans", size, _QR):
            x = WIDE - _MARGIN - _QR + (_QR - width(line, "PTSans", size)) / 2
            lines.append(Line(x, under - size * 0.7, line, "PTSans", size, GREY))
            under -= size * 1.16
        y = min(y, under - 1.2 * MM * scale)
    sentences = [f"{line.rstrip('.')}." for line in told.legal.lines]
    small = " ".join((*sentences, face.foot.replace(" ", "\N{NO-BREAK SPACE}")))
    end = put(small, "PTSans", 5.2, GREY, WIDE - 2 * _MARGIN, y)
    return lines if end >= bottom else None
