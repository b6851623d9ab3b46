"""How the rooms come into a window whose records are open: the first at once, in slices, the others when wanted."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

from ui.main_window import MainWindow

if TYPE_CHECKING:
    # The shell is painted before these come in.
    from desk_app.ports import Desk
    from ui.rooms import Room


def bring_rooms(
    window: MainWindow, rooms: Sequence[Room], desk: Desk, clinic: str, left_out: Collection[str] = ()
) -> Iterator[None]:
    """The first room in slices: a key pressed meanwhile waits for one of them at most. Those `left_out` by name stay
    away, and the others have the keys they always have.
    """
    first, *others = rooms
    screen = yield from first.built(window, desk)
    yield
    yield from window.bring_room(screen, first.said, first.picture)
    yield
    for room in others:
        if room.name in left_out:
            window.leave_room_out()
            continue
        window.add_room_later(room.name, partial(room.built, window, desk), room.said, room.picture)
    window.ready(clinic)


def refreshing(window: MainWindow) -> Iterator[None]:
    """What is on show may not be true any more; what was typed stays. A key waits for one room at most."""
    for screen in window.screens():
        screen.refreshed()
        yield
