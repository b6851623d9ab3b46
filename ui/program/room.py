"""Puts the room of the program together: its pages are made when they are first needed, one of them is seen."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6.QtCore import QCoreApplication

from desk_app.ports import Desk
from ui.paged import Page, PagedRoom
from ui.program.page import Shell
from ui.screen import Frame

NAME: Final = "program"
FIRST: Final = "versions"


def _versions(shell: Shell, desk: Desk) -> Page:
    from ui.program.versions import versions_page

    return versions_page(shell, desk)


def _editor(shell: Shell, desk: Desk) -> Page:
    from ui.program.editor import editor_page

    return editor_page(shell, desk)


def _rehearsal(shell: Shell, desk: Desk) -> Page:
    from ui.program.rehearsal import rehearsal_page

    return rehearsal_page(shell, desk)


def _announcing(shell: Shell, desk: Desk) -> Page:
    from ui.program.versions import announcing_page

    return announcing_page(shell, desk)


def _parting(shell: Shell, desk: Desk) -> Page:
    from ui.program.versions import parting_page

    return parting_page(shell, desk)


def _telling(shell: Shell, desk: Desk) -> Page:
    from ui.program.versions import telling_page

    return telling_page(shell, desk)


def _branches(shell: Shell, desk: Desk) -> Page:
    from ui.program.versions import branches_page

    return branches_page(shell, desk)


PAGES: Final[dict[str, Callable[[Shell, Desk], Page]]] = {
    FIRST: _versions, "editor": _editor, "rehearsal": _rehearsal, "announcing": _announcing, "parting": _parting,
    "telling": _telling, "branches": _branches,
}  # fmt: skip
"""How each page is made. Pages know each other only through the room."""


class ProgramRoom(PagedRoom):
    """Answers its pages as `ui.program.page.Shell`."""

    def __init__(self, frame: Frame, desk: Desk) -> None:
        self._draft: str | None = None
        self._mark = ""
        pages = {name: partial(make, self, desk) for name, make in PAGES.items()}
        super().__init__(NAME, frame, pages, FIRST, _hint)

    @property
    def draft_key(self) -> str | None:
        """The draft being worked on."""
        return self._draft

    @property
    def version_mark(self) -> str:
        """The version being looked at."""
        return self._mark

    def open_draft(self, key: str, name: str = "editor", place: str = "") -> None:
        """Bring a page forward with that draft, at a place of its document."""
        self._draft, self._mark = key, ""
        self.open_page(name)
        if place:
            self.page(name).reveal(place)

    def open_version(self, mark: str, name: str) -> None:
        """Bring a page forward with that version."""
        self._mark = mark
        self.open_page(name)


def _hint() -> str:
    return QCoreApplication.translate("Program", "What the clinic promises its patients, version by version.")
