"""Decides what the room of cases shows: all that is known, which one is highlighted, and whether it was looked at."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from desk_app import cases
from desk_app.accounts import version_on
from desk_app.alike import KIND
from desk_app.cases import Case
from desk_app.domain.errors import Refusal, Trouble
from desk_app.domain.program import Program
from desk_app.ports import Desk
from desk_app.sync import desks
from desk_app.versions import today


@dataclass(frozen=True)
class CasesState:
    """The cases, those nobody has looked at first; `shut`: nothing can be written now. `names` of desks by code."""

    rows: tuple[Case, ...] = ()
    chosen: int = 0
    program: Program | None = None
    shut: bool = False
    names: Mapping[str, str] = field(default_factory=dict)

    @property
    def row(self) -> Case | None:
        """The highlighted one."""
        return self.rows[self.chosen] if self.rows else None

    @property
    def fresh(self) -> int:
        """How many nobody has looked at."""
        return sum(not row.seen for row in self.rows)


class CasesPresenter:
    """Reads the cases anew whenever the room comes forward."""

    def __init__(
        self, desk: Desk, show: Callable[[CasesState], None], tell: Callable[[Refusal | Trouble], None]
    ) -> None:
        self._desk = desk
        self._show = show
        self._tell = tell
        self.state = CasesState()

    def refresh(self) -> None:
        """What is known may have changed; the highlight stays on its case."""
        before = self.state.row
        rows, program = cases.cases(self._desk), self._program()
        places = [place for place, row in enumerate(rows) if before and _same(row, before)]
        with self._desk.store.reading() as reading:
            names = desks.names(reading, (code for row in rows for code in (row.desk, *row.others)))
        self._become(CasesState(rows, places[0] if places else 0, program, self._desk.shut is not None, names))

    def highlight(self, row: int) -> None:
        """Put the highlight on a case."""
        self._become(replace(self.state, chosen=max(0, min(row, len(self.state.rows) - 1))))

    def mark_seen(self) -> None:
        """Whoever is signed in has looked at the highlighted case."""
        row = self.state.row
        if row is None or row.seen or self.state.shut:
            return
        try:
            cases.mark_seen(self._desk, row)
        except (Refusal, Trouble) as problem:
            self._tell(problem)
        self.refresh()
        if self.state.fresh:
            # on to the next one, which stands first
            self.highlight(0)

    def make_one(self) -> None:
        """The highlighted two are one person."""
        row = self.state.row
        if row is None or row.kind != KIND or self.state.shut:
            return
        try:
            cases.make_one(self._desk, row)
        except (Refusal, Trouble) as problem:
            self._tell(problem)
        self.refresh()

    def _program(self) -> Program | None:
        try:
            with self._desk.store.reading() as reading:
                return version_on(reading, self._desk, today(self._desk, reading))[0]
        except Refusal:
            return None

    def _become(self, state: CasesState) -> None:
        self.state = state
        self._show(state)


def _same(one: Case, other: Case) -> bool:
    return (one.kind, one.receipt) == (other.kind, other.receipt)
