"""Amounts, percents, days and units as people write them."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from desk_app.domain.card_numbers import card_number, grouped
from desk_app.domain.program import Unit
from desk_app.domain.text import Text
from ui import formats

POINTS = Unit("points", Text("балл|балла|баллов", "point|points"), 0, 100)


@pytest.mark.parametrize(
    ("minor", "language", "currency", "written"),
    [
        (123450, "ru", "RUB", "1 234,50 ₽"),
        (123450, "en", "RUB", "₽1,234.50"),
        (-123450, "ru", "RUB", "−1 234,50 ₽"),
        (-123450, "en", "EUR", "−€1,234.50"),
        (0, "ru", "RUB", "0,00 ₽"),
        (123456789, "ru", "KZT", "1 234 567,89 тг"),
        (150000, "en", "KZT", "KZT 1,500.00"),
    ],
)
def test_money(minor: int, language: str, currency: str, written: str) -> None:
    assert formats.money(minor, language, currency).replace("\N{NO-BREAK SPACE}", " ") == written


def test_money_inside_a_sentence_leaves_out_empty_decimals() -> None:
    assert formats.short_money(210000, "ru") == "2\N{NO-BREAK SPACE}100\N{NO-BREAK SPACE}₽"
    assert formats.short_money(210050, "en") == "₽2,100.50"
    assert formats.short_money(-100, "en") == "−₽1"


def test_amounts_never_break_between_number_and_sign() -> None:
    assert " " not in formats.money(123456789, "ru")


@pytest.mark.parametrize(
    ("count", "written"),
    [(1, "1 балл"), (2, "2 балла"), (5, "5 баллов"), (11, "11 баллов"), (21, "21 балл"), (104, "104 балла"),
     (1240, "1 240 баллов"), (0, "0 баллов")],
)  # fmt: skip
def test_units_in_russian(count: int, written: str) -> None:
    assert formats.units(count, POINTS, "ru").replace("\N{NO-BREAK SPACE}", " ") == written


def test_a_name_with_one_form_stays_as_it_is() -> None:
    bonus = Unit("points", Text("бонус", "bonus"), 0, 100)

    assert formats.units(5, bonus, "ru") == "5\N{NO-BREAK SPACE}бонус"
    assert formats.units(5, bonus, "en") == "5\N{NO-BREAK SPACE}bonus"


@pytest.mark.parametrize(
    ("count", "case", "written"),
    [
        (1, "genitive", "1 балла"), (2, "genitive", "2 баллов"), (5, "genitive", "5 баллов"),
        (21, "genitive", "21 балла"), (11, "genitive", "11 баллов"), (1, "accusative", "1 балл"),
    ],
)  # fmt: skip
def test_units_after_not_more_than(count: int, case: formats.Case, written: str) -> None:
    assert formats.units(count, POINTS, "ru", case).replace("\N{NO-BREAK SPACE}", " ") == written


@pytest.mark.parametrize(
    ("forms", "count", "written"),
    [
        ("звезда|звезды|звёзд", 21, "21 звезду"), ("звезда|звезды|звёзд", 3, "3 звезды"),
        ("золотая монета|золотые монеты|золотых монет", 1, "1 золотую монету"),
        ("рубль кешбэка|рубля кешбэка|рублей кешбэка", 1, "1 рубль кешбэка"),
    ],
)  # fmt: skip
def test_units_that_are_counted_out(forms: str, count: int, written: str) -> None:
    unit = Unit("points", Text(forms, "star|stars"), 0, 100)

    assert formats.units(count, unit, "ru", "accusative").replace("\N{NO-BREAK SPACE}", " ") == written
    assert formats.units(count, unit, "en", "accusative").endswith("star" if count == 1 else "stars")


def test_a_part_of_a_unit_takes_the_form_of_a_few() -> None:
    cents = Unit("points", Text("балл|балла|баллов", "point|points"), 2, 1)

    assert formats.units(1250, cents, "ru") == "12,50\N{NO-BREAK SPACE}балла"
    assert formats.units(100, cents, "en") == "1\N{NO-BREAK SPACE}point"


def test_percents() -> None:
    assert formats.percent(Fraction(75, 1000), "ru") == "7,5\N{NO-BREAK SPACE}%"
    assert formats.percent(Fraction(75, 1000), "en") == "7.5%"
    assert formats.percent(Fraction(1), "en") == "100%"


def test_days() -> None:
    assert formats.said_day(date(2027, 5, 17), "ru") == "17.05.2027"
    assert formats.said_day(date(2027, 5, 17), "en").replace("\N{NO-BREAK SPACE}", " ") == "17 May 2027"


def test_a_card_number_has_the_same_groups_on_screen_as_on_the_card() -> None:
    number = card_number(123456789)

    assert formats.card(number).replace(formats.SPACE, " ") == grouped(number)
