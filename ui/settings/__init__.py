"""The settings room: the language and look of the window, this computer, its scanner and its printers."""

from desk_app.ports import Desk
from ui.screen import Building, Frame, Screen
from ui.slices import whole


def settings_screen(frame: Frame, desk: Desk) -> Screen:
    """The settings room of the window."""
    return whole(settings_slices(frame, desk))


def settings_slices(frame: Frame, desk: Desk) -> Building:
    """The same in slices: what it is made of comes in when somebody first goes there, then each card is made."""
    import ui.settings.clinic.view

    yield
    import ui.settings.view  # noqa: F401 - a slice of its own

    yield
    from ui.settings.room import SettingsRoom

    yield
    room = SettingsRoom(frame, desk)
    yield from room.view.build()
    yield
    room.join()
    return room.screen()
