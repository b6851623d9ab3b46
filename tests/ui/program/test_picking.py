"""Services picked from the price list, and the kinds of service a program knows."""

from __future__ import annotations

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
from ui.program.picking import CategoriesControl, ServicesControl
from ui.program.picking.presenter import CategoriesPresenter, ServicesPresenter

PATH = "stacking.excluded_services"
PRICES = (
    Service("A1", "Анализ крови", "lab", 50000, name_en="Blood test"),
    Service("A2", "Анализ мочи", "lab", 30000, name_en="Urine test"),
    Service("V1", "Приём терапевта", "consultation", 220000, name_en="Therapist"),
    Service("X1", "Кислородный коктейль", "spa", 20000, name_en="Oxygen drink"),
)


class Picked:
    """A document and the services at one place of it."""

    def __init__(self) -> None:
        self.document: Json = preset("points-3-5-7-10")
        self.presenter = ServicesPresenter(PATH, self.change, lambda _: None)
        self.presenter.know(PRICES)
        self.presenter.show_document(self.document)

    def change(self, edits: tuple[Edit, ...]) -> None:
        self.document = edited(self.document, edits)
        self.presenter.show_document(self.document)

    @property
    def chosen(self) -> object:
        return self.document["stacking"].get("excluded_services")

    @property
    def codes(self) -> list[str]:
        return [row.code for row in self.presenter.state.rows]


@pytest.fixture
def picked() -> Picked:
    return Picked()


def test_words_in_any_order_find_a_service_in_both_languages(picked: Picked) -> None:
    picked.presenter.search("крови анал")
    assert picked.codes == ["A1"]
    picked.presenter.search("THERAPIST")
    assert picked.codes == ["V1"]
    picked.presenter.search("a2")
    assert picked.codes == ["A2"]


def test_a_tick_puts_a_service_into_the_document_and_takes_it_out(picked: Picked) -> None:
    picked.presenter.search("анализ")
    picked.presenter.tick(0)
    picked.presenter.step(1)
    picked.presenter.tick()
    assert picked.chosen == ["A1", "A2"]
    picked.presenter.tick(0)
    assert picked.chosen == ["A2"]


def test_all_that_is_found_is_ticked_at_once(picked: Picked) -> None:
    picked.presenter.search("анализ")
    picked.presenter.tick_found(on=True)
    assert picked.chosen == ["A1", "A2"]
    picked.presenter.tick_found(on=False)
    assert picked.chosen == []


def test_a_code_the_price_list_does_not_have_stays_in_sight_until_it_is_unticked(picked: Picked) -> None:
    picked.change((Edit(PATH, ["OLD", "A1"]),))
    assert picked.codes[0] == "OLD"
    assert picked.presenter.state.known == 1
    picked.presenter.tick(0)
    assert picked.chosen == ["A1"]


def test_a_share_is_never_said_to_be_nothing_or_all_when_it_is_not(picked: Picked) -> None:
    many = tuple(Service(f"S{number}", "Услуга", "lab", 1) for number in range(1000))
    picked.presenter.know(many)
    picked.change((Edit(PATH, ["S1"]),))
    assert picked.presenter.state.percent == 1
    picked.change((Edit(PATH, [one.code for one in many[1:]]),))
    assert picked.presenter.state.percent == 99


def test_among_the_ticked_ones_what_loses_its_tick_waits_for_the_next_search(picked: Picked) -> None:
    picked.change((Edit(PATH, ["A1", "A2"]),))
    picked.presenter.show_only(True)
    picked.presenter.tick(0)
    assert picked.codes == ["A1", "A2"]
    picked.presenter.search("анализ")
    assert picked.codes == ["A2"]


def test_the_control_says_how_much_is_left_out_and_ticks_by_keyboard(qtbot: QtBot) -> None:
    document = preset("points-3-5-7-10")
    control = ServicesControl(PATH, lambda: "Services without discounts")
    qtbot.addWidget(control)
    box = [document]

    def change(edits: tuple[Edit, ...]) -> None:
        box[0] = edited(box[0], edits)
        control.show_document(box[0], problems(box[0]))

    control.edited.connect(change)
    control.know(PRICES, {})
    control.show_document(document, ())
    control.show()
    control.activateWindow()
    QApplication.processEvents()
    assert control.told.text() == "The price list has 4 services; none is left out."
    press(control.open, Qt.Key.Key_Space)
    control.search.setText("анализ")
    control.search.textEdited.emit("анализ")
    press(control.search, Qt.Key.Key_Down)
    press(control.search, Qt.Key.Key_Return)
    assert box[0]["stacking"]["excluded_services"] == ["A2"]
    assert control.told.text() == "The price list has 4 services; 1 is left out (25 %)."
    assert "Urine test, A2: ticked" in control.rows.sentences()
    control.rows.setFocus()
    press(control.rows, Qt.Key.Key_Space)
    assert box[0]["stacking"]["excluded_services"] == []


def test_a_kind_that_only_the_price_list_knows_is_taken_over() -> None:
    box = [preset("points-3-5-7-10")]
    presenter = CategoriesPresenter(lambda edits: box.__setitem__(0, edited(box[0], edits)), lambda _: None)
    presenter.show_document(box[0], ())
    presenter.know(PRICES, {"A1": 300, "V1": 100})
    assert presenter.state.unknown == ("spa",)
    assert presenter.state.counts["lab"] == 2
    assert presenter.state.shares == {"lab": 75, "consultation": 25, "spa": 0}
    presenter.add("spa", ("Спа", "Spa"))
    assert box[0]["categories"][-1]["code"] == "spa"
    assert problems(box[0]) == ()


def test_flags_of_a_kind_are_ticked_and_a_wrong_share_is_said_at_its_field(qtbot: QtBot) -> None:
    control = CategoriesControl()
    qtbot.addWidget(control)
    box = [preset("points-3-5-7-10")]

    def change(edits: tuple[Edit, ...]) -> None:
        box[0] = edited(box[0], edits)
        control.show_document(box[0], problems(box[0]))

    control.edited.connect(change)
    control.show_document(box[0], ())
    control.flags["discounts"].click()
    assert box[0]["categories"][0]["discounts"] is False
    assert control.kinds.sentences()[0].endswith("no discount")
    change((Edit("categories[0].max_redeem", "120"),))
    assert control.reveal("categories[0].max_redeem")
    assert control.max_redeem.property("wrong") == "true"
