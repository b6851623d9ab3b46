"""The diary of a program: which version was announced, withdrawn or put in force, when, by whom, and what was said.

It is read from the log of acts, so it is the same on every desk and nobody edits it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from typing import Final, Literal

from desk_app.acts import derived, done_before, write
from desk_app.domain.errors import refuse
from desk_app.ports import Desk, JournalRow, Json, Reading, VersionRecord
from desk_app.rollout.plan import Plan, plan_from
from desk_app.versions import age, statuses, today, version_marked

What = Literal["published", "announced", "withdrawn", "closing", "closing_back", "leaflet", "desks", "message",
               "local_added", "local_removed", "local_limits"]  # fmt: skip
#: What somebody notes after announcing: the leaflet came out of the printer, the desks know, messages went out.
NOTES: Final = ("leaflet", "desks", "message")
_LEAFLET: Final = "leaflet:"


@dataclass(frozen=True, slots=True)
class Entry:
    """One act. `moment` is milliseconds UTC, `day` the local day; `version` is the mark it is about, "" for none.

    `by` is who was signed in, `desk` the desk's code; `text` what was written (a reason, a note).
    """

    moment: int
    day: date
    what: str
    version: str
    by: str
    desk: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class VersionLife:
    """A version with its record: `status` of today, first and last day (None while it has no end), and how it came.

    `counts` are differences by class at the time of announcing; `branch` is set for a branch's local rule. `reasons`
    answer the check-up, `despite` says why a notice was not kept. `apart` is the mark of a version announced at the
    same time by a desk that was apart, of which this one does not know.
    """

    record: VersionRecord
    status: str
    last_day: date | None
    announced: date
    by: str
    desk: str
    plan: Plan = field(default_factory=Plan)
    reasons: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    counts: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    branch: str = ""
    despite: str = ""
    apart: str = ""


def diary(desk: Desk, mark: str = "") -> tuple[Entry, ...]:
    """Every act in the life of the program, oldest first; `mark`: of one version only."""
    with desk.store.reading() as reading:
        entries = [_entry(act) for act in reading.program_acts()]
    return tuple(one for one in entries if not mark or one.version == mark)


def lives(desk: Desk) -> tuple[VersionLife, ...]:
    """All versions with their records, the newest first."""
    with desk.store.reading() as reading:
        return lives_in(reading, desk)


def life(desk: Desk, mark: str) -> VersionLife:
    """One of them. Raises `version.unknown`."""
    with desk.store.reading() as reading:
        version_marked(reading, mark)
        return next(one for one in lives_in(reading, desk) if one.record.mark == mark)


def note(desk: Desk, mark: str, what: str, text: str, identifier: str) -> None:
    """Write down that a step of the plan was done: one of `NOTES`. Raises `version.unknown`, `note.unknown`."""
    if what not in NOTES:
        raise refuse("note.unknown", "what", allowed=", ".join(NOTES))
    with desk.store.writing() as writing:
        if done_before(writing, identifier, "program_note") is not None:
            return
        if not any(act.op_id == mark for act in writing.program_acts()):
            version_marked(writing, mark)
        parts: Json = {"diary": {"what": what, "version": mark}, "note": {"text": text.strip()}}
        write(writing, desk, identifier, "program_note", today(desk, writing), parts)


def note_of_leaflet(mark: str) -> str:
    """The note that travels with a leaflet "what changed" until it is printed or kept: which version it tells of."""
    return _LEAFLET + mark


def is_leaflet(note: str) -> bool:
    """Whether a note is of such a leaflet."""
    return note.startswith(_LEAFLET)


def leaflet_out(desk: Desk, note: str) -> None:
    """The leaflet of a note is out: the diary has it, once a day for each desk."""
    mark = note.removeprefix(_LEAFLET)
    with desk.store.writing() as writing:
        now = today(desk, writing)
        identifier = derived("leaflet", mark, desk.code, now.isoformat())
        if done_before(writing, identifier, "program_note") is None:
            parts: Json = {"diary": {"what": "leaflet", "version": mark}, "note": {"text": ""}}
            write(writing, desk, identifier, "program_note", now, parts)


def lives_in(reading: Reading, desk: Desk) -> tuple[VersionLife, ...]:
    """`lives` inside an open door."""
    versions = reading.versions()
    told = statuses(versions, today(desk, reading))
    live = sorted((one for one in versions if told[one.mark] not in ("draft", "withdrawn")), key=age)
    acts = {act.op_id: act for act in reading.program_acts()}
    found = []
    for record in sorted(versions, key=age, reverse=True):
        later = [one.effective_from for one in live if age(one) > age(record)]
        last = date.fromordinal(min(later).toordinal() - 1) if later else None
        act = acts.get(record.mark)
        body: Json = act.body if act is not None else {}
        said: Json = body.get("announcement", {})
        found.append(VersionLife(
            record, told[record.mark], last, date.fromisoformat(body["day"]) if body else record.effective_from,
            body.get("by", ""), body.get("desk", ""), plan_from(said.get("plan", {})), said.get("reasons", {}),
            said.get("counts", {}), said.get("local", {}).get("branch", ""),
            body.get("note", {}).get("reason", "") if act is not None and act.kind == "publish" else "",
            _apart(record, told[record.mark], said, live),
        ))  # fmt: skip
    return tuple(found)


def _apart(record: VersionRecord, status: str, said: Json, live: list[VersionRecord]) -> str:
    """The version that holds just before this one, where whoever announced this one did not know of it."""
    if "before" not in said or status not in ("in_force", "announced"):
        return ""
    place = live.index(record)
    if not place:
        return ""
    before = live[place - 1]
    known = {said["before"], *said.get("ahead", ()), *said.get("beside", ())}
    return "" if before.mark in known else before.mark


def _entry(act: JournalRow) -> Entry:
    body = act.body
    kept: Json = body.get("diary", {})
    what = kept.get("what", {"publish": "published", "close": "closing"}.get(act.kind, act.kind))
    about = kept.get("version", act.op_id if act.kind == "publish" else "")
    told: Json = body.get("note", {})
    return Entry(act.moment, date.fromisoformat(body["day"]), what, about, body.get("by", ""), body.get("desk", ""),
                 str(told.get("reason", "") or told.get("text", "")))  # fmt: skip
