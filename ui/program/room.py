"""Puts the room of the program together: its pages are made when they are first needed, one of them is seen."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QCoreApplication

from desk_app.ports import Desk
from ui.action import Bound
from ui.program.page import Page, Shell
from ui.program.view import ProgramView
from ui.screen import Frame, Screen

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


class ProgramRoom:
    """Answers its pages as `ui.program.page.Shell`."""

    def __init__(self, frame: Frame, desk: Desk) -> None:
        self._frame = frame
        self._desk = desk
        self._draft: str | None = None
        self._mark = ""
        self._pages: dict[str, Page] = {}
        self.view = ProgramView()
        self._screen = Screen(
            NAME, self.view, self, Bound(self.view, ()), hint=self._hint, back=self._back, opened=self._opened,
            ended=self._ended, refreshed=self._refreshed,
        )  # fmt: skip
        self._now = FIRST
        self._bring(FIRST)

    def screen(self) -> Screen:
        """What the window holds."""
        return self._screen

    # what a page may ask: ui.program.page.Shell

    @property
    def frame(self) -> Frame:
        """The window."""
        return self._frame

    @property
    def draft_key(self) -> str | None:
        """The draft being worked on."""
        return self._draft

    @property
    def version_mark(self) -> str:
        """The version being looked at."""
        return self._mark

    def open_page(self, name: str) -> None:
        """Bring a page forward."""
        if name not in PAGES:
            return
        self._bring(name)
        self._pages[name].opened()
        self._frame.hint_changed()

    def open_draft(self, key: str, name: str = "editor", place: str = "") -> None:
        """Bring a page forward with that draft, at a place of its document."""
        self._draft, self._mark = key, ""
        self.open_page(name)
        if place:
            self._pages[name].reveal(place)

    def open_version(self, mark: str, name: str) -> None:
        """Bring a page forward with that version."""
        self._mark = mark
        self.open_page(name)

    def page(self, name: str) -> Page:
        """A page that was opened by now."""
        return self._pages[name]

    # what the window asks

    def _bring(self, name: str) -> None:
        page = self._pages.get(name)
        if page is None:
            page = self._pages[name] = PAGES[name](self, self._desk)
            self.view.add(page)
        self._now = name
        self._screen.actions, self._screen.panes = page.actions, page.panes
        self.view.show_page(page)

    def _opened(self) -> None:
        self._pages[self._now].opened()

    def _refreshed(self) -> None:
        if self.view.isVisible():
            self._pages[self._now].refreshed()

    def _back(self) -> bool:
        if self._pages[self._now].back():
            return True
        if self._now == FIRST:
            return False
        self.open_page(FIRST)
        return True

    def _ended(self) -> None:
        for page in self._pages.values():
            page.ended()

    def _hint(self) -> str:
        said = self._pages[self._now].hint()
        return said or QCoreApplication.translate(
            "Program", "What the clinic promises its patients, version by version."
        )
