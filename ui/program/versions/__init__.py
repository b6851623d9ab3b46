"""The first page of the program room: what is drafted, announced, in force and retired."""

from __future__ import annotations

from desk_app.ports import Desk
from ui.program.page import Page, Shell


def versions_page(shell: Shell, desk: Desk) -> Page:
    """The page, built."""
    from ui.program.versions.list_page import VersionsPage

    return VersionsPage(shell, desk).page()


__all__ = ["versions_page"]
