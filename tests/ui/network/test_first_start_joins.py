"""The third way of the first start: a file or a sheet makes an empty computer one desk of the clinic."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desk_app import station as stations
from desk_app.acts import new_id
from desk_app.domain.people import Patient
from desk_app.enrolment import EnrolmentForm, enrol
from desk_app.sync.join_file import read, squares
from tests.sync.conftest import Centre, centre
from ui import compose, compose_network, compose_records
from ui.app import Sitting, _composition, _first_start, _rooms, make_app
from ui.first_start import joining
from ui.first_start.presenter import Page
from ui.first_start.room import FirstStart
from ui.first_start.tasks import Answers

__all__ = ["centre"]


@pytest.fixture
def clinic(centre: Centre, tmp_path: Path) -> str:
    """A clinic with one desk and one patient, at the centre."""
    home = tmp_path / "a"
    compose_network.join(home, centre.desk(tmp_path, "Место A", "A").read_bytes(), "Ким")
    joining.set_up(home, Answers("cashback", {"name": "Здоровье"}, desk="A", employee="Ким"), lambda *_: None)
    with compose.open_desk(home) as desk:
        member = enrol(desk, EnrolmentForm(Patient("", "Щёлокова", "Анна")), new_id()).member
    compose_network.exchange_once(home)
    return member


class Began:
    """A first start on an empty folder, in a real window."""

    def __init__(self, home: Path, bot: QtBot) -> None:
        self.home, self.bot = home, bot
        self.moved: list[tuple[Path, bool]] = []
        self.sitting = Sitting(
            make_app(), home, demo=False, prepare=_composition, find_rooms=_rooms, first_start=_first_start
        )
        self.sitting.moved.connect(lambda to, demo: self.moved.append((to, demo)))
        assert self.sitting.begin()
        bot.waitUntil(lambda: self.sitting.window.scanner is not None, timeout=5000)
        self.first.presenter.type("employee", "Ли")
        self.first.presenter.ask_join()

    @property
    def first(self) -> FirstStart:
        first = self.sitting._first_start
        assert first is not None
        return first

    def wait_for(self, page: Page) -> None:
        self.bot.waitUntil(lambda: self.first.presenter.state.page is page, timeout=20_000)

    def close(self) -> None:
        self.sitting.window.close()
        self.sitting.window.deleteLater()
        self.sitting.end()


def test_a_join_file_brings_the_clinic_and_the_key_is_shown_once(
    centre: Centre, clinic: str, tmp_path: Path, qtbot: QtBot
) -> None:
    began = Began(tmp_path / "b", qtbot)
    began.first.view.join.join.file_chosen.emit(centre.desk(tmp_path, "Место B", "B"))
    began.wait_for(Page.KEY)
    assert began.first.presenter.state.key
    began.first.presenter.go_on()
    qtbot.waitUntil(lambda: bool(began.moved), timeout=5000)
    began.close()

    assert began.moved == [(tmp_path / "b", False)]
    station = stations.load(tmp_path / "b").station
    assert (station.desk, station.employee) == ("B", "Ли")
    with compose.open_desk(tmp_path / "b") as desk, desk.store.reading() as reading:
        assert reading.patient(clinic) is not None


def test_codes_scanned_anywhere_on_the_page_join_and_no_other_page_comes(
    centre: Centre, clinic: str, tmp_path: Path, qtbot: QtBot
) -> None:
    began = Began(tmp_path / "b", qtbot)
    for code in squares(read(centre.desk(tmp_path, "Место B", "B").read_bytes())):
        began.sitting.window.take_scan(code)
    began.wait_for(Page.KEY)
    began.close()

    assert compose_network.exchange_once(tmp_path / "b").kind == "online"


def test_a_network_without_a_clinic_leads_to_the_form_and_the_clinic_is_sent(
    centre: Centre, tmp_path: Path, qtbot: QtBot
) -> None:
    began = Began(tmp_path / "b", qtbot)
    began.first.view.join.join.file_chosen.emit(centre.desk(tmp_path, "Место B", "B"))
    began.wait_for(Page.CLINIC)
    qtbot.waitUntil(lambda: bool(began.first.presenter.state.presets), timeout=10_000)
    began.first.presenter.type("name", "Здоровье")
    began.first.presenter.set_up()
    began.wait_for(Page.KEY)
    began.close()

    assert compose_network.exchange_once(tmp_path / "b").kind == "online"
    assert centre.ask("SELECT sum(head)::int > 0 FROM tessera.stream") == [(True,)]


def test_what_is_no_join_file_is_told_on_the_page_and_nothing_is_made(tmp_path: Path, qtbot: QtBot) -> None:
    began = Began(tmp_path / "b", qtbot)
    file = tmp_path / "desk.join"
    file.write_text("hello", encoding="utf-8")
    began.first.view.join.join.file_chosen.emit(file)
    qtbot.waitUntil(lambda: began.first.presenter.state.join.problem is not None, timeout=5000)
    assert "no join file" in began.first.view.join.join.sentence() or "не файл" in began.first.view.join.join.sentence()
    began.close()

    assert not (tmp_path / "b" / compose_records.DATABASE).exists()
