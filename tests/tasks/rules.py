"""Documents with a rule made otherwise, and announcing them as a manager who answers every finding would."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from datetime import date
from typing import Any

from desk_app.checkup import check_up, unanswered
from desk_app.documents.program_file import read_document
from desk_app.ports import Desk, VersionRecord
from desk_app.rollout.announce import announce
from desk_app.rollout.plan import Plan
from tests.tasks.clinic import PROGRAMS, Clinic

Json = dict[str, Any]
PLAN = Plan(("desk", "leaflet"), "Старшая регистратуры", sentence={"ru": "С марта правила другие.", "en": "New rules."})


def document(name: str = "harbour", change: Callable[[Json], object] | None = None) -> Json:
    """A program of the cases, changed."""
    found = deepcopy(read_document((PROGRAMS / f"{name}.toml").read_bytes()))
    if change is not None:
        change(found)
    return found


def earning(percent: str) -> Json:
    """ "harbour" that gives back so much; it gave 10 %."""
    return document(change=lambda one: one["levels"]["steps"][0].update(earn={"percent": percent}))


def answered(desk: Desk, given: Json) -> dict[str, str]:
    """A reason for every warning of the check-up."""
    return {one.key: "так задумано" for one in unanswered(check_up(given, now=desk.clock()), {})}


def announced(
    clinic: Clinic, given: Json, day: date | None = None, on: str = "a", plan: Plan = PLAN, op: str = ""
) -> VersionRecord:  # fmt: skip
    """Announce a document on one of the desks."""
    desk = clinic.desks[on]
    record = announce(desk, given, day, plan, answered(desk, given), op or clinic.op())
    clinic.exchange()
    return record
