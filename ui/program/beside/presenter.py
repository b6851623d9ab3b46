"""Decides when what stands beside the form is computed anew, what of it is shown, and what is done with a finding."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any, Final

from desk_app.checkup import Finding, History
from desk_app.documents.edits import Edit
from desk_app.documents.program_sense import precision_of, table, tables
from desk_app.domain.people import Service
from desk_app.domain.program import Program
from desk_app.ports import Json
from ui.program.beside.shown import Asked, Found, Shown
from ui.program.beside.trial import Trial, begun, line_of

Run = Callable[[Callable[[], Any], Callable[[Any], None], Callable[[Exception], None]], None]
"""Does a work elsewhere and tells what came of it: `ui.background.Background.run`, or at once in a test."""

LEAFLET, BILL, CHECKUP = "leaflet", "bill", "checkup"
TABS: Final = (CHECKUP, LEAFLET, BILL)
#: Lines a trial may have; more is no example any more.
MOST_LINES: Final = 12


@dataclass(frozen=True)
class BesideState:
    """What is shown. `shown` may be older than `document` for a moment; `stale`: it is being computed anew.

    `last` is the last one of a document that could be read, so that a letter half typed does not empty the panel.
    """

    document: Json = field(default_factory=dict)
    language: str = "ru"
    tab: str = CHECKUP
    trial: Trial = field(default_factory=Trial)
    line: int = 0
    shown: Shown = field(default_factory=Shown)
    last: Shown = field(default_factory=Shown)
    stale: bool = False
    failed: bool = False
    finding: int = 0
    reasons: Mapping[str, str] = field(default_factory=dict)
    services: Mapping[str, Service] = field(default_factory=dict)
    old: tuple[Program, Json] | None = None

    @property
    def found(self) -> Found | None:
        """The finding that is looked at."""
        findings = self.shown.findings
        return findings[self.finding] if self.finding < len(findings) else None

    @property
    def open_count(self) -> int:
        """Errors, and warnings nobody gave a reason for."""
        return sum(not self.answered(one.finding) for one in self.shown.findings if one.finding.severity != "notice")

    @property
    def levels(self) -> tuple[tuple[str, Any], ...]:
        """Codes and names of the document's levels."""
        return _named(table(self.document.get("levels")).get("steps"))

    @property
    def groups(self) -> tuple[tuple[str, Any], ...]:
        """Codes and names of its groups."""
        return _named(self.document.get("groups"))

    @property
    def precision(self) -> int:
        """Decimals of a unit."""
        return precision_of(self.document)

    def answered(self, finding: Finding) -> bool:
        """Whether a reason is written for a warning."""
        return finding.severity == "warning" and bool(self.reasons.get(finding.key, "").strip())


def _named(items: Any) -> tuple[tuple[str, Any], ...]:
    return tuple((str(item.get("code", "")), item.get("name")) for item in tables(items))


