"""Hours at the practice desk, lesson after lesson: set up before the window opens, noted once it is done."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Final

from PySide6.QtWidgets import QWidget

from desk_app.domain.errors import Refusal, Trouble
from desk_app.domain.people import Service
from desk_app.domain.program import Program
from desk_app.ports import Desk
from desk_app.training.lessons import Stage, keep, kept, set_up
from desk_app.training.readiness import lesson_done
from desk_app.training.records import with_person
from desk_app.versions import record_on, today
from ui import language
from ui.action import Bound
from ui.home import practice_home
from ui.hour import Exercise, Hour, Practice
from ui.screen import Frame
from ui.training.known import Classroom
from ui.training.strip.acts import strip_acts
from ui.training.strip.presenter import StripPresenter, StripState
from ui.training.strip.view import LessonStrip

_ALL: Final = 1_000_000


@dataclass(frozen=True)
class Teaching:
    """What a trainee may do at the practice desk: `room` knows her, `frame` is the real window."""

    room: Classroom
    frame: Frame
    practice: Practice


class LessonHour:
    """One lesson: its people are invented on the worker, its strip follows what is done."""

    def __init__(self, teaching: Teaching, code: str) -> None:
        self._teaching = teaching
        self._code = code
        self._stage: Stage | None = None
        self._trainee = ""
        self._over = False

    def begin(self) -> None:
        """Open the practice desk with this lesson."""
        self._teaching.practice.open(self.exercise())

    def exercise(self) -> Exercise:
        """What the practice desk is asked for."""
        offered = self._teaching.room.known.lesson(self._code)
        down = offered is not None and offered.lesson.network == "down"
        return Exercise(
            self._teaching.room.known.name,
            self._set_up,
            self._strip,
            self._teaching.room.refresh,
            joined=down,
            up=not down,
            again=self._again,
        )

    def following(self) -> str:
        """Code of the lesson after this one that is not done yet, "" where none is."""
        known = self._teaching.room.known
        codes = known.lessons
        place = codes.index(self._code) + 1 if self._code in codes else 0
        return next((one for one in (*codes[place:], *codes[:place]) if one != self._code and not known.done(one)), "")

    def note_done(self) -> None:
        """She has done it."""
        self._over = True
        name, code = self._teaching.room.known.name, self._code
        if name:
            self._teaching.room.keep(
                lambda shelf: shelf.keep(lambda records: with_person(records, lesson_done(records.person(name), code)))
            )

    def go_on(self, hour: Hour) -> None:
        """The next lesson, or back to the real desk."""
        code = self.following()
        if code:
            hour.follow(LessonHour(self._teaching, code).exercise())
        else:
            hour.leave()

    def keep(self, stage: Stage) -> None:
        """Leave what the lesson is about beside the practice desk, for the command line and for her coming back."""
        self._over = False
        keep(practice_home(self._teaching.frame.home, self._teaching.room.known.name), stage)

    def _set_up(self, desk: Desk) -> None:
        offered = self._teaching.room.known.lesson(self._code)
        assert offered is not None
        name = self._trainee = self._teaching.room.known.name
        self._stage = set_up(desk, offered.lesson, f"{name} {self._code}", language.current())
        self.keep(self._stage)

    def _again(self) -> Exercise | None:
        """Back into this lesson, None once it is done or does not apply any more, or somebody else learns now."""
        known = self._teaching.room.known
        offered = known.lesson(self._code)
        if self._stage is None or self._over or known.name != self._trainee or offered is None or not offered.fits:
            return None
        return replace(self.exercise(), begin=self._go_back, anew=False)

    def _go_back(self, desk: Desk) -> None:
        """The lesson as it was left; where its desk had to be made anew, for the rules changed, another one."""
        left: Stage | None = None
        with suppress(Refusal):
            left = kept(practice_home(self._teaching.frame.home, self._teaching.room.known.name))
        if left is None or left.lesson.code != self._code:
            self._set_up(desk)
        else:
            self._stage = left

    def _strip(self, hour: Hour) -> QWidget:
        assert self._stage is not None
        return StripOver(self, hour, self._stage).view


class StripOver:
    """Joins the strip's presenter and view; the view holds it."""

    def __init__(self, lesson: LessonHour, hour: Hour, stage: Stage) -> None:
        self._lesson = lesson
        self._hour = hour
        self.view = LessonStrip()
        self.bound = Bound(self.view, strip_acts(
            hint=lambda: self.presenter.hint(), fold=lambda: self.presenter.fold(), more=self.view.read_on,
            repeat=self._repeat, go_on=self._go_on,
        ))  # fmt: skip
        self.view.build(self.bound)
        program, services = _rules(hour.desk)
        self.presenter = StripPresenter(
            hour.desk, stage, program, services, self._show, lesson.note_done, language.current
        )
        self.view.held = self
        self.view.chosen.connect(self.presenter.choose)
        self.view.retold.connect(self.presenter.retell)
        self.view.next_wanted.connect(self._go_on)
        self.view.left.connect(hour.leave)
        hour.written.connect(self.presenter.look)
        self.presenter.begin()

    def _repeat(self) -> None:
        self.presenter.repeat()
        # what is on the desk belongs to those who came before
        self._hour.empty()
        # the lesson goes on in the window, whether or not the command line can look at it
        with suppress(Trouble):
            self._lesson.keep(self.presenter.stage)

    def _go_on(self) -> None:
        if self.presenter.state.finished:
            self._lesson.go_on(self._hour)

    def _show(self, state: StripState) -> None:
        self.view.show_state(state, more=bool(self._lesson.following()))
        self.bound["hint"].setEnabled(state.may_hint)
        self.bound["repeat"].setEnabled(bool(state.results))
        self.bound["next-lesson"].setEnabled(state.finished)


def _rules(desk: Desk) -> tuple[Program, Mapping[str, Service]]:
    """The rules and the price list of the practice desk: the real one's own."""
    with desk.store.reading() as reading:
        program = desk.program_of(record_on(reading, today(desk, reading)))
        return program, {one.code: one for one in reading.services("", _ALL)}
