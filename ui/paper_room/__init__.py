"""The room Paper: choose a sheet, see it as it will come out, print it or keep it as a file."""

from desk_app.ports import Desk
from ui.screen import Frame, Screen
from ui.sheets import Keys


def paper_screen(frame: Frame, desk: Desk, keys: Keys | None = None) -> Screen:
    """The paper room of the window; `keys` are told on the card for staff."""
    from ui.paper_room.room import PaperRoom

    return PaperRoom(frame, desk, keys).screen()
