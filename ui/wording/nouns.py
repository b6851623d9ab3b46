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
        "by": ("по награде {}", "for the reward {}"),
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
#: What is known of the organizer of a program.
ORGANIZER: Final[Mapping[str, Pair]] = {
    "name": ("название организатора", "the organizer’s name"),
    "tax_id": ("ИНН или ОГРН", "the tax or registration number"),
    "licence": ("лицензия", "the licence"),
    "address": ("адрес", "the address"),
    "rules_url": ("адрес правил в интернете", "the web address of the rules"),
}
#: Forms of a span of time: Russian after "за", Russian after "после", English.
PERIODS: Final[Mapping[str, tuple[str, str, str]]] = {
    "days": ("день|дня|дней", "дня|дней|дней", "day|days"),
    "months": ("месяц|месяца|месяцев", "месяца|месяцев|месяцев", "month|months"),
    "years": ("год|года|лет", "года|лет|лет", "year|years"),
}
YES_OR_NO: Final[tuple[Pair, Pair]] = (("да", "yes"), ("нет", "no"))
VISITS: Final[Pair] = ("визит|визита|визитов", "visit|visits")

#: "no discount, no points spent or earned": what a line takes no part in.
NOTHING: Final[Mapping[str, Pair]] = {
    "discounts": ("без скидки", "no discount"),
    "redeem": ("без списания {}", "no {} spent"),
    "earn": ("без начисления {}", "no {} earned"),
    "redeem+earn": ("без списания и начисления {}", "no {} spent or earned"),
    "discounts+redeem": ("без скидки и списания {}", "no discount, no {} spent"),
    "discounts+earn": ("без скидки и начисления {}", "no discount, no {} earned"),
    "discounts+redeem+earn": ("без скидки и {}", "no discount, no {} spent or earned"),
}
