"""What announcing, withdrawing and ending a program, and the rules of branches, are refused with."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from ui.wording.told import Told

REFUSALS: Final[Mapping[str, Told]] = {
    "notice.too_early": Told(
        "something worse for patients is to hold before the notice of the old version is over",
        "Рано[: об ухудшении предупреждают за {days:день|дня|дней}]; самый ранний день[ — {day:date}]. "
        "Поставьте его или уберите из документа то, что хуже.",
        "Too early[: of anything worse patients hear {days:day|days} ahead]; the first lawful day is[ {day:date}]. "
        "Take that day, or take what is worse out of the document.",
    ),
    "end.too_early": Told(
        "a program is to end before its notice is over",
        "Рано[: об окончании предупреждают за {days:день|дня|дней}]; самый ранний день[ — {day:date}].",
        "Too early[: patients hear of the end {days:day|days} ahead]; the first lawful day is[ {day:date}].",
    ),
    "announce.ahead": Told(
        "a version is to begin before one that is announced already",
        "Уже объявлена редакция[ {version}][ с {day:date}]: поставьте этот день или более поздний либо отзовите её.",
        "Version[ {version}] is announced already[, from {day:date}]: take that day or a later one, or withdraw it.",
    ),
    "announce.same": Told(
        "a version that differs in nothing from the one before is announced",
        "Объявлять нечего: это те же правила, что и в редакции[ {version}].",
        "There is nothing to announce: these are the rules of version[ {version}].",
    ),
    "checkup.unanswered": Told(
        "a version is announced whose check-up has errors, or warnings without a written reason",
        "Проверка не пройдена: замечаний без ответа[ {count}][ ({findings})]; "
        "исправьте их или напишите, почему так надо.",
        "The check-up is not passed: unanswered findings[ {count}][ ({findings})]; "
        "mend them, or write why it must be so.",
    ),
    "plan.missing": Told(
        "a change that patients feel is announced without saying how they will hear of it and who sees to it",
        "Нет плана, как об этом узнают пациенты: выберите хотя бы один способ и назовите ответственного.",
        "There is no plan of how patients will hear of it: choose at least one way and name who sees to it.",
    ),
    "plan.owner": Told(
        "a change that patients feel is announced and nobody sees to it that they hear of it",
        "Назовите, кто отвечает за то, чтобы пациенты об этом узнали.",
        "Name who sees to it that patients hear of this.",
    ),
    "plan.channel": Told(
        "a way of telling patients that is none of those the app knows",
        "Такого способа сообщить нет[; можно: {allowed:allowed}].",
        "There is no such way of telling[; there are: {allowed:allowed}].",
    ),
    "note.unknown": Told(
        "a note to a version that is none of those the diary knows",
        "Такой записи в дневнике не бывает[; можно: {allowed:allowed}].",
        "The diary has no such note[; there are: {allowed:allowed}].",
    ),
    "reason.missing": Told(
        "something is withdrawn or ended and nobody says why",
        "Напишите причину: её прочтут в дневнике программы.",
        "Write the reason: it will be read in the program’s diary.",
    ),
    "version.unknown": Told(
        "a version is named that is not on this desk",
        "Такой редакции программы на этом рабочем месте нет; посмотрите список: tessera program list.",
        "There is no such version on this desk; see the list: tessera program list.",
    ),
    "version.withdrawn": Told(
        "a version is withdrawn once more",
        "Редакция[ {version}] уже отозвана; больше ничего делать не нужно.",
        "Version[ {version}] is withdrawn already; there is nothing more to do.",
    ),
    "publish.far": Told(
        "a version is to begin, or a program to end, years ahead",
        "Это слишком далёкий день[: {day:date}]; проверьте год, самый поздний день[ — {allowed:date}].",
        "That day is too far ahead[: {day:date}]; check the year, the last possible day is[ {allowed:date}].",
    ),
    "version.begun": Told(
        "a version is withdrawn that holds already, or held before",
        "Редакцию[ {version}] уже не отозвать[: её первый день — {day:date}]; объявите следующую.",
        "Version[ {version}] cannot be withdrawn any more[, its first day was {day:date}]; announce the next one.",
    ),
    "program.ends": Told(
        "a version, a branch’s rule or another end is to begin when the program has ended",
        "Программа заканчивается[ {day:date}]: с этого дня новых правил не бывает.",
        "The program ends[ on {day:date}]: there are no new rules from that day on.",
    ),
    "program.ended": Told(
        "the end of a program is taken back when it has come",
        "Программа уже закончилась[ {day:date}]; отменить это нельзя.",
        "The program has ended[ on {day:date}] already; that cannot be taken back.",
    ),
    "program.not_closed": Told(
        "the end of a program is taken back that nobody announced",
        "Окончание программы никто не объявлял.",
        "Nobody has announced an end of the program.",
    ),
    # a branch's own rules
    "local.none_allowed": Told(
        "a branch adds a rule where the network has set no limits",
        "Сеть пока не разрешила филиалам свои правила; их задают командой tessera program local limits.",
        "The network allows branches no rules of their own yet; tessera program local limits says which.",
    ),
    "local.core": Told(
        "a branch changes something else than its own promotions",
        "Общие правила сети филиал не меняет[: {place}]; можно только добавить свою акцию.",
        "A branch does not change the rules of the network[: {place}]; it may add a promotion of its own.",
    ),
    "local.branch": Told(
        "a rule of another branch, or for several, is added or ended",
        "Филиал задаёт правила только для себя[: здесь «{allowed}»][, а не «{found}»].",
        "A branch makes rules for itself alone[: this is “{allowed}”][, not “{found}”].",
    ),
    "local.taken": Told(
        "a branch’s rule has the code of a promotion that was there",
        "Код «{found}» уже был у другой акции; дайте новой свой.",
        "The code “{found}” was another promotion’s; give the new one its own.",
    ),
    "local.unknown": Told(
        "a branch’s rule is ended that is not there",
        "Такого правила филиала нет[: «{found}»]; посмотрите: tessera program local list.",
        "There is no such rule of a branch[: “{found}”]; see: tessera program local list.",
    ),
    "local.effect": Told(
        "a branch’s rule does what the network has not allowed",
        "Такое действие филиалам не разрешено[: {found}][; можно: {allowed}].",
        "Branches may not do that[: {found}][; they may: {allowed}].",
    ),
    "local.exclusive": Told(
        "a branch’s rule is to hold alone, without the network’s",
        "Акция филиала не отменяет общие: она спорит с ними на равных или действует после них.",
        "A branch’s promotion does not push the network’s aside: it competes with them or comes on top.",
    ),
    "local.percent": Told(
        "a branch’s rule takes more off than the network has allowed",
        "Сеть разрешает филиалам не больше {allowed} %[, а здесь {found} %].",
        "The network allows branches at most {allowed}%[, this is {found}%].",
    ),
    "local.amount": Told(
        "a branch’s rule may cost more on a bill than the network has allowed, or has no ceiling",
        "За один счёт филиал даёт не больше {allowed:money}[, а здесь {found:money}]; задайте потолок на счёт.",
        "A branch gives at most {allowed:money} on a bill[, this is {found:money}]; set a ceiling for a bill.",
    ),
    "local.units": Told(
        "a branch’s rule gives more units than the network has allowed",
        "Филиал дарит не больше {allowed:units}[, а здесь {found:units}].",
        "A branch gives at most {allowed:units}[, this is {found:units}].",
    ),
    "local.factor": Told(
        "a branch’s rule multiplies what is earned by more than the network has allowed",
        "Филиал умножает начисление не больше чем на {allowed}[, а здесь {found}].",
        "A branch multiplies what is earned by at most {allowed}[, this is {found}].",
    ),
    "local.category": Told(
        "a branch’s rule is for categories that the network has not allowed, or names none",
        "Назовите категории из разрешённых сетью[: {allowed}][; не разрешено: {found}].",
        "Name categories that the network has allowed[: {allowed}][; not allowed: {found}].",
    ),
    "local.service": Told(
        "a branch’s rule names a service that is not in the price list",
        "Услуги нет в прайс-листе[: {found}].",
        "The service is not in the price list[: {found}].",
    ),
    "local.indicated": Told(
        "a branch’s rule is for services given when they are needed",
        "Услуги по показаниям не бывают целью акции[: «{found}»].",
        "Services given when they are needed are no promotion’s target[: “{found}”].",
    ),
    "local.days": Told(
        "a branch’s rule has no first or last day, or lasts longer than the network has allowed",
        "Акции филиала нужны первый и последний день, не больше {allowed:день|дня|дней}[, а здесь {found}].",
        "A branch’s promotion has a first and a last day, at most {allowed:day|days}[, this is {found}].",
    ),
    "local.many": Told(
        "a branch has as many rules at a time as the network has allowed",
        "Одновременно у филиала бывает не больше {allowed:акция|акции|акций}; дождитесь конца одной из них.",
        "A branch has at most {allowed:promotion|promotions} at a time; wait until one of them ends.",
    ),
}
