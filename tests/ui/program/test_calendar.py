"""Promotions in the editor: their form, their calendar, and who meets whom."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desk_app.documents.edits import Edit, edited
from desk_app.documents.program_file import problems
from desk_app.domain.people import Service
from desk_app.editing.starts import preset
from desk_app.ports import Json
from tests.ui.typing import press
from ui.program.calendar import PromotionsControl
from ui.program.calendar.presenter import CONDITIONS, EFFECTS, PromotionsPresenter
from ui.program.typed_fields import ValueField
from ui.widgets.drop_down import AddBox

TODAY = date(2027, 4, 15)
PRICES = (Service("B03.016.002", "Общий анализ крови", "lab", 45000, name_en="Blood count"),)


class Promotions:
    """A document and the presenter of its promotions."""

    def __init__(self, *items: Json) -> None:
        self.document: Json = edited(preset("points-3-5-7-10"), (Edit("promotions", list(items)),))
        self.presenter = PromotionsPresenter(TODAY, self.change, lambda _: None)
        self.change(())
        self.presenter.know(PRICES)

    def change(self, edits: tuple[Edit, ...]) -> None:
        self.document = edited(self.document, edits)
        self.presenter.show_document(self.document, problems(self.document))

    @property
    def item(self) -> Json:
        return self.presenter.state.item


SPRING = {"code": "spring", "name": "Весна", "effect": {"percent": "10"},
          "when": {"from": "2027-03-01", "to": "2027-05-31"}}  # fmt: skip
MONDAYS = {"code": "mondays", "name": "Понедельники", "effect": {"percent": "15"}, "when": {"weekdays": ["mon"]}}


def test_a_new_promotion_is_valid_and_begins_today() -> None:
    made = Promotions()
    made.presenter.add(("Новая", "New"))
    assert made.item["when"] == {"from": "2027-04-15"}
    assert problems(made.document) == ()


@pytest.mark.parametrize("kind", EFFECTS)
def test_every_effect_begins_from_a_value_that_can_be_read(kind: str) -> None:
    made = Promotions(SPRING)
    made.presenter.turn_effect(kind)
    assert list(made.item["effect"]) == [kind]
    left = [one for one in problems(made.document) if one.place != "promotions[0].effect.free_service"]
    assert left == []


def test_every_condition_begins_from_a_value_that_can_be_read_and_goes_again() -> None:
    made = Promotions(SPRING)
    for key in CONDITIONS:
        made.presenter.add_condition(key)
    assert set(made.item["when"]) == {"from", "to", *CONDITIONS}
    assert problems(made.document) == ()
    for key in CONDITIONS:
        made.presenter.remove_condition(key)
    assert set(made.item["when"]) == {"from", "to"}


def test_a_percent_stays_a_percent_when_the_effect_turns() -> None:
    made = Promotions(SPRING)
    made.presenter.put("effect.percent", "25")
    made.presenter.turn_effect("cheapest_percent")
    assert made.item["effect"] == {"cheapest_percent": "25"}


def test_the_year_shows_when_each_runs_and_where_they_meet() -> None:
    made = Promotions(SPRING, MONDAYS)
    state = made.presenter.state
    assert (state.first, state.last) == (date(2027, 1, 1), date(2027, 12, 31))
    spring, mondays = state.bars(0), state.bars(1)
    assert spring[0].start == (date(2027, 3, 1) - state.first).days  # a Monday
    assert spring[0].meets
    assert spring[-1].end == (date(2027, 5, 31) - state.first).days
    assert len(mondays) == 52
    assert [bar.meets for bar in mondays].count(True) == 14


def test_a_month_is_shown_day_by_day_and_pages_turn() -> None:
    made = Promotions(SPRING)
    made.presenter.show_months(True)
    assert (made.presenter.state.first, made.presenter.state.last) == (date(2027, 4, 1), date(2027, 4, 30))
    made.presenter.turn(9)
    assert made.presenter.state.first == date(2028, 1, 1)
    made.presenter.show_months(False)
    assert made.presenter.state.first == date(2028, 1, 1)
    assert made.presenter.state.bars(0) == ()


def test_a_promotion_that_cannot_be_read_has_no_days_and_keeps_its_place() -> None:
    made = Promotions(SPRING, MONDAYS)
    made.presenter.put("when.to", "осенью")
    assert made.presenter.state.bars(0) == ()
    assert made.presenter.state.wrong(0)
    assert made.presenter.state.bars(1) != ()
    assert made.item["when"]["to"] == "осенью"


def test_the_order_of_promotions_is_changed_by_moving_one() -> None:
    made = Promotions(SPRING, MONDAYS)
    made.presenter.move(1)
    assert [item["code"] for item in made.document["promotions"]] == ["mondays", "spring"]
    assert made.item["code"] == "spring"
    made.presenter.remove()
    made.presenter.remove()
    assert "promotions" not in made.document


def test_the_control_tells_who_wins_and_says_an_error_at_its_field(qtbot: QtBot) -> None:
    control = PromotionsControl(today=TODAY)
    qtbot.addWidget(control)
    box = [edited(preset("points-3-5-7-10"), (Edit("promotions", [SPRING, MONDAYS]),))]

    def change(edits: tuple[Edit, ...]) -> None:
        box[0] = edited(box[0], edits)
        control.show_document(box[0], problems(box[0]))

    control.edited.connect(change)
    control.know(PRICES, {})
    change(())
    control.show()
    control.activateWindow()
    QApplication.processEvents()
    (told,) = control.meetings.sentences()
    assert told.endswith("Each line gets the better one: here that is always the promotion “Понедельники”.")
    assert "Весна: 10% off, 01.03.2027 – 31.05.2027" in control.promotions.sentences()[0]
    control.presenter.choose(1)
    control.presenter.add_condition("hours")
    row = control.form.conditions.rows[(1, "hours")]
    assert isinstance(row.field, ValueField)
    row.field.setText("утром")
    row.field.textEdited.emit("утром")
    assert box[0]["promotions"][1]["when"]["hours"] == "утром"
    assert control.reveal("promotions[1].when.hours")
    assert row.field.property("wrong") == "true"
    row.remove.click()
    assert "hours" not in box[0]["promotions"][1]["when"]
    assert (1, "hours") not in control.form.conditions.rows


def test_a_key_on_what_may_be_added_opens_the_list_and_adds_nothing_yet(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    # a popup needs a screen to be shown on
    monkeypatch.setattr(AddBox, "showPopup", lambda box: opened.append(box.placeholderText()))
    control = PromotionsControl(today=TODAY)
    qtbot.addWidget(control)
    box = [edited(preset("points-3-5-7-10"), (Edit("promotions", [SPRING]),))]

    def change(edits: tuple[Edit, ...]) -> None:
        box[0] = edited(box[0], edits)
        control.show_document(box[0], problems(box[0]))

    control.edited.connect(change)
    change(())
    control.show()
    QApplication.processEvents()
    press(control.form.add, Qt.Key.Key_Down)
    assert opened == ["add a condition"]
    assert set(box[0]["promotions"][0]["when"]) == {"from", "to"}
    control.form.add.activated.emit(1)
    assert set(box[0]["promotions"][0]["when"]) == {"from", "to", "hours"}


def test_whoever_comes_to_the_promotions_comes_to_their_list_and_tab_goes_on_from_there(qtbot: QtBot) -> None:
    control = PromotionsControl(today=TODAY)
    qtbot.addWidget(control)
    control.show()
    control.activateWindow()
    control.show_document(preset("points-3-5-7-10") | {"promotions": []}, ())
    QApplication.processEvents()
    control.setFocus()
    assert control.keys.add.hasFocus()
    control.show_document(preset("points-3-5-7-10") | {"promotions": [SPRING, MONDAYS]}, ())
    QApplication.processEvents()
    control.setFocus()
    assert control.promotions.hasFocus()
    press(control.promotions, Qt.Key.Key_Tab)
    assert control.keys.add.hasFocus()
    press(control.keys.add, Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    press(control.promotions, Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    focus = QApplication.focusWidget()
    assert focus is not None
    assert control._calendar.isAncestorOf(focus)
