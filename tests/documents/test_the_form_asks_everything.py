"""Every key of a program document is asked of somebody: by a field of the form, or by a control of its own."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from desk_app.clinic import Clinic
from desk_app.documents.edits import Edit, edited
from desk_app.documents.program_file import problems
from desk_app.documents.program_sense import LADDER_KEYS, UNIT_NOTICE_KEYS
from desk_app.documents.program_shape import schema
from desk_app.editing import starts
from desk_app.editing.answers import Standing, question_of, standings, unanswered
from desk_app.editing.consequences import consequences
from desk_app.editing.items import KINDS, Control, Field, Item, Part, Rows
from desk_app.editing.questions import QUESTIONS
from ui.wording.program_form import FIELDS
from ui.wording.program_form.asked import QUESTIONS as ASKED

SCHEMA = schema()
#: Asked of nobody: there is one format.
NOT_ASKED = {"format"}


def keys(node: dict[str, Any], path: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Key paths of the schema with what it says of them; the items of a list without a number."""
    for name, raw in node.get("properties", {}).items():
        here = f"{path}.{name}" if path else name
        shapes = [raw, *raw.get("anyOf", ())]
        inner = [found for shape in shapes for found in (_table(shape), _table(shape.get("items", {}))) if found]
        if inner and "claims" not in here:
            yield from keys(inner[0], here)
        else:
            yield here, raw


def _table(shape: dict[str, Any]) -> dict[str, Any] | None:
    if "$ref" in shape:
        return dict(SCHEMA["$defs"][shape["$ref"].rpartition("/")[2]])
    return None


def fields(items: tuple[Item, ...], under: str = "") -> Iterator[tuple[str, Field]]:
    """Fields of the form by the path the schema gives them."""
    for item in items:
        if isinstance(item, Field):
            yield under + item.key, item
        elif isinstance(item, Rows):
            yield from fields(item.fields, f"{under}{item.key}.")


FORM = {path: field for question in QUESTIONS for path, field in fields(question.items)}
CONTROLS = [item.key for question in QUESTIONS for item in question.items if isinstance(item, Control)]
ITEMS = [item for question in QUESTIONS for item in question.items]
KEYS = dict(keys(SCHEMA, ""))


def test_every_key_of_the_format_is_reached_by_the_form() -> None:
    free = ("examples.state", "examples.bill", "examples.claims")

    def reached(path: str) -> bool:
        asked = path in FORM or (path in free and any(one.startswith(f"{path}.") for one in FORM))
        return asked or any(path == control or path.startswith(f"{control}.") for control in CONTROLS)

    assert [path for path in KEYS if not reached(path) and path not in NOT_ASKED] == []
    assert [path for path in FORM if path not in KEYS and not path.startswith(free)] == []


def test_the_twelve_questions_stand_in_their_order() -> None:
    assert [question.number for question in QUESTIONS if question.number] == list(range(1, 13))
    assert [ASKED[question.code].title.en for question in QUESTIONS if not ASKED[question.code].asked.ru] == []


@pytest.mark.parametrize("path", sorted(FORM))
def test_a_field_offers_what_the_format_allows_and_falls_back_to_what_it_does(path: str) -> None:
    field, raw = FORM[path], KEYS.get(path)
    assert field.kind in KINDS
    if raw is None:
        return
    enum = next((one["enum"] for one in (raw, *raw.get("anyOf", ())) if "enum" in one), None)
    if field.kind == "choice" and enum is not None:
        assert list(field.options) == enum
    if field.default is not None:
        assert raw["default"] == field.default


def test_what_has_no_default_must_be_answered() -> None:
    later = {f"levels.{key}" for key in LADDER_KEYS} | {f"notice.{key}" for key in UNIT_NOTICE_KEYS}
    later |= {"returns.shortfall", "expiry.starts"}
    owed = {path for path, raw in KEYS.items() if "default" not in raw} | later

    assert {path for path, field in FORM.items() if field.must} == {
        path for path in owed if path in FORM and not path.startswith(("examples.bill", "examples.state"))
    } | {"examples.bill.price"}


