"""A word too long for its line is parted where it is spoken, with a hyphen; an address gets no sign that it has not."""

from __future__ import annotations

from itertools import pairwise

import pytest

from desk_app.printing.hyphens import syllables
from desk_app.printing.letters import fit, width


@pytest.mark.parametrize(
    ("word", "parted"),
    [
        ("Константинопольская", "Конс|тан|ти|но|польс|кая"),
        ("Подъячева", "Подъ|я|че|ва"),
        ("Марьяна", "Марь|я|на"),
        ("Bartholomew", "Bar|tho|lo|mew"),
        ("Жжжжж", "Жжжжж"),
        ("https://yasen.example/rules", "https://yasen.example/rules"),
    ],
)
def test_a_word_is_parted_where_a_syllable_ends(word: str, parted: str) -> None:
    places = [0, *syllables(word), len(word)]

    assert "|".join(word[one:other] for one, other in pairwise(places)) == parted


@pytest.mark.parametrize("room", [50, 65, 80])
@pytest.mark.parametrize("name", ["Константинопольская", "Featherstonehaugh", "Ж" * 30])
def test_a_name_that_goes_on_says_so_with_a_hyphen(name: str, room: float) -> None:
    lines = fit(name, "PTSans-Bold", 11, room)

    assert len(lines) > 1
    assert all(line.endswith("-") for line in lines[:-1])
    assert "".join(line.removesuffix("-") for line in lines) == name
    assert all(width(line, "PTSans-Bold", 11) <= room for line in lines)


def test_a_double_surname_is_parted_at_its_own_hyphen() -> None:
    lines = fit("Константинопольская-Преображенская", "PTSans", 10, 120)

    assert lines == ["Константинопольская-", "Преображенская"]


@pytest.mark.parametrize("address", ["https://novaya-funkciya.example/rules", "89123456789012345", "a_b@yasen.example"])
def test_what_is_copied_sign_by_sign_gets_no_hyphen(address: str) -> None:
    assert "".join(fit(address, "PTSans", 10, 40)) == address
