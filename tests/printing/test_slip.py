"""The slip says what the screen says, nothing of it is cut, and its codes can be read back."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import combinations
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
import zxingcpp
from PySide6.QtGui import QImage

from desk_app import checkout, returning
from desk_app import clinic as clinics
from desk_app.acts import new_id
from desk_app.domain.bill import Bill, Line
from desk_app.domain.errors import Refusal
from desk_app.domain.program import Program
from desk_app.domain.quote import Quote
from desk_app.printing.letters import width
from desk_app.printing.slip import Size, draw
from desk_app.printing.slip_pages import SHEETS, lay_out
from desk_app.slips import LABELS, Paragraph, Row, Slip
from tests.ui.clinic import Clinic, Clock, fill, open_clinic
from ui import formats
from ui.printer import opened, page_image
from ui.slip import return_slip_of, return_slip_pdf, slip_of, slip_pdf
from ui.wording import explain
from ui.wording.slip_words import SlipWords

SIZES: tuple[Size, ...] = ("roll", "a5")
LINES = (
    Line("1", 120000, 1, "B01.065.001", "Приём врача-стоматолога-терапевта первичный", "consultation", payer="insurer"),
    Line("2", 450000, 1, "A16.07.050", "Профессиональное отбеливание зубов", "dental_hygiene", on_promo=True),
    Line("3", 33333, 3, "A06.07.003", "Прицельная контактная рентгенография", "diagnostics"),
    Line("4", 2800000, 1, "A16.07.004", "Восстановление зуба коронкой", "prosthetics"),
)


@pytest.fixture
def clinic(tmp_path: Path) -> Iterator[Clinic]:
    """The dentistry preset with a few people, on Anna's birthday."""
    clock = Clock()
    with open_clinic(tmp_path / "slips", "dentistry", clock) as desk:
        clinic = fill(desk, clock, "dentistry")
        clock.now = datetime(2027, 2, 14, 12, 0, tzinfo=UTC)
        yield clinic


def pay(clinic: Clinic, name: str = "anna", lines: tuple[Line, ...] = LINES) -> tuple[str, Bill, Quote, Program]:
    """A paid bill: receipt, bill, quote and program."""
    at = clinic.clock().astimezone(ZoneInfo("Europe/Moscow"))
    redeem = 0 if name == "stranger" else None
    bill = Bill(new_id(), clinic.people[name], at, lines, branch="main", redeem=redeem, proof="card")
    program = checkout.price(clinic.desk, bill).program
    settled = checkout.settle(clinic.desk, bill, new_id())
    return settled.row.id, bill, settled.quote, program


def text_of(pdf: bytes) -> str:
    """Everything that is written on a PDF, its breaks of line undone."""
    document = opened(pdf)
    pages = [document.getAllText(page).text() for page in range(document.pageCount())]
    return plain(" ".join(pages))


def plain(text: str) -> str:
    """Words with one ordinary space between them."""
    return re.sub(r"[\s\N{NO-BREAK SPACE}]+", " ", text)


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", ["ru", "en"])
def test_the_slip_equals_the_screen(clinic: Clinic, size: Size, language: str) -> None:
    receipt, bill, quote, program = pay(clinic)
    told = explain(quote, program, bill, language, "patient", paid=True)

    written = text_of(slip_pdf(clinic.desk, receipt, size, language))

    for minor in (quote.list, -quote.discount, -quote.redeemed, quote.pays, *(line.list for line in quote.lines)):
        assert plain(formats.money(minor, language)) in written
    for one in told.lines:
        assert plain(one.sentence[1:]).replace("- ", "-") in written.replace("- ", "-")
    assert plain(told.sum("redeemed")) in written
    assert plain(told.sum("earns")) in written
    assert program.unit is not None
    assert plain(formats.units(quote.earns, program.unit, language)) in written
    assert plain(formats.units(quote.balance_after, program.unit, language)) in written


