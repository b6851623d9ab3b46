"""When the centre does not answer, does not let one in, or is not what it should be."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from ui.wording.told import Told

TROUBLES: Final[Mapping[str, Told]] = {
    "centre.away": Told(
        "the centre does not answer, or the line broke",
        "Центр не отвечает; работа идёт без него, всё записанное здесь сохранено. Проверьте сеть и повторите.",
        "The centre does not answer; work goes on without it, and all that was stored here is kept. "
        "Check the network and try again.",
    ),
    "centre.refused": Told(
        "password, certificate or name of the server will not do",
        "Центр не впустил: не подходит пароль, сертификат или имя сервера. Сообщите управляющему.",
        "The centre did not let us in: password, certificate or name of the server will not do. Tell the manager.",
    ),
    "centre.clock": Told(
        "by this computer's clock a certificate does not hold",
        "По часам этого компьютера сертификат сети не действует. Проверьте дату и время; если они верны, попросите у "
        "центра новый файл подключения.",
        "By this computer’s clock the certificate of the network does not hold. Check date and time; if they are "
        "right, ask the centre for a new join file.",
    ),
    "central.away": Told(
        "the server does not answer whoever keeps the centre",
        "Сервер по этому адресу не отвечает или связь оборвалась. Проверьте имя сервера, порт и работает ли он, "
        "затем повторите команду.",
        "The server does not answer at that address, or the line broke. Check its name, the port and whether it runs, "
        "then repeat the command.",
    ),
    "central.refused": Told(
        "the server does not let in whoever keeps the centre",
        "Сервер не впустил: не подходит имя роли, пароль, сертификат или имя сервера; ничего не изменено. Проверьте "
        "адрес, пароль и правила входа на сервере.",
        "The server did not let you in: name of the role, password, certificate or name of the server will not do; "
        "nothing was changed. Check the address, the password, and who may log in by the server’s own rules.",
    ),
    "central.taken": Told(
        "another program has a schema of the centre's name in that database",
        "В этой базе уже есть схема «{found}», и это не центр Tessera; ничего не изменено. Возьмите пустую базу.",
        "This database has a schema “{found}” already, which is no centre of Tessera; nothing was changed. "
        "Take an empty database.",
    ),
    "centre.revoked": Told(
        "this desk was taken off the centre's list",
        "Это рабочее место отключено от центра. Записанное здесь цело; обратитесь к управляющему.",
        "This desk was taken off the centre’s list. What is stored here is kept; ask the manager.",
    ),
    "centre.missing": Told(
        "no such database on the server, or no centre in it",
        "На сервере нет такой базы, или центр в ней не создан. Создайте его: tessera central init URL.",
        "There is no such database on the server, or no centre in it. Set one up: tessera central init URL.",
    ),
    "centre.rights": Told(
        "this role of the server may not do that",
        "Этой роли сервера такое не разрешено; ничего не изменено. "
        "Войдите владельцем базы с правом CREATEROLE или администратором сервера.",
        "This role of the server may not do that; nothing was changed. "
        "Come as the database’s owner with CREATEROLE, or as the server’s administrator.",
    ),
    "centre.server": Told(
        "the PostgreSQL server is too old",
        "Сервер PostgreSQL[ {found}] слишком старый, нужен 13 или новее; ничего не изменено.",
        "The PostgreSQL server[ {found}] is too old, it takes 13 or newer; nothing was changed.",
    ),
    "centre.encoding": Told(
        "the database does not keep UTF-8",
        "Кодировка этой базы[ — {found}], а нужна UTF8; ничего не изменено. "
        "Создайте базу: createdb -E UTF8 -T template0.",
        "This database keeps[ {found}], it takes UTF8; nothing was changed. "
        "Make one with createdb -E UTF8 -T template0.",
    ),
    "centre.newer": Told(
        "a newer app set the centre up",
        "Центр создан более новой версией; ничего не изменено. Обновите приложение здесь.",
        "A newer version set the centre up; nothing was changed. Update the app here.",
    ),
    "centre.older": Told(
        "the centre does not understand this app yet",
        "Центр старше этого приложения. Записанное здесь цело; обновите центр: tessera central init URL.",
        "The centre is older than this app. What is stored here is kept; update the centre: tessera central init URL.",
    ),
    "centre.outdated": Told(
        "the centre was set up by an older app",
        "Центр создан более старой версией. Обновите его: tessera central init URL.",
        "An older version set the centre up. Bring it up to date: tessera central init URL.",
    ),
    "centre.protocol": Told(
        "the centre could make nothing of what was sent",
        "Центр не понял запроса[ ({detail})]. Записанное здесь цело; обновите приложение и центр.",
        "The centre could make nothing of what was sent[ ({detail})]. What is stored here is kept; "
        "update the app and the centre.",
    ),
    "centre.proof": Told(
        "a copy of the centre that does not hold, or is of another one",
        "Эта копия не годится: в ней не сходятся записи или она не этого центра. Точка надёжности осталась прежней.",
        "This copy will not do: its records do not hold, or it is of another centre. The safe point stays as it was.",
    ),
    "centre.seed": Told(
        "no desk file to begin from, or one that does not fit the centre",
        "Начальной базы в центре нет, или она ему не подходит; ничего не изменено. Действия загрузятся по одному.",
        "There is no file to begin from at the centre, or it does not fit; nothing was changed. "
        "Acts are fetched one by one.",
    ),
    "centre.ca": Told(
        "no authority in that folder",
        "В папке[ «{file}»] нет центра сертификации клиники. Создайте его: tessera central certificates.",
        "There is no authority of the clinic in the folder[ “{file}”]. Make one: tessera central certificates.",
    ),
}  # fmt: skip
