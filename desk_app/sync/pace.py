"""How much at once and how soon again: batches that grow while the line is quick, pauses that grow while it is away."""

from __future__ import annotations

from typing import Final

FEWEST: Final = 1
MOST: Final = 1000
_FIRST: Final = 200
#: Milliseconds; a call that takes longer is large enough.
_QUICK: Final = 500
#: Seconds; the longest pause between two tries.
_LONGEST: Final = 300.0
_SHORTEST: Final = 1.0
#: Seconds between two looks that a centre of fewer than 500 desks asks for.
_FEW_DESKS: Final = 10


class Pace:
    """The size of a batch through time: doubled after a quick call, halved after one that failed."""

    def __init__(self) -> None:
        self.batch = _FIRST

    def took(self, milliseconds: int) -> None:
        """A full batch went through."""
        if milliseconds < _QUICK:
            self.batch = min(MOST, self.batch * 2)
        elif milliseconds > 4 * _QUICK:
            self.batch = max(FEWEST, self.batch // 2)

    def failed(self) -> None:
        """A batch did not go through, or nobody knows whether it did."""
        self.batch = max(FEWEST, self.batch // 2)


def pause(failures: int, draw: float) -> float:
    """Seconds until the next try after so many failures in a row; `draw` of 0 up to 1 keeps desks from coming at once.

    Full jitter: anything from nothing to the bound, which doubles each time.
    """
    return draw * min(_LONGEST, _SHORTEST * 2.0 ** min(failures, 16))


def between_looks(poll: int, draw: float, *, lively: bool = False) -> float:
    """Seconds between two looks at the centre: what it asked for, half more or less.

    Half of that where things happen (`lively`): what came is seldom alone, and somebody at the desk may wait for it. A
    centre of very many desks is not asked more often for that.
    """
    return poll * (0.5 + draw) / (2 if lively and poll <= _FEW_DESKS else 1)
