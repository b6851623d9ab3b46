"""Decides which sheet is shown, when it is drawn anew, and what may be done with it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from threading import Event
from typing import Any

from desk_app.domain.errors import Refusal, Trouble
from desk_app.ports import Desk
from desk_app.spans import span_of
from desk_app.station import Station
from desk_app.versions import statuses, today
from desk_app.watch import Cancelled, Watch
from ui.paper_room.state import OTHER_DAYS, PaperState, Proof, VersionRow, most_of
from ui.sheets import KINDS, Asked, Kind

Run = Callable[[Callable[[], Any], Callable[[Any], None], Callable[[Exception], None]], None]
"""Does a work elsewhere and tells what came of it: `ui.background.Background.run`, or at once in a test."""


class PaperPresenter:
    """`make` draws a proof on the worker behind `run`; a newer choice stops an older one, whose answer nobody wants.

    `to_main` has a call of the worker made where the state lives.
    """

    def __init__(
        self,
        desk: Desk,
        station: Callable[[], Station],
        keep: Callable[[Station], None],
        run: Run,
        make: Callable[[Asked], Proof],
        show: Callable[[PaperState], None],
        to_main: Callable[[Callable[[], None]], None] = lambda call: call(),
    ) -> None:
        self._desk = desk
        self._station = station
        self._keep = keep
        self._run = run
        self._make = make
        self._show = show
        self._to_main = to_main
        self._wanted = 0
        self._running = False
        self._stop = Event()
        self._spoken = False
        self._then: Callable[[Proof], None] | None = None
        self._day = date.min
        first = next(iter(KINDS.values()))
        self.state = PaperState(Asked(first.name, first.sizes[0], station().language))

    def refresh(self, patient: str) -> None:
        """The room came forward: versions, the clinic's brand and who is at the desk may be others now."""
        with self._desk.store.reading() as reading:
            versions = reading.versions()
            self._day = today(self._desk, reading) if versions else date.min
            told = statuses(versions, self._day)
            person = reading.patient(patient) if patient else None
            nameless = reading.count_cards("stock")
        rows = tuple(VersionRow(one.label, told[one.mark], one.effective_from) for one in reversed(versions))
        if self.state.asked.version not in [row.version for row in rows if row.status != "in_force"]:
            self._ask(version=None)
        self._become(
            versions=rows,
            patient=patient if person else "",
            patient_name=person.full_name if person else "",
            settings=self._station().printer(self.state.kind.printer),
            stock=nameless,
        )
        self._speak_for(person.language if person else "")
        self._draw()

    # what is chosen

    def choose_kind(self, name: str) -> None:
        """Another kind of sheet; it keeps the size where it comes in that size."""
        kind = KINDS[name]
        size = self.state.asked.size
        self._ask(kind=name, size=size if size in kind.sizes else kind.sizes[0])
        copies = min(self.state.copies, most_of(kind))
        self._become(settings=self._station().printer(kind.printer), copies=copies)
        self._speak_for(self._language_of_patient())
        self._draw()

    def choose_size(self, size: str) -> None:
        """Another size."""
        self._ask(size=size)
        self._draw()

    def choose_version(self, version: str | None) -> None:
        """Another version; None: the one in force."""
        self._ask(version=version, draft=None)
        self._draw()

    def choose_draft(self, file: Path) -> None:
        """A program from a file, which nobody was promised yet: its sheets say so."""
        self._ask(draft=file)
        self._draw()

    def choose_span(self, span: str) -> None:
        """One of `ui.paper_room.state.SPAN_NAMES`; days that are to be typed begin with those of the span before."""
        days = self.state.days if span != OTHER_DAYS else self._span()
        self._become(span=span, days=days, days_mistyped=False)
        self._draw()

    def choose_days(self, first: date, last: date) -> None:
        """The days of a report, typed."""
        self._become(span=OTHER_DAYS, days=(first, last), days_mistyped=False)
        self._draw()

    def mistype_days(self) -> None:
        """A typed day is none: there is no report until it is, and none of the days before stands for it."""
        self._become(days_mistyped=True)
        self._draw()

    def choose_branch(self, branch: str) -> None:
        """The only branch a report tells of; "" is all of them."""
        self._ask(branch=branch)
        self._draw()

    def choose_list(self, file: Path | None) -> None:
        """Whose cards are printed: those a file names, or (None) everybody whose card was not printed yet."""
        self._ask(members=file)
        self._draw()

    def choose_qr(self, qr: bool) -> None:
        """Whether a card has its number as a QR code too."""
        self._keep(replace(self._station(), card_qr=qr))
        self._ask(qr=qr)
        self._draw()

    def choose_language(self, language: str) -> None:
        """The language of the paper; from now on it is the clerk's choice, whoever is at the desk."""
        self._spoken = True
        self._ask(language=language)
        self._draw()

    def choose_copies(self, copies: int) -> None:
        """How many are printed."""
        self._become(copies=max(1, min(copies, most_of(self.state.kind))))

    def choose_file(self, file: str) -> None:
        """One of `FILES`."""
        self._become(file=file)

    def set_printer(self, **changes: Any) -> None:
        """`printer`, `offset_x` and `offset_y` in tenths of a millimetre, `scale` in thousandths, for this kind."""
        settings = replace(self.state.settings, **changes)
        self._keep(self._station().with_printer(self.state.kind.printer, settings))
        self._become(settings=settings)

    def found_printers(self, names: Sequence[str]) -> None:
        """The system told its printers."""
        self._become(printers=tuple(names), looking_for_printers=False)

    def batch_at(self, done: int, total: int) -> None:
        """So many cards of a batch are drawn."""
        if self.state.batch is not None:
            self._become(batch=(done, total))

    def begin_batch(self, total: int) -> bool:
        """Cards are being made from now on; False where others are already."""
        if self.state.batch is not None:
            return False
        self._become(batch=(0, total))
        return True

    def end_batch(self) -> None:
        """They are made, or will not be."""
        with self._desk.store.reading() as reading:
            nameless = reading.count_cards("stock")
        self._become(batch=None, stock=nameless)

    # drawing

    def when_ready(self, act: Callable[[Proof], None]) -> bool:
        """Do something with the sheet that is chosen, at once or as soon as it is drawn; False where there is none."""
        if self.state.problem is not None or self.state.lack:
            return False
        if self.state.ready and self.state.proof is not None:
            act(self.state.proof)
        else:
            self._then = act
        return True

    def take_long(self) -> None:
        """The sheet is not there yet: say that it is being drawn."""
        if self.state.drawing:
            self._become(slow=True)

    def _draw(self) -> None:
        self._wanted += 1
        self._then = None
        # What is on the worker is not wanted any more, and need not be finished.
        self._stop.set()
        lack = self._lack(self.state.kind)
        if lack:
            self._become(lack=lack, problem=None, proof=None, drawing=False, slow=False, drawn=None)
            return
        self._become(lack="", drawing=True, drawn=None)
        if not self._running:
            self._begin()

    def _begin(self) -> None:
        self._running = True
        self._stop = Event()
        wanted, told = self._wanted, [-1]

        def progress(done: int, total: int) -> None:
            if (percent := 100 * done // max(1, total)) != told[0]:
                told[0] = percent
                self._to_main(partial(self._far, wanted, done, total))

        asked = replace(self.wanted(), watch=Watch(progress, self._stop.is_set))
        self._run(partial(self._make, asked), partial(self._made, wanted), partial(self._refused, wanted))

    def wanted(self) -> Asked:
        """What is chosen, as far as it is about this kind of sheet."""
        asked, kind = self.state.asked, self.state.kind
        if kind.of != "program":
            asked = replace(asked, version=None, draft=None)
        return replace(
            asked,
            patient=self.state.patient if kind.of == "patient" else "",
            span=self._span() if kind.of == "clinic" else None,
            branch=asked.branch if kind.of == "clinic" else "",
            qr=kind.is_card and self._station().card_qr,
        )

    def _span(self) -> tuple[date, date]:
        days = self.state.days
        return days if self.state.span == OTHER_DAYS and days is not None else span_of(self.state.span, self._day)

    def _far(self, wanted: int, done: int, total: int) -> None:
        if wanted == self._wanted and self.state.drawing:
            self._become(drawn=(done, total))

    def _made(self, wanted: int, proof: Proof) -> None:
        if self._is_late(wanted):
            return
        branches = tuple(sorted({*self.state.branches, *proof.branches}))
        self._become(proof=proof, problem=None, drawing=False, slow=False, drawn=None, branches=branches)
        then, self._then = self._then, None
        if then is not None:
            then(proof)

    def _refused(self, wanted: int, why: Exception) -> None:
        if self._is_late(wanted):
            return
        self._then = None
        problem = why if isinstance(why, (Refusal, Trouble)) else Trouble("sheet.failed")
        self._become(proof=None, problem=problem, drawing=False, slow=False, drawn=None)
        if problem is not why and not isinstance(why, Cancelled):
            raise why

    def _is_late(self, wanted: int) -> bool:
        """Whether something else is wanted by now; then that is drawn."""
        self._running = False
        if wanted != self._wanted and self.state.drawing:
            self._begin()
        return wanted != self._wanted

    def _lack(self, kind: Kind) -> str:
        if not self.state.versions and not (self.state.asked.draft and kind.of == "program"):
            return "version"
        if kind.of == "clinic" and self.state.span == OTHER_DAYS and self.state.days_mistyped:
            return "days"
        # A form of consent has lines to be filled in by hand.
        misses = kind.of == "patient" and kind.printer != "consent" and not self.state.patient
        return "patient" if misses else ""

    def _language_of_patient(self) -> str:
        if not self.state.patient:
            return ""
        with self._desk.store.reading() as reading:
            person = reading.patient(self.state.patient)
        return person.language if person else ""

    def _speak_for(self, language: str) -> None:
        """A sheet of one patient speaks the patient's language, any other the desk's, until the clerk chose one."""
        if self._spoken:
            return
        own = language if self.state.kind.of == "patient" else ""
        self._ask(language=own or self._station().language)

    def _ask(self, **changes: Any) -> None:
        self.state = replace(self.state, asked=replace(self.state.asked, **changes))

    def _become(self, **changes: Any) -> None:
        self.state = replace(self.state, **changes)
        self._show(self.state)
