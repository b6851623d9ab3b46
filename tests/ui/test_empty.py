"""A place with nothing to show says both of its sentences whole, however low it is."""

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.cut import cut
from ui.icons import Icon
from ui.tour import Look, dress, settle
from ui.widgets.empty import Empty

WHAT = "Scan the card, or type a name, a phone or a day of birth above and press Enter. There are new rules."


def empty(qtbot: QtBot, wide: int, high: int) -> tuple[QWidget, Empty]:
    """One in a place of that size, in pixels."""
    place = QWidget()
    qtbot.addWidget(place)
    made = Empty(Icon.LIST, place)
    made.say("Who came?", WHAT)
    place.resize(wide, high)
    place.show()
    made.resize(wide, high)
    return place, made


@pytest.mark.parametrize("high", [260, 150, 110, 104])
def test_a_low_place_gives_up_its_picture_and_its_room_before_a_word(
    qapp: QApplication, qtbot: QtBot, high: int
) -> None:
    dress(qapp, Look("en"))
    place, _made = empty(qtbot, 230, high)
    settle(qapp)

    assert cut(place) == []


def test_with_room_again_the_picture_is_back(qtbot: QtBot) -> None:
    _place, made = empty(qtbot, 230, 100)
    low = made._image.isVisible()
    made.resize(300, 400)

    assert (low, made._image.isVisible()) == (False, True)
