"""Laws of the one primitive every sum is split by."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk_app.domain.spread import spread

amounts = st.integers(0, 10_000)
weighted = st.lists(st.tuples(st.integers(0, 900), st.integers(0, 900)), min_size=1, max_size=8)


@pytest.mark.parametrize(
    ("amount", "weights", "limits", "parts"),
    [
        (2500, [5000, 2000, 2000, 2000], [500, 2000, 2000, 2000], [500, 667, 667, 666]),
        (1200, [1000, 2000, 5000, 3000], [1000, 100, 0, 400], [700, 100, 0, 400]),
        (100, [333, 333, 333], None, [34, 33, 33]),
        (7, [0, 0], None, [0, 0]),
    ],
)
def test_the_examples_of_the_rule(amount: int, weights: list[int], limits: list[int] | None, parts: list[int]) -> None:
    assert spread(amount, weights, limits)[0] == parts


@given(amounts, weighted)
def test_what_is_placed_and_what_is_not_add_up_to_the_amount(amount: int, lines: list[tuple[int, int]]) -> None:
    weights, limits = [w for w, _ in lines], [limit for _, limit in lines]

    parts, rest = spread(amount, weights, limits)

    assert sum(parts) + rest == amount
    assert all(0 <= part <= limit for part, limit in zip(parts, limits, strict=True))
    assert all(part == 0 for part, weight in zip(parts, weights, strict=True) if weight == 0)
    if rest:
        assert all(part == limit for part, weight, limit in zip(parts, weights, limits, strict=True) if weight)


@given(amounts, st.lists(st.integers(1, 900), min_size=1, max_size=8))
def test_without_limits_no_part_is_a_whole_unit_from_its_exact_share(amount: int, weights: list[int]) -> None:
    parts, rest = spread(amount, weights)

    assert rest == 0
    for part, weight in zip(parts, weights, strict=True):
        assert abs(part - Fraction(amount * weight, sum(weights))) < 1
