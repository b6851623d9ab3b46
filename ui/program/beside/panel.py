"""The panel beside the form: three pages of which one is seen, all of them computed on a worker of their own."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from threading import Event
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout

from desk_app import versions
from desk_app.checkup import History, history_of
from desk_app.documents.program_sense import Problem
from desk_app.domain.errors import Refusal, Trouble
from desk_app.domain.people import Service
from desk_app.domain.program import Program
from desk_app.ports import Desk, Json
from desk_app.sold import sold_by_service
from desk_app.watch import Cancelled, Watch
from ui import language, theme
from ui.background import Background
from ui.program.beside.bill_view import BillView
from ui.program.beside.findings_view import FindingsView
from ui.program.beside.leaflet_view import LeafletView
from ui.program.beside.presenter import BILL, CHECKUP, LEAFLET, TABS, BesidePresenter, BesideState, Run
from ui.program.beside.shown import Shown, shown
from ui.program.picking.search import service_key
from ui.widgets.choice import Choice
from ui.widgets.spoken import SpokenWidget
from ui.widgets.stack import Stack

PAUSE = 120
"""Milliseconds of quiet after a key before anything is computed."""


class BesidePanel(SpokenWidget):
    """Edits of fixes go out by `edited`, places by `wanted`, written reasons by `reasoned(key, words)`."""

    edited = Signal(object)
    wanted = Signal(str)
    reasoned = Signal(str, str)
    found = Signal(object)
    """The places where the document has errors, whenever that was looked at anew."""
    learned = Signal(object, object)
    """The price list, and what each of its services brought in over the last year."""

    def __init__(self, desk: Desk, run: Run | None = None) -> None:
        """`run` does the computing; a worker of the panel's own unless said."""
        super().__init__(role="card")
        self._desk = desk
        self._run: Run = run or self._on_worker
        self._worker = None if run is not None else Background("beside", self)
        # The past of a large clinic takes seconds: no check-up waits for it.
        self._reader = None if run is not None else Background("past", self)
        self._ended = Event()
        self._told: Shown | None = None
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self.presenter = BesidePresenter(
            desk.clock,
            shown,
            self._run,
            self._pause.start,
            self._show,
            self.edited.emit,
            self.wanted.emit,
            self.reasoned.emit,
        )
        self._pause.timeout.connect(self.presenter.compute)
        self.findings, self.leaflet, self.bill = FindingsView(), LeafletView(), BillView(self._find)
        said: dict[str, Callable[[], str]] = {
            CHECKUP: self._checkup_words, LEAFLET: lambda: self.tr("Leaflet"), BILL: lambda: self.tr("Bill"),
        }  # fmt: skip
        self.tabs = Choice([(tab, said[tab]) for tab in TABS], lambda: self.tr("Beside the form"))
        self._stack = Stack()
        self._pages: dict[str, FindingsView | LeafletView | BillView] = {
            CHECKUP: self.findings, LEAFLET: self.leaflet, BILL: self.bill,
        }  # fmt: skip
        for tab in TABS:
            self._stack.addWidget(self._pages[tab])
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 12)
        column.setSpacing(theme.GRID)
        column.addWidget(self.tabs)
        column.addWidget(self._stack, 1)
        self._wire()
        self.spoken(self.setAccessibleName, lambda: self.tr("Check-up, leaflet and a worked bill"))

    def _wire(self) -> None:
        presenter, bill = self.presenter, self.bill
        self.tabs.chosen.connect(presenter.turn)
        self.findings.looked_at.connect(presenter.look_at)
        self.findings.wanted.connect(presenter.go)
        self.findings.mended.connect(presenter.mend)
        self.findings.explained.connect(presenter.explain)
        bill.line_chosen.connect(presenter.choose_line)
        bill.line_removed.connect(presenter.remove_line)
        bill.line_changed.connect(lambda changes: presenter.set_line(**changes))
        bill.patient_changed.connect(lambda changes: presenter.set_patient(**changes))
        bill.service_added.connect(presenter.add_line)
        # From the form too: one reads the finding and goes on typing.
        fix = QShortcut(QKeySequence("F4"), self, context=Qt.ShortcutContext.WindowShortcut)
        fix.activated.connect(self._mend)

    def show_document(self, document: Json, problems: Sequence[Problem]) -> None:
        """The document is so now; what it means follows in a moment."""
        self.presenter.speak(language.current())
        self.presenter.show_document(document)

    def show_reasons(self, reasons: Mapping[str, str]) -> None:
        """Why warnings may stay, as the draft keeps it."""
        self.presenter.show_reasons(reasons)

    def know(self, services: Sequence[Service], sales: Mapping[str, int]) -> None:
        """The price list."""
        self.presenter.know(services)

    def refresh(self) -> None:
        """The version in force may be another one, or the price list: look anew."""
        with self._desk.store.reading() as reading:
            held = reading.versions()
            services = reading.services("", 1_000_000)
            record = None
            if held:
                try:
                    zone = ZoneInfo(self._desk.program_of(held[-1]).timezone)
                    record = versions.record_on(reading, self._desk.clock().astimezone(zone).date())
                except Refusal:
                    record = None
        old: tuple[Program, Json] | None = None
        if record is not None:
            old = (self._desk.program_of(record), record.document)
        self.presenter.know(services)
        self.presenter.follow(old)
        self.learned.emit(services, {})
        self._read_past(services)

    def begin_anew(self) -> None:
        """Another draft, or another beginning of it: its own example is the bill."""
        self.presenter.begin_anew()

    def close_down(self) -> None:
        """The page ends: nothing is computed any more."""
        self._pause.stop()
        self._ended.set()
        for worker in (self._worker, self._reader):
            if worker is not None:
                worker.close()

    def retell(self) -> None:
        """The panel's words come from the worker in the language of the moment."""
        self.presenter.speak(language.current())

    def _mend(self) -> None:
        if self.presenter.state.tab == CHECKUP:
            self.presenter.mend()
        else:
            # A fix is made of what one sees.
            self.presenter.turn(CHECKUP)

    def _on_worker(self, *job: object) -> None:
        assert self._worker is not None
        self._worker.run(*job)  # type: ignore[arg-type]  # the same three calls

    def _read_past(self, services: Sequence[Service]) -> None:
        desk, watch = self._desk, Watch(cancelled=self._ended.is_set)

        def work() -> tuple[History, Mapping[str, int]]:
            for service in services:
                # The first word of a search then waits for none of them.
                service_key(service)
            return history_of(desk, watch), sold_by_service(desk, watch)

        def done(past: tuple[History, Mapping[str, int]]) -> None:
            self.presenter.know_past(past[0])
            self.learned.emit(services, past[1])

        run = self._reader.run if self._reader is not None else self._run
        run(work, done, self._no_past)

    def _no_past(self, why: Exception) -> None:
        # Without it the check-up says less, and nothing wrong.
        if not isinstance(why, Cancelled | Refusal | Trouble):
            raise why

    def _find(self, words: str) -> Sequence[Service]:
        with self._desk.store.reading() as reading:
            return reading.services(words, 6)

    def _checkup_words(self) -> str:
        count = self.presenter.state.open_count
        return self.tr("Check-up · {count}").format(count=count) if count else self.tr("Check-up")

    def _show(self, state: BesideState) -> None:
        if state.shown is not self._told:
            self._told = state.shown
            self.found.emit(frozenset(one.finding.place for one in state.shown.findings
                                      if one.finding.severity == "error"))  # fmt: skip
        self.tabs.choose(state.tab)
        button = self.tabs.button(CHECKUP)
        if button.text() != self._checkup_words():
            button.setText(self._checkup_words())
        page = self._pages[state.tab]
        self._stack.setCurrentWidget(page)
        # What is not in sight is drawn when it comes.
        page.show_state(state)
