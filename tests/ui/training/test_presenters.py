"""What the pages of the training room decide: questions and their answers, a version's word, the pulse, the branch."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

import resources
from desk_app.training import agreeing, pulse
from desk_app.training.shelf import Shelf
from desk_app.training.waiting import waiting
from tests.training.pupil import School
from tests.ui.training.classroom import Place, at_once, classroom, learned, now
from ui.training.branch import words as branch_words
from ui.training.branch.presenter import BranchPresenter
from ui.training.known import Classroom
from ui.training.pulse.presenter import PulsePresenter
from ui.training.quiz.presenter import QuizPresenter, QuizState
from ui.training.reminding import reminder
from ui.training.start import words as start_words
from ui.training.version.presenter import VersionPresenter

HER = "Ольга Белова"


def ahead(room: Classroom) -> str:
    assert room.known.course.ahead is not None
    return room.known.course.ahead.key


# who learns


def test_the_employee_of_this_computer_is_there_already_and_another_name_is_another_person(
    desk: School, place: Place
) -> None:
    room = classroom(desk.desk, place)
    assert room.known.name == HER
    assert len(room.known.lessons) >= 10
    learned(room, HER)
    assert room.known.left[0].ready.lessons_left == ()

    room.call_her("  Анна   Ким ")

    assert room.known.name == "Анна Ким"
    assert room.known.left[0].ready.lessons_left == room.known.lessons


def test_a_lesson_of_the_clinics_own_that_cannot_be_read_hides_no_other(desk: School, place: Place) -> None:
    (place.home / "lessons").mkdir()
    (place.home / "lessons" / "own.toml").write_text("format = 1\ncode = 7\n", encoding="utf-8")

    known = classroom(desk.desk, place).known

    assert [name for name, _ in known.broken] == ["own.toml"]
    assert len(known.lessons) >= 10


@pytest.mark.usefixtures("qapp")
def test_a_broken_lesson_is_one_short_line_for_the_trainee_with_its_place(desk: School, place: Place) -> None:
    (place.home / "lessons").mkdir()
    shipped = resources.path("lessons/spend.toml").read_text(encoding="utf-8")
    for name in ("a.toml", "b.toml", "c.toml"):
        (place.home / "lessons" / name).write_text(shipped.replace("{irina}", "{nobody}"), encoding="utf-8")

    told = start_words.broken(classroom(desk.desk, place).known)

    assert told[0].startswith("a.toml: ")
    assert "story[0].ru: " in told[0]
    assert "nobody" in told[0]
    assert max(map(len, told)) < 120
    assert [one[:6] for one in told[2:]] == ["1 more"]


def test_what_could_not_be_written_is_told_until_something_is_written_again(desk: School, place: Place) -> None:
    mended: list[str] = []
    room = Classroom(
        desk.desk, place, at_once, lambda problem: place.told.append(problem.code), lambda: mended.append("so")
    )
    room.refresh()
    (place.home / "training-records").write_text("a file where the folder should be", encoding="utf-8")
    learned(room, HER)
    assert (place.told, mended) == (["training.folder"], [])

    (place.home / "training-records").unlink()
    learned(room, HER)

    assert mended == ["so"]
    learned(room, HER)
    assert mended == ["so"], "said once"


# the quiz


def quiz(room: Classroom, key: str, seed: str = "s1") -> QuizPresenter:
    made = QuizPresenter(room, lambda _: None, lambda: "en", lambda: seed)
    made.begin(key)
    return made


def answer(presenter: QuizPresenter, *, wrong: tuple[int, ...] = ()) -> QuizState:
    """Answer to the end; those `wrong` by place at first."""
    while (question := presenter.state.question) is not None:
        miss = presenter.state.place in wrong
        presenter.choose((question.right + miss) % len(question.options))
        presenter.go_on()
    return presenter.state


def test_eight_questions_rightly_answered_are_passed_and_kept(room: Classroom) -> None:
    done = answer(quiz(room, now(room)))

    assert (len(done.questions), done.passed, done.wrong) == (8, True, ())
    assert room.known.left[0].ready.knows
    counts = room.known.records.person(HER).of(now(room)).answers
    assert sum(right for right, _ in counts.values()) == 8


def test_a_missed_topic_is_asked_again_at_the_end_with_another_question(room: Classroom) -> None:
    presenter = quiz(room, now(room))
    missed = presenter.state.questions[2]

    done = answer(presenter, wrong=(2,))

    again = done.questions[8:]
    assert [one.topic for one in again] == [missed.topic]
    assert (again[0].asked, again[0].case) != (missed.asked, missed.case)
    assert done.passed, "one may be wrong"
    assert room.known.records.person(HER).of(now(room)).answers[missed.topic][1] == 1


def test_enter_pressed_before_the_missed_topic_is_drawn_again_waits_for_it(room: Classroom) -> None:
    presenter = quiz(room, now(room))
    answer_all_but_the_last(presenter)
    waiting: list[Callable[[], None]] = []
    room.run = lambda work, done, failed: waiting.append(lambda: done(work()))
    question = presenter.state.question
    assert question is not None
    presenter.choose((question.right + 1) % len(question.options))

    presenter.go_on()
    assert not presenter.state.over
    waiting.pop()()

    assert presenter.state.question is not None
    assert presenter.state.place == 8


def answer_all_but_the_last(presenter: QuizPresenter) -> None:
    while (question := presenter.state.question) is not None and presenter.state.place < 7:
        presenter.choose(question.right)
        presenter.go_on()


def test_first_answers_count_as_soon_as_the_last_of_them_is_given(room: Classroom) -> None:
    presenter = quiz(room, now(room))
    for place in range(8):
        question = presenter.state.question
        assert question is not None
        presenter.choose((question.right + (place == 2)) % len(question.options))
        if place < 7:
            presenter.go_on()
    assert not presenter.state.over, "the missed topic comes once more"

    assert room.known.left[0].ready.knows
    counts = room.known.records.person(HER).of(now(room)).answers
    assert sum(right + wrong for right, wrong in counts.values()) == 8
    answer(presenter)
    assert room.known.records.person(HER).of(now(room)).answers == counts, "nothing is counted twice"


def test_a_quiz_that_was_left_goes_on_where_it_was_and_anothers_begins_anew(room: Classroom) -> None:
    presenter = QuizPresenter(room, lambda _: None, lambda: "en")
    presenter.open(now(room))
    assert presenter.state.question is not None
    presenter.choose(presenter.state.question.right)
    presenter.go_on()
    left = presenter.state

    presenter.open(now(room))
    assert presenter.state == left

    room.call_her("Анна Ким")
    presenter.open(now(room))
    assert presenter.state.answers == ()
    room.call_her(HER)


def test_two_wrong_at_first_do_not_pass_however_right_they_are_the_second_time(room: Classroom) -> None:
    done = answer(quiz(room, now(room)), wrong=(0, 1))

    assert not done.passed
    assert not room.known.left[0].ready.knows
    presenter = quiz(room, now(room), "s2")
    assert answer(presenter).passed


@pytest.mark.usefixtures("qapp")
def test_who_did_not_pass_is_told_so_when_the_same_questions_are_next(room: Classroom) -> None:
    learned(room, HER)
    assert "passed" not in start_words.why(room.known)

    answer(quiz(room, now(room)), wrong=(0, 1))

    assert room.known.next.step == "quiz"
    assert start_words.why(room.known).startswith("Not passed last time")
    assert "not passed yet" in start_words.left_remarks(room.known.left[0], ())[2].words
    assert branch_words.left_words(room.known.left[0].ready) == "questions about the rules to go"


def test_an_answer_that_was_given_stands_and_leaving_writes_nothing(room: Classroom) -> None:
    presenter = quiz(room, now(room))
    question = presenter.state.question
    assert question is not None
    presenter.choose(question.right)
    presenter.choose((question.right + 1) % len(question.options))

    assert presenter.state.given == question.right
    assert room.known.records.people == {}


def test_the_number_of_a_quiz_makes_it_again(room: Classroom) -> None:
    assert quiz(room, now(room), "7f3a").state.questions == quiz(room, now(room), "7f3a").state.questions
    assert quiz(room, now(room), "7f3a").state.questions != quiz(room, now(room), "7f3b").state.questions


def test_who_knows_todays_rules_is_asked_about_what_changes_alone(room: Classroom) -> None:
    learned(room, HER, key=now(room))

    presenter = quiz(room, ahead(room))

    state = presenter.state
    assert state.since is not None
    assert {one.asked for one in state.questions} == {"earns"}
    assert answer(presenter).passed
    assert [one.ready.knows for one in room.known.left] == [True, True]


# a version


def version(room: Classroom, key: str) -> VersionPresenter:
    made = VersionPresenter(room, lambda _: None, lambda problem: None, lambda: "en")
    made.open(key)
    return made


def test_a_version_is_read_as_its_differences_and_all_its_promises(room: Classroom) -> None:
    page = version(room, ahead(room))

    assert [one.kind for one in page.state.changes] == ["better"]
    assert "now 6%, before 5%" in page.state.changes[0].words
    assert len(page.state.promises) > 5
    page.turn()
    assert page.state.before is None
    assert page.state.changes == ()


def test_she_agrees_or_objects_and_sees_the_owners_answer(room: Classroom) -> None:
    page = version(room, now(room))
    assert not page.object_to("  ")
    assert page.object_to("слишком много уровней")
    assert page.state.word == "objects"

    branch = BranchPresenter(room, lambda: Place(Path()).station, Path(), lambda _: None, lambda _: None)
    branch.open(now(room))
    branch.answer("со следующего года их два", lambda: None)

    assert [one.answer for one in page.state.objections] == ["со следующего года их два"]
    page.agree()
    assert page.state.word == "agreed"
    assert room.known.left[0].read


# the pulse


def test_that_she_was_asked_is_noted_before_she_answers_and_the_answer_has_no_name(room: Classroom) -> None:
    learned(room, HER, key=now(room))
    page = PulsePresenter(room, lambda _: None)
    page.open(now(room))
    asked = room.shelf.file.read_text(encoding="utf-8")
    assert room.known.left[0].learned.asked

    for mark in (4, 3, 5):
        page.mark(mark)
    assert page.state.whole
    assert page.give("нравится")

    after = room.shelf.own()
    assert after.people == Shelf(room.shelf.folder, "A").own().people
    assert HER in asked
    assert after.pulse == {}, "it waits for four more"
    assert waiting(room.shelf.own_folder)[now(room)]["counts"] == {
        "know": [0, 0, 0, 1, 0], "understand": [0, 0, 1, 0, 0], "believe": [0, 0, 0, 0, 1],
    }  # fmt: skip
    assert not page.give("нравится"), "an answer is counted once"
    assert page.state.marks == {}, "and forgotten here"


def test_everybody_answers_once_for_a_version(room: Classroom) -> None:
    learned(room, HER, key=now(room))
    page = PulsePresenter(room, lambda _: None)
    page.open(now(room))
    page.open(now(room))
    assert not page.state.closed, "whoever left by mistake comes back to the form"
    for _ in pulse.QUESTIONS:
        page.mark(4)
    assert page.give("")

    page.open(now(room))
    page.mark(1)
    later = PulsePresenter(room, lambda _: None)
    later.open(now(room))

    assert page.state.before
    assert page.state.marks == {}
    assert later.state.before, "another session asks her no more"


def test_an_answer_without_all_three_marks_is_not_counted(room: Classroom) -> None:
    page = PulsePresenter(room, lambda _: None)
    page.open(now(room))
    page.mark(4)
    page.mark(9)

    assert not page.give("")
    assert room.shelf.own().pulse == {}


# the branch


def branch(room: Classroom, place: Place) -> BranchPresenter:
    made = BranchPresenter(room, lambda: place.station, place.home, lambda _: None,
                           lambda problem: place.told.append(problem.code))  # fmt: skip
    made.open(now(room))
    return made


def said(presenter: BranchPresenter) -> str:
    return "\n".join(line.words for line in branch_words.lines(presenter.state))


@pytest.mark.usefixtures("qapp")
def test_the_manager_sees_who_is_ready_over_all_desks_and_what_is_misread(room: Classroom, place: Place) -> None:
    learned(room, HER, key=now(room))
    answer(quiz(room, now(room), "s3"), wrong=(0, 1))
    other = Classroom(room.desk, Place(place.home, place.station.__class__(desk="B")), room.run, lambda _: None)
    other.refresh()
    learned(other, "Анна Ким", lessons=False)
    room.refresh()

    page = branch(room, place)

    assert page.state.branch is not None
    assert page.state.branch.share == (1, 2)
    assert [(desk, ready, people) for desk, ready, people in page.state.branch.desks] == [("A", 1, 1), ("B", 0, 1)]
    told = said(page)
    assert "1 of 2 are ready, 50%; 80% make a branch ready." in told
    assert "a fault of the rule" in told
    assert len(page.state.topics) == len({one.topic for one in page.state.topics}) == 2


@pytest.mark.usefixtures("qapp")
def test_four_answers_of_the_pulse_show_nothing_and_the_fifth_shows_them_all(room: Classroom, place: Place) -> None:
    marks = {"know": 4, "understand": 3, "believe": 5}
    for _ in range(4):
        room.keep(lambda shelf: pulse.give(shelf, now(room), marks, "слово"))
    page = branch(room, place)
    four = page.state
    assert four.thought is None
    assert "слово" not in said(page)

    room.keep(lambda shelf: pulse.give(shelf, now(room), marks))
    page.look(room.known)

    assert page.state.thought is not None
    assert "Know the rules: 4.0 of 5" in said(page)


@pytest.mark.usefixtures("qapp")
def test_what_is_thought_of_a_version_stands_beside_what_was_thought_of_the_one_before(
    room: Classroom, place: Place
) -> None:
    for key, mark in ((now(room), 2), (ahead(room), 4)):
        for _ in range(5):
            pulse.give(room.shelf, key, dict.fromkeys(pulse.QUESTIONS, mark))
    page = branch(room, place)

    page.open(ahead(room))

    assert "Know the rules: 4.0 of 5, with the version before 2.0" in said(page)


def test_a_shared_folder_takes_the_records_along(room: Classroom, place: Place, tmp_path: Path) -> None:
    learned(room, HER, key=now(room))
    page = branch(room, place)
    (tmp_path / "branch").mkdir()

    page.share_folder(str(tmp_path / "branch"), place.settle)

    assert place.station.training_folder == str(tmp_path / "branch")
    assert room.shelf.folder == tmp_path / "branch"
    assert room.known.left[0].ready.knows
    page.look(room.known)
    assert page.state.folder == str(tmp_path / "branch")
    page.share_folder("", place.settle)
    assert room.known.left[0].ready.knows


@pytest.mark.usefixtures("qapp")
def test_a_shared_folder_that_is_away_is_told_and_nobody_seems_to_have_learned_nothing(
    room: Classroom, place: Place, tmp_path: Path
) -> None:
    place.station = place.station.__class__(desk="A", employee=HER, training_folder=str(tmp_path / "away"))

    room.refresh()

    assert room.known.away == str(tmp_path / "away")
    assert start_words.head(room.known) == "The shared folder is not there"
    assert reminder(room.known)() == ""
    learned(room, HER)
    assert place.told == ["training.folder"]
    assert not (tmp_path / "away").exists(), "another folder of that name is not made in its place"
    branch(room, place).share_folder("", place.settle)
    assert room.known.left


def test_a_folder_nobody_can_write_to_is_told_and_nothing_moves(room: Classroom, place: Place, tmp_path: Path) -> None:
    learned(room, HER, key=now(room))
    (tmp_path / "file").write_text("no folder")

    branch(room, place).share_folder(str(tmp_path / "file" / "branch"), place.settle)

    assert place.told == ["training.folder"]
    assert place.station.training_folder == ""
    room.refresh()
    assert room.known.left[0].ready.knows


# the line at the foot of the desk


@pytest.mark.usefixtures("qapp")
def test_the_desk_reminds_of_what_is_left_and_falls_silent(room: Classroom) -> None:
    assert reminder(room.known)() == "New here? Twenty minutes of training"
    learned(room, HER)
    assert reminder(room.known)() == "8 questions about the rules"
    learned(room, HER, key=now(room))
    assert reminder(room.known)().endswith("about the rules from 11\N{NO-BREAK SPACE}January\N{NO-BREAK SPACE}2027")
    learned(room, HER, key=ahead(room))
    assert "are to be read" in reminder(room.known)()
    room.keep(lambda shelf: agreeing.agree(shelf, HER, ahead(room)))
    assert reminder(room.known)() == ""
    room.call_her("")
    assert reminder(room.known)() == "", "nobody is signed in"