class BesidePresenter:
    """`later` has `compute` called soon, once for many changes; `run` does the work on a worker, one at a time.

    `edit`, `want` and `reason` go to the form: a fix, a place to go to, why a warning may stay.
    """

    def __init__(
        self,
        now: Callable[[], datetime],
        make: Callable[[Asked], Shown],
        run: Run,
        later: Callable[[], None],
        show: Callable[[BesideState], None],
        edit: Callable[[tuple[Edit, ...]], None],
        want: Callable[[str], None],
        reason: Callable[[str, str], None],
    ) -> None:
        self._now, self._make, self._run, self._later, self._show = now, make, run, later, show
        self._edit, self._want, self._reason = edit, want, reason
        self._history: History | None = None
        self._running = self._wanted = False
        self._tried = self._looked = False
        self.state = BesideState()

    # what is known

    def show_document(self, document: Json) -> None:
        """The document is so now; the one that is shown already is not looked at again."""
        if document is self.state.document:
            return
        self._become(document=document, stale=True, **self._example(document=document))
        self._later()

    def begin_anew(self) -> None:
        """Another draft: its example is the bill, whatever was tried before, and its gravest finding comes first."""
        self._tried = self._looked = False

    def speak(self, language: str) -> None:
        """Another language."""
        if language != self.state.language:
            self._become(language=language, stale=True, **self._example(language=language))
            self._later()

    def know(self, services: Sequence[Service]) -> None:
        """The price list."""
        known = {one.code: one for one in services}
        self._become(services=known, stale=True, **self._example(services=known))
        self._later()

    def know_past(self, history: History) -> None:
        """The clinic's own past."""
        self._history = history
        self._later()

    def follow(self, old: tuple[Program, Json] | None) -> None:
        """The version in force, with its document."""
        self._become(old=old, stale=True)
        self._later()

    def show_reasons(self, reasons: Mapping[str, str]) -> None:
        """Why warnings may stay, as the draft keeps it."""
        if dict(reasons) != dict(self.state.reasons):
            self._become(reasons=dict(reasons))

    # computing

    def compute(self) -> None:
        """Compute all of it anew; while that runs, later wishes wait and become one."""
        if not self.state.document:
            return
        if self._running:
            self._wanted = True
            return
        self._running, self._wanted = True, False
        state = self.state
        asked = Asked(state.document, state.trial, state.language, self._now(), tuple(state.services.values()),
                      self._history, state.old)  # fmt: skip
        self._run(lambda: self._make(asked), self._made, self._broke)

    def _made(self, made: Shown) -> None:
        self._running = False
        place = min(self._place_of_finding(made), max(0, len(made.findings) - 1))
        last = made if made.valid else self.state.last
        self._become(shown=made, last=last, stale=self._wanted, failed=False, finding=place)
        if self._wanted:
            self.compute()

    def _broke(self, why: Exception) -> None:
        self._running = False
        self._become(stale=False, failed=True)
        if self._wanted:
            self.compute()
        raise why

    def _place_of_finding(self, made: Shown) -> int:
        """The finding that was looked at keeps the keyboard, wherever it stands now."""
        before = self.state.found
        if before is None or not self._looked:
            return 0
        keys = [one.finding.key for one in made.findings]
        return keys.index(before.finding.key) if before.finding.key in keys else self.state.finding

    # what is looked at

    def turn(self, tab: str) -> None:
        """One of `TABS`."""
        self._become(tab=tab)

    def next_tab(self) -> None:
        """The following one."""
        self.turn(TABS[(TABS.index(self.state.tab) + 1) % len(TABS)])

    def look_at(self, number: int) -> None:
        """Another finding."""
        self._looked = True
        self._become(finding=number)

    def go(self) -> None:
        """To the field of the finding."""
        found = self.state.found
        if found is not None and found.finding.place:
            self._want(found.finding.place)

    def mend(self) -> None:
        """Make the edits of the finding's fix."""
        found = self.state.found
        if found is not None and found.finding.fix:
            self._edit(found.finding.fix)

    def explain(self, words: str) -> None:
        """Write why the warning may stay."""
        found = self.state.found
        if found is None or found.finding.severity != "warning":
            return
        key = found.finding.key
        self._become(reasons={**self.state.reasons, key: words})
        self._reason(key, words)

    # the trial

    def add_line(self, service: Service) -> None:
        """One more service on the bill."""
        trial = self.state.trial
        if len(trial.lines) < MOST_LINES:
            lines = (*trial.lines, line_of(service, self.state.language))
            self.state = replace(self.state, line=len(lines) - 1)
            self._try(lines=lines)

    def remove_line(self) -> None:
        """The line that is worked on goes; the last one stays."""
        lines, line = self.state.trial.lines, self.state.line
        if len(lines) > 1 and line < len(lines):
            self.state = replace(self.state, line=min(line, len(lines) - 2))
            self._try(lines=(*lines[:line], *lines[line + 1 :]))

    def choose_line(self, line: int) -> None:
        """Work on another line."""
        if line != self.state.line:
            self._become(line=line)

    def set_line(self, **changes: Any) -> None:
        """`price` in minor units or `quantity` of the line that is worked on."""
        lines, line = self.state.trial.lines, self.state.line
        if line < len(lines):
            self._try(lines=(*lines[:line], replace(lines[line], **changes), *lines[line + 1 :]))

    def set_patient(self, **changes: Any) -> None:
        """`level`, `group`, `units`, `spend`, `first_visit`, `day`, `minute` of the trial."""
        if "level" in changes:
            # Just as much as that level takes.
            changes["counted"] = None
        self._try(**changes)

    def _example(self, **known: Any) -> dict[str, Any]:
        """While nobody changed the bill it is an example of the document."""
        state = replace(self.state, **known)
        if self._tried or not state.document:
            return {}
        trial = begun(state.document, state.services, state.language)
        return {"trial": trial, "line": min(state.line, max(0, len(trial.lines) - 1))}

    def _try(self, **changes: Any) -> None:
        self._tried = True
        self._become(trial=replace(self.state.trial, **changes), stale=True)
        self._later()

    def _become(self, **changes: Any) -> None:
        self.state = replace(self.state, **changes)
        self._show(self.state)
