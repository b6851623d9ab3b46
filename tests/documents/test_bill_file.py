"""Bills and states as clinic systems write them: read exactly, or refused with the place."""

from contextlib import suppress
from datetime import UTC, date, datetime
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk_app.documents.bill_file import MOST_LINES, read_bill
from desk_app.documents.program_file import read_document, read_program
from desk_app.documents.state_file import read_state
from desk_app.domain.errors import WrongInput

CASES = Path(__file__).parents[1] / "cases" / "programs"
NOW = datetime(2027, 3, 10, 22, 30, tzinfo=UTC)
LINE = {"price": "10.00"}


def program(name: str = "health-club") -> Any:
    return read_program((CASES / f"{name}.toml").read_bytes())


def bill(**keys: Any) -> dict[str, Any]:
    return {"patient": "p-1", "lines": [LINE], **keys}


def line(**keys: Any) -> dict[str, Any]:
    return bill(lines=[{**LINE, **keys}])


@pytest.mark.parametrize(
    ("given", "code", "place"),
    [
        (bill(lines=[]), "lines.empty", "lines"),
        ({"patient": "p-1"}, "key.missing", "lines"),
        ({"lines": [LINE]}, "key.missing", "patient"),
        (bill(lines="many"), "value.bad", "lines"),
        (bill(lines=["x"]), "value.bad", "lines[0]"),
        (bill(lines=[{}]), "key.missing", "lines[0].price"),
        (bill(lines=[LINE] * (MOST_LINES + 1)), "lines.many", "lines"),
        (bill(lines=[LINE, {"id": "1", **LINE}]), "line.repeated", "lines[1]"),
        (bill(colour="red"), "key.unknown", "colour"),
        (line(price=10), "money.bad", "lines[0].price"),
        (line(price=10.5), "money.bad", "lines[0].price"),
        (line(price=True), "money.bad", "lines[0].price"),
        (line(price="1e3"), "money.bad", "lines[0].price"),
        (line(price="10,50"), "money.bad", "lines[0].price"),
        (line(price=" 10"), "money.bad", "lines[0].price"),
        (line(price="١٠"), "money.bad", "lines[0].price"),
        (line(price="9" * 16), "money.bad", "lines[0].price"),
        (line(price="999999999999.00", quantity=1000), "bill.huge", "lines"),
        (line(price="-0.01"), "price.negative", "lines[0].price"),
        (line(floor_price="-1"), "price.negative", "lines[0].floor_price"),
        (line(quantity=1.0), "quantity.bad", "lines[0].quantity"),
        (line(quantity=True), "quantity.bad", "lines[0].quantity"),
        (line(quantity="2"), "quantity.bad", "lines[0].quantity"),
        (line(quantity=-1), "quantity.bad", "lines[0].quantity"),
        (line(on_promo=1), "value.bad", "lines[0].on_promo"),
        (line(name="x" * 3000), "text.long", "lines[0].name"),
        (bill(redeem=-5), "units.bad", "redeem"),
        (bill(redeem=1.5), "units.bad", "redeem"),
        (bill(redeem="all"), "units.bad", "redeem"),
        (bill(redeem=True), "units.bad", "redeem"),
        (bill(redeem="1.5"), "units.decimals", "redeem"),
        (bill(proof="smile"), "value.bad", "proof"),
        (bill(at="yesterday"), "moment.bad", "at"),
        (bill(at=1700000000), "moment.bad", "at"),
        (bill(at="9999-12-31T23:00:00-12:00"), "moment.bad", "at"),
        (bill(coupons="pc"), "value.bad", "coupons"),
        (bill(rewards=["yacht"]), "reward.unknown", "rewards"),
        (bill(manual_discount={"reason": "r"}), "value.bad", "manual_discount"),
        (bill(manual_discount={"reason": "r", "percent": "5", "amount": "1"}), "value.bad", "manual_discount"),
        (bill(manual_discount={"percent": "5"}), "key.missing", "manual_discount.reason"),
        (bill(manual_discount={"percent": 5, "reason": "r"}), "percent.bad", "manual_discount.percent"),
        (bill(manual_discount={"percent": "5", "reason": "r", "by": "x"}), "key.unknown", "manual_discount.by"),
    ],
)  # fmt: skip
def test_a_wrong_bill_is_refused_with_its_place(given: Any, code: str, place: str) -> None:
    with pytest.raises(WrongInput) as refused:
        read_bill(given, program(), NOW)

    assert (refused.value.code, refused.value.place) == (code, place)


def test_what_is_left_out_has_its_obvious_value() -> None:
    read = read_bill(bill(lines=[LINE, {"id": "x", **LINE}, LINE]), program(), NOW)

    assert [one.id for one in read.lines] == ["1", "x", "3"]
    assert (read.lines[0].quantity, read.lines[0].payer, read.redeem, read.proof) == (1, "self", 0, "")
    assert (read.payer, read.holder) == ("p-1", "p-1")
    # half past ten in the evening in London is the next day in Moscow
    assert read.at.isoformat() == "2027-03-11T01:30:00+03:00"


