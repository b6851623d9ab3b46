"""How far this computer's clock is from the centre's: the middle of the last five looks, for a warning and new acts.

Nothing of the exchange depends on it: what was written by a wrong clock is set right by the centre.
"""

from __future__ import annotations

from collections import deque
from statistics import median_low
from typing import Final

_LOOKS: Final = 5
#: Milliseconds; a difference people need not hear of.
WORTH_TELLING: Final = 120_000


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
        return median_low(self._seen) if self._seen else 0

    @property
    def is_wrong(self) -> bool:
        """Whether people should be told."""
        return abs(self.value) > WORTH_TELLING
