"""What stands beside the form: findings with their fixes, the leaflet, and a bill to try the rules on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from desk_app.checkup import check_up
from desk_app.documents.edits import Edit, edited
from desk_app.documents.program_file import read_program
from desk_app.domain.people import Service
from desk_app.editing.starts import preset
from desk_app.ports import Json
from tests.ui.clinic import Clinic, Clock, fill, open_clinic
from tests.ui.typing import press
from ui.program.beside import BesidePanel
from ui.program.beside.places import place_words
from ui.program.beside.presenter import BesidePresenter
from ui.program.beside.shown import Asked, Shown, shown
from ui.program.beside.trial import begun
from ui.program.editor.pictures import PICTURES
from ui.tour import Look, posed

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)
PRICES = (
    Service("B01.023.001", "Невролог, первичный", "consultation", 260000, name_en="Neurologist, first visit"),
    Service("B03.016.002", "Анализ крови", "lab", 45000, name_en="Blood count"),
)
DOCUMENT = preset("points-3-5-7-10")


@dataclass
class Beside:
    """The presenter, what it asked for, and what it told."""

    waiting: list[Callable[[], None]] = field(default_factory=list)
    edits: list[tuple[Edit, ...]] = field(default_factory=list)
    wanted: list[str] = field(default_factory=list)
    reasons: dict[str, str] = field(default_factory=dict)
    asked: list[Asked] = field(default_factory=list)
    at_once: bool = True

    def __post_init__(self) -> None:
        self.presenter = BesidePresenter(
            lambda: NOW, self._make, self._run, lambda: None, lambda _: None, self.edits.append, self.wanted.append,
            self.reasons.__setitem__,
        )  # fmt: skip
        self.presenter.speak("en")
        self.presenter.know(PRICES)

    def _make(self, asked: Asked) -> Shown:
        self.asked.append(asked)
        return shown(asked)

    def _run(self, work: Callable[[], Any], done: Callable[[Any], None], _: Callable[[Exception], None]) -> None:
        def job() -> None:
            done(work())

        if self.at_once:
            job()
        else:
            self.waiting.append(job)

    def show(self, document: Json) -> Beside:
        self.presenter.show_document(document)
        self.presenter.compute()
        return self

    @property
    def state(self) -> Any:
        return self.presenter.state


def figures(beside: Beside) -> dict[str, tuple[str, str, int]]:
    return {one.key: (one.new, one.old, one.better) for one in beside.state.last.result.figures}


def test_the_bill_begins_with_an_example_on_which_units_are_spent() -> None:
    trial = begun(DOCUMENT, {one.code: one for one in PRICES}, "en")
    assert [line.service for line in trial.lines] == ["B01.023.001", "A04.10.002"]
    assert trial.lines[0].name == "Neurologist, first visit"
    assert (trial.level, trial.units, trial.spend) == ("friend", 900, None)


def test_without_an_example_the_bill_is_of_the_price_list() -> None:
    trial = begun({**DOCUMENT, "examples": []}, {one.code: one for one in PRICES}, "en")
    assert {line.service for line in trial.lines} == {"B01.023.001", "B03.016.002"}


def test_the_worked_bill_is_what_the_example_promises() -> None:
    told = figures(Beside().show(DOCUMENT))
    assert told["pays"][0] == "₽5,100.00"
    assert told["earns"][0] == "153\N{NO-BREAK SPACE}points"
    assert told["level_after"][0] == "Silver"


def test_beside_the_draft_stands_the_version_in_force_and_for_whom_it_is_better() -> None:
    beside = Beside()
    beside.presenter.follow((read_program(DOCUMENT), DOCUMENT))
    beside.show(edited(DOCUMENT, (Edit("levels.steps[0].earn.percent", "4"),)))
    told = figures(beside)
    assert told["earns"] == ("204\N{NO-BREAK SPACE}points", "153\N{NO-BREAK SPACE}points", 1)
    assert told["pays"][2] == 0
    (change,) = [one for one in beside.state.last.changes if one.kind == "better"]
    assert "4%" in change.words
    fresh = [one.words for part in beside.state.last.leaflet for one in part.promises if one.fresh]
    assert any("4%" in words for words in fresh)


def test_a_letter_half_typed_leaves_the_last_leaflet_standing() -> None:
    beside = Beside().show(DOCUMENT)
    before = beside.state.last
    beside.show(edited(DOCUMENT, (Edit("redeem.max_share", "fifty"),)))
    assert beside.state.last is before
    assert not beside.state.shown.valid
    assert beside.state.found.finding.place == "redeem.max_share"


def test_changes_while_it_computes_become_one_more_computation() -> None:
    beside = Beside(at_once=False)
    beside.show(DOCUMENT)
    for percent in ("4", "5", "6"):
        beside.show(edited(DOCUMENT, (Edit("levels.steps[0].earn.percent", percent),)))
    assert len(beside.waiting) == 1
    beside.waiting.pop()()
    assert len(beside.waiting) == 1
    beside.waiting.pop()()
    assert [one.document["levels"]["steps"][0]["earn"]["percent"] for one in beside.asked] == ["3", "6"]
    assert not beside.state.stale


def test_the_bill_changes_with_what_is_put_on_it_and_who_brings_it() -> None:
    beside = Beside().show({**DOCUMENT, "examples": []})
    presenter = beside.presenter
    while len(beside.state.trial.lines) > 1:
        presenter.remove_line()
    presenter.set_line(price=100000, quantity=2)
    presenter.set_patient(level="platinum", units=5000, spend=None)
    presenter.compute()
    assert figures(beside)["list"][0] == "₽2,000.00"
    assert figures(beside)["redeemed"][0] == "₽1,000.00"
    presenter.add_line(PRICES[1])
    presenter.set_patient(spend=0, day=date(2027, 3, 1))
    presenter.compute()
    assert figures(beside)["pays"][0] == "₽2,450.00"
    assert figures(beside)["earns"][0].startswith("24")


def test_a_fix_is_made_and_a_place_is_gone_to() -> None:
    untrue = edited(DOCUMENT, (Edit("examples[1].claims.pays", "1.00"),))
    beside = Beside().show(untrue)
    found = beside.state.found
    assert found.finding.severity == "error"
    beside.presenter.go()
    assert beside.wanted == ["examples[1].claims.pays"]
    beside.presenter.mend()
    assert found.finding.fix
    assert check_up(edited(untrue, beside.edits[0]), now=NOW) == check_up(DOCUMENT, now=NOW)


def test_a_warning_is_open_until_a_reason_is_written() -> None:
    beside = Beside().show(edited(DOCUMENT, (Edit("goals"),)))
    warnings = [n for n, one in enumerate(beside.state.shown.findings) if one.finding.severity == "warning"]
    assert warnings, "a document without a goal has something to be warned of"
    before = beside.state.open_count
    beside.presenter.look_at(warnings[0])
    beside.presenter.explain("The owner wants it so")
    key = beside.state.found.finding.key
    assert beside.reasons == {key: "The owner wants it so"}
    assert beside.state.open_count == before - 1
    beside.presenter.explain("  ")
    assert beside.state.open_count == before


@pytest.mark.parametrize(
    ("place", "words"),
    [
        ("levels.steps[1].discount", "the discount of the level “Silver”"),
        ("levels.steps[1]", "the level “Silver”"),
        ("categories[0].max_redeem", "the share of “Consultations” that points can pay"),
        ("levels.steps[0].by_category.lab.earn.percent", "what “Lab tests” gives back on the level “Friend”"),
        ("examples[2].claims.pays", "example 3"),
        ("goals.metrics[0].target", "metric 1"),
        ("", ""),
    ],
)
def test_a_place_is_called_by_the_question_it_answers(place: str, words: str) -> None:
    assert place_words(place, DOCUMENT, "en") == words


@pytest.fixture(scope="module")
def clinic(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Clinic]:
    clock = Clock()
    with open_clinic(tmp_path_factory.mktemp("beside"), clock=clock) as desk:
        yield fill(desk, clock)


@pytest.fixture
def panel(clinic: Clinic, qtbot: QtBot) -> BesidePanel:
    made = BesidePanel(clinic.desk, lambda work, done, _: done(work()))
    qtbot.addWidget(made)
    made.refresh()
    made.show_document(edited(DOCUMENT, (Edit("examples[1].claims.pays", "1.00"),)), ())
    made.presenter.compute()
    made.resize(320, 420)
    made.show()
    made.activateWindow()
    QApplication.processEvents()
    return made


def test_the_panel_counts_what_is_open_and_enter_goes_to_the_field(panel: BesidePanel, qtbot: QtBot) -> None:
    assert panel.tabs.button("checkup").text().endswith(f"· {panel.presenter.state.open_count}")
    assert panel.findings.rows.sentences()[0].startswith("Error: ")
    panel.findings.rows.setFocus()
    with qtbot.waitSignal(panel.wanted) as heard:
        press(panel.findings.rows, Qt.Key.Key_Return)
    assert heard.args == ["examples[1].claims.pays"]


def test_each_page_of_the_panel_shows_its_own(panel: BesidePanel) -> None:
    panel.presenter.turn("leaflet")
    assert "1 point = ₽1" in panel.leaflet.text.toPlainText().replace("\N{NO-BREAK SPACE}", " ")
    panel.presenter.turn("bill")
    assert len(panel.bill.inside.lines.sentences()) == 2
    panel.bill.inside.search.field.setText("крови")
    panel.bill.inside.search.field.textEdited.emit("крови")
    press(panel.bill.inside.search.field, Qt.Key.Key_Return)
    assert len(panel.presenter.state.trial.lines) == 3
    assert panel.presenter.state.line == 2


def test_a_key_computes_nothing_before_it_is_quiet(clinic: Clinic, qtbot: QtBot) -> None:
    jobs: list[object] = []
    made = BesidePanel(clinic.desk, lambda work, done, failed: jobs.append(work))
    qtbot.addWidget(made)
    for percent in ("4", "5", "6"):
        made.show_document(edited(DOCUMENT, (Edit("levels.steps[0].earn.percent", percent),)), ())
    assert jobs == []
    qtbot.waitUntil(lambda: len(jobs) == 1)
    made.close_down()


def test_a_finding_is_read_whole_beside_the_field_for_its_reason(panel: BesidePanel) -> None:
    panel.show_document(edited(DOCUMENT, (Edit("notice.worsening_days", 3),)), ())
    panel.presenter.compute()
    panel.resize(250, 330)
    QApplication.processEvents()

    rows = panel.findings.rows
    assert panel.presenter.state.found is not None
    assert panel.findings.reason.isVisible()
    assert rows.viewport().height() >= rows.visualRect(rows.currentIndex()).height()


def test_a_picture_of_the_editor_waits_for_what_stands_beside_it(qapp: QApplication, clinic: Clinic) -> None:
    of = {one.name: one for one in PICTURES}
    with posed(qapp, of["program-empty"], clinic.desk, Look("en"), "Clinic") as window:
        of["program-levels"].pose(window, clinic.desk)
        said = [label.text() for label in window.findChildren(QLabel) if label.isVisible()]

    assert "Looking…" not in said
    assert "Question 1 of 12" in said
