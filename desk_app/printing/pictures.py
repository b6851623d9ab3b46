"""Pictures on paper: the ladder of levels, numbered steps, charts; every figure is also written beside its bar."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from reportlab.platypus import Flowable

from desk_app.printing.codes import qr_boxes
from desk_app.printing.faces import GREY, INK, Rgb, on, tint
from desk_app.printing.letters import Face, fit, width

if TYPE_CHECKING:
    from desk_app.sheets.blocks import Bar, Rung


#: Steps side by side have at least so many times the size of their letters each.
_STEP = 8
#: Small print that is still print.
_SMALLEST = 6.4


@dataclass(frozen=True, slots=True)
class Ink:
    """What a picture is drawn with: the brand's colour, the colour of its words on white, the size of plain text."""

    brand: Rgb
    accent: Rgb
    size: float


class _Picture(Flowable):
    """A picture as wide as its column; its height is asked before it is drawn."""

    def __init__(self, ink: Ink) -> None:
        super().__init__()
        self.ink = ink

    def wrap(self, room: float, height: float) -> tuple[float, float]:
        """ReportLab asks for the size in that room."""
        self.width = room
        self.height = self.measure(room)
        return room, self.height

    def measure(self, room: float) -> float:
        """How high the picture is in that width."""
        raise NotImplementedError

    def words(self, x: float, y: float, text: str, face: Face, size: float, colour: Rgb) -> None:
        """One line of words, its base line y points below the top of the picture."""
        self.canv.setFillColorRGB(*colour)
        self.canv.setFont(face, size)
        self.canv.drawString(x, self.height - y, text)

    def box(self, x: float, y: float, wide: float, high: float, colour: Rgb, radius: float = 0) -> None:
        """A filled box, its top y points below the top of the picture."""
        self.canv.setFillColorRGB(*colour)
        bottom = self.height - y - high
        if radius:
            self.canv.roundRect(x, bottom, wide, high, radius, stroke=0, fill=1)
        else:
            self.canv.rect(x, bottom, wide, high, stroke=0, fill=1)


class LadderPicture(_Picture):
    """Levels as rising columns where their words fit, else as growing rows; a part of a parted ladder is `rows`."""

    def __init__(self, rungs: tuple[Rung, ...], ink: Ink, *, rows: bool = False) -> None:
        super().__init__(ink)
        self.rungs, self.rows = rungs, rows

    def measure(self, room: float) -> float:
        self._columns = None if self.rows else self._fit_columns(room)
        if self._columns is not None:
            return self._columns[0]
        return sum(self._row(rung, room)[0] for rung in self.rungs)

    def draw(self) -> None:
        if self._columns is None:
            self._draw_rows()
        else:
            self._draw_columns(*self._columns)

    def split(self, room: float, height: float) -> list[Flowable]:
        """Rows in two, none of them alone; columns stay whole."""
        self.measure(room)
        count, rest = 0, height
        while (
            self._columns is None
            and count < len(self.rungs)
            and (high := self._row(self.rungs[count], room)[0]) <= rest
        ):
            count, rest = count + 1, rest - high
        count = min(count, len(self.rungs) - 2)
        if count < 2:
            return []
        return [LadderPicture(part, self.ink, rows=True) for part in (self.rungs[:count], self.rungs[count:])]

    # columns

    def _fit_columns(self, room: float) -> tuple[float, float, list[tuple[list[str], list[str], list[str]]]] | None:
        size, gap = self.ink.size, self.ink.size * 0.5
        wide = (room - gap * (len(self.rungs) - 1)) / len(self.rungs)
        texts = []
        for rung in self.rungs:
            gives = fit(rung.gives, "PTSans-Bold", size * 1.15, wide - size * 0.6)
            name, start = fit(rung.name, "PTSans-Bold", size, wide), fit(rung.start, "PTSans", size * 0.9, wide)
            whole = _whole(rung.gives, gives) and _whole(rung.name, name) and _whole(rung.start, start)
            if not whole or len(gives) > 2 or len(name) > 2 or len(start) > 2:
                return None
            texts.append((gives, name, start))
        below = max(len(name) * size + len(start) * size * 0.9 for _, name, start in texts) * 1.25
        return size * 7.5 + below + size * 0.4, wide, texts

    def _draw_columns(self, height: float, wide: float, texts: list[tuple[list[str], list[str], list[str]]]) -> None:
        size, gap = self.ink.size, self.ink.size * 0.5
        tallest = size * 7.5
        for place, (rung, (gives, name, start)) in enumerate(zip(self.rungs, texts, strict=True)):
            x = place * (wide + gap)
            high = tallest * (0.4 + 0.6 * rung.height / 1000)
            ground = tint(self.ink.brand, 0.45 + 0.55 * rung.height / 1000)
            self.box(x, tallest - high, wide, high, ground, size * 0.25)
            y = tallest - high + size * 1.55
            for line in gives:
                self._centred(x, wide, y, line, "PTSans-Bold", size * 1.15, on(ground))
                y += size * 1.4
            y = tallest + size * 1.2
            for line in name:
                self._centred(x, wide, y, line, "PTSans-Bold", size, INK)
                y += size * 1.22
            for line in start:
                self._centred(x, wide, y, line, "PTSans", size * 0.9, GREY)
                y += size * 1.12

    def _centred(self, x: float, wide: float, y: float, text: str, face: Face, size: float, colour: Rgb) -> None:
        self.words(x + (wide - width(text, face, size)) / 2, y, text, face, size, colour)

    # rows

    def _row(self, rung: Rung, room: float) -> tuple[float, list[str], list[str], list[str]]:
        size = self.ink.size
        left, right = room * 0.42, room * 0.56
        name = fit(rung.name, "PTSans-Bold", size, left)
        start = fit(rung.start, "PTSans", size * 0.9, left)
        gives = fit(rung.gives, "PTSans-Bold", size, right - size * 0.8)
        words = (len(name) * size + len(start) * size * 0.9) * 1.22
        return max(words, len(gives) * size * 1.3 + size * 0.5) + size * 0.45, name, start, gives

    def _draw_rows(self) -> None:
        size, top = self.ink.size, 0.0
        left, right = self.width * 0.42, self.width * 0.56
        for rung in self.rungs:
            high, name, start, gives = self._row(rung, self.width)
            y = top + size
            for line in name:
                self.words(0, y, line, "PTSans-Bold", size, INK)
                y += size * 1.2
            for line in start:
                self.words(0, y, line, "PTSans", size * 0.9, GREY)
                y += size * 1.1
            ground = tint(self.ink.brand, 0.45 + 0.55 * rung.height / 1000)
            need = max(width(line, "PTSans-Bold", size) for line in gives) + size * 0.8
            self.box(left + size * 0.3, top, max(need, right * rung.height / 1000), high - size * 0.45, ground, 2)
            y = top + (high - size * 0.45 - len(gives) * size * 1.3) / 2 + size * 1.02
            for line in gives:
                self.words(left + size * 0.7, y, line, "PTSans-Bold", size, on(ground))
                y += size * 1.3
            top += high


