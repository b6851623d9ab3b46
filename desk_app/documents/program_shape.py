"""Whether a document has the shape of the format: what pydantic finds, said as problems with their key paths."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from desk_app.documents import program_sense, scalars
from desk_app.documents.program_sense import Problem

if TYPE_CHECKING:
    from pydantic import BaseModel
    from pydantic_core import ErrorDetails

Json = dict[str, Any]


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


def shape_problems(document: Json) -> list[Problem]:
    """What is wrong with the keys and values of a normal document, each on its own."""
    from desk_app.documents.program_models import Document

    return checked(Document, document, document, "")


def checked(model: Any, raw: object, document: Json, place: str) -> list[Problem]:
    """What is wrong with `raw` as a `model` standing at `place` of the document."""
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
        case other:
            return Problem("value.bad", place, found, _wanted(other, context))


def _wanted(kind: str, context: Mapping[str, Any]) -> str:
    """What would have been allowed, in the phrases of the readers."""
    known = {"int": "a whole number", "bool": "true or false", "string": "a text", "date": "a date like 2027-01-31"}
    if "ge" in context:
        return f"{context['ge']} or more"
    if "gt" in context:
        return f"above {context['gt']}"
    if "le" in context:
        return f"at most {context['le']}"
    if kind == "string_too_long":
        return f"at most {context['max_length']} characters"
    if kind == "string_too_short":
        return "a text that is not empty"
    return known.get(kind.partition("_")[0], "")
