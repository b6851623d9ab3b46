"""Values, bills and files that cannot be read: what was found, what is allowed, what to do."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from ui.wording.told import Told

_ALLOWED_RU, _ALLOWED_EN = "[ Можно: {allowed:allowed}.]", "[ Allowed: {allowed:allowed}.]"


def _wrong(when: str, ru: str, en: str) -> Told:
    """A value that can be put right by looking at what is allowed."""
    return Told(when, f"{ru}{_ALLOWED_RU}", f"{en}{_ALLOWED_EN}")


REFUSALS: Final[Mapping[str, Told]] = {
    "sheet.unknown": Told(
        "a sheet or size that there is not",
        "Такого листа нет[: {found}].",
        "There is no such sheet[: {found}].",
    ),
    # values
    "quantity.bad": _wrong(
        "a quantity is zero, negative or no integer",
        "Количество[ {found}] не подходит: нужно целое число от 1.",
        "The quantity[ {found}] will not do: it takes a whole number from 1 on.",
    ),
    "price.negative": Told(
        "a price is below 0",
        "Цена[ {found}] меньше нуля; скидку записывают скидкой, а не ценой.",
        "The price[ {found}] is below 0; a discount is written as a discount, not as a price.",
    ),
    "money.bad": _wrong(
        "no amount of money", "[«{found}» — ]это не сумма денег.", "[“{found}” is ]no amount of money."
    ),
    "money.decimals": _wrong(
        "more decimals than the currency has",
        "В сумме[ {found}] знаков больше, чем у валюты.",
        "The amount[ {found}] has more decimals than the currency.",
    ),
    "units.bad": _wrong(
        "no number of units", "[«{found}» — ]это не количество {unit:many}.", "[“{found}” is ]no number of {unit:many}."
    ),
    "units.decimals": _wrong(
        "more decimals than the unit's precision",
        "В количестве {unit:many}[ {found}] слишком много знаков после запятой.",
        "The number of {unit:many}[ {found}] has too many decimals.",
    ),
    "percent.bad": _wrong("no percent", "[«{found}» — ]это не процент.", "[“{found}” is ]no percent."),
    "percent.range": _wrong(
        "a percent is not from 0 to 100",
        "Процент[ {found}] не от 0 до 100.",
        "The percent[ {found}] is not from 0 to 100.",
    ),
    "period.bad": _wrong(
        "a period is not “N days”, “N months”, “N years”", "[«{found}» — ]это не срок.", "[“{found}” is ]no period."
    ),
    "date.bad": _wrong("no day of the calendar", "[«{found}» — ]это не дата.", "[“{found}” is ]no date."),
    "date.past": Told(
        "units brought in with a last good day that has passed",
        "Дата[ {found}] уже прошла, срок этих {unit:many} вышел; укажите будущую дату или уберите их.",
        "The day[ {found}] has passed and the {unit:many} with it; give a day that lies ahead or leave them out.",
    ),
    "moment.bad": _wrong("no moment", "[«{found}» — ]это не дата и время.", "[“{found}” is ]no date and time."),
    "count.bad": _wrong("no whole number", "[«{found}» — ]это не целое число.", "[“{found}” is ]no whole number."),
    "flag.bad": _wrong(
        "neither yes nor no", "[«{found}» — ]это ни «да», ни «нет».", "[“{found}” is ]neither yes nor no."
    ),
    "language.bad": _wrong(
        "a language the app does not print in", "Языка[ «{found}»] нет.", "There is no language[ “{found}”]."
    ),
    "email.bad": _wrong(
        "no e-mail address", "[«{found}» — ]это не адрес электронной почты.", "[“{found}” is ]no e-mail address."
    ),
    "phone.bad": _wrong(
        "no telephone number", "[«{found}» — ]это не номер телефона.", "[“{found}” is ]no telephone number."
    ),
    "name.bad": _wrong(
        "a name that cannot be one",
        "[«{found}» — ]это не имя[: знак «{sign}» в нём лишний][; в имени не больше {longest:number} знаков].",
        "[“{found}” is ]no name[: the sign “{sign}” does not belong there]"
        "[; a name has up to {longest:number} letters].",
    ),
    "name.missing": Told(
        "a row without a name", "Нет имени или названия; впишите его.", "The name is missing; write it in."
    ),
    "code.bad": _wrong("no code", "[«{found}» — ]это не код.", "[“{found}” is ]no code."),
    "value.bad": _wrong(
        "a value outside the allowed list",
        "Значение[ «{found}»] здесь не подходит.",
        "The value[ “{found}”] will not do here.",
    ),
    "text.long": _wrong("a text longer than any real one", "Текст слишком длинный.", "The text is too long."),
    "text.broken": Told(
        "a text with half a letter in it",
        "В тексте испорченный знак; наберите его заново.",
        "The text holds a broken letter; type it again.",
    ),
    # keys
    "key.unknown": _wrong(
        "a key the format does not know",
        "Формат не знает ключа[ «{found}»].",
        "The format does not know the key[ “{found}”].",
    ),
    "key.missing": _wrong(
        "a key without a default is left out",
        "Не хватает обязательного ключа; впишите его.",
        "A key that has no default is left out; write it in.",
    ),
    "key.repeated": Told(
        "a key stands twice", "Ключ записан дважды; оставьте один.", "The key stands twice; keep one of them."
    ),
    "code.repeated": Told(
        "two things with one code",
        "Код «{found}» записан дважды; коды должны различаться.",
        "The code “{found}” stands twice; codes must differ.",
    ),
    # bills and states
    "category.unknown": _wrong(
        "a category that is not in the program",
        "В программе нет вида услуг[ «{found}»].",
        "The program has no category[ “{found}”].",
    ),
    "payer.unknown": _wrong(
        "a kind of payer that does not exist",
        "Нет вида плательщика[ «{found}»].",
        "There is no kind of payer[ “{found}”].",
    ),
    "level.unknown": _wrong(
        "a level that is not in the program",
        "В программе нет уровня[ «{found}»].",
        "The program has no level[ “{found}”].",
    ),
    "group.unknown": _wrong(
        "a group that is not in the program",
        "В программе нет льготы[ «{found}»].",
        "The program has no group[ “{found}”].",
    ),
    "reward.unknown": _wrong(
        "a reward that is not in the program",
        "В программе нет награды[ «{found}»][ «{reward}»].",
        "The program has no reward[ “{found}”][ “{reward}”].",
    ),
    "desk.unknown": _wrong(
        "a desk the story does not name", "Нет рабочего места[ «{found}»].", "There is no desk[ “{found}”]."
    ),
    "act.unknown": _wrong("an act a story cannot do", "Нет действия[ «{found}»].", "There is no act[ “{found}”]."),
    "currency.other": Told(
        "the bill is in another currency",
        "Счёт в валюте {found}, а программа — в {allowed}; пересчитайте счёт.",
        "The bill is in {found}, the program in {allowed}; write the bill in {allowed}.",
    ),
    "line.repeated": Told(
        "two lines with one id",
        "Две строки с номером «{found}»; номера должны различаться.",
        "Two lines have the id “{found}”; ids must differ.",
    ),
    "lines.empty": Told(
        "a bill without lines", "В счёте нет строк; добавьте услугу.", "The bill has no lines; add a service."
    ),
    "lines.many": Told(
        "more lines than any real bill",
        "Строк {found}, а бывает не больше {allowed}; разделите счёт.",
        "There are {found} lines and at most {allowed} fit; part the bill.",
    ),
    "bill.huge": Told(
        "the sum is larger than any real one",
        "Сумма счёта больше любой настоящей; проверьте цены и количество.",
        "The sum of the bill is larger than any real one; check prices and quantities.",
    ),
    # who the clinic is
    "clinic.text": Told(
        "a text of the clinic is too long or has signs nobody sees",
        "Текст длиннее {allowed} знаков или содержит невидимые знаки; сократите его.",
        "The text is longer than {allowed} signs or has invisible ones; shorten it.",
    ),
    "clinic.phone": Told(
        "no phone of a clinic",
        "Это не телефон; напишите его так, как набирает пациент: +7 495 123-45-67.",
        "This is no phone number; write it as a patient dials it: +7 495 123-45-67.",
    ),
    "clinic.url": Told(
        "no address of a page",
        "Это не адрес страницы; он выглядит так: https://clinic.ru/rules.",
        "This is no address of a page; one looks like https://clinic.com/rules.",
    ),
    "clinic.colour": Told(
        "no colour", "Это не цвет; он пишется шестью знаками: #0b6b70.", "This is no colour; it has six signs: #0b6b70."
    ),
    "logo.kind": Told(
        "the logo is neither PNG nor SVG",
        "Логотип — файл PNG или SVG; сохраните его в одном из этих видов.",
        "A logo is a PNG or SVG file; save it as one of these.",
    ),
    "logo.huge": Told(
        "the logo's file is too large",
        "Файл логотипа больше {allowed} МБ; уменьшите его.",
        "The logo’s file is larger than {allowed} MB; make it smaller.",
    ),
    "logo.size": Told(
        "the logo is too small, too large or too long to be printed",
        "Размер логотипа[ ({found})] не подходит: от 32 до 4000 точек, не длиннее десяти своих ширин.",
        "The logo’s size[ ({found})] will not do: 32 to 4000 pixels, at most ten times as long as wide.",
    ),
    "logo.broken": Told(
        "the logo's file is damaged, or would load something from elsewhere",
        "Файл логотипа повреждён или просит что-то извне; сохраните его заново простым рисунком.",
        "The logo’s file is damaged or asks for something from elsewhere; save it anew as a plain picture.",
    ),
    # files and tables
    "file.missing": Told(
        "there is no such file", "Такого файла нет; проверьте имя.", "There is no such file; check its name."
    ),
    "file.folder": Told(
        "a folder where a file is needed", "Это папка; назовите файл.", "This is a folder; name a file."
    ),
    "file.no_folder": Told(
        "the folder a file is to be written into does not exist",
        "Папки[ {found}] нет; создайте её или назовите другую.",
        "There is no folder[ {found}]; make it, or name another one.",
    ),
    "file.name": Told(
        "a name no file can have",
        "Такого имени у файла быть не может; назовите короче и без особых знаков.",
        "No file can have such a name; take a shorter one without special signs.",
    ),
    "out.own_file": Told(
        "what is written would take the place of a file of the desk itself",
        "Это место занимают файлы самого рабочего места; назовите другое.",
        "That place belongs to the files of the desk itself; name another one.",
    ),
    "out.exists": Told(
        "what is written would take the place of a file of another kind, or of a backup",
        "Такой файл уже есть, он не тронут; назовите другое имя.",
        "There is such a file already, it is left alone; choose another name.",
    ),
    "file.denied": Told(
        "the system forbids the file",
        "Этот файл нельзя прочесть или записать; проверьте права.",
        "This file may not be read or written; check its rights.",
    ),
    "file.unreadable": Told(
        "the system cannot read the file",
        "Файл не читается; скопируйте его заново.",
        "The file cannot be read; copy it again.",
    ),
    "file.huge": Told(
        "a file larger than any real one",
        "Файл больше {allowed} байт; это не тот файл.",
        "The file is larger than {allowed} bytes; this is not the one.",
    ),
    "file.not_utf8": Told(
        "the text is not UTF-8",
        "Текст не в UTF-8[ (байт {found})]; сохраните файл в этой кодировке.",
        "The text is not UTF-8[ (byte {found})]; save the file in that encoding.",
    ),
    "json.object": Told(
        "JSON that is a list, a text or a number where an object is asked for",
        "Это JSON, но не объект; нужен объект в фигурных скобках, с ключами.",
        "This is JSON, but must be an object: keys in braces.",
    ),
    "json.bad": _wrong("no JSON", "Это не JSON[ ({found})].", "This is no JSON[ ({found})]."),
    "toml.bad": _wrong("no TOML", "Это не TOML[ ({found})].", "This is no TOML[ ({found})]."),
    "table.bad": Told(
        "a table that cannot be read",
        "Таблица не читается; сохраните её как CSV или XLSX.",
        "The table cannot be read; save it as CSV or XLSX.",
    ),
    "table.empty": Told("a table without rows", "В таблице нет строк.", "The table has no rows."),
    "column.missing": _wrong(
        "a column that is needed is not in the table",
        "В таблице нет нужного столбца; найдены: {found}.",
        "A column is missing; found: {found}.",
    ),
    "column.repeated": Told(
        "two columns with one meaning",
        "Столбцы повторяются: {found}; оставьте по одному.",
        "Columns stand twice: {found}; keep one of each.",
    ),
    "row.repeated": Told(
        "a row that repeats an earlier one",
        "[«{found}» — ]такая строка в таблице уже была; оставьте одну.",
        "[“{found}”: ]there was such a row before; keep one of them.",
    ),
    "consent.missing": Told(
        "a row with a card or units of a patient who said no to the program",
        "Пациент не согласен на участие; уберите карту и баланс {unit:many} или получите согласие.",
        "The patient said no to the program; leave card and {unit:many} out, or ask for the consent.",
    ),
    "contract.taken": Told(
        "the contract is another patient's",
        "Договор[ {found}] — другого пациента; проверьте номер.",
        "The contract[ {found}] belongs to another patient; check the number.",
    ),
    "key.paper": Told(
        "the key typed from paper is not complete or has a wrong letter",
        "Ключ с бумаги набран с ошибкой; сверьте каждую группу.",
        "The key from the paper is mistyped; compare each group.",
    ),
    # the command line
    "arguments.bad": Told(
        "the command is not complete",
        "Команда неполна: {found}[; подсказка: {allowed}].",
        "The command is not complete: {found}[; help: {allowed}].",
    ),
    "arguments.mixed": Told(
        "options that answer the same question stand together",
        "Вместе это не понять: {found}; оставьте что-то одно.",
        "These do not go together: {found}; keep one of them.",
    ),
    "picture.unknown": _wrong(
        "the tour has no picture or look of that name",
        "Картинки или вида «{found}» нет.",
        "There is no picture or look “{found}”.",
    ),
    "command.unknown": _wrong("no such command", "Команды «{found}» нет.", "There is no command “{found}”."),
}