def _whole(text: str, lines: list[str]) -> bool:
    """Whether no word had to be broken."""
    return " ".join(lines) == text


class StepsPicture(_Picture):
    """Numbered steps, side by side where there is room for that, else one under the other."""

    def __init__(self, items: tuple[str, ...], ink: Ink, *, abreast: bool) -> None:
        super().__init__(ink)
        self.items, self.abreast = items, abreast

    def measure(self, room: float) -> float:
        size = self.ink.size
        self._radius = size * 0.95
        gap = size * 1.2
        self._wide = (room - gap * (len(self.items) - 1)) / len(self.items)
        self._in_row = self.abreast and self._wide >= size * _STEP
        if self._in_row:
            self._lines = [fit(item, "PTSans", size, self._wide) for item in self.items]
            return self._radius * 2 + size * 0.5 + max(map(len, self._lines)) * size * 1.28 + size * 0.3
        self._wide = room - self._radius * 2 - size * 0.7
        self._lines = [fit(item, "PTSans", size, self._wide) for item in self.items]
        return sum(max(len(lines) * size * 1.28, self._radius * 2) + size * 0.45 for lines in self._lines)

    def draw(self) -> None:
        size, top = self.ink.size, 0.0
        for number, lines in enumerate(self._lines, 1):
            if self._in_row:
                x = (number - 1) * (self._wide + size * 1.2)
                self._number(x + self._radius, self._radius, number)
                self._text(x, self._radius * 2 + size * 1.4, lines)
                continue
            high = max(len(lines) * size * 1.28, self._radius * 2)
            self._number(self._radius, top + self._radius, number)
            self._text(self._radius * 2 + size * 0.7, top + max(self._radius * 2 - len(lines) * size * 1.28, 0) / 2
                       + size, lines)  # fmt: skip
            top += high + size * 0.45

    def _number(self, x: float, y: float, number: int) -> None:
        self.canv.setFillColorRGB(*self.ink.brand)
        self.canv.circle(x, self.height - y, self._radius, stroke=0, fill=1)
        size = self.ink.size * 1.1
        self.words(x - width(str(number), "PTSans-Bold", size) / 2, y + size * 0.35, str(number), "PTSans-Bold", size,
                   on(self.ink.brand))  # fmt: skip

    def _text(self, x: float, y: float, lines: list[str]) -> None:
        for line in lines:
            self.words(x, y, line, "PTSans", self.ink.size, INK)
            y += self.ink.size * 1.28


