"""What cannot change an answer is not asked again: held against the engine, one changed key after the other."""

from __future__ import annotations

from datetime import date
from functools import cache
from itertools import islice
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from desk_app.documents.program_file import read_program
from desk_app.domain.program import Program
from desk_app.training.bearing import same_answers
from desk_app.training.cases import Ask, Case, answer
from desk_app.training.quiz import quiz
from tests.domain.one_key import changed, leaves
from tests.training.pupil import PRESETS, document

ASKS: tuple[Ask, ...] = ("earns", "pays", "most", "reaches", "missing", "lapses")


@cache
def known(preset: str) -> tuple[Program, tuple[tuple[Ask, Case], ...]]:
    """A ready program, and bills that are asked about under it."""
    program = read_program(document(preset), 1)
    return program, tuple((one.asked, one.case) for one in islice(quiz(program, "x", date(2026, 11, 23)), 60))


@st.composite
def places(draw: st.DrawFn) -> tuple[str, tuple[Any, ...]]:
    preset = draw(st.sampled_from(PRESETS))
    return preset, draw(st.sampled_from([place for place, _ in leaves(document(preset)) if place[0] != "examples"]))


@settings(max_examples=150)
@given(places())
def test_programs_that_cannot_disagree_in_an_answer_give_the_same_ones(
    found: tuple[str, tuple[Any, ...]],
) -> None:
    preset, place = found
    before, asked = known(preset)
    other = changed({**document(preset), "examples": []}, place)
    if other is None:
        return
    now = read_program(other, 2)
    levels = {step.code for step in now.levels.steps}

    for ask in ASKS:
        if same_answers(before, now, ask):
            for case in (case for one, case in asked if one == ask):
                assert case.category in now.categories
                assert case.level in levels
                assert answer(before, ask, case) == answer(now, ask, case), (ask, place)


def test_a_rate_of_earning_leaves_prices_and_levels_alone_and_what_is_earned_is_asked() -> None:
    before, _ = known("points-3-5-7-10")
    other = document("points-3-5-7-10")
    other["levels"]["steps"][1]["earn"]["percent"] = "6"
    other.pop("examples", None)
    now = read_program(other, 2)

    assert [ask for ask in ASKS if not same_answers(before, now, ask)] == ["earns"]
