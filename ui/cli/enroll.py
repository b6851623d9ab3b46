"""`tessera enroll`: make a patient a member, with a card and three separate consents."""

from __future__ import annotations

import argparse
from datetime import date
from typing import Final

from desk_app.documents.columns import Columns
from desk_app.documents.tables import Row
from desk_app.domain.errors import WrongInput
from desk_app.domain.people import MemberSummary, Patient
from desk_app.importing.cells import fault_of_name
from desk_app.importing.patients import Refused, Terms, parse_patients
from desk_app.phones import read_phones
from desk_app.ports import Desk
from ui.cli.answer import Answer
from ui.cli.home import add_op, desk_of
from ui.cli.rows import rows
from ui.cli.sentences import sentence

EXAMPLE = (
    'tessera enroll --name "Иванова Мария Петровна" --birth 17.05.1980 --phone "8 912 345-67-89" --consent program'
)
_CONSENTS = {
    "program": ("program", ""),
    "data": ("data", ""),
    "sms": ("messages", "sms"),
    "email": ("messages", "email"),
}
#: Column of a table of patients → the option that says the same.
_OPTIONS: Final = {"full_name": "name", "birth_date": "birth", "email": "email", "contract": "contract", "card": "card"}
_ALLOWED: Final = {"phone": "+7 912 345-67-89", "birth_date": "17.05.1980, 1980-05-17"}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("--name", default="", help="surname, given name, patronymic")
    parser.add_argument("--patient", default="", metavar="ID", help="a patient of the directory instead of a new one")
    parser.add_argument("--birth", default="", metavar="DAY", help="17.05.1980 or 1980-05-17")
    parser.add_argument("--phone", action="append", default=[], help="in any shape; may be repeated")
    parser.add_argument("--email", default="", help="e-mail address")
    parser.add_argument("--contract", default="", help="number of the contract")
    parser.add_argument("--language", choices=("ru", "en"), default="ru", help="the patient's language")
    parser.add_argument("--card", default="", metavar="NUMBER", help="left out: a number is drawn")
    parser.add_argument("--group", action="append", default=[], metavar="CODE", help="a document was shown")
    parser.add_argument("--referred-by", default="", metavar="MEMBER", help="who brought the patient")
    parser.add_argument(
        "--consent", action="append", default=[], choices=tuple(_CONSENTS), help="given; may be repeated"
    )
    add_op(parser)


def run(options: argparse.Namespace) -> Answer:
    """Enrol, and warn of whoever may be the same person; `member.exists`, `card.taken`, `card.bad`, `group.unknown`."""
    from desk_app.acts import new_id, op_id
    from desk_app.enrolment import EnrolmentForm, enrol
    from desk_app.forms import doubles
    from desk_app.versions import today

    if not options.name and not options.patient:
        raise WrongInput("arguments.bad", found="--name, --patient")
    identifier = op_id(options.op) if options.op else new_id()
    with desk_of(options) as desk:
        with desk.store.reading() as reading:
            day = today(desk, reading)
        patient, card = _known(desk, options, day) if options.patient else _typed(options, day)
        same = doubles(desk, patient)
        consents = tuple(_CONSENTS[kind] for kind in options.consent)
        form = EnrolmentForm(patient, consents, card, tuple(options.group), options.referred_by)
        enrolled = enrol(desk, form, identifier)
    warnings = [_warning(one, options.lang) for one in same if one.id != enrolled.member]
    value = {"member": enrolled.member, "card": enrolled.card, "warnings": warnings}
    return Answer(value, rows(value, options.lang), warnings=[one["message"] for one in warnings])


def _known(desk: Desk, options: argparse.Namespace, day: date) -> tuple[Patient, str]:
    """The patient of the directory, who has a name already, and the card as typed."""
    for name in ("name", "birth", "phone", "email", "contract"):
        if getattr(options, name):
            raise WrongInput("arguments.bad", found=f"--patient, --{name}")
    with desk.store.reading() as reading:
        patient = reading.patient(reading.canonical(options.patient))
    if patient is None:
        raise WrongInput("member.unknown", "--patient", member=options.patient)
    return patient, _read(options, day, name="X")[1]


def _typed(options: argparse.Namespace, day: date) -> tuple[Patient, str]:
    if len(options.name.strip().splitlines()) > 1:
        # two lines of a table are two people rather than one
        raise _no_name(options.name.strip())
    return _read(options, day, name=options.name)


def _read(options: argparse.Namespace, day: date, name: str) -> tuple[Patient, str]:
    """Patient and card as typed, read as the one row of a table and refused for the same reasons."""
    cells = [name, *(getattr(options, option) for option in list(_OPTIONS.values())[1:])]
    places: dict[str, tuple[int, ...]] = {column: (place,) for place, column in enumerate(_OPTIONS)}
    places["phone"] = tuple(range(len(cells), len(cells) + len(options.phone)))
    trimmed = tuple(cell.strip() for cell in (*cells, *options.phone))
    parsed = parse_patients([Row(1, trimmed)], Columns(places, (), ()), Terms(day))
    for refused in parsed.refused:
        raise _refusal(refused, options)
    row = parsed.rows[0]
    patient = Patient("", row.surname, row.given, row.patronymic, row.birth_date, row.phones, row.email, row.contract,
                      options.language)  # fmt: skip
    return patient, row.card


def _no_name(name: str) -> WrongInput:
    why = fault_of_name(name)
    return WrongInput("name.bad", "--name", found="" if "longest" in why else name, **why)


def _refusal(refused: Refused, options: argparse.Namespace) -> WrongInput:
    if refused.code == "name.bad":
        return _no_name(options.name.strip())
    found, place = refused.found, f"--{_OPTIONS.get(refused.column, refused.column)}"
    if refused.column == "phone":
        number, found = next((n, text) for n, text in enumerate(options.phone) if read_phones(text) is None)
        place = f"--phone[{number}]"
    return WrongInput(refused.code, place, found=found, allowed=_ALLOWED.get(refused.column, ""))


def _warning(same: MemberSummary, lang: str) -> dict[str, str]:
    """A sentence about somebody who may be the same person."""
    born = f"{same.birth_date:%d.%m.%Y}" if same.birth_date else ""
    told = " · ".join(part for part in (same.full_name, born, same.phone) if part)
    message = sentence("enroll.double", lang).format(who=told, id=same.id)
    return {"code": "patient.double", "patient": same.id, "message": message}
