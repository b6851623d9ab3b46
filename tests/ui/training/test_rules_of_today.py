"""Who is ready is asked of the rules that hold, also where they changed since the page was looked at."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from desk_app.training.course import Course
from tests.training.pupil import school
from tests.ui.training.classroom import NEXT, RULES, Place, classroom
from ui.training.branch.presenter import BranchPresenter
from ui.training.words import version_words


@pytest.mark.usefixtures("qapp")
def test_rules_that_hold_no_more_give_way_to_those_in_force(tmp_path: Path) -> None:
    place = Place(tmp_path)
    with school(tmp_path / "school", RULES, following=NEXT) as desk:
        room = classroom(desk.desk, place)
    course = room.known.course
    assert course.now is not None
    assert course.ahead is not None
    old, new = course.now, course.ahead
    page = BranchPresenter(room, lambda: place.station, tmp_path, lambda _: None, lambda _: None)
    page.open(old.key)

    later = Course(
        (replace(old, status="retired"), replace(new, status="in_force")), course.services, new.edition.start
    )
    page.look(replace(room.known, course=later))

    assert page.state.branch is not None
    assert page.state.branch.taught.key == new.key
    assert "in force" in version_words(page.state.branch.taught)
    assert "in force" not in version_words(later.taught[0])
