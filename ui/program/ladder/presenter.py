"""Decides what the ladder of a document shows, which step is worked on, and what a change of it means."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from desk_app.documents.edits import Edit
from desk_app.documents.program_sense import Problem, level_start, table, tables
from desk_app.ports import Json
from ui.program.ladder import steps as ladder
from ui.program.ladder.steps import PATH, steps_of
from ui.program.typed import localized


@dataclass(frozen=True)
class LadderState:
    """The document, what is wrong with its ladder, and the step that is worked on."""

    document: Json = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    chosen: int = 0

    @property
    def steps(self) -> list[Json]:
        """The steps as they stand."""
        return steps_of(self.document)

    @property
    def place(self) -> str:
        """The key path of the step that is worked on."""
        return f"{PATH}[{self.chosen}]"

    @property
    def step(self) -> Json:
        """That step, empty where there is none."""
        return self.steps[self.chosen] if self.chosen < len(self.steps) else {}

    @property
    def basis(self) -> str:
        """What opens a level: spend, visits or units_earned."""
        return str(table(self.document.get("levels")).get("basis", "spend"))

    @property
    def has_units(self) -> bool:
        """Whether patients collect anything."""
        return "unit" in self.document

    def wrong(self, index: int) -> bool:
        """Whether something is wrong at a step."""
        return any(problem.place.startswith(f"{PATH}[{index}]") for problem in self.problems)

    def heights(self) -> tuple[int | None, ...]:
        """Where each step begins, None where that cannot be read."""
        return tuple(level_start(self.document, step.get("from")) for step in self.steps)

    def without_own_rates(self) -> tuple[str, ...]:
        """Codes of the categories for which the step has no rates of their own."""
        own = table(self.step.get("by_category"))
        codes = (item.get("code") for item in tables(self.document.get("categories")))
        return tuple(code for code in codes if isinstance(code, str) and code not in own)


class LadderPresenter:
    """`emit` is told every change as edits, `show` every state."""

    def __init__(self, emit: Callable[[tuple[Edit, ...]], None], show: Callable[[LadderState], None]) -> None:
        self._emit = emit
        self._show = show
        self.state = LadderState()

    def show_document(self, document: Json, problems: Sequence[Problem]) -> None:
        """The document is so now."""
        own = tuple(one for one in problems if one.place.startswith(PATH) or one.place == "levels")
        last = max(0, len(steps_of(document)) - 1)
        self._become(LadderState(document, own, min(self.state.chosen, last)))

    def choose(self, index: int) -> None:
        """Work on another step."""
        if 0 <= index < len(self.state.steps) and index != self.state.chosen:
            self._become(LadderState(self.state.document, self.state.problems, index))

    def add(self, names: tuple[str, str]) -> None:
        """A step above the chosen one; it is worked on next."""
        edits = ladder.added(self.state.document, self.state.chosen, names)
        chosen = self.state.chosen + 1 if self.state.steps else 0
        self.state = LadderState(self.state.document, self.state.problems, chosen)
        self._emit(edits)

    def remove(self) -> None:
        """The chosen step goes; the last one stays."""
        if edits := ladder.removed(self.state.document, self.state.chosen):
            self._emit(edits)

    def move(self, by: int) -> None:
        """The chosen step goes up (1) or down (-1)."""
        if edits := ladder.moved(self.state.document, self.state.chosen, by):
            self.state = LadderState(self.state.document, self.state.problems, self.state.chosen + by)
            self._emit(edits)

    def put(self, key: str, value: Any) -> None:
        """A key of the chosen step, below it too: "from", "earn.percent"."""
        self._emit((Edit(f"{self.state.place}.{key}", value),))

    def turn_rate(self, kind: str) -> None:
        """The step earns in another way."""
        self.put("earn", ladder.rate_of(kind, self.state.step.get("earn")))

    def put_own(self, category: str, key: str, value: Any) -> None:
        """A rate of one category: "earn" or "discount"."""
        self.put("by_category", ladder.with_override(self.state.step, category, key, value))

    def add_own(self, category: str) -> None:
        """A category has rates of its own; they begin as those for all."""
        step = self.state.step
        key, value = ("earn", step["earn"]) if step.get("earn") else ("discount", step.get("discount", "0"))
        self.put_own(category, key, value)

    def remove_own(self, category: str) -> None:
        """A category has the same rates as all."""
        self.put("by_category", ladder.without_override(self.state.step, category))

    def add_perk(self, names: tuple[str, str]) -> None:
        """One right more."""
        perks = tables(self.state.step.get("perks"))
        codes = {perk.get("code") for perk in perks}
        code = next(f"perk-{n}" for n in range(1, 10_000) if f"perk-{n}" not in codes)
        self.put(f"perks[{len(perks)}]", {"code": code, "name": localized(*names)})

    def remove_perk(self, number: int) -> None:
        """One right less."""
        perks = tables(self.state.step.get("perks"))
        left = [*perks[:number], *perks[number + 1 :]]
        self.put("perks", left or None)

    def reveal(self, path: str) -> bool:
        """Work on the step of a place; False where the place is none of the ladder's."""
        if not path.startswith(PATH):
            return False
        inside = path.removeprefix(f"{PATH}[").partition("]")[0]
        if inside.isdigit():
            self.choose(int(inside))
        return True

    def _become(self, state: LadderState) -> None:
        self.state = state
        self._show(state)
