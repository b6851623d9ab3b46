"""Whoever leaves a lesson comes back into it, with the people she left, until it is done or its desk is made anew."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest

from desk_app.training.lessons import kept
from tests.training.pupil import school
from tests.ui.training.classroom import RULES, Place, classroom
from ui.home import practice_home
from ui.hour import Practice
from ui.screen import Frame
from ui.training.strip.hours import LessonHour, Teaching

HER = "Ольга Белова"


@pytest.mark.usefixtures("qapp")
def test_a_lesson_that_was_left_goes_on_with_its_people_and_one_that_is_done_does_not(tmp_path: Path) -> None:
    folder = practice_home(tmp_path, HER)
    folder.mkdir(parents=True)
    with school(tmp_path / "school", RULES) as desk:
        room = classroom(desk.desk, Place(tmp_path))
        teaching = Teaching(room, cast("Frame", SimpleNamespace(home=tmp_path)), cast("Practice", None))
        lesson = LessonHour(teaching, room.known.lessons[0])
        first = lesson.exercise()
        assert first.again() is None, "nothing was begun yet"
        first.begin(desk.desk)
        left = kept(folder)
        assert left is not None

        back = first.again()
        assert back is not None
        assert not back.anew
        back.begin(desk.desk)

        assert kept(folder) == left, "the same people"
        room.call_her("Пётр Зимин")
        assert first.again() is None, "somebody else learns now"
        room.call_her(HER)
        for file in folder.iterdir():
            file.unlink()
        back.begin(desk.desk)
        assert kept(folder) is not None, "a desk that was made anew has a lesson of its own"
        lesson.note_done()
        assert back.again() is None
        assert lesson.following() in room.known.lessons
