"""A program document says everything or is refused with the key that is wrong; TOML and JSON keep it whole."""

import copy
from datetime import UTC, datetime
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import resources
from desk_app.checkup import check_up
from desk_app.documents.program_compile import compile_program
from desk_app.documents.program_file import problems, publishable, read_document, read_program
from desk_app.documents.program_models import Document
from desk_app.documents.program_shape import schema
from desk_app.documents.program_toml import to_json, to_toml
from desk_app.domain.days import Period
from desk_app.domain.errors import WrongInput
from desk_app.domain.program import EarnRate, Keep, Usable, Window

CASES = Path(__file__).parents[1] / "cases" / "programs"
PRESETS = sorted(Path(resources.path("programs")).glob("*.toml"))
GOOD = [*PRESETS, *(path for path in sorted(CASES.glob("*.toml")) if not path.name.startswith("bad-"))]


def document(name: str) -> dict[str, Any]:
    return read_document((CASES / f"{name}.toml").read_bytes())


def changed(name: str, path: str, value: Any) -> dict[str, Any]:
    """The document with one key set, or taken out by `...`; lists by number: "promotions.0.effect"."""
    result = copy.deepcopy(document(name))
    *way, last = path.split(".")
    at: Any = result
    for part in way:
        at = at[int(part)] if isinstance(at, list) else at.setdefault(part, {})
    if value is ...:
        del at[last]
    else:
        at[last] = value
    return result


@pytest.mark.parametrize("path", GOOD, ids=lambda path: path.stem)
def test_a_document_comes_back_whole_from_toml_and_from_json(path: Path) -> None:
    given = read_document(path.read_bytes())

    assert problems(given) == ()
    assert read_document(to_toml(given)) == given
    assert read_document(to_json(given)) == given
    assert compile_program(read_document(to_toml(given))) == compile_program(given)


@pytest.mark.parametrize("path", PRESETS, ids=lambda path: path.stem)
def test_a_preset_may_be_published_and_its_examples_are_true(path: Path) -> None:
    given = read_document(path.read_bytes())

    assert publishable(given) == ()
    found = check_up(given, now=datetime(2027, 3, 10, 12, tzinfo=UTC))
    assert {one.id for one in found} == {"publish.placeholder", "goals.ready"}
    assert {one.place.partition(".")[0] for one in found} == {"organizer", "goals"}


