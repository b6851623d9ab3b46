"""Which version of the program is in force on a day, and which one a receipt was paid under."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from desk_app.domain.errors import refuse
from desk_app.ports import Desk, Reading, VersionRecord

_LIVE = ("announced", "in_force", "retired")


def record_on(reading: Reading, day: date) -> VersionRecord:
    """The newest version effective on that day. Raises `moment.no_version` outside every version."""
    begun = [record for record in reading.versions() if record.status in _LIVE and record.effective_from <= day]
    if not begun:
        raise refuse("moment.no_version", "at", day=day.isoformat())
    return max(begun, key=_age)


def statuses(versions: Sequence[VersionRecord], day: date) -> dict[int, str]:
    """Version → "draft", "announced" (from a day ahead), "in_force" or "retired" on a local day.

    A version that another one of the same first day replaced never comes into force: it is retired.
    Source: spec: program, Versions.
    """
    live = [record for record in versions if record.status in _LIVE]
    begun = [record for record in live if record.effective_from <= day]
    in_force = max(begun, key=_age).version if begun else 0
    last = {record.effective_from: record.version for record in sorted(live, key=_age)}
    told = {record.version: record.status for record in versions}
    for record in live:
        ahead = record.effective_from > day and last[record.effective_from] == record.version
        told[record.version] = "in_force" if record.version == in_force else "announced" if ahead else "retired"
    return told


def next_announced(reading: Reading, day: date) -> int | None:
    """The version that comes into force first after a local day, None while none is announced."""
    versions = reading.versions()
    told = statuses(versions, day)
    ahead = [record for record in versions if told[record.version] == "announced"]
    return min(ahead, key=_age).version if ahead else None


def _age(record: VersionRecord) -> tuple[date, int]:
    return record.effective_from, record.version


def program_of_version(reading: Reading, version: int) -> VersionRecord:
    """The record of one version; versions are kept for ever."""
    for record in reading.versions():
        if record.version == version:
            return record
    raise refuse("moment.no_version", "version", version=version)


def local_now(desk: Desk, timezone: str) -> datetime:
    """The desk's clock in the program's time zone."""
    return desk.clock().astimezone(ZoneInfo(timezone))


def minutes_ahead(desk: Desk, reading: Reading, moment: int) -> int:
    """How many minutes the clinic's local time is ahead of UTC at a moment (milliseconds UTC)."""
    versions = reading.versions()
    zone = ZoneInfo(str(versions[-1].document["timezone"])) if versions else desk.clock().tzinfo
    ahead = datetime.fromtimestamp(moment // 1000, zone).utcoffset() or timedelta()
    return ahead // timedelta(minutes=1)


def today(desk: Desk, reading: Reading) -> date:
    """The clinic's local day: in the time zone of the newest version, the desk's own before there is one."""
    versions = reading.versions()
    if not versions:
        return desk.clock().date()
    return local_now(desk, str(versions[-1].document["timezone"])).date()
