"""What each way to begin a program is, in one sentence."""

from collections.abc import Mapping
from typing import Final

from ui.wording.program_form.words import Both

READY: Final[Mapping[str, tuple[Both, Both]]] = {
    "points-3-5-7-10": (
        Both("Баллы 3-5-7-10", "Points 3-5-7-10"),
        Both(
            "С каждым уровнем возвращается больше; баллами — до половины счёта.",
            "More comes back at each level; points pay up to half of a bill.",
        ),
    ),
    "cashback": (
        Both("Кешбэк 5 %", "Cashback 5%"),
        Both("Одна доля для всех, показана деньгами.", "One share for everybody, shown as money."),
    ),
    "growing-discount": (
        Both("Растущая скидка", "Growing discount"),
        Both("Скидка растёт с потраченной суммой, без баллов.", "The discount grows with what was spent; no points."),
    ),
    "family": (
        Both("Семейная", "Family"),
        Both("Общий счёт и общий уровень семьи.", "One balance and one level for a family."),
    ),
    "laboratory": (
        Both("Лаборатория", "Laboratory"),
        Both("Скидки на анализы, для которых баллы не нужны.", "Discounts for tests, without points."),
    ),
    "dentistry": (
        Both("Стоматология", "Dentistry"),
        Both("Профилактика выгоднее, подарок — гигиена.", "Prevention pays more, the gift is oral hygiene."),
    ),
    "live": (
        Both("С действующей программы", "The program in force"),
        Both("Всё как сейчас: поменяйте то, что хотите изменить.", "All as it is now: change what you want to change."),
    ),
    "file": (
        Both("Из файла TOML", "From a TOML file"),
        Both("Программа, записанная раньше или присланная вам.", "A program kept earlier or sent to you."),
    ),
    "empty": (
        Both("С чистого листа", "From nothing"),
        Both("На каждый вопрос отвечаете вы.", "Every question is yours to answer."),
    ),
}
