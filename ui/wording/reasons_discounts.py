"""What took money off a line, what limited it, and what was not combined with it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from ui.wording.saying import Saying

SAYINGS: Final[Mapping[str, Saying]] = {
    "discount.percent": Saying(
        "скидка {percent:percent} {rule:by}: {given:money}",
        "{percent:percent} off {rule:by}: {given:money}",
        "ваша скидка {percent:percent} {rule:by} — {given:money}",
        "you get {percent:percent} off {rule:by}, which is {given:money}",
    ),
    "discount.percent/limited": Saying(
        "скидка {percent:percent} {rule:by}: {given:money}",
        "{percent:percent} off {rule:by}: {given:money}",
        "ваша скидка {rule:by} — {given:money}, это меньше {percent:percent}",
        "you get {given:money} off {rule:by}, which is less than {percent:percent}",
    ),
    "discount.amount": Saying(
        "из скидки {amount:money} {rule:by} на эту строку приходится {given:money}",
        "of the {amount:money} off {rule:by} this line gets {given:money}",
        "ваша скидка {rule:by} — {given:money}",
        "you get {given:money} off {rule:by}",
    ),
    "discount.amount/whole": Saying(
        "скидка {given:money} {rule:by}",
        "{given:money} off {rule:by}",
        "ваша скидка {rule:by} — {given:money}",
        "you get {given:money} off {rule:by}",
    ),
    "discount.price": Saying(
        "цена {price:money} вместо {list:money} {rule:by}: скидка {given:money}",
        "{price:money} instead of {list:money} {rule:by}: {given:money} off",
        "для вас {price:money} вместо {list:money} {rule:by}",
        "{price:money} for you instead of {list:money} {rule:by}",
    ),
    "discount.cheapest": Saying(
        "скидка {percent:percent} на самую недорогую услугу {rule:by}: {given:money}",
        "{percent:percent} off the cheapest service {rule:by}: {given:money}",
        "на самую недорогую услугу — скидка {percent:percent} {rule:by}, {given:money}",
        "{percent:percent} off the cheapest service {rule:by}, which is {given:money}",
    ),
    "discount.free": Saying(
        "одна услуга бесплатно {rule:by}: скидка {given:money}",
        "one piece free {rule:by}: {given:money} off",
        "одна такая услуга для вас бесплатно {rule:by}",
        "one of these is free for you {rule:by}",
    ),
    "discount.buy": Saying(
        "бесплатно {pieces:услуга|услуги|услуг} {rule:by} (за {paid:number} оплаченных — {free:number} в подарок): "
        "{given:money}",
        "{pieces:piece|pieces} free {rule:by} ({paid:number} paid, {free:number} free): {given:money} off",
        "в подарок {pieces:услуга|услуги|услуг} {rule:by}",
        "{pieces:piece|pieces} free for you {rule:by}",
    ),
    "discount.capped/category": Saying(
        "предел скидки на {category:category} — {percent:percent}, без него было бы на {lost:money} больше",
        "the ceiling for {category:category} is {percent:percent}, without it {lost:money} more would come off",
        "на {category:category} скидка не больше {percent:percent}",
        "the most for {category:category} is {percent:percent}",
    ),
    "discount.capped/total": Saying(
        "общий предел скидок — {percent:percent}, без него было бы на {lost:money} больше",
        "the ceiling of all discounts is {percent:percent}, without it {lost:money} more would come off",
        "скидка не бывает больше {percent:percent}",
        "the most is {percent:percent}",
    ),
    "discount.capped/floor": Saying(
        "ниже минимальной цены нельзя, без неё скидка была бы на {lost:money} больше",
        "the service has a lowest price, without it {lost:money} more would come off",
        "это минимальная цена услуги",
        "this is the lowest price of the service",
    ),
    "discount.full/category": Saying(
        "больше {limit:money} на {category:category} не снять: предел {percent:percent}",
        "no more than {limit:money} comes off {category:category}: the ceiling is {percent:percent}",
        "на {category:category} скидка не больше {percent:percent}",
        "the most for {category:category} is {percent:percent}",
    ),
    "discount.full/total": Saying(
        "больше {limit:money} с этой строки не снять: общий предел скидок {percent:percent}",
        "no more than {limit:money} comes off this line: the ceiling of all discounts is {percent:percent}",
        "скидка не бывает больше {percent:percent}",
        "the most is {percent:percent}",
    ),
    "discount.full/floor": Saying(
        "больше {limit:money} с этой строки не снять: это минимальная цена услуги",
        "no more than {limit:money} comes off this line: the service has a lowest price",
        "это минимальная цена услуги",
        "this is the lowest price of the service",
    ),
    "discount.max_amount": Saying(
        "{rule:rule} даёт не больше {max:money} на счёт вместо {before:money}",
        "{rule:rule} gives at most {max:money} a bill instead of {before:money}",
        "{rule:rule} даёт не больше {max:money} на счёт",
        "{rule:rule} gives at most {max:money} a bill",
    ),
    "discount.unplaced": Saying(
        "из {amount:money} {rule:by} некуда отнести {unplaced:money}: строки уже на пределе",
        "{unplaced:money} of the {amount:money} {rule:by} found no place: the lines are at their ceilings",
        "из {amount:money} {rule:by} в этом счёте не поместилось {unplaced:money}",
        "{unplaced:money} of the {amount:money} {rule:by} does not fit this bill",
    ),
    "discount.not_combined": Saying(
        "{rule:rule} не суммируется {winner:with}",
        "{rule:rule} is not combined with {winner:rule}",
        "скидки не складываются, действует {winner:rule}",
        "discounts do not add up; {winner:rule} applies",
    ),
    "discount.none": Saying(
        "скидок на эту услугу сейчас нет",
        "no discount applies here now",
        "цена по прейскуранту",
        "at the list price",
    ),
    "exclusive.won": Saying(
        "на весь счёт действует только {rule:rule}: это {amount:money}, а остальные скидки — {other:money}",
        "{rule:rule} stands alone on the whole bill: {amount:money} is more than {other:money} by all other discounts",
        "на весь счёт действует {rule:rule}: так для вас выгоднее",
        "{rule:rule} applies to the whole bill, as it is better for you",
    ),
    "exclusive.lost": Saying(
        "{rule:rule} с другими скидками не действует: это {amount:money}, а остальные — {other:money}",
        "{rule:rule} goes with no other discount: it gives {amount:money}, the others {other:money}",
        "для вас выбраны скидки выгоднее, чем {rule:rule}",
        "you get discounts that are better than {rule:rule}",
    ),
    "reward.claimed": Saying(
        "{pieces:услуга|услуги|услуг} бесплатно {rule:by}, стоимость {cost:units}: скидка {given:money}",
        "{pieces:piece|pieces} free {rule:by} that costs {cost:units}: {given:money} off",
        "одна такая услуга для вас бесплатно {rule:by}, это {cost:units}",
        "one of these is free for you {rule:by}, at {cost:units}",
    ),
    "reward.spent": Saying(
        "{rule:rule} стоит {cost:taking}",
        "{rule:rule} costs {cost:units}",
    ),
}
