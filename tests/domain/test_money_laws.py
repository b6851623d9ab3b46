"""Laws that hold for every bill under every program: sums, floors, ceilings, the cash register, and returns."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from desk_app.domain.bill import Bill, Line
from desk_app.domain.errors import Refusal
from desk_app.domain.pricing import price_bill
from desk_app.domain.program import OWN_PAYERS, Program, Returns
from desk_app.domain.quote import Quote, QuoteLine
from desk_app.domain.receipts import Recalled, Receipt
from desk_app.domain.standing import Standing
from tests.wording import random_bills

UNBOUND = ("promotion:", "offer:", "reward:")


def priced(program: Program, bill: Bill, standing: Standing) -> Quote:
    """The quote, or the example is passed over when a rule refuses the bill."""
    try:
        return price_bill(program, bill, standing)
    except Refusal:
        assume(False)
        raise


def pairs(bill: Bill, quote: Quote) -> list[tuple[Line, QuoteLine]]:
    """Lines with what the quote says of them."""
    return list(zip(bill.lines, quote.lines, strict=True))


@settings(max_examples=120)
@given(random_bills.programs(), random_bills.bills(), random_bills.standings)
def test_lines_sum_to_the_totals_and_no_line_falls_below_its_floor(
    program: Program, bill: Bill, standing: Standing
) -> None:
    quote = priced(program, bill, standing)

    for line, quoted in pairs(bill, quote):
        assert quoted.list == line.price * line.quantity
        assert quoted.list - quoted.discount - quoted.redeemed == quoted.pays
        assert quoted.pays >= line.floor >= 0
        assert quoted.discount == sum(part.amount for part in quoted.discounts)
    assert quote.discount == sum(line.discount for line in quote.lines)
    assert quote.redeemed == sum(line.redeemed for line in quote.lines)
    assert quote.earns == sum(line.earns for line in quote.lines) + quote.bill_units
    assert sum(quote.pays_by_payer.values()) == quote.list - quote.discount - quote.redeemed
    assert quote.pays == quote.pays_by_payer.get("self", 0)


@settings(max_examples=120)
@given(random_bills.programs(), random_bills.bills(), random_bills.standings)
def test_no_ceiling_is_exceeded_and_others_money_is_left_alone(
    program: Program, bill: Bill, standing: Standing
) -> None:
    quote = priced(program, bill, standing)

    for line, quoted in pairs(bill, quote):
        if line.payer not in OWN_PAYERS:
            assert (quoted.discount, quoted.redeemed, quoted.earns, quoted.earns_base) == (0, 0, 0, 0)
        if not any(part.rule.startswith(UNBOUND) for part in quoted.discounts):
            ceiling = program.stacking.max_total_discount
            own = program.category(line.category).max_discount
            if own is not None:
                ceiling = min(ceiling, own)
            assert quoted.discount <= -(-quoted.list * ceiling.numerator // ceiling.denominator)
    assert quote.redeemed_units <= quote.balance_before
    assert program.unit is not None
    assert (quote.redeemed_units - quote.reward_units) * program.unit.worth == quote.redeemed
    assert quote.redeemed_units - quote.reward_units == sum(line.redeemed_units for line in quote.lines)


@settings(max_examples=60)
@given(random_bills.programs(), random_bills.bills(), random_bills.standings)
def test_the_cash_register_multiplies_back_to_the_kopeck(program: Program, bill: Bill, standing: Standing) -> None:
    quote = priced(program, bill, standing)

    for line, quoted in pairs(bill, quote):
        assert sum(position.sum for position in quoted.register) == quoted.pays
        assert sum(position.quantity for position in quoted.register) == line.quantity
        assert len(quoted.register) <= 2 + bool(quoted.free)


@settings(max_examples=60)
@given(random_bills.programs(), random_bills.bills(), random_bills.standings)
def test_the_same_bill_gives_the_same_quote(program: Program, bill: Bill, standing: Standing) -> None:
    assert priced(program, bill, standing) == price_bill(program, bill, standing)


@settings(max_examples=100)
@given(random_bills.programs(), random_bills.bills(), random_bills.standings, st.booleans(), st.randoms())
def test_everything_returned_piece_by_piece_in_any_order_gives_everything_back(
    program: Program, bill: Bill, standing: Standing, at_list_price: bool, luck: object
) -> None:
    quote = priced(program, bill, standing)
    program = replace(program, returns=Returns(used_part="at_list_price" if at_list_price else "at_paid_price"))
    receipt = Receipt("r", "1", date(2027, 3, 1), bill, quote, standing, 1, "m", "m")
    recalled = Recalled(receipt, program)
    pieces = [line.id for line in bill.lines for _ in range(line.quantity)]
    luck.shuffle(pieces)  # type: ignore[attr-defined]  # hypothesis types its Random loosely

    returned: dict[str, int] = {}
    money, units, withdrawn = 0, 0, 0
    for line in pieces:
        returned = recalled.capped(returned, [(line, 1)])
        steps = (sum(recalled.money_back(returned).values()), recalled.units_back(returned))
        assert steps[0] >= money, "money given back never shrinks"
        assert steps[1] >= units
        money, units = steps
        withdrawn = recalled.to_withdraw(returned)
        assert 0 <= withdrawn <= quote.earns
        assert all(amount >= 0 for amount in recalled.sums_left(returned))

    assert recalled.is_whole(returned)
    assert money == sum(quote.pays_by_payer.values())
    assert units == quote.redeemed_units
    assert withdrawn == quote.earns
    assert recalled.sums_left(returned) == (0, 0, 0)
