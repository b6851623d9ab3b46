"""Puts the room of training together: its pages are made when they are first needed, and a lesson leads to a desk."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6.QtCore import QCoreApplication

from desk_app.domain.errors import Refusal, Trouble
from desk_app.ports import Desk
from desk_app.training.standing import typed_name
from ui import language
from ui.action import Action, Bound
from ui.icons import Icon
from ui.marking import QT_TRANSLATE_NOOP
from ui.notice import Notice, Tone
from ui.paged import Page, PagedRoom
from ui.screen import Frame
from ui.sheets import Keys
from ui.training.known import Classroom, Known
from ui.training.page import Shell
from ui.training.reminding import reminder
from ui.wording.problems import problem as sentence_of

NAME: Final = "training"
FIRST: Final = "start"


def _start(shell: Shell) -> Page:
    from ui.training.start.page import StartPage

    return StartPage(shell).page()


def _quiz(shell: Shell) -> Page:
    from ui.training.quiz.page import QuizPage

    return QuizPage(shell).page()


def _asked(shell: Shell) -> Page:
    from ui.training.asked.page import AskedPage

    return AskedPage(shell).page()


def _version(shell: Shell) -> Page:
    from ui.training.version.page import VersionPage

    return VersionPage(shell).page()


def _pulse(shell: Shell) -> Page:
    from ui.training.pulse.page import PulsePage

    return PulsePage(shell).page()


def _branch(shell: Shell) -> Page:
    from ui.training.branch.page import BranchPage

    return BranchPage(shell).page()


PAGES: Final[dict[str, Callable[[Shell], Page]]] = {
    FIRST: _start, "quiz": _quiz, "asked": _asked, "version": _version, "pulse": _pulse, "branch": _branch,
}  # fmt: skip
"""How each page is made. Pages know each other only through the room."""


class TrainingRoom(PagedRoom):
    """Answers its pages as `ui.training.page.Shell`."""

    def __init__(self, frame: Frame, desk: Desk, keys: Keys | None = None) -> None:
        self._version = ""
        self._practised = ""
        self.keys = keys
        self.desk = desk
        self.classroom = Classroom(desk, frame, frame.press.run, partial(_tell, frame), frame.hush)
        super().__init__(NAME, frame, {name: partial(make, self) for name, make in PAGES.items()}, FIRST, _hint)
        self.classroom.listen(self._remind)
        self.classroom.listen(self._tell_of_new_rules)
        self.screen().again = self.first_again
        self._everywhere = Bound(self.view, (Action(
            "branch", QT_TRANSLATE_NOOP("Actions", "Who is ready"), "F11", Icon.COCKPIT,
            partial(self.open_page, "branch"),
            QT_TRANSLATE_NOOP("Actions", "For managers: who is ready, what is misunderstood, objections"),
        ),))  # fmt: skip
        self._everywhere["branch"].setEnabled(False)

    def open_page(self, name: str) -> None:
        """Bring a page forward; from those that have no key for it F11 leads to who is ready."""
        super().open_page(name)
        self._everywhere["branch"].setEnabled(name not in (FIRST, "branch"))

    @property
    def version(self) -> str:
        """Key of the version that a page is about."""
        return self._version

    def open_version(self, key: str, name: str) -> None:
        """Bring a page forward with that version."""
        self._version = key
        self.open_page(name)

    def _remind(self, known: Known) -> None:
        """The line below follows what whoever is signed in learns."""
        if known.looked and known.name == typed_name(self.frame.station.employee):
            self.frame.remind(reminder(known))

    def _tell_of_new_rules(self, known: Known) -> None:
        """A lesson ends under the rules it began with; whoever comes back hears that others hold by now."""
        now = known.course.now
        if not self._practised or not known.looked or now is None or now.key == self._practised:
            return
        self._practised = now.key
        said = QCoreApplication.translate("Training", "The rules have changed since your lesson began.")
        then = QCoreApplication.translate("Training", "The next lesson begins under the new ones.")
        self.frame.say(Notice(Tone.TOLD, said, then))

    def begin_lesson(self, code: str) -> None:
        """Practise that lesson at a desk of its own."""
        from ui.training.strip.hours import LessonHour, Teaching

        practice, offered = self.frame.practice, self.classroom.known.lesson(code)
        if practice is None or offered is None or not offered.fits:
            return
        now = self.classroom.known.course.now
        self._practised = now.key if now is not None else ""
        LessonHour(Teaching(self.classroom, self.frame, practice), code).begin()


def _hint() -> str:
    return QCoreApplication.translate("Training", "Practise on invented patients: nothing of it reaches the real desk.")


def _tell(frame: Frame, problem: Refusal | Trouble) -> None:
    frame.say(Notice(Tone.TROUBLE, sentence_of(problem, language.current())))
