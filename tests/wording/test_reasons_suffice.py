"""From its reasons and the price tags alone every sum of a quote is computed again."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings

from desk_app.documents.bill_file import read_bill
from desk_app.documents.program_file import read_program
from desk_app.documents.state_file import read_state
from desk_app.domain.bill import Bill
from desk_app.domain.pricing import price_bill
from desk_app.domain.program import Program
from desk_app.domain.quote import Quote, Reason
from desk_app.domain.reasons import CATALOGUE
from desk_app.domain.standing import Standing
from tests.wording import random_bills
from tests.wording.cases import QUOTES
from tests.wording.recompute import Priced, recompute


@pytest.mark.parametrize("case", QUOTES, ids=lambda path: path.stem)
def test_the_reasons_of_an_acceptance_case_suffice(case: Path) -> None:
    bill, quote = priced_case(case)

    assert_reasons_suffice(bill, quote)


@settings(max_examples=80)
@given(random_bills.programs(), random_bills.bills(), random_bills.standings)
def test_the_reasons_of_any_bill_suffice(program: Program, bill: Bill, standing: Standing) -> None:
    quote = random_bills.quote_of(program, bill, standing)

    assert_reasons_suffice(bill, quote)


@settings(max_examples=30)
@given(random_bills.programs(), random_bills.bills(), random_bills.standings)
def test_every_reason_keeps_to_the_catalogue(program: Program, bill: Bill, standing: Standing) -> None:
    quote = random_bills.quote_of(program, bill, standing)

    for why in (*quote.reasons, *quote.warnings, *(why for line in quote.lines for why in line.reasons)):
        assert tuple(why.params) == CATALOGUE[why.code], why


def program_of(case: Path) -> Program:
    """The program of an acceptance case."""
    named = json.loads(case.read_text(encoding="utf-8"))["program"]
    return read_program((case.parent / named).read_text(encoding="utf-8"))


def priced_case(case: Path) -> tuple[Bill, Quote]:
    """An acceptance case, priced."""
    content: dict[str, Any] = json.loads(case.read_text(encoding="utf-8"))
    program = program_of(case)
    bill = read_bill(content["bill"], program, datetime.now(UTC))
    state = read_state(content["state"] or {}, program, bill.at.date())
    bill = state.prove(bill)
    return bill, price_bill(program, bill, state.standing)


def assert_reasons_suffice(bill: Bill, quote: Quote) -> None:
    """Every sum of the quote, computed again."""
    lines = [
        Priced(line.id, line.price, line.quantity, line.category or "", line.payer, plain(quoted.reasons))
        for line, quoted in zip(bill.lines, quote.lines, strict=True)
    ]

    sums = recompute(lines, plain(quote.reasons))

    for line, quoted in zip(lines, quote.lines, strict=True):
        assert dict(line.discounts) == {part.rule: part.amount for part in quoted.discounts}
        assert (line.redeemed, line.units) == (quoted.redeemed, quoted.redeemed_units)
        assert (line.pays, line.earns) == (quoted.pays, quoted.earns)
    assert (sums.list, sums.discount, sums.redeemed) == (quote.list, quote.discount, quote.redeemed)
    assert (sums.redeemed_units, sums.earns) == (quote.redeemed_units, quote.earns)
    assert sums.pays_by_payer == dict(quote.pays_by_payer)
    assert sums.balance in (None, quote.balance_after)


def plain(reasons: tuple[Reason, ...]) -> list[tuple[str, dict[str, Any]]]:
    """Reasons as another program would read them: as JSON."""
    return [(why.code, json.loads(json.dumps(dict(why.params)))) for why in reasons]
