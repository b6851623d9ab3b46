"""The room of the network: how the line is, what waits to be sent, who else is there, and joining."""

from desk_app.ports import Desk
from ui.screen import Frame, Screen


def network_screen(frame: Frame, desk: Desk) -> Screen:
    """The room of the window."""
    from ui.network.room import NetworkRoom

    return NetworkRoom(frame, desk).screen()
