"""Which version of the program is in force on a day, and which one a receipt was paid under."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

from desk_app.domain.errors import refuse
from desk_app.ports import Desk, Reading, VersionRecord

_LIVE = ("announced", "in_force", "retired")


def record_on(reading: Reading, day: date) -> VersionRecord:
    """The newest version effective on that day. Raises `moment.no_version` outside every version."""
    best: VersionRecord | None = None
    for record in reading.versions():
        if record.status not in _LIVE or record.effective_from > day:
            continue
        if best is None or (record.effective_from, record.version) > (best.effective_from, best.version):
            best = record
    if best is None:
        raise refuse("moment.no_version", "at", day=day.isoformat())
    return best


def program_of_version(reading: Reading, version: int) -> VersionRecord:
    """The record of one version; versions are kept for ever."""
    for record in reading.versions():
        if record.version == version:
            return record
    raise refuse("moment.no_version", "version", version=version)


def local_now(desk: Desk, timezone: str) -> datetime:
    """The desk's clock in the program's time zone."""
    return desk.clock().astimezone(ZoneInfo(timezone))


def today(desk: Desk, reading: Reading) -> date:
    """The clinic's local day: in the time zone of the newest version, the desk's own before there is one."""
    versions = reading.versions()
    if not versions:
        return desk.clock().date()
    return local_now(desk, str(versions[-1].document["timezone"])).date()
