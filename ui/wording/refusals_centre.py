"""Keeping the centre: addresses, names of desks and of servers that will not do."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from ui.wording.told import Told

REFUSALS: Final[Mapping[str, Told]] = {
    "centre.url": Told(
        "no address of a PostgreSQL database",
        "Это не адрес базы PostgreSQL: он выглядит как postgresql://ИМЯ@СЕРВЕР/БАЗА.",
        "This is no address of a PostgreSQL database: one looks like postgresql://NAME@SERVER/DATABASE.",
    ),
    "centre.unset": Told(
        "nobody said yet where the centre is",
        "Здесь ещё не указано, где центр. Создайте его или назовите: tessera central init URL; где это уже сделано, "
        "повторите команду с --home той папки.",
        "Nobody has said here where the centre is. Set it up, or name it: tessera central init URL; where that was "
        "done before, repeat the command with --home of that folder.",
    ),
    "centre.no_desk": Told(
        "no joined desk in the folder a seed is made from",
        "В этой папке нет рабочего места сети, а начальная база делается из него. Подключите его здесь (tessera join) "
        "или укажите папку: --from ПАПКА.",
        "There is no desk of the network in that folder, and a seed is made of one. Let one join here (tessera join), "
        "or say where it is: --from DIR.",
    ),
    "centre.full": Told(
        "the database holds tables of something else",
        "В этой базе уже лежит другое[: {found}]; ничего не изменено. Возьмите пустую базу, а если центру место рядом "
        "с этим — добавьте --yes.",
        "This database holds something else[: {found}]; nothing was changed. Take an empty one, or add --yes where the "
        "centre is to stand beside it.",
    ),
    "centre.host": Told(
        "no name of a server",
        "[«{found}» — ]это не имя сервера и не его адрес.",
        "[“{found}” is ]neither a server’s name nor its address.",
    ),
    "desk.name": Told(
        "no name for a desk",
        "Имя рабочего места — от 1 до 60 видимых знаков.",
        "A desk’s name has 1 to 60 visible characters.",
    ),
    "desk.known": Told(
        "a desk of that name is on the list already",
        "Рабочее место[ «{found}»] уже есть. Новый файл для него: --again; прежний пароль перестанет подходить.",
        "There is a desk[ “{found}”] already. A new join file for it: --again, and its password of before will not do.",
    ),
    "desk.code_taken": Told(
        "another desk has that code on its receipts",
        "Код[ «{found}»] уже у другого рабочего места; выберите другой.",
        "Another desk has the code[ “{found}”]; choose another one.",
    ),
    "desk.code_bad": Told(
        "no code for receipts",
        "[«{found}» — ]это не код рабочего места: до 12 букв и цифр, например B.",
        "[“{found}” is ]no code of a desk: up to 12 letters and digits, as B.",
    ),
    "desk.not_listed": Told(
        "no desk of that name on the list",
        "Рабочего места[ «{found}»] в списке нет; список: tessera central check.",
        "There is no desk[ “{found}”] on the list; see tessera central check.",
    ),
}  # fmt: skip
