"""What staff are shown of new rules: from the day of announcement on, for the patient at hand, until she was told.

Source: S33, S34; spec: program, Versions.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from typing import Final, Literal

from desk_app.accounts import Holding, load, reached
from desk_app.domain.days import plus_days
from desk_app.domain.differences import Difference
from desk_app.domain.program import Program
from desk_app.ports import Desk, Reading, VersionRecord
from desk_app.rollout.plan import plan_from
from desk_app.rollout.retire import Ending, ending_in
from desk_app.sheets.changes import felt
from desk_app.versions import age, ahead_of, held_before, record_on, today

#: So long after the first day staff still tell whoever has not heard.
_STILL_NEW: Final = 30
_ORDER: Final = {"worse": 0, "better": 1, "neutral": 2}


@dataclass(frozen=True, slots=True)
class News:
    """Something to tell: rules "ahead" from `day` on, in force "since" `day`, or the program's end ("closing").

    `differences` are what this patient may feel, the worse first; `old` and `new` are the two versions they lie
    between. `sentence` is what the plan lets the desk say ("ru", "en"), where it does. `told` is when she was told.
    Of an end, `last_good_day` is the last on which units can be spent.
    """

    kind: Literal["ahead", "since", "closing"]
    mark: str
    label: str
    day: date
    today: date
    old: Program
    new: Program
    differences: tuple[Difference, ...] = ()
    sentence: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    told: date | None = None
    last_good_day: date | None = None

    @property
    def is_first_day(self) -> bool:
        """Whether the rules hold since today."""
        return self.kind == "since" and self.day == self.today


def news(desk: Desk, member: str = "") -> tuple[News, ...]:
    """What is to be told to a patient, the nearest day first; without a member what staff should know of.

    Rules that change nothing for her are left out, and so are those in force that she was told of, but for the first
    day. A patient who is no member hears nothing.
    """
    with desk.store.reading() as reading:
        versions = reading.versions()
        if not versions:
            return ()
        now = today(desk, reading)
        membership = reading.membership(reading.canonical(member)) if member else None
        if member and (membership is None or membership.left is not None):
            return ()
        pairs = _pairs(desk, versions, now)
        end = ending_in(reading) if reading.closing() is not None else None
        if not pairs and end is None:
            return ()
        who = _who(reading, desk, member, now) if member else None
        found = [_of_pair(reading, desk, old, new, who, now) for old, new in pairs]
        if end is not None and now <= end.last_good_day:
            found.append(_of_end(reading, desk, end, who, now))
        shown = (one for one in found if one is not None)
        return tuple(sorted(shown, key=lambda one: (one.day, one.mark)))


def to_tell(desk: Desk, member: str) -> News | None:
    """The nearest news a patient has not heard, None where there is none."""
    return next((one for one in news(desk, member) if one.told is None), None)


def _pairs(desk: Desk, versions: tuple[VersionRecord, ...], now: date) -> list[tuple[VersionRecord, VersionRecord]]:
    """Old and new versions of which staff should know: those ahead, and the one in force while it is new."""
    found = []
    in_force = held_before(versions, now, now)
    if in_force is not None and now <= plus_days(in_force.effective_from, _STILL_NEW):
        before = held_before(versions, in_force.effective_from, date.min) or _same_day(versions, in_force)
        if before is not None:
            found.append((before, in_force))
    for one in ahead_of(versions, now):
        before = held_before(versions, one.effective_from, now)
        if before is not None:
            found.append((before, one))
    return found


def _same_day(versions: tuple[VersionRecord, ...], record: VersionRecord) -> VersionRecord | None:
    """The version that held before on the very first day of all, where it was replaced at once."""
    older = [
        one for one in versions
        if one.effective_from == record.effective_from and age(one) < age(record) and one.status != "withdrawn"
    ]  # fmt: skip
    return max(older, key=age, default=None)


def _of_pair(
    reading: Reading, desk: Desk, old: VersionRecord, new: VersionRecord, who: Holding | None, now: date
) -> News | None:
    before, after = desk.program_of(old), desk.program_of(new)
    told = reading.told_of(new.mark, who.member) if who is not None else None
    kind: Literal["ahead", "since"] = "ahead" if new.effective_from > now else "since"
    if kind == "since" and told is not None and new.effective_from != now:
        return None
    joined = who.membership.joined if who is not None and who.membership is not None else None
    if kind == "since" and joined is not None and joined >= new.effective_from:
        return None  # she joined under these rules
    mine = tuple(sorted(
        (one for one in _felt(desk, old, new, before, after) if _meets(one, before, after, desk.branch, who)),
        key=lambda one: _ORDER[one.kind],
    ))  # fmt: skip
    if not mine:
        return None
    body = reading.op_body(new.mark) or {}
    plan = plan_from(body.get("announcement", {}).get("plan", {}))
    return News(kind, new.mark, new.label, new.effective_from, now, before, after, mine, plan.sentence,
                told[0] if told else None)  # fmt: skip


def _of_end(reading: Reading, desk: Desk, end: Ending, who: Holding | None, now: date) -> News | None:
    record = record_on(reading, now)
    program = desk.program_of(record)
    told = reading.told_of(end.mark, who.member) if who is not None and end.mark else None
    body = (reading.op_body(end.mark) or {}) if end.mark else {}
    plan = plan_from(body.get("announcement", {}).get("plan", {}))
    return News("closing", end.mark, record.label, end.day, now, program, program, (), plan.sentence,
                told[0] if told else None, end.last_good_day)  # fmt: skip


def _felt(
    desk: Desk, old: VersionRecord, new: VersionRecord, before: Program, after: Program
) -> tuple[Difference, ...]:
    """What patients may feel, kept: it is asked for at every patient."""
    if desk.cache is None:
        return felt(before, after)
    kept: dict[tuple[str, str], tuple[Difference, ...]] = desk.cache.setdefault("news", {})
    key = (old.mark, new.mark)
    if key not in kept:
        kept[key] = felt(before, after)
    return kept[key]


def _who(reading: Reading, desk: Desk, member: str, now: date) -> Holding:
    program = desk.program_of(record_on(reading, now))
    return load(reading, desk, member, program, now)


def _meets(one: Difference, old: Program, new: Program, branch: str, who: Holding | None) -> bool:
    """Whether a difference is about this patient at this branch; what belongs to nobody in particular is."""
    return all(_is_hers(kind, code, old, new, branch, who) for kind, code in one.of)


def _is_hers(kind: str, code: str, old: Program, new: Program, branch: str, who: Holding | None) -> bool:
    if kind == "promotion":
        found = [each.when for program in (old, new) for each in program.promotions if each.code == code]
        here = not found or any(not when.branches or branch in when.branches for when in found)
        return here and (who is None or not found or any(not when.groups or when.groups & _groups(who)
                                                         for when in found))  # fmt: skip
    if who is None:
        return True
    if kind == "group":
        return code in _groups(who)
    return kind != "level" or _near(code, old, new, who)


def _groups(who: Holding) -> frozenset[str]:
    return frozenset(code for code, _ in who.membership.groups) if who.membership is not None else frozenset()


def _near(code: str, old: Program, new: Program, who: Holding) -> bool:
    """The level she has under one of the two versions, or the next one."""
    for program in (old, new):
        steps = program.levels.steps
        at = reached(program, who).kept
        if code in (steps[at].code, steps[min(at + 1, len(steps) - 1)].code):
            return True
    return False
