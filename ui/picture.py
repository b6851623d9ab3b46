"""One state of the window worth a picture: for the tour, and for the tests that read every word on every screen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desk_app.ports import Desk
    from ui.main_window import MainWindow


@dataclass(frozen=True)
class Picture:
    """`pose` brings a fresh window, with the ways to all its rooms on an open desk, into the state to be seen."""

    name: str
    pose: Callable[[MainWindow, Desk], None]
    demo: bool = True
