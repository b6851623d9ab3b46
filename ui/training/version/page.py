"""Puts the page of a version together: F9 agrees, F4 leads to the objection, F2 to the other version."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desk_app.domain.errors import Refusal, Trouble
from ui import language
from ui.action import Action, Bound, words
from ui.icons import Icon
from ui.marking import QT_TRANSLATE_NOOP
from ui.notice import Notice, Tone
from ui.paged import Page
from ui.training.page import Shell
from ui.training.version.presenter import VersionPresenter, VersionState
from ui.training.version.view import VersionView
from ui.wording.problems import problem as sentence_of


class VersionPage:
    """Joins presenter and view."""

    def __init__(self, shell: Shell) -> None:
        self._shell = shell
        self.view = VersionView()
        self.bound = Bound(self.view, self._declared())
        self._agreeing = self.bound.declared()[0]
        self.view.scrolled.connect(self._name_key)
        self.presenter = VersionPresenter(shell.classroom, self._show, self._tell, language.current)
        self.view.objected.connect(self._object)
        self.view.retold.connect(self.presenter.retell)
        self._show(self.presenter.state)

    def page(self) -> Page:
        """What the room holds."""
        return Page(
            "version", self.view, self, self.bound, opened=self._opened, refreshed=self._shell.classroom.refresh,
            hint=self._hint, panes=(self.view.lines, self.view.objection), primary="agree",
        )  # fmt: skip

    def _declared(self) -> tuple[Action, ...]:
        return (
            Action(
                "agree", QT_TRANSLATE_NOOP("Actions", "Read and agreed"), "F9", Icon.CHECK, self._agree,
                QT_TRANSLATE_NOOP("Actions", "You have read this version and agree with it"),
            ),
            Action(
                "object", QT_TRANSLATE_NOOP("Actions", "Object"), "F4", Icon.NOTE, self._object,
                QT_TRANSLATE_NOOP("Actions", "Write what is wrong with it; Enter sends it to the program’s owner"),
            ),
            Action(
                "other-version", QT_TRANSLATE_NOOP("Actions", "The other version"), "F2", Icon.CALENDAR, self._turn,
                QT_TRANSLATE_NOOP("Actions", "Between the rules in force and those announced"),
            ),
        )  # fmt: skip

    def _opened(self) -> None:
        self.presenter.open(self._shell.version)
        self.view.lines.setFocus()

    def _turn(self) -> None:
        self.presenter.turn()
        self.view.lines.setFocus()

    def _agree(self) -> None:
        """What was not seen is not agreed with: the key leafs on first."""
        self.view.look()
        if not self.view.read:
            self.view.read_on()
            return
        self.presenter.agree(self._agreed)

    def _agreed(self) -> None:
        said = QCoreApplication.translate("Training", "It is kept that you have read these rules and agree.")
        self._shell.frame.say(Notice(Tone.DONE, said, seconds=8))
        self._shell.open_page("start")

    def _object(self) -> None:
        field = self.view.objection
        if not field.text().strip():
            field.setFocus()
            return
        self.presenter.object_to(field.text(), self._objected)

    def _objected(self) -> None:
        self.view.objection.clear()
        self.view.lines.setFocus()
        said = QCoreApplication.translate("Training", "Your objection is kept; the answer will stand here.")
        self._shell.frame.say(Notice(Tone.DONE, said, seconds=8))

    def _show(self, state: VersionState) -> None:
        self.view.show_state(state)
        can = state.taught is not None and bool(state.name)
        self._name_key()
        self.bound["agree"].setEnabled(can and state.word != "agreed")
        self.bound["object"].setEnabled(can)
        self.bound["other-version"].setVisible(bool(state.others))
        self.bound["other-version"].setEnabled(bool(state.others))

    def _name_key(self) -> None:
        read = self.view.read
        self.bound["agree"].setText(words(self._agreeing) if read else QCoreApplication.translate("Actions", "Next"))

    def _tell(self, problem: Refusal | Trouble) -> None:
        self._shell.frame.say(Notice(Tone.REFUSED, sentence_of(problem, language.current())))

    def _hint(self) -> str:
        return QCoreApplication.translate("Training", "An objection is no fault: the rule may be one.")
