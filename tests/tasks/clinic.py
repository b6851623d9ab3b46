"""A small clinic with desks that can be cut off from each other, and a clock set by hand."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from desk_app import acts, checkout, enrolment, programs
from desk_app.accounts import Holding, load, version_on
from desk_app.documents.bill_file import read_bill
from desk_app.documents.program_file import read_document
from desk_app.domain.people import Patient
from desk_app.ports import Desk
from ui import compose, compose_records

PROGRAMS = Path(__file__).parents[1] / "cases" / "programs"
MOSCOW = ZoneInfo("Europe/Moscow")


@dataclass
class Clinic:
    """Desks "a" and "b". What happens on one is known on the other unless it is offline."""

    desks: dict[str, Desk] = field(default_factory=dict)
    now: datetime = datetime(2025, 1, 10, 9, 0, tzinfo=MOSCOW)
    offline: set[str] = field(default_factory=set)
    made: int = 0

    @staticmethod
    def open(stack: ExitStack, folder: Path, program: str, names: str = "ab") -> Clinic:
        """A new clinic under one of the case programs."""
        clinic = Clinic()
        known = compose_records.programs()
        for name in names:
            desk = stack.enter_context(compose.throw_away_desk(folder, name, lambda: clinic.now, known))
            clinic.desks[name] = desk
        clinic.publish(program)
        return clinic

    @property
    def desk(self) -> Desk:
        """The first desk."""
        return self.desks["a"]

    def op(self) -> str:
        """A fresh operation id, the same in every run."""
        self.made += 1
        return acts.op_id(f"op-{self.made}")

    def publish(self, program: str, day: date | None = None) -> None:
        """Put a program of the cases in force."""
        document = read_document((PROGRAMS / f"{program}.toml").read_bytes())
        programs.publish(self.desk, document, day or self.now.date(), self.op())
        self.exchange()

    def exchange(self) -> None:
        """Let the desks that are online hear each other."""
        compose.exchange([desk for name, desk in self.desks.items() if name not in self.offline])

    def later(self, days: float = 0, minutes: float = 1) -> None:
        """Move the clock."""
        self.now += timedelta(days=days, minutes=minutes)

    def enrol(self, name: str, on: str = "a", **fields: Any) -> str:
        """A new member; answers the id."""
        form = enrolment.EnrolmentForm(Patient(acts.op_id(f"member:{name}"), surname=name, **fields))
        member = enrolment.enrol(self.desks[on], form, self.op()).member
        self.exchange()
        return member

    def bill(self, member: str, *lines: dict[str, Any], on: str = "a", **keys: Any) -> Any:
        """A bill as a file would hold it, read for the program in force."""
        desk = self.desks[on]
        with desk.store.reading() as reading:
            program, _ = version_on(reading, desk, self.now.date())
        self.made += 1
        raw = {"id": f"bill-{self.made}", "patient": member, "lines": list(lines), **keys}
        return read_bill(raw, program, self.now)

    def pay(self, member: str, *lines: dict[str, Any], on: str = "a", **keys: Any) -> checkout.Settled:
        """Settle a bill."""
        settled = checkout.settle(self.desks[on], self.bill(member, *lines, on=on, **keys), self.op())
        self.exchange()
        return settled

    def holding(self, member: str, on: str = "a", anew: bool = False) -> Holding:
        """The folded account of a member now; `anew`: without what the desk kept from the last look."""
        desk = replace(self.desks[on], cache=None) if anew else self.desks[on]
        with desk.store.reading() as reading:
            program, _ = version_on(reading, desk, self.now.date())
            return load(reading, desk, member, program, self.now.date())


def treatment(price: str, **keys: Any) -> dict[str, Any]:
    """A line of the category every case program treats as ordinary."""
    return {"category": "treatment", "price": price, **keys}
