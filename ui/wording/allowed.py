"""What readers of files found and allow, in Russian: phrases found again by their English words, codes explained."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

#: English phrase → Russian; `#` stands for any number and comes back in its place.
_PHRASES: Final[Mapping[str, str]] = {
    "a whole number from # to #": "целое число от # до #",
    "a whole number above #": "целое число больше #",
    "a whole number or a decimal text": "целое число или десятичная дробь в кавычках",
    'a whole number or a text like "#.#"': "целое число или дробь в кавычках, например «#.#»",
    "a whole number": "целое число",
    "# or more": "# и больше",
    "above #": "больше #",
    "at most # decimals": "не больше # знаков после запятой",
    "at most # characters": "не больше # знаков",
    "at most #": "не больше #",
    "at least one": "хотя бы одно",
    "at least one line": "хотя бы одна строка",
    "at least one metric": "хотя бы один показатель",
    "more than the step before": "больше предыдущего",
    'a text like "#.#"': "число в кавычках, например «#.#»",
    'a text like "#" or "#.#"': "число в кавычках, например «#» или «#.#»",
    '"#" to "#"': "от «#» до «#»",
    '"N days", "N months", "N years"': "«N days», «N months», «N years»",
    '"N days", "N months", "N years", N above #': "«N days», «N months», «N years», N больше #",
    "true or false": "true или false",
    "a text": "текст",
    "a text or a number": "текст или число",
    "a text that is not empty": "непустой текст",
    "a text without control characters": "текст без управляющих знаков",
    "a text, or a table with ru and en": "текст или таблица с ru и en",
    "a code that is not empty": "непустой код",
    "a list": "список",
    "a list of codes": "список кодов",
    "a table": "таблица",
    "a name": "имя",
    "a promotion": "акция",
    "a day of the calendar": "день календаря",
    "a date like #-#-#": "дата вроде #-#-#",
    'a day of every year, "MM-DD"': "день любого года, «ММ-ДД»",
    "a moment like #-#-#T#:#:#+#:#": "дата и время вроде #-#-#T#:#:#+#:#",
    "a zone like Europe/Moscow": "часовой пояс вроде Europe/Moscow",
    'an ISO # code like "RUB"': "код ISO # вроде «RUB»",
    "an object in braces": "объект в фигурных скобках",
    "each code once": "каждый код один раз",
    "either percent or amount": "или percent, или amount",
    "either units or lots": "или units, или lots",
    "at least one desk": "хотя бы одно рабочее место",
    "a number above or below #": "число больше или меньше #",
    "a reason in words": "причина словами",
    "exactly one of service, amount, percent": "ровно одно из service, amount, percent",
    "percent; or units and per_full; or units and per": "percent; или units и per_full; или units и per",
    "units per sum": "единицы за сумму",
    'left out where unit.value is "#"': "не нужен, когда unit.value = «#»",
    "levels.basis counts units": "levels.basis считает единицы",
    "a program without a goal cannot be published": "программу без цели не вводят в действие",
    "#-#-# or later": "#-#-# или позже",
    "categories without indicated_only": "виды услуг без indicated_only",
    "the smallest unit must be worth a whole number of minor units": "наименьшая доля стоит целое число копеек",
    "a folder": "папка",
    # what was found
    "null": "пусто",
    "a file that is no text": "это не текст",
    "utf-#": "кодировка UTF-#",
    "line #": "строка #",
    "line #, column #": "строка #, столбец #",
    "end of document": "конец файла",
    "nesting without end": "вложенность без конца",
    "nesting or numbers without end": "вложенность или числа без конца",
}
#: A phrase about one key of a document → Russian.
_ABOUT_A_KEY: Final[Mapping[str, str]] = {
    " gives units": " начисляет единицы", " needs units": " требует единиц",
}  # fmt: skip
#: Codes that people have other words for.
_CODES: Final[Mapping[str, str]] = {
    "self": "пациент", "certificate": "сертификат", "deposit": "депозит", "insurer": "страховая", "state": "ОМС",
    "employer": "работодатель", "program": "программа", "messages": "сообщения", "data": "данные",
    "down": "вниз", "half_up": "до ближайшего", "up": "вверх", "bill": "счёт", "category": "вид услуг",
    "line": "строка", "forgive": "простить", "debt": "долг", "withhold": "удержать", "receipt": "квитанция",
    "usable": "доступно", "best": "лучшая", "on_top": "сверху", "exclusive": "только одна",
}  # fmt: skip
_NUMBER: Final = re.compile(r"[0-9]+")
_ONE_OF: Final = "exactly one of "


def in_russian(allowed: str) -> str:
    """The phrase in Russian; codes are explained in brackets, and what is not known stays as it is."""
    if allowed.startswith(_ONE_OF) and _NUMBER.sub("#", allowed) not in _PHRASES:
        return f"ровно одно из {allowed.removeprefix(_ONE_OF)}"
    if _NUMBER.sub("#", allowed) in _PHRASES:
        return as_found(allowed)
    return _of_a_key(allowed) or ", ".join(map(_explained, allowed.split(", ")))


def as_found(text: str) -> str:
    """What a reader says it found, in Russian; what people typed themselves stays as it is."""
    known = _PHRASES.get(_NUMBER.sub("#", text))
    if known is None:
        return text
    numbers = iter(_NUMBER.findall(text))
    return re.sub("#", lambda _: next(numbers), known)


def _of_a_key(allowed: str) -> str:
    """A phrase about one key, "" when it is none."""
    found = next((end for end in _ABOUT_A_KEY if allowed.endswith(end)), None)
    return allowed.removesuffix(found) + _ABOUT_A_KEY[found] if found else ""


def _explained(code: str) -> str:
    return f"{code} ({_CODES[code]})" if code in _CODES else code
