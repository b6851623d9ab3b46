"""Refusals and troubles of training: what happened, and what is kept."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from ui.wording.told import Told

REFUSALS: Final[Mapping[str, Told]] = {
    "pulse.mark": Told(
        "a question of the pulse has no mark from 1 to 5",
        "Поставьте оценку от 1 до 5 на каждый вопрос.",
        "Give a mark from 1 to 5 to every question.",
    ),
    "training.objection": Told(
        "an objection to a version, or its answer, says nothing",
        "Напишите хотя бы несколько слов.",
        "Write a few words at least.",
    ),
    "answers.count": Told(
        "a quiz is marked with more or fewer answers than it has questions",
        "«{found}» — не те ответы: нужны номера от 1 до {most} через запятую, всего {count:ответ|ответа|ответов}.",
        "“{found}” does not fit: give {count:answer|answers}, numbers from 1 to {most}, separated by commas.",
    ),
    "answers.seed": Told(
        "answers to a quiz are given without saying to which",
        "Ответы на какие вопросы? Добавьте --seed, который назван под вопросами.",
        "Answers to which questions? Add the --seed that is told below them.",
    ),
    "lesson.unknown": Told(
        "there is no lesson of that code",
        "Урока «{found}» нет. Есть: {allowed}.",
        "There is no lesson “{found}”. There are: {allowed}.",
    ),
    "lesson.unfit": Told(
        "the program, or the price list, does not have what a lesson needs; nothing was set up",
        "Урок «{lesson}» здесь не подходит[: {why}]. Ничего не подготовлено.",
        "The lesson “{lesson}” does not apply here[: {why}]. Nothing was set up.",
    ),
    "lesson.stage": Told(
        "the lesson under way in a practice folder cannot be read",
        "Начатый урок не читается: начните его заново.",
        "The lesson under way cannot be read: begin it anew.",
    ),
    "lesson.not_begun": Told(
        "no lesson, or another one, was begun in the practice folder",
        "Урок «{lesson}» здесь не начат: начните его (--begin).",
        "The lesson “{lesson}” was not begun here: begin it (--begin).",
    ),
}

TROUBLES: Final[Mapping[str, Told]] = {
    "practice.folder": Told(
        "the folder of a practice desk holds something else; it was left as it is",
        "В папке «{folder}» лежит другое, и там ничего не тронуто. Выберите пустую папку.",
        "The folder “{folder}” holds something else, and nothing there was touched. Choose an empty one.",
    ),
    "training.folder": Told(
        "the folder of the training records may not be written to, or its disk is full",
        "Результат обучения не записан: в папку «{folder}» нельзя записать. Работа за стойкой от этого не зависит; "
        "проверьте папку и повторите.",
        "The result of the training was not stored: “{folder}” cannot be written to. Work at the desk does not depend "
        "on it; check the folder and try again.",
    ),
    "training.broken": Told(
        "this desk's file of training records cannot be read",
        "Файл обучения «{file}» не читается, и новое в него не записано. Уберите его в сторону: будет начат новый.",
        "The training file “{file}” cannot be read, and nothing was added to it. Put it aside: a new one is begun.",
    ),
}
