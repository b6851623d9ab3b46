"""What time zones and currencies are called in the form of a clinic: by a city and a name, never by a code alone."""

from collections.abc import Mapping
from datetime import datetime
from typing import Final
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication

from ui import formats, language
from ui.marking import QT_TRANSLATE_NOOP

_CITIES: Final[Mapping[str, str]] = {
    "Europe/Kaliningrad": QT_TRANSLATE_NOOP("Places", "Kaliningrad"),
    "Europe/Moscow": QT_TRANSLATE_NOOP("Places", "Moscow"),
    "Europe/Samara": QT_TRANSLATE_NOOP("Places", "Samara"),
    "Asia/Yekaterinburg": QT_TRANSLATE_NOOP("Places", "Yekaterinburg"),
    "Asia/Omsk": QT_TRANSLATE_NOOP("Places", "Omsk"),
    "Asia/Krasnoyarsk": QT_TRANSLATE_NOOP("Places", "Krasnoyarsk, Novosibirsk"),
    "Asia/Irkutsk": QT_TRANSLATE_NOOP("Places", "Irkutsk"),
    "Asia/Yakutsk": QT_TRANSLATE_NOOP("Places", "Yakutsk"),
    "Asia/Vladivostok": QT_TRANSLATE_NOOP("Places", "Vladivostok"),
    "Asia/Magadan": QT_TRANSLATE_NOOP("Places", "Magadan"),
    "Asia/Kamchatka": QT_TRANSLATE_NOOP("Places", "Kamchatka"),
    "Europe/Minsk": QT_TRANSLATE_NOOP("Places", "Minsk"),
    "Asia/Almaty": QT_TRANSLATE_NOOP("Places", "Almaty"),
    "Europe/Berlin": QT_TRANSLATE_NOOP("Places", "Berlin"),
    "Europe/London": QT_TRANSLATE_NOOP("Places", "London"),
}
_MONEY: Final[Mapping[str, str]] = {
    "RUB": QT_TRANSLATE_NOOP("Places", "rouble"),
    "KZT": QT_TRANSLATE_NOOP("Places", "tenge"),
    "BYN": QT_TRANSLATE_NOOP("Places", "Belarusian rouble"),
    "EUR": QT_TRANSLATE_NOOP("Places", "euro"),
    "USD": QT_TRANSLATE_NOOP("Places", "US dollar"),
}


def zone_words(zone: str) -> str:
    """A city and how far its clock is from Greenwich now: Moscow, UTC+3; a zone without a city by its own name."""
    if zone not in _CITIES:
        return zone
    ahead = datetime.now(ZoneInfo(zone)).utcoffset()
    hours = int(ahead.total_seconds()) // 3600 if ahead is not None else 0
    city = QCoreApplication.translate("Places", _CITIES[zone])
    return f"{city}, UTC{'+' if hours >= 0 else formats.MINUS}{abs(hours)}"


def currency_words(currency: str) -> str:
    """Its name and its sign: rouble, ₽."""
    sign = formats.money(0, language.current(), currency, 0).replace("0", "").strip()
    return f"{QCoreApplication.translate('Places', _MONEY[currency])}, {sign}" if currency in _MONEY else currency
