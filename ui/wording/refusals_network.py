"""Joining a network, and files that are carried between desks: what was wrong with them, and that nothing changed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from ui.wording.told import Told

REFUSALS: Final[Mapping[str, Told]] = {
    "join.file": Told(
        "a file that is no join file of a centre",
        "Это не файл подключения от центра; ничего не изменено. Возьмите файл, который дал центр.",
        "This is no join file of a centre; nothing was changed. Take the file the centre has given.",
    ),
    "join.newer": Told(
        "a join file of a newer centre",
        "Файл подключения сделан более новой версией; ничего не изменено. Обновите приложение.",
        "The join file was made by a newer version; nothing was changed. Update this app.",
    ),
    "join.digits": Told(
        "a QR code that was misread, or of another sheet",
        "QR-код считался не целиком или он с другого листа. Сканируйте его ещё раз.",
        "The QR code was misread, or is of another sheet. Scan it once more.",
    ),
    "join.missing": Told(
        "not all QR codes were scanned",
        "Остались не считаны QR-коды[: {found}]. Сканируйте их в любом порядке.",
        "QR codes are still to be scanned[: {found}]. Scan them in any order.",
    ),
    "join.other": Told(
        "a desk that belongs to another network",
        "Это рабочее место уже подключено к другому центру[ ({found})]; ничего не изменено.",
        "This desk belongs to another centre already[ ({found})]; nothing was changed.",
    ),
    "join.desk": Told(
        "a join file of another desk of this centre",
        "Этот компьютер уже рабочее место этого центра[ ({found})], а файл выдан другому месту; ничего не изменено.",
        "This computer is a desk of this centre already[ ({found})], and the file is another desk's; nothing was "
        "changed.",
    ),
    "join.used": Told(
        "the centre does not take the join file",
        "Центр не принял этот файл: он уже использован или отозван, либо отвечает не тот сервер; ничего не изменено. "
        "Попросите у центра новый.",
        "The centre did not take this file: it was used before or withdrawn, or another server answers; nothing was "
        "changed. Ask the centre for a new one.",
    ),
    "courier.file": Told(
        "a file that is no courier file",
        "Это не файл курьера Tessera; ничего не изменено. Выберите другой файл.",
        "This is no courier file of Tessera; nothing was changed. Choose another file.",
    ),
    "courier.damaged": Told(
        "a courier file that was cut short or altered",
        "Файл курьера повреждён или изменён; ничего не изменено. Запишите его на флешку заново.",
        "The courier file is cut short or altered; nothing was changed. Write it to the stick once more.",
    ),
    "courier.newer": Told(
        "a courier file of a newer app",
        "Файл курьера записан более новой версией; ничего не изменено. Обновите приложение здесь.",
        "The courier file was written by a newer version; nothing was changed. Update the app here.",
    ),
    "courier.gap": Told(
        "a courier file that begins behind what is known here",
        "В файле курьера нет начала: здесь ещё не знают более ранних операций. Сначала синхронизируйте это место.",
        "The courier file begins too late: earlier acts are not known here yet. Sync this desk first.",
    ),
    "courier.own": Told(
        "a courier file that was brought back to the desk it came from",
        "Этот файл курьера записан на этом же месте; ничего не изменено. Отнесите его на другое.",
        "This courier file was written by this very desk; nothing was changed. Take it to another one.",
    ),
    "courier.answer": Told(
        "an answer for another desk",
        "Этот ответ курьера — для другого рабочего места; ничего не изменено.",
        "This answer is for another desk; nothing was changed.",
    ),
}  # fmt: skip
