"""The check-up as a whole: what it says of ready programs, what blocks publishing, what is mended with one key."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

import resources
from desk_app.checkup import Finding, History, Month, check_up, unanswered
from desk_app.checkup.complexity import complexity
from desk_app.checkup.goals import READY
from desk_app.checkup.prices import coverage
from desk_app.documents.edits import Edit, edited
from desk_app.documents.program_compile import compile_program
from desk_app.documents.program_file import problems, read_document
from desk_app.domain.errors import WrongInput
from desk_app.domain.people import Service
from desk_app.ports import Json
from tests.checkup.programs import FOR_THE_CLINIC, NOW, PRICES, changed, promotion, ready
from ui.wording.checkup import told

PRESETS = sorted(Path(resources.path("programs")).glob("*.toml"))
PATTERNS = [f"{kind}{number:02}" for kind, most in (("C", 12), ("P", 15), ("D", 8), ("F", 13))
            for number in range(1, most + 1)]  # fmt: skip
PAGE = Path(__file__).parents[2] / "docs" / "checkup.md"


def ids(document: Json, **known: Any) -> set[str]:
    return {one.id for one in check_up(document, now=NOW, **known)} - FOR_THE_CLINIC


@pytest.mark.parametrize("path", PRESETS, ids=lambda path: path.stem)
def test_of_a_ready_program_only_what_the_clinic_has_to_fill_in_is_told(path: Path) -> None:
    found = check_up(read_document(path.read_bytes()), now=NOW)

    assert {one.id for one in found} == FOR_THE_CLINIC
    assert {one.severity for one in found} == {"notice"}
    assert unanswered(found, {}) == ()


@pytest.mark.parametrize("path", PRESETS, ids=lambda path: path.stem)
def test_the_goals_of_ready_programs_are_known_as_nobodys_own(path: Path) -> None:
    for metric in read_document(path.read_bytes())["goals"]["metrics"]:
        assert (metric["metric"], metric["baseline"], metric["target"]) in READY


def test_errors_block_and_warnings_wait_for_a_reason() -> None:
    found = (
        Finding("P04", "error", "redeem.max_per_bill"), Finding("P02", "warning", "earn.on_bill_with_units"),
        Finding("F01", "warning", "notice.worsening_days"), Finding("P15", "notice", "earn.rounding"),
        Finding("goals.key", "warning", "goals.owner"),
    )  # fmt: skip
    reasons = {
        "P02 earn.on_bill_with_units": "Так решили владельцы", "F01 notice.worsening_days": "  ",
        "P04 redeem.max_per_bill": "Неважно", "goals.owner goals.owner": "Потом", "goals.key goals.owner": "Потом",
    }  # fmt: skip

    left = unanswered(found, reasons)

    assert [one.id for one in left] == ["P04", "F01", "goals.key"]


def test_the_gravest_come_first() -> None:
    document = ready("points-3-5-7-10", redeem__multiple_of=500, redeem__max_per_bill=300)

    told_in_order = [one.severity for one in check_up(document, now=NOW)]

    assert told_in_order == sorted(told_in_order, key=("error", "warning", "notice").index)


@pytest.mark.parametrize(
    ("path", "value", "code", "mended"),
    [
        ("redeem.max_shere", "20", "key.unknown", None),
        ("levels.steps[0].from", "1.00", "levels.order", "0"),
        ("earn.payers", ["self", "insurer"], "payers.forbidden", ["self"]),
        ("earn.payers", ["insurer"], "payers.forbidden", ["self"]),
        ("promotions[0].when.categories", ["massage", "urgent"], "promotion.indicated", ["massage"]),
    ],
)
def test_an_error_with_one_answer_is_mended_with_one_key(path: str, value: Any, code: str, mended: Any) -> None:
    document = edited(ready("points-3-5-7-10"), [Edit(path, value)])
    (finding,) = [one for one in check_up(document, now=NOW) if one.id == code]

    assert finding.severity == "error"
    assert finding.fix == (Edit(path, mended),)
    assert problems(edited(document, finding.fix)) == ()


def test_a_promotion_for_urgent_care_alone_goes_as_a_whole() -> None:
    document = changed(ready("points-3-5-7-10"), Edit("promotions[0].when.categories", ["urgent"]))
    (finding,) = check_up(document, now=NOW)

    assert (finding.id, finding.fix) == ("promotion.indicated", (Edit("promotions[0]"),))


def test_what_only_the_clinic_knows_has_no_fix() -> None:
    (finding,) = check_up(ready("points-3-5-7-10", redeem__max_share=None), now=NOW)

    assert (finding.id, finding.fix) == ("key.missing", ())
    assert told(finding, None, "en").what


def test_an_untrue_example_is_put_right_by_what_the_engine_gives() -> None:
    document = read_document(resources.path("programs/cashback.toml").read_bytes())
    document["examples"][0]["claims"]["earns"] = "9999.00"
    (finding,) = [one for one in check_up(document, now=NOW) if one.id == "C01"]

    assert finding.fix == (Edit("examples[0].claims.earns", "249.50"),)
    assert "C01" not in ids(edited(document, finding.fix))


def test_after_a_change_of_rates_one_key_puts_all_examples_right() -> None:
    document = read_document(resources.path("programs/cashback.toml").read_bytes())
    document["levels"]["steps"][0]["earn"]["percent"] = "7"
    untrue = [one for one in check_up(document, now=NOW) if one.id == "C01"]

    assert len(untrue) > 1
    assert all("C01" not in ids(edited(document, one.fix)) for one in untrue)


def test_a_life_shorter_than_the_interval_between_visits_is_told() -> None:
    nine_months = History(interval=274)
    document = ready("points-3-5-7-10", expiry__period="6 months")
    (finding,) = [one for one in check_up(document, now=NOW, history=nine_months) if one.id == "lapse.interval"]

    assert finding.fix == (Edit("expiry.period", "12 months"),)
    assert "lapse.interval" not in ids(ready("points-3-5-7-10", expiry__period="12 months"), history=nine_months)
    assert "lapse.interval" not in ids(document), "nothing is known of a clinic without a past"


@pytest.mark.parametrize(("more", "too_much"), [(7, False), (8, True)])
def test_twelve_rules_are_too_many(more: int, too_much: bool) -> None:
    # a ladder and three groups are four rules
    document = changed(
        ready("growing-discount"),
        Edit("promotions", [promotion(f"p{i}", {"percent": "11"}, categories=["lab"]) for i in range(more)]),
    )
    count = complexity(document, compile_program(document))

    assert count.rules == 4 + more
    assert ("complexity" in ids(document)) == too_much


def test_coverage_is_the_share_of_the_price_list_with_a_privilege() -> None:
    program = compile_program(ready("points-3-5-7-10"))

    assert coverage(program, PRICES) == Fraction(3, 4)
    assert coverage(program, ()) is None
    medicines = [*PRICES, *(Service(f"V{i}", "Вакцина", "medicines", 100) for i in range(2, 4))]
    (finding,) = [one for one in check_up(ready("points-3-5-7-10"), now=NOW, services=medicines)
                  if one.id == "coverage"]  # fmt: skip
    assert (finding.params["share"], finding.params["without"]) == (Fraction(3, 6), 3)


def test_growth_is_measured_against_the_best_of_the_past() -> None:
    # regulars go from 100 to 160 in the first half year and stay
    counts = [100, 110, 120, 130, 140, 150, 160, *[160] * 12]
    months = tuple(Month(date(2025, 1, 1) + timedelta(days=31 * i), 400, count) for i, count in enumerate(counts))
    past = History(months=months)

    assert past.best_growth(6) == Fraction(6, 10)
    assert past.best_rise(6) == Fraction(60, 400)
    assert past.best_growth(30) is None

    def believed(target: str) -> bool:
        goal = {"metric": "regulars", "baseline": "160", "target": target, "by": "2027-09-30"}
        return "goals.unrealistic" not in ids(ready("growing-discount", goals__metrics=[goal]), history=past)

    assert believed("300")
    assert not believed("320"), "twice as many in six months"


def test_a_doubling_within_a_year_is_believed_of_nobody_without_a_past() -> None:
    def found(target: str, by: str) -> set[str]:
        goal = {"metric": "regulars", "baseline": "100", "target": target, "by": by}
        return ids(ready("growing-discount", goals__metrics=[goal]))

    assert "goals.unrealistic" in found("200", "2027-09-10")
    assert "goals.unrealistic" not in found("120", "2027-09-10")
    assert "goals.unrealistic" not in found("200", "2029-12-31")
    assert "goals.over" in found("120", "2027-03-10")


def test_a_cost_that_everybody_gets_already_is_above_its_limit() -> None:
    document = changed(ready("growing-discount", goals__metrics=[
        {"metric": "x", "baseline": "1", "target": "1.1", "by": "2027-12-31", "cost_limit_percent": "5"}]),
        Edit("levels.steps[0].discount", "6"), Edit("levels.steps[1].discount", "6.5"),
        Edit("levels.steps[2].discount", "6.7"),
    )  # fmt: skip
    (finding,) = [one for one in check_up(document, now=NOW) if one.id == "goals.cost"]

    # six of a hundred off leaves ninety-four to pay
    assert (finding.severity, finding.params["least"]) == ("warning", Fraction(6, 94))
    past = History(cost=Fraction(7, 100))
    assert "goals.cost" in ids(ready("growing-discount"), history=past)
    assert "goals.cost" not in ids(ready("growing-discount"))


def test_a_promotion_that_holds_now_and_the_next_leave_no_gap_when_a_third_goes_on() -> None:
    runs = [
        promotion("a", {"multiply_units": 2}, **{"from": "2027-04-01", "to": "2027-04-10"}),
        promotion("b", {"multiply_units": 3}, **{"from": "2027-04-15", "to": "2027-04-30"}),
        promotion("c", {"multiply_units": 2}, **{"from": "2027-04-11", "to": "2027-04-14"}),
    ]
    assert "C11" in ids(ready("points-3-5-7-10", promotions=runs[:2]))
    assert "C11" not in ids(ready("points-3-5-7-10", promotions=runs))


def test_a_percent_without_a_place_of_its_own_is_only_told() -> None:
    document = changed(ready("points-3-5-7-10"), Edit("name", {"ru": "Клуб 12 %", "en": "Club"}))
    (finding,) = [one for one in check_up(document, now=NOW) if one.id == "text.percent"]

    assert finding.fix == ()
    one_rate = changed(ready("cashback"), Edit("name", {"ru": "Кешбэк 12 %", "en": "Cashback"}))
    (finding,) = [one for one in check_up(one_rate, now=NOW) if one.id == "text.percent"]
    assert finding.fix == (Edit("name.ru", "Кешбэк 5 %"),)


def test_every_pattern_is_answered_on_the_page_of_the_check_up() -> None:
    page = PAGE.read_text(encoding="utf-8")

    assert [one for one in PATTERNS if f"\n| {one} |" not in page] == []


def test_a_kind_of_the_price_list_that_the_program_left_out_blocks_and_is_added_with_one_key() -> None:
    prices = [*PRICES, Service("T1", "Массаж лица", "beauty", 300_000)]
    document = ready("points-3-5-7-10")
    (finding,) = [one for one in check_up(document, now=NOW, services=prices) if one.severity == "error"]

    assert (finding.id, finding.params["codes"], finding.params["services"]) == ("services.kind", "beauty", 1)
    assert "services.kind" not in ids(edited(document, finding.fix), services=prices)


def test_kinds_that_every_ready_program_knows_are_added_as_it_has_them() -> None:
    prices = [Service("V1", "Вакцина", "medicines", 100), *PRICES[:2]]
    document = changed(ready("laboratory"), Edit("categories", ready("laboratory")["categories"][:3]))
    (finding,) = [one for one in check_up(document, now=NOW, services=prices) if one.id == "services.kind"]

    assert finding.fix[0].path == "categories[3]"
    assert (finding.fix[0].value["name"]["ru"], finding.fix[0].value["indicated_only"]) == ("Лекарства и вакцины", True)


def test_a_service_of_a_kind_that_the_program_left_out_is_refused_in_words() -> None:
    program = compile_program(ready("points-3-5-7-10"))

    with pytest.raises(WrongInput) as refused:
        program.category("beauty")

    assert (refused.value.code, refused.value.params["found"]) == ("category.unknown", "beauty")
