"""Single cells as people type them: dates, amounts, names, yes and no; each read exactly or refused."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from desk_app.domain.lookup_keys import code_key

_DOTTED: Final = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4})")
_ISO: Final = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]00:00(?::00)?)?")
_AMOUNT: Final = re.compile(r"\d{1,15}(?:\.\d+)?")
_SIGNS: Final = re.compile(r"[\s\u00a0\u202f']|₽|€|\$|руб\.?|р\.|rub|eur", re.IGNORECASE)
_NAME: Final = re.compile(r"[^\W\d_]+(?:[ \-'’.]+[^\W\d_]+)*\.?")
_OF_NAMES: Final = re.compile(r"[^\W\d_]|[\s\-'’.,]")
_LONGEST_NAME: Final = 100
_EMAIL: Final = re.compile(r"[^@\s,;]+@[^@\s,;]+\.[^@\s,;.]+")
#: No server takes a longer address.
_LONGEST_EMAIL: Final = 254
_LONGEST_CODE: Final = 40
_YES: Final = frozenset({"да", "yes", "y", "д", "1", "true", "истина", "+", "есть", "дано", "given", "v", "x", "✓"})
_NO: Final = frozenset({"нет", "no", "n", "н", "0", "false", "ложь", "-", "отказ", "отозвано", "refused", "withdrawn"})
_LANGUAGES: Final = {"ru": "ru", "rus": "ru", "рус": "ru", "русский": "ru", "russian": "ru",
                     "en": "en", "eng": "en", "англ": "en", "английский": "en", "english": "en"}  # fmt: skip
_NO_END: Final = frozenset("—–-")
#: A table program runs what begins so; text that only looks like a formula is written behind an apostrophe.
_FORMULA: Final = re.compile(r"[=@\t\r]|[+\-](?![0-9() \-]*$)")


class BadCell(ValueError):
    """A cell that cannot be read: the code of the reason."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def read_day(text: str) -> date | None:
    """17.05.1980 or 1980-05-17; None for an empty cell. Raises `date.bad`."""
    if not text:
        return None
    found = _DOTTED.fullmatch(text)
    parts = found.groups()[::-1] if found else None
    if parts is None:
        found = _ISO.fullmatch(text)
        parts = found.groups() if found else None
    if parts is None:
        raise BadCell("date.bad")
    try:
        return date(int(parts[0]), int(parts[1]), int(parts[2]))
    except ValueError:
        raise BadCell("date.bad") from None


def read_birth(text: str, today: date) -> date | None:
    """A date of birth: not ahead, and not longer ago than anybody lives."""
    day = read_day(text)
    if day is not None and not (today.year - 130 <= day.year and day <= today):
        raise BadCell("date.bad")
    return day


def read_amount(text: str, decimals: int, code: str = "money.bad") -> int:
    """ "28 000,50 ₽" as smallest parts; 0 for an empty cell. Raises `code`."""
    plain = text if text.isascii() and text.isdigit() else _SIGNS.sub("", text)
    if not plain:
        return 0
    comma, point = plain.rfind(","), plain.rfind(".")
    if comma > point >= 0:
        plain = plain.replace(".", "").replace(",", ".")
    elif point > comma >= 0:
        plain = plain.replace(",", "")
    else:
        plain = plain.replace(",", ".")
    if not _AMOUNT.fullmatch(plain):
        raise BadCell(code)
    whole, _, rest = plain.partition(".")
    if len(rest.rstrip("0")) > decimals:
        raise BadCell(code)
    return int(whole + rest[:decimals].ljust(decimals, "0"))


def read_days(text: str) -> list[date | None]:
    """One day, or as many as there are parts of a balance: "2027-03-01 + 2027-05-15 + —"; a dash is no end at all."""
    return [None if part in _NO_END else read_day(part) for part in map(str.strip, text.split("+"))]


def read_lots(text: str, days: list[date | None], decimals: int) -> list[tuple[int, date | None]]:
    """A balance in parts ("300 + 250"), each with its last good day; one day is that of all parts.

    Raises `units.bad`, and `date.bad` when there are neither one day nor as many as parts.
    """
    parts = [part.strip() for part in text.split("+")]
    if len(parts) > 1 and "" in parts:
        raise BadCell("units.bad")
    amounts = [read_amount(part, decimals, "units.bad") for part in parts]
    if len(days) not in (1, len(amounts)):
        raise BadCell("date.bad")
    ends = days * len(amounts) if len(days) == 1 else days
    return [(units, end) for units, end in zip(amounts, ends, strict=True) if units]


def read_flag(text: str) -> bool | None:
    """Yes or no in both languages; None for an empty cell. Raises `flag.bad`."""
    word = text.casefold()
    if not word:
        return None
    if word in _YES or word in _NO:
        return word in _YES
    raise BadCell("flag.bad")


def read_language(text: str) -> str:
    """`ru` or `en`, "" for an empty cell. Raises `language.bad`."""
    if not text:
        return ""
    if text.casefold() not in _LANGUAGES:
        raise BadCell("language.bad")
    return _LANGUAGES[text.casefold()]


def read_email(text: str) -> str:
    """An address, or `email.bad`."""
    if text and (len(text) > _LONGEST_EMAIL or not text.isprintable() or not _EMAIL.fullmatch(text)):
        raise BadCell("email.bad")
    return text


def read_code(text: str) -> str:
    """A number of a card or a contract as somebody wrote it: short, visible, not of signs alone. Raises `code.bad`."""
    if text and (len(text) > _LONGEST_CODE or not text.isprintable() or not code_key(text)):
        raise BadCell("code.bad")
    return text


def read_name(text: str) -> str:
    """A part of a name; one written all in capitals or all small is set right. Raises `name.bad`."""
    plain = " ".join(text.split())
    if not plain:
        return ""
    if len(plain) > _LONGEST_NAME or not _NAME.fullmatch(plain):
        raise BadCell("name.bad")
    if len(plain) > 1 and (plain.isupper() or plain.islower()):
        return re.sub(r"[^\W\d_]+", lambda word: word.group().capitalize(), plain.lower())
    return plain


def fault_of_name(text: str) -> dict[str, str | int]:
    """What keeps a text from being a name: `longest` a part of it may be, or the `sign` that is none of a name's, one
    that nobody sees by its number; nothing where the signs are right and only stand wrongly.
    """
    if any(len(part) > _LONGEST_NAME for part in text.split()):
        return {"longest": _LONGEST_NAME}
    lines = text.splitlines(keepends=True)
    odd = lines[0][-1] if len(lines) > 1 else next((one for one in text if not _OF_NAMES.fullmatch(one)), "")
    if not odd:
        return {}
    return {"sign": odd if odd.isprintable() else f"U+{ord(odd):04X}"}


def split_name(text: str) -> tuple[str, str, str]:
    """A full name as surname, given name, patronymic: a Russian one begins with the surname, an English one ends so."""
    if "," in text:
        surname, _, others = text.partition(",")
        given, _, patronymic = " ".join(others.split()).partition(" ")
        return " ".join(surname.split()), given, patronymic
    words = text.split()
    if len(words) > 1 and text.isascii():
        return words[-1], words[0], " ".join(words[1:-1])
    return (words[0] if words else ""), (words[1] if len(words) > 1 else ""), " ".join(words[2:])


def unquoted(text: str) -> str:
    """A cell as it was before `harmless`."""
    return text[1:] if text.startswith("'") and _FORMULA.match(text[1:]) else text


def harmless(text: str) -> str:
    """A cell that no table program takes for a formula."""
    return f"'{text}" if _FORMULA.match(text) else text
