"""The door for program documents: from TOML or JSON to a checked document and to the rules, and all its problems."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final
from zoneinfo import ZoneInfo

from desk_app.documents import program_sense, scalars, tree
from desk_app.documents.bill_file import read_bill
from desk_app.documents.program_compile import compile_program
from desk_app.documents.program_sense import Problem, refusal
from desk_app.documents.program_shape import shape_problems
from desk_app.documents.state_file import read_state
from desk_app.domain.errors import WrongInput
from desk_app.domain.program import Program
from desk_app.domain.text import Text

Json = dict[str, Any]
#: The format of documents that is read and written here.
FORMAT: Final = 1


@dataclass(frozen=True, slots=True)
class Example:
    """A published example: raw `state` and `bill` as in files, and the figures it claims."""

    title: Text
    state: Json
    bill: Json
    claims: Json


def read_document(source: str | bytes | Json) -> Json:
    """TOML text, JSON text or a tree as a document: plain values, dates as ISO texts; not yet checked.

    Raises `toml.bad`, `json.bad`, `key.repeated`, `file.not_utf8`, `file.huge`.
    """
    if isinstance(source, dict):
        return dict(tree.normal(source))
    text = tree.text_of(source)
    return dict(tree.normal(tree.json_table(text))) if text.lstrip().startswith("{") else tree.from_toml(text)


def read_program(source: str | bytes | Json, version: int | None = None) -> Program:
    """The rules of a document. Raises its first problem as `WrongInput` (code, key path, `found`, `allowed`)."""
    document = read_document(source)
    for problem in problems(document):
        raise refusal(problem)
    return compile_program(document, version)


def problems(document: Json) -> tuple[Problem, ...]:
    """Everything that is wrong with a document: shape first, then sense, then its examples; none when it is valid."""
    written = document.get("format")
    if isinstance(written, int) and written > FORMAT:
        # what this app does not know of it is no mistake of whoever wrote it
        return (Problem("format.newer", "format", str(written), str(FORMAT)),)
    found = list(shape_problems(tree.normal(document)))
    seen = {(problem.code, problem.place) for problem in found}
    for problem in program_sense.sense(document):
        if (problem.code, problem.place) not in seen:
            seen.add((problem.code, problem.place))
            found.append(problem)
    return tuple(found) or tuple(_examples_problems(document))


def publishable(document: Json) -> tuple[Problem, ...]:
    """What a valid document still lacks before it may be published: a goal and how it is measured (spec: program)."""
    goals = program_sense.table(document.get("goals"))
    if not goals:
        return (Problem("key.missing", "goals", "", "a program without a goal cannot be published"),)
    if not goals.get("metrics"):
        return (Problem("key.missing", "goals.metrics", "", "at least one metric"),)
    return ()


def examples(document: Json) -> tuple[Example, ...]:
    """The published examples of a valid document; their bills have one patient and no moment."""
    return tuple(
        Example(
            scalars.localized(item["title"]),
            item.get("state", {}),
            {"patient": "example", "lines": item["bill"], "redeem": item.get("redeem", "0")},
            item.get("claims", {}),
        )
        for item in document.get("examples", [])
    )


#: Figures of a quote that an example may claim.
CLAIMS = ("list", "discount", "redeemed", "redeemed_units", "pays", "earns", "balance_after", "level", "level_after")


def _examples_problems(document: Json) -> list[Problem]:
    program, found = compile_program(document), []
    some_day = datetime(2027, 3, 10, 12, tzinfo=ZoneInfo(program.timezone))
    for i, example in enumerate(examples(document)):
        place = f"examples[{i}]"
        try:
            bill = read_bill(example.bill, program, some_day)
            read_state(example.state, program, bill.at.date(), document, place=f"{place}.state")
        except WrongInput as error:
            inner = error.place.removeprefix(f"{place}.")
            inner = "bill" + inner.removeprefix("lines") if inner.startswith("lines") else inner
            params = error.params
            found.append(
                Problem(error.code, f"{place}.{inner}", str(params.get("found", "")), str(params.get("allowed", "")))
            )
        for key, value in example.claims.items():
            if key not in CLAIMS:
                found.append(Problem("key.unknown", f"{place}.claims.{key}", key, ", ".join(CLAIMS)))
            elif isinstance(value, bool) or not isinstance(value, int | str):
                found.append(Problem("value.bad", f"{place}.claims.{key}", scalars.shown(value), "a text or a number"))
    return found
