"""Lessons on real tasks: read from files, set up with invented people, and checked from the facts of the desk."""

from desk_app.training.lessons.checking import check
from desk_app.training.lessons.fitting import Unfit, fits
from desk_app.training.lessons.lesson import Lesson
from desk_app.training.lessons.missed import GoalResult, Missed
from desk_app.training.lessons.reading import FOLDER, Lessons, read_lesson, shelf
from desk_app.training.lessons.setting import again, set_up
from desk_app.training.lessons.stage import Stage, keep, kept, stage_from_json

__all__ = [
    "FOLDER", "GoalResult", "Lesson", "Lessons", "Missed", "Stage", "Unfit", "again", "check", "fits", "keep", "kept",
    "read_lesson", "set_up", "shelf", "stage_from_json",
]  # fmt: skip
