"""Puts the list of patients together: F9 or Enter notes that one was told, F12 writes the list as a file."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication

from desk_app.domain.errors import Refusal, Trouble
from desk_app.ports import Desk
from ui import language
from ui.action import Action, Bound
from ui.file_dialog import ask_new_file
from ui.icons import Icon
from ui.marking import QT_TRANSLATE_NOOP
from ui.notice import Notice, Tone
from ui.paged import Page
from ui.program.page import Shell
from ui.program.versions.telling.file import table_of
from ui.program.versions.telling.presenter import CHANNELS, TellingPresenter, TellingState
from ui.program.versions.telling.view import TellingView
from ui.wording.problems import problem as sentence_of

NAME = "telling"


class TellingPage:
    """Joins presenter and view."""

    def __init__(self, shell: Shell, desk: Desk) -> None:
        self._shell = shell
        self.view = TellingView()
        self.presenter = TellingPresenter(desk, self._show, self._tell, shell.frame.press.run)
        self.bound = Bound(
            self.view,
            (
                Action(
                    "was-told", QT_TRANSLATE_NOOP("Actions", "Was told"), "F9", Icon.CHECK, self._note,
                    QT_TRANSLATE_NOOP("Actions", "Note that the highlighted patient was told of the new rules"),
                ),
                Action(
                    "messages-out", QT_TRANSLATE_NOOP("Actions", "Messages went out"), "F4", Icon.MAIL, self._note_all,
                    QT_TRANSLATE_NOOP("Actions", "Note that everybody of this list was written to"),
                ),
                Action(
                    "told-file", QT_TRANSLATE_NOOP("Actions", "As a file"), "F12", Icon.SAVE, self._write,
                    QT_TRANSLATE_NOOP("Actions", "Write this list as a table that other programs open"),
                ),
            ),
        )  # fmt: skip
        view, presenter = self.view, self.presenter
        view.scope_chosen.connect(presenter.choose_scope)
        view.way_chosen.connect(presenter.choose_way)
        view.searched.connect(presenter.search)
        view.highlighted.connect(presenter.highlight)
        view.chosen.connect(self._note)

    def page(self) -> Page:
        """What the room holds."""
        return Page(
            NAME, self.view, self, self.bound, opened=self._opened, refreshed=self.presenter.refresh, back=self._back,
            hint=self._hint, panes=(self.view.rows, self.view.search), primary="was-told",
        )  # fmt: skip

    def _opened(self) -> None:
        self.presenter.open(self._shell.version_mark)
        self.view.setFocus()

    def _back(self) -> bool:
        if self.presenter.state.text:
            self.presenter.search("")
            self.view.rows.setFocus()
            return True
        return False

    def _show(self, state: TellingState) -> None:
        self.view.show_state(state)
        person = state.person
        self.bound["was-told"].setEnabled(person is not None and person.told is None and not state.shut)
        messages = state.scope in CHANNELS
        self.bound["messages-out"].setVisible(messages)
        self.bound["messages-out"].setEnabled(messages and bool(state.people) and not state.shut and not state.busy)
        self.bound["told-file"].setEnabled(bool(state.people) and not state.busy)
        self._shell.frame.hint_changed()

    def _note(self) -> None:
        person = self.presenter.note_one()
        if person is not None:
            said = QCoreApplication.translate("Telling", "{name} was told.").format(name=person.name)
            self._shell.frame.say(Notice(Tone.DONE, said, seconds=4))

    def _note_all(self) -> None:
        count = len(self.presenter.state.people)
        if not self.presenter.note_all(self._noted) and self.presenter.state.agreed:
            said = QCoreApplication.translate("Telling", "%n patient(s) will be noted as told.", "", count)
            again = QCoreApplication.translate("Telling", "Press {key} once more when the messages are sent.")
            self._shell.frame.say(Notice(Tone.TOLD, said, "", again.format(key="F4")))

    def _noted(self, fresh: int) -> None:
        said = QCoreApplication.translate("Telling", "%n patient(s) are noted as told.", "", fresh)
        self._shell.frame.say(Notice(Tone.DONE, said, seconds=8))

    def _write(self) -> None:
        asked = QCoreApplication.translate("Telling", "Where is the list written?")
        kinds = QCoreApplication.translate("Telling", "Tables (*.csv)")
        state = self.presenter.state
        number = state.life.record.label if state.life is not None else "end"
        if (file := ask_new_file(self.view, asked, f"{state.scope}-v{number}.csv", kinds)) is not None:
            self.write_file(file)

    def write_file(self, file: Path) -> None:
        """Write the list that is shown, all of it."""
        presenter, spoken, heads = self.presenter, language.current(), _heads()

        def work() -> int:
            people = list(presenter.all_people())
            file.write_bytes(table_of(people, heads, spoken))
            return len(people)

        self._shell.frame.press.run(work, lambda count: self._written(file, count), self._not_written)

    def _written(self, file: Path, count: int) -> None:
        said = QCoreApplication.translate("Telling", "%n patient(s) are in {name}.", "", count).format(name=file.name)
        kept = QCoreApplication.translate("Telling", "It holds names and phones: delete it when it is not needed.")
        self._shell.frame.say(Notice(Tone.DONE, said, kept, seconds=12))

    def _not_written(self, trouble: Exception) -> None:
        if isinstance(trouble, Refusal | Trouble):
            self._tell(trouble)
            return
        if not isinstance(trouble, OSError):
            raise trouble
        said = QCoreApplication.translate("Editor", "The file could not be written.")
        kept = QCoreApplication.translate("Notices", "Nothing was changed.")
        self._shell.frame.say(Notice(Tone.TROUBLE, said, kept))

    def _hint(self) -> str:
        if self.presenter.state.shut:
            return QCoreApplication.translate("Versions", "This desk can only be read now.")
        return QCoreApplication.translate("Telling", "The first time somebody hears of it counts.")

    def _tell(self, problem: Refusal | Trouble) -> None:
        kept = QCoreApplication.translate("Notices", "Nothing was changed.")
        self._shell.frame.say(Notice(Tone.TROUBLE, sentence_of(problem, language.current()), kept))


def _heads() -> tuple[str, ...]:
    return (
        QCoreApplication.translate("Telling", "Patient"), QCoreApplication.translate("Telling", "Phone or address"),
        QCoreApplication.translate("Telling", "Member since"), QCoreApplication.translate("Telling", "Told on"),
        QCoreApplication.translate("Telling", "How"), QCoreApplication.translate("Telling", "By whom"),
        QCoreApplication.translate("Telling", "Number"),
    )  # fmt: skip
