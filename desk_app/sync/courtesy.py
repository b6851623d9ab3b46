"""People first: what comes from elsewhere is written in small bites while somebody works, and never beside an act."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from time import monotonic
from typing import Final

from desk_app.ports import Reading, Store, Writing

#: Ops written in one local transaction, and the fewest while somebody works at the desk.
MOST: Final = 200
_FEWEST: Final = 5
_FIRST: Final = 20
#: Seconds of work in a bite while somebody is there: as long does a clerk wait who comes at its beginning.
_AIM: Final = 0.004
#: What others on the computer take away, and whoever acts meanwhile, makes no bite larger than it is.
_CLOCK: Final = time.thread_time if time.get_clock_info("thread_time").resolution < 1e-3 else time.perf_counter
#: Seconds after which nobody is at the desk any more, and those that an act is waited for at most.
_GONE: Final = 30.0
_PATIENCE: Final = 1.0
#: Rest between two bites while somebody is there: so many times as long as the last one lasted, so that whoever comes
#: mostly comes between two of them; and no more seconds than this.
_RESTS: Final = 3.0
_REST: Final = 0.15


class Courtesy:
    """Between the people at a desk and its exchange; used from any thread."""

    def __init__(self) -> None:
        self._bell = threading.Condition()
        self._acting = 0
        self._seen = -_GONE
        self._bite = _FIRST
        self._bitten = 0
        self._rest = 0.0

    def is_attended(self) -> bool:
        """Whether somebody is at the desk."""
        return monotonic() - self._seen < _GONE

    def seen(self) -> None:
        """Somebody asks the desk something."""
        self._seen = monotonic()

    @contextmanager
    def first(self) -> Iterator[None]:
        """Somebody acts: nothing else is begun meanwhile."""
        self.seen()
        with self._bell:
            self._acting += 1
        try:
            yield
        finally:
            with self._bell:
                self._acting -= 1
                self._bell.notify_all()

    def give_way(self) -> None:
        """Wait until nobody acts; not for ever, for an act may wait for the exchange."""
        with self._bell:
            if self._rest:
                self._bell.wait(self._rest)
                self._rest = 0.0
            self._bell.wait_for(lambda: not self._acting, _PATIENCE)

    def bite(self) -> int:
        """How many ops may be written at one go now."""
        self._bitten = self._bite if self.is_attended() else 0
        return self._bitten or MOST

    def took(self, seconds: float, lasted: float = 0.0) -> None:
        """A transaction of the exchange is over: the next bite is as large as this one should have been.

        `seconds` it worked, and `lasted` by the clock.
        """
        if self._bitten:
            self._rest = min(_RESTS * lasted, _REST)
            grown = min(2 * self._bitten, round(self._bitten * _AIM / max(seconds, 1e-6)))
            self._bite = max(_FEWEST, min(MOST, grown))
            self._bitten = 0


class BehindTheDesk:
    """The records as the exchange writes them: everything is the store's own, but never in the middle of an act.

    `write` is one transaction of the store that need not wait for the disk: what is lost is exchanged again.
    """

    def __init__(
        self, store: Store, courtesy: Courtesy, write: Callable[[], AbstractContextManager[Writing]] | None = None
    ) -> None:
        self._store = store
        self._courtesy = courtesy
        self._write = write or store.writing

    def reading(self) -> AbstractContextManager[Reading]:
        """Questions about one moment."""
        return self._store.reading()

    @contextmanager
    def writing(self) -> Iterator[Writing]:
        """One transaction. Raises `Trouble` as the store itself does."""
        self._courtesy.give_way()
        began, moment = _CLOCK(), monotonic()
        with self._write() as writing:
            yield writing
        self._courtesy.took(_CLOCK() - began, monotonic() - moment)
