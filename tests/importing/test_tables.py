"""Tables of other programs come in whole: any encoding, separator, shape of phone and date; broken rows say why."""

import io
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk_app.documents.columns import match_columns
from desk_app.documents.tables import read_table
from desk_app.domain.errors import WrongInput
from desk_app.importing import cells
from desk_app.importing.bring_in import Outcome, import_patients
from desk_app.importing.patients import Parsed, Terms, parse_patients
from desk_app.importing.services import import_services, parse_services
from desk_app.importing.take_out import csv_bytes, patients_table, services_table, xlsx_bytes
from desk_app.phones import read_phone, read_phones
from desk_app.statement import statement
from tests.tasks.clinic import Clinic

TODAY = date(2025, 1, 10)
HEADER = "Фамилия;Имя;Отчество;Дата рождения;Телефон;№ карты;Договор;Баллы;Сгорают;Потрачено;Согласие на рассылку"
MARIA = "Иванова;Мария;Петровна;17.05.1980;8 (912) 345-67-89;2900000000017;Д-17;1 200;31.12.2025;28 000,50;да"
IVAN = "Петров;Иван;;1975-02-28;+7 912 000 11 22;;;;;;"


@pytest.fixture
def clinic(tmp_path: Path) -> Iterator[Clinic]:
    from contextlib import ExitStack

    with ExitStack() as stack:
        yield Clinic.open(stack, tmp_path, "harbour")


def parsed(*rows: str, header: str = HEADER) -> Parsed:
    sheet = read_table("\n".join([header, *rows]).encode())
    return parse_patients(sheet.rows, match_columns("patients", sheet.header), Terms(TODAY, 2, 0))


def brought(clinic: Clinic, *rows: str, dry_run: bool = False) -> Outcome:
    desk = clinic.desk
    with desk.store.reading() as reading:
        program = desk.program_of(reading.versions()[-1])
    return import_patients(desk, parsed(*rows).rows, program, dry_run=dry_run)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1251", "utf-16"])
@pytest.mark.parametrize("separator", [";", ",", "\t"])
def test_every_encoding_and_separator_gives_the_same_rows(encoding: str, separator: str) -> None:
    text = f'Фамилия{separator}Имя{separator}Телефон\r\n"Иванова"{separator}Мария{separator}"8 912, доб"\r\n\r\n'

    sheet = read_table(text.encode(encoding))

    assert sheet.header == ("Фамилия", "Имя", "Телефон")
    assert [(row.line, row.cells) for row in sheet.rows] == [(2, ("Иванова", "Мария", "8 912, доб"))]


def test_a_workbook_is_a_table_too() -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["ФИО", "Дата рождения", "Карта", "Баллы"])
    sheet.append(["Иванова Мария Петровна", date(1980, 5, 17), 2900000000017, 100.5])
    out = io.BytesIO()
    book.save(out)

    read = read_table(out.getvalue())

    assert read.rows[0].cells == ("Иванова Мария Петровна", "1980-05-17", "2900000000017", "100.5")


@pytest.mark.parametrize("content", [b"", b"\n\n", b"\x00\x01\x02", b"PK\x03\x04broken"])
def test_what_is_no_table_is_refused(content: bytes) -> None:
    with pytest.raises(WrongInput) as refused:
        read_table(content)

    assert refused.value.code in ("table.empty", "table.bad")


def test_columns_are_known_by_their_names_in_both_languages() -> None:
    russian = match_columns("patients", ["ФИО", "Др", "Моб. телефон", "Телефон 2", "№ карты", "Любимый цвет"])
    english = match_columns("patients", ["Last name", "First name", "Date of birth", "Phone", "Loyalty card"])

    assert set(russian.places) == {"full_name", "birth_date", "phone", "card"}
    assert russian.ignored == ("Любимый цвет",)
    assert set(english.places) == {"surname", "given", "birth_date", "phone", "card"}
    assert match_columns("patients", ["Имя", "Имя"]).doubled == ("Имя",)


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("8 (912) 345-67-89", "+79123456789"), ("+7 912 345 67 89", "+79123456789"), ("9123456789", "+79123456789"),
        ("8-800-555-35-35", "+78005553535"), ("8 912 345 67 89 доб. 12", "+79123456789"),
        ("+375 29 123-45-67", "+375291234567"), ("00 49 30 1234567", "+49301234567"),
        ("+49 30 1234567", "+49301234567"),
        ("8(912)345678", None), ("123", None), ("нет", None), ("", None), ("+1", None), ("8 912 345 67 8х", None),
    ],
)  # fmt: skip
def test_a_phone_in_any_shape_is_one_number(written: str, number: str | None) -> None:
    assert read_phone(written) == number


