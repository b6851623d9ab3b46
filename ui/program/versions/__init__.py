"""The pages of versions: what is drafted, announced, in force and retired, and what is done with one of them."""

from __future__ import annotations

from desk_app.ports import Desk
from ui.paged import Page
from ui.program.page import Shell


def versions_page(shell: Shell, desk: Desk) -> Page:
    """The list of drafts and versions."""
    from ui.program.versions.list_page import VersionsPage

    return VersionsPage(shell, desk).page()


def announcing_page(shell: Shell, desk: Desk) -> Page:
    """A draft is announced."""
    from ui.program.versions.announcing.page import AnnouncingPage

    return AnnouncingPage(shell, desk).page()


def parting_page(shell: Shell, desk: Desk) -> Page:
    """A version is withdrawn, or the program ends."""
    from ui.program.versions.parting.page import PartingPage

    return PartingPage(shell, desk).page()


def telling_page(shell: Shell, desk: Desk) -> Page:
    """Who was told of a version, and who was not."""
    from ui.program.versions.telling.page import TellingPage

    return TellingPage(shell, desk).page()


def branches_page(shell: Shell, desk: Desk) -> Page:
    """What branches may add, and what they have added."""
    from ui.program.versions.branches.page import BranchesPage

    return BranchesPage(shell, desk).page()


__all__ = ["announcing_page", "branches_page", "parting_page", "telling_page", "versions_page"]
