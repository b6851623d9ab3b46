"""The door for program documents: from TOML or JSON to a checked document and to the rules, and all its problems."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from desk_app.documents import program_sense, scalars, tree
from desk_app.documents.program_compile import compile_program, compile_promotion
from desk_app.documents.program_sense import Problem
from desk_app.domain.errors import WrongInput
from desk_app.domain.program import Program, Promotion, Text

if TYPE_CHECKING:
    from pydantic import BaseModel
    from pydantic_core import ErrorDetails

Json = dict[str, Any]


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


def refusal(problem: Problem) -> WrongInput:
    """A problem as the exception a reader raises."""
    return WrongInput(problem.code, problem.place, found=problem.found, allowed=problem.allowed)


def problems(document: Json) -> tuple[Problem, ...]:
    """Everything that is wrong with a document: shape first, then sense, then its examples; none when it is valid."""
    found = list(_shape(tree.normal(document)))
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


def read_offer(document: Json, offer: object, place: str = "") -> Promotion:
    """A personal offer: a promotion of its own, checked against the document. Raises as `read_program`."""
    from desk_app.documents.program_models import Promotion as Shape

    raw = tree.normal(offer)
    inner = place or "offer"
    for problem in (*_checked(Shape, raw, document, inner), *program_sense.promotion_sense(
        document, inner, program_sense.table(raw)
    )):  # fmt: skip
        raise refusal(problem)
    return compile_promotion(document, raw)


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


def schema() -> Json:
    """JSON Schema of the document, with the answers that only some programs owe."""
    from desk_app.documents.program_models import Document

    made = Document.model_json_schema(by_alias=True)
    made["title"] = "Program document"
    several = {"properties": {"levels": {"properties": {"steps": {"minItems": 2}}}}}
    made["allOf"] = [
        {
            "if": several,
            "then": {"properties": {"levels": {"required": list(program_sense.LADDER_KEYS)}}},
        },
        {
            "if": {"required": ["unit"]},
            "then": {
                "required": ["earn", "expiry", "returns"],
                "properties": {
                    "returns": {"required": ["shortfall"]},
                    "notice": {"required": list(program_sense.UNIT_NOTICE_KEYS)},
                },
            },
            "else": {"properties": dict.fromkeys(("earn", "redeem", "expiry"), False)},
        },
    ]
    return made


def shape_of(document: Json) -> BaseModel:
    """The document as its model, keys in the order of the format; raises pydantic's own error."""
    from desk_app.documents.program_models import Document

    return Document.model_validate(document, context=_context(document))


def _shape(document: Json) -> list[Problem]:
    from desk_app.documents.program_models import Document

    return _checked(Document, document, document, "")


def _checked(model: Any, raw: object, document: Json, place: str) -> list[Problem]:
    from pydantic import ValidationError

    try:
        model.model_validate(raw, context=_context(document))
    except ValidationError as error:
        return [_problem(detail, place) for detail in error.errors(include_url=False)]
    return []


def _context(document: Json) -> Json:
    return {
        "decimals": program_sense.currency_of(document),
        "precision": program_sense.precision_of(document),
        "basis": program_sense.table(document.get("levels")).get("basis", "spend"),
    }


def _problem(detail: ErrorDetails, prefix: str) -> Problem:
    place = prefix
    for part in detail["loc"]:
        if part != "[key]":
            place += f"[{part}]" if isinstance(part, int) else f".{part}" if place else str(part)
    context = detail.get("ctx", {})
    wrong = context.get("error")
    found = scalars.shown(detail["input"])
    if isinstance(wrong, scalars.Wrong):
        return Problem(wrong.code, f"{place}.{wrong.sub}" if wrong.sub else place, found, wrong.allowed)
    match detail["type"]:
        case "missing":
            return Problem("key.missing", place)
        case "extra_forbidden":
            return Problem("key.unknown", place, place.rpartition(".")[2])
        case "too_short":
            return Problem("key.missing", place, found, "at least one")
        case "literal_error":
            return Problem("value.bad", place, found, str(context["expected"]).replace("'", "").replace(" or ", ", "))
        case "model_type" | "dict_type":
            return Problem("value.bad", place, found, "a table")
        case "list_type":
            return Problem("value.bad", place, found, "a list")
        case "string_pattern_mismatch":
            return Problem("value.bad", place, found, 'an ISO 4217 code like "RUB"')
        case _:
            return Problem("value.bad", place, found, str(detail["msg"]))


#: Figures of a quote that an example may claim.
CLAIMS = ("list", "discount", "redeemed", "redeemed_units", "pays", "earns", "balance_after", "level", "level_after")


def _examples_problems(document: Json) -> list[Problem]:
    from desk_app.documents.bill_file import read_bill
    from desk_app.documents.state_file import read_state

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
