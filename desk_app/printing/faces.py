"""How a sheet is dressed: sizes of paper, of letters and of margins, and the brand's colours with their tints."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

MM: Final = 72 / 25.4


@dataclass(frozen=True, slots=True)
class Paper:
    """A size of paper and the type on it, points; `band` is the coloured head's height, `pages` how many it aims at."""

    width: float
    height: float
    margin: float
    body: float
    title: float
    band: float
    qr: float
    pages: int
    columns: int = 1  #: on pages after the first


#: Each size is designed for itself: a smaller sheet has smaller letters only down to what can still be read.
PAPERS: Final[Mapping[str, Paper]] = {
    "a3": Paper(297 * MM, 420 * MM, 15 * MM, 24, 60, 30 * MM, 62 * MM, 1),
    "a4": Paper(210 * MM, 297 * MM, 15 * MM, 10.4, 30, 17 * MM, 27 * MM, 2, 2),
    "poster": Paper(210 * MM, 297 * MM, 11 * MM, 17, 42, 21 * MM, 44 * MM, 1),
    "a5": Paper(148 * MM, 210 * MM, 10 * MM, 9.2, 22, 13 * MM, 22 * MM, 2, 2),
    "a6": Paper(105 * MM, 148 * MM, 7.5 * MM, 8.2, 16.5, 10 * MM, 19 * MM, 4),
    "tent": Paper(210 * MM, 148.5 * MM, 8 * MM, 12, 30, 13 * MM, 27 * MM, 1),
}

Rgb = tuple[float, float, float]
INK: Final[Rgb] = (0.10, 0.12, 0.14)
GREY: Final[Rgb] = (0.36, 0.39, 0.42)
WHITE: Final[Rgb] = (1.0, 1.0, 1.0)


def rgb(colour: str) -> Rgb:
    """ "#rrggbb" as parts of one."""
    red, green, blue = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    return red, green, blue


def tint(colour: Rgb, share: float) -> Rgb:
    """The colour mixed with white; `share` 1 is the colour itself."""
    red, green, blue = (1 - (1 - part) * share for part in colour)
    return red, green, blue


def luminance(colour: Rgb) -> float:
    """Relative luminance, 0 to 1."""
    red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: Rgb, other: Rgb) -> float:
    """The contrast of two colours, 1 to 21."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def on(ground: Rgb) -> Rgb:
    """The colour of words on a ground: white where it can be read, else ink."""
    return WHITE if contrast(WHITE, ground) >= 4.5 else INK


def readable(colour: Rgb) -> Rgb:
    """The brand's colour as a colour of words on white: darkened until it can be read."""
    share = 1.0
    red, green, blue = colour
    while contrast((red * share, green * share, blue * share), WHITE) < 4.5:
        share -= 0.05
    return red * share, green * share, blue * share
