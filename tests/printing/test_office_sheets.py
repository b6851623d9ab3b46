"""What changed, desk card, statement, consents and report: whole on paper, and equal to what the desk knows."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import replace
from datetime import date, timedelta
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QRectF

from desk_app import clinic as clinics
from desk_app.documents.program_file import read_program
from desk_app.domain.errors import Refusal
from desk_app.lot_history import Bill, LotHistory, Paid, history
from desk_app.printing.faces import MM
from desk_app.printing.sheet import Drawn, draw
from desk_app.sheets.blocks import Bar, Chart, Field, Fields, Heading, Points, Questions, Sheet, Table, Title, Words
from desk_app.sheets.changes import changes
from desk_app.sheets.consent_forms import FORMS, Signer, consent_form
from desk_app.sheets.desk_card import desk_card
from desk_app.sheets.edition import Edition
from desk_app.sheets.statement_sheet import Told, statement_sheet
from tests.printing.hard_sheets import Hard, brand, making, preset
from tests.printing.paper_eye import all_text, boxes_of, fonts, runs, sentences, squeezed
from tests.tasks.clinic import Clinic, treatment
from ui.declared_keys import declared_keys
from ui.printer import opened
from ui.sheets import KINDS, Asked, making_of, sheet_of
from ui.sheets import making as making_at
from ui.wording.sheets.changed import Changes

LANGUAGES = ("ru", "en")


@pytest.fixture
def clinic(tmp_path: Path) -> Iterator[Clinic]:
    with ExitStack() as stack:
        yield Clinic.open(stack, tmp_path, "harbour", "a")


def at_the_desk(clinic: Clinic, kind: str, language: str, **more: Any) -> Sheet:
    return sheet_of(clinic.desk, Asked(kind, "a4", language, keys=declared_keys, **more))


def whole(sheet: Sheet, size: Any = "a4") -> Drawn:
    """The sheet on paper, every word of it there, inside the margins and free of others; the same bytes each time."""
    drawn = draw(sheet, size)
    document, written = opened(drawn.pdf), all_text(drawn.pdf).casefold()
    for told in (*sentences(sheet.blocks), sheet.foot):
        assert squeezed(told).casefold() in written, told
    for page in range(document.pageCount()):
        # a dash has no height, and lies inside nothing
        paper, found = document.pagePointSize(page), [box for box in runs(document, page) if box.height()]
        inside = QRectF(5 * MM, 5 * MM, paper.width() - 10 * MM, paper.height() - 10 * MM)
        assert all(inside.contains(box) for box in found)
        for one, other in combinations(found, 2):
            common = one.intersected(other)
            assert common.width() < 0.4 or common.height() < 0.4, (one, other)
    assert {name.rpartition("+")[2] for name in fonts(drawn.pdf)} <= {"PTSans-Regular", "PTSans-Bold"}
    assert draw(sheet, size).pdf == drawn.pdf
    return drawn


def changed_club() -> tuple[dict[str, Any], dict[str, Any]]:
    old = preset("points-3-5-7-10")
    new = copy.deepcopy(old)
    new["levels"]["steps"][1]["earn"] = {"percent": "6"}
    new["expiry"]["period"] = "6 months"
    new["goals"]["owner"] = "Другой человек"
    new["limits"]["manual_units"] = 900
    new["promotions"] = new["promotions"][1:]
    new.pop("examples", None)
    return old, new


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("size", ["a5", "a4"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_what_changed_tells_each_change_that_a_patient_feels(language: str, size: Any) -> None:
    old, new = changed_club()
    made = making(Hard(new, brand(), language), start=date(2026, 12, 24))
    before = Edition(replace(read_program(old, 2), organizer=made.edition.program.organizer), old, date(2026, 1, 1))
    words = Changes.of(before.program, made.edition.program, language)

    sheet = changes(made, before, words.say)
    told = " ".join(sentences(sheet.blocks)).replace("\N{NO-BREAK SPACE}", " ")

    assert ("6 месяцев, раньше 12 месяцев" if language == "ru" else "6 months, before 12 months") in told
    assert "6 %, раньше 5 %" in told or "6%, before 5%" in told
    assert "900" not in told  # what staff may give by hand is no matter of patients
    assert sheet.legal is not None
    assert whole(sheet, size).share >= 50


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_text_that_is_another_in_one_language_changed_for_its_readers_alone(language: str) -> None:
    old = preset("points-3-5-7-10")
    new = copy.deepcopy(old)
    new["name"]["en"] = "Harbour points"
    new["levels"]["steps"][1]["name"]["ru"] = "Дубовый"
    made = making(Hard(new, brand(), language), start=date(2026, 12, 24))
    before = Edition(replace(read_program(old, 2), organizer=made.edition.program.organizer), old, date(2026, 1, 1))
    words = Changes.of(before.program, made.edition.program, language)

    sheet = changes(made, before, words.say)
    (points,) = (block.items for block in sheet.blocks if isinstance(block, Points) and block is not sheet.blocks[-1])

    assert len(points) == 1
    assert ("Дубовый" if language == "ru" else "Harbour points") in points[0]


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_new_is_named_once_and_told_at_once(language: str) -> None:
    new = preset("points-3-5-7-10")
    old = {key: value for key, value in new.items() if key not in ("promotions", "rewards", "groups", "examples")}
    made = making(Hard(new, brand(), language), start=date(2026, 12, 24))
    program = replace(read_program(old, 2), organizer=made.edition.program.organizer)
    words = Changes.of(program, made.edition.program, language)

    told = told_by(changes(made, Edition(program, old, date(2026, 1, 1)), words.say))

    new_one = made.edition.program
    names = [one.name for one in new_one.promotions] + [one.name for one in new_one.rewards]
    for name in (*names, *(one.name for one in new_one.groups)):
        assert told.count(name.plain(language)) == 1
    assert ("«Пенсионеры» — скидка 5 %" if language == "ru" else "“Pensioners”: 5% off") in told


def test_nothing_changed_before_the_first_version(clinic: Clinic) -> None:
    with pytest.raises(Refusal, match=r"sheet\.first"):
        at_the_desk(clinic, "changes", "ru")


@pytest.mark.usefixtures("qapp")
def test_what_a_ready_program_has_for_a_name_is_not_printed_as_the_clinics(clinic: Clinic) -> None:
    with clinic.desk.store.reading() as reading:
        ready = read_program(preset("growing-discount"), 1)
        drafted = replace(ready, organizer=replace(ready.organizer, name="ООО «Название клиники» — заполните"))
        made = making_of(clinic.desk, reading, Edition(drafted, {}, None), "ru")

    assert made.brand.clinic == ""
    assert "заполните" not in all_text(draw(desk_card(made, []), "a4").pdf)


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_desk_card_answers_and_names_the_keys_of_the_window(clinic: Clinic, language: str) -> None:
    sheet = at_the_desk(clinic, "desk-card", language)

    asked = next(part for part in sheet.blocks if isinstance(part, Questions))
    keys = {row[0] for part in sheet.blocks if isinstance(part, Table) for row in part.rows}
    assert 5 <= len(asked.items) <= 10
    assert {"F1", "F3", "F9", "F12"} <= keys
    assert sheet.legal is None
    whole(sheet)


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_statement_tells_what_the_account_holds(clinic: Clinic, language: str) -> None:
    anna = clinic.enrol("Иванова", given="Анна")
    first = clinic.pay(anna, treatment("5000.00"))
    clinic.later(days=1)
    second = clinic.pay(anna, treatment("600.00"), redeem="max")

    sheet = at_the_desk(clinic, "statement", language, patient=anna)
    drawn = whole(sheet)

    account = history(clinic.desk, anna).statement
    made = making_at(clinic.desk, language)
    written = all_text(drawn.pdf)
    for words in ("Иванова Анна", first.row.number, second.row.number, made.wording.units(account.usable),
                  made.wording.units(account.accrued), made.wording.units(account.redeemed)):  # fmt: skip
        assert squeezed(words) in written


@pytest.mark.usefixtures("qapp")
def test_three_hundred_lots_go_over_pages_with_the_head_on_each(clinic: Clinic) -> None:
    anna = clinic.enrol("Иванова", given="Анна")
    day = date(2024, 1, 1)
    lots = tuple(
        LotHistory(day + timedelta(days=number), f"bill:b-{number}", Bill(f"A-{number:06}", day), True, 50, 20, 0, 0,
                   date(2027, 1, 1), False, None, (Paid(Bill(f"B-{number:06}", day), 30),))
        for number in range(300)
    )  # fmt: skip
    made = making_at(clinic.desk, "ru")
    told = Told("Иванова Анна", ("Вы можете потратить 6 000 баллов.",), lambda lot: f"Квитанция от {lot.day}")

    sheet = statement_sheet(made, replace(history(clinic.desk, anna), lots=lots), told)
    drawn = whole(sheet)

    document = opened(drawn.pdf)
    assert drawn.pages > 4
    for page in range(drawn.pages - 1):
        assert squeezed("До какого дня") in squeezed(document.getAllText(page).text())


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form", FORMS)
def test_each_consent_has_a_form_of_its_own(clinic: Clinic, form: str, language: str) -> None:
    anna = clinic.enrol("Иванова", given="Анна", birth_date=date(1980, 5, 17), phones=("+79123456789",))

    filled = at_the_desk(clinic, f"consent-{form}", language, patient=anna)
    empty = at_the_desk(clinic, f"consent-{form}", language)

    ticks = [field for part in filled.blocks if isinstance(part, Fields) for field in part.items if field.tick]
    assert len(ticks) == (4 if form == "messages" else 0)
    assert "Иванова Анна" in list(sentences(filled.blocks))
    assert "Иванова Анна" not in list(sentences(empty.blocks))
    assert filled.legal is None
    assert whole(filled).pages == whole(empty).pages == 1


def told_by(sheet: Sheet) -> str:
    """All that a sheet says, with plain spaces."""
    return " ".join(sentences(sheet.blocks)).replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_consent_to_data_names_each_kind_of_data_and_who_answers_for_them(clinic: Clinic, language: str) -> None:
    with clinic.desk.store.reading() as reading:
        program = clinic.desk.program_of(reading.versions()[-1])
    clinics.keep(clinic.desk, "legal_name", "ООО «Гавань»")
    clinics.keep(clinic.desk, "address", "Пермь, улица Мира, 1")

    told = told_by(at_the_desk(clinic, "consent-data", language))

    for kind in program.categories.values():
        assert kind.name.plain(language) in told
    for words in ("ООО «Гавань»", "Пермь, улица Мира, 1", "телефон" if language == "ru" else "phone"):
        assert words in told


@pytest.mark.usefixtures("qapp")
def test_the_consent_to_data_names_those_who_get_them_or_that_nobody_does(clinic: Clinic) -> None:
    nobody = told_by(at_the_desk(clinic, "consent-data", "ru"))
    clinics.keep(clinic.desk, "recipients", "ООО «Рассылки», Пермь, улица Ленина, 2: отправка СМС.")

    sheet = at_the_desk(clinic, "consent-data", "ru")

    assert "Кому передают: никому" in nobody
    assert "Кому передают: ООО «Рассылки», Пермь, улица Ленина, 2: отправка СМС. Больше никому" in told_by(sheet)
    assert "ООО «Рассылки»" not in told_by(at_the_desk(clinic, "consent-program", "ru"))
    assert whole(sheet).pages == 1


def test_a_form_has_a_line_to_write_on_where_nobody_named_the_clinic(clinic: Clinic) -> None:
    with clinic.desk.store.reading() as reading:
        ready = read_program(preset("growing-discount"), 1)
        made = making_of(clinic.desk, reading, Edition(ready, {}, date(2025, 1, 1)), "ru")

    for kind in FORMS:
        told = told_by(consent_form(made, kind, Signer(), text_version="2", channels=("sms",)))
        assert "заполните" not in told
        assert "____" in told


def test_a_statement_in_english_writes_every_day_in_one_form(clinic: Clinic) -> None:
    anna = clinic.enrol("Иванова", given="Анна")
    clinic.pay(anna, treatment("5000.00"))
    clinic.later(days=1)
    clinic.pay(anna, treatment("600.00"), redeem="max")

    told = told_by(at_the_desk(clinic, "statement", "en", patient=anna))

    assert re.search(r"\d{1,2} [A-Z][a-z]+ 20\d\d", told)
    assert not re.search(r"\d\d\.\d\d\.\d{4}", told)


def test_a_statement_says_the_day_of_a_receipt_once(clinic: Clinic) -> None:
    anna = clinic.enrol("Иванова", given="Анна")
    paid = clinic.pay(anna, treatment("5000.00"))

    table = [part for part in at_the_desk(clinic, "statement", "ru", patient=anna).blocks if isinstance(part, Table)][1]

    when, source, *_ = table.rows[0]
    assert source.replace("\N{NO-BREAK SPACE}", " ") == f"Квитанция № {paid.row.number}"
    assert when == f"{paid.row.day:%d.%m.%Y}"


@pytest.mark.usefixtures("qapp")
def test_columns_of_a_report_stand_under_each_other(clinic: Clinic) -> None:
    clinic.pay(clinic.enrol("Иванова"), treatment("5000.00"))
    pdf = draw(at_the_desk(clinic, "report", "ru", span=(date(2025, 1, 1), date(2025, 1, 31))), "a4").pdf

    document = opened(pdf)
    heads = [box.left() for page in range(document.pageCount()) for box in boxes_of(document, page, "Как посчитано")]

    assert len(heads) == 4
    assert max(heads) - min(heads) < 0.5


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("kind", ["consent-data", "statement"])
def test_a_sheet_of_one_page_is_not_numbered(clinic: Clinic, kind: str) -> None:
    anna = clinic.enrol("Иванова", given="Анна")

    sheet = at_the_desk(clinic, kind, "ru", patient=anna)
    drawn = whole(sheet)

    assert drawn.pages == 1
    assert f"{sheet.foot} · 1" not in opened(drawn.pdf).getAllText(0).text()


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("size", ["a6", "a5", "a4"])
def test_words_wider_than_their_columns_are_parted_and_stay_whole(size: Any) -> None:
    made = making(Hard(preset("dentistry"), brand()))
    word = "Электроэнцефалографическоедиспансеризационное"
    blocks = (
        Title(f"До 10 % {word}", "До 10 %"), Words(f"Это {word}", "lead"), Points((f"{word} и {word}",)),
        Table((word, "Число", "Что"), ((word, "1 000 ₽", word), ("х", "2 000 ₽", word)), frozenset((1,))),
        Fields((Field(word, word + word),)),
    )  # fmt: skip

    drawn = whole(made.sheet("leaflet", "Листовка", blocks, offer=False), size)

    document = opened(drawn.pdf)
    text = " ".join(document.getAllText(page).text() for page in range(drawn.pages))
    assert "1 000 ₽" in text.replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("lines", range(14, 40, 2))
def test_a_chart_stands_on_the_page_of_its_table(lines: int) -> None:
    made = making(Hard(preset("dentistry"), brand()))
    chart = Chart("Из чего сложилась цена", tuple(Bar(f"столбик {one}", f"{one} ₽", 500) for one in range(4)))
    table = Table(("Показатель", "Значение"), tuple((f"строка {one}", str(one)) for one in range(6)))
    blocks = (Points(tuple(f"Пункт № {one}" for one in range(lines))), Heading("Деньги"), table, chart)

    drawn = whole(made.sheet("report", "Отчёт", blocks, offer=False), "a5")

    document = opened(drawn.pdf)
    pages = [squeezed(document.getAllText(page).text()) for page in range(drawn.pages)]
    holding = [page for page in pages if squeezed("Из чего сложилась цена") in page]
    assert len(holding) == 1
    assert all(squeezed(words) in holding[0] for words in ("Деньги", "строка 0", "строка 5", "столбик 3"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_code_of_a_report_does_not_speak_to_patients(clinic: Clinic, language: str) -> None:
    clinics.keep(clinic.desk, "rules_url", "https://gavan.example/rules")

    leaflet, report = (at_the_desk(clinic, kind, language).link for kind in ("consent-program", "report"))

    assert leaflet is not None
    assert report is not None
    assert report.address == leaflet.address
    assert report.words != leaflet.words


def test_the_desk_card_is_not_called_the_card_of_a_member(clinic: Clinic) -> None:
    assert at_the_desk(clinic, "desk-card", "ru").name == "Карта рабочего места"


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_report_defines_each_of_its_figures(clinic: Clinic, language: str) -> None:
    anna = clinic.enrol("Иванова")
    clinic.pay(anna, treatment("5000.00"))

    sheet = at_the_desk(clinic, "report", language, span=(date(2025, 1, 1), date(2025, 1, 31)))

    tables = [part for part in sheet.blocks if isinstance(part, Table)]
    assert len(tables) == 4
    assert all(all(row) for part in tables for row in part.rows)
    whole(sheet)


def test_every_kind_of_sheet_has_a_printer_of_its_own() -> None:
    assert {"changes", "desk-card", "statement", "report", *(f"consent-{one}" for one in FORMS)} <= set(KINDS)


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("lines", range(24, 52))
def test_the_code_at_the_foot_never_covers_the_end_of_the_text(lines: int) -> None:
    made = making(Hard(preset("dentistry"), brand()))
    blocks = (Points(tuple(f"Строка № {number}" for number in range(lines))),)

    sheet = made.sheet("desk-card", "Карта рабочего места", blocks, offer=False)

    whole(sheet, "a5")
