"""What a page of the program room may ask of the room around it."""

from __future__ import annotations

from typing import Protocol

from ui.paged import Page
from ui.screen import Frame


class Shell(Protocol):
    """What a page may ask of the room around it."""

    @property
    def frame(self) -> Frame:
        """The window."""
        ...

    @property
    def draft_key(self) -> str | None:
        """The draft being worked on; None before one was opened."""
        ...

    @property
    def version_mark(self) -> str:
        """The version being looked at, by the mark of its act; "" for none."""
        ...

    def open_page(self, name: str) -> None:
        """Bring a page forward: one of `ui.program.room.PAGES`."""
        ...

    def open_draft(self, key: str, name: str = "editor", place: str = "") -> None:
        """Bring a page forward with that draft, the editor unless said, at a place of its document."""
        ...

    def open_version(self, mark: str, name: str) -> None:
        """Bring a page forward with that version."""
        ...


class Stacked(Shell, Protocol):
    """The room as a picture of it is posed: with its pages."""

    def page(self, name: str) -> Page:
        """A page that was opened by now."""
        ...
