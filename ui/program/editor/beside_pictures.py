"""The states of the panel beside the form, and of the calendar, that the tour shows."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from desk_app.documents.edits import Edit, edited
from desk_app.editing import starts
from ui.picture import Picture
from ui.program.beside.presenter import BILL, CHECKUP, LEAFLET
from ui.program.editor.pictures import look_beside, opened

if TYPE_CHECKING:
    from desk_app.ports import Desk, Json
    from ui.main_window import MainWindow


def changed() -> Json:
    """A draft that gives more here and less there."""
    return edited(
        starts.preset("points-3-5-7-10"),
        (
            Edit("levels.steps[0].earn.percent", "4"), Edit("redeem.max_share", "30"), Edit("notice.worsening_days", 0),
            Edit("earn.on_bill_with_units", "nothing"),
        ),
    )  # fmt: skip


def promotions() -> Json:
    """Promotions that meet."""
    document = starts.preset("dentistry")
    morning: dict[str, Any] = {
        "code": "morning", "name": {"ru": "Утренние часы", "en": "Morning hours"}, "effect": {"percent": "10"},
        "when": {"from": "2026-09-01", "to": "2026-12-31", "weekdays": ["mon", "tue"], "hours": "08:00-11:00",
                 "categories": ["dental_hygiene"]},
    }  # fmt: skip
    return edited(document, (Edit(f"promotions[{len(document['promotions'])}]", morning),))


def posed(
    question: str, tab: str, document: Callable[[], Json], reveal: str = ""
) -> Callable[[MainWindow, Desk], None]:
    """The editor with a question open and one page beside it."""

    def pose(window: MainWindow, desk: Desk) -> None:
        page = opened(window, desk, document())
        page.presenter.go(question)
        page.beside.presenter.turn(tab)
        look_beside(page)
        if reveal:
            page.view.take_keyboard(reveal)

    pose.__doc__ = f"The editor at {question}, {tab} beside it."
    return pose


PICTURES = (
    Picture("program-checkup", posed("mixed", CHECKUP, changed)),
    Picture("program-leaflet", posed("cap", LEAFLET, changed)),
    Picture("program-bill", posed("time", BILL, changed)),
    Picture("program-promotions", posed("promotions", CHECKUP, promotions)),
    Picture("program-promotion", posed("promotions", LEAFLET, promotions, "promotions[2].when.hours")),
    Picture("program-level", posed("total", BILL, changed, "levels.steps[1].earn.percent")),
    Picture("program-kinds", posed("left_out", CHECKUP, changed, "categories[2].max_redeem")),
)
