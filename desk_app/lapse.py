"""Warnings before units lapse, leaving, and the close of a program: nothing burns unwarned.

Source: spec: engine, Ledger (Lapse).
"""

from __future__ import annotations

from datetime import date

from desk_app.accounts import load, version_on
from desk_app.acts import done_before, write
from desk_app.domain.days import NEVER, plus_days
from desk_app.domain.errors import refuse
from desk_app.domain.facts import Left, Warned
from desk_app.domain.lots import WARNING_REACH, Lot, last_good_day
from desk_app.events import member_of
from desk_app.ports import Desk
from desk_app.versions import today


def warn(desk: Desk, member: str, way: str, identifier: str) -> tuple[tuple[int, date], ...]:
    """A warning was delivered (paper handed over, shown, sent): (units, last good day) of each lot it covers.

    It covers lots whose last good day is at most 180 days away; an earlier note is none.
    """
    with desk.store.writing() as writing:
        canonical = member_of(writing, member)
        day = today(desk, writing)
        program, _ = version_on(writing, desk, day)
        held = load(writing, desk, canonical, program, day)
        lots = [lot for lot in held.account.lots if lot.left and _in_reach(lot, day)]
        lots.sort(key=lambda lot: (last_good_day(lot), lot.number))
        if done_before(writing, identifier, "warn") is None and lots:
            named = tuple((lot.id, last_good_day(lot)) for lot in lots)
            fact = Warned(0, "", canonical, day, named, way, desk.operator)
            write(writing, desk, identifier, "warn", day, {"note": {"way": way}}, [fact])
        return tuple(
            (lot.left, max(last_good_day(lot), plus_days(day, lot.terms.warn_days)))
            if not lot.warnings else (lot.left, _promised(lot, day))
            for lot in lots
        )  # fmt: skip


def _in_reach(lot: Lot, day: date) -> bool:
    declared = last_good_day(lot)
    return declared != NEVER and day >= plus_days(declared, -WARNING_REACH)


def _promised(lot: Lot, day: date) -> date:
    """The day an earlier warning promised, where one counts already."""
    declared = last_good_day(lot)
    given = [at for at, named in lot.warnings if named == declared and at >= plus_days(declared, -WARNING_REACH)]
    return max(declared, plus_days(given[0] if given else day, lot.terms.warn_days))


def leave(desk: Desk, member: str, identifier: str) -> date | None:
    """A patient leaves; answers the last good day of what is left (None when nothing is)."""
    with desk.store.writing() as writing:
        canonical = member_of(writing, member)
        day = today(desk, writing)
        program, _ = version_on(writing, desk, day)
        membership = writing.membership(canonical)
        assert membership is not None
        if done_before(writing, identifier, "leave") is None:
            if membership.left is not None:
                raise refuse("member.left", "member", member=member)
            fact = Left(0, "", canonical, day, program.notice.leaving_days)
            write(writing, desk, identifier, "leave", day,
                  {"member": {"id": canonical, "left": day.isoformat()}}, [fact])  # fmt: skip
        held = load(writing, desk, canonical, program, day)
        if held.ledger.person(canonical).family:
            return None
        days = [last_good_day(lot) for lot in held.account.lots if lot.left]
        return max(days) if days else plus_days(day, program.notice.leaving_days)


def close(desk: Desk, day: date, identifier: str) -> date:
    """The program closes on a day; units stay usable for the wind-down days. Answers the last good day."""
    with desk.store.writing() as writing:
        program, record = version_on(writing, desk, today(desk, writing))
        days = program.notice.wind_down_days
        if writing.closing() is None:
            write(writing, desk, identifier, "close", today(desk, writing),
                  {"closing": {"day": day.isoformat(), "days": days}, "note": {"program": record.code}})  # fmt: skip
        closing = writing.closing()
        assert closing is not None
        return plus_days(closing[0], closing[1])
