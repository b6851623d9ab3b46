"""The hand-over at the window: a dropped bill opens by itself, never over another; what is paid lies in the folder."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desk_app import aside
from desk_app.hand_over import folder
from desk_app.ports import Desk
from desk_app.station import Station
from tests.ui.clinic import Clinic, Clock, fill, open_clinic
from tests.ui.typing import press
from ui.desk import desk_screen
from ui.desk.room import DeskRoom
from ui.hand_over import PATIENCE, HandOver
from ui.icons import Icon
from ui.main_window import MainWindow
from ui.notice import Notice, Tone

Shell = Callable[..., MainWindow]


@dataclass
class Counter:
    """The desk room in its window, the folder being watched, and everything the bar said."""

    window: MainWindow
    room: DeskRoom
    clinic: Clinic
    watch: HandOver
    seconds: list[float]
    said: list[Notice] = field(default_factory=list)

    @property
    def home(self) -> Path:
        return self.window.home

    @property
    def bill(self) -> Any:
        return self.room.presenter.bill.draft.bill

    def drop(self, name: str, content: object) -> Path:
        path = folder.bills_in(self.home) / name
        path.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
        return path

    def bill_of(self, name: str, number: str = "MIS-1") -> dict[str, Any]:
        line = {"service": "B01.047.001", "name": "Приём", "price": "1800.00", "category": "consultation"}
        return {"id": number, "patient": self.clinic.people[name], "lines": [line]}

    def out(self) -> list[str]:
        return sorted(file.name for file in folder.receipts_out(self.home).iterdir())


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with open_clinic(tmp_path / "records", clock=Clock()) as opened:
        yield opened


@pytest.fixture
def counter(shell: Shell, desk: Desk) -> Iterator[Counter]:
    clock = desk.clock
    assert isinstance(clock, Clock)
    clinic = fill(desk, clock)
    window = shell(station=Station(language="en", hand_over=True, branch="main"))
    screen = desk_screen(window, desk)
    window.add_room(screen, lambda: "Desk", Icon.DESK)
    room = screen.presenter
    assert isinstance(room, DeskRoom)
    assert screen.offered is not None
    seconds = [0.0]
    watch = HandOver(window, desk, lambda: desk, screen.offered, clock=lambda: seconds[0])
    made = Counter(window, room, clinic, watch, seconds)
    say = window._work.notices.say

    def hear(notice: Notice) -> None:
        made.said.append(notice)
        say(notice)

    window._work.notices.say = hear  # type: ignore[method-assign]  # it only listens
    watch.begin()
    yield made
    watch.end()


def test_a_dropped_bill_opens_by_itself_at_a_free_desk(counter: Counter, qtbot: QtBot) -> None:
    counter.drop("bill.json", counter.bill_of("anna"))

    qtbot.waitUntil(lambda: counter.bill.id == "MIS-1", timeout=1000)

    assert counter.bill.patient == counter.clinic.people["anna"]
    assert counter.room.presenter.state.patient is not None
    assert not list(folder.bills_in(counter.home).glob("*.json"))
    assert counter.said[-1].happened == "Bill MIS-1 of the clinic system is open."


def test_a_bill_that_comes_while_another_is_open_waits_and_replaces_nothing(counter: Counter) -> None:
    counter.room.presenter.open_patient(counter.clinic.people["elder"])
    counter.room.presenter.bill.type_entry("B01.047.002")
    counter.room.presenter.bill.take_entry()
    before = counter.bill
    counter.drop("bill.json", counter.bill_of("anna"))

    counter.watch.look()

    assert counter.bill == before
    assert [row.name for row in counter.room.presenter.state.aside.rows] == ["Щёлокова Анна Юрьевна"]
    assert counter.said[-1].kept == "The open bill stays as it is."


def test_a_patient_at_the_desk_is_not_pushed_aside_by_a_dropped_bill(counter: Counter) -> None:
    counter.room.presenter.open_patient(counter.clinic.people["elder"])
    counter.drop("bill.json", counter.bill_of("anna"))

    counter.watch.look()

    assert counter.bill.patient == counter.clinic.people["elder"]
    assert len(aside.waiting(counter.clinic.desk)) == 1


def test_what_is_paid_lies_in_the_folder_without_being_asked_for(counter: Counter, qtbot: QtBot) -> None:
    counter.drop("bill.json", counter.bill_of("anna"))
    counter.watch.look()
    counter.room.presenter.pay()

    qtbot.waitUntil(lambda: len(counter.out()) == 2, timeout=3000)

    assert [name.partition(".")[2] for name in counter.out()] == ["atol.json", "json"]


def test_a_bill_paid_before_is_told_with_its_receipt_and_handed_over_again(counter: Counter, qtbot: QtBot) -> None:
    counter.drop("bill.json", counter.bill_of("anna"))
    counter.watch.look()
    counter.room.presenter.pay()
    qtbot.waitUntil(lambda: len(counter.out()) == 2, timeout=3000)
    for file in folder.receipts_out(counter.home).iterdir():
        file.unlink()
    counter.drop("again.json", counter.bill_of("anna"))

    counter.watch.look()

    assert counter.bill.id != "MIS-1"
    assert "was paid before: receipt A-" in counter.said[-1].happened
    assert len(counter.out()) == 2


def test_a_wrong_file_is_told_with_its_place_and_put_away(counter: Counter) -> None:
    wrong = counter.bill_of("anna")
    wrong["lines"][0]["price"] = "-5"
    counter.drop("bill.json", wrong)

    counter.watch.look()

    assert counter.said[-1].tone is Tone.REFUSED
    assert counter.said[-1].kept.startswith("bill.json: lines[0].price: ")
    assert sorted(file.name for file in folder.refused_in(counter.home).iterdir()) == ["bill.json", "bill.txt"]


def test_a_file_that_is_still_being_written_is_given_time_and_not_for_ever(counter: Counter) -> None:
    whole = json.dumps(counter.bill_of("anna"))
    counter.drop("slow.json", whole[:30])
    counter.watch.look()
    counter.seconds[0] += PATIENCE - 1
    counter.drop("slow.json", whole[:50])
    counter.watch.look()
    counter.seconds[0] += PATIENCE - 1
    counter.watch.look()
    early = list(folder.refused_in(counter.home).iterdir())
    counter.seconds[0] += PATIENCE

    counter.watch.look()

    assert not early
    assert (folder.refused_in(counter.home) / "slow.json").exists()


def test_a_folder_that_takes_nothing_is_told_once_and_the_sale_goes_on(counter: Counter, qtbot: QtBot) -> None:
    place = folder.receipts_out(counter.home)
    place.rmdir()
    place.write_text("in the way")
    for number in ("MIS-1", "MIS-2"):
        counter.drop("bill.json", counter.bill_of("anna", number))
        counter.watch.look()
        counter.room.presenter.pay()
        counter.seconds[0] += 60
        counter.watch.look()
        qtbot.waitUntil(lambda: not counter.watch._writing)
    troubles = [notice for notice in counter.said if notice.tone is Tone.TROUBLE]
    place.unlink()
    counter.seconds[0] += 60
    counter.watch.look()
    qtbot.waitUntil(lambda: place.is_dir() and len(counter.out()) == 4, timeout=3000)
    qtbot.waitUntil(lambda: counter.said[-1].happened == "What waited was handed over to the clinic system.")

    assert len(troubles) == 1


def test_switched_off_the_folder_is_left_alone(counter: Counter) -> None:
    counter.window.keep_station(replace(counter.window.station, hand_over=False))
    file = counter.drop("bill.json", counter.bill_of("anna"))

    counter.watch.look()
    QApplication.processEvents()

    assert file.exists()
    assert not counter.bill.lines


def test_the_split_of_a_receipt_is_copied_for_a_register_worked_by_hand(counter: Counter) -> None:
    bill = counter.bill_of("anna")
    bill["lines"][0]["quantity"] = 2
    counter.drop("bill.json", bill)
    counter.watch.look()
    counter.room.presenter.pay()

    press(counter.room.view, Qt.Key.Key_F12, Qt.KeyboardModifier.ControlModifier)

    assert QGuiApplication.clipboard().text() == "Приём\t2\t1800.00\t3600.00"
    assert counter.said[-1].happened.startswith("The positions of receipt A-")


def test_the_menu_of_a_receipt_offers_its_slip_and_its_split(counter: Counter) -> None:
    listed = counter.room.view.receipts.receipts

    assert [action.objectName() for action in listed.actions()] == ["slip", "split"]
