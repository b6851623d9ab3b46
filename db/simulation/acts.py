"""What people do at the desks of a simulated clinic: the real tasks, with luck in place of a receptionist."""

from __future__ import annotations

import random
from datetime import date
from typing import Any, Final
from zoneinfo import ZoneInfo

from desk_app import cards, checkout, enrolment, events, families, lapse, programs, returning
from desk_app.accounts import version_on
from desk_app.acts import op_id, write
from desk_app.documents.bill_file import read_bill
from desk_app.domain.people import Patient
from desk_app.ports import Desk, Json

ZONE: Final = ZoneInfo("Europe/Moscow")
NAMES: Final = ("ira", "oleg", "nina", "anna", "petr")
_KINDS: Final = ("pay",) * 12 + ("give back",) * 3 + (
    "enrol", "edit", "consent", "adjust", "warn", "void", "join", "leave", "merge", "unmerge", "event", "card", "offer",
    "price list",
)  # fmt: skip


def member(name: str) -> str:
    """The id under which a name is known at every desk, so that two may enrol one person at once."""
    return op_id(f"member:{name}")


class Clerk:
    """Does something at a desk; remembers the receipts of the whole clinic."""

    def __init__(self, luck: random.Random, document: Json) -> None:
        self._luck = luck
        self._document = document
        self._made = 0
        self._receipts: list[tuple[str, tuple[str, ...]]] = []
        self.category = str(document["categories"][0]["code"])

    def fresh(self) -> str:
        """An id nobody had, the same for the same seed."""
        self._made += 1
        return op_id(f"act {self._made}")

    def open_clinic(self, desk: Desk) -> None:
        """The program is put in force and two people are members."""
        programs.publish(desk, self._document, desk.clock().astimezone(ZONE).date(), self.fresh())
        for name in NAMES[:4]:
            self._enrol(desk, name)

    def act(self, desk: Desk, identifier: str = "") -> None:
        """One random act. Raises `Refusal` where a rule says no."""
        luck, identifier = self._luck, identifier or self.fresh()
        who = member(luck.choice(NAMES))
        match luck.choice(_KINDS):
            case "pay":
                self._pay(desk, who, identifier)
            case "give back" if self._receipts:
                receipt, lines = luck.choice(self._receipts)
                returning.give_back(desk, receipt, [(luck.choice(lines), 1)], identifier)
            case "void" if self._receipts:
                returning.void(desk, luck.choice(self._receipts)[0], identifier)
            case "enrol":
                self._enrol(desk, luck.choice(NAMES), identifier)
            case "edit":
                with desk.store.reading() as reading:
                    patient = reading.patient(who)
                if patient is not None:
                    fields = {luck.choice(("notes", "email", "contract")): f"{luck.randint(1, 99)}"}
                    enrolment.edit_patient(desk, patient, fields, identifier)
            case "consent":
                given = luck.random() < 0.5
                enrolment.record_consent(desk, who, "mailings", luck.choice(("sms", "email")), given, identifier)
            case "adjust":
                events.adjust(desk, who, luck.choice((-1, 1)) * luck.randint(1, 200), "mistake", identifier)
            case "warn":
                lapse.warn(desk, who, "paper", identifier)
            case "join":
                families.join_family(desk, who, op_id("family"), identifier)
            case "leave":
                families.leave_family(desk, who, identifier)
            case "merge" if luck.random() < 0.4:
                families.merge(desk, who, member(luck.choice(NAMES)), identifier)
            case "unmerge":
                families.unmerge(desk, who, identifier)
            case "event":
                events.record_event(desk, who, luck.choice(("survey_answered", "plan_completed")))
            case "card":
                cards.issue(desk, who, identifier)
            case "price list":
                self._price(desk, identifier)

    def _enrol(self, desk: Desk, name: str, identifier: str = "") -> None:
        born = date(1980, 1 + len(name), 3)
        form = enrolment.EnrolmentForm(Patient(member(name), surname=name.title(), birth_date=born))
        enrolment.enrol(desk, form, identifier or self.fresh())

    def _pay(self, desk: Desk, who: str, identifier: str) -> None:
        luck, now = self._luck, desk.clock().astimezone(ZONE)
        lines: list[dict[str, Any]] = [
            {"category": self.category, "price": f"{luck.randint(100, 900_000) / 100:.2f}",
             "quantity": luck.randint(1, 3)}
            for _ in range(luck.randint(1, 3))
        ]  # fmt: skip
        with desk.store.reading() as reading:
            program, _ = version_on(reading, desk, now.date())
        redeem = luck.choice(("0", "max", "max", str(luck.randint(1, 400))))
        raw = {"id": f"bill-{identifier}", "patient": who, "lines": lines, "redeem": redeem, "proof": "card"}
        settled = checkout.settle(desk, read_bill(raw, program, now), identifier)
        self._receipts.append((settled.row.id, tuple(line.id for line in settled.quote.lines)))

    def _price(self, desk: Desk, identifier: str) -> None:
        line = {"code": f"A{self._luck.randint(1, 3)}", "name": f"Приём {self._luck.randint(1, 9)}",
                "category": self.category, "price": self._luck.randint(1, 9) * 10_000}  # fmt: skip
        with desk.store.writing() as writing:
            write(writing, desk, identifier, "services", desk.clock().astimezone(ZONE).date(), {"services": [line]})
