"""Versions of the program on this desk: publish, list, and the personal offers and rewards outside a bill."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Final

from desk_app.accounts import Holding, load, version_on
from desk_app.acts import done_before, write
from desk_app.domain.days import plus_days
from desk_app.domain.errors import Refusal, refuse
from desk_app.domain.facts import Redeemed
from desk_app.domain.program import Program
from desk_app.events import member_of
from desk_app.ports import Desk, Json, Reading, VersionRecord
from desk_app.versions import local_now, today, version_marked

#: Days ahead within which a version begins, and a program ends.
FARTHEST: Final = 3 * 366


def publish(
    desk: Desk, document: Json, day: date | None, identifier: str, reason: str = "",
    reasons: Mapping[str, str] | None = None,
) -> VersionRecord:  # fmt: skip
    """Put the next version in force from a local day on (today when not said). Raises the document's problems.

    This is the direct way: nobody is asked for a notice, see `desk_app.rollout.announce`; `reason` says why not. The
    version keeps `reasons`: answers to what the check-up found, by `Finding.key`; whoever publishes asks for them.

    What a published example claims must be true on the first day of the version: raises `C01`, or what its bill is
    refused with, always as a rule that says no.

    A version already in force keeps every byte; receipts and lots keep the version they were made under. A desk has
    one program: raises `program.other` for the document of another one, `program.currency` for another currency. Raises
    `publish.past` and `publish.far` for days on which it cannot begin.
    """
    from desk_app.documents.program_file import read_document, read_program

    document = read_document(document)
    program = read_program(document)
    with desk.store.writing() as writing:
        check_belongs(writing, program, document)
        before = done_before(writing, identifier, "publish")
        if before is None:
            now = local_now(desk, program.timezone).date()
            start = day or now
            if writing.versions() and start < now:
                raise refuse("publish.past", "effective_from", day=start.isoformat(), today=now.isoformat())
            check_near(now, start)
            check_examples(program, document, start, desk.clock())
            parts = version_parts(writing, program, document, start, "in_force", identifier, "published")
            note: Json = {"note": {"reason": reason}} if reason else {}
            answered: Json = {"announcement": {"reasons": dict(reasons)}} if reasons else {}
            write(writing, desk, identifier, "publish", now, parts | note | answered)
        return version_marked(writing, identifier)


def check_belongs(reading: Reading, program: Program, document: Json) -> None:
    """A document may become a version here. Raises what cannot be published, `program.other`, `program.currency`."""
    from desk_app.documents.program_file import publishable
    from desk_app.documents.program_sense import refusal

    for problem in publishable(document):
        raise refusal(problem)
    versions = reading.versions()
    if versions and versions[-1].code != program.code:
        raise refuse("program.other", "code", found=program.code, allowed=versions[-1].code)
    if versions and versions[-1].document["currency"] != program.currency:
        raise refuse("program.currency", "currency", found=program.currency,
                     allowed=str(versions[-1].document["currency"]))  # fmt: skip


def check_near(now: date, start: date, earliest: date = date.min, place: str = "effective_from") -> None:
    """A first day is one that people plan for: within `FARTHEST` days, or the first lawful one. Raises `publish.far`.

    A slip of the finger in a year would otherwise be announced to every patient.
    """
    last = max(plus_days(now, FARTHEST), earliest)
    if start > last:
        raise refuse("publish.far", place, day=start.isoformat(), allowed=last.isoformat())


def check_examples(program: Program, document: Json, start: date, now: datetime) -> None:
    """Every published example is true on the first day. Raises `C01`, or what its bill is refused with."""
    from desk_app.checkup.published import untrue_on

    for wrong in untrue_on(program, document, start, now):
        raise Refusal(wrong.id, wrong.place, **wrong.params)


def version_parts(
    reading: Reading, program: Program, document: Json, start: date, status: str, identifier: str, what: str
) -> Json:
    """The parts of the act that makes the next version; `identifier` is the act's, `what` its word in the diary."""
    number = max((record.version for record in reading.versions()), default=0) + 1
    part = {"code": program.code, "version": number, "document": document, "status": status,
            "effective_from": start.isoformat()}  # fmt: skip
    return {"program": part, "diary": {"what": what, "version": identifier}}


def offer(desk: Desk, member: str, document: Json, identifier: str) -> str:
    """Give a member a personal offer (shaped like a promotion); answers its code. Raises the document's problems."""
    from desk_app.documents.offer_file import read_offer

    with desk.store.writing() as writing:
        canonical = member_of(writing, member)
        day = today(desk, writing)
        _, record = version_on(writing, desk, day)
        promotion = read_offer(record.document, document, "offer")
        parts = {"offer": {"member": canonical, "offer": document}}
        write(writing, desk, identifier, "offer", day, parts)
        return promotion.code


def hand_over_reward(desk: Desk, member: str, code: str, identifier: str) -> Holding:
    """A reward handed over without a bill. Raises `reward.unknown`, `reward.stock`, `reward.balance`."""
    with desk.store.writing() as writing:
        canonical = member_of(writing, member)
        day = today(desk, writing)
        program, _ = version_on(writing, desk, day)
        reward = next((one for one in program.rewards if one.code == code), None)
        if reward is None:
            raise refuse("reward.unknown", "reward", reward=code)
        if done_before(writing, identifier, "reward") is None:
            held = load(writing, desk, canonical, program, day)
            if reward.stock and writing.uses_total("reward").get(code, 0) >= reward.stock:
                raise refuse("reward.stock", "reward", reward=code)
            if held.usable < reward.cost:
                raise refuse("reward.balance", "reward", reward=code, cost=reward.cost, usable=held.usable)
            fact = Redeemed(0, "", canonical, day, reward.cost, f"reward:{identifier}")
            parts: Json = {"entries": [[canonical, -reward.cost]], "note": {"reward": code},
                           "uses": [{"kind": "reward", "code": code, "member": canonical}]}  # fmt: skip
            write(writing, desk, identifier, "reward", day, parts, [fact])
        return load(writing, desk, canonical, program, day)
