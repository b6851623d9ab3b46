"""A small real clinic for tests of the window: a program, a price list, and people who were there before."""

from __future__ import annotations

import csv
import tomllib
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import resources
from db.store import open_store
from desk_app import checkout, drafts, enrolment, programs
from desk_app.acts import new_id, write
from desk_app.domain.bill import Bill, Line
from desk_app.domain.people import Patient
from desk_app.enrolment import EnrolmentForm
from desk_app.ports import Desk
from ui import compose, compose_records

START = datetime(2026, 9, 1, 7, 0, tzinfo=UTC)
CARD = "2900000000000"


@dataclass
class Clock:
    """A clock that stands until it is moved."""

    now: datetime = START

    def __call__(self) -> datetime:
        return self.now

    def pass_days(self, days: int) -> None:
        """Days go by."""
        self.now += timedelta(days=days)


@dataclass
class Clinic:
    """A desk with ids of its people by a short name."""

    desk: Desk
    clock: Clock
    people: dict[str, str] = field(default_factory=dict)
    cards: dict[str, str] = field(default_factory=dict)

    def enrol(self, name: str, patient: Patient, **form: object) -> str:
        """A new member."""
        made = enrolment.enrol(
            self.desk,
            EnrolmentForm(patient, **form),  # type: ignore[arg-type]  # the names are those of the form
            new_id(),
        )
        self.people[name], self.cards[name] = made.member, made.card
        return made.member

    def visit(self, name: str, *codes: str, redeem: int | None = 0, proof: str = "", branch: str = "") -> str:
        """A paid bill of services from the price list: the receipt's id."""
        with self.desk.store.reading() as reading:
            services = [service for code in codes if (service := reading.service(code)) is not None]
        lines = tuple(
            Line(str(number), one.price, 1, one.code, one.name, one.category) for number, one in enumerate(services, 1)
        )
        bill = Bill(new_id(), self.people[name], self.clock(), lines, branch=branch, redeem=redeem, proof=proof)
        bill = drafts.dated(self.desk, bill)
        return checkout.settle(self.desk, bill, new_id()).row.id


def open_clinic(
    folder: Path, program: str = "points-3-5-7-10", clock: Clock | None = None
) -> AbstractContextManager[Desk]:
    """A throw-away desk in `folder`; fill it with `fill`."""
    return compose.throw_away_desk(folder, "A", clock or Clock(), compose_records.programs())


@contextmanager
def filled_clinic(folder: Path, program: str = "points-3-5-7-10") -> Iterator[Clinic]:
    """A throw-away clinic in `folder` in which people lived already; its clock stands.

    What `fill` does is done once in a process and copied: all have the same ids, so no two meet in one test.
    """
    told = _filled_once(program)
    folder.mkdir(parents=True, exist_ok=True)
    copy = folder / "desk.db"
    copy.write_bytes(told.file)
    clock = Clock(told.now)
    with open_store(copy, durable=False) as store:
        desk = Desk(store, clock, _compiled, code="A", operator="e-1", cache={})
        yield Clinic(desk, clock, dict(told.people), dict(told.cards))


@dataclass(frozen=True)
class _Filled:
    """A file of records, when it is, and ids of people and numbers of cards by a short name."""

    file: bytes
    now: datetime
    people: dict[str, str]
    cards: dict[str, str]


@cache
def _filled_once(program: str) -> _Filled:
    clock = Clock()
    with TemporaryDirectory() as folder:
        with open_clinic(Path(folder), program, clock) as desk:
            made = fill(desk, clock, program)
        (file,) = Path(folder).glob("*.db")
        return _Filled(file.read_bytes(), clock.now, made.people, made.cards)


# A published document never changes: what one test compiled serves all of this process.
_compiled = compose_records.programs()


def fill(desk: Desk, clock: Clock, program: str = "points-3-5-7-10") -> Clinic:
    """Publish a program, bring the price list, and let a few people live through a few months."""
    document = tomllib.loads(resources.path(f"programs/{program}.toml").read_text(encoding="utf-8"))
    programs.publish(desk, document, date(2026, 1, 1), new_id())
    with resources.path("demo/services.csv").open(encoding="utf-8") as file, desk.store.writing() as writing:
        rows = [
            {"code": row["code"], "name": row["name"], "name_en": row["name_en"], "category": row["category"],
             "price": round(float(row["price"]) * 100), "minutes": int(row["duration"] or 0),
             "floor_price": round(float(row["floor"] or 0) * 100)}
            for row in csv.DictReader(file, delimiter=";")
        ]  # fmt: skip
        write(writing, desk, new_id(), "services", clock.now.date(), {"services": rows})
    clinic = Clinic(desk, clock)
    agreed = (("program", ""), ("data", ""), ("messages", "sms"))
    clinic.enrol(
        "anna",
        Patient("", "Щёлокова", "Анна", "Юрьевна", date(1986, 2, 14), ("+79123456789",),
                notes="Просит говорить громче", contact_confirmed=date(2026, 8, 1)),
        consents=agreed,
    )  # fmt: skip
    clinic.enrol(
        "elder", Patient("", "Иванова", "Мария", "Петровна", date(1951, 3, 8), ("+79031112233",)), consents=agreed[:2]
    )
    clinic.enrol(
        "younger", Patient("", "Иванова", "Мария", "Петровна", date(1993, 11, 30), ("+79265554400",)), consents=agreed
    )
    clinic.people["stranger"] = enrolment.add_patient(
        desk, Patient("", "Кузнецов", "Пётр", "Ильич", date(1979, 7, 1), ("+79110001122",)), new_id()
    )
    for days, codes in ((9, ("B01.047.001",)), (30, ("B01.023.001", "A04.16.001")), (20, ("B01.047.002",))):
        clock.pass_days(days)
        clinic.visit("anna", *codes)
    clock.pass_days(15)
    return clinic
