"""The settings room: the language and look of the window, this computer, its scanner and its printers."""

from desk_app.ports import Desk
from ui.screen import Frame, Screen


def settings_screen(frame: Frame, desk: Desk) -> Screen:
    """The settings room of the window."""
    from ui.settings.room import SettingsRoom

    return SettingsRoom(frame, desk).screen()
