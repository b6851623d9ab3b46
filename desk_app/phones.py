"""Phones as people write them, in the one shape they are kept in: E.164."""

from __future__ import annotations

import re
from typing import Final

_PARTED: Final = re.compile(r"\s*(?:[,;/|]|\bи\b|\bили\b)\s*")
_SIGNS: Final = str.maketrans("", "", " ()-–—.‑\u00a0\t")
_EXTENSION: Final = re.compile(r"(?:доб|вн|ext|x)\.?\s*\d+\s*$", re.IGNORECASE)
#: With the country or the trunk digit any number of Russia or Kazakhstan, without them only what begins like one.
_RUSSIAN: Final = re.compile(r"(?:\+?7|8)([3-9][0-9]{9})|([349][0-9]{9}|80[0-9]{8})")


def read_phone(text: str, region: str = "RU") -> str | None:
    """One phone as E.164, or None when it is none: "8 (912) 345-67-89" is "+79123456789"."""
    plain = text.translate(_SIGNS)
    if not plain.removeprefix("+").isdigit():
        plain = _EXTENSION.sub("", text.strip()).translate(_SIGNS)
    # nine phones of ten are Russian ones, and the great library takes a thousand times longer to say so
    found = _RUSSIAN.fullmatch(plain) if region == "RU" and not plain.startswith("00") else None
    if found:
        return f"+7{found.group(1) or found.group(2)}"
    if not plain or len(plain) > 20 or not re.fullmatch(r"\+?[0-9]+", plain):
        return None
    if not plain.startswith(("+", "00", "810")):
        return None
    import phonenumbers

    for opening in ("810", "00"):
        plain = "+" + plain.removeprefix(opening) if plain.startswith(opening) else plain
    try:
        number = phonenumbers.parse(plain, None)
    except phonenumbers.NumberParseException:
        return None
    if not phonenumbers.is_possible_number(number):
        return None
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def read_phones(text: str, region: str = "RU") -> tuple[str, ...] | None:
    """Several phones of one cell, each once; None when one of them is none."""
    whole = read_phone(text, region)
    if whole is not None:
        return (whole,)
    found = []
    for part in _PARTED.split(text.strip()):
        if part:
            number = read_phone(part, region)
            if number is None:
                return None
            found.append(number)
    return tuple(dict.fromkeys(found))
