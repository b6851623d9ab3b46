"""Sentences under headings that the arrow keys walk through and a screen reader hears one by one."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import Final

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter

from ui import fonts, theme
from ui.icons import Icon
from ui.widgets.rows import Pen, RowList, line_high
from ui.widgets.wrapping import wrapped

_PICTURES: Final = {
    "better": (Icon.GOOD, "good"), "worse": (Icon.WARNING, "warn"), "neutral": (Icon.INFO, "quiet"),
    "bad": (Icon.TROUBLE, "bad"),
}  # fmt: skip
_PICTURE: Final = theme.GRID * 2 + theme.GRID // 2
_MOST: Final = 6


@dataclass(frozen=True, slots=True)
class Line:
    """`tone` is "heading", "plain", "quiet", "better", "worse", "neutral" or "bad"; `end` stands at the right.

    `spoken` is what a screen reader hears before the words, where a picture says it to the eye.
    """

    words: str
    tone: str = "plain"
    end: str = ""
    spoken: str = ""


class LinesView(RowList):
    """A list to be read; Enter may lead somewhere. No sentence has more than `most` lines."""

    def __init__(self, most: int = _MOST) -> None:
        super().__init__(_say, partial(_draw, most=most), high=partial(_high, most=most))


def _say(line: Line) -> str:
    return ". ".join(part for part in (line.spoken, line.words, line.end) if part)


def _left(line: Line) -> int:
    return _PICTURE if line.tone in _PICTURES else 0


def _broken(line: Line, width: int, most: int) -> tuple[str, ...]:
    size = "small" if line.tone == "quiet" else "body"
    font = fonts.screen_font(theme.points(size), bold=line.tone == "heading")
    return wrapped(line.words, font, max(80, width - _left(line)), most)


def _high(line: Line, width: int, most: int) -> int:
    one = line_high("small" if line.tone == "quiet" else "body")
    below = line_high("small") if line.end and line.tone != "heading" else 0
    return one * len(_broken(line, width, most)) + below - 4


def _draw(painter: QPainter, rect: QRect, line: Line, _highlighted: bool, most: int) -> None:
    inner = QRect(rect.left(), rect.top() + 4, rect.width(), rect.height() - 4)
    words = _broken(line, rect.width(), most)
    if line.tone in _PICTURES:
        picture, token = _PICTURES[line.tone]
        top = QRect(inner.left(), inner.top(), inner.width(), line_high())
        Pen(painter, top).picture(picture, token)
        inner.setLeft(inner.left() + _PICTURE)
    pen = Pen(painter, inner)
    if line.tone == "heading":
        if line.end:
            head = Pen(painter, QRect(inner.left(), inner.top(), inner.width(), line_high()))
            head.write(line.end, "quiet", "small", end=True)
        pen.lines(words, "text", bold=True)
        return
    quiet = line.tone == "quiet"
    pen.lines(words, "quiet" if quiet else "text", "small" if quiet else "body")
    if line.end:
        pen.lines((line.end,), "quiet", "small")
