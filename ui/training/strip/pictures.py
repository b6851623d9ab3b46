"""The strip over a practice desk in its states, with the sentences of one lesson as they would be told there."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from desk_app.training.lessons import GoalResult
from ui import language
from ui.action import Bound
from ui.hour import put_away
from ui.picture import Picture
from ui.training.strip.acts import strip_acts
from ui.training.strip.presenter import StripState
from ui.training.strip.view import LessonStrip
from ui.wording.lessons import Step, Told

if TYPE_CHECKING:
    from desk_app.ports import Desk
    from ui.main_window import MainWindow

_RU: Final = Told(
    "Оплатить часть счёта: списание",
    (
        "Орлова Анна Сергеевна пришла с картой, на балансе 1 240 баллов. Ей сделали чистку.",
        "Она просит оплатить баллами всё, что можно. Скажите ей, сколько это, и проведите оплату.",
    ),
    (
        Step("paid", "Счёт за чистку оплачен, списано самое большее, 1 200 баллов", ("F7 открывает списание.",)),
        Step("told", "Второго счёта на неё нет", ()),
    ),
)
_EN: Final = Told(
    "Paying a part of the bill with units",
    (
        "Anna Orlova has her card with her, and 1,240 points on it. Her teeth were cleaned.",
        "She asks to pay as much as she can with points. Tell her how much that is, and take the payment.",
    ),
    (
        Step("paid", "The cleaning is paid, the most was spent, 1,200 points", ("F7 opens what may be spent.",)),
        Step("told", "There is no second bill of hers", ()),
    ),
)
_MISSED: Final = {
    "ru": "Оплачено без баллов: списать можно было 1 200, это 30 % счёта.",
    "en": "It was paid without points: 1,200 could be spent, which is 30% of the bill.",
}


def _crowned(window: MainWindow, state: StripState) -> None:
    # a lesson begins at an empty desk, whatever the picture before left open
    put_away(window.screens())
    strip = LessonStrip()
    bound = Bound(strip, strip_acts())
    strip.build(bound)
    window.crown(strip)
    strip.show_state(state, more=True)
    window.focus_search()


def _state() -> StripState:
    words = _RU if language.current() == "ru" else _EN
    return StripState(words, (GoalResult("paid", holds=False), GoalResult("told", holds=True)))


def _story(window: MainWindow, _: Desk) -> None:
    """The story, and what is to be done."""
    _crowned(window, _state())


def _folded(window: MainWindow, _: Desk) -> None:
    """One line: the desk has the room."""
    _crowned(window, replace(_state(), folded=True))


def _helped(window: MainWindow, _: Desk) -> None:
    """What was missed and why, and a hint."""
    _crowned(window, replace(_state(), missed=(_MISSED[language.current()],), hints={"paid": 1}, helping=True))


def _done(window: MainWindow, _: Desk) -> None:
    """Everything is as it should be: Enter leads on."""
    results = (GoalResult("paid", holds=True), GoalResult("told", holds=True))
    _crowned(window, replace(_state(), results=results, finished=True))


PICTURES = (
    Picture("training-lesson", _story),
    Picture("training-lesson-folded", _folded),
    Picture("training-lesson-missed", _helped),
    Picture("training-lesson-done", _done),
)
