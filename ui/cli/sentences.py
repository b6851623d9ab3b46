"""What the command line says of itself in both languages, as data; refusals and troubles speak by `ui.wording`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

#: key → (English, Russian)
_WORDS: Final[Mapping[str, tuple[str, str]]] = {
    "overview": (
        "usage: tessera COMMAND …\nThe loyalty desk of a clinic without a screen; `tessera` alone opens the window.",
        "вызов: tessera КОМАНДА …\nРегистратура клиники без экрана; `tessera` без команды открывает окно.",
    ),
    "overview.end": ("tessera COMMAND --help shows an example.", "tessera КОМАНДА --help показывает пример."),
    "example": ("example", "пример"),
    "help.json": ("print the answer, also an error, as JSON", "вывести ответ, а также ошибку, в виде JSON"),
    "help.lang": ("language of sentences", "на каком языке отвечать"),
    "demo.making": ("Making the demo clinic, some ten seconds", "Готовим демонстрационную клинику, секунд десять"),
    "demo.no_display": (
        "There is no display here: the demo clinic lies in {home}; see it with `tessera tour --out tour`.",
        "Здесь нет экрана: демо-клиника лежит в {home}; посмотреть на неё: `tessera tour --out tour`.",
    ),
    "help.home": ("the desk's folder (or TESSERA_HOME)", "папка рабочего места (или TESSERA_HOME)"),
    "command.quote": (
        "what a bill would cost under a program, with no database",
        "сколько стоил бы счёт по программе, без базы данных",
    ),
    "command.replay": (
        "run a story on a throw-away database and check its expectations",
        "проиграть историю на временной базе и сверить ожидания",
    ),
    "command.program": (
        "check, compare, publish, list or show the program document, or print its schema",
        "проверить, сравнить, ввести в действие, перечислить или показать программу, вывести схему",
    ),
    "command.find": ("look a patient up", "найти пациента"),
    "find.nobody": (
        "Nobody is found; try the surname alone, or the last digits of the phone.",
        "Никто не найден; попробуйте одну фамилию или последние цифры телефона.",
    ),
    "command.enroll": ("make a patient a member", "оформить участие пациента"),
    "enroll.double": (
        "This may be somebody who is in the directory already: {who} ({id}).",
        "Возможно, этот человек уже есть в базе: {who} ({id}).",
    ),
    "command.checkout": ("pay a bill", "провести счёт"),
    "bill.paid_before": (
        "Bill {bill} was paid already on {day}, receipt {number}; if this is the same visit, undo one of them.",
        "Счёт {bill} уже оплачен {day}, квитанция № {number}; если это тот же визит, отмените одну из оплат.",
    ),
    "op.other_bill": (
        "This operation paid another bill on {day}, receipt {number}; the answer is of that one, nothing was paid now.",
        "Эта операция уже провела другой счёт {day}, квитанция № {number}; ответ — о нём, сейчас ничего не оплачено.",
    ),
    "command.return": (
        "take back services of a paid bill, or void it",
        "вернуть услуги оплаченного счёта или отменить его",
    ),
    "command.statement": ("what a member has", "что есть у участника"),
    "command.import": (
        "bring patients or services in from CSV or XLSX",
        "загрузить пациентов или услуги из CSV или XLSX",
    ),
    "command.export": ("write patients or services to CSV or XLSX", "выгрузить пациентов или услуги в CSV или XLSX"),
    "command.print": ("make a sheet as a PDF file", "подготовить лист в файле PDF"),
    "command.backup": ("copy the database while the desk works", "скопировать базу, не прерывая работы"),
    "command.restore": ("put a backup in the place of the database", "вернуть базу из копии"),
    "command.join": (
        "join the network of a centre, with the file it has given this desk",
        "подключиться к центру файлом, который он дал этому рабочему месту",
    ),
    "command.sync": (
        "exchange acts with the centre, or tell what waits to be sent",
        "обменяться операциями с центром или узнать, что ждёт отправки",
    ),
    "command.verify": (
        "work every account out anew and compare it with what is shown",
        "пересчитать все балансы и сверить их с тем, что показано",
    ),
    "command.central": (
        "set up and keep the central PostgreSQL of a clinic with several desks",
        "создать и вести центральный PostgreSQL клиники с несколькими рабочими местами",
    ),
    "central.address": (
        "The address is remembered here without its password; that comes from PGPASSWORD, .pgpass, or is asked for.",
        "Адрес запоминается здесь без пароля; пароль берётся из PGPASSWORD, .pgpass или спрашивается.",
    ),
    "command.demo": ("open the demo clinic, or make it anew", "открыть демо-клинику или создать её заново"),
    "command.tour": (
        "the main job end to end, with pictures and papers",
        "весь путь от начала до конца, с картинками и листами",
    ),
    "command.train": (
        "lessons at a practice desk, a quiz of the rules, what patients ask",
        "уроки за учебной стойкой, вопросы по правилам, что спрашивают пациенты",
    ),
    "train.network": (
        "This lesson is about work without a line: do it in the window, in the room Training.",
        "Этот урок — о работе без связи: пройдите его в окне, в комнате «Обучение».",
    ),
    "train.done": ("All of it holds: the lesson is done.", "Всё верно: урок пройден."),
    "train.open": ("The lesson is not done yet.", "Урок ещё не пройден."),
    "train.right": ("right:", "верно:"),
    "train.wrong": ("wrong:", "неверно:"),
    "train.result": ("{right} of {count} are right.", "Верно {right} из {count}."),
    "train.seed": (
        "The same questions again, and their marks: --seed {seed}.",
        "Те же вопросы снова и проверка ответов: --seed {seed}.",
    ),
    "train.nothing": ("There is nothing to ask.", "Спрашивать не о чем."),
    "command.bench": (
        "measure the speed beside the bare thing it is built on",
        "измерить скорость рядом с тем, на чём всё держится",
    ),
    "report.reckoned": ("reckoning", "считаем"),
    "cards.drawn": ("drawing", "рисуем"),
    "cards.made": ("Cards made: {count}", "Сделано карт: {count}"),
    "cards.samples": (
        "Samples of a draft: no number is registered, and no card is noted as printed.",
        "Образцы по проекту: номера не заняты, и ни одна карта не отмечена напечатанной.",
    ),
    "cards.read": ("reading the list", "читаем список"),
    "cards.unknown": ("{line}: no single member", "{line}: не один участник или никто"),
    "cards.without": ("{member}: no card", "{member}: карты нет"),
    "import.read": ("reading", "чтение"),
    "import.match": ("matching", "сверка"),
    "import.write": ("writing", "запись"),
    "import.new": ("new", "новых"),
    "import.completed": ("completed", "дополнено"),
    "import.changed": ("changed", "изменено"),
    "import.unchanged": ("unchanged", "без изменений"),
    "import.members": ("members", "участников"),
    "import.refused": ("refused rows", "отклонено строк"),
    "import.unread": ("The column “{column}” is not read.", "Столбец «{column}» не читается."),
    "import.unread.birth_date": (
        "The column “{column}” is not read, and days stand in it; if they are days of birth, call it “birth date”.",
        "Столбец «{column}» не читается, а в нём даты; если это даты рождения, назовите его «дата рождения».",
    ),
    "import.unread.phone": (
        "The column “{column}” is not read, and phone numbers seem to stand in it; then call it “phone”.",
        "Столбец «{column}» не читается, а в нём похоже на телефоны; если так, назовите его «телефон».",
    ),
    "import.unread.email": (
        "The column “{column}” is not read, and e-mail addresses stand in it; call it “email”.",
        "Столбец «{column}» не читается, а в нём адреса почты; назовите его «почта».",
    ),
    "import.unread.card": (
        "The column “{column}” is not read, and long numbers stand in it; if they are of cards, call it “card”.",
        "Столбец «{column}» не читается, а в нём длинные номера; если это номера карт, назовите его «карта».",
    ),
    "import.dry": ("Nothing was written.", "Ничего не записано."),
    "publish.makes_a_desk": (
        "Put a version in force; in a folder without a desk, the desk is made first, with an encrypted database.",
        "Ввести редакцию в действие; в папке без рабочего места оно сначала создаётся, с зашифрованной базой.",
    ),
    "publish.placeholder": (
        "{place} still reads as in the ready program: “{found}”; put the clinic's own there.",
        "{place}: осталось как в готовой программе: «{found}»; впишите данные клиники.",
    ),
    "check.coverage": (
        "{share} of the price list has a privilege.",
        "Привилегии есть на {share} услуг прайс-листа.",
    ),
    "check.count": (
        "{error} {errors}, {warning} {warnings}, {notice} {notices}",
        "{error} {errors}, {warning} {warnings}, {notice} {notices}",
    ),
    "check.errors": ("error|errors", "ошибка|ошибки|ошибок"),
    "check.warnings": ("warning|warnings", "предупреждение|предупреждения|предупреждений"),
    "check.notices": ("notice|notices", "замечание|замечания|замечаний"),
    "publish.percent": (
        "{place}: the text “{allowed}” says {found}, and no rate of the program is that.",
        "{place}: в тексте «{allowed}» сказано {found}, а такой ставки в программе нет.",
    ),
    "check.offline": (
        "Without network: up to {units} at one desk; one patient costs at most {two} at two desks, {ten} at ten.",
        "Без связи: до {units} на одном месте; один пациент обойдётся не дороже {two} на двух местах, {ten} на десяти.",
    ),
    "check.offline.none": (
        "Without network there is no ceiling: a patient may spend the whole balance at every desk that is cut off.",
        "Без связи предела нет: на каждом отрезанном месте пациент может потратить весь баланс.",
    ),
    "publish.same": (
        "These are word for word the rules of version {version} of {day}: nothing changes for anybody.",
        "Это слово в слово правила редакции {version} от {day}: ни для кого ничего не меняется.",
    ),
    "diff.worse": ("Worse for patients:", "Хуже для пациентов:"),
    "diff.better": ("Better for patients:", "Лучше для пациентов:"),
    "diff.neutral": ("No patient feels it:", "Пациенты не почувствуют:"),
    "diff.none": ("The rules do not differ.", "Правила не отличаются."),
    "publish.made": (
        "The desk was made in {home}. Write the recovery key down and keep it apart from the backups: {key}",
        "Рабочее место создано в {home}. Запишите ключ восстановления и храните отдельно от копий: {key}",
    ),
    "replay.fail": ("{key}: expected {expected}, gave {gave}", "{key}: ожидалось {expected}, вышло {gave}"),
    "status.draft": ("draft", "черновик"),
    "status.announced": ("announced", "объявлена"),
    "status.in_force": ("in force", "действует"),
    "status.retired": ("retired", "больше не действует"),
    "status.withdrawn": ("withdrawn", "отозвана"),
    "publish.now": (
        "Announce it with its notice: tessera program announce; or, where patients must not wait, say why: --now TEXT.",
        "Объявите с предупреждением: tessera program announce; а если ждать нельзя, напишите почему: --now ТЕКСТ.",
    ),
    "publish.answer": (
        'Where it must be so, say why: --answer "{key}=…"; the version keeps it.',
        'Если так и надо, напишите почему: --answer "{key}=…"; это останется при редакции.',
    ),
    "announce.ready": (
        "Only {ready} of {staff} at the desks know the new rules; four of five should know them by then.",
        "Новые правила знают {ready} из {staff} сотрудников стоек; к первому дню должны знать четверо из пяти.",
    ),
    "announce.earliest": ("The first lawful day: {day}.", "Первый законный день: {day}."),
    "publish.without_notice": (
        "Patients got no notice of what is worse; the diary keeps why: {reason}.",
        "Об ухудшении пациентов не предупредили; в дневнике записано почему: {reason}.",
    ),
    "retire.done": (
        "The program ends on {day}; what was collected can be used until {last}, that day included.",
        "Программа заканчивается {day}; накопленным можно пользоваться до {last} включительно.",
    ),
    "retire.back": ("The program goes on.", "Программа продолжается."),
    "told.counts": (
        "Told: {told} of {audience}; still to be told: {not_told}.",
        "Рассказали: {told} из {audience}; осталось рассказать: {not_told}.",
    ),
    "told.column.member": ("member", "участник"),
    "told.column.name": ("name", "имя"),
    "told.column.phone": ("phone", "телефон"),
    "told.column.joined": ("joined", "участвует с"),
    "told.column.told": ("told on", "рассказали"),
    "told.column.way": ("how", "как"),
    "told.column.by": ("by", "кто"),
    "told.column.address": ("address", "куда"),
    "told.column.language": ("language", "язык"),
    "local.none": ("No branch has rules of its own.", "Своих правил нет ни у одного филиала."),
    "local.no_limits": (
        "Branches may add nothing: there are no limits.",
        "Филиалы ничего не добавляют: границы не заданы.",
    ),
    "stopped": ("Stopped; what was done before is kept.", "Остановлено; сделанное раньше сохранено."),
    "bug": (
        "Something went wrong that nobody foresaw, and nothing was stored; report {report} is in {folder}.",
        "Случилось непредвиденное, ничего не записано; отчёт {report} лежит в {folder}.",
    ),
}


def sentence(key: str, lang: str) -> str:
    """The words under a key."""
    english, russian = _WORDS[key]
    return russian if lang == "ru" else english
