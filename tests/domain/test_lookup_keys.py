"""Keys of look-up: what is stored and what is typed must meet."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk_app.domain import lookup_keys as keys
from desk_app.domain.lookup_keys import Ask


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Иванов", "иванов"),
        ("ЁЛКИН", "елкин"),
        ("Семёнов", "семенов"),
        ("Семе\u0308нов", "семенов"),
        ("Салтыков-Щедрин", "салтыковщедрин"),
        ("О’Коннор", "оконнор"),
        ("O'Connor", "oconnor"),
        ("Müller", "muller"),
        ("Зайцев", "зайцев"),
        ("Заи\u0306цев", "зайцев"),
        ("Ива́нов", "иванов"),
        ("Ивaнoв", "иванов"),
        ("Гүлнәр", "гулнар"),
        ("Коваленко І", "коваленкои"),
        ("\u202bДавид", "давид"),
        ("", ""),
    ],
)
def test_a_name_is_searched_in_one_spelling(name: str, key: str) -> None:
    assert keys.name_key(name) == key


@given(st.text(max_size=40))
def test_a_key_is_its_own_key(text: str) -> None:
    key = keys.name_key(text)

    assert keys.name_key(key) == key


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("+7 (912) 345-67-89", "79123456789"),
        ("8 (912) 345-67-89", "79123456789"),
        ("89123456789", "79123456789"),
        ("9123456789", "79123456789"),
        ("79123456789", "79123456789"),
        ("+49 30 1234567", "49301234567"),
    ],
)
def test_a_phone_of_any_shape_is_one_number(typed: str, number: str) -> None:
    assert keys.phone_key(typed) == number


@pytest.mark.parametrize(
    ("wrong", "meant"),
    [
        ("bdfyjd", "иванов"),
        ("<jhbcjd", "Борисов"),
        ("bdfyjd b/g/", "иванов и.п."),
        ("'hjy", "эрон"),
        ("ыьшер", "smith"),
        ("ШЫРХ", "ISH{"),
    ],
)
def test_keys_pressed_in_the_other_layout_are_read(wrong: str, meant: str) -> None:
    assert keys.other_layout(wrong) == meant


@pytest.mark.parametrize(
    ("line", "ask"),
    [
        ("Иванов", Ask(("иванов",))),
        ("ива ма", Ask(("ива", "ма"))),
        ("Иванов И П", Ask(("иванов", "и", "п"))),
        ("иванов и.п.", Ask(("иванов", "и", "п"))),
        ("  иванов,мария \r\n", Ask(("иванов", "мария"))),
        ("4567", Ask(digits="4567", code="4567")),
        ("345-67-89", Ask(digits="3456789", code="3456789")),
        ("+7 912", Ask(digits="7912", plus=True)),
        ("+7 (912) 345-67-89", Ask(digits="79123456789", plus=True)),
        ("345 67 89", Ask(digits="3456789", code="3456789")),
        ("17.05.1980", Ask(days=("1980-05-17",))),
        ("7.5.1980", Ask(days=("1980-05-07",))),
        ("1980-05-17", Ask(days=("1980-05-17",))),
        ("17.05.80", Ask(days=("1980-05-17", "2080-05-17"))),
        ("17051980", Ask(digits="17051980", days=("1980-05-17",), code="17051980")),
        ("170580", Ask(digits="170580", days=("1980-05-17", "2080-05-17"), code="170580")),
        ("31.02.1980", Ask(digits="31021980", code="31021980")),
        ("Д-12/5", Ask(code="Д125")),
        ("иванов 6789", Ask(("иванов",), digits="6789", code="ИВАНОВ6789")),
        ("иванов 17.05.1980", Ask(("иванов",), days=("1980-05-17",), code="ИВАНОВ17051980")),
        ("Д-12/05/2023", Ask(("д",), days=("2023-05-12",), code="Д12052023")),
        ("", Ask()),
        ("!?%", Ask()),
    ],
)
def test_a_typed_line_is_understood(line: str, ask: Ask) -> None:
    assert keys.read(line) == ask


@given(st.text(max_size=300))
def test_nothing_typed_is_an_error(line: str) -> None:
    keys.read(line)
    keys.read(keys.other_layout(line))


@given(st.text(alphabet="абвг", min_size=4, max_size=9), st.data())
def test_words_one_letter_apart_share_a_misspelling(word: str, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(word) - 1))
    letter = data.draw(st.sampled_from("абвгд"))
    ways = [
        word[:place] + word[place + 1 :],
        word[:place] + letter + word[place:],
        word[:place] + letter + word[place + 1 :],
        word[:place] + word[place + 1 : place + 2] + word[place] + word[place + 2 :],
    ]

    for other in ways:
        assert keys.misspellings(word) & keys.misspellings(other)
