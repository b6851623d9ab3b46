"""An hour at the practice desk: how a room asks for one, and what stands over that desk sees of it while it lasts."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    # The shell is painted before the rules of the trade come in.
    from desk_app.ports import Desk
    from ui.screen import Frame, Screen


def _nothing(*_: object) -> None:
    return None


def _nowhere() -> Exercise | None:
    return None


@dataclass(frozen=True)
class Exercise:
    """What an hour at the practice desk is about.

    `trainee` is the name as it was typed; each has a desk of her own, made `anew`, or as she left it where the rules
    and prices are still the same. `begin` is called once with the furnished desk, on a worker; what it raises is told
    in the real window. `strip` is called when the first room of the practice window stands and answers what lies over
    it, None for a plain line; `left` once, when the real window is shown again, or before another hour follows.

    `again` answers where the practice key leads once the hour was left, None for a desk without a task.

    `joined`: a desk of a network, whose line can be taken down; with `up` False it is down from the beginning.
    """

    trainee: str
    begin: Callable[[Desk], None] = _nothing
    strip: Callable[[Hour], QWidget] | None = None
    left: Callable[[], None] = _nothing
    anew: bool = True
    joined: bool = False
    up: bool = True
    again: Callable[[], Exercise | None] = _nowhere


class Practice(Protocol):
    """The way from a window to the practice desk."""

    def open(self, exercise: Exercise) -> None:
        """Show the practice desk in place of this window, which stays as it is."""
        ...


@runtime_checkable
class PutsAway(Protocol):
    """A room in which something may be begun and left open."""

    def put_away(self) -> None:
        """Forget what is begun, as at the beginning of a day; nothing that was written is touched."""
        ...


def put_away(screens: Iterable[Screen]) -> None:
    """Have every room forget what is begun in it."""
    for screen in screens:
        if isinstance(screen.presenter, PutsAway):
            screen.presenter.put_away()


class Hour(QObject):
    """What a strip over the practice desk may ask; `desk` and `frame` are those of the practice window."""

    written = Signal()
    """An act was written at the practice desk, by whatever room, and lasts."""

    def __init__(
        self,
        desk: Desk,
        frame: Frame,
        leave: Callable[[], None],
        follow: Callable[[Exercise], None],
        network: Callable[[bool], None],
        parent: QObject | None = None,
        empty: Callable[[], None] = _nothing,
    ) -> None:
        super().__init__(parent)
        self.desk = desk
        self.frame = frame
        self.leave = leave
        """Go back to the real desk."""
        self.follow = follow
        """This hour ends, and another one begins."""
        self.network = network
        """Take the line down (False) or up again; without an effect where the exercise is not `joined`."""
        self.empty = empty
        """Put away what is open in the rooms and what was said of it: somebody else comes now."""
