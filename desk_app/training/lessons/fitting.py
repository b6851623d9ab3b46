"""Whether a program has what a lesson needs, and which services of the price list play in it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from fractions import Fraction
from functools import lru_cache
from random import Random
from typing import Final

from desk_app.documents import scalars
from desk_app.domain.bill import Bill, Line
from desk_app.domain.days import plus_days
from desk_app.domain.people import Service
from desk_app.domain.pricing import price_bill
from desk_app.domain.program import Program
from desk_app.domain.quote import Quote
from desk_app.domain.standing import Standing
from desk_app.training.lessons.lesson import LEVELS, LONG, Lesson, Wanted

#: Beginnings of words in names of services that are for children, for women or for men.
_FOR_SOME: Final = re.compile(
    "педиатр|детск|детей|ребён|молочн|гинеколог|беремен|влагалищ|матк|уролог|простат"
    "|paediatr|pediatr|child|breast|gynaec|gynec|pregnan|vagin|cervi|urolog|prostat"
)
#: The same of those that follow another visit.
_NOT_FIRST: Final = re.compile("повторн|follow-up|repeat")
#: More units than any bill takes.
MANY: Final = 10**9


@dataclass(frozen=True, slots=True)
class Unfit:
    """Why a lesson does not apply: `code` "need" (params: need), "service" (the properties), "money" (no units pay)."""

    code: str
    params: Mapping[str, str] = field(default_factory=dict)


def fits(
    lesson: Lesson, program: Program, ahead: Program | None, services: Sequence[Service]
) -> tuple[Unfit, ...]:  # fmt: skip
    """What the program, the version announced to follow it, or the price list lacks for a lesson; nothing: it fits."""
    needs = dict.fromkeys(lesson.needs)
    if any(one.group for one in lesson.people):
        needs["groups"] = None
    missing = [Unfit("need", {"need": need}) for need in needs if not _HAS[need](program, ahead)]
    if missing:
        return tuple(missing)
    some_day = _some_day(program)
    try:
        chosen = pick(lesson, program, services, Random(lesson.code))
    except _Lacking as lacking:
        return (lacking.unfit,)
    for one in lesson.people:
        if one.units != "none" and not most_on(lesson, one.of, program, chosen, some_day, one.level):
            return (Unfit("money"),)
    return ()


_HAS: Final[Mapping[str, Callable[[Program, Program | None], bool]]] = {
    "units": lambda program, _: program.unit is not None and program.earn is not None,
    "spending": lambda program, _: program.unit is not None and program.unit.worth > 0 and program.redeem is not None,
    "levels": lambda program, _: len(program.levels.steps) > 1,
    "level_discount": lambda program, _: any(step.discount for step in program.levels.steps),
    "family": lambda program, _: program.family is not None,
    "groups": lambda program, _: any(group.discount for group in program.groups),
    "lapse": lambda program, _: program.expiry is not None and program.expiry.clock != "never",
    "announced": lambda _, ahead: ahead is not None,
    "offline": lambda program, _: program.redeem is not None and program.limits.offline_redeem > 0,
    "referral": lambda program, _: program.events.referral is not None,
}  # fmt: skip


def level_of(program: Program, word: str) -> str:
    """The code of the "first", "second" or "top" level; of a shorter ladder the nearest."""
    steps = program.levels.steps
    return steps[-1 if word == "top" else min(LEVELS.index(word), len(steps) - 1)].code


def group_of(program: Program) -> str:
    """The group the lessons speak of: the first that takes something off."""
    return next((group.code for group in program.groups if group.discount), "")


def lines_of(lesson: Lesson, bill: str, chosen: Mapping[str, Service]) -> tuple[Line, ...]:
    """A bill of the story as lines at list price, "1", "2" …"""
    return tuple(
        Line(str(place), service.price, item.pieces, service.code, service.name, service.category, item.payer,
             floor_price=service.floor_price)
        for place, item in enumerate(lesson.bill(bill).lines, 1) for service in (chosen[item.service],)
    )  # fmt: skip


def most_on(
    lesson: Lesson, bill: str, program: Program, chosen: Mapping[str, Service], at: datetime, level: str
) -> int:  # fmt: skip
    """The most units that may pay for a bill of the story, by somebody of that level who has more."""
    return _quote(program, lines_of(lesson, bill, chosen), at, level_of(program, level)).redeemed_units


def pick(lesson: Lesson, program: Program, services: Sequence[Service], chance: Random) -> dict[str, Service]:
    """A service of the price list for each wanted one, all different. Raises `_Lacking`."""
    if not lesson.services:
        return {}
    offered = [one for one in services if one.price and one.category in program.categories]
    known = _Known(program, offered)
    new = {one.code for one in lesson.people if not one.known}
    first = {item.service for bill in lesson.bills if bill.patient in new for item in bill.lines}
    chosen: dict[str, Service] = {}
    # those who ask for most choose first; the order told of stays that of the lesson
    for wanted in sorted(lesson.services, key=lambda one: -_strictness(one)):
        suiting = known.suiting(wanted, {one.code for one in chosen.values()})
        if wanted.code in first:
            suiting = [one for one in suiting if not _follows(one)] or suiting
        found = _third(suiting, wanted.price)
        if not found:
            raise _Lacking(Unfit("service", _properties(wanted)))
        chosen[wanted.code] = chance.choice(found)
    return {wanted.code: chosen[wanted.code] for wanted in lesson.services}


@lru_cache(maxsize=8192)
def _for_anybody(name: str, name_en: str) -> bool:
    """Whether names of a service say neither children nor one sex: the people of a story are of any."""
    return not _FOR_SOME.search(f"{name} {name_en}".lower())


def _follows(one: Service) -> bool:
    """Whether the name says that the patient was here before."""
    return bool(_NOT_FIRST.search(f"{one.name} {one.name_en}".lower()))


class _Lacking(Exception):
    """The price list has no such service."""

    def __init__(self, unfit: Unfit) -> None:
        super().__init__(unfit.code)
        self.unfit = unfit


def _strictness(wanted: Wanted) -> int:
    asked = (wanted.service, wanted.between, wanted.categories, wanted.units, wanted.group, wanted.prefer)
    return sum(map(bool, asked)) + sum(one is not None for one in (wanted.earns, wanted.discounts))


def _third(found: Sequence[Service], price: str) -> list[Service]:
    """Those in the lower, middle or upper third by price; at least one of any."""
    ordered = sorted(found, key=lambda one: (one.price, one.code))
    if not price or not ordered:
        return ordered
    place, size = ("low", "middle", "high").index(price), len(ordered)
    return ordered[place * size // 3 : (place + 1) * size // 3] or [ordered[min(place * size // 3, size - 1)]]


def _properties(wanted: Wanted) -> dict[str, str]:
    told = {"units": wanted.units, "service": wanted.service, "categories": ",".join(wanted.categories)}
    for name in ("earns", "discounts"):
        if (value := getattr(wanted, name)) is not None:
            told[name] = "yes" if value else "no"
    if wanted.group:
        told["group"] = "yes"
    if wanted.between is not None:
        told["low"], told["high"] = wanted.between
    return {name: value for name, value in told.items() if value}


class _Known:
    """What the rules make of the services of a price list."""

    def __init__(self, program: Program, offered: Sequence[Service]) -> None:
        self._program = program
        self._offered = offered
        self._by_category: dict[str, list[Service]] = {}
        for one in offered:
            self._by_category.setdefault(one.category, []).append(one)
        self._best = max((self._share(listed[0]) for listed in self._by_category.values()), default=Fraction(0))
        self._group = next((one for one in program.groups if one.code == group_of(program)), None)

    def suiting(self, wanted: Wanted, taken: set[str]) -> list[Service]:
        """Those with every property: of the first preferred category that has some, and for anybody where it can be."""
        for kind in (*wanted.prefer, None):
            of_kind = self._offered if kind is None else self._by_category.get(kind, ())
            found = [one for one in of_kind if one.code not in taken and self.suits(one, wanted)]
            if found:
                return [one for one in found if _for_anybody(one.name, one.name_en)] or found
        return []

    def suits(self, one: Service, wanted: Wanted) -> bool:
        """Whether a service has every property."""
        program, category = self._program, self._program.category(one.category)
        if wanted.service:
            return one.code == wanted.service
        if wanted.categories and one.category not in wanted.categories:
            return False
        takes_part = wanted.units in ("", "pay") and wanted.earns is not False and wanted.discounts is not False
        if category.indicated_only and takes_part and not wanted.categories:
            return False  # urgent care and medicines only where it matters that they take no part
        if wanted.between is not None:
            low, high = (scalars.money(sum_, program.decimals) for sum_ in wanted.between)
            if not low <= one.price <= high:
                return False
        if wanted.earns is not None and wanted.earns != self._earns(one):
            return False
        if wanted.discounts is not None and wanted.discounts != bool(self._discount(one)):
            return False
        if wanted.group and not self._group_gains(one):
            return False
        return not wanted.units or self._may_pay(one, wanted.units)

    def _may_pay(self, one: Service, asked: str) -> bool:
        share = self._share(one)
        match asked:
            case "pay":
                return share == self._best and share > 0
            case "less":
                return share < self._best
            case _:
                return not share

    def _share(self, one: Service) -> Fraction:
        """The share of a line that units may pay."""
        redeem, category = self._program.redeem, self._program.category(one.category)
        if redeem is None or not category.redeems or one.code in redeem.excluded_services:
            return Fraction(0)
        return redeem.max_share if category.max_redeem is None else category.max_redeem

    def _earns(self, one: Service) -> bool:
        earn, first = self._program.earn, self._program.levels.steps[0]
        takes_part = earn is not None and one.code not in earn.excluded_services
        return takes_part and self._program.category(one.category).earns and first.rate(one.category) is not None

    def _discount(self, one: Service, step: int = -1) -> Fraction:
        """What a level takes off it, the top one where none is said."""
        excluded = one.code in self._program.stacking.excluded_services
        if excluded or not self._program.category(one.category).discounts:
            return Fraction(0)
        return self._program.levels.steps[step].discount_for(one.category)

    def _group_gains(self, one: Service) -> bool:
        excluded = one.code in self._program.stacking.excluded_services
        if self._group is None or excluded or not self._program.category(one.category).discounts:
            return False
        return self._group.discount_for(one.category) > self._discount(one, 0)


def _quote(program: Program, lines: tuple[Line, ...], at: datetime, level: str) -> Quote:
    """The bill of a member of that level, who is no newcomer and asks for all units that may be spent."""
    bill = Bill("lesson", "lesson", at, lines, "lesson", "lesson", redeem=None, proof="card")
    standing = Standing(joined=plus_days(at.date(), -LONG), level=level, visits=4, visits_counted=4, usable=MANY)
    return price_bill(program, bill, standing)


def _some_day(program: Program) -> datetime:
    from zoneinfo import ZoneInfo

    return datetime(2026, 6, 10, 14, tzinfo=ZoneInfo(program.timezone))


__all__ = ["MANY", "Unfit", "fits", "group_of", "level_of", "lines_of", "most_on", "pick"]
