"""The program's end: announced with its notice, taken back before its day, and how long what is left stays good.

Source: spec: program, Versions; spec: engine, Ledger (Lapse).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from desk_app.accounts import version_on
from desk_app.acts import done_before, write
from desk_app.domain.days import plus_days
from desk_app.domain.errors import refuse
from desk_app.ports import Desk, Json, Reading
from desk_app.programs import check_near
from desk_app.rollout.plan import Plan
from desk_app.versions import today


@dataclass(frozen=True, slots=True)
class Ending:
    """From `day` on nothing is earned; `last_good_day` is the last on which units can be spent.

    `mark` is the id of the act that said so, "" where it came from before there was a diary.
    """

    day: date
    last_good_day: date
    mark: str = ""


def earliest_end(desk: Desk) -> date:
    """The first day on which the program may end when that is announced today. Raises `moment.no_version`."""
    with desk.store.reading() as reading:
        now = today(desk, reading)
        return plus_days(now, version_on(reading, desk, now)[0].notice.worsening_days)


def ending(desk: Desk) -> Ending | None:
    """The end of the program, announced or come; None while there is none."""
    with desk.store.reading() as reading:
        return ending_in(reading)


def retire(desk: Desk, day: date | None, reason: str, plan: Plan, identifier: str) -> Ending:
    """Announce that the program ends on a local day; None is the first lawful one.

    Raises `program.ends` where an end is announced already, `reason.missing`, `plan.missing`, `plan.owner`,
    `end.too_early`, `publish.far`.
    """
    with desk.store.writing() as writing:
        now = today(desk, writing)
        program, record = version_on(writing, desk, now)
        if done_before(writing, identifier, "retire") is None:
            known = writing.closing()
            if known is not None:
                raise refuse("program.ends", "", day=known[0].isoformat())
            if not reason.strip():
                raise refuse("reason.missing", "reason")
            plan.check()
            days = program.notice.worsening_days
            earliest = plus_days(now, days)
            start = day or earliest
            if start < earliest:
                raise refuse("end.too_early", "day", days=days, day=earliest.isoformat(),
                             asked=start.isoformat())  # fmt: skip
            check_near(now, start, earliest, "day")
            parts: Json = {
                "closing": {"day": start.isoformat(), "days": program.notice.wind_down_days},
                "announcement": {"plan": plan.to_json()}, "diary": {"what": "closing", "version": record.mark},
                "note": {"program": record.code, "reason": reason.strip()},
            }  # fmt: skip
            write(writing, desk, identifier, "retire", now, parts)
        found = ending_in(writing)
        assert found is not None
        return found


def take_back_end(desk: Desk, reason: str, identifier: str) -> None:
    """The program goes on after all; only before the day of its end.

    Raises `program.not_closed`, `program.ended` once the day has come, `reason.missing`.
    """
    with desk.store.writing() as writing:
        if done_before(writing, identifier, "retire_back") is not None:
            return
        now, closing = today(desk, writing), writing.closing()
        if closing is None:
            raise refuse("program.not_closed", "")
        if closing[0] <= now:
            raise refuse("program.ended", "", day=closing[0].isoformat())
        if not reason.strip():
            raise refuse("reason.missing", "reason")
        parts: Json = {"closing": {"day": "", "days": 0}, "note": {"reason": reason.strip()},
                       "diary": {"what": "closing_back", "version": ""}}  # fmt: skip
        write(writing, desk, identifier, "retire_back", now, parts)


def ending_in(reading: Reading) -> Ending | None:
    """`ending` inside an open door."""
    closing = reading.closing()
    if closing is None:
        return None
    said = [
        act.op_id for act in reading.program_acts()
        if act.body.get("closing", {}).get("day") == closing[0].isoformat()
    ]  # fmt: skip
    return Ending(closing[0], plus_days(*closing), said[-1] if said else "")
