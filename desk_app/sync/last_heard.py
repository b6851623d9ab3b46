"""How the last exchange ended, and what it has to do yet: for those who look without asking the centre."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Final

from desk_app.ports import Reading, Store
from desk_app.sync.state import Kind

#: States that stay true until the next exchange.
_ENDS: Final = frozenset[Kind](("online", "away", "refused", "revoked", "older", "trouble"))
_LAST: Final = "sync.last"
_LACKING: Final = "sync.lacking"


def note(store: Store, kind: Kind) -> None:
    """Keep how the exchange stands, where it came to an end. Raises `Trouble`."""
    if kind in _ENDS:
        _put(store, _LAST, kind)


def last(reading: Reading) -> Kind | None:
    """How it stood when it came to an end, None where there was none yet."""
    kept = reading.setting(_LAST)
    return kept if kept in _ENDS else None


def keep_lacking(store: Store, lacking: Mapping[str, int]) -> None:
    """Keep since when acts of others are missing at the centre, by stream: who gives them back waits for their owner.

    Raises `Trouble`.
    """
    _put(store, _LACKING, json.dumps(dict(lacking), sort_keys=True) if lacking else "")


def lacking(reading: Reading) -> dict[str, int]:
    """What was kept: stream → moment (milliseconds UTC)."""
    return dict(json.loads(reading.setting(_LACKING) or "{}"))


def _put(store: Store, key: str, value: str) -> None:
    with store.reading() as reading:
        known = reading.setting(key)
    if (known or "") != value:
        with store.writing() as writing:
            writing.put_setting(key, value)
