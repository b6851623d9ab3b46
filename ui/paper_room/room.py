"""Puts the paper room together: choices go to the presenter, proofs are drawn on a worker, sheets go out from here."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QTimer

from desk_app.cards import key_of
from desk_app.ports import Desk, Reading, VersionRecord
from desk_app.printed_cards import note_of
from desk_app.rollout.diary import note_of_leaflet
from desk_app.stock import Batch
from desk_app.versions import record_on, today, version_labelled
from ui.action import Action, Bound
from ui.file_dialog import ask_file, ask_folder
from ui.icons import Icon
from ui.marking import QT_TRANSLATE_NOOP
from ui.notice import Answer, Notice, Tone
from ui.paper_room import files
from ui.paper_room.batch import HandOver, ToFile, ToPrinter
from ui.paper_room.batches import Batches
from ui.paper_room.drawing import Drawing
from ui.paper_room.presenter import PaperPresenter
from ui.paper_room.proofs import proof_of
from ui.paper_room.state import PaperState, Proof
from ui.paper_room.view import PaperView
from ui.paper_room.waiting import Waiting
from ui.paper_room.words import batch_words, kind_words, size_words
from ui.printer import Job, printer_names
from ui.reprints import Kept
from ui.screen import Frame, Screen
from ui.sheets import KINDS, Asked, Keys, sheet_of

NAME = "paper"
LONG = 300
"""Milliseconds after which a sheet that is not there is told to be on its way."""


class PaperRoom:
    """Put together in three steps: made, its view built, joined."""

    def __init__(self, frame: Frame, desk: Desk, worker: Drawing, keys: Keys | None = None) -> None:
        self._frame = frame
        self._desk = desk
        self._keys = keys
        self.view = PaperView()
        self._worker = worker
        worker.setParent(self.view)
        self._patience = QTimer(self.view, singleShot=True, interval=LONG)
        self.bound = Bound(self.view, self._declared())
        self._width = 0
        self._announced = ""
        self._saved = False
        self._told_of: tuple[str, str, int] | None = None
        self.presenter = PaperPresenter(
            desk, lambda: frame.station, frame.keep_station, self._worker.run, self._make, self._show,
            self._worker.to_main,
        )  # fmt: skip
        self._batches = Batches(frame, desk, self.presenter, self._show_waiting, self._not_kept, self.view)

    def join(self) -> None:
        """Have the view, which is built by now, tell of every choice."""
        frame, view, presenter = self._frame, self.view, self.presenter
        self._width = view.width_of_page()
        view.sheet.kind_chosen.connect(presenter.choose_kind)
        view.sheet.version_chosen.connect(presenter.choose_version)
        view.sheet.size_chosen.connect(presenter.choose_size)
        view.sheet.language_chosen.connect(presenter.choose_language)
        view.sheet.copies_chosen.connect(presenter.choose_copies)
        view.sheet.file_wanted.connect(self._ask_draft)
        view.report.span_chosen.connect(presenter.choose_span)
        view.report.days_chosen.connect(presenter.choose_days)
        view.report.days_mistyped.connect(presenter.mistype_days)
        view.report.branch_chosen.connect(presenter.choose_branch)
        view.cards.everybody_wanted.connect(lambda: presenter.choose_list(None))
        view.cards.file_wanted.connect(self._ask_list)
        view.cards.qr_chosen.connect(presenter.choose_qr)
        view.printer.setting_changed.connect(lambda name, value: presenter.set_printer(**{name: value}))
        view.printer.trial_wanted.connect(self._print_trial)
        view.file.file_chosen.connect(presenter.choose_file)
        view.file.folder_wanted.connect(self._ask_folder)
        view.waiting.shown.connect(self._look_at)
        view.waiting.again.connect(self._print_again)
        view.waiting.away.connect(self._put_away)
        view.stop_wanted.connect(self._batches.stop)
        view.settings_wanted.connect(lambda: frame.show_room("settings"))
        frame.paper.waiting_changed.connect(self._show_waiting)
        self._patience.timeout.connect(presenter.take_long)

    def screen(self) -> Screen:
        """What the window holds."""
        return Screen(
            NAME, self.view, self, self.bound, hint=self._hint, panes=self.view.panes, opened=self._opened,
            back=self._batches.stop, ended=self._ended, parts=self.view.parts,
        )  # fmt: skip

    def _declared(self) -> tuple[Action, ...]:
        return (
            Action(
                "print", QT_TRANSLATE_NOOP("Actions", "Print"), "F12", Icon.PRINT, self._print,
                QT_TRANSLATE_NOOP("Actions", "Print the sheet that is shown on the printer of its kind"),
            ),
            Action(
                "save", QT_TRANSLATE_NOOP("Actions", "Save"), "F9 / Ctrl+S", Icon.SAVE, self._save,
                QT_TRANSLATE_NOOP("Actions", "Keep the sheet that is shown as a file in the chosen folder"),
            ),
        )  # fmt: skip

    # coming and going

    def _opened(self) -> None:
        self._told_of = None
        self.presenter.refresh(self._frame.serving())
        self._frame.press.run(printer_names, self.presenter.found_printers, self._no_printers)
        self._show_waiting()
        self.view.sheet.kind.setFocus()

    def _ended(self) -> None:
        self._batches.close()
        self._worker.close()

    def _no_printers(self, _: Exception) -> None:
        self.presenter.found_printers(())

    def _make(self, asked: Asked) -> Proof:
        asked = replace(asked, keys=self._keys)
        return proof_of(self._desk, asked, self._frame.home, self._width, demo=self._frame.demo)

    def _show(self, state: PaperState) -> None:
        if state.drawing and not state.slow and not self._patience.isActive():
            self._width = self.view.width_of_page()
            self._patience.start()
        elif not state.drawing:
            self._patience.stop()
        if self._saved and (state.drawing or state.lack):
            # it spoke of the sheet before
            self._frame.hush()
            self._saved = False
        self.view.show_state(state, str(self._folder()), qr=self._frame.station.card_qr)
        for name in ("print", "save"):
            self.bound[name].setEnabled(state.problem is None and not state.lack)
        said = self.view.sentence()
        if said and said != self._announced:
            self._frame.announce(said)
            self._announced = said

    def _hint(self) -> str:
        if self.presenter.state.batch is not None:
            return QCoreApplication.translate("PaperRoom", "Esc stops the cards that are being made.")
        waiting = len(self._waiting())
        if waiting:
            return QCoreApplication.translate("PaperRoom", "%n sheet(s) wait to be printed again.", "", waiting)
        return QCoreApplication.translate("PaperRoom", "F12 prints, F9 saves a file, F6 goes to the next part.")

    # out of the app

    def _print(self) -> None:
        self.view.report.settle()
        self.presenter.when_ready(self._print_proof)

    def _print_proof(self, proof: Proof) -> None:
        state = self.presenter.state
        if not state.settings.printer:
            self._ask_printer()
        elif state.makes_cards:
            if self._agreed("F12"):
                self._batches.begin(self.presenter.wanted(), state.count, self._to_printer(state.count))
        else:
            title, note = self._title(state.asked), self._note(state)
            # cards of a draft are samples: one sheet is enough to look at
            copies = 1 if state.kind.batch else state.copies
            self._frame.paper.print_now(Job(state.kind.printer, title, proof.pdf, note, copies))

    def _note(self, state: PaperState) -> str:
        """What is remembered once the sheet is out: that this card was printed, or which version it tells of."""
        if state.kind.name == "changes" and state.asked.draft is None:
            with self._desk.store.reading() as reading:
                return note_of_leaflet(self._version(reading, state).mark)
        if state.kind.name != "card":
            return ""
        with self._desk.store.reading() as reading:
            return note_of(key_of(reading, state.patient))

    def _version(self, reading: Reading, state: PaperState) -> VersionRecord:
        asked = state.asked.version
        return version_labelled(reading, asked) if asked else record_on(reading, today(self._desk, reading))

    def _agreed(self, key: str) -> bool:
        """Whether the clerk was told how many numbers this takes, and pressed the same key again."""
        state = self.presenter.state
        wanted = (key, state.asked.size, state.count)
        if state.batch is not None or self._told_of == wanted:
            self._told_of = None
            # the question is answered, and must not stand under the bar that shows how far they are
            self._frame.hush()
            return True
        self._told_of = wanted
        if state.kind.name == "cards":
            words = QCoreApplication.translate(
                "PaperRoom", "%n card(s) will be made, each with its number.", "", state.count
            )
            again = QCoreApplication.translate("PaperRoom", "Press {key} once more, and the numbers are registered.")
        else:
            words = QCoreApplication.translate("PaperRoom", "%n card(s) will be made.", "", state.count)
            again = QCoreApplication.translate("PaperRoom", "Press {key} once more, and they are made.")
        self._frame.say(Notice(Tone.TOLD, words, "", again.format(key=key)))
        return False

    def _to_printer(self, count: int) -> HandOver:
        return ToPrinter(batch_words(count), self._frame.station.printer("cards"), self._frame.paper.reprints)

    def _ask_printer(self) -> None:
        self._frame.say(
            Notice(
                Tone.REFUSED,
                QCoreApplication.translate("PaperRoom", "No printer is chosen for this sheet."),
                "",
                QCoreApplication.translate("PaperRoom", "Choose one at the left, or save a file with F9."),
            )
        )
        self.view.printer.printer.setFocus()

    def _print_trial(self) -> None:
        from desk_app.printing.trial import trial_page

        state = self.presenter.state
        title = QCoreApplication.translate("PaperRoom", "Trial page")
        words = (
            QCoreApplication.translate("PaperRoom", "Lay a ruler on this page."),
            QCoreApplication.translate("PaperRoom", "The cross is 20 mm from the left edge and 20 mm from the top."),
            QCoreApplication.translate("PaperRoom", "Where it is not, set “Right” and “Down” by the difference."),
            QCoreApplication.translate("PaperRoom", "The line is 50 mm long; where it is not, set the size."),
        )
        self._frame.press.run(
            partial(trial_page, state.asked.size, title, words),
            lambda pdf: self._frame.paper.print_now(Job(state.kind.printer, title, pdf)),
            self._not_kept,
        )

    def _save(self) -> None:
        self.view.report.settle()
        self.presenter.when_ready(self._save_proof)

    def _save_proof(self, proof: Proof) -> None:
        state, folder = self.presenter.state, self._folder()
        asked, file, note = self.presenter.wanted(), state.file, self._note(state)
        version = "draft" if asked.draft is not None else f"v{asked.version or state.in_force}"
        of = f"-{version}" if state.kind.of == "program" else ""
        if asked.span is not None:
            of = "-" + "-".join(day.isoformat() for day in asked.span)
        name = f"{asked.kind}-{asked.size}{of}.{asked.language}.{file}"
        desk, home, demo = self._desk, self._frame.home, self._frame.demo
        if state.makes_cards:
            if self._agreed("F9"):
                self._batches.begin(asked, state.count, ToFile(folder, f"{asked.kind}-{state.count}.pdf"))
            return
        if state.kind.compose is None:
            file, name = "pdf", f"{name.rpartition('.')[0]}.pdf"

        def work() -> Path:
            content = proof.pdf
            if file != "pdf":
                sheet = sheet_of(desk, replace(asked, keys=self._keys), home=home, demo=demo)
                content = files.content_of(sheet, file)
            return files.keep(folder, name, content)

        self._frame.press.run(work, partial(self._kept, note), self._not_kept)

    def _kept(self, note: str, file: Path) -> None:
        self._frame.paper.out.emit(note)
        said = QCoreApplication.translate("PaperRoom", "Saved as {name} in {folder}.")
        self._frame.say(Notice(Tone.DONE, said.format(name=file.name, folder=file.parent), seconds=12))
        self._saved = True

    def _not_kept(self, trouble: Exception) -> None:
        if not isinstance(trouble, OSError):
            raise trouble
        another = QCoreApplication.translate("PaperRoom", "Another folder…")
        self._frame.say(
            Notice(
                Tone.TROUBLE,
                QCoreApplication.translate("PaperRoom", "The file could not be written into this folder."),
                QCoreApplication.translate("PaperRoom", "Nothing was lost."),
                answer=Answer(another, "", self._ask_folder),
            )
        )

    def _ask_folder(self) -> None:
        asked = QCoreApplication.translate("PaperRoom", "Where are sheets kept?")
        folder = ask_folder(self.view, asked, self._folder())
        if folder is not None:
            self.remember_folder(str(folder))

    def _ask_draft(self) -> None:
        asked = QCoreApplication.translate("PaperRoom", "Which program?")
        kinds = QCoreApplication.translate("PaperRoom", "Programs (*.toml *.json)")
        if (file := ask_file(self.view, asked, kinds)) is not None:
            self.presenter.choose_draft(file)

    def _ask_list(self) -> None:
        asked = QCoreApplication.translate("PaperRoom", "Whose cards?")
        kinds = QCoreApplication.translate("PaperRoom", "Lists (*.csv *.txt *.xlsx)")
        if (file := ask_file(self.view, asked, kinds)) is not None:
            self.presenter.choose_list(file)

    def remember_folder(self, folder: str) -> None:
        """Keep files there from now on."""
        self._frame.keep_station(replace(self._frame.station, paper_folder=folder))
        self._show(self.presenter.state)

    def _folder(self) -> Path:
        return files.folder_of(self._frame.station.paper_folder)

    def _title(self, asked: Asked) -> str:
        return f"{kind_words(asked.kind)}, {size_words(asked.size)}"

    # what waits

    def _waiting(self) -> tuple[Waiting, ...]:
        return (*self._batches.unfinished(), *self._frame.paper.reprints.all())

    def _show_waiting(self) -> None:
        waiting, paper = self._waiting(), self._frame.paper
        stopped = [kept for kept in waiting if isinstance(kept, Kept) and paper.is_held_back(kept)]
        self.view.show_waiting(waiting, stopped)
        self._frame.hint_changed()

    def _look_at(self, kept: Waiting) -> None:
        if isinstance(kept, Kept):
            self._frame.paper.show_kept(kept)
        else:
            self.presenter.choose_kind("cards")

    def _print_again(self, kept: Waiting) -> None:
        if isinstance(kept, Batch):
            asked = Asked("cards", KINDS["cards"].sizes[0], self.presenter.state.asked.language)
            if self._frame.station.printer("cards").printer:
                self._batches.again(asked, kept, self._to_printer(len(kept.numbers)))
            else:
                self.presenter.choose_kind("cards")
                self._ask_printer()
            return
        try:
            job = kept.job()
        except OSError:
            self._put_away(kept)
            return
        self._frame.paper.print_now(job, kept)

    def _put_away(self, kept: Waiting) -> None:
        if isinstance(kept, Batch):
            self._batches.put_away(kept)
            return
        try:
            self._frame.paper.put_away(kept)
        except OSError as trouble:
            self._not_kept(trouble)
