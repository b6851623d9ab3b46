"""A document with one key changed, and only one: every valid other value that the format allows there."""

import copy
import json
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from desk_app.documents.program_compile import compile_program
from desk_app.documents.program_file import problems, read_document
from desk_app.documents.program_sense import Problem
from desk_app.domain.program import Program

#: Words of the format that may stand for each other.
CHOICES = (
    ("spend", "visits", "units_earned"), ("paid", "before_units", "after_discounts", "list_price"),
    ("before", "after", "bands"), ("patient", "account", "payer", "holder"), ("money_part", "nothing", "whole_bill"),
    ("down", "half_up", "up"), ("bill", "category", "line"), ("bill", "each_line", "eligible_lines"),
    ("at_once", "14 days", "visit 3"), ("receipt", "usable"), ("paid_visit", "any_visit"),
    ("best_for_patient", "declared"), ("best", "on_top", "exclusive"), ("common", "own"), ("any", "any_adult", "owner"),
    ("forgive", "debt", "withhold"), ("at_paid_price", "at_list_price"),
    ("lifetime", "7 months", "calendar_year", "since_joining"), ("12 months", "forever", "next_calendar_year"),
    ("never", "60 days", "accrual"), ("12-31", "12-30"), ("RUB", "EUR"), ("Europe/Moscow", "Asia/Omsk"),
    ("monthly", "quarterly", "yearly"), ("08:00-11:00", "08:00-10:30"),
)  # fmt: skip
#: What a thing is known by; with another one it would be another thing. The format is not a rule.
IDENTITY = {"format", "code", "metric"}


def leaves(value: Any, place: tuple[Any, ...] = ()) -> Iterator[tuple[tuple[Any, ...], Any]]:
    """Every plain value of a document with its way there; lists of texts and examples are taken whole."""
    if isinstance(value, dict) and set(value) != {"ru", "en"}:
        for key, inner in value.items():
            yield from leaves(inner, (*place, key))
    elif isinstance(value, list) and value and all(isinstance(one, dict) for one in value) and place != ("examples",):
        for number, inner in enumerate(value):
            yield from leaves(inner, (*place, number))
    else:
        yield place, value


def others(value: Any, key: str) -> Iterator[Any]:
    """Values that might stand there instead."""
    if isinstance(value, bool):
        yield not value
    elif isinstance(value, int):
        yield from (value + 1, value * 2, value * 10, value + 5)
    elif isinstance(value, dict):
        yield {language: f"{text}|x" if "|" in text else f"{text} x" for language, text in value.items()}
        yield {language: f"x{text}" for language, text in value.items()}
    elif isinstance(value, list):
        yield value[:-1]
        yield [*value, "mon"]
        yield [*value, "certificate"]
        yield [*value, "N-1"]
    elif key in ("name", "title", "tax_id", "registration_id", "licence", "rules_url", "phone", "address", "owner"):
        yield f"{value}1"
    if isinstance(value, str):
        head = value.split(" ")
        if value.replace(".", "").isdigit():
            yield from (str(int(float(value)) + 1), f"{int(float(value)) + 1}.00", str(int(float(value)) // 2),
                        f"{float(value) * 2:.2f}", f"{float(value) + 1:g}")  # fmt: skip
        elif head[0].isdigit() and len(head) == 2:
            yield f"{int(head[0]) + 1} {head[1]}"
        elif len(value) == 10 and value[4] == "-":
            yield value[:-2] + ("11" if value[-2:] != "11" else "12")
        yield from (word for words in CHOICES if value in words for word in words)
        yield f"{value}x"


def changed(document: dict[str, Any], place: tuple[Any, ...]) -> dict[str, Any] | None:
    """The document with another valid value at that place; None where nothing else can stand there alone."""
    value: Any = document
    for step in place:
        value = value[step]
    for other in others(value, str(place[-1])):
        if other == value or (isinstance(other, str) and other == str(value)):
            continue
        copied = copy.deepcopy(document)
        inner: Any = copied
        for step in place[:-1]:
            inner = inner[step]
        inner[place[-1]] = other
        if not wrong(copied) and not same(document, copied):
            return copied
    return None


def wrong(document: dict[str, Any]) -> tuple[Problem, ...]:
    """Everything that is wrong with a document."""
    return _read(json.dumps(document))[0]


def rules(document: dict[str, Any]) -> Program:
    """The rules of a document in which nothing is wrong."""
    found, program = _read(json.dumps(document))
    assert program is not None, found
    return program


@lru_cache(maxsize=64)
def _read(document: str) -> tuple[tuple[Problem, ...], Program | None]:
    # a document and what becomes of it by one key are asked for many times over, with what it may not become between
    tree = read_document(document)
    found = problems(tree)
    return found, None if found else compile_program(tree)


def same(old: dict[str, Any], new: dict[str, Any]) -> bool:
    """Whether only the writing differs: "0" and "0.00", a default that is written out."""
    return rules(old) == rules(new) and all(old.get(one) == new.get(one) for one in ("goals", "examples"))
