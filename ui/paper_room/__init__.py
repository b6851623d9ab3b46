"""The room Paper: choose a sheet, see it as it will come out, print it or keep it as a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desk_app.ports import Desk
from ui.screen import Building, Frame, Screen
from ui.slices import whole

if TYPE_CHECKING:
    # Sheets come in with the room.
    from ui.sheets import Keys


def paper_screen(frame: Frame, desk: Desk, keys: Keys | None = None) -> Screen:
    """The paper room of the window; `keys` are told on the card for staff."""
    return whole(paper_slices(frame, desk, keys))


def paper_slices(frame: Frame, desk: Desk, keys: Keys | None = None) -> Building:
    """The same in slices: what draws a sheet is loaded on the worker while the room is put together."""
    from ui.paper_room.drawing import Drawing

    drawing = Drawing()
    yield
    import ui.paper_room.words

    yield
    import ui.paper_room.choices

    yield
    import ui.paper_room.view

    yield
    import ui.paper_room.batches

    yield
    import ui.paper_room.room

    yield
    room = ui.paper_room.room.PaperRoom(frame, desk, drawing, keys)
    yield from room.view.build(room.bound)
    yield
    room.join()
    return room.screen()
