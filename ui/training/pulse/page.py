"""Puts the pulse together: digits answer, F9 gives the answer, Esc leaves without one."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from ui.action import Action, Bound
from ui.icons import Icon
from ui.marking import QT_TRANSLATE_NOOP
from ui.paged import Page
from ui.training.page import Shell
from ui.training.pulse.presenter import PulsePresenter, PulseState
from ui.training.pulse.view import PulseView


class PulsePage:
    """Joins presenter and view."""

    def __init__(self, shell: Shell) -> None:
        self._shell = shell
        self.view = PulseView()
        self.bound = Bound(self.view, self._declared())
        self.presenter = PulsePresenter(shell.classroom, self._show)
        self.view.marked.connect(self.presenter.mark)
        self.view.walked.connect(self.presenter.go_to)
        self.view.left.connect(self._leave)
        self._show(self.presenter.state)

    def page(self) -> Page:
        """What the room holds."""
        view = self.view
        return Page(
            "pulse", view, self, self.bound, opened=self._opened, hint=self._hint, panes=(*view.rows, view.words),
            primary="pulse-give pulse-done",
        )  # fmt: skip

    def _declared(self) -> tuple[Action, ...]:
        return (
            Action(
                "pulse-give", QT_TRANSLATE_NOOP("Actions", "Give the answer"), "F9", Icon.CHECK, self._give,
                QT_TRANSLATE_NOOP("Actions", "Count the three marks; nobody can tell whose they were"),
            ),
            Action(
                "pulse-done", QT_TRANSLATE_NOOP("Actions", "Back to training"), "F9", Icon.CHECK, self._leave,
                QT_TRANSLATE_NOOP("Actions", "Back to what is left to do"),
            ),
            Action(
                "pulse-not", QT_TRANSLATE_NOOP("Actions", "Rather not"), "F8", Icon.CLOSE, self._leave,
                QT_TRANSLATE_NOOP("Actions", "Leave without an answer; it is not asked again for this version"),
            ),
        )  # fmt: skip

    def _opened(self) -> None:
        self.view.words.clear()
        self.presenter.open(self._shell.version)
        self.view.focus_here()

    def _give(self) -> None:
        self.presenter.give(self.view.words.text())
        self.view.focus_here()
        self._shell.frame.hint_changed()

    def _leave(self) -> None:
        self._shell.open_page("start")

    def _show(self, state: PulseState) -> None:
        self.view.show_state(state)
        for name, shown in (
            ("pulse-give", not state.closed),
            ("pulse-not", not state.closed),
            ("pulse-done", state.closed),
        ):
            self.bound[name].setVisible(shown)
            self.bound[name].setEnabled(shown and (name != "pulse-give" or state.whole))

    def _hint(self) -> str:
        if self.presenter.state.closed:
            return QCoreApplication.translate("Training", "Enter or Esc: back to training.")
        return QCoreApplication.translate("Training", "Keys 1 to 5 answer; Esc leaves without an answer.")
