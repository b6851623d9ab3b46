"""A clinic chooses its clock by a city and its money by a name."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from ui import language
from ui.first_start.places import currency_words, zone_words
from ui.first_start.presenter import CURRENCIES, TIMEZONES


@pytest.mark.parametrize(
    ("say", "moscow", "rouble"),
    [("ru", "Москва, UTC+3", "рубль, ₽"), ("en", "Moscow, UTC+3", "rouble, ₽")],
)
def test_zones_and_money_have_names(qapp: QApplication, say: str, moscow: str, rouble: str) -> None:
    language.speak(qapp, say)

    assert zone_words("Europe/Moscow") == moscow
    assert currency_words("RUB") == rouble
    assert [zone for zone in TIMEZONES if "/" in zone_words(zone)] == []
    assert [one for one in CURRENCIES if one == currency_words(one)] == []
