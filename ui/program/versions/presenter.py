"""Decides what the page of versions shows: drafts of this computer first, then every version, and one looked at."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from desk_app import program_drafts
from desk_app.acts import new_id
from desk_app.domain.errors import Refusal, Trouble
from desk_app.ports import Desk
from desk_app.program_drafts import Draft
from desk_app.rollout.diary import VersionLife, lives_in, note
from desk_app.rollout.retire import Ending, ending_in
from ui.program.versions.looking import Looked, look_at_draft, look_at_version

Run = Callable[[Callable[[], Any], Callable[[Any], None], Callable[[Exception], None]], None]
"""Does a work elsewhere and tells what came of it: `ui.background.Background.run`, or at once in a test."""


@dataclass(frozen=True)
class Row:
    """A draft, or a version with its record."""

    draft: Draft | None = None
    life: VersionLife | None = None

    @property
    def key(self) -> str:
        """What tells it from the others."""
        if self.draft is not None:
            return self.draft.key
        return self.life.record.mark if self.life is not None else ""

    @property
    def status(self) -> str:
        """ "draft", "announced", "in_force", "retired" or "withdrawn"."""
        return self.life.status if self.life is not None else "draft"


@dataclass(frozen=True)
class VersionsState:
    """The rows, and what is known of the highlighted one once it was looked at.

    `ending` is the end of the program, where one is announced; `gone` the draft deleted last. `first`: no version was
    ever published here. `shut`: nothing can be written now; `failed`: what is highlighted could not be looked at.
    """

    rows: tuple[Row, ...] = ()
    chosen: int = 0
    looked: Looked | None = None
    ending: Ending | None = None
    gone: Draft | None = None
    shut: bool = False
    failed: bool = False

    @property
    def row(self) -> Row | None:
        """The highlighted one."""
        return self.rows[self.chosen] if self.rows else None

    @property
    def seen(self) -> Looked | None:
        """What is known of the highlighted one; None while it is being looked at."""
        row = self.row
        return self.looked if self.looked is not None and row is not None and self.looked.key == row.key else None

    @property
    def first(self) -> bool:
        """Whether there is no version yet."""
        return all(row.life is None for row in self.rows)

    @property
    def is_ended(self) -> bool:
        """Whether an end of the program is announced."""
        return self.ending is not None


class VersionsPresenter:
    """Reads drafts and versions anew whenever the page comes forward; looks at one of them on a worker."""

    def __init__(
        self,
        desk: Desk,
        show: Callable[[VersionsState], None],
        open_draft: Callable[[str], None],
        tell: Callable[[Refusal | Trouble], None],
        run: Run,
        language: Callable[[], str],
    ) -> None:
        self._desk = desk
        self._show = show
        self._open_draft = open_draft
        self._tell = tell
        self._run = run
        self._language = language
        self._busy = ""
        self._again = False
        self.state = VersionsState()

    def refresh(self, key: str | None = None) -> None:
        """What is known may have changed; the highlight stays on its row, or goes to the row `key`."""
        before = self.state.row
        wanted = key or (before.key if before is not None else "")
        with self._desk.store.reading() as reading:
            known, end = lives_in(reading, self._desk), ending_in(reading)
        rows = (*(Row(draft) for draft in program_drafts.drafts(self._desk)), *(Row(None, one) for one in known))
        places = [place for place, row in enumerate(rows) if row.key == wanted]
        shut = self._desk.shut is not None
        chosen = places[0] if places else _in_force(rows)
        self._become(replace(self.state, rows=rows, chosen=chosen, ending=end, shut=shut))
        self._look(anew=True)

    def highlight(self, row: int) -> None:
        """Put the highlight on a row."""
        self._become(replace(self.state, chosen=max(0, min(row, len(self.state.rows) - 1)), failed=False))
        self._look()

    def retell(self) -> None:
        """In another language."""
        self._become(replace(self.state, looked=None))
        self._look()

    # drafts

    def begin(self) -> None:
        """A new draft with nothing in it; the editor asks what to start from."""
        self._begin({}, "", None)

    def open(self) -> None:
        """Go on with the highlighted draft; of a version a new draft is made."""
        row = self.state.row
        if row is None:
            return
        if row.draft is not None:
            self._open_draft(row.draft.key)
        elif row.life is not None:
            self._begin(dict(row.life.record.document), "", row.life.record.version)

    def delete(self) -> Draft | None:
        """Delete the highlighted draft; answers it, None where a version is highlighted."""
        row = self.state.row
        if row is None or row.draft is None or self.state.shut:
            return None
        try:
            program_drafts.forget(self._desk, row.draft.key)
        except (Refusal, Trouble) as problem:
            self._tell(problem)
            return None
        place = self.state.chosen
        self.state = replace(self.state, gone=row.draft)
        rest = [one for one in self.state.rows if one is not row]
        self.refresh(rest[min(place, len(rest) - 1)].key if rest else "")
        return row.draft

    def undo(self) -> None:
        """Have the draft back that was deleted last."""
        gone = self.state.gone
        if gone is None:
            return
        try:
            program_drafts.save(self._desk, gone)
        except (Refusal, Trouble) as problem:
            self._tell(problem)
            return
        self.state = replace(self.state, gone=None)
        self.refresh(gone.key)

    # versions

    def desks_informed(self) -> bool:
        """Write down that the desks know of the highlighted version."""
        row = self.state.row
        if row is None or row.life is None or self.state.shut:
            return False
        try:
            note(self._desk, row.key, "desks", "", new_id())
        except (Refusal, Trouble) as problem:
            self._tell(problem)
            return False
        self.refresh()
        return True

    def _begin(self, document: dict[str, object], name: str, based_on: int | None) -> None:
        try:
            made = program_drafts.begin(self._desk, document, name, based_on)
        except (Refusal, Trouble) as problem:
            self._tell(problem)
            return
        self._open_draft(made.key)

    def _look(self, *, anew: bool = False) -> None:
        """Look at the highlighted one; while that runs others wait, and only the last of them is looked at."""
        row, language = self.state.row, self._language()
        self._again = self._again or (anew and bool(self._busy))
        if row is None or self._busy or (self.state.seen is not None and not anew):
            return
        self._busy = row.key
        draft, desk, key = row.draft, self._desk, row.key
        self._run(
            lambda: look_at_draft(desk, draft, language) if draft is not None else look_at_version(desk, key, language),
            self._looked, self._not_looked,
        )  # fmt: skip

    def _looked(self, found: Looked) -> None:
        self._busy = ""
        anew, self._again = self._again, False
        row = self.state.row
        if row is not None and row.key == found.key and not anew:
            self._become(replace(self.state, looked=found, failed=False))
        else:
            self._look(anew=anew)

    def _not_looked(self, why: Exception) -> None:
        self._busy = ""
        if not isinstance(why, Refusal | Trouble):
            raise why
        self._become(replace(self.state, failed=True))
        self._tell(why)

    def _become(self, state: VersionsState) -> None:
        self.state = state
        self._show(state)


def _in_force(rows: tuple[Row, ...]) -> int:
    """Where one begins to read: drafts are worked on, else what holds is looked at."""
    if rows and rows[0].draft is not None:
        return 0
    return next((place for place, row in enumerate(rows) if row.status == "in_force"), 0)
