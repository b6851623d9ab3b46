"""A coupon that does nothing is never passed over in silence, and tells nobody for whom it would do something."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from fractions import Fraction
from pathlib import Path

import pytest

from desk_app.documents.bill_file import read_bill
from desk_app.documents.program_file import read_program
from desk_app.domain.pricing import price_bill
from desk_app.domain.promotions import Effect, Promotion, When
from desk_app.domain.quote import Quote, Reason
from desk_app.domain.standing import Standing
from desk_app.domain.text import Text

PROGRAM = Path(__file__).parents[1] / "cases" / "programs" / "smile.toml"
UNKNOWN = Reason("coupon.unknown", {"coupon": "SPRING"})


def priced(when: When, standing: Standing) -> Quote:
    """The quote of 1,000.00 with the coupon SPRING under a program whose promotion SPRING has these conditions."""
    program = read_program(PROGRAM.read_bytes())
    spring = Promotion("SPRING", Text("Весна", "Spring"), Effect("percent", percent=Fraction(1, 10)), when=when)
    bill = {"id": "b", "patient": "p", "lines": [{"category": "therapy", "price": "1000.00"}], "coupons": ["SPRING"]}
    program = replace(program, promotions=(spring,))
    return price_bill(program, read_bill(bill, program, datetime(2027, 3, 10, 10, tzinfo=UTC)), standing)


@pytest.mark.parametrize(
    "when",
    [When(coupon=True, segment="vip"), When(coupon=True, groups=frozenset({"veteran"}))],
    ids=["segment", "group"],
)
def test_a_coupon_for_other_patients_is_called_one_that_does_nothing(when: When) -> None:
    quote = priced(when, Standing())

    assert quote.discount == 0
    assert quote.warnings == (UNKNOWN,)
    assert "vip" not in str(quote)
    assert "veteran" not in str(quote)


def test_a_coupon_for_this_patient_needs_no_warning() -> None:
    quote = priced(When(coupon=True, segment="vip"), Standing(segments=("vip",)))

    assert quote.discount == 100_00
    assert quote.warnings == ()
