"""What the form says of events, rewards, limits and published examples."""

from collections.abc import Mapping
from typing import Final

from ui.wording.program_form.words import FieldWords, says

_NONE: Final = ("0 — ничего.", "0: none.")
_NO_LIMIT: Final = ("0 — без ограничения.", "0: no limit.")
_CLAIMED: Final = ("Обещание примера; пусто — не обещает.", "What the example promises; empty: nothing.")

FIELDS: Final[Mapping[str, FieldWords]] = {
    "events.welcome": says(
        ("За вступление", "On joining"),
        _NONE,
        (
            "У 8 программ: 100, 50, 500 и скидки на первый визит.",
            "8 programs: 100, 50, 500, or a discount on the first visit.",
        ),
    ),
    "events.birthday": says(
        ("На день рождения", "On the birthday"),
        _NONE,
        ("День рождения отмечают 6 программ.", "6 programs mark the birthday."),
    ),
    "events.survey_answered": says(
        ("За ответ на опрос клиники", "For an answered survey"),
        (
            "За отзыв клинике, а не на чужих сайтах: там платные отзывы запрещены.",
            "For telling the clinic; review sites forbid paid reviews.",
        ),
    ),
    "events.plan_completed": says(("За законченный план лечения", "For a completed plan"), _NONE),
    "events.referral.referrer": says(
        ("Кто привёл друга, получает", "Who brought a friend gets"),
        _NONE,
        ("Награда за друга — у 12 программ из 138.", "12 of 138 programs reward it."),
    ),
    "events.referral.friend": says(("Друг получает", "The friend gets"), _NONE),
    "events.referral.after": says(
        ("Когда", "When"),
        ("После первого оплаченного визита друга.", "After the friend’s first paid visit."),
        first_paid_visit=("после первого оплаченного визита", "after the first paid visit"),
    ),
    "events.referral.min_bill": says(
        ("Наименьший счёт этого визита", "Smallest bill of that visit"),
        ("Чтобы награда не была больше оплаты.", "So that the reward is not above the payment."),
    ),
    "events.referral.per_year": says(("Не больше скольких друзей в год?", "Most friends a year"), _NO_LIMIT),
    "rewards": says(
        ("Подарки за баллы", "Rewards for units"),
        ("На что меняют накопленное.", "What units are exchanged for."),
        ("Подарок вместо денег — у 5 программ.", "A gift instead of money: 5 programs."),
    ),
    "rewards.code": says(("Код", "Code"), ("Короткое имя латиницей.", "A short name.")),
    "rewards.name": says(
        ("Что получает пациент?", "What does the patient get?"),
        ("Так подарок назван в листовке.", "The leaflet calls it so."),
    ),
    "rewards.cost": says(("Сколько стоит в баллах?", "What does it cost in units?"), ("Больше нуля.", "Above 0.")),
    "rewards.service": says(
        ("Код услуги", "Code of the service"),
        ("Услуга бесплатно; или сумма, или процент ниже.", "The service is free; or a sum, or a percent below."),
    ),
    "rewards.amount": says(
        ("Или сумма со счёта", "Or a sum off the bill"), ("Вместо услуги.", "Instead of a service.")
    ),
    "rewards.percent": says(
        ("Или процент со счёта", "Or a percent off the bill"), ("Вместо услуги.", "Instead of a service.")
    ),
    "rewards.stock": says(("Сколько их?", "How many are there?"), _NO_LIMIT),
    "rewards.not_tried_yet": says(
        ("Только если ещё не пробовал?", "Only a service not had before?"),
        ("Услуга, которой у пациента ещё не было.", "A service the patient has not had."),
    ),
    "limits.manual_units": says(("Не больше скольких вручную?", "Most units given or taken by hand"), _NO_LIMIT),
    "limits.manual_discount": says(
        ("Ручная скидка без второго человека, %", "Manual discount without a second person, percent"),
        ("Пусто — вручную нельзя.", "Empty: none by hand."),
    ),
    "limits.redeem_proof_over": says(
        ("С какого числа просить подтверждение?", "Spending more needs a proof"),
        ("Карту или код владельца; 0 — никогда.", "The holder’s card or code; 0: never."),
    ),
    "limits.offline_redeem": says(
        ("Сколько можно потратить без сети?", "Most units spent without a network"), _NO_LIMIT
    ),
    "limits.self_service": says(
        ("Может ли пациент тратить без администратора?", "May patients spend without a receptionist?"),
        ("На терминале или в приложении.", "At a terminal or in an app."),
    ),
    "limits.apology.units": says(("Сколько можно дать в извинение?", "Units of one apology"), _NONE),
    "limits.apology.per_employee_month": says(
        ("Сколько извинений в месяц на сотрудника?", "Apologies a month, per employee"), ("0 — ни одного.", "0: none.")
    ),
    "examples": says(
        ("Примеры", "Examples"),
        (
            "Пересчитываются при каждой проверке: неверный пример не опубликуется.",
            "Recomputed at every check: an untrue one is not published.",
        ),
    ),
    "examples.title": says(
        ("Что показывает пример?", "What does it show?"), ("Строка над примером.", "The line above it.")
    ),
    "examples.state.spent": says(
        ("Пациент уже потратил", "The patient has spent"), ("До этого счёта.", "Before this bill.")
    ),
    "examples.state.visits": says(("Визитов до этого", "Visits before"), ("До этого счёта.", "Before this bill.")),
    "examples.state.units": says(("Остаток до этого", "Balance before"), ("До этого счёта.", "Before this bill.")),
    "examples.state.level": says(
        ("Уровень до этого", "Level before"), ("Код уровня; пусто — по сумме.", "Code of the level; empty: by the sum.")
    ),
    "examples.state.groups": says(("Льготы", "Groups"), ("Коды через запятую.", "Codes, parted by commas.")),
    "examples.state.family.members": says(
        ("Человек в семье", "Members of the family"), ("Пусто — без семьи.", "Empty: no family.")
    ),
    "examples.state.proof": says(
        ("Чем подтверждает", "Proved by"),
        ("Для больших списаний.", "For large sums of units."),
        card=("картой", "card"),
        pin=("кодом", "code"),
        attributes=("данными", "details"),
    ),
    "examples.bill": says(("Строки счёта", "Lines of the bill"), ("Услуги примера.", "What the example buys.")),
    "examples.bill.service": says(
        ("Код услуги", "Code of the service"), ("Как в прейскуранте.", "As in the price list.")
    ),
    "examples.bill.category": says(("Вид услуг", "Category"), ("Код вида.", "Its code.")),
    "examples.bill.price": says(("Цена", "Price"), ("За одну.", "Of one.")),
    "examples.bill.quantity": says(("Сколько", "Quantity"), ("Целое число.", "A whole number.")),
    "examples.bill.payer": says(
        ("Кто платит", "Payer"),
        ("За эту строку.", "Of this line."),
        self=("пациент", "patient"),
        certificate=("сертификат", "certificate"),
        deposit=("депозит", "deposit"),
        insurer=("страховая", "insurer"),
        state=("государство", "state"),
        employer=("работодатель", "employer"),
    ),
    "examples.redeem": says(
        ("Сколько оплачивается баллами", "Units to spend"),
        ("Число или сколько можно.", "A number, or as many as may be."),
        max=("сколько можно", "as many as may be"),
    ),
    "examples.claims.pays": says(("Платит", "Pays"), _CLAIMED),
    "examples.claims.earns": says(("Начисляется", "Earns"), _CLAIMED),
    "examples.claims.level": says(("Уровень счёта", "Level of the bill"), _CLAIMED),
    "examples.claims.level_after": says(("Уровень после", "Level after"), _CLAIMED),
    "examples.claims.discount": says(("Скидка", "Discount"), _CLAIMED),
    "examples.claims.list": says(("По прейскуранту", "At list price"), _CLAIMED),
    "examples.claims.redeemed_units": says(("Списано", "Units spent"), _CLAIMED),
    "examples.claims.redeemed": says(("Оплачено списанным", "Paid with units"), _CLAIMED),
    "examples.claims.balance_after": says(("Остаток после", "Balance after"), _CLAIMED),
}
