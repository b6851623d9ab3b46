"""How amounts, dates and numbers are written for people, in Russian and in English; paper and window agree by it."""

from __future__ import annotations

import re
from datetime import date
from fractions import Fraction
from typing import Final, Literal

from desk_app.domain.card_numbers import grouped
from desk_app.domain.money import decimal_text
from desk_app.domain.program import Unit

SPACE: Final = "\N{NO-BREAK SPACE}"
MINUS: Final = "\N{MINUS SIGN}"
# Only signs that PT Sans can draw: the paper has no other letters to fall back on.
_SIGNS: Final = {
    "RUB": "₽", "EUR": "€", "USD": "$", "GBP": "£", "BYN": "Br", "JPY": "¥", "CNY": "¥", "TRY": "₺", "UAH": "₴",
    "GEL": "₾", "AZN": "₼", "INR": "₹",
}  # fmt: skip
_FEMININE: Final = {"ая": "ую", "яя": "юю", "а": "у", "я": "ю"}
_RUSSIAN_SIGNS: Final = {"KZT": "тг", "UZS": "сум", "KGS": "сом"}
_MONTHS: Final = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
Case = Literal["nominative", "genitive", "accusative"]
_AMOUNT: Final = re.compile(r"[0-9]{1,12}(?:[.,][0-9]*)?")


def number(amount: int, decimals: int, language: str) -> str:
    """An integer of smallest parts with groups of thousands: 1 234,50 and 1,234.50."""
    whole, _, part = decimal_text(abs(amount), decimals).partition(".")
    groups = f"{int(whole):,}"
    if language == "ru":
        groups = groups.replace(",", SPACE)
    text = f"{groups}{',' if language == 'ru' else '.'}{part}" if part else groups
    return f"{MINUS}{text}" if amount < 0 else text


def money(minor: int, language: str, currency: str = "RUB", decimals: int = 2) -> str:
    """Money with its sign where the language puts it: 1 234,50 ₽ and ₽1,234.50; a sign of letters keeps a space."""
    text = number(abs(minor), decimals, language)
    minus = MINUS if minor < 0 else ""
    if language == "ru":
        return f"{minus}{text}{SPACE}{_RUSSIAN_SIGNS.get(currency) or _SIGNS.get(currency, currency)}"
    sign = _SIGNS.get(currency, currency)
    return f"{minus}{sign}{SPACE if sign.isalpha() else ''}{text}"


def short_money(minor: int, language: str, currency: str = "RUB", decimals: int = 2) -> str:
    """Money inside a sentence: decimals only where there are any."""
    whole, rest = divmod(abs(minor), 10**decimals)
    if rest:
        return money(minor, language, currency, decimals)
    return money(whole if minor >= 0 else -whole, language, currency, 0)


def plural(count: int, forms: str, language: str) -> str:
    """The form of a noun for a count; `forms` are separated by "|": "балл|балла|баллов", "point|points"."""
    words = forms.split("|")
    if len(words) == 1:
        return words[0]
    count = abs(count)
    if language != "ru" or len(words) == 2:
        return words[0] if count == 1 else words[-1]
    if count % 10 == 1 and count % 100 != 11:
        return words[0]
    if 2 <= count % 10 <= 4 and not 12 <= count % 100 <= 14:
        return words[1]
    return words[2]


def units(count: int, unit: Unit, language: str, case: Case = "nominative") -> str:
    """Units with their noun in the right form: 1 балл, 2 балла, 1 240 баллов; a fraction takes the form of a few.

    In Russian "genitive" is for what follows «не больше» or «от», "accusative" for what is counted out.
    """
    whole, rest = divmod(abs(count), 10**unit.precision)
    forms = unit.name.plain(language)
    text = number(count, unit.precision, language) if rest else number(whole if count >= 0 else -whole, 0, language)
    return f"{text}{SPACE}{_noun(2 if rest else whole, forms, language, 'nominative' if rest else case)}"


