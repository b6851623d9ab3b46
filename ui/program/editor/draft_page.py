"""Puts the editor together: what is typed goes to the presenter, is kept within a blink, and soon looked at."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from desk_app.documents.program_toml import to_toml
from desk_app.domain.errors import Refusal, Trouble, WrongInput
from desk_app.domain.people import Service
from desk_app.editing import starts
from desk_app.ports import Desk, Json
from ui import language
from ui.action import Action, Bound
from ui.file_dialog import ask_file, ask_new_file
from ui.icons import Icon
from ui.marking import QT_TRANSLATE_NOOP
from ui.notice import Notice, Tone
from ui.paged import Page
from ui.program.beside import BesidePanel
from ui.program.editor.presenter import EditorPresenter, EditorState
from ui.program.editor.start_view import Start
from ui.program.editor.view import EditorView
from ui.program.page import Shell
from ui.wording.problems import problem as sentence_of
from ui.wording.program_form.ready import READY

NAME: Final = "editor"
KEEP: Final = 200
"""Milliseconds after a key within which the draft is on the disk."""
LOOK: Final = 120
"""Milliseconds of quiet after which the document is looked at."""
AHEAD: Final = 15
"""Milliseconds between two bits of the pages that are made before they are asked for."""


class EditorPage:
    """Joins the two, and asks for files."""

    def __init__(self, shell: Shell, desk: Desk) -> None:
        self._shell = shell
        self._desk = desk
        self.beside = BesidePanel(desk)
        self.view = EditorView(self._starts, self.beside)
        self._keeping = QTimer(self.view, singleShot=True, interval=KEEP)
        self._looking = QTimer(self.view, singleShot=True, interval=LOOK)
        self._ahead = QTimer(self.view, interval=AHEAD)
        self._pages = self.view.prepare()
        self.presenter = EditorPresenter(desk, self._show, self._changed, self._tell)
        self._read = False
        self._services: Sequence[Service] = ()
        self.bound = Bound(self.view, self._declared())
        self._wire()

    def page(self) -> Page:
        """What the room holds."""
        return Page(
            NAME, self.view, self, self.bound, opened=self._opened, refreshed=self._refreshed, back=self._back,
            ended=self._ended, hint=self._hint, panes=(self.view.list, self.view.form, self.beside),
            primary="publish announce", reveal=self._reveal,
        )  # fmt: skip

    def _declared(self) -> tuple[Action, ...]:
        do = self.presenter
        return (
            Action(
                "starts", QT_TRANSLATE_NOOP("Actions", "Begin with…"), "F2", Icon.PROGRAM, self._begin_anew,
                QT_TRANSLATE_NOOP("Actions", "Choose what this program begins with; it can be undone"),
            ),
            Action(
                "open-question", QT_TRANSLATE_NOOP("Actions", "Next open"), "F7", Icon.WHY, self._next_open,
                QT_TRANSLATE_NOOP("Actions", "Go to the next question that needs an answer, or has a wrong one"),
            ),
            Action(
                "undo", QT_TRANSLATE_NOOP("Actions", "Undo"), "F8", Icon.UNDO, do.undo,
                QT_TRANSLATE_NOOP("Actions", "Take back the last change of the program"),
            ),
            Action(
                "redo", QT_TRANSLATE_NOOP("Actions", "Redo"), "Shift+F8", Icon.NEXT, do.redo,
                QT_TRANSLATE_NOOP("Actions", "Make again what was taken back"),
            ),
            Action(
                "beside", QT_TRANSLATE_NOOP("Actions", "Check-up"), "F1", Icon.INFO, self.view.turn,
                QT_TRANSLATE_NOOP("Actions", "Go to the check-up, the leaflet and the worked bill, and back"),
            ),
            Action(
                "write", QT_TRANSLATE_NOOP("Actions", "As a file"), "F12", Icon.SAVE, self._write,
                QT_TRANSLATE_NOOP("Actions", "Write the program as a TOML file"),
            ),
            Action(
                "rehearse", QT_TRANSLATE_NOOP("Actions", "Rehearse"), "F11", Icon.COCKPIT, self._rehearse,
                QT_TRANSLATE_NOOP("Actions", "What last year’s bills would have cost under this program"),
            ),
            Action(
                "publish", QT_TRANSLATE_NOOP("Actions", "Put in force"), "F9", Icon.CHECK, self._publish,
                QT_TRANSLATE_NOOP("Actions", "Put the first program of the clinic in force from today"),
            ),
            Action(
                "announce", QT_TRANSLATE_NOOP("Actions", "Announce…"), "F9", Icon.CALENDAR, self._announce,
                QT_TRANSLATE_NOOP("Actions", "Choose the first day of this version and whom it is told"),
            ),
            Action(
                "next", QT_TRANSLATE_NOOP("Actions", "Next question"), "Ctrl+PgDown", Icon.DOWN, partial(self._step, 1),
            ),
            Action(
                "previous", QT_TRANSLATE_NOOP("Actions", "Previous question"), "Ctrl+PgUp", Icon.UP,
                partial(self._step, -1),
            ),
        )  # fmt: skip

    def _wire(self) -> None:
        view, presenter, beside = self.view, self.presenter, self.beside
        view.edited.connect(presenter.change)
        view.given.connect(presenter.put)
        view.switched.connect(presenter.switch)
        view.question_wanted.connect(presenter.go)
        view.start_chosen.connect(self._begin_with)
        beside.edited.connect(presenter.change)
        beside.wanted.connect(self._reveal)
        beside.reasoned.connect(presenter.reason)
        beside.found.connect(presenter.found)
        beside.learned.connect(view.know)
        self._keeping.timeout.connect(presenter.save)
        self._looking.timeout.connect(self._look)
        self._ahead.timeout.connect(self._make_ahead)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._focus_went)
        for name in ("next", "previous"):
            self.bound[name].setVisible(False)

    # coming and going

    def _opened(self) -> None:
        key = self._shell.draft_key
        if key is None:
            self._shell.open_page("versions")
            return
        if self.presenter.draft is None or self.presenter.draft.key != key:
            self.beside.begin_anew()
        self.presenter.open(key)
        if self.presenter.draft is None:
            self._shell.open_page("versions")
            return
        self.beside.show_reasons(self.presenter.draft.reasons)
        self._shell.frame.press.run(self._load, self._loaded, self._not_loaded)
        self.view.take_start()

    def _load(self) -> tuple[Sequence[Service], Mapping[str, int]]:
        # loaded here, and not by the first key that needs them
        import ui.program.calendar
        import ui.program.ladder
        import ui.program.picking  # noqa: F401 - the same
        from desk_app.documents.program_file import problems

        problems({})  # the first document that is read takes longer than a key may wait
        with self._desk.store.reading() as reading:
            return reading.services("", 1_000_000), {}

    def _loaded(self, known: tuple[Sequence[Service], Mapping[str, int]]) -> None:
        self._read, self._services = True, known[0]
        self.view.know(*known)
        self.beside.refresh()
        self._look()
        self._ahead.start()

    def _make_ahead(self) -> None:
        """A bit of a page nobody asked for yet; what is typed goes first."""
        if not self._keeping.isActive() and next(self._pages, self) is self:
            self._ahead.stop()

    def _not_loaded(self, trouble: Exception) -> None:
        if not isinstance(trouble, Refusal | Trouble):
            raise trouble
        self._tell(trouble)

    def _refreshed(self) -> None:
        self._look()

    def _back(self) -> bool:
        if self.view.turn_back():
            return True
        if self.presenter.state.starting and self.presenter.state.document:
            self.presenter.begin_anew(starting=False)
            self.view.take_start()
            return True
        if (
            not self.presenter.state.starting
            and not self.view.list.hasFocus()
            and self.view.in_form(QApplication.focusWidget())
        ):
            self.view.take_start()
            return True
        self.presenter.left()
        return False

    def _ended(self) -> None:
        self.presenter.close()
        self.beside.close_down()
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.disconnect(self._focus_went)

    def _focus_went(self, old: QWidget | None, now: QWidget | None) -> None:
        if self.view.in_form(old) and old is not now:
            self.presenter.left()

    # what changes

    def _show(self, state: EditorState) -> None:
        self.view.show_state(state)
        self.beside.show_document(state.document, state.problems)
        for name, can in (
            ("undo", state.can_undo), ("redo", state.can_redo), ("write", not state.starting),
            ("open-question", not state.starting), ("rehearse", not state.starting and state.live is not None),
            ("starts", not state.starting), ("beside", not state.starting),
        ):  # fmt: skip
            self.bound[name].setEnabled(can)
        first = state.live is None
        for name, now in (("publish", first), ("announce", not first)):
            self.bound[name].setVisible(now)
            self.bound[name].setEnabled(now and not state.starting and not state.shut)
        self._shell.frame.hint_changed()

    def _changed(self) -> None:
        # Begun anew by no key: whoever types on and on is kept all the same.
        if not self._keeping.isActive():
            self._keeping.start()
        self._looking.start()

    def _look(self) -> None:
        if self._read and self.presenter.draft is not None:
            self.presenter.check()

    # what is asked for

    def _starts(self) -> list[Start]:
        said = language.current()
        codes = [*starts.PRESETS, *(("live",) if self.presenter.state.live is not None else ()), "file", "empty"]
        return [Start(code, READY[code][0].said(said), READY[code][1].said(said)) for code in codes]

    def _begin_with(self, code: str) -> None:
        if code == "file":
            self._take_file()
            return
        live = self.presenter.state.live
        if code == "live" and live is not None:
            self._begin(dict(live.document))
            return
        ready = starts.empty() if code == "empty" else starts.preset(code)
        self._begin(self.presenter.made_own(ready))

    def _begin(self, document: Json) -> None:
        self.beside.begin_anew()
        self.presenter.begin_with(document)
        self._look()
        self.view.take_start()

    def _begin_anew(self) -> None:
        self.presenter.begin_anew()
        self.view.take_start()

    def _next_open(self) -> None:
        if self.presenter.next_open():
            self.view.take_keyboard()
            return
        said = QCoreApplication.translate("Editor", "Every question is answered.")
        self._shell.frame.say(Notice(Tone.DONE, said, seconds=6))

    def _step(self, by: int) -> None:
        self.presenter.step(by)
        self.view.take_keyboard()

    def _reveal(self, path: str) -> None:
        self.presenter.reveal(path)
        self.view.take_keyboard(path)

    def _rehearse(self) -> None:
        self.presenter.save()
        self._shell.open_page("rehearsal")

    def _announce(self) -> None:
        self.presenter.save()
        self._shell.open_page("announcing")

    def _publish(self) -> None:
        self._look()
        if self.presenter.next_unanswered():
            self.view.take_keyboard()
            said = QCoreApplication.translate("Editor", "Some questions are still open.")
            kept = QCoreApplication.translate("Editor", "The draft is kept.")
            advice = QCoreApplication.translate("Editor", "F7 leads from one to the next.")
            self._shell.frame.say(Notice(Tone.REFUSED, said, kept, advice))
            return
        self.presenter.save()
        run, services = self._shell.frame.press.run, self._services
        run(lambda: self.presenter.blocked(services), self._looked_through, self._not_loaded)

    def _looked_through(self, blocked: bool) -> None:
        """The check-up was asked: where it wants an answer, the page of announcing has room for it."""
        if blocked:
            self._announce()
        elif self.presenter.publish() is not None:
            said = QCoreApplication.translate("Editor", "The program is in force from today.")
            self._shell.frame.say(Notice(Tone.DONE, said, seconds=12))
            self._shell.open_page("versions")

    def _take_file(self) -> None:
        asked = QCoreApplication.translate("Editor", "Which program?")
        kinds = QCoreApplication.translate("Editor", "Programs (*.toml *.json)")
        if (file := ask_file(self.view, asked, kinds)) is not None:
            self.take_file(file)

    def take_file(self, file: Path) -> None:
        """Begin with the program of a file."""
        from desk_app.documents.program_file import read_document

        try:
            document = read_document(file.read_bytes())
        except OSError:
            self._tell(WrongInput("file.unreadable"))
        except Refusal as refusal:
            self._tell(refusal)
        else:
            self._begin(document)

    def _write(self) -> None:
        self.presenter.save()
        asked = QCoreApplication.translate("Editor", "Where is the program written?")
        kinds = QCoreApplication.translate("Editor", "Programs (*.toml)")
        name = f"{self.presenter.state.document.get('code') or 'program'}.toml"
        if (file := ask_new_file(self.view, asked, name, kinds)) is not None:
            self.write_file(file)

    def write_file(self, file: Path) -> None:
        """Write the program as readable TOML."""
        try:
            file.write_text(to_toml(self.presenter.state.document), encoding="utf-8")
        except OSError:
            said = QCoreApplication.translate("Editor", "The file could not be written.")
            self._shell.frame.say(
                Notice(Tone.TROUBLE, said, QCoreApplication.translate("Editor", "The draft is kept."))
            )
        else:
            said = QCoreApplication.translate("Editor", "Saved as {name}.").format(name=file.name)
            self._shell.frame.say(Notice(Tone.DONE, said, seconds=8))

    def _tell(self, problem: Refusal | Trouble) -> None:
        kept = QCoreApplication.translate("Editor", "The draft is kept.")
        self._shell.frame.say(Notice(Tone.TROUBLE, sentence_of(problem, language.current()), kept))

    def _hint(self) -> str:
        if self.presenter.state.starting:
            return QCoreApplication.translate(
                "Editor", "Whatever you begin with, everything can be changed and undone."
            )
        return QCoreApplication.translate("Editor", "Every change is kept as you type; F8 takes it back.")
