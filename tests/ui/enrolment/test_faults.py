"""What is wrong stands under its own field, the keyboard goes there, and nobody is written down twice unasked."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.clinic import Clinic
from tests.ui.desk.conftest import Desktop
from tests.ui.desk.conftest import clinic as clinic  # the same small clinic
from tests.ui.desk.conftest import desktop as desktop  # and its window
from ui import language
from ui.enrolment.faults import unread
from ui.enrolment.presenter import FormPresenter
from ui.enrolment.view import FormView
from ui.enrolment.words import fault_words
from ui.widgets.tab_order import as_read

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("typed", "said", "russian"),
    [
        ("31.02.1980", "There is no 31.02.1980: that month has 29 days.", "31.02.1980"),
        ("31021980", "There is no 31.02.1980: that month has 29 days.", "31.02.1980"),
        ("29 2 1981", "There is no 29.02.1981: that month has 28 days.", "29.02.1981"),
        ("17.13.1980", "There is no month 13: a year has twelve.", "13"),
        ("17.05", "Day, month, year, such as 17.05.1980.", "например 17.05.1980"),
        ("01.01.2030", "This day has not come yet.", ""),
        ("17.05.1680", "Nobody is that old: look at the year.", ""),
    ],
)
def test_a_birth_date_that_cannot_be_is_named(qapp: QApplication, typed: str, said: str, russian: str) -> None:
    fault = unread({"birth_date": typed}, TODAY)["birth_date"]

    assert fault_words(fault) == said
    language.speak(qapp, "ru")
    assert russian in fault_words(fault)


@pytest.mark.parametrize("name", ["phone", "email", "card", "surname"])
def test_nothing_is_found_fault_with_while_it_is_being_typed(clinic: Clinic, name: str) -> None:
    presenter = FormPresenter(clinic.desk, lambda _: None)
    presenter.open("")
    presenter.type(name, "1@\t2")
    typing = dict(presenter.state.faults)
    presenter.tidy(name)

    assert typing == {}
    assert list(presenter.state.faults) == [name]


def test_a_card_of_thirteen_digits_is_told_its_wrong_digit_while_it_is_typed(clinic: Clinic) -> None:
    presenter = FormPresenter(clinic.desk, lambda _: None)
    presenter.open("")

    presenter.type("card", "290000000001")
    early = presenter.state.faults
    presenter.type("card", "2900000000017")

    assert early == {}
    assert fault_words(presenter.state.faults["card"]) == "A digit is wrong: compare the number, or scan the card."


def test_enter_goes_on_once_somebody_is_chosen_and_waits_for_who_is_not_found(desktop: Desktop) -> None:
    form = form_of(desktop)
    form.referrer.field.setFocus()
    desktop.type("нетникого")
    desktop.press(Qt.Key.Key_Return)
    stayed = form.referrer.field.hasFocus()
    form.referrer.field.clear()
    desktop.type("ива")
    desktop.press(Qt.Key.Key_Return)
    chosen = form.referrer.field.hasFocus() and bool(desktop.room.form.presenter.state.referrer)
    desktop.press(Qt.Key.Key_Return)

    assert (stayed, chosen, form.notes.hasFocus()) == (True, True, True)


def form_of(desktop: Desktop) -> FormView:
    desktop.press(Qt.Key.Key_F4)
    return desktop.room.form.view


def test_saving_takes_the_keyboard_to_the_first_wrong_field_and_says_why_under_it(desktop: Desktop) -> None:
    form = form_of(desktop)
    form.fields["surname"].setText("Смирнова")
    desktop.room.form.presenter.type("surname", "Смирнова")
    desktop.room.form.presenter.type("birth_date", "31.02.1980")
    form.notes.setFocus()

    desktop.press(Qt.Key.Key_F9)

    assert form.fields["given"].hasFocus()
    assert form._whole["given"].fault.words() == "The given name is missing."
    assert form._whole["given"].fault.isVisible()
    assert form.fields["birth_date"].accessibleDescription().startswith("There is no 31.02.1980")


def test_a_card_somebody_has_is_told_at_the_card(desktop: Desktop) -> None:
    form = form_of(desktop)
    presenter = desktop.room.form.presenter
    for name, text in (("surname", "Смирнова"), ("given", "Ольга"), ("birth_date", "17.05.1980")):
        presenter.type(name, text)
    presenter.consent("program", "", True)
    presenter.consent("data", "", True)
    presenter.type("card", desktop.clinic.cards["anna"])

    desktop.press(Qt.Key.Key_F9)

    assert form.fields["card"].hasFocus()
    assert form._whole["card"].fault.words()


def test_somebody_who_is_perhaps_here_already_is_written_down_at_the_second_wish_only(desktop: Desktop) -> None:
    form = form_of(desktop)
    presenter = desktop.room.form.presenter
    for name, text in (("surname", "Иванова"), ("given", "Мария"), ("birth_date", "08.03.1951")):
        presenter.type(name, text)

    desktop.press(Qt.Key.Key_F9)
    focus, shown = form.doubles.hasFocus(), form.isVisible()
    desktop.press(Qt.Key.Key_F9)

    assert (focus, shown) == (True, True)
    assert not form.isVisible()
    with desktop.clinic.desk.store.reading() as reading:
        assert len([row for row in reading.find("иванова мария", 9) if row.birth_date == date(1951, 3, 8)]) == 2


def test_enter_opens_the_one_who_is_here_already(desktop: Desktop) -> None:
    form_of(desktop)
    presenter = desktop.room.form.presenter
    for name, text in (("surname", "Иванова"), ("given", "Мария"), ("birth_date", "08.03.1951")):
        presenter.type(name, text)

    desktop.press(Qt.Key.Key_F9, Qt.Key.Key_Return)

    shown = desktop.room.presenter.state.patient
    assert shown is not None
    assert shown.patient.id == desktop.clinic.people["elder"]


def test_a_card_of_the_form_is_blocked_or_replaced_only_when_the_question_is_answered(desktop: Desktop) -> None:
    number = desktop.clinic.cards["anna"]
    desktop.find("щел")
    desktop.press(Qt.Key.Key_F4)

    def state() -> str:
        with desktop.clinic.desk.store.reading() as reading:
            found = reading.card(number)
        return found.state if found is not None else ""

    desktop.press(Qt.Key.Key_F11, modifier=Qt.KeyboardModifier.ControlModifier)
    another, held = desktop.notice, state()
    desktop.press(Qt.Key.Key_F11, modifier=Qt.KeyboardModifier.ShiftModifier)
    block, still = desktop.notice, state()
    desktop.press(Qt.Key.Key_Return, modifier=Qt.KeyboardModifier.ControlModifier)

    assert another.startswith("Give another card and block ")
    assert block.startswith("Block card ")
    assert (held, still) == ("active", "active")
    assert state() == "blocked"
    assert "Block card" not in desktop.notice


def test_tab_goes_the_way_the_form_is_read(desktop: Desktop) -> None:
    form = form_of(desktop)
    QApplication.processEvents()
    stops = [one for one in as_read(form._columns) if one.isVisible() and one.isEnabled()]
    stops[0].setFocus()
    walked = []
    for _ in stops:
        here = QApplication.focusWidget()
        assert here is not None
        walked.append(here)
        QTest.keyClick(here, Qt.Key.Key_Tab)

    assert walked == stops
    names = [one.accessibleName() for one in stops]
    assert names[:7] == [
        "Surname", "Given name", "Patronymic", "Birth date", "Phone", "E-mail", "Language of paper and messages",
    ]  # fmt: skip


def test_a_program_without_groups_asks_for_none(desktop: Desktop) -> None:
    form = form_of(desktop)
    before = form._grouped.isVisible()
    form.show_state(replace(desktop.room.form.presenter.state, groups=()))

    assert (before, form._grouped.isVisible()) == (True, False)
