"""How far this computer's clock is from the centre's: the middle of the last five looks, for a warning and new acts.

Nothing of the exchange depends on it: what was written by a wrong clock is set right by the centre.
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Final

_LOOKS: Final = 5
#: Milliseconds; a difference people need not hear of.
WORTH_TELLING: Final = 120_000
#: Seconds by which the clock may run away from the one that counts since the start, before somebody has set it.
_SET_BY_HAND: Final = 30


class Offset:
    """The difference through time, in milliseconds: what must be added to this clock to have the centre's."""

    def __init__(self) -> None:
        self._seen: deque[int] = deque(maxlen=_LOOKS)

    def look(self, asked: int, theirs: int, answered: int) -> None:
        """One question and its answer: our clock, the centre's, our clock."""
        self._seen.append(theirs - (asked + answered) // 2)

    @property
    def value(self) -> int:
        """Milliseconds to add; 0 while nothing is known."""
        return sorted(self._seen)[(len(self._seen) - 1) // 2] if self._seen else 0

    @property
    def is_wrong(self) -> bool:
        """Whether people should be told."""
        return abs(self.value) > WORTH_TELLING


def since_start() -> float:
    """Seconds that also pass while the computer sleeps, where the system counts them; nobody can set them."""
    awake_or_not = getattr(time, "CLOCK_BOOTTIME", None)
    return time.monotonic() if awake_or_not is None else time.clock_gettime(awake_or_not)


class Corrected:
    """The clock new acts are written by: this computer's, set right by the centre's where that is worth it.

    What was learned holds until somebody sets the computer's clock.
    """

    def __init__(
        self, now: Callable[[], datetime] = lambda: datetime.now(UTC), steady: Callable[[], float] = since_start
    ) -> None:
        self._now = now
        self._steady = steady
        self._by: tuple[timedelta, float] | None = None

    def correct(self, milliseconds: int) -> None:
        """The centre's clock is so much ahead; 0: not worth it."""
        self._by = (timedelta(milliseconds=milliseconds), self._apart()) if milliseconds else None

    def __call__(self) -> datetime:
        """The moment now, aware."""
        by = self._by
        if by is None:
            return self._now()
        offset, apart = by
        if abs(self._apart() - apart) > _SET_BY_HAND:
            self._by = None
            return self._now()
        return self._now() + offset

    def uncorrected(self) -> datetime:
        """The moment by this computer's own clock, by which lengths of time are told."""
        return self._now()

    def _apart(self) -> float:
        return self._now().timestamp() - self._steady()
