"""Card numbers: an EAN-13 of the clinic's own range that no misread and no slip of the hand turns into another."""

from __future__ import annotations

from typing import Final

#: GS1 keeps 20-29 for numbers inside a house, so a card never meets a parcel of goods.
PREFIX: Final = "29"
RANDOM_DIGITS: Final = 9
EAN_DIGITS: Final = 13

# H. M. Damm's quasigroup of order 10: catches every single wrong digit and every swap of neighbours,
# which the check digit of EAN alone does not.
_DAMM: Final = (
    "0317598642", "7092154863", "4206871359", "1750983426", "6123045978",
    "3674209581", "5869720134", "8945362017", "9438617205", "2581436790",
)  # fmt: skip


def damm_digit(digits: str) -> str:
    """The check digit of Damm for a text of digits."""
    state = "0"
    for digit in digits:
        state = _DAMM[int(state)][int(digit)]
    return state


def ean_digit(digits: str) -> str:
    """The check digit of EAN-13 for the twelve digits before it."""
    odd, even = sum(map(int, digits[0::2])), sum(map(int, digits[1::2]))
    return str(-(odd + 3 * even) % 10)


def card_number(chosen: int, prefix: str = PREFIX) -> str:
    """The card number of a random `chosen` below 10⁹: prefix, nine digits, Damm's digit, EAN's digit."""
    if not 0 <= chosen < 10**RANDOM_DIGITS:
        raise ValueError(chosen)
    body = f"{prefix}{chosen:0{RANDOM_DIGITS}d}"
    body += damm_digit(body)
    return body + ean_digit(body)


def is_mistyped(number: str) -> bool:
    """Whether thirteen digits do not end as a barcode does; a number of any other shape is a clinic's own."""
    return len(number) == EAN_DIGITS and number.isascii() and number.isdigit() and ean_digit(number[:-1]) != number[-1]


def is_card_number(text: str, prefix: str = PREFIX) -> bool:
    """Whether `text` is a number that `card_number` can make."""
    return (
        len(text) == len(prefix) + RANDOM_DIGITS + 2
        and text.isascii()
        and text.isdigit()
        and text.startswith(prefix)
        and damm_digit(text[:-2]) == text[-2]
        and ean_digit(text[:-1]) == text[-1]
    )


def grouped(number: str, space: str = " ") -> str:
    """A number as it is read aloud, on screen and on paper: the clinic's own as 2-3-3-3-2, other digits in fours.

    What is no number of digits stays as it is; a last digit is never left alone.
    """
    if not (number.isascii() and number.isdigit()):
        return number
    if is_card_number(number):
        return space.join((number[:2], number[2:5], number[5:8], number[8:11], number[11:]))
    groups = [number[place : place + 4] for place in range(0, len(number), 4)]
    if len(groups) > 1 and len(groups[-1]) == 1:
        groups[-2:] = ["".join(groups[-2:])]
    return space.join(groups)