def _noun(count: int, forms: str, language: str, case: Case) -> str:
    one, few, *_ = (*forms.split("|"), forms)
    singular = plural(count, forms, language) == one
    if language != "ru" or case == "nominative" or forms.count("|") < 2:
        return plural(count, forms, language)
    if case == "genitive":
        return few if singular else plural(5, forms, language)
    return _accusative(one) if singular else plural(count, forms, language)


def _accusative(noun: str) -> str:
    """звезда → звезду, золотая монета → золотую монету; what is no woman's word stays as it is."""
    head, _, rest = noun.partition(" ")
    for ending, other in _FEMININE.items():
        if head.endswith(ending):
            adjective = len(ending) == 2
            rest = _accusative(rest) if adjective and rest else rest
            head = head.removesuffix(ending) + other
            break
    return f"{head} {rest}" if rest else head


def many(unit: Unit, language: str) -> str:
    """What units are called when they are not counted: баллов, рублей кешбэка, points."""
    return plural(5, unit.name.plain(language), language)


def units_number(count: int, unit: Unit, language: str) -> str:
    """Units without the noun; decimals only where there are any."""
    whole, rest = divmod(abs(count), 10**unit.precision)
    return number(count, unit.precision, language) if rest else number(whole if count >= 0 else -whole, 0, language)


def day(when: date) -> str:
    """17.05.1980 in both languages: a desk must never wonder which number is the month."""
    return when.strftime("%d.%m.%Y")


def said_day(when: date, language: str) -> str:
    """A day inside a sentence: 17.05.2027, and 17 May 2027 in English."""
    return day(when) if language == "ru" else f"{when.day}{SPACE}{_MONTHS[when.month - 1]}{SPACE}{when.year}"


def month(when: date, language: str) -> str:
    """A month of a year: 05.2027, and May 2027 in English."""
    return f"{when:%m.%Y}" if language == "ru" else f"{_MONTHS[when.month - 1]}{SPACE}{when.year}"


def percent(share: Fraction, language: str) -> str:
    """5 %, 7,5 % and 7.5%."""
    text = decimal_text(round(share * 10000), 2).rstrip("0").rstrip(".")
    return f"{text.replace('.', ',')}{SPACE}%" if language == "ru" else f"{text}%"


def phone(number_: str) -> str:
    """A Russian phone in groups, any other as it is kept: +7 912 345-67-89."""
    if re.fullmatch(r"\+7[0-9]{10}", number_):
        return f"+7{SPACE}{number_[2:5]}{SPACE}{number_[5:8]}-{number_[8:10]}-{number_[10:]}"
    return number_


def phone_tail(number_: str) -> str:
    """The last four digits, enough to tell namesakes apart and too few to be copied down."""
    return f"…{number_[-4:-2]}-{number_[-2:]}" if len(number_) >= 4 else number_


def card(number_: str) -> str:
    """A card number in the groups that stand on the card itself: 29 000 000 000 18."""
    return grouped(number_, SPACE)


def read_money(text: str, decimals: int = 2) -> int | None:
    """What a clerk typed as minor units: "1 234,5", "1234.50"; None while it is no amount."""
    plain = re.sub(r"[\s₽]", "", text)
    if not _AMOUNT.fullmatch(plain):
        return None
    whole, _, part = plain.replace(",", ".").partition(".")
    if len(part) > decimals:
        return None
    return int(whole + part.ljust(decimals, "0"))


def read_day(text: str) -> date | None:
    """What a clerk typed as a day: 17.05.1980, 17051980, 17 5 1980, 1980-05-17; None while it is no day."""
    digits = text.strip()
    try:
        if re.fullmatch(r"\d{4}-\d{2}-\d{2}", digits):
            return date.fromisoformat(digits)
        if re.fullmatch(r"\d{8}", digits):
            return date(int(digits[4:]), int(digits[2:4]), int(digits[:2]))
        parts = re.split(r"[.,/\-\s]+", digits)
        if len(parts) == 3 and all(part.isdigit() for part in parts) and len(parts[2]) == 4:
            return date(int(parts[2]), int(parts[1]), int(parts[0]))
    except ValueError:
        return None
    return None
