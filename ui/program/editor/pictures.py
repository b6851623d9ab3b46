"""The states of the editor that the tour shows."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QDeadlineTimer
from PySide6.QtWidgets import QApplication

from desk_app import program_drafts
from desk_app.clinic import Clinic
from desk_app.editing import starts
from ui.picture import Picture

if TYPE_CHECKING:
    from desk_app.ports import Desk, Json
    from ui.main_window import MainWindow
    from ui.program.editor.draft_page import EditorPage
    from ui.program.page import Stacked

_PATIENCE = 20_000


def starting(window: MainWindow, desk: Desk) -> None:
    """What a program may begin with."""
    opened(window, desk, {})


def question(code: str, document: Callable[[], Json]) -> Callable[[MainWindow, Desk], None]:
    """One question of a draft."""

    def pose(window: MainWindow, desk: Desk) -> None:
        page = opened(window, desk, document())
        page.presenter.go(code)
        page.view.take_keyboard()
        look_beside(page)

    pose.__doc__ = f"The question of {code}."
    return pose


def wrong(window: MainWindow, desk: Desk) -> None:
    """A value that nobody can read stands as it was typed, and says why at its field."""
    document = starts.preset("points-3-5-7-10")
    document["expiry"] = {**document["expiry"], "period": "год с небольшим", "warn_days": None}
    page = opened(window, desk, {**document, "expiry": {k: v for k, v in document["expiry"].items() if v is not None}})
    page.presenter.go("time")
    shown = page.view.page("time")
    QApplication.processEvents()
    shown.area.verticalScrollBar().setValue(shown.area.verticalScrollBar().maximum() // 2)


def look_beside(page: EditorPage) -> None:
    """Wait until the panel beside the form has computed what it shows; a draft with nothing in it has nothing to."""
    beside = page.beside.presenter
    left = QDeadlineTimer(_PATIENCE)
    while beside.state.document and beside.state.stale and not left.hasExpired():
        QApplication.processEvents()


def opened(window: MainWindow, desk: Desk, document: Json) -> EditorPage:
    """The editor with this document, looked at."""
    for draft in program_drafts.drafts(desk):
        program_drafts.forget(desk, draft.key)
    if "organizer" in document:
        # as whoever begins with a ready program in this clinic has it
        with desk.store.reading() as reading:
            document = starts.made_own(document, reading.versions()[-1].document, Clinic())
    begun = program_drafts.begin(desk, document, "")
    window.show_room("program")
    room = cast("Stacked", window.screen_named("program").presenter)
    room.open_draft(begun.key)
    page = cast("EditorPage", room.page("editor").presenter)
    left = QDeadlineTimer(_PATIENCE)
    while not page.presenter.state.checked and not left.hasExpired():
        QApplication.processEvents()
    return page


PICTURES = (
    Picture("program-start", starting),
    Picture("program-levels", question("total", lambda: starts.preset("points-3-5-7-10"))),
    Picture("program-open", question("mixed", lambda: {**starts.preset("points-3-5-7-10"), "earn": {}})),
    Picture("program-wrong", wrong),
    Picture("program-rows", question("groups", lambda: starts.preset("points-3-5-7-10"))),
    Picture("program-skipped", question("rounding", lambda: starts.preset("growing-discount"))),
    Picture("program-empty", question("about", starts.empty)),
)
