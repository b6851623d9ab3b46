"""Programs, bills and members drawn by lot, so that every rule meets every other one."""

from __future__ import annotations

from datetime import date, datetime
from fractions import Fraction
from typing import Any

from hypothesis import assume
from hypothesis import strategies as st

from desk_app.domain.bill import Bill, Line, ManualDiscount
from desk_app.domain.errors import Refusal
from desk_app.domain.pricing import price_bill
from desk_app.domain.program import (
    Category,
    CategoryRates,
    Earn,
    EarnRate,
    Expiry,
    Family,
    Group,
    Levels,
    Limits,
    Notice,
    Program,
    Redeem,
    Returns,
    Stacking,
    Step,
    Unit,
    Usable,
)
from desk_app.domain.promotions import Effect, Promotion, Reward, When
from desk_app.domain.quote import Quote
from desk_app.domain.standing import Standing
from desk_app.domain.text import Text

SERVICES = ("A", "B", "C", "D")
CATEGORIES = ("lab", "visit", "goods")
PAYERS = ("self", "self", "self", "certificate", "deposit", "insurer")
percents = st.sampled_from([Fraction(n, 200) for n in (0, 1, 5, 10, 15, 20, 33, 50, 100, 180, 200)])
money = st.integers(0, 300_000)


def names(code: str) -> Text:
    """A name in both languages."""
    return Text(f"«{code}»", f"“{code}”")


