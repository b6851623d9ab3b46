"""Puts the first page together: Enter begins the next thing, other keys lead to the other pages."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desk_app.training.standing import is_name, same_person
from ui.action import Action, Bound
from ui.icons import Icon
from ui.marking import QT_TRANSLATE_NOOP
from ui.notice import Notice, Tone
from ui.paged import Page
from ui.training.known import Known
from ui.training.page import Shell
from ui.training.start.view import StartView


class StartPage:
    """Joins what is known and the view."""

    def __init__(self, shell: Shell) -> None:
        self._shell = shell
        self._room = shell.classroom
        self._leads = False
        self._name_refused = False
        self.view = StartView()
        self.bound = Bound(self.view, self._declared())
        self.view.named.connect(self._named)
        self.view.sent.connect(self._name_sent)
        self.view.name.textEdited.connect(self._name_typed)
        self.view.begun.connect(self.begin)
        self.view.lesson_wanted.connect(shell.begin_lesson)
        self._room.listen(self._show)

    def page(self) -> Page:
        """What the room holds."""
        view = self.view
        return Page(
            "start", view, self, self.bound, opened=self._opened, refreshed=self._room.refresh, hint=self._hint,
            back=self._back, panes=(view.name, view.begin, view.scrolled, view.lessons),
        )  # fmt: skip

    def _declared(self) -> tuple[Action, ...]:
        open_page = self._shell.open_page
        return (
            Action(
                "quiz", QT_TRANSLATE_NOOP("Actions", "Questions about the rules"), "F2", Icon.WHY, self._quiz,
                QT_TRANSLATE_NOOP("Actions", "Eight questions, each answer told at once with its reason"),
            ),
            Action(
                "asked", QT_TRANSLATE_NOOP("Actions", "What patients ask"), "F4", Icon.NOTE,
                lambda: open_page("asked"),
                QT_TRANSLATE_NOOP("Actions", "Ten questions of patients, with the answer to say aloud"),
            ),
            Action(
                "read", QT_TRANSLATE_NOOP("Actions", "The rules"), "F7", Icon.PROGRAM, self._read,
                QT_TRANSLATE_NOOP("Actions", "What a version changes: read and agree, or object"),
            ),
            Action(
                "branch", QT_TRANSLATE_NOOP("Actions", "Who is ready"), "F11", Icon.COCKPIT,
                lambda: open_page("branch"),
                QT_TRANSLATE_NOOP("Actions", "For managers: who is ready, what is misunderstood, objections"),
            ),
            Action(
                "desk-card", QT_TRANSLATE_NOOP("Actions", "Cheat card"), "F12", Icon.PRINT, self._print,
                QT_TRANSLATE_NOOP("Actions", "Print the desk card: the answers to say, and every key"),
            ),
        )  # fmt: skip

    def begin(self) -> None:
        """The next thing."""
        known = self._room.known
        if not self.view.begin.isEnabled():
            return
        step = known.next
        match step.step:
            case "name":
                self._name_sent()
            case "lesson":
                self._shell.begin_lesson(step.of)
            case "quiz":
                self._shell.open_version(step.of, "quiz")
            case "read":
                self._shell.open_version(step.of, "version")
            case "pulse":
                self._shell.open_version(step.of, "pulse")
            case "ready":
                self._shell.open_page("asked")

    def _opened(self) -> None:
        self._leads = True
        self._stand()
        self._room.refresh()

    def _back(self) -> bool:
        """Esc: the bar falls silent, and Enter does the next thing again."""
        self._shell.frame.hush()
        self._stand()
        return True

    def _stand(self) -> None:
        """The keyboard stands where Enter does the next thing."""
        (self.view.begin if self._room.known.name and self.view.begin.isEnabled() else self.view.name).setFocus()

    def _lead(self) -> None:
        """The same once there is a next thing."""
        self._leads = False
        self._stand()

    def _name_sent(self) -> None:
        """Enter in the name: what is missing is said."""
        name = self.view.name.text()
        if is_name(name):
            self._shell.frame.hush()
            self._named(name)
            if self._room.known.looked:
                self._stand()
            return
        if name.strip():
            said = QCoreApplication.translate("Training", "This is no name: what you learn is kept under it.")
        else:
            said = QCoreApplication.translate("Training", "The name is missing: type your surname and given name.")
        self._shell.frame.say(Notice(Tone.REFUSED, said))
        self._name_refused = True
        self.view.name.setFocus()
        self.view.name.selectAll()

    def _name_typed(self) -> None:
        """What was said of the name before is not true of it any more."""
        if self._name_refused:
            self._name_refused = False
            self._shell.frame.hush()

    def _named(self, name: str) -> None:
        """The name was left: whoever learned under it before, typed in whatever way, is the same person."""
        known = self._room.known
        if not is_name(name):
            self.view.name.setText(known.name)
            return
        kept = same_person(name, known.records.people)
        if kept != known.name:
            self._leads = True
            self._room.call_her(kept)
        self.view.name.setText(kept)

    def _show(self, known: Known) -> None:
        self.view.show_known(known)
        taught = bool(known.course.matters)
        for name in ("asked", "read", "branch", "desk-card"):
            self.bound[name].setEnabled(taught)
        if self._leads and known.looked:
            self._lead()
        self.bound["quiz"].setEnabled(taught and bool(known.name))
        self._shell.frame.hint_changed()

    def _quiz(self) -> None:
        known = self._room.known
        unknown = next((one for one in known.left if not one.ready.knows), None)
        now = known.course.now
        key = unknown.taught.key if unknown is not None else now.key if now is not None else ""
        self._shell.open_version(key, "quiz")

    def _read(self) -> None:
        known = self._room.known
        unread = next((one for one in known.left if not one.read), None)
        matters = known.course.matters
        self._shell.open_version(unread.taught.key if unread is not None else matters[-1].key, "version")

    def _print(self) -> None:
        from ui.training.cheat_card import print_card

        print_card(self._shell.frame, self._room.desk, self._room.known.course, self._shell.keys)

    def _hint(self) -> str:
        if self._room.known.name:
            return ""
        if self._room.shelf.shared:
            return QCoreApplication.translate(
                "Training",
                "Your name is kept in the folder the desks of the clinic share; the centre never has it.",
            )
        return QCoreApplication.translate("Training", "Your name is kept on this computer; the centre never has it.")
