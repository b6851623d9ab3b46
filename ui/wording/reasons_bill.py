"""Levels and the sums of the whole bill."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from ui.wording.saying import Saying

SAYINGS: Final[Mapping[str, Saying]] = {
    "level.is": Saying(
        "уровень {level:level}",
        "the level is {level:level}",
        "ваш уровень — {level:level}",
        "your level is {level:level}",
    ),
    "level.next": Saying(
        "до уровня {level:level} не хватает {missing:missing}",
        "{missing:missing} more to reach {level:level}",
        "до уровня {level:level} осталось {missing:missing}",
        "{missing:missing} more and you reach {level:level}",
    ),
    "level.top": Saying(
        "выше уровня {level:level} нет",
        "{level:level} is the highest level",
        "у вас высший уровень — {level:level}",
        "you have the highest level, {level:level}",
    ),
    "level.reached": Saying(
        "с этим счётом достигнут уровень {level:level}",
        "this bill reaches {level:level}",
        "с этим счётом вы достигли уровня {level:level}",
        "with this bill you reach {level:level}",
    ),
    "level.not_member": Saying(
        "пациент не участвует в программе",
        "the patient takes no part in the program",
        "вы пока не участвуете в программе",
        "you have not joined the program yet",
    ),
    "program.closed": Saying(
        "программа закрыта: начисления нет, накопленное ещё можно потратить",
        "the program is closed: nothing is earned, what is left may still be spent",
        "программа закончилась, накопленное ещё можно потратить",
        "the program has ended, you may still spend what you have",
    ),
    "total.list": Saying(
        "по прейскуранту {list:money}",
        "{list:money} at list price",
    ),
    "total.no_discount": Saying(
        "скидок в этом счёте нет",
        "this bill has no discount",
        "скидок в этом счёте нет",
        "there is no discount on this bill",
    ),
    "total.discount": Saying(
        "скидка {discount:money}: ",
        "{discount:money} off: ",
        "ваша скидка {discount:money}: ",
        "your discount is {discount:money}: ",
    ),
    "total.rule": Saying("{rule:rule} — {amount:money}", "{rule:rule} {amount:money}"),
    "total.not_asked": Saying(
        "списание не просили, доступно {before:units}",
        "nothing was asked to be spent, {before:units} are there",
        "сегодня накопленное не тратим, доступно {before:units}",
        "nothing of yours is spent today, you have {before:units}",
    ),
    "total.nothing_to_spend": Saying(
        "списывать пока нечего",
        "there is nothing to spend yet",
    ),
    "total.earns": Saying(
        "начисляем {earns:units}",
        "the bill earns {earns:units}",
        "начислим вам {earns:units}",
        "you earn {earns:units}",
    ),
    "total.earns_nothing": Saying(
        "начислять по этому счёту нечего",
        "this bill earns nothing",
    ),
    "total.usable/days": Saying("доступно с {day:date}", "usable from {day:date}"),
    "total.usable/visit": Saying(
        "доступно с {visit:number}-го визита",
        "usable from visit number {visit:number} on",
    ),
    "total.pays": Saying(
        "к оплате {pays:money} из {list:money}[, скидка {discount:money}][, накопленным {redeemed:money}]",
        "{pays:money} to pay of {list:money}[, {discount:money} off][, {redeemed:money} paid with units]",
        "с вас {pays:money}[, вы сэкономили {saved:money}]",
        "that is {pays:money}[, you save {saved:money}]",
    ),
    "total.pays/list": Saying(
        "к оплате {pays:money} по прейскуранту",
        "{pays:money} to pay, the list price",
        "с вас {pays:money}",
        "that is {pays:money}",
    ),
    "total.other_payers": Saying(
        "{payer:payer}: {amount:money}",
        "{payer:payer}: {amount:money}",
    ),
    "total.balance": Saying(
        "на балансе будет {after:units}: было {before:units}[, списываем {spent:units}][, начисляем {added:units}]",
        "the balance will be {after:units}: there were {before:units}[, {spent:units} spent][, {added:units} earned]",
        "после оплаты у вас {after:units}",
        "after paying you have {after:units}",
    ),
}
