"""Findings about discounts, promotions and levels: what does not come out as it is said."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from ui.wording.advice import Advice

_NEVER_WHY: Final = (
    "Пациенты прочтут об акции, придут и ничего не получат.",
    "Patients will read of the promotion, come, and get nothing.",
)
_TAKE_AWAY: Final = ("Убрать акцию", "Take the promotion out")

RULES: Final[Mapping[str, Advice]] = {
    "C09": Advice(
        (
            "{rule:rule}: обещано {said:percent}, а больше {ceiling:percent} не даст общий предел скидок.",
            (
                "{rule:rule}: it says {said:percent}, and the ceiling over all discounts gives no more than "
                "{ceiling:percent}."
            ),
        ),
        (
            "В памятке стоит одно, в счёте другое: пациент решит, что его обсчитали.",
            "The leaflet says one thing and the bill another: the patient will think to have been cheated.",
        ),
        (
            "[На счёте {bill:money} скидка выходит {given:money}.]",
            "[On a bill of {bill:money} the discount comes to {given:money}.]",
        ),
        ("Обещать столько, сколько даётся", "Promise what is given"),
    ),
    "C09/max_per_bill": Advice(
        (
            "Обычный счёт упирается в предел начисления и приносит меньше половины обещанного.",
            "The usual bill meets the ceiling on earning and brings less than half of what is promised.",
        ),
        (
            "В памятке стоит ставка, а начисляется предел: пациент решит, что его обсчитали.",
            "The leaflet says a rate and the ceiling is given: the patient will think to have been cheated.",
        ),
        (
            "Со счёта {bill:money} обещано {promised:units}, а начислится {earns:units}.",
            "A bill of {bill:money} promises {promised:units} and earns {earns:units}.",
        ),
        ("Убрать предел", "Take the ceiling away"),
    ),
    "C11": Advice(
        (
            "{promotion:rule} прерывается: с {first:date} по {last:date} не действует ничего.",
            "{promotion:rule} pauses: from {first:date} to {last:date} nothing holds.",
        ),
        (
            "Кто придёт в эти дни, не поймёт, почему вчера было можно, а сегодня нет.",
            "Who comes on these days will not see why it was so yesterday and is not today.",
        ),
        (
            "Без акции остаётся {days:день|дня|дней}.",
            "{days:day is|days are} left without it.",
        ),
        ("Продлить до следующей", "Let it run until the next one"),
    ),
    "D01": Advice(
        (
            "Из двух скидок даётся не большая, а та, что раньше по списку.",
            "Of two discounts not the better one is given but the one that comes first in the list.",
        ),
        (
            "Тот, кому положено больше, получает меньше, чем сосед без льготы.",
            "Who is entitled to more gets less than a neighbour who is not.",
        ),
        (
            (
                "Уровень {level:level}[ и льгота «{group:group}»][ и {promotion:rule}]: со счёта {bill:money} к оплате "
                "{pays:money}, а с лучшей скидкой было бы {best:money}."
            ),
            (
                "The level {level:level}[ with {group:group}][ with {promotion:rule}]: of a bill of {bill:money}, "
                "{pays:money} are to pay; with the better discount it would be {best:money}."
            ),
        ),
        ("Давать лучшую для пациента", "Give the better for the patient"),
    ),
    "D04": Advice(
        (
            "{promotion:rule} действует один день.",
            "{promotion:rule} holds for a single day.",
        ),
        (
            "В этот день клиника может быть закрыта, а пациенту не до врачей.",
            "The clinic may be closed that day, and the patient has better things to do.",
        ),
        fix=("По три дня до и после", "Three days before and after"),
    ),
    "D07": Advice(
        (
            "{promotion:rule} снимает {percent:percent} цены.",
            "{promotion:rule} takes {percent:percent} off the price.",
        ),
        (
            "В счёте остаются копейки: их не объяснить ни кассе, ни пациенту.",
            "What is left on the bill can be explained neither to the cash register nor to the patient.",
        ),
        (
            "Со счёта {bill:money} к оплате остаётся {pays:money}.",
            "Of a bill of {bill:money}, {pays:money} are left to pay.",
        ),
    ),
    "level.falls": Advice(
        (
            "Уровень {level:level} даёт меньше, чем {below:level} под ним[, на услуги {category:category}].",
            "The level {level:level} gives less than {below:level} below it[, for {category:category}].",
        ),
        (
            "Пациент старался, поднялся выше и потерял.",
            "The patient made an effort, rose, and lost by it.",
        ),
        (
            "Со счёта {bill:money}: {gives:money} вместо {below_gives:money}.",
            "On a bill of {bill:money}: {gives:money} and not {below_gives:money}.",
        ),
    ),
    "level.far": Advice(
        (
            "До уровня {level:level} обычному пациенту не дойти: столько не тратят за {days:день|дня|дней}.",
            "The usual patient never reaches {level:level}: nobody spends so much in {days:day|days}.",
        ),
        (
            "Уровень, которого ни у кого нет, только дразнит.",
            "A level that nobody has is a tease.",
        ),
        (
            "При счёте {bill:money} нужно {visits:визит|визита|визитов}, чтобы дошло до {start:money}.",
            "At {bill:money} a visit it takes {visits:visit|visits} to come to {start:money}.",
        ),
    ),
    "group.nothing": Advice(
        (
            "Льгота «{group:group}» ничего не добавляет к тому, что есть у всех.",
            "{group:group}: they get nothing that everybody does not have.",
        ),
        (
            "Человек достаёт документ и не получает ничего.",
            "Somebody takes out a document and gets nothing for it.",
        ),
    ),
    "level.same": Advice(
        (
            "Уровень {level:level} ничего не добавляет к уровню {below:level}.",
            "The level {level:level} adds nothing to {below:level}.",
        ),
        (
            "Подняться на него — не повод для радости.",
            "There is nothing to be glad of in reaching it.",
        ),
    ),
    "promotion.over": Advice(
        (
            "{promotion:rule} закончилась: последний день {last:date}.",
            "{promotion:rule} is over: its last day was {last:date}.",
        ),
        (
            "Она только мешает читать правила.",
            "It only makes the rules harder to read.",
        ),
        fix=_TAKE_AWAY,
    ),
    "promotion.never/nth_visit": Advice(
        (
            "{promotion:rule} не сработает никогда: визит не может быть и первым, и, например, пятым.",
            "{promotion:rule} never holds: no visit is the first and, say, the fifth at once.",
        ),
        _NEVER_WHY,
        fix=_TAKE_AWAY,
    ),
    "promotion.never/after_services": Advice(
        (
            "{promotion:rule} не сработает никогда: до первого визита не бывает других услуг.",
            "{promotion:rule} never holds: before the first visit there were no other services.",
        ),
        _NEVER_WHY,
        fix=_TAKE_AWAY,
    ),
    "promotion.never/weekdays": Advice(
        (
            "{promotion:rule} не сработает никогда: в её днях нет ни одного из названных дней недели.",
            "{promotion:rule} never holds: none of its weekdays falls on its days.",
        ),
        _NEVER_WHY,
        fix=_TAKE_AWAY,
    ),
    "promotion.never/nothing": Advice(
        (
            "{promotion:rule} ничего не даёт: выгода нулевая или эти услуги в ней не участвуют.",
            "{promotion:rule} gives nothing: the benefit is nought, or these services take no part in it.",
        ),
        _NEVER_WHY,
        fix=_TAKE_AWAY,
    ),
    "promotion.never/level": Advice(
        (
            "{promotion:rule} ничего не меняет: столько же или больше уже даёт первый уровень.",
            "{promotion:rule} changes nothing: the first level gives as much or more already.",
        ),
        _NEVER_WHY,
        (
            "Со счёта {bill:money} к оплате {pays:money}, и без акции {level_pays:money}.",
            "Of a bill of {bill:money}, {pays:money} are to pay, and without the promotion {level_pays:money}.",
        ),
        _TAKE_AWAY,
    ),
}
