"""Findings about what a patient may rely on, and about goals that an owner may believe."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from ui.wording.advice import Advice, Pair

#: What is measured, by the codes that programs use.
METRICS: Final[Mapping[str, Pair]] = {
    "repeat_visit_rate": ("доля вернувшихся пациентов", "the share of patients who come again"),
    "plan_completion_rate": ("доля завершённых планов лечения", "the share of completed treatment plans"),
    "regulars": ("постоянные пациенты", "regular patients"),
    "regular_patients": ("постоянные пациенты", "regular patients"),
    "returning_patients": ("вернувшиеся пациенты", "returning patients"),
    "repeat_patients": ("вернувшиеся пациенты", "returning patients"),
}
#: What an example promises.
_CLAIMS: Final[Mapping[str, Pair]] = {
    "list": ("цена без скидок", "the list price"), "discount": ("скидка", "the discount"),
    "redeemed": ("оплачено накопленным", "paid with what was collected"),
    "redeemed_units": ("списано", "spent"), "pays": ("к оплате", "to pay"), "earns": ("начислено", "earned"),
    "balance_after": ("остаток после счёта", "the balance after it"), "level": ("уровень", "the level"),
    "level_after": ("уровень после счёта", "the level after it"),
}  # fmt: skip
_KEYS: Final[Mapping[str, Pair]] = {
    "owner": ("кто отвечает", "who answers for it"),
    "baseline": ("где клиника сейчас", "where the clinic stands now"),
    "target": ("к чему она придёт", "where it will be"),
    "by": ("к какому дню", "by which day"),
}


_COLLECTED: Final[Pair] = (
    "[Через {visits:визит|визита|визитов} у пациента {units:units}, это {money:money}.]",
    "[After {visits:visit|visits} a patient has {units:units}, worth {money:money}.]",
)


def named(params: Mapping[str, object], language: str) -> Mapping[str, object]:
    """The values with metrics, keys of a goal and figures of an example called by their names."""
    names = {"metric": METRICS, "key": _KEYS, "claim": _CLAIMS}
    return {
        key: names[key][str(value)][language == "en"] if key in names and str(value) in names[key] else value
        for key, value in params.items()
    }


TRUST: Final[Mapping[str, Advice]] = {
    "F01/worsening_days": Advice(
        (
            "О том, что правила станут хуже, предупреждают за {days:день|дня|дней}.",
            "Patients are told {days:day|days} before rules get worse.",
        ),
        (
            "Пациент не успеет ни узнать, ни воспользоваться тем, на что рассчитывал.",
            "Patients neither hear of it in time nor get to use what they counted on.",
        ),
        ("Меньше {least:дня|дней|дней} — мало.", "Less than {least:day|days} is too little."),
        ("Предупреждать за 30 дней", "Give 30 days' notice"),
    ),
    "F01/keep_old_terms": Advice(
        (
            "Новые правила сократят срок и того, что начислено раньше.",
            "New rules shorten the life of what was earned before.",
        ),
        (
            "Обещанное забирают задним числом: такое помнят дольше всего.",
            "A promise is taken back afterwards: nothing is remembered longer.",
        ),
        fix=("Сохранить прежние сроки", "Keep the old terms"),
    ),
    "F02/wind_down_days": Advice(
        (
            "После закрытия программы на то, чтобы потратить накопленное, остаётся {days:день|дня|дней}.",
            "When the program closes, {days:day is|days are} left to spend what was collected.",
        ),
        (
            "Накопленное пропадёт у всех сразу, и виновата будет клиника.",
            "Everybody loses what they collected at once, and the clinic is to blame.",
        ),
        _COLLECTED,
        ("Дать 90 дней", "Give 90 days"),
    ),
    "F02/leaving_days": Advice(
        (
            "Уходящему из программы остаётся {days:день|дня|дней}, чтобы потратить накопленное.",
            "Who leaves the program has {days:day|days} to spend what was collected.",
        ),
        (
            "Право уйти, потеряв всё, — не право.",
            "A right to leave that costs everything is none.",
        ),
        _COLLECTED,
        ("Дать 90 дней", "Give 90 days"),
    ),
    "F06": Advice(
        (
            "При возврате курса использованное пересчитывают по полной цене.",
            "When a course is given back, what was used is reckoned at the full price.",
        ),
        (
            "Кто бросил лечение не по своей вине, получит меньше, чем не использовал.",
            "Who had to stop gets back less than was left unused.",
        ),
        (
            (
                "Курс из {pieces:number} по {price:money} оплачен за {paid:money}, использовано {used:number}:"
                " вернут {back:money}, а не {fair:money}."
            ),
            (
                "A course of {pieces:number} at {price:money} was paid {paid:money}, {used:number} were used:"
                " {back:money} come back and not {fair:money}."
            ),
        ),
        ("Считать по оплаченной цене", "Reckon at the price paid"),
    ),
    "F10": Advice(
        (
            "Кто предъявил карту, тот и тратит всё, что на ней, и его не спросят, кто он.",
            "Whoever shows the card spends all that is on it, and is not asked who they are.",
        ),
        (
            "Потерянная карта становится чужим кошельком.",
            "A lost card becomes somebody else's purse.",
        ),
        fix=("Спрашивать при списании больше {units:of}", "Ask when more than {units:units} are spent"),
    ),
    "F11": Advice(
        (
            (
                "[{category:category} — похоже, это неотложная помощь или лекарства, а акции на них разрешены.]"
                "[{rule:rule} подталкивает к услуге «{name}», которую назначает врач.]"
            ),
            (
                "[{category:category} sounds like urgent care or medicines, and promotions may touch them.]"
                "[{rule:rule} pushes towards “{name}”, which only a doctor orders.]"
            ),
        ),
        (
            "Неотложная помощь и лекарства не повод продавать больше: это вред пациенту и риск для лицензии.",
            "Urgent care and medicines are no reason to sell more: it harms patients and puts the licence at risk.",
        ),
        fix=("Убрать из акций", "Keep promotions away"),
    ),
    "F12": Advice(
        (
            "Не сказано, где прочитать правила целиком.",
            "Nothing says where the whole rules can be read.",
        ),
        (
            "Без адреса правил не печатаются памятки, а спор решит тот, кто громче.",
            "Without an address no leaflet is printed, and whoever is louder wins an argument.",
        ),
    ),
    "goals.key": Advice(
        (
            "В цели не сказано, {key}[ ({metric})].",
            "The goal does not say {key}[ ({metric})].",
        ),
        (
            "Нельзя будет сказать, достигнута ли она; без этого программу не опубликовать.",
            "Nobody could tell whether it was reached; without it the program cannot be published.",
        ),
    ),
    "goals.review": Advice(
        ("Не сказано, как часто смотреть на цель.", "Nothing says how often the goal is looked at."),
        (
            "На цифры, у которых нет дня, смотрят, когда уже поздно.",
            "Figures without a day are looked at when it is too late.",
        ),
        fix=("Смотреть каждый месяц", "Look every month"),
    ),
    "goals.over": Advice(
        ("День цели уже прошёл: {by:date} ({metric}).", "The day of the goal is over: {by:date} ({metric})."),
        ("Цель без будущего никто не проверит.", "Nobody checks a goal that has no future."),
    ),
    "goals.same": Advice(
        (
            "Цель равна тому, что есть: {stands} ({metric}).",
            "The goal is what there is already: {stands} ({metric}).",
        ),
        ("Непонятно, зачем программа.", "It is not clear what the program is for."),
    ),
    "goals.unrealistic": Advice(
        (
            (
                "Цель нереалистична: {metric} — [было {baseline:factor}, ]станет {target:factor}"
                "[ за {months:месяц|месяца|месяцев}]."
            ),
            (
                "The goal is unrealistic: {metric} — [from {baseline:factor} ]to {target:factor}"
                "[ in {months:month|months}]."
            ),
        ),
        (
            "Завышенную цель не выполнят, а винить будут регистратуру или программу.",
            "An inflated goal is missed, and the desk or the program gets the blame.",
        ),
        (
            (
                "[Нужен рост на {growth:percent}.][ Лучший рост за такой же срок: {best:percent}.]"
                "[Нужно прибавить {rise:factor} пункта.][ Лучшее за такой же срок: {best_rise:factor} пункта.]"
            ),
            (
                "[It takes a growth of {growth:percent}.][ The best growth in as many months was {best:percent}.]"
                "[It takes {rise:factor} points more.][ The best in as many months was {best_rise:factor}.]"
            ),
        ),
        ("Взять лучшее из своего прошлого: {aim:factor}", "Take the best of the own past: {aim:factor}"),
    ),
    "goals.unrealistic/share": Advice(
        (
            "Цель нереалистична: {metric} — {target:factor} %, а больше 100 % не бывает.",
            "The goal is unrealistic: {metric} — {target:factor}%, and there is no more than 100%.",
        ),
        ("Такую цель нельзя выполнить.", "Nobody can reach such a goal."),
    ),
    "goals.survey": Advice(
        (
            "{stands:factor} ({metric}) — цифра из чужого исследования.",
            "{stands:factor} ({metric}) is a figure of somebody else's survey.",
        ),
        (
            "Чужая цифра без источника и года — не цель этой клиники.",
            "Somebody else's figure, without its source and year, is no goal of this clinic.",
        ),
    ),
    "goals.ready": Advice(
        (
            "{stands:factor} ({metric}) — цифра из готовой программы, а не этой клиники.",
            "{stands:factor} ({metric}) is the ready program's figure and not this clinic's.",
        ),
        (
            "От чужой отправной точки не видно, стало ли лучше; впишите свою за прошлый год.",
            "From somebody else's start nobody sees whether it got better; put last year's own there.",
        ),
    ),
    "goals.baseline": Advice(
        (
            "Сказано {said:percent} ({metric}), а за последний год у клиники {own:percent}.",
            "It says {said:percent} ({metric}), and the clinic's last year has {own:percent}.",
        ),
        (
            "От неверной отправной точки и достигнутая цель ничего не значит.",
            "From a wrong start even a reached goal means nothing.",
        ),
        fix=("Взять свою цифру", "Take the own figure"),
    ),
    "goals.cost_limit": Advice(
        (
            "Не сказано, сколько могут стоить привилегии.",
            "Nothing says what the privileges may cost.",
        ),
        (
            "Без предела расходы замечают, когда они уже случились.",
            "Without a limit the cost is noticed when it is spent.",
        ),
    ),
    "goals.cost": Advice(
        (
            "Привилегии выйдут за предел {limit:percent} оборота[: за прошлый год они стоили {past:percent}].",
            "The privileges go beyond their limit of {limit:percent}[: last year they cost {past:percent}].",
        ),
        (
            "Предел, который нельзя выдержать, перестают замечать.",
            "A limit that cannot be kept is soon not looked at any more.",
        ),
        (
            (
                "[Первый уровень даёт {given:money} со счёта {bill:money}: это {least:percent} оплаченного, если всё "
                "потратят.]"
            ),
            (
                "[The first level gives {given:money} on a bill of {bill:money}: {least:percent} of what is paid, "
                "if all of it is used.]"
            ),
        ),
        ("Поставить {asked:percent}", "Make it {asked:percent}"),
    ),
}
