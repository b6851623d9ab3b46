"""Without the centre less may be spent, the rest is made good, and the money owed is handed over by one key."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from PySide6.QtCore import Qt

from desk_app import cases
from desk_app.making_good import WishRow
from desk_app.ports import Reach
from desk_app.sync.memory import COMPLETE
from tests.ui.desk.conftest import Desktop

CTRL = Qt.KeyboardModifier.ControlModifier


def heard(desktop: Desktop, days: int) -> None:
    """Both sides held the same so many days ago."""
    clinic = desktop.clinic
    with clinic.desk.store.writing() as writing:
        writing.put_setting(COMPLETE, str(int(clinic.clock.now.timestamp() * 1000) - days * 86_400_000))


def test_a_ceiling_is_said_and_what_it_kept_back_is_handed_over_later(desktop: Desktop) -> None:
    heard(desktop, days=10)  # a tenth of the program's 1000 points
    desktop.find("щел")
    desktop.type("B01.047.001")
    desktop.press(Qt.Key.Key_Return)
    desktop.press(Qt.Key.Key_F7, Qt.Key.Key_F7)
    assert desktop.sum == "₽2,100.00"
    said = desktop.room.view.total.words().sentence
    assert "Without network you may spend up to 100\N{NO-BREAK SPACE}points now: the rest is not lost." in said
    desktop.press(Qt.Key.Key_F9)
    assert desktop.notice.startswith("Paid ₽2,100.00")

    desktop.find("щел")
    assert any("176\N{NO-BREAK SPACE}points" in one for one in desktop.room.view.patient.sentences())
    assert not desktop.room.bound["hand_over"].isEnabled()
    heard(desktop, days=0)
    cases.after_exchange(desktop.clinic.desk)
    desktop.room.presenter.refresh()
    assert any("₽176 to be handed over" in one for one in desktop.room.view.patient.sentences())

    desktop.press(Qt.Key.Key_F9, modifier=CTRL)
    assert desktop.notice.startswith("₽176.00 handed over to Щёлокова Анна Юрьевна.")
    assert not desktop.room.bound["hand_over"].isEnabled()
    desktop.press(Qt.Key.Key_F8, modifier=CTRL)
    assert desktop.room.bound["hand_over"].isEnabled()

    desktop.clinic.desk.reach = Reach(lambda: False, lambda seconds: False)
    desktop.press(Qt.Key.Key_F9, modifier=CTRL)
    assert "another desk may have handed it over already" in desktop.notice


def test_how_many_may_be_spent_without_a_line_is_said_before_anything_is_asked_and_why(desktop: Desktop) -> None:
    heard(desktop, days=10)
    desktop.find("щел")
    desktop.type("B01.047.001")
    desktop.press(Qt.Key.Key_Return, Qt.Key.Key_F7)
    wishes = desktop.room.view.wishes
    assert wishes.said_of_units() == "Without network up to 100\N{NO-BREAK SPACE}points now; F1 says why."
    desktop.press(Qt.Key.Key_Escape, Qt.Key.Key_F1)

    whole = " ".join(desktop.room.view.why.sentences())
    assert "Without network up to 100\N{NO-BREAK SPACE}points may be spent here now" in whole
    assert "the program’s limit is 1,000\N{NO-BREAK SPACE}points" in whole
    assert "the last complete exchange was more than a week ago, and a tenth of it holds" in whole
    assert "is spent by itself once the line is back, and the money is handed over" in whole

    desktop.press(Qt.Key.Key_Escape)
    heard(desktop, days=0)
    desktop.room.presenter.refresh()
    desktop.press(Qt.Key.Key_F7)
    assert wishes.said_of_units() == ""


def test_a_centre_that_is_silent_when_units_are_paid_with_leaves_the_ceiling(desktop: Desktop) -> None:
    asked: list[float] = []

    def ask(seconds: float) -> bool:
        asked.append(seconds)
        return False

    heard(desktop, days=0)
    desktop.clinic.desk.reach = Reach(lambda: True, ask)
    desktop.find("щел")
    desktop.type("B01.047.001")
    desktop.press(Qt.Key.Key_Return, Qt.Key.Key_F7, Qt.Key.Key_F7)
    desktop.press(Qt.Key.Key_F9)

    # 276 points are below the ceiling of 1000 for the first hour: nobody has to pay more for a line that is down
    assert asked == [1.0]
    assert desktop.notice.startswith("Paid ₽1,924.00")


def test_the_card_says_first_what_is_owed_and_that_a_consent_is_missing_and_what_was_spent_twice(
    desktop: Desktop,
) -> None:
    desktop.find("щел")
    shown = desktop.room.presenter.state.patient
    assert shown is not None
    assert shown.statement is not None
    wish = WishRow("r", "A-000012", shown.today, 600, 60_000, 600, 60_000, open=False, ended="", handed=False)
    owing = replace(shown.statement, wishes=(wish,), overdraft=50, next_lapse=(5, shown.today + timedelta(days=9)))
    desktop.room.presenter.show_patient(replace(shown, statement=owing, consents=()))

    said = [one.replace("\N{NO-BREAK SPACE}", " ") for one in desktop.room.view.patient.sentences()]
    first = said.index("₽600 to be handed over, receipt A-000012.")
    assert said[first + 1] == "Consent is missing: press F4 and ask"
    assert said[first + 2].startswith("5 points until")
    assert "50 points were spent twice: the clinic bears it." in said[first + 3 :]
