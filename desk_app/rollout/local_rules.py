"""What a branch may add to the program: promotions of its own within the limits of the network, and nothing else.

A branch's rule is a new version that differs from the one before by it alone, so it has a number, a notice, receipts
name it, and it travels like every act. Source: S42; spec: product, Network.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from desk_app import programs
from desk_app.acts import derived, done_before, of_other_content, write
from desk_app.documents import scalars
from desk_app.documents.keys import Table
from desk_app.documents.program_file import read_document, read_program
from desk_app.domain.errors import Refusal, refuse
from desk_app.domain.local_rules import EFFECTS, Limits, check_change, check_rule, core_document, is_local
from desk_app.domain.notice import judged
from desk_app.domain.program import Program
from desk_app.domain.promotions import Promotion
from desk_app.ports import Desk, Json, Reading, VersionRecord, Writing
from desk_app.versions import age, ahead_of, record_on, statuses, today, version_marked

_KEY: Final = "local.limits"
_KEYS: Final = ("percent", "amount", "units", "factor", "categories", "effects", "at_once", "days")
_MOST_DAYS: Final = 366


@dataclass(frozen=True, slots=True)
class LocalRule:
    """A promotion of one branch: its document, the branch, and the version that brought it."""

    code: str
    branch: str
    document: Json
    promotion: Promotion
    version: VersionRecord


def limits(desk: Desk) -> Limits | None:
    """What branches may add; None: nothing. Raises `moment.no_version`."""
    with desk.store.reading() as reading:
        return limits_in(reading, desk)


def limits_document(desk: Desk) -> Json | None:
    """The same as it was written."""
    with desk.store.reading() as reading:
        kept = reading.setting(_KEY)
        return json.loads(kept) if kept else None


def set_limits(desk: Desk, document: Json | None, identifier: str) -> Limits | None:
    """Let all desks know what branches may add; None: nothing any more. Rules that hold already stay to their last day.

    The document: `percent`, `amount` (the most a bill may get), `categories`, `effects`, `at_once`, `days`, and where
    these effects are allowed `units` and `factor`. Raises `WrongInput` with the key, `moment.no_version`.
    """
    with desk.store.writing() as writing:
        now = today(desk, writing)
        program = desk.program_of(record_on(writing, now))
        read = None if document is None else _limits(document, program)
        if done_before(writing, identifier, "local_limits") is None:
            text = "" if document is None else json.dumps(document, ensure_ascii=False, sort_keys=True)
            parts: Json = {"clinic": {_KEY: text}, "diary": {"what": "local_limits", "version": ""}}
            write(writing, desk, identifier, "local_limits", now, parts)
        return read


def rules(desk: Desk, branch: str = "") -> tuple[LocalRule, ...]:
    """The rules of branches that hold today or will, by branch and code; `branch`: of one alone."""
    with desk.store.reading() as reading:
        return rules_in(reading, desk, branch)


def add(desk: Desk, promotion: Json, identifier: str, day: date | None = None) -> VersionRecord:
    """A rule of this desk's branch from a day on (None: today); answers the version that holds then.

    Versions that are announced already get it too. Raises the document's problems and `local.none_allowed`,
    `local.branch`, `local.taken`, `local.effect`, `local.percent`, `local.amount`, `local.units`, `local.factor`,
    `local.category`, `local.service`, `local.indicated`, `local.exclusive`, `local.days`, `local.many`,
    `publish.past`, `program.ends`.
    """
    with desk.store.writing() as writing:
        made = done_before(writing, identifier, "local_rule")
        if made is not None:
            if made["announcement"]["local"].get("promotion") != promotion:
                raise of_other_content(identifier)
            return version_marked(writing, identifier)
        now = today(desk, writing)
        start = day or now
        _check_start(writing, start, now)
        given = _limited_to(promotion, desk.branch)
        code = given.get("code")
        if any(code in _codes(record.document) for record in writing.versions()):
            raise refuse("local.taken", "code", found=str(code))
        base = record_on(writing, start)
        document = read_document(_with(base.document, given))
        program = read_program(document)
        rule = program.promotions[-1]
        beside = [one.promotion for one in rules_in(writing, desk, desk.branch)]
        check_rule(rule, desk.branch, limits_in(writing, desk), program, _categories_of(writing, rule), beside)
        check_change(desk.program_of(base), program, desk.branch)
        local: Json = {"branch": desk.branch, "added": [rule.code], "promotion": promotion}
        _write(writing, desk, identifier, base, document, start, local, "local_added", now)
        for later in _begin_after(writing, start, now, identifier):
            following = derived("local", identifier, later.mark)
            document = read_document(_with(later.document, given))
            _write(writing, desk, following, later, document, later.effective_from, local, "local_added", now)
        return version_marked(writing, identifier)


def remove(desk: Desk, code: str, day: date | None, reason: str, identifier: str) -> VersionRecord:
    """End a rule of this desk's branch before its last day: worse for patients, so no sooner than the notice.

    None is the first lawful day. Raises `local.unknown`, `local.branch`, `notice.too_early`, `reason.missing`.
    """
    with desk.store.writing() as writing:
        made = done_before(writing, identifier, "local_rule")
        if made is not None:
            if made["announcement"]["local"].get("removed") != [code]:
                raise of_other_content(identifier)
            return version_marked(writing, identifier)
        if not reason.strip():
            raise refuse("reason.missing", "reason")
        now = today(desk, writing)
        known = {one.code: one for one in rules_in(writing, desk)}
        if code not in known:
            raise refuse("local.unknown", "code", found=code)
        if known[code].branch != desk.branch:
            raise refuse("local.branch", "code", found=known[code].branch, allowed=desk.branch)
        without = read_program(core_document(known[code].version.document, [code]))
        judgement = judged(desk.program_of(known[code].version), without, (), now, day or now)
        start = day or max(judgement.earliest, now)
        _check_start(writing, start, now)
        if start < judgement.earliest:
            raise refuse("notice.too_early", "day", days=judgement.days, day=judgement.earliest.isoformat(),
                         asked=start.isoformat(), worse=len(judgement.worse))  # fmt: skip
        local: Json = {"branch": desk.branch, "removed": [code]}
        base = record_on(writing, start)
        check_change(desk.program_of(base), read_program(core_document(base.document, [code])), desk.branch)
        document = core_document(base.document, [code])
        _write(writing, desk, identifier, base, document, start, local, "local_removed", now, reason.strip())
        for later in _begin_after(writing, start, now, identifier):
            if code in _codes(later.document):
                following = derived("local", identifier, later.mark)
                document = core_document(later.document, [code])
                _write(writing, desk, following, later, document, later.effective_from, local, "local_removed", now)
        return version_marked(writing, identifier)


def limits_in(reading: Reading, desk: Desk) -> Limits | None:
    """`limits` inside an open door."""
    kept = reading.setting(_KEY)
    if not kept:
        return None
    program = desk.program_of(record_on(reading, today(desk, reading)))
    try:
        return _limits(json.loads(kept), program)
    except Refusal:
        return None  # written for another program: nothing is allowed until somebody says what is


def rules_in(reading: Reading, desk: Desk, branch: str = "") -> tuple[LocalRule, ...]:
    """`rules` inside an open door."""
    now, versions = today(desk, reading), reading.versions()
    told = statuses(versions, now)
    found: dict[str, LocalRule] = {}
    added = {
        code: said["branch"]
        for act in reading.program_acts()
        if (said := act.body.get("announcement", {}).get("local"))
        for code in said.get("added", ())
    }
    for record in sorted((one for one in versions if told[one.mark] in ("in_force", "announced")), key=age):
        for promotion in desk.program_of(record).promotions:
            owner = added.get(promotion.code)
            over = promotion.when.last_day is not None and promotion.when.last_day < now
            if owner is None or over or not is_local(promotion, owner) or promotion.code in found:
                continue
            document = next(one for one in record.document["promotions"] if one["code"] == promotion.code)
            found[promotion.code] = LocalRule(promotion.code, owner, document, promotion, record)
    return tuple(sorted((one for one in found.values() if branch in ("", one.branch)),
                        key=lambda one: (one.branch, one.code)))  # fmt: skip


def _limits(document: Json, program: Program) -> Limits:
    table = Table(document, "limits", _KEYS)
    effects = table.codes("effects")
    categories = table.codes("categories")
    if not effects or not set(effects) <= set(EFFECTS):
        raise table.refuse("value.bad", "effects", ", ".join(EFFECTS))
    if not categories or not set(categories) <= set(program.categories):
        raise table.refuse("value.bad", "categories", ", ".join(program.categories))
    return Limits(
        table.optional("percent", scalars.percent("0"), scalars.percent),
        table.optional("amount", 0, scalars.money, program.decimals),
        frozenset(categories), frozenset(effects),
        table.needed("at_once", scalars.count, 1), table.needed("days", scalars.count, 1, _MOST_DAYS),
        table.optional("units", 0, scalars.units, program.precision),
        table.optional("factor", scalars.factor("1"), scalars.factor),
    )  # fmt: skip


def _limited_to(promotion: Json, branch: str) -> Json:
    """The rule as a promotion of this branch; one that names another is refused."""
    when: Any = promotion.get("when", {})
    if not isinstance(when, dict):
        return promotion
    named = when.get("branches", [branch])
    if named != [branch]:
        found = ", ".join(map(str, named)) if isinstance(named, list) else str(named)
        raise refuse("local.branch", "when.branches", found=found, allowed=branch)
    return {**promotion, "when": {**when, "branches": [branch]}}


def _with(document: Json, promotion: Json) -> Json:
    return {**document, "promotions": [*document.get("promotions", ()), promotion]}


def _codes(document: Json) -> set[str]:
    return {one["code"] for one in document.get("promotions", ())}


def _categories_of(reading: Reading, rule: Promotion) -> dict[str, str]:
    known = ((code, reading.service(code)) for code in rule.when.services)
    return {code: service.category for code, service in known if service is not None}


def _check_start(reading: Reading, start: date, now: date) -> None:
    if start < now:
        raise refuse("publish.past", "day", day=start.isoformat(), today=now.isoformat())
    closing = reading.closing()
    if closing is not None and start >= closing[0]:
        raise refuse("program.ends", "day", day=closing[0].isoformat())


def _begin_after(reading: Reading, start: date, now: date, identifier: str) -> list[VersionRecord]:
    """Versions announced for later days, of each day the one that will hold."""
    return [one for one in ahead_of(reading.versions(), now) if one.effective_from > start and one.mark != identifier]


def _write(
    writing: Writing, desk: Desk, identifier: str, base: VersionRecord, document: Json, start: date, local: Json,
    what: str, now: date, reason: str = "",
) -> None:  # fmt: skip
    program = read_program(document)
    parts = programs.version_parts(writing, program, document, start, "announced", identifier, what)
    ahead = [one.mark for one in ahead_of(writing.versions(), now)]
    parts["announcement"] = {"local": local, "before": base.mark, "ahead": ahead}
    if reason:
        parts["note"] = {"reason": reason}
    write(writing, desk, identifier, "local_rule", now, parts)
