"""The room of the program: its versions, the draft that is worked on, and what it would have meant."""

from desk_app.ports import Desk
from ui.screen import Frame, Screen


def program_screen(frame: Frame, desk: Desk) -> Screen:
    """The room of the window."""
    from ui.program.room import ProgramRoom

    return ProgramRoom(frame, desk).screen()


__all__ = ["program_screen"]
