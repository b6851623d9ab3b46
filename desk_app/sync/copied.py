"""That this desk is a copy from another computer: found when it was opened, told for some days, and no hindrance."""

from __future__ import annotations

from typing import Final

from desk_app.ports import Reading, Store
from desk_app.sync import last_heard, revoked

#: Under this setting lies when it was found, milliseconds UTC.
SETTING: Final = "desk copied"
#: Milliseconds for which it is told: whoever sets up computers looks in within two weeks.
_TOLD: Final = 14 * 86_400_000


def found(reading: Reading, now: int) -> int | None:
    """When this desk was found to be a copy, while that is news; None else. `now` is milliseconds UTC."""
    noted = reading.setting(SETTING) or ""
    moment = int(noted) if noted.isascii() and noted.isdigit() else None
    return moment if moment is not None and moment > now - _TOLD else None


def may_be_another(reading: Reading) -> bool:
    """Whether this computer may become another desk of its centre: it has no place there of its own, as it seems."""
    return bool(reading.setting(SETTING)) or revoked.is_revoked(reading) or last_heard.last(reading) == "refused"


def forget(store: Store) -> None:
    """It is a desk of its own now. Raises `Trouble`."""
    with store.reading() as reading:
        known = reading.setting(SETTING)
    if known:
        with store.writing() as writing:
            writing.put_setting(SETTING, "")
