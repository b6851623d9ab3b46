"""Puts the page of versions together."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desk_app.domain.errors import Refusal, Trouble
from desk_app.ports import Desk
from desk_app.rollout.diary import is_leaflet
from ui import language
from ui.action import Action, Bound
from ui.icons import Icon
from ui.marking import QT_TRANSLATE_NOOP
from ui.notice import Answer, Notice, Tone
from ui.paged import Page
from ui.program.page import Shell
from ui.program.versions.leaflet import print_changes, print_draft
from ui.program.versions.presenter import VersionsPresenter, VersionsState
from ui.program.versions.view import VersionsView
from ui.program.versions.words import name_of
from ui.wording.problems import problem as sentence_of


class VersionsPage:
    """Joins presenter and view; F2 begins a program, F9 or Enter opens the highlighted draft."""

    def __init__(self, shell: Shell, desk: Desk) -> None:
        self._shell = shell
        self._desk = desk
        self.view = VersionsView()
        frame = shell.frame
        self.presenter = VersionsPresenter(
            desk, self._show, shell.open_draft, self._tell, frame.press.run, language.current
        )
        self.bound = Bound(self.view, self._declared())
        self.view.highlighted.connect(self.presenter.highlight)
        self.view.chosen.connect(self.presenter.open)
        self.view.delete_wanted.connect(self._delete)
        self.view.retold.connect(self.presenter.retell)
        frame.when_out(self._printed)
        self.view.show_state(self.presenter.state)

    def page(self) -> Page:
        """What the room holds."""
        return Page(
            "versions", self.view, self, self.bound, opened=self._opened, refreshed=self.presenter.refresh,
            hint=self._hint, panes=(self.view.rows, self.view.lines), primary="open begin-from",
        )  # fmt: skip

    def _declared(self) -> tuple[Action, ...]:
        do = self.presenter
        return (
            Action(
                "new", QT_TRANSLATE_NOOP("Actions", "New program"), "F2", Icon.ADD, do.begin,
                QT_TRANSLATE_NOOP("Actions", "Begin a program: empty, from a preset, or from the one in force"),
            ),
            Action(
                "open", QT_TRANSLATE_NOOP("Actions", "Open in the editor"), "F9", Icon.EDIT, do.open,
                QT_TRANSLATE_NOOP("Actions", "Go on with the highlighted draft"),
            ),
            Action(
                "begin-from", QT_TRANSLATE_NOOP("Actions", "New draft from it"), "F9", Icon.COPY, do.open,
                QT_TRANSLATE_NOOP("Actions", "Begin a draft with the rules of the highlighted version"),
            ),
            Action(
                "announce-draft", QT_TRANSLATE_NOOP("Actions", "Announce…"), "F4", Icon.CALENDAR, self._announce,
                QT_TRANSLATE_NOOP("Actions", "Choose the first day of this version and whom it is told"),
            ),
            Action(
                "withdraw", QT_TRANSLATE_NOOP("Actions", "Withdraw…"), "F4", Icon.VOID, self._withdraw,
                QT_TRANSLATE_NOOP("Actions", "Take the announced version back before its first day"),
            ),
            Action(
                "rehearse-draft", QT_TRANSLATE_NOOP("Actions", "Rehearse"), "F11", Icon.COCKPIT, self._rehearse,
                QT_TRANSLATE_NOOP("Actions", "What last year’s bills would have cost under this program"),
            ),
            Action(
                "told", QT_TRANSLATE_NOOP("Actions", "Who was told"), "F7", Icon.MEMBERS, self._who_was_told,
                QT_TRANSLATE_NOOP("Actions", "Patients who were told of the highlighted version, and who were not"),
            ),
            Action(
                "print-changes", QT_TRANSLATE_NOOP("Actions", "Print “What changed”"), "F12", Icon.PRINT, self._print,
                QT_TRANSLATE_NOOP("Actions", "Print the leaflet for patients: what this version changes"),
            ),
            Action(
                "desks-informed", QT_TRANSLATE_NOOP("Actions", "Desks are informed"), "Shift+F7", Icon.CHECK,
                self._desks_informed,
                QT_TRANSLATE_NOOP("Actions", "Note in the diary that staff at the desks know of this version"),
            ),
            Action(
                "delete-draft", QT_TRANSLATE_NOOP("Actions", "Delete the draft"), "Shift+F8", Icon.REMOVE, self._delete,
                QT_TRANSLATE_NOOP("Actions", "Delete the highlighted draft; F8 brings it back"),
            ),
            Action(
                "undo-delete", QT_TRANSLATE_NOOP("Actions", "Undo"), "F8", Icon.UNDO, self._undo,
                QT_TRANSLATE_NOOP("Actions", "Bring back the draft that was deleted last"),
            ),
            Action(
                "branch-rules", QT_TRANSLATE_NOOP("Actions", "Rules of branches"), "Shift+F2", Icon.CLINIC,
                self._branches,
                QT_TRANSLATE_NOOP("Actions", "What a branch may add to the program, and what it has added"),
            ),
            Action(
                "end-program", QT_TRANSLATE_NOOP("Actions", "End the program…"), "Shift+F4", Icon.CLOSE, self._end,
                QT_TRANSLATE_NOOP("Actions", "Announce the last day of the program, or take that back"),
            ),
        )  # fmt: skip

    def _opened(self) -> None:
        self.presenter.refresh(self._shell.version_mark or self._shell.draft_key)
        self.view.rows.setFocus()

    def _show(self, state: VersionsState) -> None:
        self.view.show_state(state)
        row = state.row
        draft, life = (row.draft, row.life) if row is not None else (None, None)
        seen, can = state.seen, not state.shut
        told = seen is not None and seen.heard is not None
        for name, shown, enabled in (
            ("new", True, can), ("open", life is None, draft is not None and can),
            ("begin-from", life is not None, can), ("announce-draft", draft is not None, can and not state.first),
            ("withdraw", life is not None and life.status == "announced", can),
            ("rehearse-draft", draft is not None, not state.first), ("told", life is not None, told),
            ("print-changes", row is not None, seen is not None and bool(seen.before) and self._can_print(state)),
            ("desks-informed", told, can), ("delete-draft", draft is not None, can),
            ("undo-delete", state.gone is not None, can), ("branch-rules", not state.first, True),
            ("end-program", not state.first, can),
        ):  # fmt: skip
            self.bound[name].setVisible(shown)
            self.bound[name].setEnabled(shown and enabled)
        self._shell.frame.hint_changed()

    def _can_print(self, state: VersionsState) -> bool:
        row, seen = state.row, state.seen
        if row is None or seen is None or not seen.changes:
            return False
        return row.draft is not None or row.status in ("announced", "in_force")

    # what leads elsewhere

    def _announce(self) -> None:
        row = self.presenter.state.row
        if row is not None and row.draft is not None:
            self._shell.open_draft(row.key, "announcing")

    def _rehearse(self) -> None:
        row = self.presenter.state.row
        if row is not None and row.draft is not None:
            self._shell.open_draft(row.key, "rehearsal")

    def _withdraw(self) -> None:
        row = self.presenter.state.row
        if row is not None and row.life is not None:
            self._shell.open_version(row.key, "parting")

    def _who_was_told(self) -> None:
        row = self.presenter.state.row
        if row is not None and row.life is not None:
            self._shell.open_version(row.key, "telling")

    def _end(self) -> None:
        self._shell.open_version("", "parting")

    def _branches(self) -> None:
        self._shell.open_page("branches")

    # what is done here

    def _print(self) -> None:
        row = self.presenter.state.row
        if row is not None and row.draft is not None:
            print_draft(self._shell.frame, self._desk, row.draft.document, None)
        elif row is not None and row.life is not None:
            print_changes(self._shell.frame, self._desk, row.life.record)

    def _printed(self, note: str) -> None:
        """The diary has it now."""
        if is_leaflet(note) and self.view.isVisible():
            self.presenter.refresh()

    def _desks_informed(self) -> None:
        if self.presenter.desks_informed():
            said = QCoreApplication.translate("Versions", "The diary has it: the desks are informed.")
            self._shell.frame.say(Notice(Tone.DONE, said, seconds=8))

    def _delete(self) -> None:
        row = self.presenter.state.row
        gone = self.presenter.delete()
        if gone is not None and row is not None:
            said = QCoreApplication.translate("Versions", "The draft “{name}” is deleted.").format(name=name_of(row))
            back = Answer(QCoreApplication.translate("Versions", "Bring it back"), "F8", self._undo)
            self._shell.frame.say(Notice(Tone.DONE, said, answer=back))

    def _undo(self) -> None:
        self.presenter.undo()
        self._shell.frame.hush()

    def _hint(self) -> str:
        state = self.presenter.state
        if state.shut:
            return QCoreApplication.translate("Versions", "This desk can only be read now.")
        row = state.row
        if row is not None and row.draft is not None:
            return QCoreApplication.translate("Versions", "A draft lies on this computer alone until it is announced.")
        if row is not None and row.status == "in_force":
            return QCoreApplication.translate("Versions", "A version in force never changes: F9 begins the next one.")
        return ""

    def _tell(self, problem: Refusal | Trouble) -> None:
        kept = QCoreApplication.translate("Notices", "Nothing was changed.")
        self._shell.frame.say(Notice(Tone.TROUBLE, sentence_of(problem, language.current()), kept))