class ChartPicture(_Picture):
    """A few figures as bars in rows: name, bar, and the figure itself."""

    def __init__(self, bars: tuple[Bar, ...], ink: Ink) -> None:
        super().__init__(ink)
        self.bars = bars

    def measure(self, room: float) -> float:
        size = self.ink.size
        self._left = min(room * 0.4, max((width(bar.name, "PTSans", size) for bar in self.bars), default=0) + size)
        self._names = [fit(bar.name, "PTSans", size, self._left - size * 0.5) for bar in self.bars]
        return sum(len(lines) * size * 1.25 + size * 0.5 for lines in self._names)

    def draw(self) -> None:
        size, top = self.ink.size, 0.0
        values = max((width(bar.value, "PTSans-Bold", size) for bar in self.bars), default=0.0)
        room = self.width - self._left - values - size
        for bar, lines in zip(self.bars, self._names, strict=True):
            high = len(lines) * size * 1.25
            for place, line in enumerate(lines):
                self.words(0, top + size * (1 + 1.25 * place), line, "PTSans", size, INK)
            long = max(room * bar.share / 1000, 1)
            self.box(self._left, top + size * 0.1, long, size * 1.1, self.ink.brand, 1)
            self.words(self._left + long + size * 0.4, top + size, bar.value, "PTSans-Bold", size, INK)
            top += high + size * 0.5


class CodePicture(_Picture):
    """The QR of an address, with its words and small print beside it."""

    def __init__(self, address: str, said: str, small: tuple[str, ...], ink: Ink, side: float) -> None:
        super().__init__(ink)
        self.address, self.said, self.small, self.side = address, said, small, side

    def measure(self, room: float) -> float:
        size = self.ink.size
        self._parts = qr_boxes(self.address, 0, 0, self.side)
        # the quiet zone is white like the paper: the dark squares stand at the edge of the words above
        self._quiet = min(part.x for part in self._parts)
        beside = room - self.side - size * 0.3
        self._lines: list[tuple[str, Face, float, Rgb]] = [
            *((line, "PTSans-Bold", size, INK) for line in fit(self.said, "PTSans-Bold", size, beside)),
            *(
                (line, "PTSans", size * 0.92, self.ink.accent)
                for line in fit(self.address, "PTSans", size * 0.92, beside)
            ),
        ]
        small = max(size * 0.8, _SMALLEST)
        for text in self.small:
            self._lines += [(line, "PTSans", small, GREY) for line in fit(text, "PTSans", small, beside)]
        self._high = sum(line[2] * 1.28 for line in self._lines)
        return max(self.side - 2 * self._quiet, self._high)

    def draw(self) -> None:
        for part in self._parts:
            self.box(part.x - self._quiet, part.y - self._quiet, part.width, part.height, (0, 0, 0))
        y = max((self.side - 2 * self._quiet - self._high) / 2, 0)
        for text, face, size, colour in self._lines:
            y += size * 1.28
            self.words(self.side + self.ink.size * 0.3, y - size * 0.28, text, face, size, colour)


class FieldsPicture(_Picture):
    """Lines to write on and boxes to tick, each with its label."""

    def __init__(self, items: tuple[Any, ...], ink: Ink) -> None:
        super().__init__(ink)
        self.items = items

    def measure(self, room: float) -> float:
        size = self.ink.size
        self._rows = []
        for item in self.items:
            label = fit(item.label, "PTSans", size, room - size * 2 if item.tick else room * 0.38)
            value = fit(item.value, "PTSans-Bold", size, room * 0.6) if item.value else []
            high = max(len(label), len(value), 1) * size * 1.3 + (size * 0.5 if item.tick else size * 1.1)
            self._rows.append((item, label, value, high))
        return sum(row[3] for row in self._rows)

    def draw(self) -> None:
        size, top = self.ink.size, 0.0
        for item, label, value, high in self._rows:
            self.canv.setStrokeColorRGB(*INK)
            self.canv.setLineWidth(0.6)
            x = 0.0
            if item.tick:
                self.canv.rect(0, self.height - top - size * 1.2, size, size, stroke=1, fill=0)
                x = size * 1.6
            else:
                base = self.height - top - high + size * 0.6
                self.canv.line(self.width * 0.4, base, self.width, base)
            for place, line in enumerate(label):
                self.words(x, top + size * (1.1 + 1.3 * place), line, "PTSans", size, INK)
            for place, line in enumerate(value):
                self.words(self.width * 0.4, top + size * (1.1 + 1.3 * place), line, "PTSans-Bold", size, INK)
            top += high
