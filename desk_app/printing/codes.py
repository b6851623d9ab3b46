"""QR and bar codes as black boxes, so that they stay sharp on any printer."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache


@dataclass(frozen=True, slots=True)
class Box:
    """A black box; points from the left and from the top of the page."""

    x: float
    y: float
    width: float
    height: float


def qr_boxes(text: str, x: float, y: float, side: float) -> tuple[Box, ...]:
    """A QR code in a square, its quiet zone inside the square; runs of dark cells are one box."""
    rows = _qr_rows(text)
    cell = side / len(rows)
    return tuple(
        Box(x + first * cell, y + row * cell, (last - first) * cell, cell)
        for row, runs in enumerate(rows) for first, last in runs
    )  # fmt: skip


@lru_cache(maxsize=64)
def _qr_rows(text: str) -> tuple[tuple[tuple[int, int], ...], ...]:
    """Where the dark runs of every row begin and end; finding the best mask takes as long as a page of words."""
    import segno

    matrix = segno.make(text, error="m", micro=False).matrix_iter(border=4)
    return tuple(tuple(_runs([bool(value) for value in row])) for row in matrix)


def bar_boxes(text: str, x: float, y: float, module: float, height: float) -> tuple[tuple[Box, ...], float]:
    """A Code 128 of the text with bars of whole modules, and how wide it is, quiet zones included."""
    import barcode

    pattern: str = barcode.get("code128", text).build()[0]
    quiet = 10 * module
    bars = [
        Box(x + quiet + first * module, y, (last - first) * module, height)
        for first, last in _runs([mark == "1" for mark in pattern])
    ]
    return tuple(bars), len(pattern) * module + 2 * quiet


def _runs(dark: list[bool]) -> list[tuple[int, int]]:
    """Where dark begins and ends."""
    edges = [i for i in range(len(dark) + 1) if (i > 0 and dark[i - 1]) != (i < len(dark) and dark[i])]
    return list(zip(edges[::2], edges[1::2], strict=True))
