"""Cards in the paper room: the card of whom is at the desk, and cards without names that are made in a batch."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from desk_app import stock
from desk_app.domain.errors import Refusal
from desk_app.printed_cards import printed
from desk_app.station import SheetPrinter
from tests.ui.paper_room.conftest import Paper, document
from ui.desk.room import DeskRoom
from ui.paper_room.batch import Order, ToFile, make
from ui.paper_room.files import Ahead
from ui.printer import opened
from ui.sheets import Asked


def desk_of(paper: Paper) -> DeskRoom:
    room = paper.window.screen_named("desk").presenter
    assert isinstance(room, DeskRoom)
    return room


def registered(paper: Paper) -> int:
    """How many stock cards the records know."""
    with paper.clinic.desk.store.reading() as reading:
        return sum(
            sum(card["state"] == "stock" for card in row.body["cards"])
            for row in reading.journal(100)
            if row.kind == "stock"
        )


def test_a_card_is_that_of_the_patient_at_the_desk(paper_beside_the_desk: Paper) -> None:
    paper = paper_beside_the_desk
    paper.open()
    paper.room.presenter.choose_kind("card")
    nobody = paper.room.view.sentence()
    desk_of(paper).presenter.open_patient(paper.clinic.people["anna"])
    paper.open()

    assert "one patient" in nobody
    assert paper.state.patient_name.startswith("Щёлокова")
    assert paper.state.proof is not None
    assert "Щёлокова" in opened(paper.state.proof.pdf).getAllText(0).text()
    assert not paper.room.view.file.file.button("html").isEnabled()


def test_cards_without_names_are_shown_as_an_example_and_made_when_asked_for(paper: Paper, tmp_path: Path) -> None:
    paper.open()
    paper.room.remember_folder(str(tmp_path / "out"))
    paper.room.presenter.choose_kind("cards")
    paper.wait()
    paper.room.presenter.choose_copies(23)
    before = registered(paper)
    paper.press(Qt.Key.Key_F9, Qt.Key.Key_F9)
    paper.hear("23 cards are made and registered")

    (file,) = (tmp_path / "out").iterdir()
    assert "An example" in paper.room.view._remark.text()
    assert before == 0
    assert registered(paper) == 23
    assert opened(file.read_bytes()).pageCount() == 6, "three fronts, three backs"
    assert stock.unfinished(paper.clinic.desk) == ()


def test_a_batch_that_is_stopped_takes_no_number(paper: Paper, tmp_path: Path) -> None:
    paper.open()
    paper.room.remember_folder(str(tmp_path / "out"))
    paper.room.presenter.choose_kind("cards")
    paper.wait()
    paper.room.presenter.choose_copies(500)
    paper.press(Qt.Key.Key_F9, Qt.Key.Key_F9)
    paper.qtbot.waitUntil(lambda: paper.state.batch is not None and paper.state.batch[0] > 0, timeout=20_000)
    strip = paper.room.view._batch_words.text()
    paper.press(Qt.Key.Key_Escape)
    paper.hear("No card was made")

    assert "of 500" in strip
    assert registered(paper) == 0
    assert paper.state.batch is None
    assert not (tmp_path / "out").exists()


def test_cards_no_printer_took_wait_with_their_numbers(paper: Paper) -> None:
    paper.window.keep_station(paper.window.station.with_printer("cards", SheetPrinter("sold")))
    paper.open()
    paper.room.presenter.choose_kind("cards")
    paper.wait()
    paper.room.presenter.choose_copies(10)
    paper.press(Qt.Key.Key_F12, Qt.Key.Key_F12)
    paper.hear("The printer did not take them")

    assert registered(paper) == 10
    assert paper.room.view.waiting.rows.sentences()[0].startswith("Cards, 10 pieces")


def test_a_batch_the_power_went_for_is_offered_again_or_put_away(paper: Paper) -> None:
    desk = paper.clinic.desk
    numbers = stock.choose(desk, 5)
    stock.register(desk, numbers, "9a5f8a4e-4f5e-4f83-8e85-0d5d3c6d9f01")
    paper.open()
    waiting = paper.room.view.waiting
    told = waiting.rows.sentences()
    waiting.drop.click()

    assert told[0].startswith("Cards, 5 pieces")
    assert not waiting.isVisible()
    with desk.store.reading() as reading:
        assert {card.state for number in numbers if (card := reading.card(number))} == {"blocked"}


@pytest.mark.parametrize("closed", [True])
def test_closing_the_window_stops_a_batch_before_it_takes_numbers(paper: Paper, closed: bool) -> None:
    paper.open()
    paper.room.presenter.choose_kind("cards")
    paper.wait()
    paper.room.presenter.choose_copies(500)
    paper.press(Qt.Key.Key_F9, Qt.Key.Key_F9)
    paper.window.close()

    assert closed
    assert registered(paper) == 0


def test_ten_thousand_cards_are_what_the_field_says_and_what_is_asked_before_a_number_goes(paper: Paper) -> None:
    paper.open()
    paper.room.presenter.choose_kind("cards")
    paper.wait()
    paper.room.view.sheet.copies.lineEdit().setText("10000")
    paper.press(Qt.Key.Key_F9)

    assert paper.state.copies == stock.MOST == 10_000
    assert "10000 cards will be made" in paper.notice
    assert paper.state.batch is None
    assert registered(paper) == 0


def test_another_number_of_cards_is_asked_about_anew(paper: Paper) -> None:
    paper.open()
    paper.room.presenter.choose_kind("cards")
    paper.wait()
    paper.room.presenter.choose_copies(10)
    paper.press(Qt.Key.Key_F9)
    paper.room.presenter.choose_copies(11)
    paper.press(Qt.Key.Key_F9)

    assert "11 cards will be made" in paper.notice
    assert registered(paper) == 0


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    """A program nobody published."""
    file = tmp_path / "draft.json"
    file.write_text(json.dumps(document(), default=str), encoding="utf-8")
    return file


@pytest.mark.parametrize("kind", ["cards", "member-cards"])
def test_a_draft_makes_samples_of_cards_and_no_card(paper: Paper, draft: Path, tmp_path: Path, kind: str) -> None:
    paper.open()
    paper.room.remember_folder(str(tmp_path / "out"))
    paper.room.presenter.choose_draft(draft)
    paper.room.presenter.choose_kind(kind)
    paper.wait()
    with paper.clinic.desk.store.reading() as reading:
        numbers = {card.number for card in reading.open_cards()}
    paper.press(Qt.Key.Key_F9)
    paper.hear("Saved as")

    (file,) = (tmp_path / "out").iterdir()
    written = opened(file.read_bytes()).getAllText(0).text()
    assert "draft" in file.name
    assert "DRAFT" in written
    assert not any(number in "".join(written.split()) for number in numbers), "a real card of a member"
    assert "Samples of a draft" in paper.room.view._remark.text()
    assert registered(paper) == 0
    with paper.clinic.desk.store.reading() as reading:
        assert not printed(reading)


def test_no_cards_are_made_under_a_draft_by_any_way(paper: Paper, draft: Path, tmp_path: Path) -> None:
    asked = Asked("cards", "a4", "en", draft=draft)
    order = Order(paper.clinic.desk, asked, tmp_path, demo=False, progress=lambda done, total: None)

    with pytest.raises(Refusal) as refused:
        make(order, 5, ToFile(tmp_path / "out", "cards.pdf"))

    assert refused.value.code == "sheet.draft"
    assert registered(paper) == 0


def test_cards_that_cannot_be_kept_as_a_file_take_no_number(paper: Paper, tmp_path: Path) -> None:
    (tmp_path / "out").write_text("a file stands where the folder should be", encoding="utf-8")
    paper.open()
    paper.room.remember_folder(str(tmp_path / "out"))
    paper.room.presenter.choose_kind("cards")
    paper.wait()
    paper.press(Qt.Key.Key_F9, Qt.Key.Key_F9)
    paper.hear("could not be written")

    assert registered(paper) == 0
    assert stock.unfinished(paper.clinic.desk) == ()


def test_a_file_laid_down_ahead_never_replaces_another(tmp_path: Path) -> None:
    (tmp_path / "cards.pdf").write_bytes(b"old")
    kept, dropped = Ahead(tmp_path, "cards.pdf"), Ahead(tmp_path, "leaflet.pdf")
    kept.lay_down(b"new")
    named = kept.give_name()
    dropped.lay_down(b"never")
    dropped.drop()

    assert named.name == "cards (2).pdf"
    assert {file.name: file.read_bytes() for file in tmp_path.iterdir()} == {
        "cards.pdf": b"old", "cards (2).pdf": b"new",
    }  # fmt: skip


def test_the_question_is_gone_as_soon_as_the_cards_are_being_made(paper: Paper) -> None:
    paper.open()
    paper.room.presenter.choose_kind("cards")
    paper.wait()
    paper.room.presenter.choose_copies(200)
    paper.press(Qt.Key.Key_F9)
    asked = paper.notice
    paper.press(Qt.Key.Key_F9)

    assert "Press F9 once more" in asked
    assert "once more" not in paper.notice
    paper.room._batches.stop()
