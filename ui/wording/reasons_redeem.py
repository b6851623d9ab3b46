"""How many units were spent, what they paid, and what kept them from paying more."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from ui.wording.saying import Saying

SAYINGS: Final[Mapping[str, Saying]] = {
    "redeem.given": Saying(
        "<списываем {units:taking}//списано {units:units}> — это {money:money}",
        "{units:units} <are spent and pay//were spent and paid> {money:money}",
        "<спишем у вас {units:taking}//у вас списано {units:units}> — это {money:money}",
        "{units:units} from your balance <pay//paid> {money:money}",
    ),
    "redeem.line": Saying(
        "<списываем {units:taking}//списано {units:units}>, это {money:money}",
        "{units:units} {units:~pays|pay} {money:money}",
        "{units:units} {units:~оплачивает|оплачивают|оплачивают} {money:money}",
        "{units:units} {units:~pays|pay} {money:money}",
    ),
    "redeem.line/part": Saying(
        "из {unit:many} <оплачиваем//оплачено> {money:money}",
        "{money:money} <is//was> paid with {unit:many}",
        "из {unit:many} <оплатим//оплачено> {money:money}",
        "{money:money} <is//was> paid with {unit:many}",
    ),
    "redeem.line/none": Saying(
        "списать здесь нельзя: цена уже минимальная",
        "nothing can be spent here: the price is at its floor",
        "это минимальная цена услуги",
        "this is the lowest price of the service",
    ),
    "redeem.pool": Saying(
        "списать можно на сумму до {capacity:money}: это {share:percent} от {base:money}",
        "up to {capacity:money} may be paid this way: {share:percent} of {base:money}",
    ),
    "redeem.pool/own": Saying(
        "за вид услуг {category:category} списать можно на сумму до {capacity:money}: "
        "это {share:percent} от {base:money}",
        "for {category:category} up to {capacity:money} may be paid this way: {share:percent} of {base:money}",
    ),
    "redeem.limit/balance": Saying(
        "больше {limit:of} не списать: столько доступно[, а {keep:of} трогать нельзя]",
        "no more than {limit:units}: that is all there is[, {keep:units} must stay on the balance]",
        "больше {unit:many} для списания пока нет",
        "there are no more {unit:many} to spend yet",
    ),
    "redeem.limit/balance/zero": Saying(
        "списывать нечего[: на балансе должно остаться {keep:units}]",
        "there is nothing on the balance to spend[, {keep:units} must stay on it]",
        "{unit:many} для списания у вас пока нет",
        "you have no {unit:many} to spend yet",
    ),
    "redeem.limit/share": Saying(
        "больше {limit:of} нельзя: списание оплачивает не больше {share:percent}",
        "no more than {limit:units}: at most {share:percent} may be paid this way",
        "больше нельзя: списанием {unit:many} оплачивают не больше {share:percent}",
        "no more is possible: at most {share:percent} is paid with {unit:many}",
    ),
    "redeem.limit/share/mixed": Saying(
        "больше {limit:of} нельзя: такую долю программа разрешает в этом счёте",
        "no more than {limit:units}: this is the share the program allows on this bill",
        "больше по правилам программы нельзя",
        "the rules of the program allow no more",
    ),
    "redeem.limit/share/zero": Saying(
        "в этом счёте нет услуг, которые оплачивают списанием {unit:many}",
        "nothing on this bill may be paid with {unit:many}",
        "услуги этого счёта списанием {unit:many} не оплачивают",
        "the services of this bill are not paid with {unit:many}",
    ),
    "redeem.limit/family": Saying(
        "с семейного счёта этот участник списывать не может",
        "this member may not spend from the family account",
        "с семейного счёта списывает взрослый участник",
        "an adult member spends from the family account",
    ),
    "redeem.limit/min_balance": Saying(
        "списывать можно, когда на балансе от {min_balance:of}",
        "spending begins at a balance of {min_balance:units}",
        "тратить можно, когда на балансе от {min_balance:of}",
        "you can spend once you have {min_balance:units}",
    ),
    "redeem.limit/max_per_bill": Saying(
        "за один счёт — не больше {limit:of}",
        "at most {limit:units} a bill",
    ),
    "redeem.limit/max_per_day": Saying(
        "за день — не больше {max_per_day:of}, сегодня осталось {limit:units}",
        "at most {max_per_day:units} a day, {limit:units} {limit:~is|are} left today",
    ),
    "redeem.limit/offline": Saying(
        "<сейчас без связи можно списать до {limit:of}: остальные не пропадут"
        "//без связи списано не больше {limit:of}: остальные не пропали>",
        "<without network up to {limit:units} may be spent now: the rest is not lost"
        "//without network no more than {limit:units} were spent: the rest is not lost>",
        "<сейчас без связи можно потратить до {limit:of}: остальные не пропадут"
        "//без связи можно было потратить до {limit:of}: остальные не пропали>",
        "<without network you may spend up to {limit:units} now: the rest is not lost"
        "//without network you could spend up to {limit:units}: the rest is not lost>",
    ),
    "redeem.limit/offline/zero": Saying(
        "<сейчас без связи списать больше нельзя//без связи списать было нельзя>: всё остаётся на балансе",
        "without network nothing more <may//could> be spent: everything stays on the balance",
        "<сейчас без связи потратить больше нельзя//без связи потратить было нельзя>: всё остаётся на балансе",
        "without network nothing more <may//could> be spent: everything stays on your balance",
    ),
    "redeem.limit/proof": Saying(
        "без подтверждения владельца — не больше {limit:of}: нужна карта, ПИН-код или два ответа о себе",
        "no more than {limit:units} without a proof of the holder: the card, the PIN or two answers",
        "чтобы списать больше {limit:of}, покажите, пожалуйста, карту",
        "to spend more than {limit:units}, please show your card",
    ),
    "redeem.limit/multiple_of": Saying(
        "списываем порциями по {multiple_of:taking}, поэтому {limit:units}",
        "spent in steps of {multiple_of:units}, so {limit:units}",
    ),
    "redeem.limit/multiple_of/zero": Saying(
        "списываем порциями по {multiple_of:taking}, а столько здесь не набирается",
        "spent in steps of {multiple_of:units}, and there is no full step here",
    ),
    "redeem.none/no_redeem": Saying(
        "в этой программе списания нет",
        "this program has nothing to spend",
    ),
}
