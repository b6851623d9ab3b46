"""A page with a cross and a line to lay a ruler on: what a printer moves or shrinks is measured once and remembered."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from typing import Final

from reportlab.pdfgen.canvas import Canvas

from desk_app.printing import letters
from desk_app.printing.faces import MM, PAPERS

_CARD: Final = (85.60 * MM, 53.98 * MM)
_CROSS: Final = 20 * MM
_LINE: Final = 50 * MM


def trial_page(size: str, title: str, words: Sequence[str]) -> bytes:
    """A page of a size of sheet: a cross 20 mm from the left and the top, a line of 50 mm, and `words` what to do."""
    letters.register()
    paper = PAPERS.get(size)
    wide, high = (paper.width, paper.height) if paper else _CARD
    out = BytesIO()
    canvas = Canvas(
        out, (wide, high), initialFontName="PTSans", invariant=1,  # type: ignore[arg-type]  # stubs: a float
    )  # fmt: skip
    canvas.setTitle(title)
    canvas.setLineWidth(0.25 * MM)
    left, top = _CROSS, high - _CROSS
    canvas.line(left - 5 * MM, top, left + 5 * MM, top)
    canvas.line(left, top - 5 * MM, left, top + 5 * MM)
    below = top - 10 * MM
    canvas.line(left, below, left + _LINE, below)
    for end in (left, left + _LINE):
        canvas.line(end, below - 2 * MM, end, below + 2 * MM)
    canvas.setFont("PTSans", 8)
    room = wide - left - 5 * MM
    line = below - 6 * MM
    for sentence in words:
        for part in letters.fit(sentence, "PTSans", 8, room):
            canvas.drawString(left, line, part)
            line -= 10
    canvas.showPage()
    canvas.save()
    return out.getvalue()
