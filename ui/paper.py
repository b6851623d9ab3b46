"""Every sheet on its way to paper: drawn in the background, printed or shown, never in the way of a sale."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QCoreApplication, QObject, Signal

from desk_app.domain.errors import Refusal, Trouble
from desk_app.station import Station
from ui import language
from ui.background import Background
from ui.notice import Answer, Notice, Tone
from ui.printer import Job, print_job
from ui.reprints import Kept, Reprints
from ui.wording.problems import problem

if TYPE_CHECKING:
    from pathlib import Path

SLIPS = ("slip", "slip-a5")


class Bar(Protocol):
    """What paper needs of the window."""

    @property
    def station(self) -> Station: ...
    @property
    def home(self) -> Path: ...
    @property
    def press(self) -> Background: ...
    def say(self, notice: Notice) -> None: ...


class Paper(QObject):
    """Draws, prints, keeps what failed, and says how it went."""

    shown = Signal(object)
    """A `Job` to be looked at before it is printed."""
    out = Signal(str)
    """A sheet was printed, or kept as a file: its note."""
    waiting_changed = Signal()
    """A job failed and waits, or one that waited was printed or put away."""

    def __init__(self, window: Bar, parent: QObject) -> None:
        super().__init__(parent)
        self._window = window
        self.reprints = Reprints(window.home)
        self._kept: Kept | None = None
        self._coming: Callable[[bytes], Job] | None = None
        self._held_back: Callable[[str], bool] = lambda _: False

    def hold_back(self, held: Callable[[str], bool]) -> None:
        """Nothing whose note `held` answers to is printed: the card it shows was blocked meanwhile."""
        self._held_back = held

    def is_held_back(self, job: Job | Kept) -> bool:
        """Whether this may not be printed any more."""
        return self._held_back(job.note)

    def print_sheet(self, sheet: str, title: str, draw: Callable[[], bytes], note: str = "") -> None:
        """Draw a sheet, then print it at once or show it, as this computer is set for its kind."""
        made = partial(Job, sheet, title, note=note)
        self._coming = None if self._prints_at_once(sheet) else made
        self._window.press.run(draw, lambda pdf: self._drawn(made, pdf), partial(self._not_drawn, sheet, title))

    def give_up(self) -> bool:
        """Nobody waits any more for the sheet that is being drawn to be looked at; False where none is."""
        waited, self._coming = self._coming, None
        return waited is not None

    def print_now(self, job: Job, kept: Kept | None = None) -> None:
        """Send a job to the remembered printer; one that fails waits in the list of reprints.

        A card that was blocked meanwhile is not printed, and waits no longer.
        """
        if self.is_held_back(job):
            self._not_printed_any_more(job, kept)
            return
        settings = self._window.station.printer(job.sheet)

        def work() -> None:
            try:
                print_job(job, settings)
            except Trouble:
                if kept is None:
                    self._keep(job)
                raise
            if kept is not None:
                self._forget(kept)

        self._window.press.run(work, lambda _: self._printed(job, settings.printer), partial(self._failed, job))

    def put_away(self, kept: Kept) -> None:
        """Nobody wants it any more. Raises OSError where the folder cannot be written to."""
        self.reprints.drop(kept)
        self.waiting_changed.emit()

    def show_kept(self, kept: Kept) -> None:
        """Show a sheet that was not printed; printing it from there takes it off the list."""
        try:
            job = kept.job()
        except OSError:
            self._forget(kept)
            self.waiting_changed.emit()
            return
        self._kept = kept
        self.shown.emit(job)

    def print_shown(self, job: Job) -> None:
        """Print what is looked at."""
        kept, self._kept = self._kept, None
        self.print_now(job, kept if kept is not None and kept.title == job.title else None)

    def _not_printed_any_more(self, job: Job, kept: Kept | None) -> None:
        gone = ""
        if kept is not None:
            self._forget(kept)
            self.waiting_changed.emit()
            gone = QCoreApplication.translate("Paper", "It waits no longer.")
        said = QCoreApplication.translate("Paper", "{title} is not printed: this card is blocked.")
        self._window.say(Notice(Tone.REFUSED, said.format(title=job.title), gone))

    def _keep(self, job: Job) -> None:
        try:
            self.reprints.keep(job)
        except OSError as error:
            # It can still be looked at and saved elsewhere.
            raise Trouble("print.not_kept") from error

    def _forget(self, kept: Kept) -> None:
        # On paper it is all the same; where nothing can be written it stays in the list.
        with suppress(OSError):
            self.reprints.drop(kept)

    def _drawn(self, made: Callable[[bytes], Job], pdf: bytes) -> None:
        job = made(pdf)
        if self._prints_at_once(job.sheet):
            self.print_now(job)
        elif self._coming is made:
            self._coming = None
            self.shown.emit(job)

    def _prints_at_once(self, sheet: str) -> bool:
        settings = self._window.station.printer(sheet)
        return bool(settings.printer) and settings.at_once

    def _printed(self, job: Job, printer: str) -> None:
        self.out.emit(job.note)
        self.waiting_changed.emit()
        said = QCoreApplication.translate("Paper", "{title} is printed on {printer}.")
        again = Answer(QCoreApplication.translate("Paper", "Print again"), "", partial(self.print_now, job))
        self._window.say(Notice(Tone.DONE, said.format(title=job.title, printer=printer), answer=again, seconds=10))

    def _failed(self, job: Job, trouble: Exception) -> None:
        self.waiting_changed.emit()
        code = trouble.code if isinstance(trouble, Trouble) else ""
        if code == "print.no_printer":
            happened = QCoreApplication.translate("Paper", "{title} is not printed: no printer is ready for it.")
        else:
            happened = QCoreApplication.translate("Paper", "{title} is not printed: the printer did not take it.")
        if code == "print.not_kept":
            kept = QCoreApplication.translate("Paper", "It could not be kept either: save it as a PDF now.")
        elif job.sheet in SLIPS:
            kept = QCoreApplication.translate("Paper", "The sale is done; the sheet waits in the room Paper.")
        else:
            kept = QCoreApplication.translate("Paper", "It waits in the room Paper.")
        show = Answer(QCoreApplication.translate("Paper", "Show it"), "", lambda: self.shown.emit(job))
        self._window.say(Notice(Tone.TROUBLE, happened.format(title=job.title), kept, answer=show))

    def _not_drawn(self, sheet: str, title: str, why: Exception) -> None:
        self._coming = None
        if isinstance(why, Refusal):
            # Told with what to do; drawing it again would be refused again.
            self._window.say(Notice(Tone.REFUSED, problem(why, language.current())))
            return
        self._window.say(
            Notice(
                Tone.TROUBLE,
                QCoreApplication.translate("Paper", "{title} could not be drawn.").format(title=title),
                QCoreApplication.translate("Paper", "The sale is done and kept.") if sheet in SLIPS else "",
                QCoreApplication.translate("Paper", "Try again with F12."),
            )
        )
