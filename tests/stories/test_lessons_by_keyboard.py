"""Every lesson through the real window by keys alone: done as its hints say it is, and failed by the usual mistake."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Final

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desk_app.training.lessons import Lesson, check, set_up
from tests.stories.lessons_by_keys import MISTAKES, OTHER_WAY, RIGHTLY
from tests.stories.practice_window import School, practice_window, school_of
from tests.stories.pupil import Pupil
from tests.training.pupil import LESSONS, PRESETS, SERVICES
from tests.ui.conftest import dressed as dressed
from ui.hour import Hour
from ui.wording.lessons import missed, unfit

SchoolOf = Callable[[str], School]

GAP: Final = re.compile(r"\{[^}]*\}")
KEY: Final = re.compile(r"(?:(?:Ctrl|Shift)\+)?(?:F\d+|Enter|Del\b|Esc|(?<=Ctrl\+)\d)|(?<![\w+])\+(?!\w)|→")


@pytest.fixture(scope="module")
def school(tmp_path_factory: pytest.TempPathFactory) -> SchoolOf:
    """The practice desk of a preset, furnished when it is first asked for."""
    folder = tmp_path_factory.mktemp("schools")
    return cache(lambda preset: school_of(preset, folder / preset))


def begun(hour: Hour, lesson: Lesson, say: str) -> Pupil:
    """Somebody with this lesson before her, and nothing else on the desk."""
    pupil = Pupil(hour, set_up(hour.desk, lesson, "1", say))
    for _ in range(4):
        pupil.press(Qt.Key.Key_Escape)
    pupil.pressed.clear()
    return pupil


def said(pupil: Pupil, school: School, *, untouched: bool) -> str:
    """What is missed and why, in sentences."""
    return " ".join(
        sentence for result in check(pupil.hour.desk, pupil.stage)
        for sentence in missed(result, pupil.stage, school.rules[0], SERVICES, "en", untouched=untouched)
    )  # fmt: skip


def keys_named(lesson: Lesson, say: str) -> set[str]:
    """The keys its hints tell her to press."""
    hints = [GAP.sub("", hint.plain(say)) for goal in lesson.goals for hint in goal.hints]
    return {key for hint in hints for key in KEY.findall(hint)}


@pytest.mark.parametrize("say", ["ru", "en"])
@pytest.mark.parametrize("preset", PRESETS)
def test_every_lesson_the_program_has_is_done_by_the_keys_its_hints_name(
    tmp_path: Path, school: SchoolOf, preset: str, say: str
) -> None:
    for network in ("up", "down"):
        taught = [one for one in LESSONS.values() if one.network == network and not school(preset).lacks(one)]
        if not taught:
            continue
        with practice_window(school(preset), tmp_path / network, say, network=network) as hour:
            for lesson in taught:
                pupil = begun(hour, lesson, say)
                assert not all(one.holds for one in check(hour.desk, pupil.stage)), lesson.code

                RIGHTLY[lesson.code](pupil)

                assert said(pupil, school(preset), untouched=True) == "", lesson.code
                assert all(one.holds for one in check(hour.desk, pupil.stage)), lesson.code
                QApplication.processEvents()
                assert pupil.focus.isVisible(), "the keyboard is still hers"
                assert set() < keys_named(lesson, say) <= pupil.pressed | OTHER_WAY.get(lesson.code, set()), lesson.code


@pytest.mark.parametrize("code", MISTAKES)
def test_the_usual_mistake_is_noticed_and_told_with_its_reason(tmp_path: Path, school: SchoolOf, code: str) -> None:
    lesson, (mistake, expected, sentence) = LESSONS[code], MISTAKES[code]
    preset = next(one for one in ("points-3-5-7-10", *PRESETS) if not school(one).lacks(lesson))
    with practice_window(school(preset), tmp_path, "en", network=lesson.network) as hour:
        pupil = begun(hour, lesson, "en")

        mistake(pupil)

        assert expected in {one.code for result in check(hour.desk, pupil.stage) for one in result.missed}
        assert sentence in said(pupil, school(preset), untouched=False)


def test_every_preset_teaches_six_lessons_at_least_and_says_why_it_has_no_others(school: SchoolOf) -> None:
    lacking = {(preset, code): school(preset).lacks(lesson) for preset in PRESETS for code, lesson in LESSONS.items()}

    for code in LESSONS:
        assert not all(lacking[preset, code] for preset in PRESETS), code
    for preset in PRESETS:
        assert sum(not lacking[preset, code] for code in LESSONS) >= 6, preset
    for (preset, code), reasons in lacking.items():
        for one in reasons:
            for say in ("ru", "en"):
                assert len(unfit(one, say, school(preset).rules[0])) > 10, (preset, code)
