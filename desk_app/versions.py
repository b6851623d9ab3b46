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
    return max(begun, key=age)


def statuses(versions: Sequence[VersionRecord], day: date) -> dict[str, str]:
    """Mark of a version → "draft", "announced" (from a day ahead), "in_force", "retired" or "withdrawn" on a local day.

    A version that another one of the same first day replaced never comes into force: it is retired. Of two that were
    announced for one day by desks that were apart the one announced later replaces the other.
    Source: spec: program, Versions.
    """
    live = [record for record in versions if record.status in _LIVE]
    begun = [record for record in live if record.effective_from <= day]
    in_force = max(begun, key=age).mark if begun else None
    last = {record.effective_from: record.mark for record in sorted(live, key=age)}
    told = {record.mark: record.status for record in versions}
    for record in live:
        ahead = record.effective_from > day and last[record.effective_from] == record.mark
        told[record.mark] = "in_force" if record.mark == in_force else "announced" if ahead else "retired"
    return told


def ahead_of(versions: Sequence[VersionRecord], day: date) -> tuple[VersionRecord, ...]:
    """The versions that will come into force after a local day, in that order."""
    told = statuses(versions, day)
    return tuple(sorted((one for one in versions if told[one.mark] == "announced"), key=age))


def held_before(versions: Sequence[VersionRecord], start: date, now: date) -> VersionRecord | None:
    """The version that holds until another one begins on `start`, as it is known today; None while there is none.

    What was announced for that very day and never began is none.
    """
    begun = [
        one for one in versions
        if one.status in _LIVE and (one.effective_from < start or one.effective_from == start <= now)
    ]  # fmt: skip
    return max(begun, key=age, default=None)


def next_announced(reading: Reading, day: date) -> str | None:
    """The number of the version that comes into force first after a local day, None while none is announced."""
    ahead = ahead_of(reading.versions(), day)
    return ahead[0].label if ahead else None


def age(record: VersionRecord) -> tuple[date, int, int, str]:
    """What decides which of two versions holds on a day: the first day, and which was announced later."""
    return record.effective_from, record.order[0], record.version, record.mark


def program_of_version(reading: Reading, version: int, mark: str = "") -> VersionRecord:
    """The record of one version; versions are kept for ever. `mark` tells two of one number apart.

    Raises `moment.no_version`.
    """
    found = [record for record in reading.versions() if record.version == version]
    for record in found:
        if record.mark == mark or not mark:
            return record
    if found:
        # the act that made it is not known here yet, or it was written before marks were
        return found[0]
    raise refuse("moment.no_version", "version", version=version)


def version_marked(reading: Reading, mark: str) -> VersionRecord:
    """The version of a mark. Raises `version.unknown`."""
    for record in reading.versions():
        if record.mark == mark:
            return record
    raise refuse("version.unknown", "version")


def version_labelled(reading: Reading, label: str) -> VersionRecord:
    """The version of a number as people are told it: "2", or "2b" for the second one of two that desks announced
    apart. Raises `moment.no_version`."""
    found = next((one for one in reading.versions() if one.label == label.strip().lower()), None)
    if found is None:
        raise refuse("moment.no_version", "version", version=label)
    return found


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
