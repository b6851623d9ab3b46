"""A draft is known by whoever knows rules that answer every question as it does."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from desk_app.documents.edits import Edit, edited
from desk_app.training import readiness
from desk_app.training.course import course_of
from desk_app.training.records import Person, with_person
from desk_app.training.shelf import Shelf
from desk_app.training.standing import ready_for
from tests.training.pupil import document, school

RULES = document("points-3-5-7-10")
#: The next version gives more on the second level, and changes nothing else.
NEXT = edited(RULES, [Edit("levels.steps[1].earn.percent", "6")])


def test_a_draft_that_changes_no_rule_is_known_by_whoever_knows_the_rules_in_force(tmp_path: Path) -> None:
    renamed = edited(RULES, [Edit("name.ru", "Добрый счёт")])
    with school(tmp_path / "school", RULES, following=NEXT) as desk:
        course, shelf = course_of(desk.desk), Shelf(tmp_path, "A")
        assert course.now is not None
        assert course.ahead is not None
        known = readiness.answered(Person("Ольга"), course.now.key, [("earn.level", True)])
        further = readiness.answered(Person("Анна", learned=known.learned), course.ahead.key, [("earn.level", True)])
        for person in (known, further, Person("Мария")):
            shelf.keep(partial(with_person, person=person))

        assert ready_for(desk.desk, shelf, RULES, lambda _: ()) == (2, 3)
        assert ready_for(desk.desk, shelf, renamed, lambda _: ()) == (2, 3), "another name is no other rule"
        assert ready_for(desk.desk, shelf, NEXT, lambda _: ()) == (1, 3)
