"""Sets a lesson up in a practice desk by the desk's own tasks: its people, what they paid before, and every number."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from random import Random
from typing import Final
from zoneinfo import ZoneInfo

from desk_app import checkout, enrolment
from desk_app.accounts import open_receipt, version_on
from desk_app.acts import new_id
from desk_app.cards import key_of
from desk_app.domain.bill import Bill
from desk_app.domain.days import Period, plus_days
from desk_app.domain.errors import refuse
from desk_app.domain.lookup_keys import name_key, other_layout
from desk_app.domain.people import Patient, Service
from desk_app.domain.pricing import price_bill
from desk_app.domain.program import Program
from desk_app.domain.quote import Quote
from desk_app.domain.standing import Standing
from desk_app.enrolment import EnrolmentForm, Opening
from desk_app.ports import Desk
from desk_app.price_list import titles
from desk_app.statement import statement
from desk_app.training.lessons import fitting
from desk_app.training.lessons.inventing import Invented, invent
from desk_app.training.lessons.lesson import LONG, BillPlan, Lesson, Person
from desk_app.training.lessons.stage import Cast, CastBill, Role, Stage, Value
from desk_app.versions import ahead_of, today

_NOON: Final = time(12)
#: Days until units lapse of which somebody is to be told, where the program warns later than that.
_SOON: Final = 14


@dataclass(frozen=True, slots=True)
class _Scene:
    """The desk, the rules of today, and what was chosen and invented for one cast."""

    desk: Desk
    lesson: Lesson
    program: Program
    began: date
    now: datetime
    services: Mapping[str, Service]
    people: Mapping[str, Invented]

    def at(self, days: Period) -> Desk:
        """The desk so long ago, never before it had rules; it remembers nothing of later."""
        day = max(plus_days(self.now.date(), -days.count * (30 if days.kind == "months" else 1)),
                  self.began)  # fmt: skip
        if day >= self.now.date():
            return self.desk
        moment = datetime.combine(day, _NOON, self.now.tzinfo)
        return replace(self.desk, clock=lambda: moment, cache=None, reach=None)


def set_up(desk: Desk, lesson: Lesson, seed: str, language: str) -> Stage:
    """Write the people of a lesson into a practice desk; the same seed invents the same for the same day and program.

    `language` is that of their names. Raises `lesson.unfit`, and `moment.no_version` where no rules are in force.
    """
    return Stage(lesson, seed, language, _cast(desk, lesson, f"{lesson.code} {seed}", language))


def again(desk: Desk, stage: Stage) -> Stage:
    """The stage with fresh people and services: steps that share a story are repeated together, or it would tell of
    one patient and they of another."""
    seed = f"{stage.lesson.code} {stage.seed} {stage.turn + 1}"
    return stage.with_cast(_cast(desk, stage.lesson, seed, stage.language))


def _cast(desk: Desk, lesson: Lesson, seed: str, language: str) -> Cast:
    chance = Random(seed)
    with desk.store.reading() as reading:
        day = today(desk, reading)
        program, record = version_on(reading, desk, day)
        versions = reading.versions()
        # the same rules may have had a number before
        began = min(one.effective_from for one in versions if one.document == record.document)
        ahead = ahead_of(versions, day)
        offered = reading.services("", 100_000)
        following = desk.program_of(ahead[0]) if ahead else None
        lacking = fitting.fits(lesson, program, following, offered)
        if lacking:
            raise refuse("lesson.unfit", "", lesson=lesson.code)
        taken = frozenset(name_key(one.surname) for one in reading.patients())
    now = desk.clock().astimezone(ZoneInfo(program.timezone))
    services = fitting.pick(lesson, program, offered, chance)
    people = invent(lesson, now.date(), chance, language, taken)
    scene = _Scene(desk, lesson, program, began, now, services, people)
    ids = {one.code: _enter(scene, one, language) for one in lesson.people}
    bills = {bill.code: _pay_before(scene, bill, ids, language) for bill in lesson.bills}
    values: dict[str, Value] = {}
    for one in lesson.people:
        values |= _of_person(scene, one, ids[one.code])
    for code, service in services.items():
        values |= {code: service.code, f"{code}_price": service.price}
    for bill in lesson.bills:
        values |= _of_bill(scene, bill, bills[bill.code], ids)
    if ahead:
        values["start"] = ahead[0].effective_from.isoformat()
    with desk.store.reading() as reading:
        moment = reading.newest_moment()
    return Cast(day, moment, ids, bills, {code: one.code for code, one in services.items()}, values,
                ahead[0].mark if ahead else "")  # fmt: skip


# the people


def _enter(scene: _Scene, person: Person, language: str) -> str:
    """Write somebody into the directory, and into the program; answers the id, "" of one nobody knows yet."""
    one = scene.people[person.code]
    if not person.known:
        return ""
    patient = Patient("", one.surname, one.given, one.patronymic, one.born, (one.phone,), language=language)
    desk = scene.at(Period(LONG, "days"))
    if not person.member:
        return enrolment.add_patient(desk, patient, new_id())
    consents = tuple(_consent(word) for word in person.consents)
    group = (fitting.group_of(scene.program),) if person.group == "has" else ()
    with desk.store.reading() as reading:
        card = one.card if reading.card(one.card) is None else ""  # given once already to people of the same seed
    form = EnrolmentForm(patient, consents, card, group, opening=_opening(scene, person))
    return enrolment.enrol(desk, form, new_id()).member


def _consent(word: str) -> tuple[str, str]:
    return (word, "") if word in ("program", "data") else ("messages", word)


def _opening(scene: _Scene, person: Person) -> Opening:
    """What she brought along: as much as makes her level, and the units of the story."""
    program = scene.program
    step = program.levels.step(fitting.level_of(program, person.level))
    lapses = None
    if person.lapses and program.expiry is not None:
        lapses = plus_days(scene.now.date(), max(program.expiry.warn_days, _SOON))
    basis = program.levels.basis
    return Opening(
        _units(scene, person), step.start if basis == "spend" else 0, step.start if basis == "visits" else 0, lapses,
    )  # fmt: skip


def _units(scene: _Scene, person: Person) -> int:
    program = scene.program
    if person.units == "none" or program.unit is None:
        return 0
    most = fitting.most_on(scene.lesson, person.of, program, scene.services, scene.now, person.level)
    whole: int = 10**program.precision
    rules = program.redeem
    least = (rules.min_balance + rules.keep_balance) if rules is not None else 0
    if person.units == "some":
        return max(most // 2 // whole * whole, least, whole)
    # half as much again, in tens: nobody has exactly what may be spent
    return max((most * 3 // 2 // (10 * whole) + 1) * 10 * whole, least + most)


# what was paid before, and every number


def _pay_before(scene: _Scene, plan: BillPlan, ids: Mapping[str, str], language: str) -> CastBill:
    """The bill as it was paid at a desk of that language, or as it is to be paid."""
    roles = tuple(
        Role(item.service, service.code, service.name, service.category, service.price, item.pieces, item.payer,
             service.floor_price)
        for item in plan.lines for service in (scene.services[item.service],)
    )  # fmt: skip
    if plan.paid is None:
        return CastBill(plan.patient, roles)
    desk = scene.at(plan.paid)
    bill = _bill(scene, plan, ids, desk.clock())
    names = titles({one.code: one for one in scene.services.values()}, language)
    lines = tuple(replace(line, name=names[line.service]) for line in bill.lines)
    settled = checkout.settle(desk, replace(bill, lines=lines), new_id())
    return CastBill(plan.patient, roles, settled.row.id)


def _bill(scene: _Scene, plan: BillPlan, ids: Mapping[str, str], at: datetime) -> Bill:
    patient = scene.lesson.person(plan.patient)
    lines = fitting.lines_of(scene.lesson, plan.code, scene.services)
    return Bill(
        new_id(), ids[plan.patient], at.astimezone(scene.now.tzinfo), lines, branch=scene.desk.branch,
        redeem=None if plan.units == "most" else 0, proof="card" if patient.card else "",
    )  # fmt: skip


def _of_person(scene: _Scene, person: Person, member: str) -> dict[str, Value]:
    one, code = scene.people[person.code], person.code
    told: dict[str, Value] = {
        "": one.full_name, "surname": one.surname, "given": f"{one.given} {one.patronymic}".strip(),
        "born": one.born.isoformat(), "phone": one.phone, "tail": one.phone[-4:],
        "typed": other_layout(one.surname.lower()), "card": one.card,
    }  # fmt: skip
    if person.group:
        told["group"] = fitting.group_of(scene.program)
    if person.member:
        account = statement(scene.desk, member)
        with scene.desk.store.reading() as reading:
            told |= {"units": account.usable, "level": account.level, "card": key_of(reading, member)}
    else:
        told |= {"units": 0, "level": scene.program.levels.steps[0].code}
    return {f"{code}_{name}" if name else code: value for name, value in told.items()}


def _of_bill(scene: _Scene, plan: BillPlan, bill: CastBill, ids: Mapping[str, str]) -> dict[str, Value]:
    told: dict[str, Value] = {}
    if bill.receipt:
        with scene.desk.store.reading() as reading:
            row = reading.receipt(bill.receipt)
            assert row is not None
            told = {"number": row.number, "day": row.day.isoformat()}
            quote = open_receipt(reading, scene.desk, row).receipt.quote
    else:
        quote = _quoted(scene, plan, ids)
        told = {"day": scene.now.date().isoformat()}
        bare = _quoted(scene, plan, ids, proven=False).redeemed_units
        if bare < quote.redeemed_units:
            told["unproven"] = bare
    told |= {"pays": quote.pays, "list": quote.list, "saved": quote.discount, "most": quote.redeemed_units,
             "earns": quote.earns}  # fmt: skip
    return {f"{plan.code}_{name}": value for name, value in told.items()}


def _quoted(scene: _Scene, plan: BillPlan, ids: Mapping[str, str], *, proven: bool = True) -> Quote:
    """The bill as the trainee is to write it: for somebody who joins today, or shows a document, as it is then.

    `proven`: a card she has with her is shown.
    """
    patient, bill = scene.lesson.person(plan.patient), _bill(scene, plan, ids, scene.now)
    if not proven:
        bill = replace(bill, proof="")
    if not patient.member:
        return price_bill(scene.program, replace(bill, patient="new"), Standing(joined=scene.now.date()))
    priced = checkout.price(scene.desk, bill)
    if patient.group != "shows":
        return priced.quote
    groups = (*priced.standing.groups, fitting.group_of(scene.program))
    return price_bill(scene.program, bill, replace(priced.standing, groups=groups))


__all__ = ["again", "set_up"]
