"""Announce a new version of the program with its notice, and withdraw one before its day.

Anything worse for patients begins no sooner than the old version promised (spec: program, Versions).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from desk_app import programs
from desk_app.acts import derived, done_before, of_other_content, write
from desk_app.checkup import Finding, check_up, known_history, unanswered
from desk_app.domain.differences import beside_the_rules
from desk_app.domain.errors import Refusal, refuse
from desk_app.domain.notice import Judgement, judged
from desk_app.domain.program import Program
from desk_app.ports import Desk, Json, Reading, VersionRecord
from desk_app.rollout.plan import Plan
from desk_app.versions import ahead_of, held_before, statuses, today, version_marked


@dataclass(frozen=True, slots=True)
class Outlook:
    """What announcing a document today would mean. `before` is the version that holds until then, None for the first.

    `ahead` are versions announced already: a new one begins on the last one's day at the soonest, and replaces it then.
    `open` is what the check-up found and nobody answered.
    """

    judgement: Judgement
    program: Program
    before: VersionRecord | None
    old: Program | None
    ahead: tuple[VersionRecord, ...]
    open: tuple[Finding, ...]

    @property
    def earliest(self) -> date:
        """The first day on which it may begin."""
        last = self.ahead[-1].effective_from if self.ahead else self.judgement.earliest
        return max(last, self.judgement.earliest)


def outlook(
    desk: Desk, document: Json, day: date | None = None, reasons: Mapping[str, str] | None = None, *,
    checked: bool = True,
) -> Outlook:  # fmt: skip
    """What announcing would mean, before it is done; `day` is the first one wished for.

    `checked` False leaves the check-up out. Raises the document's problems.
    """
    from desk_app.documents.program_file import read_document, read_program

    document = read_document(document)
    program = read_program(document)
    with desk.store.reading() as reading:
        found = open_findings(desk, reading, document, reasons or {}) if checked else ()
        return _outlook(desk, reading, document, program, day, found)


def announce(
    desk: Desk, document: Json, day: date | None, plan: Plan, reasons: Mapping[str, str], identifier: str
) -> VersionRecord:
    """Announce a version from a local day on; None is the first lawful day. `reasons` answer the check-up's warnings.

    Raises the document's problems, `program.other`, `program.currency`, `program.ends`, `publish.past`, `publish.far`,
    `C01`; `checkup.unanswered`, `plan.missing`, `plan.owner`, `announce.ahead` (a version announced before
    begins later),
    `announce.same` and `notice.too_early` with `days` of notice, the first lawful `day`, and how many differences are
    `worse`.
    """
    from desk_app.documents.program_file import read_document, read_program

    document = read_document(document)
    program = read_program(document)
    with desk.store.reading() as reading:
        # a check-up may take its time, and nobody shall wait for it
        found = () if reading.op_body(identifier) else open_findings(desk, reading, document, reasons)
    with desk.store.writing() as writing:
        made = done_before(writing, identifier, "announce")
        if made is not None:
            if made["program"]["document"] != document:
                raise of_other_content(identifier)
            return version_marked(writing, identifier)
        seen, start = _allowed(desk, writing, document, program, day, plan, found)
        now = today(desk, writing)
        announcement: Json = {
            "plan": plan.to_json(), "reasons": dict(reasons), "before": seen.before.mark if seen.before else "",
            "ahead": [one.mark for one in seen.ahead],
            "counts": {kind: len(seen.judgement.of(kind)) for kind in ("better", "worse", "neutral")},
        }  # fmt: skip
        parts = programs.version_parts(writing, program, document, start, "announced", identifier, "announced")
        write(writing, desk, identifier, "announce", now, parts | {"announcement": announcement})
        return version_marked(writing, identifier)


def try_out(desk: Desk, document: Json, day: date | None, plan: Plan, reasons: Mapping[str, str]) -> None:
    """Refuse whatever `announce` would refuse today, and do nothing."""
    from desk_app.documents.program_file import read_document, read_program

    document = read_document(document)
    program = read_program(document)
    with desk.store.reading() as reading:
        _allowed(desk, reading, document, program, day, plan, open_findings(desk, reading, document, reasons))


def withdraw(desk: Desk, mark: str, reason: str, identifier: str) -> None:
    """Take an announced version back before its day; the diary keeps that it was. Raises `version.unknown`,
    `version.withdrawn`, `version.begun`, `reason.missing`.

    Versions that it had replaced do not come back: from its day on nothing changes.
    """
    with desk.store.writing() as writing:
        if done_before(writing, identifier, "withdraw_version") is not None:
            return
        record = version_marked(writing, mark)
        now = today(desk, writing)
        versions = writing.versions()
        if record.status == "withdrawn":
            raise refuse("version.withdrawn", "version", version=record.label)
        if statuses(versions, now)[mark] != "announced":
            raise refuse("version.begun", "version", version=record.label, day=record.effective_from.isoformat())
        if not reason.strip():
            raise refuse("reason.missing", "reason")
        note: Json = {"diary": {"what": "withdrawn", "version": mark}, "note": {"reason": reason.strip()}}
        write(writing, desk, identifier, "withdraw_version", now, _withdrawn(record) | note)
        for other in versions:
            if other.mark != mark and other.effective_from == record.effective_from and other.status != "withdrawn":
                write(writing, desk, derived("withdrawn", identifier, other.mark), "withdraw_version", now,
                      _withdrawn(other))  # fmt: skip


def open_findings(desk: Desk, reading: Reading, document: Json, reasons: Mapping[str, str]) -> tuple[Finding, ...]:
    """What the check-up finds in a document and nobody answered."""
    services = reading.services("", 1_000_000)
    now = today(desk, reading)
    before = held_before(reading.versions(), now, now)
    found = check_up(document, now=desk.clock(), services=services, history=known_history(desk),
                     before=before.document if before is not None else None)  # fmt: skip
    return unanswered(found, reasons)


def _outlook(
    desk: Desk, reading: Reading, document: Json, program: Program, day: date | None, found: tuple[Finding, ...]
) -> Outlook:
    versions = reading.versions()
    now = today(desk, reading)
    ahead = ahead_of(versions, now)
    start = day or max([now, *(one.effective_from for one in ahead)])
    before = held_before(versions, start, now)
    if before is None:
        return Outlook(judged(None, program, (), now), program, None, None, ahead, found)
    old = desk.program_of(before)
    beside = tuple(beside_the_rules(before.document, document))
    judgement = judged(old, program, beside, now, start)
    if day is None and not ahead and judgement.earliest > start:
        # what is over by the day on which it may begin is taken from nobody
        later = judged(old, program, beside, now, judgement.earliest)
        judgement = later if later.worse else Judgement(later.differences, judgement.days, judgement.earliest)
    return Outlook(judgement, program, before, old, ahead, found)


def _allowed(
    desk: Desk, reading: Reading, document: Json, program: Program, day: date | None, plan: Plan,
    found: tuple[Finding, ...],
) -> tuple[Outlook, date]:  # fmt: skip
    """What announcing means, and the first day of the version. Raises as `announce`."""
    programs.check_belongs(reading, program, document)
    if found:
        raise refuse("checkup.unanswered", found[0].place, count=len(found), first=found[0].id,
                     findings=", ".join(one.key.strip() for one in found))  # fmt: skip
    seen = _outlook(desk, reading, document, program, day, ())
    start = day or seen.earliest
    _check_day(reading, seen, today(desk, reading), start, said=day is not None)
    if seen.before is not None and not seen.judgement.differences and not seen.ahead:
        raise refuse("announce.same", "", version=seen.before.label)
    if seen.judgement.of("worse") + seen.judgement.of("better"):
        plan.check()
    programs.check_examples(program, document, start, desk.clock())
    return seen, start


def _check_day(reading: Reading, seen: Outlook, now: date, start: date, *, said: bool) -> None:
    closing = reading.closing()
    if closing is not None and start >= closing[0]:
        raise refuse("program.ends", "effective_from", day=closing[0].isoformat())
    programs.check_near(now, start, seen.judgement.earliest)
    if seen.before is not None and start < now:
        raise refuse("publish.past", "effective_from", day=start.isoformat(), today=now.isoformat())
    if seen.ahead and (not said or start < seen.ahead[-1].effective_from):
        last = seen.ahead[-1]
        raise refuse("announce.ahead", "effective_from", version=last.label, day=last.effective_from.isoformat())
    if start < seen.judgement.earliest:
        raise too_early(seen.judgement, start)


def too_early(judgement: Judgement, start: date) -> Refusal:
    """The refusal for a day before the notice is over."""
    return refuse("notice.too_early", "effective_from", days=judgement.days, day=judgement.earliest.isoformat(),
                  asked=start.isoformat(), worse=len(judgement.worse))  # fmt: skip


def too_far(now: date, start: date, earliest: date) -> Refusal | None:
    """The refusal for a day years ahead, None for one that people plan for."""
    try:
        programs.check_near(now, start, earliest)
    except Refusal as refusal:
        return refusal
    return None


def _withdrawn(record: VersionRecord) -> Json:
    return {"program": {"code": record.code, "version": record.version, "mark": record.mark, "status": "withdrawn"}}


__all__ = ["Outlook", "announce", "outlook", "too_early", "too_far", "try_out", "withdraw"]
