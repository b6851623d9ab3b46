"""Where and when an op stands: what projections need of it besides its parts."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple

import orjson

from desk_app.domain.facts import day_moved, days_between, moved
from desk_app.ports import Json

_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), allow_nan=False)
#: What Python's own encoder refuses or writes otherwise is left to it: one text for one value, whoever wrote it.
_LEFT_ALONE = orjson.OPT_PASSTHROUGH_DATACLASS | orjson.OPT_PASSTHROUGH_DATETIME | orjson.OPT_PASSTHROUGH_SUBCLASS


class Place(NamedTuple):
    """`moment` is milliseconds UTC, `hlc` the stamp that decides between fields, `pos` the order of arrival here.

    `day` is the local day the body names, `said` the moment it names where `moment` may be another one.
    """

    op_id: str
    moment: int
    hlc: int
    pos: int
    day: str
    said: int | None = None


#: The same part of several ops, in the order of the ops.
Acts = Sequence[tuple[Place, Any]]


def as_happened(place: Place, body: Json) -> tuple[Place, Json]:
    """An act as of the moment that holds: where its desk's clock was wrong by days, its own days move along.

    Source: spec: engine, Ledger; the body itself is never changed.
    """
    if place.said is None or place.said == place.moment:
        return place, body
    days = days_between(place.said, place.moment, body.get("utc"))
    if not days:
        return place, body
    if "facts" in body:
        body = {**body, "facts": [moved(fact, days) for fact in body["facts"]]}
    return place._replace(day=day_moved(place.day, days)), body


def day_text(value: Any) -> str:
    """An ISO day as it stands. Raises TypeError or ValueError for what is none: nobody could read the row."""
    if len(value) != len("2026-01-05"):
        raise ValueError(value)
    date.fromisoformat(value)
    text: str = value
    return text


def day_or_none(value: Any) -> str | None:
    """The same where there may be no day."""
    return None if value is None else day_text(value)


def day_of(moment: int, body: Json) -> date:
    """The local day an act happened on whose body, as it lies in the log, is this."""
    return date.fromisoformat(day_moved(body["day"], days_between(body["moment"], moment, body.get("utc"))))


def loads(text: str | bytes) -> Any:
    """A body, or a part of it, as it lies in the log. Raises ValueError for what is no JSON to everybody."""
    return orjson.loads(text)


def dumps(value: Any) -> str:
    """JSON as it is stored and hashed: compact, letters as they are. No value of ours holds a float."""
    try:
        return orjson.dumps(value, None, _LEFT_ALONE).decode()
    except TypeError:
        return _ENCODER.encode(value)
