"""The room of what a manager should look at: units spent twice while desks did not hear each other, broken promises."""

from __future__ import annotations

from desk_app.ports import Desk
from ui.screen import Frame, Screen


def cases_screen(frame: Frame, desk: Desk) -> Screen:
    """The room, built."""
    from ui.cases.room import CasesRoom

    return CasesRoom(frame, desk).screen()


__all__ = ["cases_screen"]
