"""Invent how often each patient came and what was agreed: the once-come, the regular, the silent, courses and plans."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Final

from desk_app.demo.bills import invent_bill, line
from desk_app.demo.past import DemoLine, DemoPlan, DemoStep
from desk_app.demo.people import PAST, DemoPatient
from desk_app.domain.days import age_on

_TEETH: Final = (
    ("A16.07.051", "A16.07.002.010", "A16.07.002.011"),
    ("A16.07.057", "A16.07.002.010", "A11.07.012"),
)
_TEETH_OF_CHILDREN: Final = (*_TEETH, ("A16.07.051", "A16.07.048"), ("B01.063.001", "A16.07.047"))
_TEETH_OF_ADULTS: Final = (
    *_TEETH,
    ("A16.07.030.001", "A16.07.008.002", "A02.07.010.001", "A16.07.004"),
    ("A16.07.051", "A16.07.054", "A16.07.006"),
    ("A16.07.051", "A16.07.055", "A16.07.054", "A16.07.006"),
    ("A16.07.001.002", "A02.07.010.001", "A16.07.023"),
)
_NUMBED: Final = ("A16.07.001", "A16.07.002", "A16.07.004", "A16.07.030", "A16.07.054", "A16.07.055")


@dataclass(slots=True)
class Call:
    """A visit before it has a minute and a number; `plan` is its place among the plans, or -1."""

    day: date
    patient: DemoPatient
    lines: list[DemoLine]
    redeem: int | None = 0
    coupons: tuple[str, ...] = ()
    plan: int = -1
    hour: int = -1
    desk: str = ""


@dataclass(slots=True)
class Diary:
    """What is being invented: the chances, today, and what is written down so far."""

    chance: random.Random
    today: date
    calls: list[Call] = field(default_factory=list)
    plans: list[DemoPlan] = field(default_factory=list)
    seen: dict[str, set[str]] = field(default_factory=dict)

    def write(self, patient: DemoPatient, day: date, lines: list[DemoLine], plan: int = -1) -> None:
        """Note a visit, unless its day is not past yet."""
        if day < self.today:
            self.calls.append(Call(day, patient, lines, plan=plan))

    def write_visit(self, patient: DemoPatient, day: date) -> None:
        """Note a visit for whatever the patient came for that day."""
        if day < self.today:
            seen = self.seen.setdefault(patient.id, set())
            self.write(patient, day, invent_bill(self.chance, patient, day, seen))


def live(diary: Diary, patient: DemoPatient) -> None:
    """Write down one patient's visits, by the kind of patient they are."""
    if patient.joined is None:
        diary.write_visit(patient, diary.today - timedelta(days=diary.chance.randint(1, PAST)))
        return
    diary.chance.choices(_WAYS, _SHARES)[0](diary, patient, patient.joined)


def _once(diary: Diary, patient: DemoPatient, first: date) -> None:
    diary.write_visit(patient, first)


def _regular(diary: Diary, patient: DemoPatient, first: date) -> None:
    _repeated(diary, patient, first, diary.today, 280, 80)


def _chronic(diary: Diary, patient: DemoPatient, first: date) -> None:
    _repeated(diary, patient, first, diary.today, 95, 20)


def _sleeper(diary: Diary, patient: DemoPatient, first: date) -> None:
    """Came for a while and fell silent: what they earned is what lapses next."""
    _repeated(diary, patient, first, diary.today - timedelta(days=diary.chance.randint(240, 420)), 90, 30)


def _repeated(diary: Diary, patient: DemoPatient, first: date, until: date, gap: int, spread: int) -> None:
    day = first
    diary.write_visit(patient, day)
    while (day := day + timedelta(days=max(3, int(diary.chance.gauss(gap, spread))))) < until:
        diary.write_visit(patient, day)


def _course(diary: Diary, patient: DemoPatient, first: date) -> None:
    """A doctor and ten sessions: a plan that four of ten leave in the middle."""
    chance, session = diary.chance, diary.chance.choice(("A21.03.002", "A21.03.007", "A19.03.002", "A17.30.031"))
    doctor = "B01.031.001" if age_on(first, patient.birth_date) < 18 else "B01.023.001"
    diary.write(patient, first, [line(chance, doctor)])
    days = [first + timedelta(days=4 + 3 * place + chance.randint(0, 1)) for place in range(10)]
    kept = 10 if chance.random() < 0.6 else chance.randint(3, 8)
    _plan(diary, patient, first, [(session, day) for day in days], kept)


def _dental_plan(diary: Diary, patient: DemoPatient, first: date) -> None:
    """Treatment of teeth in steps some weeks apart; a third is left undone."""
    chance, day, steps = diary.chance, first, []
    ways = _TEETH_OF_CHILDREN if age_on(first, patient.birth_date) < 18 else _TEETH_OF_ADULTS
    for service in chance.choice(ways):
        day += timedelta(days=chance.randint(10, 45))
        steps.append((service, day))
    diary.write(patient, first, [line(chance, "B01.065.001"), line(chance, "A06.07.004")])
    _plan(diary, patient, first, steps, len(steps) if chance.random() < 0.65 else chance.randint(1, len(steps) - 1))


def _plan(diary: Diary, patient: DemoPatient, made: date, steps: list[tuple[str, date]], kept: int) -> None:
    """A plan, and the visits of its first `kept` steps."""
    number, chance = len(diary.plans), diary.chance
    agreed = tuple(DemoStep(service, due) for service, due in steps)
    diary.plans.append(DemoPlan(f"plan-{number:04d}", patient.id, made, agreed))
    for place, (service, day) in enumerate(steps[:kept], 1):
        lines = [replace(line(chance, service), plan_step=str(place))]
        if service.startswith(_NUMBED):
            lines.append(line(chance, "B01.003.004.005", chance.choice((1, 1, 2))))
        diary.write(patient, day, lines, number)


_WAYS: Final[tuple[Callable[[Diary, DemoPatient, date], None], ...]] = (
    _once, _regular, _chronic, _sleeper, _course, _dental_plan,
)  # fmt: skip
_SHARES: Final = (42, 36, 3, 10, 2, 7)
