"""A slip as PDF: fonts embedded, the same bytes for the same slip, ДЕМО across the sheet where it is a demo."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Literal

from desk_app.printing import letters
from desk_app.printing.slip_pages import SHEETS, Page, Sheet, lay_out
from desk_app.slips import Slip

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

Size = Literal["roll", "a5"]


def draw(slip: Slip, size: Size) -> bytes:
    """The PDF of a slip: an 80 mm roll as long as its content, or A5 pages."""
    from reportlab.pdfgen.canvas import Canvas

    letters.register()
    sheet = SHEETS[size]
    pages = lay_out(slip, sheet)
    made = BytesIO()
    # without a first font of our own the file would name Helvetica
    canvas = Canvas(
        made, (sheet.width, pages[0].height), initialFontName="PTSans",  # type: ignore[arg-type]  # stubs: a float
        invariant=1, lang=slip.language,
    )  # fmt: skip
    canvas.setTitle(slip.title)
    canvas.setAuthor(slip.head[0] if slip.head else "Tessera")
    canvas.setCreator("Tessera")
    for page in pages:
        canvas.setPageSize((sheet.width, page.height))
        _draw_page(canvas, page, sheet, slip.mark)
        canvas.showPage()
    canvas.save()
    return made.getvalue()


def _draw_page(canvas: Canvas, page: Page, sheet: Sheet, mark: str) -> None:
    if mark:
        _draw_mark(canvas, page, sheet, mark)
    canvas.setFillGray(0)
    for box in page.boxes:
        canvas.rect(box.x, page.height - box.y - box.height, box.width, box.height, stroke=0, fill=1)
    for words in page.words:
        canvas.setFont(words.face, words.size)
        canvas.drawString(words.x, page.height - words.y, words.text)


def _draw_mark(canvas: Canvas, page: Page, sheet: Sheet, mark: str) -> None:
    """Pale and slanted, again and again, so that no part of the sheet can be cut off without it."""
    size = letters.at_most(mark, "PTSans-Bold", sheet.width * 0.22, sheet.width * 1.1)
    step = sheet.width * 0.9
    canvas.setFillGray(0.86)
    canvas.setFont("PTSans-Bold", size)
    times = max(1, round(page.height / step))
    for i in range(times):
        canvas.saveState()
        canvas.translate(sheet.width / 2, page.height * (i + 0.5) / times)
        canvas.rotate(35)
        canvas.drawCentredString(0, -size / 3, mark)
        canvas.restoreState()
