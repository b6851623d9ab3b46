"""The states of the rehearsal page that the tour shows: asked, at work, figures, and what a figure opens to."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, cast

from desk_app import program_drafts
from desk_app.documents.edits import Edit, edited
from desk_app.versions import record_on, today
from ui.picture import Picture

if TYPE_CHECKING:
    from desk_app.ports import Desk
    from ui.main_window import MainWindow
    from ui.program.page import Stacked
    from ui.program.rehearsal.trying_page import RehearsalPage

#: Friends and silver are given more, pensioners less: some win by it, some lose.
_EDITS = (
    Edit("levels.steps[0].earn.percent", "5"), Edit("levels.steps[1].earn.percent", "7"),
    Edit("redeem.max_share", "30"), Edit("groups[0].discount", "3"),
)  # fmt: skip


def _at_once(work: Callable[[], Any], done: Callable[[Any], None], _failed: Callable[[Exception], None]) -> None:
    done(work())


def _page(window: MainWindow, desk: Desk) -> RehearsalPage:
    """The page with one draft and a quarter of days."""
    window.show_room("program")
    room = cast("Stacked", window.screen_named("program").presenter)
    with desk.store.reading() as reading:
        last = today(desk, reading) - timedelta(days=1)
        version = record_on(reading, today(desk, reading))
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
    """Which draft, and which days."""
    _page(window, desk)


def _working(window: MainWindow, desk: Desk) -> None:
    """Every bill is priced anew; Esc stops it."""
    page = _page(window, desk)
    page.view.show_state(replace(page.presenter.state, busy="living", done=37_000, total=100_000))


def _figures(table: str, window: MainWindow, desk: Desk) -> RehearsalPage:
    page = _page(window, desk)
    page.presenter.start()
    told = page.presenter.state.told
    assert told is not None
    page.presenter.choose_table([one.name for one in told.tables].index(table))
    return page


def _show(table: str, caption: str) -> Callable[[MainWindow, Desk], None]:
    def pose(window: MainWindow, desk: Desk) -> None:
        _figures(table, window, desk)

    pose.__doc__ = caption
    return pose


def _bills(window: MainWindow, desk: Desk, steps: int = 1) -> None:
    """The bills of the patient who would lose most."""
    page = _figures("losers", window, desk)
    for _ in range(steps):
        page.presenter.highlight(0)
        page.presenter.open_row()


def _bill(window: MainWindow, desk: Desk) -> None:
    """A bill line by line: then, under the draft, and why."""
    _bills(window, desk, 2)


PICTURES = (
    Picture("rehearsal-asked", _asked),
    Picture("rehearsal-working", _working),
    Picture("rehearsal-cost", _show("cost", "What privileges cost, and would have cost under the draft.")),
    Picture("rehearsal-bands", _show("bands", "How many patients win or lose, and how much.")),
    Picture("rehearsal-typical", _show("typical", "A year of typical patients.")),
    Picture("rehearsal-even", _show("even", "How much more revenue covers the draft.")),
    Picture("rehearsal-bills", _bills),
    Picture("rehearsal-bill", _bill),
)
