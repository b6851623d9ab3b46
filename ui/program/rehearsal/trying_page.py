"""Puts the rehearsal page together: F9 tries the draft on the days, Enter opens a figure, Esc goes back or stops."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desk_app.domain.errors import Refusal, Trouble
from desk_app.ports import Desk
from ui import language
from ui.action import Action, Bound
from ui.icons import Icon
from ui.marking import QT_TRANSLATE_NOOP
from ui.notice import Notice, Tone
from ui.paged import Page
from ui.program.page import Shell
from ui.program.rehearsal.presenter import RehearsalPresenter, RehearsalState
from ui.program.rehearsal.view import RehearsalView
from ui.wording.problems import problem as sentence_of


class RehearsalPage:
    """Joins presenter and view."""

    def __init__(self, shell: Shell, desk: Desk) -> None:
        self._shell = shell
        self.view = RehearsalView()
        press = shell.frame.press
        self.presenter = RehearsalPresenter(desk, self._show, press.run, press.to_main, self._tell, language.current)
        self.bound = Bound(
            self.view,
            (
                Action(
                    "rehearse-now", QT_TRANSLATE_NOOP("Actions", "Rehearse"), "F9", Icon.COCKPIT, self._start,
                    QT_TRANSLATE_NOOP("Actions", "Price the bills of these days under the draft"),
                ),
                Action(
                    "open-figure", QT_TRANSLATE_NOOP("Actions", "Open the figure"), "F7", Icon.SEARCH,
                    self.presenter.open_row,
                    QT_TRANSLATE_NOOP("Actions", "Show the patients or bills that the highlighted figure is made of"),
                ),
            ),
        )  # fmt: skip
        self.view.draft_chosen.connect(self.presenter.choose_draft)
        self.view.days_chosen.connect(self.presenter.choose_days)
        self.view.table_chosen.connect(self.presenter.choose_table)
        self.view.row_highlighted.connect(self.presenter.highlight)
        self.view.row_opened.connect(self.presenter.open_row)

    def page(self) -> Page:
        """What the room holds."""
        return Page(
            "rehearsal", self.view, self, self.bound, opened=self._opened, refreshed=self.presenter.refresh,
            back=self._back, ended=self.presenter.stop, hint=self._hint,
            panes=(self.view.drafts, self.view.tables, self.view.figures), primary="rehearse-now",
        )  # fmt: skip

    def _opened(self) -> None:
        self.presenter.refresh(self._shell.draft_key)
        self.view.setFocus()

    def _start(self) -> None:
        if self.view.settle():
            self.presenter.start()

    def _back(self) -> bool:
        gone_back = self.presenter.back()
        if gone_back and self.presenter.state.told is not None:
            self.view.rows_in_sight().setFocus()
        return gone_back

    def _show(self, state: RehearsalState) -> None:
        fresh = state.told is not None and self.view.shown_nothing()
        self.view.show_state(state)
        self.bound["rehearse-now"].setEnabled(not state.busy and state.chosen is not None)
        self.bound["open-figure"].setEnabled(not state.busy and state.told is not None)
        if fresh:
            self.view.tables.setFocus()
            assert state.told is not None
            self._shell.frame.announce(state.told.headline)
        self._shell.frame.hint_changed()

    def _hint(self) -> str:
        state = self.presenter.state
        if state.busy:
            return QCoreApplication.translate("Rehearsal", "Esc stops; what is done is kept.")
        if state.opened:
            return QCoreApplication.translate("Rehearsal", "Enter opens a row, Esc goes back.")
        if state.told is not None:
            return QCoreApplication.translate("Rehearsal", "Every figure opens: Enter shows what it is made of.")
        return QCoreApplication.translate("Rehearsal", "Last year’s bills under a draft, before anybody is told.")

    def _tell(self, problem: Refusal | Trouble) -> None:
        kept = QCoreApplication.translate("Notices", "Nothing was changed.")
        self._shell.frame.say(Notice(Tone.TROUBLE, sentence_of(problem, language.current()), kept))
