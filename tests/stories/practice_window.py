"""A practice desk of a preset program in its real window, furnished once for all trainees of that program."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import cast

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QWidget

from desk_app.acts import derived
from desk_app.demo.tables import price_list
from desk_app.documents.program_file import read_program
from desk_app.domain.program import Program
from desk_app.ports import Desk
from desk_app.station import Station
from desk_app.training.lessons import Lesson, Unfit, fits
from desk_app.training.practice import PAST, Edition, Ground
from tests.training.pupil import document
from tests.ui.program.until import until
from ui import compose_practice, language
from ui.background import Background
from ui.hour import Exercise, Hour
from ui.main_window import MainWindow
from ui.opening import Furnished
from ui.practice import Real, WayToPractice
from ui.rooms import Room, rooms

TRAINEE = "Новенькая"


def ground_of(preset: str) -> Ground:
    """The rules of a preset, the same announced with another name for the month after next, and the price list."""
    today, rules = datetime.now(UTC).date(), document(preset)
    following = rules | {"name": f"{preset} 2"}
    editions = (
        Edition(derived("school", preset, "1"), 1, rules, today - timedelta(days=PAST)),
        Edition(derived("school", preset, "2"), 2, following, today + timedelta(days=50)),
    )  # fmt: skip
    return Ground(editions, price_list())


@dataclass(frozen=True)
class School:
    """The practice desk of a program as it is when somebody begins: its folder is copied for every trainee."""

    folder: Path
    ground: Ground
    rules: tuple[Program, Program]

    def lacks(self, lesson: Lesson) -> tuple[Unfit, ...]:
        """What a lesson needs and the program has not."""
        return fits(lesson, *self.rules, self.ground.services)

    def furnish(self, folder: Path, _: Callable[[], Desk], station: Station, exercise: Exercise) -> Furnished:
        """As the app does it, but what was furnished once is not furnished again."""
        folder.parent.mkdir(parents=True, exist_ok=True)
        shutil.copytree(self.folder, folder)
        return compose_practice.prepare(
            folder, self.ground, station, exercise.begin, anew=False, joined=exercise.joined, up=exercise.up
        )


def school_of(preset: str, folder: Path) -> School:
    """Furnish the practice desk of a preset."""
    ground = ground_of(preset)
    compose_practice.make(folder, ground, Station(desk="A"))
    in_force, ahead = (read_program(one.document, one.number) for one in ground.editions)
    return School(folder, ground, (in_force, ahead))


@contextmanager
def practice_window(
    school: School, home: Path, say: str, *, network: str = "up", shown: tuple[Room, ...] | None = None
) -> Iterator[Hour]:
    """An hour at the practice desk, in its window, until the block ends; with `network` "down" its line is dead."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    language.speak(app, say)
    press = Background("press")
    real = MainWindow(home, Station(language=say, desk="A", employee=TRAINEE), demo=False, press=press)
    real.resize(1024, 600)
    real.show()
    hours: list[Hour] = []

    def strip(hour: Hour) -> QWidget:
        hours.append(hour)
        return QWidget()

    way = WayToPractice(Real(real, home, _no_desk, shown or rooms()[:1]), school.furnish)
    way.open(Exercise(TRAINEE, strip=strip, joined=network == "down", up=network == "up"))
    until(lambda: bool(hours) and _has_the_keyboard(hours[0]))
    yield hours[0]
    way.end()
    press.close()
    real.close()
    real.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _has_the_keyboard(hour: Hour) -> bool:
    focus = QApplication.focusWidget()
    return focus is not None and focus.window() is cast("MainWindow", hour.frame)


def _no_desk() -> Desk:
    raise AssertionError("a practice desk that is furnished already asks for no real one")
