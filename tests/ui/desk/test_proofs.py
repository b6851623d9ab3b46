"""What is said of proofs before units are spent by somebody who was found by the phone."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from tests.ui.desk.conftest import Desktop


def test_how_much_goes_without_a_proof_is_said_before_units_are_spent(desktop: Desktop) -> None:
    desktop.find("щел")
    desktop.type("B01.047.001")
    desktop.press(Qt.Key.Key_Return)

    desktop.press(Qt.Key.Key_F7)

    said = [label.text() for label in desktop.room.view.wishes.findChildren(QLabel)]
    assert "Without a proof up to 1,000\N{NO-BREAK SPACE}points; for more, the holder is known by:" in said


def test_f7_after_the_proof_raised_the_units_takes_none_of_them_back(desktop: Desktop) -> None:
    desktop.find("щел")
    desktop.type("B01.047.001")
    desktop.press(Qt.Key.Key_Return, Qt.Key.Key_F7, Qt.Key.Key_F7)
    desktop.room.view.wishes.proofs["card"].click()
    spent = desktop.sum

    desktop.press(Qt.Key.Key_F7)

    assert desktop.sum == spent == "₽1,924.00"
    assert desktop.focus is desktop.room.view.wishes.units
    desktop.type("0")
    assert desktop.sum == "₽2,200.00", "a number typed over it lowers it"
