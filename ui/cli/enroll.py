"""`tessera enroll`: make a patient a member, with a card and three separate consents."""

from __future__ import annotations

import argparse
from datetime import date

from desk_app.documents.keys import read_at
from desk_app.documents.scalars import Wrong
from desk_app.domain.errors import WrongInput
from desk_app.domain.people import Patient
from desk_app.importing import cells
from desk_app.phones import read_phone
from ui.cli.answer import Answer
from ui.cli.home import add_op, desk_of
from ui.cli.rows import rows

EXAMPLE = (
    'tessera enroll --name "Иванова Мария Петровна" --birth 17.05.1980 --phone "8 912 345-67-89" --consent program'
)
_CONSENTS = {
    "program": ("program", ""),
    "data": ("data", ""),
    "sms": ("messages", "sms"),
    "email": ("messages", "email"),
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("--name", default="", help="surname, given name, patronymic")
    parser.add_argument("--patient", default="", metavar="ID", help="a patient of the directory instead of a new one")
    parser.add_argument("--birth", default="", metavar="DAY", help="17.05.1980 or 1980-05-17")
    parser.add_argument("--phone", action="append", default=[], help="in any shape; may be repeated")
    parser.add_argument("--email", default="")
    parser.add_argument("--contract", default="")
    parser.add_argument("--language", choices=("ru", "en"), default="ru")
    parser.add_argument("--card", default="", metavar="NUMBER", help="left out: a number is drawn")
    parser.add_argument("--group", action="append", default=[], metavar="CODE", help="a document was shown")
    parser.add_argument("--referred-by", default="", metavar="MEMBER", help="who brought the patient")
    parser.add_argument(
        "--consent", action="append", default=[], choices=tuple(_CONSENTS), help="given; may be repeated"
    )
    add_op(parser)


def run(options: argparse.Namespace) -> Answer:
    """Enrol; `member.exists`, `card.taken`, `group.unknown`, `referral.self`."""
    from desk_app.acts import new_id, op_id
    from desk_app.enrolment import EnrolmentForm, enrol

    if not options.name and not options.patient:
        raise WrongInput("arguments.bad", found="--name, --patient")
    identifier = op_id(options.op) if options.op else new_id()
    with desk_of(options) as desk:
        patient = None
        if options.patient:
            with desk.store.reading() as reading:
                patient = reading.patient(reading.canonical(options.patient))
            if patient is None:
                raise WrongInput("member.unknown", "--patient", member=options.patient)
        form = EnrolmentForm(
            patient or _patient(options, desk.clock().date()),
            tuple(_CONSENTS[kind] for kind in options.consent),
            options.card,
            tuple(options.group),
            options.referred_by,
        )
        enrolled = enrol(desk, form, identifier)
    value = {"member": enrolled.member, "card": enrolled.card}
    return Answer(value, rows(value, options.lang))


def _patient(options: argparse.Namespace, today: date) -> Patient:
    surname, given, patronymic = cells.split_name(options.name)
    phones = tuple(read_at(f"--phone[{i}]", _phone, text) for i, text in enumerate(options.phone))
    return Patient("", surname, given, patronymic, read_at("--birth", _birth, options.birth, today), phones,
                   options.email, options.contract, options.language)  # fmt: skip


def _phone(text: str) -> str:
    phone = read_phone(text)
    if phone is None:
        raise Wrong("phone.bad", "+7 912 345-67-89")
    return phone


def _birth(text: str, today: date) -> date | None:
    try:
        return cells.read_birth(text, today)
    except cells.BadCell as bad:
        raise Wrong(bad.code, "17.05.1980, 1980-05-17") from None