def test_saved_is_list_less_paid(clinic: Clinic) -> None:
    receipt, _, quote, _ = pay(clinic)

    rows = [block for block in slip_of(clinic.desk, receipt, "ru").blocks if isinstance(block, Row)]

    saved = next(row.right for row in rows if row.left == "Вы сэкономили")
    assert saved == formats.money(quote.list - sum(quote.pays_by_payer.values()), "ru")


def test_the_column_of_totals_adds_up(clinic: Clinic) -> None:
    receipt, *_ = pay(clinic)

    rows = [block for block in slip_of(clinic.desk, receipt, "ru").blocks if isinstance(block, Row)]

    first = next(i for i, row in enumerate(rows) if row.left == "По прейскуранту")
    last = next(i for i, row in enumerate(rows) if row.weight == "total")
    amounts = [minor_of(row.right) for row in rows[first : last + 1]]
    assert sum(amounts[:-1]) == amounts[-1]


def minor_of(written: str) -> int:
    """A written sum in minor units."""
    digits = int(re.sub(r"\D", "", written))
    return -digits if written.startswith("−") else digits


def test_the_slip_tells_what_lapses_and_when(clinic: Clinic) -> None:
    receipt, *_ = pay(clinic)

    words = " ".join(getattr(block, "text", "") for block in slip_of(clinic.desk, receipt, "ru").blocks)

    assert "937 баллов сгорят 28.02.2029" in plain(words)
    assert "Ещё 937 баллов можно будет потратить с 28.02.2027." in plain(words)
    assert "до уровня «Светлая улыбка» осталось 9 536,01 ₽" in plain(words)


def test_a_slip_printed_again_dates_the_balance_by_the_day_it_is_printed(clinic: Clinic) -> None:
    receipt, *_ = pay(clinic)
    paid_on = clinic.clock().date()
    clinic.clock.now += timedelta(days=40)

    said = plain(text_of(slip_pdf(clinic.desk, receipt, "a5", "ru")))

    assert plain(f"Ваш баланс на {formats.day(paid_on + timedelta(days=40))}") in said


def test_a_patient_who_is_no_member_gets_a_slip_too(clinic: Clinic) -> None:
    receipt, _, quote, _ = pay(clinic, "stranger")

    slip = slip_of(clinic.desk, receipt, "ru")

    assert formats.money(quote.pays, "ru") in [block.right for block in slip.blocks if isinstance(block, Row)]
    assert "На балансе после оплаты" not in [block.left for block in slip.blocks if isinstance(block, Row)]


@pytest.mark.usefixtures("qapp")
def test_a_return_slip_says_what_came_back(clinic: Clinic) -> None:
    receipt, *_ = pay(clinic)
    clinic.clock.now += timedelta(days=3)
    result = returning.give_back(clinic.desk, receipt, [("3", 2), ("4", 1)], new_id())

    written = text_of(return_slip_pdf(clinic.desk, receipt, "roll", "ru"))

    assert plain(f"Возвращено {formats.money(result.money_back, 'ru')}") in written
    assert f"Возвращено на баланс {result.units_back} балла" in written
    assert f"Отменено начисление {result.withdrawn} балла" in written
    assert "17.02.2027 15:00" in written


def test_there_is_no_slip_of_a_return_that_was_not(clinic: Clinic) -> None:
    receipt, *_ = pay(clinic)

    with pytest.raises(Refusal) as refused:
        return_slip_of(clinic.desk, receipt, "ru")

    assert refused.value.code == "return.none"


# nothing is cut