@pytest.mark.parametrize(
    ("program", "path", "value", "code", "place"),
    [
        ("harbour", "redeem.max_share", ..., "key.missing", "redeem.max_share"),
        ("harbour", "redeem", ..., "key.missing", "redeem"),
        ("harbour", "earn", ..., "key.missing", "earn"),
        ("harbour", "expiry", ..., "key.missing", "expiry"),
        ("harbour", "stacking", ..., "key.missing", "stacking"),
        ("harbour", "levels.steps", [], "key.missing", "levels.steps"),
        ("harbour", "returns.shortfall", ..., "key.missing", "returns.shortfall"),
        ("harbour", "notice.leaving_days", ..., "key.missing", "notice.leaving_days"),
        ("harbour", "expiry.starts", ..., "key.missing", "expiry.starts"),
        ("health-club", "levels.basis", ..., "key.missing", "levels.basis"),
        ("harbour", "unit", ..., "key.missing", "unit"),
        ("harbour", "colour", "blue", "key.unknown", "colour"),
        ("harbour", "levels.steps.0.earn.prcent", "3", "key.unknown", "levels.steps[0].earn.prcent"),
        ("harbour", "name", {"ru": "Гавань", "de": "Hafen"}, "key.unknown", "name.de"),
        ("harbour", "name", {"ru": "Гавань"}, "key.missing", "name.en"),
        ("harbour", "format", 2, "format.newer", "format"),
        ("harbour", "timezone", "Mars/Olympus", "value.bad", "timezone"),
        ("harbour", "currency", "rub", "value.bad", "currency"),
        ("harbour", "earn.on_discounted_lines", "yes", "value.bad", "earn.on_discounted_lines"),
        ("harbour", "earn.on_discounted_lines", 1, "value.bad", "earn.on_discounted_lines"),
        ("harbour", "earn.min_bill", 1500, "money.bad", "earn.min_bill"),
        ("harbour", "earn.min_bill", 1500.0, "money.bad", "earn.min_bill"),
        ("harbour", "earn.min_bill", "1500.001", "money.decimals", "earn.min_bill"),
        ("harbour", "earn.max_per_bill", "10.5", "units.decimals", "earn.max_per_bill"),
        ("harbour", "earn.max_per_bill", -1, "units.bad", "earn.max_per_bill"),
        ("harbour", "redeem.max_share", 50, "percent.bad", "redeem.max_share"),
        ("harbour", "redeem.max_share", "101", "percent.range", "redeem.max_share"),
        ("harbour", "redeem.max_share", "-1", "percent.range", "redeem.max_share"),
        ("harbour", "expiry.period", "half a year", "period.bad", "expiry.period"),
        ("harbour", "expiry.period", "0 days", "period.bad", "expiry.period"),
        ("harbour", "earn.usable", "2 months", "period.bad", "earn.usable"),
        ("harbour", "earn.usable", "later", "value.bad", "earn.usable"),
        ("harbour", "expiry.calendar_day", "02-30", "value.bad", "expiry.calendar_day"),
        ("health-club", "levels.window", "12 weeks", "period.bad", "levels.window"),
        ("health-club", "levels.window", "always", "value.bad", "levels.window"),
        ("health-club", "levels.steps.2.from", "30000.00", "levels.order", "levels.steps[2].from"),
        ("health-club", "levels.steps.0.from", "1.00", "levels.order", "levels.steps[0].from"),
        ("health-club", "levels.steps.1.by_category.tattoo", {"discount": "5"}, "category.unknown",
         "levels.steps[1].by_category.tattoo"),
        ("health-club", "levels.steps.1.code", "friend", "code.repeated", "levels.steps[1].code"),
        ("health-club", "levels.steps.1.earn", {"percent": "5", "units": 1}, "value.bad", "levels.steps[1].earn"),
        ("health-club", "redeem.payers", ["employer"], "payers.forbidden", "redeem.payers"),
        ("effects", "promotions.0.effect", {"percent": "5", "amount": "1"}, "promotion.effect", "promotions[0].effect"),
        ("effects", "promotions.0.effect", {"magic": "5"}, "promotion.effect", "promotions[0].effect"),
        ("effects", "promotions.0.effect", {}, "promotion.effect", "promotions[0].effect"),
        ("effects", "promotions.0.effect", ..., "key.missing", "promotions[0].effect"),
        ("effects", "promotions.0.when.payers", ["state"], "payers.forbidden", "promotions[0].when.payers"),
        ("effects", "promotions.0.when.categories", ["yoga"], "category.unknown", "promotions[0].when.categories"),
        ("effects", "promotions.0.when.categories", ["urgent"], "promotion.indicated", "promotions[0].when.categories"),
        ("effects", "promotions.0.when.levels", ["gold"], "level.unknown", "promotions[0].when.levels"),
        ("effects", "promotions.0.when.groups", ["vip"], "group.unknown", "promotions[0].when.groups"),
        ("effects", "promotions.0.when.hours", "8-11", "value.bad", "promotions[0].when.hours"),
        ("effects", "promotions.0.when.weekdays", ["monday"], "value.bad", "promotions[0].when.weekdays[0]"),
        ("effects", "promotions.0.when.from", "2027-02-30", "date.bad", "promotions[0].when.from"),
        ("effects", "promotions.8.effect.steps.2.from", "5000.00", "levels.order",
         "promotions[8].effect.steps[2].from"),
        ("effects", "promotions.5.effect", {"multiply_units": 0}, "value.bad", "promotions[5].effect.multiply_units"),
        ("effects", "promotions.7.effect", {"buy": {"paid": 0, "free": 1}}, "value.bad",
         "promotions[7].effect.buy.paid"),
        ("kids", "rewards.0.amount", "100.00", "reward.effect", "rewards[0]"),
        ("kids", "rewards.0.cost", 0, "units.bad", "rewards[0].cost"),
        ("kids", "redeem", {"owner": "patient", "max_share": "50", "base": "bill", "on_discounted_lines": True},
         "redeem.without_value", "redeem"),
        ("kids", "levels.steps.0.earn", {"percent": "5"}, "earn.percent_without_value", "levels.steps[0].earn"),
        ("beauty", "unit.precision", 1, "value.bad", "unit.precision"),
        ("smile", "family.max_members", 1, "value.bad", "family.max_members"),
        ("harbour", "goals.metrics.0.by", "soon", "date.bad", "goals.metrics[0].by"),
        ("harbour", "examples", [{"title": "t", "bill": [{"price": "-1"}]}], "price.negative",
         "examples[0].bill[0].price"),
        ("harbour", "examples", [{"title": "t", "bill": []}], "lines.empty", "examples[0].bill"),
        ("harbour", "examples", [{"title": "t", "bill": [{"price": "1"}], "state": {"units": -1}}], "units.bad",
         "examples[0].state.units"),
        ("harbour", "examples", [{"title": "t", "bill": [{"price": "1"}], "claims": {"sum": "1"}}], "key.unknown",
         "examples[0].claims.sum"),
    ],
)  # fmt: skip
def test_a_mistake_is_named_with_its_code_and_its_place(
    program: str, path: str, value: Any, code: str, place: str
) -> None:
    with pytest.raises(WrongInput) as refused:
        read_program(changed(program, path, value))

    assert (refused.value.code, refused.value.place) == (code, place)


