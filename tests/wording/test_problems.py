"""Every refusal and trouble the app can raise has a sentence, and the page of errors is the same sentences."""

from __future__ import annotations

import re
from fractions import Fraction
from pathlib import Path

import pytest

import resources
from desk_app.documents.program_file import read_program
from desk_app.domain.errors import RULE_CODES, Refusal, Trouble, refuse
from ui.wording import problem
from ui.wording.errors_page import errors_page
from ui.wording.problems import REFUSALS
from ui.wording.saying import gaps
from ui.wording.troubles import TROUBLES

ROOT = Path(__file__).resolve().parents[2]
SOURCES = {
    path: path.read_text(encoding="utf-8")
    for room in ("desk_app", "db", "ui") for path in sorted((ROOT / room).rglob("*.py"))
}  # fmt: skip
CODE = r'"([a-z]+\.[a-z_0-9]+)"'
#: Codes that are reasons of a refusal inside tables of readers, with their openings.
REFUSING = rf"\b(?:refuse|WrongInput|Refusal|Wrong|Problem|BadCell|_Clash|_At)\((?:\w+, )?\s*(?:\"\w+\", )?{CODE}"
FAILING = rf"\bTrouble\(\s*{CODE}"
NORMATIVE = """
    quantity.bad price.negative money.bad money.decimals units.decimals percent.bad percent.range period.bad
    category.unknown payer.unknown level.unknown currency.other line.repeated key.unknown key.missing value.bad
    moment.no_version promotion.effect promotion.indicated payers.forbidden levels.order unit.worth
    earn.percent_without_value expiry.starts_visit reward.unknown reward.balance reward.no_piece manual.limit
    adjust.below_zero adjust.limit return.quantity void.day bill.unknown member.unknown member.exists act.unknown
""".split()


def raised(pattern: str) -> set[str]:
    """Codes found in the sources."""
    found: set[str] = set()
    for path, source in SOURCES.items():
        if path.name != "errors.py":
            for match in re.findall(pattern, source):
                found |= {match} if isinstance(match, str) else {code for code in match if code}
    return found


def test_every_refusal_in_the_sources_has_a_sentence() -> None:
    codes = raised(REFUSING) | RULE_CODES | set(NORMATIVE)

    assert len(codes) > 60
    assert not sorted(codes - set(REFUSALS))


def test_every_trouble_in_the_sources_has_a_sentence() -> None:
    named = set(re.findall(r'"((?:disk|db|chain|backup|print)\.[a-z]+)"', "\n".join(SOURCES.values())))

    assert not sorted((raised(FAILING) | named) - set(TROUBLES) - {"db.py"})


@pytest.mark.parametrize("code", [*REFUSALS, *TROUBLES])
def test_both_languages_tell_the_same_numbers(code: str) -> None:
    told = REFUSALS.get(code) or TROUBLES[code]

    assert set(gaps(told.ru)) == set(gaps(told.en))
    assert told.when
    assert told.ru.rstrip("]").endswith((".", "…"))


@pytest.mark.parametrize("language", ["ru", "en"])
@pytest.mark.parametrize("code", [*REFUSALS])
def test_a_refusal_without_numbers_is_still_a_sentence(code: str, language: str) -> None:
    said = problem(refuse(code.partition("/")[0]), language)

    assert "{" not in said
    assert "[" not in said
    assert said[0].isupper() or not said[0].isalpha()
    assert said.endswith((".", "…"))


def test_a_refusal_tells_its_numbers_and_what_to_do() -> None:
    program = read_program(resources.path("programs/dentistry.toml").read_text(encoding="utf-8"))
    balance = refuse("reward.balance", "rewards", reward="oral-hygiene", cost=5000, usable=1201)
    limit = refuse("manual.limit", "manual_discount", limit=str(Fraction(1, 20)))
    moved = Refusal("quote.moved", was=640000, pays=650050)

    assert plain(problem(balance, "ru", program)) == (
        "На награду не хватает: она стоит 5 000 баллов, на балансе 1 201 балл; уберите её или подождите."
    )
    assert plain(problem(limit, "en", program)) == (
        "The discount by hand is above the limit of 5%: a second person must agree."
    )
    assert plain(problem(moved, "ru", program)) == (
        "Пока счёт был открыт, сумма изменилась: было 6 400 ₽, стало 6 500,50 ₽; "
        "назовите пациенту новую и проведите ещё раз."
    )


def test_what_a_reader_allows_is_said_in_russian_too() -> None:
    no_pieces = refuse("quantity.bad", "lines[0].quantity", found="0", allowed="a whole number from 1 to 1000")

    said = problem(no_pieces, "ru")

    assert said == "Количество 0 не подходит: нужно целое число от 1. Можно: целое число от 1 до 1000."


def test_a_trouble_says_what_is_kept() -> None:
    said = problem(Trouble("disk.full"), "ru")

    assert said.startswith("На диске нет места: ничего не записано, записанное раньше сохранено.")


def test_a_code_nobody_foresaw_is_still_said() -> None:
    assert problem(Refusal("moon.full"), "en") == "The app refused; nothing was stored."


def test_the_page_of_errors_is_fresh() -> None:
    assert (ROOT / "docs/errors.md").read_text(encoding="utf-8") == errors_page()


def plain(text: str) -> str:
    """With ordinary spaces."""
    return text.replace("\N{NO-BREAK SPACE}", " ")
