"""Decides what the promotions of a document show: the list, the calendar, who meets whom, and the one worked on."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Any, Final

from desk_app.collisions import Meeting, meetings, runs_on
from desk_app.documents.edits import Edit
from desk_app.documents.program_sense import Problem, currency_of, table, tables
from desk_app.domain.people import Service
from desk_app.domain.program import Program
from desk_app.domain.promotions import Promotion
from desk_app.ports import Json
from ui.program.names import named_program, promotions_of

PATH: Final = "promotions"
EFFECTS: Final = (
    "percent", "amount", "price", "cheapest_percent", "units", "multiply_units", "free_service", "buy", "steps"
)  # fmt: skip
CONDITIONS: Final = (
    "weekdays", "hours", "categories", "services", "with_services", "after_services", "min_bill", "min_quantity",
    "levels", "groups", "segment", "branches", "payers", "first_visit", "nth_visit", "birthday", "coupon",
    "uses_per_patient", "uses_per_period", "uses_total",
)  # fmt: skip
"""In the order in which people ask: when, for what, for whom, how often. The first and last day are always asked."""


@dataclass(frozen=True, slots=True)
class Bar:
    """Days of a row from `start` to `end`, both counted from the first day shown; `meets`: another one holds there."""

    start: int
    end: int
    meets: bool


@dataclass(frozen=True)
class PromotionsState:
    """The document, its promotions as the rules read them (None: not yet), and the days the calendar shows."""

    document: Json = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    chosen: int = 0
    read: tuple[Promotion | None, ...] = ()
    met: tuple[Meeting, ...] = ()
    names: Program | None = None
    services: Mapping[str, Service] = field(default_factory=dict)
    first: date = date(2026, 1, 1)
    by_month: bool = False
    today: date = date(2026, 1, 1)

    @property
    def items(self) -> list[Json]:
        """The promotions as they stand."""
        return tables(self.document.get(PATH))

    @property
    def item(self) -> Json:
        """The one that is worked on, empty where there is none."""
        return self.items[self.chosen] if self.chosen < len(self.items) else {}

    @property
    def place(self) -> str:
        """Its key path."""
        return f"{PATH}[{self.chosen}]"

    @property
    def when(self) -> Json:
        """Its conditions."""
        return table(self.item.get("when"))

    @property
    def last(self) -> date:
        """The last day the calendar shows."""
        if not self.by_month:
            return date(self.first.year, 12, 31)
        return (self.first.replace(day=28) + timedelta(4)).replace(day=1) - timedelta(1)

    def wrong(self, index: int) -> bool:
        """Whether something is wrong at a promotion."""
        return any(problem.place.startswith(f"{PATH}[{index}]") for problem in self.problems)

    def met_by(self, index: int) -> tuple[Meeting, ...]:
        """Meetings of one promotion."""
        code = self.items[index].get("code") if index < len(self.items) else None
        return tuple(one for one in self.met if code in (one.one, one.other))

    def bars(self, index: int) -> tuple[Bar, ...]:
        """The days of a promotion inside the days shown; each run of days alike is one bar."""
        promotion = self.read[index] if index < len(self.read) else None
        if promotion is None:
            return ()
        partners = [self._partner(one, promotion.code) for one in self.met_by(index)]
        bars: list[Bar] = []
        for number in range((self.last - self.first).days + 1):
            day = self.first + timedelta(number)
            if not runs_on(promotion.when, day):
                continue
            meets = any(runs_on(other.when, day) for other in partners if other)
            if bars and bars[-1].end == number - 1 and bars[-1].meets == meets:
                bars[-1] = Bar(bars[-1].start, number, meets)
            else:
                bars.append(Bar(number, number, meets))
        return tuple(bars)

    def _partner(self, meeting: Meeting, code: str) -> Promotion | None:
        other = meeting.other if meeting.one == code else meeting.one
        return next((one for one in self.read if one is not None and one.code == other), None)


class PromotionsPresenter:
    """`emit` is told every change as edits, `show` every state; `today` is the clinic's local day."""

    def __init__(
        self, today: date, emit: Callable[[tuple[Edit, ...]], None], show: Callable[[PromotionsState], None]
    ) -> None:
        self.emit, self._show = emit, show
        self.state = PromotionsState(first=date(today.year, 1, 1), today=today)

    def show_document(self, document: Json, problems: Sequence[Problem]) -> None:
        """The document is so now."""
        own = tuple(one for one in problems if one.place.startswith(PATH))
        same = document.get(PATH) is self.state.document.get(PATH) and _ground(document) == _ground(self.state.document)
        last = max(0, len(tables(document.get(PATH))) - 1)
        state = replace(self.state, document=document, problems=own, chosen=min(self.state.chosen, last))
        self._become(state if same else _read(state))

    def know(self, services: Sequence[Service]) -> None:
        """The price list."""
        self._become(_read(replace(self.state, services={one.code: one for one in services})))

    # the calendar

    def show_months(self, by_month: bool) -> None:
        """A month, or a year."""
        today, first = self.state.today, self.state.first
        month = today.month if first.year == today.year else 1
        first = first.replace(month=month, day=1) if by_month else first.replace(month=1, day=1)
        self._become(replace(self.state, by_month=by_month, first=first))

    def turn(self, by: int) -> None:
        """To the months or years before (-1) or after (1)."""
        first = self.state.first
        if self.state.by_month:
            months = first.year * 12 + first.month - 1 + by
            first = date(months // 12, months % 12 + 1, 1)
        else:
            first = date(first.year + by, 1, 1)
        if 2000 <= first.year <= 2150:
            self._become(replace(self.state, first=first))

    def choose(self, index: int) -> None:
        """Work on another one."""
        if 0 <= index < len(self.state.items) and index != self.state.chosen:
            self._become(replace(self.state, chosen=index))

    # the document

    def add(self, names: tuple[str, str]) -> None:
        """A promotion at the end, ten percent off from today on; it is worked on next."""
        items = self.state.items
        codes = {item.get("code") for item in items}
        code = next(f"promotion-{n}" for n in range(len(items) + 1, 10_000) if f"promotion-{n}" not in codes)
        made = {
            "code": code, "name": dict(zip(("ru", "en"), names, strict=True)), "effect": {"percent": "10"},
            "combine": "best", "when": {"from": self.state.today.isoformat()},
        }  # fmt: skip
        self.state = replace(self.state, chosen=len(items))
        self.emit((Edit(f"{PATH}[{len(items)}]", made),))

    def remove(self) -> None:
        """The chosen one goes."""
        items, chosen = self.state.items, self.state.chosen
        if chosen < len(items):
            left = [*items[:chosen], *items[chosen + 1 :]]
            self.emit((Edit(PATH, left or None),))

    def move(self, by: int) -> None:
        """The chosen one changes places with its neighbour: the order decides ties, and what is taken first."""
        items, at, to = self.state.items, self.state.chosen, self.state.chosen + by
        if 0 <= to < len(items):
            items[at], items[to] = items[to], items[at]
            self.state = replace(self.state, chosen=to)
            self.emit((Edit(PATH, items),))

    def put(self, key: str, value: Any) -> None:
        """A key of the chosen one, below it too: "when.hours"."""
        self.emit((Edit(f"{self.state.place}.{key}", value),))

    def turn_effect(self, kind: str) -> None:
        """Another effect, with a value to begin from."""
        self.put("effect", {kind: _begun(kind, self.state.item.get("effect"), self.state.document)})

    def add_condition(self, key: str) -> None:
        """One condition more, with a value to begin from."""
        self.put(f"when.{key}", condition_begun(key, self.state.document))

    def remove_condition(self, key: str) -> None:
        """One condition less."""
        self.put(f"when.{key}", None)

    def reveal(self, path: str) -> bool:
        """Work on the promotion of a place; False where the place is none of theirs."""
        if not (path == PATH or path.startswith(f"{PATH}[")):
            return False
        inside = path.removeprefix(f"{PATH}[").partition("]")[0]
        if inside.isdigit():
            self.choose(int(inside))
        return True

    def _become(self, state: PromotionsState) -> None:
        self.state = state
        self._show(state)


def _ground(document: Json) -> tuple[Any, ...]:
    """What the meaning of promotions rests on, beside themselves."""
    return tuple(document.get(key) for key in ("categories", "groups", "levels", "stacking", "unit", "currency"))


def _read(state: PromotionsState) -> PromotionsState:
    read = promotions_of(state.document)
    names = named_program(state.document, [one for one in read if one is not None])
    services = {code: one.category for code, one in state.services.items()}
    met = meetings(names.promotions, names.categories, names.stacking.order, services)
    return replace(state, read=read, names=names, met=met)


def _begun(kind: str, before: Any, document: Json) -> Any:
    """A value of an effect to begin from; a percent stays a percent, a sum a sum."""
    known = table(before)
    percent = known.get("percent", known.get("cheapest_percent", "10"))
    amount = known.get("amount", known.get("price", _sum(document, "500")))
    values: dict[str, Any] = {
        "percent": percent, "cheapest_percent": percent, "amount": amount, "price": amount, "units": 100,
        "multiply_units": "2", "free_service": "", "buy": {"paid": 3, "free": 1},
        "steps": [{"from": "0", "percent": percent}],
    }  # fmt: skip
    return values[kind]


def condition_begun(key: str, document: Json) -> Any:
    """A value of a condition to begin from."""
    values: dict[str, Any] = {
        "weekdays": ["mon"], "hours": "09:00-12:00", "categories": [], "services": [], "with_services": [],
        "after_services": {"services": [], "days": 180}, "min_bill": _sum(document, "1000"), "min_quantity": 2,
        "levels": [], "groups": [], "segment": "", "branches": [], "payers": ["self"], "first_visit": True,
        "nth_visit": 5, "birthday": {"before": 3, "after": 3}, "coupon": True, "uses_per_patient": 1,
        "uses_per_period": {"count": 1, "period": "calendar_year"}, "uses_total": 100,
    }  # fmt: skip
    return values[key]


def _sum(document: Json, whole: str) -> str:
    decimals = currency_of(document)
    return f"{whole}.{'0' * decimals}" if decimals else whole
