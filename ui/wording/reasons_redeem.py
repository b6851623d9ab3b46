"""How many units were spent, what they paid, and what kept them from paying more."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from ui.wording.saying import Saying

SAYINGS: Final[Mapping[str, Saying]] = {
    "redeem.given": Saying(
        "списываем {units:units} — это {money:money}",
        "{units:units} are spent and pay {money:money}",
        "из накопленного оплачиваем {money:money}, это {units:units}",
        "{units:units} from your balance pay {money:money}",
    ),
    "redeem.line": Saying(
        "списываем {units:units} на {money:money}",
        "{units:units} pay {money:money}",
        "из накопленного оплачено {money:money}",
        "{money:money} comes from your balance",
    ),
    "redeem.line/none": Saying(
        "списать здесь нельзя: цена уже на нижнем пределе",
        "nothing can be spent here: the price is at its floor",
        "это наименьшая цена услуги",
        "this is the least price of the service",
    ),
    "redeem.pool": Saying(
        "списать можно до {share:percent} от {base:money}, это не больше {capacity:money}",
        "up to {share:percent} of {base:money} may be paid, at most {capacity:money}",
    ),
    "redeem.pool/own": Saying(
        "на {category:category} списать можно до {share:percent} от {base:money}, это не больше {capacity:money}",
        "for {category:category} up to {share:percent} of {base:money} may be paid, at most {capacity:money}",
    ),
    "redeem.limit/balance": Saying(
        "больше {limit:units} на балансе нет[, {keep:units} должны на нём остаться]",
        "the balance holds no more than {limit:units}[, {keep:units} must stay on it]",
        "больше списать пока нечего",
        "there is no more to spend yet",
    ),
    "redeem.limit/balance/zero": Saying(
        "на балансе нечего списать[, {keep:units} должны на нём остаться]",
        "there is nothing on the balance to spend[, {keep:units} must stay on it]",
        "накопленного пока нет",
        "there is nothing to spend yet",
    ),
    "redeem.limit/share": Saying(
        "больше {limit:units} нельзя: программа оплачивает не больше {share:percent}",
        "no more than {limit:units}: the program pays at most {share:percent}",
        "больше нельзя: накопленным оплачивают не больше {share:percent}",
        "no more is possible: at most {share:percent} is paid this way",
    ),
    "redeem.limit/share/mixed": Saying(
        "больше {limit:units} нельзя: это доля, которую программа разрешает в этом счёте",
        "no more than {limit:units}: this is the share the program allows on this bill",
        "больше по правилам программы нельзя",
        "no more is possible by the rules of the program",
    ),
    "redeem.limit/share/zero": Saying(
        "в этом счёте списывать нечем: нет услуг, которые так оплачивают",
        "nothing on this bill may be paid this way",
        "услуги этого счёта так не оплачивают",
        "the services of this bill are not paid this way",
    ),
    "redeem.limit/family": Saying(
        "с семейного баланса этот участник списывать не может",
        "this member may not spend from the family’s balance",
        "с семейного баланса списывает взрослый участник",
        "an adult member spends from the family’s balance",
    ),
    "redeem.limit/min_balance": Saying(
        "списывать можно, когда на балансе от {min_balance:units}",
        "spending begins at a balance of {min_balance:units}",
        "потратить накопленное можно, когда его станет {min_balance:units}",
        "you can spend them when there are {min_balance:units}",
    ),
    "redeem.limit/max_per_bill": Saying(
        "за один счёт — не больше {limit:units}",
        "at most {limit:units} a bill",
    ),
    "redeem.limit/max_per_day": Saying(
        "за день — не больше {max_per_day:units}, сегодня осталось {limit:units}",
        "at most {max_per_day:units} a day, {limit:units} are left today",
    ),
    "redeem.limit/proof": Saying(
        "без подтверждения владельца — не больше {limit:units}: нужна карта, PIN-код или два признака",
        "no more than {limit:units} without a proof of the holder: the card, the PIN or two matching facts",
        "чтобы списать больше {limit:units}, покажите карту",
        "to spend more than {limit:units}, please show your card",
    ),
    "redeem.limit/multiple_of": Saying(
        "списывают по {multiple_of:units}, поэтому {limit:units}",
        "they are spent by {multiple_of:units}, so {limit:units}",
    ),
    "redeem.none/no_redeem": Saying(
        "в этой программе списания нет",
        "this program has nothing to spend",
    ),
}
