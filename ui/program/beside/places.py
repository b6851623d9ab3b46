"""What a place of the document is called by people: the question it answers, with the names of what it belongs to."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from desk_app.documents.edits import steps, value_at
from desk_app.ports import Json
from ui.program.amounts import Amounts
from ui.program.typed import said
from ui.wording.nouns import Pair
from ui.wording.sheets.change_words import SUBJECTS

#: A list of the document → what one of its items is called in the words of a place.
_ITEMS: Final[Mapping[str, str]] = {
    "categories": "category", "levels.steps": "level", "groups": "group", "promotions": "promotion",
    "rewards": "reward",
}  # fmt: skip
#: An item as a whole, and places that have no name of their own elsewhere.
_WHOLE: Final[Mapping[str, Pair]] = {
    "categories": ("вид услуг {category}", "the kind of service {category}"),
    "levels": ("уровни", "the levels"),
    "levels.steps": ("уровень {level}", "the level {level}"),
    "groups": ("льгота {group}", "the privilege {group}"),
    "promotions": ("акция {promotion}", "the promotion {promotion}"),
    "rewards": ("награда {reward}", "the reward {reward}"),
    "organizer": ("кто ведёт программу", "who runs the program"),
    "unit": ("что копят пациенты", "what patients collect"),
    "earn": ("начисление", "earning"),
    "redeem": ("списание", "spending"),
    "expiry": ("сгорание", "lapse"),
    "stacking": ("как встречаются скидки", "how discounts meet"),
    "events": ("за события", "for what happens"),
    "family": ("семьи", "families"),
    "returns": ("возвраты", "returns"),
    "limits": ("ограничения", "limits"),
    "notice": ("предупреждения об изменениях", "notice of changes"),
    "examples": ("пример № {number}", "example {number}"),
    "goals": ("цели", "the goals"),
    "goals.metrics": ("показатель № {number}", "metric {number}"),
}


def place_words(place: str, document: Json, language: str) -> str:
    """The name of a place ("ru" or "en"), "" for the whole document and for what nobody has a word for."""
    if not place:
        return ""
    english = language == "en"
    amounts = Amounts(document, language)
    names: dict[str, str] = {"many": amounts.many(), "one": amounts.units(1)}
    keys: list[str] = []
    at, path = "", steps(place)
    for number, step in enumerate(path):
        if isinstance(step, int):
            at = f"{at}[{step}]"
            names["number"] = str(step + 1)
            if kind := _ITEMS.get(".".join(keys)):
                names[kind] = _quoted(value_at(document, at), english, language)
            continue
        at = f"{at}.{step}" if at else step
        if number and path[number - 1] == "by_category":
            names["category"] = _category(document, step, english, language)
        else:
            keys.append(step)
    while keys:
        key = ".".join(keys)
        for pair in (SUBJECTS.get(key), _WHOLE.get(key)):
            try:
                if pair is not None:
                    return pair[english].format(**names)
            except KeyError:
                continue
        keys.pop()
    return ""


def _category(document: Json, code: str, english: bool, language: str) -> str:
    items = document.get("categories")
    known = next((one for one in items if isinstance(one, dict) and one.get("code") == code), None) if isinstance(
        items, list) else None  # fmt: skip
    return _quoted(known or {"code": code}, english, language)


def _quoted(item: Any, english: bool, language: str) -> str:
    table = item if isinstance(item, dict) else {}
    name = said(table.get("name"), language) or str(table.get("code", "…"))
    return f"“{name}”" if english else f"«{name}»"
