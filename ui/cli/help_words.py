"""What `--help` says, in Russian: found again by the English words that stand beside each option."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

#: English → Russian; a test finds what is missing here.
HELP: Final[Mapping[str, str]] = {
    # headings
    "usage: ": "вызов: ",
    "example": "пример",
    "positional arguments": "что указать",
    "options": "ключи",
    "show this help message and exit": "показать эту справку",
    # what many commands take
    "operation id: the same id again is the same act": "номер операции: тот же номер — то же действие",
    "who does it": "кто это делает",
    "the bill": "счёт",
    "the program document": "программа",
    "number of the receipt, or id of the bill": "номер квитанции или счёта",
    # pricing and paying
    "the patient's state; left out: a new patient": "что известно о пациенте; без него — новый пациент",
    "the story": "история",
    'units to spend, or "max"; instead of the bill\'s own': "сколько списать или «max»; вместо указанного в счёте",
    "only price it, store nothing": "только рассчитать, ничего не записывать",
    "a line; left out: all that is left": "строка; без неё — всё, что осталось",
    "void the bill, on its own day": "отменить счёт в его же день",
    "why it is voided": "почему отменён",
    "only say what it would give": "только сказать, что получится",
    # people
    "e-mail address": "адрес электронной почты",
    "number of the contract": "номер договора",
    "the patient's language": "язык пациента",
    "which table": "что именно",
    "surname, given name, patronymic": "фамилия, имя, отчество",
    "a patient of the directory instead of a new one": "пациент из картотеки вместо нового",
    "17.05.1980 or 1980-05-17": "17.05.1980 или 1980-05-17",
    "in any shape; may be repeated": "в любом виде; можно повторить",
    "left out: a number is drawn": "без него номер будет выбран сам",
    "a document was shown": "документ на льготу показан",
    "who brought the patient": "кто привёл пациента",
    "given; may be repeated": "получено; можно повторить",
    "id or card number": "номер участника или карты",
    "surname, initials, phone tail, card, birth date, contract": (
        "фамилия, инициалы, конец телефона, карта, дата рождения, договор"
    ),
    "how many to show": "сколько показать",
    # training
    "the lessons, and why one does not apply": "уроки, и почему какой-то не подходит",
    "which goals of a lesson hold, what was missed and why": "что в уроке сделано, что упущено и почему",
    "its code, as the list shows it": "его код, как в списке",
    "the practice desk's folder; left out: that of whoever works here": (
        "папка учебной стойки; без неё — папка того, кто здесь работает"
    ),
    "make the practice desk anew, and tell the story": "приготовить учебную стойку заново и рассказать историю",
    "another text makes other people and another quiz": "другой текст — другие люди и другие вопросы",
    "another text makes other people and another quiz; left out: a new one, told with the questions": (
        "другой текст — другие люди и другие вопросы; без него — новый, он назван под вопросами"
    ),
    "questions about the rules; the same seed makes the same quiz": (
        "вопросы по правилам; один и тот же текст — одни и те же вопросы"
    ),
    "ask only about what these rules do not say": "спросить только о том, чего нет в этих правилах",
    "how many questions": "сколько вопросов",
    "say which of these answers are right, and why": "сказать, какие из ответов верны и почему",
    "the day the bills are of; left out: in March of this year, or the first day of rules that begin later": (
        "день счетов; без него — март этого года или первый день правил, что начнутся позже"
    ),
    "what patients really ask, with the answer to say aloud": "что на самом деле спрашивают и что отвечать",
    "the program document; left out: the rules in force here": "программа; без неё — правила, что действуют здесь",
    # programs
    "also against this desk's price list and past": "сверить и с прайс-листом и прошлым этого рабочего места",
    "findings with ids and severities": "замечания с номерами и важностью",
    "every difference of two documents, for whom it is better": "все различия двух программ и для кого они лучше",
    "what holds now": "что действует сейчас",
    "what shall hold": "что будет действовать",
    "put a version in force; makes the desk where there is none": (
        "ввести редакцию в действие; где рабочего места нет, оно создаётся"
    ),
    "the first day; left out: today": "первый день; без него — сегодня",
    "what past bills would have cost under a program, and whom": (
        "во что обошлись бы прошлые счета по программе и кому"
    ),
    "the first day": "первый день",
    "the last day; today at the latest": "последний день, не позже сегодняшнего",
    "versions on this desk": "редакции на этом рабочем месте",
    "why patients get no notice of what is worse": "почему об ухудшении не предупреждают пациентов",
    "announce a version with its notice": "объявить редакцию с предупреждением",
    "the first day; left out: the first lawful one": "первый день; без него — самый ранний возможный",
    'why a finding may stay, "P02 earn.usable=it was asked for"; may be repeated': (
        "почему замечание остаётся, «P02 earn.usable=так надо»; можно повторить"
    ),
    "only say what it would mean": "только сказать, что это будет значить",
    "take an announced version back before its day": "отозвать объявленную редакцию до её дня",
    "number of the version": "номер редакции",
    "why; it is kept in the diary": "почему; останется в дневнике",
    "announce the end of the program, or take it back": "объявить окончание программы или отменить его",
    "take the announced end back": "отменить объявленное окончание",
    "who did what when": "кто, что и когда сделал",
    "of one version; left out: of all": "одной редакции; без него — всех",
    "who has heard of a version, and who has not": "кому рассказали о редакции, а кому ещё нет",
    'number of the version, or "end" for the program\'s end': "номер редакции или «end» — об окончании программы",
    "list those who have not heard": "показать тех, кому не рассказали",
    "write the whole list to a file": "записать весь список в файл",
    "only those who agreed to messages by it, with their addresses": (
        "только согласные на такие сообщения, с адресами"
    ),
    "note that this one was told": "отметить, что участнику рассказали",
    "how she was told": "как рассказали",
    "note that all of the list were told": "отметить, что рассказали всем из списка",
    "how patients will hear of it; may be repeated": "как узнают пациенты; можно повторить",
    "who sees to it": "кто отвечает",
    "the whole plan from a file": "весь план из файла",
    "rules of this desk's branch, within the limits of the network": "правила своего филиала в границах сети",
    "what to do": "что сделать",
    'file of the limits or of the rule ("none": no limits, so no rules), or the rule\'s code': (
        "файл границ или правила («none»: границ нет, значит, и правил) либо код правила"
    ),
    "a version as TOML": "редакция в виде TOML",
    "left out: the one in force": "без него — действующая",
    "JSON Schema of the document": "JSON Schema программы",
    # files, sheets, care
    "CSV (UTF-8, Windows-1251; comma, semicolon, tab) or XLSX": (
        "CSV (UTF-8, Windows-1251; запятая, точка с запятой, табуляция) или XLSX"
    ),
    "only say what would be brought in": "только сказать, что будет загружено",
    "the ending decides: .csv or .xlsx": "вид задаёт окончание: .csv или .xlsx",
    "with units, their last good day, spent and visits": "с балансом, его сроком, суммой оплат и визитами",
    "the slip of a receipt": "квитанция",
    "leaflet, poster or tent of the program in force": "листовка, плакат или тейбл-тент действующей программы",
    "size of the sheet": "размер листа",
    "left out: all three, each on a page of its own": "без него — все три, каждое на своём листе",
    "the card of a member": "карта участника",
    "cards of members, or stock cards without names": "карты участников или карты без имён про запас",
    "how many stock cards; left out: 10": "сколько карт без имён; без него — 10",
    "a program never published; sheets say DRAFT": "программа, не введённая в действие; на листах «ПРОЕКТ»",
    "one to a page for a card printer, or ten on A4": "по одной на лист для принтера карт или десять на A4",
    "the number as a QR code too": "номер ещё и QR-кодом",
    "what a version changes for patients": "что редакция меняет для пациентов",
    "answers and keys for those at the desk": "ответы и клавиши для тех, кто за стойкой",
    "every lot of a member, until when, and what it paid": "каждое начисление участника: до какого дня и что оплатило",
    "the forms of consent, or one of them": "бланки согласий или один из них",
    "only this form; the same as naming it first": "только этот бланк; то же, что назвать его первым",
    "joining the program, personal data, or messages": "вступление в программу, личные данные или сообщения",
    "left out: lines to write on": "без него — строки, чтобы вписать",
    "figures of a month or of other days": "показатели за месяц или другие дни",
    "visits and money of one branch": "визиты и деньги одного филиала",
    "members a file names, by card, contract or phone": "участники из файла: по карте, договору или телефону",
    "everybody whose card was not printed here yet": "все, чью карту здесь ещё не печатали",
    "left out: the first of this month": "без него — первое число этого месяца",
    "left out: today": "без него — сегодня",
    "a version other than the one in force": "другая редакция, не действующая",
    "a version other than the announced one": "другая редакция, не объявленная",
    "80 mm roll, or A5": "лента 80 мм или А5",
    "of what came back last, not of the payment": "по последнему возврату, а не по оплате",
    "a new file for the copy; left out: backups in the desk's folder": (
        "новый файл для копии; без него — папка backups рабочего места"
    ),
    "a backup": "копия",
    "the recovery key, on a computer that never had this desk": (
        "ключ восстановления, если на этом компьютере такого рабочего места не было"
    ),
    "set the centre up, or bring it up to date": "создать центр или обновить его",
    "the database, as postgresql://NAME@SERVER/DATABASE": "база, в виде postgresql://ИМЯ@СЕРВЕР/БАЗА",
    "let a desk in: writes the file it joins with": "подключить рабочее место: записать файл, которым оно подключится",
    "what the desk is called": "название рабочего места",
    "the file to write": "куда записать",
    "the desk's code on receipts; left out: a free letter": "код места в квитанциях; без него — свободная буква",
    "the branch it stands in": "филиал, в котором оно стоит",
    "the clinic's name, for whoever joins": "название клиники, для того, кто подключается",
    "the address desks use; left out: that of init": "адрес для рабочих мест; без него — тот, что в init",
    "the folder of the clinic's certificates": "папка сертификатов клиники",
    "a new file for a desk that is known": "новый файл для места, которое уже есть",
    "also beside tables of something else": "и рядом с таблицами другой программы",
    "take a desk off the list at once": "отключить рабочее место немедленно",
    "the centre on one page; exit code 1 when something is wrong": "центр на одной странице; код 1, если что-то не так",
    "after the centre was restored from a backup: desks send what it lost": (
        "после восстановления центра из копии: места пришлют то, что он потерял"
    ),
    "give new desks a whole desk file to begin from": ("дать новым рабочим местам готовую базу, с которой они начнут"),
    "the folder of that desk; left out: this one": "папка этого рабочего места; если не указана: эта",
    "prove a backup: what a restored copy of the database holds is safe": (
        "проверить копию: всё, что есть в восстановленной из неё базе, надёжно сохранено"
    ),
    "the restored copy, as postgresql://NAME@SERVER/DATABASE": (
        "восстановленная копия, в виде postgresql://ИМЯ@СЕРВЕР/БАЗА"
    ),
    "try again what was put aside": "проверить отложенное заново",
    "the clinic's own authority, and a certificate for its server": (
        "свой центр сертификации клиники и сертификат для её сервера"
    ),
    "what desks call the server: a name or an address; may be repeated": (
        "как рабочие места называют сервер: имя или адрес; можно повторить"
    ),
    "make it anew as of today": "создать заново на сегодня",
    "only make it": "только создать",
    "where pictures and papers go": "куда положить картинки и листы",
    "only the acts and the papers": "только действия и листы",
    "only this look, as ru.dark; repeatable": "только этот вид, например ru.dark; можно повторить",
    "only this picture; repeatable": "только эта картинка; можно повторить",
    "the join file, or - for the digits of its QR codes on standard input": (
        "файл подключения или - для цифр его QR-кодов со стандартного ввода"
    ),
    "only tell how things stand": "только сказать, как обстоят дела",
    "one complete round, then end": "один полный обмен, потом закончить",
    "write what waits to be sent, to be carried to another desk": (
        "записать то, что ждёт отправки, чтобы отнести на другое место"
    ),
    "take in what was carried here, and write the answer": "принять принесённое и записать ответ",
    "with --take: where; left out: beside the file that was taken": (
        "вместе с --take: куда; без него — рядом с принятым файлом"
    ),
    "the same on paper, as QR codes for a scanner": "то же на бумаге: QR-коды для сканера",
    "the largest directory (a million), sync: the one a desk begins with (100,000)": (
        "самая большая картотека (миллион), sync: с какой начинает новое рабочее место (100 000)"
    ),
    "without the window's first paint": "без первого показа окна",
    "what is measured or tried": "что измерять или испытывать",
    "simulate: steps in all": "simulate: сколько шагов всего",
    "simulate, training: the first seed; without it, any": "simulate, training: первое зерно; без него — любое",
    "training: questions in all": "training: сколько всего вопросов",
    "sync, simulate: a PostgreSQL server for throw-away databases": (
        "sync, simulate: сервер PostgreSQL для временных баз данных"
    ),
    "sync: desks that work at once": "sync: сколько рабочих мест работает разом",
    "sync: acts that come and go": "sync: сколько операций пересылать",
    "sync: how long two desks are watched": "sync: сколько секунд наблюдать за двумя местами",
}
#: What stands for a value in the line of usage.
VALUES: Final[Mapping[str, str]] = {
    "ID": "НОМЕР", "NAME": "ИМЯ", "DAY": "ДЕНЬ", "DIR": "ПАПКА", "NUMBER": "НОМЕР", "CODE": "КОД", "FILE": "ФАЙЛ",
    "F": "ФАЙЛ", "MEMBER": "УЧАСТНИК", "RECEIPT": "КВИТАНЦИЯ", "TEXT": "ТЕКСТ", "text": "ТЕКСТ", "bill": "СЧЁТ",
    "CONTRACT": "ДОГОВОР", "PHONE": "ТЕЛЕФОН", "LIMIT": "ЧИСЛО", "REASON": "ПРИЧИНА", "ID[=PIECES]": "НОМЕР[=ШТУК]",
    "EMAIL": "ПОЧТА", "LESSON": "УРОК", "URL": "АДРЕС", "RULE": "ПРАВИЛО", "PLAN": "ПЛАН",
    "LANG.THEME": "ЯЗЫК.ТЕМА", "SHEET": "ЛИСТ",
}  # fmt: skip
_VALUE: Final = re.compile(r"(?<![\w«])[A-Z]{2,}(?![\w»])")
#: What the reader of arguments complains of → (English, Russian).
_COMPLAINTS: Final[tuple[tuple[re.Pattern[str], str, str], ...]] = tuple(
    (re.compile(pattern), english, russian)
    for pattern, english, russian in (
        (r"the following arguments are required: (.*)", r"\1 is missing", r"не указано \1"),
        (r"unrecognized arguments: (.*)", r"\1 is not known here", r"здесь нет такого: \1"),
        (r"argument (.*): expected (?:one|at least one) argument", r"\1 needs a value", r"после \1 нужно значение"),
        (r"argument (.*): invalid choice: '?(.*?)'? \(choose from (.*)\)", r"\1 is \2, it may be \3",
         r"\1 — «\2», а можно \3"),
        (r"argument (.*): invalid int value: '(.*)'", r"\1 is a whole number, not “\2”",
         r"\1 — целое число, а не «\2»"),
        (r"argument (.*): ignored explicit argument '(.*)'", r"\1 takes no value", r"\1 пишут без значения"),
        (r"argument (.*): not allowed with argument (.*)", r"\1 does not go with \2", r"\1 не сочетается с \2"),
        (r"argument (.*): 1 to (\d+) letters, none of them a sign that nobody sees",
         r"\1 takes 1 to \2 letters, none of them a line break or another sign that nobody sees",
         r"\1 — от 1 до \2 знаков, среди них ни переводов строки, ни других невидимых знаков"),
        (r"argument (.*): (.*)", r"\1: \2", r"\1: \2"),
        (r"one of the arguments (.*) is required", r"one of \1 is missing", r"нужно одно из: \1"),
    )
)  # fmt: skip


def helped(words: str, lang: str) -> str:
    """Words of the help in this language; what stands after "example: " is to be typed and stays."""
    if lang != "ru":
        return words
    heading, parted, command = words.partition(": ")
    if parted and heading == "example":
        return f"{HELP[heading]}: {command}"
    return HELP.get(words, words)


def complaint(message: str, lang: str) -> str:
    """What is wrong with the arguments, without the quotes of a program."""
    for pattern, english, russian in _COMPLAINTS:
        if found := pattern.fullmatch(message):
            words = found.expand(russian if lang == "ru" else english)
            if lang == "ru":
                words = _VALUE.sub(lambda value: VALUES.get(value[0], value[0]), words)
            return words.replace("'", "")
    return message
