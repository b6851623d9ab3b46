"""The room Paper: choose a sheet, see it as it will come out, print it or keep it as a file."""

from desk_app.ports import Desk
from ui.screen import Frame, Screen


def paper_screen(frame: Frame, desk: Desk) -> Screen:
    """The paper room of the window."""
    from ui.paper_room.room import PaperRoom

    return PaperRoom(frame, desk).screen()
