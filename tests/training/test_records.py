"""What is known of who learned what: a file a desk, anonymous where it must be, and never a wrong figure."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

import resources
from db.sealing import Sealing
from desk_app.documents.edits import Edit, edited
from desk_app.documents.program_file import read_document, read_program
from desk_app.domain.errors import Refusal, Trouble
from desk_app.ports import Json
from desk_app.seal import Seal
from desk_app.training import pulse, readiness
from desk_app.training.readiness import Edition, anything_new
from desk_app.training.records import Objection, Person, Records, with_person
from desk_app.training.shelf import Shelf, tally_from
from desk_app.training.waiting import keep_waiting, waiting

MARKS = {"know": 5, "understand": 4, "believe": 2}


def learn(shelf: Shelf, person: Person) -> None:
    shelf.keep(lambda records: with_person(records, person))


# files


def test_what_somebody_learned_at_two_desks_counts_together(tmp_path: Path) -> None:
    a, b = Shelf(tmp_path, "A"), Shelf(tmp_path, "B")
    learn(a, readiness.lesson_done(Person("Мария"), "find"))
    learn(b, readiness.answered(readiness.lesson_done(Person("Мария"), "spend"), "v1", [("earn.level", True)]))

    person = a.everybody().person("Мария")

    assert person.lessons == {"find", "spend"}
    assert person.of("v1").passed
    assert a.own().person("Мария").lessons == {"find"}, "each desk writes its own file alone"


def test_a_file_that_cannot_be_read_stops_neither_the_others_nor_is_written_over(tmp_path: Path) -> None:
    a, b = Shelf(tmp_path, "A"), Shelf(tmp_path, "B")
    learn(b, Person("Ольга"))
    a.file.write_text('{"format": 1, "people"', encoding="utf-8")

    assert list(b.everybody().people) == ["Ольга"]
    with pytest.raises(Trouble, match=r"training\.broken"):
        learn(a, Person("Мария"))
    assert a.file.read_text(encoding="utf-8") == '{"format": 1, "people"'


def test_a_folder_that_is_a_file_is_told_as_trouble(tmp_path: Path) -> None:
    (tmp_path / "here").write_text("", encoding="utf-8")

    with pytest.raises(Trouble, match=r"training\.folder"):
        learn(Shelf(tmp_path / "here", "A"), Person("Мария"))


def test_an_objection_answered_at_another_desk_is_one_objection_with_its_answer(tmp_path: Path) -> None:
    a, b = Shelf(tmp_path, "A"), Shelf(tmp_path, "B")
    said = Objection("v1", "Мария", "Баллы на анализы обещают зря")
    a.keep(lambda own: Records(own.people, (said,)))
    b.keep(lambda own: Records(own.people, (Objection(said.version, said.by, said.text, "Исправим с марта"),)))

    (told,) = Shelf(tmp_path, "C").everybody().objections

    assert told.id == said.id
    assert told.answer == "Исправим с марта"


# the pulse


def test_four_answers_show_nothing_and_five_show_figures(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path, "A")
    for _ in range(4):
        pulse.give(shelf, "v1", MARKS, "сложно")
    assert pulse.look(shelf, "v1") is None

    pulse.give(shelf, "v1", MARKS, "анализы без баллов")

    shown = pulse.look(shelf, "v1")
    assert shown is not None
    assert shown.total == 5
    assert shown.words == ("анализы без баллов", "сложно", "сложно", "сложно", "сложно")
    assert pulse.mean(shown, "believe") == (10, 5)


def test_what_is_shown_stands_still_until_five_more_have_answered_whoever_looks(tmp_path: Path) -> None:
    a, b = Shelf(tmp_path, "A"), Shelf(tmp_path, "B")
    for _ in range(5):
        pulse.give(a, "v1", MARKS)
    first = pulse.look(a, "v1")
    for _ in range(4):
        pulse.give(b, "v1", {**MARKS, "believe": 5}, "новое")
    assert pulse.look(a, "v1") == pulse.look(b, "v1") == first

    pulse.give(b, "v1", MARKS)

    assert (pulse.look(b, "v1") or first) != first


def test_an_answer_leaves_no_name_no_moment_and_no_order(tmp_path: Path) -> None:
    one, two = Shelf(tmp_path / "one", "A"), Shelf(tmp_path / "two", "A")
    answers = [(MARKS, "б"), ({**MARKS, "know": 1}, "а"), (MARKS, ""), (MARKS, "в"), (MARKS, "")]
    for shelf, said in ((one, answers), (two, answers[::-1])):
        pulse.ask(shelf, "Мария", "v1")
        for marks, words in said:
            pulse.give(shelf, "v1", marks, words)

    (first,), (second,) = (list(shelf.own().blocks["v1"].values()) for shelf in (one, two))
    assert first == second, "who answered first cannot be told from what is kept"
    kept = json.loads(one.file.read_text(encoding="utf-8"))
    assert "Мария" not in json.dumps(kept["pulse"], ensure_ascii=False)
    assert pulse.was_asked(one.own(), "Мария", "v1")


def test_copies_from_before_and_after_an_answer_tell_nothing_of_it(tmp_path: Path) -> None:
    branch, home = tmp_path / "branch", tmp_path / "home"
    shelf = Shelf(branch, "A", shared=True, local=home)
    branch.mkdir()
    pulse.ask(shelf, "Мария", "v1")
    before, sealed = shelf.file.read_bytes(), (home / "pulse.sealed").read_bytes()
    for _ in range(pulse.BLOCK - 1):
        pulse.give(shelf, "v1", MARKS, "zebra")

        after = (home / "pulse.sealed").read_bytes()
        assert shelf.file.read_bytes() == before, "the records do not change until five have answered"
        assert b"zebra" not in after
        assert len(after) == len(sealed)
    assert [file.name for file in branch.iterdir()] == [shelf.file.name]

    pulse.give(shelf, "v1", MARKS)

    assert shelf.own().pulse["v1"].total == pulse.BLOCK
    assert waiting(home) == {}


def test_who_is_cut_off_between_the_seal_and_the_counts_counts_five_answers_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shelf = Shelf(tmp_path, "A")
    for _ in range(pulse.BLOCK - 1):
        pulse.give(shelf, "v1", MARKS, "слово")
    sealing = keep_waiting
    times = iter(range(9))

    def cut_off(folder: Path, answers: Mapping[str, Json], seal: Seal | None) -> None:
        if next(times) == 1:
            raise KeyboardInterrupt
        sealing(folder, answers, seal)

    monkeypatch.setattr(pulse, "keep_waiting", cut_off)
    with pytest.raises(KeyboardInterrupt):
        pulse.give(shelf, "v1", MARKS)
    assert shelf.own().pulse["v1"].total == pulse.BLOCK, "counted, and not yet taken out of what waits"

    pulse.give(shelf, "v1", MARKS)

    assert shelf.own().pulse["v1"].total == pulse.BLOCK
    assert tally_from(waiting(tmp_path)["v1"]).total == 1


def test_a_shared_folder_that_is_away_loses_no_answer(tmp_path: Path) -> None:
    branch = tmp_path / "branch"
    shelf = Shelf(branch, "A", shared=True, local=tmp_path / "home")
    for _ in range(pulse.BLOCK - 1):
        pulse.give(shelf, "v1", MARKS)
    with pytest.raises(Trouble, match=r"training\.folder"):
        pulse.give(shelf, "v1", MARKS)
    branch.mkdir()

    pulse.give(shelf, "v1", MARKS)

    assert shelf.own().pulse["v1"].total == pulse.BLOCK
    assert tally_from(waiting(tmp_path / "home")["v1"]).total == 1


def test_answers_that_cannot_be_opened_are_told_and_left_as_they_are(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path, "A")
    pulse.give(shelf, "v1", MARKS)
    (tmp_path / "pulse.key").unlink()

    with pytest.raises(Trouble, match=r"training\.broken"):
        pulse.give(shelf, "v1", MARKS)


@pytest.mark.parametrize("marks", [{}, {**MARKS, "know": 0}, {**MARKS, "believe": 6}])
def test_an_answer_without_a_mark_for_every_question_is_refused(tmp_path: Path, marks: dict[str, int]) -> None:
    with pytest.raises(Refusal, match=r"pulse\.mark"):
        pulse.give(Shelf(tmp_path, "A"), "v1", marks)


# readiness


def editions(*percents: str) -> list[Edition]:
    found = read_document(resources.path("programs/dentistry.toml").read_bytes())
    step = next(i for i, one in enumerate(found["levels"]["steps"]) if one.get("earn"))
    versions = [edited(found, [Edit(f"levels.steps[{step}].earn.percent", percent)]) for percent in percents]
    return [
        Edition(f"v{number}", date(2027, number, 1), read_program(one, number))
        for number, one in enumerate(versions, start=1)
    ]


def state(person: Person, of: Edition, known: list[Edition]) -> readiness.Ready:
    return readiness.readiness(person, of, known, ("find", "spend"), anything_new)


def test_one_is_ready_with_every_lesson_done_once_and_the_quiz_passed() -> None:
    known = editions("3")
    person = readiness.lesson_done(Person("Мария"), "find")
    assert state(person, known[0], known).lessons_left == ("spend",)

    person = readiness.answered(person, "v1", [("earn.level", True)] * 7 + [("redeem.most", False)])
    assert not state(person, known[0], known).ready
    assert state(readiness.lesson_done(person, "spend"), known[0], known).ready


def test_two_wrong_answers_do_not_pass() -> None:
    answers = [("earn.level", True)] * 6 + [("redeem.most", False)] * 2

    assert not readiness.answered(Person("Мария"), "v1", answers).of("v1").passed


def test_a_version_with_another_rate_asks_again_and_one_without_does_not() -> None:
    known = editions("3", "4", "4")
    person = readiness.answered(Person("Мария"), "v1", [("earn.level", True)])

    assert not state(person, known[1], known).knows
    assert state(person, known[1], known).since == "v1"
    person = readiness.answered(person, "v2", [("earn.level", True)])
    assert state(person, known[2], known).knows, "nothing that is asked has another answer"


def test_the_quiz_of_a_new_version_asks_only_what_is_new() -> None:
    known = editions("3", "4")

    found = readiness.questions(known[1], known[0], "maria", date(2027, 2, 1))

    assert {one.asked for one in found} == {"earns"}


def test_a_branch_is_ready_with_four_of_five() -> None:
    assert readiness.enough(4, 5)
    assert not readiness.enough(79, 100)
    assert not readiness.enough(0, 0)


def test_what_is_answered_wrong_most_often_comes_first() -> None:
    one = readiness.answered(Person("А"), "v1", [("lapse.day", False), ("earn.level", True), ("earn.payer", True)])
    two = readiness.answered(Person("Б"), "v1", [("lapse.day", False), ("earn.level", False), ("earn.payer", True)])

    found = readiness.troublesome(with_person(with_person(Records(), one), two), "v1")

    assert [(topic.topic, topic.wrong) for topic in found] == [("lapse.day", 2), ("earn.level", 1)]


def test_an_answer_that_waits_is_closed_with_the_key_of_the_desks_records_and_no_key_lies_beside_it(
    tmp_path: Path,
) -> None:
    seal, others = Sealing(b"k" * 32, "waiting papers"), Sealing(b"o" * 32, "waiting papers")
    shelf = Shelf(tmp_path, "A", seal=seal)

    pulse.ask(shelf, "Ольга", "v1")
    pulse.give(shelf, "v1", MARKS, "слово")

    assert tally_from(waiting(tmp_path, seal)["v1"]).total == 1
    for key in (others, None):
        with pytest.raises(Trouble, match=r"training\.broken"):
            waiting(tmp_path, key)
    kept = {file.name for file in tmp_path.iterdir()}
    assert kept == {"A.training.json", "pulse.sealed"}
    for _ in range(pulse.BLOCK - 1):
        pulse.give(shelf, "v1", MARKS)
    assert shelf.own().pulse["v1"].total == pulse.BLOCK
