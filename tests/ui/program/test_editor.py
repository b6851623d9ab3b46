"""The form of a program: every question in words, every error at its field, everything undone with a key."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from desk_app import program_drafts
from desk_app.clinic import Clinic
from desk_app.documents.program_file import read_document
from desk_app.editing import starts
from desk_app.editing.answers import Standing
from desk_app.editing.items import Part
from desk_app.editing.questions import QUESTIONS
from desk_app.ports import Desk, Json
from tests.ui.program.until import until
from tests.ui.typing import press, type_text
from ui import language
from ui.program.editor.draft_page import KEEP, EditorPage
from ui.program.editor.field_view import FieldView
from ui.program.editor.rows_view import RowsView
from ui.program.room import ProgramRoom

SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def page(program_room: ProgramRoom, new_clinic: Desk) -> Iterator[EditorPage]:
    """The editor with a ready program."""
    yield opened(program_room, new_clinic, starts.preset("points-3-5-7-10"))
    program_room.open_page("versions")


def opened(room: ProgramRoom, desk: Desk, document: Json) -> EditorPage:
    """The editor with a document, once it was looked at."""
    room.open_draft(program_drafts.begin(desk, document, "").key)
    made = cast(EditorPage, room.page("editor").presenter)
    until(lambda: made.presenter.state.checked)
    return made


def field(page: EditorPage, code: str, key: str) -> FieldView:
    """The field of a key, with its question open."""
    page.presenter.go(code)
    found = next(view for item, view in page.view.page(code).items if item.key == key)
    return cast(FieldView, found)


def retype(view: FieldView, words: str) -> None:
    """Type over what stands in a field."""
    view.take_keyboard()
    line = QApplication.focusWidget()
    assert line is not None
    press(line, Qt.Key.Key_Home)
    press(line, Qt.Key.Key_End, SHIFT)
    type_text(line, words)


def look(page: EditorPage) -> None:
    """The keyboard goes elsewhere, and the document was looked at."""
    page.view.take_start()
    until(lambda: not page._looking.isActive())


def test_what_cannot_be_read_stays_as_it_was_typed_and_says_why_at_its_field(
    page: EditorPage, new_clinic: Desk
) -> None:
    period = field(page, "time", "expiry.period")
    retype(period, "about a year")
    look(page)

    assert period.answer.lines[0].property("wrong") is None or period.fault.words()
    assert period.fault.words() == "“about a year” is no period."
    assert page.presenter.state.standings["time"] is Standing.WRONG
    kept = program_drafts.draft(new_clinic, cast(str, page._shell.draft_key)).document
    assert kept["expiry"]["period"] == "about a year"

    retype(period, "13 months")
    look(page)
    assert period.fault.words() == ""
    assert page.presenter.state.document["expiry"]["period"] == "13 months"
    assert page.presenter.state.valid


def test_a_key_without_a_default_that_was_taken_away_is_asked_for_again(page: EditorPage) -> None:
    share = field(page, "cap", "redeem.max_share")
    assert not share.is_open()
    retype(share, " ")
    look(page)

    assert share.is_open()
    assert share.fault.words() == ""
    assert page.presenter.state.standings["cap"] is Standing.OPEN

    page.presenter.go("goal")
    page.bound["open-question"].trigger()
    assert page.presenter.state.question == "cap"
    assert share.answer.lines[0].hasFocus()


def test_every_change_is_taken_back_with_f8_and_made_again(page: EditorPage) -> None:
    before = page.presenter.state.document
    retype(field(page, "cap", "redeem.max_share"), "30")
    page.presenter.put("redeem.base", "bill")
    after = page.presenter.state.document
    assert after != before

    press(page.view.list, Qt.Key.Key_F8)
    press(page.view.list, Qt.Key.Key_F8)
    assert page.presenter.state.document == before
    assert not page.bound["undo"].isEnabled()

    press(page.view.list, Qt.Key.Key_F8, SHIFT)
    press(page.view.list, Qt.Key.Key_F8, SHIFT)
    assert page.presenter.state.document == after


def test_what_is_typed_is_on_the_disk_within_a_blink_and_is_there_again(
    page: EditorPage, program_room: ProgramRoom, new_clinic: Desk
) -> None:
    key = cast(str, program_room.draft_key)
    retype(field(page, "cap", "redeem.max_share"), "3")
    assert program_drafts.draft(new_clinic, key).document["redeem"]["max_share"] == "50"
    until(lambda: not page._keeping.isActive())
    assert program_drafts.draft(new_clinic, key).document["redeem"]["max_share"] == "3"
    assert KEEP <= 300

    other = opened(program_room, new_clinic, starts.preset("cashback"))
    program_room.open_draft(key)
    assert other.presenter.state.document["redeem"]["max_share"] == "3"


def test_a_program_of_discounts_says_which_questions_are_not_asked(program_room: ProgramRoom, new_clinic: Desk) -> None:
    page = opened(program_room, new_clinic, starts.preset("growing-discount"))
    page.presenter.go("rounding")
    shown = page.view.page("rounding")

    assert not any(view.isVisible() for _, view in shown.items)
    assert any("need not answer" in label.text() for label in shown.findChildren(QLabel) if label.isVisible())

    unit = field(page, "about", "unit")
    unit.answer.given.emit(True)
    assert {"unit", "earn", "redeem", "expiry"} <= set(page.presenter.state.document)
    assert page.presenter.state.standings["rounding"] is Standing.OPEN


def test_what_a_no_takes_away_comes_back_with_the_next_yes(page: EditorPage) -> None:
    before = page.presenter.state.document
    unit = field(page, "about", "unit")
    unit.answer.given.emit(False)
    assert not {"unit", "earn", "redeem", "expiry"} & set(page.presenter.state.document)
    page.presenter.undo()
    assert page.presenter.state.document == before
    unit.answer.given.emit(False)
    unit.answer.given.emit(True)
    assert page.presenter.state.document["earn"] == before["earn"]


@pytest.mark.parametrize("code", starts.PRESETS)
def test_a_ready_program_is_one_key_away_and_can_be_undone(
    program_room: ProgramRoom, new_clinic: Desk, code: str
) -> None:
    program_room.open_draft(program_drafts.begin(new_clinic, {}, "").key)
    page = cast(EditorPage, program_room.page("editor").presenter)
    press(page.view.start.list, Qt.Key.Key_Home)
    for _ in range(starts.PRESETS.index(code)):
        press(page.view.start.list, Qt.Key.Key_Down)
    press(page.view.start.list, Qt.Key.Key_Return)

    live = page.presenter.state.live
    assert page.presenter.state.document == starts.made_own(
        starts.preset(code), live.document if live is not None else None, Clinic()
    )
    assert page.view.list.hasFocus()
    page.presenter.undo()
    assert page.presenter.state.starting


def test_what_is_measured_is_asked_in_words_and_kept_as_a_code(page: EditorPage, qapp: QApplication) -> None:
    metrics = cast(RowsView, field(page, "goal", "goals.metrics"))
    metric = cast(FieldView, metrics.fields[0])
    language.speak(qapp, "ru")

    until(lambda: metrics.list.sentences() == ["доля вернувшихся пациентов"])
    metric.given.emit(metric.path(), "дети до трёх лет")

    assert metrics.list.sentences() == ["дети до трёх лет"]
    assert not any("repeat_visit_rate" in label.text() for label in page.view.findChildren(QLabel))
    language.speak(qapp, "en")


def test_steps_can_be_taken_back_on_another_day(page: EditorPage, program_room: ProgramRoom, new_clinic: Desk) -> None:
    before = page.presenter.state.document
    page.presenter.put("redeem.max_share", "10")
    page.presenter.put("expiry.warn_days", 20)
    page.presenter.switch(next(one for one in QUESTIONS[0].items if isinstance(one, Part)), False)
    last = page.presenter.state.document
    assert page.presenter.draft is not None
    page.presenter.left()
    key = page.presenter.draft.key
    opened(program_room, new_clinic, starts.empty())

    program_room.open_draft(key)

    assert page.presenter.state.document == last
    for _ in range(3):
        page.bound["undo"].trigger()
    assert page.presenter.state.document == before
    page.presenter.redo()
    assert page.presenter.state.document["redeem"]["max_share"] == "10"
    program_drafts.forget(new_clinic, key)
    assert program_drafts.steps_of(new_clinic, key) == ()


def test_a_question_in_which_the_check_up_found_an_error_has_no_tick(page: EditorPage) -> None:
    assert page.presenter.state.standings["examples"] is Standing.ANSWERED
    page.presenter.put("levels.steps[0].earn.percent", "4")

    until(lambda: page.presenter.state.standings["examples"] is Standing.WRONG)
    page.bound["open-question"].trigger()
    assert page.presenter.state.question == "examples"

    page.presenter.undo()
    until(lambda: page.presenter.state.standings["examples"] is Standing.ANSWERED)


def test_a_program_goes_out_as_toml_and_comes_in_again(page: EditorPage, tmp_path: Path) -> None:
    file = tmp_path / "program.toml"
    page.write_file(file)
    assert read_document(file.read_bytes()) == page.presenter.state.document

    page.presenter.put("redeem.max_share", "10")
    page.take_file(file)
    assert page.presenter.state.document == starts.preset("points-3-5-7-10")
    (tmp_path / "broken.toml").write_text("format = ")
    page.take_file(tmp_path / "broken.toml")
    assert page.presenter.state.document == starts.preset("points-3-5-7-10")


def test_rows_are_added_moved_and_taken_away_by_keys(page: EditorPage) -> None:
    rows = cast(RowsView, field(page, "groups", "groups"))
    rows.list.setFocus()
    press(rows.list, Qt.Key.Key_Insert)
    line = QApplication.focusWidget()
    assert line is not None
    type_text(line, "staff")
    groups = page.presenter.state.document["groups"]
    assert [group["code"] for group in groups] == ["pensioner", "staff"]

    rows.list.setFocus()
    press(rows.list, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert [group["code"] for group in page.presenter.state.document["groups"]] == ["staff", "pensioner"]
    press(rows.list, Qt.Key.Key_Delete)
    assert page.presenter.state.document["groups"] == groups[:1]
    press(rows.list, Qt.Key.Key_Delete)
    assert "groups" not in page.presenter.state.document


def test_a_threshold_is_written_as_what_opens_a_level_is_counted(page: EditorPage) -> None:
    page.presenter.put("levels.steps[1].from", "5.00")
    page.presenter.put("levels.basis", "visits")
    assert page.presenter.state.document["levels"]["steps"][1]["from"] == 5
    page.presenter.undo()
    assert page.presenter.state.document["levels"]["steps"][1]["from"] == "5.00"


def test_every_question_opens_in_both_languages_and_every_field_has_a_name(
    page: EditorPage, qapp: QApplication
) -> None:
    for said in ("ru", "en"):
        language.speak(qapp, said)
        for question in QUESTIONS:
            page.presenter.go(question.code)
            for _, view in page.view.page(question.code).items:
                if isinstance(view, FieldView) and view.isVisible():
                    line = view.answer.lines[0] if view.answer.lines else view.answer.focusProxy()
                    assert line is None or line.accessibleName(), view.path()


def test_the_first_program_of_a_clinic_is_put_in_force_once_every_question_is_answered(
    page: EditorPage, program_room: ProgramRoom, new_clinic: Desk
) -> None:
    page.presenter.put("redeem.max_share", None)
    page.bound["publish"].trigger()
    with new_clinic.store.reading() as reading:
        assert reading.versions() == ()
    assert page.presenter.state.question == "cap"

    page.presenter.undo()
    page.bound["publish"].trigger()
    until(lambda: page.presenter.draft is None)
    with new_clinic.store.reading() as reading:
        assert [record.document for record in reading.versions()] == [starts.preset("points-3-5-7-10")]
    again = opened(program_room, new_clinic, starts.preset("points-3-5-7-10"))
    assert not again.bound["publish"].isVisible()
    assert again.bound["announce"].isEnabled()
