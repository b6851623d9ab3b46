"""A sheet as PDF: its blocks on pages of its size, the head, the law's warning, the foot; the same bytes every time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from io import BytesIO
from typing import Final

from reportlab.pdfgen.canvas import Canvas

from desk_app.domain.errors import Trouble, refuse
from desk_app.printing import letters
from desk_app.printing.faces import MM, PAPERS
from desk_app.printing.flow import FEW, Piece, Type, flow
from desk_app.printing.furniture import Furniture
from desk_app.printing.logo import Logo, read_logo
from desk_app.printing.packing import Box, Filled, Heights, balanced, pack, put_down
from desk_app.printing.pictures import CodePicture
from desk_app.printing.poster import hero, poster_boxes
from desk_app.sheets.blocks import Block, Format, Heading, Points, Questions, Sheet, Spare, Title

#: How much larger or smaller than usual the type may be, to end at the foot of a page; smaller is hard to read.
_LARGEST, _SMALLER, _SMALLEST = 1.16, 0.95, 0.9
#: A poster takes the largest type that its page can hold.
_POSTER_SCALES: Final = (1.5, 1.4, 1.3, 1.2, 1.12, 1.05, 0.98, 0.92, 0.86, 0.8, 0.74, 0.68, 0.62)
#: A sheet of more pages than this was never meant to be read.
_MOST_PAGES: Final = 400


@dataclass(frozen=True, slots=True)
class Drawn:
    """A sheet on paper: the PDF, its pages, the share of the warning on each page in thousandths, what was left out.

    `left_out` are codes of troubles (a logo that cannot be drawn), `blocks` what stands on the paper: all of the sheet
    but what was spare and found no room.
    """

    pdf: bytes
    pages: int
    share: float
    left_out: tuple[str, ...] = ()
    blocks: tuple[Block, ...] = ()


@dataclass(frozen=True, slots=True)
class _Set:
    """A sheet set in type: its pages, the code at the foot of the last, and how many spare pieces found no room."""

    kind: Type
    pages: list[list[Filled]]
    strip: CodePicture | None
    dropped: Sequence[Piece] = ()


def draw(sheet: Sheet, size: Format) -> Drawn:
    """Draw a sheet. Raises `sheet.full` when a poster has more to say than it holds, `sheet.share`."""
    letters.register()
    paper = PAPERS["poster" if size == "a4" and sheet.kind == "poster" else size]
    logo, left_out = _logo(sheet)
    furniture = Furniture(sheet, paper, logo)
    if paper.pages == 1:
        made = _poster(furniture)
        pdf = _print_poster(furniture, made, folded=size == "tent")
    else:
        made = _leaflet(furniture) if sheet.kind == "leaflet" else _plain(furniture)
        pdf = _print_pages(furniture, made)
    share = furniture.caution.share if furniture.caution else 0.0
    return Drawn(pdf, len(made.pages), share, left_out, tuple(_kept(sheet.blocks, made.dropped, ())))


def draw_together(sheets: Sequence[Sheet], size: Format) -> Drawn:
    """Several sheets in one file, each whole with its own head, code and page numbers. Raises as `draw`."""
    letters.register()
    paper, out = PAPERS[size], BytesIO()
    canvas = _canvas(out, (paper.width, paper.height), sheets[0])
    pages, left_out = 0, dict[str, None]()
    for sheet in sheets:
        logo, lost = _logo(sheet)
        furniture = Furniture(sheet, paper, logo)
        made = _plain(furniture)
        _put_pages(canvas, furniture, made)
        pages += len(made.pages)
        left_out.update(dict.fromkeys(lost))
    canvas.save()
    return Drawn(out.getvalue(), pages, 0.0, tuple(left_out), tuple(part for sheet in sheets for part in sheet.blocks))


def _logo(sheet: Sheet) -> tuple[Logo | None, tuple[str, ...]]:
    if not sheet.brand.logo:
        return None, ()
    try:
        return read_logo(sheet.brand.logo), ()
    except Trouble as trouble:
        return None, (trouble.code,)


class _Trial:
    """The blocks at one scale, tried on pages by their heights."""

    def __init__(self, furniture: Furniture, scale: float, blocks: tuple[Block, ...] | None = None) -> None:
        self.furniture, self.kind = furniture, Type.of(furniture.paper, furniture.sheet.brand, scale)
        self.pieces = flow(furniture.sheet.blocks if blocks is None else blocks, self.kind)
        self.strip = _strip(furniture, self.kind)
        self.high = self.strip.wrap(furniture.room, 0)[1] + self.kind.body * 1.3 if self.strip else 0.0
        self.heights = Heights()

    def boxes(self, count: int) -> list[list[Box]]:
        """The columns of so many pages, the last of them with the code below."""
        return [
            self.furniture.boxes(place == 0, self.high if place == count - 1 else 0.0) for place in range(count)
        ]  # fmt: skip

    def leaves_empty(self, count: int) -> bool:
        """Whether so little is said that one of so many pages would be empty."""
        pages = balanced(self.pieces, self.boxes(count), self.heights)
        return pages is not None and len(pages) < count

    def set(self, count: int, dropped: int = 0) -> _Set | None:
        """On so many evenly filled pages, without the last spare pieces; None where they do not fit."""
        spare = [piece for piece in self.pieces if piece.spare]
        gone = spare[len(spare) - dropped :]
        kept = [piece for piece in self.pieces if not any(piece is one for one in gone)]
        pages = balanced(kept, self.boxes(count), self.heights)
        if pages is None or len(pages) < count:
            return None
        return _Set(self.kind, pages, self.strip, gone)


def _strip(furniture: Furniture, kind: Type) -> CodePicture | None:
    """The code of the rules with who stands behind them."""
    sheet = furniture.sheet
    if sheet.link is None:
        return None
    small = sheet.legal.lines if sheet.legal else ()
    return CodePicture(sheet.link.address, sheet.link.words, small, kind.ink, furniture.paper.qr)


def _leaflet(furniture: Furniture) -> _Set:
    """On the pages aimed at, in the type that fills them; what is spare goes before a page is added."""
    usual = _Trial(furniture, 1.0)
    smaller: list[_Trial] = []
    aimed = furniture.paper.pages
    while aimed > 1 and usual.leaves_empty(aimed):
        aimed -= 1
    for count in range(aimed, _MOST_PAGES):
        found = usual.set(count)
        if found is not None:
            return _larger(furniture, found, count)
        for place, scale in enumerate((_SMALLER, _SMALLEST)):
            if place == len(smaller):
                smaller.append(_Trial(furniture, scale))
            found = _with_most(smaller[place], count)
            if found is not None:
                return found
    raise refuse("sheet.full", furniture.sheet.kind)


def _larger(furniture: Furniture, found: _Set, count: int) -> _Set:
    """The same pages in larger type where they are not full.

    What is written takes room by the square of its size, so that the first try is near enough.
    """
    full = max(column.taken / column.box.height for page in found.pages for column in page)
    scale = min(_LARGEST, (0.98 / max(full, 0.1)) ** 0.5)
    for narrower in (1.0, 0.965):
        if scale * narrower < 1.02:
            break
        tried = _Trial(furniture, scale * narrower).set(count)
        if tried is not None:
            return tried
    return found


def _with_most(trial: _Trial, count: int) -> _Set | None:
    """With as much of what is spare as fits."""
    for dropped in range(sum(piece.spare for piece in trial.pieces) + 1):
        found = trial.set(count, dropped)
        if found is not None:
            return found
    return None


def _plain(furniture: Furniture) -> _Set:
    """On as many pages as it takes; one that is only begun is saved by slightly smaller type."""
    usual = _on_pages(_Trial(furniture, 1.0))
    if len(usual.pages) == 1:
        return usual
    smaller = _on_pages(_Trial(furniture, 0.93))
    return smaller if len(smaller.pages) < len(usual.pages) else usual


def _on_pages(trial: _Trial) -> _Set:
    endless = [trial.furniture.boxes(first=place == 0) for place in range(_MOST_PAGES)]
    found = pack(trial.pieces, endless, trial.heights)
    if found is None:
        raise refuse("sheet.full", trial.furniture.sheet.kind)
    count = len(found)
    pages = pack(trial.pieces, trial.boxes(count), trial.heights)
    if pages is None:
        # the code at the foot needs a page that the text does not
        count += 1
        pages = pack(trial.pieces, trial.boxes(count), trial.heights)
    if pages is None:
        raise refuse("sheet.full", trial.furniture.sheet.kind)
    while len(pages) < count:
        pages.append([])
    return _Set(trial.kind, pages, trial.strip)


def _poster(furniture: Furniture) -> _Set:
    told = tuple(part for part in furniture.sheet.blocks if not isinstance(part, Title))
    for scale in _POSTER_SCALES:
        trial = _Trial(furniture, scale, told)
        box = poster_boxes(furniture)[1]
        high = trial.strip.wrap(box.width, 0)[1] if trial.strip else 0.0
        gap = trial.kind.body * 1.3
        pages = pack(
            trial.pieces, [[replace(box, y=box.y + high + gap, height=box.height - high - gap)]], trial.heights
        )
        if pages is not None:
            return _Set(trial.kind, pages, trial.strip)
    raise refuse("sheet.full", furniture.sheet.kind)


def _kept(blocks: tuple[Block, ...], dropped: Sequence[Piece], inside: tuple[int, ...]) -> Iterator[Block]:
    """The blocks without the pieces that found no room; a heading goes with the last piece under it."""
    gone = {(piece.block, piece.item) for piece in dropped}
    heading: Heading | None = None
    for place, part in enumerate(blocks):
        where = (*inside, place)
        if isinstance(part, Spare):
            yield from _kept(part.blocks, dropped, where)
            continue
        if isinstance(part, Heading):
            heading = part
            continue
        left = _left(part, where, gone)
        if left is not None:
            if heading:
                yield heading
            yield left
        heading = None


def _left(part: Block, where: tuple[int, ...], gone: set[tuple[tuple[int, ...], int]]) -> Block | None:
    """What of a block found room; None for nothing."""
    if not isinstance(part, Points | Questions) or (isinstance(part, Points) and len(part.items) <= FEW):
        return None if (where, 0) in gone else part
    if isinstance(part, Points):
        points = tuple(one for item, one in enumerate(part.items) if (where, item) not in gone)
        return Points(points) if points else None
    asked = tuple(one for item, one in enumerate(part.items) if (where, item) not in gone)
    return Questions(asked) if asked else None


def _canvas(target: BytesIO, size: tuple[float, float], sheet: Sheet) -> Canvas:
    # without a first font of our own the file would name Helvetica
    canvas = Canvas(
        target, size, initialFontName="PTSans", invariant=1, lang=sheet.language,  # type: ignore[arg-type]  # stubs: a float
    )  # fmt: skip
    canvas.setTitle(sheet.name)
    canvas.setAuthor(sheet.brand.clinic or "Tessera")
    canvas.setCreator("Tessera")
    return canvas


def _print_pages(furniture: Furniture, made: _Set) -> bytes:
    paper, out = furniture.paper, BytesIO()
    canvas = _canvas(out, (paper.width, paper.height), furniture.sheet)
    _put_pages(canvas, furniture, made)
    canvas.save()
    return out.getvalue()


def _put_pages(canvas: Canvas, furniture: Furniture, made: _Set) -> None:
    paper = furniture.paper
    loose = furniture.sheet.kind == "leaflet"
    last = len(made.pages)

    def most(piece: Piece) -> float:
        return made.kind.body * (2.0 if piece.heads else 0.3) if loose else 0.0

    for number, page in enumerate(made.pages, 1):
        foot = furniture.sheet.foot + (f" · {number} / {last}" if last > 1 else "")
        furniture.draw(canvas, foot, head=number == 1)
        for filled in page:
            put_down(canvas, filled, most)
        if number == last and made.strip:
            made.strip.wrap(furniture.room, 0)
            made.strip.drawOn(canvas, paper.margin, furniture.bottom)
        furniture.mark(canvas)
        canvas.showPage()


def _print_poster(furniture: Furniture, made: _Set, *, folded: bool) -> bytes:
    paper, out = furniture.paper, BytesIO()
    page = (paper.width, paper.height * 2) if folded else (paper.width, paper.height)
    canvas = _canvas(out, page, furniture.sheet)
    panel, box = poster_boxes(furniture)
    for turned in (False, True) if folded else (False,):
        canvas.saveState()
        if turned:
            # the other side of a folded tent stands on its head
            canvas.translate(paper.width, paper.height * 2)
            canvas.rotate(180)
        hero(canvas, furniture, panel)
        furniture.low(canvas, furniture.sheet.foot)
        put_down(canvas, made.pages[0][0], lambda piece: made.kind.body * 2.2)
        if made.strip:
            made.strip.wrap(box.width, 0)
            made.strip.drawOn(canvas, box.x, box.y)
        furniture.mark(canvas)
        canvas.restoreState()
    if folded:
        # where it is folded
        canvas.setDash(1, 4)
        canvas.setLineWidth(0.4)
        canvas.setStrokeColorRGB(0.6, 0.6, 0.6)
        for x in (5 * MM, paper.width - 9 * MM):
            canvas.line(x, paper.height, x + 4 * MM, paper.height)
    canvas.showPage()
    canvas.save()
    return out.getvalue()
