"""Decides what the editor shows: the draft, the question that is open, how far each one is, and what can be undone."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from desk_app import clinic, program_drafts, programs
from desk_app.acts import new_id
from desk_app.documents.edits import Edit, edited, value_at
from desk_app.documents.program_sense import Problem
from desk_app.domain.errors import Refusal, Trouble
from desk_app.domain.people import Service
from desk_app.editing import answers, starts
from desk_app.editing.answers import Standing
from desk_app.editing.consequences import consequences
from desk_app.editing.history import History, unpacked
from desk_app.editing.items import Part
from desk_app.editing.questions import QUESTIONS
from desk_app.ports import Desk, Json, VersionRecord
from desk_app.program_drafts import Draft
from desk_app.versions import statuses, today

#: Tables and lists that are left out rather than kept with nothing in them.
_OPTIONAL: Final = (
    "events.referral", "events", "limits.apology", "limits", "organizer", "returns", "groups", "rewards", "examples",
    "goals.metrics", "goals",
)  # fmt: skip
_ORDER: Final = tuple(question.code for question in QUESTIONS)


@dataclass(frozen=True)
class EditorState:
    """The draft as it is now. `problems` are of the last look at it; `checked`: there was one. `faulty`
    are the places where the check-up found errors when it looked last.

    `starting`: nothing was begun with yet. `live`: the version in force, None before there is one. `shut`: nothing can
    be written now.
    """

    document: Json = field(default_factory=dict)
    question: str = _ORDER[0]
    standings: dict[str, Standing] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    checked: bool = False
    faulty: frozenset[str] = frozenset()
    starting: bool = False
    can_undo: bool = False
    can_redo: bool = False
    live: VersionRecord | None = None
    based_on: int | None = None
    shut: bool = False

    @property
    def valid(self) -> bool:
        """Whether the document may be published."""
        return self.checked and not self.problems


class EditorPresenter:
    """`show` is told every state; `changed` that the draft is to be saved and looked at soon."""

    def __init__(
        self,
        desk: Desk,
        show: Callable[[EditorState], None],
        changed: Callable[[], None],
        tell: Callable[[Refusal | Trouble], None],
    ) -> None:
        self._desk = desk
        self._show = show
        self._changed = changed
        self._tell = tell
        self._draft: Draft | None = None
        self._history = History({})
        self._taken: dict[str, Json] = {}
        self._kept = 0
        self.state = EditorState()

    @property
    def draft(self) -> Draft | None:
        """The draft as it was kept last."""
        return self._draft

    # coming and going

    def open(self, key: str) -> None:
        """Work on a draft. What is worked on already stays as it is, with its history."""
        if self._draft is not None and self._draft.key == key and self._same(key):
            self._become(self.state, live=self._live())
            return
        self.save()
        try:
            self._draft = program_drafts.draft(self._desk, key)
        except Refusal as refusal:
            self._draft = None
            self._tell(refusal)
            return
        before = unpacked(program_drafts.steps_of(self._desk, key))
        self._history, self._taken, self._kept = History(self._draft.document, before), {}, 0
        self._become(
            EditorState(live=self._live(), based_on=self._draft.based_on, shut=self._desk.shut is not None),
            starting=not self._draft.document,
        )

    def _same(self, key: str) -> bool:
        """Whether it is still there as it was left; what other pages wrote beside its rules is taken over."""
        kept = next((one for one in program_drafts.drafts(self._desk) if one.key == key), None)
        if kept is None or self._draft is None or kept.document != self._draft.document:
            self._draft = None
            return False
        self._draft = replace(self._draft, reasons=kept.reasons, plan=kept.plan)
        return True

    def save(self) -> None:
        """Keep the draft as it is now."""
        draft = self._draft
        if draft is None or draft.document == self._history.document:
            return
        self._keep(replace(draft, document=self._history.document))

    def close(self) -> None:
        """The draft is not worked on any more; it is kept."""
        self.save()
        self._draft = None

    def reason(self, finding: str, text: str) -> None:
        """Why a warning may stay, in the manager's words; "" takes it back."""
        if self._draft is not None:
            reasons = {**self._draft.reasons, finding: text}
            kept = {key: why for key, why in reasons.items() if why}
            self._keep(replace(self._draft, document=self._history.document, reasons=kept))

    def _keep(self, draft: Draft) -> None:
        try:
            steps = self._history.packed() if self._history.edition != self._kept else None
            self._draft = program_drafts.save(self._desk, draft, steps)
            self._kept = self._history.edition
        except (Refusal, Trouble) as problem:
            self._tell(problem)

    # what is done to the document

    def begin_with(self, document: Json) -> None:
        """Begin with a ready document, or with nothing; what was there before can be had back by undoing."""
        self._put(document, "")
        self._become(self.state, starting=False, question=_ORDER[0])

    def made_own(self, document: Json) -> Json:
        """A ready program as this clinic's: what is known of it is not asked again."""
        live = self.state.live
        with self._desk.store.reading() as reading:
            own = clinic.read(reading)
        return starts.made_own(document, live.document if live is not None else None, own)

    def change(self, edits: Sequence[Edit]) -> None:
        """Make edits; those that follow each other at one place are one step of the history."""
        try:
            document = edited(self._history.document, consequences(self._history.document, edits))
        except LookupError:
            return
        mark = edits[0].path if len(edits) == 1 else ""
        self._put(_tidied(document, edits), mark)

    def put(self, path: str, value: object) -> None:
        """One value at one place; None takes it away."""
        self.change((Edit(path, value),))

    def switch(self, part: Part, on: bool) -> None:
        """Put a table that may be left out, as it was before it was taken, or take it away."""
        document = self._history.document
        if on == (value_at(document, part.key) is not None):
            return
        if on:
            edits = [Edit(key, self._taken.get(key, {})) for key in part.begin if key not in document]
        else:
            self._taken |= {key: document[key] for key in part.end if key in document}
            edits = [Edit(key) for key in part.end if key in document]
        self._history.seal()
        self._put(edited(document, edits), "")

    def left(self) -> None:
        """A field was left: whatever comes next is another step, and the draft is kept now."""
        self._history.seal()
        self.save()

    def undo(self) -> None:
        """Take the last step back."""
        if self._history.undo():
            self._renew()

    def redo(self) -> None:
        """Make it again."""
        if self._history.redo():
            self._renew()

    def _put(self, document: Json, mark: str) -> None:
        if self._draft is not None and self._history.put(document, mark):
            self._renew()

    def _renew(self) -> None:
        self._become(self.state, starting=not self._history.document)
        self._changed()

    # where one is

    def go(self, question: str) -> None:
        """Open a question."""
        if question != self.state.question and question in _ORDER:
            self._history.seal()
            self._become(self.state, question=question)

    def step(self, by: int) -> None:
        """The next question, or the one before."""
        place = _ORDER.index(self.state.question) + by
        if 0 <= place < len(_ORDER):
            self.go(_ORDER[place])

    def next_open(self) -> bool:
        """The next question that needs an answer, or has a wrong one; False where there is none."""
        return self._next(self.state.standings)

    def next_unanswered(self) -> bool:
        """The same whatever the check-up says, which looks a moment later."""
        return self._next(answers.standings(self._history.document, self.state.problems))

    def _next(self, standings: Mapping[str, Standing]) -> bool:
        here = _ORDER.index(self.state.question)
        for code in (*_ORDER[here + 1 :], *_ORDER[: here + 1]):
            if standings.get(code) in (Standing.OPEN, Standing.WRONG):
                self.go(code)
                return True
        return False

    def found(self, faulty: frozenset[str]) -> None:
        """Places where the check-up found errors."""
        if faulty != self.state.faulty:
            self._become(self.state, faulty=faulty)

    def reveal(self, path: str) -> None:
        """Open the question that a place of the document belongs to."""
        self.go(answers.question_of(path))

    def begin_anew(self, starting: bool = True) -> None:
        """Ask again what to begin with; nothing is taken away by that."""
        self._become(self.state, starting=starting or not self._history.document)

    # what is wrong

    def check(self) -> None:
        """Look at the whole document. The first look of a process loads what reads documents: not on the window."""
        from desk_app.documents.program_file import problems, publishable

        document = self._history.document
        found = problems(document)
        self._become(self.state, problems=(*found, *publishable(document)), checked=True)

    def blocked(self, services: Sequence[Service]) -> bool:
        """Whether the check-up finds what keeps the draft from being published; it takes longer than a key may."""
        from desk_app.checkup import check_up, unanswered

        draft = self._draft
        if draft is None:
            return True
        found = check_up(draft.document, now=self._desk.clock(), services=services)
        return bool(unanswered(found, draft.reasons))

    def publish(self) -> VersionRecord | None:
        """Put the first program of a clinic in force; None when it was refused, and the reason was told."""
        self.save()
        draft = self._draft
        if draft is None:
            return None
        try:
            made = programs.publish(self._desk, draft.document, None, new_id(), reasons=draft.reasons)
            program_drafts.forget(self._desk, draft.key)
        except (Refusal, Trouble) as problem:
            self._tell(problem)
            return None
        self._draft = None
        return made

    def _live(self) -> VersionRecord | None:
        with self._desk.store.reading() as reading:
            versions = reading.versions()
            told = statuses(versions, today(self._desk, reading))
        newest = sorted(versions, key=lambda record: record.version)
        in_force = [record for record in newest if told[record.mark] == "in_force"]
        return next(iter(in_force or reversed(newest)), None)

    def _become(self, state: EditorState, **more: object) -> None:
        document, history = self._history.document, self._history
        problems, faulty = more.get("problems", state.problems), more.get("faulty", state.faulty)
        self.state = replace(
            state, document=document, can_undo=history.can_undo, can_redo=history.can_redo,
            standings=answers.standings(document, problems, faulty), **more,  # type: ignore[arg-type]  # its own fields
        )  # fmt: skip
        self._show(self.state)


def _tidied(document: Json, edits: Sequence[Edit]) -> Json:
    """Without what an edit left empty that need not be there."""
    if all(edit.value is not None for edit in edits):
        return document
    for key in _OPTIONAL:
        if value_at(document, key) in ({}, []):
            document = edited(document, (Edit(key),))
    return document
