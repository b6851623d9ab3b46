"""Which column of a table means what, by its name in Russian or English; shown before anything is brought in."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

_PATIENTS: Final[Mapping[str, tuple[str, ...]]] = {
    "surname": ("фамилия", "surname", "last name", "lastname", "family name"),
    "given": ("имя", "given", "given name", "first name", "firstname", "name first"),
    "patronymic": ("отчество", "patronymic", "middle name", "middlename", "second name"),
    "full_name": ("фио", "ф и о", "фио пациента", "пациент", "имя пациента", "полное имя", "клиент", "full name",
                  "fullname", "patient", "patient name", "name", "client"),
    "birth_date": ("дата рождения", "др", "д р", "рождение", "день рождения", "birth date", "birthdate",
                   "date of birth", "dob", "d o b", "birthday", "birth", "born", "дата рожд", "день рожд"),
    "phone": ("телефон", "телефоны", "тел", "моб", "моб тел", "моб телефон", "контактный телефон", "контакты",
              "мобильный", "мобильный телефон", "сотовый", "сотовый телефон",
              "номер телефона", "домашний телефон", "телефон 1", "телефон 2", "телефон 3", "второй телефон", "phone",
              "phones", "tel", "telephone", "cell", "cell phone", "mobile",
              "phone number", "mobile phone", "home phone", "phone 1", "phone 2", "phone 3"),
    "email": ("почта", "эл почта", "электронная почта", "e mail", "email", "mail", "email address", "e mail address",
              "имейл"),
    "card": ("карта", "номер карты", "карта лояльности", "дисконтная карта", "бонусная карта", "штрихкод",
             "card", "cards", "card number", "card no", "loyalty card", "barcode"),
    "contract": ("договор", "номер договора", "номер амбулаторной карты", "амбулаторная карта", "медкарта",
                 "медицинская карта", "номер медкарты", "ид пациента", "contract", "contract number", "contract no",
                 "chart number", "patient id"),
    "language": ("язык", "language", "lang"),
    "consent_program": ("согласие на программу", "согласие программа", "согласие на участие", "участник программы",
                        "согласие лояльность", "consent program", "program consent", "loyalty consent", "member"),
    "consent_data": ("согласие на обработку", "согласие на обработку данных", "согласие пдн",
                     "согласие на обработку персональных данных", "обработка данных", "consent data", "data consent"),
    "consent_sms": ("согласие на sms", "согласие на смс", "sms", "смс", "рассылка", "согласие на рассылку",
                    "согласие на сообщения", "consent messages", "consent sms", "messages consent", "sms consent"),
    "consent_email": ("согласие на почту", "согласие на email", "согласие на e mail", "рассылка на почту",
                      "consent email", "consent e mail", "email consent"),
    "opening_units": ("баллы", "баланс", "бонусы", "остаток", "остаток баллов", "баланс баллов", "сумма баллов",
                      "начальный остаток", "points", "balance", "units", "opening balance", "bonus"),
    "opening_good_day": ("сгорают", "срок баллов", "баллы до", "дата сгорания", "действуют до", "годны до",
                         "срок действия баллов", "points expire", "expiry", "expiry date", "expires", "lapse date",
                         "lapse", "valid until"),
    "opening_spent": ("потрачено", "сумма покупок", "сумма оплат", "оплачено всего", "накоплено", "накопленная сумма",
                      "всего оплачено", "spent", "spent so far", "total spent", "turnover"),
    "opening_visits": ("визитов", "визиты", "количество визитов", "visits", "visit count"),
}  # fmt: skip

_SERVICES: Final[Mapping[str, tuple[str, ...]]] = {
    "code": ("код", "код услуги", "артикул", "code", "service code", "service"),
    "name": ("название", "наименование", "услуга", "название услуги", "наименование услуги", "name", "service name"),
    "name_en": ("название английское", "наименование английское", "name en", "english name"),
    "category": ("категория", "вид", "группа", "раздел", "category", "kind", "group"),
    "price": ("цена", "стоимость", "тариф", "price", "cost"),
    "minutes": ("длительность", "минут", "минуты", "продолжительность", "duration", "minutes", "length"),
    "floor_price": ("минимальная цена", "минимум", "порог", "не ниже", "floor", "floor price", "minimum price"),
}  # fmt: skip

#: What is imported → field → the names its column may have.
KINDS: Final[Mapping[str, Mapping[str, tuple[str, ...]]]] = {"patients": _PATIENTS, "services": _SERVICES}
#: Fields that may stand in several columns.
_MANY: Final = frozenset({"phone"})


@dataclass(frozen=True, slots=True)
class Columns:
    """Places of fields in a row; `ignored` are names nobody knows, `doubled` names that stand twice."""

    places: Mapping[str, tuple[int, ...]]
    ignored: tuple[str, ...]
    doubled: tuple[str, ...]

    def __contains__(self, field: str) -> bool:
        return field in self.places

    def cell(self, cells: Sequence[str], field: str) -> str:
        """The text of a field in a row, "" where the row or the table has none."""
        places = self.places.get(field)
        return cells[places[0]] if places and places[0] < len(cells) else ""

    def cells(self, cells: Sequence[str], field: str) -> list[str]:
        """All texts of a field that may stand in several columns."""
        return [cells[place] for place in self.places.get(field, ()) if place < len(cells) and cells[place]]


def name_of(title: str) -> str:
    """A column title as it is compared: lower case, ё as е, words only, without № and "номер" signs."""
    plain = title.casefold().replace("ё", "е").replace("№", " номер ")
    return " ".join(re.findall(r"[0-9a-zа-я]+", plain))


def match_columns(kind: str, header: Sequence[str]) -> Columns:
    """Fields of `patients` or `services` found among the titles of a table."""
    known = {name: field for field, names in KINDS[kind].items() for name in names}
    places: dict[str, list[int]] = {}
    ignored, doubled = [], []
    for place, title in enumerate(header):
        field = known.get(name_of(title))
        if field is None:
            if title:
                ignored.append(title)
        elif field in places and field not in _MANY:
            doubled.append(title)
        else:
            places.setdefault(field, []).append(place)
    if "surname" in places and "given" not in places and _is_bare_name(header, places.get("full_name", ())):
        # beside a surname "name" is the given one
        places["given"] = places.pop("full_name")
    return Columns({field: tuple(found) for field, found in places.items()}, tuple(ignored), tuple(doubled))


def _is_bare_name(header: Sequence[str], places: Sequence[int]) -> bool:
    """Whether what was taken for a full name is called by the bare word, which may mean a given name as well."""
    return [name_of(header[place]) for place in places] == ["name"]
