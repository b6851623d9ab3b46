"""What patients really ask: ten questions under every ready program, answered by its own promises and numbers."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from desk_app.documents.edits import Edit, edited
from desk_app.documents.program_file import read_program
from desk_app.training.asked import TEN, asked_by_patients
from desk_app.training.cases import answer
from tests.training.pupil import PRESETS, SERVICES, document
from ui.wording.asked import said

DAY = date(2026, 11, 23)
LIST = tuple(SERVICES.values())


@pytest.mark.parametrize("name", PRESETS)
def test_ten_questions_are_answered_in_both_languages_with_the_engines_numbers(name: str) -> None:
    program = read_program(document(name), 1)
    found = asked_by_patients(program, LIST, DAY)

    assert len({one.key for one in found}) == len(found) == TEN
    for one in found:
        for instance in one.instances:
            assert instance.value == answer(program, instance.asked, instance.case)
        for language in ("ru", "en"):
            words = said(one, program, SERVICES, language)
            assert words.question.endswith("?")
            assert words.answer.endswith(".")
            assert not {"{", "…"} & set(words.question + words.answer)


@pytest.mark.parametrize("name", PRESETS)
def test_without_a_price_list_kinds_of_service_are_named_instead(name: str) -> None:
    program = read_program(document(name), 1)

    for one in asked_by_patients(program, (), DAY):
        assert said(one, program, {}, "ru").answer


def test_nothing_of_units_is_asked_where_there_are_none() -> None:
    keys = {one.key for one in asked_by_patients(read_program(document("growing-discount"), 1), LIST, DAY)}

    assert not keys & {"earn", "use", "lapse", "offline"}
    assert {"off", "privilege", "why_not"} <= keys


def test_another_rule_is_another_answer() -> None:
    before = document("points-3-5-7-10")
    after = edited(before, [Edit("redeem.max_share", "30"), Edit("examples")])

    def use(document: dict[str, object]) -> str:
        program = read_program(document, 1)
        one = next(one for one in asked_by_patients(program, LIST, DAY) if one.key == "use")
        return said(one, program, SERVICES, "en").answer

    assert "up to 1,100\N{NO-BREAK SPACE}points can be spent, ₽1,100 is left to pay" in use(before)
    assert "up to 660\N{NO-BREAK SPACE}points can be spent, ₽1,540 is left to pay" in use(after)


@pytest.mark.parametrize("name", PRESETS)
def test_why_not_on_every_service_is_shown_by_a_service_that_was_just_explained(name: str) -> None:
    program = read_program(document(name), 1)
    one = next(one for one in asked_by_patients(program, LIST, DAY) if one.key == "why_not")

    explained = {code for why in one.promises for code in str(why.params["categories"]).split(",")}
    assert {instance.case.category for instance in one.instances} <= explained
    if program.redeem is not None:
        assert said(one, program, SERVICES, "en").answer.endswith("money only.")


def test_where_every_kind_takes_part_why_not_is_answered_with_a_bill_for_tests() -> None:
    plain = read_program(document("points-3-5-7-10"), 1)
    kinds = {code: one for code, one in plain.categories.items() if one.redeems}
    program = replace(plain, categories=kinds)
    one = next(one for one in asked_by_patients(program, LIST, DAY) if one.key == "why_not")

    assert program.category(one.instances[0].case.category).max_redeem is not None
    assert "up to 104\N{NO-BREAK SPACE}points can be spent" in said(one, program, SERVICES, "en").answer
