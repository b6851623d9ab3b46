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
}

TROUBLES: Final[Mapping[str, Told]] = {
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
