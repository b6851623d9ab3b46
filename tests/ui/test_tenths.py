"""The offset and the size of a printed sheet are set in millimetres and percent, to one digit after the comma."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.typing import press, type_text
from ui import language
from ui.widgets.tenths import Tenths


@pytest.mark.parametrize(("say", "shown"), [("ru", "1,5"), ("en", "1.5")])
def test_fifteen_tenths_are_read_as_one_and_a_half(qtbot: QtBot, qapp: QApplication, say: str, shown: str) -> None:
    language.speak(qapp, say)
    box = Tenths()
    qtbot.addWidget(box)
    box.setValue(15)

    assert box.text() == shown


@pytest.mark.parametrize(("typed", "tenths"), [("2,5", 25), ("2.5", 25), ("-3", -30), ("−0,4", -4), ("7", 70)])
def test_what_is_typed_is_taken_in_either_way(qtbot: QtBot, typed: str, tenths: int) -> None:
    box = Tenths()
    box.setRange(-500, 500)
    qtbot.addWidget(box)
    box.show()
    box.selectAll()
    type_text(box, typed)
    press(box, Qt.Key.Key_Return)

    assert box.value() == tenths


def test_one_step_is_a_tenth(qtbot: QtBot) -> None:
    box = Tenths()
    qtbot.addWidget(box)
    box.setValue(10)
    box.stepUp()

    assert box.value() == 11
