"""The form of a patient at the desk: what it lacks, who may be the same person, and saving it by one key."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from desk_app import enrolment
from desk_app.acts import op_id
from desk_app.domain.errors import Refusal
from desk_app.domain.people import Card, MemberSummary, Patient
from desk_app.domain.program import Group
from desk_app.enrolment import EnrolmentForm, patient_fields
from desk_app.ports import Desk, Json
from desk_app.versions import record_on, today

CHANNELS = ("sms", "call", "email", "messenger")


@dataclass(frozen=True, slots=True)
class PatientForm:
    """What the receptionist filled in. `patient.id` "" is a new patient; `card` "" draws a number.

    `consents` are those given, as (kind, channel); `referred_by` the member who brought this one.
    """

    patient: Patient = field(default_factory=lambda: Patient(""))
    consents: frozenset[tuple[str, str]] = frozenset()
    groups: tuple[str, ...] = ()
    referred_by: str = ""
    card: str = ""
    member: bool = False

    @property
    def joins(self) -> bool:
        """Whether saving makes (or keeps) the patient a member."""
        return self.member or ("program", "") in self.consents


@dataclass(frozen=True, slots=True)
class Written:
    """What was saved: whose record, the card that opens the account ("" for a patient who does not join)."""

    patient: str
    card: str
    joined: bool


def open_form(desk: Desk, patient: str) -> tuple[PatientForm, tuple[Card, ...]]:
    """The form of a patient as it is kept, and the cards."""
    with desk.store.reading() as reading:
        canonical = reading.canonical(patient)
        found = reading.patient(canonical)
        if found is None:
            return PatientForm(), ()
        membership = reading.membership(canonical)
        if membership is None or membership.left is not None:
            return PatientForm(found), ()
        given = frozenset((one.kind, one.channel) for one in reading.consents(canonical) if one.given)
        form = PatientForm(
            patient=found,
            consents=given,
            groups=tuple(code for code, _ in membership.groups),
            referred_by=membership.referred_by,
            member=True,
        )
        return form, reading.cards(canonical)


def lacking(form: PatientForm, day: date) -> tuple[str, ...]:
    """What keeps the form from being saved: "surname", "given", "birth_date", "consent.data"; else nothing."""
    patient, out = form.patient, []
    if not patient.surname:
        out.append("surname")
    if not patient.given:
        out.append("given")
    if form.joins and patient.birth_date is None:
        out.append("birth_date")
    if patient.birth_date is not None and patient.birth_date > day:
        out.append("birth_date")
    if form.joins and not form.member and ("data", "") not in form.consents:
        out.append("consent.data")
    return tuple(out)


def doubles(desk: Desk, patient: Patient) -> tuple[MemberSummary, ...]:
    """Who may be the same person: the same name and birth date, or the same phone."""
    found: dict[str, MemberSummary] = {}
    with desk.store.reading() as reading:
        if patient.surname and patient.given and patient.birth_date is not None:
            for row in reading.find(f"{patient.surname} {patient.given}", 20):
                if row.birth_date == patient.birth_date:
                    found[row.id] = row
        for phone in patient.phones:
            for row in reading.find(phone, 20):
                if row.phone == phone:
                    found[row.id] = row
    found.pop(patient.id, None)
    return tuple(found.values())


def groups_of(desk: Desk) -> tuple[Group, ...]:
    """Groups of the program in force; none before there is a program."""
    with desk.store.reading() as reading:
        try:
            record = record_on(reading, today(desk, reading))
        except Refusal:
            return ()
    return desk.program_of(record).groups


def save(desk: Desk, form: PatientForm, identifier: str) -> Written:
    """Write down, enrol or change, whatever the form asks. The same id again changes nothing.

    Raises the refusals of `enrolment`. A patient without consent to the program is kept as a patient.
    """
    if form.member:
        return _changed(desk, form, identifier)
    if not form.joins:
        if form.patient.id:
            _change_fields(desk, form.patient, identifier)
            return Written(form.patient.id, "", False)
        return Written(enrolment.add_patient(desk, form.patient, identifier), "", False)
    refused = tuple(("messages", channel) for channel in CHANNELS if ("messages", channel) not in form.consents)
    given = tuple(sorted(form.consents))
    asked = EnrolmentForm(form.patient, given, form.card, form.groups, form.referred_by, None, refused)
    made = enrolment.enrol(desk, asked, identifier)
    return Written(made.member, made.card, True)


def _changed(desk: Desk, form: PatientForm, identifier: str) -> Written:
    before, cards = open_form(desk, form.patient.id)
    _change_fields(desk, form.patient, identifier)
    member = form.patient.id
    for kind, channel in sorted(before.consents ^ form.consents):
        given = (kind, channel) in form.consents
        enrolment.record_consent(desk, member, kind, channel, given, op_id(f"{identifier}:{kind}:{channel}"))
    for group in form.groups:
        if group not in before.groups:
            enrolment.show_document(desk, member, group, op_id(f"{identifier}:group:{group}"))
    if form.referred_by and form.referred_by != before.referred_by:
        enrolment.refer(desk, form.referred_by, member, op_id(f"{identifier}:refer"))
    card = next((card.number for card in cards if card.state == "active"), "")
    return Written(member, card, False)


def _change_fields(desk: Desk, patient: Patient, identifier: str) -> None:
    """Only what differs is written, so that two desks may change different fields of one patient."""
    with desk.store.reading() as reading:
        before = reading.patient(patient.id)
    if before is None or before == patient:
        return
    now, then = patient_fields(patient), patient_fields(before)
    emptied: Json = {"phones": [], "birth_date": None, "contact_confirmed": None}
    changed: Json = {
        name: now.get(name, emptied.get(name, "")) for name in sorted({*now, *then}) if now.get(name) != then.get(name)
    }
    enrolment.edit_patient(desk, patient, changed, identifier)
