"""What readers of files allow, in Russian: the phrases that are no codes, found again by their English words."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

#: English phrase → Russian; `#` stands for any number and comes back in its place.
_PHRASES: Final[Mapping[str, str]] = {
    "a whole number from # to #": "целое число от # до #",
    "a whole number above #": "целое число больше #",
    "a whole number or a decimal text": "целое число или десятичная дробь в кавычках",
    'a whole number or a text like "#.#"': "целое число или текст вроде «#.#»",
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
    'a text like "#.#"': "текст вроде «#.#»",
    'a text like "#" or "#.#"': "текст вроде «#» или «#.#»",
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
    "exactly one of service, amount, percent": "ровно одно из service, amount, percent",
    "percent; or units and per_full; or units and per": "percent; или units и per_full; или units и per",
    "units per sum": "единицы за сумму",
    'left out where unit.value is "#"': "не нужен, когда unit.value = «#»",
    "levels.basis counts units": "levels.basis считает единицы",
    "a program without a goal cannot be published": "программу без цели не публикуют",
}
_NUMBER: Final = re.compile(r"[0-9]+")
_ONE_OF: Final = "exactly one of "


def in_russian(allowed: str) -> str:
    """The phrase in Russian; lists of codes and unknown phrases stay as they are."""
    if allowed.startswith(_ONE_OF) and _NUMBER.sub("#", allowed) not in _PHRASES:
        return f"ровно одно из {allowed.removeprefix(_ONE_OF)}"
    known = _PHRASES.get(_NUMBER.sub("#", allowed))
    if known is None:
        return allowed
    numbers = iter(_NUMBER.findall(allowed))
    return re.sub("#", lambda _: next(numbers), known)
