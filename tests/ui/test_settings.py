"""The settings room: every change holds at once, and nothing wrong is kept."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QSpinBox, QWidget
from pytestqt.qtbot import QtBot

from desk_app.domain.errors import Trouble
from desk_app.ports import Desk
from desk_app.station import ScannerSettings, SheetPrinter, Station
from tests.ui.clinic import open_clinic
from tests.ui.typing import Keyboard
from ui import compose, compose_records, theme
from ui.icons import Icon
from ui.main_window import MainWindow
from ui.settings import settings_screen, settings_slices
from ui.settings.presenter import SettingsPresenter, SettingsState, Trial

Shell = Callable[..., MainWindow]


class Kept:
    """A computer whose settings are kept in memory."""

    def __init__(self) -> None:
        self.station = Station()
        self.states: list[SettingsState] = []
        self.presenter = SettingsPresenter(self.read, self.keep, self.states.append, lambda pin: f"hash of {pin}")

    def read(self) -> Station:
        return self.station

    def keep(self, station: Station) -> None:
        self.station = station


@pytest.mark.parametrize("code", ["two words", "-", "абвгдежзиклмн", "A/1"])
def test_a_code_that_cannot_stand_on_a_receipt_is_not_kept(code: str) -> None:
    computer = Kept()

    computer.presenter.set_place("desk", code)

    assert computer.station.desk == ""
    assert computer.presenter.state.wrong == {"desk"}


def test_a_good_code_clears_the_mark_of_the_wrong_one() -> None:
    computer = Kept()
    computer.presenter.set_place("desk", "A/1")

    computer.presenter.set_place("desk", " Б-2 ")

    assert computer.station.desk == "Б-2"
    assert computer.presenter.state.wrong == frozenset()


def test_the_unlocking_code_is_kept_as_its_hash_only() -> None:
    computer = Kept()

    computer.presenter.set_pin("12")
    wrong = computer.presenter.state.wrong
    computer.presenter.set_pin("4711")

    assert wrong == {"pin"}
    assert computer.station.pin == "hash of 4711"


@pytest.mark.parametrize(
    ("text", "gap", "wanted"),
    [
        ("2900000000018", 12, ScannerSettings(gap=36, shortest=8)),
        ("~2900000000018#", 48, ScannerSettings(gap=144, shortest=8, prefix="~", suffix="#")),
        ("12345", 2, ScannerSettings(gap=35, shortest=5)),
    ],
)
def test_a_trial_scan_sets_the_scanner_by_itself(text: str, gap: int, wanted: ScannerSettings) -> None:
    computer = Kept()
    computer.presenter.listen()

    computer.presenter.heard(text, gap)

    assert computer.station.scanner == wanted
    assert not computer.presenter.state.listening


def test_a_trial_without_digits_changes_nothing() -> None:
    computer = Kept()

    computer.presenter.heard("привет", 10)

    assert computer.presenter.state.trial_failed
    assert computer.station == Station()


def test_each_kind_of_sheet_remembers_its_printer() -> None:
    computer = Kept()

    computer.presenter.set_printer("slip", printer="Epson")
    computer.presenter.set_printer("slip", offset_x=-12)

    assert computer.station.printer("slip") == SheetPrinter("Epson", offset_x=-12)
    assert computer.station.printer("slip-a5") == SheetPrinter()


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with open_clinic(tmp_path / "records") as opened:
        yield opened


@pytest.fixture
def opened(shell: Shell, desk: Desk) -> tuple[MainWindow, Any, Desk]:
    window = shell()
    screen = settings_screen(window, desk)
    window.add_room(screen, lambda: "Settings", Icon.SETTINGS)
    return window, screen.presenter, desk


def cards() -> list[QWidget]:
    """Every card there is, of whatever window."""
    return [one for one in QApplication.allWidgets() if one.property("role") == "card"]


def test_the_settings_are_made_and_shown_a_card_at_a_time(shell: Shell, desk: Desk, qtbot: QtBot) -> None:
    window = shell()
    window.home.mkdir(exist_ok=True)
    window.add_room_later("settings", lambda: settings_slices(window, desk), lambda: "Settings", Icon.SETTINGS)
    # those of windows of before may go meanwhile
    others = cards()
    seen: list[tuple[int, int]] = []

    def look() -> None:
        # what a key pressed now would have waited for
        made = [one for one in cards() if one not in others]
        seen.append((len(made), sum(one.isVisible() for one in made)))

    beat = QTimer(window, interval=0)
    beat.timeout.connect(look)
    beat.start()
    window.show_room("settings")
    qtbot.waitUntil(lambda: window.current_screen() is not None and seen[-1:] == [(6, 6)])
    beat.stop()

    for made in (0, 1):
        steps = [0, *(look[made] for look in seen)]
        assert max(later - earlier for earlier, later in pairwise(steps)) == 1


def test_the_settings_have_the_keyboard_once_they_are_open(opened: tuple[MainWindow, Any, Any]) -> None:
    window, room, _ = opened
    window.focus_search()

    room._opened()

    keyboard = window.focusWidget()
    assert keyboard is not None
    assert room.view._language.isAncestorOf(keyboard)


def test_the_language_changes_without_a_restart(opened: tuple[MainWindow, Any, Any]) -> None:
    window, room, _ = opened
    window.keep_station(replace(window.station, language="en"))
    before = {label.text() for label in room.view.findChildren(QLabel)}
    QTest.mouseClick(room.view._language.button("ru"), Qt.MouseButton.LeftButton)
    QApplication.processEvents()
    after = {label.text() for label in room.view.findChildren(QLabel)}

    assert "This computer" in before
    assert "Этот компьютер" in after
    assert window._work.search.accessibleName() == "Найти пациента"


def test_the_colours_and_the_text_size_change_at_once(opened: tuple[MainWindow, Any, Any]) -> None:
    _, room, _ = opened
    room.presenter.set_look(theme="dark")
    room.presenter.set_look(text_size=150)

    assert theme.current() is theme.DARK
    assert QApplication.font().pointSizeF() == pytest.approx(15.75)


def test_who_works_here_is_written_on_the_next_act(opened: tuple[MainWindow, Any, Any]) -> None:
    window, room, desk = opened
    field = room.view._texts["employee"]
    field.setText("Петрова М.")
    field.editingFinished.emit()

    assert desk.operator == "Петрова М."
    assert window._status._who.text().startswith("Петрова М.")


def test_the_trial_hears_the_next_scan_and_opens_nobody(opened: tuple[MainWindow, Any, Any], qtbot: QtBot) -> None:
    window, room, _ = opened
    QTest.mouseClick(room.view._trial, Qt.MouseButton.LeftButton)

    Keyboard(window).type("2900000000018", 20, Qt.Key.Key_Return)

    assert room.presenter.state.trial == Trial("2900000000018", 20, "", "")
    assert "2900000000018" in room.view.trial_words()


def test_a_field_whose_content_was_not_taken_is_framed(opened: tuple[MainWindow, Any, Any]) -> None:
    _, room, _ = opened
    field = room.view._texts["desk"]
    field.setText("A/1")
    field.editingFinished.emit()

    assert field.property("wrong") == "true"
    assert field.text() == "A/1"


def test_the_recovery_key_is_shown_on_request_and_goes_again(opened: tuple[MainWindow, Any, Any], qtbot: QtBot) -> None:
    window, room, _ = opened
    compose_records.make_desk(window.home)
    view, before = room.view, room.view.key.shown()

    view.key_button.setFocus()
    QTest.keyClick(view.key_button, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(view.key.shown()))
    shown, reported = view.key.shown(), repr(room.presenter.state)
    QTest.keyClick(view.key_button, Qt.Key.Key_Return)

    assert before == ""
    assert shown == compose.recovery_key(window.home) != ""
    assert shown[:9] not in reported
    assert (view.key.shown(), room.presenter.state.key) == ("", "")


def test_records_without_a_key_say_so(opened: tuple[MainWindow, Any, Any], qtbot: QtBot) -> None:
    window, room, _ = opened
    compose_records.make_desk(window.home, encrypted=False)

    QTest.keyClick(room.view.key_button, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: room.presenter.state.key_lacks is True)
    assert room.view._key_note.text() == "Nothing here is encrypted: every backup opens everywhere."


def test_a_key_that_is_gone_is_told_in_place(opened: tuple[MainWindow, Any, Any], qtbot: QtBot) -> None:
    window, room, _ = opened
    (window.home).mkdir(parents=True, exist_ok=True)
    (window.home / "desk.key").write_text("raw 00", encoding="ascii")

    QTest.keyClick(room.view.key_button, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: isinstance(room.presenter.state.key_lacks, Trouble))
    assert room.view._key_note.text().startswith("The key of the database is wrong or gone.")


def test_tab_comes_to_the_text_size_that_is_chosen(opened: tuple[MainWindow, Any, Any]) -> None:
    view = opened[1].view
    opened[1].presenter.set_look(text_size=150)
    QApplication.processEvents()
    view._theme.button("light").setFocus()

    QTest.keyClick(view._theme.button("light"), Qt.Key.Key_Tab)

    assert QApplication.focusWidget() is view._text_size.button("150")


def turn_wheel_over(field: QWidget) -> bool:
    """One notch towards the clerk; whether the field leaves it to the page around it."""
    middle = QPointF(field.rect().center())
    none, quiet = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    turned = QWheelEvent(
        middle, QPointF(field.mapToGlobal(middle)), QPoint(), QPoint(0, -120), none, quiet,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(field, turned)
    return not turned.isAccepted()


def test_the_wheel_over_a_setting_nobody_is_in_is_left_to_the_page_and_changes_nothing(
    opened: tuple[MainWindow, Any, Any],
) -> None:
    window, room, _ = opened
    kept = window.station
    fields = [*room.view.findChildren(QSpinBox), *room.view.findChildren(QComboBox)]
    before = [one.value() if isinstance(one, QSpinBox) else one.currentIndex() for one in fields]
    left = [turn_wheel_over(field) for field in fields]

    after = [one.value() if isinstance(one, QSpinBox) else one.currentIndex() for one in fields]
    assert len(fields) > 5
    assert after == before
    assert window.station == kept
    assert not any(field.focusPolicy() == Qt.FocusPolicy.WheelFocus for field in fields)
    assert all(left)


def test_the_wheel_turns_the_number_the_clerk_is_in(opened: tuple[MainWindow, Any, Any]) -> None:
    _, room, _ = opened
    field = room.view.findChildren(QSpinBox)[0]
    field.setFocus()
    before = field.value()
    turn_wheel_over(field)

    assert field.value() < before
