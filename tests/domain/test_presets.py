"""The six programs the editor offers are valid, complete, fair, and their published examples are true."""

import json
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from desk_app.demo.tables import price_list
from desk_app.documents.bill_file import read_bill
from desk_app.documents.program_file import examples, problems, publishable, read_document, read_program
from desk_app.documents.program_toml import to_json, to_toml
from desk_app.documents.scalars import money, units
from desk_app.documents.state_file import read_state
from desk_app.domain.pricing import price_bill
from resources import path

PRESETS = tuple(sorted(file.stem for file in path("programs").glob("*.toml")))
MONEY = ("list", "discount", "redeemed", "pays")
UNITS = ("redeemed_units", "earns", "balance_after")
EXAMPLES = [
    (preset, number)
    for preset in PRESETS
    for number in range(len(read_document(path(f"programs/{preset}.toml").read_bytes())["examples"]))
]


def document(preset: str) -> dict[str, object]:
    return read_document(path(f"programs/{preset}.toml").read_bytes())


def test_there_is_a_preset_for_each_kind_of_program_clinics_publish() -> None:
    assert PRESETS == ("cashback", "dentistry", "family", "growing-discount", "laboratory", "points-3-5-7-10")


@pytest.mark.parametrize("preset", PRESETS)
def test_a_preset_is_valid_and_lacks_nothing_to_be_published(preset: str) -> None:
    assert problems(document(preset)) == ()
    assert publishable(document(preset)) == ()
    assert document(preset)["code"] == preset


@pytest.mark.parametrize(("preset", "number"), EXAMPLES)
def test_a_published_example_is_what_the_engine_gives(preset: str, number: int) -> None:
    raw = document(preset)
    program = read_program(raw)
    example = examples(raw)[number]
    bill = read_bill(example.bill, program, datetime(2027, 3, 10, 12, tzinfo=ZoneInfo(program.timezone)))
    state = read_state(example.state, program, bill.at.date(), raw)

    quote = price_bill(program, state.prove(bill), state.standing)

    assert example.claims
    for key, claimed in example.claims.items():
        if key in MONEY:
            claimed = money(claimed, program.decimals)
        elif key in UNITS:
            claimed = units(claimed, program.precision)
        assert getattr(quote, key) == claimed, key


@pytest.mark.parametrize("preset", PRESETS)
def test_the_examples_use_services_and_prices_of_the_price_list(preset: str) -> None:
    known = {service.code: service for service in price_list()}
    for example in examples(document(preset)):
        for line in example.bill["lines"]:
            service = known[line["service"]]
            assert line["category"] == service.category
            assert money(line["price"], 2) == service.price


@pytest.mark.parametrize("preset", PRESETS)
def test_every_category_of_a_preset_is_one_of_the_price_list(preset: str) -> None:
    assert set(read_program(document(preset)).categories) <= {service.category for service in price_list()}


@pytest.mark.parametrize("preset", ["points-3-5-7-10", "cashback", "growing-discount", "family"])
def test_a_preset_for_any_clinic_knows_every_category_of_the_price_list(preset: str) -> None:
    assert set(read_program(document(preset)).categories) == {service.category for service in price_list()}


@pytest.mark.parametrize("preset", PRESETS)
def test_a_preset_names_everything_in_both_languages(preset: str) -> None:
    for value in _localized(document(preset)):
        assert set(value) == {"ru", "en"}
        assert value["ru"] != value["en"]


@pytest.mark.parametrize("preset", PRESETS)
def test_a_preset_shows_where_the_clinic_has_to_fill_in(preset: str) -> None:
    organizer = document(preset)["organizer"]

    assert isinstance(organizer, dict)
    assert all("заполните" in organizer[key] for key in ("name", "tax_id", "registration_id", "licence", "address"))
    assert "example.org" in organizer["rules_url"]


@pytest.mark.parametrize("preset", PRESETS)
def test_a_preset_survives_the_way_to_json_and_back(preset: str) -> None:
    raw = document(preset)

    assert read_document(json.dumps(raw, ensure_ascii=False)) == raw
    assert read_program(json.dumps(raw)) == read_program(raw)
    assert read_document(to_toml(read_document(to_json(raw)))) == raw


@pytest.mark.parametrize("preset", PRESETS)
def test_spending_units_never_costs_more_than_it_gives(preset: str) -> None:
    program = read_program(document(preset))

    assert program.earn is None or program.earn.on_bill_with_units == "money_part"
    assert program.redeem is None or program.redeem.min_balance == program.redeem.keep_balance == 0


@pytest.mark.parametrize("preset", PRESETS)
def test_units_live_for_a_year_at_least_and_nothing_gets_worse_overnight(preset: str) -> None:
    program = read_program(document(preset))

    assert program.notice.worsening_days >= 30
    if program.expiry:
        assert program.expiry.period is not None
        assert program.expiry.period.kind == "months"
        assert program.expiry.period.count >= 12
        assert program.expiry.warn_days >= 30
        assert program.notice.keep_old_terms
        assert min(program.notice.wind_down_days, program.notice.leaving_days) >= 90


@pytest.mark.parametrize("preset", PRESETS)
def test_bringing_a_friend_never_pays_more_than_the_friend_paid(preset: str) -> None:
    program = read_program(document(preset))
    referral = program.events.referral

    assert program.events.welcome == 0
    if referral and program.unit:
        assert (referral.referrer + referral.friend) * program.unit.worth < referral.min_bill


@pytest.mark.parametrize("preset", PRESETS)
def test_nobody_is_told_to_buy_more_of_what_only_a_doctor_may_order(preset: str) -> None:
    program = read_program(document(preset))
    ordered = {category.code for category in program.categories.values() if category.indicated_only}
    for promotion in program.promotions:
        assert promotion.when.categories or promotion.when.services
        assert not promotion.when.categories & ordered
        assert not promotion.when.min_quantity
        assert promotion.effect.kind != "buy"


def _localized(value: object) -> list[dict[str, str]]:
    """Every table of texts in the document."""
    if isinstance(value, list):
        return [found for item in value for found in _localized(item)]
    if not isinstance(value, dict):
        return []
    if "ru" in value or "en" in value:
        return [value]
    return [found for item in value.values() for found in _localized(item)]
