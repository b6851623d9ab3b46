"""What may be chosen in the paper room beside the sheet: days and branch of a report, whose cards, a draft's file."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desk_app import card_lists, stock
from desk_app.documents.program_file import read_document
from desk_app.documents.program_toml import to_toml
from desk_app.spans import span_of
from desk_app.station import SheetPrinter
from tests.ui.paper_room.conftest import Paper, document
from tests.ui.paper_room.test_paper_room import words_of
from tests.ui.typing import type_text
from ui import formats, theme
from ui.printer import opened
from ui.tour import settle


def shown(paper: Paper) -> str:
    """Every word of the sheet that is shown."""
    paper.wait()
    assert paper.state.problem is None
    assert paper.state.proof is not None
    return words_of(paper.state.proof.pdf)


def choose(paper: Paper, kind: str) -> None:
    paper.room.presenter.choose_kind(kind)
    paper.wait()


def said(day: date) -> str:
    """A day as the sheet writes it, its words parted by plain spaces."""
    return " ".join(formats.said_day(day, "en").split())


# days of the report


def test_a_report_is_of_this_month_and_of_another_span_when_one_is_chosen(paper: Paper) -> None:
    day = paper.clinic.clock.now.date()
    paper.open()
    choose(paper, "report")
    month = shown(paper)
    paper.room.presenter.choose_span("last_month")
    before = shown(paper)

    assert said(span_of("month", day)[0]) in month
    assert all(said(one) in before for one in span_of("last_month", day))


def test_other_days_are_typed_and_the_wrong_way_round_is_told(paper: Paper) -> None:
    day = paper.clinic.clock.now.date()
    paper.open()
    choose(paper, "report")
    paper.room.presenter.choose_span("days")
    card = paper.room.view.report
    typed = []
    for first, last in ((day - timedelta(3), day), (day, day - timedelta(3))):
        card.first.setText(formats.day(first))
        card.last.setText(formats.day(last))
        card.last.editingFinished.emit()
        paper.wait()
        typed.append(paper.state.problem)
    card.first.setText("soon")
    card.first.editingFinished.emit()

    assert typed[0] is None
    assert typed[1] is not None
    assert typed[1].code == "span.backwards"
    assert "31.01.2027" in card.faults[0].words()


def test_a_day_that_does_not_exist_is_framed_and_no_report_of_other_days_stands_for_it(paper: Paper) -> None:
    day = paper.clinic.clock.now.date()
    paper.open()
    choose(paper, "report")
    paper.room.presenter.choose_span("days")
    paper.wait()
    card, bound = paper.room.view.report, paper.room.bound
    card.first.setText("31.02.2026")
    card.first.editingFinished.emit()
    wrong, dead = paper.state, [bound[name].isEnabled() for name in ("print", "save")]
    framed = [field.property("wrong") for field in (card.first, card.last)]
    card.first.setFocus()
    card.first.setText(formats.day(day)[:-1])
    type_text(card.first, formats.day(day)[-1])
    paper.wait()

    assert wrong.proof is None
    assert wrong.lack == "days"
    assert dead == [False, False]
    assert framed[0] == "true"
    assert framed[1] != "true"
    assert paper.state.days is not None
    assert paper.state.days[0] == day
    assert paper.state.ready
    assert bound["save"].isEnabled()
    assert card.faults[0].words() == ""


def test_a_wrong_day_is_told_as_what_it_is(paper: Paper) -> None:
    paper.open()
    choose(paper, "report")
    paper.room.presenter.choose_span("days")
    card, told = paper.room.view.report, []
    for text in ("31.02.2026", "29022027", "soon", ""):
        card.last.setText(text)
        card.last.editingFinished.emit()
        told.append(card.faults[1].words())

    assert told == [
        "There is no such day: 31.02.2026.", "There is no such day: 29022027.",
        "A day is written like this: 31.01.2027.", "A day is written like this: 31.01.2027.",
    ]  # fmt: skip


def test_f9_on_a_day_that_is_still_being_typed_saves_nothing_of_the_days_before(paper: Paper, tmp_path: Path) -> None:
    folder = tmp_path / "sheets"
    folder.mkdir()
    paper.open()
    paper.room.remember_folder(str(folder))
    choose(paper, "report")
    paper.room.presenter.choose_span("days")
    paper.wait()
    card = paper.room.view.report
    card.first.setFocus()
    card.first.setText("31.02.2026")
    paper.press(Qt.Key.Key_F9)
    paper.qtbot.wait(50)

    assert list(folder.iterdir()) == []
    assert card.faults[0].words() == "There is no such day: 31.02.2026."


def test_what_was_saved_is_not_told_of_any_more_when_another_sheet_is_chosen(paper: Paper, tmp_path: Path) -> None:
    folder = tmp_path / "sheets"
    folder.mkdir()
    paper.open()
    paper.room.remember_folder(str(folder))
    paper.press(Qt.Key.Key_F9)
    paper.hear("Saved as")
    choose(paper, "poster")

    assert "Saved" not in paper.notice


def test_a_sheet_of_the_clinic_shows_the_program_in_force_and_no_draft(paper: Paper, tmp_path: Path) -> None:
    draft = tmp_path / "next.toml"
    draft.write_text("", encoding="utf-8")
    paper.open()
    paper.room.presenter.choose_draft(draft)
    paper.wait()
    chosen = paper.room.view.sheet.version
    looked_at = chosen.currentText()
    choose(paper, "report")

    assert looked_at == "Draft next.toml"
    assert "in force" in chosen.currentText()
    assert "Draft" not in " ".join(chosen.itemText(row) for row in range(chosen.count()))


def test_the_days_are_asked_of_a_report_alone(paper: Paper) -> None:
    paper.open()
    leaflet = paper.room.view.report.isVisible()
    choose(paper, "report")

    assert not leaflet
    assert paper.room.view.report.isVisible()
    assert not paper.room.view.cards.isVisible()


def test_a_branch_is_chosen_where_there_are_several(paper: Paper) -> None:
    for branch in ("main", "north"):
        paper.clinic.visit("anna", "A16.07.051", branch=branch)
    paper.open()
    choose(paper, "report")
    card = paper.room.view.report
    codes = [card.branch.itemData(row) for row in range(card.branch.count())]
    paper.room.presenter.choose_branch("north")
    north = shown(paper)

    assert codes == ["", "main", "north"]
    assert card.branch.isVisible()
    assert "branch “north”" in north
    assert "Joined in these days" not in north


# a sheet that is not wanted any more


def test_a_report_stops_when_another_sheet_is_chosen(paper: Paper) -> None:
    paper.open()
    stopped: list[bool] = []
    make = paper.room.presenter._make

    def slow(asked: object) -> object:
        watch = asked.watch  # type: ignore[attr-defined]  # what the presenter gives
        if asked.kind != "report":  # type: ignore[attr-defined]  # the same
            return make(asked)  # type: ignore[arg-type]  # the same
        while not watch.cancelled():
            watch.progress(1, 4)
        stopped.append(True)
        watch.at(2, 4)
        return None

    paper.room.presenter._make = slow  # type: ignore[assignment]  # a report without an end
    paper.room.presenter.choose_kind("report")
    paper.qtbot.waitUntil(lambda: paper.state.drawn == (1, 4))
    paper.room.presenter.take_long()
    bar = (paper.room.view._bar.isVisible(), paper.room.view._bar.maximum(), paper.room.view._bar.value())
    paper.room.presenter.choose_kind("poster")
    paper.wait()

    assert bar == (True, 4, 1)
    assert stopped == [True]
    assert paper.state.asked.kind == "poster"
    assert paper.state.problem is None


# a draft from a file


def test_the_leaflet_of_a_program_in_a_file_is_marked_as_a_draft(paper: Paper, tmp_path: Path) -> None:
    draft = read_document(document())
    draft["levels"]["steps"][-1]["earn"]["percent"] = "12"
    file = tmp_path / "next.toml"
    file.write_text(to_toml(draft), encoding="utf-8")
    paper.open()
    paper.room.presenter.choose_draft(file)
    told = shown(paper)
    paper.room.presenter.choose_version(None)
    back = shown(paper)

    assert "DRAFT" in told
    assert "12%" in told
    assert "DRAFT" not in back
    assert "12%" not in back


def test_what_is_wrong_with_a_draft_is_told_with_its_place(paper: Paper, tmp_path: Path) -> None:
    file = tmp_path / "next.toml"
    file.write_text("code = 5", encoding="utf-8")
    paper.open()
    paper.room.presenter.choose_draft(file)
    paper.wait()
    wrong = paper.state.problem
    paper.room.presenter.choose_draft(tmp_path / "gone.toml")
    paper.wait()

    assert wrong is not None
    assert paper.room.view.nothing.isVisible()
    assert paper.state.problem is not None
    assert paper.state.problem.code == "file.gone"


# cards of many members


def test_everybody_without_a_printed_card_gets_one_once(paper: Paper, tmp_path: Path) -> None:
    paper.open()
    paper.room.remember_folder(str(tmp_path / "out"))
    choose(paper, "member-cards")
    wanted = card_lists.unprinted(paper.clinic.desk).members
    told = paper.room.view.cards.told.text()
    paper.press(Qt.Key.Key_F9)
    asked = paper.notice
    paper.press(Qt.Key.Key_F9)
    paper.hear(f"{len(wanted)} cards of members are made")

    (file,) = (tmp_path / "out").iterdir()
    assert f"{len(wanted)} cards will be made" in told
    assert "once more" in asked
    assert opened(file.read_bytes()).pageCount() == 2
    assert "Щёлокова" in opened(file.read_bytes()).getAllText(0).text()
    assert card_lists.unprinted(paper.clinic.desk).members == ()
    paper.room.presenter.choose_language("ru")
    paper.wait()
    assert paper.state.problem is not None
    assert paper.state.problem.code == "card.all_printed"


def test_a_list_of_cards_phones_and_names_twice_prints_each_member_once(paper: Paper, tmp_path: Path) -> None:
    anna = paper.clinic.cards["anna"]
    file = tmp_path / "members.csv"
    file.write_text(
        f"Карта;Имя\n{anna};Анна\n{anna[:4]} {anna[4:8]} {anna[8:]};ещё раз\n2900000000018;никто\n", "cp1251"
    )
    paper.open()
    choose(paper, "member-cards")
    paper.room.presenter.choose_list(file)
    told = shown(paper)

    found = paper.state.proof.cards  # type: ignore[union-attr]  # it is shown
    assert found is not None
    assert found.members == (paper.clinic.people["anna"],)
    assert found.unknown == ("2900000000018 никто",)
    assert "1 card will be made" in paper.room.view.cards.told.text()
    assert "2900000000018" in paper.room.view.cards.told.text()
    assert told.count("Щёлокова") == 1


def test_a_card_printed_for_the_patient_at_the_desk_is_remembered(paper_beside_the_desk: Paper, tmp_path: Path) -> None:
    paper = paper_beside_the_desk
    paper.window.screen_named("desk").presenter.presenter.open_patient(paper.clinic.people["anna"])  # type: ignore[attr-defined]  # the desk
    before = paper.clinic.people["anna"] in card_lists.unprinted(paper.clinic.desk).members
    paper.open()
    paper.room.remember_folder(str(tmp_path / "out"))
    choose(paper, "card")
    paper.press(Qt.Key.Key_F9)
    paper.hear("Saved as card")

    assert before
    assert paper.clinic.people["anna"] not in card_lists.unprinted(paper.clinic.desk).members


def test_cards_without_names_that_lie_ready_are_counted_in_the_room(paper: Paper) -> None:
    stock.make(paper.clinic.desk, 7, lambda numbers: b"", lambda ink: None)
    paper.open()
    choose(paper, "cards")

    assert paper.room.view.cards.ready.isVisible()
    assert paper.room.view.cards.ready.text().startswith("7 cards without a name")


def test_the_code_on_a_card_is_chosen_once_for_this_computer(paper: Paper) -> None:
    paper.open()
    choose(paper, "cards")
    plain = paper.state.proof
    paper.room.view.cards.qr.click()
    paper.wait()

    assert paper.window.station.card_qr
    assert plain is not None
    assert paper.state.proof is not None
    assert len(paper.state.proof.pdf) > len(plain.pdf)


# the keyboard


def test_f6_leads_through_every_part_and_each_shows_that_it_has_the_keyboard(paper: Paper) -> None:
    paper.window.keep_station(paper.window.station.with_printer("leaflet", SheetPrinter("A printer")))
    paper.open()
    view, been = paper.room.view, []
    for _ in range(5):
        before = QApplication.focusWidget()
        still = view.grab().toImage()
        paper.press(Qt.Key.Key_F6)
        QApplication.processEvents()
        now = QApplication.focusWidget()
        been.append(now)
        assert now is not before
        if now is not None and view.isAncestorOf(now):
            assert view.grab().toImage() != still, now.accessibleName()
            assert not now.visibleRegion().isEmpty(), now.accessibleName()
            assert now.visibleRegion().boundingRect().height() == now.height() or now is view._area

    assert view._area in been
    assert view.printer.printer in been


@pytest.mark.parametrize("name", ["first", "last"])
def test_the_days_have_names_for_a_reader(paper: Paper, name: str) -> None:
    assert getattr(paper.room.view.report, name).accessibleName()


@pytest.mark.qt_log_ignore("This plugin does not support")
@pytest.mark.parametrize("percent", [100, 150])
def test_a_list_that_opens_shows_its_last_line_whole(paper: Paper, percent: int) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme.apply(app, theme.LIGHT, percent)
    settle(app)
    paper.open()
    choose(paper, "report")
    for box in (paper.room.view.sheet.version, paper.room.view.report.span):
        box.showPopup()
        rows = box.view()
        last = rows.visualRect(rows.model().index(box.count() - 1, 0)).bottom()
        room = rows.viewport().height()
        box.hidePopup()
        assert last <= room, box.accessibleName()
