"""A quiz of rules that come: its bills are paid while they hold, and what was right before is among the answers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from desk_app.training.course import Course, Taught
from tests.training.pupil import School, school
from tests.ui.training.classroom import NEXT, RULES, Place, classroom
from ui.training.known import Classroom
from ui.training.quiz.presenter import QuizPresenter


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[School]:
    with school(tmp_path_factory.mktemp("school"), RULES, following=NEXT) as made:
        yield made


@pytest.fixture
def room(desk: School, tmp_path: Path) -> Classroom:
    return classroom(desk.desk, Place(tmp_path))


def today_and_coming(course: Course) -> tuple[Taught, Taught]:
    assert course.now is not None
    assert course.ahead is not None
    return course.now, course.ahead


def quiz(room: Classroom, taught: Taught) -> QuizPresenter:
    made = QuizPresenter(room, lambda _: None, lambda: "en", lambda: "s1")
    made.begin(taught.key)
    return made


def test_a_version_is_asked_about_on_days_on_which_it_holds(room: Classroom) -> None:
    course = room.known.course
    today, coming = today_and_coming(course)
    start = coming.edition.start
    later = replace(course, day=start)

    assert course.days(today) == (course.day, start)
    assert course.days(coming) == (start, None)
    assert later.days(today) == (today.edition.start, start), "it holds no more: its own days are left"


def test_the_rules_that_come_are_asked_about_from_their_first_day_and_todays_before_it(room: Classroom) -> None:
    today, coming = today_and_coming(room.known.course)
    start = coming.edition.start

    of_coming, of_today = quiz(room, coming), quiz(room, today)
    first = of_coming.state.questions[0]
    of_coming.choose((first.right + 1) % len(first.options))

    assert len(of_coming.state.questions) > of_coming.state.first, "one is asked again"
    assert all(one.case.at.date() >= start for one in of_coming.state.questions)
    assert all(one.case.at.date() < start for one in of_today.state.questions)


def test_the_answer_of_the_rules_before_is_there_and_told_with_the_day_on_which_they_end(room: Classroom) -> None:
    today, coming = today_and_coming(room.known.course)
    day = coming.edition.start

    state = quiz(room, coming).state

    assert state.since == today.edition
    for question, words in zip(state.questions, state.words, strict=True):
        said = words.thought[question.mistakes.index("before")]
        assert said == f"So it was by the rules before, until {day:%d.%m.%Y}."
