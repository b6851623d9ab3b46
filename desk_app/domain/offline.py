"""What a patient may spend while the centre is not heard: never more than is known, and less the longer it is silent.

Two desks that do not hear each other may spend the same units; what is spent twice is the clinic's loss. The ceiling
(`limits.offline_redeem`, spec: program) bounds it: with k desks visited in one outage no patient costs the clinic
more than (k − 1) × ceiling. Units in smallest parts, ages in milliseconds.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Final

MINUTE: Final = 60_000
HOUR: Final = 60 * MINUTE
DAY: Final = 24 * HOUR
#: A desk that exchanged everything so lately, and has not been told since that the line is down, knows what is so.
RECENT: Final = 3 * MINUTE
#: Up to which age (not included) which share of the ceiling holds; later, and where nothing is known, a tenth.
_SHARES: Final = ((HOUR, Fraction(1)), (DAY, Fraction(1, 2)), (7 * DAY, Fraction(1, 4)))
_LAST: Final = Fraction(1, 10)


@dataclass(frozen=True, slots=True)
class Reached:
    """What a desk knows of its centre: it `joined` one, both held the same `age` ago (None: never), and it is `heard`.

    A desk alone has nobody who could spend the same units elsewhere.
    """

    joined: bool = False
    age: int | None = None
    heard: bool = True


def share(age: int | None) -> Fraction:
    """Which part of the ceiling holds so long after the last complete exchange.

    A clock that was set back says nothing of the age: then the least holds.
    """
    if age is not None and age >= -RECENT:
        for until, part in _SHARES:
            if age < until:
                return part
    return _LAST


@dataclass(frozen=True, slots=True)
class Bound:
    """The most units that may be spent now, and why so many: this `part` of the program's `limit`, less those `used`.

    These were spent at this desk since both sides held the same, `age` ago (None: never).
    """

    most: int
    limit: int
    part: Fraction
    used: int
    age: int | None


def bound(limit: int, used_since_sync: int, reached: Reached, step: int = 0) -> Bound | None:
    """What may be spent now, None without a ceiling; rounded down to `step` (`redeem.multiple_of`).

    `limit` 0: the program has none. `used_since_sync` was spent at this desk since the last complete exchange.
    """
    if not limit or not reached.joined:
        return None
    age = reached.age
    if reached.heard and age is not None and -RECENT < age < RECENT:
        return None
    part = share(age)
    left = max(0, limit * part.numerator // part.denominator - used_since_sync)
    return Bound(left - left % step if step else left, limit, part, used_since_sync, age)


def ceiling(limit: int, used_since_sync: int, reached: Reached, step: int = 0) -> int | None:
    """The most of `bound`, None without a ceiling."""
    found = bound(limit, used_since_sync, reached, step)
    return None if found is None else found.most


def may_spend(known: int, limit: int, used_since_sync: int, reached: Reached, step: int = 0) -> int:
    """Units of those known that may be spent now: what is known, within the ceiling."""
    most = ceiling(limit, used_since_sync, reached, step)
    return max(0, known if most is None else min(known, most))


def most_lost(limit: int, desks: int) -> int:
    """The most that one patient can cost the clinic in one outage at so many desks."""
    return max(0, desks - 1) * limit


#: What a wish that is made good is called among redemptions, before the receipt it belongs to.
MADE_GOOD: Final = "made_good:"
#: The one line of it, whose pieces are units.
UNITS: Final = "units"


@dataclass(slots=True, eq=False)
class Wish:
    """Units that a patient wanted to spend on a receipt and could not: `units` worth `money`, in minor units.

    `made` were spent afterwards and are owed in money; `ended` says why nothing was ("" while it is open). `handed`
    is whether the money was handed over, `turns` how often that was said or taken back.
    """

    receipt: str
    member: str
    day: date
    units: int
    money: int
    settled: bool = False
    made: int = 0
    paid: int = 0
    ended: str = ""
    handed: bool = False
    turns: int = 0


@dataclass(frozen=True, slots=True)
class MadeGoodTerms:
    """What the fold must know of units spent afterwards to take them back; see `account.ReceiptTerms`."""

    units: int
    day: date
    worth: int = 0
    shortfall: str = "forgive"

    def capped(self, returned: Mapping[str, int], lines: Iterable[tuple[str, int]]) -> dict[str, int]:
        """Units given back in all, never more than were spent."""
        out = dict(returned)
        for line, units in lines:
            out[line] = min(self.units, out.get(line, 0) + units)
        return out

    def units_back(self, returned: Mapping[str, int]) -> int:
        """Each piece is a unit."""
        return returned.get(UNITS, 0)

    def is_whole(self, returned: Mapping[str, int]) -> bool:
        """Whether all of them came back."""
        return self.units_back(returned) >= self.units

    def counts_still(self, returned: Mapping[str, int]) -> bool:
        """No visit is made by it."""
        return False

    def to_withdraw(self, returned: Mapping[str, int]) -> int:
        """Nothing was earned by it."""
        return 0

    def sums_left(self, returned: Mapping[str, int]) -> tuple[int, int, int]:
        """It counts for no level."""
        return 0, 0, 0

    def own_money_back(self, returned: Mapping[str, int]) -> int:
        """Its money is reckoned with the receipt."""
        return 0
