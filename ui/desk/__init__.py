"""The desk room: one screen on which a patient is found, a bill is priced, paid, undone and given back."""

from functools import partial

from desk_app.ports import Desk
from desk_app.printed_cards import is_stopped
from ui.desk.room import DeskRoom
from ui.desk.slips import print_slip
from ui.screen import Frame, Screen


def desk_screen(frame: Frame, desk: Desk) -> Screen:
    """The desk room of the window."""
    room = DeskRoom(frame, desk, partial(print_slip, frame, desk))
    frame.when_out(room.presenter.sheet_out)
    frame.paper.hold_back(partial(is_stopped, desk))
    return room.screen()
