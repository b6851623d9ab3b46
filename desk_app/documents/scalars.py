"""The smallest pieces of every file: money, units, percents, days and periods, each read in one way only.

Every reader takes a raw value of TOML or JSON and gives an exact one, or raises `Wrong` with the code of the refusal
and what would have been allowed (spec: program, Conventions).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from typing import Final

from desk_app.domain.days import Period, read_period
from desk_app.domain.money import read_decimal
from desk_app.domain.program import Usable
from desk_app.domain.text import Text

_PERCENT: Final = re.compile(r"-?[0-9]{1,9}(?:\.[0-9]{1,9})?")
_NUMBER: Final = re.compile(r"-?[0-9]{1,15}(?:\.[0-9]{1,9})?")
#: Control characters other than the ends of lines and tabulators, and halves of characters.
_CONTROL: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff]")
_HOURS: Final = re.compile(r"([01][0-9]|2[0-3]):([0-5][0-9])-([01][0-9]|2[0-3]):([0-5][0-9])")
_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_MONTH_DAY: Final = re.compile(r"([0-9]{2})-([0-9]{2})")
_UNSEEN: Final = re.compile("[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]")
WEEKDAYS: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")

#: Longest text any file may hold in one value; longer ones are a mistake or an attack.
LONGEST: Final = 2000
LONGEST_CODE: Final = 100
#: Signs of a value that a sentence shows.
_SHOWN: Final = 60
#: Two hundred years: no calendar ends before a period that begins on any day somebody meant.
_LONGEST_PERIOD: Final = {"days": 73_000, "months": 2400}
#: Largest count of days, pieces or units; far above any clinic, far below what a database refuses.
LARGEST: Final = 1_000_000_000


class Wrong(ValueError):
    """A value that cannot be read: `code` of the refusal, what is `allowed`, and `sub`, the key inside the value."""

    def __init__(self, code: str, allowed: str = "", sub: str = "") -> None:
        super().__init__(code)
        self.code = code
        self.allowed = allowed
        self.sub = sub


def shown(value: object) -> str:
    """A raw value as a sentence shows it: short, in one line, and never a dump."""
    match value:
        case str():
            text = value
        case None:
            text = "null"
        case bool():
            text = str(value).lower()
        case date():
            text = value.isoformat()
        case Mapping():
            text = "a table"
        case list() | tuple():
            text = "a list"
        case _:
            text = repr(value)
    return visible(text, _SHOWN)


def visible(text: str, most: int) -> str:
    """A text of one line and at most so many signs; what nobody sees, or what would turn the line, is a mark."""
    return _UNSEEN.sub("\ufffd", text if len(text) <= most else text[: most - 3] + "…")


def money(value: object, decimals: int, negative: str = "money.bad") -> int:
    """An amount in major units ("1500.00") as minor units, 0 or more.

    Raises `money.bad` for anything but such a text, `money.decimals`, and `negative` for an amount below 0.
    """
    if not isinstance(value, str):
        raise Wrong("money.bad", 'a text like "1500.00"')
    try:
        amount = read_decimal(value, decimals)
    except ValueError:
        raise Wrong("money.decimals", f"at most {decimals} decimals") from None
    if amount is None:
        raise Wrong("money.bad", 'a text like "1500.00"')
    if amount < 0 or value.startswith("-"):
        raise Wrong(negative, "0 or more")
    return amount


def units(value: object, precision: int) -> int:
    """A number of units, an integer or a decimal text, as smallest parts, 0 or more: `units.bad`, `units.decimals`."""
    amount = signed_units(value, precision)
    if amount < 0:
        raise Wrong("units.bad", "0 or more")
    return amount


def signed_units(value: object, precision: int) -> int:
    """As `units`, but a minus is allowed."""
    if isinstance(value, bool) or not isinstance(value, int | str):
        raise Wrong("units.bad", "a whole number or a decimal text")
    if isinstance(value, int):
        if abs(value) > LARGEST:
            raise Wrong("units.bad", f"at most {LARGEST}")
        return int(value * 10**precision)
    try:
        amount = read_decimal(value, precision)
    except ValueError:
        raise Wrong("units.decimals", f"at most {precision} decimals") from None
    if amount is None:
        raise Wrong("units.bad", "a whole number or a decimal text")
    if abs(amount) > LARGEST * 10**precision:
        raise Wrong("units.bad", f"at most {LARGEST}")
    return amount


def percent(value: object) -> Fraction:
    """A percent text ("7.5") as a fraction (3/40): `percent.bad`, `percent.range`."""
    if not isinstance(value, str) or not _PERCENT.fullmatch(value):
        raise Wrong("percent.bad", 'a text like "7.5"')
    share = Fraction(value) / 100
    if not 0 <= share <= 1 or value.startswith("-"):
        raise Wrong("percent.range", '"0" to "100"')
    return share


def factor(value: object) -> Fraction:
    """A multiplier above 0: a whole number or a decimal text."""
    if isinstance(value, bool) or not isinstance(value, int | str):
        raise Wrong("value.bad", 'a whole number or a text like "1.5"')
    if isinstance(value, str) and not _NUMBER.fullmatch(value):
        raise Wrong("value.bad", 'a whole number or a text like "1.5"')
    result = Fraction(value)
    if not 0 < result <= LARGEST:
        raise Wrong("value.bad", "above 0")
    return result


def number(value: object) -> Fraction:
    """A figure of a metric: a decimal text."""
    if not isinstance(value, str) or not _NUMBER.fullmatch(value):
        raise Wrong("value.bad", 'a text like "41" or "41.5"')
    return Fraction(value)


def count(value: object, least: int = 0, most: int = LARGEST) -> int:
    """A whole number; booleans are not numbers."""
    if isinstance(value, bool) or not isinstance(value, int) or not least <= value <= most:
        raise Wrong("value.bad", f"a whole number from {least} to {most}")
    return value


def flag(value: object) -> bool:
    """True or false and nothing that looks like it."""
    if not isinstance(value, bool):
        raise Wrong("value.bad", "true or false")
    return value


def plain(value: object, longest: int = LONGEST) -> str:
    """A text without control characters (line ends are allowed)."""
    if not isinstance(value, str):
        raise Wrong("value.bad", "a text")
    if len(value) > longest:
        raise Wrong("text.long", f"at most {longest} characters")
    if _CONTROL.search(value):
        raise Wrong("value.bad", "a text without control characters")
    return value


def code(value: object) -> str:
    """A code: a short text that is not empty, without spaces around it."""
    text = plain(value, LONGEST_CODE)
    if not text or text != text.strip() or "\n" in text:
        raise Wrong("value.bad", "a code that is not empty")
    return text


def codes(value: object) -> tuple[str, ...]:
    """A list of codes."""
    if not isinstance(value, list):
        raise Wrong("value.bad", "a list of codes")
    return tuple(code(item) for item in value)


def localized(value: object) -> Text:
    """A text for both languages, or a table with `ru` and `en`."""
    if isinstance(value, str):
        if not plain(value).strip():
            raise Wrong("value.bad", "a text that is not empty")
        return Text(value, value)
    if not isinstance(value, Mapping):
        raise Wrong("value.bad", "a text, or a table with ru and en")
    for key in value:
        if key not in ("ru", "en"):
            raise Wrong("key.unknown", "ru, en", sub=str(key))
    for key in ("ru", "en"):
        if key not in value:
            raise Wrong("key.missing", "ru, en", sub=key)
        if not isinstance(value[key], str) or not plain(value[key]).strip():
            raise Wrong("value.bad", "a text that is not empty", sub=key)
    return Text(value["ru"], value["en"])


def day(value: object) -> date:
    """A day of the calendar: a date of TOML, or a text "2027-01-15"."""
    if type(value) is date:
        return value
    if not isinstance(value, str) or not _DAY.fullmatch(value):
        raise Wrong("date.bad", "a date like 2027-01-15")
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise Wrong("date.bad", "a day of the calendar") from None


def period(value: object, least: int = 0) -> Period:
    """ "14 days", "6 months", "3 years": `period.bad`."""
    found = read_period(value) if isinstance(value, str) else None
    if found is None or found.count < least or found.count > _LONGEST_PERIOD[found.kind]:
        raise Wrong("period.bad", '"N days", "N months", "N years"' + (", N above 0" if least else ""))
    return found


def period_or(value: object, words: tuple[str, ...], least: int = 0) -> Period | str:
    """One of the words, or a period; what begins with a digit is taken for a period."""
    if isinstance(value, str) and value in words:
        return value
    if isinstance(value, str) and not value[:1].isdigit():
        raise Wrong("value.bad", ", ".join((*words, '"N days", "N months", "N years"')))
    return period(value, least)


def usable(value: object) -> Usable:
    """`at_once`, "N days" or "visit N"."""
    allowed = 'at_once, "N days", "visit N"'
    if not isinstance(value, str):
        raise Wrong("value.bad", allowed)
    if value == "at_once":
        return Usable()
    if value[:1].isdigit():
        found = read_period(value)
        if found is None or found.kind != "days":
            raise Wrong("period.bad", allowed)
        return Usable("days", found.count)
    word, _, visit = value.partition(" ")
    if word != "visit" or not re.fullmatch("[1-9][0-9]{0,3}", visit):
        raise Wrong("value.bad", allowed)
    return Usable("visit", int(visit))


def hours(value: object) -> tuple[int, int]:
    """ "08:00-11:00" as minutes of the day, both inclusive."""
    found = _HOURS.fullmatch(value) if isinstance(value, str) else None
    if found is None:
        raise Wrong("value.bad", '"08:00-11:00"')
    first_hour, first_minute, last_hour, last_minute = map(int, found.groups())
    return first_hour * 60 + first_minute, last_hour * 60 + last_minute


def month_day(value: object) -> tuple[int, int]:
    """ "12-31" as (month, day): a day that every year has."""
    found = _MONTH_DAY.fullmatch(value) if isinstance(value, str) else None
    if found is None:
        raise Wrong("value.bad", 'a day of every year, "MM-DD"')
    month, of_month = int(found.group(1)), int(found.group(2))
    try:
        date(2025, month, of_month)
    except ValueError:
        raise Wrong("value.bad", 'a day of every year, "MM-DD"') from None
    return month, of_month
