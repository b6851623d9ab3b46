"""Bills made up for an example, priced by the engine itself: what a finding says in numbers is what a desk would do."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from fractions import Fraction
from statistics import median_low
from typing import Final

from desk_app.checkup.checked import Checked
from desk_app.documents.scalars import money as read_money
from desk_app.domain.bill import Bill, Line
from desk_app.domain.money import decimal_text
from desk_app.domain.pricing import price_bill
from desk_app.domain.program import ANY_CATEGORY, Category, Levels, Program
from desk_app.domain.promotions import Promotion, When
from desk_app.domain.quote import Quote
from desk_app.domain.standing import Standing

Params = dict[str, object]

#: What a bill comes to where neither the past nor an example nor a price list tells, in major units.
_USUAL: Final = 3000
_BIRTH_YEARS: Final = 40


def usual_bill(checked: Checked) -> int:
    """What a patient of this clinic usually pays for a visit, minor units: of its past, its examples, its prices."""
    if checked.history and checked.history.bill:
        return checked.history.bill
    decimals = checked.program.decimals
    bills: list[int] = [
        sum(read_money(line["price"], decimals) * int(line.get("quantity", 1)) for line in example["bill"])
        for example in checked.document.get("examples", [])
    ]
    prices = [service.price for service in checked.services if service.price]
    known: list[int] = [bill for bill in bills if bill] or prices
    return median_low(known) if known else _USUAL * int(10**decimals)


def round_bill(checked: Checked) -> int:
    """About as much in a round sum, so that shares are seen at a glance: 1, 2 or 5 with noughts."""
    usual, best = usual_bill(checked), int(10**checked.program.decimals)
    while best * 10 <= usual:
        best *= 10
    return next((best * times for times in (5, 2) if best * times <= usual), best)


def priced(
    checked: Checked,
    price: int,
    *,
    program: Program | None = None,
    category: str | None = None,
    service: str = "",
    quantity: int = 1,
    redeem: int | None = 0,
    coupons: tuple[str, ...] = (),
    standing: Standing | None = None,
) -> Quote:
    """A bill of one line on the day of the check-up, without promotions unless `program` says which.

    `redeem` in smallest parts, None for as much as possible; the card is shown.
    """
    line = Line("1", price, quantity, service=service, category=category)
    bill = Bill("check-up", "check-up", checked.now, (line,), "check-up", "check-up", redeem=redeem, proof="card",
                coupons=coupons)  # fmt: skip
    program = program or bare(checked.program)
    return price_bill(program, bill, standing or Standing(joined=checked.now.date()))


def bare(program: Program) -> Program:
    """The program without its promotions, every level by itself: what it does every day, for everybody."""
    return replace(program, promotions=(), levels=_apart(program.levels))


def _apart(levels: Levels) -> Levels:
    """The ladder on which a bill stays on the level it came with, however large the example is."""
    return levels if levels.crossing_bill == "before" else replace(levels, crossing_bill="before")


def at_level(checked: Checked, index: int, usable: int = 0, groups: tuple[str, ...] = ()) -> Standing:
    """A member who holds a level, and so many smallest parts of a unit."""
    code = checked.program.levels.steps[index].code
    return Standing(joined=checked.now.date(), level=code, usable=usable, groups=groups)


def holding(checked: Checked, promotion: Promotion) -> tuple[Program, Standing, str | None, str]:
    """The program with this promotion alone, held today by the first patient it is for: (…, category, service)."""
    program, when = checked.program, promotion.when
    category = next(iter(sorted(when.categories)), None)
    service = next(iter(sorted(when.services)), "")
    if service and category is None:
        category = next((one.category for one in checked.services if one.code == service), None)
        category = category if category in program.categories else None
    open_to_all = replace(
        promotion,
        when=When(categories=when.categories, services=when.services, payers=when.payers, levels=when.levels),
    )
    level = next((step.code for step in program.levels.steps if step.code in when.levels), None)
    today = checked.now.date()
    standing = Standing(joined=today, birth_date=today - timedelta(days=365 * _BIRTH_YEARS), level=level)
    return replace(bare(program), promotions=(open_to_all,)), standing, category, service


def kinds(program: Program) -> tuple[str | None, ...]:
    """Kinds of service that are treated differently, one of each: none at all comes first."""
    alike: dict[object, str | None] = {_treatment(program, ANY_CATEGORY): None}
    for code, category in program.categories.items():
        alike.setdefault(_treatment(program, category), code)
    return tuple(alike.values())


def _treatment(program: Program, category: Category) -> object:
    """All that the rules do otherwise for a category."""
    code = category.code
    return (
        category.earns, category.redeems, category.discounts, category.max_discount, category.max_redeem,
        tuple([step.by_category.get(code) for step in program.levels.steps]),
        tuple([group.by_category.get(code) for group in program.groups]),
    )  # fmt: skip


def richest_kind(checked: Checked, index: int) -> str | None:
    """The kind of service that earns most at a level."""
    price = round_bill(checked)
    standing = at_level(checked, index)
    return max(kinds(checked.program), key=lambda kind: priced(checked, price, category=kind, standing=standing).earns)


def smallest(holds: Callable[[int], bool], unit: int, most: int) -> int | None:
    """The smallest multiple of `unit` up to `most` for which something holds that stays true above; None: none does."""
    low, high = 0, 1
    while not holds(high * unit):
        low, high = high, high * 2
        if low * unit >= most:
            return None
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if holds(middle * unit) else (middle, high)
    return high * unit


def money_text(program: Program, minor: int) -> str:
    """A sum as documents write it."""
    return decimal_text(minor, program.decimals)


def units_value(program: Program, smallest_parts: int) -> int | str:
    """Units as documents write them."""
    return smallest_parts if not program.precision else decimal_text(smallest_parts, program.precision)


def percent_text(share: Fraction) -> str:
    """A share as documents write percents: 3/40 → "7.5"."""
    text = decimal_text(round(share * 1_000_000), 4)
    return text.rstrip("0").rstrip(".") if "." in text else text


def worth(program: Program, units: int) -> int:
    """What units pay, minor units."""
    return units * program.unit.worth if program.unit else 0
