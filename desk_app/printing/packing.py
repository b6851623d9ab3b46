"""Pieces into columns and pages by their heights alone, so that a page can be tried without being drawn."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from reportlab.platypus import Flowable

from desk_app.printing.flow import Piece

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

#: Half a point is seen by nobody, and keeps sums of many heights from being a hair too high.
_HAIR: Final = 0.5
_ENDLESS: Final = 1e6


@dataclass(frozen=True, slots=True)
class Box:
    """A column to be filled: its lower left corner, width and height, points."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Filled:
    """A column with its pieces from the top, and the height that they take."""

    box: Box
    pieces: tuple[Piece, ...]
    taken: float


class Heights:
    """How high pieces are in a width; each is asked once."""

    def __init__(self) -> None:
        self._known: dict[tuple[int, float], float] = {}

    def of(self, piece: Piece, width: float) -> float:
        """The height of a piece."""
        key = (id(piece), width)
        if key not in self._known:
            self._known[key] = sum(part.wrap(width, _ENDLESS)[1] for part in piece.parts)
        return self._known[key]


def pack(
    pieces: Sequence[Piece], pages: Sequence[Sequence[Box]], heights: Heights, share: float = 1.0
) -> list[list[Filled]] | None:
    """The pieces in the columns of the pages, each filled up to that share of it; None where they do not fit.

    Pages that are not needed are not there. What is higher than a whole column is parted: a table between its rows,
    a paragraph between its lines.
    """
    made: list[list[Filled]] = []
    waiting = list(reversed(pieces))
    for boxes in pages:
        if not waiting and made:
            break
        page: list[Filled] = []
        ended = False
        for box in boxes:
            page.append(Filled(box, (), 0.0) if ended else _fill(box, waiting, heights, share))
            ended = ended or bool(waiting and not waiting[-1].parts)
        while waiting and not waiting[-1].parts:
            waiting.pop()
        made.append(page)
    return None if waiting else made


def balanced(pieces: Sequence[Piece], pages: Sequence[Sequence[Box]], heights: Heights) -> list[list[Filled]] | None:
    """The same with every column about as full as the others, so that no page ends nearly empty."""
    found = pack(pieces, pages, heights)
    if found is None:
        return None
    low, high = 0.3, 1.0
    while high - low > 0.015:
        middle = (low + high) / 2
        tried = pack(pieces, pages, heights, middle)
        if tried is None:
            low = middle
        else:
            found, high = tried, middle
    return found


def _fill(box: Box, waiting: list[Piece], heights: Heights, share: float) -> Filled:
    """Take from the end of `waiting` what fits into a column; a part of a piece goes back there."""
    room, put, taken = box.height * share + _HAIR, list[Piece](), 0.0
    while waiting and waiting[-1].parts:
        piece = waiting[-1]
        above = piece.above if put else 0.0
        high = heights.of(piece, box.width)
        if taken + above + high > room:
            parted = _part(piece, box.width, room - taken - above) if high > box.height * piece.whole else None
            if parted is None:
                break
            waiting[-1] = parted[1]
            piece, high = parted[0], heights.of(parted[0], box.width)
            put.append(piece)
            taken += above + high
            break
        waiting.pop()
        put.append(piece)
        taken += above + high
    return Filled(box, tuple(put), taken)


def _part(piece: Piece, width: float, room: float) -> tuple[Piece, Piece] | None:
    """A piece in two, the first no higher than the room; None where none of it fits."""
    before: list[Flowable] = []
    for place, part in enumerate(piece.parts):
        high = part.wrap(width, _ENDLESS)[1]
        if high <= room:
            before.append(part)
            room -= high
            continue
        halves = part.split(width, room)
        if len(halves) > 1:
            rest = (*halves[1:], *piece.parts[place + 1 :])
            return replace(piece, parts=(*before, halves[0])), replace(piece, parts=rest, heads=False)
        if piece.heads or not before:
            return None
        return replace(piece, parts=tuple(before)), replace(piece, parts=piece.parts[place:], heads=False)
    return None


def put_down(canvas: Canvas, filled: Filled, most: Callable[[Piece], float]) -> None:
    """Draw a column from its top; what room is left goes between the pieces, up to `most` above each."""
    box, pieces = filled.box, filled.pieces
    wishes = [most(piece) for piece in pieces[1:]]
    rest = box.height - filled.taken
    share = min(rest / sum(wishes), 1.0) if sum(wishes) > 0 and rest > 0 else 0.0
    top = box.y + box.height
    for place, piece in enumerate(pieces):
        if place:
            top -= piece.above + wishes[place - 1] * share
        for part in piece.parts:
            high = part.wrap(box.width, _ENDLESS)[1]
            part.drawOn(canvas, box.x, top - high)
            top -= high
