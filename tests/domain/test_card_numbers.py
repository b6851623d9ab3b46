"""A card number may be misread or mistyped, but never into the card of somebody else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk_app.domain.card_numbers import card_number, damm_digit, ean_digit, grouped, is_card_number

chosen = st.integers(min_value=0, max_value=10**9 - 1)


def test_the_check_digits_are_those_of_the_books() -> None:
    assert damm_digit("572") == "4"
    assert ean_digit("400638133393") == "1"


@given(chosen)
def test_a_made_number_is_an_ean_of_the_clinics_own_range(number: int) -> None:
    text = card_number(number)

    assert len(text) == 13
    assert text.startswith("29")
    assert is_card_number(text)


@given(chosen, st.integers(2, 12), st.integers(1, 9))
def test_one_wrong_digit_is_noticed(number: int, place: int, shift: int) -> None:
    text = card_number(number)
    wrong = text[:place] + str((int(text[place]) + shift) % 10) + text[place + 1 :]

    assert not is_card_number(wrong)


@given(chosen, st.integers(0, 10))
def test_two_swapped_neighbours_are_noticed(number: int, place: int) -> None:
    text = card_number(number)
    swapped = text[:place] + text[place + 1] + text[place] + text[place + 2 :]

    assert swapped == text or not is_card_number(swapped)


@pytest.mark.parametrize("text", ["", "4006381333931", "290000000000", "29000000000000", "2900000O00000"])
def test_goods_and_scraps_are_no_cards(text: str) -> None:
    assert not is_card_number(text)


def test_a_number_beyond_nine_digits_is_refused() -> None:
    with pytest.raises(ValueError, match="1000000000"):
        card_number(10**9)


@pytest.mark.parametrize(
    ("number", "read"),
    [
        (card_number(123456789), "29 123 456 789 75"),
        ("4006381333931", "4006 3813 33931"),
        ("123456", "1234 56"),
        ("12345", "12345"),
        ("CARD-1", "CARD-1"),
        ("", ""),
    ],
)
def test_a_number_is_read_in_groups_with_no_digit_left_alone(number: str, read: str) -> None:
    assert grouped(number) == read
