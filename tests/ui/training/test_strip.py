"""The strip over the practice desk: it follows the facts, says what was missed, and lets one step be repeated."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desk_app import returning
from desk_app.acts import new_id
from desk_app.training.lessons import GoalResult, set_up
from tests.training.pupil import LESSONS, MISTAKES, RIGHTLY, SERVICES, Pupil, School
from ui import theme
from ui.action import Bound
from ui.training.strip.acts import strip_acts
from ui.training.strip.presenter import StripPresenter, StripState
from ui.training.strip.view import LessonStrip
from ui.widgets.key_button import KeyButton
from ui.wording.lessons import Step, Told


class Hour:
    """A lesson under way, and how often it was done."""

    def __init__(self, school: School, code: str, seed: str) -> None:
        self.desk = school.desk
        self.finished = 0
        stage = set_up(school.desk, LESSONS[code], seed, "en")
        self.strip = StripPresenter(
            school.desk, stage, school.program, SERVICES, lambda _: None, self._done, lambda: "en"
        )
        self.strip.begin()

    @property
    def state(self) -> StripState:
        return self.strip.state

    def _done(self) -> None:
        self.finished += 1

    def pupil(self) -> Pupil:
        """Whoever works at the practice desk."""
        return Pupil(self.desk, self.strip.stage)


def test_a_lesson_begins_with_its_story_and_nothing_is_held_against_her(desk: School) -> None:
    hour = Hour(desk, "spend", "1")

    assert hour.state.words is not None
    assert hour.state.words.story
    assert (hour.state.missed, hour.state.shown_hints, hour.state.finished) == ((), (), False)


def test_hints_come_one_by_one_and_bring_the_story_back(desk: School) -> None:
    hour = Hour(desk, "spend", "2")
    hour.strip.fold()
    folded = hour.state.folded

    hour.strip.hint()
    first = hour.state.shown_hints
    hour.strip.hint()

    assert len(first) == 1
    assert hour.state.shown_hints[0] == first[0]
    assert folded
    assert not hour.state.folded
    for _ in range(10):
        hour.strip.hint()
    assert not hour.state.more_hints


def test_what_was_done_rightly_is_ticked_and_noted_once(desk: School) -> None:
    hour = Hour(desk, "spend", "3")
    hour.strip.fold()

    RIGHTLY["spend"](hour.pupil())
    hour.strip.look()
    hour.strip.look()

    assert hour.state.finished
    assert hour.finished == 1
    assert not hour.state.folded, "that it is done is seen"


def test_a_mistake_is_told_with_its_reason_and_the_step_is_done_again_with_other_people(desk: School) -> None:
    hour = Hour(desk, "spend", "4")
    hour.strip.fold()
    mistake, _ = MISTAKES["spend"]
    hour.strip.hint()
    mistake(hour.pupil())
    hour.strip.look()
    assert hour.state.missed
    assert not hour.state.finished
    assert not hour.state.folded, "what was missed is seen"
    before = hour.state.words

    hour.strip.repeat()

    assert hour.state.missed == ()
    assert hour.state.words is not None
    assert before is not None
    assert hour.state.words.story != before.story, "other people"
    assert hour.state.shown_hints == (), "what was hinted at was of those before"
    RIGHTLY["spend"](hour.pupil())
    hour.strip.look()
    assert hour.state.finished


def test_a_key_turns_from_hints_to_steps_and_folds_and_shows_them_again(desk: School) -> None:
    hour = Hour(desk, "spend", "5")
    hour.strip.hint()
    seen = []
    for _ in range(4):
        seen.append((hour.state.helping, hour.state.folded))
        hour.strip.fold()

    assert seen == [(True, False), (False, False), (False, True), (True, False)]


def test_a_mistake_that_was_put_right_leaves_the_steps_and_no_empty_place(desk: School) -> None:
    hour = Hour(desk, "spend", "7")
    receipt = hour.pupil().pay(redeem=0)
    hour.strip.look()
    assert hour.state.helping

    returning.void(desk.desk, receipt, new_id())
    hour.strip.look()

    assert (hour.state.missed, hour.state.shown_hints) == ((), ())
    assert not hour.state.helping


def test_after_the_last_hint_the_same_key_brings_all_of_them_back(desk: School) -> None:
    hour = Hour(desk, "spend", "8")
    while hour.state.more_hints:
        hour.strip.hint()
    there = hour.state.may_hint
    hour.strip.fold()
    away = hour.state.may_hint

    hour.strip.hint()

    assert (there, away) == (False, True), "while they are there to be read, there is nothing to ask for"

    assert hour.state.helping


def test_other_people_mean_that_who_came_is_read_and_no_hint_of_before(desk: School) -> None:
    hour = Hour(desk, "enrol", "6")
    hour.strip.hint()
    hour.strip.hint()

    hour.strip.repeat()

    assert (hour.state.helping, hour.state.shown_hints, hour.state.place) == (False, (), 0)


def test_words_that_go_on_below_are_read_by_a_key_that_is_shown_only_then(desk: School, qtbot: QtBot) -> None:
    strip = LessonStrip()
    bound = Bound(strip, strip_acts(more=strip.read_on))
    strip.build(bound)
    qtbot.addWidget(strip)
    words = Told("Story", ("She came. " * 80,), (Step("paid", "Paid", ()),))
    results = (GoalResult("paid", holds=False),)
    strip.resize(900, 120)
    strip.show()
    strip.show_state(StripState(Told("Story", ("She came.",), words.steps), results), more=False)
    bar = strip.lines.verticalScrollBar()
    key = next(one for one in strip.findChildren(KeyButton) if one.accessibleName() == bound["more"].text())
    assert not key.isVisible()

    strip.show_state(StripState(words, results), more=False)
    qtbot.waitUntil(lambda: bar.maximum() > 0 and key.isVisible(), timeout=20_000)
    bound["more"].trigger()
    assert bar.value() > 0
    while bar.value() < bar.maximum():
        bound["more"].trigger()
    bound["more"].trigger()
    assert bar.value() == 0


def test_the_strip_is_no_higher_than_its_words_and_keeps_its_height_when_fewer_follow(qtbot: QtBot) -> None:
    window = QWidget()
    strip = LessonStrip(window)
    strip.build(Bound(strip, strip_acts()))
    qtbot.addWidget(window)
    QVBoxLayout(window).addWidget(strip)
    words = Told("Story", ("She came.",), (Step("paid", "Paid", ("Read it to her. " * 20,)),))
    state = StripState(words, (GoalResult("paid", holds=False),))
    window.resize(1024, 900)
    window.show()
    strip.show_state(state, more=False)
    qtbot.waitUntil(lambda: strip.height() < 100, timeout=20_000)
    low = strip.height()

    strip.show_state(replace(state, hints={"paid": 1}, helping=True), more=False)
    qtbot.waitUntil(lambda: strip.height() > low, timeout=20_000)
    high = strip.height()
    strip.show_state(replace(state, hints={"paid": 1}), more=False)

    assert strip.sizeHint().height() == high, "the desk does not jump"


def test_whoever_comes_by_f6_sees_which_part_has_the_keyboard(dressed: None, qtbot: QtBot) -> None:
    strip = LessonStrip()
    strip.build(Bound(strip, strip_acts()))
    qtbot.addWidget(strip)
    words = Told("Story", ("She came.",), (Step("paid", "Paid", ()),))
    strip.resize(900, 120)
    strip.show()
    theme.wear(strip)
    strip.activateWindow()
    strip.show_state(StripState(words, (GoalResult("paid", holds=False),)), more=False)
    strip.goals.setFocus()
    qtbot.waitUntil(strip.goals.hasFocus, timeout=20_000)
    there = strip.goals.grab().toImage().pixel(1, 1)

    strip.lines.setFocus()

    assert strip.goals.grab().toImage().pixel(1, 1) != there
