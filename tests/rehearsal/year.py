"""A small clinic with a year behind it: points earned and spent, levels, a family, returns, a void, a stranger."""

from __future__ import annotations

import copy
from contextlib import ExitStack
from datetime import date, datetime
from pathlib import Path
from typing import Any

import resources
from desk_app import checkout, events, families, lapse, programs, returning
from desk_app.documents.program_file import read_document
from desk_app.domain.bill import Bill, Line
from tests.tasks.clinic import MOSCOW, Clinic
from ui import compose, compose_records

FIRST, LAST = date(2025, 3, 1), date(2026, 2, 28)


def preset(name: str = "points-3-5-7-10") -> dict[str, Any]:
    """One of the ready programs."""
    return read_document(resources.path(f"programs/{name}.toml").read_bytes())


def with_rates(*percents: str) -> dict[str, Any]:
    """The points preset with other rates by level."""
    document = copy.deepcopy(preset())
    for step, percent in zip(document["levels"]["steps"], percents, strict=True):
        step["earn"] = {"percent": percent}
    return document


def open_year(stack: ExitStack, folder: Path) -> Clinic:
    """The clinic on the day after its year."""
    clinic = Clinic(now=datetime(2025, 1, 10, 9, 0, tzinfo=MOSCOW))
    known = compose_records.programs()
    clinic.desks["a"] = stack.enter_context(compose.throw_away_desk(folder, "a", lambda: clinic.now, known))
    programs.publish(clinic.desk, preset(), clinic.now.date(), clinic.op())
    anna = clinic.enrol("Анна", birth_date=date(1980, 6, 5))
    boris = clinic.enrol("Борис", birth_date=date(1975, 11, 20))
    kin = [
        clinic.enrol(name, birth_date=born) for name, born in (("Вера", date(1990, 1, 2)), ("Гриша", date(2015, 9, 9)))
    ]
    for member in kin:
        families.join_family(clinic.desk, member, "kin", clinic.op())
    _pay(clinic, anna, "9000.00", "consultation")
    clinic.now = datetime(2025, 3, 10, 9, 0, tzinfo=MOSCOW)
    for month in range(10):
        _pay(clinic, anna, f"{7000 + 350 * month}.00", "massage", redeem="max" if month % 3 == 2 else 0)
        clinic.later(minutes=30)
        if month % 2 == 0:
            bought = _pay(clinic, boris, "12345.67", "dental_therapy", redeem=300 if month > 3 else 0)
            _pay(clinic, kin[month // 2 % 2], "3333.33", "lab", redeem="max")
            if month == 4:
                clinic.later(days=2)
                returning.give_back(clinic.desk, bought, [("1", 1)], clinic.op())
        if month == 5:
            wrong = _pay(clinic, anna, "5000.00", "consultation", redeem="max")
            clinic.later(minutes=5)
            returning.void(clinic.desk, wrong, clinic.op())
            lapse.warn(clinic.desk, anna, "paper", clinic.op())
            events.record_event(clinic.desk, boris, "plan_completed")
        clinic.later(days=33)
    service = (Line("1", 50_000, category="lab"),)
    stranger = Bill("unknown", "", clinic.now, service)
    checkout.settle(clinic.desk, stranger, clinic.op())
    clinic.now = datetime(2026, 3, 1, 9, 0, tzinfo=MOSCOW)
    return clinic


def _pay(clinic: Clinic, member: str, price: str, category: str, **keys: Any) -> str:
    """Two pieces of one service and one of another; answers the receipt."""
    lines = ({"category": category, "price": price, "quantity": 2}, {"category": "consultation", "price": "1500.00"})
    return clinic.pay(member, *lines, proof="card", **keys).row.id
