"""How far the answers of a document are: which questions are open, which are wrong, and where each problem belongs."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Final

from desk_app.documents.edits import value_at
from desk_app.documents.program_sense import Problem, tables
from desk_app.editing.items import Field, Item, Question, Rows
from desk_app.editing.questions import QUESTIONS
from desk_app.ports import Json

MISSING: Final = "key.missing"


class Standing(StrEnum):
    """How far a question is."""

    ANSWERED = "answered"
    OPEN = "open"
    WRONG = "wrong"
    SKIPPED = "skipped"
    USUAL = "usual"


@dataclass(frozen=True, slots=True)
class Place:
    """A field of this document: its key path, with the numbers of rows."""

    path: str
    field: Field


def asked_items(document: Json, question: Question) -> tuple[Item, ...]:
    """The items of a question that are asked of this document."""
    return tuple(item for item in question.items if item.asked(document))


def places(document: Json, question: Question) -> Iterator[Place]:
    """Every field of a question that is asked of this document, row by row."""
    yield from _places(document, asked_items(document, question), "")


def _places(document: Json, items: Sequence[Item], under: str) -> Iterator[Place]:
    for item in items:
        path = f"{under}{item.key}"
        if isinstance(item, Field):
            yield Place(path, item)
        elif isinstance(item, Rows):
            for number, _ in enumerate(tables(value_at(document, path))):
                yield from _places(document, item.fields, f"{path}[{number}].")


def unanswered(document: Json, question: Question) -> tuple[str, ...]:
    """Key paths of a question that have no default and no answer."""
    return tuple(
        place.path for place in places(document, question)
        if place.field.must and value_at(document, place.path) is None
    )  # fmt: skip


def lies_in(place: str, path: str) -> bool:
    """Whether a place is at a path or inside it."""
    return place == path or (place.startswith(path) and place[len(path) : len(path) + 1] in (".", "["))


@lru_cache(maxsize=4096)
def question_of(place: str) -> str:
    """The code of the question a place of the document belongs to: the nearest of all items, else the first one."""
    best, length = QUESTIONS[0].code, 0
    for question in QUESTIONS:
        for item in question.items:
            if lies_in(place, item.key) and len(item.key) > length:
                best, length = question.code, len(item.key)
    if not length:
        # a whole table is missing: where the first of its keys is asked
        inside = (question.code for question in QUESTIONS for item in question.items if lies_in(item.key, place))
        best = next(inside, best)
    return best


def standings(document: Json, problems: Sequence[Problem], faulty: Collection[str] = ()) -> dict[str, Standing]:
    """How far each question is, by its code; `faulty` are places where the check-up found errors."""
    # what is only missing is asked for, and not called wrong because the check-up misses it as well
    lacking = {one.place for one in problems if one.code == MISSING}
    wrong = {question_of(one.place) for one in problems if one.code != MISSING}
    wrong |= {question_of(one) for one in faulty if one not in lacking}
    missing = {question_of(one.place) for one in problems if one.code == MISSING and not _table_of_many(one.place)}
    told = {}
    for question in QUESTIONS:
        if question.code in wrong:
            told[question.code] = Standing.WRONG
        elif not question.asked(document):
            told[question.code] = Standing.SKIPPED
        elif question.code in missing or unanswered(document, question):
            told[question.code] = Standing.OPEN
        else:
            told[question.code] = Standing.ANSWERED if _says(document, question) else Standing.USUAL
    return told


@lru_cache(maxsize=4096)
def _table_of_many(place: str) -> bool:
    """Whether a missing place is a table whose keys are asked one by one."""
    items = [item.key for question in QUESTIONS for item in question.items]
    return place not in items and any(lies_in(key, place) for key in items)


def _says(document: Json, question: Question) -> bool:
    return any(value_at(document, item.key) is not None for item in question.items)
