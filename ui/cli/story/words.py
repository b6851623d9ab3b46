"""What a step of a story did and gave, in words: the names of acts and values are for files, not for people."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from ui.cli.rows import rows

#: act → (English, Russian)
_ACTS: Final[Mapping[str, tuple[str, str]]] = {
    "enroll": ("joins", "участие оформлено"),
    "checkout": ("bill paid", "счёт оплачен"),
    "draft": ("bill priced", "счёт посчитан"),
    "return": ("return", "возврат"),
    "void": ("bill voided", "счёт отменён"),
    "adjust": ("units by hand", "правка вручную"),
    "warn": ("warned", "предупреждение"),
    "statement": ("account", "баланс"),
    "event": ("event", "событие"),
    "reward": ("reward handed over", "награда выдана"),
    "offer": ("personal offer", "личное предложение"),
    "consent": ("consent", "согласие"),
    "refer": ("referral", "приглашение"),
    "family_join": ("joins a family", "вход в семью"),
    "family_leave": ("leaves a family", "выход из семьи"),
    "merge": ("records merged", "записи объединены"),
    "unmerge": ("records parted", "записи разделены"),
    "leave": ("leaves the program", "выход из программы"),
    "publish": ("version published", "новая редакция"),
    "close": ("program closed", "программа закрыта"),
    "pass": ("time passes", "время идёт"),
}
#: value that is a word of the format → (English, Russian)
_VALUES: Final[Mapping[str, tuple[str, str]]] = {
    "given": ("given", "дано"),
    "stopped": ("stopped", "отозвано"),
    "program": ("to the program", "на участие"),
    "messages": ("to messages", "на сообщения"),
    "data": ("to the use of data", "на обработку данных"),
}
#: Keys that are a sum of money or a number of units under a quote, and something else under a statement.
_ONLY_IN_STATEMENTS: Final = ("usable", "level", "redeemed")


def act(name: str, lang: str) -> str:
    """What an act is called; a word that is no act stays as it was written."""
    return _ACTS[name][lang == "ru"] if name in _ACTS else name


def gave(value: Mapping[str, Any], lang: str) -> str:
    """What a step gave, in one line: the sentence of a refusal with its place, or names and values."""
    if "error" in value:
        place = f"{value['place']}: " if value["place"] else ""
        return f"{place}{value['message']}"
    russian = lang == "ru"
    if "kind" in value:
        channel = f" ({value['channel']})" if value["channel"] else ""
        return f"{_VALUES[value['kind']][russian]}{channel}: {_VALUES[value['state']][russian]}"
    shown = {key: one for key, one in value.items() if not ("lines" in value and key in _ONLY_IN_STATEMENTS)}
    told = rows(shown, lang)
    if set(value) == {"lots"}:
        until = "до" if russian else "until"
        told = [f"{lot['units']} {until} {lot['last_good_day']}" for lot in value["lots"]]
    return "; ".join(told)
