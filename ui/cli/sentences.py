"""The sentences of the command line in both languages, as data; `{found}` and `{allowed}` come with a refusal."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from desk_app.domain.errors import Trouble

#: key → (English, Russian)
_WORDS: Final[Mapping[str, tuple[str, str]]] = {
    "overview": (
        "usage: tessera COMMAND …\nThe loyalty desk of a clinic without a screen; `tessera` alone opens the window.",
        "вызов: tessera КОМАНДА …\nРегистратура клиники без экрана; `tessera` без команды открывает окно.",
    ),
    "overview.end": ("tessera COMMAND --help shows an example.", "tessera КОМАНДА --help показывает пример."),
    "example": ("example", "пример"),
    "help.json": ("print the answer, also an error, as JSON", "напечатать ответ, и ошибку тоже, как JSON"),
    "help.lang": ("language of sentences", "язык предложений"),
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
        "check, publish, list or show the program document, or print its schema",
        "проверить, ввести в действие, перечислить или показать программу, вывести схему",
    ),
    "command.find": ("look a patient up", "найти пациента"),
    "command.enroll": ("make a patient a member", "оформить участие пациента"),
    "command.checkout": ("pay a bill", "провести счёт"),
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
    "command.backup": ("copy the database while the desk works", "скопировать базу, не прерывая работы"),
    "command.restore": ("put a backup in the place of the database", "вернуть базу из копии"),
    "command.verify": (
        "re-fold every account and check every invariant",
        "пересчитать все счета и проверить все законы",
    ),
    "command.demo": ("open the demo clinic, or make it anew", "открыть учебную клинику или создать её заново"),
    "command.tour": (
        "the main job end to end, with pictures and papers",
        "весь путь от начала до конца, с картинками и бумагами",
    ),
    "command.bench": ("measure beside the raw thing", "измерить рядом с пределом железа"),
    "import.read": ("reading", "чтение"),
    "import.match": ("matching", "сверка"),
    "import.write": ("writing", "запись"),
    "import.new": ("new", "новых"),
    "import.completed": ("completed", "дополнено"),
    "import.changed": ("changed", "изменено"),
    "import.unchanged": ("unchanged", "без изменений"),
    "import.members": ("members", "участников"),
    "import.refused": ("refused rows", "отклонено строк"),
    "import.dry": ("Nothing was written.", "Ничего не записано."),
    "stopped": ("Stopped; what was done before is kept.", "Остановлено; сделанное раньше сохранено."),
    "bug": (
        "Something went wrong that nobody foresaw, and nothing was stored; report {report} is in {folder}.",
        "Случилось непредвиденное, ничего не записано; отчёт {report} лежит в {folder}.",
    ),
}

_REFUSALS: Final[Mapping[str, tuple[str, str]]] = {
    "arguments.bad": ("the command is not complete: {found}", "команда неполна: {found}"),
    "command.unknown": ("there is no command {found}; there are: {allowed}", "нет команды {found}; есть: {allowed}"),
    "file.missing": ("there is no such file", "такого файла нет"),
    "file.folder": ("this is a folder, not a file", "это папка, а не файл"),
    "file.denied": ("this file may not be read or written", "этот файл нельзя прочесть или записать"),
    "file.unreadable": ("this file cannot be read", "этот файл не читается"),
    "file.huge": (
        "the file is larger than any real one ({allowed} bytes)",
        "файл больше любого настоящего ({allowed} байт)",
    ),
    "file.not_utf8": ("the text is not UTF-8 at byte {found}", "текст не в UTF-8, байт {found}"),
    "json.bad": ("this is not JSON: {found}", "это не JSON: {found}"),
    "toml.bad": ("this is not TOML: {found}", "это не TOML: {found}"),
    "key.repeated": ("the key stands twice", "ключ записан дважды"),
    "key.unknown": ("the format does not know this key", "формат не знает такого ключа"),
    "key.missing": ("this key has no default and must be given", "этот ключ не имеет умолчания, его надо указать"),
    "value.bad": ("{found} is not allowed here; allowed: {allowed}", "{found} здесь не подходит; можно: {allowed}"),
    "quantity.bad": ("the quantity is {found}; allowed: {allowed}", "количество {found}; можно: {allowed}"),
    "price.negative": ("the price {found} is below 0", "цена {found} меньше нуля"),
    "money.bad": ("{found} is no amount of money; allowed: {allowed}", "{found} не сумма денег; можно: {allowed}"),
    "money.decimals": (
        "{found} has more decimals than the currency: {allowed}",
        "у {found} больше знаков, чем у валюты: {allowed}",
    ),
    "units.bad": (
        "{found} is no number of units; allowed: {allowed}",
        "{found} не количество баллов; можно: {allowed}",
    ),
    "units.decimals": (
        "{found} has more decimals than the unit: {allowed}",
        "у {found} больше знаков, чем у балла: {allowed}",
    ),
    "percent.bad": ("{found} is no percent; allowed: {allowed}", "{found} не процент; можно: {allowed}"),
    "percent.range": ("{found} is outside {allowed}", "{found} вне пределов {allowed}"),
    "period.bad": ("{found} is no period; allowed: {allowed}", "{found} не срок; можно: {allowed}"),
    "date.bad": ("{found} is no date; allowed: {allowed}", "{found} не дата; можно: {allowed}"),
    "moment.bad": ("{found} is no moment; allowed: {allowed}", "{found} не момент времени; можно: {allowed}"),
    "text.long": ("the text is longer than {allowed}", "текст длиннее, чем {allowed}"),
    "code.repeated": ("the code {found} stands twice", "код {found} записан дважды"),
    "category.unknown": (
        "there is no category {found}; there are: {allowed}",
        "нет категории {found}; есть: {allowed}",
    ),
    "payer.unknown": (
        "there is no kind of payer {found}; there are: {allowed}",
        "нет вида плательщика {found}; есть: {allowed}",
    ),
    "level.unknown": ("there is no level {found}; there are: {allowed}", "нет уровня {found}; есть: {allowed}"),
    "group.unknown": ("there is no group {found}; there are: {allowed}", "нет группы {found}; есть: {allowed}"),
    "reward.unknown": ("there is no reward {found}; there are: {allowed}", "нет награды {found}; есть: {allowed}"),
    "currency.other": ("the bill is in {found}, the program in {allowed}", "счёт в {found}, программа в {allowed}"),
    "line.repeated": ("a line with the id {found} is there already", "строка с номером {found} уже есть"),
    "lines.empty": ("the bill has no lines", "в счёте нет строк"),
    "lines.many": ("{found} lines are more than {allowed}", "{found} строк больше, чем {allowed}"),
    "bill.huge": ("the sum of the bill is larger than any real one", "сумма счёта больше любой настоящей"),
    "promotion.effect": ("a promotion has {allowed}", "у акции должно быть одно действие: {allowed}"),
    "promotion.indicated": (
        "{found} is given when it is needed; no promotion may target it",
        "{found} оказывают по показаниям; акция на неё невозможна",
    ),
    "payers.forbidden": ("{found} never earns, redeems or gets a discount", "{found} не получает ни баллов, ни скидок"),
    "levels.order": ("{found} does not rise; needed: {allowed}", "{found} не возрастает; нужно: {allowed}"),
    "unit.worth": (
        "the smallest unit is worth no whole number of minor units of money",
        "самая малая доля балла не равна целому числу копеек",
    ),
    "earn.percent_without_value": (
        "a percent of units that are worth nothing",
        "процент баллами, которые ничего не стоят",
    ),
    "redeem.without_value": (
        "units that are worth nothing cannot pay",
        "балл, который ничего не стоит, не может платить",
    ),
    "expiry.starts_visit": (
        "units usable from a visit on cannot start their clock then",
        "срок баллов, доступных с визита, не может считаться с этого дня",
    ),
    "reward.effect": ("a reward has {allowed}", "у награды должно быть одно: {allowed}"),
    "reward.balance": ("the balance does not cover the reward", "баллов на награду не хватает"),
    "reward.no_piece": ("the service of the reward is not on the bill", "услуги награды нет в счёте"),
    "reward.stock": ("no such reward is left", "таких наград не осталось"),
    "reward.tried": ("the patient has had this service already", "пациент уже получал эту услугу"),
    "manual.limit": (
        "a discount by hand above the limit needs a second person",
        "скидка вручную выше предела требует второго сотрудника",
    ),
    "moment.no_version": (
        "no version of the program is in force at that moment",
        "в этот момент не действует ни одна редакция",
    ),
    "adjust.below_zero": ("the balance would fall below zero", "баланс стал бы меньше нуля"),
    "adjust.limit": ("more units by hand than the program allows", "вручную больше баллов, чем разрешает программа"),
    "return.quantity": (
        "more than is left to return, or not on the bill",
        "больше, чем осталось вернуть, или нет в счёте",
    ),
    "void.day": ("a void is possible on the day of the bill only", "отменить счёт можно только в его день"),
    "bill.unknown": ("there is no such bill", "такого счёта нет"),
    "member.unknown": ("there is no such member", "такого участника нет"),
    "member.exists": ("this member is enrolled already", "этот участник уже оформлен"),
    "desk.unknown": ("there is no desk {found}; there are: {allowed}", "нет рабочего места {found}; есть: {allowed}"),
    "example.untrue": (
        "the example claims {found}, the rules give {allowed}",
        "в примере {found}, по правилам {allowed}",
    ),
    "table.empty": ("the table is empty", "таблица пуста"),
    "table.bad": ("this is no table: {found}", "это не таблица: {found}"),
    "column.missing": (
        "there is no column for {allowed}; found: {found}",
        "нет столбца для {allowed}; найдено: {found}",
    ),
    "column.repeated": ("this column stands twice: {found}", "столбец стоит дважды: {found}"),
    "row.repeated": ("{found} stood in the table before", "{found} уже есть в таблице"),
    "name.missing": ("there is no name", "нет имени"),
    "name.bad": ("{found} is no name", "{found} не похоже на имя"),
    "phone.bad": ("{found} is no phone", "{found} не телефон"),
    "email.bad": ("{found} is no e-mail address", "{found} не адрес почты"),
    "code.bad": ("{found} is no number or code", "{found} не номер и не код"),
    "flag.bad": ("{found} is neither yes nor no", "{found} не да и не нет"),
    "language.bad": ("{found} is not ru or en", "{found} не ru и не en"),
    "count.bad": ("{found} is no whole number", "{found} не целое число"),
    "date.past": ("{found} is past: these units have lapsed", "{found} уже прошло: эти баллы сгорели"),
    "card.taken": ("the card {found} belongs to somebody else", "карта {found} принадлежит другому"),
    "contract.taken": ("the contract {found} belongs to somebody else", "договор {found} принадлежит другому"),
    "consent.missing": ("the patient said no to the program", "пациент отказался от программы"),
    "act.unknown": ("there is no act {found}; there are: {allowed}", "нет действия {found}; есть: {allowed}"),
}

_TROUBLES: Final[Mapping[str, tuple[str, str]]] = {
    "disk.failed": ("The disk did not do its work ({found}); what was stored before is kept.",
                    "Диск не справился ({found}); записанное раньше сохранено."),
}  # fmt: skip


class _Gaps(dict[str, object]):
    def __missing__(self, key: str) -> str:
        return "…"


def sentence(key: str, lang: str) -> str:
    """The words under a key."""
    english, russian = _WORDS[key]
    return russian if lang == "ru" else english


def refusal_sentence(code: str, params: Mapping[str, object], lang: str) -> str:
    """What a refusal says to people; a code without words says its numbers."""
    if code in _REFUSALS:
        english, russian = _REFUSALS[code]
        return (russian if lang == "ru" else english).format_map(_Gaps(params))
    told = ", ".join(f"{name} {value}" for name, value in params.items())
    return f"{'отказ' if lang == 'ru' else 'refused'}{': ' + told if told else ''}"


def trouble_sentence(trouble: Trouble, lang: str) -> str:
    """What happened to disk, database or network, and what is kept."""
    english, russian = _TROUBLES.get(trouble.code, (
        "Something this computer needs did not work; what was stored before is kept.",
        "Что-то на этом компьютере не сработало; записанное раньше сохранено.",
    ))  # fmt: skip
    return (russian if lang == "ru" else english).format_map(_Gaps(trouble.params))
