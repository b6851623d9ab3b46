"""Invents the people of a lesson: names nobody at the practice desk has, birth dates, phones, cards."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from typing import Final

from desk_app.demo.tables import Weighed, names
from desk_app.domain.card_numbers import card_number
from desk_app.domain.lookup_keys import name_key, other_layout
from desk_app.training.lessons.lesson import LONG, Lesson, Person

#: No operator holds this code, so nobody can be rung up.
_PHONE_CODE: Final = "+7975"
_MIDDLE_AGED, _OLD = 30, 55
#: A surname that only women bear, in a table that has one form for all.
_WOMENS_ALONE: Final = "ska"


@dataclass(frozen=True, slots=True)
class Invented:
    """A person of a story with a name; `card` is a number nobody has."""

    surname: str
    given: str
    patronymic: str
    born: date
    phone: str
    card: str

    @property
    def full_name(self) -> str:
        """Surname, given name, patronymic."""
        return " ".join(part for part in (self.surname, self.given, self.patronymic) if part)


def invent(
    lesson: Lesson, today: date, chance: Random, language: str, taken: frozenset[str]
) -> dict[str, Invented]:  # fmt: skip
    """The people of a lesson by code. `taken` are the keys of surnames that somebody at the desk bears already."""
    found: dict[str, Invented] = {}
    surnames: dict[str, int] = {}
    kind = "foreign_surname" if language == "en" else "surname"
    for person in lesson.people:
        other = found.get(person.namesake)
        if person.kin in surnames:
            surnames[person.code] = surnames[person.kin]
        else:
            used = taken | {name_key(one.surname) for one in found.values()}
            surnames[person.code] = _surname(chance, names()[kind], used, language)
        one = _one(person, names()[kind].form(surnames[person.code], person.sex), today, chance, language)
        if other is not None:
            one = Invented(other.surname, other.given, other.patronymic, one.born, one.phone, one.card)
        found[person.code] = one
    return found


def _surname(chance: Random, table: Weighed, used: frozenset[str] | set[str], language: str) -> int:
    """The place of a surname that is typed with letters alone in either layout, and that nobody else has."""
    plain = [place for place in range(len(table.male))
             if _typed_plainly(table.male[place] + table.female[place], language)]  # fmt: skip
    free = [place for place in plain
            if name_key(table.male[place]) not in used and name_key(table.female[place]) not in used]  # fmt: skip
    return chance.choice(free or plain)


def _typed_plainly(name: str, language: str) -> bool:
    """Letters alone in either layout, without the one some leave out and accents no keyboard has; for both sexes."""
    if not (name.isalpha() and other_layout(name).isalpha()):
        return False
    return name.isascii() and not name.endswith(_WOMENS_ALONE) if language == "en" else "ё" not in name.lower()


def _one(person: Person, surname: str, today: date, chance: Random, language: str) -> Invented:
    age = chance.randint(*person.age)
    # a birthday before she joined, and not soon: neither units nor a promotion of it come into the story
    born = today - timedelta(days=age * 365 + age // 4 + chance.randint(LONG + 10, 340))
    given, patronymic = _given(person.sex, age, chance, language)
    phone = f"{_PHONE_CODE}{chance.randrange(10**7):07d}"
    return Invented(surname, given, patronymic, born, phone, card_number(chance.randrange(10**9)))


def _given(sex: str, age: int, chance: Random, language: str) -> tuple[str, str]:
    tables: Mapping[str, Weighed] = names()
    if language == "en":
        table = tables["foreign_given"]
        return table.form(chance.randrange(len(table.male)), sex), ""
    era = "young" if age < _MIDDLE_AGED else "middle" if age < _OLD else "old"
    table, fathers = tables[f"given {era}"], tables["patronymic"]
    short = [place for place in range(len(table.male)) if table.form(place, sex).isalpha()]
    return table.form(chance.choice(short), sex), fathers.form(chance.randrange(len(fathers.male)), sex)


__all__ = ["Invented", "invent"]
