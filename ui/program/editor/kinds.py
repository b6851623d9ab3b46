"""How each kind of field reads what a manager types, and writes what the document holds."""

from __future__ import annotations

import re
from typing import Any, Final

from desk_app.documents.program_sense import currency_of, precision_of
from desk_app.editing.items import Field
from desk_app.ports import Json
from ui import formats
from ui.program.typed import COUNT, DAY, PERCENT, TEXT, Kind, money, units, write_text

_PERIOD: Final = re.compile(r"([0-9]{1,5})\s*([^\W\d_]+)\.?")
_VISIT: Final = re.compile(r"(?:visit|визит\w*)\s*([0-9]+)|([0-9]+)(?:-?\w{1,2})?\s*(?:visit|визит)\w*")
_WRITTEN: Final = re.compile(r"([0-9]+) (day|month|year)s?")
_NUMBER: Final = re.compile(r"-?[0-9]+(?:[.,][0-9]*)?")
#: How a word of time begins, in both languages.
_SPANS: Final = {"d": "days", "д": "days", "m": "months", "мес": "months", "y": "years", "г": "years", "л": "years"}
_NOUNS: Final = {
    "day": ("день|дня|дней", "day|days"),
    "month": ("месяц|месяца|месяцев", "month|months"),
    "year": ("год|года|лет", "year|years"),
}


def kind_of(field: Field, document: Json) -> Kind:
    """The kind of a field in this document, whose currency and unit say how many decimals there are."""
    match field.kind:
        case "money":
            return money(currency_of(document))
        case "units" | "or_units":
            return units(precision_of(document))
        case "percent":
            return PERCENT
        case "number":
            return _NUMBERS
        case "count":
            return COUNT
        case "day":
            return DAY
        case "currency":
            return _CURRENCY
        case "code":
            return _CODE
        case "codes":
            return _CODES
        case "period" | "or_period":
            return _PERIODS
        case "or_usable":
            return _USABLE
        case "month_day":
            return _MONTH_DAY
        case _:
            return TEXT


def read_period(typed: str) -> str | None:
    """ "12 мес." is "12 months"; what is no period stays as it is."""
    plain = typed.strip()
    found = _PERIOD.fullmatch(plain.lower())
    if found is None:
        return plain or None
    span = next((span for begins, span in _SPANS.items() if found.group(2).startswith(begins)), None)
    return f"{int(found.group(1))} {span}" if span else plain


def write_period(value: Any, language: str) -> str:
    """ "12 months" is 12 месяцев in Russian."""
    text = write_text(value, language)
    found = _WRITTEN.fullmatch(text)
    if found is None:
        return text
    count = int(found.group(1))
    russian, english = _NOUNS[found.group(2)]
    return f"{count} {formats.plural(count, russian if language == 'ru' else english, language)}"


def read_usable(typed: str) -> str | None:
    """ "с визита 3" and "3-й визит" are "visit 3", "14 дней" is "14 days"."""
    found = _VISIT.fullmatch(typed.strip().lower().removeprefix("с ").removeprefix("from "))
    if found is not None:
        return f"visit {int(found.group(1) or found.group(2))}"
    return read_period(typed)


def write_usable(value: Any, language: str) -> str:
    """The same back."""
    text = write_text(value, language)
    if text.startswith("visit ") and language == "ru":
        return f"визит {text.removeprefix('visit ')}"
    return write_period(value, language)


def _read_number(typed: str) -> str | None:
    plain = re.sub(r"\s", "", typed)
    if not plain:
        return None
    return plain.replace(",", ".") if _NUMBER.fullmatch(plain) else typed.strip()


def _read_month_day(typed: str) -> str | None:
    """ "31.12" and "12-31" are the last day of the year."""
    found = re.fullmatch(r"([0-9]{1,2})\.([0-9]{1,2})\.?", typed.strip())
    return f"{int(found.group(2)):02}-{int(found.group(1)):02}" if found else typed.strip() or None


def _write_month_day(value: Any, language: str) -> str:
    text = write_text(value, language)
    found = re.fullmatch(r"([0-9]{2})-([0-9]{2})", text)
    return f"{found.group(2)}.{found.group(1)}" if found else text


def _read_codes(typed: str) -> list[str] | None:
    codes = [one.strip() for one in re.split(r"[,;]", typed) if one.strip()]
    return codes or None


def _write_codes(value: Any, language: str) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list) else write_text(value, language)


_NUMBERS: Final = Kind(_read_number, PERCENT.write)
_CURRENCY: Final = Kind(lambda typed: typed.strip().upper() or None, write_text)
_CODE: Final = Kind(lambda typed: typed.strip() or None, write_text)
_CODES: Final = Kind(_read_codes, _write_codes)
_PERIODS: Final = Kind(read_period, write_period)
_USABLE: Final = Kind(read_usable, write_usable)
_MONTH_DAY: Final = Kind(_read_month_day, _write_month_day)
