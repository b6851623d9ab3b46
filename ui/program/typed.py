"""What a manager types as values of the document, and values as a manager reads them.

What cannot be read stays as it was typed: the document then has a problem at that place, and nothing is lost.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from desk_app.documents import scalars
from desk_app.documents.scalars import Wrong
from desk_app.domain.money import decimal_text
from ui import formats

_GROUPED: Final = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]*)?")
_DECIMAL: Final = re.compile(r"-?[0-9]+(?:[.,][0-9]*)?")
_HOURS: Final = re.compile(r"\s*(\d{1,2})(?:[:.](\d{2}))?\s*[-–—]\s*(\d{1,2})(?:[:.](\d{2}))?\s*")


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of value: how typed words become one, and how it is written for people ("ru" or "en")."""

    read: Callable[[str], Any]
    write: Callable[[Any, str], str]


def read_text(typed: str) -> str | None:
    """Any text; nothing where there is only space."""
    return typed if typed.strip() else None


def write_text(value: Any, language: str) -> str:
    """A value nobody can read otherwise: as it stands."""
    return "" if value is None else value if isinstance(value, str) else str(value)


def read_percent(typed: str) -> str | None:
    """ "7,5 %" is "7.5"."""
    plain = re.sub(r"[\s%]", "", typed).replace(",", ".")
    if not plain:
        return None
    return _trimmed(plain) if _DECIMAL.fullmatch(plain) else typed.strip()


def write_percent(value: Any, language: str) -> str:
    """ "7.5" is 7,5 in Russian."""
    text = write_text(value, language)
    return text.replace(".", ",") if language == "ru" and _DECIMAL.fullmatch(text) else text


def money(decimals: int) -> Kind:
    """Sums of a currency with so many decimals: "1 500,5" is "1500.50"."""

    def read(typed: str) -> str | None:
        plain = typed.replace(",", "") if _GROUPED.fullmatch(typed.strip()) else typed
        amount = formats.read_money(plain, decimals)
        if amount is None:
            return typed.strip() or None
        # Whole sums are written as in the ready programs, other ones with every decimal.
        whole, rest = divmod(amount, 10**decimals)
        return decimal_text(amount, decimals) if rest or whole else "0"

    def write(value: Any, language: str) -> str:
        try:
            amount = scalars.money(value, decimals)
        except Wrong:
            return write_text(value, language)
        return written(amount, decimals, language)

    return Kind(read, write)


def units(precision: int) -> Kind:
    """Units with so many decimals: whole ones are numbers, others decimal texts."""

    def read(typed: str) -> int | str | None:
        plain = typed.replace(",", "") if _GROUPED.fullmatch(typed.strip()) else typed
        amount = formats.read_money(plain, precision)
        if amount is None:
            return typed.strip() or None
        whole, rest = divmod(amount, 10**precision)
        return decimal_text(amount, precision) if rest else whole

    def write(value: Any, language: str) -> str:
        try:
            amount = scalars.units(value, precision)
        except Wrong:
            return write_text(value, language)
        return written(amount, precision, language)

    return Kind(read, write)


def written(amount: int, decimals: int, language: str) -> str:
    """An amount of smallest parts in a field: groups of thousands, decimals only where there are any."""
    whole, rest = divmod(amount, 10**decimals)
    return formats.number(amount, decimals, language) if rest else formats.number(whole, 0, language)


def read_count(typed: str) -> int | str | None:
    """A whole number."""
    plain = re.sub(r"\s", "", typed)
    if not plain:
        return None
    return int(plain) if re.fullmatch(r"[0-9]{1,12}", plain) else typed.strip()


def write_factor(value: Any, language: str) -> str:
    """A multiplier, a number or a decimal text."""
    return write_percent(str(value) if isinstance(value, int) else value, language)


def read_day(typed: str) -> str | None:
    """ "31.01.2027" is "2027-01-31"."""
    found = formats.read_day(typed)
    return found.isoformat() if found is not None else typed.strip() or None


def write_day(value: Any, language: str) -> str:
    """A day as the clinic writes it."""
    day = value if isinstance(value, date) else day_of(value)
    return formats.day(day) if day is not None else write_text(value, language)


def day_of(value: Any) -> date | None:
    """The day of a value of the document, None where it is none."""
    try:
        return scalars.day(value)
    except Wrong:
        return None


def read_hours(typed: str) -> str | None:
    """ "8-11" and "8:00 – 11:00" are "08:00-11:00"."""
    found = _HOURS.fullmatch(typed)
    if found is None:
        return typed.strip() or None
    first, first_minute, last, last_minute = found.groups(default="00")
    return f"{int(first):02}:{first_minute}-{int(last):02}:{last_minute}"


def write_hours(value: Any, language: str) -> str:
    """Hours with a dash that is read as one."""
    text = write_text(value, language)
    return text.replace("-", "–") if _HOURS.fullmatch(text) else text


def _trimmed(decimal: str) -> str:
    """No zeros that say nothing: "05" and "5.0" are "5"."""
    minus = "-" if decimal.startswith("-") else ""
    whole, _, part = decimal.removeprefix("-").partition(".")
    part = part.rstrip("0")
    return minus + (whole.lstrip("0") or "0") + (f".{part}" if part else "")


TEXT: Final = Kind(read_text, write_text)
PERCENT: Final = Kind(read_percent, write_percent)
COUNT: Final = Kind(read_count, write_text)
FACTOR: Final = Kind(read_percent, write_factor)
DAY: Final = Kind(read_day, write_day)
HOURS: Final = Kind(read_hours, write_hours)


def both(value: Any) -> tuple[str, str]:
    """A localised text of the document as (Russian, English); one text is the Russian one."""
    if isinstance(value, dict):
        return write_text(value.get("ru"), "ru"), write_text(value.get("en"), "en")
    return write_text(value, "ru"), ""


def localized(russian: str, english: str) -> Any:
    """The same back: one text where only one was typed, nothing where none was."""
    if russian.strip() and english.strip():
        return {"ru": russian, "en": english}
    return russian if russian.strip() else english if english.strip() else None


def said(value: Any, language: str) -> str:
    """A localised text in one language, or in the other where it has none."""
    russian, english = both(value)
    return (english or russian) if language == "en" else (russian or english)
