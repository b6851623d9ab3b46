"""Money and units of loyalty as integers that cannot be added to each other.

`Money.minor` counts minor units of a currency (kopecks, cents), `Units.count` the smallest part of a unit of
loyalty (a point, or a hundredth of it at precision 2). Percents are exact fractions. Inside one rule the plain
integers are used; whatever leaves a rule is one of these two types. Rounding happens only in `half_up`,
`round_up` and `round_down`, always asked for by name (spec: engine, head).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

#: Currencies whose minor unit is not a hundredth (ISO 4217); all others have two decimals.
_DECIMALS: Final = {
    "JPY": 0, "KRW": 0, "VND": 0, "CLP": 0, "ISK": 0, "PYG": 0, "UGX": 0, "XAF": 0, "XOF": 0, "XPF": 0,
    "BHD": 3, "IQD": 3, "JOD": 3, "KWD": 3, "LYD": 3, "OMR": 3, "TND": 3,
}  # fmt: skip
_NUMBER: Final = re.compile(r"-?[0-9]{1,15}(?:\.([0-9]+))?")


def currency_decimals(currency: str) -> int:
    """How many decimals amounts of this ISO 4217 currency have."""
    return _DECIMALS.get(currency, 2)


@dataclass(frozen=True, slots=True, order=True)
class Money:
    """An amount in minor units of the program's currency."""

    minor: int = 0

    def __add__(self, other: Money) -> Money:
        if not isinstance(other, Money):
            return NotImplemented
        return Money(self.minor + other.minor)

    def __sub__(self, other: Money) -> Money:
        if not isinstance(other, Money):
            return NotImplemented
        return Money(self.minor - other.minor)

    def __neg__(self) -> Money:
        return Money(-self.minor)

    def __bool__(self) -> bool:
        return self.minor != 0

    def text(self, decimals: int = 2) -> str:
        """As in files: major units with a point, `1234.50`."""
        return decimal_text(self.minor, decimals)


@dataclass(frozen=True, slots=True, order=True)
class Units:
    """An amount of points or cashback in its smallest part."""

    count: int = 0

    def __add__(self, other: Units) -> Units:
        if not isinstance(other, Units):
            return NotImplemented
        return Units(self.count + other.count)

    def __sub__(self, other: Units) -> Units:
        if not isinstance(other, Units):
            return NotImplemented
        return Units(self.count - other.count)

    def __neg__(self) -> Units:
        return Units(-self.count)

    def __bool__(self) -> bool:
        return self.count != 0

    def plain(self, precision: int = 0) -> int | str:
        """As in files: an integer at precision 0, else a string with that many decimals."""
        return self.count if precision == 0 else decimal_text(self.count, precision)


def decimal_text(amount: int, decimals: int) -> str:
    """An integer of smallest parts as decimal text: (1999, 2) → "19.99"."""
    if decimals == 0:
        return str(amount)
    sign, digits = ("-" if amount < 0 else ""), str(abs(amount)).rjust(decimals + 1, "0")
    return f"{sign}{digits[:-decimals]}.{digits[-decimals:]}"


def read_decimal(text: str, decimals: int) -> int | None:
    """Decimal text as an integer of smallest parts; None when it is no number.

    Raises `ValueError` when the text has more decimals than allowed (zeros beyond them count as well, so a file
    cannot hint at a precision that does not exist).
    """
    match = _NUMBER.fullmatch(text)
    if match is None:
        return None
    fraction = match.group(1) or ""
    if len(fraction) > decimals:
        raise ValueError(text)
    whole = text.partition(".")[0]
    return int(whole + fraction.ljust(decimals, "0"))


def half_up(value: Fraction) -> int:
    """Nearest integer, halves away from zero for positive values."""
    return (2 * value.numerator + value.denominator) // (2 * value.denominator)


def half_up_ratio(numerator: int, denominator: int) -> int:
    """`half_up` of a ratio of integers with a positive denominator."""
    return (2 * numerator + denominator) // (2 * denominator)


def round_up(numerator: int, denominator: int) -> int:
    """The ratio rounded up to an integer."""
    return -(-numerator // denominator)


def round_down(numerator: int, denominator: int) -> int:
    """The ratio rounded down to an integer."""
    return numerator // denominator
