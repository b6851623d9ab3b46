"""Why a line takes no part in a step; `step` may name several at once ("discounts+earn")."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from ui.wording.saying import Saying

SAYINGS: Final[Mapping[str, Saying]] = {
    "line.payer": Saying(
        "{payer:payer}, поэтому {step:nothing}",
        "{payer:payer}, so {step:nothing}",
    ),
    "line.category": Saying(
        "вид услуг {category:category} — {step:nothing}",
        "{step:nothing} for {category:category}",
    ),
    "line.excluded": Saying(
        "по правилам программы эта услуга — {step:nothing}",
        "by the rules of the program {step:nothing} for this service",
    ),
    "line.on_promo": Saying(
        "цена уже снижена, других скидок к ней нет",
        "already at a sale price, so no further discount",
    ),
    "line.no_discount": Saying(
        "в счёте отмечено: на эту строку скидки не дают",
        "marked in the bill as a line without discounts",
        "на эту услугу скидки не действуют",
        "discounts do not apply to this service",
    ),
    "line.discounted": Saying(
        "строка уже со скидкой, поэтому {step:nothing}",
        "the line is discounted already, so {step:nothing}",
        "цена уже снижена, поэтому {step:nothing}",
        "the price is already lower, so {step:nothing}",
    ),
}
