"""The words of the sheet with which a desk joins, in the language of the command."""

from __future__ import annotations

from typing import Final

from desk_app.sync.join_file import JoinFile

_TITLE: Final = {"ru": "Подключение рабочего места к сети", "en": "Joining the network"}
_WORDS: Final = {
    "ru": (
        "1. Откройте Tessera и выберите «Подключиться к сети» (на работающем месте — раздел «Связь»).",
        "2. Сканируйте все коды этого листа в любом порядке. Раскладка клавиатуры не важна.",
        "3. После подключения лист ничего не откроет; до того храните его как ключ: войдёт тот, кто сканирует первым.",
    ),
    "en": (
        "1. Open Tessera and choose “Join a network” (on a desk that works already: the room Network).",
        "2. Scan all codes of this sheet in any order. The keyboard layout does not matter.",
        "3. Once the desk has joined, the sheet opens nothing. Until then keep it like a key: the first to scan joins.",
    ),
}
_NUMBER: Final = {"ru": "{n} из {all}", "en": "{n} of {all}"}


def on_paper(join: JoinFile, lang: str) -> bytes:
    """The sheet as PDF."""
    from desk_app.printing.join_sheet import join_sheet

    return join_sheet(join, _TITLE[lang], _WORDS[lang], _NUMBER[lang])
