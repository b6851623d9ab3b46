"""How names, phones, cards and dates become keys that an index answers, and how one typed line is understood.

What is stored and what is asked pass through the same functions, so they meet. spec: product, Look-up.
"""

from __future__ import annotations

import re
import unicodedata
import zlib
from datetime import date
from typing import NamedTuple

#: Greater than any text that goes on from a beginning: the far end of a range over an index.
LAST = "\U0010ffff"
#: Digits of a phone's end that are enough to ask for it.
LEAST_TAIL = 4

_LATIN_KEYS = "`qwertyuiop[]asdfghjkl;'zxcvbnm,./~QWERTYUIOP{}ASDFGHJKL:\"ZXCVBNM<>?@#$^&|"
_RUSSIAN_KEYS = 'ёйцукенгшщзхъфывапролджэячсмитьбю.ЁЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮ,"№;:?/'
_TO_RUSSIAN = str.maketrans(_LATIN_KEYS, _RUSSIAN_KEYS)
_TO_LATIN = str.maketrans(_RUSSIAN_KEYS, _LATIN_KEYS)

# letters a Russian keyboard does not have are found by the nearest one it has
_NEAREST = str.maketrans("ёіїєґүұўөқңғәһҗў", "еииегуууокнгахжу")
# a Latin letter inside a Cyrillic word came from a keyboard switched too late
_LOOKALIKE = str.maketrans("aceopxykmthb", "асеорхукмтнв")
_PLAIN = re.compile(r"[а-я]*|[a-z]*")
_WORDS = re.compile(r"[a-zа-яё]+(?: [a-zа-яё]+)*", re.IGNORECASE)
_DIGIT = re.compile(r"\d")
_NO_DIGITS = re.compile(r"[^0-9]+")
_NO_SIGNS = re.compile(r"[\W_]+")
_CYRILLIC = re.compile(r"[а-я]")
_DAY = re.compile(
    r"(?<!\d)(?:(\d{4})[-./](\d{1,2})[-./](\d{1,2})"
    r"|(\d{1,2})[-./](\d{1,2})[-./](\d{4})"
    r"|(\d{1,2})[./](\d{1,2})[./](\d{2}))(?!\d)"
)
_DIGITS = re.compile(r"[\d+()\-–.]+")


def name_key(text: str) -> str:
    """A name as it is searched: lower case, ё as е, letters and digits only ("Салтыков-Щедрин" → "салтыковщедрин")."""
    key = text.casefold().replace("ё", "е")
    if _PLAIN.fullmatch(key):
        return key
    key = unicodedata.normalize("NFKC", key).casefold().translate(_NEAREST)
    key = "".join(_bare(letter) for letter in key)
    return key.translate(_LOOKALIKE) if _mixed(key) else key


def _mixed(key: str) -> bool:
    return bool(_CYRILLIC.search(key)) and any("a" <= letter <= "z" for letter in key)


def _bare(letter: str) -> str:
    if not letter.isalnum():
        return ""
    if letter.isascii() or "а" <= letter <= "я":
        return letter
    return "".join(part for part in unicodedata.normalize("NFKD", letter) if part.isalnum())


def code_key(text: str) -> str:
    """A card or contract number as it is searched: letters and digits only, upper case."""
    return _NO_SIGNS.sub("", unicodedata.normalize("NFKC", text).upper())


def phone_key(text: str) -> str:
    """Digits of a whole phone with the country: "8 (912) 345-67-89" and "+79123456789" are "79123456789"."""
    digits = _NO_DIGITS.sub("", text)
    if text.lstrip().startswith("+"):
        return digits
    if len(digits) == 11 and digits[0] == "8":
        return "7" + digits[1:]
    return "7" + digits if len(digits) == 10 and digits[0] in "3489" else digits


def phone_beginning(digits: str, plus: bool) -> str:
    """The beginning of a stored number that half a phone may be: "8912" and "912" are "7912"."""
    if plus or digits[0] == "7":
        return digits
    return "7" + (digits[1:] if digits[0] == "8" else digits)


def phone_tail(digits: str) -> str:
    """The end of a number backwards, so that an end is a beginning; a trunk digit of a whole number falls away."""
    return (digits[1:] if len(digits) == 11 and digits[0] in "78" else digits)[::-1]


def other_layout(text: str) -> str:
    """The same keys pressed in the other layout: "bdfyjd" → "иванов", "ыьшер" → "smith"."""
    cyrillic = any("а" <= letter <= "я" or letter == "ё" for letter in text.lower())
    return text.translate(_TO_LATIN if cyrillic else _TO_RUSSIAN)


def misspellings(key: str) -> frozenset[int]:
    """Numbers of a word and of the word without one letter: two words one typo apart share at least one."""
    words = {key} | {key[:place] + key[place + 1 :] for place in range(len(key))}
    return frozenset(zlib.crc32(word.encode()) for word in words)


def days_of_digits(digits: str) -> tuple[str, ...]:
    """Days that 17051980, 19800517 or 170580 may mean; a year of two digits is of either century."""
    found: tuple[str, ...] = ()
    if len(digits) == 8:
        found = (_day(digits[4:], digits[2:4], digits[:2]), _day(digits[:4], digits[4:6], digits[6:]))
    elif len(digits) == 6:
        found = tuple(_day(century + digits[4:], digits[2:4], digits[:2]) for century in ("19", "20"))
    return tuple(day for day in found if day)


def _day(year: str, month: str, day: str) -> str:
    try:
        found = date(int(year), int(month), int(day))
    except ValueError:
        return ""
    return found.isoformat() if 1890 <= found.year <= 2099 else ""


class Ask(NamedTuple):
    """One typed line, understood: beginnings of names, digits of a phone, ISO days, a card or contract."""

    names: tuple[str, ...] = ()
    digits: str = ""
    plus: bool = False
    days: tuple[str, ...] = ()
    code: str = ""


def _days_in(line: str) -> tuple[tuple[str, ...], str]:
    """Days written with dots, dashes or slashes, and the line without them."""
    found = _DAY.search(line)
    if found is None:
        return (), line
    y1, m1, d1, d2, m2, y2, d3, m3, y3 = found.groups()
    years = ("19" + y3, "20" + y3) if y3 else (y1 or y2,)
    days = tuple(day for year in years if (day := _day(year, m1 or m2 or m3, d1 or d2 or d3)))
    return days, f"{line[: found.start()]} {line[found.end() :]}".strip() if days else line


def read(text: str) -> Ask:
    """What a line of look-up may mean; nothing in it is an error."""
    # a scanner ends with a line break, a wild paste has anything in it
    line = " ".join(text[:200].split())
    if not line.isascii():
        line = unicodedata.normalize("NFKC", line)
    elif line.isdecimal():
        return Ask(digits=line, days=days_of_digits(line), code=line)
    elif line.startswith("+") and _DIGITS.fullmatch(line.replace(" ", "")):
        return Ask(digits=_NO_DIGITS.sub("", line), plus=True)
    if _WORDS.fullmatch(line):
        return Ask(tuple([name_key(word) for word in line.split(" ")]))
    days, rest = _days_in(line)
    if days and not rest:
        return Ask(days=days)
    names: list[str] = []
    digits = ""
    for word in re.split(r"[\s,;]+", rest):
        if not _DIGIT.search(word):
            names += [key for key in map(name_key, word.split(".")) if key]
        elif _DIGITS.fullmatch(word):
            digits += _NO_DIGITS.sub("", word)
    code = _NO_SIGNS.sub("", line.upper()) if _DIGIT.search(line) else ""
    return Ask(tuple(names), digits, line.startswith("+"), days or days_of_digits(digits), code)
