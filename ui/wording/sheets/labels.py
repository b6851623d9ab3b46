"""Headings, labels and standing answers of the printed sheets; (Russian, English)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from ui.wording.nouns import Pair
from ui.wording.sheets.card_labels import CARD_LABELS

LABELS: Final[Mapping[str, Pair]] = {
    # every sheet
    "demo": ("ДЕМО", "ДЕМО · DEMO"),
    "draft": ("проект", "draft"),
    "draft.mark": ("ПРОЕКТ", "DRAFT"),
    "foot.version": ("редакция {number}", "version {number}"),
    "link": ("Правила, сроки и порядок — по коду", "Rules, dates and terms: scan the code"),
    # the law's block
    "legal.organizer": ("Организатор: {value}", "Organizer: {value}"),
    "legal.tax_id": ("ИНН {value}", "tax number {value}"),
    "legal.registration_id": ("ОГРН {value}", "registration {value}"),
    "legal.licence": ("лицензия {value}", "licence {value}"),
    "legal.term": ("Действует с {start} без срока окончания.", "In force from {start}, without an end."),
    "legal.term/closed": ("Действует с {start} по {end}.", "In force from {start} to {end}."),
    # leaflet and poster
    "leaflet": ("Листовка о программе", "Leaflet of the program"),
    "poster": ("Плакат программы", "Poster of the program"),
    "title.earn": ("{accent} оплаты возвращаем", "{accent} of what you pay comes back"),
    "title.discount": ("Скидка {accent}", "{accent} off"),
    "title.up_to": ("до {percent}", "up to {percent}"),
    "title.exactly": ("{percent}", "{percent}"),
    "lead": ("{name} — программа для наших пациентов", "{name}: our program for patients"),
    "ahead": ("Действует с {day}", "In force from {day}"),
    "levels.picture": ("Ваши уровни", "Your levels"),
    "gives": ("Что вы получаете", "What you get"),
    "how": ("Как пользоваться", "How to use it"),
    "uses": ("Как потратить", "How to spend"),
    "example": ("Например", "For example"),
    "example.heading": ("Пример", "An example"),
    "example.service": ("Услуги", "Services"),
    "example.discount": ("Скидка", "Discount"),
    "example.units": ("Списываем {units}", "{units} are spent"),
    "example.pays": ("Вы платите", "You pay"),
    "example.pays.insurer": ("Платит страховая компания", "Paid by the insurer"),
    "example.pays.state": ("Платит государство", "Paid by the state"),
    "example.pays.employer": ("Платит работодатель", "Paid by the employer"),
    "example.pays.certificate": ("Оплачивает сертификат", "Paid with a certificate"),
    "example.pays.deposit": ("Оплачивает депозит", "Paid from a deposit"),
    "example.earns": ("Начислим {units}", "You earn {units}"),
    "example.level": ("Со следующего счёта — {level}", "From the next bill on: {level}"),
    "limits": ("Что не участвует и почему", "What takes no part, and why"),
    "lapses": ("Когда сгорает", "When it lapses"),
    "levels": ("Как растёт уровень", "How a level grows"),
    "extras": ("Что ещё есть", "What else there is"),
    "questions": ("Вопросы и ответы", "Questions and answers"),
    "changes": ("Если что-то изменится", "If something changes"),
    "start.spend": ("от {money}", "from {money}"),
    "start.visits": ("с {count}-го визита", "from visit {count}"),
    "start.first": ("с первого визита", "from the first visit"),
    "start.units_earned": ("от {units}", "from {units}"),
    "rung.full": ("{units} за {money}", "{units} per {money}"),
    "rung.per": ("{units} за {money}", "{units} per {money}"),
    "rung.discount": ("скидка {percent}", "{percent} off"),
    "rung.nothing": ("участие", "membership"),
    "step.name": ("Назовите фамилию или покажите карту", "Say your name or show your card"),
    "step.back": ("Оплатите визит — часть вернём в виде {units}", "Pay for your visit: a part comes back as {units}"),
    "step.earn": ("Оплатите визит — начислим вам {units}", "Pay for your visit and earn {units}"),
    "step.spend": ("В следующий раз оплатите ими часть счёта", "Pay a part of the next bill with them"),
    "step.reward": ("Накопите и выберите награду", "Collect them and choose a reward"),
    "step.discount": (
        "Скидку посчитаем сами и покажем в квитанции",
        "The discount is worked out for you, and shown on the slip",
    ),
    "step.grow": ("Следующие визиты приближают следующий уровень", "Each visit brings the next level closer"),
    # what patients ask
    "ask.have": ("Сколько у меня {units}?", "How many {units} do I have?"),
    "ask.have/discount": ("Какая у меня скидка?", "What is my discount?"),
    "ask.use": ("Когда и как их потратить?", "When and how can I spend them?"),
    "ask.lapse": ("Они сгорают?", "Do they lapse?"),
    "ask.card": ("Что, если карты нет с собой?", "What if I have no card with me?"),
    "ask.why_not": ("Почему не на все услуги?", "Why not on every service?"),
    "ask.add_up": ("Скидки складываются?", "Do discounts add up?"),
    "ask.insurer": ("А если платит страховая?", "What if an insurer pays?"),
    "ask.level": ("Как перейти на следующий уровень?", "How do I reach the next level?"),
    "ask.family": ("Можно ли делиться с близкими?", "Can I share with my family?"),
    "ask.return": ("Что будет при возврате?", "What if a service is given back?"),
    "ask.change": ("А если правила изменятся?", "What if the rules change?"),
    "answer.have": (
        "Спросите на стойке в любой день; остаток и сроки стоят и в каждой квитанции.",
        "Ask at the desk on any day; the balance and its dates stand on every slip.",
    ),
    "answer.have/discount": (
        "Уровень и скидку скажут на стойке; они стоят и в каждой квитанции.",
        "The desk tells your level and discount; they stand on every slip.",
    ),
    "answer.card": (
        "Карта не обязательна: найдём вас по фамилии, телефону или дате рождения.",
        "You need no card: we find you by name, phone or birth date.",
    ),
    **CARD_LABELS,
}
