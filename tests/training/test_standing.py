"""What is left for somebody, what comes next, and how ready a branch is: from the versions of a desk and the files."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from desk_app.documents.edits import Edit, edited
from desk_app.domain.errors import Refusal, Trouble
from desk_app.station import Station
from desk_app.training import agreeing, pulse, readiness
from desk_app.training.course import Course, Taught, course_of
from desk_app.training.records import Person, Records, with_person
from desk_app.training.shelf import Shelf
from desk_app.training.standing import (
    branch_of,
    call_back,
    left_for,
    let_go,
    move,
    next_step,
    ready_for,
    shelf_of,
)
from tests.training.pupil import School, document, school

LESSONS = ("find", "spend")
RULES = document("points-3-5-7-10")
#: The next version gives more on the second level, and changes nothing else.
NEXT = edited(RULES, [Edit("levels.steps[1].earn.percent", "6")])


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[School]:
    with school(tmp_path_factory.mktemp("school"), RULES, following=NEXT) as made:
        yield made


@pytest.fixture(scope="module")
def course(desk: School) -> Course:
    return course_of(desk.desk)


def now(course: Course) -> Taught:
    assert course.now is not None
    return course.now


def ahead(course: Course) -> Taught:
    assert course.ahead is not None
    return course.ahead


def knowing(person: Person, key: str) -> Person:
    return readiness.answered(person, key, [("earn.level", True)])


def steps(course: Course, person: Person) -> tuple[str, str]:
    records = Records({person.name: person})
    found = next_step(person.name, left_for(course, records, person.name, LESSONS), LESSONS)
    return found.step, found.of


def test_one_thing_is_next_lessons_first_then_what_is_not_known_and_not_read(course: Course) -> None:
    today = now(course).key
    person = Person("Ольга")

    assert next_step("", (), LESSONS).step == "name"
    assert steps(course, person) == ("lesson", "find")
    person = readiness.lesson_done(person, "find")
    assert steps(course, person) == ("lesson", "spend")
    person = readiness.lesson_done(person, "spend")
    assert steps(course, person) == ("quiz", today)
    person = knowing(person, today)
    assert steps(course, person) == ("read", today)


def test_of_the_version_that_comes_only_what_changes_is_asked(course: Course) -> None:
    person = knowing(Person("Ольга"), now(course).key)

    first, second = left_for(course, Records({"Ольга": person}), "Ольга", ())

    assert (first.ready.knows, first.count) == (True, 0)
    assert (second.ready.knows, second.since) == (False, now(course).edition)
    assert 0 < second.count <= 8
    asked = readiness.questions(second.taught.edition, second.since, "1", course.day, course.services)
    assert {one.asked for one in asked} == {"earns"}
    assert {one.case.level for one in asked} == {second.taught.program.levels.steps[1].code}


def test_who_knows_neither_learns_todays_rules_and_then_what_changes(course: Course) -> None:
    first, second = left_for(course, Records(), "Ольга", ())

    assert (first.since, first.count) == (None, 8)
    assert second.since == now(course).edition


def test_version_two_asks_everybody_again_and_a_branch_is_counted_over_its_desks(course: Course) -> None:
    today, coming = now(course), ahead(course)
    olga = knowing(Person("Ольга", frozenset(LESSONS)), today.key)
    anna = knowing(Person("Анна", frozenset(LESSONS)), today.key)
    new = Person("Мария", frozenset({"find"}))
    by_desk = (("A", Records({"Ольга": olga, "Мария": new})), ("B", Records({"Анна": anna})))

    assert branch_of(course, today, by_desk, LESSONS).share == (2, 3)
    assert branch_of(course, today, by_desk, LESSONS).desks == (("A", 1, 2), ("B", 1, 1))
    assert branch_of(course, coming, by_desk, LESSONS).share == (0, 3), "nobody has learned what changes"
    more = ("C", Records({"Ольга": knowing(olga, coming.key)}))
    assert branch_of(course, coming, (*by_desk, more), LESSONS).share == (1, 3)


def test_who_works_here_no_more_is_not_counted_until_she_learns_on(course: Course, tmp_path: Path) -> None:
    shelf, today = Shelf(tmp_path, "A"), now(course)
    ready = knowing(Person("Ольга", frozenset(LESSONS)), today.key)
    shelf.keep(lambda records: with_person(with_person(records, ready), Person("Анна")))
    assert branch_of(course, today, shelf.by_desk(), LESSONS).share == (1, 2)

    let_go(shelf, "Анна")
    assert branch_of(course, today, shelf.by_desk(), LESSONS).share == (1, 1)
    assert branch_of(course, today, shelf.by_desk(), LESSONS).desks == (("A", 1, 1),)

    learned_on = readiness.lesson_done(Person("Анна"), "find")
    Shelf(tmp_path, "B").keep(lambda records: with_person(records, learned_on))
    assert branch_of(course, today, shelf.by_desk(), LESSONS).share == (1, 2)
    let_go(shelf, "Анна")
    call_back(shelf, "Анна")
    assert branch_of(course, today, shelf.by_desk(), LESSONS).share == (1, 2)


def test_a_draft_that_changes_an_answer_is_known_by_nobody_and_one_that_changes_none_by_all(
    desk: School, course: Course, tmp_path: Path
) -> None:
    shelf = Shelf(tmp_path, "A")
    assert ready_for(desk.desk, shelf, NEXT, lambda _: LESSONS) is None, "nobody learns here: no warning"
    olga = knowing(Person("Ольга", frozenset(LESSONS)), ahead(course).key)
    shelf.keep(lambda records: with_person(records, olga))

    same = edited(NEXT, [Edit("organizer.phone", "+7 495 000-00-00")])
    other = edited(NEXT, [Edit("levels.steps[1].earn.percent", "8")])

    assert ready_for(desk.desk, shelf, same, lambda _: LESSONS) == (1, 1)
    assert ready_for(desk.desk, shelf, other, lambda _: LESSONS) == (0, 1)


# what is said of a version


def test_an_objection_reaches_the_owner_and_the_answer_reaches_her_from_another_desk(tmp_path: Path) -> None:
    a, b = Shelf(tmp_path, "A"), Shelf(tmp_path, "B")
    agreeing.object_to(a, "Ольга", "v1", "  порог слишком\nвысокий ")
    (objection,) = agreeing.objections_of(b.everybody(), "v1")
    assert (objection.by, objection.text) == ("Ольга", "порог слишком высокий")

    agreeing.reply(b, objection, "С марта он ниже")

    (told,) = agreeing.objections_of(a.everybody(), "v1", "Ольга")
    assert told.answer == "С марта он ниже"
    assert a.everybody().person("Ольга").of("v1").word == "objects"
    agreeing.agree(a, "Ольга", "v1")
    assert a.everybody().person("Ольга").of("v1").word == "agreed"


def test_what_was_said_at_one_desk_is_taken_back_at_another_and_the_last_word_counts(tmp_path: Path) -> None:
    a, b = Shelf(tmp_path, "A"), Shelf(tmp_path, "B")
    agreeing.object_to(a, "Ольга", "v1", "порог высокий")

    agreeing.agree(b, "Ольга", "v1")

    assert agreeing.objections_of(a.everybody(), "v1") == ()
    assert a.everybody().person("Ольга").of("v1").word == "agreed"
    agreeing.object_to(b, "Ольга", "v1", "порог высокий")
    assert [one.waits for one in agreeing.objections_of(a.everybody(), "v1")] == [True]
    assert a.everybody().person("Ольга").of("v1").word == "objects"


def test_an_objection_and_an_answer_say_something(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path, "A")

    with pytest.raises(Refusal, match=r"training\.objection"):
        agreeing.object_to(shelf, "Ольга", "v1", " \n ")
    assert not shelf.file.exists()


# where the records lie


def test_records_go_along_into_a_shared_folder_and_nothing_is_counted_twice(tmp_path: Path) -> None:
    home, branch = tmp_path / "home", tmp_path / "branch"
    branch.mkdir()
    own = shelf_of(home, Station(desk="A"))
    shared = shelf_of(home, Station(desk="A", training_folder=str(branch)))
    own.keep(lambda records: with_person(records, knowing(Person("Ольга"), "v1")))
    for _ in range(pulse.BLOCK):
        pulse.give(own, "v1", {"know": 5, "understand": 4, "believe": 3})

    move(own, shared)
    move(shared, own)
    move(own, shared)
    move(own, shared)

    found = shared.everybody()
    assert not own.file.exists()
    assert found.person("Ольга").of("v1").answers == {"earn.level": (1, 0)}
    assert found.pulse["v1"].total == pulse.BLOCK


def test_who_is_cut_off_before_the_old_file_went_counts_nothing_twice(tmp_path: Path) -> None:
    branch = tmp_path / "branch"
    branch.mkdir()
    own = shelf_of(tmp_path / "home", Station(desk="A"))
    shared = shelf_of(tmp_path / "home", Station(desk="A", training_folder=str(branch)))
    own.keep(lambda records: with_person(records, knowing(Person("Ольга"), "v1")))
    before = own.file.read_bytes()
    move(own, shared)
    own.file.write_bytes(before)

    move(own, shared)

    assert not own.file.exists()
    assert shared.everybody().person("Ольга").of("v1").answers == {"earn.level": (1, 0)}


def test_a_folder_that_cannot_be_written_to_leaves_the_records_where_they_lay(tmp_path: Path) -> None:
    own = Shelf(tmp_path / "home", "A")
    own.keep(lambda records: with_person(records, Person("Ольга")))
    (tmp_path / "file").write_text("no folder")

    with pytest.raises(Trouble, match=r"training\.folder"):
        move(own, Shelf(tmp_path / "file" / "branch", "A"))

    assert own.everybody().people
