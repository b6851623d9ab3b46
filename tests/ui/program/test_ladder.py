"""The ladder of levels: steps added, taken away and moved by keys, and errors said at their step."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desk_app.documents.edits import Edit, edited
from desk_app.documents.program_file import problems
from desk_app.editing.starts import preset
from desk_app.ports import Json
from tests.ui.typing import press
from ui.program.ladder import LadderControl
from ui.program.ladder.presenter import LadderPresenter
from ui.program.ladder.steps import steps_of


class Form:
    """A document, and whoever shows it after every change."""

    def __init__(self, document: Json) -> None:
        self.document = document
        self.shows: Any = None

    def change(self, edits: tuple[Edit, ...]) -> None:
        self.document = edited(self.document, edits)
        self.shows.show_document(self.document, problems(self.document))

    def starts(self) -> list[object]:
        return [step.get("from") for step in steps_of(self.document)]

    def codes(self) -> list[object]:
        return [step.get("code") for step in steps_of(self.document)]


@pytest.fixture
def form() -> Form:
    made = Form(preset("points-3-5-7-10"))
    made.shows = LadderPresenter(made.change, lambda _: None)
    made.shows.show_document(made.document, ())
    return made


def test_a_new_step_gives_what_the_one_below_does_and_begins_between_its_neighbours(form: Form) -> None:
    form.shows.choose(1)
    form.shows.add(("Пять", "Five"))
    assert form.starts() == ["0", "30000.00", "45000.00", "60000.00", "100000.00"]
    assert steps_of(form.document)[2]["earn"] == {"percent": "5"}
    assert form.shows.state.chosen == 2
    assert problems(form.document) == ()


def test_a_step_on_top_begins_as_far_again_as_the_last(form: Form) -> None:
    form.shows.choose(3)
    form.shows.add(("Выше", "Higher"))
    assert form.starts()[-1] == "200000.00"
    assert problems(form.document) == ()


def test_moving_a_step_leaves_the_thresholds_where_they_are(form: Form) -> None:
    form.shows.choose(1)
    form.shows.move(1)
    assert form.codes() == ["friend", "gold", "silver", "platinum"]
    assert form.starts() == ["0", "30000.00", "60000.00", "100000.00"]
    assert form.shows.state.step["code"] == "silver"


def test_without_the_first_step_the_next_one_is_for_everybody(form: Form) -> None:
    form.shows.remove()
    assert form.starts() == ["0", "60000.00", "100000.00"]
    assert problems(form.document) == ()


def test_the_last_step_stays(form: Form) -> None:
    for _ in range(6):
        form.shows.remove()
    assert len(form.starts()) == 1


def test_a_rate_of_another_kind_keeps_its_numbers(form: Form) -> None:
    form.shows.turn_rate("per_full")
    form.shows.put("earn.per_full", "1000.00")
    form.shows.turn_rate("per")
    assert steps_of(form.document)[0]["earn"] == {"units": 1, "per": "1000.00"}
    form.shows.turn_rate("none")
    assert "earn" not in steps_of(form.document)[0]


def test_a_category_has_rates_of_its_own_until_they_are_taken_away(form: Form) -> None:
    form.shows.choose(2)
    form.shows.add_own("lab")
    assert steps_of(form.document)[2]["by_category"] == {"lab": {"earn": {"percent": "7"}}}
    form.shows.put_own("lab", "discount", "5")
    assert problems(form.document) == ()
    form.shows.remove_own("lab")
    assert "by_category" not in steps_of(form.document)[2]


def test_a_right_comes_and_goes(form: Form) -> None:
    form.shows.add_perk(("Парковка", "Parking"))
    assert steps_of(form.document)[0]["perks"] == [{"code": "perk-1", "name": {"ru": "Парковка", "en": "Parking"}}]
    form.shows.remove_perk(0)
    assert "perks" not in steps_of(form.document)[0]


def test_a_place_leads_to_its_step(form: Form) -> None:
    assert form.shows.reveal("levels.steps[3].earn.percent")
    assert form.shows.state.chosen == 3
    assert not form.shows.reveal("earn.rounding")


@pytest.fixture
def ladder(qtbot: QtBot) -> tuple[LadderControl, Form]:
    form, control = Form(preset("points-3-5-7-10")), LadderControl()
    qtbot.addWidget(control)
    form.shows = control
    control.edited.connect(form.change)
    control.show_document(form.document, ())
    control.resize(360, 900)
    control.show()
    control.activateWindow()
    QApplication.processEvents()
    return control, form


def test_by_keyboard_a_step_is_added_named_and_given_a_threshold(ladder: tuple[LadderControl, Form]) -> None:
    control, form = ladder
    control.steps.setFocus()
    press(control.steps, Qt.Key.Key_End)
    press(control.steps, Qt.Key.Key_Insert)
    assert control.form.name.russian.hasFocus()
    for field, words in ((control.form.name.russian, "Бриллиант"), (control.form.start, "250000")):
        field.setFocus()
        field.selectAll()
        field.insert("")
        field.clear()
        for sign in words:
            field.setText(field.text() + sign)
            field.textEdited.emit(field.text())
    assert steps_of(form.document)[4]["name"]["ru"] == "Бриллиант"
    assert steps_of(form.document)[4]["from"] == "250000.00"
    assert control.form.start.text() == "250000", "what is being typed is not written anew"
    press(control.steps, Qt.Key.Key_Delete)
    assert len(steps_of(form.document)) == 4


def test_a_threshold_below_the_step_before_is_said_at_its_field(ladder: tuple[LadderControl, Form]) -> None:
    control, form = ladder
    form.change((Edit("levels.steps[2].from", "100.00"),))
    assert control.reveal("levels.steps[2].from")
    assert control.form.start.property("wrong") == "true"
    assert control.form.start.accessibleDescription() != ""
    assert control.presenter.state.wrong(2)
    form.change((Edit("levels.steps[2].from", "60000.00"),))
    assert control.form.start.property("wrong") == "false"


def test_what_cannot_be_read_stays_as_it_was_typed(ladder: tuple[LadderControl, Form]) -> None:
    control, form = ladder
    control.presenter.choose(1)
    control.form.discount.setFocus()
    control.form.discount.setText("пять")
    control.form.discount.textEdited.emit("пять")
    assert steps_of(form.document)[1]["discount"] == "пять"
    assert control.form.discount.text() == "пять"


def test_one_step_is_a_fixed_card_and_needs_no_picture(ladder: tuple[LadderControl, Form]) -> None:
    control, form = ladder
    form.change((Edit("levels.steps", steps_of(form.document)[:1]),))
    assert control.picture.isHidden()
    assert not control.alone.isHidden()
    assert not control.keys.remove.isEnabled()


def test_tab_comes_to_a_new_row_where_it_is_seen(ladder: tuple[LadderControl, Form], qtbot: QtBot) -> None:
    control, _ = ladder
    control.presenter.add_own("lab")
    row = control.form.own.rows[(0, "lab")]
    qtbot.waitUntil(lambda: _follows(control, row))


def _follows(control: LadderControl, row: QWidget) -> bool:
    """Whether Tab goes from the list of categories into the row, and from there on to the rights."""
    stops: list[QWidget] = []
    here: QWidget | None = control.form.add_own
    for _ in range(60):
        here = here.nextInFocusChain() if here is not None else None
        if here is control.form.add_perk:
            return any(row.isAncestorOf(stop) for stop in stops)
        if here is not None:
            stops.append(here)
    return False
