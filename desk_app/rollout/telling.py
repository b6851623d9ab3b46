"""Who was told of new rules, when and how, and who is still to be told: counts, pages, files.

A version, or the program's end, is named by its mark. The first time a patient hears of it counts. Source: S34.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from desk_app.acts import derived, done_before, write
from desk_app.domain.errors import refuse
from desk_app.events import member_of
from desk_app.ports import Desk, Json, Reading, ToldRow, Writing
from desk_app.rollout.plan import WAYS
from desk_app.versions import today, version_marked

#: Members named in one act: it stays far below what an act may hold.
_TOGETHER: Final = 5_000
_PAGE: Final = 2_000


@dataclass(frozen=True, slots=True)
class Heard:
    """How many are to hear of a version, and how many did, by way and by day."""

    audience: int
    told: int
    by_way: Mapping[str, int]
    by_day: Mapping[date, int]

    @property
    def not_told(self) -> int:
        """Those who are still to be told."""
        return self.audience - self.told


@dataclass(frozen=True, slots=True)
class Addressee:
    """Somebody who agreed to messages by a channel, and where they go; `language` is hers."""

    member: str
    name: str
    address: str
    language: str


def tell(desk: Desk, member: str, mark: str, way: str) -> date:
    """A patient was told of a version in one of `WAYS`; the day on which she heard of it first.

    Raises `member.unknown`, `version.unknown`, `plan.channel`.
    """
    with desk.store.writing() as writing:
        canonical = member_of(writing, member)
        _check(writing, mark, way)
        known = writing.told_of(mark, canonical)
        if known is not None:
            return known[0]
        now = today(desk, writing)
        _write(writing, desk, mark, way, [canonical])
        return now


def tell_all(
    desk: Desk, members: Iterable[str], mark: str, way: str, progress: Callable[[int], None] | None = None
) -> int:
    """Many were told at once (a list of messages went out); how many had not heard of it before.

    Cut short anywhere, the next try goes on. Raises `version.unknown`, `plan.channel`.
    """
    fresh = seen = 0
    with desk.store.reading() as reading:
        _check(reading, mark, way)
    for batch in _batches(members):
        with desk.store.writing() as writing:
            known = [writing.canonical(one) for one in batch]
            new = sorted({one for one in known if writing.told_of(mark, one) is None})
            if new:
                _write(writing, desk, mark, way, new)
        fresh, seen = fresh + len(new), seen + len(batch)
        if progress:
            progress(seen)
    return fresh


def heard(desk: Desk, mark: str) -> Heard:
    """The counts of a version or of the program's end. Raises `version.unknown`."""
    with desk.store.reading() as reading:
        last = last_to_tell(reading, mark)
        counts = reading.told_counts(mark, last)
        by_way: dict[str, int] = {}
        by_day: dict[date, int] = {}
        for (day, way), count in counts.items():
            by_way[way] = by_way.get(way, 0) + count
            by_day[day] = by_day.get(day, 0) + count
        return Heard(reading.count_audience(last), sum(counts.values()), by_way, by_day)


def people(desk: Desk, mark: str, *, told: bool, after: str = "", limit: int = 200) -> tuple[ToldRow, ...]:
    """A page of those who were told, or not: the ones behind the member `after`. Raises `version.unknown`."""
    with desk.store.reading() as reading:
        return reading.audience(mark, last_to_tell(reading, mark), told, after, limit)


def everybody(desk: Desk, mark: str, *, told: bool) -> Iterator[ToldRow]:
    """All of them, page by page, for a file. Raises `version.unknown`."""
    after = ""
    while page := people(desk, mark, told=told, after=after, limit=_PAGE):
        yield from page
        after = page[-1].member


def addressees(desk: Desk, mark: str, channel: str) -> Iterator[Addressee]:
    """Those not told yet who agreed to messages by a channel ("sms", "email", "messenger", "call") and can be reached.

    Raises `version.unknown`.
    """
    for row in everybody(desk, mark, told=False):
        with desk.store.reading() as reading:
            agreed = any(
                one.kind == "messages" and one.channel == channel and one.given for one in reading.consents(row.member)
            )
            patient = reading.patient(row.member)
        if patient is None or not agreed:
            continue
        address = patient.email if channel == "email" else row.phone
        if address:
            yield Addressee(row.member, row.name, address, patient.language)


def last_to_tell(reading: Reading, mark: str) -> date:
    """Whoever joined later joined under the new rules: the last local day of joining under the old ones."""
    for act in reading.program_acts():
        closing: Json = act.body.get("closing", {})
        if act.op_id == mark and closing.get("day"):
            return date.fromisoformat(closing["day"]) - timedelta(days=1)
    return version_marked(reading, mark).effective_from - timedelta(days=1)


def _check(reading: Reading, mark: str, way: str) -> None:
    if way not in WAYS:
        raise refuse("plan.channel", "way", allowed=", ".join(WAYS))
    last_to_tell(reading, mark)


def _write(writing: Writing, desk: Desk, mark: str, way: str, members: list[str]) -> None:
    identifier = derived("told", mark, desk.code, *members)
    if done_before(writing, identifier, "told") is None:
        now = today(desk, writing)
        part: Json = {"version": mark, "members": members, "way": way, "day": now.isoformat(), "by": desk.operator}
        write(writing, desk, identifier, "told", now, {"told": part})


def _batches(members: Iterable[str]) -> Iterator[list[str]]:
    batch: list[str] = []
    for member in members:
        batch.append(member)
        if len(batch) == _TOGETHER:
            yield batch
            batch = []
    if batch:
        yield batch
