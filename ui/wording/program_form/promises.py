"""What the form says of families, returns, changes, the organizer and the goal."""

from collections.abc import Mapping
from typing import Final

from ui.wording.program_form.words import FieldWords, says

FIELDS: Final[Mapping[str, FieldWords]] = {
    "family": says(
        ("Есть семейные счета?", "Are there family accounts?"),
        ("Родственники собирают и тратят вместе.", "Relatives collect and spend together."),
        ("Семья в каком-то виде — у 22 программ из 138.", "22 of 138 programs have a family in some form."),
    ),
    "family.min_members": says(
        ("Не меньше скольких человек?", "Fewest members"),
        ("С меньшим числом семейный счёт не действует.", "With fewer the account does not work."),
    ),
    "family.max_members": says(
        ("Не больше скольких человек?", "Most members"),
        ("0 — сколько угодно.", "0: any number."),
        ("Названо: до 6 человек; не меньше 2 или 3.", "Met: up to 6 members; at least 2 or 3."),
    ),
    "family.balance": says(
        ("Остаток общий?", "Is the balance shared?"),
        ("Общий — один на семью; свой — у каждого.", "Common: one for the family; own: each has theirs."),
        common=("общий", "common"),
        own=("свой у каждого", "each their own"),
    ),
    "family.redeem": says(
        ("Кто может тратить?", "Who may spend?"),
        ("Любой, любой взрослый, или тот, кто завёл счёт.", "Anyone, any adult, or who opened the account."),
        any=("любой", "anyone"),
        any_adult=("любой взрослый", "any adult"),
        owner=("кто завёл счёт", "who opened it"),
    ),
    "family.earn_bonus_percent": says(
        ("На сколько процентов больше начисляется семье?", "Percent added for a family"),
        ("Прибавляется к проценту уровня; 0 — ничего.", "Added to the level’s percent; 0: nothing."),
    ),
    "returns.shortfall": says(
        (
            "Услугу вернули, а баллы за неё уже потрачены. Что тогда?",
            "A service is returned, its units already spent. What then?",
        ),
        (
            "Простить, записать долг, или удержать из возвращаемых денег.",
            "Forgive them, keep a debt, or withhold from the money returned.",
        ),
        (
            "Баллы забирают при возврате 3 программы, остальные не говорят.",
            "3 programs take units back on a return, others do not say.",
        ),
        forgive=("простить", "forgive"),
        debt=("записать долг", "a debt"),
        withhold=("удержать из денег", "withhold from the money"),
    ),
    "returns.used_part": says(
        ("По какой цене считается использованная часть курса?", "How is the used part of a course priced?"),
        ("По уплаченной цене или по прейскуранту.", "At the price paid, or at list price."),
        ("По прейскуранту — у 2 программ.", "At list price: 2 programs."),
        at_paid_price=("по уплаченной", "the price paid"),
        at_list_price=("по прейскуранту", "the list price"),
    ),
    "notice.worsening_days": says(
        ("За сколько дней объявляется ухудшение?", "How many days before is a worse change announced?"),
        (
            "Редакция, которая что-то отнимает, вступает в силу не раньше.",
            "A version that takes something away comes no sooner.",
        ),
        (
            "Из 40 программ 29 меняют «в любое время»; срок назван у 9: 15 дней — у 4, остальные — 10, 14, 30, 60, 90.",
            "Of 40 programs 29 change “at any time”; named terms: 15 days in 4, 10, 14, 30, 60, 90 days once each.",
        ),
    ),
    "notice.wind_down_days": says(
        (
            "Сколько дней можно тратить после закрытия программы?",
            "How long may units be spent after the program closes?",
        ),
        ("Накопленное не пропадает в один день.", "What was collected is not lost in a day."),
    ),
    "notice.leaving_days": says(
        ("Сколько дней можно тратить тому, кто вышел?", "How long after a patient leaves?"),
        ("Пациент вышел из программы, а накопленное ещё действует.", "The patient has left, the units are still good."),
        ("3 месяца после выхода — у 1 программы.", "3 months after leaving: 1 program."),
    ),
    "notice.keep_old_terms": says(
        ("Сохраняют ли накопленные баллы прежний срок?", "Do units earned earlier keep their last good day?"),
        (
            "Да — новая редакция не укорачивает срок того, что уже начислено.",
            "Yes: a new version never shortens what was earned before.",
        ),
    ),
    "organizer.name": says(
        ("Юридическое название", "Legal name"), ("Печатается на листовках и картах.", "Printed on leaflets and cards.")
    ),
    "organizer.tax_id": says(("ИНН", "Tax number"), ("Печатается в листовке.", "Printed in the leaflet.")),
    "organizer.registration_id": says(
        ("ОГРН", "Registration number"), ("Печатается в листовке.", "Printed in the leaflet.")
    ),
    "organizer.licence": says(
        ("Лицензия", "Licence"), ("Номер и дата медицинской лицензии.", "Number and date of the medical licence.")
    ),
    "organizer.rules_url": says(
        ("Страница с правилами", "Page of the rules"),
        ("Где прочесть правила целиком.", "Where the full rules are read."),
    ),
    "organizer.phone": says(("Телефон", "Phone"), ("Для вопросов о программе.", "For questions about the program.")),
    "organizer.address": says(("Адрес", "Address"), ("Почтовый адрес.", "Postal address.")),
    "goals.company_goal": says(
        ("Какой цели клиники служит программа?", "Which goal of the clinic does it serve?"),
        ("Без цели программу нельзя ввести в действие.", "A program without a goal cannot be published."),
    ),
    "goals.owner": says(("Кто отвечает?", "Who answers for it?"), ("Имя или должность.", "A name or a post.")),
    "goals.review": says(
        ("Как часто проверяется?", "How often is it reviewed?"),
        ("Как часто смотрят, приближается ли цель.", "How often somebody looks whether the goal comes nearer."),
        monthly=("каждый месяц", "monthly"),
        quarterly=("каждый квартал", "quarterly"),
        yearly=("каждый год", "yearly"),
    ),
    "goals.metrics": says(
        ("Показатели", "Measures"),
        ("Чем видно, что цель достигнута; нужен хотя бы один.", "How one sees that the goal is met; at least one."),
    ),
    "goals.metrics.metric": says(
        ("Что измеряется?", "What is measured?"),
        (
            "Первые два проверка сверяет с прошлым самой клиники; свой показатель назовите словами.",
            "The check-up holds the first two against the clinic's own past; name another one in words.",
        ),
        repeat_visit_rate=("доля вернувшихся пациентов", "share of patients who come again"),
        regulars=("постоянные пациенты", "regular patients"),
        plan_completion_rate=("доля завершённых планов лечения", "share of completed treatment plans"),
    ),
    "goals.metrics.baseline": says(
        ("Сколько сейчас?", "Where does it stand?"), ("Ваше число за прошлый год.", "Your own figure of last year.")
    ),
    "goals.metrics.target": says(
        ("Сколько должно стать?", "Where should it be?"),
        ("Ваше решение; чужие числа сюда не подставляются.", "Your own decision; nobody else’s figure is filled in."),
    ),
    "goals.metrics.by": says(
        ("К какому дню?", "By when?"), ("День, когда спросят результат.", "The day the result is asked for.")
    ),
    "goals.metrics.cost_limit_percent": says(
        ("Не дороже скольких процентов выручки?", "What may it cost, percent of the turnover?"),
        ("Пусто — предела нет.", "Empty: no limit."),
    ),
}
