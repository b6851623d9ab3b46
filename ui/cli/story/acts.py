"""The acts of a scenario, each given to the task that carries it out (spec: interfaces, Scenario)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from desk_app import checkout, enrolment, events, families, lapse, programs, returning, statement
from desk_app.accounts import Holding, version_on
from desk_app.acts import op_id
from desk_app.documents import scalars
from desk_app.documents.bill_file import read_bill
from desk_app.documents.keys import Table, one_of
from desk_app.documents.quote_json import quote_json, units_json
from desk_app.domain.errors import WrongInput
from desk_app.domain.people import Patient
from desk_app.domain.program import Program
from desk_app.hand_over.papers import return_json
from desk_app.phones import read_phone
from desk_app.ports import Desk
from ui.cli.results import statement_json
from ui.cli.story.scenario import Scenario, StoryStep, program_document

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Told:
    """What an act is told: the desk, the step, its operation id, and the receipts by the names of their bills."""

    desk: Desk
    scenario: Scenario
    step: StoryStep
    op: str
    bills: dict[str, str]

    @property
    def identifier(self) -> str:
        """The operation id of this step."""
        return op_id(f"story:{self.op}")

    @property
    def program(self) -> Program:
        """The version in force on the step's day."""
        with self.desk.store.reading() as reading:
            return version_on(reading, self.desk, self.step.at.date())[0]

    def table(self, *keys: str) -> Table:
        """The values of the step, where only these keys may stand."""
        values = {key: value for key, value in self.step.values.items() if key != "at"}
        return Table(values, "", keys)


def perform(told: Told) -> Json:
    """What the act gives. Raises refusals; `act.unknown` for a word that is no act."""
    act = ACTS.get(told.step.do)
    if act is None:
        raise WrongInput("act.unknown", "do", found=scalars.shown(told.step.do), allowed=", ".join(ACTS))
    return act(told)


def _enroll(told: Told) -> Json:
    table = told.table("member", "birth_date", "groups", "phone", "referred_by", "opening")
    member = table.needed("member", scalars.code)
    phone = table.optional("phone", "", _phone)
    patient = Patient(
        id=member,
        surname=member,
        birth_date=table.needed("birth_date", _birth, told.step.at.date()) if "birth_date" in table else None,
        phones=(phone,) if phone else (),
    )
    form = enrolment.EnrolmentForm(
        patient=patient,
        consents=(("program", ""), ("data", "")),
        groups=table.codes("groups"),
        referred_by=table.optional("referred_by", "", scalars.code),
        opening=_opening(table, told.program) if "opening" in table else None,
    )
    enrolled = enrolment.enrol(told.desk, form, told.identifier)
    return {"card": enrolled.card, "member": enrolled.member}


def _birth(value: object, today: date) -> date:
    day = scalars.day(value)
    if day > today:
        raise scalars.Wrong("date.bad", f"1900-01-01 - {today}")
    return day


def _phone(value: object) -> str:
    phone = read_phone(scalars.plain(value))
    if phone is None:
        raise scalars.Wrong("phone.bad", "+7 912 345-67-89")
    return phone


def _opening(table: Table, program: Program) -> enrolment.Opening:
    opening = Table(table.values["opening"], "opening", ("units", "spent", "visits", "last_good_day"))
    return enrolment.Opening(
        units=opening.optional("units", 0, scalars.units, program.precision),
        spent=opening.optional("spent", 0, scalars.money, program.decimals),
        visits=opening.optional("visits", 0, scalars.count),
        last_good_day=opening.needed("last_good_day", scalars.day) if "last_good_day" in opening else None,
    )


def _bill(told: Told) -> Json:
    """The keys of the bill: those of the step, with the member as the patient and the step's moment."""
    values = dict(told.step.values)
    name = values.pop("as", None) or told.op
    if not isinstance(name, str):
        raise WrongInput("value.bad", "as", found=scalars.shown(name), allowed="a name")
    if "member" in values:
        values["patient"] = values.pop("member")
    values.setdefault("id", name)
    return values | {"at": told.step.at.isoformat()}


def _checkout(told: Told) -> Json:
    bill = read_bill(_bill(told), told.program, told.step.at)
    settled = checkout.settle(told.desk, bill, told.identifier)
    told.bills[str(told.step.values.get("as") or told.op)] = settled.row.id
    return quote_json(settled.quote, told.program)


def _draft(told: Told) -> Json:
    return quote_json(checkout.price(told.desk, read_bill(_bill(told), told.program, told.step.at)).quote, told.program)


def _return(told: Told) -> Json:
    table = told.table("bill", "lines", "member")
    bill = table.needed("bill", scalars.code)
    lines = []
    for place, item in table.items("lines"):
        line = Table(item, place, ("id", "quantity"))
        quantity = line.optional("quantity", 1, _pieces)
        lines.append((line.needed("id", scalars.code), quantity))
    done = returning.give_back(told.desk, told.bills.get(bill, bill), lines, told.identifier)
    return return_json(done, told.program)


def _pieces(value: object) -> int:
    """More than was bought is for the rule of returns to refuse; what is no quantity at all is wrong input."""
    if isinstance(value, bool) or not isinstance(value, int) or value < 1:
        raise scalars.Wrong("quantity.bad", "a whole number above 0")
    return value


def _void(told: Told) -> Json:
    table = told.table("bill", "reason", "member")
    bill = table.needed("bill", scalars.code)
    reason = table.optional("reason", "", scalars.plain)
    done = returning.void(told.desk, told.bills.get(bill, bill), told.identifier, reason)
    return return_json(done, told.program)


