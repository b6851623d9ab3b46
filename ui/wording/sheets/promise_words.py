"""One plain sentence for each promise of a program, in Russian and in English, as leaflets and desk cards say it.

Short, no law's words, no inner words: a linter reads them (spec: requirements, S47).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from ui.wording.saying import Saying

PROMISES: Final[Mapping[str, Saying]] = {
    # what you get
    "give.earn": Saying(
        "{percent:percent} от оплаты возвращаем в виде {units:many}",
        "{percent:percent} of what you pay comes back as {units:many}",
    ),
    "give.earns": Saying(
        "от {low:percent} до {high:percent} оплаты возвращаем в виде {units:many}: чем выше уровень, тем больше",
        "{low:percent} to {high:percent} of what you pay comes back as {units:many}: the higher the level, the more",
    ),
    "give.earns/up": Saying(
        "до {high:percent} оплаты возвращаем в виде {units:many}: чем выше уровень, тем больше",
        "up to {high:percent} of what you pay comes back as {units:many}: the higher the level, the more",
    ),
    "give.full": Saying(
        "за каждые полные {per:money} оплаты — {units:units}", "every full {per:money} paid gives {units:units}"
    ),
    "give.full/top": Saying(
        "на высшем уровне за каждые полные {per:money} — {units:units}",
        "on the highest level every full {per:money} gives {units:units}",
    ),
    "give.per": Saying("за каждые {per:money} оплаты — {units:units}", "every {per:money} paid gives {units:units}"),
    "give.per/top": Saying(
        "на высшем уровне за каждые {per:money} — {units:units}",
        "on the highest level every {per:money} gives {units:units}",
    ),
    "give.discount": Saying(
        "скидка {percent:percent} на услуги клиники", "{percent:percent} off the clinic’s services"
    ),
    "give.discounts": Saying(
        "скидка от {low:percent} до {high:percent}: чем выше уровень, тем больше",
        "from {low:percent} to {high:percent} off: the higher the level, the more",
    ),
    "give.discounts/up": Saying(
        "скидка до {high:percent}: чем выше уровень, тем больше",
        "up to {high:percent} off: the higher the level, the more",
    ),
    "give.category.discount": Saying(
        "на {categories:categories} скидка своя: от {low:percent} до {high:percent}",
        "{categories:categories}: a discount of their own, from {low:percent} to {high:percent}",
    ),
    "give.category.discount/up": Saying(
        "на {categories:categories} скидка своя: до {high:percent}",
        "{categories:categories}: a discount of their own, up to {high:percent}",
    ),
    "give.category.discount/same": Saying(
        "на {categories:categories} скидка своя: {high:percent}",
        "{categories:categories}: a discount of their own, {high:percent}",
    ),
    "give.category.earn": Saying(
        "за {categories:categories} возвращаем от {low:percent} до {high:percent}",
        "{categories:categories} gives back from {low:percent} to {high:percent}",
    ),
    "give.category.earn/up": Saying(
        "за {categories:categories} возвращаем до {high:percent}",
        "{categories:categories} gives back up to {high:percent}",
    ),
    "give.category.earn/same": Saying(
        "за {categories:categories} возвращаем {high:percent}", "{categories:categories} gives back {high:percent}"
    ),
    "give.worth": Saying("{units:units} = {money:money}", "{units:units} = {money:money}"),
    "give.usable/at_once": Saying(
        "тратить можно сразу, уже в следующем счёте", "you can spend at once, on your next bill"
    ),
    "give.usable/days": Saying(
        "тратить можно через {days:день|дня|дней} после оплаты",
        "you can spend {days:day|days} after paying",
    ),
    "give.usable/visit": Saying(
        "тратить можно начиная с визита номер {visit:number}", "you can spend from visit number {visit:number} on"
    ),
    # how to use it
    "use.share/eligible_lines": Saying(
        "за счёт {units:many} можно оплатить до {share:percent} стоимости услуг, которые участвуют",
        "{units:many} can pay up to {share:percent} of the services that take part",
    ),
    "use.share/bill": Saying(
        "за счёт {units:many} можно оплатить до {share:percent} счёта",
        "{units:many} can pay up to {share:percent} of the bill",
    ),
    "use.share/each_line": Saying(
        "за счёт {units:many} можно оплатить до {share:percent} каждой услуги",
        "{units:many} can pay up to {share:percent} of each service",
    ),
    "use.category": Saying(
        "до {share:percent} стоимости: {categories:categories}",
        "up to {share:percent} of the price: {categories:categories}",
    ),
    "use.min_balance": Saying(
        "тратить можно, когда на счёте есть {units:units}", "you can spend when you have {units:units}"
    ),
    "use.keep_balance": Saying("на счёте остаётся {units:units}", "{units:units} stay on your account"),
    "use.multiple_of": Saying("тратят по {units:units}", "they are spent by {units:units}"),
    "use.max_per_bill": Saying("за один счёт — не больше {units:units}", "at most {units:units} for one bill"),
    "use.max_per_day": Saying("за день — не больше {units:units}", "at most {units:units} a day"),
    "use.leave_at_least": Saying(
        "не меньше {money:money} за услугу платят деньгами", "at least {money:money} of a service is paid in money"
    ),
    "use.proof": Saying(
        "чтобы потратить больше {units:units}, покажите карту", "to spend more than {units:units}, show your card"
    ),
    "use.owner/patient": Saying(
        "каждый тратит то, что накопил сам", "everyone spends what they have collected themselves"
    ),
    "use.owner/holder": Saying(
        "вашей картой можно оплатить и лечение близких", "your card can also pay for someone close to you"
    ),
    "use.rest/money_part": Saying(
        "за часть, оплаченную деньгами, начисляем снова", "the part paid in money earns again"
    ),
    "use.rest/nothing": Saying(
        "счёт, где вы тратите накопленное, нового не приносит", "a bill on which you spend earns nothing new"
    ),
    "use.rest/whole_bill": Saying(
        "начисляем за весь счёт, даже если часть оплачена накопленным",
        "the whole bill earns, even when a part is paid this way",
    ),
    "use.reward": Saying("{rule:rule} — за {units:units}", "{rule:rule} for {units:units}"),
    # what is excluded, and why
    "limit.payers": Saying(
        "за что платит страховая, работодатель или государство, не участвует: эту цену назначаем не мы",
        "what an insurer, an employer or the state pays takes no part: that price is not ours to set",
    ),
    "limit.nothing": Saying(
        "{categories:categories}: без скидок и начислений", "{categories:categories}: no discounts, nothing earned"
    ),
    "limit.nothing/indicated": Saying(
        "{categories:categories}: без скидок и начислений, их выбирает врач, а не акция",
        "{categories:categories}: no discounts, nothing earned: a doctor chooses them, not a promotion",
    ),
    "limit.no_discount/indicated": Saying(
        "{categories:categories}: без скидок, их выбирает врач, а не акция",
        "{categories:categories}: no discounts: a doctor chooses them, not a promotion",
    ),
    "limit.no_discount": Saying("{categories:categories}: без скидок", "{categories:categories}: no discounts"),
    "limit.no_earn": Saying("{categories:categories}: без начислений", "{categories:categories}: nothing is earned"),
    "limit.no_redeem": Saying(
        "{categories:categories}: оплачивают только деньгами", "{categories:categories}: paid in money only"
    ),
    "limit.services.discount": Saying("без скидок: {services:services}", "no discounts: {services:services}"),
    "limit.services.earn": Saying("без начислений: {services:services}", "nothing is earned: {services:services}"),
    "limit.services.redeem": Saying("только деньгами: {services:services}", "paid in money only: {services:services}"),
    "limit.stacking/best_for_patient": Saying(
        "скидки не складываются: считаем по самой выгодной для вас",
        "discounts do not add up: the best one for you is taken",
    ),
    "limit.stacking/declared": Saying(
        "скидки не складываются: действует первая по правилам", "discounts do not add up: the first by the rules holds"
    ),
    "limit.total": Saying(
        "все скидки вместе — не больше {percent:percent} цены",
        "all discounts together: at most {percent:percent} of the price",
    ),
    "limit.category.discount": Saying(
        "на {category:category} — не больше {percent:percent}", "{category:category}: at most {percent:percent} off"
    ),
    "limit.discounted.earn": Saying(
        "за услуги со скидкой по акции не начисляем", "services discounted by a promotion earn nothing"
    ),
    "limit.discounted.redeem": Saying(
        "услуги со скидкой по акции оплачивают деньгами", "services discounted by a promotion are paid in money"
    ),
    "limit.min_bill": Saying("начисляем со счетов от {money:money}", "bills from {money:money} on earn"),
    "limit.max_per_bill": Saying(
        "за один счёт начисляем не больше {units:units}", "one bill earns at most {units:units}"
    ),
    "limit.rounding/down": Saying("дробную часть начисления отбрасываем", "fractions of what is earned are dropped"),
    "limit.rounding/half_up": Saying("начисление округляем до ближайшего", "what is earned is rounded to the nearest"),
    "limit.rounding/up": Saying("начисление округляем в вашу пользу", "what is earned is rounded up for you"),
    # when it lapses
    "lapse.never": Saying("накопленное не сгорает", "what you have collected never lapses"),
    "lapse.accrual/receipt": Saying(
        "начисленное можно потратить за {period:period}, потом оно сгорает",
        "what you earn can be spent for {period:period}, then it lapses",
    ),
    "lapse.accrual/usable": Saying(
        "начисленное можно потратить за {period:period} с дня, когда оно стало доступно",
        "what you earn can be spent for {period:period} from the day it may be used",
    ),
    "lapse.activity/paid_visit": Saying(
        "накопленное сгорает, если {period:period} не было оплаченного визита",
        "what you have lapses after {period:period} without a paid visit",
    ),
    "lapse.activity/any_visit": Saying(
        "накопленное сгорает, если {period:period} не было визита",
        "what you have lapses after {period:period} without a visit",
    ),
    "lapse.joining": Saying(
        "накопленное можно тратить {period:period} со дня вступления",
        "what you have can be spent for {period:period} after joining",
    ),
    "lapse.calendar": Saying("накопленное сгорает каждый год {day}", "what you have lapses every year on {day}"),
    "lapse.calendar/part": Saying(
        "каждый год {day} сгорает {share:percent} остатка", "every year on {day} {share:percent} of the rest lapses"
    ),
    "lapse.warning": Saying(
        "предупредим не позже чем за {days:день|дня|дней}; без предупреждения ничего не сгорит",
        "we warn you at least {days:day|days} before; nothing lapses without a warning",
    ),
    "lapse.warning/any": Saying("без предупреждения ничего не сгорит", "nothing lapses without a warning"),
    # levels
    "level.basis/spend/paid": Saying(
        "уровень зависит от того, сколько вы заплатили", "the level depends on how much you have paid"
    ),
    "level.basis/spend/before_units": Saying(
        "уровень зависит от суммы счетов после скидок", "the level depends on your bills after discounts"
    ),
    "level.basis/spend/list_price": Saying(
        "уровень зависит от суммы услуг по прейскуранту", "the level depends on your services at list price"
    ),
    "level.basis/visits": Saying("уровень зависит от числа визитов", "the level depends on the number of visits"),
    "level.basis/units_earned": Saying(
        "уровень зависит от того, сколько вы накопили", "the level depends on how much you have collected"
    ),
    "level.window/lifetime": Saying("считаем за всё время", "all your time counts"),
    "level.window/period": Saying("считаем за последние {period:period}", "the last {period:period} count"),
    "level.window/calendar_year": Saying("считаем с начала календарного года", "the calendar year counts"),
    "level.window/since_joining": Saying("считаем со дня вступления", "everything since you joined counts"),
    "level.crossing/before": Saying(
        "новый уровень действует со следующего счёта", "a new level holds from the next bill on"
    ),
    "level.crossing/after": Saying(
        "новый уровень действует сразу, уже для этого счёта", "a new level holds at once, for this very bill"
    ),
    "level.crossing/bands": Saying(
        "каждая часть счёта считается по своему уровню", "each part of a bill counts at its own level"
    ),
    "level.keep/period": Saying(
        "если сумма стала меньше, уровень сохраняется ещё {period:period}",
        "when the sum falls, you keep the level for another {period:period}",
    ),
    "level.keep/period/none": Saying(
        "если сумма стала меньше, уровень понижается", "when the sum falls, the level falls"
    ),
    "level.keep/forever": Saying("достигнутый уровень остаётся навсегда", "a level once reached is yours for good"),
    "level.keep/next_calendar_year": Saying(
        "достигнутый уровень сохраняется до конца следующего года", "a level is kept until the end of the next year"
    ),
    "level.idle": Saying(
        "после {period:of_period} без визитов счёт начинается заново",
        "after {period:period} without a visit counting begins anew",
    ),
    "level.family": Saying("суммы семьи складываются", "the sums of a family are added"),
    # what else there is
    "extra.family/common": Saying(
        "[объедините близких, до {most:человека|человек|человек}: ]у семьи один общий счёт",
        "[bring your family together, up to {most:person|people}: ]one account for all",
    ),
    "extra.family/own": Saying(
        "[объедините близких, до {most:человека|человек|человек}: ]условия общие, счёт у каждого свой",
        "[bring your family together, up to {most:person|people}: ]shared terms, own accounts",
    ),
    "extra.family.redeem/any": Saying("тратить с него может каждый", "everyone may spend from it"),
    "extra.family.redeem/any_adult": Saying("тратить с него может каждый взрослый", "every adult may spend from it"),
    "extra.family.redeem/owner": Saying(
        "тратит с него тот, кто создал семью", "the one who began the family spends from it"
    ),
    "extra.family.bonus": Saying(
        "семье начисляем на {percent:percent} больше", "a family earns {percent:percent} more"
    ),
    "extra.group": Saying(
        "{group:group} — скидка {percent:percent}[, документ: {document}]",
        "{group:group}: {percent:percent} off[, document: {document}]",
    ),
    "extra.group/none": Saying("{group:group}[ — документ: {document}]", "{group:group}[, document: {document}]"),
    "extra.group.category": Saying(
        "{group:group} — {percent:percent} на {categories:categories}",
        "{group:group}: {percent:percent} off {categories:categories}",
    ),
    "extra.promotion/percent": Saying(
        "{rule:rule}: скидка {percent:percent}[ {what}][. Условия: {when}]",
        "{rule:rule}: {percent:percent} off[, {what}][. Terms: {when}]",
    ),
    "extra.promotion/amount": Saying(
        "{rule:rule}: скидка {money:money}[ {what}][. Условия: {when}]",
        "{rule:rule}: {money:money} off[, {what}][. Terms: {when}]",
    ),
    "extra.promotion/price": Saying(
        "{rule:rule}: цена {money:money}[ {what}][. Условия: {when}]",
        "{rule:rule}: {money:money}[, {what}][. Terms: {when}]",
    ),
    "extra.promotion/cheapest_percent": Saying(
        "{rule:rule}: {percent:percent} на самую дешёвую услугу[, {what}][. Условия: {when}]",
        "{rule:rule}: {percent:percent} off the cheapest service[, {what}][. Terms: {when}]",
    ),
    "extra.promotion/units": Saying(
        "{rule:rule}: {units:units} за счёт[, {what}][. Условия: {when}]",
        "{rule:rule}: {units:units} for the bill[, {what}][. Terms: {when}]",
    ),
    "extra.promotion/multiply_units": Saying(
        "{rule:rule}: начисляем {factor:times} больше[ {what}][. Условия: {when}]",
        "{rule:rule}: {factor:times} as much is earned[, {what}][. Terms: {when}]",
    ),
    "extra.promotion/free_service": Saying(
        "{rule:rule}: {service:service} бесплатно[, {what}][. Условия: {when}]",
        "{rule:rule}: {service:service} free[, {what}][. Terms: {when}]",
    ),
    "extra.promotion/buy": Saying(
        "{rule:rule}: платите за {paid:number}, ещё {free:number} бесплатно[, {what}][. Условия: {when}]",
        "{rule:rule}: pay for {paid:number}, {free:number} more free[, {what}][. Terms: {when}]",
    ),
    "extra.promotion/steps": Saying(
        "{rule:rule}: скидка от {low:percent} до {high:percent} по сумме счёта[, {what}][. Условия: {when}]",
        "{rule:rule}: from {low:percent} to {high:percent} off by the size of the bill[, {what}][. Terms: {when}]",
    ),
    "extra.welcome": Saying("за вступление — {units:units}", "{units:units} for joining"),
    "extra.birthday": Saying("ко дню рождения — {units:units}", "{units:units} for your birthday"),
    "extra.survey_answered": Saying(
        "за ответы на вопросы после визита — {units:units}", "{units:units} for answering our questions"
    ),
    "extra.plan_completed": Saying(
        "за завершённый план лечения — {units:units}", "{units:units} for finishing a plan of treatment"
    ),
    "extra.referral": Saying(
        "приведите друга: вам — {referrer:units}[, ему — {friend:units}][; его первый счёт — от {money:money}]",
        "bring a friend: {referrer:units} for you[, {friend:units} for them][; their first bill from {money:money} on]",
    ),
    "extra.referral/friend": Saying(
        "приведите друга: ему — {friend:units}[; его первый счёт — от {money:money}]",
        "bring a friend: {friend:units} for them[; their first bill from {money:money} on]",
    ),
    "extra.perk": Saying("уровень {level:level}: {perk}", "level {level:level}: {perk}"),
    "extra.perk/counted": Saying(
        "уровень {level:level}: {perk}, {count:раз|раза|раз} в год",
        "level {level:level}: {perk}, {count:time|times} a year",
    ),
    # what stays true when something changes
    "change.worse": Saying(
        "если условия станут хуже, скажем не позже чем за {days:день|дня|дней}",
        "if terms get worse, you hear it {days:day|days} before",
    ),
    "change.worse/none": Saying("об изменениях скажем заранее", "we tell you about changes before"),
    "change.kept": Saying("накопленное раньше сохраняет свой срок", "what you earned before keeps its term"),
    "change.close": Saying(
        "если программа закроется, накопленное можно тратить ещё {days:день|дня|дней}",
        "if the program closes, you can still spend for {days:day|days}",
    ),
    "change.leave": Saying(
        "выйти можно в любой день; накопленное можно тратить ещё {days:день|дня|дней}",
        "you can leave any day and spend what you have for {days:day|days} more",
    ),
    "change.return/at_paid_price": Saying(
        "за неоказанную услугу возвращаем столько, сколько за неё заплачено",
        "a service not rendered is given back at the price paid",
    ),
    "change.return/at_list_price": Saying(
        "при возврате части курса оказанное считаем по прейскуранту",
        "when part of a course comes back, the rest counts at list price",
    ),
    "change.shortfall/forgive": Saying(
        "начисленное за возвращённое снимаем, уже потраченное не спрашиваем",
        "what a returned service earned is taken back; what you have spent of it is not asked for",
    ),
    "change.shortfall/debt": Saying(
        "начисленное за возвращённое снимаем, недостающее — из следующих начислений",
        "what a returned service earned is taken back, a rest from what you earn next",
    ),
    "change.shortfall/withhold": Saying(
        "начисленное за возвращённое снимаем, недостающее удерживаем из возврата",
        "what a returned service earned is taken back, a rest is withheld from the money",
    ),
}
