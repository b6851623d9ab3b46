"""Two versions of a program side by side, table by table, in the order of the document."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, Final, Literal

from desk_app.domain.differences import keys, signs
from desk_app.domain.differences import values as told
from desk_app.domain.differences.keys import Key
from desk_app.domain.differences.precision import of_one_precision
from desk_app.domain.differences.signs import Sign
from desk_app.domain.differences.values import Value
from desk_app.domain.program import ANY_CATEGORY, Category, CategoryRates, Program, Step
from desk_app.domain.promotions import Promotion

Class = Literal["better", "worse", "neutral"]
#: What a difference belongs to: ("level", "silver"), ("category", "lab").
Of = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """One key that differs. `key` names what it is ("levels.steps.earn"), `place` is its path with codes.

    Units are in smallest parts of the finer of the two programs, money in minor units.
    """

    key: str
    place: str
    kind: Class
    before: Value
    after: Value
    of: Of = ()


def differences(old: Program, new: Program) -> tuple[Difference, ...]:
    """Every difference, in the order of the document; none for two equal programs (spec: program, Versions)."""
    return tuple(_all(*of_one_precision(old, new)))


def _all(old: Program, new: Program) -> Iterator[Difference]:
    yield from plain(keys.PROGRAM, old, new)
    yield from plain(keys.ORGANIZER, old.organizer, new.organizer)
    yield from table("unit", old.unit, new.unit, keys.UNIT)
    yield from _categories(old, new)
    yield from _levels(old, new)
    yield from table("earn", old.earn, new.earn, keys.EARN)
    yield from table("redeem", old.redeem, new.redeem, keys.REDEEM)
    yield from _expiry(old, new)
    yield from plain(keys.STACKING, old.stacking, new.stacking)
    yield from _groups(old, new)
    yield from _promotions(old, new)
    yield from _rewards(old, new)
    yield from plain(keys.EVENTS, old.events, new.events)
    yield from table("events.referral", old.events.referral, new.events.referral, keys.REFERRAL)
    yield from table("family", old.family, new.family, keys.FAMILY)
    yield from plain(keys.RETURNS, old.returns, new.returns)
    yield from plain(keys.LIMITS, old.limits, new.limits)
    yield from plain(keys.NOTICE, old.notice, new.notice)


#: Tables that give something by being there.
_GIVING: Final = ("unit", "earn", "redeem", "events.referral", "family")


def table(name: str, old: Any, new: Any, its: Sequence[Key]) -> Iterator[Difference]:
    """A table that may be left out; there or not is one difference."""
    if old is None or new is None:
        if old is not new:
            kind: Class = "better" if (old is None) == (name in _GIVING) else "worse"
            yield Difference(name, name, kind, told.flag(old is not None), told.flag(new is not None))
        return
    yield from plain(its, old, new)


def plain(its: Iterable[Key], old: Any, new: Any, place: str = "", of: Of = ()) -> Iterator[Difference]:
    """Keys that compare by themselves."""
    for key in its:
        before, after = key.read(old), key.read(new)
        if before != after:
            yield said(key.name, key.better(before, after), key.told(before), key.told(after), place, of)


def said(key: str, sign: Sign, old: Value, new: Value, place: str = "", of: Of = (), path: str = "") -> Difference:
    """A difference by its sign; `place` is the table's path, `path` the key's own where it is another."""
    kind: Class = "worse" if sign is None or sign < 0 else "better" if sign else "neutral"
    inner = key.removeprefix("promotions.when.") if key.startswith("promotions.when.") else key.rpartition(".")[2]
    return Difference(key, path or (f"{place}.{inner}" if place else key), kind, old, new, of)


def _pairs(old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[tuple[str, Any, Any]]:
    for code in dict.fromkeys((*old, *new)):
        yield code, old.get(code), new.get(code)


def _by_code(items: Iterable[Any]) -> dict[str, Any]:
    return {one.code: one for one in items}


def _came_or_went(key: str, place: str, old: Any, new: Any, of: Of, gain: Sign = 1) -> Difference:
    """Something with a code that only one of the two has; `gain` is what it gives by coming."""
    sign = gain if old is None else signs.turned(gain)
    return said(key, sign, told.named(old), told.named(new), of=of, path=place)


def _categories(before: Program, after: Program) -> Iterator[Difference]:
    for code, old, new in _pairs(before.categories, after.categories):
        of, place = (("category", code),), f"categories[{code}]"
        if old is None or new is None:
            # a service without a category takes part in everything: one that restricts is a loss where it comes
            program, one = (after, new) if old is None else (before, old)
            yield _came_or_went("categories", place, old, new, of, _narrows(program, one))
            continue
        yield from plain(keys.CATEGORY, old, new, place, of)
        if old.max_redeem != new.max_redeem:
            sign = signs.higher(_share(before, old.max_redeem), _share(after, new.max_redeem))
            yield said("categories.max_redeem", sign, told.percent(old.max_redeem), told.percent(new.max_redeem),
                       place, of)  # fmt: skip


def _narrows(program: Program, category: Category) -> Sign:
    compared = [key.better(key.read(ANY_CATEGORY), key.read(category)) for key in keys.CATEGORY[1:]
                if key.read(ANY_CATEGORY) != key.read(category)]  # fmt: skip
    return signs.together((*compared, signs.higher(_share(program, None), _share(program, category.max_redeem))))


def _share(program: Program, own: Fraction | None) -> Fraction:
    if own is not None:
        return own
    return program.redeem.max_share if program.redeem else Fraction(0)


def _levels(before: Program, after: Program) -> Iterator[Difference]:
    old, new = before.levels, after.levels
    yield from plain(keys.LEVELS, old, new)
    for code, one, other in _pairs(_by_code(old.steps), _by_code(new.steps)):
        of, place = (("level", code),), f"levels.steps[{code}]"
        if one is None or other is None:
            steps = new.steps if one is None else old.steps
            yield _came_or_went("levels.steps", place, one, other, of, _lifts(steps, code))
            continue
        starts = Fraction(one.start, _part(before)), Fraction(other.start, _part(after))
        if starts[0] != starts[1]:
            sign = signs.lower(*starts) if old.basis == new.basis else None
            yield said("levels.steps.from", sign, _start(before, one), _start(after, other), place, of)
        yield from _step(one, other, place, of)


def _part(program: Program) -> int:
    """So many in the numbers of a step are one of the document, where another basis says the same number."""
    match program.levels.basis:
        case "spend":
            return int(10**program.decimals)
        case "units_earned" | "visits":
            return 1


def _start(program: Program, step: Step) -> Value:
    match program.levels.basis:
        case "spend":
            return "money", step.start
        case "units_earned":
            return "units", step.start
        case "visits":
            return "number", step.start


def _step(old: Step, new: Step, place: str, of: Of) -> Iterator[Difference]:
    yield from plain(keys.STEP, old, new, place, of)
    if old.earn != new.earn:
        yield said("levels.steps.earn", signs.more(old.earn, new.earn), told.rate(old.earn), told.rate(new.earn),
                   place, of)  # fmt: skip
    for code, one, other in _pairs(old.by_category, new.by_category):
        was, now = one or CategoryRates(), other or CategoryRates()
        inner, whose = f"{place}.by_category.{code}", (*of, ("category", code))
        if was.earn != now.earn:
            yield said("levels.steps.by_category.earn", signs.more(old.rate(code), new.rate(code)),
                       told.rate(was.earn), told.rate(now.earn), inner, whose)  # fmt: skip
        if was.discount != now.discount:
            yield said("levels.steps.by_category.discount",
                       signs.higher(old.discount_for(code), new.discount_for(code)),
                       told.percent(was.discount), told.percent(now.discount), inner, whose)  # fmt: skip
    for code, was, now in _pairs(_by_code(old.perks), _by_code(new.perks)):
        inner = f"{place}.perks[{code}]"
        if was is None or now is None:
            yield _came_or_went("levels.steps.perks", inner, was, now, of)
        elif was != now:
            sign = signs.unlimited(was.per_year, now.per_year) if was.per_year != now.per_year else 0
            yield said("levels.steps.perks.per_year", sign, told.perk(was), told.perk(now), of=of, path=inner)


def _lifts(steps: Sequence[Step], code: str) -> Sign:
    """What a level gives by coming: more than the one below it, or less; of the first one nobody can tell."""
    place = next(i for i, step in enumerate(steps) if step.code == code)
    if place == 0:
        return None
    step, below = steps[place], steps[place - 1]
    compared = [signs.more(below.earn, step.earn), signs.higher(below.discount, step.discount)]
    for category in {*step.by_category, *below.by_category}:
        compared += [signs.more(below.rate(category), step.rate(category)),
                     signs.higher(below.discount_for(category), step.discount_for(category))]  # fmt: skip
    return signs.together((*compared, 1 if step.perks else 0))


def _expiry(before: Program, after: Program) -> Iterator[Difference]:
    old, new = before.expiry, after.expiry
    if old is None or new is None or old.clock != new.clock:
        if old is None or new is None:
            yield from table("expiry", old, new, ())
            return
        # terms of one clock mean nothing under another: the change of the clock says it all
        sign: Sign = 1 if new.clock == "never" else -1 if old.clock == "never" else None
        yield said("expiry.clock", sign, told.clock(old), told.clock(new))
    else:
        if old.period != new.period:
            yield said("expiry.period", signs.longer(old.period, new.period), told.period(old.period),
                       told.period(new.period))  # fmt: skip
        for clock, its in keys.LAPSE_BY_CLOCK.items():
            for one in plain(its, old, new):
                # what belongs to a clock that does not run is felt by nobody
                yield one if clock == old.clock else said(one.key, 0, one.before, one.after)
    yield from plain(keys.LAPSE, old, new)


def _groups(before: Program, after: Program) -> Iterator[Difference]:
    for code, old, new in _pairs(_by_code(before.groups), _by_code(after.groups)):
        of, place = (("group", code),), f"groups[{code}]"
        if old is None or new is None:
            yield _came_or_went("groups", place, old, new, of)
            continue
        yield from plain(keys.GROUP, old, new, place, of)
        for category, one, other in _pairs(old.by_category, new.by_category):
            if one != other:
                sign = signs.higher(old.discount_for(category), new.discount_for(category))
                yield said("groups.by_category", sign, told.percent(one), told.percent(other),
                           of=(*of, ("category", category)), path=f"{place}.by_category.{category}")  # fmt: skip


def _promotions(before: Program, after: Program) -> Iterator[Difference]:
    declared = "declared" in (before.stacking.order, after.stacking.order)
    for code, old, new in _pairs(_by_code(before.promotions), _by_code(after.promotions)):
        of, place = (("promotion", code),), f"promotions[{code}]"
        if old is None or new is None:
            # where the first in the order wins, a new one may stand before a better one
            displaces = declared and (new or old).combine == "best"
            yield _came_or_went("promotions", place, old, new, of, None if displaces and old is None else 1)
            continue
        yield from _promotion(old, new, place, of, _combined(declared))
    yield from _order(before, after, declared=declared)


def _combined(declared: bool) -> signs.Compare:
    def compare(old: str, new: str) -> Sign:
        # where the first in the order wins, one discount for the whole bill may be the better one
        if declared and "exclusive" in (old, new):
            return None
        return signs.ranked("exclusive", "best", "on_top")(old, new)

    return compare


def _promotion(old: Promotion, new: Promotion, place: str, of: Of, combined: signs.Compare) -> Iterator[Difference]:
    its: tuple[tuple[str, signs.Compare, Callable[[Any], Value]], ...] = (
        ("name", signs.neutral, told.text), ("effect", signs.stronger, told.effect), ("combine", combined, told.choice),
        ("max_amount", signs.none_best, told.money),
    )  # fmt: skip
    for name, better, value in its:
        was, now = getattr(old, name), getattr(new, name)
        if was != now:
            yield said(f"promotions.{name}", better(was, now), value(was), value(now), place, of)
    yield from plain(keys.WHEN, old.when, new.when, f"{place}.when", of)
    was, now = ((one.when.after_services, one.when.after_days) for one in (old, new))
    if was != now:
        yield said("promotions.when.after_services", signs.after_any(was, now), told.after_services(was),
                   told.after_services(now), f"{place}.when", of)  # fmt: skip


def _order(before: Program, after: Program, *, declared: bool) -> Iterator[Difference]:
    """Promotions in another order: felt where the first one wins."""
    old, new = (list(_by_code(one.promotions)) for one in (before, after))
    was, now = [code for code in old if code in new], [code for code in new if code in old]
    if was != now:
        yield said("promotions.order", None if declared else 0, ("promotions", ",".join(was)),
                   ("promotions", ",".join(now)), path="promotions")  # fmt: skip


def _rewards(before: Program, after: Program) -> Iterator[Difference]:
    for code, old, new in _pairs(_by_code(before.rewards), _by_code(after.rewards)):
        of, place = (("reward", code),), f"rewards[{code}]"
        if old is None or new is None:
            yield _came_or_went("rewards", place, old, new, of)
            continue
        yield from plain(keys.REWARD, old, new, place, of)
        gave, gives = ((one.service, one.amount, one.percent) for one in (old, new))
        if gave != gives:
            yield said("rewards.gives", signs.reward_gives(gave, gives), told.reward(gave), told.reward(gives),
                       place, of)  # fmt: skip
