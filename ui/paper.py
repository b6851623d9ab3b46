"""Every sheet on its way to paper: drawn in the background, printed or shown, never in the way of a sale."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QCoreApplication, QObject, Signal

from desk_app.domain.errors import Trouble
from desk_app.station import Station
from ui.background import Background
from ui.notice import Answer, Notice, Tone
from ui.printer import Job, Kept, Reprints, print_job

if TYPE_CHECKING:
    from pathlib import Path


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

    def __init__(self, window: Bar, parent: QObject) -> None:
        super().__init__(parent)
        self._window = window
        self.reprints = Reprints(window.home)
        self._kept: Kept | None = None

    def print_sheet(self, sheet: str, title: str, draw: Callable[[], bytes], note: str = "") -> None:
        """Draw a sheet, then print it at once or show it, as this computer is set for its kind."""
        made = partial(Job, sheet, title, note=note)
        self._window.press.run(draw, lambda pdf: self._drawn(made(pdf)), partial(self._not_drawn, title))

    def print_now(self, job: Job, kept: Kept | None = None) -> None:
        """Send a job to the remembered printer; one that fails waits in the list of reprints."""
        settings = self._window.station.printer(job.sheet)

        def work() -> None:
            try:
                print_job(job, settings)
            except Trouble:
                if kept is None:
                    self.reprints.keep(job)
                raise
            if kept is not None:
                self.reprints.drop(kept)

        self._window.press.run(work, lambda _: self._printed(job, settings.printer), partial(self._failed, job))

    def show_kept(self, kept: Kept) -> None:
        """Show a sheet that was not printed; printing it from there takes it off the list."""
        try:
            job = kept.job()
        except OSError:
            self.reprints.drop(kept)
            return
        self._kept = kept
        self.shown.emit(job)

    def print_shown(self, job: Job) -> None:
        """Print what is looked at."""
        kept, self._kept = self._kept, None
        self.print_now(job, kept if kept is not None and kept.title == job.title else None)

    def _drawn(self, job: Job) -> None:
        settings = self._window.station.printer(job.sheet)
        if settings.printer and settings.at_once:
            self.print_now(job)
        else:
            self.shown.emit(job)

    def _printed(self, job: Job, printer: str) -> None:
        self.out.emit(job.note)
        said = QCoreApplication.translate("Paper", "{title} is printed on {printer}.")
        again = Answer(QCoreApplication.translate("Paper", "Print again"), "", partial(self.print_now, job))
        self._window.say(Notice(Tone.DONE, said.format(title=job.title, printer=printer), answer=again, seconds=10))

    def _failed(self, job: Job, trouble: Exception) -> None:
        if isinstance(trouble, Trouble) and trouble.code == "print.no_printer":
            happened = QCoreApplication.translate("Paper", "{title} is not printed: no printer is ready for it.")
        else:
            happened = QCoreApplication.translate("Paper", "{title} is not printed: the printer did not take it.")
        self._window.say(
            Notice(
                Tone.TROUBLE,
                happened.format(title=job.title),
                QCoreApplication.translate("Paper", "The sale is done; the sheet waits in the settings."),
                answer=Answer(QCoreApplication.translate("Paper", "Show it"), "", lambda: self.shown.emit(job)),
            )
        )

    def _not_drawn(self, title: str, trouble: Exception) -> None:
        self._window.say(
            Notice(
                Tone.TROUBLE,
                QCoreApplication.translate("Paper", "{title} could not be drawn.").format(title=title),
                QCoreApplication.translate("Paper", "The sale is done and kept."),
                QCoreApplication.translate("Paper", "Try again with F12."),
            )
        )
