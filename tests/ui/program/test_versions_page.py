"""The first page of the program room: what is in force, and the way to a draft."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

from PySide6.QtCore import Qt

from desk_app import program_drafts
from tests.stories.test_spent_at_two_desks import under
from tests.ui.conftest import shell as shell
from tests.ui.typing import press
from ui.icons import Icon
from ui.main_window import MainWindow
from ui.program.room import ProgramRoom


def test_the_list_shows_what_is_in_force_and_a_new_program_is_a_draft_at_once(
    shell: Callable[..., MainWindow], tmp_path: Path
) -> None:
    with ExitStack() as stack:
        desk = under(stack, tmp_path, "harbour-tomorrow").desk
        window = shell()
        room = ProgramRoom(window, desk)
        window.add_room(room.screen(), lambda: "Program", Icon.PROGRAM)
        window.ready("Клиника")
        page = room.page("versions")
        said = " ".join(page.view.rows.sentences())  # type: ignore[attr-defined]  # the view of this page
        assert "in force" in said

        press(page.view, Qt.Key.Key_F2)
        (begun,) = program_drafts.drafts(desk)
        assert room.draft_key == begun.key
        room.open_page("versions")
        assert "draft" in page.view.rows.sentences()[0]  # type: ignore[attr-defined]  # the view of this page
