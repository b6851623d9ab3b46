"""Whether figures of a line can be told so that whoever reckons them anew comes to the same.

Units are rounded for the whole bill and shared out over its lines; a share is then right in its sum only, and what a
line says of it could be refuted with a pencil (spec: engine, Earning and Redeeming).
"""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from desk_app.domain.program import Program
from desk_app.domain.quote import Quote, Reason

RATES: Final = ("earn.percent", "earn.proportional", "earn.steps")


def spent_by_line(quote: Quote, program: Program) -> bool:
    """Whether the units of each line pay exactly its money."""
    worth = program.unit.worth if program.unit else 0
    return all(line.redeemed == line.redeemed_units * worth for line in quote.lines)


def earned_by_line(quote: Quote) -> bool:
    """Whether the units of each line follow from its own rates and base, or were rounded by line."""
    if any(why.code == "earn.capped" for why in quote.reasons):
        return False
    return all(
        any(why.code == "earn.sum" for why in line.reasons)
        or line.earns == sum((_exact(why) for why in line.reasons if why.code in RATES), Fraction(0))
        for line in quote.lines
    )


def multiplied_out(why: Reason) -> Reason | None:
    """A rate as it is read aloud, its multiplier inside; None where that is no whole number of units."""
    factor = Fraction(why.params["factor"])
    key = "percent" if why.code == "earn.percent" else "units"
    value = Fraction(why.params[key]) * factor
    if key == "units" and value.denominator > 1:
        return None
    return Reason(why.code, {**why.params, key: str(value) if key == "percent" else int(value), "factor": "1"})


def _exact(why: Reason) -> Fraction:
    """Units of a rate on its base, before rounding."""
    params = why.params
    base, factor = Fraction(params["base"]), Fraction(params["factor"])
    if why.code == "earn.percent":
        return base * Fraction(params["percent"]) * factor / Fraction(params["worth"])
    of = base / Fraction(params["per"])
    return (of if why.code == "earn.proportional" else Fraction(of.__floor__())) * Fraction(params["units"]) * factor