@pytest.mark.parametrize(
    ("written", "local"),
    [
        ("2027-01-20T10:15:00+03:00", "2027-01-20T10:15:00+03:00"),
        ("2027-01-20T10:15", "2027-01-20T10:15:00+03:00"),
        ("2027-01-19T22:00:00Z", "2027-01-20T01:00:00+03:00"),
        ("2027-01-20T01:00:00+10:00", "2027-01-19T18:00:00+03:00"),
    ],
)
def test_a_moment_is_local_to_the_program(written: str, local: str) -> None:
    assert read_bill(bill(at=written), program(), NOW).at.isoformat() == local


def test_units_to_spend_are_read_by_the_precision_of_the_unit() -> None:
    assert read_bill(bill(redeem="max"), program(), NOW).redeem is None
    assert read_bill(bill(redeem="150"), program(), NOW).redeem == 150
    assert read_bill(bill(redeem=5), program("beauty"), NOW).redeem == 500
    assert read_bill(bill(redeem="5.25"), program("beauty"), NOW).redeem == 525


def test_null_is_the_same_as_left_out() -> None:
    read = read_bill(bill(redeem=None, holder=None, manual_discount=None, coupons=None), program(), NOW)

    assert read == read_bill(bill(), program(), NOW)


def test_a_discount_by_hand_is_a_percent_or_an_amount() -> None:
    percent = read_bill(bill(manual_discount={"percent": "7.5", "reason": "waited"}), program(), NOW).manual
    amount = read_bill(bill(manual_discount={"amount": "50.00", "reason": "waited"}), program(), NOW).manual

    assert percent is not None
    assert amount is not None
    assert (percent.percent, amount.percent, amount.amount) == (Fraction(3, 40), None, 5000)


PROGRAM = program()
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(
        st.sampled_from(["id", "lines", "price", "quantity", "at", "redeem", "patient", "manual_discount", "percent"]),
        inner, max_size=4,
    ),
    max_leaves=12,
)  # fmt: skip


@given(st.dictionaries(st.sampled_from(["patient", "lines", "at", "redeem", "coupons", "manual_discount"]), JSON))
def test_no_bill_however_strange_is_anything_but_read_or_refused(given: dict[str, Any]) -> None:
    with suppress(WrongInput):
        read_bill(given, PROGRAM, NOW)


def state(name: str = "health-club", **keys: Any) -> Any:
    document = read_document((CASES / f"{name}.toml").read_bytes())
    return read_state(keys, read_program(document), date(2027, 3, 10), document)


def test_lots_count_on_the_days_they_are_good() -> None:
    told = state(lots=[
        {"units": 7}, {"units": 100, "usable_from": "2027-03-10", "last_good_day": "2027-03-10"},
        {"units": 200, "usable_from": "2027-03-11"}, {"units": 400, "last_good_day": "2027-03-09"},
    ])  # fmt: skip

    assert told.standing.usable == 107


def test_units_are_told_as_a_sum_or_as_lots_and_not_as_both() -> None:
    with pytest.raises(WrongInput) as refused:
        state(units=7, lots=[{"units": 100}])

    assert (refused.value.code, refused.value.place) == ("value.bad", "units")
    assert state(units=7, lots=None).standing.usable == 7


def test_a_proof_of_the_state_serves_a_bill_that_has_none() -> None:
    told = state(proof="card")

    assert told.prove(read_bill(bill(), program(), NOW)).proof == "card"
    assert told.prove(read_bill(bill(proof="pin"), program(), NOW)).proof == "pin"


def test_an_offer_is_a_promotion_of_ones_own() -> None:
    told = state(offers=[{"code": "mine", "name": "Mine", "effect": {"percent": "5"}}])

    assert told.standing.offers[0].effect.percent == Fraction(1, 20)


@pytest.mark.parametrize(
    ("keys", "code", "place"),
    [
        ({"balance": 5}, "key.unknown", "balance"), ({"level": "king"}, "level.unknown", "level"),
        ({"groups": ["vip"]}, "group.unknown", "groups"), ({"units": -1}, "units.bad", "units"),
        ({"spent": 5}, "money.bad", "spent"), ({"birth_date": "29.02.1980"}, "date.bad", "birth_date"),
        ({"lots": [{"usable_from": "2027-01-01"}]}, "key.missing", "lots[0].units"),
        ({"uses": {"a": -1}}, "value.bad", "uses.a"), ({"services": {"s": "never"}}, "date.bad", "services.s"),
        ({"family": {}}, "key.missing", "family.members"), ({"proof": "smile"}, "value.bad", "proof"),
        ({"offers": [{"code": "x", "name": "x", "effect": {}}]}, "promotion.effect", "offers[0].effect"),
    ],
)  # fmt: skip
def test_a_wrong_state_is_refused_with_its_place(keys: dict[str, Any], code: str, place: str) -> None:
    with pytest.raises(WrongInput) as refused:
        state(**keys)

    assert (refused.value.code, refused.value.place) == (code, place)
