"""Lessons on real tasks: each is done rightly, and failed by the usual mistake, under every program that has it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

import resources
from desk_app import checkout, families, returning
from desk_app.acts import new_id
from desk_app.documents.edits import Edit, edited
from desk_app.documents.program_file import read_program
from desk_app.domain.bill import Bill
from desk_app.domain.errors import Refusal, WrongInput
from desk_app.training import lessons
from desk_app.training.lessons import Stage, again, check, fits, keep, kept, lesson, set_up, stage_from_json
from desk_app.training.lessons.fitting import pick
from tests.training.pupil import (
    LESSONS,
    MISTAKES,
    NOW,
    PRESETS,
    RIGHTLY,
    SERVICES,
    Pupil,
    School,
    desk_for,
    document,
    school,
)
from ui.formats import SPACE
from ui.wording.lesson_words import CONSENTS, MISSED
from ui.wording.lesson_words import NEEDS as NEEDS_WORDS
from ui.wording.lessons import missed, told, unfit


@pytest.fixture(scope="module")
def schools(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, School]]:
    """A practice desk for every preset, each with a version announced."""
    folder = tmp_path_factory.mktemp("schools")
    opened = {
        name: school(folder / name, document(name), following=document(name) | {"name": f"{name} 2"})
        for name in PRESETS
    }
    yield {name: one.__enter__() for name, one in opened.items()}
    for one in opened.values():
        one.__exit__(None, None, None)


@pytest.fixture
def points(schools: dict[str, School]) -> School:
    return schools["points-3-5-7-10"]


def begun(school: School, code: str, seed: str = "1", language: str = "ru") -> Pupil:
    lesson = LESSONS[code]
    desk = desk_for(lesson, school.desk)
    return Pupil(desk, set_up(desk, lesson, seed, language))


def lacking(school: School, code: str) -> bool:
    return bool(fits(LESSONS[code], school.program, school.ahead, list(SERVICES.values())))


def all_holds(pupil: Pupil) -> bool:
    return all(result.holds for result in check(pupil.desk, pupil.stage))


def sentences(pupil: Pupil, school: School, language: str) -> str:
    return " ".join(
        sentence for result in check(pupil.desk, pupil.stage)
        for sentence in missed(result, pupil.stage, school.program, SERVICES, language, untouched=True)
    )  # fmt: skip


def assert_told_whole(pupil: Pupil, school: School) -> None:
    """Every sentence of the lesson has its names and numbers, in both languages."""
    for language in ("ru", "en"):
        words = told(pupil.stage, school.program, SERVICES, language)
        assert len(words.steps) == len(pupil.stage.lesson.goals)
        for sentence in (words.title, *words.story, *(one for step in words.steps for one in (step.text, *step.hints))):
            assert not {"{", "…", "«»", "“”"} & set(re.findall(r"\{|…|«»|“”", sentence)), sentence


def test_every_lesson_has_a_pupil_and_there_are_at_least_twelve() -> None:
    assert len(LESSONS) >= 12
    assert set(RIGHTLY) == set(MISTAKES) == set(LESSONS)


def test_every_lesson_is_taught_under_some_preset_and_most_under_every_one(schools: dict[str, School]) -> None:
    taught = {code: [name for name, one in schools.items() if not lacking(one, code)] for code in LESSONS}

    assert all(taught.values())
    for code in ("find-without-card", "wrong-layout", "enrol", "insurer", "return-one", "undo", "card-lost"):
        assert taught[code] == list(PRESETS)
    for code in ("spend", "why-not", "offline", "lapse"):
        assert taught[code] == ["cashback", "dentistry", "family", "points-3-5-7-10"]


@pytest.mark.parametrize("name", PRESETS)
def test_a_lesson_is_open_at_first_and_done_when_its_tasks_are(schools: dict[str, School], name: str) -> None:
    school = schools[name]
    for code in LESSONS:
        if lacking(school, code):
            with pytest.raises(Refusal, match=r"lesson\.unfit"):
                set_up(school.desk, LESSONS[code], "1", "ru")
            continue
        pupil = begun(school, code)
        assert not all_holds(pupil), code
        assert_told_whole(pupil, school)
        assert all(result.holds or not result.begun for result in check(pupil.desk, pupil.stage)), code

        RIGHTLY[code](pupil)

        assert sentences(pupil, school, "en") == "", code
        assert all_holds(pupil), code


@pytest.mark.parametrize("name", PRESETS)
def test_the_usual_mistake_fails_a_lesson_and_the_reason_is_told(schools: dict[str, School], name: str) -> None:
    school = schools[name]
    for code, (mistake, expected) in MISTAKES.items():
        if lacking(school, code):
            continue
        pupil = begun(school, code, "2", "en")

        mistake(pupil)

        results = check(pupil.desk, pupil.stage)
        assert expected in {one.code for result in results for one in result.missed}, code
        for language in ("ru", "en"):
            said = sentences(pupil, school, language)
            assert said.endswith("."), code
            assert "…" not in said, code
            assert "{" not in said, code


# why, with the engine's own numbers


def test_who_took_no_proof_hears_that_the_card_lets_more_go(points: School) -> None:
    pupil = begun(points, "spend", "a")
    pupil.pay(proof="")

    said = sentences(pupil, points, "en")

    assert said.startswith(
        f"The card was neither scanned nor ticked (“Card scanned”), so only 1,000{SPACE}points went; with it, "
        f"1,450{SPACE}points may"
    )
    hint = told(pupil.stage, points.program, SERVICES, "en").steps[0].hints[1]
    assert f"all that is possible: 1,450{SPACE}points" in hint
    assert f"Without the card the program gives 1,000{SPACE}points alone" in hint
    assert "tick “Card scanned”" in hint
    assert f"no more than 1,000{SPACE}points without a proof of the holder" in said


def test_who_spent_nothing_hears_how_many_might_have_been_spent_and_what_it_costs(points: School) -> None:
    pupil = begun(points, "spend", "why")
    pupil.pay(redeem=0)

    said = sentences(pupil, points, "en")

    most = f"{int(pupil.value('today_most')):,}{SPACE}points"
    assert said.startswith(f"Nothing was spent, though {most} might have been: ")
    assert f"{most} are spent" in said
    assert "50% of ₽" in said


def test_a_payer_forgotten_is_told_with_both_sums_and_the_rule(points: School) -> None:
    pupil = begun(points, "insurer", "why")
    pupil.pay(lines=pupil.lines(payer="self"))

    said = sentences(pupil, points, "ru")

    assert "должно быть «платит страховая компания»" in said
    assert "Платит страховая компания" in said


def test_a_bill_with_a_wrong_service_or_a_missing_one_names_it(points: School) -> None:
    pupil = begun(points, "insurer", "lines")
    first, second = pupil.lines()
    other = next(one for one in SERVICES.values() if one.code not in (first.service, second.service))
    pupil.pay(lines=(first, replace(second, service=other.code, price=other.price, category=other.category)))

    said = sentences(pupil, points, "en")

    assert f"“{SERVICES[second.service].name_en}” is not on the bill." in said
    assert f"“{other.name_en}” does not belong on the bill." in said


def test_a_price_changed_by_hand_and_too_many_pieces_are_seen(points: School) -> None:
    pupil = begun(points, "wrong-layout", "price")
    pupil.pay(lines=pupil.lines(price=100))
    assert "the price was changed" in sentences(pupil, points, "en")

    again_ = begun(points, "wrong-layout", "pieces")
    again_.pay(lines=again_.lines(quantity=3))
    assert "3 on the bill, it should be 1" in sentences(again_, points, "en")


def test_of_two_receipts_the_right_one_counts_and_an_undone_one_is_none(points: School) -> None:
    pupil = begun(points, "spend", "two")
    wrong = pupil.pay(redeem=0)
    returning.void(pupil.desk, wrong, new_id())
    assert [one.missed[0].code for one in check(pupil.desk, pupil.stage)] == ["receipt.none"]

    pupil.pay()

    assert all_holds(pupil)


def test_a_patient_written_down_anew_is_seen_though_the_bill_is_paid(points: School) -> None:
    pupil = begun(points, "find-without-card", "anew")
    double = pupil.enrol("anna")
    checkout.settle(pupil.desk, Bill(new_id(), double, NOW, pupil.lines(), branch="main"), new_id())

    results = {one.goal: one for one in check(pupil.desk, pupil.stage)}

    assert [one.code for one in results["paid"].missed] == ["receipt.double"]
    assert [one.code for one in results["one-record"].missed] == ["single.twice"]


def test_a_son_written_down_anew_is_not_the_one_who_was_to_join(schools: dict[str, School]) -> None:
    pupil = begun(schools["family"], "family", "anew")
    families.join_family_of(pupil.desk, pupil.enrol("misha"), pupil.member("elena"), new_id())

    assert [one.code for result in check(pupil.desk, pupil.stage) for one in result.missed] == ["single.twice"]


def test_units_that_were_spent_warn_nobody(points: School) -> None:
    pupil = begun(points, "lapse", "spent")
    pupil.pay(redeem=None)

    found = [one.code for result in check(pupil.desk, pupil.stage) for one in result.missed]
    assert found == ["warned.spent", "units.more"]
    warned = begun(points, "lapse", "warned")
    warned.warn("tamara")
    warned.pay()
    assert all_holds(warned)


def test_whoever_is_here_for_the_first_time_is_not_here_for_a_follow_up() -> None:
    program = read_program(document("points-3-5-7-10"), 1)
    seen = {pick(LESSONS["enrol"], program, tuple(SERVICES.values()), Random(seed))["visit"].name for seed in range(60)}

    assert len(seen) > 3
    assert not any("повторный" in name for name in seen)


def test_who_takes_the_payment_and_says_nothing_of_what_lapses_hears_of_it(points: School) -> None:
    pupil = begun(points, "lapse", "silent")
    assert not any(one.begun for one in check(pupil.desk, pupil.stage))

    pupil.pay()

    told_, _ = check(pupil.desk, pupil.stage)
    (said,) = missed(told_, pupil.stage, points.program, SERVICES, "en")
    assert "lapse soon, and unwarned they stay good" in said


def test_a_bill_paid_while_the_line_was_up_is_no_lesson_in_working_without_it(tmp_path: Path) -> None:
    with school(tmp_path, document("points-3-5-7-10")) as alone:
        pupil = Pupil(alone.desk, set_up(alone.desk, LESSONS["offline"], "up", "ru"))
        pupil.pay()

        assert [one.code for result in check(pupil.desk, pupil.stage) for one in result.missed] == ["receipt.online"]


# repeated, kept, and following the rules


def test_a_step_is_repeated_with_fresh_people_whom_story_and_steps_and_the_check_share(points: School) -> None:
    pupil = begun(points, "undo", "again")
    returning.void(pupil.desk, pupil.receipt("mistake"), new_id())
    pupil.pay(lines=pupil.lines(quantity=2))
    assert [one.holds for one in check(pupil.desk, pupil.stage)] == [True, False]

    stage = again(pupil.desk, pupil.stage)
    fresh = Pupil(pupil.desk, stage)

    assert fresh.member("dmitry") != pupil.member("dmitry")
    assert fresh.value("dmitry") != pupil.value("dmitry")
    assert [(one.holds, one.begun) for one in check(fresh.desk, stage)] == [(False, False), (False, False)]
    returning.void(fresh.desk, fresh.receipt("mistake"), new_id())
    fresh.pay()
    assert all_holds(fresh)


@pytest.mark.parametrize("code", ["enrol", "undo", "friend"])
def test_after_any_number_of_turns_everything_that_is_said_is_of_the_people_who_are_looked_at(
    points: School, code: str
) -> None:
    pupil = begun(points, code, "turns")
    before: list[str] = []
    for _ in range(3):
        stage = again(pupil.desk, pupil.stage)
        pupil = Pupil(pupil.desk, stage)
        words = told(stage, points.program, SERVICES, "en")
        said = " ".join((*words.story, *(part for step in words.steps for part in (step.text, *step.hints))))
        people = [str(stage.values[person.code]) for person in stage.lesson.people]
        assert all(name in said for name in people)
        assert not any(name in said for name in before)
        before += people
        named = {code for code, one in SERVICES.items() if one.name_en and one.name_en in said}
        assert named <= set(stage.cast.services.values())

        RIGHTLY[code](pupil)

        assert all_holds(pupil), "what the story says is what is looked at"


def test_a_stage_is_the_same_after_it_was_kept(points: School, tmp_path: Path) -> None:
    pupil = begun(points, "return-one", "kept")
    stage = again(pupil.desk, pupil.stage)

    keep(tmp_path, stage)
    found = kept(tmp_path)

    assert isinstance(found, Stage)
    assert found.to_json() == stage.to_json() == stage_from_json(stage.to_json()).to_json()
    assert check(pupil.desk, found) == check(pupil.desk, stage)


def test_a_folder_without_a_stage_has_none_and_a_broken_one_is_told(tmp_path: Path) -> None:
    assert kept(tmp_path) is None
    (tmp_path / "lesson-stage.json").write_text('{"format": 1}', encoding="utf-8")

    with pytest.raises(WrongInput, match=r"lesson\.stage"):
        kept(tmp_path)


def test_the_same_seed_invents_the_same_people_and_another_one_others(tmp_path: Path) -> None:
    with school(tmp_path / "a", document("dentistry")) as one, school(tmp_path / "b", document("dentistry")) as other:
        first, same = begun(one, "spend", "5"), begun(other, "spend", "5")
        assert first.stage.values == same.stage.values
        assert begun(one, "spend", "6").stage.values != first.stage.values


def test_a_change_of_the_rule_changes_the_lesson(tmp_path: Path) -> None:
    before = {key: value for key, value in document("points-3-5-7-10").items() if key != "examples"}
    after = edited(before, [Edit("redeem.max_share", "30")])
    with school(tmp_path / "a", before) as old, school(tmp_path / "b", after) as new:
        known, changed = begun(old, "spend", "rule"), begun(new, "spend", "rule")
        assert known.value("today_list") == changed.value("today_list")
        assert int(changed.value("today_most")) == int(known.value("today_list")) * 30 // 100 // 100
        assert int(known.value("today_most")) == int(known.value("today_list")) * 50 // 100 // 100
        hint = told(changed.stage, new.program, SERVICES, "en").steps[0].hints[1]
        assert f"{int(changed.value('today_most')):,}{SPACE}points" in hint

        # what was the most before is refused by the new rule, and what is the most now is right
        changed.pay()
        assert all_holds(changed)


def test_without_what_a_lesson_needs_it_says_why(schools: dict[str, School]) -> None:
    discount = schools["growing-discount"]
    reasons = fits(LESSONS["spend"], discount.program, None, list(SERVICES.values()))
    assert [unfit(one, "en") for one in reasons] == ["nothing can be spent under the program"]
    assert [unfit(one, "ru") for one in reasons] == ["по программе нечего списывать"]

    points = schools["points-3-5-7-10"]
    of_tests = [one for one in SERVICES.values() if one.category == "massage"]
    reasons = fits(LESSONS["why-not"], points.program, None, of_tests)
    assert "units may pay less of it than of others" in unfit(reasons[0], "en")
    assert [unfit(one, "ru") for one in fits(LESSONS["new-rules"], points.program, None, of_tests)] == [
        "новых правил не объявлено"
    ]


# the files themselves


def _texts(code: str) -> Iterator[str]:
    lesson = LESSONS[code]
    for text in (lesson.title, *lesson.story, *(one for goal in lesson.goals for one in (goal.text, *goal.hints))):
        yield text.ru
        yield text.en


_KEY = re.compile(r"(?:(?:Ctrl|Shift|Alt)\+)?F[0-9]{1,2}\b|(?:Ctrl|Shift|Alt)\+(?:[0-9]|Enter)")


@pytest.mark.parametrize("code", sorted(LESSONS))
def test_no_number_is_typed_into_a_lesson(code: str) -> None:
    for text in _texts(code):
        bare = _KEY.sub("", re.sub(r"\{[^{}]*\}", "", text))
        assert not re.search(r"[0-9₽%]", bare), text


def test_every_key_a_hint_names_is_a_key_of_the_window() -> None:
    from ui.declared_keys import declared_keys

    known = {key for keys, *_ in declared_keys("en") for key in keys.replace("Return", "Enter").split(" / ")}
    named = {key for code in LESSONS for text in _texts(code) for key in _KEY.findall(text)}

    assert named - known - {"Ctrl+Enter"} == set()


def test_every_lesson_lies_under_its_own_name_with_a_place_of_its_own() -> None:
    files = {one.stem for one in resources.path("lessons").glob("*.toml")}
    assert files == set(LESSONS)
    assert len({one.place for one in LESSONS.values()}) == len(LESSONS)


def test_whatever_may_be_missed_or_lacking_has_words_and_no_words_are_idle() -> None:
    about = "receipt line units return void member single consent card family told warned group referral"
    code = re.compile(rf'"((?:{about.replace(" ", "|")})\.[a-z_]+)"')
    folder = Path(lessons.__file__).parent
    used = {found for name in ("checking.py", "paid.py") for found in code.findall((folder / name).read_text("utf-8"))}

    assert used == set(MISSED)
    assert set(lesson.NEEDS) == set(NEEDS_WORDS)
    assert set(CONSENTS) == {"program", "data", *lesson.CHANNELS}
