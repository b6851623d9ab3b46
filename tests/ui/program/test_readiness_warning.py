"""Announcing warns, and no more, where too few at the desks know the rules to come."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import cast

from pytestqt.qtbot import QtBot

from desk_app import program_drafts
from desk_app.training.records import Person, with_person
from desk_app.training.standing import shelf_of
from tests.tasks.clinic import Clinic
from tests.tasks.rules import earning
from tests.ui.conftest import shell as shell
from ui.icons import Icon
from ui.main_window import MainWindow
from ui.program.room import ProgramRoom
from ui.program.versions.announcing.page import AnnouncingPage


def test_announcing_says_how_few_know_the_rules_to_come(
    shell: Callable[..., MainWindow], tmp_path: Path, qtbot: QtBot
) -> None:
    with ExitStack() as stack:
        clinic = Clinic.open(stack, tmp_path, "harbour", "a")
        window = shell()
        shelf = shelf_of(window.home, window.station)
        shelf.keep(lambda records: with_person(records, Person("Ольга")))
        shelf.keep(lambda records: with_person(records, Person("Анна")))
        room = ProgramRoom(window, clinic.desk)
        window.add_room(room.screen(), lambda: "Program", Icon.PROGRAM)

        room.open_draft(program_drafts.begin(clinic.desk, earning("5"), "").key, "announcing")
        page = cast("AnnouncingPage", room.page("announcing").presenter)
        qtbot.waitUntil(lambda: page.presenter.state.outlook is not None, timeout=20_000)

        assert page.presenter.state.ready == (0, 2)
        assert page.bound["announce-now"].isEnabled(), "it warns and no more"
