"""The front of a card: the clinic on its colour with rising tiles, below on white whose card it is and its bars."""

from __future__ import annotations

from typing import Final

from desk_app.domain.card_numbers import ean_digit, grouped
from desk_app.printing.card_side import (
    BLEED,
    DOT,
    HIGH,
    MARGIN,
    WIDE,
    Area,
    Line,
    Side,
    fitted,
    height_of,
    mixed,
    stacked,
    tiles,
)
from desk_app.printing.codes import Box, bar_boxes, qr_boxes
from desk_app.printing.faces import GREY, MM, WHITE, on, rgb
from desk_app.printing.letters import at_most, width
from desk_app.printing.logo import Logo
from desk_app.sheets.cards import CardFace
from desk_app.sheets.member_card import MemberCard

_BLACK: Final = (0.0, 0.0, 0.0)
#: Above it the clinic's colour, below it white: bars and their quiet zones need no plate.
_FLOOR: Final = 21.2 * MM
#: Bars: four dots a module (GS1's 0.33 mm), 11 and 7 modules of white beside them.
_MODULE, _BARS, _BARS_AT = 4 * DOT, 11.4 * MM, 6.9 * MM
_EAN_MODULES, _QUIET = 95, 11 * 4 * DOT
#: A QR of thirteen digits has 21 cells and four of white on each side; six dots each.
_QR: Final = 29 * 6 * DOT
_FOOT_AT: Final = 3.6 * MM
_STEPS: Final = (0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 3, 3, 4, 4, 5, 6)


def front(face: CardFace, logo: Logo | None, *, qr: bool) -> Side:
    """What is the same on the front of every card; with `qr` there is a white plate for the code."""
    brand = rgb(face.brand.colour)
    words = on(brand)
    areas = [
        Area(-3 * BLEED, -3 * BLEED, WIDE + 6 * BLEED, HIGH + 6 * BLEED, WHITE),
        Area(-3 * BLEED, _FLOOR, WIDE + 6 * BLEED, HIGH - _FLOOR + 3 * BLEED, brand),
    ]
    right = WIDE - MARGIN
    plates: list[Area] = []
    if qr:
        plates.append(Area(right - _QR, HIGH - MARGIN * 0.8 - _QR, _QR, _QR, WHITE, 1.2 * MM))
        right -= _QR + 3 * MM
    x, middle, picture = MARGIN, HIGH, None
    if logo:
        high = min((10.5 if logo.ratio > 0.8 else 15) * MM, 27 * MM / logo.ratio)
        pad = 0.9 * MM
        wide = high * logo.ratio
        middle = HIGH - MARGIN - max(5 * MM, high / 2)
        plates.append(Area(x, middle - high / 2 - pad, wide + 2 * pad, high + 2 * pad, WHITE, 1.2 * MM))
        picture = (x + pad, middle - high / 2, high)
        x += wide + 2 * pad + 3 * MM
    size, named = fitted([face.brand.clinic or face.program], "PTSans-Bold", right - x, 13.5 * MM, 14, 7.5)
    small, told = fitted([face.program], "PTSans", right - x, 7 * MM, 8, 5.5, 2)
    gap = 2.4 * MM
    whole = height_of(len(named), size) + gap + height_of(len(told), small)
    # beside a logo the words stand at its middle, else they begin at the margin
    top = min(HIGH - MARGIN, middle + whole / 2) if logo else HIGH - MARGIN
    lines = stacked(named, x, top, "PTSans-Bold", size, words)
    if face.brand.clinic:
        below = top - height_of(len(named), size) - gap
        lines += stacked(told, x, below, "PTSans", small, mixed(words, brand, 0.12))
    clear = 1.8 * MM
    boxes = (one.box for one in lines)
    free = [(left - clear, low - clear, far + clear, high + clear) for left, low, far, high in boxes]
    free += [(one.x - clear, one.y - clear, one.x + one.width + clear, one.y + one.height + clear) for one in plates]
    # over the clinic's colour, but never into the white around the code
    room = right - MARGIN
    size = at_most(face.mark, "PTSans-Bold", 36, room * 0.96)
    mark = (face.mark, MARGIN + room / 2, (_FLOOR + HIGH) / 2, size, mixed(brand, words, 0.2)) if face.mark else None
    return Side((*areas, *tiles(brand, _FLOOR, free, _STEPS), *plates), tuple(lines), (), picture, None, mark)


