"""What is said of records that were checked or put back, and of numbers that two computers gave; plain Python."""

from __future__ import annotations

from typing import Final

_SAID: Final = {
    "sound": ("всё сходится", "everything holds"),
    "number": (
        ("Номер {number} носят несколько квитанций: {receipts}. Ничего не потеряно: два компьютера считали одинаково, "
        "различайте квитанции по дню и сумме."),
        ("Several receipts bear the number {number}: {receipts}. Nothing is lost: two computers counted alike, tell "
        "the receipts apart by day and sum."),
    ),
    "alike": (
        ("Квитанции этого места носят код, который в сети уже есть: номер {number} встречается дважды. Ничего не "
        "потеряно: различайте такие квитанции по дню и сумме; дальше номера идут с кодом {code}."),
        ("The receipts of this desk bear a code the network has already: the number {number} occurs twice. Nothing is "
        "lost: tell such receipts apart by day and sum; from now on the numbers begin with {code}."),
    ),
    "unsent": (
        ("В заменённых записях остались неотправленные операции: {count}. Они лежат в файле {file}: примите его на "
        "любом другом месте сети (tessera sync --take), и они вернутся сюда через центр."),
        ("Acts of the replaced records had not been sent yet: {count}. They lie in the file {file}: take it at any "
        "other desk of the network (tessera sync --take), and they come back here through the centre."),
    ),
}  # fmt: skip


def said(name: str, language: str, **values: str) -> str:
    """The sentence of that name."""
    return _SAID[name][language != "ru"].format(**values)
