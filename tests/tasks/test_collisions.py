"""Promotions that meet: on which lines and days, and who wins; checked against the engine where it can be."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from fractions import Fraction
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from desk_app.collisions import Meeting, meetings, runs_on, span_within
from desk_app.documents.program_file import read_document, read_program
from desk_app.domain.bill import Bill, Line
from desk_app.domain.pricing import price_bill
from desk_app.domain.program import Category, Program
from desk_app.domain.promotions import Effect, Promotion, When
from desk_app.domain.standing import Standing
from desk_app.domain.text import Text
from desk_app.editing.starts import preset

KINDS = {
    "lab": Category("lab", Text("Анализы", "Tests")),
    "visit": Category("visit", Text("Приём", "Visits")),
    "urgent": Category("urgent", Text("Неотложная", "Urgent"), indicated_only=True),
    "drugs": Category("drugs", Text("Лекарства", "Medicines"), discounts=False),
}
PRICES = {"L1": "lab", "L2": "lab", "V1": "visit", "U1": "urgent"}


def promotion(
    code: str, percent: int = 10, combine: Any = "best", effect: Effect | None = None, **when: Any
) -> Promotion:
    return Promotion(
        code, Text(code, code), effect or Effect("percent", percent=Fraction(percent, 100)), combine, when=When(**when)
    )


def met(
    *promotions: Promotion, order: Any = "best_for_patient", services: Mapping[str, str] = PRICES
) -> Meeting | None:
    found = meetings(promotions, KINDS, order, services)
    return found[0] if found else None


def test_two_percents_on_the_same_lines_meet_and_the_larger_one_always_wins() -> None:
    found = met(promotion("ten"), promotion("fifteen", 15))
    assert found is not None
    assert (found.one, found.other, found.outcome, found.winner) == ("ten", "fifteen", "better", "fifteen")


def test_of_two_alike_the_one_declared_first_wins() -> None:
    found = met(promotion("first"), promotion("second"))
    assert found is not None
    assert found.winner == "first"


def test_with_a_ceiling_it_depends_on_the_bill() -> None:
    capped = Promotion("capped", Text("", ""), Effect("percent", percent=Fraction(1, 5)), max_amount=10000)
    found = met(promotion("ten"), capped)
    assert found is not None
    assert (found.outcome, found.winner) == ("better", "")


def test_in_declared_order_the_first_one_takes_the_line() -> None:
    found = met(promotion("ten"), promotion("fifteen", 15), order="declared")
    assert found is not None
    assert (found.outcome, found.winner) == ("declared", "ten")


def test_on_top_is_added_and_exclusive_holds_alone() -> None:
    added = met(promotion("ten"), promotion("five", 5, "on_top"))
    alone = met(promotion("ten"), promotion("half", 50, "exclusive"))
    assert added is not None
    assert alone is not None
    assert (added.outcome, alone.outcome, alone.winner) == ("added", "alone", "half")


def test_of_two_multipliers_the_larger_one_holds_and_a_gift_meets_nobody() -> None:
    double, triple = (
        promotion(name, effect=Effect("multiply_units", factor=Fraction(by))) for name, by in (("two", 2), ("three", 3))
    )
    gift = promotion("gift", effect=Effect("units", units=100))
    found = met(double, triple)
    assert found is not None
    assert (found.outcome, found.winner) == ("larger", "three")
    assert met(gift, promotion("ten")) is None
    assert met(double, promotion("ten")) is None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"last_day": date(2027, 1, 31)}, {"first_day": date(2027, 2, 1)}),
        ({"weekdays": frozenset((0, 1))}, {"weekdays": frozenset((5, 6))}),
        ({"hours": (480, 660)}, {"hours": (661, 720)}),
        ({"branches": frozenset(("north",))}, {"branches": frozenset(("south",))}),
        ({"levels": frozenset(("gold",))}, {"levels": frozenset(("silver",))}),
        ({"payers": frozenset(("self",))}, {"payers": frozenset(("deposit",))}),
        ({"categories": frozenset(("lab",))}, {"categories": frozenset(("visit",))}),
        ({"services": frozenset(("L1",))}, {"services": frozenset(("L2",))}),
        ({"services": frozenset(("L1",))}, {"categories": frozenset(("visit",))}),
        ({"categories": frozenset(("drugs",))}, {}),
        ({"first_visit": True}, {"nth_visit": 5}),
        # the shared days have no Monday
        ({"first_day": date(2027, 3, 2), "last_day": date(2027, 3, 7)}, {"weekdays": frozenset((0,))}),
    ],
)
def test_promotions_that_share_nothing_do_not_meet(one: dict[str, Any], other: dict[str, Any]) -> None:
    assert met(promotion("one", **one), promotion("other", **other)) is None
    assert met(promotion("other", **other), promotion("one", **one)) is None


def test_what_they_share_is_told() -> None:
    found = met(
        promotion("spring", first_day=date(2027, 3, 1), weekdays=frozenset((0, 1, 2)), hours=(480, 660)),
        promotion("tests", last_day=date(2027, 5, 31), weekdays=frozenset((1, 2, 3)), hours=(600, 720),
                  categories=frozenset(("lab",)), branches=frozenset(("north",))),
    )  # fmt: skip
    assert found is not None
    assert (found.first, found.last) == (date(2027, 3, 1), date(2027, 5, 31))
    assert found.weekdays == {1, 2}
    assert found.hours == ((600, 660),)
    assert found.categories == {"lab"}
    assert found.branches == {"north"}
    assert not found.services


def test_hours_over_midnight_meet_those_of_the_early_morning() -> None:
    found = met(promotion("night", hours=(1320, 120)), promotion("dawn", hours=(60, 400)))
    assert found is not None
    assert found.hours == ((60, 120),)


def test_a_service_and_its_kind_meet_by_the_price_list() -> None:
    found = met(promotion("one", services=frozenset(("L1", "V1"))), promotion("kind", categories=frozenset(("lab",))))
    assert found is not None
    assert found.services == {"L1"}
    # without a price list nobody knows the kind of a service: they may meet
    unsure = met(
        promotion("one", services=frozenset(("X",))), promotion("kind", categories=frozenset(("lab",))), services={}
    )
    assert unsure is not None


def test_what_a_doctor_prescribes_is_no_place_to_meet() -> None:
    assert met(promotion("one", services=frozenset(("U1",))), promotion("other")) is None


def test_days_of_a_calendar() -> None:
    when = When(first_day=date(2027, 1, 15), last_day=date(2027, 3, 31), weekdays=frozenset((0,)))
    assert runs_on(when, date(2027, 1, 18))
    assert not runs_on(when, date(2027, 1, 19))
    assert not runs_on(when, date(2027, 4, 5))
    assert span_within(when, date(2027, 1, 1), date(2027, 12, 31)) == (date(2027, 1, 15), date(2027, 3, 31))
    assert span_within(when, date(2027, 3, 30), date(2027, 4, 30)) is None


def _program(*promotions: dict[str, Any]) -> Program:
    document = preset("points-3-5-7-10")
    return read_program(read_document({**document, "promotions": list(promotions), "examples": []}))


def _paid(program: Program) -> set[str]:
    at = datetime(2027, 3, 2, 9, tzinfo=ZoneInfo("Europe/Moscow"))
    bill = Bill("b", "p", at, (Line("1", 100000, service="B03.016.004", category="lab"),), "p", "p")
    quote = price_bill(program, bill, Standing(joined=date(2027, 1, 1)))
    return {part.rule for line in quote.lines for part in line.discounts}


@pytest.mark.parametrize("larger", [5, 20])
def test_the_engine_gives_the_line_to_whom_the_calendar_says(larger: int) -> None:
    program = _program(
        {"code": "ten", "name": "a", "effect": {"percent": "10"}},
        {"code": "other", "name": "b", "effect": {"percent": str(larger)}},
    )
    (found,) = meetings(program.promotions, program.categories, program.stacking.order, {})
    assert _paid(program) == {f"promotion:{found.winner}"}


def test_the_engine_adds_what_the_calendar_says_is_added() -> None:
    program = _program(
        {"code": "ten", "name": "a", "effect": {"percent": "10"}},
        {"code": "top", "name": "b", "effect": {"percent": "5"}, "combine": "on_top"},
    )
    (found,) = meetings(program.promotions, program.categories, program.stacking.order, {})
    assert found.outcome == "added"
    assert _paid(program) == {"promotion:ten", "promotion:top"}
