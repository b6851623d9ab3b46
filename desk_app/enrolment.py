"""Joining: a patient, three separate consents, a card, groups with documents, and who brought whom.

Source: spec: product, Enrolment; spec: engine, People.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Final

from desk_app import events
from desk_app.accounts import version_on
from desk_app.acts import done_before, new_id, of_other_content, write
from desk_app.cards import check_card, free_card
from desk_app.domain.errors import refuse
from desk_app.domain.facts import Joined
from desk_app.domain.people import Patient
from desk_app.ports import Desk, Json, Reading
from desk_app.printed_cards import note_in
from desk_app.versions import today

#: Which text of the consent forms was signed; a new text is a new number.
TEXT_VERSION: Final = "2"


@dataclass(frozen=True, slots=True)
class Opening:
    """A balance brought from the system before: units, spent (minor units), visits, and its last good day.

    `more` are further units with a last good day of their own.
    """

    units: int = 0
    spent: int = 0
    visits: int = 0
    last_good_day: date | None = None
    more: tuple[tuple[int, date | None], ...] = ()


@dataclass(frozen=True, slots=True)
class EnrolmentForm:
    """What the receptionist filled in. `patient.id` "" makes a new patient; `card` "" draws a number.

    `consents` are (kind, channel) pairs given: ("program", ""), ("messages", "sms"), ("data", "").
    """

    patient: Patient
    consents: tuple[tuple[str, str], ...] = ()
    card: str = ""
    groups: tuple[str, ...] = ()
    referred_by: str = ""
    opening: Opening | None = None
    refused: tuple[tuple[str, str], ...] = field(default=())


@dataclass(frozen=True, slots=True)
class Enrolled:
    """A new member and the card that opens the account."""

    member: str
    card: str
    units: int


def enrol(desk: Desk, form: EnrolmentForm, identifier: str) -> Enrolled:
    """Make a patient a member. Raises `member.exists`, `card.taken/bad`, `group.unknown`, `referral.self/circle`,
    and `program.closed` once the program has ended."""
    with desk.store.writing() as writing:
        before = done_before(writing, identifier, "enroll")
        if before is not None:
            if not _same_person(before["patient"]["fields"], form.patient):
                raise of_other_content(identifier)
            return Enrolled(before["member"]["id"], before["card"]["number"], before["note"]["welcome"])
        day = today(desk, writing)
        program, record = version_on(writing, desk, day)
        closing = writing.closing()
        if closing is not None and day >= closing[0]:
            raise refuse("program.closed", "")
        patient = form.patient
        member = patient.id or new_id()
        existing = writing.membership(writing.canonical(member)) if patient.id else None
        if existing is not None and existing.left is None:
            raise refuse("member.exists", "member", member=patient.full_name or member)
        known = {group.code for group in program.groups}
        for i, code in enumerate(form.groups):
            if code not in known:
                raise refuse("group.unknown", f"groups[{i}]", found=code, allowed=", ".join(sorted(known)))
        number = form.card or free_card(writing)
        check_card(writing, number)
        if writing.card(number) is not None:
            note_in(writing, desk, (number,))  # of the cards printed ahead, wherever that was
        if form.referred_by:
            check_referral(writing, form.referred_by, member)
        opening = form.opening or Opening()
        warn_days = program.expiry.warn_days if program.expiry else 30
        fact = Joined(0, "", member, day, opening.units, opening.last_good_day, opening.spent, opening.visits,
                      warn_days)  # fmt: skip
        welcome = program.events.welcome if program.unit else 0
        parts: Json = {
            "patient": {"id": member, "fields": patient_fields(patient)},
            "member": {"id": member, "joined": day.isoformat(), "referred_by": form.referred_by, "left": None},
            "card": {"number": number, "member": member, "state": "active"},
            "consents": [
                {"member": member, "kind": kind, "channel": channel, "given": given, "day": day.isoformat(),
                 "text_version": TEXT_VERSION}
                for given, pairs in ((True, form.consents), (False, form.refused)) for kind, channel in pairs
            ],
            "groups": [{"member": member, "code": code, "day": day.isoformat()} for code in form.groups],
            "entries": [[member, opening.units]] if opening.units else [],
            "note": {"welcome": welcome},
        }  # fmt: skip
        write(writing, desk, identifier, "enroll", day, parts, [fact])
        if welcome:
            events.give(writing, desk, program, record, member, "welcome", welcome, day)
    return Enrolled(member, number, welcome)


def _same_person(fields: Json, patient: Patient) -> bool:
    """Whether an enrolment that is sent again is of the person it was made for."""
    told = patient_fields(patient)
    return all(fields.get(name) == told.get(name) for name in ("surname", "given", "patronymic", "birth_date"))


def patient_fields(patient: Patient) -> Json:
    """A patient's fields as plain values, empty ones left out."""
    raw: Json = {
        "surname": patient.surname, "given": patient.given, "patronymic": patient.patronymic,
        "birth_date": patient.birth_date.isoformat() if patient.birth_date else None, "phones": list(patient.phones),
        "email": patient.email, "contract": patient.contract, "language": patient.language, "notes": patient.notes,
        "contact_confirmed": patient.contact_confirmed.isoformat() if patient.contact_confirmed else None,
    }  # fmt: skip
    return {name: value for name, value in raw.items() if value not in (None, "", [])}


