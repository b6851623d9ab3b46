"""The pictures of the tour show what they say they show, and leave nothing behind."""

from __future__ import annotations

from collections import Counter

import pytest
from PySide6.QtWidgets import QApplication

from tests.ui.clinic import Clinic
from ui.desk.room import DeskRoom
from ui.picture import Picture
from ui.tour import Look, dress, pictures, posed

LOOK = Look("en", "light")


def named(name: str) -> Picture:
    return next(picture for picture in pictures() if picture.name == name)


def test_every_picture_has_a_name_of_its_own() -> None:
    assert [name for name, times in Counter(picture.name for picture in pictures()).items() if times > 1] == []


def test_a_picture_leaves_no_window_behind(qapp: QApplication, clinic: Clinic) -> None:
    before = len(QApplication.topLevelWidgets())
    dress(qapp, LOOK)
    for picture in (named("desk"), named("keys")):
        with posed(qapp, picture, clinic.desk, LOOK, "Clinic"):
            pass

    assert len(QApplication.topLevelWidgets()) == before


@pytest.mark.parametrize("name", ["desk-return", "desk-bill", "desk-units", "desk-paid"])
def test_a_picture_of_money_has_a_sum(qapp: QApplication, clinic: Clinic, name: str) -> None:
    dress(qapp, LOOK)
    with posed(qapp, named(name), clinic.desk, LOOK, "Clinic") as window:
        room = window.screen_named("desk").presenter
        assert isinstance(room, DeskRoom)
        shown = room.view.total.sum.text()

    assert shown not in ("₽0.00", "—")


def test_the_form_of_somebody_new_begins_with_the_surname_that_was_searched(qapp: QApplication, clinic: Clinic) -> None:
    dress(qapp, LOOK)
    with posed(qapp, named("enrolment"), clinic.desk, LOOK, "Clinic") as window:
        room = window.screen_named("desk").presenter
        assert isinstance(room, DeskRoom)
        form = room.form.presenter.state.form

    assert form.patient.surname == "Новиков-Вольский"
