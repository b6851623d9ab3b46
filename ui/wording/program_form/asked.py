"""The questions of the form, each as a title for the list and a sentence that asks."""

from collections.abc import Mapping
from typing import Final

from ui.wording.program_form.words import Both, QuestionWords, asks

QUESTIONS: Final[Mapping[str, QuestionWords]] = {
    "about": asks(
        ("О программе", "The program"),
        (
            "Как называется программа и что собирают пациенты?",
            "What is the program called, and what do patients collect?",
        ),
    ),
    "total": asks(
        ("Уровни и суммы", "Levels and sums"),
        (
            "Что получает пациент, с какой суммы, и за какое время она считается?",
            "What does a patient get, from which sum on, and over what time is it counted?",
        ),
    ),
    "crossing": asks(
        ("Счёт на пороге", "The crossing bill"),
        (
            "Какой уровень получает счёт, который переходит порог?",
            "Which level does the bill get that crosses a threshold?",
        ),
    ),
    "rounding": asks(
        ("Округление", "Rounding"),
        ("Как и где округляется начисленное?", "How is what is earned rounded, and per what?"),
    ),
    "mixed": asks(
        ("Оплата баллами", "Paid with units"),
        (
            "Что начисляется, когда часть счёта оплачена баллами или идёт со скидкой?",
            "What is earned when units paid a part of the bill, or a discount did?",
        ),
    ),
    "cap": asks(
        ("Потолок оплаты", "What units may pay"),
        (
            "Какую долю оплачивают баллы: строки, подходящих строк или всего счёта?",
            "What share may units pay: of a line, of the lines they may pay, or of the bill?",
        ),
    ),
    "meeting": asks(
        ("Две скидки", "Two discounts"),
        ("Что действует, когда встречаются две скидки?", "Which holds when two discounts meet?"),
    ),
    "time": asks(
        ("Сроки", "Days and terms"),
        (
            "Когда начисленным можно платить и какой день последний?",
            "When may units be spent, and what is their last good day?",
        ),
    ),
    "whose": asks(
        ("Чьё", "Whose"),
        ("Кому достаётся начисленное и кто может его тратить?", "Who gets the units, and whose may pay?"),
    ),
    "family": asks(
        ("Семья", "Family"),
        (
            "Есть ли семейный счёт: кто в нём, чья сумма, кто тратит?",
            "Are there family accounts: who, whose sum, who may spend?",
        ),
    ),
    "returns": asks(
        ("Возвраты", "Returns"),
        (
            "Что происходит с начисленным и потраченным, когда услугу возвращают?",
            "What happens to units earned and spent when a service is returned?",
        ),
    ),
    "changes": asks(
        ("Изменения, конец", "Changes, the end"),
        (
            "За сколько дней предупреждают об ухудшении и что будет, когда программа закончится?",
            "How early is a worse change announced, and what happens at the end?",
        ),
    ),
    "left_out": asks(
        ("Что не участвует", "What is left out"),
        ("Какие виды услуг и какие услуги не участвуют?", "Which kinds of service and which services take no part?"),
    ),
    "promotions": asks(("Акции", "Promotions"), ("Какие акции идут и когда?", "Which promotions are there, and when?")),
    "groups": asks(
        ("Льготы", "Groups of people"),
        ("Кому полагается скидка по документу?", "Who gets a discount with a document?"),
    ),
    "gifts": asks(
        ("Подарки и события", "Gifts and events"),
        ("За что ещё дают и на что меняют?", "What else earns, and what can units be exchanged for?"),
    ),
    "limits": asks(
        ("Защита от ошибок", "Against mistakes"),
        ("Что сотрудник может сделать без второго человека?", "What may an employee do without a second person?"),
    ),
    "organizer": asks(
        ("Кто организует", "The organizer"),
        ("Кто обещает: что печатается на листовках и картах?", "Who promises: what do leaflets and cards show?"),
    ),
    "examples": asks(
        ("Примеры", "Examples"),
        (
            "Какие примеры печатаются рядом с правилами?",
            "Which examples are printed beside the rules?",
        ),
    ),
    "goal": asks(
        ("Цель", "The goal"),
        (
            "Зачем клинике эта программа и чем это измерить?",
            "Why does the clinic want this program, and how is that measured?",
        ),
    ),
}

STANDINGS: Final[Mapping[str, Both]] = {
    "answered": Both("отвечено", "answered"),
    "open": Both("нужен ответ", "needs an answer"),
    "wrong": Both("есть ошибка", "something is wrong"),
    "skipped": Both("не спрашивается", "not asked"),
    "usual": Both("как обычно", "as usual"),
}

SOURCE: Final = Both(
    "Что делают другие: 138 опубликованных программ клиник. Это не цель для вас.",
    "What other clinics do: 138 programs published by clinics. None of it is a goal for you.",
)
SKIPPED: Final = Both(
    "Этой программе отвечать не нужно: вопрос — о том, чего в ней нет.",
    "This program need not answer: the question is about something it does not have.",
)
