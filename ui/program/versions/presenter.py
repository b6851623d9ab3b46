"""Decides what the list of versions shows: drafts of this computer first, then every version, the newest first."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from desk_app import program_drafts
from desk_app.domain.errors import Refusal, Trouble
from desk_app.ports import Desk, VersionRecord
from desk_app.program_drafts import Draft
from desk_app.versions import statuses, today


@dataclass(frozen=True)
class Row:
    """A draft, or a version with its status today."""

    draft: Draft | None = None
    version: VersionRecord | None = None
    status: str = "draft"

    @property
    def key(self) -> str:
        """What tells it from the others."""
        if self.draft is not None:
            return self.draft.key
        return self.version.mark if self.version is not None else ""


@dataclass(frozen=True)
class VersionsState:
    """The rows; `shut`: nothing can be written now."""

    rows: tuple[Row, ...] = ()
    chosen: int = 0
    shut: bool = False

    @property
    def row(self) -> Row | None:
        """The highlighted one."""
        return self.rows[self.chosen] if self.rows else None


class VersionsPresenter:
    """Reads drafts and versions anew whenever the page comes forward."""

    def __init__(
        self,
        desk: Desk,
        show: Callable[[VersionsState], None],
        open_draft: Callable[[str], None],
        tell: Callable[[Refusal | Trouble], None],
    ) -> None:
        self._desk = desk
        self._show = show
        self._open_draft = open_draft
        self._tell = tell
        self.state = VersionsState()

    def refresh(self, key: str | None = None) -> None:
        """What is known may have changed; the highlight stays on its row, or goes to the draft `key`."""
        before = self.state.row
        wanted = key or (before.key if before is not None else "")
        with self._desk.store.reading() as reading:
            versions = reading.versions()
            told = statuses(versions, today(self._desk, reading))
        rows = (
            *(Row(draft) for draft in program_drafts.drafts(self._desk)),
            *(Row(None, one, told[one.mark]) for one in sorted(versions, key=lambda one: -one.version)),
        )
        places = [place for place, row in enumerate(rows) if row.key == wanted]
        self._become(VersionsState(rows, places[0] if places else 0, self._desk.shut is not None))

    def highlight(self, row: int) -> None:
        """Put the highlight on a row."""
        self._become(replace(self.state, chosen=max(0, min(row, len(self.state.rows) - 1))))

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
        elif row.version is not None:
            self._begin(dict(row.version.document), "", row.version.version)

    def _begin(self, document: dict[str, object], name: str, based_on: int | None) -> None:
        try:
            made = program_drafts.begin(self._desk, document, name, based_on)
        except (Refusal, Trouble) as problem:
            self._tell(problem)
            return
        self._open_draft(made.key)

    def _become(self, state: VersionsState) -> None:
        self.state = state
        self._show(state)
