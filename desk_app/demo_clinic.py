"""The demo clinic: invented people and their two years become acts of a desk, told by the same tasks as real ones.

The same day makes the same clinic. Desk A is the one that is opened; desk B stands beside it, and while it has no
network it works on what it knew, as a real second desk does (spec: desk-ui, Demo clinic).
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from functools import cache, partial
from typing import Any, Final, cast
from zoneinfo import ZoneInfo

import resources
from desk_app import checkout, enrolment, events, families, lapse, programs, returning
from desk_app.acts import derived, write
from desk_app.demo.notebook import Notebook, Notes
from desk_app.demo.past import DemoPast, DemoPlan, DemoReturn, DemoSpell, DemoVisit
from desk_app.demo.people import PAST, DemoPatient, invent_patients
from desk_app.demo.tables import price_list
from desk_app.demo.visits import PROGRAM, invent_past
from desk_app.domain.bill import Bill, Line
from desk_app.domain.errors import Refusal
from desk_app.domain.people import Patient, Service
from desk_app.enrolment import EnrolmentForm
from desk_app.ports import Desk, Json, Op, Store

#: Told (done, of how much), often.
Progress = Callable[[int, int], None]

ZONE: Final = ZoneInfo("Europe/Moscow")
CLINIC: Final = "Клиника «Тессера» (демо)"
OPERATORS: Final = {"a": "Анна Ким", "b": "Мария Орлова"}
#: Before the doors open, in this order: enrolment, then the family, then letters.
_MORNING, _FAMILY_HOUR, _LETTERS = time(7, 0), time(7, 30), time(7, 45)
#: The program of the first year has no quiet hours yet.
_SECOND_VERSION: Final = timedelta(days=365)
_COME_BACK: Final[Json] = {
    "code": "come-back",
    "name": {"ru": "Ждём вас снова: 10 % на приём", "en": "Come again: 10 % off a consultation"},
    "effect": {"percent": "10"},
    "when": {"categories": ["consultation"], "uses_per_patient": 1},
}
#: One write to the disk holds so many ops.
_BATCH: Final = 1000
#: How much of the work is inventing, in hundredths.
_INVENTED: Final = 8

Act = Callable[[], object]


def make(
    desk: Desk, day: date, *, seed: int = 1, patients: int = 3000, progress: Progress = lambda done, total: None
) -> None:
    """Fill an empty desk with two years that end the day before `day`; durable when this returns.

    Raises `Trouble` when the store cannot keep it.
    """
    progress(0, 100)
    collecting = gc.isenabled()
    gc.disable()  # nothing made here is garbage, but the collector would walk over all of it again and again
    try:
        _make(desk, day, seed, patients, progress)
    finally:
        if collecting:
            gc.enable()


def _make(desk: Desk, day: date, seed: int, patients: int, progress: Progress) -> None:
    people = invent_patients(day, seed, patients)
    past = invent_past(people, day, seed)
    clinic = _Clinic(desk, people, past)
    acts = sorted(clinic.acts(day), key=lambda act: act[:2])
    for done, (at, _, act) in enumerate(acts):
        clinic.live_until(at)
        act()
        clinic.hear()
        if done % 100 == 0:
            progress(_INVENTED + (100 - _INVENTED) * done // len(acts), 100)
    clinic.finish()
    progress(100, 100)


def op_of(kind: str, identifier: str) -> str:
    """The operation id of something invented: ("visit", "v-00001"), ("patient", "d-00001")."""
    return derived("demo", kind, identifier)


@dataclass(slots=True)
class _Clinic:
    """Two desks with a notebook each, and what has happened so far."""

    lasting: Desk
    people: tuple[DemoPatient, ...]
    past: DemoPast
    now: datetime = datetime.min  # noqa: DTZ901 - the first act sets it
    desks: dict[str, Desk] = field(default_factory=dict)
    unheard: list[Op] = field(default_factory=list)
    unwritten: list[Op] = field(default_factory=list)
    cut_off: DemoSpell | None = None
    paid_at: dict[str, str] = field(default_factory=dict)
    services: dict[str, Service] = field(default_factory=lambda: {one.code: one for one in price_list()})

    def __post_init__(self) -> None:
        notes, cache = Notes(self.lasting.store), dict[str, Any]()
        for name, operator in OPERATORS.items():
            # what the tasks ask of a store is answered by the notebook; the rest of the protocol nobody asks here
            store = cast("Store", Notebook(notes))
            self.desks[name] = Desk(store, lambda: self.now, self.lasting.program_of, name.upper(),
                                    self.lasting.branch, operator, cache, kept_accounts=len(self.people))  # fmt: skip

    # what happened when

    def acts(self, day: date) -> Iterator[tuple[datetime, str, Act]]:
        """Every act with its moment and a name that parts those of one moment."""
        first = _at(day - timedelta(days=PAST + 1), time(9))
        yield first, "", partial(self._publish, first.date(), 1)
        yield first, "prices", self._price_list
        second = _at(day - _SECOND_VERSION, _MORNING)
        yield second, "", partial(self._publish, second.date(), 2)
        came = {visit.patient: visit.at.date() for visit in reversed(self.past.visits)}
        for one in self.people:
            known = one.joined or came.get(one.id)
            if known is not None:
                yield _at(known, _MORNING), one.id, partial(self._enrol, one)
            if one.family:
                yield _at(known or day, _FAMILY_HOUR), one.id, partial(self._join_family, one)
            for consent in one.consents:
                if not consent.given:
                    yield _at(consent.day, _LETTERS), one.id, partial(self._stop_messages, one, consent.channel)
        for visit in self.past.visits:
            yield _local(visit.at), visit.id, partial(self._pay, visit)
        for back in self.past.returns:
            yield _local(back.at), back.visit, partial(self._take_back, back)
        for told in self.past.warnings:
            yield _local(told.at), told.patient, partial(self._warn, told.patient, told.way)
        for gift in self.past.gifts:
            yield _local(gift.at), gift.patient, partial(self._give, gift.patient, gift.units, gift.reason)
        yield from self._plans()
        yesterday = _at(day - timedelta(days=1), time(20, 30))
        for one in self.people[::97]:
            if one.joined:
                yield yesterday, one.id, partial(self._offer, one)

    def _plans(self) -> Iterator[tuple[datetime, str, Act]]:
        ends = {visit.id: visit.at for visit in self.past.visits}
        for plan in self.past.plans:
            yield _at(plan.made, time(20, 15)), plan.id, partial(self._note_plan, plan)
            if plan.finished:
                last = max(ends[step.done] for step in plan.steps)
                yield _local(last) + timedelta(minutes=2), plan.id, partial(self._complete, plan)

    # the acts

    @property
    def _a(self) -> Desk:
        return self.desks["a"]

    def _publish(self, day: date, version: int) -> None:
        programs.publish(self._a, demo_program(version), day, op_of("program", str(version)))

    def _price_list(self) -> None:
        lines = [
            {"code": one.code, "name": one.name, "name_en": one.name_en, "category": one.category,
             "price": one.price, "minutes": one.minutes, "floor_price": one.floor_price}
            for one in price_list()
        ]  # fmt: skip
        with self._a.store.writing() as writing:
            write(writing, self._a, op_of("services", "1"), "services", self.now.date(), {"services": lines})

    def _enrol(self, one: DemoPatient) -> None:
        patient = Patient(
            _id(one.id), one.surname, one.given, one.patronymic, one.birth_date, (one.phone,) if one.phone else (),
            one.email, one.contract, one.language, one.notes, one.contact_confirmed,
        )  # fmt: skip
        if one.joined is None:
            enrolment.add_patient(self._a, patient, op_of("patient", one.id))
            return
        given = tuple((consent.kind, consent.channel) for consent in one.consents if consent.given)
        friend = _id(one.referred_by) if one.referred_by else ""
        form = EnrolmentForm(patient, given, one.card, tuple(code for code, _ in one.groups), friend)
        enrolment.enrol(self._a, form, op_of("enrol", one.id))

    def _join_family(self, one: DemoPatient) -> None:
        families.join_family(self._a, _id(one.id), op_of("family", one.family), op_of("kin", one.id))

    def _stop_messages(self, one: DemoPatient, channel: str) -> None:
        identifier = op_of("stop", f"{one.id} {channel}")
        enrolment.record_consent(self._a, _id(one.id), "messages", channel, False, identifier)

    def _pay(self, visit: DemoVisit) -> None:
        name, member = visit.desk, _id(visit.patient)
        with self.desks[name].store.reading() as reading:
            if reading.patient(member) is None:
                name = "a"  # enrolled while desk B heard nothing: the queue before B goes to A
        desk = self.desks[name]
        self.paid_at[visit.id] = name
        bill = Bill(
            visit.id, member, self.now, tuple(self._line(visit, place) for place in range(len(visit.lines))),
            branch=desk.branch, redeem=visit.redeem, proof=visit.proof, coupons=visit.coupons,
        )  # fmt: skip
        checkout.settle(desk, bill, op_of("visit", visit.id))

    def _line(self, visit: DemoVisit, place: int) -> Line:
        done = visit.lines[place]
        service = self.services[done.service]
        return Line(
            str(place + 1), service.price, done.quantity, service.code, service.name, service.category, done.payer,
            done.on_promo, False, service.floor_price, done.doctor, done.plan_step,
        )  # fmt: skip

    def _take_back(self, back: DemoReturn) -> None:
        desk, receipt = self.desks[self.paid_at[back.visit]], op_of("visit", back.visit)
        if back.void:
            returning.void(desk, receipt, op_of("void", back.visit), "mistake")
        else:
            lines = [(str(place + 1), pieces) for place, pieces in back.lines]
            returning.give_back(desk, receipt, lines, op_of("return", back.visit))

    def _warn(self, patient: str, way: str) -> None:
        lapse.warn(self._a, _id(patient), way, op_of("warning", f"{patient} {self.now.date()}"))

    def _give(self, patient: str, units: int, reason: str) -> None:
        with suppress(Refusal):  # an employee may apologise with units only so often in a month
            events.adjust(self._a, _id(patient), units, reason, op_of("gift", f"{patient} {self.now.isoformat()}"))

    def _note_plan(self, plan: DemoPlan) -> None:
        steps = [[step.service, step.due.isoformat(), op_of("visit", step.done) if step.done else ""]
                 for step in plan.steps]  # fmt: skip
        note = {"plan": plan.id, "member": _id(plan.patient), "steps": steps}
        with self._a.store.writing() as writing:
            write(writing, self._a, op_of("plan", plan.id), "plan", self.now.date(), {"note": note})

    def _complete(self, plan: DemoPlan) -> None:
        events.record_event(self._a, _id(plan.patient), "plan_completed")

    def _offer(self, one: DemoPatient) -> None:
        programs.offer(self._a, _id(one.id), _COME_BACK, op_of("offer", one.id))

    # between the desks, and to the disk

    def live_until(self, at: datetime) -> None:
        """Set the clocks; a spell without a network begins or ends on the way."""
        self.now, here = at, at.replace(tzinfo=None)
        if self.cut_off is not None and here > self.cut_off.ends:
            self._meet()
        for spell in self.past.spells:
            if self.cut_off is None and spell.begins <= here <= spell.ends:
                self._part(spell)

    def hear(self) -> None:
        """Desk A knows and keeps at once what was done, but for what desk B does alone; written in large pieces."""
        of_a, of_b = (_notebook(desk).take_fresh() for desk in self.desks.values())
        self.unwritten += of_a
        if self.cut_off is None:
            self.unwritten += of_b
        else:
            self.unheard += of_b
        if len(self.unwritten) >= _BATCH:
            self._write()

    def _part(self, spell: DemoSpell) -> None:
        """Desk B hears no more of desk A, and nobody hears of desk B."""
        self.cut_off = spell
        desk = self.desks["b"]
        _notebook(desk).notes, desk.cache = _notebook(desk).notes.copy(), {}

    def _meet(self) -> None:
        """Both desks hear what they missed; what desk B did reaches the disk of desk A now."""
        self.cut_off = None
        desk = self.desks["b"]
        _notebook(desk).notes, desk.cache = _notebook(self._a).notes, self._a.cache
        _notebook(desk).take(self.unheard)
        self.unwritten += self.unheard
        self.unheard = []

    def _write(self) -> None:
        with self.lasting.store.writing() as writing:
            writing.append_many(self.unwritten)
        for desk in self.desks.values():
            _notebook(desk).forget(self.unwritten)
        self.unwritten = []

    def finish(self) -> None:
        """Write the rest; the next receipt of desk A has the next number."""
        self._meet()
        self._write()
        with self.lasting.store.writing() as writing:
            for _ in range(_notebook(self._a).numbers):
                writing.next_number()
            told = {"clinic": {"clinic": CLINIC}}
            write(writing, self.lasting, derived("demo", "clinic"), "clinic", self.now.date(), told)


def demo_program(version: int) -> Json:
    """The program of the demo clinic: the points preset under an invented organizer; quiet hours come in version 2."""
    from desk_app.documents.program_file import read_document

    document = read_document(resources.path(f"programs/{PROGRAM}.toml").read_bytes())
    document["organizer"] = {
        "name": "ООО «Тессера Демо»", "tax_id": "0000000000", "registration_id": "0000000000000",
        "licence": "Л041-00000-00/00000000 (вымышленная)", "rules_url": "https://tessera-demo.example/rules",
        "phone": "+7 975 000-00-00", "address": "Москва, Вымышленная улица, 1",
    }  # fmt: skip
    if version == 1:
        document["promotions"] = [one for one in document["promotions"] if one["code"] != "quiet-hours"]
    return document


def _notebook(desk: Desk) -> Notebook:
    return cast("Notebook", desk.store)


@cache
def _id(patient: str) -> str:
    return op_of("person", patient)


def _at(day: date, hour: time) -> datetime:
    return datetime.combine(day, hour, ZONE)


def _local(at: datetime) -> datetime:
    return at.replace(tzinfo=ZONE)
