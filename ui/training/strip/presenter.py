"""Follows a lesson at the practice desk: which steps are done, what was missed and why, hints one by one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from desk_app.domain.people import Service
from desk_app.domain.program import Program
from desk_app.ports import Desk
from desk_app.training.lessons import GoalResult, Stage, again, check
from ui.wording.lessons import Told, missed, told


@dataclass(frozen=True)
class StripState:
    """`words` is the lesson told for the people of this stage; `results` how its steps stand, in the same order.

    `place` is the step looked at. `hints` counts those asked for, by step. `missed` is what was missed of that step,
    and why; "" while she has not begun it. `helping`: both are read in the place of the steps. `finished`: every step
    is done.
    """

    words: Told | None = None
    results: tuple[GoalResult, ...] = ()
    place: int = 0
    hints: Mapping[str, int] = field(default_factory=dict)
    missed: tuple[str, ...] = ()
    helping: bool = False
    folded: bool = False
    finished: bool = False

    @property
    def done(self) -> int:
        """How many steps are done."""
        return sum(one.holds for one in self.results)

    @property
    def shown_hints(self) -> tuple[str, ...]:
        """The hints of the step that is looked at, as far as they were asked for."""
        if self.words is None or not self.results:
            return ()
        step = self.words.steps[self.place]
        return step.hints[: self.hints.get(step.code, 0)]

    @property
    def helped(self) -> bool:
        """Whether there is anything to be read beside the story."""
        return not self.finished and bool(self.missed or self.shown_hints)

    @property
    def more_hints(self) -> bool:
        """Whether another one may be asked for."""
        if self.words is None or not self.results or self.finished:
            return False
        step = self.words.steps[self.place]
        return self.hints.get(step.code, 0) < len(step.hints)

    @property
    def may_hint(self) -> bool:
        """Whether a hint is to be had: one more, or those there were, where something else stands in their place."""
        return self.more_hints or (not self.finished and bool(self.shown_hints) and (self.folded or not self.helping))


class StripPresenter:
    """Looks at the facts after every act; nothing that was clicked matters."""

    def __init__(
        self,
        desk: Desk,
        stage: Stage,
        program: Program,
        services: Mapping[str, Service],
        show: Callable[[StripState], None],
        finished: Callable[[], None],
        language: Callable[[], str],
    ) -> None:
        self._desk = desk
        self.stage = stage
        self._program = program
        self._services = services
        self._show = show
        self._finished = finished
        self._language = language
        self.state = StripState()

    def begin(self) -> None:
        """Tell the story; nothing is done yet."""
        self.state = replace(self.state, words=self._told())
        self.look()

    def look(self) -> None:
        """An act was written: look at every step anew."""
        before = self.state
        results = check(self._desk, self.stage)
        finished = bool(results) and all(one.holds for one in results)
        newly = next(
            (n for n, (old, new) in enumerate(zip(before.results, results, strict=False))
             if new.missed and new.begun and new.missed != old.missed), None,
        )  # fmt: skip
        place = newly if newly is not None else self._next_place(results)
        self._become(replace(
            before, results=results, place=place, finished=finished,
            helping=not finished and (newly is not None or (before.helping and place == before.place)),
            folded=before.folded and newly is None and not finished,
        ))  # fmt: skip
        if finished and not before.finished:
            self._finished()

    def choose(self, place: int) -> None:
        """Look at another step."""
        if 0 <= place < len(self.state.results):
            self._become(replace(self.state, place=place, helping=self.state.helping and place == self.state.place))

    def hint(self) -> None:
        """One hint more for the step that is looked at; after the last one, all of them again."""
        state = self.state
        if state.may_hint and not state.more_hints:
            self._become(replace(state, helping=True, folded=False))
        elif state.words is not None and state.more_hints:
            code = state.words.steps[state.place].code
            hints = {**state.hints, code: state.hints.get(code, 0) + 1}
            self._become(replace(state, hints=hints, helping=True, folded=False))

    def fold(self) -> None:
        """From the hints to the steps, then leave the desk its room, then show the story and the hints again."""
        state = self.state
        if state.helping and not state.folded:
            self._become(replace(state, helping=False))
        else:
            self._become(replace(state, folded=not state.folded, helping=state.folded and state.helped))

    def repeat(self) -> None:
        """The story once more with other people: what was done, asked for and missed was of those before."""
        state = self.state
        if not state.results:
            return
        self.stage = again(self._desk, self.stage)
        self.state = StripState(words=self._told())
        self.look()

    def retell(self) -> None:
        """In another language."""
        if self.state.words is not None:
            self._become(replace(self.state, words=self._told()))

    def _next_place(self, results: tuple[GoalResult, ...]) -> int:
        """The step that was looked at, unless it is done: then the first that is not."""
        at = self.state.place
        if at < len(results) and not results[at].holds:
            return at
        return next((n for n, one in enumerate(results) if not one.holds), max(0, min(at, len(results) - 1)))

    def _told(self) -> Told:
        return told(self.stage, self._program, self._services, self._language())

    def _become(self, state: StripState) -> None:
        result = state.results[state.place] if state.results else None
        said: tuple[str, ...] = ()
        if result is not None and result.begun and not result.holds:
            said = missed(result, self.stage, self._program, self._services, self._language())
        state = replace(state, missed=said)
        # what was put right leaves nothing to read there: the steps come back
        self.state = replace(state, helping=state.helping and state.helped)
        self._show(self.state)
