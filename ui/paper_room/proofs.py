"""Draws a sheet as it will be printed: the PDF, and pictures of its first pages for the screen."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from desk_app.ports import Desk
from ui.paper_room.presenter import Proof
from ui.printer import POINT, opened, page_image
from ui.sheets import Asked, print_sheet

MOST_PICTURES: Final = 12
_MOST_DOTS: Final = 220
"""Dots per inch beyond which a small sheet would only look coarse."""


def proof_of(desk: Desk, asked: Asked, home: Path, width: int, *, demo: bool) -> Proof:
    """Draw what is asked for, `width` dots wide on the screen. Runs on a worker. Raises as `ui.sheets.print_sheet`."""
    drawn = print_sheet(desk, asked, home=home, demo=demo)
    return pictured(drawn.pdf, width, drawn.left_out)


def pictured(pdf: bytes, width: int, left_out: tuple[str, ...] = (), remarks: tuple[str, ...] = ()) -> Proof:
    """A PDF with pictures of its first pages."""
    document = opened(pdf)
    pages = document.pageCount()
    pictures = tuple(
        page_image(document, page, min(width / (document.pagePointSize(page).width() * POINT), _MOST_DOTS))
        for page in range(min(pages, MOST_PICTURES))
    )
    return Proof(pdf, pages, pictures, left_out, remarks)
