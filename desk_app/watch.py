"""How long work tells whoever waits for it how far it is, and hears that nobody waits any more."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final


class Cancelled(Exception):
    """Whoever asked for it wants it no more; nothing was made."""


@dataclass(frozen=True, slots=True)
class Watch:
    """`progress` is told how many of how many steps are done; `cancelled` is asked between two steps."""

    progress: Callable[[int, int], None] = lambda done, total: None
    cancelled: Callable[[], bool] = lambda: False

    def at(self, done: int, total: int) -> None:
        """So many steps are done. Raises `Cancelled`."""
        if self.cancelled():
            raise Cancelled
        self.progress(done, total)


#: Nobody waits: work that is short, or asked for by a script.
UNWATCHED: Final = Watch()
