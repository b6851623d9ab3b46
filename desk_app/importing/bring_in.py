"""Brings parsed patients into the directory in one transaction: new ones made, known ones completed, nothing twice."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from desk_app.accounts import moment_after
from desk_app.acts import new_id
from desk_app.cards import free_card
from desk_app.domain.facts import Joined, to_json
from desk_app.domain.lookup_keys import code_key, name_key
from desk_app.domain.people import Patient
from desk_app.domain.program import Program
from desk_app.enrolment import Opening, patient_fields
from desk_app.importing.patients import NameKey, PatientRow, Refused, key_of, same_person
from desk_app.ports import Desk, Json, Op, Reading
from desk_app.versions import minutes_ahead, today

#: Told what is being done ("match", "write"), how much of it is done and how much there is.
Progress = Callable[[str, int, int], None]
_TEXTS: Final = ("given", "patronymic", "email", "contract")


@dataclass(slots=True)
class Outcome:
    """What an import did, or would do: lines by what became of them, and the rows that were refused."""

    new: int = 0
    completed: int = 0
    unchanged: int = 0
    members: int = 0
    refused: list[Refused] = field(default_factory=list)


@dataclass(slots=True)
class _Directory:
    """Those of the directory who may be somebody of the table."""

    by_contract: dict[str, str] = field(default_factory=dict)
    by_name: dict[NameKey, list[tuple[str, frozenset[str]]]] = field(default_factory=dict)


def import_patients(
    desk: Desk, rows: Iterable[PatientRow], program: Program | None, *, dry_run: bool,
    progress: Progress = lambda *_: None,
) -> Outcome:  # fmt: skip
    """Bring the rows in, everything or nothing; `program` None while none is published.

    A patient is known by card, by contract, or by name, birth date and phone. Known ones get what they lack (a phone,
    a contract, membership with the opening balance), and nothing of theirs is overwritten, so a second import of the
    same table changes nothing. Raises `Trouble` when the store fails; then nothing was brought in.
    """
    listed, outcome = list(rows), Outcome()
    if dry_run:
        with desk.store.reading() as reading:
            _plan(reading, desk, listed, program, outcome, progress)
        return outcome
    with desk.store.writing() as writing:
        ops = _plan(writing, desk, listed, program, outcome, progress)
        writing.append_many(_counted(ops, progress))
    return outcome


def _counted(ops: list[Op], progress: Progress) -> Iterator[Op]:
    for done, op in enumerate(ops):
        progress("write", done, len(ops))
        yield op
    progress("write", len(ops), len(ops))


def _directory(reading: Reading, rows: list[PatientRow]) -> _Directory:
    contracts = {row.contract_key for row in rows if row.contract_key}
    names = {row.name for row in rows}
    known = _Directory()
    for patient in reading.patients():
        contract = code_key(patient.contract) if patient.contract else ""
        if contract in contracts:
            known.by_contract.setdefault(contract, patient.id)
        name = _name_of(patient)
        if name in names:
            known.by_name.setdefault(name, []).append((patient.id, frozenset(patient.phones)))
    return known


def _name_of(patient: Patient) -> NameKey:
    return key_of(patient.surname), key_of(patient.given), key_of(patient.patronymic), patient.birth_date


def _plan(
    reading: Reading, desk: Desk, rows: list[PatientRow], program: Program | None, outcome: Outcome, progress: Progress
) -> list[Op]:
    """The operations of all rows; the whole table is understood before the first is written."""
    known, ops = _directory(reading, rows), []
    day, moment = today(desk, reading), moment_after(reading, desk.clock())
    head: Json = {
        "kind": "import", "v": 1, "desk": desk.code, "by": desk.operator, "day": day.isoformat(),
        "utc": minutes_ahead(desk, reading, moment),
    }  # fmt: skip
    warn_days = program.expiry.warn_days if program and program.expiry else 30
    used: set[str] = set()
    drawn: set[str] = {row.card for row in rows if row.card}
    for done, row in enumerate(rows):
        progress("match", done, len(rows))
        try:
            _allowed(row, program)
            found = _find(reading, known, row)
            if found in used:
                raise _Clash("surname", "row.repeated")
        except _Clash as clash:
            outcome.refused.append(Refused(row.line, clash.column, clash.code, row.card or row.contract or row.surname))
            continue
        member = found or new_id()
        used.add(member)
        parts = _patient(reading, row, member, found is not None, day)
        if row.joins:
            parts |= _membership(reading, row, member, found is not None, day, warn_days, drawn)
        if parts:
            ops.append(Op(new_id(), moment, head | parts))
        outcome.members += "member" in parts
        outcome.new += found is None
        outcome.completed += found is not None and bool(parts)
        outcome.unchanged += found is not None and not parts
    progress("match", len(rows), len(rows))
    return ops


def _allowed(row: PatientRow, program: Program | None) -> None:
    if row.joins and row.declined:
        raise _Clash("consent_program", "consent.missing")
    if row.joins and program is None:
        raise _Clash("card" if row.card else "consent_program", "moment.no_version")
    if row.opening and row.opening.units and (program is None or program.unit is None):
        raise _Clash("opening_units", "units.bad")


class _Clash(Exception):
    def __init__(self, column: str, code: str) -> None:
        super().__init__(column, code)
        self.column = column
        self.code = code


def _find(reading: Reading, known: _Directory, row: PatientRow) -> str | None:
    """Who of the directory this is. Raises when card or contract belong to somebody else."""
    card = reading.card(row.card) if row.card else None
    if card is not None and card.member:
        member = reading.canonical(card.member)
        _same_name(reading, member, row, "card")
        return member
    contract = known.by_contract.get(row.contract_key) if row.contract_key else None
    if contract is not None:
        member = reading.canonical(contract)
        _same_name(reading, member, row, "contract")
        return member
    phones = frozenset(row.phones)
    for member, others in known.by_name.get(row.name, ()):
        if same_person(phones, others):
            return reading.canonical(member)
    return None


def _same_name(reading: Reading, member: str, row: PatientRow, column: str) -> None:
    patient = reading.patient(member)
    if patient is None or name_key(patient.surname) != name_key(row.surname):
        raise _Clash(column, f"{column}.taken")
    if patient.birth_date and row.birth_date and patient.birth_date != row.birth_date:
        raise _Clash("birth_date", f"{column}.taken")


def _patient(reading: Reading, row: PatientRow, member: str, known: bool, day: date) -> Json:
    """What the directory does not know yet of a patient and of the consents."""
    parts: Json = {}
    stated: set[tuple[str, str]] = set()
    if known:
        before = reading.patient(member)
        assert before is not None, member
        fields = _missing(before, row)
        stated = {(consent.kind, consent.channel) for consent in reading.consents(member)}
    else:
        patient = Patient("", row.surname, row.given, row.patronymic, row.birth_date, row.phones, row.email,
                          row.contract, row.language or "ru")  # fmt: skip
        fields = patient_fields(patient)
    if fields:
        parts["patient"] = {"id": member, "fields": fields}
    consents = [
        {"member": member, "kind": kind, "channel": channel, "given": given, "day": day.isoformat(),
         "text_version": "1"}
        for kind, channel, given in row.consents
        if (kind, channel) not in stated
    ]  # fmt: skip
    return parts | ({"consents": consents} if consents else {})


def _missing(known: Patient, row: PatientRow) -> Json:
    fields: Json = {name: getattr(row, name) for name in _TEXTS if getattr(row, name) and not getattr(known, name)}
    if row.birth_date and known.birth_date is None:
        fields["birth_date"] = row.birth_date.isoformat()
    fresh = [phone for phone in row.phones if phone not in known.phones]
    if fresh:
        fields["phones"] = [*known.phones, *fresh]
    return fields


def _membership(
    reading: Reading, row: PatientRow, member: str, known: bool, day: date, warn_days: int, drawn: set[str]
) -> Json:
    """Joining with the opening balance, once; a member who has no card gets the one of the table."""
    if known and reading.membership(member) is not None:
        fresh = row.card and reading.card(row.card) is None
        if not fresh or any(card.state == "active" for card in reading.cards(member)):
            return {}
        return {"card": {"number": row.card, "member": member, "state": "active"}}
    number = row.card or _free_card(reading, drawn)
    opening = row.opening or Opening()
    facts = [
        Joined(0, "", member, day, opening.units, opening.last_good_day, opening.spent, opening.visits, warn_days),
        *(Joined(0, "", member, day, units, good_day, opening_warn=warn_days) for units, good_day in opening.more),
    ]
    brought = opening.units + sum(units for units, _ in opening.more)
    return {
        "member": {"id": member, "joined": day.isoformat(), "referred_by": "", "left": None},
        "card": {"number": number, "member": member, "state": "active"},
        "facts": [to_json(fact) for fact in facts],
        "entries": [[member, brought]] if brought else [],
    }


def _free_card(reading: Reading, drawn: set[str]) -> str:
    while (number := free_card(reading)) in drawn:
        pass
    drawn.add(number)
    return number