def maybe(what: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """The thing or None."""
    return st.none() | what


rates = maybe(
    st.builds(EarnRate, percent=percents)
    | st.builds(EarnRate, units=st.integers(1, 30), per=st.integers(100, 90_000), full=st.booleans())
)
effects = st.one_of(
    st.builds(Effect, st.just("percent"), percent=percents),
    st.builds(Effect, st.just("amount"), amount=st.integers(1, 90_000)),
    st.builds(Effect, st.just("price"), amount=money),
    st.builds(Effect, st.just("cheapest_percent"), percent=percents),
    st.builds(Effect, st.just("units"), units=st.integers(1, 200)),
    st.builds(Effect, st.just("multiply_units"), factor=st.sampled_from([Fraction(2), Fraction(3, 2)])),
    st.builds(Effect, st.just("free_service"), service=st.sampled_from(SERVICES)),
    st.builds(Effect, st.just("buy"), paid=st.integers(1, 3), free=st.integers(1, 2)),
    st.builds(Effect, st.just("steps"), steps=st.just(((0, Fraction(3, 100)), (200_000, Fraction(1, 10))))),
)
conditions = st.builds(
    When, categories=st.sampled_from([frozenset(), frozenset({"lab"}), frozenset({"lab", "visit"})]),
    min_bill=st.sampled_from([0, 0, 100_000]), min_quantity=st.sampled_from([0, 0, 3]),
    first_visit=st.sampled_from([False, False, True]), segment=st.sampled_from(["", "", "secret"]),
)  # fmt: skip


@st.composite
def programs(draw: st.DrawFn) -> Program:
    """A valid program of any shape."""
    worth = draw(st.sampled_from([1, 10, 100]))
    flags = st.booleans()
    categories = {
        code: Category(
            code, names(code), draw(flags), draw(flags), draw(flags), draw(flags), draw(maybe(percents)),
            draw(maybe(percents)),
        )
        for code in CATEGORIES
    }  # fmt: skip
    steps = tuple(
        Step(f"step{i}", names(f"step{i}"), i * 150_000, draw(rates), draw(percents),
             {"lab": CategoryRates(draw(rates), draw(maybe(percents)))} if draw(flags) else {})
        for i in range(draw(st.integers(1, 3)))
    )  # fmt: skip
    promotions = tuple(
        Promotion(f"p{i}", names(f"p{i}"), draw(effects),
                  draw(st.sampled_from(("best", "best", "on_top", "exclusive"))),
                  draw(maybe(st.integers(1, 50_000))), draw(conditions))
        for i in range(draw(st.integers(0, 4)))
    )  # fmt: skip
    return Program(
        code="lot", name=names("lot"), currency="RUB", decimals=2, timezone="Europe/Moscow", categories=categories,
        levels=Levels(steps, crossing_bill=draw(st.sampled_from(("before", "after", "bands")))),
        stacking=Stacking(draw(st.sampled_from(("best_for_patient", "declared"))), draw(percents), frozenset({"D"})),
        returns=Returns(), limits=Limits(redeem_proof_over=draw(st.sampled_from((0, 300)))), notice=Notice(30),
        unit=Unit("points", Text("балл|балла|баллов", "point|points"), 0, worth),
        earn=Earn(
            draw(st.sampled_from(("money_part", "nothing", "whole_bill"))), draw(flags),
            draw(st.sampled_from(("down", "half_up", "up"))), draw(st.sampled_from(("bill", "category", "line"))),
            "patient", draw(st.sampled_from((Usable(), Usable("days", 14), Usable("visit", 3)))),
            frozenset({"self", "certificate"}), draw(st.sampled_from((0, 0, 150_000))),
            max_per_bill=draw(st.sampled_from((0, 0, 50))), excluded_services=frozenset({"C"}),
        ),
        redeem=Redeem(
            "patient", draw(percents), draw(st.sampled_from(("eligible_lines", "bill", "each_line"))), draw(flags),
            multiple_of=draw(st.sampled_from((0, 0, 10))), keep_balance=draw(st.sampled_from((0, 0, 15))),
            min_balance=draw(st.sampled_from((0, 0, 50))), max_per_bill=draw(st.sampled_from((0, 0, 400))),
            max_per_day=draw(st.sampled_from((0, 0, 500))), payers=frozenset({"self", "deposit"}),
            leave_at_least=draw(st.sampled_from((0, 0, 100))),
        ),
        expiry=Expiry("never", 30),
        groups=(Group("old", names("old"), names("paper"), None, draw(percents), {"lab": draw(percents)}),),
        promotions=promotions,
        rewards=(
            Reward("gift", names("gift"), draw(st.integers(0, 50)), service="A"),
            Reward("sum", names("sum"), draw(st.integers(0, 50)), amount=draw(st.integers(1, 50_000))),
            Reward("part", names("part"), draw(st.integers(0, 50)), percent=draw(percents)),
        ),
        family=Family(2, 5, earn_bonus_percent=draw(percents)),
    )  # fmt: skip


@st.composite
def lines(draw: st.DrawFn, i: int) -> Line:
    """A line; its floor is never above its price."""
    price = draw(money)
    return Line(
        str(i), price, draw(st.integers(1, 5)), draw(st.sampled_from(SERVICES)), "",
        draw(st.sampled_from((None, *CATEGORIES))), draw(st.sampled_from(PAYERS)),
        draw(st.integers(0, 9)) == 0, draw(st.integers(0, 9)) == 0,
        draw(st.sampled_from((0, 0, price // 2, price))),
    )  # fmt: skip


@st.composite
def bills(draw: st.DrawFn) -> Bill:
    """A bill with any wish."""
    bought = tuple(draw(lines(i + 1)) for i in range(draw(st.integers(1, 6))))
    claims = ["sum", "part", "sum"] + (["gift"] if _has_free_piece(bought) else [])
    return Bill(
        "b", "p", datetime(2027, 5, 17, 10, 0), bought,  # noqa: DTZ001 (a bill's moment is local already)
        redeem=draw(maybe(st.integers(0, 3000))), proof=draw(st.sampled_from(("", "card"))),
        rewards=tuple(draw(st.lists(st.sampled_from(claims), max_size=3, unique=True))),
        manual=draw(maybe(st.builds(ManualDiscount, st.just("apology"), percent=percents)
                          | st.builds(ManualDiscount, st.just("apology"), amount=st.integers(1, 50_000)))),
    )  # fmt: skip


def _has_free_piece(bought: tuple[Line, ...]) -> bool:
    return any(
        line.service == "A" and line.payer != "insurer" and not line.on_promo and not line.no_discount
        and line.category is None for line in bought
    )  # fmt: skip


standings = st.builds(
    Standing, joined=st.just(date(2026, 1, 1)), counted=st.integers(0, 400_000), visits=st.integers(0, 4),
    usable=st.integers(200, 3000), groups=st.sampled_from([(), ("old",)]), family_members=st.integers(0, 4),
    redeemed_today=st.sampled_from([0, 100]),
)  # fmt: skip


def quote_of(program: Program, bill: Bill, standing: Standing) -> Quote:
    """The quote; a bill whose reward finds nothing to be given for is drawn again."""
    try:
        return price_bill(program, bill, standing)
    except Refusal as refusal:
        assume(not refusal.code.startswith("reward."))
        raise
