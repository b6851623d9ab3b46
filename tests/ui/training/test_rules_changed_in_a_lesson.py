"""Whoever comes back from a lesson hears that the rules changed meanwhile."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import cast

from pytestqt.qtbot import QtBot

from desk_app import programs
from desk_app.acts import new_id
from tests.training.pupil import school
from tests.ui.conftest import shell as shell
from tests.ui.training.classroom import NEXT, RULES
from ui.hour import Exercise, Practice
from ui.icons import Icon
from ui.main_window import MainWindow
from ui.training.room import TrainingRoom
from ui.widgets.notice_bar import NoticeBar


def test_that_the_rules_changed_in_a_lesson_is_told_when_she_comes_back(
    shell: Callable[..., MainWindow], tmp_path: Path, qtbot: QtBot
) -> None:
    window, begun = shell(), list[Exercise]()

    def told() -> str:
        notice = window.findChildren(NoticeBar)[0].spoken_notice()
        return notice.sentence() if notice is not None else ""

    with school(tmp_path / "school", RULES) as desk:
        window.lead_to_practice(cast("Practice", SimpleNamespace(open=begun.append)))
        room = TrainingRoom(window, desk.desk)
        window.add_room(room.screen(), lambda: "Training", Icon.TRAINING)
        room.classroom.refresh()
        qtbot.waitUntil(lambda: bool(room.classroom.known.lessons), timeout=20_000)
        old = room.classroom.known.course.now
        room.begin_lesson(room.classroom.known.lessons[0])

        programs.publish(desk.desk, NEXT, None, new_id())
        assert "changed" not in told()
        begun[0].left()

        qtbot.waitUntil(lambda: room.classroom.known.course.now not in (None, old), timeout=20_000)
        assert "The rules have changed since your lesson began." in told()
