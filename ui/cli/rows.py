"""What an act gave, as rows for people: a name in their language and a value, nothing that only a program reads."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

#: key of the answer → (English, Russian)
_NAMES: Final[Mapping[str, tuple[str, str]]] = {
    "member": ("member", "участник"),
    "card": ("card", "карта"),
    "day": ("day", "день"),
    "version": ("version of the program", "редакция программы"),
    "usable": ("may be spent", "доступно"),
    "pending": ("pending", "ожидает"),
    "accrued": ("earned in all", "начислено всего"),
    "redeemed": ("spent in all", "списано всего"),
    "lapsed": ("lapsed in all", "сгорело всего"),
    "debt": ("debt", "долг"),
    "overdraft": ("overdraft", "перерасход"),
    "owed": ("to be handed over in money", "к выдаче деньгами"),
    "level": ("level", "уровень"),
    "kept_until": ("level kept until", "уровень сохраняется до"),
    "spent": ("paid for services", "оплачено услуг"),
    "visits": ("visits", "визитов"),
    "list": ("by the price list", "по прейскуранту"),
    "discount": ("discount", "скидка"),
    "redeemed_units": ("spent", "списано"),
    "pays": ("to pay", "к оплате"),
    "earns": ("earned", "начислено"),
    "balance_after": ("balance after it", "баланс после"),
    "level_after": ("level after it", "уровень после"),
    "units": ("given", "начислено"),
    "reward": ("reward", "награда"),
    "offer": ("offer", "предложение"),
    "friend": ("who was brought", "приглашён"),
    "referred_by": ("who brought", "пригласил"),
    "last_good_day": ("last good day", "последний день"),
    "effective_from": ("in force from", "действует с"),
    "money_back": ("money back", "возвращено денег"),
    "units_back": ("back on the balance", "вернулось на баланс"),
    "withdrawn": ("earned, taken back", "отменено начисление"),
    "shortfall": ("earned, already spent", "из него уже потрачено"),
    "withheld": ("withheld from the money", "удержано из возврата"),
}
_REPEATED: Final = (
    "This was done before under the same operation id; nothing was done again.",
    "Это уже сделано под тем же номером операции; повторно ничего не делалось.",
)


def rows(value: Mapping[str, Any], lang: str) -> list[str]:
    """A row for each plain value that has a name; that an act was done before is a sentence."""
    russian = lang == "ru"
    told = [f"{_NAMES[key][russian]}: {one}" for key, one in value.items() if key in _NAMES and one is not None]
    return [*told, *([_REPEATED[russian]] if value.get("repeated") is True else [])]
