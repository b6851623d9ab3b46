"""A desk that was taken off its network remembers it: it reads and keeps its acts, and writes no new ones."""

from __future__ import annotations

from typing import Final

from desk_app.ports import Reading, Store
from desk_app.sync.state import Kind

CODE: Final = "centre.revoked"
_SETTING: Final = "sync.revoked"


def is_revoked(reading: Reading) -> bool:
    """Whether the centre said so when it was last heard."""
    return reading.setting(_SETTING) == "1"


def note(store: Store, kind: Kind) -> None:
    """The centre said what this desk is to it; of every other state nothing follows. Raises `Trouble`."""
    if kind not in ("online", "revoked"):
        return
    with store.reading() as reading:
        known = is_revoked(reading)
    if known != (kind == "revoked"):
        with store.writing() as writing:
            writing.put_setting(_SETTING, "1" if kind == "revoked" else "")