def own_part(
    card: MemberCard, face: CardFace, origin: tuple[float, float], *, qr: bool
) -> tuple[list[Line], list[Box], list[Area]]:  # fmt: skip
    """What only this card has: its words, black boxes and areas, on a page whose `origin` is the trim's lower left.

    Boxes are on the page, in whole dots of 300 to the inch; everything else is from the trim's lower left.
    """
    boxes, wide = _bars(card.number, origin)
    left = boxes[0].x - origin[0]
    spoken = grouped(card.number)
    size, _ = fitted([spoken], "PTSans-Bold", wide, 4 * MM, 9, 4, 1)
    x = left + (wide - width(spoken, "PTSans-Bold", size)) / 2
    lines = [Line(x, _FOOT_AT, spoken, "PTSans-Bold", size, _BLACK)]
    areas: list[Area] = []
    room = left - _QUIET - MARGIN
    if card.name:
        most = 11.0
        size, named = fitted(_forms(card), "PTSans-Bold", room, _BARS, most, 6.5)
        top = _BARS_AT + _BARS
        lines += stacked(named, MARGIN, top, "PTSans-Bold", size, _BLACK)
        lines.append(_small(face.title, room))
    else:
        areas.append(Area(MARGIN, _BARS_AT, room, 0.35, GREY))
        lines.append(_small(face.blank, room))
    if qr:
        side = WIDE - MARGIN - _QR, HIGH - MARGIN * 0.8 - _QR
        at = _dots(origin[0] + side[0]), _dots(origin[1] + side[1])
        boxes += [Box(at[0] + one.x, at[1] + _QR - one.y - one.height, one.width, one.height)
                  for one in qr_boxes(card.number, 0, 0, _QR)]  # fmt: skip
    return lines, boxes, areas


def _small(text: str, room: float) -> Line:
    size, (line, *_) = fitted([text], "PTSans", room, 4 * MM, 6.4, 4, 1)
    return Line(MARGIN, _FOOT_AT, line, "PTSans", size, GREY)


def _forms(card: MemberCard) -> list[str]:
    """The name in full, broken after the surname, then anywhere, then with initials."""
    anywhere = card.name.replace("\N{NO-BREAK SPACE}", " ")
    return list(dict.fromkeys(one for one in (card.name, anywhere, card.short) if one))


def _bars(number: str, origin: tuple[float, float]) -> tuple[list[Box], float]:
    """The bars, right-aligned before the quiet zone, and how wide they are without it."""
    wide = _EAN_MODULES * _MODULE
    y = _dots(origin[1] + _BARS_AT)
    if len(number) == 13 and number.isdigit() and ean_digit(number[:-1]) == number[-1]:
        x = _dots(origin[0] + WIDE - MARGIN - wide)
        return [Box(x + first * _MODULE, y, (last - first) * _MODULE, _BARS) for first, last in _ean_runs(number)], wide
    # a number of another house: as many dots a module as there is room for
    for dots in (4, 3, 2):
        boxes, whole = bar_boxes(number, 0, 0, dots * DOT, _BARS)
        if whole <= 48 * MM or dots == 2:
            break
    inner = whole - 20 * dots * DOT
    x = _dots(origin[0] + WIDE - MARGIN - inner) - boxes[0].x
    return [Box(x + one.x, y, one.width, one.height) for one in boxes], inner


def _ean_runs(number: str) -> list[tuple[int, int]]:
    """Where black begins and ends in the 95 modules of an EAN-13."""
    from barcode.ean import EuropeanArticleNumber13

    marks: str = EuropeanArticleNumber13(number).build()[0]
    edges = [i for i in range(len(marks) + 1) if (i and marks[i - 1] == "1") != (i < len(marks) and marks[i] == "1")]
    return list(zip(edges[::2], edges[1::2], strict=True))


def _dots(place: float) -> float:
    return round(place / DOT) * DOT
