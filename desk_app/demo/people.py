"""Invent the patients of the demo clinic: names, families, cards, consents, friends who brought friends."""

from __future__ import annotations

import random
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from desk_app.demo.tables import Weighed, comfort_notes, names
from desk_app.domain.card_numbers import card_number
from desk_app.domain.days import age_on

#: How long the demo clinic has been open, in days.
PAST: Final = 730
#: No operator holds this code, so no invented patient can be rung up.
_PHONE_CODE: Final = "+7975"
_LATIN: Final = str.maketrans(
    {
        **dict(zip("абвгдеёзийклмнопрстуфыэ", "abvgdeeziyklmnoprstufye", strict=True)),
        "ж": "zh",
        "х": "kh",
        "ц": "ts",
        "ч": "ch",
        "ш": "sh",
        "щ": "sch",
        "ъ": "",
        "ь": "",
        "ю": "yu",
        "я": "ya",
    }
)


@dataclass(frozen=True, slots=True)
class DemoConsent:
    """Given or stopped on a day; `kind` is program, data or messages, the latter by `channel`."""

    kind: str
    channel: str
    given: bool
    day: date


@dataclass(frozen=True, slots=True)
class DemoPatient:
    """One invented person. `joined` is None for a patient who never joined; `phone` is E.164 or empty."""

    id: str
    surname: str
    given: str
    patronymic: str
    sex: str
    birth_date: date
    phone: str
    email: str
    contract: str
    language: str
    card: str
    joined: date | None
    consents: tuple[DemoConsent, ...] = ()
    groups: tuple[tuple[str, date], ...] = ()
    family: str = ""
    referred_by: str = ""
    double_of: str = ""
    notes: str = ""
    contact_confirmed: date | None = None

    @property
    def full_name(self) -> str:
        """Surname, given name, patronymic."""
        return " ".join(part for part in (self.surname, self.given, self.patronymic) if part)


def invent_patients(today: date, seed: int = 1, count: int = 3000) -> tuple[DemoPatient, ...]:
    """`count` patients who came to the clinic in the two years before `today`; the same for the same arguments."""
    chance = random.Random(f"people {seed} {today.isoformat()} {count}")
    keys = iter(chance.sample(range(10_000_000), count))
    cards = iter(chance.sample(range(10**9), count))
    people: list[DemoPatient] = []
    while len(people) < count:
        kin = _household(chance, today, f"f-{len(people):04d}") if chance.random() < 0.06 else [_single(chance, today)]
        came = today - timedelta(days=chance.randint(1, PAST))
        for person in kin[: count - len(people)]:
            people.append(_known(chance, person, today, came, len(people) + 1, next(keys), next(cards)))
    return tuple(_befriended(chance, _with_twins_of_name(chance, people)))


def _single(chance: random.Random, today: date) -> DemoPatient:
    if chance.random() < 0.025:
        return _foreigner(chance, today)
    sex = "f" if chance.random() < 0.62 else "m"
    born = _birth_date(chance, today, *chance.choices(((1, 17), (18, 34), (35, 59), (60, 88)), (14, 22, 40, 24))[0])
    return _person(sex, _surname(chance, sex), _given(chance, sex, born), _patronymic(chance, sex), born)


def _foreigner(chance: random.Random, today: date) -> DemoPatient:
    sex = chance.choice("mf")
    surname, given = (_drawn(chance, names()[f"foreign_{kind}"], sex) for kind in ("surname", "given"))
    return replace(_person(sex, surname, given, "", _birth_date(chance, today, 20, 60)), language="en")


def _household(chance: random.Random, today: date, family: str) -> list[DemoPatient]:
    """Two parents and one to three children who bear the father's name."""
    surnames = names()["surname"]
    surname = chance.choices(range(len(surnames.male)), cum_weights=surnames.reach)[0]
    fathers = [name for name in names()["given middle"].male if name in names()["patronymic"].fathers]
    father = chance.choice(fathers)
    parents = [
        _person("m", surnames.male[surname], father, _patronymic(chance, "m"), _birth_date(chance, today, 30, 52)),
        _person("f", surnames.female[surname], "", _patronymic(chance, "f"), _birth_date(chance, today, 28, 50)),
    ]
    parents[1] = replace(parents[1], given=_given(chance, "f", parents[1].birth_date))
    children = []
    for _ in range(chance.choices((1, 2, 3), (4, 4, 1))[0]):
        sex, born = chance.choice("mf"), _birth_date(chance, today, 1, 17)
        patronymic = names()["patronymic"].form(names()["patronymic"].fathers[father], sex)
        children.append(_person(sex, surnames.form(surname, sex), _given(chance, sex, born), patronymic, born))
    return [replace(one, family=family) for one in parents + children]


def _person(sex: str, surname: str, given: str, patronymic: str, born: date) -> DemoPatient:
    return DemoPatient("", surname, given, patronymic, sex, born, "", "", "", "ru", "", None)


