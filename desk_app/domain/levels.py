"""Which level a member has: by the counted value now, with this bill, and band by band.

Source: spec: engine, Level. The history behind the counted value is `desk_app.domain.history`.
"""

from __future__ import annotations

from fractions import Fraction

from desk_app.domain.program import Levels
from desk_app.domain.standing import Standing


def index_of_value(levels: Levels, value: int) -> int:
    """The highest step whose threshold the value reaches (inclusive)."""
    found = 0
    for i, step in enumerate(levels.steps):
        if value >= step.start:
            found = i
    return found


def counted_value(levels: Levels, standing: Standing) -> int:
    """What the ladder measures, as of before the bill: minor units, visits or smallest parts of units."""
    match levels.basis:
        case "spend":
            return standing.counted
        case "visits":
            return standing.visits_counted
        case "units_earned":
            return standing.units_earned


def kept_index(levels: Levels, standing: Standing) -> int:
    """The step of a kept or manual level, 0 when there is none (or it is no longer on the ladder)."""
    return next((i for i, step in enumerate(levels.steps) if step.code == standing.level), 0)


def level_index(levels: Levels, standing: Standing) -> int:
    """The level before the bill: the higher of the computed and the kept one."""
    return max(index_of_value(levels, counted_value(levels, standing)), kept_index(levels, standing))


def bands(levels: Levels, before: int, added: int, at_least: int) -> list[tuple[int, Fraction]]:
    """The bill cut at the thresholds it crosses: (index of the level, share of the bill), shares sum to 1.

    `at_least` is the level already held: no band is below it.
    """
    held = max(at_least, index_of_value(levels, before))
    if added <= 0:
        return [(held, Fraction(1))]
    out: list[tuple[int, Fraction]] = []
    start, index = before, held
    for i, step in enumerate(levels.steps):
        if i <= held or not before < step.start < before + added:
            continue
        out.append((index, Fraction(step.start - start, added)))
        start, index = step.start, i
    out.append((index, Fraction(before + added - start, added)))
    return [(i, share) for i, share in out if share]
