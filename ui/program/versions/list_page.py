"""Puts the page of versions together."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desk_app.domain.errors import Refusal, Trouble
from desk_app.ports import Desk
from ui import language
from ui.action import Action, Bound
from ui.icons import Icon
from ui.marking import QT_TRANSLATE_NOOP
from ui.notice import Notice, Tone
from ui.program.page import Page, Shell
from ui.program.versions.presenter import VersionsPresenter, VersionsState
from ui.program.versions.view import VersionsView
from ui.wording.problems import problem as sentence_of


class VersionsPage:
    """Joins presenter and view; F2 begins a program, F9 or Enter opens the highlighted draft."""

    def __init__(self, shell: Shell, desk: Desk) -> None:
        self._shell = shell
        self.view = VersionsView()
        self.presenter = VersionsPresenter(desk, self._show, shell.open_draft, self._tell)
        self.bound = Bound(
            self.view,
            (
                Action(
                    "new", QT_TRANSLATE_NOOP("Actions", "New program"), "F2", Icon.ADD, self.presenter.begin,
                    QT_TRANSLATE_NOOP("Actions", "Begin a program: empty, from a preset, or from the one in force"),
                ),
                Action(
                    "open", QT_TRANSLATE_NOOP("Actions", "Open in the editor"), "F9", Icon.EDIT, self.presenter.open,
                    QT_TRANSLATE_NOOP("Actions", "Go on with the highlighted draft; a version becomes a new draft"),
                ),
            ),
        )  # fmt: skip
        self.view.highlighted.connect(self.presenter.highlight)
        self.view.chosen.connect(self.presenter.open)
        self.view.show_state(self.presenter.state)

    def page(self) -> Page:
        """What the room holds."""
        return Page(
            "versions", self.view, self, self.bound, opened=self._opened, refreshed=self.presenter.refresh,
            panes=(self.view.rows,), primary="open",
        )  # fmt: skip

    def _opened(self) -> None:
        self.presenter.refresh(self._shell.draft_key)
        self.view.rows.setFocus()

    def _show(self, state: VersionsState) -> None:
        self.view.show_state(state)
        self.bound["new"].setEnabled(not state.shut)
        self.bound["open"].setEnabled(state.row is not None and not state.shut)

    def _tell(self, problem: Refusal | Trouble) -> None:
        kept = QCoreApplication.translate("Notices", "Nothing was changed.")
        self._shell.frame.say(Notice(Tone.TROUBLE, sentence_of(problem, language.current()), kept))
