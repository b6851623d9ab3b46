"""What one bill would have been under a draft, as the rehearsal keeps it: plain numbers, by line."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple


class Row(NamedTuple):
    """A bill under the draft, what came back later taken off: minor units by line, in the order of its lines.

    `level` is the place on the ladder, -1 for who is no member. `spent` and `earned` are units in smallest parts when
    it was paid, `kept` is money withheld at returns.
    """

    receipt: str
    level: int
    discounts: Sequence[int]
    gifts: Sequence[int]
    units: Sequence[int]
    spent: int
    earned: int
    kept: int = 0


@dataclass(slots=True)
class Lived:
    """A household's span under the draft: its bills in their order, and at the end units by member.

    `lapsed` are units that lapsed in the span, `overdue` those still there whose last good day is over because nobody
    was warned of it. `changed` counts wishes and claims that could not be followed.
    """

    key: str
    rows: list[Row]
    ended: Mapping[str, int] = field(default_factory=dict)
    lapsed: int = 0
    overdue: int = 0
    changed: int = 0
