"""What `tessera bench training` asks by the thousand, some hundreds of it: every answer reckoned by another way."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from itertools import islice

import pytest

from desk_app.documents.program_file import read_program
from desk_app.training.cases import answer
from desk_app.training.quiz import Question, quiz
from tests.training.pupil import PRESETS, document
from ui.__main__ import main
from ui.cli.bench_training import faults, questions

PROGRAMS = {name: read_program(document(name), 1) for name in PRESETS}


def test_of_five_hundred_questions_none_has_a_fault() -> None:
    found = list(islice(questions(PROGRAMS), 500))

    assert len({(name, one.asked, one.case) for name, _, one in found}) == 500
    assert [(name, fault) for name, program, one in found for fault in faults(program, one)] == []


def one_about(topic: str) -> Question:
    return next(one for one in quiz(PROGRAMS["points-3-5-7-10"], "1", date(2026, 11, 23)) if one.topic == topic)


def test_a_faulty_question_is_seen() -> None:
    points, one = PROGRAMS["points-3-5-7-10"], one_about("earn.level")
    assert list(faults(points, one)) == []

    shifted = replace(one, right=(one.right + 1) % len(one.options))
    assert "the engine says" in next(faults(points, shifted))

    doubled = replace(one, options=(one.options[one.right],) * 2, right=0, mistakes=("", "near"))
    told = list(faults(points, doubled))
    assert "2 answers are right" in told
    assert "two answers are equal, or there is but one" in told

    of_others = replace(one, case=replace(one.case, group="royal"))
    assert "no group royal" in list(faults(points, of_others))
    assert "no units" in list(faults(PROGRAMS["growing-discount"], one_in_growing(one)))


def one_in_growing(one: Question) -> Question:
    """The same asked under a program without units."""
    return replace(one, case=replace(one.case, level="start", counted=0))


def test_nobody_is_asked_what_is_missing_to_a_level_that_this_very_bill_reaches() -> None:
    laboratory = PROGRAMS["laboratory"]
    missing = [
        one for one in islice(quiz(laboratory, "5", date(2026, 11, 23)), 80) if one.asked == "missing"
    ]  # fmt: skip

    assert missing
    for one in missing:
        steps = laboratory.levels.steps
        above = steps[laboratory.levels.index(one.case.level) + 1].start
        assert answer(laboratory, "missing", one.case) == above - one.case.counted


def test_the_bench_tells_how_many_it_asked(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["bench", "training", "--questions", "12", "--seed", "3", "--json"]) == 0

    told = json.loads(capsys.readouterr().out)
    assert (told["questions"], told["faults"], told["first_seed"]) == (12, [], 3)
