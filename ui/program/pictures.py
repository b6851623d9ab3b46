"""The states of the program room that the tour shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.picture import Picture
from ui.program.editor.beside_pictures import PICTURES as BESIDE
from ui.program.editor.pictures import PICTURES as EDITOR
from ui.program.rehearsal.pictures import PICTURES as REHEARSAL

if TYPE_CHECKING:
    from desk_app.ports import Desk
    from ui.main_window import MainWindow


def versions(window: MainWindow, desk: Desk) -> None:
    """What is drafted and in force."""
    window.show_room("program")


PICTURES = (Picture("program-versions", versions), *EDITOR, *BESIDE, *REHEARSAL)
