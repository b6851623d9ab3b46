"""A bill that is open never vanishes: it waits for its patient, over a crash too, and comes back by a key."""

from __future__ import annotations

from PySide6.QtCore import Qt

from desk_app import aside
from tests.ui.clinic import Clinic
from tests.ui.desk.conftest import Counter, Desktop
from ui.desk.happenings import AsideDropped, AsideTaken, LinesGiven, Opened, Paid, SetAside
from ui.desk.state import Page

THERAPIST = "B01.047.001"
ULTRASOUND = "A04.16.001"
ANNA, MARIA = "Щёлокова Анна Юрьевна", "Иванова Мария Петровна"
SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


def services(counter: Counter) -> list[str]:
    return [line.service for line in counter.state.bill.bill.lines]


def test_a_scan_lets_the_open_bill_wait_with_all_that_was_asked(counter: Counter, clinic: Clinic) -> None:
    counter.open("anna")
    counter.add(THERAPIST)
    counter.presenter.wish(redeem=None, proof="card")
    annas = counter.presenter.bill.draft

    counter.presenter.scanned(clinic.cards["elder"])

    opened = counter.told[-1]
    assert isinstance(opened, Opened)
    assert opened.kept == SetAside(annas.op_id, ANNA, 1)
    assert services(counter) == []
    assert counter.state.patient is not None
    assert counter.state.patient.patient.full_name == MARIA
    counter.presenter.aside.take_up()
    assert counter.presenter.bill.draft == annas
    assert counter.told[-1] == AsideTaken(ANNA, 1, None)
    assert counter.state.aside.rows == ()


def test_bills_that_wait_are_there_after_a_crash(counter: Counter, clinic: Clinic) -> None:
    counter.open("anna")
    counter.add(THERAPIST)
    counter.presenter.aside.set_aside()
    counter.add(ULTRASOUND)
    counter.presenter.aside.set_aside()
    counter.open("elder")
    counter.add(THERAPIST)

    again = Counter(clinic)

    assert [(row.name, row.listed) for row in again.state.aside.rows] == [(ANNA, 220000), ("", 260000)]
    assert services(again) == [THERAPIST]
    assert again.state.patient is not None
    assert again.state.patient.patient.full_name == MARIA


def test_a_bill_taken_up_lets_the_open_one_wait_in_its_place(counter: Counter) -> None:
    counter.open("anna")
    counter.add(THERAPIST)
    counter.presenter.aside.set_aside()
    counter.open("elder")
    counter.add(ULTRASOUND)

    counter.presenter.aside.take_up()

    assert counter.told[-1] == AsideTaken(ANNA, 1, MARIA)
    assert services(counter) == [THERAPIST]
    assert [row.name for row in counter.state.aside.rows] == [MARIA]
    assert [one.draft.bill.lines[0].service for one in aside.waiting(counter.clinic.desk)] == [ULTRASOUND]


def test_a_bill_that_waited_is_paid_once(counter: Counter) -> None:
    counter.open("anna")
    counter.add(THERAPIST)
    draft = counter.presenter.bill.draft
    counter.presenter.aside.set_aside()
    counter.presenter.aside.take_up()

    counter.presenter.pay()

    paid = counter.told[-1]
    assert isinstance(paid, Paid)
    assert paid.row.id == draft.op_id
    assert aside.waiting(counter.clinic.desk) == ()


def test_the_bill_of_whoever_comes_back_is_offered(counter: Counter, clinic: Clinic) -> None:
    counter.open("elder")
    counter.add(ULTRASOUND)
    counter.presenter.aside.set_aside()
    counter.open("anna")
    counter.add(THERAPIST)

    counter.presenter.scanned(clinic.cards["elder"])

    opened = counter.told[-1]
    assert isinstance(opened, Opened)
    assert opened.waits
    assert counter.state.aside.row is not None
    assert counter.state.aside.row.name == MARIA


def test_lines_of_the_wrong_namesake_move_to_the_right_one(counter: Counter) -> None:
    counter.open("elder")
    counter.add(THERAPIST, ULTRASOUND)
    counter.open("younger")
    opened = counter.told[-1]
    assert isinstance(opened, Opened)
    assert opened.kept is not None

    counter.presenter.aside.give_lines(opened.kept.op_id)

    assert counter.told[-1] == LinesGiven(MARIA, 2)
    assert services(counter) == [THERAPIST, ULTRASOUND]
    assert counter.state.bill.bill.patient == counter.clinic.people["younger"]
    assert counter.state.aside.rows == ()


def test_a_bill_that_is_forgotten_can_be_put_back(counter: Counter) -> None:
    counter.open("anna")
    counter.add(THERAPIST)
    counter.presenter.aside.set_aside()

    counter.presenter.aside.drop()

    dropped = counter.told[-1]
    assert isinstance(dropped, AsideDropped)
    assert not counter.state.aside.rows
    counter.presenter.aside.put_back(dropped)
    assert [row.name for row in counter.state.aside.rows] == [ANNA]


def test_an_empty_bill_does_not_wait(counter: Counter) -> None:
    counter.open("anna")

    counter.presenter.aside.set_aside()

    assert counter.state.patient is not None
    assert aside.waiting(counter.clinic.desk) == ()


def test_one_key_sets_aside_and_another_brings_back(desktop: Desktop) -> None:
    desktop.find("щел")
    desktop.type("B01.047.001")
    desktop.press(Qt.Key.Key_Return)
    desktop.press(Qt.Key.Key_F2, modifier=SHIFT)
    assert desktop.notice == "The bill of Щёлокова Анна Юрьевна waits: 1 line. Shift+F3 brings it back."
    assert desktop.search.hasFocus()
    assert desktop.sum == "₽0.00"

    desktop.press(Qt.Key.Key_F3, modifier=SHIFT)
    page = desktop.room.view.aside
    assert page.bills.hasFocus()
    assert page.bills.sentences()[0].startswith("Щёлокова Анна Юрьевна, Physician, first visit, ₽2,200.00")
    desktop.press(Qt.Key.Key_Return)

    assert desktop.sum == "₽2,200.00"
    assert desktop.room.presenter.state.page is Page.BILL
    assert desktop.focus is desktop.room.view.bill.entry


def test_a_scan_says_in_one_notice_what_waits_and_how_it_comes_back(desktop: Desktop) -> None:
    desktop.find("щел")
    desktop.type("B01.047.001")
    desktop.press(Qt.Key.Key_Return)

    desktop.window.take_scan(desktop.clinic.cards["elder"])

    assert desktop.notice == (
        "Иванова Мария Петровна is here. The bill of Щёлокова Анна Юрьевна waits: 1 line. Shift+F3 brings it back."
    )
    assert desktop.room.view.strip.isVisible()
    desktop.press(Qt.Key.Key_Return, modifier=CTRL)
    assert desktop.sum == "₽2,200.00"


def test_nothing_is_paid_while_the_bills_that_wait_cover_the_open_one(desktop: Desktop) -> None:
    desktop.find("щел")
    desktop.type("B01.047.001")
    desktop.press(Qt.Key.Key_Return)
    desktop.press(Qt.Key.Key_F2, modifier=SHIFT)
    desktop.find("иван")
    desktop.type("A04.16.001")
    desktop.press(Qt.Key.Key_Return)
    desktop.press(Qt.Key.Key_F3, modifier=SHIFT)

    desktop.press(Qt.Key.Key_F9)

    assert desktop.notice.startswith("Nothing is paid while the bills that wait cover the open one.")
