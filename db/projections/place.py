"""Where and when an op stands: what projections need of it besides its parts."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any, NamedTuple

import orjson

_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), allow_nan=False)
#: What Python's own encoder refuses or writes otherwise is left to it: one text for one value, whoever wrote it.
_LEFT_ALONE = orjson.OPT_PASSTHROUGH_DATACLASS | orjson.OPT_PASSTHROUGH_DATETIME | orjson.OPT_PASSTHROUGH_SUBCLASS


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
    """JSON as it is stored and hashed: compact, letters as they are. No value of ours holds a float."""
    try:
        return orjson.dumps(value, None, _LEFT_ALONE).decode()
    except TypeError:
        return _ENCODER.encode(value)
