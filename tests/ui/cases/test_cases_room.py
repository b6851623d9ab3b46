"""What a manager looks at: who, where, how much, and that somebody has seen it."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt

from desk_app import acts, cases
from desk_app.domain.people import Patient
from desk_app.enrolment import EnrolmentForm, enrol
from tests.stories.test_spent_at_two_desks import look, meet, part, under
from tests.tasks.clinic import treatment
from tests.ui.conftest import shell as shell
from tests.ui.typing import press
from ui.cases.room import CasesRoom
from ui.icons import Icon
from ui.main_window import MainWindow
from ui.widgets.rail import RoomButton


def counted(window: MainWindow) -> str:
    """The number at the room's place in the rail, "" where none is shown."""
    (button,) = (one for one in window.findChildren(RoomButton) if one.accessibleName() == "Needs a look")
    return button.counted()


def test_a_case_is_told_and_marked_as_seen(shell: Callable[..., MainWindow], tmp_path: Path) -> None:
    with ExitStack() as stack:
        clinic = under(stack, tmp_path, "harbour-tomorrow")
        ira = clinic.enrol("Ира")
        clinic.pay(ira, treatment("500.00"))
        clinic.later(days=1)
        meet(clinic)
        window, desk = shell(), clinic.desk
        desk.operator = "Ольга"
        room = CasesRoom(window, desk)
        window.add_room(room.screen(), lambda: "Needs a look", Icon.WARNING)
        window.ready("Клиника")
        room.presenter.refresh()
        assert room.view._nothing.isVisible()

        part(clinic)
        for on in "ab":
            clinic.pay(ira, treatment("200.00"), on=on, redeem="max")
            clinic.later()
        meet(clinic)
        look(clinic)
        room.presenter.refresh()
        said = " ".join(room.view.sentences())
        assert said.startswith("1 case")
        assert counted(window) == "1"
        assert "Ира" in said
        assert "Receipt b-000001 spent what a-000002 had spent already." in said
        assert "nothing is taken from the patient" in said

        room.view.rows.setFocus()
        press(room.view.rows, Qt.Key.Key_F9)
        assert cases.cases(desk)[0].seen == "Ольга"
        assert counted(window) == ""
        assert "Seen by Ольга." in " ".join(room.view.sentences())
        assert not room.bound["seen"].isEnabled()


def test_two_that_were_written_down_at_two_desks_are_perhaps_one_person(
    shell: Callable[..., MainWindow], tmp_path: Path
) -> None:
    with ExitStack() as stack:
        clinic = under(stack, tmp_path, "harbour")
        part(clinic)
        for on, ident in (("a", "первая"), ("b", "вторая")):
            patient = Patient(acts.op_id(ident), "Ким", "Анна", birth_date=date(1980, 5, 17), phones=("+79121234567",))
            enrol(clinic.desks[on], EnrolmentForm(patient), clinic.op())
            clinic.later()
        clinic.enrol("Ким", on="b", given="Анна", birth_date=date(1981, 5, 17), phones=("+79121234567",))
        meet(clinic)
        look(clinic)
        window = shell()
        room = CasesRoom(window, clinic.desk)
        window.add_room(room.screen(), lambda: "Needs a look", Icon.WARNING)
        window.ready("Клиника")
        room.presenter.refresh()

        assert [case.kind for case in cases.cases(clinic.desks["b"])] == ["alike"]
        assert "Perhaps one person" in " ".join(room.view.sentences())
        room.view.rows.setFocus()
        press(room.view.rows, Qt.Key.Key_F2)

        assert cases.cases(clinic.desk) == ()
        assert not room.bound["one"].isEnabled()
        clinic.exchange()
        assert cases.cases(clinic.desks["b"]) == ()
