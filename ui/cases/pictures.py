"""The room of cases as the tour shows it: each kind of case once, and one that was looked at."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from itertools import cycle
from typing import TYPE_CHECKING, Final

from desk_app.cases import Case
from desk_app.versions import record_on, today
from ui.cases.presenter import CasesState
from ui.picture import Picture

if TYPE_CHECKING:
    from desk_app.ports import Desk
    from ui.main_window import MainWindow

_HOUR: Final = 3_600_000


def cases(window: MainWindow, desk: Desk) -> None:
    """What two desks did while they did not hear each other."""
    from ui.cases.view import CasesView

    window.show_room("cases")
    with desk.store.reading() as reading:
        program = desk.program_of(record_on(reading, today(desk, reading)))
        # a small clinic has fewer people than this room has kinds of cases
        people = cycle([patient.full_name for _, patient in zip(range(5), reading.patients(), strict=False)] or [""])
        names = [name for _, name in zip(range(7), people, strict=False)]
    now = int(datetime.now(UTC).timestamp() * 1000)
    told = (
        Case("paid_twice", "1", "", "1", "B-000008", "B", 0, 0, 450_000, ("A-000006",)),
        Case("card_twice", "2", "", "2", "220000451237", "", 0, 0, 0, (names[4],)),
        Case("overdraft", "3", "", "3", "B-000011", "B", 0, 980, 98_000, ("A-000009",), settled=True),
        Case("aside", "", "", "6", "checkout", "C", 0, 250, 0, ended="KeyError"),
        Case("wish", "4", "", "4", "A-000012", "A", 0, 600, 60_000, ended="spent"),
        Case("alike", "7", "", "7", "", "", 0, 0, 0, ("8",)),
        Case("returned_twice", "5", "", "5", "A-000005", "B", 0, 0, 430_000, ("A",), seen="Анна Ким"),
    )
    rows = tuple(
        replace(one, name=name if one.member else "", moment=now - (place + 1) * _HOUR)
        for place, (one, name) in enumerate(zip(told, names, strict=True))
    )
    view = window.findChild(CasesView)
    if view is not None:
        view.show_state(CasesState(rows, 0, program))


PICTURES = (Picture("cases-to-look-at", cases, demo=False),)
