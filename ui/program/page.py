"""What a page of the program room is, and what it may ask of the room around it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from PySide6.QtWidgets import QWidget

from ui.action import Bound
from ui.screen import Frame


@dataclass
class Page:
    """One page; the room stacks them, holds their presenters and draws their actions below.

    `opened` is called each time it comes forward, `refreshed` when what it shows may not be true any more, `ended`
    once when the window goes. `back` is Esc: False where there is nothing to go back from. `hint` answers the speaking
    line. `panes` are what F6 walks through. `primary` names the act of the page, or those of which one is there at a
    time, parted by spaces. `reveal` brings the keyboard to a place of the document.
    """

    name: str
    view: QWidget
    presenter: object
    actions: Bound
    opened: Callable[[], None] = lambda: None
    refreshed: Callable[[], None] = lambda: None
    back: Callable[[], bool] = lambda: False
    ended: Callable[[], None] = lambda: None
    hint: Callable[[], str] = lambda: ""
    panes: Sequence[QWidget] = field(default=())
    primary: str = ""
    reveal: Callable[[str], None] = lambda _: None


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