def longest(slip: Slip) -> Slip:
    """The slip of a clinic with a name of sixty letters, a word without end and a link of two lines."""
    head = ("Общество с ограниченной ответственностью «Клиника доктора Ива»", "а" * 90, "+7 000 000-00-00")
    return replace(slip, head=head, link="https://" + "long." * 30 + "example.org/rules")


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", ["ru", "en"])
def test_twenty_long_lines_stay_inside_the_sheet(clinic: Clinic, size: Size, language: str) -> None:
    lines = tuple(
        Line(str(i), 123456789 * i, 1 + i, f"A{i:02}", "Длинное название без сокращений " * (1 + i % 4) + "ж" * 80)
        for i in range(1, 21)
    )  # fmt: skip
    receipt, *_ = pay(clinic, "anna", lines)
    sheet = SHEETS[size]

    pages = lay_out(longest(slip_of(clinic.desk, receipt, language, demo=True)), sheet)

    for page in pages:
        for words in page.words:
            assert words.x >= sheet.margin - 0.01
            assert words.x + width(words.text, words.face, words.size) <= sheet.width - sheet.margin + 0.01, words
            assert sheet.margin <= words.y <= page.height - sheet.margin + 0.01
        for box in page.boxes:
            assert box.x >= sheet.margin - 0.01
            assert box.x + box.width <= sheet.width - sheet.margin + 0.01
            assert box.y + box.height <= page.height - sheet.margin + 0.01


def test_no_two_lines_of_a_page_lie_on_each_other(clinic: Clinic) -> None:
    receipt, *_ = pay(clinic)

    for size in SIZES:
        for page in lay_out(longest(slip_of(clinic.desk, receipt, "en")), SHEETS[size]):
            for one, other in combinations(page.words, 2):
                if abs(one.y - other.y) < 5:
                    left, right = sorted((one, other), key=lambda words: words.x)
                    assert left.x + width(left.text, left.face, left.size) <= right.x, (left, right)


def test_a_roll_is_as_long_as_its_content(clinic: Clinic) -> None:
    receipt, *_ = pay(clinic)

    (page,) = lay_out(slip_of(clinic.desk, receipt, "ru"), SHEETS["roll"])

    lowest = max(*(words.y for words in page.words), *(box.y + box.height for box in page.boxes))
    assert page.height - SHEETS["roll"].margin - lowest < 10


def test_a_heading_is_never_the_last_thing_of_a_page(clinic: Clinic) -> None:
    words = SlipWords(pay(clinic)[3], "en")
    headings = {words.label("why"), words.label("account", day=words.day(clinic.clock().date()))}

    for count in range(1, 21):
        receipt, *_ = pay(clinic, "anna", tuple(replace(LINES[3], id=str(i), price=100000) for i in range(count)))
        pages = lay_out(slip_of(clinic.desk, receipt, "en"), SHEETS["a5"])
        for page in pages[:-1]:
            assert page.words[-2].text not in headings


# ink


@pytest.mark.parametrize("size", SIZES)
def test_the_same_slip_is_the_same_bytes(clinic: Clinic, size: Size) -> None:
    receipt, *_ = pay(clinic)

    pdf = slip_pdf(clinic.desk, receipt, size, "ru")

    assert pdf == slip_pdf(clinic.desk, receipt, size, "ru")
    assert b"Helvetica" not in pdf
    assert b"PTSans" in pdf or b"PT-Sans" in pdf or b"PTS" in pdf


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("size", SIZES)
def test_the_codes_are_read_back_from_a_print(clinic: Clinic, size: Size) -> None:
    receipt, _, _, _ = pay(clinic)
    clinics.keep(clinic.desk, "rules_url", "yasen.ru/rules")
    slip = slip_of(clinic.desk, receipt, "ru", demo=True)
    document = opened(draw(slip, size))

    image = page_image(document, document.pageCount() - 1, 300).convertToFormat(QImage.Format.Format_Grayscale8)

    found = {code.text for code in zxingcpp.read_barcodes(as_buffer(image))}
    assert {"https://yasen.ru/rules", slip.number} <= found


def as_buffer(image: QImage) -> memoryview:
    """The picture as rows of grey bytes."""
    return memoryview(image.constBits()).cast("B", (image.height(), image.bytesPerLine()))


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("size", SIZES)
def test_a_desk_called_by_a_russian_letter_prints_its_slips(clinic: Clinic, size: Size) -> None:
    clinic.desk.code = "Б"
    receipt, *_ = pay(clinic)
    pdf = slip_pdf(clinic.desk, receipt, size, "ru")

    assert "Б-0000" in text_of(pdf)


