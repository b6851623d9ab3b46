"""What the form says of earning, spending and lapsing."""

from collections.abc import Mapping
from typing import Final

from ui.wording.program_form.words import FieldWords, says

_PAYERS: Final = {
    "self": ("пациент сам", "the patient"),
    "certificate": ("подарочный сертификат", "a gift certificate"),
    "deposit": ("депозит", "a deposit"),
}
_NO_LIMIT: Final = ("0 — без ограничения.", "0: no limit.")

FIELDS: Final[Mapping[str, FieldWords]] = {
    "earn.min_bill": says(
        ("С какого счёта начисляется?", "Smallest bill that earns"),
        (
            "За счёт меньше этой суммы ничего не начисляется; 0 — за любой.",
            "A smaller bill earns nothing; 0: every bill earns.",
        ),
        (
            "Наименьший счёт назван у 4 программ: 3000 ₽, 800 ₽, 100 zł, £30.",
            "4 programs name one: ₽3000, ₽800, 100 zł, £30.",
        ),
    ),
    "earn.min_bill_base": says(
        ("С какой суммой сравнивается наименьший счёт?", "Which sum is compared with the smallest bill?"),
        ("По прейскуранту, после скидок, или оплаченная.", "At list price, after discounts, or what is paid."),
        list_price=("по прейскуранту", "at list price"),
        after_discounts=("после скидок", "after discounts"),
        paid=("оплаченная", "what is paid"),
    ),
    "earn.rounding": says(
        ("В какую сторону округлять начисленное?", "Which way is what is earned rounded?"),
        ("Вверх выгодно пациенту, вниз — обычно на кассах.", "Up favours the patient, down is what tills mostly do."),
        ("Округление не названо у 131 программы из 138.", "131 of 138 programs do not tell their rounding."),
        down=("вниз", "down"),
        half_up=("по правилам арифметики", "half up"),
        up=("вверх", "up"),
    ),
    "earn.round_per": says(
        ("Где округлять?", "Rounded once per what?"),
        (
            "Один раз на счёт, на каждый вид услуг, или на каждой строке.",
            "Once a bill, once a category, or on every line.",
        ),
        bill=("на счёт", "bill"),
        category=("на вид услуг", "category"),
        line=("на строку", "line"),
    ),
    "earn.on_bill_with_units": says(
        ("Что начисляется за счёт, часть которого оплачена баллами?", "What does a bill partly paid with units earn?"),
        (
            "На часть деньгами, ничего, или на весь счёт; «ничего» делает оплату баллами убыточной для пациента.",
            "On the money part, nothing, or on the whole bill; with “nothing”, spending may cost more than it pays.",
        ),
        (
            "46 из 53 программ с баллами этого не говорят; из остальных 4 — на часть деньгами, 3 — ничего.",
            "46 of 53 points programs do not tell; of the others 4 earn on the money part, 3 nothing.",
        ),
        money_part=("на часть деньгами", "on the money part"),
        nothing=("ничего", "nothing"),
        whole_bill=("на весь счёт", "on the whole bill"),
    ),
    "earn.on_discounted_lines": says(
        ("Начисляется ли за строки со скидкой по акции?", "Do lines with a promotion or manual discount earn?"),
        (
            "Если нет, строка с акцией или ручной скидкой ничего не начисляет.",
            "If not, a line that got a promotion or a manual discount earns nothing.",
        ),
        ("Строки по акции исключены у 11 программ из 138.", "11 of 138 programs leave promotion lines out."),
    ),
    "earn.max_per_bill": says(("Не больше скольких баллов за счёт?", "Most units a bill earns"), _NO_LIMIT),
    "earn.owner": says(
        ("Кому начисляется?", "Who gets the units?"),
        (
            "Пациенту, тому, кто платит, или владельцу показанной карты: важно, когда за ребёнка платит родитель.",
            "The patient, whoever pays, or the holder of the card shown: it matters when a parent pays for a child.",
        ),
        (
            "Прямо говорят 2 программы из 138: одна — пациенту, другая — тому, кто платит.",
            "2 of 138 programs say: one the patient, one the payer.",
        ),
        patient=("пациенту", "the patient"),
        payer=("кто платит", "the payer"),
        holder=("владельцу карты", "the card’s holder"),
    ),
    "earn.payers": says(
        ("За какую оплату начисляется?", "Which payers earn?"),
        (
            "За оплату страховой, государством и работодателем не начисляется никогда.",
            "What an insurer, the state or an employer pays never earns.",
        ),
        ("Кто платит, оговорено у 15 программ из 138.", "15 of 138 programs leave payers out."),
        **_PAYERS,
    ),
    "earn.usable": says(
        ("Когда начисленным можно платить?", "When may earned units be spent?"),
        (
            "Сразу после чека, через несколько дней (14 дней) или с какого визита (визит 3).",
            "From the receipt on, after some days (14 days), or from a visit on (visit 3).",
        ),
        (
            "Из 12 программ: со следующего визита — 5; сразу, назавтра, через 14 дней, с третьего визита — по одной.",
            "Of 12 programs: next visit 5; at once, next day, after 14 days, from the third visit once each.",
        ),
        at_once=("сразу", "at once"),
    ),
    "redeem": says(
        ("Можно ли платить баллами за услуги?", "May units pay for services?"),
        (
            "Нет — только для отметок, которые сами ничего не стоят и меняются на подарки.",
            "No: only for stamps, which are worth nothing themselves and buy rewards.",
        ),
    ),
    "redeem.max_share": says(
        ("Какой процент можно оплатить баллами?", "What percent may units pay?"),
        (
            "0 — только виды услуг, у которых задана своя доля.",
            "0: only categories that have a share of their own.",
        ),
        (
            "50 % — 5 программ, 20 % — 2, 10 % — 2, 15, 25, 30 и 100 % — по одной; своя доля для видов услуг — у 4.",
            "50% in 5 programs, 20% in 2, 10% in 2; 15, 25, 30 and 100% once each; per category in 4.",
        ),
    ),
    "redeem.base": says(
        ("Процент от чего?", "Percent of what?"),
        (
            "От строк, которые можно оплатить, от всего счёта, или от каждой строки отдельно.",
            "Of the lines units may pay, of the whole bill, or of each line by itself.",
        ),
        eligible_lines=("подходящих строк", "the lines they may pay"),
        bill=("всего счёта", "the whole bill"),
        each_line=("каждой строки", "each line"),
    ),
    "redeem.on_discounted_lines": says(
        ("Можно ли платить баллами за строки со скидкой по акции?", "May units pay for lines with a promotion?"),
        ("Если нет, такие строки оплачиваются деньгами.", "If not, such lines are paid in money."),
    ),
    "redeem.owner": says(
        ("Чьими баллами можно платить?", "Whose units may pay?"),
        (
            "Пациента на приёме или владельца показанной карты.",
            "The patient’s, or those of the holder of the card shown.",
        ),
        (
            "Личная карта — у 24 программ, передаваемая — у 6.",
            "Personal in 24 programs, transferable in 6.",
        ),
        patient=("пациента", "the patient’s"),
        holder=("владельца карты", "the card holder’s"),
    ),
    "redeem.payers": says(
        ("Чью часть счёта можно оплатить баллами?", "Which payers’ lines may units pay?"),
        (
            "Часть страховой, государства и работодателя баллами не оплачивается никогда.",
            "The insurer’s, the state’s and the employer’s part is never paid with units.",
        ),
        **_PAYERS,
    ),
    "redeem.leave_at_least": says(
        ("Сколько остаётся заплатить за каждую строку?", "Money that stays to pay on every line"),
        (
            "1.00 — если касса не принимает строку с нулём; 0 — ничего.",
            "1.00 where the cash register takes no zero line; 0: nothing.",
        ),
    ),
    "redeem.multiple_of": says(
        ("Только кратно", "Only in multiples of"),
        ("100 — тратить сотнями; 0 — любое число.", "100: spent by hundreds; 0: any number."),
        ("Кратность 100 — у 1 программы.", "Multiples of 100: 1 program."),
    ),
    "redeem.min_balance": says(
        ("С какого остатка можно тратить?", "Smallest balance that may be spent"),
        ("0 — с любого.", "0: any."),
        ("У 5 программ: 100, 1000, 1000, 2000, 10 000.", "In 5 programs: 100, 1,000, 1,000, 2,000, 10,000."),
    ),
    "redeem.keep_balance": says(
        ("Сколько должно остаться на счёте?", "Units that must stay"),
        ("Неснижаемый остаток; 0 — можно потратить всё.", "What cannot be spent; 0: everything can."),
        ("Есть у 1 программы.", "1 program has it."),
    ),
    "redeem.max_per_bill": says(("Не больше скольких на счёт?", "Most units a bill may take"), _NO_LIMIT),
    "redeem.max_per_day": says(("Не больше скольких в день?", "Most units a day may take"), _NO_LIMIT),
    "expiry.clock": says(
        ("Сгорает ли начисленное, и от чего считается срок?", "Do units lapse, and what starts the clock?"),
        (
            "Никогда, от начисления, от последнего визита, от вступления, или в день календаря.",
            "Never, from earning, from the last visit, from joining, or on a day of the calendar.",
        ),
        (
            "Из 40 программ: от начисления — 12, никогда — 11, от визита — 5, от вступления — 2, в конце года — 2.",
            "Of 40 programs: from earning 12, never 11, from the last visit 5, from joining 2, at the year’s end 2.",
        ),
        never=("никогда", "never"),
        accrual=("от начисления", "from earning"),
        activity=("от последнего визита", "from the last visit"),
        joining=("от вступления", "from joining"),
        calendar=("в день календаря", "a calendar day"),
    ),
    "expiry.period": says(
        ("Сколько действует?", "How long are units good?"),
        ("Срок: 12 месяцев, 365 дней, 3 года.", "A term: 12 months, 365 days, 3 years."),
        (
            "От начисления: 12 месяцев — 4 программы, 6 месяцев — 3, 3 года — 2; 2 и 18 месяцев, 2 года — по одной.",
            "From earning: 12 months in 4 programs, 6 months in 3, 3 years in 2; 2 and 18 months, 2 years once each.",
        ),
    ),
    "expiry.starts": says(
        ("Откуда идёт срок?", "From when does the term run?"),
        (
            "От чека или от дня, когда баллами уже можно платить.",
            "From the receipt, or from the day the units may be spent.",
        ),
        receipt=("от чека", "the receipt"),
        usable=("от дня, когда можно платить", "the day they may be spent"),
    ),
    "expiry.renewed_by": says(
        ("Какой визит продлевает?", "Which visit renews?"),
        ("Только с оплатой деньгами или любой.", "One that was paid in money, or any."),
        paid_visit=("с оплатой", "a paid one"),
        any_visit=("любой", "any"),
    ),
    "expiry.calendar_day": says(
        ("В какой день сгорает?", "On which day do units lapse?"),
        (
            "Месяц и день, например 12-31: до конца этого дня ещё действует.",
            "Month and day, as 12-31; good to the end of that day.",
        ),
    ),
    "expiry.calendar_share": says(
        ("Какая доля остатка сгорает?", "What share of the rest lapses?"),
        ("100 — всё, 50 — половина.", "100: all of it, 50: half."),
    ),
    "expiry.warn_days": says(
        ("За сколько дней предупредить о сгорании?", "How many days before is the patient warned?"),
        (
            "Ничего не сгорает, если пациента не предупредили за столько дней.",
            "Nothing lapses unless the patient was warned so many days before.",
        ),
    ),
    "expiry.grace_days": says(
        ("Сколько дней действует возвращённое?", "How long are units good that a return gives back?"),
        (
            "Баллы, вернувшиеся после возврата услуги, действуют ещё хотя бы столько дней.",
            "Units given back by a return stay good at least so many days.",
        ),
    ),
}
