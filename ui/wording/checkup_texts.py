"""Findings about what a program says in words and figures, beside what its rules do."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from ui.wording.advice import Advice

TEXTS: Final[Mapping[str, Advice]] = {
    "C01": Advice(
        (
            "В примере сказано «{claim}: {found}», а по правилам выходит {allowed}.",
            "The example says “{claim}: {found}”, and by the rules it is {allowed}.",
        ),
        (
            "Пример печатается в памятке: пациент придёт с ней на регистратуру и будет прав.",
            "The example is printed in the leaflet: a patient will come to the desk with it and be right.",
        ),
        fix=("Пересчитать примеры", "Reckon the examples anew"),
    ),
    "publish.text_lost": Advice(
        (
            "Вместо «{allowed}» осталось как в готовой программе: «{found}».",
            "Instead of “{allowed}” this reads as in the ready program: “{found}”.",
        ),
        (
            "В действующей редакции это заполнено; с новой памятки и карты перестанут печататься.",
            "The version in force has it filled in; with this one leaflets and cards are not printed any more.",
        ),
        fix=("Оставить как сейчас", "Keep what holds now"),
    ),
    "publish.placeholder": Advice(
        (
            "Осталось как в готовой программе: «{found}»; впишите данные клиники.",
            "This still reads as in the ready program: “{found}”; put the clinic's own there.",
        ),
        (
            "Памятки и карты не печатаются, пока не сказано, чья это программа.",
            "Leaflets and cards are not printed before they say whose program this is.",
        ),
    ),
    "publish.placeholder/owner": Advice(
        (
            "Осталось как в готовой программе: «{found}»; впишите, кто отвечает за цель.",
            "This still reads as in the ready program: “{found}”; put who answers for the goal.",
        ),
        (
            "За цель, у которой нет хозяина, не отвечает никто.",
            "Nobody answers for a goal that is nobody's.",
        ),
    ),
    "text.percent": Advice(
        (
            "В тексте «{allowed}» сказано {found}, а такой ставки в программе нет; исправьте текст или ставку.",
            "The text “{allowed}” says {found}, and no rate of the program is that; put the text or the rate right.",
        ),
        (
            "Пациент верит тому, что прочёл, и придёт спрашивать разницу.",
            "Patients believe what they read and will come to ask for the difference.",
        ),
        fix=("Исправить текст", "Put the text right"),
    ),
    "text.plain": Advice(
        ("Это трудно читать: «{found}». {hint}", "This is hard to read: “{found}”. {hint}"),
        (
            "Название печатается в памятке и на квитанции, его читают вслух.",
            "The name is printed in the leaflet and on receipts, and is read aloud.",
        ),
    ),
    "C04": Advice(
        (
            "В тексте «{text}» сказано «{word}», а уровень {level:level} начинается ровно с {start:money}.",
            "The text “{text}” says “{word}”, and the level {level:level} begins at {start:money} exactly.",
        ),
        (
            "Пациент, у которого ровно столько, поймёт текст так, а касса посчитает иначе.",
            "A patient who has exactly that much reads it one way, and the desk reckons the other.",
        ),
        (
            "Сумма {start:money} уже даёт уровень {level:level}.",
            "{start:money} already gives the level {level:level}.",
        ),
        ("Написать «от»", "Write “from”"),
    ),
    "C10": Advice(
        (
            (
                "В названии «{text}» одно, а даётся другое"
                "[: сказано {said:percent}, даётся {gives:percent}]"
                "[: сказано {said_sum:money}, даётся {gives_sum:money}]."
            ),
            (
                "The name “{text}” says one thing and another is given"
                "[: it says {said:percent}, and {gives:percent} is given]"
                "[: it says {said_sum:money}, and {gives_sum:money} is given]."
            ),
        ),
        (
            "Пациент сочтёт, что его обсчитали.",
            "The patient will think to have been cheated.",
        ),
        fix=("Исправить название", "Put the name right"),
    ),
    "D05": Advice(
        (
            (
                "Какие именно услуги исключены, не понять[ по названию {category:category}]"
                "[: этих кодов нет в прайс-листе: {codes}]."
            ),
            (
                "It cannot be told which services are left out[ by the name {category:category}]"
                "[: the price list does not have these codes: {codes}]."
            ),
        ),
        (
            "На регистратуре каждый решит по-своему, и пациент узнает об этом у кассы.",
            "Everybody at the desk will decide it anew, and the patient learns of it when paying.",
        ),
        fix=("Убрать лишние коды", "Take these codes out"),
    ),
    "services.unknown": Advice(
        (
            "{rule:rule}: в прайс-листе нет услуг с кодами {codes}.",
            "{rule:rule}: the price list has no services with the codes {codes}.",
        ),
        (
            "Обещано то, чего нельзя оказать: на счёте такой услуги не будет никогда.",
            "This promises what cannot be had: no bill will ever hold such a service.",
        ),
    ),
    "services.kind": Advice(
        (
            "В прайс-листе есть виды услуг, которых программа не знает: {codes}.",
            "The price list has kinds of service that the program does not know: {codes}.",
        ),
        (
            "Такую услугу регистратура не сможет провести по счёту.",
            "The desk cannot put such a service on a bill.",
        ),
        (
            "Это {services:услуга|услуги|услуг}.",
            "These are {services:service|services}.",
        ),
        ("Добавить эти виды", "Add these kinds"),
    ),
    "coverage": Advice(
        (
            "Привилегии есть только на {share:percent} услуг прайс-листа, а надо хотя бы на {least:percent}.",
            "Only {share:percent} of the price list has any privilege; it should be {least:percent} at least.",
        ),
        (
            "Пациент слишком часто слышит «на это не действует» и перестаёт верить программе.",
            "Patients hear “not on this one” too often and stop believing in the program.",
        ),
        (
            "Без привилегий {without:услуга|услуги|услуг} из {services:number}[, чаще всего {categories:categories}].",
            "{without:service has|services have} none, of {services:number}[, most of them {categories:categories}].",
        ),
    ),
    "complexity": Advice(
        (
            (
                "Программа слишком сложна: {rules:правило|правила|правил}, "
                "{exceptions:исключение|исключения|исключений}, {numbers:число|числа|чисел}, {words:слово|слова|слов}."
            ),
            (
                "The program is too heavy: {rules:rule|rules}, {exceptions:exception|exceptions}, "
                "{numbers:number|numbers}, {words:word|words}."
            ),
        ),
        (
            "Регистратор не сможет объяснить её пациенту за минуту, а пациент — запомнить.",
            "Nobody at the desk can explain it in a minute, and no patient will remember it.",
        ),
        (
            "Правил стоит держать не больше {most_rules:number}; общий счёт сложности {score:number} из {most:number}.",
            "Keep to {most_rules:number} rules at most; the score of complexity is {score:number} of {most:number}.",
        ),
    ),
}
