"""A discount by hand above the limit needs a second person, and a space is nobody."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from desk_app.documents.bill_file import read_bill
from desk_app.documents.program_file import read_program
from desk_app.domain.errors import Refusal
from desk_app.domain.pricing import price_bill
from desk_app.domain.quote import Quote
from desk_app.domain.standing import Standing

PROGRAM = Path(__file__).parents[1] / "cases" / "programs" / "smile.toml"


def priced(**manual: Any) -> Quote:
    """The quote of 1,000.00 with that discount by hand."""
    program = read_program(PROGRAM.read_bytes())
    bill = {"id": "b", "patient": "p", "lines": [{"category": "therapy", "price": "1000.00"}],
            "manual_discount": {"reason": "waited an hour", **manual}}  # fmt: skip
    return price_bill(program, read_bill(bill, program, datetime(2027, 3, 10, 10, tzinfo=UTC)), Standing())


@pytest.mark.parametrize("second", [" ", "\t"])
def test_a_space_is_no_second_person(second: str) -> None:
    with pytest.raises(Refusal, match=r"manual\.limit"):
        priced(percent="15", second_person=second)


def test_a_second_person_lifts_the_limit_up_to_the_ceiling() -> None:
    assert priced(percent="15", second_person="e-2").discount == 150_00
    assert priced(percent="30", second_person="e-2").discount == 200_00
