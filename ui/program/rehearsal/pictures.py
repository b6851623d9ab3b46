"""The states of the rehearsal page that the tour shows: asked, at work, figures, and what a figure opens to."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING, TypeVar, cast

from desk_app import program_drafts
from desk_app.documents.edits import Edit, edited
from desk_app.versions import today
from ui.picture import Picture

if TYPE_CHECKING:
    from desk_app.ports import Desk
    from ui.main_window import MainWindow
    from ui.program.rehearsal.trying_page import RehearsalPage
    from ui.program.room import ProgramRoom

Answer = TypeVar("Answer")
#: Gold is asked for later and points are fewer there, silver gives more: some win by it, some lose.
_EDITS = (
    Edit("levels.steps[0].earn.percent", "2"), Edit("levels.steps[1].earn.percent", "7"),
    Edit("redeem.max_share", "30"), Edit("groups[0].discount", "3"),
)  # fmt: skip


def _at_once(work: Callable[[], Answer], done: Callable[[Answer], None], _failed: Callable[[Exception], None]) -> None:
    done(work())


def _page(window: MainWindow, desk: Desk) -> RehearsalPage:
    """The page with one draft and a quarter of days."""
    room = cast("ProgramRoom", window.show_room("program"))
    with desk.store.reading() as reading:
        last = today(desk, reading) - timedelta(days=1)
        version = reading.versions()[-1]
    known = [draft for draft in program_drafts.drafts(desk) if draft.name == "2026"]
    draft = known[0] if known else program_drafts.begin(desk, edited(version.document, _EDITS), "2026", version.version)
    room.open_page("rehearsal")
    page = cast("RehearsalPage", room.page("rehearsal").presenter)
    page.presenter.run = _at_once
    page.presenter.to_main = lambda call: None
    page.presenter.choose_draft(draft.key)
    page.presenter.choose_days(_quarter(last), last)
    return page


def _quarter(last: date) -> date:
    return last - timedelta(days=91)


def _asked(window: MainWindow, desk: Desk) -> None:
    _page(window, desk)


def _working(window: MainWindow, desk: Desk) -> None:
    page = _page(window, desk)
    page.view.show_state(replace(page.presenter.state, busy="living", done=37_000, total=100_000))


def _figures(table: str, window: MainWindow, desk: Desk) -> RehearsalPage:
    page = _page(window, desk)
    page.presenter.start()
    told = page.presenter.state.told
    assert told is not None
    page.presenter.choose_table([one.name for one in told.tables].index(table))
    return page


def _show(table: str) -> Callable[[MainWindow, Desk], None]:
    def pose(window: MainWindow, desk: Desk) -> None:
        _figures(table, window, desk)

    return pose


def _opened(steps: int, window: MainWindow, desk: Desk) -> None:
    """The largest loser, that patient's bills, the first of them."""
    page = _figures("losers", window, desk)
    for _ in range(steps):
        page.presenter.highlight(0)
        page.presenter.open_row()


PICTURES = (
    Picture("rehearsal-asked", _asked),
    Picture("rehearsal-working", _working),
    *(Picture(f"rehearsal-{table}", _show(table)) for table in ("cost", "bands", "losers", "category", "owing",
                                                                "typical", "even")),
    Picture("rehearsal-bills", partial(_opened, 1)),
    Picture("rehearsal-bill", partial(_opened, 2)),
)  # fmt: skip
