"""Training without a window: which lessons there are, one begun and checked, a quiz that can be marked, ten answers."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

import resources
from desk_app.training.lessons import kept
from tests.cli.conftest import Run
from tests.training.pupil import MISTAKES, RIGHTLY, Pupil
from ui import compose, compose_records

DENTISTRY = str(resources.path("programs/dentistry.toml"))
LABORATORY = str(resources.path("programs/laboratory.toml"))


def test_the_list_says_which_lessons_the_program_has_and_why_others_not(tessera: Run) -> None:
    told = tessera("train", "list", "--program", LABORATORY).json

    by_code = {one["lesson"]: one for one in told["lessons"]}
    assert by_code["insurer"]["has"]
    assert by_code["spend"] == {
        "lesson": "spend", "title": "Paying a part of the bill with units", "has": False,
        "why_not": ["nothing can be spent under the program"],
    }  # fmt: skip
    shown = tessera("train", "list", "--lang", "ru", as_json=False).out
    assert "+ spend" in shown
    assert "- no-discount" in shown
    assert "(уровни не дают скидки)" in shown


def test_a_clinics_broken_lesson_is_named_with_its_place_and_the_others_stand(tessera: Run, desk_folder: Path) -> None:
    (desk_folder / "lessons").mkdir(parents=True)
    (desk_folder / "lessons" / "ours.toml").write_text('format = 1\ncode = "ours"\nplace = "x"', encoding="utf-8")

    told = tessera("train", "list")

    assert told.code == 1
    assert len(told.json["lessons"]) >= 12
    assert [(one["file"], one["place"]) for one in told.json["broken"]] == [("ours.toml", "place")]


def test_a_lesson_is_begun_failed_by_the_usual_mistake_and_done(tessera: Run, tmp_path: Path) -> None:
    folder = tmp_path / "practice"
    begun = tessera("train", "check", "spend", "--begin", "--at", str(folder))
    assert begun.code == 0
    assert len(begun.json["story"]) == 2
    assert "{" not in "".join(begun.json["story"])

    open_ = tessera("train", "check", "spend", "--at", str(folder))
    assert (open_.code, open_.json["done"]) == (1, False)
    assert "is paid in the name of" in open_.json["goals"][0]["missed"][0]

    _do(folder, right=False)
    wrong = tessera("train", "check", "spend", "--at", str(folder), "--lang", "ru", as_json=False)
    assert wrong.code == 1
    assert "Ничего не списано, а можно было" in wrong.out

    _do(folder, right=True)
    done = tessera("train", "check", "spend", "--at", str(folder))
    assert (done.code, done.json["done"], done.json["goals"][0]["missed"]) == (0, True, [])


def _do(folder: Path, *, right: bool) -> None:
    stage = kept(folder)
    assert stage is not None
    with compose.open_desk(folder) as desk:
        (RIGHTLY["spend"] if right else MISTAKES["spend"][0])(Pupil(desk, stage))


def test_a_lesson_not_begun_or_unknown_is_refused(tessera: Run, tmp_path: Path) -> None:
    assert tessera("train", "check", "spend", "--at", str(tmp_path)).json["error"] == "lesson.not_begun"
    unknown = tessera("train", "check", "nothing")
    assert (unknown.code, unknown.json["error"]) == (2, "lesson.unknown")
    assert "find-without-card" in unknown.json["message"]


def test_a_lesson_the_program_lacks_is_not_begun(tessera: Run, tmp_path: Path) -> None:
    refused = tessera("train", "check", "new-rules", "--begin", "--at", str(tmp_path / "practice"))

    assert (refused.code, refused.json["error"]) == (1, "lesson.unfit")
    assert "no new rules are announced" in refused.json["message"]
    assert not (tmp_path / "practice").exists()


def test_a_folder_with_something_else_in_it_is_left_alone(tessera: Run, tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("mine", encoding="utf-8")

    refused = tessera("train", "check", "spend", "--begin", "--at", str(tmp_path))

    assert (refused.code, refused.json["error"]) == (3, "practice.folder")
    assert "holds something else" in refused.json["message"]
    assert (tmp_path / "letter.txt").read_text(encoding="utf-8") == "mine"


def test_the_same_seed_is_the_same_quiz_and_its_answers_can_be_marked(tessera: Run) -> None:
    words = ("train", "quiz", "--program", DENTISTRY, "--seed", "maria")
    asked = tessera(*words).json["questions"]
    assert len(asked) == 8
    assert tessera(*words).json["questions"] == asked
    assert tessera(*words[:-1], "olga").json["questions"] != asked

    first = tessera(*words, "--answers", ",".join("1" for _ in asked)).json["answers"]
    right = [str(one["answers"].index(mark["right_answer"]) + 1) for one, mark in zip(asked, first, strict=True)]
    all_right = tessera(*words, "--answers", " ".join(right))
    assert (all_right.code, all_right.json["right"], all_right.json["wrong"]) == (0, 8, 0)
    wrong = ["2" if right[0] == "1" else "1", *right[1:]]
    one_wrong = tessera(*words, "--answers", ",".join(wrong), "--lang", "ru", as_json=False)
    assert one_wrong.code == 1
    assert "Верно 7 из 8." in one_wrong.out
    assert one_wrong.out.startswith("1. неверно: ")


@pytest.mark.parametrize(
    ("answers", "code", "place"),
    [
        ("1,2", "answers.count", "--answers"),
        ("a,b", "answers.count", "--answers"),
        ("1,1,1,1,1,1,1,9", "value.bad", "--answers[7]"),
        ("x,1,1,1,1,1,1,1", "value.bad", "--answers[0]"),
    ],
)
def test_answers_that_do_not_fit_the_questions_are_refused(tessera: Run, answers: str, code: str, place: str) -> None:
    refused = tessera("train", "quiz", "--program", DENTISTRY, "--seed", "1", "--answers", answers)

    assert (refused.code, refused.json["error"], refused.json["place"]) == (2, code, place)


def test_too_few_answers_are_told_how_many_it_takes_and_a_count_of_none_is_named(tessera: Run) -> None:
    words = ("train", "quiz", "--program", DENTISTRY, "--seed", "1")

    told = tessera(*words, "--answers", "9,9").json["message"]
    russian = tessera(*words, "--answers", "9,9", "--lang", "ru").json["message"]

    assert "“9,9” does not fit: give 8\N{NO-BREAK SPACE}answers, numbers from 1 to 4, separated by commas." in told
    assert "номера от 1 до 4 через запятую, всего 8\N{NO-BREAK SPACE}ответов" in russian
    assert "“0”" in tessera(*words, "--count", "0").json["message"]


def test_what_is_the_same_as_before_is_not_asked(tessera: Run, tmp_path: Path) -> None:
    new = tmp_path / "new.toml"
    text = Path(DENTISTRY).read_text(encoding="utf-8")
    new.write_text(text.replace('max_redeem = "10"', 'max_redeem = "5"'), encoding="utf-8")
    words = ("train", "quiz", "--program", str(new), "--before", DENTISTRY, "--seed", "1", "--count", "4")

    asked = tessera(*words).json["questions"]

    assert asked
    assert all("Implants" in one["question"] for one in asked)
    nothing = tessera(*words[:3], DENTISTRY, *words[4:], as_json=False)
    assert nothing.out == "There is nothing to ask.\n"


def test_rules_announced_here_are_asked_about_from_their_first_day_on(
    tessera: Run, desk_folder: Path, tmp_path: Path
) -> None:
    compose_records.make_desk(desk_folder, encrypted=False)
    start = datetime.now(UTC).date() + timedelta(days=90)
    new = tmp_path / "new.toml"
    text = Path(DENTISTRY).read_text(encoding="utf-8")
    new.write_text(text.replace('max_redeem = "10"', 'max_redeem = "5"'), encoding="utf-8")
    assert tessera("program", "publish", DENTISTRY, "--from", "2025-01-01").code == 0
    assert tessera("program", "publish", new, "--from", start).code == 0

    def days(program: object) -> list[date]:
        words = ("train", "quiz", "--program", program, "--seed", "1", "--count", "40")
        texts = " ".join(one["question"] for one in tessera(*words).json["questions"])
        return [date(int(y), int(m), int(d)) for d, m, y in re.findall(r"(\d\d)\.(\d\d)\.(\d{4})", texts)]

    assert min(days(new)) >= start
    assert max(days(DENTISTRY)) < start


def test_ten_questions_of_patients_are_answered_from_the_program(tessera: Run) -> None:
    asked = tessera("train", "asked", "--program", DENTISTRY).json["asked"]

    assert len(asked) == 10
    assert all(one["answer"] for one in asked)
    assert "30% of the services" in " ".join(one["answer"] for one in asked)
    russian = tessera("train", "asked", "--program", LABORATORY, "--lang", "ru", as_json=False).out
    assert russian.startswith("1. Какая у меня скидка?")


def test_without_a_document_the_rules_in_force_here_are_asked_about(
    tessera: Run, desk_folder: Path, tmp_path: Path
) -> None:
    compose_records.make_desk(desk_folder, encrypted=False)
    assert tessera("program", "publish", LABORATORY, "--from", "2025-01-01").code == 0

    asked = tessera("train", "asked").json["asked"]
    quiz = tessera("train", "quiz", "--seed", "7").json

    assert asked == tessera("train", "asked", "--program", LABORATORY).json["asked"]
    assert quiz["questions"] == tessera("train", "quiz", "--program", LABORATORY, "--seed", "7").json["questions"]


def test_a_seed_that_nobody_gave_is_drawn_and_told_and_makes_the_quiz_again(tessera: Run) -> None:
    drawn = tessera("train", "quiz", "--program", DENTISTRY, as_json=False).out
    seed = drawn.rstrip(".\n").rpartition(" ")[2]

    again = tessera("train", "quiz", "--program", DENTISTRY, "--seed", seed, as_json=False).out

    assert drawn.startswith(again)
    refused = tessera("train", "quiz", "--program", DENTISTRY, "--answers", "1,1,1,1,1,1,1,1")
    assert (refused.code, refused.json["error"], refused.json["place"]) == (2, "answers.seed", "--seed")


def test_a_word_that_is_no_act_of_training_is_told_with_those_there_are(tessera: Run) -> None:
    refused = tessera("train", "bogus")

    assert (refused.code, refused.json["error"]) == (2, "command.unknown")
    assert refused.json["message"] == "There is no command “train bogus”. Allowed: list, check, quiz, asked."
