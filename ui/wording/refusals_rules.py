"""What the rules of the program or of the ledger refuse, and who or what is not known."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from ui.wording.told import Told

REFUSALS: Final[Mapping[str, Told]] = {
    # paper
    "sheet.legal": Told(
        "a sheet with an offer lacks what the law asks for",
        "Печатать предложение нельзя: не заполнено[: {missing:organizer}]; впишите в настройках клиники.",
        "The offer cannot be printed without[ {missing:organizer}]; the clinic’s settings have a place for it.",
    ),
    "sheet.first": Told(
        "“what changed” of a version before which there was none",
        "Сравнивать не с чем: до этой редакции программы не было.",
        "There is nothing to compare with: no version came before this one.",
    ),
    "span.backwards": Told(
        "a report that ends before it begins",
        "Период кончается раньше, чем начинается[: с {first:date} по {last:date}]; поменяйте дни местами.",
        "The span ends before it begins[: from {first:date} to {last:date}]; swap its days.",
    ),
    "span.early": Told(
        "a rehearsal of days on which there was no program yet",
        "В эти дни программы ещё не было[: она действует с {day:date}]; выберите дни позже.",
        "There was no program on those days yet[: it began on {day:date}]; choose later days.",
    ),
    "span.bad": Told(
        "a report of days that have not come yet",
        "Период[ с {first:date} по {last:date}] ещё не начался; выберите дни не позже сегодняшнего.",
        "The span[ from {first:date} to {last:date}] has not begun yet; choose days that have come.",
    ),
    "sheet.full": Told(
        "a sheet of one page has more to say than it holds",
        "На этот лист не помещается всё обязательное; возьмите лист больше или сократите названия.",
        "This sheet does not hold all it must say; take a larger one or shorten the names.",
    ),
    "sheet.share": Told(
        "the law's warning does not reach its share of the page",
        "Предупреждение о противопоказаниях не занимает положенной доли листа; сократите его текст.",
        "The warning does not take the share of the page it must; shorten its text.",
    ),
    "sheet.retired": Told(
        "a sheet of a version that holds no more",
        "Редакция[ {version}] больше не действует[, её последний день — {day:date}]; напечатайте действующую.",
        "Version[ {version}] holds no more[, its last day was {day:date}]; print the one in force.",
    ),
    "sheet.draft": Told(
        "cards are asked for under a program that was never published",
        "Это проект программы: карты по нему не делают, только образец; сначала введите программу в действие.",
        "This program is a draft: no cards are made under it, only a sample; put the program in force first.",
    ),
    "draft.gone": Told(
        "a draft of a program that is not on this computer any more is opened",
        "Этого проекта больше нет на этом компьютере; выберите другой или начните новый.",
        "This draft is not on this computer any more; choose another one or begin a new one.",
    ),
    # rewards and discounts by hand
    "reward.balance": Told(
        "the balance does not cover the reward",
        "На награду не хватает[: она стоит {cost:units}, на балансе {usable:units}]; уберите её или подождите.",
        "The balance does not cover the reward[: it costs {cost:units}, there are {usable:units}]; take it off.",
    ),
    "reward.offline": Told(
        "the reward costs more than may be spent without the centre",
        "Без связи на награду не хватает[: она стоит {cost:units}, сейчас можно {limit:units}]; баллы не пропадут.",
        "Without network the reward is too much[: it costs {cost:units}, up to {limit:units} may be spent now].",
    ),
    "reward.no_piece": Told(
        "the reward's service is not on the bill",
        "Услуги для награды нет в счёте[: {service:service}]; добавьте её или уберите награду.",
        "The service of the reward is not on the bill[: {service:service}]; add it or take the reward off.",
    ),
    "reward.stock": Told(
        "none of these rewards is left",
        "Таких наград больше не осталось; предложите другую.",
        "No such reward is left; offer another one.",
    ),
    "reward.tried": Told(
        "the reward is for those who have not had the service",
        "Пациент уже получал эту услугу, а награда — для тех, кто ещё нет.",
        "The patient has had this service, and the reward is for those who have not.",
    ),
    "manual.limit": Told(
        "a discount by hand above the limit without a second person",
        "Скидка вручную больше предела[ {limit:percent}]: нужен второй сотрудник.",
        "The discount by hand is above the limit[ of {limit:percent}]: a second person must agree.",
    ),
    "manual.reason": Told(
        "a discount by hand that nobody gave a reason for",
        "У скидки вручную нет причины: впишите её.",
        "The discount by hand has no reason: write one.",
    ),
    # units by hand
    "adjust.below_zero": Told(
        "the usable balance would be negative",
        "Баланс стал бы меньше нуля[: доступно {usable:units}]; снимите не больше этого.",
        "The balance would fall below zero[: {usable:units} are there]; take no more than that.",
    ),
    "adjust.limit": Told(
        "more than `limits.manual_units` or `limits.apology`",
        "Вручную это больше предела программы[: {limit:units}]; обратитесь к управляющему.",
        "By hand this is more than the program’s limit[: {limit:units}]; ask the manager.",
    ),
    "adjust.limit/reason": Told(
        "more apologies in a month than an employee may give",
        "В этом месяце извинений уже {limit:number}, больше нельзя; обратитесь к управляющему.",
        "You have made {limit:apology|apologies} this month, which is the limit; ask the manager.",
    ),
    # bills that were paid
    "return.quantity": Told(
        "more pieces than are left, or a line that is not on the bill",
        "Столько вернуть нельзя[: осталось {left:number}]; проверьте строку и количество.",
        "So many cannot come back[: {left:number} are left]; check the line and the quantity.",
    ),
    "return.none": Told(
        "the slip of a return of which there was none",
        "По этому чеку ничего не возвращали; напечатайте чек оплаты.",
        "Nothing of this receipt has come back; print the slip of its payment.",
    ),
    "receipt.returned": Told(
        "everything of the bill has come back already",
        "По этому счёту уже возвращено всё.",
        "Everything of this bill has come back already.",
    ),
    "void.day": Told(
        "a void on another local day than the bill's",
        "Отменить счёт можно только в его день[, {day:date}]; сегодня оформите возврат.",
        "A bill is voided on its own day only[, {day:date}]; today make it a return.",
    ),
    "publish.past": Told(
        "a version is to hold from a day that has passed, on a desk that has versions already",
        "Правила не меняют задним числом[: {day:date} уже прошло]; поставьте сегодняшний день или более поздний.",
        "Rules do not change backwards[: {day:date} has passed]; take today or a later day.",
    ),
    "quote.moved": Told(
        "the price changed between the quote and the payment",
        "Пока счёт был открыт, сумма изменилась[: было {was:money}, стало {pays:money}]; "
        "назовите пациенту новую и проведите ещё раз.",
        "The sum has changed since[: it was {was:money}, it is {pays:money}]; tell the patient and pay again.",
    ),
    "op.other_content": Told(
        "an operation id that was used for something else",
        "Под этим номером операции уже записано другое действие; возьмите новый номер.",
        "This operation id belongs to another act; take a new one.",
    ),
    "bill.unknown": Told(
        "no such bill or receipt",
        "Счёта или квитанции[ {bill}][ {found}] нет; проверьте номер.",
        "There is no bill or receipt[ {bill}][ {found}]; check the number.",
    ),
    "bill.ambiguous": Told(
        "several receipts have this number, or are of this bill",
        "Под номером {found} несколько квитанций: {receipts:receipts}; укажите, какая из них нужна.",
        "{found} is the number of several receipts: {receipts:receipts}; say which of them is meant.",
    ),
    # members
    "member.unknown": Told(
        "no such member",
        "Такого участника[ ({member})] нет; найдите его по фамилии, телефону или карте.",
        "There is no such member[ ({member})]; look for the name, the phone or the card.",
    ),
    "member.exists": Told(
        "a member is enrolled twice",
        "Участие уже оформлено[: {member}]; откройте его карточку.",
        "This patient is a member already[: {member}]; open the record.",
    ),
    "member.left": Told(
        "the member has left the program",
        "Участник вышел из программы; оформите участие заново.",
        "The member has left the program; enrol them anew.",
    ),
    "card.unknown": Told(
        "nobody has this card",
        "Карты[ {card}] нет; проверьте номер или выдайте новую.",
        "There is no card[ {card}]; check the number or hand out a new one.",
    ),
    "card.bad": Told(
        "a card number of 13 digits whose check digit is wrong",
        "В номере карты[ {card}] ошибка; сверьте цифры или считайте карту сканером.",
        "The card number[ {card}] has a wrong digit; compare the digits or scan the card.",
    ),
    "card.taken": Told(
        "the card is another member's",
        "Карта[ {card}][ {found}] уже выдана другому; возьмите новую.",
        "The card[ {card}][ {found}] belongs to somebody else; take a new one.",
    ),
    "card.blocked": Told(
        "the card is blocked",
        "Карта[ {card}] заблокирована; найдите пациента по фамилии и выдайте новую.",
        "The card[ {card}] is blocked; find the patient by name and hand out a new one.",
    ),
    "card.none": Told(
        "there is no card to print",
        "Печатать нечего: ни у кого из выбранных нет карты; сначала выдайте её.",
        "Nothing to print: nobody chosen has a card; hand one out first.",
    ),
    "card.all_printed": Told(
        "everybody has a card that was printed here",
        "Печатать нечего: карты всех участников здесь уже напечатаны. Заново их печатают по списку "
        "из файла (в команде: --list), одну карту — у стойки (F11).",
        "Nothing to print: the cards of all members were printed here. To print them again, give a list in "
        "a file (in the command: --list); a single card is printed at the desk (F11).",
    ),
    "stock.done": Told(
        "cards of a batch that was printed are asked for again",
        "Эти карты уже напечатаны[ {day:date}]; сделайте новые, чтобы двух одинаковых не было.",
        "These cards were printed already[ on {day:date}]; make new ones, so that no two are alike.",
    ),
    "family.none": Told(
        "no family account here",
        "Семейного счёта здесь нет.",
        "There is no family account here.",
    ),
    "family.member": Told(
        "the member has a family account already",
        "Участник уже состоит в семье; сначала он должен из неё выйти.",
        "The member has a family account already; they leave it first.",
    ),
    "family.full": Told(
        "the family has as many members as the program allows",
        "В семье уже столько участников, сколько разрешает программа[: {limit:number}].",
        "The family has as many members as the program allows[: {limit:number}].",
    ),
    "referral.self": Told(
        "a member brings themselves",
        "Нельзя пригласить самого себя.",
        "Nobody can bring themselves.",
    ),
    "referral.circle": Told(
        "two members bring each other",
        "Приглашения замкнулись в круг; оставьте первое.",
        "The referrals make a circle; the first one stays.",
    ),
    "referral.twice": Told(
        "the friend was brought by somebody else",
        "Этого пациента уже пригласил другой участник.",
        "Somebody else has brought this patient.",
    ),
    "merge.same": Told(
        "a record is merged with itself",
        "Это одна и та же запись.",
        "These are one and the same record.",
    ),
    "merge.none": Told(
        "nothing was merged here",
        "Эти записи не объединены; разделять нечего.",
        "These records are not merged; there is nothing to part.",
    ),
    # programs
    "moment.no_version": Told(
        "the moment is outside every program version",
        "На эту дату[ ({day:date})] не действует ни одна редакция[ ({version})][ ({found})] программы. "
        "Проверьте дату счёта и часы компьютера.",
        "No version[ {version}][ {found}] of the program is in force then[ ({day:date})]. "
        "Check the date of the bill and this computer's clock.",
    ),
    "program.closed": Told(
        "the program is closed",
        "Программа закрыта: участие больше не оформляют.",
        "The program is closed: nobody can join any more.",
    ),
}
