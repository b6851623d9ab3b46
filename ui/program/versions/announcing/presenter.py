"""Decides what announcing a draft shows: what changes, the first lawful day, what still blocks, and the plan."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from desk_app import program_drafts
from desk_app.acts import new_id
from desk_app.checkup import Finding, unanswered
from desk_app.documents.edits import edited
from desk_app.documents.program_file import problems, publishable
from desk_app.documents.program_sense import Problem
from desk_app.domain.errors import Refusal, Trouble, refuse
from desk_app.editing.history import History, unpacked
from desk_app.ports import Desk, Json, VersionRecord
from desk_app.program_drafts import Draft
from desk_app.rollout.announce import Outlook, announce, outlook, too_early, too_far
from desk_app.rollout.plan import Plan, plan_from
from desk_app.versions import today
from ui.changes import Change, in_words
from ui.program.versions.presenter import Run
from ui.wording.checkup import Said, told

#: Where a refusal of the act belongs on the page.
_FIELDS = {"effective_from": "day", "plan": "plan"}


@dataclass(frozen=True, slots=True)
class Open:
    """A finding that nobody answered yet, in words."""

    finding: Finding
    said: Said


@dataclass(frozen=True)
class AnnouncingState:
    """`outlook` is what announcing would mean, None while that is worked out; `problems` keep it from being known.

    `day` is the first day that was typed, None for the first lawful one; `faults` are refusals by field: "day",
    "channels", "owner". `ready` and `staff` say how many of how many people at the desks know the new rules, where
    that is known. `agreed`: it begins today, and was told that it cannot be withdrawn.
    """

    draft: Draft | None = None
    outlook: Outlook | None = None
    changes: tuple[Change, ...] = ()
    findings: tuple[Open, ...] = ()
    problems: tuple[Problem, ...] = ()
    now: date = date.min
    day: date | None = None
    faults: Mapping[str, Refusal] = field(default_factory=dict)
    finding: int = 0
    looking: bool = False
    failed: bool = False
    ready: tuple[int, int] | None = None
    agreed: bool = False
    shut: bool = False

    @property
    def plan(self) -> Json:
        """The plan as far as it was typed."""
        return self.draft.plan if self.draft is not None else {}

    @property
    def open(self) -> tuple[Open, ...]:
        """What still needs an answer; a reason typed a moment ago is one."""
        reasons = self.draft.reasons if self.draft is not None else {}
        left = unanswered([one.finding for one in self.findings], reasons)
        return tuple(one for one in self.findings if one.finding in left)

    @property
    def start(self) -> date | None:
        """The first day it would begin."""
        return self.day or (self.outlook.earliest if self.outlook is not None else None)

    @property
    def found(self) -> Open | None:
        """The finding that is highlighted."""
        return self.findings[self.finding] if self.finding < len(self.findings) else None

    @property
    def same(self) -> bool:
        """Whether there is nothing to announce."""
        seen = self.outlook
        return seen is not None and seen.before is not None and not seen.judgement.differences and not seen.ahead


class AnnouncingPresenter:
    """Works the outlook out on a worker; what is typed is kept with the draft at once."""

    def __init__(
        self,
        desk: Desk,
        show: Callable[[AnnouncingState], None],
        tell: Callable[[Refusal | Trouble], None],
        run: Run,
        language: Callable[[], str],
        ready: Callable[[Json], tuple[int, int] | None] = lambda _: None,
    ) -> None:
        self._desk = desk
        self._show = show
        self._tell = tell
        self._run = run
        self._language = language
        self._ready = ready
        self._asked = 0
        self.state = AnnouncingState()

    # what is known

    def open(self, key: str | None) -> bool:
        """Announce that draft; False where it is not there any more."""
        draft = next((one for one in program_drafts.drafts(self._desk) if one.key == key), None)
        same = self.state.draft is not None and draft is not None and self.state.draft.key == draft.key
        with self._desk.store.reading() as reading:
            now = today(self._desk, reading)
        before = self.state if same else AnnouncingState()
        self.state = replace(before, draft=draft, shut=self._desk.shut is not None, now=now, agreed=False, faults={})
        if draft is None:
            self._show(self.state)
            return False
        wrong = problems(draft.document)
        self._become(problems=(*wrong, *publishable(draft.document)))
        self._look(checked=True)
        return True

    def refresh(self) -> None:
        """What is known may have changed."""
        if self.state.draft is not None:
            self.open(self.state.draft.key)

    def _look(self, *, checked: bool) -> None:
        state, desk, language = self.state, self._desk, self._language()
        draft = state.draft
        if draft is None or problems(draft.document):
            self._become(outlook=None, changes=(), findings=(), looking=False)
            return
        self._asked += 1
        asked, day = self._asked, state.day
        known = state.findings
        self._become(looking=True)

        def work() -> tuple[Outlook, tuple[Change, ...], tuple[Open, ...], tuple[int, int] | None]:
            # Reasons may be typed meanwhile: everything that is open without them is asked for.
            seen = outlook(desk, draft.document, day, {}, checked=checked)
            with desk.store.reading() as reading:
                changes = in_words(reading, seen.old, seen.program, seen.judgement.differences, language) if (
                    seen.old is not None) else ()  # fmt: skip
            findings = tuple(Open(one, told(one, seen.program, language)) for one in seen.open) if checked else known
            return seen, changes, findings, self._ready(draft.document)

        def done(found: tuple[Outlook, tuple[Change, ...], tuple[Open, ...], tuple[int, int] | None]) -> None:
            if asked == self._asked:
                seen, changes, findings, ready = found
                self._become(outlook=seen, changes=changes, findings=findings, ready=ready, looking=False,
                             failed=False)  # fmt: skip
                self._judge_day()

        self._run(work, done, self._failed)

    def _failed(self, why: Exception) -> None:
        if not isinstance(why, Refusal | Trouble):
            raise why
        self._become(looking=False, failed=True)
        self._tell(why)

    # what is typed

    def take_day(self, day: date | None) -> None:
        """The first day; None for the first lawful one."""
        if day != self.state.day:
            faults = {key: why for key, why in self.state.faults.items() if key != "day"}
            self._become(day=day, faults=faults, agreed=False)
            self._look(checked=False)

    def _judge_day(self) -> None:
        """A day that is refused says so at once, not when everything else is done."""
        state = self.state
        seen, day = state.outlook, state.day
        if seen is None or day is None:
            return
        why: Refusal | None = None
        if seen.before is not None and day < state.now:
            why = refuse("publish.past", "effective_from", day=day.isoformat(), today=state.now.isoformat())
        elif seen.ahead and day < seen.ahead[-1].effective_from:
            last = seen.ahead[-1]
            why = refuse("announce.ahead", "effective_from", version=last.label, day=last.effective_from.isoformat())
        elif day < seen.judgement.earliest:
            why = too_early(seen.judgement, day)
        else:
            why = too_far(state.now, day, seen.judgement.earliest)
        if why is not None:
            self._become(faults={**state.faults, "day": why})

    def take_plan(self, plan: Json) -> None:
        """How patients will hear of it."""
        faults = {key: why for key, why in self.state.faults.items() if key == "day"}
        self._keep(plan=plan)
        self._become(faults=faults, agreed=False)

    def look_at(self, finding: int) -> None:
        """Another finding."""
        if finding != self.state.finding:
            self._become(finding=finding)

    def explain(self, words: str) -> None:
        """Why the warning that is looked at may stay; "" takes it back."""
        found, draft = self.state.found, self.state.draft
        if found is None or draft is None or found.finding.severity != "warning":
            return
        reasons = {**draft.reasons, found.finding.key: words}
        self._keep(reasons={key: why for key, why in reasons.items() if why})
        self._become(agreed=False)

    def mend(self) -> None:
        """Change the draft as the finding that is looked at proposes."""
        found, draft = self.state.found, self.state.draft
        if found is None or draft is None or not found.finding.fix or self.state.shut:
            return
        # the editor takes it back as any other step
        history = History(draft.document, unpacked(program_drafts.steps_of(self._desk, draft.key)))
        history.put(edited(draft.document, found.finding.fix))
        self._keep(history.packed(), document=history.document)
        self._become(agreed=False)
        self._look(checked=True)

    def _keep(self, steps: Sequence[Json] | None = None, **changes: object) -> None:
        draft = self.state.draft
        if draft is None or self.state.shut:
            return
        changed = replace(draft, **changes)  # type: ignore[arg-type]  # its own fields
        self.state = replace(self.state, draft=changed)
        try:
            program_drafts.save(self._desk, changed, steps)
        except (Refusal, Trouble) as problem:
            self._tell(problem)

    # the act

    def announce(self) -> VersionRecord | None:
        """Announce it; None where it is refused, where something is to be answered first, or to be agreed to."""
        state = self.state
        draft, seen = state.draft, state.outlook
        if draft is None or seen is None or state.shut or state.open or state.problems or "day" in state.faults:
            return None
        plan = plan_from(draft.plan)
        felt = seen.judgement.of("worse") + seen.judgement.of("better")
        if felt and not plan.is_made:
            owner = bool(plan.channels)
            why = refuse("plan.owner" if owner else "plan.missing", "plan")
            self._become(faults={"owner" if owner else "channels": why})
            return None
        start = state.day or seen.earliest
        if start <= state.now and not state.agreed:
            self._become(agreed=True)
            return None
        return self._announced(draft, start, plan)

    def _announced(self, draft: Draft, start: date, plan: Plan) -> VersionRecord | None:
        try:
            made = announce(self._desk, draft.document, start, plan, draft.reasons, new_id())
            program_drafts.forget(self._desk, draft.key)
        except Refusal as refusal:
            place = _FIELDS.get(refusal.place, "")
            if place == "plan":
                place = "owner" if plan.channels else "channels"
            if place:
                self._become(faults={place: refusal}, agreed=False)
            else:
                self._tell(refusal)
            return None
        except Trouble as trouble:
            self._tell(trouble)
            return None
        self._asked += 1
        self.state = AnnouncingState()
        return made

    def _become(self, **changes: object) -> None:
        self.state = replace(self.state, **changes)  # type: ignore[arg-type]  # its own fields
        self._show(self.state)


def last_day_before(start: date) -> date:
    """The last day on which it can be withdrawn."""
    return start - timedelta(days=1)
