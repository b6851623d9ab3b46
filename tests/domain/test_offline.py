"""What may be spent without the centre: within what is known and the ceiling, less the longer the centre is silent."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk_app.documents.program_file import read_program
from desk_app.domain.bill import Bill
from desk_app.domain.offline import DAY, HOUR, RECENT, Reached, ceiling, may_spend, most_lost
from desk_app.domain.program import Limits
from desk_app.domain.quote import Reason
from desk_app.domain.redeeming import allowed_units
from desk_app.domain.standing import Standing

ages = st.integers(-400 * DAY, 400 * DAY)
units = st.integers(0, 10**9)


def away(age: int | None) -> Reached:
    """A desk that is told that the line is down."""
    return Reached(True, age, heard=False)


@pytest.mark.parametrize(
    ("age", "most"),
    [
        (0, 1000), (HOUR - 1, 1000), (HOUR, 500), (DAY - 1, 500), (DAY, 250), (7 * DAY - 1, 250), (7 * DAY, 100),
        (365 * DAY, 100), (-RECENT, 1000), (-RECENT - 1, 100), (None, 100),
    ],
)  # fmt: skip
def test_the_ceiling_falls_with_the_silence(age: int | None, most: int) -> None:
    assert ceiling(1000, 0, away(age)) == most


def test_a_desk_that_hears_its_centre_and_a_desk_alone_have_no_ceiling() -> None:
    assert ceiling(500, 500, Reached(True, RECENT - 1, heard=True)) is None
    assert ceiling(500, 500, Reached()) is None
    assert ceiling(0, 0, away(DAY)) is None
    assert ceiling(500, 0, Reached(True, RECENT, heard=True)) == 500


def test_a_share_of_the_ceiling_is_rounded_down_to_what_may_be_spent() -> None:
    assert ceiling(999, 0, away(DAY)) == 249
    assert ceiling(999, 0, away(DAY), step=100) == 200
    assert ceiling(1000, 130, away(0), step=50) == 850


def test_what_was_spent_here_since_is_used_up() -> None:
    assert may_spend(2000, 500, 300, away(0)) == 200
    assert may_spend(2000, 500, 300, away(DAY)) == 0
    assert may_spend(150, 500, 300, away(0)) == 150


@given(st.integers(-(10**9), 10**9), units, units, st.none() | ages, st.booleans(), st.booleans(), st.integers(0, 500))
def test_never_more_than_is_known_and_never_less_than_nothing(
    known: int, limit: int, used: int, age: int | None, heard: bool, joined: bool, step: int
) -> None:
    most = may_spend(known, limit, used, Reached(joined, age, heard), step)
    assert 0 <= most <= max(0, known)


@given(units, units, units, st.integers(0, 400 * DAY), st.integers(0, 400 * DAY), st.booleans())
def test_a_longer_silence_never_lets_more_be_spent(
    known: int, limit: int, used: int, age: int, longer: int, heard: bool
) -> None:
    sooner, later = (Reached(True, one, heard) for one in (age, age + longer))
    assert may_spend(known, limit, used, later) <= may_spend(known, limit, used, sooner)


@given(units, st.lists(st.integers(1, 10**6), max_size=8), st.lists(ages, min_size=8, max_size=8))
def test_one_desk_lets_no_more_be_spent_in_one_silence_than_the_ceiling(
    limit: int, wanted: list[int], silence: list[int]
) -> None:
    spent = 0
    for units_wanted, age in zip(wanted, silence, strict=False):
        spent += min(units_wanted, may_spend(10**12, limit, spent, away(age))) if limit else 0
    assert spent <= limit


def test_the_bound_an_owner_is_told() -> None:
    assert [most_lost(500, desks) for desks in (0, 1, 2, 10)] == [0, 0, 500, 4500]


@pytest.mark.parametrize(("silent", "told"), [(1000, "proof"), (999, "offline")])
def test_of_two_equal_limits_the_network_is_not_blamed(silent: int, told: str) -> None:
    program = read_program((Path(__file__).parents[1] / "cases" / "programs" / "harbour.toml").read_bytes())
    program = replace(program, limits=Limits(redeem_proof_over=1000, offline_redeem=1000))
    assert program.redeem is not None
    bill = Bill("b", "p", datetime(2027, 3, 10, 10, tzinfo=UTC), (), redeem=None)
    reasons: list[Reason] = []

    allowed_units(program, program.redeem, bill, Standing(may_redeem=True, ceiling=silent), 9000, 0, 9000, reasons)

    assert [dict(one.params)["by"] for one in reasons] == [told]
