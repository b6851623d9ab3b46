"""Ten programs as clinics publish them, typed in by keyboard: what comes out is the promise, to the letter."""

from __future__ import annotations

from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import Qt

from desk_app import program_drafts
from desk_app.documents.program_file import problems, publishable, read_document
from desk_app.ports import Desk
from tests.ui.program.typist import Typist
from tests.ui.program.until import until
from tests.ui.typing import press
from ui.program.editor.draft_page import EditorPage
from ui.program.room import ProgramRoom

REAL = sorted((Path(__file__).parent / "real").glob("*.toml"))


@pytest.mark.parametrize("file", REAL, ids=lambda file: file.stem)
def test_a_program_typed_in_by_keyboard_is_the_program(program_room: ProgramRoom, new_clinic: Desk, file: Path) -> None:
    wanted = read_document(file.read_bytes())
    assert (problems(wanted), publishable(wanted)) == ((), ())
    program_room.open_draft(program_drafts.begin(new_clinic, {}, "").key)
    page = cast(EditorPage, program_room.page("editor").presenter)
    starts = page.view.start.list
    assert starts.hasFocus()
    press(starts, Qt.Key.Key_End)
    press(starts, Qt.Key.Key_Return)

    Typist(page, wanted).type_all()

    assert page.presenter.state.document == wanted
    until(lambda: not (page._keeping.isActive() or page._looking.isActive()))
    assert program_drafts.drafts(new_clinic)[0].document == wanted
    assert page.presenter.state.problems == ()
