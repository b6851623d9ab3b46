"""Puts the page of what patients ask together: Enter leafs on."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from ui import language
from ui.action import Action, Bound
from ui.icons import Icon
from ui.marking import QT_TRANSLATE_NOOP
from ui.paged import Page
from ui.training.asked.presenter import AskedPresenter, AskedState
from ui.training.asked.view import AskedView
from ui.training.cheat_card import print_card
from ui.training.page import Shell


class AskedPage:
    """Joins presenter and view."""

    def __init__(self, shell: Shell) -> None:
        self._shell = shell
        self.view = AskedView()
        self.presenter = AskedPresenter(shell.classroom, self._show, language.current)
        self.bound = Bound(self.view, self._declared())
        self.view.highlighted.connect(self.presenter.highlight)
        self.view.gone_on.connect(lambda: self.presenter.leaf(1))
        self.view.retold.connect(self.presenter.retell)
        self._show(self.presenter.state)

    def page(self) -> Page:
        """What the room holds."""
        return Page(
            "asked", self.view, self, self.bound, opened=self._opened, refreshed=self.presenter.refresh,
            hint=self._hint, panes=(self.view.rows, self.view.scrolled), primary="asked-next",
        )  # fmt: skip

    def _declared(self) -> tuple[Action, ...]:
        return (
            Action(
                "asked-next", QT_TRANSLATE_NOOP("Actions", "Next question"), "F9", Icon.NEXT,
                lambda: self.presenter.leaf(1),
                QT_TRANSLATE_NOOP("Actions", "The next thing patients ask, and what to say"),
            ),
            Action(
                "asked-before", QT_TRANSLATE_NOOP("Actions", "One back"), "Shift+F9", Icon.BACK,
                lambda: self.presenter.leaf(-1),
                QT_TRANSLATE_NOOP("Actions", "The question before"),
            ),
            Action(
                "desk-card", QT_TRANSLATE_NOOP("Actions", "Cheat card"), "F12", Icon.PRINT, self._print,
                QT_TRANSLATE_NOOP("Actions", "Print the desk card: the answers to say, and every key"),
            ),
        )  # fmt: skip

    def _opened(self) -> None:
        self.presenter.refresh()
        self.view.rows.setFocus()

    def _show(self, state: AskedState) -> None:
        self.view.show_state(state)
        for name in ("asked-next", "asked-before", "desk-card"):
            self.bound[name].setEnabled(bool(state.rows))

    def _print(self) -> None:
        print_card(self._shell.frame, self._shell.classroom.desk, self._shell.classroom.known.course, self._shell.keys)

    def _hint(self) -> str:
        return QCoreApplication.translate("Training", "Say it aloud once: the sums are those of the rules in force.")
