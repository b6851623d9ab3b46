"""The line at the foot of the desk: calm, in the language of the moment, and it leads to the room."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desk_app.station import Station
from tests.training.pupil import School, school
from tests.ui.conftest import Heard, room
from tests.ui.conftest import shell as shell
from tests.ui.training.classroom import RULES
from ui import language
from ui.icons import Icon
from ui.main_window import MainWindow
from ui.training.reminding import Reminder
from ui.widgets.status_line import StatusLine


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[School]:
    with school(tmp_path_factory.mktemp("school"), RULES) as made:
        yield made


def test_whoever_is_signed_in_is_reminded_and_a_click_leads_to_the_room(
    shell: Callable[..., MainWindow], desk: School, qtbot: QtBot, qapp: QApplication
) -> None:
    window = shell(station=Station(language="en", desk="A"))
    heard = Heard()
    window.add_room(room("desk", heard), lambda: "Desk", Icon.DESK)
    window.add_room(room("training", heard), lambda: "Training", Icon.TRAINING)
    line = window.findChildren(StatusLine)[0]
    reminder = Reminder(window, desk.desk, window)
    reminder.look()
    assert line.reminder_words() == "", "nobody is signed in"

    window.keep_station(replace(window.station, employee="Ольга Белова"))

    qtbot.waitUntil(lambda: bool(line.reminder_words()), timeout=20_000)
    assert line.reminder_words() == "New here? Twenty minutes of training: Alt+2"
    language.speak(qapp, "ru")
    QApplication.processEvents()
    assert line.reminder_words() == "Вы здесь недавно? Обучение — двадцать минут: Alt+2"
    line.training_wanted.emit()
    screen = window.current_screen()
    assert screen is not None
    assert screen.name == "training"
    reminder.end()


def test_a_window_without_the_room_reminds_of_nothing(shell: Callable[..., MainWindow]) -> None:
    window = shell()
    window.add_room(room("desk", Heard()), lambda: "Desk", Icon.DESK)

    window.remind(lambda: "8 questions")

    assert window.findChildren(StatusLine)[0].reminder_words() == ""