def test_all_mistakes_are_told_at_once() -> None:
    wrong = changed("harbour", "redeem.max_share", "101")
    wrong["earn"]["rounding"] = "bankers"
    wrong["earn"]["payers"] = ["insurer"]
    wrong["promotions"] = [{"code": "p", "name": "p", "effect": {}, "when": {"levels": ["gold"]}}]

    told = {(problem.code, problem.place) for problem in problems(wrong)}

    assert told == {
        ("percent.range", "redeem.max_share"), ("value.bad", "earn.rounding"), ("payers.forbidden", "earn.payers"),
        ("promotion.effect", "promotions[0].effect"), ("level.unknown", "promotions[0].when.levels"),
    }  # fmt: skip


def test_a_document_without_a_goal_is_valid_but_not_published() -> None:
    without = changed("harbour", "goals", ...)

    assert problems(without) == ()
    assert [problem.place for problem in publishable(without)] == ["goals"]


def test_a_discount_card_is_one_step_and_needs_no_word_about_units() -> None:
    program = read_program({
        "format": 1, "code": "card", "name": "Card", "currency": "RUB", "timezone": "Europe/Moscow",
        "levels": {"steps": [{"code": "all", "name": "all", "from": "0", "discount": "5"}]},
        "stacking": {"order": "best_for_patient", "max_total_discount": "100"},
        "notice": {"worsening_days": 30},
    })  # fmt: skip

    assert program.unit is None
    assert program.levels.steps[0].discount == Fraction(5, 100)
    assert (program.levels.basis, program.levels.window) == ("spend", Window("lifetime"))


def test_a_key_left_out_means_what_the_format_says() -> None:
    program = read_program(document("health-club"))

    assert program.levels.keep == Keep("period", Period(12, "months"))
    assert program.levels.idle_reset is None
    assert program.earn is not None
    assert program.earn.payers == {"self"}
    assert program.earn.usable == Usable()
    assert program.expiry is not None
    assert program.expiry.grace_days == 30
    assert program.limits.apology_units == 0
    assert program.events.welcome == 0
    assert read_program(changed("smile", "family", {})).family == read_program(
        changed("smile", "family", {"min_members": 2, "max_members": 6, "balance": "common", "redeem": "any_adult",
                                    "earn_bonus_percent": "0"})
    ).family  # fmt: skip


def test_the_defaults_of_the_schema_are_those_of_the_rules() -> None:
    """A document with every default written out compiles to the same rules as one that leaves them out."""
    for name in ("health-club", "harbour", "beauty", "kids", "vita-lab"):
        short = document(name)
        full = Document.model_validate(short).model_dump(by_alias=True, exclude_none=True)

        assert compile_program(read_document(full)) == compile_program(short), name


