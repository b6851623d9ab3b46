"""Writes patients and the price list out as tables that come in again unchanged and that no table program executes."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final

from desk_app.domain.money import decimal_text
from desk_app.domain.people import Patient
from desk_app.importing.cells import harmless
from desk_app.ports import Desk, Reading

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


def patients_table(desk: Desk, language: str, *, balances: bool, tick: Callable[[int], None] = lambda _: None) -> Table:
    """Titles, then one row for each patient of the directory; `balances` folds every account, which takes longer."""
    columns = (*_PATIENTS, *(_BALANCES if balances else ()))
    yield [title[1 if language == "ru" else 2] for title in columns]
    with desk.store.reading() as reading:
        for number, patient in enumerate(reading.patients()):
            tick(number)
            if reading.canonical(patient.id) == patient.id:
                yield [*_patient(reading, patient), *(_balance(desk, reading, patient.id) if balances else ())]


def _patient(reading: Reading, patient: Patient) -> list[str]:
    cards = [card.number for card in reading.cards(patient.id) if card.state == "active"]
    said = {(consent.kind, consent.channel): consent.given for consent in reading.consents(patient.id)}
    flags = ["" if pair not in said else "да" if said[pair] else "нет" for pair in _CONSENTS]
    birth = patient.birth_date.isoformat() if patient.birth_date else ""
    return [patient.surname, patient.given, patient.patronymic, birth, ", ".join(patient.phones), patient.email,
            cards[0] if cards else "", patient.contract, patient.language, *flags]  # fmt: skip


def _balance(desk: Desk, reading: Reading, member: str) -> list[str]:
    from desk_app.accounts import load, version_on
    from desk_app.statement import of_holding
    from desk_app.versions import today

    if reading.membership(member) is None:
        return ["", "", "", ""]
    day = today(desk, reading)
    program, record = version_on(reading, desk, day)
    told = of_holding(reading, program, record.version, load(reading, desk, member, program, day))
    units = told.usable + told.pending
    ends = [lot.last_good_day for lot in told.lots if lot.last_good_day]
    return [
        decimal_text(units, program.precision) if units else "", max(ends).isoformat() if units and ends else "",
        decimal_text(told.spent, program.decimals) if told.spent else "", str(told.visits) if told.visits else "",
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
                sheet.write_string(number, place, cell, bold if number == 0 else None)
        sheet.freeze_panes(1, 0)
    return out.getvalue()