def test_a_cell_may_hold_several_phones() -> None:
    assert read_phones("8 912 345-67-89, 8(343)222-33-44 или 9123456789") == ("+79123456789", "+73432223344")
    assert read_phones("8 912 345-67-89, нет") is None


@pytest.mark.parametrize(
    ("written", "amount"),
    [("28 000,50 ₽", 2_800_050), ("28,000.50", 2_800_050), ("28.000,50", 2_800_050), ("1500", 150_000), ("", 0),
     ("1\u00a0200 руб.", 120_000), ("12,5", 1250)],
)  # fmt: skip
def test_an_amount_is_read_as_people_write_it(written: str, amount: int) -> None:
    assert cells.read_amount(written, 2) == amount


@pytest.mark.parametrize("written", ["-5", "1,234", "много", "1e5", "12.345"])
def test_an_amount_that_is_none_is_refused(written: str) -> None:
    with pytest.raises(cells.BadCell):
        cells.read_amount(written, 2)


@pytest.mark.parametrize(
    ("written", "parts"),
    [
        ("Иванова Мария Петровна", ("Иванова", "Мария", "Петровна")), ("Smith, John", ("Smith", "John", "")),
        ("John Smith", ("Smith", "John", "")), ("Алиев Ильхам Гейдар оглы", ("Алиев", "Ильхам", "Гейдар оглы")),
        ("Мадонна", ("Мадонна", "", "")),
    ],
)  # fmt: skip
def test_a_full_name_is_split_as_it_is_spoken(written: str, parts: tuple[str, str, str]) -> None:
    assert cells.split_name(written) == parts


@pytest.mark.parametrize(
    ("row", "column", "code"),
    [
        (";;;17.05.1980;;;;;;;", "surname", "name.missing"), ("Иванова2;;;;;;;;;;", "surname", "name.bad"),
        ("Иванова;;;31.02.1980;;;;;;;", "birth_date", "date.bad"),
        ("Иванова;;;17.05.80;;;;;;;", "birth_date", "date.bad"),
        ("Иванова;;;17.05.2080;;;;;;;", "birth_date", "date.bad"), ("Иванова;;;;12;;;;;;", "phone", "phone.bad"),
        ("Иванова;;;;;///;;;;;", "card", "code.bad"), ("Иванова;;;;;;;-5;;;", "opening_units", "units.bad"),
        ("Иванова;;;;;;;5;01.01.2025;;", "opening_good_day", "date.past"),
        ("Иванова;;;;;;;;;много;", "opening_spent", "money.bad"),
        ("Иванова;;;;;;;;;;может быть", "consent_sms", "flag.bad"),
    ],
)  # fmt: skip
def test_a_broken_row_says_its_line_its_column_and_why(row: str, column: str, code: str) -> None:
    told = parsed(MARIA, row).refused

    assert [(one.line, one.column, one.code) for one in told] == [(3, column, code)]


def test_a_second_row_of_the_same_patient_card_or_contract_is_refused() -> None:
    told = parsed(
        MARIA, MARIA, "Сидорова;Анна;;;;2900 0000 00017;;;;;", "Сидорова;Анна;;;;;д-17;;;;",
        "ИВАНОВА;мария;ПЕТРОВНА;1980-05-17;9123456789;;;;;;", "Иванова;Мария;Петровна;17.05.1980;8 912 999-99-99;;;;;;",
    )  # fmt: skip

    assert [(one.line, one.column) for one in told.refused] == [
        (3, "card"),
        (4, "card"),
        (5, "contract"),
        (6, "surname"),
    ]
    assert [row.line for row in told.rows] == [2, 7]


def test_a_member_comes_with_the_balance_and_a_patient_without_a_card_does_not_join(clinic: Clinic) -> None:
    done = brought(clinic, MARIA, IVAN)

    with clinic.desk.store.reading() as reading:
        maria, ivan = reading.find("иванова", 1)[0], reading.find("петров", 1)[0]
        consents = {(one.kind, one.channel): one.given for one in reading.consents(maria.id)}
    told = statement(clinic.desk, maria.id)
    assert (done.new, done.members, done.refused) == (2, 1, [])
    assert (maria.card, maria.phone, maria.contract, maria.member) == ("2900000000017", "+79123456789", "Д-17", True)
    assert ivan.member is False
    assert (told.usable, told.spent) == (1200, 2_800_050)
    assert consents == {("messages", "sms"): True}