def test_every_field_has_its_words_in_both_languages() -> None:
    wanted = {*FORM, *(item.key for item in ITEMS if isinstance(item, Part | Rows | Control)), "examples.bill"}
    assert set(FIELDS) == wanted
    assert {question.code for question in QUESTIONS} == set(ASKED)
    for path, field in FORM.items():
        assert set(FIELDS[path].options) == set(field.options), path
    for words in FIELDS.values():
        assert all((words.label.ru, words.label.en, words.help.ru, words.help.en))


@pytest.mark.parametrize("code", starts.PRESETS)
def test_a_ready_program_leaves_nothing_open(code: str) -> None:
    document = starts.preset(code)
    told = standings(document, problems(document))

    assert {Standing.OPEN, Standing.WRONG}.isdisjoint(told.values())
    assert not any(unanswered(document, question) for question in QUESTIONS if question.asked(document))


def test_a_program_of_discounts_alone_is_not_asked_of_units() -> None:
    document = starts.preset("growing-discount")
    told = standings(document, problems(document))

    skipped = {code for code, standing in told.items() if standing is Standing.SKIPPED}
    assert skipped == {"rounding", "mixed", "cap", "time", "gifts"}


def test_an_empty_program_asks_for_what_no_program_goes_without() -> None:
    document = starts.empty()
    told = standings(document, problems(document))

    assert {code for code, standing in told.items() if standing is Standing.OPEN} == {
        "about", "total", "meeting", "changes", "goal",
    }  # fmt: skip
    assert Standing.WRONG not in told.values()


def test_what_is_missing_is_asked_for_whoever_else_misses_it() -> None:
    document = edited(starts.preset("points-3-5-7-10"), [Edit("redeem.max_share")])
    found = problems(document)
    places = {one.place for one in found}
    assert places == {"redeem.max_share"}

    assert standings(document, found, places)["cap"] is Standing.OPEN
    assert standings(document, found, {*places, "redeem.base"})["cap"] is Standing.WRONG


@pytest.mark.parametrize(
    ("place", "code"),
    [
        ("levels.steps[1].from", "total"), ("earn.rounding", "rounding"), ("expiry", "time"), ("earn", "total"),
        ("groups[0].by_category.lab", "groups"), ("nonsense", "about"), ("redeem", "cap"), ("goals", "goal"),
    ],
)  # fmt: skip
def test_a_problem_belongs_to_the_question_that_asks_for_it(place: str, code: str) -> None:
    assert question_of(place) == code


def test_a_ready_program_is_told_what_is_known_of_the_clinic() -> None:
    ready, known = starts.preset("cashback"), Clinic(legal_name="ООО «Ромашка»", phone="+7 495 123-45-67")
    first = starts.made_own(ready, None, known)
    assert first["organizer"] == ready["organizer"] | {"name": "ООО «Ромашка»", "phone": "+7 495 123-45-67"}
    assert first["code"] == "cashback"

    live = {**starts.preset("family"), "organizer": {"name": "ООО «Василёк»"}}
    following = starts.made_own(ready, live, known)
    assert (following["code"], following["organizer"]) == ("family", {"name": "ООО «Василёк»"})
    assert following["levels"] == ready["levels"]


def test_nothing_is_invented_for_a_program_that_begins_with_nothing() -> None:
    assert starts.made_own(starts.empty(), None, Clinic()) == starts.empty()


def test_thresholds_follow_what_opens_a_level() -> None:
    document = {"currency": "RUB", "levels": {"steps": [{"from": "0"}, {"from": "5.00"}, {"from": "a few"}]}}
    to_visits = edited(document, consequences(document, (Edit("levels.basis", "visits"),)))
    assert [step["from"] for step in to_visits["levels"]["steps"]] == ["0", 5, "a few"]
    back = edited(to_visits, consequences(to_visits, (Edit("levels.basis", "spend"),)))
    assert [step["from"] for step in back["levels"]["steps"]] == ["0", "5.00", "a few"]
