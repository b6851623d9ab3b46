"""What a manager types becomes a value of the document, and is shown as a manager writes it."""

from __future__ import annotations

import pytest

from ui.program import typed


@pytest.mark.parametrize(
    ("words", "value"),
    [("7,5 %", "7.5"), ("5", "5"), ("05.0", "5"), ("7,", "7"), ("", None), ("  ", None), ("many", "many")],
)
def test_a_percent_is_read_however_it_is_typed(words: str, value: object) -> None:
    assert typed.PERCENT.read(words) == value


@pytest.mark.parametrize(
    ("words", "value"),
    [("1 500,5", "1500.50"), ("30000", "30000.00"), ("30,000", "30000.00"), ("0", "0"), ("", None),
     ("1,234.5", "1234.50"), ("a lot", "a lot"), ("1.2345", "1.2345")],
)  # fmt: skip
def test_a_sum_is_read_however_it_is_typed_and_kept_when_it_is_none(words: str, value: object) -> None:
    assert typed.money(2).read(words) == value


@pytest.mark.parametrize("language", ["ru", "en"])
@pytest.mark.parametrize("value", ["0", "1500.00", "1234567.50", "a lot"])
def test_a_sum_that_is_shown_is_read_back_as_it_was(value: str, language: str) -> None:
    kind = typed.money(2)
    assert kind.read(kind.write(value, language)) == value


@pytest.mark.parametrize(("words", "value"), [("12", 12), ("1 200", 1200), ("0,5", "0.5"), ("", None), ("x", "x")])
def test_units_are_whole_numbers_or_decimal_texts(words: str, value: object) -> None:
    assert typed.units(1).read(words) == value


@pytest.mark.parametrize(
    ("words", "value"), [("8-11", "08:00-11:00"), ("8:30 – 11.45", "08:30-11:45"), ("morning", "morning"), ("", None)]
)
def test_hours_are_read_however_they_are_typed(words: str, value: object) -> None:
    assert typed.HOURS.read(words) == value


def test_a_day_is_typed_as_the_clinic_writes_it() -> None:
    assert typed.DAY.read("31.01.2027") == "2027-01-31"
    assert typed.DAY.write("2027-01-31", "ru") == "31.01.2027"
    assert typed.DAY.read("31.02.2027") == "31.02.2027"


def test_one_text_serves_both_languages_and_two_are_kept_apart() -> None:
    assert typed.localized("Золото", "") == "Золото"
    assert typed.localized("Золото", "Gold") == {"ru": "Золото", "en": "Gold"}
    assert typed.localized(" ", "") is None
    assert typed.both({"ru": "Золото"}) == ("Золото", "")
    assert typed.said("Золото", "en") == "Золото"
