"""Invent two years of the demo clinic that end yesterday: every bill at its minute, and what came of it."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Final

from desk_app.demo.bills import line, pick
from desk_app.demo.lives import Call, Diary, live
from desk_app.demo.past import DemoGift, DemoPast, DemoPlan, DemoReturn, DemoSpell, DemoVisit, DemoWarning
from desk_app.demo.people import DemoPatient
from desk_app.domain.days import Period, plus

#: The program of `resources/programs` this past was invented for, and its coupon.
PROGRAM: Final = "points-3-5-7-10"
HYGIENE_COUPON: Final = "hygiene-coupon"
_GOOD_FOR: Final = Period(12, "months")


def invent_past(patients: Sequence[DemoPatient], today: date, seed: int = 1) -> DemoPast:
    """The past of these patients up to the day before `today`; the same for the same arguments."""
    diary = Diary(random.Random(f"visits {seed} {today.isoformat()} {len(patients)}"), today)
    for patient in patients:
        if not patient.double_of:
            live(diary, patient)
    spells = _spells(today)
    _crowd_of_yesterday(diary, patients)
    for call in diary.calls:
        _wish(diary.chance, call)
    _same_units_twice(diary, spells[0])
    visits, plans = _timed(diary, spells)
    return DemoPast(
        visits=visits,
        returns=tuple(sorted(_returns(diary, visits), key=lambda one: one.at)),
        warnings=tuple(sorted(_warnings(diary, patients, visits), key=lambda one: (one.at, one.patient))),
        gifts=tuple(sorted(_gifts(diary, visits), key=lambda one: one.at)),
        plans=plans,
        spells=spells,
    )


def _spells(today: date) -> tuple[DemoSpell, DemoSpell]:
    """Three days without a network six weeks ago, and an afternoon last week."""
    long, short = today - timedelta(days=42), today - timedelta(days=6)
    return (
        DemoSpell("b", datetime.combine(long, time(9, 0)), datetime.combine(long + timedelta(days=2), time(13, 0))),
        DemoSpell("b", datetime.combine(short, time(12, 0)), datetime.combine(short, time(17, 30))),
    )


def _crowd_of_yesterday(diary: Diary, patients: Sequence[DemoPatient]) -> None:
    """The journal of the last day is never empty, whatever day of the week it was."""
    yesterday = diary.today - timedelta(days=1)
    known = [one for one in patients if one.joined and one.joined < yesterday and not one.double_of]
    for patient in diary.chance.sample(known, min(len(known), 12)):
        diary.write_visit(patient, yesterday)


def _same_units_twice(diary: Diary, spell: DemoSpell) -> None:
    """While desk b was cut off, one of the most faithful spent the same units at one desk and at the other."""
    day = spell.begins.date() + timedelta(days=1)
    earned, people = Counter[str](), {call.patient.id: call.patient for call in diary.calls}
    for call in diary.calls:
        recent = timedelta(0) < day - call.day < timedelta(days=300)
        if recent and call.patient.joined and not call.patient.family:
            earned[call.patient.id] += 0 if call.redeem is None else len(call.lines)
    if not earned:
        return
    faithful = people[max(earned, key=lambda one: (earned[one], one))]
    for call in diary.calls:
        if call.patient.id == faithful.id:
            call.redeem = 0
    for desk, hour in (("a", 10), ("b", 12)):
        lines = [line(diary.chance, code) for code in ("A04.10.002", "A05.10.008", "A04.12.005.003")]
        diary.calls.append(Call(day, faithful, lines, redeem=None, hour=hour, desk=desk))


def _wish(chance: random.Random, call: Call) -> None:
    """Whether the patient wants to spend units, all or some, and has brought a coupon."""
    if call.patient.joined is None:
        return
    draw = chance.random()
    call.redeem = None if draw < 0.2 else 100 * chance.randint(1, 10) if draw < 0.25 else 0
    cleaning = any(one.service in ("A16.07.051", "A16.07.050") for one in call.lines)
    if cleaning and call.plan < 0 and chance.random() < 0.3:
        call.coupons = (HYGIENE_COUPON,)


def _timed(diary: Diary, spells: Sequence[DemoSpell]) -> tuple[tuple[DemoVisit, ...], tuple[DemoPlan, ...]]:
    """The calls as visits, each at its own minute, numbered in the order of time; plans know which visit did what."""
    taken: set[datetime] = set()
    placed = sorted(((_moment(diary, call, taken), call) for call in diary.calls), key=lambda pair: pair[0])
    visits: list[DemoVisit] = []
    done: dict[tuple[int, str], str] = {}
    for number, (at, call) in enumerate(placed, 1):
        desk = call.desk or ("b" if diary.chance.random() < 0.3 else "a")
        visit = DemoVisit(
            id=f"v-{number:05d}",
            at=at,
            desk=desk,
            patient=call.patient.id,
            lines=tuple(call.lines),
            redeem=call.redeem,
            proof="" if call.redeem == 0 else pick(diary.chance, ("card", "card", "pin", "attributes")),
            coupons=call.coupons,
            offline=any(spell.desk == desk and spell.begins <= at <= spell.ends for spell in spells),
        )
        visits.append(visit)
        if call.plan >= 0:
            done[call.plan, call.lines[0].plan_step] = visit.id
    return tuple(visits), tuple(_marked(plan, place, done) for place, plan in enumerate(diary.plans))


def _marked(plan: DemoPlan, place: int, done: dict[tuple[int, str], str]) -> DemoPlan:
    steps = (replace(step, done=done.get((place, str(number)), "")) for number, step in enumerate(plan.steps, 1))
    return replace(plan, steps=tuple(steps))


def _moment(diary: Diary, call: Call, taken: set[datetime]) -> datetime:
    """A free minute in the opening hours: till eight on weekdays, till four at the weekend."""
    closing = 20 if call.day.weekday() < 5 else 16
    hour = call.hour if call.hour >= 0 else 8 + int(diary.chance.random() * (closing - 8))
    at = datetime.combine(call.day, time(hour, int(diary.chance.random() * 60)))
    while at in taken:
        at += timedelta(minutes=1)
    taken.add(at)
    return at


def _returns(diary: Diary, visits: Sequence[DemoVisit]) -> Iterator[DemoReturn]:
    """One bill in seventy comes back in part within two weeks, one in four hundred is void at once."""
    chance = diary.chance
    for visit in visits:
        draw = chance.random()
        if draw < 0.0025:
            everything = tuple((place, one.quantity) for place, one in enumerate(visit.lines))
            yield DemoReturn(visit.id, visit.at + timedelta(minutes=4, seconds=30), everything, void=True)
        elif draw < 0.0165:
            at = visit.at + timedelta(days=chance.randint(1, 14), seconds=30)
            if at.date() < diary.today:
                place = chance.randrange(len(visit.lines))
                yield DemoReturn(visit.id, at, ((place, chance.randint(1, visit.lines[place].quantity)),))


def _warnings(diary: Diary, patients: Sequence[DemoPatient], visits: Sequence[DemoVisit]) -> Iterator[DemoWarning]:
    """Most members are told five weeks before units of a month lapse; some never are, and keep theirs."""
    chance, told = diary.chance, set[tuple[str, int, int]]()
    known = {one.id: one for one in patients}
    for visit in visits:
        if visit.at.date() + timedelta(days=320) > diary.today:
            return
        member = known[visit.patient]
        day = plus(visit.at.date(), _GOOD_FOR) - timedelta(days=31 + int(chance.random() * 10))
        month = (member.id, day.year, day.month)
        if member.joined and day < diary.today and month not in told and chance.random() < 0.7:
            told.add(month)
            way = "sms" if member.phone else "email" if member.email else "paper"
            yield DemoWarning(member.id, datetime.combine(day, time(11, chance.randint(0, 59), 15)), way)


def _gifts(diary: Diary, visits: Sequence[DemoVisit]) -> Iterator[DemoGift]:
    """An apology now and then: one visit of a member in five hundred."""
    for visit in visits:
        if visit.proof and diary.chance.random() < 0.008:
            units = diary.chance.choice((100, 200, 300, 500))
            yield DemoGift(visit.patient, visit.at + timedelta(minutes=7, seconds=20), units)
