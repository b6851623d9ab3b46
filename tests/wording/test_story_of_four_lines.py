"""The insurer pays one line, one is on promotion, one excluded, one capped: each says so in one sentence."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

import resources
from desk_app.documents.program_file import read_program
from desk_app.domain.bill import Bill, Line
from desk_app.domain.pricing import price_bill
from desk_app.domain.program import Program
from desk_app.domain.standing import Standing
from tests.wording.test_reasons_suffice import assert_reasons_suffice
from ui.wording import explain


@pytest.fixture
def program() -> Program:
    """Dentistry, with one service that never gets a discount."""
    known = read_program(resources.path("programs/dentistry.toml").read_text(encoding="utf-8"))
    return replace(known, stacking=replace(known.stacking, excluded_services=frozenset({"A06.07.003"})))


@pytest.fixture
def bill() -> Bill:
    """Four lines, a week before the birthday, with a thousand points to spend."""
    lines = (
        Line("1", 120000, 1, "B01.065.001", "Приём стоматолога", "consultation", payer="insurer"),
        Line("2", 450000, 1, "A16.07.050", "Отбеливание", "dental_hygiene", on_promo=True),
        Line("3", 80000, 1, "A06.07.003", "Снимок зуба", "diagnostics"),
        Line("4", 2800000, 1, "A16.07.004", "Коронка", "prosthetics"),
    )
    at = datetime(2027, 5, 17, 12, 0, tzinfo=UTC)
    return Bill("b-1", "anna", at, lines, redeem=1000, proof="card")


ANNA = Standing(birth_date=date(1980, 5, 20), counted=6000000, usable=1800, visits=4)


def test_each_line_explains_itself_in_russian(program: Program, bill: Bill) -> None:
    quote = price_bill(program, bill, ANNA)

    told = [line.sentence.replace("\N{NO-BREAK SPACE}", " ") for line in explain(quote, program, bill, "ru").lines]

    assert told == [
        "Платит страховая компания, поэтому без скидки и баллов.",
        ("Цена уже снижена, других скидок к ней нет; из баллов оплачиваем 143,58 ₽; начисляем 5 % от 4 356,42 ₽."),
        ("По правилам программы эта услуга — без скидки; из баллов оплачиваем 25,53 ₽; начисляем 5 % от 774,47 ₽."),
        (
            "Скидка 10 % по акции «День рождения»: 1 960 ₽; "
            "предел скидки на «Протезирование» — 7 %, без него было бы на 840 ₽ больше; "
            "из баллов оплачиваем 830,89 ₽; начисляем 5 % от 25 209,11 ₽."
        ),
    ]


def test_each_line_explains_itself_in_english(program: Program, bill: Bill) -> None:
    quote = price_bill(program, bill, ANNA)

    told = [line.sentence.replace("\N{NO-BREAK SPACE}", " ") for line in explain(quote, program, bill, "en").lines]

    assert told == [
        "Paid by the insurer, so no discount, no points spent or earned.",
        "Already at a sale price, so no further discount; ₽143.58 is paid with points; earns 5% of ₽4,356.42.",
        ("By the rules of the program no discount for this service; ₽25.53 is paid with points; earns 5% of ₽774.47."),
        (
            "10% off from the promotion “Birthday”: ₽1,960; "
            "the ceiling for “Prosthetics” is 7%, without it ₽840 more would come off; "
            "₽830.89 is paid with points; earns 5% of ₽25,209.11."
        ),
    ]


def test_the_patient_hears_it_in_warmer_words(program: Program, bill: Bill) -> None:
    quote = price_bill(program, bill, ANNA)

    told = explain(quote, program, bill, "ru", "patient")

    assert told.line("4").replace("\N{NO-BREAK SPACE}", " ") == (
        "Ваша скидка по акции «День рождения» — 1 960 ₽, это меньше 10 %. На «Протезирование» скидка не больше 7 %. "
        "Из баллов оплатим 830,89 ₽. Начисляем 5 % от 25 209,11 ₽."
    )
    assert told.sum("pays").replace("\N{NO-BREAK SPACE}", " ") == "С вас 30 340 ₽, вы экономите 2 960 ₽."


def test_the_explanation_alone_recomputes_the_bill(program: Program, bill: Bill) -> None:
    assert_reasons_suffice(bill, price_bill(program, bill, ANNA))


def test_no_line_tells_a_figure_that_its_own_numbers_refute(program: Program) -> None:
    at = datetime(2027, 3, 3, 12, 0, tzinfo=ZoneInfo("Europe/Moscow"))
    lines = tuple(Line(one, price, 1, category="diagnostics") for one, price in (("1", 52000), ("2", 270033)))
    bill = Bill("b-2", "anna", at, lines, redeem=300, proof="card")
    quote = price_bill(program, bill, ANNA)
    assert quote.earns
    assert any(line.redeemed != line.redeemed_units * 100 for line in quote.lines)

    for language, noun in (("ru", "балл"), ("en", "point")):
        for audience in ("desk", "patient"):
            told = explain(quote, program, bill, language, audience, paid=True)
            for line in told.lines:
                assert not re.search(rf"\d[\s\N{{NO-BREAK SPACE}}]{noun}", line.sentence), line.sentence
            assert re.search(rf"{quote.earns}[\s\N{{NO-BREAK SPACE}}]{noun}", told.sum("earns"))
            assert re.search(rf"300[\s\N{{NO-BREAK SPACE}}]{noun}", told.sum("redeemed"))
