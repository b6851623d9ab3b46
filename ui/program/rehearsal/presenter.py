"""Decides what the rehearsal page shows: draft and days, how far it is, the figures, and what a figure opens to."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Any, Final

from desk_app import program_drafts
from desk_app.domain.errors import Refusal, Trouble
from desk_app.ports import Desk
from desk_app.program_drafts import Draft
from desk_app.rehearsal.figures import who
from desk_app.rehearsal.keeping import OnDesk, name_of
from desk_app.rehearsal.opened import opened_bill, patients_of
from desk_app.rehearsal.past import Past
from desk_app.rehearsal.reading import past_of
from desk_app.rehearsal.run import draft_of, rehearse
from desk_app.rehearsal.sums import Rehearsal
from desk_app.rehearsal.typical import Typical, typical
from desk_app.versions import today
from desk_app.watch import Cancelled, Watch
from ui.wording.rehearsal import Report, TableRow, report
from ui.wording.rehearsal_bills import BillShown, Listing, bill_shown, bills_listing, patients_listing

Run = Callable[[Callable[[], Any], Callable[[Any], None], Callable[[Exception], None]], None]
"""Does a work elsewhere and tells what came of it: `ui.background.Background.run`, or at once in a test."""

#: Seconds between two words of how far it is.
_OFTEN: Final = 0.1
_KEPT: Final = "rehearsed past"


@dataclass(frozen=True)
class Opened:
    """What a figure opened to: rows under a title, or one bill."""

    title: str
    listing: Listing | None = None
    bill: BillShown | None = None
    row: int = 0


@dataclass(frozen=True)
class RehearsalState:
    """`busy` is "reading" or "living" while work goes on, then `done` of `total`; `stopped`: it was cancelled.

    `told` are the figures, `table` the one on show; `opened` is what was opened so far, the last one is seen.
    """

    drafts: tuple[Draft, ...] = ()
    draft: str = ""
    first: date = date.min
    last: date = date.min
    busy: str = ""
    done: int = 0
    total: int = 0
    stopped: bool = False
    told: Report | None = None
    table: int = 0
    row: int = 0
    opened: tuple[Opened, ...] = ()

    @property
    def rows(self) -> tuple[TableRow, ...]:
        """The rows in sight."""
        if self.opened:
            listing = self.opened[-1].listing
            return listing.rows if listing is not None else ()
        return self.told.tables[self.table].rows if self.told is not None else ()

    @property
    def chosen(self) -> Draft | None:
        """The draft to be rehearsed."""
        return next((one for one in self.drafts if one.key == self.draft), None)


@dataclass
class _Found:
    """A finished rehearsal with what it was made for."""

    rehearsal: Rehearsal
    years: tuple[Typical, ...]
    names: dict[str, str]


@dataclass
class RehearsalPresenter:
    """Works on a thread beside the window; a year is read once and kept while the page lives."""

    desk: Desk
    show: Callable[[RehearsalState], None]
    run: Run
    to_main: Callable[[Callable[[], None]], None]
    tell: Callable[[Refusal | Trouble], None]
    language: Callable[[], str]
    state: RehearsalState = field(default_factory=RehearsalState)

    def __post_init__(self) -> None:
        self._found: _Found | None = None
        self._stop = False
        self._last_told = 0.0

    # what is chosen

    def refresh(self, key: str | None = None) -> None:
        """Drafts may have changed; the days are the year up to yesterday until somebody says otherwise."""
        found = program_drafts.drafts(self.desk)
        wanted = key or self.state.draft
        draft = wanted if any(one.key == wanted for one in found) else found[0].key if found else ""
        first, last = self.state.first, self.state.last
        if first == date.min:
            with self.desk.store.reading() as reading:
                last = today(self.desk, reading) - timedelta(days=1)
            first = last - timedelta(days=364)
        if draft != self.state.draft:
            self._forget()
        self._become(replace(self.state, drafts=found, draft=draft, first=first, last=last))

    def choose_draft(self, key: str) -> None:
        """Rehearse another draft."""
        if key != self.state.draft:
            self._forget()
            self._become(replace(self.state, draft=key))

    def choose_days(self, first: date, last: date) -> None:
        """Other days."""
        if (first, last) != (self.state.first, self.state.last):
            self._forget()
            self._become(replace(self.state, first=first, last=last))

    def _forget(self) -> None:
        self._found = None
        self.state = replace(self.state, told=None, opened=(), table=0, row=0, stopped=False)

    # the work

    def start(self) -> None:
        """Rehearse, or go on where it was stopped."""
        state = self.state
        chosen = state.chosen
        if state.busy or chosen is None:
            return
        self._stop = False
        self._forget()
        self._become(replace(self.state, busy="reading", done=0, total=0))
        document, span, lang = chosen.document, (state.first, state.last), self.language()
        self.run(lambda: self._work(document, span, lang), self._finished, self._failed)

    def _work(self, document: dict[str, object], span: tuple[date, date], lang: str) -> tuple[_Found, Report]:
        draft = draft_of(document)
        past = self._read(span)
        keeper = OnDesk(self.desk, name_of(past, draft))
        found = rehearse(past, draft, keeper, self._watch("living"))
        years = typical(past, draft_of(past.then), draft)
        names = patients_of(self.desk, [one.patient for one in found.losers])
        done = _Found(found, years, names)
        return done, report(found, years, names, lang)

    def _read(self, span: tuple[date, date]) -> Past:
        """One past at a time is remembered: the next draft is tried on the same bills."""
        with self.desk.store.reading() as reading:
            key = (*span, reading.state_mark())
        cache = self.desk.cache if self.desk.cache is not None else {}
        kept: tuple[object, Past] | None = cache.get(_KEPT)
        if kept is None or kept[0] != key:
            cache.pop(_KEPT, None)
            kept = cache[_KEPT] = (key, past_of(self.desk, *span, self._watch("reading")))
        return kept[1]

    def _watch(self, what: str) -> Watch:
        def progress(done: int, total: int) -> None:
            now = time.monotonic()
            if now - self._last_told >= _OFTEN or done == total:
                self._last_told = now
                self.to_main(lambda: self._progress(what, done, total))

        return Watch(progress, lambda: self._stop)

    def _progress(self, what: str, done: int, total: int) -> None:
        if self.state.busy:
            self._become(replace(self.state, busy=what, done=done, total=total))

    def _finished(self, answer: tuple[_Found, Report]) -> None:
        self._found, told = answer
        self._become(replace(self.state, busy="", told=told, table=0, row=0, opened=(), stopped=False))

    def _failed(self, why: Exception) -> None:
        self._become(replace(self.state, busy="", stopped=isinstance(why, Cancelled)))
        if isinstance(why, Refusal | Trouble):
            self.tell(why)
        elif not isinstance(why, Cancelled):
            raise why

    def stop(self) -> None:
        """End the work kindly; what is done is kept."""
        self._stop = True

    def retell(self) -> None:
        """In another language: figures are told again, what was opened is closed."""
        if self._found is not None and self.state.told is not None:
            found = self._found
            told = report(found.rehearsal, found.years, found.names, self.language())
            self._become(replace(self.state, told=told, opened=()))

    # looking at it

    def choose_table(self, table: int) -> None:
        """Another table of figures."""
        if self.state.told is not None and 0 <= table < len(self.state.told.tables) and table != self.state.table:
            self._become(replace(self.state, table=table, row=0, opened=()))

    def highlight(self, row: int) -> None:
        """Put the highlight on a row."""
        opened = self.state.opened
        if opened:
            opened = (*opened[:-1], replace(opened[-1], row=row))
            self.state = replace(self.state, opened=opened)
        else:
            self.state = replace(self.state, row=row)

    def open_row(self) -> None:
        """Open the highlighted figure to its patients or bills, or a bill to its lines."""
        state, found = self.state, self._found
        row = state.opened[-1].row if state.opened else state.row
        if state.busy or found is None or not 0 <= row < len(state.rows):
            return
        chosen = state.rows[row]
        if chosen.opens is None:
            return
        by, code = chosen.opens
        lang = self.language()
        self.run(
            lambda: self._opened(found.rehearsal, by, code, chosen.cells[0], lang), self._show_opened, self._failed
        )

    def _opened(self, rehearsal: Rehearsal, by: str, code: str, title: str, lang: str) -> Opened:
        if by == "bill":
            opened = opened_bill(self.desk, rehearsal, code)
            names = patients_of(self.desk, [opened.was.receipt.bill.patient])
            shown = bill_shown(opened, names, lang)
            return Opened(shown.title, bill=shown)
        if by == "band":
            band = rehearsal.bands[int(code)]
            people = rehearsal.within(band.low, band.high)
            names = patients_of(self.desk, [one.patient for one in people])
            return Opened(title, patients_listing(rehearsal, people, names, lang))
        bills = rehearsal.bills(by, code)
        names = patients_of(self.desk, sorted({who(one.sold) for one in bills}))
        return Opened(title, bills_listing(rehearsal, bills, names, lang))

    def _show_opened(self, opened: Opened) -> None:
        self._become(replace(self.state, opened=(*self.state.opened, opened)))

    def back(self) -> bool:
        """One step back: stop the work, close what was opened last; False where there is nothing to go back from."""
        if self.state.busy:
            self.stop()
            return True
        if self.state.opened:
            self._become(replace(self.state, opened=self.state.opened[:-1]))
            return True
        return False

    def _become(self, state: RehearsalState) -> None:
        self.state = state
        self.show(state)
