"""Puts the manager's page together: F7 turns to the other version, F2 to the next objection, Enter answers it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication

from desk_app.domain.errors import Refusal, Trouble
from ui import language
from ui.action import Action, Bound
from ui.file_dialog import ask_folder
from ui.icons import Icon
from ui.marking import QT_TRANSLATE_NOOP
from ui.notice import Answer, Notice, Tone
from ui.paged import Page
from ui.training.branch.presenter import BranchPresenter, BranchState
from ui.training.branch.view import BranchView
from ui.training.known import Known
from ui.training.page import Shell
from ui.wording.problems import problem as sentence_of


class BranchPage:
    """Joins presenter and view."""

    def __init__(self, shell: Shell) -> None:
        self._shell = shell
        frame = shell.frame
        self.view = BranchView()
        self.bound = Bound(self.view, self._declared())
        self.presenter = BranchPresenter(shell.classroom, lambda: frame.station, frame.home, self._show, self._tell)
        self.view.answered.connect(self._answer)
        self._show(self.presenter.state)
        shell.classroom.listen(self._follow)

    def page(self) -> Page:
        """What the room holds."""
        view = self.view
        return Page(
            "branch", view, self, self.bound, opened=self._opened, refreshed=self._shell.classroom.refresh,
            hint=self._hint, panes=(view.people, view.lines, view.answer),
        )  # fmt: skip

    def _declared(self) -> tuple[Action, ...]:
        return (
            Action(
                "other-version", QT_TRANSLATE_NOOP("Actions", "The other version"), "F7", Icon.CALENDAR, self._turn,
                QT_TRANSLATE_NOOP("Actions", "Between the rules in force and those announced"),
            ),
            Action(
                "next-objection", QT_TRANSLATE_NOOP("Actions", "Answer an objection"), "F2", Icon.NOTE,
                self._next_objection,
                QT_TRANSLATE_NOOP("Actions", "To the field for the answer; again: the next objection"),
            ),
            Action(
                "share-folder", QT_TRANSLATE_NOOP("Actions", "Shared folder…"), "Shift+F2", Icon.FOLDER, self._share,
                QT_TRANSLATE_NOOP("Actions", "Keep who is ready in a folder that the desks of the branch share"),
            ),
            Action(
                "let-go", QT_TRANSLATE_NOOP("Actions", "Works here no more"), "Shift+F8", Icon.REMOVE, self._let_go,
                QT_TRANSLATE_NOOP("Actions", "Count the branch without the highlighted person; who learns on counts"),
            ),
            Action(
                "own-folder", QT_TRANSLATE_NOOP("Actions", "This computer alone"), "Shift+F3", Icon.UNDO, self._alone,
                QT_TRANSLATE_NOOP("Actions", "Keep the records of training on this computer alone again"),
            ),
        )  # fmt: skip

    def _opened(self) -> None:
        self._shell.classroom.refresh()
        self.presenter.open(self._shell.version)
        self.view.people.setFocus()

    def _follow(self, known: Known) -> None:
        if known.looked and self.view.isVisible():
            self.presenter.look(known)

    def _turn(self) -> None:
        self.presenter.turn()

    def _next_objection(self) -> None:
        if self.view.answer.hasFocus():
            self.presenter.next_objection()
        self.view.answer.setFocus()
        self.view.answer.selectAll()

    def _answer(self) -> None:
        self.presenter.answer(self.view.answer.text(), self._answered)

    def _answered(self) -> None:
        said = QCoreApplication.translate("Training", "The answer is kept: the first page of whoever objected has it.")
        self._shell.frame.say(Notice(Tone.DONE, said, seconds=8))
        self.view.lines.setFocus()

    def _let_go(self) -> None:
        person = self.view.person()
        if person:
            self.presenter.let_go(person, lambda: self._gone(person))

    def _gone(self, person: str) -> None:
        said = QCoreApplication.translate("Training", "{name} is not counted any more.").format(name=person)
        words = QCoreApplication.translate("Training", "Count her again")
        back = Answer(words, "F8", lambda: self.presenter.call_back(person))
        self._shell.frame.say(Notice(Tone.DONE, said, answer=back))

    def _share(self) -> None:
        shelf = self._shell.classroom.shelf
        title = QCoreApplication.translate("Training", "A folder that all desks of the branch can write to")
        chosen = ask_folder(self.view, title, shelf.folder if shelf.folder.is_dir() else Path.home())
        if chosen is not None:
            self.presenter.share_folder(str(chosen), self._shell.frame.keep_station)

    def _alone(self) -> None:
        self.presenter.share_folder("", self._shell.frame.keep_station)

    def _show(self, state: BranchState) -> None:
        self.view.show_state(state)
        self.bound["other-version"].setVisible(bool(state.others))
        self.bound["other-version"].setEnabled(bool(state.others))
        self.bound["let-go"].setEnabled(state.branch is not None and bool(state.branch.people))
        self.bound["next-objection"].setEnabled(bool(state.objections))
        self.bound["own-folder"].setVisible(bool(state.folder))
        self.bound["own-folder"].setEnabled(bool(state.folder))

    def _tell(self, problem: Refusal | Trouble) -> None:
        self._shell.frame.say(Notice(Tone.TROUBLE, sentence_of(problem, language.current())))

    def _hint(self) -> str:
        if self._shell.classroom.shelf.shared:
            return QCoreApplication.translate(
                "Training", "Names and what they know lie in the folder the desks share; the centre never has them."
            )
        return QCoreApplication.translate(
            "Training", "Names and what they know stay on this computer; the centre never has them."
        )
