"""What keeps a program document from being valid: rules that would be unfair, unlawful or without meaning."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from ui.wording.told import Told

REFUSALS: Final[Mapping[str, Told]] = {
    "format.newer": Told(
        "a program document was written by a newer version of the app",
        "Эту программу записала более новая Tessera[ (формат {found}, а здесь {allowed})]; обновите приложение.",
        "A newer Tessera wrote this program[ (format {found}, this one reads {allowed})]; update the app.",
    ),
    "promotion.effect": Told(
        "not exactly one known effect",
        "У акции должно быть ровно одно действие[: {allowed:allowed}].",
        "A promotion has exactly one effect[: {allowed:allowed}].",
    ),
    "promotion.indicated": Told(
        "a promotion names a category with `indicated_only`",
        "[«{found}»: ]услуги по показаниям не бывают целью акции; уберите их из неё.",
        "[“{found}”: ]services given when they are needed are no promotion’s target; take them out of it.",
    ),
    "payers.forbidden": Told(
        "a document lists a payer other than self, certificate, deposit",
        "За «{found}» программа не действует никогда; можно: {allowed:allowed}.",
        "“{found}” never takes part in a program; allowed: {allowed:allowed}.",
    ),
    "levels.order": Told(
        "`from` does not rise, or the first level does not begin at 0",
        "Порог[ {found}] не больше предыдущего; пороги растут, первый — 0.",
        "The threshold[ {found}] is not above the one before; thresholds rise, the first is 0.",
    ),
    "unit.worth": Told(
        "the smallest unit is no whole number of minor units of money",
        "Наименьшая доля единицы должна стоить целое число копеек; измените цену или точность.",
        "The smallest part of a unit must be worth whole minor units; change its value or precision.",
    ),
    "earn.percent_without_value": Told(
        "a percent rate and a unit of value 0",
        "Процент[ {found}] нечем начислять: единица ничего не стоит; задайте единицы за сумму.",
        "A percent[ {found}] of units that are worth nothing; give units per sum instead.",
    ),
    "redeem.without_value": Told(
        "`[redeem]` with a unit of value 0",
        "Единицей, которая ничего не стоит, платить нельзя; уберите раздел redeem.",
        "A unit that is worth nothing cannot pay; leave the table redeem out.",
    ),
    "expiry.starts_visit": Told(
        '`starts = "usable"` with `usable = "visit N"`',
        'Срок нельзя считать с визита, которого ещё не было; укажите starts = "receipt".',
        'A period cannot begin with a visit that has not been; write starts = "receipt".',
    ),
    "reward.effect": Told(
        "a reward without exactly one of service, amount, percent",
        "У награды должно быть ровно одно: услуга, сумма или процент.",
        "A reward has exactly one of service, amount, percent.",
    ),
    "program.other": Told(
        "a document of another program is published on a desk that has one",
        "Здесь действует программа «{allowed}», а в документе — «{found}»; сохраните код программы или заведите "
        "другое рабочее место.",
        "The program here is “{allowed}”, the document is of “{found}”; keep the code, or make another desk for it.",
    ),
    "program.currency": Told(
        "a new version is in another currency than the program",
        "Программа ведётся в валюте {allowed}, а новая редакция — в {found}; оставьте {allowed}.",
        "The program is kept in {allowed}, the new version is in {found}; leave it in {allowed}.",
    ),
    "C01": Told(
        "a published example that the engine prices otherwise",
        "В примере обещано {found}, а по программе выходит {allowed}; исправьте пример.",
        "The example promises {found}, the program gives {allowed}; put the example right.",
    ),
}
