"""What a page of the training room may ask of the room around it."""

from __future__ import annotations

from typing import Protocol

from ui.paged import Page
from ui.screen import Frame
from ui.sheets import Keys
from ui.training.known import Classroom


class Shell(Protocol):
    """The room as its pages see it."""

    @property
    def frame(self) -> Frame:
        """The window."""
        ...

    @property
    def classroom(self) -> Classroom:
        """What is known."""
        ...

    @property
    def keys(self) -> Keys | None:
        """The keys of the window, for the cheat card."""
        ...

    @property
    def version(self) -> str:
        """Key of the version that a page is about; "" for the one in force."""
        ...

    def open_page(self, name: str) -> None:
        """Bring a page forward: one of `ui.training.room.PAGES`."""
        ...

    def open_version(self, key: str, name: str) -> None:
        """Bring a page forward with that version."""
        ...

    def begin_lesson(self, code: str) -> None:
        """Practise that lesson at a desk of its own."""
        ...


class Stacked(Shell, Protocol):
    """The room as a picture of it is posed: with its pages."""

    def page(self, name: str) -> Page:
        """A page that was opened by now."""
        ...
