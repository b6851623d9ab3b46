"""Files of lessons: what is wrong in one is told with its key path; a clinic's own stand beside the app's."""

from __future__ import annotations

import copy
import shutil
from pathlib import Path
from typing import Any

import pytest

import resources
from desk_app.documents import tree
from desk_app.domain.errors import WrongInput
from desk_app.training.lessons import read_lesson, shelf

Json = dict[str, Any]

OWN = tree.from_toml(
    """
format = 1
code = "vaccine"
place = 200
title = {ru = "Прививка", en = "A vaccine"}
story = {ru = "{anna}: {shot:service}", en = "{anna}: {shot:service}"}

[people.anna]
sex = "f"
age = [20, 40]

[people.boris]
sex = "m"
age = [20, 40]
units = "some"
of = "today"

[services.shot]
units = "pay"
between = ["500.00", "3000.00"]

[bills.today]
patient = "anna"
units = "most"
lines = [{service = "shot", pieces = 2, payer = "insurer"}]

[bills.before]
patient = "anna"
paid = "3 days"
lines = [{service = "shot"}]

[[goals]]
code = "paid"
kind = "receipt"
bill = "today"
text = {ru = "Оплачено {today_pays:money}", en = "{today_pays:money} paid"}
hints = [{ru = "F9", en = "F9"}]

[[goals]]
code = "back"
kind = "return"
bill = "before"
lines = ["shot"]
text = "F8"
hints = "F8"
"""
)


def changed(path: list[str | int], value: object) -> Json:
    document = copy.deepcopy(OWN)
    inside: Any = document
    for step in path[:-1]:
        inside = inside[step]
    if value is None:
        del inside[path[-1]]
    else:
        inside[path[-1]] = value
    return document


def test_a_lesson_says_what_its_file_says() -> None:
    lesson = read_lesson(OWN)

    assert (lesson.code, lesson.place, lesson.title.en, lesson.network) == ("vaccine", 200, "A vaccine", "up")
    assert [one.code for one in lesson.people] == ["anna", "boris"]
    assert lesson.bill("today").lines[0].payer == "insurer"
    assert lesson.goal("back").lines == ("shot",)
    assert lesson.goal("back").text.ru == "F8"


