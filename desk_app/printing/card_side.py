"""A side of a card before ink: where words, tiles, bars and pictures stand, points from the lower left of the trim.

Everything that is written is data first, so that a test can see whether something is cut or lies on something else.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from desk_app.printing.caution import Caution
from desk_app.printing.codes import Box
from desk_app.printing.faces import MM, WHITE, Rgb, luminance
from desk_app.printing.letters import Face, fit, width

#: CR80, the size of every bank card, and what is printed around it because no knife cuts to the tenth.
WIDE, HIGH, BLEED = 85.60 * MM, 53.98 * MM, 2 * MM
#: Nothing that matters is nearer to the edge.
MARGIN: Final = 5 * MM
#: A dot of a plastic printer: bars of whole dots stay sharp there, and on every finer printer.
DOT: Final = 72 / 300
#: Twenty tiles to a card's width.
PITCH, TILE = WIDE / 20, WIDE / 20 * 0.84
_LEAD: Final = 1.16
#: How much a text shrinks to stay in one line before it may take several.
_SHRUNK: Final = 0.92
_SHADES: Final = (0.08, 0.2, 0.12, 0.28, 0.16)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text on its base line."""

    x: float
    y: float
    text: str
    face: Face
    size: float
    colour: Rgb

    @property
    def box(self) -> tuple[float, float, float, float]:
        """Left, bottom, right and top of its ink, with the tails of letters."""
        return (self.x, self.y - self.size * 0.22, self.x + width(self.text, self.face, self.size),
                self.y + self.size * 0.74)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Area:
    """A coloured box; `round` is the radius of its corners."""

    x: float
    y: float
    width: float
    height: float
    colour: Rgb
    round: float = 0.0


@dataclass(frozen=True, slots=True)
class Side:
    """What is the same on every card of a batch; `boxes` are black, `caution` stands at its x and y."""

    areas: tuple[Area, ...]
    lines: tuple[Line, ...]
    boxes: tuple[Box, ...] = ()
    logo: tuple[float, float, float] | None = None
    caution: tuple[Caution, float, float] | None = None
    mark: tuple[str, float, float, float, Rgb] | None = None


def fitted(
    texts: Sequence[str], face: Face, room: float, high: float, most: float, least: float, lines: int = 3
) -> tuple[float, list[str]]:  # fmt: skip
    """The largest setting of the first text that can be read in that room, else of the next one; nothing is cut.

    A text shrinks a little, then wraps at spaces and after hyphens. Where even the last one cannot be read so, its
    words are parted anywhere, and if that does not help it is set smaller still.
    """
    for text in texts:
        for low, count in ((max(most * _SHRUNK, least), 1), (least, lines)):
            size = most
            while size >= low - 0.001:
                if wrapped := _held(text, face, size, room, high, count):
                    return size, wrapped
                size -= 0.25
    cut = fit(texts[-1].replace("\N{NO-BREAK SPACE}", " "), face, least, room)
    if len(cut) <= lines and height_of(len(cut), least) <= high:
        return least, cut
    size = least
    while not (wrapped := _held(texts[-1], face, size, room, high, lines)):
        size *= 0.94
    return size, wrapped


def _held(text: str, face: Face, size: float, room: float, high: float, most: int) -> list[str]:
    """The text in as few lines as the room asks for, made even; nothing where it does not fit."""
    wrapped = _wrapped(text, face, size, room, most)
    if not wrapped or height_of(len(wrapped), size) > high:
        return []
    while len(wrapped) > 1 and (closer := _wrapped(text, face, size, room * 0.97, len(wrapped))):
        wrapped, room = closer, room * 0.97
    return wrapped


def _wrapped(text: str, face: Face, size: float, room: float, most: int) -> list[str]:
    """The text in at most so many lines, none wider than the room; nothing where that cannot be."""
    made, used = [""], 0.0
    for piece, bare, whole in _pieces(text, face):
        if (used + bare) * size <= room:
            made[-1] += piece
            used += whole
        elif bare * size > room or len(made) == most or not made[-1]:
            return []
        else:
            made.append(piece)
            used = whole
    return [line.rstrip(" ") for line in made]


@lru_cache(maxsize=256)
def _pieces(text: str, face: Face) -> list[tuple[str, float, float]]:
    """What stands between the places where a line may end, after a space or a hyphen.

    Each piece with its width at size 1, first without the space, then with it.
    """
    pieces = [""]
    for sign in text:
        pieces[-1] += sign
        if sign in " -\N{HYPHEN}":
            pieces.append("")
    return [(one, width(one.rstrip(" "), face, 1), width(one, face, 1)) for one in pieces if one]


def stacked(lines: Sequence[str], x: float, top: float, face: Face, size: float, colour: Rgb) -> list[Line]:
    """Lines under each other, the capitals of the first ending at `top`."""
    return [
        Line(x, top - size * 0.7 - place * size * _LEAD, one, face, size, colour) for place, one in enumerate(lines)
    ]


def height_of(count: int, size: float) -> float:
    """From the capitals of the first line to the base of the last."""
    return (count - 1) * size * _LEAD + size * 0.7


def mixed(one: Rgb, other: Rgb, share: float) -> Rgb:
    """The first colour with that share of the other."""
    red, green, blue = (a + (b - a) * share for a, b in zip(one, other, strict=True))
    return red, green, blue


def tiles(
    brand: Rgb, floor: float, free: Sequence[tuple[float, float, float, float]], heights: Sequence[int]
) -> list[Area]:  # fmt: skip
    """Steps of tiles in shades of the brand's colour, `heights` of them on each column from the left edge.

    They rise from `floor`, and stop below the boxes `free`.
    """
    light = luminance(brand) > 0.45
    room = [_steps_under(column, count, floor, free) for column, count in enumerate(heights)]
    made = []
    for column in range(len(heights)):
        # steps only rise: none stands above one to its right
        for row in range(min(room[column:])):
            x, y, *_ = _tile(column, row, floor)
            # a pattern that is never quite regular, and always the same
            share = _SHADES[(column * 3 + row * 2) % len(_SHADES)]
            colour = mixed(brand, (0, 0, 0), share * 0.6) if light else mixed(brand, WHITE, share)
            made.append(Area(x, y, TILE, TILE, colour, TILE * 0.14))
    return made


def _steps_under(
    column: int, count: int, floor: float, free: Sequence[tuple[float, float, float, float]]
) -> int:  # fmt: skip
    """How many tiles of a column stand below everything that must stay free."""
    for row in range(count):
        if any(_touches(_tile(column, row, floor), box) for box in free):
            return row
    return count


def _tile(column: int, row: int, floor: float) -> tuple[float, float, float, float]:
    x, y = column * PITCH + (PITCH - TILE) / 2, floor + row * PITCH + (PITCH - TILE)
    return x, y, x + TILE, y + TILE


def _touches(one: tuple[float, float, float, float], other: tuple[float, float, float, float]) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
