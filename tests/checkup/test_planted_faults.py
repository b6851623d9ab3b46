"""The check-up finds what a careful reader finds in the programs of clinics, nothing beside it, and mends it."""

from __future__ import annotations

import re
from functools import cache

import pytest

from desk_app.checkup import Finding, check_up
from desk_app.documents.edits import edited
from desk_app.documents.program_compile import compile_program
from desk_app.documents.program_file import problems
from tests.checkup.programs import FOR_THE_CLINIC, NOW, PROGRAMS, Planted, ready
from ui.wording.checkup import ADVICE, told
from ui.wording.saying import gaps


@cache
def planted(name: str) -> Planted:
    return PROGRAMS[name]()


@cache
def findings(name: str) -> tuple[Finding, ...]:
    return planted(name).found()


@pytest.mark.parametrize("name", PROGRAMS)
def test_exactly_the_faults_of_a_program_are_found(name: str) -> None:
    found = {(one.id, one.place) for one in findings(name) if one.id not in FOR_THE_CLINIC}

    assert found == planted(name).faults


@pytest.mark.parametrize("name", PROGRAMS)
def test_a_fix_takes_its_finding_away_and_makes_no_error(name: str) -> None:
    program, before = planted(name), findings(name)
    errors = {(one.id, one.place) for one in before if one.severity == "error"}
    for finding in (one for one in before if one.fix):
        after = edited(program.document, finding.fix)
        found = program.found(after)

        assert problems(after) == (), finding
        alike = [one for one in found if one.id == finding.id]
        assert len(alike) < sum(one.id == finding.id for one in before), finding
        assert {(one.id, one.place) for one in found if one.severity == "error"} <= errors, finding


@pytest.mark.parametrize("language", ["ru", "en"])
@pytest.mark.parametrize("name", PROGRAMS)
def test_every_finding_says_what_it_is_and_why_it_hurts(name: str, language: str) -> None:
    program = compile_program(planted(name).document)
    for finding in findings(name):
        said = told(finding, program, language)

        assert said.what, finding
        assert said.why, finding
        assert bool(said.fix) == bool(finding.fix), finding
        words = f"{said.what} {said.why} {said.example} {said.fix}".rstrip()
        assert not re.search(r"[{}\[\]…]|None|Fraction", words), words
        if language == "en":
            assert not re.search("[А-яё]", said.why + said.fix), words


def test_spending_a_little_is_said_in_what_the_engine_takes() -> None:
    name = "spending is punished"
    finding = next(one for one in findings(name) if one.id == "P02")
    said = told(finding, compile_program(planted(name).document), "en").example.replace("\N{NO-BREAK SPACE}", " ")

    # ten per cent at the top, and a bill of which as much is spent as it would have earned
    assert "On a bill of ₽2,000, spending 200 points costs 200 points in new ones" in said
    assert finding.params["spent"] == finding.params["lost"]


def test_the_first_point_is_told_in_visits_and_money() -> None:
    name = "a balance to start with"
    finding = next(one for one in findings(name) if one.id == "P09")

    # three per cent of 3,000 a visit are 90 points; 34 visits make 3,060, the level rises at 50,000 to five per cent
    assert finding.params["visits"] == 27
    assert finding.params["spent"] == 27 * 300_000


def test_twice_the_regulars_in_half_a_year_is_told_with_the_best_growth_there_was() -> None:
    name = "twice the regulars"
    finding = next(one for one in findings(name) if one.id == "goals.unrealistic")
    said = told(finding, compile_program(planted(name).document), "ru")

    assert said.what.startswith("Цель нереалистична: постоянные пациенты — было 500, станет 1")
    assert "Нужен рост на 100" in said.example
    assert "Лучший рост за такой же срок: 7,5" in said.example


def test_a_fix_of_a_rule_puts_the_examples_right_that_were_true() -> None:
    document = ready("points-3-5-7-10", earn__on_bill_with_units="nothing")
    bill = [{"category": "lab", "price": "1000.00"}]
    document["examples"] = [
        {"title": "half", "state": {"units": 100}, "bill": bill, "redeem": "max", "claims": {"earns": 0}}
    ]
    finding = next(one for one in check_up(document, now=NOW) if one.id == "P02")

    after = edited(document, finding.fix)

    assert after["examples"][0]["claims"] == {"earns": 27}
    assert not [one for one in check_up(after, now=NOW) if one.severity == "error"]


@pytest.mark.parametrize("identifier", sorted(ADVICE))
def test_both_languages_tell_the_same_numbers(identifier: str) -> None:
    advice = ADVICE[identifier]
    for russian, english in (advice.what, advice.why, advice.example, advice.fix):
        assert bool(russian) == bool(english)
        # the name of units is said where a language needs it
        assert set(gaps(russian)) - {"units"} == set(gaps(english)) - {"units"}
