"""Findings about what a program says in words: texts nobody filled in, percents that no rule has."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from ui.wording.advice import Advice

TEXTS: Final[Mapping[str, Advice]] = {
    "publish.placeholder": Advice(
        (
            "Осталось как в готовой программе: «{found}»; впишите данные клиники.",
            "This still reads as in the ready program: “{found}”; put the clinic's own there.",
        ),
        (
            "Памятки и карты не печатаются, пока не сказано, чья это программа.",
            "Leaflets and cards are not printed before they say whose program this is.",
        ),
    ),
    "text.percent": Advice(
        (
            "В тексте «{allowed}» сказано {found}, а такой ставки в программе нет; исправьте текст или ставку.",
            "The text “{allowed}” says {found}, and no rate of the program is that; put the text or the rate right.",
        ),
        (
            "Пациент верит тому, что прочёл, и придёт спрашивать разницу.",
            "Patients believe what they read and will come to ask for the difference.",
        ),
    ),
}
