"""Findings about units: what bills earn, what units pay, how long they live, what is given before money came in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from ui.wording.advice import Advice

UNITS: Final[Mapping[str, Advice]] = {
    "P02": Advice(
        (
            "Стоит хоть что-то списать, и со счёта не начислится ничего.",
            "As soon as any {units:many} are spent, the bill earns nothing.",
        ),
        (
            "Списывая немного, пациент теряет больше, чем получает, и узнаёт об этом потом.",
            "Spending a little, patients lose more than they get, and learn of it afterwards.",
        ),
        (
            (
                "[На счёте {bill:money} списать {spent:taking} — значит не получить новых {lost:units}.]"
                "[ Со счёта {from_bill:money} даже {least:units} списать невыгодно.]"
            ),
            (
                "[On a bill of {bill:money}, spending {spent:units} costs {lost:units} in new ones.]"
                "[ From a bill of {from_bill:money} on, spending even {least:units} is a loss.]"
            ),
        ),
        ("Начислять с того, что оплачено деньгами", "Earn on what is paid in money"),
    ),
    "P04": Advice(
        (
            "Списать нельзя ничего: списывают по {multiple:units}, а больше {most:of} не разрешено.",
            "Nothing can be spent: one spends by {multiple:units}, and no more than {most:units} may go.",
        ),
        (
            "Пациент копит то, чем никогда не сможет заплатить.",
            "Patients collect what they will never be able to pay with.",
        ),
        (
            "Даже со счёта {bill:money} не спишется ничего.",
            "Even on a bill of {bill:money} nothing can be spent.",
        ),
        ("Списывать любое число", "Let any number be spent"),
    ),
    "P05/earn": Advice(
        (
            "{promotion:rule} отнимает больше, чем даёт: услуги со скидкой ничего не начисляют.",
            "{promotion:rule} takes more than it gives: services with a discount earn nothing.",
        ),
        (
            "За акцию, о которой пациент не просил, он расплачивается накопленным.",
            "The patient pays with {units:many} for a promotion nobody asked for.",
        ),
        (
            "На счёте {bill:money} акция даёт {gives:money}, а не начисленное стоит {takes:money}.",
            "On a bill of {bill:money} the promotion gives {gives:money}; not earned are {takes:money}.",
        ),
        ("Начислять и на такие услуги", "Let such services earn"),
    ),
    "P05/redeem": Advice(
        (
            "{promotion:rule} не даёт заплатить накопленным, хотя сама даёт меньше.",
            "{promotion:rule} bars paying with {units:many}, though it gives less itself.",
        ),
        (
            "Пациент хотел заплатить накопленным, а ему вместо этого дали маленькую скидку.",
            "The patient wanted to pay with what was collected and got a small discount instead.",
        ),
        (
            "На счёте {bill:money} акция даёт {gives:money}, а оплатить накопленным можно было бы {takes:money}.",
            "On a bill of {bill:money} the promotion gives {gives:money}; {takes:money} could have been paid.",
        ),
        ("Списывать и на таких услугах", "Let them pay for such services"),
    ),
    "P05/cost": Advice(
        (
            "{rule:rule} стоит больше, чем даёт.",
            "{rule:rule} costs more than it gives.",
        ),
        (
            "Кто обменяет накопленное на неё, потеряет против того, кто просто заплатит им.",
            "Who takes it for what was collected loses against who simply pays with it.",
        ),
        (
            "{cost:units} оплатят {pays:money} счёта, а награда даёт {gives:money}.",
            "{cost:units} pay {pays:money} of a bill, and the reward gives {gives:money}.",
        ),
        ("Снизить цену награды", "Lower its cost"),
    ),
    "P06": Advice(
        (
            (
                "Срок жизни идёт, пока пользоваться ещё нельзя[: из {life:дня|дней|дней} остаётся {left:день|дня|дней}]"
                "[: до визита номер {visit:number} пройдёт около {wait:дня|дней|дней}, а срок {life:день|дня|дней}]."
            ),
            (
                "The life runs while nothing can be used yet[: of {life:day|days}, {left:day|days} are left]"
                "[: until visit {visit:number} about {wait:day|days} pass, and they live {life:day|days}]."
            ),
        ),
        (
            "Начисленное сгорит раньше, чем пациент сможет им заплатить.",
            "What was earned is gone before the patient can pay with it.",
        ),
        (
            "[Начислено {start:date}: можно тратить с {first:date}, последний день {last:date}.]",
            "[Earned on {start:date}: they can be spent from {first:date}, the last day is {last:date}.]",
        ),
        ("Дать время пользоваться", "Leave time to use them"),
    ),
    "P08": Advice(
        (
            "Сказано {days:день|дня|дней}, а это не всегда {period:period}.",
            "It says {days:day|days}, and that is not always {period:period}.",
        ),
        (
            "В високосный год последний день сдвинется, и пациент придёт на день позже.",
            "In a leap year the last day moves, and the patient comes a day too late.",
        ),
        (
            "От {start:date}: последний день {by_days:date}, а не {by_years:date}.",
            "From {start:date}: the last day is {by_days:date} and not {by_years:date}.",
        ),
        ("Считать годами", "Count in years"),
    ),
    "P09": Advice(
        (
            (
                "[Накопленное можно потратить впервые только через {visits:визит|визита|визитов}.]"
                "[Потратить накопленное не удастся и за {looked:визит|визита|визитов}.]"
                "[{kept:units} навсегда остаются на счёте, и потратить их нельзя.]"
            ),
            (
                "[Nothing can be used before {visits:visit|visits} have passed.]"
                "[Even in {looked:visit|visits} nothing that was collected can be used.]"
                "[{kept:units} stay on the account for ever and can never be spent.]"
            ),
        ),
        (
            "То, чем нельзя воспользоваться, пациент не считает подарком.",
            "What cannot be used is no gift in the eyes of a patient.",
        ),
        (
            (
                "[Чтобы воспользоваться впервые, надо потратить {spent:money} при счёте {bill:money}.]"
                "[Это {money:money}, которые обещаны и не даны.]"
            ),
            (
                "[To use any, {spent:money} have to be spent first, at {bill:money} a visit.]"
                "[This is {money:money} promised and not given.]"
            ),
        ),
        ("Убрать этот предел", "Take this limit away"),
    ),
    "P10": Advice(
        (
            "Подарка за вступление хватает на весь счёт, а пациент ещё ничего не платил.",
            "The gift for joining pays a whole bill before the patient has paid anything.",
        ),
        (
            "Придут те, кому нужен только бесплатный приём.",
            "Those will come who want nothing but a free visit.",
        ),
        (
            "У нового пациента {units:units}: приём за {bill:money} достанется ему даром.",
            "A new patient with {units:units} pays nothing for a visit of {bill:money}.",
        ),
        ("Оплачивать не больше половины", "Pay half of a bill at most"),
    ),
    "P11": Advice(
        (
            "{promotion:rule}: награда за отзыв[, {units:units}].",
            "{promotion:rule}: a reward for a review[, {units:units}].",
        ),
        (
            "Площадки с отзывами это запрещают, а купленным отзывам не верят; благодарите за ответ на опрос клиники.",
            "Review sites forbid it, and nobody believes a bought review; thank for answers to the clinic instead.",
        ),
        fix=("Дарить за ответ клинике", "Give it for feedback to the clinic"),
    ),
    "P12": Advice(
        (
            "За друга дают больше, чем друг должен заплатить[: достаточно счёта {min_bill:money}].",
            "More is given for a friend than the friend has to pay[: a bill of {min_bill:money} is enough].",
        ),
        (
            "Рекомендации станут способом получать деньги, а не приводить пациентов.",
            "Recommending becomes a way to get money and not to bring patients.",
        ),
        (
            "На двоих это {given:money}[: {referrer:units} за друга][ и {friend:units} самому другу].",
            "For both it is {given:money}[: {referrer:units} for the friend][ and {friend:units} to the friend].",
        ),
        ("Начислять при счёте от {asked:money}", "Give it from a bill of {asked:money}"),
    ),
    "P13": Advice(
        (
            "Начисляется и с той части счёта, которую оплатили не деньгами.",
            "A bill earns also on the part that {units:many} paid.",
        ),
        (
            "Клиника платит дважды: сначала списанием, потом новым начислением на те же деньги.",
            "The clinic pays twice: once when they are spent, and again with new ones on the same money.",
        ),
        (
            "[Счёт {bill:money}, из них списано {redeemed:money}: начислено {earns:units}, как со всей суммы.]",
            "[A bill of {bill:money}, {redeemed:money} of it paid so: {earns:units} are earned, as on all of it.]",
        ),
        ("Начислять с того, что оплачено деньгами", "Earn on what is paid in money"),
    ),
    "P15": Advice(
        (
            "Округление вверх даёт на маленьких счетах намного больше ставки.",
            "Rounding up gives much more than the rate on small bills.",
        ),
        (
            "Выгодно делить визит на несколько маленьких счетов.",
            "It pays to part a visit into several small bills.",
        ),
        (
            "Счёт {bill:money} приносит {earns:taking}: это {share:percent} вместо {rate:percent}.",
            "A bill of {bill:money} brings {earns:units}: that is {share:percent} and not {rate:percent}.",
        ),
        ("Округлять до ближайшего", "Round to the nearest"),
    ),
    "F04": Advice(
        (
            "О сгорании предупреждают за {days:день|дня|дней}.",
            "Patients are warned {days:day|days} before {units:many} lapse.",
        ),
        (
            "За это время не всегда можно попасть к врачу.",
            "That is not always enough to get an appointment.",
        ),
        fix=("Предупреждать за 30 дней", "Warn 30 days before"),
    ),
    "lapse.interval": Advice(
        (
            "Сгорает раньше, чем пациент приходит снова: срок {life:день|дня|дней}.",
            "They lapse before the patient comes again: they live {life:day|days}.",
        ),
        (
            "Больше половины пациентов не успеют воспользоваться ни разу и обидятся.",
            "More than half of the patients will never get to use them, and be offended.",
        ),
        (
            "Между двумя визитами в этой клинике обычно проходит {interval:день|дня|дней}.",
            "Between two visits {interval:day|days} usually pass in this clinic.",
        ),
        ("Дать срок длиннее", "Give them a longer life"),
    ),
    "level.interval": Advice(
        (
            "Уровень падает раньше, чем пациент приходит снова: через {life:день|дня|дней}.",
            "The level falls before the patient comes again: after {life:day|days}.",
        ),
        (
            "Постоянный пациент теряет уровень, ничего не сделав не так.",
            "A faithful patient loses the level for doing nothing wrong.",
        ),
        (
            "Между двумя визитами в этой клинике обычно проходит {interval:день|дня|дней}.",
            "Between two visits {interval:day|days} usually pass in this clinic.",
        ),
        ("Дать срок длиннее", "Give it a longer time"),
    ),
}
