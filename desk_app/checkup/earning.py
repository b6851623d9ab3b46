"""What bills earn that a patient would not expect: nothing when units were spent, on money nobody paid, rounded up.

Patterns P02, P13, P15 (spec: program check-up, Points).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from typing import Final

from desk_app.checkup.checked import Checked
from desk_app.checkup.finding import Finding, notice, warning
from desk_app.checkup.worked import (
    Params,
    at_level,
    bare,
    priced,
    richest_kind,
    round_bill,
    smallest,
    usual_bill,
    worth,
)
from desk_app.documents.edits import Edit
from desk_app.domain.program import Earn

#: Units earned beyond the rate that rounding may make before anybody is told.
_NOTICEABLE: Final = Fraction(5, 4)
_LARGEST: Final = 10**9
_HALF: Final = 2


def spending_costs_units(checked: Checked) -> Iterator[Finding]:
    """P02: any unit spent and the bill earns nothing, so that spending little is a loss."""
    earn = checked.program.earn
    if earn and checked.program.redeem and earn.on_bill_with_units == "nothing":
        place = "earn.on_bill_with_units"
        yield warning("P02", place, Edit(place, "money_part"), **_spending_loses(checked))


def _spending_loses(checked: Checked) -> Params:
    """On a bill in round sums: as many units spent as it would have earned; and from which bill the fewest lose."""
    program, top = checked.program, len(checked.program.levels.steps) - 1
    kind = richest_kind(checked, top)
    bill, whole = round_bill(checked), 10**program.precision

    def lost(price: int, spent: int) -> tuple[int, int]:
        standing = at_level(checked, top, usable=max(spent, _LARGEST))
        quote = priced(checked, price, category=kind, redeem=spent, standing=standing)
        warned = next((why.params["units"] for why in quote.warnings if why.code == "earn.lost_by_spending"), 0)
        return quote.redeemed_units, int(warned)

    least = max(whole, program.redeem.multiple_of if program.redeem else 0)

    def loses(price: int) -> bool:
        spent, gone = lost(price, least)
        return bool(spent) and gone >= spent

    from_bill = smallest(loses, 10**program.decimals, 1000 * bill)
    if from_bill is None:
        return {}
    earned = priced(checked, bill, category=kind, standing=at_level(checked, top)).earns
    spent, gone = lost(bill, earned)
    if not spent or gone < spent:
        bill = from_bill
        spent, gone = lost(bill, least)
    return {"bill": bill, "spent": spent, "lost": gone, "from_bill": from_bill, "least": least}


def units_earn_units(checked: Checked) -> Iterator[Finding]:
    """P13: a bill partly paid with units earns as if all of it had been paid in money."""
    earn, redeem = checked.program.earn, checked.program.redeem
    if not earn or not redeem or earn.on_bill_with_units != "whole_bill":
        return
    place = "earn.on_bill_with_units"
    top = len(checked.program.levels.steps) - 1
    bill, kind = round_bill(checked), richest_kind(checked, top)
    quote = priced(checked, bill, category=kind, redeem=None, standing=at_level(checked, top, usable=_LARGEST))
    shown = {"bill": bill, "redeemed": quote.redeemed, "pays": quote.pays, "earns": quote.earns}
    yield warning("P13", place, Edit(place, "money_part"), **(shown if quote.redeemed and quote.earns else {}))


def rounding_up_adds(checked: Checked) -> Iterator[Finding]:
    """P15: rounding up makes much more of a small bill than the rate says."""
    earn, unit = checked.program.earn, checked.program.unit
    if not earn or not unit or not unit.worth or earn.rounding != "up":
        return
    worst = _worst_rounding(checked, earn)
    if worst:
        yield notice("P15", "earn.rounding", Edit("earn.rounding", "half_up"), **worst)


def _worst_rounding(checked: Checked, earn: Earn) -> Params | None:
    program, whole = checked.program, 10**checked.program.decimals
    rate = program.levels.steps[0].earn
    if rate is None or rate.percent is None or not rate.percent:
        return None
    least = -(-earn.min_bill // whole) * whole if earn.min_bill else 0
    for_two = smallest(lambda price: priced(checked, max(price, least)).earns >= 2, whole, _LARGEST)
    if for_two is None:
        return None
    bill = max(for_two, least)
    earns = priced(checked, bill).earns
    share = Fraction(worth(program, earns), bill)
    if share < rate.percent * _NOTICEABLE:
        return None
    return {"bill": bill, "earns": earns, "share": share, "rate": rate.percent, "per": earn.round_per}


def ceiling_leaves_the_rate(checked: Checked) -> Iterator[Finding]:
    """C09: the most that a bill may earn cuts the usual bill to less than half of the rate."""
    program, earn = checked.program, checked.program.earn
    if not earn or not earn.max_per_bill:
        return
    bill, kind = usual_bill(checked), richest_kind(checked, 0)
    freely = replace(bare(program), earn=replace(earn, max_per_bill=0))
    said = priced(checked, bill, program=freely, category=kind).earns
    earns = priced(checked, bill, category=kind).earns
    if earns * _HALF < said:
        yield warning("C09", "earn.max_per_bill", Edit("earn.max_per_bill"), bill=bill, promised=said, earns=earns)
