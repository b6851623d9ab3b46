"""What the window knows of its network, and where it asks for it: alone until somebody exchanges acts behind it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    # The shell is painted before this comes in.
    from desk_app.sync.state import Network


class Link(QObject):
    """One for a window: rooms read the state here and say what they want; who exchanges acts answers."""

    changed = Signal()
    """The state is another one."""
    arrived = Signal()
    """Acts of other desks are here: what is on show may not be so any more."""
    wanted = Signal()
    """Somebody wants both sides to hold the same, now."""
    shift_wanted = Signal()
    """Somebody goes home, and asks what was not sent."""
    joined = Signal()
    """This desk has joined a network just now."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.state: Network | None = None
        """None for a desk alone."""
        self.ask_first: Callable[[float], bool] = lambda seconds: False
        """Exchange everything within so many seconds; whether both sides hold the same. The window stays alive."""

        self.give: Callable[[Sequence[str]], None] = lambda streams: None
        """Pass acts that were carried here on to the centre, as far as that goes now. For a worker: it waits."""

    def tell(self, state: Network | None) -> None:
        """The network is so now."""
        if state != self.state:
            self.state = state
            self.changed.emit()
