"""What a rehearsal says, as data: English and Russian."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

#: key → (English, Russian)
WORDS: Final[Mapping[str, tuple[str, str]]] = {
    "limit": (
        (
            "Nobody would have behaved differently: everybody comes on the same days, buys the same and wishes to "
            "spend as much."
        ),
        "Считаем, что все вели бы себя так же: те же дни, те же услуги, столько же хотели бы потратить.",
    ),
    "more": (
        (
            "The draft would have cost {difference} more: privileges of {would} ({would_share} of revenue) instead of "
            "{was} ({was_share}), on {bills} of {first} – {last}."
        ),
        (
            "По черновику вышло бы на {difference} дороже: привилегии на {would} ({would_share} выручки) вместо "
            "{was} ({was_share}), {bills} за {first} – {last}."
        ),
    ),
    "less": (
        (
            "The draft would have cost {difference} less: privileges of {would} ({would_share} of revenue) instead of "
            "{was} ({was_share}), on {bills} of {first} – {last}."
        ),
        (
            "По черновику вышло бы на {difference} дешевле: привилегии на {would} ({would_share} выручки) вместо "
            "{was} ({was_share}), {bills} за {first} – {last}."
        ),
    ),
    "same": (
        (
            "The draft would have cost as much: privileges of {was} ({was_share} of revenue), on {bills} of {first} – "
            "{last}."
        ),
        "По черновику вышло бы столько же: привилегии на {was} ({was_share} выручки), {bills} за {first} – {last}.",
    ),
    "nothing": ("There is no bill in these days.", "За эти дни нет ни одного счёта."),
    "bills": ("bill|bills", "счёт|счета|счетов"),
    "changed": (
        "Rewards that the draft does not give were claimed {count} times: those bills are priced without them.",
        "Наград, которых в черновике нет или на них не хватает, тогда брали: {count}. Эти счета посчитаны без них.",
    ),
    "total_uses": (
        "The draft has promotions limited for all patients together; here every patient may use them.",
        "В черновике есть акции с общим числом применений на всех; здесь они доступны каждому.",
    ),
    # tables
    "table.cost": ("Cost", "Стоимость"),
    "table.bands": ("Winners and losers", "Выигрыш и потери"),
    "table.losers": ("Largest losses", "Крупные потери"),
    "table.branch": ("By branch", "По филиалам"),
    "table.category": ("By kind of service", "По видам услуг"),
    "table.level": ("By level", "По уровням"),
    "table.owing": ("Units owed", "Обязательства"),
    "table.even": ("What covers it", "Что это покроет"),
    "table.typical": ("Typical patients", "Типичные пациенты"),
    # the same in a sentence below the title
    "note.cost": (
        "Privileges are discounts, gifts for units, and what units paid; returns are taken off on both sides.",
        "Привилегии — это скидки, подарки за баллы и оплата баллами; возвраты вычтены с обеих сторон.",
    ),
    "note.bands": (
        "What a patient pays less over these days, and what the units left at the end are worth more.",
        "На сколько меньше пациент заплатил бы за эти дни и на сколько дороже остаток баллов в конце.",
    ),
    "note.losers": ("Enter shows the bills of a patient.", "Enter показывает счета пациента."),
    "note.losers.none": ("Nobody loses under this draft.", "По этому черновику никто не теряет."),
    "note.branch": ("Where the bills were paid.", "Где были оплачены счета."),
    "note.category": (
        "Only the lines of that kind; a bill with several kinds is counted in each.",
        "Только строки этого вида; счёт с разными видами услуг считается в каждом из них.",
    ),
    "note.level": (
        "By the level that the patient would have had at the bill under the draft.",
        "По уровню, который был бы у пациента в момент счёта по черновику.",
    ),
    "note.owing": (
        "Units in accounts: what the clinic still owes. They lapse only where a warning was really delivered.",
        "Баллы на счетах: то, что клиника ещё должна. Сгорают только те, о которых пациента правда предупредили.",
    ),
    "note.typical": (
        "A year from the first visit on, made after quantiles of this clinic's own bills; they spend all they may.",
        "Год с первого визита, составлен по квантилям счетов этой клиники; тратят всё, что можно.",
    ),
    "even.none": (
        "The draft costs nothing more: there is nothing to cover.",
        "Черновик не стоит дороже: покрывать нечего.",
    ),
    "even": (
        (
            "To break even, revenue must grow by {share}: {visits} at {a_visit} each. How it is worked out: what "
            "patients would pay less, and what the units owed would be worth more ({missing} together), divided by "
            "revenue under the draft. Every rouble that comes in is taken as earned; if half of it is spent on "
            "treatment, twice as much is needed."
        ),
        (
            "Чтобы выйти в ноль, выручка должна вырасти на {share}: это {visits} по {a_visit}. Как посчитано: на "
            "сколько меньше заплатили бы пациенты и на сколько дороже стали бы баллы на счетах (вместе {missing}), "
            "делим на выручку по черновику. Вся выручка здесь считается доходом; если половина уходит на лечение, "
            "нужно вдвое больше."
        ),
    ),
    "points": (" pp", "п. п."),
    "visits": ("visit|visits", "визит|визита|визитов"),
    # columns
    "head.what": ("", ""),
    "head.was": ("Was", "Было"),
    "head.would": ("Under the draft", "По черновику"),
    "head.difference": ("Difference", "Разница"),
    "head.bills": ("Bills", "Счетов"),
    "head.patients": ("Patients", "Пациентов"),
    "head.sum": ("Together", "Вместе"),
    "head.patient": ("Patient", "Пациент"),
    "head.paid": ("Pays", "Платит"),
    "head.gain": ("Wins or loses", "Выигрыш или потеря"),
    "head.listed": ("List price", "По прейскуранту"),
    "head.year": ("Year", "Год"),
    "head.receipt": ("Receipt", "Квитанция"),
    "head.day": ("Day", "День"),
    "head.service": ("Service", "Услуга"),
    # rows
    "row.discounts": ("Discounts", "Скидки"),
    "row.gifts": ("Gifts for units", "Подарки за баллы"),
    "row.units": ("Paid with units", "Оплачено баллами"),
    "row.cost": ("Privileges in all", "Привилегии всего"),
    "row.share": ("Share of revenue", "Доля от выручки"),
    "row.revenue": ("Revenue", "Выручка"),
    "row.earned": ("Units earned", "Начислено баллов"),
    "row.eve": ("Owed on the eve", "Было должны накануне"),
    "row.owed": ("Owed at the end", "Должны в конце"),
    "row.worth": ("Worth in money", "Стоят в деньгах"),
    "row.lapsed": ("Lapsed in these days", "Сгорело за эти дни"),
    "row.overdue": ("Past their last good day, nobody was warned", "Срок прошёл, но не предупредили"),
    "row.stranger": ("Bill without a patient", "Счёт без пациента"),
    "row.no_member": ("No member", "Не участник"),
    "row.no_branch": ("No branch", "Без филиала"),
    "row.no_category": ("No kind", "Без вида"),
    "band.below": ("lose more than {low}", "теряют больше {low}"),
    "band.lose": ("lose {low} – {high}", "теряют {low} – {high}"),
    "band.lose_little": ("lose up to {high}", "теряют до {high}"),
    "band.same": ("nothing changes", "ничего не меняется"),
    "band.win_little": ("win up to {high}", "выигрывают до {high}"),
    "band.win": ("win {low} – {high}", "выигрывают {low} – {high}"),
    "band.above": ("win more than {low}", "выигрывают больше {low}"),
    "typical.rare": ("Comes rarely", "Приходит редко"),
    "typical.regular": ("Comes regularly", "Приходит постоянно"),
    "typical.family": ("A family", "Семья"),
    "typical.big": ("Spends much", "Тратит много"),
    "typical.of": ("{name}: {visits} a year, {bill} each", "{name}: {visits} в год по {bill}"),
    "typical.year": ("pays {paid}, {units} left, {level}", "платит {paid}, остаток {units}, {level}"),
    # a bill
    "bill": ("Receipt {number} of {day}, {who}", "Квитанция {number} от {day}, {who}"),
    "bill.then": ("Then: {why}", "Тогда: {why}"),
    "bill.draft": ("Draft: {why}", "По черновику: {why}"),
    "bill.total": ("Pays in all", "Платит всего"),
    "bill.why": ("Why", "Почему"),
    "bill.earned": ("Earns", "Начисляется"),
    "bill.returned": (
        (
            "Pieces of this bill came back later: the sums of the figure have them taken off, this page shows the "
            "bill as paid."
        ),
        "Часть этого счёта потом вернули: в итогах возврат вычтен, здесь счёт показан как при оплате.",
    ),
    # command line
    "cli.help": (
        "what last year's bills would have cost under a program",
        "во что обошлись бы счета года по этой программе",
    ),
    "cli.reading": ("Reading bills", "Читаем счета"),
    "cli.living": ("Rehearsal", "Примерка"),
    "cli.stopped": (
        "Stopped. What was done is kept: the same command goes on from here.",
        "Остановлено. Сделанное сохранено: та же команда продолжит с этого места.",
    ),
}


def say(key: str, lang: str, **values: object) -> str:
    """The sentence in a language, with its values."""
    english, russian = WORDS[key]
    template = russian if lang == "ru" else english
    return template.format(**values) if values else template
