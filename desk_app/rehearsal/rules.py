"""The rules of a draft as the quick way asks them, looked up once for all lives."""

from __future__ import annotations

from datetime import date
from typing import Final

from desk_app.domain.facts import Accrued
from desk_app.domain.lots import Lot, last_good_day
from desk_app.domain.program import Usable
from desk_app.domain.promotions import When
from desk_app.rehearsal.draft import Draft
from desk_app.rehearsal.opening import LotTerms, is_still
from desk_app.rehearsal.past import Past
from desk_app.rehearsal.shapes import Shapes

_COLUMN: Final = {"paid": 0, "before_units": 1, "list_price": 2}


class Rules:
    """What a draft's rules say of every life, and every bill's shape met under them."""

    def __init__(self, past: Past, draft: Draft) -> None:
        program = draft.program
        self.past, self.draft, self.program = past, draft, program
        self.shapes = Shapes(program, [draft.line(line) for line in past.lines])
        self._look_at_levels()
        self.worth = program.unit.worth if program.unit else 0
        self.conditional = [Conditional(place, one.code, one.when, self.shapes.touched_by(one.when))
                            for place, one in enumerate(program.promotions)]  # fmt: skip
        self.touched = frozenset[int]().union(*[one.touches for one in self.conditional])
        self.by_holder = program.redeem is not None and program.redeem.owner == "holder"
        self.earner = program.earn.owner if program.earn else "patient"
        self.delay = program.earn.usable.count if program.earn and program.earn.usable.kind == "days" else 0
        self.remembers_all = self.every_visit or any(one.when.after_services for one in program.promotions)
        self.limits_uses = any(one.when.uses_per_patient or one.when.uses_per_period for one in program.promotions)
        self.bonus_from = program.family.min_members if program.family and program.family.earn_bonus_percent else 0
        self._look_at_terms()

    def _look_at_levels(self) -> None:
        """`simple`: a running sum tells the level; else the history is asked as the engine asks it."""
        self.levels = levels = self.program.levels
        self.starts = [step.start for step in levels.steps]
        self.codes = [step.code for step in levels.steps]
        self.simple = levels.window.kind == "lifetime" and levels.idle_reset is None
        self.column = _COLUMN[levels.counts]
        self.of_account = levels.owner == "account"
        days_of_family = self.of_account and levels.basis == "visits"
        self.every_visit = not self.simple or days_of_family

    def _look_at_terms(self) -> None:
        """`possible`: units lapse by clocks, and are usable from days, that the quick way follows."""
        draft, terms, earn = self.draft, self.draft.terms, self.program.earn
        moves = terms.period if terms.clock == "activity" else None
        self.lot_terms = LotTerms(terms.warn_days, terms.grace_days, moves, terms.renewed_by == "any_visit")
        self.possible = (
            (is_still(terms) or terms.clock == "activity") and not (earn and earn.usable.kind == "visit")
        )  # fmt: skip
        events = draft.program.events
        gives = self.past.gives
        self.adds_units = bool((events.welcome and "welcome" not in gives)
                               or (events.birthday and "birthday" not in gives))  # fmt: skip
        self._units_of: dict[str, int | None] = {}
        self._by_joining = terms.clock == "joining"
        self._good: dict[tuple[date, int, date | None], date] = {}

    def units_of(self, source: str) -> int | None:
        """`Draft.event_units`, remembered: there are few sources and many events."""
        if source not in self._units_of:
            self._units_of[source] = self.draft.event_units(source)
        return self._units_of[source]

    def good_until(self, day: date, delay: int, joined: date | None) -> date:
        """The last good day of units given on a day, usable after so many; remembered, as a year has few days."""
        key = (day, delay, joined if self._by_joining else None)
        return self._good.get(key) or self._good_until(key)

    def _good_until(self, key: tuple[date, int, date | None]) -> date:
        day, delay, joined = key
        given = Accrued(0, "", "", day, 0, "", Usable("days", delay), self.draft.terms, 0)
        found = self._good[key] = last_good_day(Lot(given, 0, "", 0, self.draft.terms, joined))
        return found


class Conditional:
    """A promotion with the lines it may touch, and what its conditions ask about: nothing, the time, the person too."""

    __slots__ = ("asks_person", "code", "is_free", "is_timed", "place", "touches", "when")

    def __init__(self, place: int, code: str, when: When, touches: frozenset[int]) -> None:
        self.place, self.code, self.when, self.touches = place, code, when, touches
        self.is_free = not when.of_person
        self.is_timed = bool(when.first_day or when.last_day or when.weekdays or when.hours)
        self.asks_person = bool(
            when.levels or when.groups or when.segment or when.first_visit or when.nth_visit or when.birthday
            or when.after_services or when.uses_per_patient or when.uses_total or when.uses_per_period
        )  # fmt: skip
