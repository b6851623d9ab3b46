"""Puts the rules of branches together: F2 adds one, F4 sets the limits, F9 does what is on show, Esc goes back."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QTimer

from desk_app.domain.errors import Refusal, Trouble
from desk_app.domain.people import Service
from desk_app.ports import Desk
from ui import language
from ui.action import Action, Bound
from ui.icons import Icon
from ui.marking import QT_TRANSLATE_NOOP
from ui.notice import Notice, Tone
from ui.paged import Page
from ui.program.amounts import Amounts
from ui.program.calendar.presenter import PromotionsPresenter, PromotionsState
from ui.program.page import Shell
from ui.program.versions.branches.presenter import ENDING, LIMITS, LIST, RULE, BranchesPresenter, BranchesState
from ui.program.versions.branches.view import BranchesView
from ui.wording.problems import problem as sentence_of

NAME = "branches"
KEEP = 200
"""Milliseconds after a key within which the rule is on the disk."""


class BranchesPage:
    """Joins presenter, view, and the form of a promotion with a presenter of its own."""

    def __init__(self, shell: Shell, desk: Desk) -> None:
        self._shell = shell
        self._desk = desk
        self.presenter = BranchesPresenter(desk, self._show, self._tell, self._typed)
        self.promotions = PromotionsPresenter(desk.clock().date(), self.presenter.edit, self._show_rule)
        self.view = BranchesView(self.promotions)
        self.bound = Bound(self.view, self._declared())
        view, presenter = self.view, self.presenter
        self._keeping = QTimer(view, singleShot=True, interval=KEEP)
        self._keeping.timeout.connect(presenter.keep)
        view.highlighted.connect(presenter.highlight)
        view.limit_typed.connect(presenter.take_limit)
        view.reason_typed.connect(presenter.take_reason)

    def page(self) -> Page:
        """What the room holds."""
        return Page(
            NAME, self.view, self, self.bound, opened=self._opened, refreshed=self.presenter.refresh, back=self._back,
            ended=self.presenter.keep, hint=self._hint,
            panes=(self.view.rows, self.view.lines), primary="add-rule keep-limits end-rule",
        )  # fmt: skip

    def _declared(self) -> tuple[Action, ...]:
        return (
            Action(
                "new-rule", QT_TRANSLATE_NOOP("Actions", "Add a rule"), "F2", Icon.ADD, self._begin_rule,
                QT_TRANSLATE_NOOP("Actions", "Add a promotion of this branch, within the limits of the network"),
            ),
            Action(
                "limits", QT_TRANSLATE_NOOP("Actions", "Limits…"), "F4", Icon.SETTINGS, self._begin_limits,
                QT_TRANSLATE_NOOP("Actions", "Say what branches may add to the program"),
            ),
            Action(
                "end-a-rule", QT_TRANSLATE_NOOP("Actions", "End the rule…"), "Shift+F8", Icon.CLOSE, self._begin_ending,
                QT_TRANSLATE_NOOP("Actions", "End the highlighted rule of this branch before its last day"),
            ),
            Action(
                "add-rule", QT_TRANSLATE_NOOP("Actions", "Add it"), "F9", Icon.CHECK, self._do,
                QT_TRANSLATE_NOOP("Actions", "Put this rule in force in this branch"),
            ),
            Action(
                "keep-limits", QT_TRANSLATE_NOOP("Actions", "Set these limits"), "F9", Icon.CHECK, self._do,
                QT_TRANSLATE_NOOP("Actions", "Let all desks know what branches may add"),
            ),
            Action(
                "no-limits", QT_TRANSLATE_NOOP("Actions", "Allow nothing"), "Shift+F9", Icon.VOID, self._allow_nothing,
                QT_TRANSLATE_NOOP("Actions", "Branches add nothing any more; what they added stays to its last day"),
            ),
            Action(
                "end-rule", QT_TRANSLATE_NOOP("Actions", "End it"), "F9", Icon.CLOSE, self._do,
                QT_TRANSLATE_NOOP("Actions", "End the rule as soon as the notice allows"),
            ),
        )  # fmt: skip

    def _opened(self) -> None:
        self.presenter.refresh()
        self._shell.frame.press.run(self._read, self._known, self._not_read)
        self.view.setFocus()

    def _read(self) -> tuple[Service, ...]:
        with self._desk.store.reading() as reading:
            return reading.services("", 1_000_000)

    def _known(self, services: tuple[Service, ...]) -> None:
        self.view.know(services)
        self.promotions.know(services)

    def _not_read(self, why: Exception) -> None:
        if not isinstance(why, Refusal | Trouble):
            raise why
        self._tell(why)

    def _typed(self) -> None:
        # Begun anew by no key: whoever types on and on is kept all the same.
        if not self._keeping.isActive():
            self._keeping.start()

    def _back(self) -> bool:
        gone = self.presenter.back()
        if gone:
            self.view.rows.setFocus()
        return gone

    # what is shown

    def _show(self, state: BranchesState) -> None:
        self.view.show_state(state)
        if state.mode == RULE:
            self.promotions.show_document(state.document, state.problems)
        listed, can = state.mode == LIST, not state.shut
        for name, shown, enabled in (
            ("new-rule", listed, can and state.limits is not None), ("limits", listed, can),
            ("end-a-rule", listed, can and state.own), ("add-rule", state.mode == RULE, can),
            ("keep-limits", state.mode == LIMITS, can),
            ("no-limits", state.mode == LIMITS, can and state.limits is not None),
            ("end-rule", state.mode == ENDING, can),
        ):  # fmt: skip
            self.bound[name].setVisible(shown)
            self.bound[name].setEnabled(shown and enabled)
        self._shell.frame.hint_changed()

    def _show_rule(self, state: PromotionsState) -> None:
        if state.items:
            left = self.view.rule.show_state(state, Amounts(state.document, language.current()))
            self.view.say_wrong(left)

    # what is done

    def _begin_rule(self) -> None:
        self.presenter.begin_rule()
        self.view.rule.take_keyboard()

    def _begin_limits(self) -> None:
        self.presenter.begin_limits()
        self.view.limits.setFocus()

    def _begin_ending(self) -> None:
        self.presenter.begin_ending()
        self.view.reason.setFocus()

    def _do(self) -> None:
        before = self.presenter.state
        if self.presenter.do():
            self._done(before)
            return
        state = self.presenter.state
        if state.agreed:
            said = QCoreApplication.translate("Branches", "A rule that was ended does not come back by itself.")
            again = QCoreApplication.translate("Parting", "Press {key} once more, and it is done.").format(key="F9")
            self._shell.frame.say(Notice(Tone.TOLD, said, "", again))
        elif state.mode == RULE and state.problems:
            self.view.rule.take_keyboard(state.problems[0].place)

    def _done(self, before: BranchesState) -> None:
        if before.mode == RULE:
            said = QCoreApplication.translate("Branches", "The rule holds in this branch; every desk will know it.")
        elif before.mode == LIMITS:
            said = QCoreApplication.translate("Branches", "Branches may add rules within these limits.")
        else:
            said = QCoreApplication.translate("Branches", "The rule ends as soon as the notice allows.")
        self.view.rows.setFocus()
        self._shell.frame.say(Notice(Tone.DONE, said, seconds=10))

    def _allow_nothing(self) -> None:
        if self.presenter.allow_nothing():
            said = QCoreApplication.translate("Branches", "Branches may add nothing any more.")
            self.view.rows.setFocus()
            self._shell.frame.say(Notice(Tone.DONE, said, seconds=10))

    def _hint(self) -> str:
        state = self.presenter.state
        if state.shut:
            return QCoreApplication.translate("Versions", "This desk can only be read now.")
        if state.limits is None:
            return QCoreApplication.translate("Branches", "Without limits of the network a branch adds nothing.")
        return QCoreApplication.translate("Branches", "A branch adds promotions of its own; the core is the network’s.")

    def _tell(self, problem: Refusal | Trouble) -> None:
        kept = QCoreApplication.translate("Notices", "Nothing was changed.")
        self._shell.frame.say(Notice(Tone.TROUBLE, sentence_of(problem, language.current()), kept))
