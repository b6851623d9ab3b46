"""Puts the room of cases together for the window."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desk_app.alike import KIND
from desk_app.domain.errors import Refusal, Trouble
from desk_app.ports import Desk
from ui import language
from ui.action import Action, Bound
from ui.cases.presenter import CasesPresenter, CasesState
from ui.cases.view import CasesView
from ui.icons import Icon
from ui.marking import QT_TRANSLATE_NOOP
from ui.notice import Notice, Tone
from ui.screen import Frame, Screen
from ui.wording.problems import problem as sentence_of

NAME = "cases"


class CasesRoom:
    """Joins presenter and view; F9 marks the highlighted case as seen."""

    def __init__(self, frame: Frame, desk: Desk) -> None:
        self._frame = frame
        self.view = CasesView()
        self.presenter = CasesPresenter(desk, self._show, self._tell)
        seen = Action(
            "seen", QT_TRANSLATE_NOOP("Actions", "Seen"), "F9", Icon.CHECK, self.presenter.mark_seen,
            QT_TRANSLATE_NOOP("Actions", "I have looked at the highlighted case; my name is kept with it"),
        )  # fmt: skip
        one = Action(
            "one", QT_TRANSLATE_NOOP("Actions", "One person"), "F2", Icon.PATIENT, self.presenter.make_one,
            QT_TRANSLATE_NOOP("Actions", "Make the two records one; in the patient’s form they can be parted again"),
        )  # fmt: skip
        self.bound = Bound(self.view, (seen, one))
        self.view.build(self.bound["seen"], self.bound["one"])
        self.view.highlighted.connect(self.presenter.highlight)
        self.view.chosen.connect(self.presenter.mark_seen)
        self.bound["one"].setVisible(False)
        self.view.show_state(self.presenter.state)

    def screen(self) -> Screen:
        """What the window holds."""
        refresh = self.presenter.refresh
        return Screen(
            NAME, self.view, self, self.bound, hint=self._hint, panes=(self.view.rows,), opened=refresh,
            refreshed=self._refreshed,
        )  # fmt: skip

    def _refreshed(self) -> None:
        if self.view.isVisible():
            self.presenter.refresh()

    def _show(self, state: CasesState) -> None:
        self.view.show_state(state)
        self._frame.to_look_at(state.fresh)
        row = state.row
        self.bound["seen"].setEnabled(row is not None and not row.seen and not state.shut)
        alike = row is not None and row.kind == KIND
        self.bound["one"].setVisible(alike)
        self.bound["one"].setEnabled(alike and not state.shut)

    def _hint(self) -> str:
        return QCoreApplication.translate("Cases", "What desks that did not hear each other left to be looked at.")

    def _tell(self, problem: Refusal | Trouble) -> None:
        kept = QCoreApplication.translate("Notices", "Nothing was changed.")
        self._frame.say(Notice(Tone.TROUBLE, sentence_of(problem, language.current()), kept))
