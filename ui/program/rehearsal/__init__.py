"""The rehearsal page of the program room: last year's bills under a draft."""

from __future__ import annotations

from desk_app.ports import Desk
from ui.paged import Page
from ui.program.page import Shell


def rehearsal_page(shell: Shell, desk: Desk) -> Page:
    """The page, built."""
    from ui.program.rehearsal.trying_page import RehearsalPage

    return RehearsalPage(shell, desk).page()


__all__ = ["rehearsal_page"]
