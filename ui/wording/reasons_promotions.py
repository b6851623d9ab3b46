"""Why a promotion does not hold: the condition by name, with what is needed and what there is."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from ui.wording.saying import Saying

# Nothing here agrees in gender: what does not hold may be an акция, a предложение or a награда.
_RU, _EN = "{rule:rule} не действует: ", "{rule:rule} does not hold: "


def _not_held(ru: str, en: str) -> Saying:
    return Saying(_RU + ru, _EN + en, "{rule:rule} сейчас не действует: " + ru, "{rule:rule} does not hold now: " + en)


SAYINGS: Final[Mapping[str, Saying]] = {
    "promotion.not_held/from": _not_held("начало {need:date}", "it begins on {need:date}"),
    "promotion.not_held/to": _not_held("срок закончился {need:date}", "it ended on {need:date}"),
    "promotion.not_held/weekdays": _not_held(
        "только {need:weekdays}, а сегодня {have:weekdays}", "its days are {need:weekdays}, today is {have:weekdays}"
    ),
    "promotion.not_held/hours": _not_held(
        "часы — {need:hours}, а сейчас {have:clock}", "its hours are {need:hours}, now it is {have:clock}"
    ),
    "promotion.not_held/branches": _not_held("только в филиалах: {need}", "it is for the branches {need}"),
    "promotion.not_held/levels": _not_held(
        "только для уровней {need:levels}, а сейчас {have:level}",
        "it is for {need:levels}, the level is {have:level}",
    ),
    "promotion.not_held/first_visit": _not_held(
        "только для первого визита[, а этот — {have:number}-й]",
        "it is for the first visit[, this is number {have:number}]",
    ),
    "promotion.not_held/nth_visit": _not_held(
        "только для каждого {need:number}-го визита[, а этот — {have:number}-й]",
        "it is for every visit number {need:number}[, this is number {have:number}]",
    ),
    "promotion.not_held/birthday": _not_held(
        "только около дня рождения: {need:день|дня|дней} до и {have:день|дня|дней} после",
        "it is near the birthday: {need:day|days} before and {have:day|days} after",
    ),
    "promotion.not_held/after_services": _not_held(
        "только после услуг {need:services}[, не позже чем через {have:день|дня|дней}]",
        "it follows {need:services}[, within {have:day|days}]",
    ),
    "promotion.not_held/uses_per_patient": _not_held(
        "уже применялось {have:раз|раза|раз} из {need:number}", "already used {have:time|times} of {need:number}"
    ),
    "promotion.not_held/uses_per_period": _not_held(
        "за этот срок уже применялось {have:раз|раза|раз} из {need:number}",
        "already used {have:time|times} of {need:number} in this period",
    ),
    "promotion.not_held/uses_total": _not_held(
        "предел применений исчерпан: {need:number}", "all {need:use|uses} are gone"
    ),
    "promotion.not_held/with_services": _not_held(
        "в счёте нужна одна из услуг: {need:services}", "the bill needs one of {need:services}"
    ),
    "promotion.not_held/min_bill": _not_held(
        "только от {need:money}, не хватает {missing:money}", "it begins at {need:money}, {missing:money} more"
    ),
    "promotion.not_held/min_quantity": _not_held(
        "только от {need:услуги|услуг|услуг}, а в счёте {have:number}",
        "it takes {need:piece|pieces}, this bill has {have:number}",
    ),
    "coupon.unknown": Saying(
        "купон «{coupon}» в этом счёте не действует, проверьте код",
        "the coupon “{coupon}” does nothing on this bill, check the code",
        "купон «{coupon}» в этом счёте не действует",
        "the coupon “{coupon}” does nothing on this bill",
    ),
}
