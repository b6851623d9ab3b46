"""What the form says of the program itself and of its levels."""

from collections.abc import Mapping
from typing import Final

from ui.wording.program_form.words import FieldWords, says

FIELDS: Final[Mapping[str, FieldWords]] = {
    "name": says(
        ("Название", "Name"),
        ("Так программу называют листовки, карты и сотрудники.", "Leaflets, cards and staff call it so."),
    ),
    "code": says(
        ("Код", "Code"),
        (
            "Короткое имя латиницей для файлов и отчётов; у следующих редакций остаётся тем же.",
            "A short name for files and reports; later versions keep it.",
        ),
    ),
    "currency": says(
        ("Валюта", "Currency"),
        ("Три буквы: RUB, EUR, KZT.", "Three letters: RUB, EUR, KZT."),
    ),
    "timezone": says(
        ("Часовой пояс", "Time zone"),
        (
            "По нему считаются дни и часы правил: Europe/Moscow.",
            "Days and hours of the rules are local to it: Europe/Moscow.",
        ),
    ),
    "unit": says(
        ("Пациенты что-то собирают?", "Do patients collect anything?"),
        (
            "Да — баллы, кешбэк или отметки за визиты; нет — программа одних скидок.",
            "Yes: points, cashback or stamps; no: a program of discounts alone.",
        ),
        (
            "Баллы как деньги — у 53 из 138 программ, в России, Беларуси и на Украине — у 20 из 49.",
            "Points used as money: 53 of 138 programs; in Russia, Belarus and Ukraine 20 of 49.",
        ),
    ),
    "unit.kind": says(
        ("Как это показывать?", "How is it shown?"),
        ("Кешбэк показывается суммой денег, баллы — числом.", "Cashback is shown as money, points as a number."),
        points=("баллы", "points"),
        cashback=("кешбэк", "cashback"),
    ),
    "unit.name": says(
        ("Как это называется?", "What is it called?"),
        (
            "Формы для одного, двух и пяти через черту: балл|балла|баллов.",
            "The forms for one and for many, parted by a bar: point|points.",
        ),
    ),
    "unit.value": says(
        ("Сколько оплачивает один?", "How much does one pay?"),
        (
            "Сколько денег заменяет один балл при оплате; 0 — это отметка, её меняют только на подарки.",
            "How much money one unit replaces; 0 makes it a stamp that buys rewards alone.",
        ),
        (
            "1 балл = 1 рубль у всех русскоязычных программ, которые это говорят.",
            "1 point = 1 of the money in every Russian-speaking program that tells it.",
        ),
    ),
    "unit.precision": says(
        ("Знаков после запятой у балла", "Decimals of a unit"),
        (
            "0 — только целые баллы; у кешбэка — как у валюты.",
            "0: whole units only; cashback has those of the currency.",
        ),
    ),
    "levels.basis": says(
        ("Что поднимает уровень?", "What opens a level?"),
        ("По чему считается, что порог достигнут.", "What is counted up to the threshold."),
        (
            "Из 37 программ с уровнями: сумма за всё время — 20, за календарный год — 3, баллы — 3, визиты — 1.",
            "Of 37 programs with levels: spend over a lifetime 20, of a calendar year 3, points 3, visits 1.",
        ),
        spend=("оплаченная сумма", "what was spent"),
        visits=("число визитов", "visits"),
        units_earned=("начисленные баллы", "units earned"),
    ),
    "levels.window": says(
        ("За какое время считается?", "Over what time is it counted?"),
        (
            "За всё время, за календарный год, или срок: 12 месяцев, 180 дней.",
            "Over the lifetime, the calendar year, or a term: 12 months, 180 days.",
        ),
        (
            "За всё время — 20 программ, календарный год — 3, скользящий срок — 4; 3 из 37 не говорят вовсе.",
            "Lifetime 20 programs, calendar year 3, rolling term 4; 3 of 37 do not tell at all.",
        ),
        lifetime=("за всё время", "lifetime"),
        calendar_year=("за календарный год", "calendar year"),
        since_joining=("со дня вступления", "since joining"),
    ),
    "levels.counts": says(
        ("Какая сумма счёта считается?", "Which sum of a bill counts?"),
        (
            "После скидок и баллов, до баллов, или по прейскуранту.",
            "After discounts and units, before units, or at list price.",
        ),
        ("Почти ни одна из 138 программ этого не говорит.", "Hardly any of 138 programs tells it."),
        paid=("оплаченная деньгами", "paid in money"),
        before_units=("до оплаты баллами", "before units"),
        list_price=("по прейскуранту", "at list price"),
    ),
    "levels.keep": says(
        ("Сколько хранится достигнутый уровень?", "How long is a reached level kept?"),
        (
            "Когда сумма за срок уменьшилась: навсегда, до конца следующего года, или срок вроде 12 месяцев.",
            "When the counted sum falls: forever, through the next year, or a term such as 12 months.",
        ),
        (
            "Понижение описано у 5 программ, остальные о нём молчат.",
            "5 programs tell of losing a level, all others never say.",
        ),
        forever=("навсегда", "forever"),
        next_calendar_year=("до конца следующего года", "through the next year"),
    ),
    "levels.idle_reset": says(
        ("Падает ли уровень без визитов?", "Does a level fall without visits?"),
        (
            "Через сколько времени без визита уровень возвращается к первому.",
            "After how long without a visit the level returns to the first.",
        ),
        (
            "У 5 программ: 60, 90, 180 дней, 12 месяцев, 31 декабря и 6 месяцев без визита.",
            "In 5 programs: 60, 90, 180 days, 12 months, 31 December with 6 idle months.",
        ),
        never=("никогда", "never"),
    ),
    "levels.drop_notice_days": says(
        ("За сколько дней предупредить о понижении?", "How many days before a fall is the desk warned?"),
        (
            "Столько дней вперёд видит касса и список напоминаний.",
            "The desk and the reminders see it so many days ahead.",
        ),
    ),
    "levels.crossing_bill": says(
        ("Какой уровень у счёта, который переходит порог?", "Which level does the crossing bill get?"),
        (
            "Прежний: новый уровень — со следующего счёта; новый: уже этот счёт; по частям: до порога прежний.",
            "The old one: the new level begins with the next bill; the new one: with this; bands: each part its own.",
        ),
        (
            "Прямо сказано лишь у 2 программ из 138: у одной сразу, у другой со следующего визита.",
            "Said outright by 2 of 138 programs: at once in one, from the next visit in the other.",
        ),
        before=("прежний", "the old one"),
        after=("новый", "the new one"),
        bands=("по частям", "in bands"),
    ),
    "levels.owner": says(
        ("Чья сумма поднимает уровень?", "Whose sum opens a level?"),
        ("Своя у каждого пациента или общая у семьи.", "Each patient’s own, or the family’s together."),
        patient=("пациента", "the patient’s"),
        account=("семьи", "the family’s"),
    ),
}
