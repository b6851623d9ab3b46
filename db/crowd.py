"""A crowd of invented patients for measuring: as many namesakes, rare surnames and shared phones as a city has."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import accumulate

from db.bulk import Newcomer

_SURNAMES = (
    "Иванов Смирнов Кузнецов Попов Васильев Петров Соколов Михайлов Новиков Фёдоров Морозов Волков Алексеев Лебедев "
    "Семёнов Егоров Павлов Козлов Степанов Николаев Орлов Андреев Макаров Никитин Захаров Зайцев Соловьёв Борисов "
    "Яковлев Григорьев Романов Воробьёв Сергеев Кузьмин Фролов Александров Дмитриев Королёв Гусев Киселёв Ильин "
    "Максимов Поляков Сорокин Виноградов Ковалёв Белов Медведев Антонов Тарасов Жуков Баранов Филиппов Комаров Давыдов "
    "Беляев Герасимов Богданов Осипов Сидоров Матвеев Титов Марков Миронов Крылов Куликов Карпов Власов Мельников "
    "Денисов Гаврилов Тихонов Казаков Афанасьев Данилов Савельев Тимофеев Фомин Чернов Абрамов Мартынов Ефимов Федотов "
    "Щербаков Назаров Калинин Исаев Чернышёв Быков Маслов Родионов Коновалов Лазарев Воронин Климов Филатов Пономарёв "
    "Голубев Кудрявцев Прохоров Наумов Потапов Журавлёв Овчинников Трофимов Леонов Соболев Ермаков Колесников Гончаров"
)
_MEN = (
    "Александр Сергей Дмитрий Андрей Алексей Максим Евгений Иван Михаил Владимир Николай Артём Илья Никита Павел "
    "Константин Антон Роман Денис Кирилл Юрий Олег Виктор Игорь Егор Матвей Тимофей Марк Лев Фёдор"
)
_WOMEN = (
    "Мария Анна Елена Ольга Наталья Екатерина Татьяна Ирина Светлана Анастасия Юлия Марина Дарья Людмила Виктория "
    "Галина Валентина Алина Вера Надежда Полина Ксения Лариса Софья Маргарита Зоя Лидия Тамара Евгения Кира"
)
_FATHERS = (
    "Александров Сергеев Владимиров Николаев Иванов Анатольев Викторов Михайлов Андреев Алексеев Дмитриев Юрьев "
    "Петров Васильев Евгеньев Олегов Павлов Борисов Игорев Валерьев Фёдоров Степанов Максимов Романов"
)
_SYLLABLES = (
    "ба бо бу ва ве ги го гра да де дро жа жи за зу ка ке ко кра ку ла ле ли ло ма ме ми мо на не но па пе по пра ра "
    "ре ри ро ру са се си со ста та те ти то тру фа фе хо ца че чу ша ше ше ща ю я"
)
_ENDINGS = "ов ев ин енко ский ук ян швили ович ых"
_surnames, _men, _women, _fathers, _syllables, _endings = (
    text.split(" ") for text in (_SURNAMES, _MEN, _WOMEN, _FATHERS, _SYLLABLES, _ENDINGS)
)
#: How many surnames there are besides the common ones, and how many of us bear one of them.
_RARE, _RARE_SHARE = 120_000, 0.45
_FIRST_BIRTH = date(1935, 1, 1)
_BIRTH_DAYS = 32_000


def crowd(count: int, seed: int = 7) -> Iterator[Newcomer]:
    """So many patients, the same for the same seed: two thirds are members with a card, one in eight has two phones."""
    dice = random.Random(seed)
    rare = [_rare_surname(dice) for _ in range(_RARE)]
    weights = list(accumulate(1 / (place + 4) for place in range(len(_surnames))))
    for number in range(count):
        woman = dice.random() < 0.58
        common = dice.random() > _RARE_SHARE
        surname = dice.choices(_surnames, cum_weights=weights)[0] if common else rare[int(dice.random() ** 2 * _RARE)]
        if woman and surname.endswith(("ов", "ев", "ёв", "ин")):
            surname += "а"
        elif woman and surname.endswith("ский"):
            surname = surname[:-2] + "ая"
        given = dice.choice(_women if woman else _men)
        patronymic = dice.choice(_fathers) + ("на" if woman else "ич")
        birth = (_FIRST_BIRTH + timedelta(days=dice.randrange(_BIRTH_DAYS))).isoformat()
        phones = [f"+79{dice.randrange(10**9):09d}" for _ in range(2 if number % 8 == 0 else 1)]
        card = f"29{number:010d}" if number % 3 else ""
        contract = f"Д-{number}/{20 + number % 7}" if number % 5 == 0 else ""
        who = f"018f0000-0000-7000-8000-{number:012x}"
        yield Newcomer(who, surname, given, patronymic, birth, tuple(phones), card, contract)


def _rare_surname(dice: random.Random) -> str:
    stem = "".join(dice.choice(_syllables) for _ in range(dice.choice((2, 2, 3, 3, 4))))
    return (stem + dice.choice("бвгдзклмнрст") + dice.choice(_endings)).capitalize()
