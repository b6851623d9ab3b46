"""Which of two values of a key is better for a patient: one rule for each kind of key.

A sign is positive when the second value is better, negative when it is worse, 0 when no patient feels it, and None
when some patient may lose while another gains.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from fractions import Fraction
from typing import Any

from desk_app.domain.days import Period
from desk_app.domain.program import EarnRate, Usable
from desk_app.domain.promotions import Effect

Sign = int | None
Compare = Callable[[Any, Any], Sign]
_DAY = 24 * 60


def higher(old: Any, new: Any) -> Sign:
    """More is better."""
    return int(new > old) - int(new < old)


def lower(old: Any, new: Any) -> Sign:
    """Less is better."""
    return int(new < old) - int(new > old)


def unlimited(old: int, new: int) -> Sign:
    """More is better and 0 is no limit."""
    return higher(old or 1 << 62, new or 1 << 62)


def divided(old: int, new: int) -> Sign:
    """Spent by so many at a time, 0 is any number: what divides the old number allows all it allowed."""
    if not old or not new:
        return 1 if not new else -1
    return 1 if old % new == 0 else -1 if new % old == 0 else None


def neutral(old: Any, new: Any) -> Sign:
    """Nobody feels it."""
    return 0


def any_change(old: Any, new: Any) -> Sign:
    """Some lose by it, whichever way it goes."""
    return None


def ranked(*best_last: str) -> Compare:
    """A choice of which each value gives at least what the one before it gives."""
    return lambda old, new: higher(best_last.index(old), best_last.index(new))


def together(signs: Iterable[Sign]) -> Sign:
    """Several comparisons as one: a gain only where nothing is lost."""
    found = set(signs)
    if None in found or {1, -1} <= found:
        return None
    return 1 if 1 in found else -1 if -1 in found else 0


def turned(sign: Sign) -> Sign:
    """The same change the other way round."""
    return None if sign is None else -sign


def longer(old: Period | None, new: Period | None) -> Sign:
    """None is for ever. Months against days are compared by the shortest and the longest such months."""
    if old is None or new is None:
        return higher(old is None, new is None)
    if old.kind == new.kind:
        return higher(old.count, new.count)
    first, second = _span(old), _span(new)
    return 1 if first[1] <= second[0] else -1 if second[1] <= first[0] else None


def shorter(old: Period | None, new: Period | None) -> Sign:
    """Less is better."""
    return turned(longer(old, new))


def _span(period: Period) -> tuple[Fraction, Fraction]:
    if period.kind == "days":
        return Fraction(period.count), Fraction(period.count)
    exact = Fraction(period.count * 3652425, 120000)
    return exact - 3, exact + 3


def fewer(old: frozenset[str], new: frozenset[str]) -> Sign:
    """A list of what is shut out: a part of the old one is better."""
    return 1 if new < old else -1 if new > old else None


def wider(old: frozenset[str], new: frozenset[str]) -> Sign:
    """A list of what is let in."""
    return fewer(new, old)


def looser(old: frozenset[Any], new: frozenset[Any]) -> Sign:
    """A condition by a list of which one is enough: an empty one restricts nothing."""
    if not new or not old:
        return 1 if not new else -1
    return wider(old, new)


def none_best(old: Any, new: Any) -> Sign:
    """A ceiling that may be left out."""
    if old is None or new is None:
        return 1 if new is None else -1
    return higher(old, new)


def absent_best(old: Any, new: Any) -> Sign:
    """A condition of which no two values can be compared."""
    return 1 if not new else -1 if not old else None


def more(old: EarnRate | None, new: EarnRate | None) -> Sign:
    """Earning rates; a percent against units by money cannot be told for every bill."""
    if old == new:
        return 0
    if old is None or new is None:
        return 1 if old is None else -1
    if (old.percent is None) != (new.percent is None):
        return None
    if old.percent is not None and new.percent is not None:
        return higher(old.percent, new.percent)
    first, second = Fraction(old.units, old.per), Fraction(new.units, new.per)
    if old.full == new.full and (not old.full or old.per == new.per):
        return higher(first, second)
    # whole steps lose a rest: only against proportional ones of at least that rate is nobody worse off
    if old.full and not new.full and second >= first:
        return 1
    return -1 if new.full and not old.full and second <= first else None


def sooner(old: Usable, new: Usable) -> Sign:
    """When units may be spent: the next visit may come before or after any day."""
    if old.kind == new.kind:
        return lower(old.count, new.count)
    if "at_once" in (old.kind, new.kind):
        return 1 if new.kind == "at_once" else -1
    return None


def wider_window(old: Any, new: Any) -> Sign:
    """What a level looks at."""
    if "lifetime" in (old.kind, new.kind):
        return 1 if new.kind == "lifetime" else -1
    return longer(old.period, new.period) if old.kind == new.kind == "period" else None


def kept_longer(old: Any, new: Any) -> Sign:
    """How long a level is kept."""
    if "forever" in (old.kind, new.kind):
        return 1 if new.kind == "forever" else -1
    return longer(old.period, new.period) if old.kind == new.kind == "period" else None


def stronger(old: Effect, new: Effect) -> Sign:
    """What a promotion does; effects of two kinds cannot be compared for every bill."""
    if old.kind != new.kind:
        return None
    match old.kind:
        case "percent" | "cheapest_percent":
            return higher(old.percent, new.percent)
        case "amount":
            return higher(old.amount, new.amount)
        case "price":
            return lower(old.amount, new.amount)
        case "units":
            return higher(old.units, new.units)
        case "multiply_units":
            return higher(old.factor, new.factor)
        case "steps":
            points = {start for start, _ in (*old.steps, *new.steps)}
            return together(higher(_at(old, point), _at(new, point)) for point in points)
        case _:
            return None


def _at(effect: Effect, money: int) -> Fraction:
    return max((percent for start, percent in effect.steps if start <= money), default=Fraction(0))


def wider_hours(old: tuple[int, int] | None, new: tuple[int, int] | None) -> Sign:
    """Hours of the day, perhaps over midnight; None is all day."""
    return higher(0, 1) if _minutes(old) < _minutes(new) else -1 if _minutes(new) < _minutes(old) else None


def _minutes(hours: tuple[int, int] | None) -> frozenset[int]:
    if hours is None:
        return frozenset(range(_DAY + 1))
    start, end = hours
    return frozenset(range(start, end + 1) if start <= end else (*range(start, _DAY), *range(end + 1)))


def after_any(old: tuple[frozenset[str], int], new: tuple[frozenset[str], int]) -> Sign:
    """A condition on services of the last so many days."""
    if not new[0] or not old[0]:
        return 1 if not new[0] else -1
    return together((looser(old[0], new[0]) if old[0] != new[0] else 0, higher(old[1], new[1])))


def wider_birthday(old: tuple[int, int] | None, new: tuple[int, int] | None) -> Sign:
    """Days before and after a birthday; None is every day."""
    if old is None or new is None:
        return 1 if new is None else -1
    return together((higher(old[0], new[0]), higher(old[1], new[1])))


def more_uses(old: Any, new: Any) -> Sign:
    """Uses in a period; None is as often as one likes."""
    if old is None or new is None:
        return 1 if new is None else -1
    if old.period == new.period:
        return higher(old.count, new.count)
    if old.period and new.period:
        span = shorter(old.period, new.period)
        return together((span, higher(old.count, new.count)))
    return None


def reward_gives(old: tuple[str, int, Fraction], new: tuple[str, int, Fraction]) -> Sign:
    """What a reward is: a service, a sum, or a percent; only two sums or two percents can be compared."""
    if old[0] or new[0] or bool(old[1]) != bool(new[1]):
        return None
    return higher((old[1], old[2]), (new[1], new[2]))