@pytest.mark.parametrize(
    ("path", "value", "code", "place", "allowed"),
    [
        (["format"], 2, "value.bad", "format", "1"),
        (["format"], None, "key.missing", "format", ""),
        (["code"], "Not a code", "value.bad", "code", "small Latin letters"),
        (["titel"], "x", "key.unknown", "titel", "title"),
        (["title"], {"ru": "x"}, "key.missing", "title.en", ""),
        (["story"], [], "value.bad", "story", "at least one text"),
        (["needs"], ["money"], "value.bad", "needs", "spending"),
        (["network"], "off", "value.bad", "network", "up, down"),
        (["people", "anna", "sex"], "x", "value.bad", "people.anna.sex", "f, m"),
        (["people", "anna", "age"], [40], "value.bad", "people.anna.age", "two ages"),
        (["people", "anna", "age"], [40, 20], "value.bad", "people.anna.age", "the smaller age first"),
        (["people", "anna", "kin"], "eva", "value.bad", "people.anna.kin", "anna, boris"),
        (["people", "anna", "level"], "gold", "value.bad", "people.anna.level", "first, second, top"),
        (["people", "boris", "of"], None, "key.missing", "people.boris.of", "today"),
        (["people", "anna", "consents"], ["post"], "value.bad", "people.anna.consents", "sms"),
        (["people", "Anna"], {"sex": "f", "age": [1, 2]}, "value.bad", "people.Anna", "small Latin letters"),
        (["people", "shot"], {"sex": "f", "age": [1, 2]}, "value.bad", "shot", "a code of its own"),
        (["services", "shot", "units"], "half", "value.bad", "services.shot.units", "pay, less, never"),
        (["services", "shot", "between"], ["5", "1"], "value.bad", "services.shot.between", "the smaller sum first"),
        (["services", "shot", "between"], [5, 9], "money.bad", "services.shot.between", "1500.00"),
        (["services", "shot", "colour"], "red", "key.unknown", "services.shot.colour", "price"),
        (["bills", "today", "lines"], [], "value.bad", "bills.today.lines", "at least one line"),
        (["bills", "today", "lines"], None, "key.missing", "bills.today.lines", "at least one line"),
        (["bills", "today", "lines", 0, "service"], "x", "value.bad", "bills.today.lines[0].service", "shot"),
        (["bills", "today", "lines", 0, "pieces"], 0, "value.bad", "bills.today.lines[0].pieces", "from 1"),
        (["bills", "today", "lines", 0, "payer"], "aunt", "value.bad", "bills.today.lines[0].payer", "insurer"),
        (["bills", "before", "paid"], "long ago", "period.bad", "bills.before.paid", "N days"),
        (["bills", "today", "patient"], "eva", "value.bad", "bills.today.patient", "anna, boris"),
        (["goals"], [], "key.missing", "goals", "at least one goal"),
        (["goals", 0, "kind"], "click", "value.bad", "goals[0].kind", "receipt"),
        (["goals", 0, "bill"], None, "key.missing", "goals[0].bill", ""),
        (["goals", 0, "bill"], "before", "value.bad", "goals[0].bill", "today"),
        (["goals", 1, "bill"], "today", "value.bad", "goals[1].bill", "before"),
        (["goals", 1, "lines"], ["x"], "value.bad", "goals[1].lines[0]", "shot"),
        (["goals", 1, "code"], "paid", "value.bad", "goals[1].code", "a code of its own"),
        (["story"], "{eva}", "value.bad", "story.ru", "{anna}"),
        (["story"], ["x", "{anna:money}"], "value.bad", "story[1].ru", "{anna}"),
        (["goals", 0, "text", "en"], "{today_pays}", "value.bad", "goals[0].text.en", "{today_pays:money}"),
        (["goals", 0, "hints", 0, "ru"], "{anna_born}", "value.bad", "goals[0].hints[0].ru", "{anna_born:date}"),
    ],
)
def test_what_is_wrong_is_told_with_its_place_and_what_is_allowed(
    path: list[str | int], value: object, code: str, place: str, allowed: str
) -> None:
    with pytest.raises(WrongInput) as refused:
        read_lesson(changed(path, value))

    assert (refused.value.code, refused.value.place) == (code, place)
    assert allowed in str(refused.value.params.get("allowed", ""))


def test_a_gap_that_counts_units_may_name_their_forms() -> None:
    read_lesson(changed(["story"], "{boris_units:балл|балла|баллов} {unit:many}"))


def test_a_clinics_lessons_stand_beside_the_apps_and_a_broken_one_hides_none(tmp_path: Path) -> None:
    folder = tmp_path / "lessons"
    folder.mkdir()
    example = Path(__file__).parents[2] / "docs" / "lessons.md"
    source = example.read_text(encoding="utf-8").split("```toml\n")[1].split("```")[0]
    (folder / "own.toml").write_text(source, encoding="utf-8")
    (folder / "broken.toml").write_text("format = 1\ncode = 'x'", encoding="utf-8")
    shutil.copy(resources.path("lessons/spend.toml"), folder / "spend.toml")

    found = shelf(tmp_path)

    assert len(found.found) == len(shelf(None).found) + 1
    assert read_lesson(source).code in {one.code for one in found.found}
    assert [one.place for one in found.found] == sorted(one.place for one in found.found)
    assert [(name, wrong.code, wrong.place) for name, wrong in found.broken] == [
        ("broken.toml", "key.missing", "place")
    ]
    with pytest.raises(WrongInput, match=r"lesson\.unknown"):
        found.named("nothing")
