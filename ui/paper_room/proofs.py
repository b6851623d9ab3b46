"""Draws a sheet as it will be printed: the PDF, and pictures of its first pages for the screen."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from desk_app.ports import Desk
from ui.paper_room.presenter import Proof
from ui.printer import POINT, opened, page_image
from ui.sheets import KINDS, Asked, making, print_sheet

MOST_PICTURES: Final = 12
_MOST_DOTS: Final = 220
"""Dots per inch beyond which a small sheet would only look coarse."""


def proof_of(desk: Desk, asked: Asked, home: Path, width: int, *, demo: bool) -> Proof:
    """Draw what is asked for, `width` dots wide on the screen. Runs on a worker. Raises as `ui.sheets.print_sheet`."""
    from desk_app.sheets.plain_words import typed_remarks

    drawn = print_sheet(desk, asked, home=home, demo=demo)
    remarks: tuple[str, ...] = ()
    if KINDS[asked.kind].of == "program":
        edition = making(desk, asked.language, asked.version).edition
        remarks = tuple(f"«{one.text}»: {one.hint}" for one in typed_remarks(edition, asked.language))
    return pictured(drawn.pdf, width, drawn.left_out, remarks)


def pictured(pdf: bytes, width: int, left_out: tuple[str, ...] = (), remarks: tuple[str, ...] = ()) -> Proof:
    """A PDF with pictures of its first pages."""
    document = opened(pdf)
    pages = document.pageCount()
    pictures = tuple(
        page_image(document, page, min(width / (document.pagePointSize(page).width() * POINT), _MOST_DOTS))
        for page in range(min(pages, MOST_PICTURES))
    )
    return Proof(pdf, pages, pictures, left_out, remarks)
