"""Nobody pays units for a reward that gives nothing, and a reward goes where it gives something."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from desk_app.documents.bill_file import read_bill
from desk_app.documents.program_file import read_program
from desk_app.domain.errors import Refusal
from desk_app.domain.pricing import price_bill
from desk_app.domain.program import Program
from desk_app.domain.promotions import Reward
from desk_app.domain.quote import Quote
from desk_app.domain.standing import Standing
from desk_app.domain.text import Text

PROGRAM = Path(__file__).parents[1] / "cases" / "programs" / "harbour.toml"
GIFT = Reward("gift", Text("Чистка", "Cleaning"), 10, service="A")
SUM = Reward("sum", Text("Скидка", "Money off"), 10, amount=1_000_00)


def program_with(reward: Reward, **of_category: Any) -> Program:
    """A program with that one reward, and what its first category may."""
    program = read_program(PROGRAM.read_bytes())
    categories = {code: replace(category, **of_category) for code, category in program.categories.items()}
    return replace(program, rewards=(reward,), categories=categories)


def priced(program: Program, *lines: dict[str, Any], rewards: list[str]) -> Quote:
    """The quote for a patient with 500 units."""
    bill = {"id": "b", "patient": "p", "rewards": rewards, "lines": [{"service": "A", **line} for line in lines]}
    at = datetime(2027, 3, 10, 10, tzinfo=UTC)
    return price_bill(program, read_bill(bill, program, at), Standing(usable=500))


def test_a_reward_passes_over_a_line_that_cannot_become_cheaper() -> None:
    quote = priced(
        program_with(GIFT), {"price": "100.00", "floor_price": "100.00"}, {"price": "80.00"}, rewards=["gift"]
    )

    assert [line.discount for line in quote.lines] == [0, 80_00]
    assert quote.reward_units == 10


def test_a_reward_that_would_give_nothing_is_refused() -> None:
    with pytest.raises(Refusal, match=r"reward\.no_piece"):
        priced(program_with(GIFT), {"price": "100.00", "floor_price": "100.00"}, rewards=["gift"])


def test_the_same_reward_again_is_refused_when_nothing_is_left_for_it() -> None:
    assert priced(program_with(SUM), {"price": "900.00"}, rewards=["sum"]).pays == 0
    with pytest.raises(Refusal, match=r"reward\.no_piece"):
        priced(program_with(SUM), {"price": "900.00"}, rewards=["sum", "sum"])


def test_a_price_without_discounts_opens_no_category_that_forbids_them() -> None:
    program = program_with(GIFT, discounts=False)
    line = {"price": "100.00", "category": next(iter(program.categories))}

    for no_discount in (False, True):
        with pytest.raises(Refusal, match=r"reward\.no_piece"):
            priced(program, {**line, "no_discount": no_discount}, rewards=["gift"])


def test_units_may_still_free_a_piece_without_discounts() -> None:
    assert priced(program_with(GIFT), {"price": "100.00", "no_discount": True}, rewards=["gift"]).pays == 0