@pytest.mark.usefixtures("qapp")
def test_every_page_of_the_demo_clinic_says_so(clinic: Clinic) -> None:
    receipt, *_ = pay(clinic)

    for size in SIZES:
        document = opened(slip_pdf(clinic.desk, receipt, size, "en", demo=True))
        assert all("ДЕМО · DEMO" in document.getAllText(page).text() for page in range(document.pageCount()))
        assert "ДЕМО" not in text_of(slip_pdf(clinic.desk, receipt, size, "en"))


def test_every_label_is_worded(clinic: Clinic) -> None:
    program = pay(clinic)[3]

    for language in ("ru", "en"):
        words = SlipWords(program, language)
        for key in LABELS:
            assert words.label(key, number="1", code="c", version=1, name="n", pieces=2, units="u", money="m", at="d",
                               day="d")  # fmt: skip


def words_of(slip: Slip) -> str:
    said = [*slip.head, *(f"{getattr(one, 'text', '')} {getattr(one, 'left', '')} {getattr(one, 'right', '')}"
                          for one in slip.blocks)]  # fmt: skip
    return plain(" ".join(said))


def test_what_nobody_filled_in_is_on_no_slip(clinic: Clinic) -> None:
    receipt, _, _, program = pay(clinic)
    clinics.keep(clinic.desk, "name", "Стоматология «Ясень»")

    slip = slip_of(clinic.desk, receipt, "ru")

    assert "заполните" in program.organizer.address
    assert slip.head == ("Стоматология «Ясень»",)
    assert (slip.link, slip.link_words) == ("", "")


def test_a_slip_speaks_the_names_patients_know(clinic: Clinic) -> None:
    receipt, _, _, program = pay(clinic)
    before = words_of(slip_of(clinic.desk, receipt, "ru"))
    clinics.keep(clinic.desk, "name", "Стоматология «Ясень»")
    clinics.keep(clinic.desk, "phone", "+7 495 123-45-67")
    clinics.keep(clinic.desk, "rules_url", "yasen.ru/rules")
    clinics.keep_branch(clinic.desk, "main", "Кабинет на Садовой")

    slip = slip_of(clinic.desk, receipt, "ru")

    assert "Филиал" not in before
    assert slip.head[0] == "Стоматология «Ясень»"
    assert "+7 495 123-45-67" in slip.head
    assert slip.link == "https://yasen.ru/rules"
    assert "Филиал Кабинет на Садовой" in words_of(slip)
    assert f"Программа: {program.name.ru}, редакция 1" in words_of(slip)
    assert f"Program: {program.name.en}, version 1" in words_of(slip_of(clinic.desk, receipt, "en"))
    assert " main" not in words_of(slip)


def test_the_code_and_version_of_the_program_stand_in_the_imprint(clinic: Clinic) -> None:
    receipt, _, _, program = pay(clinic)

    assert words_of(slip_of(clinic.desk, receipt, "ru")).endswith(f"{program.code} / 1 ")


def test_a_slip_calls_services_in_its_own_language_whatever_the_desk_spoke(clinic: Clinic) -> None:
    with clinic.desk.store.reading() as reading:
        first, second, third = [one for one in reading.services("", 50) if one.name_en and one.name_en != one.name][:3]
    receipt, *_ = pay(clinic, "anna", (
        Line("1", 100000, 1, first.code, first.name_en), Line("2", 100000, 1, second.code, second.name),
        Line("3", 100000, 1, third.code, "Third by hand"),
    ))  # fmt: skip
    returning.give_back(clinic.desk, receipt, [("1", 1), ("2", 1), ("3", 1)], new_id())

    for language, names in (("ru", (first.name, second.name)), ("en", (first.name_en, second.name_en))):
        for slip in (slip_of(clinic.desk, receipt, language), return_slip_of(clinic.desk, receipt, language)):
            rows = [block.left for block in slip.blocks if isinstance(block, Row)]
            assert {*names, "Third by hand"} <= {row.split(" × ")[0] for row in rows}
        told = " ".join(block.text for block in slip_of(clinic.desk, receipt, language).blocks
                        if isinstance(block, Paragraph))  # fmt: skip
        assert f"{names[0]}: " in told
