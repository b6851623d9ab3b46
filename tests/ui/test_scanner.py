"""A scan is heard on every screen, and a hand that types digits is left alone."""

from collections.abc import Callable

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLineEdit, QSpinBox, QVBoxLayout
from pytestqt.qtbot import QtBot

from desk_app.station import ScannerSettings
from tests.ui.typing import Keyboard
from ui.scanner import Burst, Scanner

CARD = "2900000000018"


@pytest.fixture
def desk(qtbot: QtBot) -> tuple[QDialog, QLineEdit, QSpinBox]:
    dialog = QDialog()
    field, number = QLineEdit(), QSpinBox()
    number.setValue(7)
    column = QVBoxLayout(dialog)
    column.addWidget(field)
    column.addWidget(number)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitExposed(dialog)
    dialog.activateWindow()
    field.setFocus()
    qtbot.waitUntil(lambda: field.hasFocus())
    return dialog, field, number


@pytest.fixture
def listening(desk: tuple[QDialog, QLineEdit, QSpinBox]) -> Callable[..., tuple[Scanner, list[str]]]:
    def listen(settings: ScannerSettings | None = None) -> tuple[Scanner, list[str]]:
        scanner = Scanner(settings or ScannerSettings(), desk[0])
        scanner.watch(desk[0].windowHandle())
        heard: list[str] = []
        scanner.scanned.connect(heard.append)
        return scanner, heard

    return listen


@pytest.mark.parametrize("ending", [Qt.Key.Key_Return, Qt.Key.Key_Tab])
def test_a_scan_is_heard_and_nothing_of_it_reaches_the_field(desk, listening, ending) -> None:  # type: ignore[no-untyped-def]  # fixtures
    _, heard = listening()

    Keyboard(desk[0]).type(CARD, 2, ending)

    assert heard == [CARD]
    assert desk[1].text() == ""


def test_a_scan_over_a_number_leaves_the_number_alone(desk, listening) -> None:  # type: ignore[no-untyped-def]  # fixtures
    _, heard = listening()
    desk[2].setFocus()

    Keyboard(desk[0]).type(CARD, 8, Qt.Key.Key_Return)

    assert heard == [CARD]
    assert desk[2].value() == 7


def test_digits_typed_by_hand_arrive_as_typed(desk, listening, qtbot) -> None:  # type: ignore[no-untyped-def]  # fixtures
    _, heard = listening()

    Keyboard(desk[0]).type("89123456789", 90)
    qtbot.waitUntil(lambda: desk[1].text() == "89123456789")

    assert heard == []


def test_a_few_fast_digits_are_no_card(desk, listening) -> None:  # type: ignore[no-untyped-def]  # fixtures
    _, heard = listening()

    Keyboard(desk[0]).type("1234567", 5, Qt.Key.Key_Tab)

    assert heard == []
    assert desk[1].text() == "1234567"


def test_a_letter_among_fast_digits_is_typed_in_its_place(desk, listening, qtbot) -> None:  # type: ignore[no-untyped-def]  # fixtures
    _, heard = listening()

    Keyboard(desk[0]).type("12345A678", 5)
    qtbot.waitUntil(lambda: desk[1].text() == "12345A678")

    assert heard == []


def test_a_key_held_down_is_not_a_scan(desk, listening, qtbot) -> None:  # type: ignore[no-untyped-def]  # fixtures
    _, heard = listening()
    keyboard = Keyboard(desk[0])

    keyboard.type("0", 5)
    for _ in range(12):
        keyboard.key(Qt.Key.Key_0, "0", 40)
    qtbot.waitUntil(lambda: desk[1].text() == "0" * 13)

    assert heard == []


def test_what_the_scanner_adds_is_dropped(desk, listening) -> None:  # type: ignore[no-untyped-def]  # fixtures
    _, heard = listening(ScannerSettings(prefix="~", suffix="#"))

    Keyboard(desk[0]).type(f"~{CARD}#", 2, Qt.Key.Key_Return)

    assert heard == [CARD]
    assert desk[1].text() == ""


def test_a_slow_scanner_is_heard_once_the_desk_knows_it(desk, listening) -> None:  # type: ignore[no-untyped-def]  # fixtures
    scanner, heard = listening()
    scanner.settle(ScannerSettings(gap=80))

    Keyboard(desk[0]).type(CARD, 60, Qt.Key.Key_Return)

    assert heard == [CARD]


def test_a_trial_scan_tells_its_shape(desk, listening) -> None:  # type: ignore[no-untyped-def]  # fixtures
    scanner, heard = listening()
    bursts: list[Burst] = []
    scanner.calibrate(bursts.append)

    Keyboard(desk[0]).type(f"+{CARD}", 48, Qt.Key.Key_Return)

    assert bursts == [Burst(f"+{CARD}", 48, ended=True)]
    assert heard == []
    assert desk[1].text() == ""


def test_two_desks_in_one_process_lose_no_key_between_them(desk, listening, qtbot) -> None:  # type: ignore[no-untyped-def]  # fixtures
    (_, first), (_, second) = listening(), listening()

    Keyboard(desk[0]).type("89123456789", 90, Qt.Key.Key_Tab)
    assert desk[1].text() == "89123456789"

    assert first == second == []


def test_a_desk_that_lies_hidden_hears_no_scan(desk, listening, qtbot) -> None:  # type: ignore[no-untyped-def]  # fixtures
    hidden, shown = QDialog(), listening()[1]
    qtbot.addWidget(hidden)
    below = Scanner(ScannerSettings(), hidden)
    below.watch(desk[0].windowHandle())
    heard: list[str] = []
    below.scanned.connect(heard.append)

    Keyboard(desk[0]).type(CARD, 2, Qt.Key.Key_Return)

    assert (heard, shown) == ([], [CARD])


def test_a_key_whose_window_is_gone_is_forgotten(listening, qtbot) -> None:  # type: ignore[no-untyped-def]  # fixtures
    scanner, heard = listening()
    dialog = QDialog()
    dialog.show()
    qtbot.waitExposed(dialog)
    scanner.watch(dialog.windowHandle())
    Keyboard(dialog).type("7", 5)
    shiboken6.delete(dialog)

    scanner.settle(ScannerSettings())

    assert heard == []
