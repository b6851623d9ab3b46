"""Puts the quiz together: 1 to 4 answer, Enter goes on."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from ui import language
from ui.action import Action, Bound
from ui.icons import Icon
from ui.marking import QT_TRANSLATE_NOOP
from ui.notice import Notice, Tone
from ui.paged import Page
from ui.training.page import Shell
from ui.training.quiz.presenter import QuizPresenter, QuizState
from ui.training.quiz.view import QuizView


class QuizPage:
    """Joins presenter and view."""

    def __init__(self, shell: Shell) -> None:
        self._shell = shell
        self.view = QuizView()
        self.presenter = QuizPresenter(shell.classroom, self._show, language.current)
        self.bound = Bound(self.view, self._declared())
        self.view.chosen.connect(self._choose)
        self.view.gone_on.connect(self._go_on)
        self.view.retold.connect(self.presenter.retell)
        self._show(self.presenter.state)

    def page(self) -> Page:
        """What the room holds."""
        return Page(
            "quiz", self.view, self, self.bound, opened=self._opened, back=self._left, hint=self._hint,
            panes=(self.view.options,), primary="quiz-next quiz-done",
        )  # fmt: skip

    def _declared(self) -> tuple[Action, ...]:
        return (
            Action(
                "quiz-next", QT_TRANSLATE_NOOP("Actions", "Next"), "F9", Icon.NEXT, self._go_on,
                QT_TRANSLATE_NOOP("Actions", "The next question, once this one is answered: Enter does the same"),
            ),
            Action(
                "quiz-done", QT_TRANSLATE_NOOP("Actions", "Back to training"), "F9", Icon.CHECK, self._leave,
                QT_TRANSLATE_NOOP("Actions", "Back to what is left to do"),
            ),
            Action(
                "quiz-again", QT_TRANSLATE_NOOP("Actions", "Other questions"), "F2", Icon.SYNC,
                self.presenter.once_more,
                QT_TRANSLATE_NOOP("Actions", "Another quiz of the same rules: no question comes twice"),
            ),
        )  # fmt: skip

    def _opened(self) -> None:
        self.presenter.open(self._shell.version)
        self.view.focus_here()

    def _left(self) -> bool:
        """Esc: what becomes of the answers that were given."""
        state = self.presenter.state
        said = ""
        if state.halfway:
            said = QCoreApplication.translate("Training", "Nothing counts yet: the quiz goes on where you left it.")
        elif state.counted and not state.over:
            said = QCoreApplication.translate(
                "Training", "Your first answers count: {right} of {all} right at once. The rest was only to learn."
            ).format(right=sum(right for _, right in state.firsts), all=state.first)
        if said:
            self._shell.frame.say(Notice(Tone.TOLD, said, seconds=10))
        return False

    def _choose(self, answer: int) -> None:
        self.presenter.choose(answer)
        self._shell.frame.announce(self.view.sentence())

    def _go_on(self) -> None:
        if self.presenter.state.over or self.presenter.state.nothing:
            self._leave()
        else:
            self.presenter.go_on()
            self.view.focus_here()

    def _leave(self) -> None:
        self._shell.open_page("start")

    def _show(self, state: QuizState) -> None:
        before = self.view.options.isHidden()
        self.view.show_state(state)
        if self.view.isVisible() and before != self.view.options.isHidden():
            self.view.focus_here()
        over = state.over or state.nothing
        self.bound["quiz-next"].setVisible(not over)
        self.bound["quiz-next"].setEnabled(not over and state.given is not None)
        self.bound["quiz-done"].setVisible(over)
        self.bound["quiz-done"].setEnabled(over)
        self.bound["quiz-again"].setVisible(state.over)
        self.bound["quiz-again"].setEnabled(state.over)
        self._shell.frame.hint_changed()

    def _hint(self) -> str:
        state = self.presenter.state
        if state.over or state.nothing:
            return ""
        if state.given is not None:
            return QCoreApplication.translate("Training", "Enter: on to the next question.")
        return QCoreApplication.translate("Training", "Press 1, 2, 3 or 4. Nothing is timed.")