def _usable(told: Told, held: Holding) -> Json:
    return {"usable": units_json(held.usable, told.program)}


def _adjust(told: Told) -> Json:
    table = told.table("member", "units", "reason")
    units = table.needed("units", scalars.signed_units, told.program.precision)
    reason = table.needed("reason", scalars.plain)
    return _usable(told, events.adjust(told.desk, table.needed("member", scalars.code), units, reason, told.identifier))


def _warn(told: Told) -> Json:
    table = told.table("member", "way")
    way = table.optional("way", "paper", scalars.plain)
    lots = lapse.warn(told.desk, table.needed("member", scalars.code), way, told.identifier)
    program = told.program
    return {"lots": [{"units": units_json(units, program), "last_good_day": day.isoformat()} for units, day in lots]}


def _statement(told: Told) -> Json:
    table = told.table("member")
    return statement_json(statement.statement(told.desk, table.needed("member", scalars.code)), told.program)


def _event(told: Told) -> Json:
    table = told.table("member", "event")
    units = events.record_event(told.desk, table.needed("member", scalars.code), table.needed("event", scalars.plain))
    return {"units": units_json(units, told.program)}


def _reward(told: Told) -> Json:
    table = told.table("member", "code", "reward")
    code = table.needed("reward" if "reward" in table else "code", scalars.code)
    held = programs.hand_over_reward(told.desk, table.needed("member", scalars.code), code, told.identifier)
    return {"reward": code, **_usable(told, held)}


def _offer(told: Told) -> Json:
    table = told.table("member", "offer")
    offer = table.values.get("offer")
    if not isinstance(offer, dict):
        raise table.refuse("key.missing" if offer is None else "value.bad", "offer", "a promotion")
    return {"offer": programs.offer(told.desk, table.needed("member", scalars.code), offer, told.identifier)}


def _consent(told: Told) -> Json:
    table = told.table("member", "kind", "state", "channel")
    state = table.optional("state", "given", _consent_state)
    kind = table.needed("kind", scalars.plain)
    channel = table.optional("channel", "", scalars.plain)
    if kind in _CHANNELS and channel in ("", kind):
        # the short form of the command line: a channel alone means messages by it
        kind, channel = "messages", kind
    member = table.needed("member", scalars.code)
    enrolment.record_consent(told.desk, member, kind, channel, state == "given", told.identifier)
    return {"kind": kind, "channel": channel, "state": state}


#: What a consent to messages may be given for by its name alone.
_CHANNELS: Final = ("sms", "call", "email", "messenger")


def _consent_state(value: object) -> str:
    if isinstance(value, bool):
        return "given" if value else "stopped"
    return "given" if one_of(value, ("given", "stopped", "withdrawn", "refused")) == "given" else "stopped"


def _refer(told: Told) -> Json:
    table = told.table("member", "friend")
    member, friend = table.needed("member", scalars.code), table.needed("friend", scalars.code)
    enrolment.refer(told.desk, member, friend, told.identifier)
    return {"friend": friend, "referred_by": member}


def _family_join(told: Told) -> Json:
    table = told.table("member", "family")
    member, family = table.needed("member", scalars.code), table.needed("family", scalars.code)
    return _usable(told, families.join_family(told.desk, member, family, told.identifier))


def _family_leave(told: Told) -> Json:
    table = told.table("member", "family")
    return _usable(told, families.leave_family(told.desk, table.needed("member", scalars.code), told.identifier))


def _merge(told: Told) -> Json:
    table = told.table("member", "into")
    member, into = table.needed("member", scalars.code), table.needed("into", scalars.code)
    return _usable(told, families.merge(told.desk, member, into, told.identifier))


def _unmerge(told: Told) -> Json:
    table = told.table("member", "into")
    member = table.needed("member", scalars.code)
    with told.desk.store.reading() as reading:
        stays = reading.canonical(member)
    families.unmerge(told.desk, member, told.identifier)
    return {"usable": units_json(statement.statement(told.desk, stays).usable, told.program)}


def _leave(told: Told) -> Json:
    table = told.table("member")
    day = lapse.leave(told.desk, table.needed("member", scalars.code), told.identifier)
    return {"last_good_day": day and day.isoformat()}


def _publish(told: Told) -> Json:
    table = told.table("program", "date")
    document = program_document(told.scenario.folder, table.needed("program", scalars.plain))
    day = table.optional("date", told.step.at.date(), scalars.day)
    record = programs.publish(told.desk, document, day, told.identifier)
    return {"version": record.version, "effective_from": record.effective_from.isoformat()}


def _close(told: Told) -> Json:
    table = told.table("program", "date")
    day: date = table.optional("date", told.step.at.date(), scalars.day)
    return {"last_good_day": lapse.close(told.desk, day, told.identifier).isoformat()}


def _pass(told: Told) -> Json:
    return {}


ACTS: Final[dict[str, Callable[[Told], Json]]] = {
    "enroll": _enroll, "checkout": _checkout, "draft": _draft, "return": _return, "void": _void, "adjust": _adjust,
    "warn": _warn, "statement": _statement, "event": _event, "reward": _reward, "offer": _offer, "consent": _consent,
    "refer": _refer, "family_join": _family_join, "family_leave": _family_leave, "merge": _merge,
    "unmerge": _unmerge, "leave": _leave, "publish": _publish, "close": _close, "pass": _pass,
}  # fmt: skip
