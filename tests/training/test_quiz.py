"""The quiz: made of the rules themselves, the engine's answer among plausible wrong ones, the same again for a seed."""

from __future__ import annotations

from datetime import date, datetime, time
from functools import cache
from itertools import islice

import pytest

import resources
from desk_app.documents.edits import Edit, edited, value_at
from desk_app.documents.program_file import Json, read_document, read_program
from desk_app.domain.program import Program
from desk_app.training.cases import Case, answer
from desk_app.training.quiz import OPTIONS, Question, quiz
from ui.wording.quiz import asked

PRESETS = tuple(sorted(one.stem for one in resources.path("programs").glob("*.toml")))
DAY = date(2026, 11, 23)
#: What a question about each topic needs of the program.
NEEDS = {"earn": "earn", "redeem": "redeem", "lapse": "expiry"}


def document(name: str) -> Json:
    return read_document(resources.path(f"programs/{name}.toml").read_bytes())


def some(program: Program, count: int, seed: str = "1", before: Program | None = None) -> list[Question]:
    return list(islice(quiz(program, seed, DAY, before=before), count))


@cache
def of_preset(name: str) -> tuple[Program, tuple[Question, ...]]:
    program = read_program(document(name), 1)
    return program, tuple(some(program, 60))


@pytest.mark.parametrize("name", PRESETS)
def test_one_answer_is_right_the_engine_gave_it_and_no_two_answers_read_the_same(name: str) -> None:
    program, questions = of_preset(name)

    for question in questions:
        assert question.options[question.right] == answer(program, question.asked, question.case)
        assert [bool(mistake) for mistake in question.mistakes].count(False) == 1
        for language in ("ru", "en"):
            words = asked(question, program, language)
            assert 2 <= len(set(words.options)) == len(question.options) <= OPTIONS
            assert words.why.endswith(".")
            assert "…" not in words.text + words.why
            assert all(bool(thought) != (place == question.right) for place, thought in enumerate(words.thought))


@pytest.mark.parametrize("name", PRESETS)
def test_the_reason_comes_to_the_right_answer_also_where_rounding_decides(name: str) -> None:
    program, questions = of_preset(name)

    for question in (one for one in questions if one.asked == "earns" and one.options[one.right]):
        for language in ("ru", "en"):
            words = asked(question, program, language)
            assert words.options[question.right] in words.why


def test_a_sum_that_is_rounded_is_told_with_what_it_was_exactly() -> None:
    program, _ = of_preset("points-3-5-7-10")
    case = Case(level=program.levels.steps[0].code, counted=0, category="consultation", price=69000,
                at=datetime.combine(DAY, time(12)))  # fmt: skip
    right = answer(program, "earns", case)
    question = Question("earn.level", "earns", case, (right, 21), 0, ("", "rounded_up"))

    english, russian = (
        asked(question, program, language).why.replace("\N{NO-BREAK SPACE}", " ") for language in ("en", "ru")
    )

    assert english.endswith("earns 3% of ₽690; exactly 20.7, rounded down over the bill: 20 points.")
    assert russian.endswith("начисляем 3 % от 690 ₽; точно вышло 20,7, округлено вниз по счёту: 20 баллов.")


@pytest.mark.parametrize("name", PRESETS)
def test_nothing_is_asked_about_that_the_program_does_not_have(name: str) -> None:
    program, questions = of_preset(name)

    for question in questions:
        needed = NEEDS.get(question.topic.split(".", maxsplit=1)[0])
        assert needed is None or getattr(program, needed) is not None
        assert not question.case.group or program.groups
        assert len(program.levels.steps) > 1 or not question.topic.startswith("level.")


def test_the_same_seed_makes_the_same_quiz_and_another_seed_another_one() -> None:
    program = read_program(document("dentistry"), 1)

    assert some(program, 20, "maria") == some(program, 20, "maria")
    assert some(program, 20, "maria") != some(program, 20, "olga")


@pytest.mark.parametrize("name", PRESETS)
def test_no_question_comes_twice(name: str) -> None:
    _, found = of_preset(name)

    assert len({(one.asked, one.case) for one in found}) == len(found) == 60


def test_a_version_that_changes_one_rate_asks_about_that_rate_alone() -> None:
    now = document("dentistry")
    step = next(i for i, one in enumerate(now["levels"]["steps"]) if one.get("earn"))
    path = f"levels.steps[{step}].earn.percent"
    assert value_at(now, path) != "4"
    after = edited(now, [Edit(path, "4")])
    old, new = read_program(now, 1), read_program(after, 2)

    found = some(new, 12, before=old)

    assert len(found) == 12
    changed = new.levels.steps[step].code
    for question in found:
        assert question.asked == "earns"
        assert question.case.level == changed
        assert answer(old, question.asked, question.case) != question.options[question.right]


def test_who_still_believes_the_old_rule_finds_its_answer_among_the_wrong_ones() -> None:
    now = document("points-3-5-7-10")
    after = edited(now, [Edit("levels.steps[1].earn.percent", "6"), Edit("redeem.max_share", "30"), Edit("examples")])
    old, new = read_program(now, 1), read_program(after, 2)

    found = some(new, 30, before=old)

    assert {"earns", "most"} <= {one.asked for one in found}
    for one in found:
        place = one.options.index(answer(old, one.asked, one.case))
        assert (one.mistakes[place], place == one.right) == ("before", False)
        told = [asked(one, new, language, since=DAY).thought[place] for language in ("ru", "en")]
        assert told == [
            "Так было по прежним правилам, до 23.11.2026.", "So it was by the rules before, until 23.11.2026.",
        ]  # fmt: skip
        assert asked(one, new, "en").thought[place] == "So it was by the rules before."


def test_a_version_that_changes_no_rule_asks_nothing() -> None:
    now = document("growing-discount")
    after = edited(now, [Edit("organizer.phone", "+7 495 000-00-00")])

    assert some(read_program(after, 2), 1, before=read_program(now, 1)) == []


def test_the_usual_mistakes_stand_among_the_answers() -> None:
    found = {name for one in some(read_program(document("dentistry"), 1), 200) for name in one.mistakes}

    assert {"next_level", "own_payer", "nothing_spent", "whole_balance", "category_as_others", "other_level"} <= found


def test_bills_of_the_questions_are_paid_before_another_version_takes_over() -> None:
    program = read_program(document("dentistry"), 1)

    found = islice(quiz(program, "1", DAY, until=date(2026, 11, 25)), 40)

    assert {one.case.at.date() for one in found} == {DAY, date(2026, 11, 24)}
