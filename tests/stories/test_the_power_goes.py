"""The power goes in the middle of a bill: what was typed is there again, and what was paid is paid once."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt

from desk_app import checkout, drafts
from tests.ui.clinic import Clinic
from tests.ui.conftest import dressed as dressed
from tests.ui.conftest import shell as shell
from tests.ui.desk.conftest import Desktop, open_desktop
from tests.ui.desk.conftest import clinic as clinic
from ui.main_window import MainWindow

ENTER = Qt.Key.Key_Return


def write_a_bill(desktop: Desktop) -> None:
    desktop.type("щел")
    desktop.press(ENTER)
    for code in ("B01.047.001", "A04.16.001"):
        desktop.type(code)
        desktop.press(ENTER)
    desktop.press(Qt.Key.Key_F7, Qt.Key.Key_F7)


def test_the_bill_that_was_open_is_there_again(shell: Callable[..., MainWindow], clinic: Clinic) -> None:
    before = open_desktop(shell(), clinic)
    write_a_bill(before)
    shown = before.sum

    after = open_desktop(shell(), clinic)

    assert after.sum == shown == "₽4,524.00"
    assert after.notice == "The bill that was open is here again: 2 lines. Nothing was lost."
    assert after.room.view.patient.sentences()[0] == "Щёлокова Анна Юрьевна"


def test_what_was_paid_just_before_is_not_paid_again(shell: Callable[..., MainWindow], clinic: Clinic) -> None:
    before = open_desktop(shell(), clinic)
    write_a_bill(before)
    draft = before.room.presenter.bill.draft
    checkout.settle(clinic.desk, drafts.dated(clinic.desk, draft.bill), draft.op_id)

    after = open_desktop(shell(), clinic)

    assert after.notice == "The bill that was open had been paid: receipt A-000004."
    assert after.room.presenter.state.bill.bill.lines == ()
