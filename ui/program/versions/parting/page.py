"""Puts withdrawing and ending together: F9 does it when it is pressed once more."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desk_app.domain.errors import Refusal, Trouble
from desk_app.ports import Desk
from ui import formats, language
from ui.action import Action, Bound
from ui.icons import Icon
from ui.marking import QT_TRANSLATE_NOOP
from ui.notice import Notice, Tone
from ui.paged import Page
from ui.program.page import Shell
from ui.program.versions.parting.presenter import TAKE_BACK, WITHDRAW, PartingPresenter, PartingState
from ui.program.versions.parting.view import PartingView
from ui.wording.problems import problem as sentence_of

NAME = "parting"


class PartingPage:
    """Joins presenter and view."""

    def __init__(self, shell: Shell, desk: Desk) -> None:
        self._shell = shell
        self.view = PartingView()
        self.presenter = PartingPresenter(desk, self._show, self._tell)
        self.bound = Bound(
            self.view,
            (
                Action(
                    "withdraw-now", QT_TRANSLATE_NOOP("Actions", "Withdraw"), "F9", Icon.VOID, self._do,
                    QT_TRANSLATE_NOOP("Actions", "Take the announced version back before its first day"),
                ),
                Action(
                    "end-now", QT_TRANSLATE_NOOP("Actions", "End the program"), "F9", Icon.CLOSE, self._do,
                    QT_TRANSLATE_NOOP("Actions", "Announce that the program ends on this day"),
                ),
                Action(
                    "take-back", QT_TRANSLATE_NOOP("Actions", "Do not end it"), "F9", Icon.UNDO, self._do,
                    QT_TRANSLATE_NOOP("Actions", "Take the announced end of the program back"),
                ),
                Action(
                    "told-of-end", QT_TRANSLATE_NOOP("Actions", "Who was told"), "F7", Icon.MEMBERS, self._who,
                    QT_TRANSLATE_NOOP("Actions", "Patients who were told of the end, and who were not"),
                ),
            ),
        )  # fmt: skip
        self.view.day_typed.connect(self.presenter.take_day)
        self.view.reason_typed.connect(self.presenter.take_reason)
        self.view.plan_typed.connect(self.presenter.take_plan)

    def page(self) -> Page:
        """What the room holds."""
        return Page(
            NAME, self.view, self, self.bound, opened=self._opened, hint=self._hint,
            panes=(self.view.reason, self.view.lines), primary="withdraw-now end-now take-back",
        )  # fmt: skip

    def _opened(self) -> None:
        self.presenter.open(self._shell.version_mark)
        self.view.setFocus()

    def _show(self, state: PartingState) -> None:
        self.view.show_state(state)
        modes = {"withdraw-now": WITHDRAW, "take-back": TAKE_BACK}
        for name in ("withdraw-now", "end-now", "take-back"):
            now = state.mode == modes.get(name, "end")
            self.bound[name].setVisible(now)
            self.bound[name].setEnabled(now and not state.begun and not state.shut)
        ends = state.mode == TAKE_BACK and state.ending is not None and bool(state.ending.mark)
        self.bound["told-of-end"].setVisible(ends)
        self.bound["told-of-end"].setEnabled(ends)
        self._shell.frame.hint_changed()

    def _who(self) -> None:
        ending = self.presenter.state.ending
        if ending is not None and ending.mark:
            self._shell.open_version(ending.mark, "telling")

    def _do(self) -> None:
        if not self.view.settle():
            self.view.day.setFocus()
            return
        before = self.presenter.state
        if self.presenter.do():
            self._done(before)
        elif self.presenter.state.agreed:
            self._ask_again(self.presenter.state)

    def _ask_again(self, state: PartingState) -> None:
        if state.mode == WITHDRAW:
            said = QCoreApplication.translate("Parting", "A version that was withdrawn does not come back.")
        elif state.mode == TAKE_BACK:
            said = QCoreApplication.translate("Parting", "Patients who heard of the end will hear that it is off.")
        else:
            said = QCoreApplication.translate("Parting", "The desks will tell every patient that the program ends.")
        again = QCoreApplication.translate("Parting", "Press {key} once more, and it is done.").format(key="F9")
        self._shell.frame.say(Notice(Tone.TOLD, said, "", again))

    def _done(self, state: PartingState) -> None:
        then = ""
        if state.mode == WITHDRAW and state.life is not None:
            said = QCoreApplication.translate("Parting", "Version {number} is withdrawn.")
            said = said.format(number=state.life.record.label)
        elif state.mode == TAKE_BACK:
            said = QCoreApplication.translate("Parting", "The program goes on.")
        else:
            said = QCoreApplication.translate("Parting", "The program ends on {day}.").format(
                day=formats.day(state.start)
            )
            then = QCoreApplication.translate("Parting", "Until then that can be taken back.")
        self._shell.open_version(state.life.record.mark if state.life is not None else "", "versions")
        self._shell.frame.say(Notice(Tone.DONE, said, then, seconds=12))

    def _hint(self) -> str:
        if self.presenter.state.shut:
            return QCoreApplication.translate("Versions", "This desk can only be read now.")
        return QCoreApplication.translate("Parting", "Nothing happens before F9 was pressed twice; Esc goes back.")

    def _tell(self, problem: Refusal | Trouble) -> None:
        kept = QCoreApplication.translate("Notices", "Nothing was changed.")
        self._shell.frame.say(Notice(Tone.TROUBLE, sentence_of(problem, language.current()), kept))
