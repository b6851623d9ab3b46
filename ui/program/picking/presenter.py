"""Decides which services of the price list are shown and ticked, and what kinds of service the program knows."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Final

from desk_app.documents.edits import Edit, value_at
from desk_app.documents.program_sense import Problem, tables
from desk_app.domain.people import Service
from desk_app.ports import Json
from ui.program.picking.search import key_of, service_key

CATEGORIES: Final = "categories"
FLAGS: Final = ("earns", "redeems", "discounts", "counts_for_level")
"""True where a document leaves them out; `indicated_only` is false then."""


@dataclass(frozen=True)
class Pick:
    """A service to tick; `service` is None for a code the price list does not have."""

    code: str
    service: Service | None
    ticked: bool


@dataclass(frozen=True)
class PickingState:
    """The price list as it is searched; `chosen` are codes, in the order in which they were."""

    services: tuple[Service, ...] = ()
    chosen: tuple[str, ...] = ()
    text: str = ""
    only: bool = False
    at: int = 0
    rows: tuple[Pick, ...] = ()

    @property
    def known(self) -> int:
        """How many of the chosen the price list has."""
        codes = {one.code for one in self.services}
        return sum(code in codes for code in self.chosen)

    @property
    def percent(self) -> int:
        """Their share of the price list, in whole percents; never 0 or 100 unless it is so."""
        total, known = len(self.services), self.known
        if not total:
            return 0
        return max(1, min(99, round(100 * known / total))) if 0 < known < total else 100 * known // total


class ServicesPresenter:
    """Codes of services at one place of a document; `emit` is told every change as edits."""

    def __init__(
        self, path: str, emit: Callable[[tuple[Edit, ...]], None], show: Callable[[PickingState], None]
    ) -> None:
        self.path = path
        self._emit, self._show = emit, show
        self._codes: frozenset[str] = frozenset()
        self.state = PickingState()

    def show_document(self, document: Json) -> None:
        """The document is so now."""
        value = value_at(document, self.path)
        chosen = tuple(str(code) for code in value) if isinstance(value, list) else ()
        if chosen != self.state.chosen:
            self._become(chosen=chosen)

    def know(self, services: Sequence[Service]) -> None:
        """The price list."""
        self._codes = frozenset(one.code for one in services)
        self._become(services=tuple(sorted(services, key=lambda one: (one.category, one.code))))

    def search(self, text: str) -> None:
        """Words typed: of the name, of the code."""
        self._become(text=text, at=0)

    def show_only(self, only: bool) -> None:
        """Only those that are ticked, or all."""
        self._become(only=only, at=0)

    def move(self, to: int) -> None:
        """Another row is highlighted."""
        self.state = replace(self.state, at=max(0, min(to, len(self.state.rows) - 1)))

    def step(self, by: int) -> None:
        """The arrow keys, pressed in the search field."""
        self.move(self.state.at + by)
        self._show(self.state)

    def tick(self, row: int | None = None) -> None:
        """Tick a row, or take its tick away; None: the highlighted one."""
        at = self.state.at if row is None else row
        if at >= len(self.state.rows):
            return
        self.state = replace(self.state, at=at)
        self._put([self.state.rows[at].code], not self.state.rows[at].ticked)

    def tick_found(self, on: bool) -> None:
        """Tick all that is found, or none of it."""
        self._put([row.code for row in self.state.rows], on)

    def _put(self, codes: Sequence[str], on: bool) -> None:
        chosen = [code for code in self.state.chosen if code not in codes]
        if on:
            chosen += [code for code in codes if code not in chosen]
        if tuple(chosen) != self.state.chosen:
            self._emit((Edit(self.path, chosen),))

    def _become(self, **changes: Any) -> None:
        state = replace(self.state, **changes)
        # While only the ticked ones are shown, what loses its tick stays in sight until the next search.
        keep = state.only and set(changes) == {"chosen"}
        before = {row.code for row in self.state.rows} if keep else set()
        rows = tuple(self._rows(state, before))
        self.state = replace(state, rows=rows, at=max(0, min(state.at, len(rows) - 1)))
        self._show(self.state)

    def _rows(self, state: PickingState, before: set[str]) -> Iterator[Pick]:
        """What is found, codes the price list does not have first."""
        wanted, ticked = key_of(state.text).split(), set(state.chosen)
        for code in state.chosen:
            if code not in self._codes and all(word in key_of(code) for word in wanted):
                yield Pick(code, None, True)
        for one in state.services:
            seen = not state.only or one.code in ticked or one.code in before
            if seen and (not wanted or all(word in service_key(one) for word in wanted)):
                yield Pick(one.code, one, one.code in ticked)


@dataclass(frozen=True)
class CategoriesState:
    """Kinds of service of the document, the one that is worked on, and what the price list has of each."""

    document: Json = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    chosen: int = 0
    counts: Mapping[str, int] = field(default_factory=dict)
    shares: Mapping[str, int] = field(default_factory=dict)

    @property
    def items(self) -> list[Json]:
        """The categories as they stand."""
        return tables(self.document.get(CATEGORIES))

    @property
    def item(self) -> Json:
        """The one that is worked on, empty where there is none."""
        return self.items[self.chosen] if self.chosen < len(self.items) else {}

    @property
    def place(self) -> str:
        """Its key path."""
        return f"{CATEGORIES}[{self.chosen}]"

    @property
    def unknown(self) -> tuple[str, ...]:
        """Kinds of the price list that the document has not."""
        codes = {item.get("code") for item in self.items}
        return tuple(code for code in self.counts if code and code not in codes)

    def wrong(self, index: int) -> bool:
        """Whether something is wrong at a category."""
        return any(problem.place.startswith(f"{CATEGORIES}[{index}]") for problem in self.problems)


class CategoriesPresenter:
    """`emit` is told every change as edits, `show` every state."""

    def __init__(self, emit: Callable[[tuple[Edit, ...]], None], show: Callable[[CategoriesState], None]) -> None:
        self._emit, self._show = emit, show
        self.state = CategoriesState()

    def show_document(self, document: Json, problems: Sequence[Problem]) -> None:
        """The document is so now."""
        own = tuple(one for one in problems if one.place.startswith(CATEGORIES))
        last = max(0, len(tables(document.get(CATEGORIES))) - 1)
        self._become(document=document, problems=own, chosen=min(self.state.chosen, last))

    def know(self, services: Sequence[Service], sales: Mapping[str, int]) -> None:
        """The price list, and what was sold in the last year by service code (minor units)."""
        counts: dict[str, int] = {}
        sold: dict[str, int] = {}
        for one in services:
            counts[one.category] = counts.get(one.category, 0) + 1
            sold[one.category] = sold.get(one.category, 0) + sales.get(one.code, 0)
        total = sum(sold.values())
        shares = {code: round(100 * amount / total) for code, amount in sold.items()} if total else {}
        self._become(counts=counts, shares=shares)

    def choose(self, index: int) -> None:
        """Work on another one."""
        if 0 <= index < len(self.state.items) and index != self.state.chosen:
            self._become(chosen=index)

    def add(self, code: str, names: tuple[str, str]) -> None:
        """A kind of service at the end; it is worked on next. `code` "" finds one."""
        items = self.state.items
        codes = {item.get("code") for item in items}
        code = code or next(f"kind-{n}" for n in range(len(items) + 1, 10_000) if f"kind-{n}" not in codes)
        flags: Json = dict.fromkeys(FLAGS, True)
        made = {"code": code, "name": dict(zip(("ru", "en"), names, strict=True)), **flags}
        self.state = replace(self.state, chosen=len(items))
        self._emit((Edit(f"{CATEGORIES}[{len(items)}]", made),))

    def remove(self) -> None:
        """The chosen one goes."""
        items, chosen = self.state.items, self.state.chosen
        if chosen < len(items):
            self._emit((Edit(CATEGORIES, [*items[:chosen], *items[chosen + 1 :]]),))

    def move(self, by: int) -> None:
        """The chosen one changes places with its neighbour."""
        items, at, to = self.state.items, self.state.chosen, self.state.chosen + by
        if 0 <= to < len(items):
            items[at], items[to] = items[to], items[at]
            self.state = replace(self.state, chosen=to)
            self._emit((Edit(CATEGORIES, items),))

    def put(self, key: str, value: Any) -> None:
        """A key of the chosen one."""
        self._emit((Edit(f"{self.state.place}.{key}", value),))

    def reveal(self, path: str) -> bool:
        """Work on the category of a place; False where the place is none of theirs."""
        if not (path == CATEGORIES or path.startswith(f"{CATEGORIES}[")):
            return False
        inside = path.removeprefix(f"{CATEGORIES}[").partition("]")[0]
        if inside.isdigit():
            self.choose(int(inside))
        return True

    def _become(self, **changes: Any) -> None:
        self.state = replace(self.state, **changes)
        self._show(self.state)
