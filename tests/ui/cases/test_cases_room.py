"""What a manager looks at: who, where, how much, and that somebody has seen it."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

from PySide6.QtCore import Qt

from desk_app import cases
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
