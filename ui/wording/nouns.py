"""Words that sentences are built of: payers, roundings, days of the week, names of rules; (Russian, English)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

Pair = tuple[str, str]

#: Who pays a line, as the beginning of a sentence.
PAYERS: Final[Mapping[str, Pair]] = {
    "self": ("платит пациент", "paid by the patient"),
    "certificate": ("оплачивается сертификатом", "paid with a certificate"),
    "deposit": ("оплачивается с депозита", "paid from a deposit"),
    "insurer": ("платит страховая компания", "paid by the insurer"),
    "state": ("платит государство", "paid by the state"),
    "employer": ("платит работодатель", "paid by the employer"),
}

#: What gave a discount: its name, "according to it", "with it".
RULES: Final[Mapping[str, Mapping[str, Pair]]] = {
    "level": {
        "name": ("уровень {}", "the level {}"),
        "by": ("по уровню {}", "for the level {}"),
        "with": ("со скидкой уровня {}", "with the level {}"),
    },
    "card": {
        "name": ("карта участника", "the member card"),
        "by": ("по карте участника", "with the member card"),
        "with": ("со скидкой по карте", "with the member card"),
    },
    "group": {
        "name": ("льгота {}", "the privilege {}"),
        "by": ("по льготе {}", "for {}"),
        "with": ("с льготой {}", "with the privilege {}"),
    },
    "promotion": {
        "name": ("акция {}", "the promotion {}"),
        "by": ("по акции {}", "from the promotion {}"),
        "with": ("с акцией {}", "with the promotion {}"),
    },
    "offer": {
        "name": ("личное предложение {}", "the personal offer {}"),
        "by": ("по личному предложению {}", "from the personal offer {}"),
        "with": ("с личным предложением {}", "with the personal offer {}"),
    },
    "reward": {
        "name": ("награда {}", "the reward {}"),
        "by": ("за награду {}", "for the reward {}"),
        "with": ("с наградой {}", "with the reward {}"),
    },
    "manual": {
        "name": ("скидка вручную", "the discount by hand"),
        "by": ("вручную", "by hand"),
        "with": ("со скидкой вручную", "with the discount by hand"),
    },
    "clinic": {
        "name": ("скидка от клиники", "the clinic’s own discount"),
        "by": ("от клиники", "from the clinic"),
        "with": ("со скидкой от клиники", "with the clinic’s own discount"),
    },
}

ROUNDINGS: Final[Mapping[str, Pair]] = {
    "down": ("округлено вниз", "rounded down"),
    "half_up": ("округлено до ближайшего", "rounded to the nearest"),
    "up": ("округлено вверх", "rounded up"),
}
ROUNDED_PER: Final[Mapping[str, Pair]] = {
    "bill": ("по счёту", "over the bill"),
    "category": ("по каждому виду услуг", "for each kind of service"),
    "line": ("по каждой строке", "line by line"),
}
WEEKDAYS: Final[tuple[Pair, ...]] = (
    ("понедельник", "Monday"), ("вторник", "Tuesday"), ("среда", "Wednesday"), ("четверг", "Thursday"),
    ("пятница", "Friday"), ("суббота", "Saturday"), ("воскресенье", "Sunday"),
)  # fmt: skip
VISITS: Final[Pair] = ("визит|визита|визитов", "visit|visits")

# "no discount and no points earned or spent", put together from what a line takes no part in
NO: Final[Pair] = ("нет {}", "{}")
NO_DISCOUNT: Final[Pair] = ("скидки", "no discount")
NO_UNITS: Final[Mapping[str, Pair]] = {
    "": ("", ""),
    "redeem": ("списания {}", "no {} spent"),
    "earn": ("начисления {}", "no {} earned"),
    "redeem+earn": ("списания и начисления {}", "no {} spent or earned"),
}
