"""Draws a sheet as it will be printed: the PDF, and pictures of its first pages for the screen."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Final

from desk_app.ports import Desk
from ui.paper_room.state import Proof
from ui.printer import POINT, opened, page_image
from ui.sheets import KINDS, Asked, card_list, edition_asked, print_sheet

MOST_PICTURES: Final = 12
_MOST_DOTS: Final = 220
"""Dots per inch beyond which a small sheet would only look coarse."""


def proof_of(desk: Desk, asked: Asked, home: Path, width: int, *, demo: bool) -> Proof:
    """Draw what is asked for, `width` dots wide on the screen. Runs on a worker. Raises as `ui.sheets.print_sheet`."""
    from desk_app.sheets.plain_words import typed_remarks

    asked.watch.at(0, 1)
    drawn = print_sheet(desk, asked, home=home, demo=demo)
    proof = replace(pictured(drawn.pdf, width), left_out=drawn.left_out)
    kind = KINDS[asked.kind]
    if kind.of == "clinic":
        return replace(proof, branches=_branches(desk, asked))
    if kind.name == "member-cards" and asked.draft is None:
        return replace(proof, cards=card_list(desk, asked))
    if kind.of == "program":
        with desk.store.reading() as reading:
            edition = edition_asked(desk, reading, asked.version, asked.draft)
        remarks = tuple(f"«{one.text}»: {one.hint}" for one in typed_remarks(edition, asked.language))
        return replace(proof, remarks=remarks)
    return proof


def _branches(desk: Desk, asked: Asked) -> tuple[tuple[str, str], ...]:
    """Codes and titles of the branches that have bills in the span of a report, which was reckoned just now."""
    from desk_app import clinic
    from desk_app.figures import figures

    if asked.span is None:
        return ()
    codes = figures(desk, *asked.span, asked.branch, asked.watch).branches
    with desk.store.reading() as reading:
        return tuple((code, clinic.branch_title(reading, code) or code) for code in codes)


def pictured(pdf: bytes, width: int) -> Proof:
    """A PDF with pictures of its first pages."""
    document = opened(pdf)
    pages = document.pageCount()
    pictures = tuple(
        page_image(document, page, min(width / (document.pagePointSize(page).width() * POINT), _MOST_DOTS))
        for page in range(min(pages, MOST_PICTURES))
    )
    return Proof(pdf, pages, pictures)
