"""Where and when an op stands: what projections need of it besides its parts."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any, NamedTuple

_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), allow_nan=False)


class Place(NamedTuple):
    """`moment` is milliseconds UTC, `hlc` the stamp that decides between fields, `pos` the order of arrival here."""

    op_id: str
    moment: int
    hlc: int
    pos: int
    day: str


#: The same part of several ops, in the order of the ops.
Acts = Sequence[tuple[Place, Any]]


def dumps(value: Any) -> str:
    """JSON as it is stored and hashed: compact, letters as they are."""
    # one encoder for all: making one costs more than most of what is encoded
    return _ENCODER.encode(value)