def test_rates_come_in_three_shapes() -> None:
    steps = changed("harbour", "levels.steps.0.earn", {"units": 100, "per_full": "1000.00"})
    share = changed("harbour", "levels.steps.0.earn", {"units": 1, "per": "2.00"})

    assert read_program(steps).levels.steps[0].earn == EarnRate(units=100, per=100_000, full=True)
    assert read_program(share).levels.steps[0].earn == EarnRate(units=1, per=200)


def test_the_schema_asks_for_what_has_no_default() -> None:
    made = schema()

    assert {"format", "code", "name", "currency", "timezone", "levels", "stacking", "notice"} == set(made["required"])
    redeem = made["$defs"]["Redeem"]
    assert set(redeem["required"]) == {"owner", "max_share", "base", "on_discounted_lines"}
    assert redeem["additionalProperties"] is False
    assert all("description" in key for table in made["$defs"].values() for key in table["properties"].values())


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"format = ", "toml.bad"), (b"a = 1\na = 2", "toml.bad"), (b'{"format": 1', "json.bad"),
        (b'{"code": "a", "code": "b"}', "key.repeated"), (b"\xff\xfe\x00", "file.not_utf8"),
        (b"{" * 5000, "json.bad"), (b"a = " + b"[" * 5000, "toml.bad"), (b"", "key.missing"),
        (b'{"a": 1e400}', "key.missing"), (b'{"a": NaN}', "json.bad"), (b'{"a": ' + b"9" * 5000 + b"}", "json.bad"),
    ],
)  # fmt: skip
def test_what_is_no_document_is_refused_in_one_way(content: bytes, code: str) -> None:
    with pytest.raises(WrongInput) as refused:
        read_program(content)

    assert refused.value.code == code


def test_a_byte_order_mark_is_no_mistake() -> None:
    assert read_program(b"\xef\xbb\xbf" + (CASES / "harbour.toml").read_bytes()).code == "harbour"


TEXT = st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=20).filter(lambda t: t.strip() == t)
CODE = st.from_regex("[a-z][a-z0-9-]{0,11}", fullmatch=True)
AMOUNT = st.integers(0, 10**9).map(lambda minor: f"{minor // 100}.{minor % 100:02}")
PERCENT = st.integers(0, 1000).map(lambda tenths: f"{tenths // 10}.{tenths % 10}")
NAME = TEXT | st.fixed_dictionaries({"ru": TEXT, "en": TEXT})
DAYS = st.dates().map(lambda day: day.isoformat()).filter(lambda day: day < "9000")
WHEN = st.fixed_dictionaries({}, optional={
    "from": DAYS, "weekdays": st.lists(st.sampled_from(["mon", "tue", "sun"]), max_size=3), "min_bill": AMOUNT,
    "coupon": st.booleans(), "nth_visit": st.integers(0, 20), "segment": TEXT, "services": st.lists(TEXT, max_size=3),
    "birthday": st.fixed_dictionaries({}, optional={"before": st.integers(0, 30), "after": st.integers(0, 30)}),
    "uses_per_period": st.fixed_dictionaries({"count": st.integers(1, 9), "period": st.just("30 days")}),
})  # fmt: skip
EFFECT = st.one_of(
    PERCENT.map(lambda share: {"percent": share}), AMOUNT.map(lambda sum_: {"amount": sum_}),
    st.fixed_dictionaries({"buy": st.fixed_dictionaries({"paid": st.integers(1, 9), "free": st.integers(1, 9)})}),
    TEXT.map(lambda service: {"free_service": service}),
)  # fmt: skip
PROMOTIONS = st.lists(
    st.fixed_dictionaries(
        {"code": CODE, "name": NAME, "effect": EFFECT}, optional={"when": WHEN, "max_amount": AMOUNT}
    ),
    max_size=4, unique_by=lambda promotion: str(promotion["code"]),
)  # fmt: skip


@given(
    PROMOTIONS, NAME, st.lists(st.fixed_dictionaries({"code": CODE, "name": NAME}), unique_by=lambda c: str(c["code"]))
)
def test_any_document_survives_toml_and_json(
    promotions: list[dict[str, Any]], name: Any, categories: list[dict[str, Any]]
) -> None:
    made = {**document("harbour"), "name": name, "promotions": promotions, "categories": categories}

    assert problems(made) == ()
    assert read_document(to_toml(made)) == made
    assert read_document(to_json(made)) == made
