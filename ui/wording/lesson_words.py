"""The sentences of lessons: what may be missed, why a lesson does not apply, what consents are called."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from ui.wording.saying import Saying

#: What was missed, by its code.
MISSED: Final[Mapping[str, Saying]] = {
    "receipt.none": Saying("На имя «{name}» ещё ничего не оплачено.", "Nothing is paid in the name of {name} yet."),
    "receipt.stranger": Saying(
        "Счёт оплачен без пациента: визит никому не записан, и за него ничего не положено. Отмените (F8), откройте "
        "пациента и проведите ещё раз.",
        "The bill was paid without a patient: the visit is nobody’s, and nothing comes of it. Undo it (F8), open the "
        "patient and pay again.",
    ),
    "receipt.other": Saying(
        "Счёт оплачен на имя «{found}»[, дата рождения {born:date}]: это не тот человек. Отмените (F8) и откройте "
        "того, о ком речь.",
        "The bill was paid in the name of {found}[, born on {born:date}]: that is somebody else. Undo it (F8) and open "
        "the one it is about.",
    ),
    "receipt.double": Saying(
        "Счёт оплачен на новую запись «{name}», а визиты и баланс остались на прежней. Отмените (F8) и откройте ту.",
        "The bill was paid on a new record of {name}; visits and balance are on the one before. Undo it (F8) and open "
        "that one.",
    ),
    "receipt.manual": Saying(
        "Дана скидка вручную. Её нет в программе: следующему пациенту пришлось бы объяснять, почему ему — нет.",
        "A discount was given by hand. The program does not promise it, and the next patient will ask why not to her.",
    ),
    "receipt.online": Saying(
        "Счёт оплачен, когда связь была. Урок — о работе без неё: повторите шаг.",
        "The bill was paid while the line was up. The lesson is about working without it: repeat the step.",
    ),
    "receipt.group": Saying(
        "Счёт оплачен раньше, чем отмечен документ, и льгота не сработала: вышло {was:money}, а с ней {pays:money}.",
        "The bill was paid before the document was noted, so the privilege did not count: {was:money} in place of "
        "{pays:money}.",
    ),
    "receipt.sum": Saying(
        "К оплате вышло {was:money}, а по программе — {pays:money}.",
        "It came to {was:money}; by the program it is {pays:money}.",
    ),
    "line.missing": Saying("В счёте нет услуги {service:service}.", "{service:service} is not on the bill."),
    "line.extra": Saying("В счёте лишнее: {service:service}.", "{service:service} does not belong on the bill."),
    "line.pieces": Saying(
        "{service:service}: в счёте {found:number}, а нужно {count:number}.",
        "{service:service}: {found:number} on the bill, it should be {count:number}.",
    ),
    "line.payer": Saying(
        "{service:service}: в счёте отмечено «{found:payer}», а должно быть «{payer:payer}». Поэтому вышло "
        "{was:money}, а не {pays:money}.",
        "{service:service}: the bill says “{found:payer}”, it should say “{payer:payer}”. So it came to {was:money} "
        "and not to {pays:money}.",
    ),
    "line.price": Saying(
        "{service:service}: цена изменена, {found:money} вместо {price:money} по прейскуранту, или строка помечена как "
        "акционная.",
        "{service:service}: the price was changed, {found:money} in place of {price:money} on the list, or the line is "
        "marked as a sale.",
    ),
    "units.none": Saying(
        "Ничего не списано, а можно было {units:taking}: вышло {was:money} вместо {pays:money}.",
        "Nothing was spent, though {units:units} might have been: {was:money} in place of {pays:money}.",
    ),
    "units.less": Saying(
        "Списано {found:units}, а можно было {units:taking}: вышло {was:money} вместо {pays:money}.",
        "{found:units} spent, though {units:units} might have been: {was:money} in place of {pays:money}.",
    ),
    "units.unproven": Saying(
        "Карта не считана и не отмечена («Карта считана»), и списано только {found:units}; с нею можно "
        "{units:taking}: вышло {was:money} вместо {pays:money}.",
        "The card was neither scanned nor ticked (“Card scanned”), so only {found:units} went; with it, {units:units} "
        "may: {was:money} in place of {pays:money}.",
    ),
    "units.more": Saying(
        "Списано {found:units}, а об этом не просили.", "{found:units} spent, which nobody asked for.",
    ),
    "return.none": Saying("По квитанции пока ничего не возвращено.", "Nothing of the receipt is given back yet."),
    "return.more": Saying(
        "{service:service}: возвращено[ лишнее, {given:number} вместо {due:number}], а эта услуга состоялась.",
        "{service:service} was given back[: {given:number} in place of {due:number}], but it did take place.",
    ),
    "return.less": Saying(
        "{service:service}: возвращено {given:number} из {due:number}.",
        "{service:service}: {given:number} of {due:number} given back.",
    ),
    "void.none": Saying(
        "Ошибочная квитанция ещё действует: оплачено и то, чего не было.",
        "The mistaken receipt still stands: what did not take place is paid too.",
    ),
    "void.part": Saying(
        "Квитанция отменена не вся: осталось {service:service}.",
        "The receipt is not undone whole: {service:service} is left.",
    ),
    "member.none": Saying(
        "Записи «{name}» в базе ещё нет: проверьте фамилию и дату рождения.",
        "There is no record of {name} yet: look at the surname and the birth date.",
    ),
    "member.not": Saying(
        "«{name}»: запись есть, но участия нет — не отмечено согласие на программу.",
        "{name} is written down but has not joined: the consent to the program is not ticked.",
    ),
    "member.name": Saying(
        "Имя записано как «{found}», а должно быть «{name}».", "The name is written {found}, it should be {name}."
    ),
    "member.born": Saying(
        "Дата рождения [записана {found:date}, а ]должна быть {day:date}.",
        "The birth date should be {day:date}[, not {found:date}].",
    ),
    "member.phone": Saying(
        "Телефон не тот или не записан: {phone}. По нему находят без карты.",
        "The phone is another one or missing: {phone}. It finds her without a card.",
    ),
    "single.twice": Saying(
        "Записей «{name}» теперь несколько ({count:number}). Человек был в базе: визиты и баланс остались на старой "
        "записи, а на новой пусто.",
        "There are several records of {name} now ({count:number}). The person was there already: visits and balance "
        "stayed with the old record, the new one is empty.",
    ),
    "consent.missing": Saying(
        "Не отмечено согласие: {consent}. Пациент его дал.", "A consent is missing: {consent}. The patient gave it.",
    ),
    "consent.extra": Saying(
        "Отмечено лишнее согласие: {consent}. Пациент его не давал: без согласия не пишут и не звонят.",
        "A consent too many: {consent}. The patient did not give it: without it nobody writes or calls.",
    ),
    "card.none": Saying("Потерянная карта ещё открывает счёт.", "The lost card still opens the account."),
    "card.both": Saying(
        "Новая карта есть, но и потерянная открывает счёт: кто найдёт, тот и потратит.",
        "There is a new card, but the lost one opens the account too: whoever finds it may spend.",
    ),
    "card.only_blocked": Saying(
        "Потерянная карта закрыта, а новой нет: дайте её (Ctrl+F11).",
        "The lost card is stopped, but there is no new one: give it (Ctrl+F11).",
    ),
    "card.reason": Saying(
        "Карта закрыта, но не отмечено, что она потеряна: по причине потом ищут найденные карты.",
        "The card is stopped, but not as lost: the reason tells what to do with a card that is found.",
    ),
    "family.none": Saying("Семьи пока нет: каждый сам по себе.", "There is no family yet: each is alone."),
    "family.missing": Saying("«{name}» ещё не в семье.", "{name} is not in the family yet."),
    "family.other": Saying("«{name}» попал в другую семью.", "{name} is in another family."),
    "family.stranger": Saying(
        "В семью попал посторонний: «{found}». Деньги семьи теперь и его.",
        "Somebody else is in the family: {found}. What the family has is theirs too now.",
    ),
    "told.none": Saying(
        "Не отмечено, что «{name}» знает о новых правилах (Ctrl+F7): о них расскажут дважды или ни разу.",
        "It is not noted that {name} knows of the new rules (Ctrl+F7): they will be told twice, or never.",
    ),
    "warned.none": Saying(
        "Не отмечено предупреждение: {units:units} сгорают скоро, а без него не сгорят в срок.",
        "The warning is not noted: {units:units} lapse soon, and unwarned they stay good.",
    ),
    "warned.spent": Saying(
        "Списано, и сгорать больше нечему, но не отмечено, что «{name}» знает о сроке: Shift+F7 нажимают до оплаты.",
        "It is spent, so nothing lapses any more, but it is not noted that {name} was told: Shift+F7 comes before "
        "paying.",
    ),
    "group.none": Saying(
        "Документ не отмечен: льготы «{group:group}» у «{name}» нет.",
        "The document is not noted: {name} has no privilege “{group:group}”.",
    ),
    "group.other": Saying(
        "Отмечена другая льгота: «{found:group}» вместо «{group:group}».",
        "Another privilege is noted: “{found:group}” in place of “{group:group}”.",
    ),
    "referral.none": Saying("Не отмечено, кто привёл «{name}».", "It is not noted who brought {name}."),
    "referral.forgotten": Saying(
        "Не отмечено, кто привёл «{name}», и благодарность никому не начислится: F4 открывает анкету снова.",
        "It is not noted who brought {name}, and nobody is thanked for it: F4 opens the form again.",
    ),
    "referral.other": Saying("Отмечено, что привёл другой человек: «{found}».", "Somebody else is noted: {found}."),
}  # fmt: skip

CONSENTS: Final[Mapping[str, Saying]] = {
    "program": Saying("участие в программе", "to the program"),
    "data": Saying("хранение данных", "to keeping personal data"),
    "sms": Saying("сообщения по СМС", "to messages by SMS"),
    "call": Saying("звонки", "to calls"),
    "email": Saying("письма по e-mail", "to e-mail"),
    "messenger": Saying("сообщения в мессенджере", "to messages in a messenger"),
}

#: What a program lacks.
NEEDS: Final[Mapping[str, Saying]] = {
    "units": Saying("по программе ничего не начисляют", "the program gives no units"),
    "spending": Saying("по программе нечего списывать", "nothing can be spent under the program"),
    "levels": Saying("в программе один уровень на всех", "the program has one level for all"),
    "level_discount": Saying("уровни не дают скидки", "the levels give no discount"),
    "family": Saying("в программе нет семей", "the program has no families"),
    "groups": Saying("в программе нет льгот по документу", "the program has no privileges with a document"),
    "lapse": Saying("в программе ничего не сгорает", "nothing lapses under the program"),
    "announced": Saying("новых правил не объявлено", "no new rules are announced"),
    "offline": Saying(
        "без связи программа ничего не ограничивает", "the program limits nothing while there is no line"
    ),
    "referral": Saying("за рекомендацию программа не благодарит", "the program does not thank for a friend"),
}
MONEY: Final[Saying] = Saying("таким счётом ничего не списать", "nothing can be spent on such a bill")
SERVICE: Final[Saying] = Saying(
    "в прейскуранте нет услуги, какая нужна для урока[: {service}][, из категорий {categories}][, {units}][, {earns}]"
    "[, {discounts}][, {group}][, от {low} до {high}]",
    "the price list has no service the lesson needs[: {service}][, of the categories {categories}][, {units}]"
    "[, {earns}][, {discounts}][, {group}][, from {low} to {high}]",
)
PROPERTIES: Final[Mapping[str, Saying]] = {
    "units/pay": Saying("её можно оплатить с баланса", "units may pay for it"),
    "units/less": Saying("её можно оплатить с баланса меньше других", "units may pay less of it than of others"),
    "units/never": Saying("её нельзя оплатить с баланса", "no units may pay for it"),
    "earns/yes": Saying("за неё начисляют", "it earns"),
    "earns/no": Saying("за неё не начисляют", "it earns nothing"),
    "discounts/yes": Saying("на неё есть скидка уровня", "the levels discount it"),
    "discounts/no": Saying("на неё нет скидки уровня", "the levels do not discount it"),
    "group/yes": Saying("на неё действует льгота", "the privilege discounts it"),
}
