"""The paper room: what is chosen is shown, and what is shown goes to paper or into a file."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desk_app import cards, printed_cards, programs
from desk_app import clinic as clinics
from desk_app.acts import new_id
from desk_app.station import SHEETS, SheetPrinter
from tests.ui.cut import cut
from tests.ui.paper_room.conftest import Paper, document
from ui import language, theme
from ui.desk.room import DeskRoom
from ui.paper_room.words import kind_words
from ui.printer import Job, opened
from ui.sheets import KINDS


def words_of(pdf: bytes) -> str:
    """Every word of a PDF, in one line."""
    document = opened(pdf)
    return " ".join(" ".join(document.getAllText(page).text().split()) for page in range(document.pageCount()))


def test_the_leaflet_of_the_program_in_force_is_there_without_a_click(paper: Paper) -> None:
    paper.open()

    assert paper.state.proof is not None
    assert "10%" in words_of(paper.state.proof.pdf)
    assert len(paper.state.proof.pictures) == paper.state.proof.pages
    assert QApplication.focusWidget() is paper.room.view.sheet.kind


def test_another_sheet_is_chosen_by_the_arrows_and_drawn(paper: Paper) -> None:
    paper.open()
    before = paper.state.proof
    paper.press(Qt.Key.Key_Down)
    paper.wait()

    assert paper.state.asked.kind == "poster"
    assert paper.state.proof is not before
    assert paper.state.proof is not None
    assert paper.state.proof.pages == 1


def test_of_many_choices_in_a_row_only_the_last_is_shown(paper: Paper) -> None:
    paper.open()
    shown: list[object] = []
    show = paper.room.presenter._show
    paper.room.presenter._show = lambda state: (shown.append(state.proof), show(state))[1]  # type: ignore[func-returns-value]  # both, in order
    for size in ("a4", "a6", "a4", "a6", "a5"):
        paper.room.presenter.choose_size(size)
    paper.wait()

    assert paper.state.asked.size == "a5"
    assert len(set(map(id, shown))) == 2, "what was there before, and the last"
    assert opened(paper.state.proof.pdf).pagePointSize(0).width() == pytest.approx(148 / 25.4 * 72, abs=1)  # type: ignore[union-attr]  # it is there


def test_a_version_that_is_not_in_force_yet_says_from_when_and_a_retired_one_is_refused(paper: Paper) -> None:
    day = paper.clinic.clock.now.date() + timedelta(days=40)
    programs.publish(paper.clinic.desk, document(), day, new_id())
    paper.open()
    paper.choose_version("3")
    ahead = paper.state.proof
    paper.choose_version("1")

    assert ahead is not None
    assert str(day.year) in words_of(ahead.pdf)
    assert paper.state.problem is not None
    assert paper.state.problem.code == "sheet.retired"
    assert "print the one in force" in paper.room.view.sentence()
    assert "yet" not in paper.room.view.nothing.words(), "its day is over"
    assert not paper.room.bound["print"].isEnabled()


def test_what_the_law_asks_for_is_named_and_the_way_to_it_opened(paper: Paper) -> None:
    lacking = document()
    lacking["organizer"] = {**lacking["organizer"], "licence": "", "address": ""}
    programs.publish(paper.clinic.desk, lacking, paper.clinic.clock.now.date(), new_id())
    paper.open()
    view = paper.room.view
    asked: list[str] = []
    paper.window.show_room = asked.append  # type: ignore[method-assign, assignment]  # heard instead of done

    assert "the licence, the address" in view.sentence()
    assert view.nothing.button.isVisible()
    view.nothing.button.click()
    assert asked == ["settings"]


def test_f9_keeps_the_sheet_in_the_remembered_folder_and_never_over_another_file(paper: Paper, tmp_path: Path) -> None:
    folder = tmp_path / "sheets"
    folder.mkdir()
    (folder / "leaflet-a5-v2.en.pdf").write_bytes(b"somebody's own")
    paper.open()
    paper.room.remember_folder(str(folder))
    paper.room.presenter.choose_language("en")
    paper.press(Qt.Key.Key_F9)
    paper.hear("Saved as leaflet-a5-v2.en (2).pdf")
    paper.press(Qt.Key.Key_F9)
    paper.qtbot.wait(50)

    assert paper.state.proof is not None
    assert (folder / "leaflet-a5-v2.en (2).pdf").read_bytes() == paper.state.proof.pdf
    assert len(list(folder.iterdir())) == 2
    assert paper.window.station.paper_folder == str(folder)


def test_a_folder_that_cannot_be_written_to_is_told_in_one_sentence(paper: Paper, tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("no folder")
    paper.open()
    paper.room.remember_folder(str(tmp_path / "taken"))
    paper.press(Qt.Key.Key_F9)
    paper.hear("could not be written into this folder")

    assert paper.room.bound["print"].isEnabled()
    assert paper.room.view.isVisible()


def test_without_a_printer_f12_says_where_to_choose_one(paper: Paper) -> None:
    paper.open()
    paper.press(Qt.Key.Key_F12)

    assert "No printer is chosen" in paper.notice
    assert QApplication.focusWidget() is paper.room.view.printer.printer


def test_a_printer_that_was_sold_leaves_the_sheet_waiting_to_be_shown_printed_again_or_put_away(paper: Paper) -> None:
    paper.window.keep_station(paper.window.station.with_printer("leaflet", SheetPrinter("sold", offset_x=5)))
    paper.open()
    paper.room.presenter.choose_copies(3)
    paper.press(Qt.Key.Key_F12)
    paper.hear("It waits in the room Paper")
    waiting = paper.room.view.waiting
    (kept,) = paper.window.paper.reprints.all()

    assert kept.copies == 3
    assert waiting.isVisible()
    assert waiting.rows.sentences()[0].startswith("Leaflet, A5")
    waiting.retry.click()
    paper.qtbot.waitUntil(lambda: paper.notice.startswith("Leaflet, A5 is not printed"))
    assert len(paper.window.paper.reprints.all()) == 1
    waiting.rows.setFocus()
    paper.press(Qt.Key.Key_Delete)
    assert paper.window.paper.reprints.all() == ()
    assert not waiting.isVisible()


def test_a_card_that_was_blocked_meanwhile_says_so_where_it_waits_and_is_not_printed(
    paper_beside_the_desk: Paper,
) -> None:
    paper = paper_beside_the_desk
    number = paper.clinic.cards["anna"]
    job = Job("card", "Card of Anna", b"%PDF-1", printed_cards.note_of(number))
    paper.window.paper.reprints.keep(job)
    paper.open()
    waiting = paper.room.view.waiting
    before = waiting.rows.sentences()[0]
    cards.block(paper.clinic.desk, number, new_id())
    paper.window.show_room("desk")
    paper.open()
    told = waiting.rows.sentences()[0]
    waiting.retry.click()

    assert "blocked" not in before
    assert "this card is blocked" in told
    assert paper.notice == "Card of Anna is not printed: this card is blocked. It waits no longer."
    assert paper.window.paper.reprints.all() == ()
    paper.window.paper.print_now(job)
    assert paper.notice == "Card of Anna is not printed: this card is blocked."


def test_a_sheet_that_cannot_even_wait_is_still_there_to_be_saved(paper: Paper) -> None:
    (paper.window.home / "reprint").write_text("no folder")
    paper.window.paper.print_now(Job("leaflet", "Leaflet, A5", b"%PDF-1"))
    paper.hear("save it as a PDF now")


def test_each_kind_of_sheet_remembers_its_own_printer(paper: Paper) -> None:
    paper.open()
    paper.room.presenter.set_printer(printer="laser", offset_x=12)
    paper.room.presenter.choose_kind("poster")
    poster = paper.state.settings
    paper.room.presenter.choose_kind("leaflet")

    assert poster == SheetPrinter()
    assert paper.state.settings == SheetPrinter("laser", offset_x=12)
    assert paper.window.station.printer("leaflet").offset_x == 12


@pytest.mark.parametrize(
    ("logo", "code"),
    [(b"\x89PNG\r\n\x1a\n broken", "logo.broken"), (b"\x89PNG\r\n\x1a\n" + bytes(20_000_000), "logo.huge")],
    ids=["broken", "20 MB"],
)
def test_a_logo_that_cannot_be_drawn_is_told_and_the_sheet_is_there(paper: Paper, logo: bytes, code: str) -> None:
    clinics.keep_logo(paper.clinic.desk, "logo.png")
    (paper.window.home / "logo.png").write_bytes(logo)
    paper.open()

    assert paper.state.proof is not None
    assert paper.state.proof.left_out == (code,)
    assert "logo" in paper.room.view._remark.text()


def test_a_trial_page_has_a_cross_and_a_line_and_says_what_to_do(paper: Paper) -> None:
    from desk_app.printing.trial import trial_page

    pdf = trial_page("a5", "Trial page", ("Lay a ruler on this page.",))

    assert "Lay a ruler" in words_of(pdf)
    assert b"Helvetica" not in pdf


def test_a_long_wait_is_told_and_the_sheet_before_stays(paper: Paper) -> None:
    paper.open()
    before = paper.state.proof
    paper.room.presenter.choose_size("a4")
    paper.room.presenter.take_long()

    assert paper.room.view._bar.isVisible()
    assert paper.state.proof is before
    paper.wait()
    assert not paper.room.view._bar.isVisible()


def test_print_pressed_while_the_sheet_is_drawn_prints_what_was_chosen_last(paper: Paper) -> None:
    paper.window.keep_station(paper.window.station.with_printer("leaflet", SheetPrinter("sold")))
    paper.open()
    paper.room.presenter.choose_size("a6")
    paper.press(Qt.Key.Key_F12)
    paper.hear("It waits")
    (kept,) = paper.window.paper.reprints.all()

    assert kept.title == "Leaflet, A6"


@pytest.mark.parametrize("percent", [100, 150, 200])
@pytest.mark.parametrize("say", ["ru", "en"])
def test_the_room_is_whole_on_a_small_screen_with_large_letters(paper: Paper, say: str, percent: int) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    language.speak(app, say)
    theme.apply(app, theme.LIGHT, percent)
    paper.window.keep_station(
        replace(paper.window.station, language=say).with_printer("leaflet", SheetPrinter("A printer of a long name"))
    )
    paper.open()
    paper.qtbot.waitUntil(lambda: not theme.dressing() and cut(paper.window) == [], timeout=20_000)
    assert paper.room.view.pages.width() > 200


def test_everything_of_the_room_has_a_name_and_is_reached_by_the_keyboard(paper: Paper) -> None:
    paper.open()
    view = paper.room.view
    fields = (
        view.sheet.kind, view.sheet.version, view.sheet.paper_size, view.sheet.copies, view.printer.printer, view._area,
    )  # fmt: skip

    assert all(field.accessibleName() for field in fields)
    paper.press(Qt.Key.Key_F6)
    assert QApplication.focusWidget() is view.printer.printer


def test_in_another_language_the_room_speaks_it(paper: Paper) -> None:
    paper.open()
    paper.window.keep_station(replace(paper.window.station, language="ru"))

    paper.qtbot.waitUntil(lambda: paper.room.view._title.text() == "Листовка, A5")


def test_every_kind_of_sheet_is_shown_and_has_a_name_and_a_printer_of_its_own(paper_beside_the_desk: Paper) -> None:
    """A clinic in its second version, with a member at the desk: nothing is lacking for any sheet."""
    paper = paper_beside_the_desk
    room = paper.window.screen_named("desk").presenter
    assert isinstance(room, DeskRoom)
    room.presenter.open_patient(paper.clinic.people["anna"])
    paper.open()
    shown: dict[str, object] = {}
    for kind in KINDS:
        before = paper.state.proof
        paper.room.presenter.choose_kind(kind)
        paper.wait()
        assert paper.state.asked.kind == kind
        shown[kind] = paper.state.problem or (paper.state.proof is not before or kind == "leaflet")

    assert shown == dict.fromkeys(KINDS, True)
    assert all(kind_words(kind) != kind for kind in KINDS)
    assert {kind.printer for kind in KINDS.values()} <= set(SHEETS)


def test_a_form_of_consent_is_printed_for_nobody_too(paper: Paper) -> None:
    forms = [name for name in KINDS if name.startswith("consent-")]
    paper.open()
    for kind in forms:
        paper.room.presenter.choose_kind(kind)
        paper.wait()
        assert paper.state.problem is None
        assert paper.state.proof is not None

    assert not paper.state.lack