def add_patient(desk: Desk, patient: Patient, identifier: str) -> str:
    """A patient of the directory who is no member yet; answers the id."""
    with desk.store.writing() as writing:
        before = done_before(writing, identifier, "patient")
        if before is not None:
            return str(before["patient"]["id"])
        member = patient.id or new_id()
        parts = {"patient": {"id": member, "fields": patient_fields(patient)}}
        write(writing, desk, identifier, "patient", today(desk, writing), parts)
        return member


def edit_patient(desk: Desk, patient: Patient, changed: Json, identifier: str) -> None:
    """Change fields of a patient; only what changed travels, so two desks may edit different fields."""
    with desk.store.writing() as writing:
        if writing.patient(patient.id) is None:
            raise refuse("member.unknown", "member", member=patient.id)
        parts = {"patient": {"id": patient.id, "fields": changed}}
        write(writing, desk, identifier, "patient", today(desk, writing), parts)


def record_consent(desk: Desk, member: str, kind: str, channel: str, given: bool, identifier: str) -> None:
    """Give or stop one consent; a stop always wins over a giving of the same day."""
    if kind not in ("program", "messages", "data"):
        raise refuse("value.bad", "kind", found=kind, allowed="program, messages, data")
    with desk.store.writing() as writing:
        canonical = events.member_of(writing, member)
        day = today(desk, writing)
        consent = {"member": canonical, "kind": kind, "channel": channel, "given": given, "day": day.isoformat(),
                   "text_version": TEXT_VERSION}  # fmt: skip
        write(writing, desk, identifier, "consent", day, {"consents": [consent]})


def show_document(desk: Desk, member: str, group: str, identifier: str) -> None:
    """A document of a group was shown: the group's discount holds from that day. Raises `group.unknown`."""
    with desk.store.writing() as writing:
        canonical = events.member_of(writing, member)
        day = today(desk, writing)
        program, _ = version_on(writing, desk, day)
        if all(one.code != group for one in program.groups):
            raise refuse("group.unknown", "group", found=group, allowed=", ".join(g.code for g in program.groups))
        parts = {"groups": [{"member": canonical, "code": group, "day": day.isoformat()}]}
        write(writing, desk, identifier, "group", day, parts)


def refer(desk: Desk, referrer: str, friend: str, identifier: str) -> None:
    """Note who brought a friend. Raises `referral.self`, `referral.circle`, `referral.twice`."""
    with desk.store.writing() as writing:
        host, guest = events.member_of(writing, referrer), events.member_of(writing, friend)
        membership = writing.membership(guest)
        assert membership is not None
        if membership.referred_by and membership.referred_by != host:
            raise refuse("referral.twice", "friend", friend=friend)
        check_referral(writing, host, guest)
        parts = {"member": {"id": guest, "referred_by": host}}
        write(writing, desk, identifier, "refer", today(desk, writing), parts)


def check_referral(reading: Reading, referrer: str, friend: str) -> None:
    """No self-referral, no circles (spec: engine, People)."""
    host, guest = reading.canonical(referrer), reading.canonical(friend)
    if reading.membership(host) is None:
        raise refuse("member.unknown", "referred_by", member=referrer)
    if host == guest:
        raise refuse("referral.self", "referred_by")
    seen, one = {guest}, host
    while one:
        if one in seen:
            raise refuse("referral.circle", "referred_by")
        seen.add(one)
        membership = reading.membership(one)
        one = reading.canonical(membership.referred_by) if membership and membership.referred_by else ""
