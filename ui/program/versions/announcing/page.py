"""Puts announcing together: F9 announces, F4 leads to the draft, F11 rehearses it, F12 prints its leaflet."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import QCoreApplication

from desk_app.domain.errors import Refusal, Trouble
from desk_app.ports import Desk, Json, VersionRecord
from desk_app.training.offered import codes_in
from desk_app.training.standing import ready_for, shelf_of
from desk_app.versions import today
from ui import formats, language
from ui.action import Action, Bound
from ui.icons import Icon
from ui.marking import QT_TRANSLATE_NOOP
from ui.notice import Answer, Notice, Tone
from ui.paged import Page
from ui.program.page import Shell
from ui.program.versions.announcing.presenter import AnnouncingPresenter, AnnouncingState, last_day_before
from ui.program.versions.announcing.view import AnnouncingView
from ui.program.versions.leaflet import print_changes, print_draft
from ui.wording.problems import problem as sentence_of

NAME = "announcing"


class AnnouncingPage:
    """Joins presenter and view."""

    def __init__(self, shell: Shell, desk: Desk) -> None:
        self._shell = shell
        self._desk = desk
        self._asking = False
        self.view = AnnouncingView()
        self.presenter = AnnouncingPresenter(
            desk, self._show, self._tell, shell.frame.press.run, language.current, self._who_knows
        )
        self.bound = Bound(self.view, self._declared())
        view, presenter = self.view, self.presenter
        view.day_typed.connect(presenter.take_day)
        view.plan_typed.connect(presenter.take_plan)
        view.finding_looked_at.connect(presenter.look_at)
        view.explained.connect(presenter.explain)
        view.place_wanted.connect(self._to_place)

    def page(self) -> Page:
        """What the room holds."""
        return Page(
            NAME, self.view, self, self.bound, opened=self._opened, refreshed=self.presenter.refresh,
            hint=self._hint, panes=(self.view.day, self.view.lines), primary="announce-now",
        )  # fmt: skip

    def _declared(self) -> tuple[Action, ...]:
        return (
            Action(
                "announce-now", QT_TRANSLATE_NOOP("Actions", "Announce"), "F9", Icon.CALENDAR, self._announce,
                QT_TRANSLATE_NOOP("Actions", "Announce this version: the desks say so from today on"),
            ),
            Action(
                "mend", QT_TRANSLATE_NOOP("Actions", "Put it right"), "F2", Icon.CHECK, self.presenter.mend,
                QT_TRANSLATE_NOOP("Actions", "Change the draft as the highlighted finding proposes"),
            ),
            Action(
                "to-draft", QT_TRANSLATE_NOOP("Actions", "To the draft"), "F4", Icon.EDIT, self._to_draft,
                QT_TRANSLATE_NOOP("Actions", "Back to the draft in the editor"),
            ),
            Action(
                "rehearse-draft", QT_TRANSLATE_NOOP("Actions", "Rehearse"), "F11", Icon.COCKPIT, self._rehearse,
                QT_TRANSLATE_NOOP("Actions", "What last year’s bills would have cost under this program"),
            ),
            Action(
                "print-changes", QT_TRANSLATE_NOOP("Actions", "Print “What changed”"), "F12", Icon.PRINT, self._print,
                QT_TRANSLATE_NOOP("Actions", "Print the leaflet for patients: what this version changes"),
            ),
        )  # fmt: skip

    def _who_knows(self, document: Json) -> tuple[int, int] | None:
        """How many of those who learn here know these rules already; asked on a worker."""
        frame = self._shell.frame
        return ready_for(self._desk, shelf_of(frame.home, frame.station), document, partial(codes_in, frame.home))

    def _opened(self) -> None:
        if self.presenter.open(self._shell.draft_key):
            (self.view.lines if self.presenter.state.problems else self.view.day).setFocus()

    def _show(self, state: AnnouncingState) -> None:
        self.view.show_state(state)
        if self._asking and not state.open and not state.looking:
            # nobody is told that something is unanswered once it is not
            self._asking = False
            self._shell.frame.hush()
        ready = state.outlook is not None and not state.same and not state.problems
        self.bound["announce-now"].setEnabled(ready and not state.shut)
        mends = state.found is not None and bool(state.found.finding.fix)
        self.bound["mend"].setVisible(mends)
        self.bound["mend"].setEnabled(mends and not state.shut)
        self.bound["to-draft"].setEnabled(state.draft is not None and not state.shut)
        self.bound["rehearse-draft"].setEnabled(state.draft is not None and not state.problems)
        self.bound["print-changes"].setEnabled(ready and bool(state.changes))
        self._shell.frame.hint_changed()

    def _announce(self) -> None:
        if not self.view.settle():
            self.view.day.setFocus()
            return
        state = self.presenter.state
        if "day" in state.faults:
            self.view.day.setFocus()
            return
        if state.open:
            self._ask_for_answers(state)
            return
        agreed = state.agreed
        made = self.presenter.announce()
        if made is not None:
            self._announced(made)
        elif self.presenter.state.agreed and not agreed:
            said = QCoreApplication.translate("Announcing", "These rules hold from today on and cannot be withdrawn.")
            again = QCoreApplication.translate("Announcing", "Press {key} once more, and they hold.").format(key="F9")
            self._shell.frame.say(Notice(Tone.TOLD, said, "", again))

    def _ask_for_answers(self, state: AnnouncingState) -> None:
        place = next(i for i, one in enumerate(state.findings) if one in state.open)
        self.presenter.look_at(place)
        self.view.findings.setFocus()
        said = QCoreApplication.translate("Announcing", "The check-up is not answered yet.")
        kept = QCoreApplication.translate("Announcing", "Nothing was announced; the draft is kept.")
        advice = QCoreApplication.translate("Announcing", "Mend what it found, or write why it may stay.")
        self._asking = True
        self._shell.frame.say(Notice(Tone.REFUSED, said, kept, advice))

    def _announced(self, made: VersionRecord) -> None:
        last = last_day_before(made.effective_from)
        frame = self._shell.frame
        if last < self._today():
            said = QCoreApplication.translate("Announcing", "Version {number} is in force from today.")
            then = ""
        else:
            said = QCoreApplication.translate("Announcing", "Version {number} is announced and begins on {day}.")
            then = QCoreApplication.translate(
                "Announcing", "The old rules hold until then; F4 in the list withdraws it until {last}."
            ).format(last=formats.day(last))
        words = said.format(number=made.label, day=formats.day(made.effective_from))
        leaflet = QCoreApplication.translate("Announcing", "Print the leaflet")
        answer = Answer(leaflet, "", lambda: print_changes(frame, self._desk, made))
        self._shell.open_version(made.mark, "versions")
        frame.say(Notice(Tone.DONE, words, then, answer=answer))

    def _today(self) -> date:
        with self._desk.store.reading() as reading:
            return today(self._desk, reading)

    def _to_draft(self) -> None:
        self._to_place("")

    def _to_place(self, place: str) -> None:
        draft = self.presenter.state.draft
        if draft is not None:
            self._shell.open_draft(draft.key, "editor", place)

    def _rehearse(self) -> None:
        draft = self.presenter.state.draft
        if draft is not None:
            self._shell.open_draft(draft.key, "rehearsal")

    def _print(self) -> None:
        state = self.presenter.state
        if state.draft is not None:
            print_draft(self._shell.frame, self._desk, state.draft.document, None)

    def _hint(self) -> str:
        if self.presenter.state.shut:
            return QCoreApplication.translate("Versions", "This desk can only be read now.")
        return QCoreApplication.translate("Announcing", "Nobody hears of it before F9; what you type is kept at once.")

    def _tell(self, problem: Refusal | Trouble) -> None:
        kept = QCoreApplication.translate("Announcing", "Nothing was announced; the draft is kept.")
        self._shell.frame.say(Notice(Tone.TROUBLE, sentence_of(problem, language.current()), kept))