def _known(
    chance: random.Random, person: DemoPatient, today: date, came: date, number: int, key: int, card: int
) -> DemoPatient:
    """The person as the clinic knows them: contacts, contract, card, consents. Small children have no phone."""
    age = age_on(today, person.birth_date)
    asked = max(came, person.birth_date + timedelta(days=30))
    joined = asked if chance.random() < 0.93 or person.family else None
    phone = f"{_PHONE_CODE}{key:07d}" if age >= 12 and chance.random() < 0.97 else ""
    email = f"{_latin(person.surname)}.{_latin(person.given)[:1]}{number}@example.org" if chance.random() < 0.55 else ""
    english = person.language == "en"
    return replace(
        person,
        id=f"d-{number:05d}",
        phone=phone,
        email=email if age >= 16 else "",
        contract=f"{asked.year % 100:02d}-{number:05d}",
        card=card_number(card) if joined else "",
        joined=joined,
        consents=_consents(chance, joined, bool(phone), bool(email), today) if joined else (),
        groups=(("pensioner", joined),) if joined and age >= 62 and chance.random() < 0.7 else (),
        notes=chance.choice(comfort_notes())[english] if chance.random() < 0.08 else "",
        contact_confirmed=asked + timedelta(days=chance.randint(0, (today - asked).days)) if phone else None,
    )


def _consents(chance: random.Random, joined: date, phone: bool, email: bool, today: date) -> tuple[DemoConsent, ...]:
    given = [DemoConsent("data", "", True, joined), DemoConsent("program", "", True, joined)]
    channels = [channel for channel, there in (("sms", phone), ("call", phone), ("email", email)) if there]
    for channel in channels:
        if chance.random() < 0.62:
            given.append(DemoConsent("messages", channel, True, joined))
            if chance.random() < 0.06 and joined < today - timedelta(days=30):
                stopped = joined + timedelta(days=chance.randint(20, (today - joined).days - 1))
                given.append(DemoConsent("messages", channel, False, stopped))
    return tuple(given)


def _with_twins_of_name(chance: random.Random, people: list[DemoPatient]) -> list[DemoPatient]:
    """Namesakes to be told apart at the desk, and a few people entered twice, once with е for ё."""
    grown = [i for i, one in enumerate(people) if not one.family and one.patronymic and one.sex == "m"]
    chosen = iter(chance.sample(grown, min(len(grown), 20)))
    for surname, given, patronymic, times in (("Иванов", "Иван", "Иванович", 3), ("Смирнов", "Сергей", "Петрович", 2)):
        for place, _ in zip(chosen, range(times), strict=False):
            people[place] = replace(people[place], surname=surname, given=given, patronymic=patronymic, email="")
    with_yo = [one for one in people if "ё" in one.surname and one.joined and not one.family]
    for place, first in zip(chosen, chance.sample(with_yo, min(len(with_yo), 6)), strict=False):
        people[place] = replace(
            people[place],
            surname=first.surname.replace("ё", "е"),
            given=first.given,
            patronymic=first.patronymic.replace("ё", "е"),
            sex=first.sex,
            birth_date=first.birth_date,
            double_of=first.id,
            email="",
            groups=(),
        )
    return people


def _befriended(chance: random.Random, people: list[DemoPatient]) -> list[DemoPatient]:
    """Who brought whom: always somebody who joined earlier, so no circle can close."""
    members = sorted((one for one in people if one.joined), key=lambda one: (one.joined, one.id))
    brought: dict[str, str] = {}
    for place, one in enumerate(members):
        if place > 50 and not one.family and not one.double_of and chance.random() < 0.05:
            friend = members[chance.randrange(place)]
            if friend.joined != one.joined:
                brought[one.id] = friend.id
    return [replace(one, referred_by=brought.get(one.id, "")) for one in people]


def _surname(chance: random.Random, sex: str) -> str:
    table = names()["surname"]
    surname = _drawn(chance, table, sex)
    return f"{surname}-{_drawn(chance, table, sex)}" if chance.random() < 0.012 else surname


def _given(chance: random.Random, sex: str, born: date) -> str:
    era = "old" if born.year < 1962 else "middle" if born.year < 1997 else "young"
    return _drawn(chance, names()[f"given {era}"], sex)


def _patronymic(chance: random.Random, sex: str) -> str:
    return "" if chance.random() < 0.01 else _drawn(chance, names()["patronymic"], sex)


def _drawn(chance: random.Random, table: Weighed, sex: str) -> str:
    return chance.choices(table.male if sex == "m" else table.female, cum_weights=table.reach)[0]


def _birth_date(chance: random.Random, today: date, youngest: int, oldest: int) -> date:
    """A day that makes the person `youngest` to `oldest` years old, now and then 29 February."""
    born = today - timedelta(days=chance.randint(youngest * 366, oldest * 365))
    leap = born.year % 4 == 0 and born.month in (1, 2, 3) and chance.random() < 0.05
    return date(born.year, 2, 29) if leap else born


def _latin(name: str) -> str:
    return "".join(letter for letter in name.lower().translate(_LATIN) if letter.isascii() and letter.isalpha())
