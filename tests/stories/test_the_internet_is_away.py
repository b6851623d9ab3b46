"""The internet is away: the receptionist finds, prices, spends, pays, undoes, gives back and hands over a slip."""

from __future__ import annotations

from PySide6.QtCore import Qt

from tests.ui.conftest import dressed as dressed
from tests.ui.conftest import shell as shell
from tests.ui.desk.conftest import Desktop
from tests.ui.desk.conftest import clinic as clinic
from tests.ui.desk.conftest import desktop as desktop

ENTER = Qt.Key.Key_Return
SHIFT = Qt.KeyboardModifier.ShiftModifier


def test_a_morning_without_a_network(desktop: Desktop) -> None:
    # A patient without her card, and the phone rings: three letters are enough.
    desktop.type("щел")
    desktop.press(ENTER)
    assert desktop.room.view.patient.sentences()[0] == "Щёлокова Анна Юрьевна"

    # Two services by code and by words, all points she may spend, and why.
    for words in ("B01.047.001", "3*общий анализ мочи"):
        desktop.type(words)
        desktop.press(ENTER)
    desktop.press(Qt.Key.Key_F7, Qt.Key.Key_F7)
    assert desktop.sum == "₽3,094.00"
    desktop.press(Qt.Key.Key_F1)
    assert any("276\N{NO-BREAK SPACE}points" in sentence for sentence in desktop.room.view.why.sentences())

    # Paid, by a key that is pressed twice in a hurry.
    desktop.press(Qt.Key.Key_F9, Qt.Key.Key_F9)
    assert desktop.notice.startswith("Paid ₽3,094.00, receipt A-000004.")
    with desktop.clinic.desk.store.reading() as reading:
        assert len(reading.last_receipts(100)) == 4

    # The slip of it is handed over.
    desktop.press(Qt.Key.Key_F12)
    assert desktop.slips == ["A-000004"]

    # She changed her mind about the points: undone, and paid anew without them.
    desktop.press(Qt.Key.Key_F8)
    assert "is undone" in desktop.notice
    desktop.press(Qt.Key.Key_F7)
    desktop.type("0")
    assert desktop.sum == "₽3,370.00"
    desktop.press(Qt.Key.Key_F9)
    assert desktop.notice.startswith("Paid ₽3,370.00, receipt A-000005.")

    # One test was not taken: one piece comes back.
    desktop.find("щел")
    desktop.press(Qt.Key.Key_F8, modifier=SHIFT)
    desktop.press(ENTER, Qt.Key.Key_Down, Qt.Key.Key_Plus)
    assert desktop.sum == "₽390.00"
    desktop.press(Qt.Key.Key_F9)
    assert desktop.notice.startswith("Given back to Щёлокова Анна Юрьевна: ₽390.00 of receipt A-000005.")


def test_a_new_patient_joins_without_a_network(desktop: Desktop) -> None:
    desktop.type("лесков")
    desktop.press(Qt.Key.Key_F4)
    form = desktop.room.form.view
    assert form.fields["surname"].text() == "Лесков"

    for text in ("николай", "семёнович", "16 02 1980", "8 912 111-22-33"):
        desktop.type(text)
        desktop.press(ENTER)
    for box in (form.program, form.data):
        box.box.setFocus()
        desktop.press(Qt.Key.Key_Space)
    desktop.press(Qt.Key.Key_F9)

    assert desktop.notice.startswith("Лесков Николай Семёнович has joined, card 29")
    assert desktop.room.presenter.state.patient is not None
    assert desktop.room.presenter.state.patient.member
    desktop.type("B01.047.001")
    desktop.press(ENTER, Qt.Key.Key_F9)
    assert desktop.notice.startswith("Paid")
