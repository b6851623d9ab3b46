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
        "до уровня {level:level} ещё {missing:missing}",
        "{missing:missing} more to reach {level:level}",
        "до уровня {level:level} осталось {missing:missing}",
        "{missing:missing} more and you reach {level:level}",
    ),
    "level.next/after": Saying(
        "после этого счёта до уровня {level:level} ещё {missing:missing}",
        "after this bill {missing:missing} more to reach {level:level}",
        "после этого счёта до уровня {level:level} осталось {missing:missing}",
        "after this bill {missing:missing} more and you reach {level:level}",
    ),
    "level.next/before": Saying(
        "до этого счёта до уровня {level:level} было ещё {missing:missing}",
        "before this bill it was {missing:missing} more to reach {level:level}",
        "до этого счёта до уровня {level:level} оставалось {missing:missing}",
        "before this bill you needed {missing:missing} more to reach {level:level}",
    ),
    "level.top": Saying(
        "уровень {level:level}, он высший",
        "{level:level} is the highest level",
        "у вас высший уровень — {level:level}",
        "you have the highest level, {level:level}",
    ),
    "level.reached": Saying(
        "с этим счётом достигнут уровень {level:level}",
        "this bill reaches {level:level}",
        "этот счёт <поднимает//поднял> вас до уровня {level:level}",
        "with this bill you <reach//reached> {level:level}",
    ),
    "level.not_member": Saying(
        "пациент не участвует в программе",
        "the patient takes no part in the program",
        "вы пока не участвуете в программе",
        "you have not joined the program yet",
    ),
    "program.closed": Saying(
        "программа закрыта[: новых {unit:many} не начисляем, остаток можно списать]",
        "the program is closed[: no {unit:many} are earned, what is left may still be spent]",
        "программа закончилась[, но остаток {unit:many} ещё можно потратить]",
        "the program has ended[, you may still spend your {unit:many}]",
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
        "скидка {discount:money}",
        "{discount:money} off",
        "ваша скидка {discount:money}",
        "your discount is {discount:money}",
    ),
    "total.rule": Saying("{rule:rule} — {amount:money}", "{rule:rule} {amount:money}"),
    "total.not_asked": Saying(
        "сегодня без списания {unit:many}, доступно {before:units}",
        "no {unit:many} are spent, {before:units} {before:~is|are} there",
        "сегодня <платим//вы заплатили> без {unit:many}, у вас {before:units}",
        "no {unit:many} <are//were> spent today, you have {before:units}",
    ),
    "total.nothing_to_spend": Saying(
        "{unit:many} для списания пока нет",
        "there are no {unit:many} to spend yet",
        "{unit:many} для списания у вас пока нет",
        "you have no {unit:many} to spend yet",
    ),
    "total.earns": Saying(
        "<начисляем {earns:taking}//начислено {earns:units}>",
        "the bill <earns//earned> {earns:units}",
        "<начислим вам {earns:taking}//вам начислено {earns:units}>",
        "you <earn//earned> {earns:units}",
    ),
    "total.earns_nothing": Saying(
        "за этот счёт {unit:many} не начисляем",
        "this bill earns no {unit:many}",
    ),
    "total.usable/days": Saying("потратить можно с {day:date}", "to be spent from {day:date} on"),
    "total.usable/visit": Saying(
        "потратить можно с {visit:number}-го визита",
        "to be spent from visit number {visit:number} on",
    ),
    "total.pays": Saying(
        "<к оплате//оплачено> {pays:money} из {list:money}[, скидка {discount:money}]"
        "[, {unit:many} на {redeemed:money}]",
        "{pays:money} <to pay//paid> of {list:money}[, {discount:money} off][, {redeemed:money} paid with {unit:many}]",
        "<с вас//вы заплатили> {pays:money}[, вы <экономите//сэкономили> {saved:money}]",
        "<that is//you paid> {pays:money}[, you <save//saved> {saved:money}]",
    ),
    "total.pays/list": Saying(
        "<к оплате//оплачено> {pays:money} по прейскуранту",
        "{pays:money} <to pay//paid>, the list price",
        "<с вас//вы заплатили> {pays:money}",
        "<that is//you paid> {pays:money}",
    ),
    "total.other_payers": Saying(
        "{payer:payer}: {amount:money}",
        "{payer:payer}: {amount:money}",
    ),
    "total.balance": Saying(
        "на балансе <будет//стало> {after:units}: было {before:units}[, <списываем {spent:taking}//"
        "списано {spent:units}>][, <начисляем {added:taking}//начислено {added:units}>]",
        "the balance <will be//is> {after:units}: "
        "there {before:~was|were} {before:units}[, {spent:units} spent][, {added:units} earned]",
        "<после оплаты у вас будет//теперь у вас> {after:units}",
        "<after paying//now> you have {after:units}",
    ),
}
