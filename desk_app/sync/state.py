"""The state of the network as people are told of it: one word, how many acts wait, and since when."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

Kind = Literal["alone", "greeting", "sending", "fetching", "online", "away", "refused", "revoked", "older", "trouble"]
#: Kinds in which somebody must act; all others mend themselves.
NEEDS_SOMEBODY: Final = frozenset[Kind]({"refused", "revoked", "older"})


@dataclass(frozen=True, slots=True)
class Network:
    """What the band at the foot of the window says.

    `waiting` own acts are not at the centre yet, the oldest of them since `since`; `complete` is when both sides were
    last known to hold the same (milliseconds UTC, None: never). `code` names a trouble. `offset` is what this
    computer's clock lacks, in milliseconds, where it is worth telling, else 0. `missing` acts are still to be fetched.
    """

    kind: Kind = "alone"
    waiting: int = 0
    since: int | None = None
    complete: int | None = None
    code: str = ""
    offset: int = 0
    missing: int = 0
    desk: str = ""
