"""Member cards on paper and plastic: one CR80 card to a page, or ten to a sheet of A4 with marks to cut along."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, Final, Literal

from reportlab.pdfgen.canvas import Canvas

from desk_app.domain.errors import Trouble, refuse
from desk_app.printing import letters
from desk_app.printing.card_back import back
from desk_app.printing.card_front import front, own_part
from desk_app.printing.card_side import BLEED, DOT, HIGH, WIDE, Area, Line, Side
from desk_app.printing.caution import draw_caution
from desk_app.printing.faces import GREY, MM
from desk_app.printing.logo import Logo, draw_logo, read_logo
from desk_app.printing.sheet import Drawn
from desk_app.sheets.cards import CardFace
from desk_app.sheets.member_card import MemberCard
from desk_app.watch import Cancelled

if TYPE_CHECKING:
    from desk_app.printing.codes import Box

#: "cr80": a page for each side, with bleed, for a plastic printer; "a4": two by five, backs mirrored for duplex.
Layout = Literal["cr80", "a4"]
Point = tuple[float, float]

#: Pages of whole dots, so that bars fall on them: some hundredths of a millimetre beside the nominal size. A plastic
#: card is shown and printed as it is cut, for such a printer knows no paper around it; a print shop finds the bleed.
_CUT: Final = (1011 * DOT, 638 * DOT)
_AROUND: Final = 24 * DOT
_CR80: Final = (_CUT[0] + 2 * _AROUND, _CUT[1] + 2 * _AROUND)
A4: Final = (2480 * DOT, 3508 * DOT)
_COLUMNS, _ROWS, _GUTTER = 2, 5, 4 * MM
#: No office printer reaches nearer to the edge of its paper.
EDGE: Final = 5 * MM


@dataclass(frozen=True, slots=True)
class Design:
    """What a batch is drawn with: both sides as they are on every card, and the logo, if it can be drawn."""

    front: Side
    back: Side | None
    logo: Logo | None
    left_out: tuple[str, ...]

    @classmethod
    def of(cls, face: CardFace, *, qr: bool) -> Design:
        """The design of a face. Raises `sheet.full`, `sheet.share`."""
        letters.register()
        logo: Logo | None = None
        left_out: tuple[str, ...] = ()
        if face.brand.logo:
            try:
                logo = read_logo(face.brand.logo)
            except Trouble as trouble:
                left_out = (trouble.code,)
        return cls(front(face, logo, qr=qr), back(face, face.back) if face.back else None, logo, left_out)


def draw_cards(
    cards: Sequence[MemberCard],
    face: CardFace,
    layout: Layout,
    *,
    qr: bool = False,
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Drawn:
    """All the cards as one PDF, the same bytes for the same cards; `qr` adds the number as a QR code.

    `progress` is told how many of how many cards are drawn, `cancelled` is asked before each sheet.
    Raises `desk_app.watch.Cancelled`; `card.none` for no cards at all, `sheet.full`, `sheet.share`.
    """
    if not cards:
        raise refuse("card.none", "cards")
    design = Design.of(face, qr=qr)
    made = BytesIO()
    canvas = Canvas(
        made, _CR80 if layout == "cr80" else A4, initialFontName="PTSans", invariant=1,  # type: ignore[arg-type]  # stubs: a float
        lang=face.language,
    )  # fmt: skip
    canvas.setTitle(face.title)
    canvas.setAuthor(face.brand.clinic or "Tessera")
    canvas.setCreator("Tessera")
    define(canvas, design)
    step = 1 if layout == "cr80" else _COLUMNS * _ROWS
    sheets = -(-len(cards) // step)
    for number, first in enumerate(range(0, len(cards), step), 1):
        if cancelled is not None and cancelled():
            raise Cancelled
        batch = cards[first : first + step]
        note = f"{face.sheet} · {face.foot} · {number}/{sheets}" if layout == "a4" else ""
        for at_back in (False, True) if design.back else (False,):
            _page(canvas, batch, face, layout, qr=qr, at_back=at_back, note=note)
        if progress is not None:
            progress(first + len(batch), len(cards))
    canvas.save()
    pages = sheets * (2 if design.back else 1)
    share = design.back.caution[0].share if design.back and design.back.caution else 0.0
    return Drawn(made.getvalue(), pages, share, design.left_out)


def places(layout: Layout, count: int, *, at_back: bool = False) -> list[Point]:
    """Where the trims of so many cards begin on their page, row by row from the top; backs are mirrored."""
    if layout == "cr80":
        return [(_AROUND, _AROUND)]
    across = (A4[0] - _COLUMNS * WIDE - (_COLUMNS - 1) * _GUTTER) / 2
    up = (A4[1] - _ROWS * HIGH - (_ROWS - 1) * _GUTTER) / 2
    made = []
    for number in range(count):
        row, column = divmod(number, _COLUMNS)
        column = _COLUMNS - 1 - column if at_back else column
        made.append((across + column * (WIDE + _GUTTER), up + (_ROWS - 1 - row) * (HIGH + _GUTTER)))
    return made


def define(canvas: Canvas, design: Design) -> None:
    """Keep what every card shares in the file once, under the names "front" and "back"."""
    for name, side in (("front", design.front), ("back", design.back)):
        if side is not None:
            edge = BLEED * 1.1
            canvas.beginForm(name, -edge, -edge, WIDE + edge, HIGH + edge)  # type: ignore[arg-type]  # stubs: whole points
            _draw_side(canvas, side, design.logo)
            canvas.endForm()


def _page(
    canvas: Canvas, cards: Sequence[MemberCard], face: CardFace, layout: Layout, *, qr: bool, at_back: bool, note: str
) -> None:  # fmt: skip
    origins = places(layout, len(cards), at_back=at_back)
    if layout == "cr80":
        (x, y) = origins[0]
        canvas.setCropBox((x, y, x + _CUT[0], y + _CUT[1]))
        canvas.setTrimBox((x, y, x + WIDE, y + HIGH))
        canvas.setBleedBox((x - BLEED, y - BLEED, x + WIDE + BLEED, y + HIGH + BLEED))
    canvas.saveState()
    if layout == "a4":
        inside = canvas.beginPath()
        inside.rect(EDGE, EDGE, A4[0] - 2 * EDGE, A4[1] - 2 * EDGE)
        canvas.clipPath(inside, stroke=0, fill=0)
    for card, (x, y) in zip(cards, origins, strict=True):
        canvas.saveState()
        canvas.translate(x, y)
        if layout == "a4":
            bleed = canvas.beginPath()
            bleed.rect(-BLEED, -BLEED, WIDE + 2 * BLEED, HIGH + 2 * BLEED)
            canvas.clipPath(bleed, stroke=0, fill=0)
        canvas.doForm("back" if at_back else "front")
        if at_back:
            canvas.restoreState()
            continue
        lines, boxes, areas = own_part(card, face, (x, y), qr=qr)
        _draw_areas(canvas, areas)
        _draw_lines(canvas, lines)
        canvas.restoreState()
        _draw_boxes(canvas, boxes)
    canvas.restoreState()
    if layout == "a4":
        _marks(canvas)
        _note(canvas, note)
    canvas.showPage()


def _draw_side(canvas: Canvas, side: Side, logo: Logo | None) -> None:
    _draw_areas(canvas, side.areas)
    if side.mark:
        text, x, y, size, colour = side.mark
        canvas.saveState()
        canvas.setFillColorRGB(*colour)
        canvas.setFont("PTSans-Bold", size)
        canvas.translate(x, y)
        canvas.rotate(14)
        canvas.drawCentredString(0, -size / 3, text)
        canvas.restoreState()
    _draw_boxes(canvas, side.boxes)
    _draw_lines(canvas, side.lines)
    if side.logo and logo:
        x, y, high = side.logo
        draw_logo(canvas, logo, x, y, high)
    if side.caution:
        caution, x, y = side.caution
        draw_caution(canvas, caution, x, y)


def _draw_areas(canvas: Canvas, areas: Sequence[Area]) -> None:
    for area in areas:
        canvas.setFillColorRGB(*area.colour)
        if area.round:
            canvas.roundRect(area.x, area.y, area.width, area.height, area.round, stroke=0, fill=1)
        else:
            canvas.rect(area.x, area.y, area.width, area.height, stroke=0, fill=1)


def _draw_lines(canvas: Canvas, lines: Sequence[Line]) -> None:
    for line in lines:
        # black as grey level 0: every driver puts it on the black panel alone
        if line.colour == (0.0, 0.0, 0.0):
            canvas.setFillGray(0)
        else:
            canvas.setFillColorRGB(*line.colour)
        canvas.setFont(line.face, line.size)
        canvas.drawString(line.x, line.y, line.text)


def _draw_boxes(canvas: Canvas, boxes: Sequence[Box]) -> None:
    """One path for all of them, in black alone."""
    if not boxes:
        return
    canvas.setFillGray(0)
    path = canvas.beginPath()
    for box in boxes:
        path.rect(box.x, box.y, box.width, box.height)
    canvas.drawPath(path, stroke=0, fill=1)


def cuts() -> Iterator[tuple[Point, Point, bool]]:
    """Marks to cut along, from point to point; True where they stand on colour, between the cards."""
    corners = places("a4", _COLUMNS * _ROWS)
    xs = sorted({x for x, _ in corners} | {x + WIDE for x, _ in corners})
    ys = sorted({y for _, y in corners} | {y + HIGH for _, y in corners})
    length, short = 4 * MM, _GUTTER - 1 * MM
    for y in ys:
        yield (xs[0] - BLEED - 1 * MM - length, y), (xs[0] - BLEED - 1 * MM, y), False
        yield (xs[-1] + BLEED + 1 * MM, y), (xs[-1] + BLEED + 1 * MM + length, y), False
        yield (xs[1] + 0.5 * MM, y), (xs[1] + 0.5 * MM + short, y), True
    for x in xs:
        for low in ys[1:-1:2]:
            yield (x, low + 0.5 * MM), (x, low + 0.5 * MM + short), True


def _marks(canvas: Canvas) -> None:
    for (x, y), (to_x, to_y), coloured in cuts():
        if coloured:
            canvas.setStrokeGray(1)
            canvas.setLineWidth(1.3)
            canvas.line(x, y, to_x, to_y)
        canvas.setStrokeGray(0)
        canvas.setLineWidth(0.4)
        canvas.line(x, y, to_x, to_y)


def _note(canvas: Canvas, note: str) -> None:
    """Along the left edge, where it is cut off."""
    canvas.saveState()
    canvas.setFillColorRGB(*GREY)
    canvas.setFont("PTSans", 6.5)
    canvas.translate(EDGE + 2.2 * MM, EDGE + 12 * MM)
    canvas.rotate(90)
    canvas.drawString(0, 0, note)
    canvas.restoreState()
