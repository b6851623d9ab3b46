"""What is written on a member's card beside name and number; (Russian, English)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from ui.wording.nouns import Pair

CARD_LABELS: Final[Mapping[str, Pair]] = {
    "card": ("Карта участника", "Member card"),
    "card.blank": ("имя", "name"),
    "card.sheet": ("Печатать в размере 100 %, двусторонне, по длинному краю", "Print at 100 %, two-sided, long edge"),
    "card.lost": (
        "Потеряли карту? Скажите на стойке или позвоните. Закроем её и выдадим новую; всё накопленное останется.",
        "Lost your card? Tell the desk or call us. We block it and give you a new one; what you collected stays.",
    ),
    "card.lost/discount": (
        "Потеряли карту? Скажите на стойке или позвоните. Закроем её и выдадим новую; скидка останется.",
        "Lost your card? Tell the desk or call us. We block it and give you a new one; your discount stays.",
    ),
    "card.link": ("Правила программы", "Rules of the program"),
}
