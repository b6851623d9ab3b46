"""When the exchange with the centre cannot go on for a reason on this computer."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from ui.wording.told import Told

TROUBLES: Final[Mapping[str, Told]] = {
    "centre.none": Told(
        "this desk has joined no network",
        "Это рабочее место не подключено к центру. Подключите его файлом от центра: tessera join.",
        "This desk has joined no centre. Join with the file the centre has given: tessera join.",
    ),
    "centre.secret": Told(
        "what the desk proves itself with at the centre is gone",
        "Пароль этого места для центра не читается; записанное здесь цело. Попросите у центра новый файл подключения.",
        "This desk’s password for the centre cannot be read; what is stored here is kept. "
        "Ask the centre for a new join file.",
    ),
    "sync.second": Told(
        "another process exchanges this desk already",
        "Обмен с центром уже идёт: открыто окно или другая команда. Ничего делать не нужно.",
        "The exchange is running already, in the window or in another command. Nothing need be done.",
    ),
    "bug": Told(
        "a fault of the app itself in the exchange",
        "Обмен остановился из-за ошибки приложения; отчёт записан. Всё записанное сохранено, обмен повторится сам.",
        "The exchange stopped at a fault of the app; a report is kept. What was stored is kept, and it is tried again.",
    ),
}  # fmt: skip
