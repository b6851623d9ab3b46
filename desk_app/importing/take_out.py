"""Writes patients and the price list out as tables that come in again unchanged and that no table program executes."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, Final

from desk_app import events
from desk_app.domain.days import NEVER
from desk_app.domain.history import reached_on
from desk_app.domain.lots import good_until
from desk_app.domain.money import decimal_text
from desk_app.domain.people import Patient
from desk_app.domain.turns import advance
from desk_app.importing.cells import harmless
from desk_app.ports import Desk, Reading

if TYPE_CHECKING:
    from desk_app.accounts import Holding
    from desk_app.domain.program import Program

#: Column titles by field, in Russian and English; both are known to the import.
_PATIENTS: Final = (
    ("surname", "Фамилия", "Surname"), ("given", "Имя", "Given name"), ("patronymic", "Отчество", "Patronymic"),
    ("birth_date", "Дата рождения", "Birth date"), ("phone", "Телефон", "Phone"), ("email", "Почта", "E-mail"),
    ("card", "Номер карты", "Card number"), ("contract", "Договор", "Contract"), ("language", "Язык", "Language"),
    ("consent_program", "Согласие на программу", "Consent program"),
    ("consent_data", "Согласие на обработку данных", "Consent data"),
    ("consent_sms", "Согласие на SMS", "Consent SMS"), ("consent_email", "Согласие на e-mail", "Consent e-mail"),
)  # fmt: skip
_BALANCES: Final = (
    ("opening_units", "Баллы", "Points"), ("opening_good_day", "Баллы до", "Points expire"),
    ("opening_spent", "Потрачено", "Spent"), ("opening_visits", "Визиты", "Visits"),
)  # fmt: skip
_SERVICES: Final = (
    ("code", "Код", "Code"), ("name", "Название", "Name"), ("name_en", "Название английское", "Name en"),
    ("category", "Категория", "Category"), ("price", "Цена", "Price"), ("minutes", "Минуты", "Minutes"),
    ("floor_price", "Минимальная цена", "Floor price"),
)  # fmt: skip
_CONSENTS: Final = (("program", ""), ("data", ""), ("messages", "sms"), ("messages", "email"))

Table = Iterator[Sequence[str]]


def patients_table(
    desk: Desk, language: str, *, balances: bool, tick: Callable[[int, int], None] = lambda *_: None
) -> Table:
    """Titles, then one row for each patient of the directory; `balances` folds every account, which takes longer.

    A balance comes in again with the units, last good days, spent and visits it went out with.
    """
    columns = (*_PATIENTS, *(_BALANCES if balances else ()))
    if balances:
        events.settle_due_of_all(desk)
    yield [title[1 if language == "ru" else 2] for title in columns]
    with desk.store.reading() as reading:
        balance = _balances(desk, reading) if balances and reading.versions() else lambda _: [""] * len(_BALANCES)
        total = reading.count_patients()
        for number, patient in enumerate(reading.patients()):
            tick(number, total)
            if reading.canonical(patient.id) == patient.id:
                yield [*_patient(reading, patient), *(balance(patient.id) if balances else ())]


def _patient(reading: Reading, patient: Patient) -> list[str]:
    cards = [card.number for card in reading.cards(patient.id) if card.state == "active"]
    said = {(consent.kind, consent.channel): consent.given for consent in reading.consents(patient.id)}
    flags = ["" if pair not in said else "да" if said[pair] else "нет" for pair in _CONSENTS]
    birth = patient.birth_date.isoformat() if patient.birth_date else ""
    return [patient.surname, patient.given, patient.patronymic, birth, ", ".join(patient.phones), patient.email,
            cards[0] if cards else "", patient.contract, patient.language, *flags]  # fmt: skip


def _balances(desk: Desk, reading: Reading) -> Callable[[str], list[str]]:
    """What a member has today as cells: units by last good day, those days, spent, visits."""
    from desk_app.accounts import folded, holding, version_on
    from desk_app.versions import today

    day = today(desk, reading)
    program, _ = version_on(reading, desk, day)

    def cells_of(member: str) -> list[str]:
        if reading.membership(member) is None:
            return [""] * len(_BALANCES)
        ledger = folded(reading, desk, reading.circle(member), program)
        advance(ledger, day)
        return _balance(program, holding(reading, ledger, member, program, day))

    return cells_of


def _balance(program: Program, held: Holding) -> list[str]:
    person = held.ledger.person(held.member)
    # a family's account and history are of all its members: each takes the own part along
    own = [lot for lot in held.account.lots if lot.left and held.ledger.person(lot.member) is person]
    sums: dict[date, int] = {}
    for lot in own:
        # who was not told of a lapse keeps the units until then, and is told anew elsewhere
        end = max(good_until(lot) or NEVER, held.day)
        sums[end] = sums.get(end, 0) + lot.left
    ends = sorted(sums)
    spent, visits = reached_on(program.levels, person.visits, person.joined, held.day).spent, person.visit_count()
    return [
        " + ".join(decimal_text(sums[end], program.precision) for end in ends),
        " + ".join("—" if end == NEVER else end.isoformat() for end in ends) if ends != [NEVER] else "",
        decimal_text(spent, program.decimals) if spent else "", str(visits) if visits else "",
    ]  # fmt: skip


def services_table(desk: Desk, language: str, decimals: int) -> Table:
    """Titles, then the price list in the order of codes."""
    yield [title[1 if language == "ru" else 2] for title in _SERVICES]
    with desk.store.reading() as reading:
        services = reading.services("", -1)
    for one in services:
        yield [one.code, one.name, one.name_en, one.category, decimal_text(one.price, decimals),
               str(one.minutes or ""), decimal_text(one.floor_price, decimals) if one.floor_price else ""]  # fmt: skip


def csv_bytes(table: Iterable[Sequence[str]]) -> bytes:
    """The table as CSV that Russian table programs open by a double click: UTF-8 with a mark, semicolons."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    for row in table:
        writer.writerow([harmless(cell) for cell in row])
    return text.getvalue().encode("utf-8-sig")


def xlsx_bytes(table: Iterable[Sequence[str]]) -> bytes:
    """The table as XLSX, every cell a text."""
    import xlsxwriter

    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"constant_memory": True, "strings_to_formulas": False}) as book:
        sheet = book.add_worksheet()
        bold = book.add_format({"bold": True})
        for number, row in enumerate(table):
            for place, cell in enumerate(row):
                if cell:
                    sheet.write_string(number, place, cell, bold if number == 0 else None)
        sheet.freeze_panes(1, 0)
    return out.getvalue()
