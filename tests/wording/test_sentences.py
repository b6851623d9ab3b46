"""Every reason has its sentences, in two languages and for two listeners, and says nothing it should not."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings

from desk_app.domain.bill import Bill
from desk_app.domain.program import Program
from desk_app.domain.quote import Quote, Reason
from desk_app.domain.reasons import CATALOGUE
from desk_app.domain.standing import Standing
from tests.wording import random_bills
from tests.wording.cases import QUOTES
from tests.wording.test_reasons_suffice import priced_case, program_of
from ui.wording import explain
from ui.wording.reasons import SAYINGS
from ui.wording.saying import gaps

ROOT = Path(__file__).resolve().parents[2]
RULES = "\n".join(path.read_text(encoding="utf-8") for path in sorted((ROOT / "desk_app/domain").glob("*.py")))
#: Values that a sentence gets beside its reason's own: from the line, the program, or counted from both.
BESIDE = {"category", "missing", "keep", "min_balance", "share", "max_per_day", "multiple_of", "saved", "step", "unit"}
COMPOSED = {"total.list", "total.no_discount", "total.discount", "total.rule", "total.not_asked", "total.earns",
            "total.nothing_to_spend", "total.earns_nothing", "total.usable/days", "total.usable/visit"}  # fmt: skip
#: Words of a sentence that somebody says and somebody else still follows.
LONGEST_SAID = 20
#: Words of the trade that a patient must not have to know.
INTERNAL = ("база", "лот", "правило", "строк", "пул", "лимит", "пациент", "base", "lot", "rule ", "line", "pool",
            "limit", "patient", "unit")  # fmt: skip


@pytest.mark.parametrize("code", CATALOGUE)
def test_every_code_of_the_catalogue_can_be_said(code: str) -> None:
    assert any(key.partition("/")[0] == code for key in SAYINGS)


@pytest.mark.parametrize(
    ("code", "pattern"),
    [
        ("promotion.not_held", r'Unmet\(\s*"(\w+)"(?!, secret)'),
        ("earn.none", r'"earn\.none", because="(\w+)"'),
        ("redeem.none", r'"redeem\.none", because="(\w+)"'),
        ("redeem.limit", r'(?:limits[^\n]*?|by, least = )\(+"(\w+)", '),
    ],
)
def test_every_cause_has_a_saying_of_its_own(code: str, pattern: str) -> None:
    causes = set(re.findall(pattern, RULES))

    assert causes
    assert {f"{code}/{cause}" for cause in causes} <= set(SAYINGS)


@pytest.mark.parametrize("key", SAYINGS)
def test_a_saying_asks_only_for_values_it_gets(key: str) -> None:
    saying = SAYINGS[key]
    known = set(CATALOGUE.get(key.partition("/")[0], ())) | BESIDE

    if key not in COMPOSED:
        for template in (saying.ru, saying.en, saying.patient_ru, saying.patient_en):
            assert set(gaps(template)) <= known
    assert set(gaps(saying.ru)) == set(gaps(saying.en))
    assert set(gaps(saying.patient_ru)) == set(gaps(saying.patient_en))


@pytest.mark.parametrize("case", QUOTES, ids=lambda path: path.stem)
def test_no_sum_of_an_acceptance_case_is_without_its_sentence(case: Path) -> None:
    bill, quote = priced_case(case)

    assert_everything_is_said(quote, program_of(case), bill)


@settings(max_examples=40)
@given(random_bills.programs(), random_bills.bills(), random_bills.standings)
def test_no_sum_of_any_bill_is_without_its_sentence(program: Program, bill: Bill, standing: Standing) -> None:
    quote = random_bills.quote_of(program, bill, standing)

    assert_everything_is_said(quote, program, bill)


def assert_everything_is_said(quote: Quote, program: Program, bill: Bill) -> None:
    """One whole sentence for each line and sum, in both languages, to both listeners."""
    for language in ("ru", "en"):
        for audience in ("desk", "patient"):
            told = explain(quote, program, bill, language, audience)
            assert [one.about for one in told.lines] == [line.id for line in bill.lines]
            wanted = {"list", "discount", "pays"} | ({"redeemed", "earns", "balance"} if program.unit else set())
            assert wanted <= {one.about for one in told.sums}
            for sentence in (*(one.sentence for one in (*told.lines, *told.sums)), *told.notes):
                assert sentence.endswith("."), sentence
                assert "…" not in sentence, sentence
                assert not re.search(r"[{}\[\]]|\b(None|nan)\b|\b[a-z]+\.[a-z_]+/", sentence), sentence


@settings(max_examples=40)
@given(random_bills.programs(), random_bills.bills(), random_bills.standings)
def test_a_promotion_of_another_segment_is_never_spoken_of(program: Program, bill: Bill, standing: Standing) -> None:
    secret = {f"«{one.code}»" for one in program.promotions if one.when.segment == "secret"}
    quote = random_bills.quote_of(program, bill, standing)

    for audience in ("desk", "patient"):
        told = " ".join(explain(quote, program, bill, "ru", audience).sentences())
        assert not any(code.strip("«»") in re.findall(r"\bp\d\b", told) for code in secret)


def test_the_patient_is_spared_the_words_of_the_trade() -> None:
    told = [
        re.sub(r"\{[^{}]*\}", "", template)
        for saying in SAYINGS.values()
        for template in (saying.patient_ru, saying.patient_en)
    ]

    assert not [(word, words) for words in told for word in INTERNAL if re.search(rf"(?<![\w]){word}", words)]


@pytest.mark.parametrize("case", QUOTES, ids=lambda path: path.stem)
def test_what_is_read_aloud_is_short(case: Path) -> None:
    bill, quote = priced_case(case)

    for language in ("ru", "en"):
        assert_can_be_said_aloud(explain(quote, program_of(case), bill, language, "patient").sentences())


@settings(max_examples=40)
@given(random_bills.programs(), random_bills.bills(), random_bills.standings)
def test_whatever_is_read_aloud_is_short(program: Program, bill: Bill, standing: Standing) -> None:
    quote = random_bills.quote_of(program, bill, standing)

    for language in ("ru", "en"):
        assert_can_be_said_aloud(explain(quote, program, bill, language, "patient").sentences())


def assert_can_be_said_aloud(told: tuple[str, ...]) -> None:
    """Sentences of at most twenty words, without keys of the app and without signs of a formula."""
    for one in re.split(r"(?<=[.!?]) ", " ".join(told)):
        assert len(re.findall(r"[^\s—–]+", one.replace("\N{NO-BREAK SPACE}", ""))) <= LONGEST_SAID, one
        assert not re.search(r"\bF[0-9]|Shift|Ctrl|[×=]|№", one), one


@pytest.mark.parametrize("language", ["ru", "en"])
def test_what_was_paid_is_told_in_the_past(language: str) -> None:
    bill, quote = priced_case(next(path for path in QUOTES if path.stem == "club-03-share"))
    program = program_of(next(path for path in QUOTES if path.stem == "club-03-share"))

    before = explain(quote, program, bill, language, "patient")
    after = explain(quote, program, bill, language, "patient", paid=True)

    ahead = {"ru": ("С вас", "Начислим"), "en": ("That is", "You earn ")}[language]
    past = {"ru": ("Вы заплатили", "Вам начислено"), "en": ("You paid", "You earned")}[language]
    assert (before.sum("pays").startswith(ahead[0]), before.sum("earns").startswith(ahead[1])) == (True, True)
    assert (after.sum("pays").startswith(past[0]), after.sum("earns").startswith(past[1])) == (True, True)


def test_a_code_of_a_newer_app_does_not_break_an_old_one() -> None:
    from ui.wording.reasons import clause
    from ui.wording.speech import Speech

    assert clause(Reason("moon.phase", {"full": 1}), Speech("ru")) == "moon.phase"
