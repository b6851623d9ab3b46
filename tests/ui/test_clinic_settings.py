"""Who the clinic is and what it exchanges: typed on two cards, kept at once, refused under the field."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desk_app import clinic as clinics
from desk_app.clinic import Clinic
from desk_app.ports import Desk
from tests.ui.clinic import filled_clinic
from tests.ui.typing import type_text
from ui.icons import Icon
from ui.main_window import MainWindow
from ui.settings import settings_screen
from ui.settings.room import SettingsRoom

Shell = Callable[..., MainWindow]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with filled_clinic(tmp_path / "records") as made:
        yield made.desk


@pytest.fixture
def room(shell: Shell, desk: Desk) -> SettingsRoom:
    window = shell()
    window.home.mkdir(exist_ok=True)
    screen = settings_screen(window, desk)
    window.add_room(screen, lambda: "Settings", Icon.SETTINGS)
    window.ready("Before")
    assert isinstance(screen.presenter, SettingsRoom)
    return screen.presenter


def known(desk: Desk) -> Clinic:
    with desk.store.reading() as reading:
        return clinics.read(reading)


def typed(room: SettingsRoom, name: str, text: str) -> None:
    field = room.view.clinic.texts[name]
    field.setFocus()
    field.selectAll()
    type_text(field, text)
    field.editingFinished.emit()


def test_what_is_typed_of_the_clinic_holds_when_its_field_is_left(room: SettingsRoom, desk: Desk) -> None:
    typed(room, "name", "Ясень")
    typed(room, "branch", "Кабинет на Садовой")

    window = room.view.window()
    assert known(desk).name == "Ясень"
    assert window.windowTitle() == "Tessera · Ясень"
    with desk.store.reading() as reading:
        assert clinics.branch_title(reading, "main") == "Кабинет на Садовой"


def test_who_gets_data_of_patients_is_kept_for_the_form_of_consent(room: SettingsRoom, desk: Desk) -> None:
    typed(room, "recipients", "ООО «Рассылки»")

    assert known(desk).recipients == "ООО «Рассылки»"


def test_what_cannot_be_printed_stays_in_its_field_with_the_reason_below(room: SettingsRoom, desk: Desk) -> None:
    typed(room, "phone", "звоните")
    card = room.view.clinic
    said = card.faults["phone"].words()
    typed(room, "phone", "8 800 555 35 35")

    assert said.startswith("This is no phone number")
    assert card.faults["phone"].words() == ""
    assert known(desk).phone == "8 800 555 35 35"


def test_a_logo_is_shown_as_soon_as_it_is_kept_and_a_wrong_one_changes_nothing(
    room: SettingsRoom, desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    picture = QImage(QSize(200, 100), QImage.Format.Format_RGB32)
    picture.fill(0x0B6B70)
    picture.save(str(tmp_path / "logo.png"))
    (tmp_path / "notes.png").write_text("no picture")
    card = room.view.clinic

    card.logo_chosen.emit(tmp_path / "logo.png")
    qtbot.waitUntil(lambda: known(desk).logo.startswith("logo-"))
    kept = known(desk).logo
    card.logo_chosen.emit(tmp_path / "notes.png")
    qtbot.waitUntil(lambda: card.faults["logo"].words() != "")

    assert not card._logo.pixmap().isNull()
    assert known(desk).logo == kept
    card.drop_logo.click()
    assert known(desk).logo == ""


def test_an_empty_field_shows_what_the_program_says(room: SettingsRoom, desk: Desk) -> None:
    with desk.store.reading() as reading:
        program = desk.program_of(reading.versions()[-1])

    assert room.view.clinic.texts["name"].placeholderText() == program.organizer.name


def test_minutes_to_the_lock_and_words_for_the_register_are_kept_by_this_computer(room: SettingsRoom) -> None:
    view = room.view
    view._idle.setValue(3)
    view.hand_over.switch.click()
    box = view.hand_over.boxes["tax"]
    box.setCurrentIndex(1)
    box.activated.emit(1)
    QApplication.processEvents()

    home = room.view.window().home  # type: ignore[attr-defined]  # the window of the tests is ours
    kept = json.loads((home / "station.json").read_text(encoding="utf-8"))
    assert (kept["idle_minutes"], kept["hand_over"], kept["fiscal"]["tax"]) == (3, True, "none")


def test_what_the_register_is_told_cannot_be_set_while_nothing_is_exchanged(room: SettingsRoom) -> None:
    card = room.view.hand_over
    before = [box.isEnabled() for box in card.boxes.values()]
    card.switch.click()

    assert before == [False, False, False]
    assert all(box.isEnabled() for box in card.boxes.values())
    assert card.open.isVisibleTo(card)