def test_a_second_import_of_the_same_table_changes_nothing(clinic: Clinic) -> None:
    brought(clinic, MARIA, IVAN)
    with clinic.desk.store.reading() as reading:
        before = reading.last_change()

    again = brought(clinic, MARIA, IVAN)

    with clinic.desk.store.reading() as reading:
        assert reading.last_change() == before
    assert (again.new, again.completed, again.unchanged) == (0, 0, 2)


def test_a_preview_writes_nothing(clinic: Clinic) -> None:
    with clinic.desk.store.reading() as reading:
        before = reading.last_change()

    done = brought(clinic, MARIA, IVAN, dry_run=True)

    with clinic.desk.store.reading() as reading:
        assert reading.last_change() == before
    assert (done.new, done.members) == (2, 1)


def test_a_known_patient_gets_what_is_missing_and_keeps_what_is_there(clinic: Clinic) -> None:
    brought(clinic, "Иванова;Мария;Петровна;17.05.1980;8 (912) 345-67-89;;;;;;")

    done = brought(clinic, "Иванова;Мария;Петровна;17.05.1980;9123456789, 9120001122;2900000000017;Д-17;50;;;")

    with clinic.desk.store.reading() as reading:
        (row,) = reading.find("иванова", 5)
        patient = reading.patient(row.id)
    assert patient is not None
    assert (done.completed, done.members) == (1, 1)
    assert patient.phones == ("+79123456789", "+79120001122")
    assert (patient.contract, row.card) == ("Д-17", "2900000000017")
    assert statement(clinic.desk, row.id).usable == 50


def test_a_card_of_somebody_else_is_not_taken(clinic: Clinic) -> None:
    brought(clinic, MARIA)

    done = brought(clinic, "Сидорова;Анна;;01.01.1990;;2900000000017;;;;;")

    assert [(one.column, one.code) for one in done.refused] == [("card", "card.taken")]
    assert done.new == 0


def test_the_price_list_comes_in_and_only_what_differs_comes_again(clinic: Clinic) -> None:
    text = "Код;Название;Категория;Цена;Минут\nA1;Приём;treatment;1 500,00;30\nA2;Анализ;yoga;100;\nA3;;treatment;1;\n"
    desk = clinic.desk
    with desk.store.reading() as reading:
        program = desk.program_of(reading.versions()[-1])
    sheet = read_table(text.encode())
    read, refused = parse_services(sheet.rows, match_columns("services", sheet.header), program)

    first = import_services(desk, [service for _, service in read], dry_run=False)
    again = import_services(desk, [service for _, service in read], dry_run=False)

    assert [(one.line, one.code) for one in refused] == [(3, "category.unknown"), (4, "name.missing")]
    assert (first.new, again.new, again.unchanged) == (1, 0, 1)
    with desk.store.reading() as reading:
        service = reading.service("A1")
    assert service is not None
    assert (service.price, service.minutes, service.category) == (150_000, 30, "treatment")


@pytest.mark.parametrize("write", [csv_bytes, xlsx_bytes])
def test_what_is_taken_out_comes_in_unchanged(clinic: Clinic, write: object) -> None:
    brought(clinic, MARIA, IVAN)
    content = (xlsx_bytes if write is xlsx_bytes else csv_bytes)(patients_table(clinic.desk, "ru", balances=True))
    sheet = read_table(content)
    columns = match_columns("patients", sheet.header)
    rows = parse_patients(sheet.rows, columns, Terms(TODAY, 2, 0))
    with clinic.desk.store.reading() as reading:
        program = clinic.desk.program_of(reading.versions()[-1])

    again = import_patients(clinic.desk, rows.rows, program, dry_run=False)

    assert (columns.ignored, rows.refused) == ((), [])
    assert (again.new, again.completed, again.unchanged) == (0, 0, 2)


def test_no_cell_is_a_formula() -> None:
    written = csv_bytes([["=1+1", "@sum", "+79123456789", "-", "-1+1", "обычный"]]).decode("utf-8-sig")

    assert written == "'=1+1;'@sum;+79123456789;-;'-1+1;обычный\r\n"


@given(st.text(max_size=20))
def test_a_harmless_cell_comes_back_as_it_was(text: str) -> None:
    assert cells.unquoted(cells.harmless(text)) == text or text.startswith("'")


def test_an_empty_price_list_has_its_titles(clinic: Clinic) -> None:
    assert list(services_table(clinic.desk, "en", 2)) == [
        ["Code", "Name", "Name en", "Category", "Price", "Minutes", "Floor price"]
    ]
